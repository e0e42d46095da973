/** Who is who among noun phrases: forces that act, people who suffer, groups joined by "and". */
import type { EventType } from '../claim/reading.ts';
import { AL } from '../lexicon/analyze.ts';
import type { Node } from '../rules/node.ts';
import { Kinds } from '../text/key-mark.ts';
import { BEH } from '../text/letters.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import type { NounPhrase } from './noun-parts.ts';
import { isMovementAt } from './party-words.ts';
import { featuresOf, field, hasConjunction, isDefinite, isRelationNoun, looseOfToken, nodeAmong, nodeOf } from './words.ts';

/** A party that can act with arms: a registered actor, fighters of one, aircraft and guns. */
export function isForce(doc: Doc, noun: NounPhrase): boolean {
  // positions and houses of a party are hit; its aircraft and guns hit
  if (noun.kind === 'thing') return field(noun.node, 'means') === 'yes' && nodeOf(doc, noun.head, 'thing') !== null;
  if (isPower(doc, noun)) return true;
  if (noun.kind === 'source' || noun.kind === 'title') return false;
  if (noun.kind === 'other' && noun.actor !== null && noun.actor.start > noun.head) return false;
  if (isOneOf(doc, noun)) return false;
  if (noun.kind === 'actor' || noun.actor !== null) return noun.count === null || noun.definite;
  if (isNamedGroup(doc, noun) || isMovement(doc, noun)) return true;
  if (noun.kind !== 'person' || noun.count !== null || !isArmed(noun)) return false;
  // "the militia of the general": a body is known by its owner
  return noun.definite || noun.features?.number === 'pl' || (isBody(noun) && isDefinite(doc, noun.end - 1));
}

/** "the group of X", "the brigade of the scorpion", "the movement of the Y": a body that no list holds, known by its name. */
export function isNamedGroup(doc: Doc, { kind, node, count, head, end, person }: NounPhrase): boolean {
  if (count !== null || (kind !== 'person' && kind !== 'other') || end < head + 2) return false;
  const group = kind === 'person' ? field(node, 'acts') === 'yes' : nodeOf(doc, head, 'party') !== null && node === null;
  const unit = kind === 'person' && !isDefinite(doc, head) && field(nodeOf(doc, head, 'place-class'), 'unit') === 'yes';
  if (!group && !unit) return false;
  // "a group of workers"; "the movement of the grandsons of X" is called so
  if (person !== null && person.start > head && !isArmed({ person, node }) && (kind === 'person' || !isCalledAfter(doc, person)))
    return false;
  return isDefinite(doc, end - 1) || doc.info[end - 1].unknown || nodeAmong(doc, end - 1, named) !== null;
}

/** "(the movement) | martyrs of": many people, of something. */
const isCalledAfter = (doc: Doc, { start, end, word }: Node<any>): boolean =>
  word?.surface.features.number === 'pl' && !isDefinite(doc, start) && end < doc.length && isDefinite(doc, end);

/** "the movement", "the alliance", "the regime": a party by its kind alone, named in full before. */
export const isMovement = (doc: Doc, noun: NounPhrase): boolean =>
  noun.kind === 'other' &&
  noun.count === null &&
  ((noun.end === noun.head + 1 && isMovementAt(doc, noun.head)) || isPower(doc, noun));

const named = new Kinds(['given-name', 'family-name', 'kunya']);

/** "the authorities", "the government": they arrest, put to death and forbid; none of it is done to them. */
export const isOffice = (doc: Doc, { kind, node, count, head }: NounPhrase): boolean =>
  kind === 'source' && count === null && field(node, 'class') === 'ministry' && isDefinite(doc, head);

/** "the government", "the regime", "the opposition": they shell and raid by the forces they have, as one does that a list holds by its full name. */
export const isPower = (doc: Doc, noun: NounPhrase): boolean =>
  isOffice(doc, noun) ||
  (noun.count === null &&
    noun.kind !== 'thing' &&
    field(nodeOf(doc, noun.head, 'regime'), 'power') === 'yes' &&
    // "the regime of Kadhafi"
    (isDefinite(doc, noun.end - 1) || (noun.end > noun.head + 1 && nodeAmong(doc, noun.end - 1, named) !== null)));

/** "a Houthi": one man of the group whose name has the same letters. */
export const isOneOf = (doc: Doc, { kind, head, start, end, count }: NounPhrase): boolean => {
  if (kind !== 'actor' || end !== start + 1 || count !== null || isDefinite(doc, head)) return false;
  const person = nodeOf(doc, head, 'person');
  return person !== null && featuresOf(person)?.number === 'sg' && field(person, 'unit') !== 'group';
};

/** A unit, militia or service, as against one man of it. */
export const isBody = (noun: NounPhrase): boolean => field(noun.person ?? noun.node, 'unit') === 'group';

export const isArmed = (noun: Pick<NounPhrase, 'person' | 'node'>): boolean => {
  const who = field(noun.person ?? noun.node, 'who');
  return who === 'combatant' || who === 'police' || field(noun.person ?? noun.node, 'side') === 'armed';
};

export const isCivilian = (noun: Pick<NounPhrase, 'person' | 'node'>): boolean =>
  field(noun.person ?? noun.node, 'who') === 'civilian';

/** "attacks of gunmen": the dual of the same letters acts as well. */
export const areGunmen = (noun: NounPhrase): boolean =>
  noun.kind === 'person' && noun.count === null && noun.features?.number === 'du' && isArmed(noun);

/** People: someone who can be hurt, held or moved. */
export const isPeople = (noun: NounPhrase): boolean =>
  noun.kind === 'person' ||
  noun.kind === 'outcome' ||
  noun.kind === 'name' ||
  noun.kind === 'title' ||
  (noun.kind === 'number' && noun.count !== null) ||
  noun.kind === 'source';

/** People of a word of their own with a number, or in a case that shows how many they are. */
export const isCountedPeople = (doc: Doc, noun: NounPhrase): boolean =>
  (noun.kind === 'person' || noun.kind === 'source') &&
  (noun.count !== null || noun.features?.state === 'accusative' || isAccusative(doc, noun));

/** The phrases of one argument: the noun at chunk `k` and those joined to it by "and". Returns them with the last chunk taken. */
export function coordinated(
  doc: Doc,
  chunks: readonly Chunk[],
  k: number,
  taken: Uint8Array | null,
): { nouns: NounPhrase[]; last: number } {
  const nouns: NounPhrase[] = [];
  const first = chunks[k].noun;
  if (first !== null) nouns.push(first);
  let last = k;
  const listed = standsInList(doc, chunks, k);
  if (listed) takeForName(first);
  for (let j = k + 1; j < chunks.length && nouns.length < 8; j++) {
    const chunk = chunks[j];
    if (listed && isComma(chunk) && isNamed(doc, chunks, j + 1)) {
      nouns.push(chunks[j + 1].noun!);
      last = ++j;
      continue;
    }
    if (chunk.kind === 'mark' && chunk.mark === 'comma' && j + 1 < chunks.length && isJoined(doc, chunks, j + 1)) continue;
    if (taken?.[j]) break;
    // "and" may stand apart before a quotation mark
    const alone = chunk.kind === 'word' && standsAlone(doc, chunk);
    const mark = alone && chunks[j + 1]?.kind === 'mark' && quotes.has(chunks[j + 1].mark) ? 1 : 0;
    const apart = alone && isJoined(doc, chunks, j + 1 + mark, true);
    if (apart) j += 1 + mark;
    else if (!isJoined(doc, chunks, j)) break;
    // "the explosion of a car and four others (people)" are nobody's cars
    if (first?.kind === 'thing' && chunks[j].noun!.kind === 'number' && areOthers(doc, chunks[j].noun!)) break;
    if (listed) takeForName(chunks[j].noun);
    // "ten Somali and Ethiopian soldiers": a second adjective is nobody new
    if (!isSecondAdjective(doc, nouns.at(-1), chunks[j].noun!)) nouns.push(chunks[j].noun!);
    last = j;
  }
  return { nouns, last };
}

/** "four others" in the masculine plural. */
export const areOthers = (doc: Doc, { end, additional }: NounPhrase): boolean =>
  additional && /(?:\u0648\u0646|\u064A\u0646)$/u.test(looseOfToken(doc, end - 1));

const quotes: ReadonlySet<string> = new Set(['open', 'close', 'quote']);

const isComma = (chunk: Chunk): boolean => chunk.kind === 'mark' && chunk.mark === 'comma';

/** In a list of those who were arrested a word that no list holds is a name. */
function takeForName(noun: NounPhrase | null): void {
  if (noun?.kind === 'other' && noun.node === null && noun.count === null && !noun.definite) noun.kind = 'name';
}

/** "each of X, Y and Z": the two words announce a list, so that a comma joins as "and" does. */
function standsInList(doc: Doc, chunks: readonly Chunk[], k: number): boolean {
  // "each of: X, Y and Z"
  const before = chunks[k - 1]?.kind === 'mark' && chunks[k - 1].mark === 'colon' ? chunks[k - 2] : chunks[k - 1];
  if (before === undefined || before.kind !== 'word' || chunks[k].noun?.kind === 'number') return false;
  const node = nodeOf(doc, before.start, 'each');
  return node !== null && node.end === before.end && node.end > before.start + 1;
}

/** A name that no verb behind it makes the subject of another clause. */
function isNamed(doc: Doc, chunks: readonly Chunk[], j: number): boolean {
  const noun = chunks[j]?.noun ?? null;
  if (noun === null || chunks[j].kind !== 'noun' || chunks[j].bits & 0x1c || hasConjunction(doc, noun.start)) return false;
  const named = noun.kind === 'name' || (noun.kind === 'person' && noun.count === null && noun.features?.number === 'sg');
  return named && chunks[j + 1]?.finite !== true;
}

const isSecondAdjective = (doc: Doc, before: NounPhrase | undefined, { head, end, kind, count }: NounPhrase): boolean =>
  before !== undefined &&
  before.count !== null &&
  before.end - before.head > 1 &&
  kind === 'other' &&
  count === null &&
  end === head + 1 &&
  !isDefinite(doc, head) &&
  nodeOf(doc, head, 'nationality') !== null &&
  nodeOf(doc, before.end - 1, 'nationality') !== null;

/** A lone "and". */
export const standsAlone = (doc: Doc, chunk: Chunk): boolean =>
  chunk.end === chunk.start + 1 && nodeOf(doc, chunk.start, 'and') !== null;

function isJoined(doc: Doc, chunks: readonly Chunk[], j: number, apart = false): boolean {
  const chunk = chunks[j];
  if (chunk === undefined || chunk.kind !== 'noun' || chunk.noun === null) return false;
  if (!apart && !hasConjunction(doc, chunk.noun.start)) return false;
  if (chunk.bits & 0x1c) return false;
  const after = chunks[j + 1];
  // a noun that is the subject of a following verb begins a clause of its own
  return !(
    after !== undefined &&
    (after.kind === 'event' || after.kind === 'verb' || after.kind === 'light' || after.kind === 'say') &&
    after.finite &&
    !hasConjunction(doc, after.start) &&
    !disagrees(doc, chunk.noun, after)
  );
}

/** "shelling by A and (the forces of) B that struck (masculine)": what a verb disagrees with is not its subject. */
function disagrees(doc: Doc, { features, count, head }: NounPhrase, verb: Chunk): boolean {
  const acts = verb.node === null ? null : featuresOf(verb.node);
  if (count !== null || acts?.gender !== 'm' || acts.number !== 'sg' || acts.voice === 'passive') return false;
  if (features?.gender === 'f') return true;
  // forces, militias: the first word of a registered name
  const body = nodeOf(doc, head, 'person');
  const own = body === null ? null : featuresOf(body);
  return own?.gender === 'f' || (own?.number === 'pl' && field(body, 'unit') === 'group');
}

/** "between A and B": the second side is named, whatever verb stands behind it; "and some of the B" too. */
export function secondSide(doc: Doc, chunks: readonly Chunk[], last: number): { nouns: NounPhrase[]; last: number } {
  let j = last + 1;
  const share = chunks[j] !== undefined && chunks[j].kind !== 'noun' ? nodeOf(doc, chunks[j].start, 'each') : null;
  if (share !== null && share.end === chunks[j].end && hasConjunction(doc, chunks[j].start)) j++;
  const side = chunks[j];
  const joined = share === null ? side !== undefined && hasConjunction(doc, side.start) : j > last + 1;
  if (!joined || (side?.kind !== 'noun' && side?.kind !== 'place') || side.noun === null || side.bits & 0x1c)
    return { nouns: [], last };
  return coordinated(doc, chunks, j, null);
}

/** "between groups of X and the group Y": what was taken for a second owner is the other side. */
export function bothSidesOf(doc: Doc, noun: NounPhrase): NounPhrase[] {
  for (let i = noun.end - 1; i > noun.head + 1; i--) {
    const party = hasConjunction(doc, i) ? nodeAmong(doc, i, sides) : null;
    if (party === null) continue;
    const kind = party.kind === 'person' ? 'person' : 'actor';
    const actor = kind === 'actor' ? party : null;
    const person = kind === 'person' ? party : null;
    const second = {
      ...noun,
      start: i,
      head: i,
      node: party,
      kind,
      actor,
      person,
      count: null,
      features: featuresOf(party),
    } as const;
    const first = noun.actor !== null && noun.actor.start >= i ? null : noun.actor;
    return [{ ...noun, end: i, actor: first }, second];
  }
  return [noun];
}

const sides = new Kinds(['actor', 'actor-short', 'person']);

/** "between A and its allies from X, and B": the second side stands behind who the allies are. */
export function behindAllies(doc: Doc, chunks: readonly Chunk[], last: number): { nouns: NounPhrase[]; last: number } {
  const [from, group, side] = chunks.slice(last + 1, last + 4);
  const allies = from?.kind === 'case' && from.mark === 'from' && group?.kind === 'noun' && !hasConjunction(doc, group.start);
  if (!allies || side?.kind !== 'noun' || side.noun === null || !hasConjunction(doc, side.start) || !isForce(doc, side.noun))
    return { nouns: [], last };
  return coordinated(doc, chunks, last + 3, null);
}

/** "between A and B on one side and C on the other": the other side stands behind the words for the first. */
export function oneSideAndOther(doc: Doc, chunks: readonly Chunk[], last: number): { nouns: NounPhrase[]; last: number } {
  let j = last + 1;
  if (chunks[j]?.kind === 'mark' && chunks[j].mark === 'comma') j++;
  const side = chunks[j] === undefined ? null : nodeOf(doc, chunks[j].start, 'one-side');
  if (side === null) return { nouns: [], last };
  while (j < chunks.length && chunks[j].end <= side.end) j++;
  if (chunks[j]?.kind === 'mark' && chunks[j].mark === 'comma') j++;
  const other = chunks[j];
  if (other === undefined || other.kind !== 'noun' || other.noun === null || !hasConjunction(doc, other.noun.start))
    return { nouns: [], last };
  const sides = coordinated(doc, chunks, j, null);
  const [tie, another] = chunks.slice(sides.last + 1, sides.last + 3);
  // "on the other side" is nobody more
  const closes = tie !== undefined && another?.kind === 'noun' && nodeOf(doc, tie.start, 'one-side') !== null;
  return closes && nodeOf(doc, another.start, 'another') !== null ? { nouns: sides.nouns, last: sides.last + 2 } : sides;
}

/** A state under the name of its capital: "Paris". */
export const isCapital = ({ actor }: NounPhrase): boolean => field(actor, 'capital') === 'yes';

/** One entry of the registry under whatever name. */
export const sameActor = (a: NounPhrase, b: NounPhrase): boolean =>
  a.actor !== null && b.actor !== null && field(a.actor, 'id') === field(b.actor, 'id');

/** Whether two phrases name the same party: one entry of the registry, or the same last word. */
export const sameParty = (doc: Doc, a: NounPhrase, b: NounPhrase): boolean =>
  a.actor !== null && b.actor !== null ? sameActor(a, b) : doc.tokens.form[a.end - 1] === doc.tokens.form[b.end - 1];

/** "killed two soldiers (accusative)": a dual or sound plural in "-ayn/-in" is an object, so somebody did it. */
export function isAccusative(doc: Doc, noun: NounPhrase): boolean {
  const number = noun.features?.number;
  const i = noun.count === null ? noun.head : noun.start;
  if (noun.count === null && number !== 'du' && number !== 'pl') return false;
  const key = looseOfToken(doc, i);
  return doc.tokens.kind[i] === 1 && key.endsWith('\u064A\u0646') && key.length > 4;
}

/** "a soldier", "a number of youths" in the accusative: nobody who acts, whatever stands behind. */
export function showsObject(doc: Doc, { features, count, kind, start }: NounPhrase): boolean {
  if (count !== null)
    return nodeOf(doc, start, 'vague') !== null && looseOfToken(doc, start).endsWith('\u0627') && kind !== 'thing';
  return kind === 'person' && features?.number === 'sg' && features.state === 'accusative';
}

/** A quarter, a village whose name no list holds: it is where something happens, not whom it is done to. */
export const isPlaceLike = (doc: Doc, noun: NounPhrase): boolean =>
  noun.actor === null &&
  ((noun.kind === 'other' &&
    nodeOf(doc, noun.head, 'place-class') !== null &&
    // "fired on the border": any border, and nothing that is hit
    field(nodeOf(doc, noun.head, 'place-class'), 'kind') !== 'border' &&
    nodeOf(doc, noun.head, 'thing') === null) ||
    // a camp is where people live, as a village is
    (noun.kind === 'thing' && field(nodeOf(doc, noun.head, 'place-class'), 'kind') === 'camp'));

/** A weapon, vehicle or explosive that belongs to nobody: guns and aircraft fire, but seize, blow up and arrest nothing. */
export function isBareWeapon(h: Happening, noun: NounPhrase): boolean {
  if (noun.kind !== 'thing' || noun.actor !== null || field(noun.node, 'means') !== 'yes') return false;
  return weaponry.has(h.types[0]) ? field(noun.node, 'category') !== 'aircraft' : h.types[0] === 'weapons-disrupted';
}

/** "shot down a drone belonging to X": what flies or is fired stops no other, whoever it belongs to. */
export const isDowned = (h: Happening, { kind, node }: NounPhrase): boolean =>
  h.types[0] === 'weapons-disrupted' &&
  kind === 'thing' &&
  downable.has(field(node, 'category') ?? '') &&
  h.recipients.length === 0;

const downable: ReadonlySet<string> = new Set(['aircraft', 'munition', 'weapon']);

/** "by means of | car bombs", and "with the fire of | its guns", which is also "its defender": a weapon that whoever acts calls its own is what it was done with. */
export const isUsed = (
  doc: Doc,
  chunks: readonly Chunk[],
  j: number,
  { kind, head, actor }: NounPhrase,
  direct: readonly NounPhrase[][],
): boolean =>
  (actor === null &&
    ((kind === 'thing' && nodeOf(doc, chunks[j - 1].start, 'case') !== null) ||
      (doc.info[head].pronoun !== null && field(nodeOf(doc, head, 'thing'), 'means') === 'yes'))) ||
  isOwnFire(doc, chunks, j, direct);

/** "the army targeted, with the fire | of snipers, | the village": with its subject before and its object behind, whose fire it was is no other doer. */
function isOwnFire(doc: Doc, chunks: readonly Chunk[], j: number, direct: readonly NounPhrase[][]): boolean {
  const [fire, next] = [chunks[j - 1], chunks[j + 1]];
  const subject = direct.length === 1 && direct[0].length === 1 ? direct[0][0] : null;
  if (fire.kind !== 'agent' || subject === null || subject.end !== fire.start || !isForce(doc, subject)) return false;
  if (!looseOfToken(doc, fire.start).startsWith(BEH) || next === undefined || next.start !== chunks[j].end) return false;
  if (next.bits & ~AL || hasConjunction(doc, next.start)) return false;
  return next.kind === 'place'
    ? isRelationNoun(doc, next.start) || next.place?.relation !== 'near'
    : next.kind === 'noun' && next.noun!.kind !== 'other';
}

export const weaponry: ReadonlySet<EventType> = new Set<EventType>(['bombing', 'suicide-bombing', 'mine']);

/** A bomb, a rocket: whoever laid or fired it is not named. */
export const isThrown = ({ kind, node, actor }: NounPhrase): boolean =>
  kind === 'thing' &&
  actor === null &&
  field(node, 'means') === 'yes' &&
  (field(node, 'category') === 'munition' || charges.has(field(node, 'type') ?? ''));

const charges: ReadonlySet<string> = new Set(['bombing', 'mine']);
