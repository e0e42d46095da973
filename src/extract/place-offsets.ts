/** How far a place lies from another: "10 km north-west of the city of Raqqa", "lying 30 km west of X". */
import { AWAY, COUNTED } from './class-groups.ts';
import type { Doc } from './doc.ts';
import type { Gazetteer, PlaceLevel, PlacePhrase } from './place-names.ts';
import { readPlace } from './place-phrases.ts';
import { field, isDigits, markAt, nodeOf } from './words.ts';

/** "10 km north-west of the city of Raqqa". */
export function readOffset(
  doc: Doc,
  t: number,
  end: number,
  gazetteer: Gazetteer,
  depth: number,
): { km: number; bearing: number; from: PlaceLevel[]; end: number } | null {
  let k = t;
  if ((doc.groups[k] & COUNTED) === 0) return null;
  const quantity = nodeOf(doc, k, 'quantity');
  const number = nodeOf(doc, k, 'number');
  let value = -1;
  if (quantity !== null && quantity.value.low !== undefined) {
    value = quantity.value.low;
    k = quantity.end;
  } else if (number !== null) {
    value = number.value.value ?? number.value;
    k = number.end;
  } else if (isDigits(doc, k)) {
    value = doc.tokens.value[k];
    k++;
  } else return null;
  if (k >= end) return null;
  const unit = nodeOf(doc, k, 'distance');
  if (unit === null || !(value > 0)) return null;
  k = unit.end;
  while (k < end && nodeOf(doc, k, 'case') !== null && nodeOf(doc, k, 'direction') === null) k++;
  const from = k < end ? readPlace(doc, k, end, gazetteer, false, depth + 1) : null;
  if (from === null || from.bearing === null) return null;
  return { km: value * Number(field(unit, 'km') ?? 1), bearing: from.bearing, from: from.levels, end: from.end };
}

/** How many words may tell how far it is. */
const FAR = 5;

/** "at a distance of some 40 km from X", "lying 30 km west of X": the place it is measured from. */
export function readAway(doc: Doc, t: number, end: number, gazetteer: Gazetteer, depth: number): PlacePhrase | null {
  if (((doc.groups[t] | doc.groups[t + 1]) & AWAY) === 0) return null;
  let k = markAt(doc, t) === 'comma' ? t + 1 : t;
  if (k >= end || (doc.groups[k] & AWAY) === 0) return null;
  k = nodeOf(doc, k, 'belong')?.end ?? k;
  const lead = k < end ? nodeOf(doc, k, 'away') : null;
  if (lead === null) return null;
  for (k = lead.end; k < end && k < lead.end + FAR && nodeOf(doc, k, 'distance') === null; k++)
    if (markAt(doc, k) !== '' || nodeOf(doc, k, 'direction') !== null) break;
  if (k >= end) return null;
  k = nodeOf(doc, k, 'distance')?.end ?? k;
  const tie = k < end ? nodeOf(doc, k, 'case') : null;
  if (tie !== null && nodeOf(doc, k, 'direction') === null) k = tie.end;
  else if (k < end && nodeOf(doc, k, 'direction') === null) return null;
  return k < end ? readPlace(doc, k, end, gazetteer, false, depth + 1) : null;
}
