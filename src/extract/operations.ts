/** Whose operation it was in which something befell somebody: "was killed in an operation of the army", "were arrested during a campaign of X". */
import { LI } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { type Happening, takes } from './happening.ts';
import type { NounPhrase } from './noun-parts.ts';
import { within } from './one-attack.ts';
import { coordinated, isForce } from './parties.ts';
import { hasConjunction, nodeOf } from './words.ts';

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

/** "carried out an operation | during which (there) were arrested | six": who carried it out arrested them, and it is told once. */
export function duringIt(doc: Doc, chunks: readonly Chunk[], h: Happening, found: Happening[]): void {
  const raid = found.at(-1);
  const link = chunks[h.chunk + 1];
  if (raid === undefined || !h.finite || h.actors.length > 0 || h.outcome === null || !takes.has(h.outcome)) return;
  if (link?.kind !== 'case' || !within.has(link.mark) || doc.info[link.start].pronoun === null) return;
  if (raid.finite || raid.actors.length === 0 || raid.figures.length > 0 || hasConjunction(doc, chunks[h.chunk].start)) return;
  if (raid.types[0] !== 'force-movement' && raid.types[0] !== 'detention') return;
  if (chunks.slice(raid.chunk + 1, h.chunk).some((c) => c.finite || parts.has(c.kind))) return;
  h.actors.push(...raid.actors);
  for (const place of raid.places) if (!h.places.some((p) => p.role === place.role)) h.places.push(place);
  h.date ??= raid.date;
  h.parts.push(...raid.parts);
  h.rules.push('event.in-operation');
  found.pop();
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
