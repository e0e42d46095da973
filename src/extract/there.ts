/** "There": the place named before. Not "there are", which opens a clause of its own before somebody of whom nothing was told. */
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import { field, nodeOf } from './words.ts';

/** Chunks behind the happening in which "there" stands. */
const REACH = 6;

/** Chunk of "there" in the clause of the happening, or -1. */
export function thereOf(doc: Doc, chunks: readonly Chunk[], h: Happening): number {
  const verb = h.light >= 0 ? Math.min(h.light, h.chunk) : h.chunk;
  for (let k = verb + 1; k < chunks.length && k <= Math.max(...h.parts) + REACH; k++) {
    const { kind, start, finite } = chunks[k];
    if (kind === 'word' && field(nodeOf(doc, start, 'adverb'), 'there') === 'yes') return isThere(chunks, k, h) ? k : -1;
    if ((finite && !h.parts.includes(k) && k !== h.light) || ends.has(kind)) return -1;
  }
  return -1;
}
const ends: ReadonlySet<string> = new Set(['mark', 'say', 'that', 'relative', 'contrast', 'reset', 'continue', 'conjunction']);

/** "were killed | there | two soldiers", "took | gunmen | there | two men", "the death of a man | there"; not "from there", and not "the death of X, | there | are". */
function isThere(chunks: readonly Chunk[], k: number, { finite }: Happening): boolean {
  const before = chunks[k - 1];
  if (before.kind === 'case' || before.kind === 'mark') return false;
  const next = chunks[k + 1]?.kind;
  return finite || before.finite || next === undefined || rests.has(next);
}
const rests: ReadonlySet<string> = new Set([...ends, 'date', 'case', 'agent', 'cause', 'result', 'background']);
