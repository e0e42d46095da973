/** What figures with marks between them write: a date, a time of day, a signed or decimal number, a fraction, or an address that is no number at all. */
import { AL, WA } from '../lexicon/analyze.ts';
import { kindOf, LATIN, LETTER } from '../text/characters.ts';
import { NUMBER, PUNCTUATION, WORD } from '../text/scan.ts';
import type { Doc } from './doc.ts';
import { isLoneAnd } from './number-words.ts';

export type CalendarDigits = { year: number | null; month: number; day: number | null };
export type ClockDigits = { hour: number; minute: number; second: number | null };
type Phrase = { kind: 'calendar' | 'clock' | 'share' | 'number' | 'percent' | 'skip'; end: number; value: unknown };

const DOT = 0x2e;
const COLON = 0x3a;
const SLASH = 0x2f;
const dashes = new Set([0x2d, 0x2013, 0x2014, 0x2212]);

const isNumber = (doc: Doc, i: number): boolean => i < doc.length && doc.tokens.kind[i] === NUMBER;
const glued = (doc: Doc, i: number): boolean => i < doc.length && doc.tokens.spaced[i] === 0;
const markOf = (doc: Doc, i: number): number => (i < doc.length && doc.tokens.kind[i] === PUNCTUATION ? doc.tokens.mark[i] : 0);
const width = (doc: Doc, i: number): number => doc.tokens.end[i] - doc.tokens.start[i];

/** Reads figures at a token that are not a plain number; null leaves the token to the number grammar. */
export function readDigitPhrase(doc: Doc, i: number): Phrase | null {
  if (doc.tokens.kind[i] === PUNCTUATION) return readSigned(doc, i);
  if (isPartOfName(doc, i)) return { kind: 'skip', end: i + 1, value: null };
  return (
    readDate(doc, i) ?? readClock(doc, i) ?? readAddress(doc, i) ?? readShare(doc, i) ?? readSpaced(doc, i) ?? readTail(doc, i)
  );
}

/** "M4", "F-16", "COVID-19", a hash tag: figures glued to Latin letters, or by a dash to a word, name a thing. */
function isPartOfName(doc: Doc, i: number): boolean {
  if (!glued(doc, i) || i === 0) return false;
  const { tokens, text } = doc;
  if (tokens.kind[i - 1] === WORD) {
    const kind = kindOf[text.charCodeAt(tokens.end[i - 1] - 1)];
    return (
      kind === LATIN || (kind === LETTER && doc.info[i - 1].detached === 0 && doc.info[i - 1].unknown && width(doc, i - 1) <= 3)
    );
  }
  if (i > 1 && dashes.has(markOf(doc, i - 1)) && glued(doc, i - 1) && tokens.kind[i - 2] === WORD) {
    const kind = kindOf[text.charCodeAt(tokens.end[i - 2] - 1)];
    return kind === LATIN || width(doc, i - 2) <= 4;
  }
  return false;
}

function readDate(doc: Doc, i: number): Phrase | null {
  const { tokens } = doc;
  const mark = markOf(doc, i + 1);
  const isMark = mark === SLASH || mark === 0x5c || dashes.has(mark) || mark === DOT || mark === 0x640;
  if (!isMark || !glued(doc, i + 1)) return null;
  const a = tokens.value[i];
  // 3.8.2015: the scan reads "3.8" as one number
  if (mark === DOT && width(doc, i) >= 3 && isNumber(doc, i + 2) && glued(doc, i + 2) && width(doc, i + 2) === 4) {
    const [day, month] = doc.text.slice(tokens.start[i], tokens.end[i]).split('.').map(asciiNumber);
    return calendar(tokens.value[i + 2], month, day, i + 3);
  }
  if (!isNumber(doc, i + 2) || !(glued(doc, i + 2) || mark === SLASH)) return null;
  const b = tokens.value[i + 2];
  const second = markOf(doc, i + 3);
  if ((second === mark || (second === SLASH && mark !== DOT)) && isNumber(doc, i + 4) && glued(doc, i + 3)) {
    const c = tokens.value[i + 4];
    if (width(doc, i) === 4) return calendar(a, b, c, i + 5) ?? calendar(a, c, b, i + 5);
    if (width(doc, i + 4) === 4) return calendar(c, b, a, i + 5) ?? calendar(c, a, b, i + 5);
    if (mark === SLASH && width(doc, i + 4) === 2 && c <= 99) return calendar(c < 50 ? 2000 + c : 1900 + c, b, a, i + 5);
    return null;
  }
  if (mark === SLASH && width(doc, i + 2) === 4 && a >= 1 && a <= 12 && b > 1900 && b < 2100)
    return { kind: 'calendar', end: i + 3, value: { year: b, month: a, day: null } };
  return null;
}

function calendar(year: number, month: number, day: number, end: number): Phrase | null {
  const fits =
    month >= 1 && month <= 12 && day >= 1 && day <= 31 && ((year >= 1000 && year <= 1500) || (year >= 1800 && year < 2200));
  return fits ? { kind: 'calendar', end, value: { year, month, day } } : null;
}

function readClock(doc: Doc, i: number): Phrase | null {
  if (markOf(doc, i + 1) !== COLON || !glued(doc, i + 1) || !isNumber(doc, i + 2) || !glued(doc, i + 2)) return null;
  const hour = doc.tokens.value[i];
  const minute = doc.tokens.value[i + 2];
  if (!(hour < 25 && minute < 60) || width(doc, i + 2) !== 2) return null;
  if (markOf(doc, i + 3) === COLON && isNumber(doc, i + 4) && glued(doc, i + 4) && doc.tokens.value[i + 4] < 60)
    return { kind: 'clock', end: i + 5, value: { hour, minute, second: doc.tokens.value[i + 4] } };
  return { kind: 'clock', end: i + 3, value: { hour, minute, second: null } };
}

/** Version numbers, network addresses and telephone numbers: three and more runs parted by dots, dashes or strokes. */
function readAddress(doc: Doc, i: number): Phrase | null {
  let end = i + 1;
  let runs = 1;
  while (glued(doc, end) && isNumber(doc, end + 1) && glued(doc, end + 1)) {
    const mark = markOf(doc, end);
    if (!(dashes.has(mark) || mark === SLASH || mark === DOT)) break;
    runs += mark === DOT ? 2 : 1;
    end += 2;
  }
  const grouped = markOf(doc, i + 1) === DOT && width(doc, i) >= 5;
  const decimal = grouped && runs === 3 && width(doc, i + 2) <= 2;
  return runs >= 3 && !decimal ? { kind: 'skip', end, value: null } : null;
}

/** "3/4" glued: a share; whether it is a day and month is for the reader of times to say. */
function readShare(doc: Doc, i: number): Phrase | null {
  if (markOf(doc, i + 1) !== SLASH || !glued(doc, i + 1) || !isNumber(doc, i + 2) || !glued(doc, i + 2)) return null;
  const below = doc.tokens.value[i + 2];
  if (below === 0) return null;
  const above = doc.tokens.value[i];
  return { kind: 'share', end: i + 3, value: { value: round(above / below), above, below, bits: doc.bits[i] } };
}

/** Groups of three figures parted by spaces: 1 234 567.8, or 37 700 with a space that does not break. */
function readSpaced(doc: Doc, i: number): Phrase | null {
  const { tokens, text } = doc;
  if (width(doc, i) > 3 || tokens.value[i] < 1 || !Number.isInteger(tokens.value[i])) return null;
  let end = i + 1;
  let value = tokens.value[i];
  let hard = true;
  let decimals = false;
  while (!decimals && isNumber(doc, end) && tokens.start[end] - tokens.end[end - 1] === 1) {
    decimals = width(doc, end) > 4 && isDecimalMark(text.charCodeAt(tokens.start[end] + 3)) && tokens.value[end] < 1000;
    if (width(doc, end) !== 3 && !decimals) break;
    if (text.charCodeAt(tokens.end[end - 1]) === 0x20) hard = false;
    value = value * 1000 + tokens.value[end];
    end++;
  }
  const groups = end - i;
  if (groups < 2 || (!hard && groups < 3 && value % 1000 !== 0 && !countsPeople(doc, i, end))) return null;
  return number(doc, i, end, value);
}

/** "1 250 persons": behind two runs with a plain space between stand those they count, and before them no month whose day the first could be. */
const countsPeople = (doc: Doc, i: number, end: number): boolean =>
  end < doc.length &&
  doc.at[end].some(({ kind }) => kind === 'person' || kind === 'outcome') &&
  doc.bits[end] === 0 &&
  !(i > 0 && (isNumber(doc, i - 1) || doc.at[i - 1].some(({ kind }) => kind.includes('month'))));

const isDecimalMark = (c: number): boolean => c === DOT || c === 0x2c || c === 0x66b;

/** A decimal after grouped figures ("100,000.0"), which the scan leaves as two runs. */
function readTail(doc: Doc, i: number): Phrase | null {
  const mark = markOf(doc, i + 1);
  if ((mark !== DOT && mark !== 0x66b && mark !== 0x2c) || !glued(doc, i + 1) || !isNumber(doc, i + 2) || !glued(doc, i + 2))
    return null;
  if (width(doc, i) < 5 || width(doc, i + 2) > 2) return null;
  return number(doc, i, i + 3, doc.tokens.value[i] + doc.tokens.value[i + 2] / 10 ** width(doc, i + 2));
}

/** "-5", ".77", "%5": a sign or a decimal mark before figures. */
function readSigned(doc: Doc, i: number): Phrase | null {
  const mark = doc.tokens.mark[i];
  if (!isNumber(doc, i + 1) || !glued(doc, i + 1)) return null;
  const free = i === 0 || doc.tokens.spaced[i] === 1 || doc.tokens.kind[i - 1] === PUNCTUATION;
  if (mark === 0x25 || mark === 0x66a) {
    const closes = i > 0 && doc.tokens.kind[i - 1] === NUMBER && glued(doc, i);
    return closes ? null : { kind: 'percent', end: i + 2, value: { value: doc.tokens.value[i + 1], bits: 0 } };
  }
  if (!free) return null;
  if (mark === DOT || mark === 0x66b) {
    const digits = width(doc, i + 1);
    return number(doc, i, i + 2, doc.tokens.value[i + 1] / 10 ** digits);
  }
  return null;
}

function asciiNumber(text: string): number {
  let value = 0;
  for (let i = 0; i < text.length; i++) value = value * 10 + (text.charCodeAt(i) & 15);
  return value;
}

function number(doc: Doc, i: number, end: number, value: number): Phrase {
  let bits = doc.bits[i] & (AL | WA | 0x1c);
  if (i > 0 && isLoneAnd(doc, i - 1)) bits |= WA;
  return { kind: 'number', end, value: { value: round(value), bits, digits: true, plain: false } };
}

const round = (value: number): number => Math.round(value * 1e12) / 1e12;
