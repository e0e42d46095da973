/** Makes the chunks of a sentence: one place makes them all, so that all have one shape. */
import type { Node } from '../rules/node.ts';
import { rewritten } from '../rules/rewritten.ts';
import type { Chunk, ChunkKind } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { NounPhrase } from './noun-parts.ts';
import type { PlacePhrase } from './place-names.ts';

export const make = (doc: Doc, kind: ChunkKind, start: number, end: number, node: Node<any> | null = null): Chunk =>
  newChunk(kind, start, end, doc.bits[start] | proclitics(node, start), node);

/** "with a crushing answer" has the letters of "cold" in its first word: what the words of a phrase take off is off. */
const proclitics = (node: Node<any> | null, start: number): number =>
  node !== null && node.start === start && node.end > start + 1 ? (node.word?.proclitics ?? 0) : 0;

function newChunk(kind: ChunkKind, start: number, end: number, bits: number, node: Node<any> | null): Chunk {
  return { kind, start, end, bits, node, finite: false, noun: null, place: null, mark: '', object: -1 };
}
rewritten(newChunk('word', 0, 0, 0, null));

export function marked(chunk: Chunk, mark: string): Chunk {
  chunk.mark = mark;
  return chunk;
}

export function filled(chunk: Chunk, noun: NounPhrase | null, place: PlacePhrase | null = null): Chunk {
  chunk.noun = noun;
  chunk.place = place;
  return chunk;
}
