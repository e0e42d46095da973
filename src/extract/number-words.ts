/** What a token is inside a number: a digit word ("seven"), a scale ("thousand"), a fraction, an ordinal word or the "and" between them. */
import { AL, type Analysis, FA, WA } from '../lexicon/analyze.ts';
import { fieldOf, type Sense } from '../lexicon/lexicon.ts';
import { NUMBER, WORD } from '../text/scan.ts';
import type { Doc } from './doc.ts';
import { canBe, type FormInfo } from './forms.ts';

export type NumberWord = {
  /** Value below a thousand, or 0. */
  digit: number;
  /** A thousand and above, or 0. */
  scale: number;
  /** Two of the scale: yes, or only when no number stands before. */
  dual: 'yes' | 'alone' | null;
  /** Only after a number ("thousands"). */
  plural: boolean;
  /** Only beside another number word (the "one" of eleven). */
  compound: boolean;
  fraction: number;
  fractionPlural: boolean;
  nth: number;
  /** The ordinal word stands only before ten or a multiple of it. */
  nthTen: boolean;
  /** The conjunction is the first letter of the spelling. */
  joined: boolean;
  definite: boolean;
};

const kinds = ['digit', 'scale', 'fraction', 'nth'];

/** The number word at a token, or null. */
export function numberWordAt(doc: Doc, i: number): NumberWord | null {
  if (doc.tokens.kind[i] !== WORD) return null;
  const info = doc.info[i];
  if (info.numeral === undefined) info.numeral = describe(info);
  return info.numeral;
}

function describe(info: FormInfo): NumberWord | null {
  if (!kinds.some((kind) => canBe(info, kind))) return null;
  const word: NumberWord = {
    digit: 0,
    scale: 0,
    dual: null,
    plural: false,
    compound: false,
    fraction: 0,
    fractionPlural: false,
    nth: 0,
    nthTen: false,
    joined: false,
    definite: false,
  };
  const seen = new Map<string, Analysis>();
  for (const analysis of info.analyses) {
    const { sense, rest } = analysis.surface;
    if (rest !== null || !kinds.includes(sense.kind) || !pronounFits(analysis)) continue;
    // a word that would be another one with other letters
    if (!analysis.exact && fieldOf(sense, 'strict') === 'yes') continue;
    const before = seen.get(sense.kind);
    // the best reading of each class counts; an exact one replaces a loose one
    if (before !== undefined && (before.exact || !analysis.exact)) continue;
    seen.set(sense.kind, analysis);
  }
  if (seen.size === 0) return null;
  for (const [kind, analysis] of seen) {
    const { sense } = analysis.surface;
    const value = valueOfWord(sense);
    if (analysis.proclitics & AL) word.definite = true;
    if (analysis.proclitics & (WA | FA) || fieldOf(sense, 'joined') === 'yes') word.joined = true;
    if (kind === 'digit') {
      word.digit = value;
      if (value === 0) word.digit = -1;
      word.compound = fieldOf(sense, 'compound') === 'yes';
    } else if (kind === 'scale') {
      word.scale = value;
      const dual = fieldOf(sense, 'dual');
      word.dual = dual === 'yes' || dual === 'alone' ? dual : null;
      word.plural = fieldOf(sense, 'plural') === 'yes';
    } else if (kind === 'fraction') {
      word.fraction = value;
      word.fractionPlural = fieldOf(sense, 'plural') === 'yes';
    } else {
      word.nth = value;
      word.nthTen = fieldOf(sense, 'ten') === 'yes';
    }
  }
  return word;
}

/** "The three of them" is a number; "its thousand", "his fifth" are other words. */
const pronounFits = (analysis: Analysis): boolean =>
  analysis.pronoun === null ||
  (analysis.surface.sense.kind === 'digit' && (analysis.pronoun === '3mp' || analysis.pronoun === '3fp'));

/** `value` of a word: a decimal or a fraction such as 1/3. */
export function valueOfWord(sense: Sense): number {
  const text = fieldOf(sense, 'value') ?? '';
  const slash = text.indexOf('/');
  return slash < 0 ? Number(text) : Number(text.slice(0, slash)) / Number(text.slice(slash + 1));
}

/** Where the number goes on after "and": the token of its next word, with the conjunction attached or standing apart; -1 when it does not. */
export function afterAnd(doc: Doc, i: number): number {
  if (i >= doc.length) return -1;
  const kind = doc.tokens.kind[i];
  if (kind === NUMBER) return -1;
  if (kind !== WORD) return -1;
  if (isLoneAnd(doc, i)) {
    const next = i + 1;
    return next < doc.length && (doc.tokens.kind[next] === NUMBER || doc.tokens.kind[next] === WORD) ? next : -1;
  }
  return numberWordAt(doc, i)?.joined ? i : -1;
}

/** The conjunction standing apart, before a space or glued to digits. */
export const isLoneAnd = (doc: Doc, i: number): boolean => doc.tokens.kind[i] === WORD && doc.info[i].detached === WA;
