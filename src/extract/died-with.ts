/** "his death | with two of his guards", "his death at once | and three guards": whoever is named beside one meant by a pronoun met the same end. */
import { harmed } from '../claim/outcomes.ts';
import type { Outcome } from '../claim/reading.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import { eventSense } from './senses.ts';
import { hasConjunction, senseOf } from './words.ts';

/** What happened to the counted at chunk `k` by the verb or the verbal noun before them whose own victim is only a pronoun; null elsewhere. */
export function diedWith(doc: Doc, chunks: readonly Chunk[], k: number, owner: Happening | null): Outcome | null {
  if (owner !== null) return null;
  let j = k - 1;
  const joined = hasConjunction(doc, chunks[k].start);
  while (j >= 0 && chunks[j].kind === 'word') j--;
  const company = chunks[j]?.kind === 'case' && chunks[j].mark === 'with' && doc.info[chunks[j].start].pronoun === null;
  if (company) j--;
  else if (!joined || j === k - 1) return null;
  const before = chunks[j];
  const sense = before?.kind === 'event' ? senseOf(before.node) : null;
  if (sense === null || (!before.finite && doc.info[before.start].pronoun === null)) return null;
  if (before.finite && !company) return null;
  const { outcome } = eventSense(sense);
  return outcome !== null && harmed.has(outcome) ? outcome : null;
}
