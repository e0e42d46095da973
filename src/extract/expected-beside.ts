/** "in spite of the warnings | of | an attack", "the Israeli threat | to shell": what a noun of threatening, warning or calling for leads to, though nobody is told to have said it. */
import { BI, LI } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { field } from './words.ts';

const leading: ReadonlySet<string> = new Set(['from', 'to', 'in', 'on', 'against']);

/** The deed that begins at a chunk stands behind such a noun, whose owner or quality may stand between. */
export function isExpectedBeside(doc: Doc, chunks: readonly Chunk[], at: number): boolean {
  if (chunks[at].finite) return false;
  let k = at - 1;
  const link = chunks[k];
  if (link?.kind === 'case') {
    if (!leading.has(link.mark) || doc.info[link.start].pronoun !== null) return false;
    k--;
  } else if (!(chunks[at].bits & (BI | LI)) && link?.kind !== 'say') return false;
  while (k > at - 4 && (chunks[k]?.kind === 'noun' || chunks[k]?.kind === 'word')) k--;
  const say = chunks[k];
  return say?.kind === 'say' && !say.finite && field(say.node, 'stance') === 'expected';
}
