/** What a negated verb of telling leaves out: "did not mention the killing of" tells of none; "did not record any attack" says that there was none. */
import type { Chunk } from './chunk.ts';
import type { Complement } from './complements.ts';
import type { Doc } from './doc.ts';
import type { CueSense } from './senses.ts';
import { nodeOf } from './words.ts';

export const isUnmentioned = (
  doc: Doc,
  chunks: readonly Chunk[],
  k: number,
  { stance }: CueSense,
  { kind, at }: Complement,
): boolean =>
  kind === 'about' ||
  // "(there) were not recorded | clashes": nobody says that there were some
  (kind === 'noun' &&
    at > k + 1 &&
    stance === 'asserted' &&
    chunks[at]?.finite === false &&
    nodeOf(doc, chunks[at].start, 'any') === null &&
    nodeOf(doc, chunks[at - 1].start, 'any') === null);
