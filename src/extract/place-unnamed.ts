/** Levels of a place phrase without a name: "the country", "the villages". */
import type { Node } from '../rules/node.ts';
import type { PlaceLevel } from './place-names.ts';
import { field } from './words.ts';

/** One level as it is read; `after`: the token behind it. */
export type Level = { level: PlaceLevel; after: number; anaphor: string | null; sure: boolean };

/** "the country", "the spot", "there": stands for a place named before. */
export function pointsBack(node: Node<any>): Level {
  const kind = field(node, 'kind') ?? 'area';
  const level = { start: node.end, end: node.end, kind, keys: [], rows: [], bearing: null };
  return { level, after: node.end, anaphor: kind, sure: true };
}

/** Places of a class that have no name here. */
export const unnamed = (plain: PlaceLevel, after: number): Level => ({
  level: { ...plain, start: after, end: after },
  after,
  anaphor: null,
  sure: true,
});
