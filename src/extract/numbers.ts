/**
 * Numbers in digits and words: "37.700", "5 thousand and 300", "a hundred and one", "one and a half million". Adds nodes `number`, `negative`, `ordinal`,
 * `percent`, `share` (3/4), `calendar` (digits that write a date) and `clock` to the text. Which word has which value comes from the lexicon.
 */
import { AL, WA } from '../lexicon/analyze.ts';
import { addNode } from '../rules/match.ts';
import type { Node } from '../rules/node.ts';
import { NUMBER, PUNCTUATION, WORD } from '../text/scan.ts';
import { countsNoYear } from './counts-not-years.ts';
import type { Doc } from './doc.ts';
import { readDigitPhrase } from './number-digits.ts';
import { afterAnd, isLoneAnd, type NumberWord, numberWordAt } from './number-words.ts';
import { isWord, markAt } from './words.ts';

/** `bits`: proclitics of its first word; `digits`: it begins with figures; `plain`: one run of figures and nothing else. */
export type NumberValue = { value: number; bits: number; digits: boolean; plain: boolean };
export type NumberNode = Node<NumberValue>;

type Add = (kind: string, start: number, end: number, value: unknown) => void;
type Part = { value: number; end: number; digits: boolean };

/** Finds numbers and adds them to the lattice. @returns the nodes made, in text order */
export function readNumbers(doc: Doc): Node<any>[] {
  const made: Node<any>[] = [];
  const add: Add = (kind, start, end, value) => {
    const node: Node<any> = { kind, start, end, word: null, value, rule: kind, children: [] };
    addNode(doc, node);
    made.push(node);
  };
  let i = 0;
  while (i < doc.length) {
    const kind = doc.tokens.kind[i];
    // the article standing apart before figures, so that patterns can pass over it
    if (doc.detached[i] === 1 && doc.info[i].detached === AL) add('article', i, i + 1, null);
    if (kind === NUMBER || kind === PUNCTUATION) {
      const phrase = readDigitPhrase(doc, i);
      if (phrase !== null) {
        const whole = phrase.kind === 'number' ? bracketed(doc, i, phrase.end) : null;
        if (whole !== null) add(phrase.kind, whole.start, whole.end, phrase.value);
        else if (phrase.kind !== 'skip') add(phrase.kind, i, phrase.end, phrase.value);
        if (phrase.kind === 'number' || phrase.kind === 'share')
          addNegative(doc, i, phrase.end, (phrase.value as NumberValue).value, add);
        i = phrase.end;
        continue;
      }
      if (kind === PUNCTUATION) {
        i++;
        continue;
      }
    } else if (kind !== WORD || numberWordAt(doc, i) === null) {
      i++;
      continue;
    }
    i = readHere(doc, i, add);
  }
  return made;
}

function readHere(doc: Doc, i: number, add: Add): number {
  const ordinal = readOrdinal(doc, i);
  const number = readNumber(doc, i);
  const word = doc.tokens.kind[i] === WORD ? numberWordAt(doc, i) : null;
  if (number === null && word !== null && word.fraction > 0 && word.digit === 0 && !word.definite && !word.fractionPlural) {
    add('share', i, i + 1, { value: word.fraction, above: 0, below: 0, bits: bitsAt(doc, i) });
    return i + 1;
  }
  if (ordinal !== null && (number === null || ordinal.end >= number.end)) {
    add('ordinal', i, ordinal.end, { value: ordinal.value, bits: doc.bits[i] });
    if (number === null || numberWordAt(doc, i)?.digit === 0) return ordinal.end;
  }
  if (number === null) return ordinal === null ? i + 1 : ordinal.end;
  const bits = bitsAt(doc, i);
  const percent = signAfter(doc, number.end);
  if (percent > 0) {
    add('percent', i, percent, { value: number.value, bits });
    return percent;
  }
  const plain = number.digits && number.end === i + 1 && !countsNoYear(doc, i, number.value);
  const whole = plain ? bracketed(doc, i, number.end) : null;
  const end = plain ? number.end : againInDigits(doc, number);
  add('number', whole?.start ?? i, whole?.end ?? end, { value: number.value, bits, digits: number.digits, plain });
  if (end > number.end) return end;
  addNegative(doc, i, number.end, number.value, add);
  // "the twenty-first": a definite number word may also count the place in a row
  if (ordinal === null && !number.digits && bits & AL && number.value >= 11)
    add('ordinal', i, number.end, { value: number.value, bits });
  return number.end;
}

/** "wounding (6) citizens": figures set in brackets before what they count, brackets and all; null elsewhere. */
function bracketed(doc: Doc, i: number, end: number): { start: number; end: number } | null {
  if (i === 0 || markAt(doc, i - 1) !== 'open-paren' || end + 1 >= doc.length || markAt(doc, end) !== 'close-paren') return null;
  if (doc.isBreak(end + 1) || !isWord(doc, end + 1) || doc.bits[end + 1] !== 0 || !followsAsCounted(doc, end + 1)) return null;
  return { start: i - 1, end: end + 1 };
}

const followsAsCounted = (doc: Doc, i: number): boolean =>
  doc.at[i].some((node) => counted.has(node.kind) && node.word !== null && node.word.surface.features.pos === 'noun') ||
  doc.at[i].some((node) => node.kind === 'additional');
const counted: ReadonlySet<string> = new Set([
  'person',
  'outcome',
  'thing',
  'event',
  'unit',
  'nationality',
  'carrier',
  'vocabulary',
  'source',
  'title',
  'measure',
  'currency',
]);

/** "ten (10) people": the same number once more. */
function againInDigits(doc: Doc, { value, end }: Part): number {
  if (end + 2 >= doc.length || markAt(doc, end) !== 'open-paren' || markAt(doc, end + 2) !== 'close-paren') return end;
  return doc.tokens.kind[end + 1] === NUMBER && doc.tokens.value[end + 1] === value ? end + 3 : end;
}

/** "-5", "minus five": a second node, so that a dash which only opens a line takes nothing from the number. */
function addNegative(doc: Doc, i: number, end: number, value: number, add: Add): void {
  if (i === 0) return;
  const sign = doc.at[i - 1].some((node) => node.kind === 'minus');
  const dash = doc.tokens.spaced[i] === 0 && doc.at[i - 1].some((node) => node.kind === 'dash');
  const free = dash && (i === 1 || doc.tokens.spaced[i - 1] === 1);
  if (sign || free) add('negative', i - 1, end, { value: -value, bits: 0 });
}

function bitsAt(doc: Doc, i: number): number {
  let bits = doc.bits[i];
  if (i > 0 && isLoneAnd(doc, i - 1)) bits |= WA;
  if (doc.tokens.kind[i] === WORD && numberWordAt(doc, i)?.joined) bits |= WA;
  return bits;
}

function signAfter(doc: Doc, i: number): number {
  if (i >= doc.length) return 0;
  for (const node of doc.at[i]) if (node.kind === 'percent' || node.kind === 'percent-sign') return node.end;
  return 0;
}

/** Longest number that begins here, or null. */
export function readNumber(doc: Doc, i: number): Part | null {
  const half = fractionOf(doc, i);
  if (half !== null) return half;
  let total = 0;
  let limit = Number.POSITIVE_INFINITY;
  let at = i;
  let end = -1;
  const digits = doc.tokens.kind[i] === NUMBER;
  for (;;) {
    const group = readGroup(doc, at, total > 0);
    if (group === null || group.scale >= limit || (total > 0 && group.value * group.scale >= limit)) break;
    total += group.value * group.scale;
    end = group.end;
    limit = group.scale;
    if (group.scale === 1) break;
    const more = afterAnd(doc, end);
    if (more < 0) break;
    const part = doc.tokens.kind[more] === WORD ? numberWordAt(doc, more) : null;
    // "a million and a half": of the scale just named, which may be said again
    if (part !== null && part.fraction > 0 && !part.fractionPlural && part.digit === 0) {
      total += part.fraction * group.scale;
      end = more + 1;
      const again = end < doc.length ? numberWordAt(doc, end) : null;
      if (again !== null && again.scale === group.scale) end++;
      break;
    }
    at = more;
  }
  if (end < 0) return null;
  const point = decimalAfter(doc, end, total);
  if (point !== null) return { ...point, digits };
  return { value: withFraction(doc, end, total), end: fractionEnd(doc, end, total), digits };
}

/** "Three and a half": a fraction after "and", when no scale is meant. */
function fractionAfter(doc: Doc, end: number, total: number): { value: number; end: number } | null {
  const more = afterAnd(doc, end);
  if (more < 0 || doc.tokens.kind[more] !== WORD) return null;
  const word = numberWordAt(doc, more);
  if (word === null || word.definite) return null;
  if (word.fraction > 0 && !word.fractionPlural && word.digit === 0)
    return total < 1000 ? { value: word.fraction, end: more + 1 } : null;
  if (word.digit > 1 && word.digit < 10 && more + 1 < doc.length) {
    const next = numberWordAt(doc, more + 1);
    if (next?.fractionPlural) return { value: word.digit * next.fraction, end: more + 2 };
  }
  return null;
}
const withFraction = (doc: Doc, end: number, total: number): number => total + (fractionAfter(doc, end, total)?.value ?? 0);
const fractionEnd = (doc: Doc, end: number, total: number): number => fractionAfter(doc, end, total)?.end ?? end;

function decimalAfter(doc: Doc, i: number, whole: number): { value: number; end: number } | null {
  if (i + 1 >= doc.length || !doc.at[i].some((node) => node.kind === 'point')) return null;
  const group = doc.tokens.kind[i + 1] === NUMBER || doc.tokens.kind[i + 1] === WORD ? readGroup(doc, i + 1, false) : null;
  if (group === null || group.scale !== 1 || !Number.isInteger(group.value)) return null;
  return { value: whole + group.value / 10 ** String(group.value).length, end: group.end };
}

/** "Half a million", "a quarter of a million", "three quarters". */
function fractionOf(doc: Doc, i: number): Part | null {
  const word = numberWordAt(doc, i);
  if (word === null || i + 1 >= doc.length) return null;
  const next = numberWordAt(doc, i + 1);
  if (next === null) return null;
  if (word.fraction > 0 && !word.fractionPlural && next.scale > 0 && !next.plural && next.dual !== 'yes' && word.digit === 0)
    return { value: word.fraction * next.scale, end: i + 2, digits: false };
  if (word.digit > 1 && word.digit < 10 && next.fractionPlural && next.digit === 0)
    return { value: word.digit * next.fraction, end: i + 2, digits: false };
  return null;
}

/** A number below a thousand (or in digits) with the scales that multiply it. */
function readGroup(doc: Doc, i: number, inside: boolean): { value: number; scale: number; end: number } | null {
  let value = 1;
  let scale = 1;
  let at = i;
  let counted = false;
  if (doc.tokens.kind[i] === NUMBER) {
    value = doc.tokens.value[i];
    at = i + 1;
    counted = true;
  } else {
    const hundreds = readHundreds(doc, i, inside);
    if (hundreds !== null) {
      value = hundreds.value;
      at = hundreds.end;
      counted = true;
    }
  }
  while (at < doc.length && (at === i || !isApart(doc, at))) {
    const word = numberWordAt(doc, at);
    if (word === null || (counted && word.joined)) break;
    if (word.scale === 0) {
      // "3 hundred", "95 hundred"
      if (counted && doc.tokens.kind[at - 1] === NUMBER && word.digit === 100 && value < 1000) {
        scale *= 100;
        at++;
        continue;
      }
      break;
    }
    // "since the start of 2014 | thousands of": no number of four figures counts thousands
    if (word.plural && (!counted || (scale === 1 && value >= 1000))) break;
    if (word.dual === 'yes' || (word.dual === 'alone' && !counted)) {
      if (counted) break;
      value = 2;
    }
    // nothing is counted beyond this; the bound keeps a run of thousands from being read again and again
    if (scale * word.scale > 1e15) break;
    scale *= word.scale;
    counted = true;
    at++;
  }
  return counted ? { value, scale, end: at } : null;
}

const isApart = (doc: Doc, i: number): boolean => doc.tokens.kind[i] !== WORD;

/** Hundreds, then units before tens: "a hundred and five and twenty". */
function readHundreds(doc: Doc, i: number, inside: boolean): { value: number; end: number } | null {
  let total = 0;
  let end = i;
  let at = i;
  let hundreds = false;
  let units = false;
  for (;;) {
    const word = numberWordAt(doc, at);
    if (word === null || word.digit === 0 || (end > i && isShare(doc, at))) break;
    let { digit } = word;
    let next = at + 1;
    if (digit < 0) return end > i ? { value: total, end } : inside ? null : { value: 0, end: next };
    const after = next < doc.length ? numberWordAt(doc, next) : null;
    if (digit <= 9 && after !== null && !after.joined && !(after.definite && !word.definite && after.digit !== 10)) {
      if (after.digit === 10 && after.fraction + after.digit !== 0) {
        digit += 10;
        next++;
      } else if (after.digit === 100 && digit >= 3) {
        digit *= 100;
        next++;
      }
    }
    if (digit >= 100) {
      if (hundreds || units || total > 0) break;
      hundreds = true;
    } else if (digit >= 20) {
      if (total % 100 >= 10) break;
      total += digit;
      end = next;
      break;
    } else {
      if (units) break;
      units = true;
    }
    if (word.compound && digit === word.digit && !inside && !hundreds && !tensFollow(doc, next)) return null;
    total += digit;
    end = next;
    if (digit > 9 && digit < 100) break;
    at = afterAnd(doc, end);
    if (at < 0 || doc.tokens.kind[at] !== WORD) break;
  }
  return end > i ? { value: total, end } : null;
}

/** "And three fifths": the digit word counts the shares behind it. */
function isShare(doc: Doc, i: number): boolean {
  const next = i + 1 < doc.length ? numberWordAt(doc, i + 1) : null;
  return next?.fractionPlural === true;
}

function tensFollow(doc: Doc, i: number): boolean {
  const at = afterAnd(doc, i);
  if (at < 0 || doc.tokens.kind[at] !== WORD) return false;
  const word = numberWordAt(doc, at);
  return word !== null && word.digit >= 20 && word.digit < 100;
}

/** "Third", "eleventh", "the five-and-twentieth". */
function readOrdinal(doc: Doc, i: number): { value: number; end: number } | null {
  const word: NumberWord | null = numberWordAt(doc, i);
  if (word === null || word.nth === 0) return null;
  const next = i + 1 < doc.length ? numberWordAt(doc, i + 1) : null;
  if (next !== null && next.digit === 10 && !next.joined) return { value: word.nth + 10, end: i + 2 };
  const more = afterAnd(doc, i + 1);
  const tens = more >= 0 && doc.tokens.kind[more] === WORD ? numberWordAt(doc, more) : null;
  if (tens !== null && tens.digit >= 20 && tens.digit < 100 && word.nth < 10)
    return { value: word.nth + tens.digit, end: more + 1 };
  return word.nthTen ? null : { value: word.nth, end: i + 1 };
}
