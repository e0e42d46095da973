/** Words that act in the clause and so end a noun phrase. */
import { AL } from '../lexicon/analyze.ts';
import type { Node } from '../rules/node.ts';
import { ALEF, LAM, MEEM } from '../text/letters.ts';
import { EVENT, LIGHT, RESULT, SAY, VERB } from './class-groups.ts';
import type { Doc } from './doc.ts';
import { neededObject, needsObject } from './event-words.ts';
import { endsLikeFeminine } from './noun-closed.ts';
import { featuresOf, isDefinite, looseOfToken, nodeOf, readings } from './words.ts';

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

/** "the forces, the attacking (ones)": behind a definite feminine the letters of a verbal noun of "mufaala" are those of its participle. */
function isAttackingOne(doc: Doc, t: number): boolean {
  if (doc.bits[t] !== AL || doc.info[t].pronoun !== null || t === 0 || !isDefinite(doc, t - 1)) return false;
  const letters = looseOfToken(doc, t);
  if (letters.length < 7 || !letters.startsWith(MEEM, 2) || !endsLikeFeminine(doc, t)) return false;
  return doc.at[t - 1].some((n) => {
    const own = n.kind === 'person' || n.kind === 'thing' || n.kind === 'party' ? featuresOf(n) : null;
    return own !== null && (own.gender === 'f' || own.number === 'pl');
  });
}

const isLikeNoun = (doc: Doc, verb: Node<any>, t: number): boolean =>
  looseOfToken(doc, t).startsWith(ALEF + LAM) && neededObject(doc, verb, Math.min(doc.length, t + OBJECT_WITHIN)) < 0;
const OBJECT_WITHIN = 12;

/** A word that acts in the clause (a verb of saying, an event, a light verb) ends the phrase, unless it can only be an adjective here. */
export function isActing(doc: Doc, t: number, definite: boolean): boolean {
  const groups = doc.groups[t];
  if (!definite && isDefinite(doc, t - 1) && nodeOf(doc, t, 'carrier') !== null) return true;
  for (const [kind, bit] of acting) {
    if ((groups & bit) === 0) continue;
    const word = readings(doc, t, kind);
    if (word.verb === null && word.noun === null) continue;
    // "the movement of Right": letters of a verb that tells nothing without an object that is not there
    if (kind === 'event' && word.noun === null && needsObject(word.verb!) && isLikeNoun(doc, word.verb!, t)) continue;
    // "I wished" is no verb of the news where the same letters are a noun or adjective
    const wished = word.verb !== null && featuresOf(word.verb)?.person === 1 && doc.info[t].nominal;
    if (word.verb !== null && !wished && !definite && !(doc.bits[t] & AL)) return true;
    const pos = word.noun === null ? null : featuresOf(word.noun)?.pos;
    if (pos === 'participle' || pos === 'passive-participle') return !definite && kind === 'say';
    if (kind === 'event') return !(definite && pos === 'masdar' && isAttackingOne(doc, t));
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
