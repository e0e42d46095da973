/** "the managing of its fighters to kill", "the success of the army in taking": the one behind the verbal noun does what follows. */
import { Kinds } from '../text/key-mark.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { hasConjunction, isFiniteVerb, isWord, nodeAmong, nodeOf } from './words.ts';

/** How many words who managed it may be long. */
const REACH = 10;

const people = new Kinds(['person', 'actor', 'actor-short', 'title', 'source']);

/** A verbal noun of managing at token `i`, with who managed behind it, and a deed behind "to" or "in". */
export function manages(doc: Doc, i: number, end: number): boolean {
  if (nodeOf(doc, i, 'managing') === null || doc.info[i].pronoun !== null) return false;
  if (i + 2 >= end || nodeAmong(doc, i + 1, people) === null) return false;
  for (let t = i + 1; t + 1 < Math.min(end, i + REACH) && isWord(doc, t); t++) {
    const link = nodeOf(doc, t, 'case');
    if (link !== null && t > i + 1 && doc.info[t].pronoun === null && nodeOf(doc, link.end, 'event') !== null) return true;
    // "of the police and the army"
    if (t > i + 1 && (isFiniteVerb(doc, t) || (hasConjunction(doc, t) && nodeAmong(doc, t, people) === null))) return false;
  }
  return false;
}

/** The chunk that such a verbal noun made. */
export const isManaging = (doc: Doc, { kind, start, finite }: Chunk): boolean =>
  kind === 'verb' && !finite && nodeOf(doc, start, 'managing') !== null;

/** "strives | for | safety | from the raids": another preposition, or a verb that no list holds, stands before the one that ties the deed. */
export const isSafeFrom = (chunks: readonly Chunk[], verb: number, k: number): boolean =>
  chunks[verb].node === null || chunks.slice(verb + 1, k - 1).some(({ kind }) => kind === 'case');
