/** The words of phrases, to see whether two of them speak of the same. */
import type { Doc } from './doc.ts';
import type { NounPhrase } from './noun-parts.ts';
import { coreKey, type PlacePhrase } from './place-names.ts';
import { isWord } from './words.ts';

/** All their words without articles, particles and spellings. */
export function wordsOf(doc: Doc, nouns: readonly NounPhrase[]): string[] {
  const words: string[] = [];
  for (const noun of nouns) for (let i = noun.start; i < noun.end; i++) if (isWord(doc, i)) words.push(coreKey(doc, i));
  return words;
}

/** "a patrol of the army", then "a checkpoint of the army": told without the article and by another word, they are new, whosesoever they are. */
export const areOtherThings = (doc: Doc, known: readonly NounPhrase[], now: readonly NounPhrase[]): boolean =>
  known.length > 0 &&
  now.length > 0 &&
  now.every((noun) => !noun.definite && noun.count === null && !known.some((k) => headOf(doc, k) === headOf(doc, noun)));

const headOf = (doc: Doc, { head }: NounPhrase): string => coreKey(doc, head);

/** Folded words of a place, innermost first, without class words. */
export function wordsOfPlace(doc: Doc, { levels }: PlacePhrase): string[] {
  const words: string[] = [];
  for (const { start, end } of levels) for (let i = start; i < end; i++) if (isWord(doc, i)) words.push(coreKey(doc, i));
  return words;
}

/** "And in Ramadi | the fighting went on": the place at the head of a sentence is where another part of the story is, wherever the one before it was. */
export function isElsewhere(doc: Doc, now: PlacePhrase | null, before: PlacePhrase | null, words: readonly string[]): boolean {
  const here = now === null ? [] : wordsOfPlace(doc, now);
  if (here.length === 0) return false;
  const known = before === null ? words : [...words, ...wordsOfPlace(doc, before)];
  return !here.some((w) => known.includes(w));
}
