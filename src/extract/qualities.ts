/** Adjectives that stand apart from what they describe, and name nobody. */
import type { Node } from '../rules/node.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import type { NounPhrase } from './noun-parts.ts';
import { isArmed } from './parties.ts';
import { attachedPreposition, featuresOf, field, hasConjunction, isDefinite, looseOfToken, nodeOf } from './words.ts';

/** "(his house, the one) close to the front": one definite word that no list holds. */
export const isLoneQuality = (doc: Doc, { kind, node, head, end, start, actor }: NounPhrase): boolean =>
  kind === 'other' && node === null && actor === null && end === start + 1 && isDefinite(doc, head);

/** "a «violent» attack": one word between quotation marks that no list holds. */
const isQuotedWord = ({ kind, node, start, end }: NounPhrase): boolean => kind === 'name' && node === null && end - start === 3;

/** "repeated shelling", "a similar attack": one unknown word beside the noun, as definite as it, is its adjective. */
export const isAdjectiveOf = (doc: Doc, h: Happening, noun: NounPhrase, nouns: readonly NounPhrase[]): boolean =>
  (noun.kind === 'other' || isQuotedWord(noun)) &&
  // "numerous injuries": only a plural of casualties has adjectives that name nobody
  (h.outcome === null || (featuresOf(h.node!)?.number === 'pl' && noun.node === null)) &&
  nouns.length === 1 &&
  (noun.end - noun.start === 1 || isQuotedWord(noun)) &&
  nodeOf(doc, noun.head, 'nationality') === null &&
  isDefinite(doc, noun.head) === isDefinite(doc, h.start);

/**
 * "a Turkish raid", "Houthi attacks": an adjective of a nation or an armed group, in the gender of the deed and with the article where the deed has it, says who
 * did it, whatever else its letters are.
 */
export function isDoerAdjective(doc: Doc, deed: Node<any> | null, noun: NounPhrase): boolean {
  const { kind, head, start, end, person, node } = noun;
  if (end !== start + 1 || (kind !== 'name' && kind !== 'person' && kind !== 'other' && kind !== 'actor')) return false;
  if (!isDoerWord(doc, deed, head)) return false;
  if (nodeOf(doc, head, 'nationality') !== null || kind === 'actor') return true;
  // "a strong explosion" has the letters of "forces"
  const word = person ?? node;
  // "the stabbing of a soldier", "of a policeman": one of them, and no adjective
  if ((field(word, 'regular') === 'yes' || field(word, 'who') === 'police') && field(word, 'sort') !== 'yes') return false;
  return isArmed(noun) && field(word, 'unit') !== 'group' && nodeOf(doc, head, 'event-adjective') === null;
}

/** The word at token `i` has the ending of an adjective of origin, and the gender and article of the deed. */
export function isDoerWord(doc: Doc, deed: Node<any> | null, i: number): boolean {
  const features = deed === null ? null : featuresOf(deed);
  if (deed === null || features?.pos === 'verb' || isDefinite(doc, deed.start) !== isDefinite(doc, i) || hasConjunction(doc, i))
    return false;
  if (attachedPreposition(doc, i) !== 0 || doc.info[deed.start].pronoun !== null) return false;
  const key = looseOfToken(doc, i);
  const feminine = features?.gender === 'f' || features?.number === 'pl';
  return feminine ? key.endsWith('\u064A\u0629') || key.endsWith('\u064A\u0647') : key.endsWith('\u064A');
}

/** "the house of the deputy | (the) former": a lone word with the article describes the place right before it. */
export const describesPlace = (doc: Doc, before: Chunk, { kind, node, actor, count, start, end }: NounPhrase): boolean =>
  kind === 'other' &&
  before.kind === 'place' &&
  before.end === start &&
  node === null &&
  actor === null &&
  count === null &&
  end === start + 1 &&
  isDefinite(doc, start) &&
  !hasConjunction(doc, start);
