/**
 * Times behind verbs that can also take them for their object: "died yesterday in a shelling" is written like "spent yesterday", "were killed at a time when" like
 * "killed time".
 */
import { BI } from '../lexicon/analyze.ts';
import type { Doc } from './doc.ts';
import { field, markAt, nodeOf } from './words.ts';

/** How far behind the time what they died in may stand. */
const REACH = 8;
const turns = ['contrast', 'reset', 'background'] as const;

/** Token `i` stands in a time that begins no farther back than `from` and tells when, not what was spent. */
export function tellsWhen(doc: Doc, from: number, i: number, end: number): boolean {
  for (let t = from; t <= i; t++) if (timeEnd(doc, t, end) > i) return true;
  return false;
}

/** Where a time ends that begins at token `i`; `i` elsewhere. */
function timeEnd(doc: Doc, i: number, end: number): number {
  if (i > 0 && nodeOf(doc, i - 1, 'in-time') !== null) {
    const behind = nodeOf(doc, i, 'later')?.end ?? Math.max(...turns.map((kind) => nodeOf(doc, i - 1, kind)?.end ?? 0));
    if (behind > i) return behind;
  }
  const date = nodeOf(doc, i, 'date');
  return date !== null && date.end > i + 1 && diesOf(doc, date.end, end) ? date.end : i;
}

/** "in a shelling", "by a bullet of", "of his wounds": what somebody dies of stands behind the time. */
function diesOf(doc: Doc, from: number, end: number): boolean {
  for (let t = from; t < Math.min(end, from + REACH); t++) {
    if (markAt(doc, t) !== '') return false;
    if (nodeOf(doc, t, 'agent') !== null || nodeOf(doc, t, 'cause') !== null) return true;
    const by = (doc.bits[t] & BI) !== 0;
    if (by && field(nodeOf(doc, t, 'thing'), 'means') === 'yes') return true;
    // "with his family" is written like "with capturing him"
    const role = field(nodeOf(doc, t - 1, 'case'), 'role');
    const tied = by || (role !== undefined && role !== 'with');
    if (tied && nodeOf(doc, t, 'event') !== null) return true;
  }
  return false;
}
