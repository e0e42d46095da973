/** "the shelling of Sudan led to": a state behind the shelling may be who shelled or what was shelled, and nothing says which. */
import { aimsOn } from './aimed.ts';
import type { Found } from './argument-nouns.ts';
import type { Chunk } from './chunk.ts';
import type { Happening } from './happening.ts';
import type { NounPhrase } from './noun-parts.ts';
import { isState } from './subject-pronoun.ts';

const fired: ReadonlySet<string> = new Set(['shelling', 'air-strike']);

/** The state stands alone: what it led to follows at once, and no target nor a place where the shells fell. */
export const isUntold = (chunks: readonly Chunk[], h: Happening, found: Found, head: NounPhrase): boolean =>
  fired.has(h.types[0]) &&
  isState(head) &&
  head.actor?.end === head.end &&
  chunks[found.directAt[0] + 1]?.mark === 'to' &&
  chunks.every(({ place }, k) => k <= found.directAt[0] || place === null) &&
  !aimsOn(chunks, h, found, head);
