/** "six | some of them gravely", "six | their condition is grave": a word that speaks of those who were counted is not what was counted. */
import { FA, WA } from '../lexicon/analyze.ts';
import { Kinds } from '../text/key-mark.ts';
import type { Doc } from './doc.ts';
import { nodeAmong, nodeOf } from './words.ts';

const many: ReadonlySet<string> = new Set(['3mp', '3fp', '3d']);
const counted = new Kinds(['person', 'outcome', 'thing', 'unit']);

/** Behind a number, at token `t`. */
export function speaksOfThem(doc: Doc, t: number): boolean {
  if (nodeOf(doc, t, 'proportion') !== null) return true;
  if (doc.bits[t] & (WA | FA) || !many.has(doc.info[t].pronoun ?? '')) return false;
  return nodeAmong(doc, t, counted) === null;
}
