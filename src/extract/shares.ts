/** Shares of the people counted, and those left out of them: "more than half of them", "all of them civilians except one policeman". */
import { copyEnd } from './asides.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { readNoun } from './noun-phrase.ts';
import type { Gazetteer } from './place-names.ts';
import { nodeOf } from './words.ts';

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
  Math.max(copyEnd(doc, i, end), hedgeOfShare(doc, i), exceptedEnd(doc, i, end, before, gazetteer));
