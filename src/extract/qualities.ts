/** Adjectives that stand apart from what they describe, and name nobody. */
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import type { NounPhrase } from './noun-parts.ts';
import { featuresOf, isDefinite, nodeOf } from './words.ts';

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
