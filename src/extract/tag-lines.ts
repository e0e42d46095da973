/**
 * Tags at the foot of a post ("#Idlib #The_army_kills_civilians"): slogans and addresses, told by nobody. Tags before a post or inside its sentences are
 * read: they may say where it happened.
 */
import { PUNCTUATION, WORD } from '../text/scan.ts';
import type { Doc } from './doc.ts';
import type { Sentence } from './sentences.ts';

const HASH = 0x23;
const UNDERSCORE = 0x5f;
/** Letters below this are those of Latin scripts: views, times and handles of the page. */
const LATIN_ENDS = 0x250;

/** Marks the tags behind the last sentence as page furniture; a post of nothing but tags is left as it is. */
export function dropTagsAtFoot(doc: Doc, sentences: Sentence[]): void {
  let first = sentences.length;
  for (let k = sentences.length - 1; k > 0; k--) {
    const from = sentences[k - 1].end;
    if (!isTags(doc, from, sentences[k].end)) break;
    first = k;
  }
  for (let k = first; k < sentences.length; k++) sentences[k].furniture = true;
}

/** Nothing but tags, numbers, marks and Latin letters stands here, the first word being a tag or Latin. */
function isTags(doc: Doc, from: number, end: number): boolean {
  const { tokens, text } = doc;
  for (let i = from; i < end; i++) {
    if (tokens.kind[i] !== WORD || text.charCodeAt(tokens.start[i]) < LATIN_ENDS) continue;
    const before = i > 0 ? tokens.start[i] - 1 : -1;
    const glued = before >= 0 && text.charCodeAt(before) === UNDERSCORE;
    const tagged = i > 0 && tokens.kind[i - 1] === PUNCTUATION && tokens.mark[i - 1] === HASH;
    if (!glued && !tagged) return false;
  }
  return true;
}
