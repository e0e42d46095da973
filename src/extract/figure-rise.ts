/** Updated tolls: what a number after "the toll rose to" counts, and whether it runs over a period. */
import type { Outcome, Who } from '../claim/reading.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { NounPhrase } from './noun-parts.ts';
import { eventSense } from './senses.ts';
import { field, isWord, nodeOf, senseOf } from './words.ts';

export type Rise = { outcome: Outcome | null; who: Who; running: boolean; since: string | null };

/** "the toll of the shelling rose to 12", "bringing the number of those who left since December to 37,700". */
export function riseBefore(doc: Doc, chunks: readonly Chunk[], k: number, noun: NounPhrase): Rise | null {
  if (noun.count === null) return null;
  let seen = false;
  let outcome: Outcome | null = null;
  let who: Who = 'unknown';
  let running = false;
  let since: string | null = null;
  for (let j = k - 1; j >= 0 && j >= k - 12; j--) {
    const chunk = chunks[j];
    if (chunk.kind === 'contrast' || chunk.kind === 'reset' || chunk.kind === 'that') break;
    for (let i = chunk.start; i < chunk.end; i++) {
      if (!isWord(doc, i)) continue;
      const total = nodeOf(doc, i, 'total');
      if (total !== null && outcome === null) outcome = (field(total, 'outcome') as Outcome | undefined) ?? null;
      if (nodeOf(doc, i, 'rise') !== null || (nodeOf(doc, i, 'total') !== null && j >= k - 4)) seen = true;
      const word = nodeOf(doc, i, 'outcome');
      if (word !== null && outcome === null) {
        outcome = (field(word, 'value') as Outcome | undefined) ?? null;
        who = (field(word, 'who') as Who | undefined) ?? 'unknown';
      }
      const person = field(nodeOf(doc, i, 'person'), 'who') as Who | undefined;
      if (person !== undefined && who === 'unknown' && outcome === null) who = person;
      if (nodeOf(doc, i, 'since') !== null) {
        running = true;
        if (chunk.kind === 'date') since = (chunk.node!.value as { begin?: string | null }).begin ?? null;
      }
    }
    if (chunk.kind === 'event' && outcome === null) {
      const sense = senseOf(chunk.node);
      if (sense !== null) outcome = eventSense(sense).outcome;
    }
    if (chunk.kind === 'noun' && chunk.noun?.count != null && seen === false && !isOldCount(chunks, j)) break;
  }
  if (!seen) return null;
  return { outcome, who, running, since };
}

/** "from 12 to 15": the count before the toll rose. */
export function isOldCount(chunks: readonly Chunk[], k: number): boolean {
  const [before, after, now] = [chunks[k - 1], chunks[k + 1], chunks[k + 2]];
  if (before?.kind !== 'case' || before.mark !== 'from' || after?.kind !== 'case' || after.mark !== 'to') return false;
  return now?.noun?.count != null;
}
