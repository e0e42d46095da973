/** A verb whose subject is the attack told before it: "a raid that hit a house", "the explosion shook a market". What stands after it is what was hit. */
import { BI, KA, LI } from '../lexicon/analyze.ts';
import type { Features } from '../lexicon/features.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import type { NounPhrase } from './noun-parts.ts';
import { hasOwnSubject } from './opens-another.ts';
import { attackTypes } from './senses.ts';
import { featuresOf, field, hasConjunction, isDefinite } from './words.ts';

/** How many chunks may stand between the attack and its verb. */
const REACH = 9;

export function isStruckBy(
  doc: Doc,
  chunks: readonly Chunk[],
  k: number,
  h: Happening,
  before: readonly Happening[],
  direct: readonly (readonly NounPhrase[])[],
): boolean {
  const last = before.at(-1);
  if (last === undefined || last.finite || !attackTypes.has(last.types[0]) || k - last.chunk > REACH) return false;
  if (h.sense?.object !== 'recipient' || h.sense.subject !== 'actor' || (h.outcome !== null && !hitsThing(h, direct[0])))
    return false;
  if (!attackTypes.has(h.types[0]) && h.types[0] !== 'destruction') return false;
  if (hasConjunction(doc, chunks[k].start) || doc.info[chunks[k].start].pronoun !== null) return false;
  if (hasOwnSubject(doc, chunks, k, last, h, direct)) return false;
  return (agreesWith(last, h) || isOfDevice(before, h)) && leadsTo(doc, chunks, last, k);
}

/** "a raid hit | a car": of a thing the word for wounding tells that it was struck. */
export const hitsThing = ({ outcome }: Happening, object: readonly NounPhrase[] | null | undefined): boolean =>
  outcome === 'injured' &&
  object != null &&
  object.length > 0 &&
  object.every(({ kind, node }) => kind === 'thing' && field(node, 'target') === 'yes');

/** "many blasts | killed three", "bombs | went off, which killed three": the attack right before the verb is its subject, and nobody is left out. */
export const isItsSubject = (doc: Doc, chunks: readonly Chunk[], attack: Happening, h: Happening): boolean =>
  (!attack.finite || attack.sense?.subject === 'means') &&
  h.finite &&
  attack.chunk < h.chunk &&
  !hasConjunction(doc, chunks[h.chunk].start) &&
  doc.info[chunks[h.chunk].start].pronoun === null &&
  agreesWith(attack, h) &&
  chunks
    .slice(attack.chunk + 1, h.chunk)
    .every(
      ({ kind, noun }) =>
        kind === 'word' || kind === 'relative' || noun?.kind === 'other' || (attack.finite && noun?.kind === 'thing'),
    );

const agreesWith = ({ node }: Happening, h: Happening): boolean =>
  agrees(node === null ? null : featuresOf(node), featuresOf(h.node!));

/** "the going off of | a bomb | struck a patrol": the verb agrees with the deed before the device. */
function isOfDevice(before: readonly Happening[], h: Happening): boolean {
  const [deed, device] = before.slice(-2);
  if (device === undefined || device.sense?.subject !== 'none' || deed.finite || deed.chunk !== device.chunk - 1) return false;
  return attackTypes.has(deed.types[0]) && agreesWith(deed, h);
}

/** Nothing but what belongs to the attack stands between, and it is the subject: the first thing in its clause, or described by what follows. */
function leadsTo(doc: Doc, chunks: readonly Chunk[], attack: Happening, k: number): boolean {
  let relative = false;
  let nouns = 0;
  for (let j = attack.chunk + 1; j < k; j++) {
    const { kind, mark, noun } = chunks[j];
    if (kind === 'relative') relative = true;
    else if (kind === 'noun') {
      if (j > attack.until && (noun === null || noun.kind !== 'other' || noun.actor !== null)) return false;
      if (noun !== null && (noun.kind !== 'other' || noun.actor !== null)) nouns++;
    } else if (kind === 'place') {
      if (j > attack.until) return false;
      nouns++;
    } else if (kind === 'mark' ? mark !== 'comma' && mark !== 'close' && mark !== 'quote' : !between.has(kind)) return false;
  }
  if (relative) return nouns === 0;
  // "in answer to the attack on the town, | the fighters struck"
  const link = chunks[attack.chunk - 1];
  const apart = link?.kind === 'case' && earlier.has(link.mark) && chunks[k - 1].kind === 'mark';
  return !apart && !isSetting(doc, chunks, attack);
}

/** "after the raid the army struck ...": a definite noun behind a preposition is no subject and is described by no bare clause. */
export function isSetting(doc: Doc, chunks: readonly Chunk[], attack: Happening): boolean {
  if (!isDefinite(doc, attack.start)) return false;
  const link = chunks[attack.chunk - 1];
  return (chunks[attack.chunk].bits & (BI | LI | KA)) !== 0 || (link !== undefined && governs.has(link.kind));
}

const earlier: ReadonlySet<string> = new Set(['response', 'after', 'since']);
const between: ReadonlySet<string> = new Set(['date', 'word', 'was', 'modal', 'case', 'agent']);
const governs: ReadonlySet<string> = new Set([
  'case',
  'cause',
  'agent',
  'result',
  'noun',
  'rank',
  'among',
  'verb',
  'light',
  'event',
]);

/** One attack takes its own gender, many take the feminine singular. */
function agrees(noun: Features | null, verb: Features | null): boolean {
  if (noun === null || verb === null || verb.gender === null || verb.person === 1) return true;
  if (verb.number === 'pl') return false;
  if (noun.number === 'pl') return verb.gender === 'f';
  return noun.gender === null || noun.gender === verb.gender;
}
