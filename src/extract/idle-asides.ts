/**
 * What is put between commas, dashes or brackets and tells nothing of its own: "shelled, in answer to earlier attacks, a market", "fired, it seems, a rocket",
 * "the forces, which X supports, blocked". It is taken out of the row, so that the clause is read as if it were not there; a deed in it is kept
 * apart, for it was seen and not read.
 */
import { harmed } from '../claim/outcomes.ts';
import type { Chunk } from './chunk.ts';
import { outcomeOfNoun } from './count-of.ts';
import type { Doc } from './doc.ts';
import { isForce } from './parties.ts';
import { featuresOf, hasConjunction } from './words.ts';

/** Asked of every chunk: a look into a table by its mark would cost more. */
const closing = (mark: string): string | undefined =>
  mark === 'comma' || mark === 'dash' ? mark : mark === 'open-paren' ? 'close-paren' : undefined;

/** How long an aside may be, in chunks. */
const ASIDE = 8;

/** The row without its idle asides (the same row where it holds none), and what was taken out of it. */
export function withoutIdleAsides(doc: Doc, chunks: Chunk[]): { chunks: Chunk[]; aside: readonly Chunk[] } {
  let row: Chunk[] | null = null;
  const aside: Chunk[] = [];
  for (let k = 1; k < chunks.length; k++) {
    const close = closedAt(chunks, k);
    if (close < 0 || !(isIdle(chunks, k, close) || isStanding(doc, chunks, k, close)) || !goesOn(doc, chunks, k, close)) {
      row?.push(chunks[k]);
      continue;
    }
    row ??= chunks.slice(0, k);
    aside.push(...chunks.slice(k + 1, close));
    // behind a comma another clause is joined
    k = keepsMark(doc, chunks[close + 1]) ? close - 1 : close;
  }
  return row === null ? { chunks, aside: none } : { chunks: row, aside };
}

const none: readonly Chunk[] = [];

/** The mark that closes what the one at chunk `open` opens, where something follows it; -1 elsewhere. */
function closedAt(chunks: readonly Chunk[], open: number): number {
  const mark = chunks[open].kind === 'mark' ? closing(chunks[open].mark) : undefined;
  if (mark === undefined) return -1;
  for (let k = open + 1; k < chunks.length - 1 && k <= open + ASIDE; k++)
    if (chunks[k].kind === 'mark') return chunks[k].mark === mark && k > open + 1 ? k : -1;
  return -1;
}

const openers: ReadonlySet<string> = new Set(['case', 'cause', 'word', 'circumstance', 'conjunction']);
const small: ReadonlySet<string> = new Set(['case', 'cause', 'word', 'pronoun', 'circumstance', 'rank']);

/** Nobody, nowhere, no day and no number: only when, how or why, with the bare word of another deed at most. */
function isIdle(chunks: readonly Chunk[], open: number, close: number): boolean {
  if (!openers.has(chunks[open + 1].kind)) return false;
  let deeds = 0;
  for (let k = open + 1; k < close; k++) {
    const { kind, finite, noun, node } = chunks[k];
    if (small.has(kind)) continue;
    if (kind === 'event' && !finite && ++deeds === 1 && k > open + 1) continue;
    if (kind !== 'noun' || noun === null || node?.kind === 'relative') return false;
    if (noun.count !== null || noun.actor !== null || noun.outlet !== null || noun.place !== null) return false;
    if (noun.kind !== 'other' && noun.kind !== 'thing') return false;
    if (harmed.has(outcomeOfNoun(noun) ?? 'other')) return false;
  }
  return true;
}

/** ", which X supports,", ", which fights since 2015,", ", which controls most of the country,": what a party is or does at all times. */
function isStanding(doc: Doc, chunks: readonly Chunk[], open: number, close: number): boolean {
  const of = chunks[open - 1].noun;
  if (of === null || chunks[open + 1].kind !== 'relative' || !isForce(doc, of)) return false;
  const verb = chunks[open + 2];
  if (!verb.finite || verb.kind === 'say' || verb.node === null || featuresOf(verb.node)?.tense !== 'present') return false;
  for (let k = open + 3; k < close; k++) {
    const { kind, finite, noun } = chunks[k];
    if (finite || kind === 'that' || kind === 'say' || kind === 'relative' || kind === 'result' || kind === 'event') return false;
    if (noun !== null && noun.count !== null) return false;
  }
  return true;
}

/** The clause goes on behind it: what stands there is no clause of its own. */
function goesOn(doc: Doc, chunks: readonly Chunk[], open: number, close: number): boolean {
  const next = chunks[close + 1];
  if (next.kind === 'mark' || next.kind === 'contrast' || next.kind === 'reset') return false;
  // "a man, it seems, | stabbed": the subject finds its verb behind the marks
  if (next.finite && !hasConjunction(doc, next.start)) return false;
  // nobody acts before it: the head of the sentence is no aside
  return chunks.slice(0, open).some(({ kind }) => kind === 'event' || kind === 'light' || kind === 'say');
}

const keepsMark = (doc: Doc, next: Chunk): boolean =>
  next.kind === 'result' ||
  next.kind === 'relative' ||
  (hasConjunction(doc, next.start) && (next.finite || next.kind === 'event'));
