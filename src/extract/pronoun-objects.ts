/** "civilians are still there, and the group takes them as shields": the people told of before whom the pronoun on the verb stands for. */
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import type { NounPhrase } from './noun-parts.ts';
import { isForce } from './parties.ts';
import { featuresOf } from './words.ts';

/** How many chunks back they may stand. */
const REACH = 12;

const them: ReadonlySet<string> = new Set(['3mp', '3fp', '3d']);
const people: ReadonlySet<string> = new Set(['person', 'outcome', 'number']);
const turns: ReadonlySet<string> = new Set(['that', 'contrast', 'reset']);

/** Gives a finite verb that says "them" its object, where several people are told of in its clause or the one before. */
export function pronounObject(doc: Doc, chunks: readonly Chunk[], k: number, h: Happening, used: Uint8Array): void {
  if (h.recipients.length > 0 || h.sense?.object !== 'recipient' || featuresOf(h.node!)?.voice === 'passive') return;
  const pronoun = doc.info[chunks[k].start].pronoun;
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

const areSeveral = ({ count, features }: NounPhrase, pronoun: string): boolean =>
  count !== null ? count.high === null || count.high > 1 : features?.number === (pronoun === '3d' ? 'du' : 'pl');
