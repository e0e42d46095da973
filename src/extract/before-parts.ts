/** What stands before a verb and tells who some of the counted are: "13 civilians, among them 5 children, were killed", "five civilians (four children and a woman) were killed". */
import { harmed } from '../claim/outcomes.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { NounPhrase } from './noun-parts.ts';
import { eventSense } from './senses.ts';
import { featuresOf, hasConjunction, senseOf } from './words.ts';

/** "13 civilians, among them 5 children, were killed": back over the parenthesis to the noun it belongs to. */
export function beforeSubset(chunks: readonly Chunk[], j: number): number {
  for (let k = j; k >= 0 && k >= j - PARTS; k--) {
    const kind = chunks[k].kind;
    if (kind === 'among') {
      let before = k - 1;
      if (before >= 0 && chunks[before].kind === 'mark') before--;
      return before >= 0 && chunks[before].kind === 'noun' ? before : j;
    }
    // "and" stands apart from a number in figures
    if (kind !== 'noun' && kind !== 'mark' && kind !== 'place' && kind !== 'word') return j;
  }
  return j;
}

/** How many chunks the parts may take up. */
const PARTS = 9;

/** "five civilians (four children and a woman) were killed": where the bracket opens; -1 where none does. */
export function beforeBrackets(chunks: readonly Chunk[], close: number): number {
  for (let k = close - 1; k > 0 && k >= close - 8; k--) {
    const { kind, mark } = chunks[k];
    if (kind === 'mark' && mark === 'open-paren') return chunks[k - 1].kind === 'noun' ? k : -1;
    if (kind === 'mark' && mark !== 'comma') return -1;
  }
  return -1;
}

/** "ten were killed, among them two children, | and 30 | were wounded": whoever is counted between the parts and a verb of another fate. */
export function countedBehindParts(doc: Doc, chunks: readonly Chunk[], k: number): NounPhrase | null {
  const { noun, kind, start, end } = chunks[k - 1] ?? chunks[k];
  if (kind !== 'noun' || noun?.count == null || end !== chunks[k].start || !hasConjunction(doc, start)) return null;
  const own = fateAt(chunks[k]);
  const verb = chunks[k].node === null ? null : featuresOf(chunks[k].node!);
  if (own === null || verb?.number === 'sg') return null;
  const whole = beforeSubset(chunks, k - 2);
  const told = whole < k - 2 ? chunks[whole - 1] : undefined;
  const other = told === undefined ? null : fateAt(told);
  return other !== null && other !== own ? noun : null;
}

const fateAt = ({ kind, finite, node }: Chunk): string | null => {
  const sense = kind === 'event' && finite ? senseOf(node) : null;
  const outcome = sense === null ? null : eventSense(sense).outcome;
  return outcome !== null && (harmed.has(outcome) || outcome === 'detained' || outcome === 'abducted') ? outcome : null;
};
