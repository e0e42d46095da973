/** "since the start of the year | 1500 civilians": four figures behind "the year" that count people who stand behind them name no year. */
import { Kinds } from '../text/key-mark.ts';
import type { Doc } from './doc.ts';
import { featuresOf, field, hasConjunction, isDefinite, isWord, nodeAmong, nodeOf } from './words.ts';

export function countsNoYear(doc: Doc, i: number, value: number): boolean {
  if (value < 1000 || value >= 2200 || i === 0 || !isDefinite(doc, i - 1)) return false;
  if (field(nodeOf(doc, i - 1, 'unit'), 'grain') !== 'year') return false;
  const next = i + 1;
  if (next >= doc.length || !isWord(doc, next)) return false;
  // "1500, among them": nobody is among a year that is far away
  if (nodeOf(doc, next, 'among') !== null) return value < 1900 && !hasConjunction(doc, next);
  if (isDefinite(doc, next) || hasConjunction(doc, next) || doc.bits[next] !== 0) return false;
  const counted = doc.at[next].find((n) => people.has(n.kind) && n.end === next + 1);
  if (counted === undefined || featuresOf(counted)?.number !== 'sg' || doc.info[next].pronoun !== null) return false;
  // "since the year 2011 | a journalist (was arrested)": what 11 to 99 count is in the accusative
  const rest = value % 100;
  if (value >= 1900 && rest !== 0 && (rest < 11 || featuresOf(counted)?.state !== 'accusative')) return false;
  // "in the year 2003 | the head of the state": he heads something, or has a name
  const after = next + 1;
  return after >= doc.length || !isWord(doc, after) || !(isDefinite(doc, after) || nodeAmong(doc, after, called) !== null);
}

const people: ReadonlySet<string> = new Set(['person', 'outcome']);
const called = new Kinds(['given-name', 'family-name', 'kunya', 'actor', 'place-class']);
