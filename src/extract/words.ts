/** Questions about the words that begin at a token: which classes, how they are inflected, whether they read as a finite verb. */
import { AL, BI, FA, KA, LI, SA, WA } from '../lexicon/analyze.ts';
import type { Features } from '../lexicon/features.ts';
import { fieldOf, hasField, type Sense } from '../lexicon/lexicon.ts';
import type { Node } from '../rules/node.ts';
import { keyMark } from '../text/key-mark.ts';
import { ALEF, TEH } from '../text/letters.ts';
import { NUMBER, PUNCTUATION, WORD } from '../text/scan.ts';
import { type Doc, mentionStart } from './doc.ts';

export const CONJUNCTION = WA | FA;
export const PREPOSITION = BI | LI | KA;

/** Longest node of the class that begins at the token, or null. The head of a bare number at the end of a text lies behind its last token. */
export const nodeOf = (doc: Doc, i: number, kind: string): Node<any> | null =>
  // nearly every question ends here: 19 of 20 times nothing of the class begins at the token
  (doc.marks[i] & keyMark(kind)) === 0 ? null : longestOf(doc.at[i], kind);

function longestOf(nodes: readonly Node<any>[], kind: string): Node<any> | null {
  let best: Node<any> | null = null;
  for (const node of nodes) if (node.kind === kind && (best === null || node.end > best.end)) best = node;
  return best;
}

/** Longest node of any of the classes. Where they are `Kinds`, most tokens are told apart by their marks. */
export function nodeAmong(doc: Doc, i: number, kinds: ReadonlySet<string> & { readonly marks?: number }): Node<any> | null {
  if (kinds.marks !== undefined && (doc.marks[i] & kinds.marks) === 0) return null;
  let best: Node<any> | null = null;
  for (const node of doc.at[i]) if (kinds.has(node.kind) && (best === null || node.end > best.end)) best = node;
  return best;
}

export const isWord = (doc: Doc, i: number): boolean => doc.tokens.kind[i] === WORD;
export const isDigits = (doc: Doc, i: number): boolean => doc.tokens.kind[i] === NUMBER;

/** Name of the punctuation at a token (`comma`, `open` …), or empty. */
export function markAt(doc: Doc, i: number): string {
  return doc.tokens.kind[i] === PUNCTUATION && doc.at[i].length > 0 ? doc.at[i][0].kind : '';
}

export function featuresOf(node: Node<any>): Features | null {
  return node.word === null ? null : node.word.features;
}

export function senseOf(node: Node<any> | null): Sense | null {
  return node === null || node.word === null ? null : (node.value as Sense);
}

export function field(node: Node<any> | null, key: string): string | undefined {
  return node === null || node.word === null ? undefined : fieldOf(node.value, key);
}

export const isDefinite = (doc: Doc, i: number): boolean => (doc.bits[i] & AL) !== 0;
export const hasConjunction = (doc: Doc, i: number): boolean => (doc.bits[i] & CONJUNCTION) !== 0;
export const attachedPreposition = (doc: Doc, i: number): number => doc.bits[i] & PREPOSITION;

/**
 * How a word of a class can be read here: as a finite verb, as a noun, or both. `holds`: what a reading must also fulfil, given what the caller has at hand:
 * a function made anew at every word would cost more than the question.
 */
export function readings<Given = null>(
  doc: Doc,
  i: number,
  kind: string,
  holds: (doc: Doc, node: Node<any>, end: number, given: Given) => boolean = always,
  end = doc.length,
  given = null as Given,
): Readings {
  if ((doc.marks[i] & keyMark(kind)) === 0) return NO_READINGS;
  let verb: Node<any> | null = null;
  let noun: Node<any> | null = null;
  for (const node of doc.at[i]) {
    if (node.kind !== kind || node.word === null || !holds(doc, node, end, given)) continue;
    if (node.word.pos === 'verb') {
      if (verb === null || node.end > verb.end || better(node, verb)) verb = node;
    } else if (noun === null || node.end > noun.end || better(node, noun)) noun = node;
  }
  return { verb, noun };
}

export type Readings = { readonly verb: Node<any> | null; readonly noun: Node<any> | null };
const NO_READINGS: Readings = { verb: null, noun: null };

const always = (): boolean => true;

/** The same spelling first, then the third person: news hardly ever says "we". */
const better = (a: Node<any>, b: Node<any>): boolean => a.end === b.end && score(a) > score(b);

const score = (node: Node<any>): number =>
  node.word === null
    ? 0
    : (node.word.exact ? 2 : 0) +
      (node.word.features.person === 1 ? 0 : 1) +
      (node.word.proclitics === 0 ? 0.5 : 0) +
      // what has found the object it needs is no other word
      (hasField(node.word.sense, 'needs') ? 4 : 0);

/** A word that no list holds but whose shape is that of a verb in the present, or in the plural of the past. */
export function looksVerbal(doc: Doc, i: number): boolean {
  const info = doc.info[i];
  if (!info.unknown) return false;
  if (doc.bits[i] & (AL | BI | KA)) return false;
  const key = doc.forms.table.loose[doc.tokens.form[i]];
  const at = doc.bits[i] & CONJUNCTION ? 1 : 0;
  const c = key.charCodeAt(at);
  if (doc.bits[i] & SA) return true;
  return (c === 0x64a && key.length - at >= 4) || (key.length - at > 4 && key.endsWith(THEY) && saysThey(doc, i));
}

/** "the snipers | climbed(plural)": the ending of a plural of the past, behind "and" or people; names of other tongues end so elsewhere. */
const saysThey = (doc: Doc, i: number): boolean =>
  hasConjunction(doc, i) || (i > 0 && doc.at[i - 1].some((n) => n.kind === 'person' || n.kind === 'actor'));

const THEY = '\u0648\u0627';

/** Only finite-verb readings, of whatever class. */
export function isFiniteVerb(doc: Doc, i: number): boolean {
  const info = doc.info[i];
  if (info.unknown) return looksVerbal(doc, i);
  return info.verbal && !info.nominal;
}

export function looseOfToken(doc: Doc, i: number): string {
  const form = doc.tokens.form[i];
  return form >= 0 ? doc.forms.table.loose[form] : '';
}

/** Its letters as they are written; empty for what is no word. Asked with the number of no word, a list is looked up the slow way from then on. */
export function strictOfToken(doc: Doc, i: number): string {
  const form = doc.tokens.form[i];
  return form >= 0 ? doc.forms.table.strict[form] : '';
}

const closes = { 'open-paren': 'close-paren', slash: 'slash' } as const;

/** Index of the closing mark of a bracket or quotation that opens at `i`, within `limit` tokens, or -1. */
export function closingOf(doc: Doc, i: number, end: number, limit: number): number {
  const open = markAt(doc, i);
  const stop = Math.min(end, i + limit + 2);
  for (let k = i + 1; k < stop; k++) {
    const mark = markAt(doc, k);
    if (mark === '') continue;
    if (open === 'open-paren' || open === 'slash' ? mark === closes[open] : mark === 'close' || mark === 'quote') return k;
  }
  return -1;
}

/** "that he": the particle carries a pronoun, whether the list holds the two apart or as one word. */
export const hasPronoun = (doc: Doc, i: number): boolean =>
  doc.info[i].pronoun !== null || field(nodeOf(doc, i, 'that'), 'pronoun') === 'yes';

/** "(he) assaulted", "(he) threw": the passive of such a verb ends in another letter. */
export const endsInShortAlif = (doc: Doc, { start }: Node<any>): boolean => strictOfToken(doc, start).endsWith('\u0649');

/** "assassinated", "struck": a past with a long vowel before its last letter is active; its passive is spelled otherwise. */
export function isHollow(doc: Doc, node: Node<any>): boolean {
  const features = featuresOf(node);
  if (features?.pos !== 'verb' || features.tense !== 'past' || features.number !== 'sg' || features.voice === 'passive')
    return false;
  const key = looseOfToken(doc, node.start);
  const last = key.length - (features.gender === 'f' && key.endsWith(TEH) ? 2 : 1);
  return key[last - 1] === ALEF && last > 2;
}

/** "attacked", "besieged" (faa'ala): a past with a long vowel behind its first letter is active; its passive is spelled otherwise. */
export function isThirdForm(doc: Doc, node: Node<any>): boolean {
  const features = featuresOf(node);
  if (features?.pos !== 'verb' || features.tense !== 'past' || features.number !== 'sg' || features.voice === 'passive')
    return false;
  const key = looseOfToken(doc, node.start);
  const first = hasConjunction(doc, node.start) ? 1 : 0;
  return key[first + 1] === ALEF && key.length - first === (features.gender === 'f' ? 5 : 4);
}

/** Vowel of the first letter of a passive of the past. */
const DAMMA = 0x64f;

/** "was killed", by the vowel mark that the writer set on the first letter, or on the third of a verb that begins with an alif ("ustuhdifa"). */
export function isVowelledPassive(doc: Doc, node: Node<any>): boolean {
  if (featuresOf(node)?.pos !== 'verb' || featuresOf(node)?.tense !== 'past') return false;
  const at = mentionStart(doc, node.start);
  if (doc.text.charCodeAt(at + 1) === DAMMA) return true;
  return doc.text[at] === ALEF && doc.text.charCodeAt(at + 3) === DAMMA;
}

/** "the surroundings of", "the edges of": a word for a side that is a noun, as against "near". */
export function isRelationNoun(doc: Doc, i: number): boolean {
  const relation = nodeOf(doc, i, 'relation');
  return relation !== null && featuresOf(relation)?.pos === 'noun';
}

/** The mark of a doubled letter. */
const SHADDA = '\u0651';

export const isDoubled = (doc: Doc, i: number): boolean =>
  doc.text.slice(doc.tokens.start[i], doc.tokens.end[i]).includes(SHADDA);
