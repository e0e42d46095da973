/** Everyday coming and going: "was killed on his leaving of his house", "at her entering the mosque". It says when somebody was struck; no force moved and nobody was displaced. */
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import { field } from './words.ts';

const moves: ReadonlySet<string> = new Set(['force-movement', 'displacement']);
const when: ReadonlySet<string> = new Set(['in', 'during']);
const ways: ReadonlySet<string> = new Set(['from', 'to', 'in', 'toward']);

export function isErrand(doc: Doc, chunks: readonly Chunk[], h: Happening): boolean {
  if (stopsVehicle(h)) return true;
  if (h.finite || !moves.has(h.types[0]) || doc.info[h.start].pronoun === null || h.figures.length > 0) return false;
  const before = chunks[h.chunk - 1];
  if (before?.kind !== 'case' || !when.has(before.mark) || before.bits !== 0) return false;
  const next = chunks[h.chunk + 1];
  const where = next?.kind === 'case' && ways.has(next.mark) ? chunks[h.chunk + 2] : next;
  const noun = where?.kind === 'noun' ? where.noun : null;
  // his house, his work, their positions; a withdrawal that is told is from a town
  return noun !== null && noun.count === null && noun.actor === null && doc.info[noun.head].pronoun !== null;
}

/** "stopped a bus and took seven men off it": nobody is held by the stop. */
const stopsVehicle = ({ types, weak, recipients }: Happening): boolean =>
  weak &&
  types[0] === 'detention' &&
  recipients.length > 0 &&
  recipients.every(({ node }) => field(node, 'category') === 'vehicle');
