/** Who will not be named: "who asked that his name be kept back, since he may not speak to the press". The words tell nothing of what he says. */
import { WITHHOLDING } from './class-groups.ts';
import type { Doc } from './doc.ts';
import { field, hasConjunction, isDefinite, isFiniteVerb, isWord, markAt, nodeOf } from './words.ts';

/** How many words may stand before the name that is kept back, and how many the reason may have. */
const REACH = 6;
const REASON = 16;

/** Behind these the clause tells of something else, or of somebody else. */
const others: ReadonlySet<string> = new Set(['that', 'event', 'actor', 'outlet']);
const somebody: ReadonlySet<string> = new Set(['person', 'source', 'title']);

/** Where the clause that begins at token `i` ends; `i` where none does. */
export function namelessEnd(doc: Doc, i: number, end: number): number {
  if (((doc.groups[i] | doc.groups[i + 1]) & WITHHOLDING) === 0) return i;
  let t = i;
  if (nodeOf(doc, t, 'relative') !== null) t++;
  // "who spoke on condition that"
  else if (t + 1 < end && nodeOf(doc, t, 'say') !== null && nodeOf(doc, t, 'withhold') === null && isFiniteVerb(doc, t)) t++;
  const opens = t < end ? nodeOf(doc, t, 'withhold') : null;
  if (opens === null || opens.end >= end || isDefinite(doc, t) || (t > i && hasConjunction(doc, t))) return i;
  // "whom it did not name"
  if (field(opens, 'whole') === 'yes') return opens.end;
  for (let k = opens.end; k < Math.min(end, opens.end + REACH) && isWord(doc, k); k++) {
    // "that his name be | published": the word has the letters of a deed
    if (tellsOfOthers(doc, k) && !(k + 1 < end && isWord(doc, k + 1) && isName(doc, k + 1))) return i;
    // "his name", which also leads in how somebody is called
    if (nodeOf(doc, k, 'called') !== null) return behindReason(doc, k + 1, end);
    if (!isName(doc, k)) continue;
    if (doc.info[k].pronoun !== null || isDefinite(doc, k)) return behindReason(doc, k + 1, end);
    // "the name of his family"
    if (k + 1 < end && isWord(doc, k + 1) && doc.info[k + 1].pronoun !== null) return behindReason(doc, k + 2, end);
  }
  return i;
}

const isName = (doc: Doc, k: number): boolean => nodeOf(doc, k, 'identity') !== null || nodeOf(doc, k, 'called') !== null;

const tellsOfOthers = (doc: Doc, k: number): boolean =>
  doc.at[k].some((node) => others.has(node.kind) || (isDefinite(doc, k) && somebody.has(node.kind)));

function behindReason(doc: Doc, from: number, end: number): number {
  let t = from;
  // "his name and his rank"
  while (t < end && isWord(doc, t) && hasConjunction(doc, t) && doc.info[t].pronoun !== null && !isFiniteVerb(doc, t)) t++;
  const reason = t < end ? nodeOf(doc, t, 'withhold-reason') : null;
  if (reason === null) return t;
  if (field(reason, 'clause') !== 'yes') return reason.end;
  for (let k = reason.end; k < Math.min(end, reason.end + REASON); k++) {
    if (markAt(doc, k) === 'comma' || markAt(doc, k) === 'colon') return k;
    if (nodeOf(doc, k, 'that') !== null) return k;
  }
  return t;
}
