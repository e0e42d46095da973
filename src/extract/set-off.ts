/** What is set off by commas behind the subject of a verb and only says who it is: "launched the movement X, which is active in Y, | an attack". */
import { BI, KA, LI } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { make } from './new-chunk.ts';
import { isBody } from './parties.ts';
import { eventSense } from './senses.ts';
import { featuresOf, hasConjunction, isDefinite, nodeOf, senseOf } from './words.ts';

/** How many chunks such a description may be long. */
const REACH = 11;

/** Words that turn to something else, or that somebody says. */
const turns: ReadonlySet<string> = new Set([
  'that',
  'contrast',
  'reset',
  'say',
  'result',
  'continue',
  'conjunction',
  'according',
  'light',
]);

/** The row with each such description as one word, where the object of the verb stands behind it. */
export function withoutSetOff(doc: Doc, chunks: Chunk[]): Chunk[] {
  for (let k = 2; k + 2 < chunks.length; k++) {
    if (!isComma(chunks[k]) || !chunks[k - 2].finite || chunks[k - 1].noun === null) continue;
    if (!isParty(doc, chunks[k - 1]) || !opensDescription(doc, chunks[k + 1])) continue;
    const close = closingComma(doc, chunks, k);
    if (close > 0) chunks.splice(k, close + 1 - k, make(doc, 'word', chunks[k].start, chunks[close].end));
  }
  return chunks;
}

const isComma = ({ kind, mark }: Chunk): boolean => kind === 'mark' && mark === 'comma';

/** A party by its name, or a body of people. */
const isParty = (doc: Doc, { kind, noun, bits }: Chunk): boolean =>
  kind === 'noun' &&
  (bits & (BI | LI | KA)) === 0 &&
  noun!.count === null &&
  (noun!.actor !== null || (noun!.kind === 'person' && isBody(noun!) && (noun!.definite || isDefinite(doc, noun!.end - 1))));

/** "which", "and it is", "the group that": who the party is, told again. */
function opensDescription(doc: Doc, { kind, start, noun, bits }: Chunk): boolean {
  if (kind === 'relative') return true;
  if (kind === 'pronoun') return hasConjunction(doc, start) && nodeOf(doc, start, 'pronoun') !== null;
  // "the extremist group linked to Y"
  return (
    kind === 'noun' &&
    noun!.kind === 'person' &&
    noun!.count === null &&
    isBody(noun!) &&
    isDefinite(doc, start) &&
    (bits & (BI | LI | KA)) === 0 &&
    !hasConjunction(doc, start)
  );
}

/** The comma that closes what the one at `open` opens, with the object of the verb right behind it; -1 elsewhere. */
function closingComma(doc: Doc, chunks: readonly Chunk[], open: number): number {
  for (let j = open + 2; j < chunks.length - 1 && j <= open + REACH; j++) {
    const chunk = chunks[j];
    if (isComma(chunk)) return takesUp(doc, chunks[j + 1]) ? j : -1;
    if (chunk.kind === 'mark' || turns.has(chunk.kind) || (chunk.kind === 'event' && chunk.finite && !isHeld(chunk))) return -1;
  }
  return -1;
}

/** "which controls the town" */
function isHeld({ node }: Chunk): boolean {
  const sense = senseOf(node);
  return sense !== null && eventSense(sense).types[0] === 'territory' && featuresOf(node!)?.tense === 'present';
}

/** A noun, a place or a deed that no preposition ties and nothing joins. */
const takesUp = (doc: Doc, { kind, finite, bits, start }: Chunk): boolean =>
  (kind === 'noun' || kind === 'place' || (kind === 'event' && !finite)) &&
  (bits & (BI | LI | KA)) === 0 &&
  !hasConjunction(doc, start);
