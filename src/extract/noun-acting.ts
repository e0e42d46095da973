/** Words that act in the clause and so end a noun phrase. */
import { AL } from '../lexicon/analyze.ts';
import { EVENT, LIGHT, RESULT, SAY, VERB } from './class-groups.ts';
import type { Doc } from './doc.ts';
import { neededObject, needsObject } from './event-words.ts';
import { featuresOf, isDefinite, nodeOf, readings } from './words.ts';

const acting: readonly (readonly [string, number])[] = [
  ['event', EVENT],
  ['say', SAY],
  ['light', LIGHT],
  ['result', RESULT],
  ['verb', VERB],
];

/** "the group | opened fire": the name of a party with the letters of a verb, which has the object it needs right behind. */
export const hasItsObject = (doc: Doc, t: number, end: number): boolean =>
  (doc.groups[t] & EVENT) !== 0 &&
  doc.at[t].some(
    (n) => n.kind === 'event' && featuresOf(n)?.pos === 'verb' && needsObject(n) && neededObject(doc, n, end) === t + 1,
  );

/** A word that acts in the clause (a verb of saying, an event, a light verb) ends the phrase, unless it can only be an adjective here. */
export function isActing(doc: Doc, t: number, definite: boolean): boolean {
  const groups = doc.groups[t];
  if (!definite && isDefinite(doc, t - 1) && nodeOf(doc, t, 'carrier') !== null) return true;
  for (const [kind, bit] of acting) {
    if ((groups & bit) === 0) continue;
    const word = readings(doc, t, kind);
    if (word.verb === null && word.noun === null) continue;
    // "I wished" is no verb of the news where the same letters are a noun or adjective
    const wished = word.verb !== null && featuresOf(word.verb)?.person === 1 && doc.info[t].nominal;
    if (word.verb !== null && !wished && !definite && !(doc.bits[t] & AL)) return true;
    const pos = word.noun === null ? null : featuresOf(word.noun)?.pos;
    if (pos === 'participle' || pos === 'passive-participle') return !definite && kind === 'say';
    if (kind === 'event') return true;
    // "renewed the assertion that": a verbal noun of saying before "that" is no part of the speaker
    if (
      kind === 'say' &&
      pos === 'masdar' &&
      (doc.info[t].pronoun !== null || (t + 1 < doc.length && nodeOf(doc, t + 1, 'that') !== null))
    )
      return true;
  }
  return false;
}
