/** Whose operation it was in which something befell somebody: "was killed in an operation of the army", "were arrested during a campaign of X". */
import { LI } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import type { NounPhrase } from './noun-parts.ts';
import { within } from './one-attack.ts';
import { coordinated, isForce } from './parties.ts';
import { nodeOf } from './words.ts';

/** How many chunks behind the arguments of the deed the operation may stand. */
const AFTER = 3;

const parts: ReadonlySet<string> = new Set(['that', 'contrast', 'reset', 'relative', 'result', 'conjunction', 'say', 'event']);

export function inOperation(doc: Doc, chunks: readonly Chunk[], h: Happening, used: Uint8Array): void {
  if (h.actors.length > 0 || h.outcome === null || h.outcome === 'surrendered' || h.outcome === 'missing') return;
  for (let j = h.chunk + 1; j + 1 < chunks.length && j <= h.until + AFTER; j++) {
    const { kind, mark, finite } = chunks[j];
    if (used[j] || finite || parts.has(kind)) return;
    if (kind !== 'case' || !within.has(mark)) continue;
    const doers = ofOperation(doc, chunks, j + 1);
    if (doers === null) continue;
    h.actors.push(...doers);
    h.recipients = h.recipients.filter((r) => !doers.some((d) => d.start === r.start));
    h.rules.push('event.in-operation');
    return;
  }
}

/** "an operation of X": the party behind "of" (li-), whether the phrase has taken it in or not. */
function ofOperation(doc: Doc, chunks: readonly Chunk[], at: number): NounPhrase[] | null {
  const { noun, kind } = chunks[at];
  if (kind !== 'noun' || noun === null || noun.count !== null || nodeOf(doc, noun.head, 'carrier') === null) return null;
  const { actor } = noun;
  if (actor !== null) {
    if (actor.start <= noun.head || !(doc.bits[actor.start] & LI)) return null;
    return [{ ...noun, start: actor.start, head: actor.start, kind: 'actor', node: actor, features: null, definite: true }];
  }
  const next = chunks[at + 1];
  if (next?.kind !== 'noun' || next.noun === null || !(next.bits & LI) || !isForce(doc, next.noun)) return null;
  return coordinated(doc, chunks, at + 1, null).nouns;
}
