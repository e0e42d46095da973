/** Which of the two a phrase is that can be read as a place and as somebody or something. */
import type { EventType } from '../claim/reading.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { isRatherFarmer } from './homographs.ts';
import type { NounPhrase } from './noun-parts.ts';
import { type Gazetteer, nameAt, type PlacePhrase, topOf } from './place-names.ts';
import { readPlace } from './place-phrases.ts';
import { isDoerWord } from './qualities.ts';
import { eventSense, lightSense } from './senses.ts';
import { featuresOf, field, isDefinite, nodeOf, senseOf } from './words.ts';

/** A state's name is a place after "in" and a party elsewhere; a count is never a place. */
export function preferPlace(
  doc: Doc,
  place: PlacePhrase,
  noun: NounPhrase | null,
  located: boolean,
  previous: Chunk | null,
  gazetteer: Gazetteer,
): boolean {
  if (noun === null) return true;
  // "the Turkish raids": an adjective of the deed has the letters of a country
  if (
    previous?.kind === 'event' &&
    !previous.finite &&
    previous.end === place.start &&
    place.relation === null &&
    place.levels[0]?.end === place.start + 1 &&
    nodeOf(doc, place.start, 'nationality') !== null &&
    isDoerWord(doc, previous.node, place.start)
  )
    return false;
  if (noun.count !== null) return place.sure && place.start === noun.start && nodeOf(doc, noun.head, 'place-class') !== null;
  // "a civilian" has the letters of "my cities"
  if (nodeOf(doc, place.start, 'place-class')?.word?.pronoun === '1s') return false;
  const [level] = place.levels;
  // "in the directorate itself": no office
  if (located && place.anaphor !== null && nodeOf(doc, place.end, 'same') !== null) return true;
  // "the governorate" is written like "the governor" of a woman
  if (place.anaphor !== null && noun.kind === 'person' && noun.features?.gender === 'f' && noun.end <= place.end) return true;
  // "from the directorate of Baihan": after a preposition a class word with its name is a place before it is an office
  const nameless = noun.actor === null && noun.outlet === null;
  if (
    located &&
    nameless &&
    place.sure &&
    place.anaphor === null &&
    nodeOf(doc, place.start, 'place-class') !== null &&
    place.end >= noun.end
  )
    return true;
  // "the Nusra Front" begins like a front of battle
  if (noun.actor !== null && noun.actor.start === place.start && noun.actor.end > place.start + 1 && level.rows.length === 0)
    return false;
  if (noun.kind === 'actor' && noun.end >= place.end) {
    // "in Ramallah": a town whose name also stands for whoever governs from it
    const town = place.sure && level.rows.length > 0 && level.start === noun.start && level.end === noun.end;
    return (located || place.relation !== null) && noun.node !== null && (town || field(noun.node, 'kind') === 'state');
  }
  // "the brigade of X" is written like "the province of X": a unit, unless something is in it
  const unit = field(nodeOf(doc, place.start, 'place-class'), 'unit') === 'yes';
  if (unit && !located && place.relation === null) return false;
  if (isRatherFarmer(doc, noun, previous)) return false;
  // "cutters of roads" is written like "a sector of roads"
  if (noun.kind === 'person' && noun.node !== null && noun.node.end > noun.node.start + 1 && !located) return false;
  if (noun.kind === 'person' && place.sure && nodeOf(doc, place.start, 'place-class') !== null && !noun.definite) return true;
  // "in Abu Ghraib" begins like the name of a man
  if (noun.kind === 'title' && located && noun.end <= level.end && level.rows.length > 0 && place.sure) return true;
  // "in Bint Jbeil", "in Abu Kamal": a name of several words that begins like a word for somebody
  if (noun.kind === 'person' && located && isLongName(place, noun) && noun.end <= level.end) return true;
  // "in Abyan" has the letters of "two fathers"
  const two = noun.kind === 'person' && noun.features?.number === 'du' && noun.end === noun.start + 1 && noun.actor === null;
  if (two && located && place.sure && level.rows.length > 0 && field(noun.node, 'side') !== 'armed') return true;
  // "on Hama" has the letters of a mother-in-law, who is always somebody's
  const weak = noun.kind === 'person' && field(noun.node, 'strength') === 'weak' && noun.end === noun.start + 1;
  if (weak && located && place.sure && level.rows.length > 0 && doc.info[noun.head].pronoun === null) return true;
  if (noun.kind === 'person' || noun.kind === 'outcome' || noun.kind === 'source' || noun.kind === 'title') return false;
  // "in Daraa" has the letters of "a shield" as an object, which stands behind no preposition
  if (noun.kind === 'thing' && located && level.rows.length > 0 && isObjectOnly(doc, noun) && noun.end <= place.end) return true;
  // "in Amran" has the letters of buildings: a bare word alone behind a preposition is the great town of that name
  if (noun.kind === 'thing' && located && place.sure && noun.end === level.end && noun.end === noun.start + 1) {
    if (topOf(level.rows, gazetteer) >= 6 && !isDefinite(doc, noun.start) && nodeOf(doc, noun.start, 'place-class') === null)
      return true;
  }
  // a name that the report explained before
  if (noun.kind === 'thing' && located && place.sure && level.kind === null && level.rows.length === 0 && level.keys.length > 0)
    return true;
  // "the Palestinian territories": a name of several words in the gazetteer
  if (noun.kind === 'thing' && level.rows.length > 0 && level.end > level.start + 1 && level.start === place.start) return true;
  if (noun.kind === 'thing' && nodeOf(doc, place.start, 'place-class') === null && nodeOf(doc, place.start, 'relation') === null)
    return false;
  if (noun.kind === 'outlet' && noun.end > place.end) return false;
  return true;
}

/** Every reading of its one word is an accusative without its article, or a pair of which nothing is named. */
const isObjectOnly = (doc: Doc, { start, end }: NounPhrase): boolean =>
  end === start + 1 &&
  doc.at[start].length > 0 &&
  doc.at[start].every((node) => ['accusative', 'construct'].includes(featuresOf(node)?.state ?? ''));

const isLongName = ({ levels: [level], start }: PlacePhrase, noun: NounPhrase): boolean =>
  level.rows.length > 0 && level.start === start && start === noun.start && level.end > level.start + 1 && !noun.definite;

/** "saw": what stands behind it is the place where something happened. */
export function sees(before: readonly Chunk[]): boolean {
  const last = before.at(-1);
  const sense = last?.kind === 'light' && last.finite ? senseOf(last.node) : null;
  return sense !== null && lightSense(sense).subject === 'place';
}

/** "raids on", "a raid of X on": what follows may be any place. */
export function strikes(before: readonly Chunk[]): boolean {
  for (let k = before.length - 2; k >= 0 && k >= before.length - 5; k--) {
    const { kind, node } = before[k];
    const sense = kind === 'event' ? senseOf(node) : null;
    if (sense !== null) return eventSense(sense).types.some((type) => type === 'air-strike' || type === 'shelling');
    if (kind !== 'noun' && kind !== 'word') return false;
  }
  return false;
}

/** "near the town" has the letters of "he brought near": before a place it ties the place. */
export function tiesPlace(doc: Doc, i: number, end: number, gazetteer: Gazetteer): boolean {
  const relation = nodeOf(doc, i, 'relation');
  return (
    relation !== null &&
    !isDefinite(doc, i) &&
    nodeOf(doc, i, 'event') === null &&
    readPlace(doc, i, end, gazetteer, false) !== null
  );
}

/** "in Tadmur", which is written like "destroys": behind a preposition the bare name of a known town is no deed. */
export function isTownBehind(doc: Doc, previous: Chunk | null, i: number, end: number, gazetteer: Gazetteer): boolean {
  if (previous === null || previous.kind !== 'case' || previous.end !== i || doc.info[previous.start].pronoun !== null)
    return false;
  if (!leadingIn.has(previous.mark) || doc.bits[i] !== 0) return false;
  const match = nameAt(doc, i, end, gazetteer);
  return match?.exact === true && topOf(match.rows, gazetteer) >= 5;
}
const leadingIn: ReadonlySet<string> = new Set(['in', 'from', 'to', 'on']);

/** "the artillery shelled | Haritan", "Israel struck | Damascus": a known town that says nothing else, where the object of the verb stands. */
export function townStruck(doc: Doc, i: number, end: number, gazetteer: Gazetteer, before: readonly Chunk[]): PlacePhrase | null {
  const verb = before.at(-2);
  if (verb?.kind !== 'event' || !verb.finite || doc.bits[i] !== 0) return null;
  if (!eventSense(senseOf(verb.node)!).types.some((type) => onTowns.has(type))) return null;
  if (!doc.at[i].every(({ kind, end: at }) => at === i + 1 && sayNothing.has(kind))) return null;
  const match = nameAt(doc, i, end, gazetteer);
  if (match === null || !(match.exact || doc.info[i].unknown) || topOf(match.rows, gazetteer) < 3) return null;
  return readPlace(doc, i, end, gazetteer, false);
}

const onTowns: ReadonlySet<EventType> = new Set<EventType>(['shelling', 'air-strike', 'attack', 'force-movement', 'territory']);
const sayNothing: ReadonlySet<string> = new Set(['vocabulary', 'actor-short']);
