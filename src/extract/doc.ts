/** A report while it is being read: its tokens and, at every token, the words and chunks found so far. */
import type { Span } from '../claim/span.ts';
import { type Analysis, BI, FA, KA, LI, WA } from '../lexicon/analyze.ts';
import type { Lattice } from '../rules/match.ts';
import type { Node } from '../rules/node.ts';
import { dropFootnotes } from '../text/footnotes.ts';
import { keyMark } from '../text/key-mark.ts';
import { ALEF, BEH, LAM } from '../text/letters.ts';
import { BREAK, NUMBER, PUNCTUATION, scan, type Tokens, WORD } from '../text/scan.ts';
import { unwrapNumbers } from '../text/wrapped-numbers.ts';
import { joinBrokenWords } from './broken-words.ts';
import { type FormInfo, type Forms, mayBePhrase, phrasesWith } from './forms.ts';
import { inlineHashtags } from './hashtags.ts';
import { attachAnd } from './lone-and.ts';
import {
  noArticleBeforeGenitive,
  noConjunctionInNames,
  noDoublePrepositions,
  noPrepositionBehindTown,
  noPrepositionInNames,
} from './name-letters.ts';
import type { NameMatch } from './place-names.ts';

export type Doc = Lattice & {
  text: string;
  tokens: Tokens;
  forms: Forms;
  /** What is known of the spelling of each token; the same object for the same spelling. Punctuation and digits share an empty one. */
  info: FormInfo[];
  /** Proclitics of each token, including one that stands apart before a bracket or digit. */
  bits: Uint8Array;
  /** Groups of classes that begin at each token (class-groups.ts); none at one behind the last. */
  groups: Int32Array;
  /** Those of all tokens of a sentence, at its first. */
  whole: Int32Array;
  /** 1 for a token that an acting word before it needs as its object, and the last of them. */
  needed: { at: Uint8Array; last: number };
  /** 1 for a proclitic that stands apart: "l-tatweel" before a guillemet. */
  detached: Uint8Array;
  /** Names of places asked for before: by token, with the key of its word and the end they were asked up to; `none` where nothing there is a name. */
  names: ({ key: string; end: number; match: NameMatch | null; none: boolean } | undefined)[];
  span: (start: number, end: number) => Span;
};

const marks: Record<string, string> = {
  ',': 'comma',
  '\u060c': 'comma',
  ';': 'semicolon',
  '\u061b': 'semicolon',
  ':': 'colon',
  '.': 'dot',
  '\u2026': 'ellipsis',
  '!': 'end-mark',
  '?': 'end-mark',
  '\u061f': 'end-mark',
  '(': 'open-paren',
  ')': 'close-paren',
  '[': 'open-paren',
  ']': 'close-paren',
  '\u00ab': 'open',
  '\u00bb': 'close',
  '\u201c': 'open',
  '\u201d': 'close',
  '\u2018': 'open',
  '\u2019': 'close',
  '"': 'quote',
  "'": 'quote',
  '-': 'dash',
  '\u2013': 'dash',
  '\u2014': 'dash',
  '/': 'slash',
  '|': 'bar',
  '#': 'hash',
  '%': 'percent',
  '\u066a': 'percent',
  '*': 'star',
  '\u2022': 'bullet',
  _: 'underscore',
};
/** By code unit, up to the last that has a name. */
const markNames: string[] = new Array(0x2027).fill('mark');
for (const [mark, name] of Object.entries(marks)) markNames[mark.charCodeAt(0)] = name;
const markName = (code: number): string => (code < markNames.length ? markNames[code] : 'mark');

/** How far behind the last token words are asked for. */
const BEHIND_LAST = 4;

/** Tokens and word nodes of a report. */
export function makeDoc(text: string, forms: Forms): Doc {
  const tokens = scan(text, forms.table);
  dropFootnotes(tokens);
  unwrapNumbers(tokens);
  joinBrokenWords(text, tokens, forms);
  attachAnd(text, tokens, forms);
  inlineHashtags(tokens, (i) => tokens.kind[i] === WORD && asksForName(forms.infoOf(tokens.form[i])));
  const n = tokens.length;
  const at: Node<any>[][] = new Array(n);
  const info: FormInfo[] = new Array(n);
  // what is asked for behind the last token is not there
  // all columns in one piece of memory, as those of the tokens
  const memory = new ArrayBuffer((n + BEHIND_LAST) * 16);
  const marks = new Int32Array(memory, 0, n + BEHIND_LAST);
  const groups = new Int32Array(memory, (n + BEHIND_LAST) * 4, n + 1);
  const whole = new Int32Array(memory, (n + BEHIND_LAST) * 8, n);
  const made = new Uint8Array(memory, (n + BEHIND_LAST) * 12, n);
  const bits = new Uint8Array(memory, (n + BEHIND_LAST) * 13, n);
  const detached = new Uint8Array(memory, (n + BEHIND_LAST) * 14, n);
  const needed = new Uint8Array(memory, (n + BEHIND_LAST) * 15, n);
  // what is known of all the spellings first: a phrase asks for the words behind it, and the machine fetches several of them at once
  for (let i = 0; i < n; i++) {
    const word = tokens.kind[i] === WORD ? forms.infoOf(tokens.form[i]) : forms.none;
    info[i] = word;
    bits[i] = word.bits;
    groups[i] = word.groups;
    marks[i] = word.marks;
  }
  for (let i = 0; i < n; i++) {
    if (tokens.kind[i] === WORD) {
      const word = info[i];
      const readings = word.awaits === 0 ? word.whole : standing(info, tokens, forms, i);
      const simple = word.simple && readings === word.whole;
      at[i] = simple ? singles(word, i) : withPhrases(readings, tokens, info, forms, i);
      if (!simple) marks[i] = marksOf(at[i]);
    } else {
      at[i] = [markNode(tokens, i)];
      marks[i] = keyMark(at[i][0].kind);
      made[i] = 1;
    }
  }
  for (let i = 0; i + 1 < n; i++) {
    if (info[i].detached === 0) continue;
    const glued = tokens.spaced[i + 1] === 0;
    const endsInTatweel = text.charCodeAt(tokens.end[i] - 1) === 0x640;
    // "to «X»" with a space between
    const beforeQuote = isOpening(tokens, i + 1) && tokens.spaced[i + 2] === 0;
    if (!glued && !endsInTatweel && !beforeQuote) continue;
    detached[i] = 1;
    let host = i + 1;
    if (isOpening(tokens, host) && host + 1 < n && tokens.spaced[host + 1] === 0) {
      // "of-”X”": some write one mark for both
      if (at[host][0].kind === 'close') {
        at[host] = [plain('open', host, null)];
        marks[host] = keyMark('open');
      }
      host++;
    }
    bits[host] |= info[i].detached;
    bits[i] |= info[i].detached;
  }
  noDoublePrepositions(at, bits);
  noPrepositionInNames(at, bits);
  // the word behind the last one: a bare number that ends a text has its noun there, which is none
  info.push(forms.none);
  at.push([]);
  noConjunctionInNames(at, info, bits);
  noArticleBeforeGenitive(at, info, bits, (i) => forms.table.loose[tokens.form[i]]);
  noPrepositionBehindTown(at, info, bits, (i) => tokens.kind[i] === WORD && forms.isName(forms.table.loose[tokens.form[i]]));
  return {
    text,
    tokens,
    forms,
    at,
    marks,
    made,
    info,
    bits,
    groups,
    whole,
    needed: { at: needed, last: -1 },
    detached,
    names: new Array(n),
    length: n,
    isBreak: (i) => tokens.kind[i] === BREAK,
    span: (start, end) => ({ start: tokens.start[start], end: tokens.end[end - 1] }),
  };
}

const askingKinds = new Set(['in', 'from', 'toward', 'on', 'place-class', 'direction']);
/** "in", "the village", "north of" */
const asksForName = (info: FormInfo): boolean => info.whole.some((analysis) => askingKinds.has(analysis.surface.sense.kind));

const isOpening = (t: Tokens, i: number): boolean =>
  t.kind[i] === PUNCTUATION &&
  (t.mark[i] === 0xab ||
    t.mark[i] === 0x22 ||
    t.mark[i] === 0x201c ||
    t.mark[i] === 0x28 ||
    t.mark[i] === 0x201d ||
    t.mark[i] === 0xbb);

const isTurned = (mark: number): boolean => mark === 0x22 || mark === 0x201c || mark === 0x201d || mark === 0xab || mark === 0xbb;

/** Some write the marks of a quotation the other way round, and a straight one may be either: the one with space before it and none behind opens, the one with space only behind closes. */
function quoteBySpace(tokens: Tokens, i: number): 'open' | 'close' | null {
  if (!isTurned(tokens.mark[i])) return null;
  const before = tokens.spaced[i] === 1;
  const behind = i + 1 >= tokens.length || tokens.spaced[i + 1] === 1;
  return before === behind ? null : before ? 'open' : 'close';
}

function markNode(tokens: Tokens, i: number): Node<any> {
  const kind = tokens.kind[i];
  if (kind === NUMBER) return plain('digits', i, tokens.value[i]);
  if (kind === BREAK) return plain('break', i, null);
  return plain(quoteBySpace(tokens, i) ?? markName(tokens.mark[i]), i, null);
}

function withPhrases(
  readings: readonly Analysis[],
  tokens: Tokens,
  info: readonly FormInfo[],
  forms: Forms,
  i: number,
): Node<any>[] {
  const end = i + 1;
  const nodes = NO_NODES.slice();
  for (const analysis of readings) {
    const { rest } = analysis;
    const to =
      rest === null ? end : phraseEnd(tokens, info, forms, end, rest, analysis.kind === 'thing' && analysis.pos === 'noun');
    if (to > 0) nodes.push(wordNode(analysis, i, to));
  }
  return nodes;
}

function marksOf(nodes: readonly Node<any>[]): number {
  let marks = 0;
  for (const { kind } of nodes) marks |= keyMark(kind);
  return marks;
}

/** The usual lengths are written out: a list that is made empty and filled takes room for many more, or is marked as one with holes and read the slower for it. */
function singles({ whole, first, second, third }: FormInfo, i: number): Node<any>[] {
  const end = i + 1;
  if (first === null) return NO_NODES.slice();
  if (second === null) return [wordNode(first, i, end)];
  if (third === null) return [wordNode(first, i, end), wordNode(second, i, end)];
  const nodes = [wordNode(first, i, end), wordNode(second, i, end), wordNode(third, i, end)];
  for (let k = 3; k < whole.length; k++) nodes.push(wordNode(whole[k], i, end));
  return nodes;
}

const NO_CHILDREN: readonly Node[] = [];

/** No nodes, as a list that has held one and has the shape of the others: a list made empty is one of small numbers to the machine, and read otherwise. */
const NO_NODES: Node<any>[] = [{ kind: 'break', start: 0, end: 1, word: null, value: null, rule: 'mark', children: NO_CHILDREN }];
NO_NODES.pop();

const wordNode = (word: Analysis, start: number, end: number): Node<any> => ({
  kind: word.kind,
  start,
  end,
  word,
  value: word.sense,
  rule: 'word',
  children: NO_CHILDREN,
});

const AL_KEY = ALEF + LAM;

/** What may stand at `at`, before the word or number behind it: the phrases that go on with that, with or without its article. */
function standing(info: readonly FormInfo[], tokens: Tokens, forms: Forms, at: number): readonly Analysis[] {
  const word = info[at];
  let i = at + 1;
  while (i < tokens.length && i < at + 3 && tokens.kind[i] === PUNCTUATION && isInner(tokens.mark[i])) i++;
  if (i >= tokens.length) return word.whole;
  if (tokens.kind[i] === NUMBER) return phrasesWith(word, String(tokens.value[i])) ?? word.whole;
  // what is no word goes on with nothing
  const after = info[i];
  if ((word.awaits & after.goesOn) === 0 || (word.awaitsToo & after.goesOnToo) === 0) return word.whole;
  // the same two words stand side by side again and again
  if (word.before !== after) {
    word.standing = standingBefore(word, after, forms.table.loose[tokens.form[i]]);
    word.before = after;
  }
  return word.standing;
}

/** What may stand before the word of that key. */
function standingBefore(word: FormInfo, after: FormInfo, key: string): readonly Analysis[] {
  const bare =
    after.afterArticle !== null && mayBePhrase(word, after.bareMark) ? phrasesWith(word, after.afterArticle) : undefined;
  const next = mayBePhrase(word, after.phraseMark) ? phrasesWith(word, key) : undefined;
  if (bare === undefined || next === undefined) return next ?? bare ?? word.whole;
  return [...next, ...bare.filter((analysis) => !next.includes(analysis))];
}

const plain = (kind: string, i: number, value: unknown): Node<any> => ({
  kind,
  start: i,
  end: i + 1,
  word: null,
  value,
  rule: 'mark',
  children: NO_CHILDREN,
});

/** End of a phrase whose first word stands before `from`, or 0. Dots, slashes, dashes and quotation marks between its words do not count. */
function phraseEnd(
  tokens: Tokens,
  info: readonly FormInfo[],
  forms: Forms,
  from: number,
  rest: readonly string[],
  noun: boolean,
): number {
  let i = from;
  for (const key of rest) {
    let skipped = 0;
    while (i < tokens.length && tokens.kind[i] === PUNCTUATION && skipped < 2 && isInner(tokens.mark[i])) {
      i++;
      skipped++;
    }
    if (i >= tokens.length) return 0;
    // a phrase that ends in a preposition written with the word after it ("according l-"): that word stays outside
    if (
      key.length === 1 &&
      key === rest[rest.length - 1] &&
      tokens.kind[i] === WORD &&
      forms.table.loose[tokens.form[i]] !== key
    ) {
      const bit = key === LAM ? LI : key === BEH ? BI : 0;
      return bit !== 0 && (info[i].bits & bit) !== 0 ? i : 0;
    }
    if (
      tokens.kind[i] === WORD
        ? !goesOn(forms.table.loose[tokens.form[i]], key, noun)
        : tokens.kind[i] !== NUMBER || String(tokens.value[i]) !== key
    )
      return 0;
    i++;
  }
  return i;
}

/** "the rockets of the guided kind" for "guided rockets": a phrase of nouns and adjectives is made definite like any other. */
const goesOn = (written: string, key: string, noun: boolean): boolean =>
  written === key ||
  (noun && key.length > 1 && written.length === key.length + 2 && written.startsWith(AL_KEY) && written.endsWith(key));

const isInner = (c: number): boolean =>
  c === 0x2e ||
  c === 0x2f ||
  c === 0x2d ||
  c === 0x2013 ||
  c === 0xab ||
  c === 0xbb ||
  c === 0x22 ||
  c === 0x201c ||
  c === 0x201d;

/**
 * Where a mention that begins at token `i` begins in the text: after attached proclitics, so that "and-the-army" is quoted as "the-army". The contracted
 * "to-the" keeps its lam, because the article is inside it.
 */
export function mentionStart(doc: Doc, i: number): number {
  const start = doc.tokens.start[i];
  const bits = doc.info[i].bits & (doc.bits[i] | ~(BI | LI | KA | WA | FA));
  let drop = 0;
  if (bits & (WA | FA)) drop++;
  if (bits & 0x14 || (bits & LI && !(bits & 0x40))) drop++;
  // skip over marks between the dropped letters
  let at = start;
  while (drop > 0 && at < doc.tokens.end[i] - 1) {
    at++;
    drop--;
  }
  // "and" may be written apart
  while (at > start && doc.text.charCodeAt(at) === 0x20) at++;
  return at;
}
