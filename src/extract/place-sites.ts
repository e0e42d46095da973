/** "The surroundings of the division 17", "of the air college", "of the vehicle department": a site that no class of places tells is a place behind such a word. */
import { AL } from '../lexicon/analyze.ts';
import type { Doc } from './doc.ts';
import { numberOfName } from './numbered-names.ts';
import { bareKey } from './place-names.ts';
import type { Level } from './place-unnamed.ts';
import { field, isDefinite, isWord, nodeOf } from './words.ts';

/** Words of such a name at most. */
const LONGEST = 4;

/** The site at token `t` behind the word for its surroundings; null where none stands there. */
export function siteLevel(doc: Doc, t: number, end: number): Level | null {
  if (!isWord(doc, t) || !isSite(doc, t)) return null;
  let after = t + 1;
  while (after < end && after < t + LONGEST && isWord(doc, after) && doc.bits[after] === AL) after++;
  if (!isDefinite(doc, after - 1)) return null;
  if (numberOfName(doc, after, end)) after++;
  const level = { start: t, end: after, kind: 'facility', keys: [] as string[], rows: [], bearing: null };
  for (let k = t; k < after; k++) level.keys.push(bareKey(doc, k));
  return { level, after, anaphor: null, sure: true };
}

/** A body of soldiers, an office, a building. */
const isSite = (doc: Doc, t: number): boolean =>
  nodeOf(doc, t, 'thing') !== null || field(nodeOf(doc, t, 'person'), 'unit') === 'group' || nodeOf(doc, t, 'source') !== null;
