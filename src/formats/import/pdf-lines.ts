/** Lines of pages to paragraphs: a line that is full and does not end a sentence goes on in the next one. Numbers of pages are left out. */
import { tidy } from './html-text.ts';

const PAGE_NUMBER = /^[-\u2013\s]*(?:\p{N}{1,4}|[ivxlc]{1,6})(?:\s*\/\s*\p{N}{1,4})?[-\u2013\s]*$/iu;
const ENDS = /[.!?:\u061f\u06d4\u2026][\u00bb\u201d")\]]*$/u;
const BULLET = /^(?:[\u2022\u25cf\u25aa\u25e6\u00b7*\u2013-]|\p{N}{1,3}[.)\u066b-])\s/u;
/** Of the usual width: a shorter line is the last of its paragraph, or a heading. */
const FULL = 0.75;

export function paragraphsOf(lines: readonly string[]): string[] {
  const clean = lines.map((line) => mended(tidy(line.replace(/\f/gu, '')).normalize('NFKC')));
  const widths = clean
    .filter((line) => line.length > 20)
    .map((line) => line.length)
    .sort((a, b) => a - b);
  const usual = widths.length === 0 ? 0 : widths[Math.floor(widths.length * 0.8)];
  const paragraphs: string[] = [];
  let open = '';
  const close = () => {
    if (open !== '') paragraphs.push(open);
    open = '';
  };
  for (const [i, line] of clean.entries()) {
    if (line === '') {
      // an empty line ends a paragraph, unless a page ends in the middle of a sentence
      if (open !== '' && (ENDS.test(open) || open.length < FULL * usual)) close();
      continue;
    }
    if (PAGE_NUMBER.test(line)) continue;
    if (BULLET.test(line)) close();
    open = open === '' ? line : `${open} ${line}`;
    const isFull = line.length >= FULL * usual;
    const next = clean[i + 1] ?? '';
    if (!isFull || (ENDS.test(line) && (next === '' || line.length < 0.9 * usual))) close();
  }
  close();
  return paragraphs;
}

/** No space before a comma; and no word has alef, alef and lam in a row: it is the ligature of lam and alef, which is two letters in one place. */
const mended = (line: string): string =>
  line.replace(/ ([\u060c\u061b\u061f])/gu, '$1').replace(/\u0627([\u0622\u0623\u0625\u0627])\u0644/gu, '\u0627\u0644$1');

/**
 * A run from left to right in an Arabic line, as it is read: a space or a comma that is seen before a number stands behind it. So what is neither letter nor
 * digit at the ends of the run changes sides.
 */
export function sidesChanged(run: string): string {
  const core = /[\p{L}\p{N}](?:[\s\S]*[\p{L}\p{N}])?/u.exec(run);
  if (core === null) return reversed(run);
  return reversed(run.slice(core.index + core[0].length)) + core[0] + reversed(run.slice(0, core.index));
}

const reversed = (text: string): string => [...text].reverse().join('');
