/** "used tear gas | to disperse the demonstrators", "opened fire to break up the sit-in": the aim says whom the deed was done to. */
import { LI } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import { isAttack } from './families.ts';
import { absorb, type Happening } from './happening.ts';

/** How far behind the deed its aim may stand, in chunks. */
const REACH = 9;

export function withDispersed(chunks: readonly Chunk[], found: Happening[]): Happening[] {
  if (!found.some((h) => h.types[0] === 'riot' && !h.finite)) return found;
  const kept: Happening[] = [];
  for (const h of found) {
    const deed = kept.at(-1);
    if (deed === undefined || !isAimOf(chunks, deed, h)) kept.push(h);
    else {
      absorb(deed, h);
      deed.rules.push('event.to-disperse');
    }
  }
  return kept;
}

const isAimOf = (chunks: readonly Chunk[], deed: Happening, h: Happening): boolean =>
  !h.finite &&
  h.types[0] === 'riot' &&
  h.recipients.length > 0 &&
  h.actors.length === 0 &&
  (chunks[h.chunk].bits & LI) !== 0 &&
  deed.group === h.group &&
  deed.outcome === null &&
  deed.recipients.length + deed.figures.length === 0 &&
  isAttack(deed) &&
  h.chunk - deed.chunk < REACH &&
  !chunks.slice(deed.chunk + 1, h.chunk).some((c) => c.finite || c.kind === 'that' || c.kind === 'contrast');
