/** Subjects of a verb that are told otherwise than by a plain noun: a post that takes people, and the source of what fell. */
import { BI, KA, LI, WA } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { doersAt, doesIt } from './doer-clauses.ts';
import { type Happening, takes } from './happening.ts';
import type { NounPhrase } from './noun-parts.ts';
import { coordinated } from './parties.ts';
import { featuresOf, field } from './words.ts';

/** "four shells whose source is X fell": who stands behind the particle that ties him to what fell. */
export function sourceBefore(doc: Doc, chunks: readonly Chunk[], k: number, used: Uint8Array): NounPhrase[] {
  for (let j = k - 2; j >= 0 && j >= k - 6; j--) {
    const { kind, finite, node } = chunks[j];
    // "shells | launched(them) X | fell on"
    if (finite && doesIt(doc, chunks[j])) return doersAt(doc, chunks, j + 1)?.nouns ?? [];
    if (kind === 'that' || kind === 'event' || finite) return [];
    if (kind === 'agent' && field(node, 'whose') === 'yes') return coordinated(doc, chunks, j + 1, used).nouns;
  }
  return [];
}

/** "the checkpoints of X arrested(f) dozens": right behind the verb, and not "at", a post of a party is who takes people. */
export function postThatTakes(chunks: readonly Chunk[], k: number, h: Happening): NounPhrase | null {
  const next = chunks[k + 1];
  if (next?.kind !== 'place' || next.noun === null || next.bits & (BI | LI | KA | WA)) return null;
  const acts = h.sense!.subject === 'actor' && h.sense!.object === 'recipient' && featuresOf(h.node!)?.voice !== 'passive';
  return acts && h.outcome !== null && takes.has(h.outcome) && next.noun.kind === 'thing' && next.noun.actor !== null
    ? next.noun
    : null;
}
