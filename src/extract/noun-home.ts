/** Where somebody is from, told as whose son he is: "X, son of the town of Y". */
import { Kinds } from '../text/key-mark.ts';
import type { Doc } from './doc.ts';
import type { NounPhrase } from './noun-parts.ts';
import { areas } from './place-kinds.ts';
import { type Gazetteer, type PlacePhrase, topOf } from './place-names.ts';
import { readPlace } from './place-phrases.ts';
import { featuresOf, field, nodeAmong, nodeOf } from './words.ts';

const somebody: ReadonlySet<string> = new Set(['person', 'name', 'title', 'outcome']);
const names = new Kinds(['given-name', 'family-name', 'kunya', 'name-opener']);

/** A town that is called without its class must be so great. */
const GREAT = 5;

/** The token after "son of the town of Y" that begins at `t`, or -1: it says who he is and no more. */
export function homeEnd(doc: Doc, np: NounPhrase, t: number, end: number, gazetteer: Gazetteer): number {
  if (doc.bits[t] !== 0 || t + 1 >= end || doc.info[t].pronoun !== null || !somebody.has(np.kind)) return -1;
  const son = nodeOf(doc, t, 'person');
  if (field(son, 'kin') !== 'yes' || field(son, 'of-towns') !== 'yes' || featuresOf(son!)?.number !== 'sg') return -1;
  if (doc.bits[t + 1] !== 0 || isMany(np)) return -1;
  const place = readPlace(doc, t + 1, end, gazetteer, true);
  if (place === null || !place.sure || place.relation !== null) return -1;
  const [level, outer] = place.levels;
  const called = nodeOf(doc, t + 1, 'place-class') !== null;
  if (!called && (nodeAmong(doc, t + 1, names) !== null || topOf(level.rows, gazetteer) < GREAT)) return -1;
  if (called && level.end === level.start && place.anaphor === null) return -1;
  // "son of the town of Y | in the city of Z": where he was killed, unless Y lies there
  if (outer === undefined || !isTiedByIn(doc, level.end, outer.start)) return place.end;
  const lies = !areas.has(outer.kind ?? '') && level.rows.some((row) => outer.rows.some((o) => gazetteer.encloses(o, row)));
  return lies ? place.end : level.end;
}

/** "the soldiers | the son of the village": another. */
const isMany = ({ features, count }: NounPhrase): boolean =>
  features?.number === 'pl' || features?.number === 'du' || (count !== null && count.low !== 1);

function isTiedByIn(doc: Doc, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (field(nodeOf(doc, i, 'case'), 'role') === 'in') return true;
  return false;
}

/** "the son of | the town of Y" itself: the place that stands there is where he is from. */
export const isHomeOf = (doc: Doc, { head }: NounPhrase, place: PlacePhrase): boolean =>
  place.start === head + 1 && field(nodeOf(doc, head, 'person'), 'of-towns') === 'yes';
