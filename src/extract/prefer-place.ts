/** Which of the two a phrase is that can be read as a place and as somebody or something. */
import type { EventType } from '../claim/reading.ts';
import { AL, LI } from '../lexicon/analyze.ts';
import type { Node } from '../rules/node.ts';
import { Kinds } from '../text/key-mark.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { isRatherFarmer } from './homographs.ts';
import type { NounPhrase } from './noun-parts.ts';
import { isPartyNameAt } from './party-words.ts';
import { isGreatTown } from './place-governed.ts';
import { settlements } from './place-kinds.ts';
import { type Gazetteer, nameAt, type PlacePhrase, topOf } from './place-names.ts';
import { readPlace } from './place-phrases.ts';
import { isAccusative, isLedTo } from './place-strangers.ts';
import { isDoerWord } from './qualities.ts';
import { eventSense, lightSense } from './senses.ts';
import {
  featuresOf,
  field,
  hasConjunction,
  isDefinite,
  isFiniteVerb,
  isWord,
  looseOfToken,
  markAt,
  nodeAmong,
  nodeOf,
  senseOf,
} from './words.ts';

/** A deed, or a munition that stands as the object which a verb needs ("fell | a shell | Turkish"). */
function deedOrShell(doc: Doc, { kind, finite, node, end }: Chunk): Node<any> | null {
  if (kind === 'event') return finite ? null : node;
  if (kind !== 'word') return null;
  const thing = nodeOf(doc, end - 1, 'thing');
  return field(thing, 'category') === 'munition' ? thing : null;
}

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
    previous?.end === place.start &&
    place.relation === null &&
    place.levels[0]?.end === place.start + 1 &&
    nodeOf(doc, place.start, 'nationality') !== null &&
    isDoerWord(doc, deedOrShell(doc, previous), place.start)
  )
    return false;
  // "(who) belong | to the base (Qaeda)"
  if (
    place.anaphor !== null &&
    previous?.kind === 'verb' &&
    doc.bits[place.start] & LI &&
    field(previous.node, 'belongs') === 'yes'
  )
    return false;
  // "the eastern side of the town", "the eastern side | to the town": no side that speaks
  const side = place.relation === null ? 0 : (nodeOf(doc, place.start, 'relation')?.end ?? 0);
  if (side > noun.end && place.sure) return true;
  if (side === noun.end && side > place.start + 1 && place.end > side && doc.bits[side] & LI) return true;
  // "west of the town" is written like "a westerner of the town"
  const aside = noun.kind === 'person' && place.start === noun.start && place.end > noun.start + 1 && noun.end <= place.end;
  if (aside && nodeOf(doc, noun.start, 'direction') !== null) return true;
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
  // "(liberated) the directorate of Hays": with the name of a known district it is an office only where it speaks
  if (
    noun.kind === 'source' &&
    nameless &&
    level.rows.length > 0 &&
    place.anaphor === null &&
    previous?.kind !== 'say' &&
    nodeOf(doc, place.start, 'place-class') !== null &&
    place.end >= noun.end
  )
    return true;
  // "in the same directorate"
  if (place.anaphor !== null && place.start > 0 && nodeOf(doc, place.start - 1, 'same-before') !== null) return true;
  // "the front of the dignity (shelled)"
  const town = level.rows.length > 0 && topOf(level.rows, gazetteer) >= (doc.info[level.start].unknown ? 4 : 6);
  if (!located && place.relation === null && !town && isPartyNameAt(doc, place.start)) return false;
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
  if (
    noun.kind === 'person' &&
    isLedTo(doc, place.start) &&
    level.rows.length > 0 &&
    isObjectOnly(doc, noun) &&
    noun.end <= place.end
  )
    return true;
  if (noun.kind === 'source' && located && isRatherTown(doc, place, noun, gazetteer)) return true;
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

/** "in Tyre" has the letters of pictures, of which something more is told: behind it the clause ends or goes on with a place. */
function isRatherTown(
  doc: Doc,
  { levels: [level], sure }: PlacePhrase,
  { start, end }: NounPhrase,
  gazetteer: Gazetteer,
): boolean {
  if (!sure || end !== start + 1 || level.start !== start || doc.bits[start] & (AL | LI) || topOf(level.rows, gazetteer) < 5)
    return false;
  if (level.end > end || end >= doc.length || !isWord(doc, end)) return true;
  return (
    ['direction', 'relation', 'date', 'case', 'event'].some((kind) => nodeOf(doc, end, kind) !== null) || hasConjunction(doc, end)
  );
}

/** Every reading of its one word is an accusative without its article, or a pair of which nothing is named. */
const isObjectOnly = (doc: Doc, { start, end }: NounPhrase): boolean =>
  end === start + 1 &&
  doc.at[start].length > 0 &&
  doc.at[start].every(
    (node) => ['accusative', 'construct'].includes(featuresOf(node)?.state ?? '') || isAccusative(doc, start, node),
  );

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
  if (!leadingIn.has(previous.mark) || doc.bits[i] !== 0 || isDeed(doc, i)) return false;
  const match = nameAt(doc, i, end, gazetteer);
  return match?.exact === true && (topOf(match.rows, gazetteer) >= 5 || isOnlyVerb(doc, i));
}

/** "were able | to | liberate (liberation) the city", though a town has that name with its article: its genitive stands right behind it. */
const isDeed = (doc: Doc, i: number): boolean =>
  i + 1 < doc.length &&
  markAt(doc, i + 1) === '' &&
  (doc.bits[i + 1] & ~AL) === 0 &&
  nodeAmong(doc, i + 1, noGenitive) === null &&
  !isFiniteVerb(doc, i + 1) &&
  doc.at[i].some((n) => n.kind === 'event' && n.word?.exact === true && featuresOf(n)?.pos === 'masdar');
const noGenitive = new Kinds(['direction', 'relation', 'case', 'date', 'daypart', 'event', 'relative', 'that', 'result']);

/** Behind a preposition no verb stands. */
const isOnlyVerb = (doc: Doc, i: number): boolean =>
  isLedTo(doc, i) && doc.at[i].length > 0 && doc.at[i].every((node) => featuresOf(node)?.pos === 'verb');

const leadingIn: ReadonlySet<string> = new Set(['in', 'from', 'to', 'on']);

/**
 * "the artillery shelled | Haritan", "Israel struck | Damascus", "targeted | Meiss al-Jabal": where the object of such a verb stands, a known town whose
 * letters say nothing else.
 */
export function townStruck(doc: Doc, i: number, end: number, gazetteer: Gazetteer, before: readonly Chunk[]): PlacePhrase | null {
  const previous = before.at(-1);
  const subjectless = previous?.kind === 'event';
  const verb = subjectless ? previous : before.at(-2);
  if (verb?.kind !== 'event' || !verb.finite || (doc.bits[i] & ~AL) !== 0) return null;
  const { types } = eventSense(senseOf(verb.node)!);
  if (!types.some((type) => onTowns.has(type))) return null;
  const fires = isFiring(verb);
  const match = nameAt(doc, i, end, gazetteer);
  if (match === null || !(match.exact || doc.info[i].unknown)) return null;
  // "raids that targeted | Tyre", which is written like pictures
  if (nodeOf(doc, i, 'evidence') !== null && fires && doc.bits[i] === 0 && topOf(match.rows, gazetteer) >= 5)
    return readPlace(doc, i, end, gazetteer, false);
  const top = topOf(match.rows, gazetteer);
  if (match.length > 1) {
    // "Beit Lahia", "Deir Siryan": the first word says something alone, the whole does not
    const told = top >= 2 || fires || holdsStranger(doc, i, i + match.length);
    // "attacked | the prison of X", "shelled the forces | of the brigade X": a building that was hit, a unit
    if (isDefinite(doc, i) || !told || !(match.exact || fires) || isSiteOrUnit(doc, i)) return null;
  } else if (subjectless) {
    // a party may be called like a great town
    if (!match.exact || !doc.info[i].unknown) return null;
  } else if (!(fires && match.exact && top >= 5)) {
    if (isDefinite(doc, i) ? !(match.exact && doc.info[i].unknown) : !isBareTown(doc, i, match.exact, top))
      return isGreatTown(doc, i, match, gazetteer) ? readPlace(doc, i, end, gazetteer, false) : null;
  }
  return readPlace(doc, i, end, gazetteer, false);
}

/** "shelled", "raided from the air". */
const isFiring = ({ kind, finite, node }: Chunk): boolean =>
  kind === 'event' && finite && eventSense(senseOf(node)!).types.some((type) => type === 'shelling' || type === 'air-strike');

/**
 * "the artillery shelled | al-Wazzani": where the subject of such a verb ends, when a stranger with its article that is the name of a town and no adjective of
 * the subject stands behind it; else `end`.
 */
export function endBeforeTown(doc: Doc, i: number, end: number, gazetteer: Gazetteer, before: readonly Chunk[]): number {
  const verb = before.at(-1);
  if (verb === undefined || !isFiring(verb)) return end;
  for (let t = i + 1; t < end && t <= i + SUBJECT; t++) {
    if (!isWord(doc, t)) return end;
    // but "the brigade of the Scorpion"
    if (!isDefinite(doc, t - 1) || !doc.info[t].unknown || doc.bits[t] !== AL || /\u064A\u0629?$/u.test(looseOfToken(doc, t)))
      continue;
    if (nameAt(doc, t, end, gazetteer)?.exact === true) return t;
  }
  return end;
}

/** Words of a subject before the town it strikes. */
const SUBJECT = 3;

/** The word is nothing but a name of a town, or the town is greater than what it may say. */
function isBareTown(doc: Doc, i: number, exact: boolean, top: number): boolean {
  if (exact && doc.info[i].unknown) return true;
  return top >= 3 && doc.at[i].every(({ kind, end }) => end === i + 1 && sayNothing.has(kind));
}

const isSiteOrUnit = (doc: Doc, i: number): boolean => {
  const node = nodeOf(doc, i, 'place-class');
  return node !== null && (field(node, 'unit') === 'yes' || !settlements.has(field(node, 'kind') ?? ''));
};

function holdsStranger(doc: Doc, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (doc.info[i].unknown) return true;
  return false;
}

const onTowns: ReadonlySet<EventType> = new Set<EventType>(['shelling', 'air-strike', 'attack', 'force-movement', 'territory']);
const sayNothing: ReadonlySet<string> = new Set(['vocabulary', 'actor-short']);
