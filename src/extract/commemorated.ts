/** "the fifth anniversary of the shelling", "two years have passed since the raid": what is remembered took place long before, and no day beside the word is its day. */
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import { itemAt } from './item-at.ts';
import { nodeOf } from './words.ts';

/** How many chunks may stand between the word and the deed. */
const REACH = 6;
const between: ReadonlySet<string> = new Set(['noun', 'place', 'word', 'date', 'verb', 'light']);

/** The first chunk of what is remembered by this happening, or -1. */
export function commemorated(doc: Doc, chunks: readonly Chunk[], h: Happening): number {
  const at = Math.min(h.chunk, ...h.parts);
  if (chunks[at].finite) return -1;
  const on = itemAt(chunks, at - 1)?.mark === 'on' || itemAt(chunks, at - 1)?.mark === 'from';
  for (let k = at - 1; k >= 0 && k >= at - REACH; k--) {
    const { kind, start, end } = chunks[k];
    if (kind === 'case' ? k !== at - 1 || !on : !between.has(kind)) return -1;
    for (let i = end - 1; i >= start; i--) {
      if (nodeOf(doc, i, 'anniversary') !== null) return at;
      if (on && nodeOf(doc, i, 'elapse') !== null && tellsTime(doc, i + 1, chunks[at].start)) return at;
    }
    if (chunks[k].finite) return -1;
  }
  return -1;
}

/** "two years", "a month": a unit of time among the words. */
function tellsTime(doc: Doc, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (nodeOf(doc, i, 'unit') !== null) return true;
  return false;
}
