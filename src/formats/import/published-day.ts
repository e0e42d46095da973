/** Reads a day out of a field or a line: ISO, RFC 822, "17 February 2019" in every language whose months are known, 17/2/2019. What can mean two days is none. */
import { digitOf } from '../../text/characters.ts';
import { looseKey } from '../../text/fold.ts';

type Months = ReadonlyMap<string, number>;
/** `start` and `end`: where in the text it stands. */
export type DayFound = { day: string; start: number; end: number };

const ISO = /(?<!\d)((?:19|20)\d\d)([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/u;
const COMPACT = /^((?:19|20)\d\d)(\d\d)(\d\d)(?:T?\d{4,6})?$/u;
const SLASHED = /(?<!\d)(\d{1,2})([-/.])(\d{1,2})\2((?:19|20)\d\d)(?!\d)/u;
const WORD = /[\p{L}\p{M}]+|\d+/gu;

/** All digits as ASCII; as long as before. */
export function asciiDigits(text: string): string {
  let changed = '';
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 128 || digitOf[code] === 255) continue;
    changed += text.slice(from, i) + digitOf[code];
    from = i + 1;
  }
  return from === 0 ? text : changed + text.slice(from);
}

export function dayIn(original: string, months: Months): DayFound | null {
  const text = asciiDigits(original.slice(0, 400));
  const iso = ISO.exec(text);
  if (iso) return found(iso[1], iso[3], iso[4], iso.index, iso[0].length);
  const compact = COMPACT.exec(text.trim());
  if (compact) return found(compact[1], compact[2], compact[3], 0, text.length);
  const spelled = spelledDay(text, months);
  if (spelled) return spelled;
  const slashed = SLASHED.exec(text);
  if (!slashed) return null;
  const [first, second] = [Number(slashed[1]), Number(slashed[3])];
  // 3/4/2019 is the 3rd of April or the 4th of March
  if (first <= 12 && second <= 12 && first !== second) return null;
  const [day, month] = second > 12 ? [slashed[3], slashed[1]] : [slashed[1], slashed[3]];
  return found(slashed[4], month, day, slashed.index, slashed[0].length);
}

type Token = { text: string; start: number; end: number };

function spelledDay(text: string, months: Months): DayFound | null {
  const tokens: Token[] = [];
  for (const match of text.matchAll(WORD))
    tokens.push({ text: match[0], start: match.index, end: match.index + match[0].length });
  for (let i = 0; i < tokens.length; i++) {
    const month = monthAt(tokens, i, months);
    if (month === null) continue;
    const before = tokens[i - 1];
    let next = i + month.words;
    // the same month by its other name: February/Shubat
    const twin = monthAt(tokens, next, months);
    if (twin !== null && twin.month === month.month) next += twin.words;
    const after = tokens[next];
    const later = tokens[next + 1];
    if (before && isDayNumber(before.text) && after && isYear(after.text))
      return found(after.text, String(month.month), before.text, before.start, after.end - before.start);
    if (after && isDayNumber(after.text) && later && isYear(later.text))
      return found(later.text, String(month.month), after.text, tokens[i].start, later.end - tokens[i].start);
  }
  return null;
}

function monthAt(tokens: readonly Token[], i: number, months: Months): { month: number; words: number } | null {
  if (i >= tokens.length) return null;
  const one = looseKey(tokens[i].text).toLowerCase();
  const two = i + 1 < tokens.length ? `${one} ${looseKey(tokens[i + 1].text).toLowerCase()}` : null;
  const pair = two === null ? undefined : months.get(two);
  if (pair !== undefined) return { month: pair, words: 2 };
  const single = months.get(one);
  return single === undefined ? null : { month: single, words: 1 };
}

const isDayNumber = (text: string): boolean => /^\d{1,2}(?:st|nd|rd|th)?$/u.test(text) && Number.parseInt(text, 10) <= 31;
const isYear = (text: string): boolean => /^(?:19|20)\d\d$/u.test(text);

function found(year: string, month: string, day: string, start: number, length: number): DayFound | null {
  const written = `${year}-${month.padStart(2, '0')}-${String(Number.parseInt(day, 10)).padStart(2, '0')}`;
  const time = Date.parse(`${written}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== written) return null;
  return { day: written, start, end: start + length };
}
