/** "a bomb went off in Kirkuk. The explosion took place in the quarter of X": the same deed, whose place is told more closely. */
import type { Doc } from './doc.ts';
import { isFiner, placeOf } from './place-apart.ts';
import type { Gazetteer, PlaceLevel, PlacePhrase } from './place-names.ts';
import type { Telling } from './story.ts';
import { isMany } from './totals.ts';
import { nodeOf } from './words.ts';

/** How many sentences later the place may be told. */
const NEAR = 2;

export function isToldCloser(doc: Doc, a: Telling, b: Telling, gazetteer: Gazetteer): boolean {
  const { h, sentence, date } = b;
  if (h.finite || !h.definite || h.figures.length + h.actors.length + h.recipients.length > 0) return false;
  // "the second explosion took place in": one of several
  if (sentence.index - a.sentence.index > NEAR || isMany(h) !== isMany(a.h) || nodeOf(doc, h.end, 'ordinal') !== null)
    return false;
  if (date?.begin != null && a.date?.begin != null && date.begin !== a.date.begin) return false;
  const wide = placeOf(a.h);
  const close = placeOf(h);
  return wide !== null && close !== null && (isFiner(wide, close, gazetteer) || isPartOfTown(wide, close, gazetteer));
}

/** A quarter or a street after a town; two quarters are two. */
const isPartOfTown = (wide: PlacePhrase, close: PlacePhrase, gazetteer: Gazetteer): boolean =>
  close.levels.length === 1 && isPart(close.levels[0], gazetteer) && wide.levels.every((level) => !isPart(level, gazetteer));

const isPart = ({ kind, rows }: PlaceLevel, gazetteer: Gazetteer): boolean =>
  kind === null ? rows.length > 0 && rows.every((row) => parts.has(gazetteer.kindOf(row))) : parts.has(kind);
const parts: ReadonlySet<string> = new Set([
  'quarter',
  'street',
  'square',
  'market',
  'site',
  'road',
  'bridge',
  'outskirts',
  'part-of',
]);
