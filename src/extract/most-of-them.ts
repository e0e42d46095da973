/** "most of the dead of the raids are of X", "the great majority of the wounded": who most of them are, and no count. */
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { nodeOf } from './words.ts';

export function areMostOfThem(doc: Doc, chunks: readonly Chunk[], k: number): boolean {
  const { count, kind, features } = chunks[k].noun!;
  const before = chunks[k - 1];
  if (count !== null || kind !== 'outcome' || features?.number === 'sg' || features?.number === 'du' || before === undefined)
    return false;
  if (before.kind === 'word') return nodeOf(doc, before.start, 'each') !== null;
  const share = chunks[k - 2]?.noun ?? null;
  return before.kind === 'case' && before.mark === 'from' && share !== null && nodeOf(doc, share.head, 'each') !== null;
}
