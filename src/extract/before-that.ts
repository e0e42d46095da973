/** Clauses that describe the speaker between a verb of saying and its "that": "a villager said, who fled to the town, that". */
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { NounPhrase } from './noun-parts.ts';
import type { CueSense } from './senses.ts';
import { isDocument } from './sources.ts';
import { featuresOf, field, hasConjunction } from './words.ts';

/** Nine in ten complements begin within nine words of the verb; titles and brackets make some longer. */
export const MAX_TOKENS = 30;

/** "in which it announced (in-it) the killing of" */
export const isReferring = (doc: Doc, { kind, start, node }: Chunk): boolean =>
  // "to-it" is written like "machine"
  kind === 'case' && (doc.info[start].pronoun !== null || (node?.word?.pronoun ?? null) !== null);

/**
 * "a doctor said, (who) asked not to be named, that": between a verb of saying and its "that" Arabic has no second verb but one that describes the speaker, if
 * nothing joins it.
 */
export function isBeforeThat(doc: Doc, chunks: readonly Chunk[], k: number, j: number, cue: CueSense): boolean {
  const { kind, start, node } = chunks[j];
  // "recounted a villager | (who) fled to the town | that": a clause of somebody without a name
  const fled = isNameless(chunks, j);
  if (!chunks[k].finite || hasConjunction(doc, start) || !(fled || (!cue.weak && cue.frame.has('inna')))) return false;
  const weak = field(node, 'strength') === 'weak';
  let refers = chunks[j + 1] !== undefined && isReferring(doc, chunks[j + 1]);
  if (kind !== 'verb' && kind !== 'say' && !refers && !fled && (node === null || featuresOf(node)?.tense !== 'present'))
    return false;
  for (let m = j + 1; m < chunks.length && chunks[m].start < chunks[k].end + MAX_TOKENS; m++) {
    refers ||= isReferring(doc, chunks[m]);
    if (chunks[m].kind === 'that')
      return (
        m > j + 1 &&
        !chunks[m - 1].finite &&
        (kind !== 'say' || weak || refers || fled) &&
        !(chunks[m - 1].kind === 'case' && !refers)
      );
    if (chunks[m].finite && hasConjunction(doc, chunks[m].start)) return false;
    if (chunks[m].kind === 'mark' && (chunks[m].mark === 'colon' || chunks[m].mark === 'semicolon')) return false;
  }
  return false;
}

/** "one of the survivors" */
export const isOne = ({ count }: NounPhrase): boolean => count?.low === 1 && count.high === 1;

/** Somebody without a name right before the verb, or before its "not" and "was". */
function isNameless(chunks: readonly Chunk[], j: number): boolean {
  let k = j - 1;
  while (k > 0 && (chunks[k].kind === 'negation' || chunks[k].kind === 'was' || chunks[k].kind === 'modal')) k--;
  const { noun, end } = chunks[k];
  if (noun === null || end !== chunks[k + 1].start || noun.definite || noun.count !== null) return false;
  return noun.kind === 'person' || noun.kind === 'outcome' || (noun.kind === 'source' && !isDocument(noun));
}
