/** "The movement of justice and equality", "the brigade of right and freedom": a name of two words joined by "and" is one party. */
import { AL, WA } from '../lexicon/analyze.ts';
import type { Doc } from './doc.ts';
import type { NounPhrase } from './noun-parts.ts';
import { field, hasConjunction, isDefinite, isFiniteVerb, isWord, nodeOf } from './words.ts';

/** What people, places and bodies are; such a word behind "and" is another party. */
const others: ReadonlySet<string> = new Set([
  'actor',
  'person',
  'source',
  'title',
  'outlet',
  'nationality',
  'place-class',
  'party',
  'relation',
  'direction',
  'ordinal',
]);

/** The word at `t`, with its "and" and its article, goes on with the name of the body before it. */
export function joinsName(doc: Doc, { start, head, end, actor }: NounPhrase, t: number): boolean {
  if (doc.bits[t] !== (WA | AL) || end !== t || end < head + 2 || actor !== null || doc.bits[end - 1] !== AL) return false;
  // "gunmen of | the front of X"
  if (!isBody(doc, end - 2) || !isQuality(doc, end - 1) || !isQuality(doc, t)) return false;
  // "between the movement of X and the Y": two sides
  const next = t + 1;
  const between = start > 0 && field(nodeOf(doc, start - 1, 'case'), 'role') === 'between';
  if (between && !(next < doc.length && isWord(doc, next) && hasConjunction(doc, next))) return false;
  return !(next < doc.length && isWord(doc, next) && doc.bits[next] === 0 && isFiniteVerb(doc, next) && !doc.info[next].nominal);
}

/** A word for a party or an armed body that has its name behind it. */
function isBody(doc: Doc, i: number): boolean {
  if (isDefinite(doc, i)) return false;
  if (nodeOf(doc, i, 'party') !== null || field(nodeOf(doc, i, 'place-class'), 'unit') === 'yes') return true;
  const body = nodeOf(doc, i, 'person');
  return field(body, 'unit') === 'group' && (field(body, 'side') === 'armed' || field(body, 'acts') === 'yes');
}

/** "justice", "equality": nobody and nowhere. */
const isQuality = (doc: Doc, i: number): boolean =>
  doc.at[i].every(({ kind, word }) => word?.exact === false || !others.has(kind)) &&
  !doc.info[i].unknown &&
  field(nodeOf(doc, i, 'thing'), 'means') !== 'yes';
