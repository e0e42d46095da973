/** "Aleppo.. five killed in a blast", "The town of X … shelling": two dots behind nothing but a place are a colon, and no end of a sentence. */
import { BREAK, NUMBER, WORD } from '../text/scan.ts';
import type { Doc } from './doc.ts';
import { bareKey } from './place-names.ts';
import { featuresOf } from './words.ts';

/** Words of such a place at most. */
const MOST = 4;

/** The words from `start` to the mark at `i` begin a line and are a place; something stands behind the mark, in the same line. */
export function isHeadedByPlace(doc: Doc, start: number, i: number, behind: number): boolean {
  const { tokens } = doc;
  if (i - start < 1 || i - start > MOST || (start > 0 && tokens.kind[start - 1] !== BREAK)) return false;
  if (behind >= doc.length || (tokens.kind[behind] !== WORD && tokens.kind[behind] !== NUMBER)) return false;
  for (let t = start; t < i; t++) if (tokens.kind[t] !== WORD) return false;
  const called = i - start > 1 && doc.at[start].some(({ kind }) => kind === 'place-class' || kind === 'name-opener');
  if (!called && !(doc.forms.isName(bareKey(doc, start)) && isPlain(doc, start))) return false;
  for (let t = start + 1; t < i; t++)
    if (called ? !isPlain(doc, t) : !doc.info[t].unknown && !doc.at[t].every(({ kind }) => names.has(kind))) return false;
  return true;
}

/** No heading ("urgent..", "the president.."), no state, which may be who acts, no number and no noun for a deed. */
const isPlain = (doc: Doc, t: number): boolean =>
  doc.at[t].every((node) => !headings.has(node.kind) && !(node.kind === 'event' && featuresOf(node)?.pos !== 'verb'));

const headings: ReadonlySet<string> = new Set([
  'ticker',
  'actor',
  'actor-short',
  'furniture',
  'title',
  'source',
  'outlet',
  'evidence',
  'outcome',
  'date',
  'day',
  'number',
  'quantity',
  'case',
  'reset',
]);

const names: ReadonlySet<string> = new Set([
  'given-name',
  'family-name',
  'kunya',
  'name-opener',
  'vocabulary',
  'direction',
  'pronoun',
  'place-class',
  'numbered',
]);
