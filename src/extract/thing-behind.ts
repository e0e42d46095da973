/**
 * "gunmen burned | within a wide campaign | a mosque", "a bomber struck | amid heavy flight of aircraft | a checkpoint", "the forces besieged | in answer to an earlier
 * attack | the town": what a deed was done to stands behind the bare name of another one. Without it whoever did it would be taken for who suffered it.
 */
import { BI, KA, LI } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import type { NounPhrase } from './noun-parts.ts';
import { field, hasConjunction } from './words.ts';

/** How many chunks may stand between the verb and its object. */
const REACH = 9;

const small: ReadonlySet<string> = new Set(['case', 'word', 'date']);

/** The chunk of the object of the verb whose arguments end at the deed in chunk `j`; -1 where there is none. */
export function thingBehind(
  doc: Doc,
  chunks: readonly Chunk[],
  j: number,
  h: Happening,
  direct: readonly NounPhrase[][],
): number {
  const deed = chunks[j];
  if (!h.finite || direct.length !== 1 || direct[0][0].count !== null || h.recipients.length > 0) return -1;
  if (h.sense?.subject !== 'actor' || h.sense.object !== 'recipient') return -1;
  if (deed.kind !== 'event' || deed.finite || chunks[j - 1].kind !== 'case' || chunks[j - 1].mark === 'agent') return -1;
  // the doer stands right behind the verb, and the tie right behind him or behind a day
  for (let k = j - 2; chunks[k]?.noun !== direct[0][0]; k--) if (k <= 0 || !small.has(chunks[k].kind)) return -1;
  for (let k = j + 1; k < chunks.length && k <= j + REACH; k++) {
    const { kind, bits, noun, start } = chunks[k];
    if (small.has(kind)) continue;
    if (hasConjunction(doc, start)) return -1;
    const governed = (bits & (BI | LI | KA)) !== 0 || chunks[k - 1].kind === 'case';
    if (kind === 'place') {
      if (!governed && chunks[k - 1] !== deed && h.outcome === null && !isFollowedByVerb(doc, chunks[k + 1])) return k;
      if (!governed && chunks[k - 1] === deed && deed.end > deed.start + 1 && h.outcome === null) return k;
      return -1;
    }
    if (kind !== 'noun' || noun === null) return -1;
    if (governed) continue;
    // right behind a bare verbal noun it is its genitive
    if (chunks[k - 1] === deed && deed.end === deed.start + 1) return -1;
    return isThing(noun) && !isFollowedByVerb(doc, chunks[k + 1]) ? k : -1;
  }
  return -1;
}

const isFollowedByVerb = (doc: Doc, next: Chunk | undefined): boolean =>
  next?.finite === true && !hasConjunction(doc, next.start);

/** A thing in the accusative, counted, or of the kind that is struck. */
export const isThing = ({ kind, count, features, node, definite }: NounPhrase): boolean =>
  kind === 'thing' && (count !== null || features?.state === 'accusative' || (!definite && field(node, 'target') === 'yes'));
