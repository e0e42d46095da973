/** Numbers that are names: "brigade 45", "regiment 46"; not "the brigade killed | 45 men". */
import { BI, FA, KA, LI, WA } from '../lexicon/analyze.ts';
import { NUMBER } from '../text/scan.ts';
import type { Doc } from './doc.ts';
import { featuresOf, isDefinite, isWord, nodeOf } from './words.ts';

const counted: ReadonlySet<string> = new Set(['person', 'outcome', 'thing', 'title', 'source']);

/** The digits at token `t` name the unit, road or decree right before them. */
export function numberOfName(doc: Doc, t: number, end: number): boolean {
  if (t === 0 || doc.tokens.kind[t] !== NUMBER || !isWord(doc, t - 1)) return false;
  const number = nodeOf(doc, t, 'number');
  if (number === null || number.end !== t + 1) return false;
  // "the branch of Palestine 235": such numbers are not counted
  const named = t > 1 && nodeOf(doc, t - 2, 'numbered') !== null && (number.value?.value ?? 0) > 99;
  if (nodeOf(doc, t - 1, 'numbered') === null && !named) return false;
  return !isCounted(doc, t + 1, end, number.value?.value ?? 0);
}

/** "detachments of the army | (5) men": the number in brackets counts whom it stands before. */
export function countsBehindBracket(doc: Doc, t: number, close: number, end: number): boolean {
  if (close !== t + 1 || doc.tokens.kind[t] !== NUMBER) return false;
  return isCounted(doc, close + 1, end, FEW) || isCounted(doc, close + 1, end, MANY);
}
/** Numbers that take a plural behind them, and such as take a singular. */
const FEW = 5;
const MANY = 20;

/** What stands behind the digits may be counted by them: several behind three to ten, one behind more. */
function isCounted(doc: Doc, t: number, end: number, value: number): boolean {
  if (t >= end || !isWord(doc, t) || isDefinite(doc, t) || doc.bits[t] & (WA | FA | BI | KA | LI)) return false;
  if (nodeOf(doc, t, 'branch') !== null) return false;
  const wanted = value > 2 && value < 11 ? 'pl' : 'sg';
  return doc.at[t].some((node) => counted.has(node.kind) && featuresOf(node)?.number === wanted);
}
