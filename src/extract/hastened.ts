/** "the movement | hastened | to | the announcement of its responsibility", "the rebels, who | hastened to | claim", "the governor | was quick | to | say | that": who did so is the subject of the verb before. */
import { BI, KA, LI } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import type { Complement } from './complements.ts';
import type { Doc } from './doc.ts';
import { itemAt } from './item-at.ts';
import type { NounPhrase } from './noun-parts.ts';
import type { CueSense } from './senses.ts';
import { field } from './words.ts';

/** How far before the words of claiming the verb may stand, in chunks. */
const REACH = 14;

export function hastener(
  doc: Doc,
  chunks: readonly Chunk[],
  k: number,
  cue: CueSense,
  { at, kind: tied }: Complement,
): NounPhrase | null {
  const tie = itemAt(chunks, k - 1);
  if (chunks[k].finite || tie?.kind !== 'case' || (tie.mark !== 'to' && tie.mark !== 'in')) return null;
  if (cue.act !== 'claim-responsibility' && chunks[at]?.kind !== 'responsibility' && tied !== 'that') return null;
  for (let j = k - 2; j >= 0 && k - j < REACH; j--) {
    const { kind, finite, start } = chunks[j];
    if (kind === 'that' || kind === 'reset' || kind === 'contrast') return null;
    if (kind !== 'verb' || !finite || !doc.at[start].some((node) => field(node, 'realizes') === 'yes')) continue;
    const next = chunks[j + 1];
    if (next.kind === 'noun' && (next.bits & (BI | LI | KA)) === 0) return next.noun;
    const before = chunks[j - 1]?.kind === 'relative' ? chunks[j - 2] : chunks[j - 1];
    return before?.kind === 'noun' ? before.noun : null;
  }
  return null;
}
