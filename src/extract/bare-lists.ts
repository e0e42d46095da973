/** Lists of bare numbers behind those counted, which together are the whole: "120 people: 60 in X, 40 in Y and 20 in Z", "40, 12 by live rounds and 28 by gas". */
import { isTollOfPlace } from './bracket-tolls.ts';
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
  // "25 were killed in X (12), Y (eight) and Z (five)"
  const bracket =
    isTollOfPlace(chunks, k) && chunks.slice(before.chunk + 1, k).every(({ kind }) => kind === 'mark' || passed.has(kind));
  if (!bracket && (chunks[k - 1].kind !== 'mark' || before.chunk !== besideManner(doc, chunks, k))) return -1;
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
  (kind === 'noun' || kind === 'evidence') &&
  noun !== null &&
  noun.kind === 'number' &&
  noun.count !== null &&
  !noun.additional &&
  noun.count.high === noun.count.low;

/** "23 were killed, 16 of them | in X, and 4 in Y and 3 in Z": another number of the list, with a place of its own; the whole they are all some of, or null. */
export function nextByPlace(
  chunks: readonly Chunk[],
  k: number,
  all: readonly FigureDraft[],
  joined: boolean,
): FigureDraft | null {
  const last = all.at(-1);
  if (!joined || last?.partOf == null || last.noun.kind !== 'number' || !isBare(chunks[k])) return null;
  if (chunks[k + 1]?.kind !== 'case' || chunks[k + 1].mark !== 'in' || chunks[k + 2]?.place == null) return null;
  const between = chunks.slice(last.chunk + 1, k);
  if (!between.some(({ kind }) => kind === 'place') || !between.every(({ kind }) => where.has(kind))) return null;
  const whole = last.partOf;
  const told = all.filter((f) => f.partOf === whole).reduce((sum, f) => sum + f.low, 0);
  return whole.high !== null && told + chunks[k].noun!.count!.low <= whole.high ? whole : null;
}

const where: ReadonlySet<string> = new Set(['among', 'case', 'place', 'word']);
