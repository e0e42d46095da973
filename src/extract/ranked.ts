/** "the fiercest in the area", "the first since May": what a superlative compares with tells neither where nor when. */
import type { Doc } from './doc.ts';

/** Tokens that a superlative takes at most. */
const LONG = 4;

/** A superlative ends right before the token, or before the one preposition that stands there. */
export function isRanked(doc: Doc, start: number): boolean {
  for (let i = Math.max(0, start - LONG - 1); i < start; i++)
    if (doc.at[i].some(({ kind, end }) => kind === 'superlative' && (end === start || end === start - 1))) return true;
  return false;
}
