/** Places that are counted or told as several, and not named: "three villages", "a number of the quarters", "various areas". */
import { AL, BI, FA, KA, LI, WA } from '../lexicon/analyze.ts';
import type { Doc } from './doc.ts';
import type { PlaceLevel } from './place-names.ts';
import type { Level } from './place-unnamed.ts';
import { featuresOf, field, isDefinite, isFiniteVerb, isWord, nodeOf } from './words.ts';

const countable: ReadonlySet<string> = new Set([
  'city',
  'town',
  'village',
  'quarter',
  'area',
  'region',
  'admin1',
  'admin2',
  'admin3',
  'camp',
]);

/** "three villages", "13 Turkish provinces", "a number of the villages": places that are counted, not named. */
export function countedLevel(doc: Doc, t: number, end: number): Level | null {
  const count = nodeOf(doc, t, 'quantity') ?? nodeOf(doc, t, 'number');
  if (count === null || count.end >= end) return null;
  const node = nodeOf(doc, count.end, 'place-class');
  const kind = field(node, 'kind') ?? '';
  // "15 farmers" is written like "farms": above ten the noun stands in the singular
  const value = count.value?.value ?? count.value?.low ?? 0;
  if (node !== null && value > 10 && value < 100 && featuresOf(node)?.number === 'pl') return null;
  if (node === null || !countable.has(kind) || doc.bits[count.end] & (WA | FA | BI | LI | KA)) return null;
  let k = node.end;
  while (k < end && k < node.end + 2 && isWord(doc, k) && isDefinite(doc, k) === isDefinite(doc, count.end)) {
    const adjective = nodeOf(doc, k, 'nationality') !== null || nodeOf(doc, k, 'vocabulary') !== null;
    if (!adjective || doc.bits[k] & ~AL || isFiniteVerb(doc, k)) break;
    k++;
  }
  const level = { start: k, end: k, kind, keys: [], rows: [], bearing: null };
  return { level, after: k, anaphor: null, sure: true };
}

/** "various areas", "three quarters", which a larger place may hold: several of them, none named. */
export function isShare(doc: Doc, { start, end, keys }: PlaceLevel): boolean {
  if (start !== end || keys.length > 0 || start === 0) return false;
  for (let i = start - 1; i >= 0 && i >= start - 3; i--) {
    const node = nodeOf(doc, i, 'place-class');
    if (node !== null) return !isDefinite(doc, i) && (featuresOf(node)?.number ?? 'sg') !== 'sg';
  }
  return false;
}
