/** The subject that stands before its verb. */
import { BI, KA, LI } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { NounPhrase } from './noun-parts.ts';
import { hasConjunction } from './words.ts';

/** "13 civilians, among them 5 children, were killed": back over the parenthesis to the noun it belongs to. */
function beforeSubset(chunks: readonly Chunk[], j: number): number {
  for (let k = j; k >= 0 && k >= j - 7; k--) {
    const kind = chunks[k].kind;
    if (kind === 'among') {
      let before = k - 1;
      if (before >= 0 && chunks[before].kind === 'mark') before--;
      return before >= 0 && chunks[before].kind === 'noun' ? before : j;
    }
    if (kind !== 'noun' && kind !== 'mark' && kind !== 'place') return j;
  }
  return j;
}

/** The subject that stands before its verb, or the antecedent of a relative clause. */
export function subjectOf(doc: Doc, chunks: readonly Chunk[], k: number, used: Uint8Array): NounPhrase[] | null {
  if (hasConjunction(doc, chunks[k].start)) return null;
  let j = k - 1;
  let relative = false;
  while (j >= 0) {
    const chunk = chunks[j];
    if (chunk.kind === 'relative') {
      relative = true;
      j--;
      continue;
    }
    if (
      chunk.kind === 'modal' ||
      chunk.kind === 'was' ||
      chunk.kind === 'date' ||
      chunk.kind === 'word' ||
      chunk.kind === 'negation' ||
      chunk.kind === 'pronoun'
    ) {
      j--;
      continue;
    }
    if (
      chunk.kind === 'mark' &&
      (chunk.mark === 'comma' || chunk.mark === 'close' || chunk.mark === 'quote' || chunk.mark === 'close-paren') &&
      j > 0 &&
      (relative || j === k - 1 || chunks[j - 1].kind === 'noun')
    ) {
      if (chunk.mark === 'comma' && !relative) break;
      j--;
      continue;
    }
    break;
  }
  j = beforeSubset(chunks, j);
  if (j < 0 || used[j]) return null;
  // skip a place or prepositional phrase between subject and verb
  while (
    j > 0 &&
    (chunks[j].kind === 'place' ||
      (chunks[j].kind === 'noun' && (chunks[j].bits & (BI | LI)) !== 0) ||
      (chunks[j].kind === 'noun' && chunks[j - 1].kind === 'case'))
  ) {
    j -= chunks[j - 1].kind === 'case' ? 2 : 1;
    if (j < 0) return null;
  }
  if (j < 0 || used[j] || chunks[j].kind !== 'noun' || chunks[j].noun === null) return null;
  if (chunks[j].bits & (BI | LI | KA)) return null;
  // joined phrases: go back to the first
  let first = j;
  while (
    first > 0 &&
    hasConjunction(doc, chunks[first].start) &&
    chunks[first - 1].kind === 'noun' &&
    chunks[first - 1].noun !== null
  )
    first--;
  if (first > 0 && chunks[first - 1].kind === 'case' && !relative) return null;
  if (
    first > 0 &&
    (chunks[first - 1].kind === 'event' ||
      chunks[first - 1].kind === 'verb' ||
      chunks[first - 1].kind === 'light' ||
      chunks[first - 1].kind === 'result') &&
    !relative
  )
    return null;
  const nouns: NounPhrase[] = [];
  for (let m = first; m <= j; m++) {
    const noun = chunks[m].noun;
    if (chunks[m].kind === 'noun' && noun !== null) nouns.push(noun);
  }
  return nouns.length > 0 ? nouns : null;
}
