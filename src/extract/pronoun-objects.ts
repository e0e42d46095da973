/** "civilians are still there, and the group takes them as shields": the people told of before whom the pronoun on the verb stands for. */
import { FA } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import type { NounPhrase } from './noun-parts.ts';
import { isForce } from './parties.ts';
import { pronounOf } from './referred-back.ts';
import { featuresOf } from './words.ts';

/** How many chunks back they may stand. */
const REACH = 12;

const them: ReadonlySet<string> = new Set(['3mp', '3fp', '3d']);
const people: ReadonlySet<string> = new Set(['person', 'outcome', 'number']);
const turns: ReadonlySet<string> = new Set(['that', 'contrast', 'reset']);

/** Gives a finite verb that says "them" its object, where several people are told of in its clause or the one before. */
export function pronounObject(
  doc: Doc,
  chunks: readonly Chunk[],
  k: number,
  h: Happening,
  used: Uint8Array,
  before: Happening | undefined,
): void {
  if (h.recipients.length > 0 || h.sense?.object !== 'recipient') return;
  // "(set free) their way", "(let go) of them": the pronoun stands on what the verb needs
  const needed = chunks[k].object > chunks[k].start ? onNeeded(doc, chunks[k].object) : null;
  if (needed === null && featuresOf(h.node!)?.voice === 'passive') return;
  const pronoun = needed ?? doc.info[chunks[k].start].pronoun;
  if (pronoun !== null && one.has(pronoun)) onlyOne(doc, chunks, k, h, used, pronoun, before);
  if (pronoun === null || !them.has(pronoun)) return;
  for (let j = k - 1; j >= 0 && j >= k - REACH; j--) {
    if (turns.has(chunks[j].kind)) return;
    const { noun, kind } = chunks[j];
    if (kind !== 'noun' || noun === null || used[j] || !areSeveral(noun, pronoun) || h.actors.includes(noun)) continue;
    if (!people.has(noun.kind) || isForce(doc, noun)) continue;
    h.recipients.push(noun);
    h.rules.push('event.pronoun-object');
    return;
  }
}

/** Pronoun of a word that is known only with a verb: "(set free) their way". */
const onNeeded = (doc: Doc, i: number): string | null =>
  doc.info[i].pronoun ?? (doc.info[i].unknown ? written[pronounOf(doc, i) ?? ''] : null) ?? null;

const written: Readonly<Record<string, string>> = { he: '3ms', she: '3fs', they: '3mp' };

/** "the soldiers shot at a youth in X and wounded him": the one person told of before with whom the pronoun agrees; of two the words do not tell which. */
function onlyOne(
  doc: Doc,
  chunks: readonly Chunk[],
  k: number,
  h: Happening,
  used: Uint8Array,
  pronoun: string,
  before: Happening | undefined,
): void {
  if (h.outcome === null) return;
  // "a man stabbed a policeman and so killed him": whoever did the first did the second
  const doers = before?.finite && (doc.bits[chunks[k].start] & FA) !== 0 ? before.actors : [];
  let found: NounPhrase | null = null;
  for (let j = k - 1; j >= 0 && j >= k - REACH; j--) {
    if (turns.has(chunks[j].kind)) break;
    const { noun, kind } = chunks[j];
    if (kind !== 'noun' || noun === null || used[j] || h.actors.includes(noun) || doers.includes(noun) || !single.has(noun.kind))
      continue;
    if (noun.features?.number !== 'sg' || (noun.count !== null && noun.count.high !== 1) || isForce(doc, noun)) continue;
    if ((noun.features.gender === 'f') !== (pronoun === '3fs') || doc.info[noun.head].pronoun !== null) continue;
    if (found !== null) return;
    found = noun;
  }
  if (found === null) return;
  h.recipients.push(found);
  h.rules.push('event.pronoun-object');
}

const one: ReadonlySet<string> = new Set(['3ms', '3fs']);
const single: ReadonlySet<string> = new Set(['person', 'outcome', 'title']);

const areSeveral = ({ count, features }: NounPhrase, pronoun: string): boolean =>
  count !== null ? count.high === null || count.high > 1 : features?.number === (pronoun === '3d' ? 'du' : 'pl');
