/** A deed that a clause tells of what stands before it: "an attack in which five were killed". */
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { countsSomeOfThem } from './shares.ts';
import { field, nodeOf } from './words.ts';

const inIt: ReadonlySet<string> = new Set(['in', 'with', 'during']);

/** "an attack in which (in it) five were killed", "twenty, killed of them five": a verbal noun would have its genitive at once. */
export function tellsOfAttack(doc: Doc, i: number, before: readonly Chunk[]): boolean {
  const tie = i + 1 < doc.length && doc.info[i + 1].pronoun !== null ? nodeOf(doc, i + 1, 'case') : null;
  const tied = field(nodeOf(doc, i + 1, 'pronoun'), 'tied') === 'yes' || countsSomeOfThem(doc, i + 1);
  if (!tied && (tie === null || !inIt.has(field(tie, 'role') ?? ''))) return false;
  const [last] = before.slice(-1);
  return last.kind !== 'case' && last.kind !== 'cause' && last.kind !== 'result' && last.kind !== 'agent' && last.kind !== 'say';
}
