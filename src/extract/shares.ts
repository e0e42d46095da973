/** Shares of the people counted, and those left out of them: "more than half of them", "all of them civilians except one policeman". */
import { addedEnd } from './asides.ts';
import type { Chunk } from './chunk.ts';
import { crowdEnd } from './crowded.ts';
import type { Doc } from './doc.ts';
import { withoutParty } from './figure-owners.ts';
import type { Happening } from './happening.ts';
import { isOneOfThem } from './noun-count.ts';
import { readNoun } from './noun-phrase.ts';
import type { Gazetteer } from './place-names.ts';
import { field, nodeOf } from './words.ts';

/** "more than | half of them": where the words end that hedge a share, whatever the first of them is elsewhere. */
function hedgeOfShare(doc: Doc, i: number): number {
  const share = nodeOf(doc, i, 'proportion');
  return share !== null && share.end > i + 1 && nodeOf(doc, share.end - 1, 'proportion') !== null ? share.end - 1 : i;
}

/** How many chunks may stand between the counted and those left out. */
const REACH = 4;

/** "(ten people, all of them civilians) | except one policeman": where the words for those left out end; they are nobody's victims and no doers. */
function exceptedEnd(doc: Doc, i: number, end: number, before: readonly Chunk[], gazetteer: Gazetteer): number {
  const except = nodeOf(doc, i, 'excluding');
  if (except === null || except.end >= end) return i;
  const counted = before.slice(-REACH).some(({ noun }) => noun?.count != null && noun.kind !== 'thing');
  if (!counted) return i;
  const noun = readNoun(doc, except.end, end, gazetteer);
  return noun !== null && people.has(noun.kind) ? noun.end : i;
}
const people: ReadonlySet<string> = new Set(['person', 'number', 'outcome', 'title']);

/** Where words end that tell of nobody here: copies, hedges of a share, and those left out of a count. */
export const passedOverEnd = (doc: Doc, i: number, end: number, before: readonly Chunk[], gazetteer: Gazetteer): number =>
  Math.max(addedEnd(doc, i, end), hedgeOfShare(doc, i), exceptedEnd(doc, i, end, before, gazetteer));

/** "five | out of | nine workers": the last chunk of the whole that they are some of, to whom nothing is said to have happened; -1 elsewhere. */
function outOfEnd(doc: Doc, chunks: readonly Chunk[], k: number, happenings: readonly Happening[]): number {
  const some = chunks[k - 1]?.noun ?? null;
  const whole = chunks[k + 1]?.noun?.count ?? null;
  if (some === null || whole === null || field(nodeOf(doc, chunks[k].start, 'among'), 'out-of') !== 'yes') return -1;
  if (whole.high !== null && whole.high <= (some.count?.low ?? 1)) return -1;
  const { start, end } = chunks[k + 1];
  withoutParty(
    happenings.filter(({ chunk }) => chunk < k),
    start,
    end,
  );
  return k + 1;
}

/** Where people end, behind "among them" or "out of" at chunk `k`, who are not counted with those before; -1 elsewhere. */
export const uncountedEnd = (doc: Doc, chunks: readonly Chunk[], k: number, happenings: readonly Happening[]): number =>
  Math.max(crowdEnd(chunks, k), outOfEnd(doc, chunks, k, happenings));

/** "(killed) | of them | five" */
export const countsSomeOfThem = (doc: Doc, i: number): boolean =>
  field(nodeOf(doc, i, 'among'), 'of') === 'them' && i + 1 < doc.length && nodeOf(doc, i + 1, 'quantity') !== null;

/** "five people, | three of them children, | were killed", "five soldiers, one of them an officer, were": back from the share at chunk `j` to the whole; `j` elsewhere. */
export function beforeShare(doc: Doc, chunks: readonly Chunk[], j: number): number {
  const few = j > 0 ? chunks[j].noun : null;
  if (few === null) return j;
  const one = chunks[j - 1].kind === 'noun' && isOneOfThem(doc, chunks[j - 1].start);
  const some =
    few.kind === 'number' && few.count !== null && chunks[j + 1]?.kind === 'among' && field(chunks[j + 1].node, 'of') === 'them';
  if (!one && !some) return j;
  let k = one ? j - 2 : j - 1;
  if (k > 0 && chunks[k].kind === 'mark' && asides.has(chunks[k].mark)) k--;
  const whole = chunks[k]?.kind === 'noun' ? (chunks[k].noun?.count ?? null) : null;
  return whole !== null && (whole.high === null || whole.high > (one ? 1 : few.count!.low)) ? k : j;
}

const asides: ReadonlySet<string> = new Set(['comma', 'dash', 'open-paren']);
