/** Towns that a deed governs, whatever else their letters say: "the battles of | Daraa", "Sirte | saw". */
import type { EventType } from '../claim/reading.ts';
import { AL } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { type Gazetteer, type NameMatch, nameAt, type PlacePhrase, topOf } from './place-names.ts';
import { calledPlace } from './place-phrases.ts';
import { sees } from './prefer-place.ts';
import { eventSense } from './senses.ts';
import { featuresOf, hasConjunction, isDefinite, markAt, nodeAmong, nodeOf, senseOf } from './words.ts';

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

/** The known town that stands right behind such a deed, as its genitive, or behind "saw". */
export function townOfDeed(doc: Doc, before: readonly Chunk[], i: number, end: number, gazetteer: Gazetteer): PlacePhrase | null {
  const last = before.at(-1);
  if (last === undefined || last.end !== i || (doc.bits[i] & ~AL) !== 0) return null;
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
const ties: ReadonlySet<string> = new Set(['date', 'case', 'direction', 'relation']);

const isCalled = (doc: Doc, { finite, node, end }: Chunk): boolean =>
  !finite && !isDefinite(doc, end - 1) && doc.info[end - 1].pronoun === null && called.has(eventSense(senseOf(node)!).types[0]);

const strikesIt = ({ kind, node }: Chunk): boolean => kind === 'event' && fires.has(eventSense(senseOf(node)!).types[0]);
/** "shelled | Daraa" */
const isFired = (chunk: Chunk): boolean => chunk.finite && strikesIt(chunk);
const fires: ReadonlySet<EventType> = new Set<EventType>(['shelling', 'air-strike']);

const parties: ReadonlySet<string> = new Set(['actor', 'actor-short', 'outlet', 'nationality']);
