/** What is put between an attack that is the subject of its verb and the target behind it: "targeted an attack | with a car bomb, thought to be the work of X, | a post". */
import { BI } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { attackTypes, eventSense } from './senses.ts';
import { hasConjunction, nodeOf, senseOf } from './words.ts';

/** How many chunks may stand between two commas. */
const ASIDE = 6;

/** The chunk behind what is put in at `at`, `at` where nothing is. */
export function behindPutIn(doc: Doc, chunks: readonly Chunk[], at: number): number {
  const chunk = chunks[at];
  if (chunk === undefined || hasConjunction(doc, chunk.start)) return at;
  if (isWeapon(chunk)) return at + 1;
  // "with a car bomb | in the town"
  if (chunk.kind === 'case' && chunks[at + 1]?.kind === 'place' && isWeapon(chunks[at - 1])) return at + 2;
  // "it is thought that it was a bomber", "suspected to be of the making of X"
  if (chunk.kind === 'say' && chunk.finite && chunks[at + 1]?.kind === 'that') {
    const from = chunks[at + 2]?.kind === 'case' ? at + 3 : at + 2;
    return chunks[from]?.kind === 'noun' ? from + 1 : at;
  }
  // ", it is the second within two days,"
  if (chunk.kind === 'pronoun' && chunks[at - 1].mark === 'comma' && nodeOf(doc, chunk.start, 'pronoun') !== null) {
    for (let j = at + 1; j < chunks.length && j <= at + ASIDE; j++) {
      if (chunks[j].mark === 'comma') return j + 1;
      if (chunks[j].finite || chunks[j].kind === 'mark') return at;
    }
  }
  return at;
}

/** "with a car bomb" */
function isWeapon({ kind, finite, bits, node }: Chunk): boolean {
  if (kind !== 'event' || finite || (bits & BI) === 0) return false;
  const sense = senseOf(node);
  return sense !== null && attackTypes.has(eventSense(sense).types[0]) && eventSense(sense).outcome === null;
}
