/** Towns that a deed governs, whatever else their letters say: "the battles of | Daraa", "Sirte | saw". */
import type { EventType } from '../claim/reading.ts';
import { AL } from '../lexicon/analyze.ts';
import { Kinds } from '../text/key-mark.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { type Gazetteer, isUnnamed, type NameMatch, nameAt, type PlacePhrase, topOf } from './place-names.ts';
import { calledPlace } from './place-phrases.ts';
import { sees, townStruck } from './prefer-place.ts';
import { eventSense } from './senses.ts';
import { featuresOf, field, hasConjunction, isDefinite, markAt, nodeAmong, nodeOf, senseOf } from './words.ts';

/** Deeds that are called by where they were. */
const called: ReadonlySet<EventType> = new Set<EventType>([
  'armed-clash',
  'bombing',
  'suicide-bombing',
  'protest',
  'riot',
  'shelling',
  'air-strike',
]);

/** A great town is one without more; a lesser one where its name has several words, or where its letters say nothing else or are those of a verb. */
const GREAT = 5;
const KNOWN = 3;

/** A town that stands where a deed, a preposition or the head of a line asks for one. */
export function townHere(doc: Doc, i: number, end: number, gazetteer: Gazetteer, before: readonly Chunk[]): PlacePhrase | null {
  if (isUnnamed(doc, i)) return null;
  const last = before.at(-1);
  const struck = last?.kind === 'noun' || last?.kind === 'event' ? townStruck(doc, i, end, gazetteer, before) : null;
  return struck ?? townOfDeed(doc, before, i, end, gazetteer) ?? townAtHead(doc, i, end, gazetteer, before);
}

/** The known town that stands right behind such a deed, as its genitive, or behind "saw". */
function townOfDeed(doc: Doc, before: readonly Chunk[], i: number, end: number, gazetteer: Gazetteer): PlacePhrase | null {
  const last = before.at(-1);
  if (last === undefined || last.end !== i || (doc.bits[i] & ~AL) !== 0) return null;
  if (isUponTown(before)) {
    const town = nameAt(doc, i, end, gazetteer);
    if (town === null || !isGreatTown(doc, i, town, gazetteer)) return null;
    return calledPlace(doc, i, i + 1, end, gazetteer, town.rows);
  }
  if (last.kind === 'event' ? !isCalled(doc, last) && !isFired(last) : !sees(before)) return null;
  const match = nameAt(doc, i, end, gazetteer);
  if (match?.exact !== true || nodeAmong(doc, i, parties) !== null) return null;
  // "saw | the province of X", "the shelling of | the airport of X", which was hit
  if ((match.length === 1 || strikesIt(last)) && nodeOf(doc, i, 'place-class') !== null) return null;
  return isTown(doc, i, match, last, gazetteer) ? calledPlace(doc, i, i + match.length, end, gazetteer, match.rows) : null;
}

function isTown(doc: Doc, i: number, match: NameMatch, last: Chunk, gazetteer: Gazetteer): boolean {
  const top = topOf(match.rows, gazetteer);
  if (match.length > 1) return top >= KNOWN;
  if (doc.info[i].unknown || doc.at[i].every(({ kind, end }) => end === i + 1 && sayNothing.has(kind))) return top >= 1;
  // "the battle of | the return": with its article a word that says something says it
  if (isDefinite(doc, i)) return false;
  return top >= GREAT || (top >= KNOWN && isOnlyVerb(doc, i) && (last.kind === 'light' || endsHere(doc, i + 1)));
}

const sayNothing: ReadonlySet<string> = new Set(['vocabulary', 'given-name', 'family-name', 'name-opener', 'part']);

const isOnlyVerb = (doc: Doc, i: number): boolean => doc.at[i].every((node) => featuresOf(node)?.pos === 'verb');

/** "battles that destroy (in Palmyra) | the city" is told by what stands behind it. */
const endsHere = (doc: Doc, i: number): boolean =>
  i >= doc.length || markAt(doc, i) !== '' || nodeAmong(doc, i, ties) !== null || hasConjunction(doc, i);
const ties = new Kinds(['date', 'case', 'direction', 'relation']);

/** A great town of one bare word, whatever else the word may be, but for a party and for what people say every day: "Jenin" (foetus), "Daraa" (shields), "Aden", "Hebron". */
export function isGreatTown(doc: Doc, i: number, match: NameMatch, gazetteer: Gazetteer): boolean {
  if (match.length !== 1 || !match.exact || doc.bits[i] & ~AL || topOf(match.rows, gazetteer) < GREAT) return false;
  return doc.at[i].every(
    (node) =>
      node.end > i + 1 ||
      // "al-Ubayyid" (white), but no "victory"
      (sayNothing.has(node.kind) && !(isDefinite(doc, i) && node.kind === 'vocabulary' && featuresOf(node)?.pos === 'noun')) ||
      featuresOf(node)?.pos === 'verb' ||
      (node.kind === 'person' && field(node, 'strength') === 'weak') ||
      (node.kind === 'thing' && ended.has(featuresOf(node)?.state ?? '') && !isDefinite(doc, i)),
  );
}

/** Forms of a thing that the name of a town only looks like. */
const ended: ReadonlySet<string> = new Set(['accusative', 'construct']);

/** "an attack | on | Jenin": a preposition behind such a deed leads to the town. */
function isUponTown(before: readonly Chunk[]): boolean {
  const last = before.at(-1);
  if (last?.kind !== 'case' || last.mark !== 'on') return false;
  for (let k = before.length - 2; k >= 0 && k >= before.length - 4; k--) {
    const { kind, node } = before[k];
    const sense = kind === 'event' ? senseOf(node) : null;
    if (sense !== null) return eventSense(sense).types.some((type) => upon.has(type));
    if (kind !== 'noun' && kind !== 'word') return false;
  }
  return false;
}
const upon: ReadonlySet<EventType> = new Set<EventType>([
  'attack',
  'armed-clash',
  'territory',
  'shelling',
  'air-strike',
  'bombing',
]);

/** Marks that may stand behind a place that heads a line. */
const heading: ReadonlySet<string> = new Set(['colon', 'bar', 'dot', 'ellipsis']);

/** "Jenin: two held", "Aden.. a blast": a town alone before such a mark, with nothing before it but marks, times and "urgent". */
function townAtHead(doc: Doc, i: number, end: number, gazetteer: Gazetteer, before: readonly Chunk[]): PlacePhrase | null {
  if (before.length > 3 || before.some(({ kind }) => kind !== 'mark' && kind !== 'word' && kind !== 'date')) return null;
  const match = nameAt(doc, i, end, gazetteer);
  if (match?.exact !== true || nodeAmong(doc, i, parties) !== null) return null;
  const after = i + match.length;
  if (after >= end || !heading.has(markAt(doc, after))) return null;
  const whole = match.length > 1 ? topOf(match.rows, gazetteer) >= KNOWN : isGreatTown(doc, i, match, gazetteer);
  return whole ? calledPlace(doc, i, after, after, gazetteer, match.rows) : null;
}

const isCalled = (doc: Doc, { finite, node, end }: Chunk): boolean =>
  !finite && !isDefinite(doc, end - 1) && doc.info[end - 1].pronoun === null && called.has(eventSense(senseOf(node)!).types[0]);

const strikesIt = ({ kind, node }: Chunk): boolean => kind === 'event' && fires.has(eventSense(senseOf(node)!).types[0]);
/** "shelled | Daraa" */
const isFired = (chunk: Chunk): boolean => chunk.finite && strikesIt(chunk);
const fires: ReadonlySet<EventType> = new Set<EventType>(['shelling', 'air-strike']);

const parties = new Kinds(['actor', 'actor-short', 'outlet', 'nationality']);
