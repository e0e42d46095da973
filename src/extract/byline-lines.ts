/** Lines that only say who prepared, wrote or edited the report: "Prepared by: X - Edited by: Y", "(edited by Y)". Nobody tells anything in them. */
import { Kinds } from '../text/key-mark.ts';
import { BREAK, NUMBER, WORD } from '../text/scan.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { markAt, nodeAmong, nodeOf } from './words.ts';

/** Words of such a line at most. */
const LONGEST = 16;

const naming = new Kinds(['given-name', 'family-name', 'kunya', 'byline']);
/** "our correspondent: three were killed" */
const telling = new Kinds(['according', 'event', 'say', 'outcome', 'number', 'quantity', 'light', 'result']);

/** Whether a line of bylines begins at the token: behind a colon, or the whole of it between brackets. */
export function isByline(doc: Doc, i: number): boolean {
  const node = nodeOf(doc, i, 'byline');
  if (node === null || node.end >= doc.length) return false;
  const bracketed = i > 0 && markAt(doc, i - 1) === 'open-paren';
  const from = bracketed ? i - 1 : i;
  if (from > 0 && doc.tokens.kind[from - 1] !== BREAK && !bracketed) return false;
  if (!bracketed && markAt(doc, node.end) !== 'colon') return false;
  let words = 0;
  for (let k = node.end; k < doc.length; k++) {
    const kind = doc.tokens.kind[k];
    if (kind === BREAK) return !bracketed && words > 0;
    if (kind === NUMBER) return false;
    if (kind !== WORD) {
      if (bracketed && markAt(doc, k) === 'close-paren')
        return words > 0 && (k + 1 >= doc.length || doc.tokens.kind[k + 1] === BREAK);
      continue;
    }
    if (++words > LONGEST) return false;
    const named = nodeAmong(doc, k, naming) !== null;
    if (!named && nodeAmong(doc, k, telling) !== null) return false;
  }
  return !bracketed && words > 0;
}

/** "X - urgent - monitoring: …": a word of bylines between a dash and the colon is no verb of saying. */
export const isBylineWord = (doc: Doc, chunks: readonly Chunk[], k: number): boolean =>
  chunks[k + 1]?.mark === 'colon' && chunks[k - 1]?.mark === 'dash' && nodeOf(doc, chunks[k].start, 'byline') !== null;

/** "X - the city of Y: …", "X - Z - urgent: …": a bare name before a dash wrote the report, where a place, a name or a word of bylines stands before the colon. */
export function isWriter(doc: Doc, chunks: readonly Chunk[], at: number, colon: number): boolean {
  if (chunks[at].noun?.kind !== 'name' || chunks[at + 1]?.mark !== 'dash' || colon < at + 3) return false;
  const { place, noun, start } = chunks[colon - 1];
  return place !== null || noun?.kind === 'name' || noun?.node?.kind === 'actor-short' || nodeAmong(doc, start, filing) !== null;
}

const filing = new Kinds(['byline', 'ticker']);

/** A city is at most so many words, and the agencies behind it. */
const CITY = 3;
const AGENCIES = 6;

const agencies = new Kinds(['outlet', 'outlet-short', 'byline']);

/** "Kabul (agencies) fourteen were killed": the token at which the sentence begins behind where the report was filed; `from` where it names no place. */
export function behindDateline(doc: Doc, from: number, end: number): number {
  let open = from;
  while (open < end && open <= from + CITY && doc.tokens.kind[open] === WORD && nodeAmong(doc, open, telling) === null) open++;
  if (open === from || open >= end || markAt(doc, open) !== 'open-paren') return from;
  let agency = false;
  let k = open + 1;
  for (; k < end && k <= open + AGENCIES && markAt(doc, k) !== 'close-paren'; k++) {
    if (doc.tokens.kind[k] === NUMBER) return from;
    if (doc.tokens.kind[k] === WORD && nodeAmong(doc, k, agencies) !== null) agency = true;
  }
  if (!agency || k >= end || markAt(doc, k) !== 'close-paren') return from;
  k++;
  while (k < end && doc.tokens.kind[k] !== WORD && doc.tokens.kind[k] !== NUMBER && opening.has(markAt(doc, k)) === false) k++;
  return k < end ? k : from;
}

const opening: ReadonlySet<string> = new Set(['open', 'quote', 'open-paren']);
