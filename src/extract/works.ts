/** What a film, a novel or a song tells of: "the film tells of the shelling of a village". No news, whatever happened once. */
import type { Node } from '../rules/node.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import { field, nodeOf } from './words.ts';

/** How many chunks may stand between the work and the deed. */
const REACH = 8;

export function isOfWork(doc: Doc, chunks: readonly Chunk[], h: Happening): boolean {
  const first = Math.min(...h.parts);
  for (let k = first - 1; k >= 0 && k >= first - REACH; k--) {
    const { kind, mark } = chunks[k];
    if (kind === 'that' || kind === 'contrast' || kind === 'reset' || (kind === 'mark' && mark !== 'quote')) return false;
    const work = workIn(doc, chunks[k]);
    if (work === null) continue;
    if (recounts(doc, chunks[k - 1])) return true;
    const behind = chunks.slice(k + 1, first).find((c) => !(c.kind === 'noun' && c.noun?.kind === 'other'));
    return recounts(doc, behind) || (field(work, 'account') !== 'yes' && behind?.kind === 'case' && behind.mark === 'about');
  }
  return false;
}

/** The word for a work in a chunk: "(showed) the channel a film" may be one phrase. */
function workIn(doc: Doc, { start, end }: Chunk): Node<any> | null {
  for (let t = start; t < end; t++) {
    const work = nodeOf(doc, t, 'work');
    if (work !== null) return work;
  }
  return null;
}

const recounts = (doc: Doc, chunk: Chunk | undefined): boolean =>
  chunk !== undefined && nodeOf(doc, chunk.start, 'recounts') !== null;
