/** "the fiercest in the area", "the first since May": what a superlative compares with tells neither where nor when. */
import type { Chunk } from './chunk.ts';
import { RANKING } from './class-groups.ts';
import type { Doc } from './doc.ts';
import { hasConjunction, isDefinite, isFiniteVerb, isWord, nodeOf, readings } from './words.ts';

/** Tokens that a superlative takes at most. */
const LONG = 4;

/** A superlative ends right before the token, or before the one preposition that stands there. */
export function isRanked(doc: Doc, start: number): boolean {
  for (let i = Math.max(0, start - LONG - 1); i < start; i++)
    if (doc.at[i].some(({ kind, end }) => kind === 'superlative' && (end === start || end === start - 1))) return true;
  return false;
}

/** How many chunks may stand between what is ranked and the time. */
const RANKED = 7;
const apart: ReadonlySet<string> = new Set(['contrast', 'reset', 'result', 'say', 'that', 'cause']);

/** "the highest toll since the start of the year", "an attack, the third | within a week": the time at chunk `k` is what something is ranked over. */
export function isRankedOver(doc: Doc, chunks: readonly Chunk[], k: number): boolean {
  const { open, type } = (chunks[k].node?.value ?? {}) as { open?: boolean; type?: string };
  if (chunks[k].kind === 'date' && open !== true && type !== 'DURATION') return false;
  for (let j = k - 1; j >= 0 && j >= k - RANKED; j--) {
    const chunk = chunks[j];
    if (countsDeed(doc, chunk.start)) return true;
    if (apart.has(chunk.kind) || (chunk.finite && chunk.kind === 'event')) return false;
    for (let i = chunk.start; i < chunk.end; i++) if ((doc.groups[i] & RANKING) !== 0 && ranks(doc, i)) return true;
    // "one of the fiercest" counts nobody
    if (chunk.noun?.count != null) return false;
  }
  return false;
}

function ranks(doc: Doc, i: number): boolean {
  if (nodeOf(doc, i, 'superlative') !== null) return true;
  // "more than 20" is a bound
  const bare = doc.at[i].some(({ kind, word }) => bareRanks.has(kind) && word?.exact !== false);
  if (bare)
    return (
      nodeOf(doc, i, 'hedge') === null && !(i > 0 && nodeOf(doc, i - 1, 'given-name') !== null) && !hasConjunction(doc, i + 1)
    );
  return nodeOf(doc, i, 'ordinal') !== null && (isDefinite(doc, i) || countsDeed(doc, i));
}

/** "a third | incident", "a second | attempt": which of several it is, and nobody who was the third. */
export const countsDeed = (doc: Doc, i: number): boolean =>
  i + 1 < doc.length &&
  isWord(doc, i + 1) &&
  doc.bits[i + 1] === 0 &&
  nodeOf(doc, i, 'ordinal')?.end === i + 1 &&
  (nodeOf(doc, i + 1, 'carrier') !== null ||
    readings(doc, i + 1, 'event').noun !== null ||
    nodeOf(doc, i + 1, 'unreal') !== null) &&
  !isFiniteVerb(doc, i + 1);

const bareRanks: ReadonlySet<string> = new Set(['elative', 'foremost', 'nth']);

/** "(launched) the fiercest | attack", "the biggest | raid": a superlative is neither who did it nor a verb ("magnified"), nor a man's name. */
export const ranksDeed = (doc: Doc, i: number): boolean =>
  i + 1 < doc.length &&
  (doc.groups[i] & RANKING) !== 0 &&
  !isDefinite(doc, i + 1) &&
  doc.bits[i + 1] === 0 &&
  doc.at[i].some(({ kind, word }) => (kind === 'elative' || kind === 'foremost') && word?.exact !== false) &&
  readings(doc, i + 1, 'event').noun !== null;
