/** "a car | between Tyre and Naqoura", "a convoy | between the towns of X and Y": the stretch between two towns is a place, and they are no two sides. */
import { WA } from '../lexicon/analyze.ts';
import { Kinds } from '../text/key-mark.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { filled, make } from './new-chunk.ts';
import type { Gazetteer, PlacePhrase } from './place-names.ts';
import { readPlace } from './place-phrases.ts';
import { eventSense } from './senses.ts';
import { field, nodeAmong, senseOf } from './words.ts';

/** The place that "between" at token `i` begins behind `previous`, or null. */
export function betweenTowns(doc: Doc, i: number, end: number, gazetteer: Gazetteer, before: readonly Chunk[]): Chunk | null {
  const previous = before.at(-1);
  if (previous === undefined || previous.end !== i || !mayStand(doc, previous) || wantsSides(before)) return null;
  const first = townAt(doc, i + 1, end, gazetteer);
  if (first === null) return null;
  let to = -1;
  for (let t = i + 2; t < first.end; t++) if (doc.bits[t] === WA) to = first.end;
  if (to < 0) {
    const second = first.end < end && doc.bits[first.end] === WA ? townAt(doc, first.end, end, gazetteer) : null;
    if (second === null) return null;
    to = second.end;
  }
  // "between Baghdad and Erbil": two governments
  for (let t = i + 1; t < to; t++) if (nodeAmong(doc, t, parties) !== null) return null;
  const place: PlacePhrase = { ...first, start: i, end: to, relation: 'between', sure: true };
  return filled(make(doc, 'place', i, to), null, place);
}

/** A town with its name, in the gazetteer. */
function townAt(doc: Doc, i: number, end: number, gazetteer: Gazetteer): PlacePhrase | null {
  const place = i < end ? readPlace(doc, i, end, gazetteer, false) : null;
  return place?.sure === true && place.anaphor === null && place.levels[0].rows.length > 0 ? place : null;
}

/** What can be somewhere: things and people, and words that say that it lies there. */
function mayStand(doc: Doc, { kind, noun, node, finite, end }: Chunk): boolean {
  // "a raid | between the towns of X and Y"
  if (kind === 'event' && !finite) return eventSense(senseOf(node)!).types.every((type) => oneSided.has(type));
  if (kind === 'word') return nodeAmong(doc, end - 1, lying) !== null;
  return kind === 'noun' && noun !== null && (noun.kind === 'person' || field(noun.node, 'target') === 'yes');
}
/** "clashes of gunmen | between the two quarters": a deed of two sides that are not told yet. */
function wantsSides(before: readonly Chunk[]): boolean {
  for (let k = before.length - 1; k >= 0; k--) {
    const { kind, mark, node } = before[k];
    if (kind === 'case' && mark === 'between') return false;
    if (kind === 'event' && twoSided.has(eventSense(senseOf(node)!).types[0])) return true;
  }
  return false;
}
const twoSided: ReadonlySet<string> = new Set(['armed-clash', 'agreement', 'situation']);
const oneSided: ReadonlySet<string> = new Set(['air-strike', 'bombing', 'suicide-bombing', 'mine', 'attack', 'killing']);
const lying = new Kinds(['belong', 'relation', 'place-class', 'place-adjective']);
const parties = new Kinds(['actor', 'actor-short', 'outlet']);
