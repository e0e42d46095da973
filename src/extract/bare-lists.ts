/** Lists of bare numbers behind those counted, which together are the whole: "120 people: 60 in X, 40 in Y and 20 in Z", "40, 12 by live rounds and 28 by gas". */
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { besideManner } from './figure-lists.ts';
import type { FigureDraft } from './happening.ts';
import { hasConjunction } from './words.ts';

/** What may stand behind each number: where, by whom, by what. */
const passed: ReadonlySet<string> = new Set(['case', 'place', 'agent', 'word', 'rank', 'date', 'cause', 'among']);
/** How long such a list may be, in chunks. */
const LONG = 60;

/** The last number of the list that begins at chunk `k` and makes up those counted right before; -1 where none does. */
export function bareListOf(doc: Doc, chunks: readonly Chunk[], k: number, before: FigureDraft | undefined): number {
  if (
    before === undefined ||
    before.low < 3 ||
    before.partOf !== null ||
    !isBare(chunks[k]) ||
    hasConjunction(doc, chunks[k].start)
  )
    return -1;
  if (chunks[k - 1].kind !== 'mark' || before.chunk !== besideManner(doc, chunks, k)) return -1;
  let sum = 0;
  let numbers = 0;
  let last = -1;
  for (let j = k; j < chunks.length && j - k < LONG; j++) {
    const chunk = chunks[j];
    if (isBare(chunk)) {
      sum += chunk.noun!.count!.low;
      numbers++;
      last = j;
      if (sum === before.low) break;
      continue;
    }
    const { kind, mark, noun, finite } = chunk;
    if (finite || (noun !== null && noun.count !== null)) break;
    if (
      kind === 'mark' ? mark !== 'comma' && mark !== 'open-paren' && mark !== 'close-paren' : kind !== 'noun' && !passed.has(kind)
    ) {
      // "20 by the explosion of mines": the deed of a part
      if (kind !== 'event') break;
    }
  }
  return numbers > 1 && sum === before.low ? last : -1;
}

const isBare = ({ kind, noun }: Chunk): boolean =>
  kind === 'noun' &&
  noun !== null &&
  noun.kind === 'number' &&
  noun.count !== null &&
  !noun.additional &&
  noun.count.high === noun.count.low;
