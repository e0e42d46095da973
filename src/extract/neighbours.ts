/** "the border | between Syria and Turkey", "the border strip | between Sudan and Chad": what parts lands is one place with their names. */
import { WA } from '../lexicon/analyze.ts';
import type { Doc } from './doc.ts';
import { type Gazetteer, nameAt, type PlaceLevel, type PlacePhrase } from './place-names.ts';
import { field, nodeOf } from './words.ts';

/** A border, or an area that lies at one; `from` is the token behind its words. */
export const isBorder = (doc: Doc, { kind }: PlaceLevel, from: number): boolean =>
  kind === 'border' || (from > 0 && nodeOf(doc, from - 1, 'border') !== null);

/** "the border | with Turkey", "| between Syria and Turkey": behind its word stands which border it is. */
export function saysWhichBorder(doc: Doc, k: number, end: number, gazetteer: Gazetteer): boolean {
  const tie = nodeOf(doc, k, 'case');
  const role = field(tie, 'role');
  return role === 'with' || (role === 'between' && tie!.end < end && nameAt(doc, tie!.end, end, gazetteer) !== null);
}

/** The lands behind "between" at token `t`, as one place: two at least, and each must be a known one. */
export function betweenNeighbours(
  doc: Doc,
  level: PlaceLevel,
  from: number,
  t: number,
  end: number,
  gazetteer: Gazetteer,
  read: (doc: Doc, i: number, end: number, gazetteer: Gazetteer, strict: boolean, depth: number) => PlacePhrase | null,
): PlacePhrase | null {
  if (!isBorder(doc, level, from)) return null;
  const land = (k: number): PlacePhrase | null => {
    const place = read(doc, k, end, gazetteer, true, DEEPEST);
    return place !== null && place.levels[0].rows.length > 0 ? place : null;
  };
  const first = land(t);
  if (first === null) return null;
  let to = first.end;
  while (to < end && doc.bits[to] === WA) {
    const next = land(to);
    if (next === null) break;
    to = next.end;
  }
  return to > first.end ? { ...first, end: to } : null;
}

/** At this depth a phrase takes no tail. */
const DEEPEST = 4;
