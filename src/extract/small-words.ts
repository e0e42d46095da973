/** The small words of a sentence: which chunk each class of them becomes, and which of two readings of one word is the more telling. */
import type { ChunkKind } from './chunk.ts';

/** Most telling first; a longer one always wins. */
const closed: ChunkKind[] = [
  'according',
  'reset',
  'contrast',
  'continue',
  'responsibility',
  'background',
  'hearsay',
  'that',
  'relative',
  'agent',
  'cause',
  'condition',
  'none',
  'among',
  'rank',
  'additional',
  'case',
  'negation',
  'was',
  'modal',
  'conjunction',
  'pronoun',
];

/** How telling a kind of small words is; 0 for one that tells nothing. */
export function rankOfSmall(kind: ChunkKind): number {
  const at = closed.indexOf(kind);
  return at < 0 ? 0 : closed.length - at;
}

/** Classes of the function words that mean the same to the reader. */
const alias: Record<string, ChunkKind> = {
  'not-negation': 'word',
  adverb: 'word',
  what: 'word',
  any: 'word',
  future: 'modal',
  preposition: 'case',
  demonstrative: 'pronoun',
  'same-before': 'pronoun',
  'place-in': 'case',
  'place-from': 'case',
  'place-toward': 'case',
  each: 'word',
  quantifier: 'word',
  rise: 'word',
};
type Small = { kind: ChunkKind; rank: number };
const smallOf = (kind: ChunkKind): Small => ({ kind, rank: rankOfSmall(kind) });

/** By class of the word. */
export const smallWords: ReadonlyMap<string, Small> = new Map<string, Small>([
  ...closed.map((kind): [string, Small] => [kind, smallOf(kind)]),
  ...Object.entries(alias).map(([name, kind]): [string, Small] => [name, smallOf(kind)]),
]);
