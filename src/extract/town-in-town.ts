/** "(people) of the city of X | in the city of Y": of two towns of one kind neither lies in the other. */
import type { Doc } from './doc.ts';
import type { PlaceLevel } from './place-names.ts';
import { field, nodeOf } from './words.ts';

const settled: ReadonlySet<string> = new Set(['city', 'town', 'village']);

/** The place whose class word is token `t` is of the same kind as one of the named ones that stand before. */
export function isTownInTown(doc: Doc, held: readonly PlaceLevel[], t: number): boolean {
  const kind = field(nodeOf(doc, t, 'place-class'), 'kind') ?? '';
  return settled.has(kind) && held.some((level) => level.kind === kind && level.start < level.end);
}
