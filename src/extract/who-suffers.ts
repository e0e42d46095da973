/** Who of those beside a verb did it and whom it was done to, told by what they are: bodies with a name, machines of a party, the dead, households. */
import type { Outcome } from '../claim/reading.ts';
import { BI, KA, LI, WA } from '../lexicon/analyze.ts';
import type { Features } from '../lexicon/features.ts';
import type { Found } from './argument-nouns.ts';
import { keepsNoon, keepsOblique } from './case-endings.ts';
import type { Chunk } from './chunk.ts';
import { outcomeOfNoun } from './count-of.ts';
import type { Doc } from './doc.ts';
import { type Happening, takes } from './happening.ts';
import type { NounPhrase } from './noun-parts.ts';
import { isAccusative, isArmed, isBody as isArmedBody, isDowned, isForce, isOneOf, isPeople, showsObject } from './parties.ts';
import { attackTypes } from './senses.ts';
import { endsInShortAlif, featuresOf, field, hasConjunction, isDefinite, isRelationNoun, isThirdForm, nodeOf } from './words.ts';

/**
 * "(that) dozens of civilians were stabbed", "the ship was attacked": people who bear no arms, counted, or a thing that can be hit, before a verb of attacking
 * that nothing and nobody stands behind.
 */
export const isHarmed = (
  doc: Doc,
  chunks: readonly Chunk[],
  k: number,
  h: Happening,
  [noun]: readonly NounPhrase[],
  until: number,
): boolean =>
  h.outcome === null &&
  (attackTypes.has(h.types[0]) ||
    isDowned(h, noun) ||
    (h.types[0] === 'destruction' && (noun.kind === 'thing' || isDwelling(doc, noun)))) &&
  h.sense!.object === 'recipient' &&
  h.sense!.needs === null &&
  doc.info[chunks[k].start].pronoun === null &&
  (noun.kind === 'thing'
    ? isUnarmedTarget(doc, noun) || isDowned(h, noun) || (h.types[0] === 'destruction' && noun.actor === null && !fires(noun))
    : noun.count !== null && (noun.kind === 'person' || noun.kind === 'number') && !isArmed(noun)) &&
  h.recipients.length === 0 &&
  !objectPlace(doc, chunks, k, until);

/** "houses", which is also a word for the families in them. */
const isDwelling = (doc: Doc, { head }: NounPhrase): boolean => nodeOf(doc, head, 'thing') !== null;

const isUnarmedTarget = (doc: Doc, noun: NounPhrase): boolean =>
  noun.actor === null &&
  field(noun.node, 'target') === 'yes' &&
  field(noun.node, 'armed') !== 'yes' &&
  !fires(noun) &&
  !isMachineOf(doc, noun);

/** "(the fire of) artillery, launchers and tanks": the first is known by its kind, and what is joined to it is of that kind. */
export const isArms = (nouns: readonly NounPhrase[]): boolean =>
  field(nouns[0].node, 'means') === 'yes' && nouns.every((n) => n.actor === null && n.kind === 'thing');

/** "the tanks of X", "boats of the coast guard" */
export const isMachineOf = (doc: Doc, { kind, node, head, end, count }: NounPhrase): boolean =>
  kind === 'thing' &&
  field(node, 'category') === 'vehicle' &&
  count === null &&
  !isDefinite(doc, head) &&
  end > head + 1 &&
  isDefinite(doc, end - 1);

/** Aircraft and guns aim; a patrol of the same verb is aimed at. */
export const fires = ({ kind, node }: NounPhrase): boolean => kind === 'thing' && field(node, 'means') === 'yes';

export const isNamedBody = (doc: Doc, noun: NounPhrase): boolean =>
  noun.count === null &&
  !isOneOf(doc, noun) &&
  (noun.kind === 'actor'
    ? field(noun.actor, 'kind') !== 'person'
    : isOneBody(noun) || (noun.kind === 'person' && noun.end > noun.head + 1 && isArmedBody(noun) && isForce(doc, noun)));

/** A place without a preposition behind the verb, or a place or thing behind what its subject, at chunk `subject`, hit it with: what was hit. */
export function objectPlace(doc: Doc, chunks: readonly Chunk[], k: number, until: number, subject = -1): boolean {
  const behind = subject < 0 ? -1 : behindMeans(chunks, subject);
  if (isThingHit(chunks[behind])) return true;
  return chunks.some(
    // "near the town" is where, whatever verb it stands behind; "the surroundings of the town" may be hit
    (c, j) =>
      j > k &&
      (j <= until || j === behind) &&
      c.kind === 'place' &&
      (c.place?.relation !== 'near' || isRelationNoun(doc, c.place.start)) &&
      !(c.bits & (BI | LI | KA | WA)) &&
      chunks[j - 1].kind !== 'case',
  );
}

const isThingHit = (chunk: Chunk | undefined): boolean =>
  chunk?.kind === 'noun' && chunk.bits === 0 && chunk.noun !== null && hit.has(chunk.noun.kind) && !chunk.noun.definite;
const hit: ReadonlySet<string> = new Set(['thing', 'person', 'outcome']);

/** "targeted X | with three raids | the gate of the town": the chunk behind what it was done with, which stands right behind the subject at `at`. */
function behindMeans(chunks: readonly Chunk[], at: number): number {
  let j = at + 1;
  while (j < chunks.length && (chunks[j].bits & BI) !== 0 && !chunks[j].finite && chunks[j].kind !== 'place') j++;
  // "with three | raids"
  if (j > at + 1 && chunks[j - 1].noun?.kind === 'number' && chunks[j]?.kind === 'event' && !chunks[j].finite) j++;
  return j === at + 1 ? -1 : j;
}

/** "(twelve gunmen) fell dead": what the bare word behind the verb says of its subject. */
export const stateOf = (noun: NounPhrase): Outcome | null =>
  noun.kind === 'outcome' && noun.count === null && !noun.definite ? outcomeOfNoun(noun) : null;

/** "felled him | dead": what became of him is nobody else. */
export function becameOfObject(h: Happening, noun: NounPhrase): boolean {
  if (h.outcome === null || stateOf(noun) === null) return false;
  h.rules.push('event.state-of-object');
  return true;
}

/** "(was) killed | a soldier | and another, | a civilian": both met it. */
const isAnotherOne = (doc: Doc, chunks: readonly Chunk[], second: number): boolean => {
  const word = chunks[second - 1];
  if (word === undefined || word.end !== word.start + 1 || !hasConjunction(doc, word.start)) return false;
  return nodeOf(doc, word.start, 'another') !== null || nodeOf(doc, word.start, 'additional') !== null;
};

/** "(were) killed | ten people | in X ... | a word for somebody": people without arms who are counted kill nobody who stands so far off. */
export const areCountedApart = (doc: Doc, at: readonly number[], noun: NounPhrase, second: NounPhrase): boolean =>
  // "(by X were killed) five, | and by Y | seven": one bare number does nothing to another
  (isBareNumber(noun) && isBareNumber(second)) ||
  (noun.count !== null && noun.kind === 'person' && !isArmed(noun) && at[1] > at[0] + 1 && !isAccusative(doc, second));
const isBareNumber = ({ kind, count, actor, person }: NounPhrase): boolean =>
  kind === 'number' && count !== null && actor === null && person === null;

/** "was killed | a whole family, | six people": a family is counted behind its name, and kills nobody. */
const isHousehold = (doc: Doc, noun: NounPhrase, counted: NounPhrase): boolean =>
  field(noun.node, 'household') === 'yes' && counted.count !== null && isPeople(counted) && !hasConjunction(doc, counted.start);

/** "(took) twenty people, | killed(sg) | three | of them": the many who were told of did not do it to their own; they would take the plural. */
function areSomeOfSubject(doc: Doc, chunks: readonly Chunk[], h: Happening, whose: NounPhrase, some: NounPhrase): boolean {
  const verb = h.node === null ? null : featuresOf(h.node);
  if (some.kind !== 'number' || some.count === null || verb?.number !== 'sg' || hasConjunction(doc, h.start)) return false;
  if (whose.count === null ? whose.features?.number !== 'pl' : whose.count.high === 1) return false;
  if (whose.count?.high != null && whose.count.high < some.count.low) return false;
  // "killed | of them | three"
  return chunks.some(
    ({ kind, start, end }) =>
      kind === 'among' && (start === some.end || end === some.start) && field(nodeOf(doc, start, 'among'), 'of') === 'them',
  );
}

/** "the owner, whose father was killed", written like "who killed his father": of a man nothing else is told of, it is his own loss. */
export function isOwnLoss(
  doc: Doc,
  chunks: readonly Chunk[],
  h: Happening,
  [whose]: NounPhrase[],
  [kin, ...more]: NounPhrase[],
): boolean {
  if (areSomeOfSubject(doc, chunks, h, whose, kin)) return true;
  if (chunks[h.chunk - 1]?.kind !== 'relative' || doc.info[h.start].pronoun !== null || more.length > 0) return false;
  const verb = h.node === null ? null : featuresOf(h.node);
  if (h.outcome !== 'killed' || verb?.number !== 'sg' || isArmed(whose)) return false;
  const own = doc.info[kin.head]?.pronoun?.startsWith('3') === true;
  const gender = kin.features?.gender ?? null;
  return own && kin.count === null && field(kin.person ?? kin.node, 'kin') === 'yes' && gender !== null && verb.gender === gender;
}

/** "(she) arrested the young man", "(she) arrested 33 citizens", "three others": a feminine verb and men, so somebody else did it. */
export function cannotSuffer(doc: Doc, h: Happening, noun: NounPhrase): boolean {
  const verb = featuresOf(h.node!);
  if (verb?.gender !== 'f' || verb.number !== 'sg') return false;
  if (noun.count === null) return isPerson(noun) && noun.features?.gender === 'm' && noun.features.number === 'sg';
  return noun.count.mod === 'exact' && areMen(doc, noun);
}

const isPerson = ({ kind, node }: NounPhrase): boolean => kind === 'person' || node?.kind === 'nationality';

/** A sound plural tells its gender, a broken one leaves it to its singular; "others" stand in that of men. */
function areMen(doc: Doc, noun: NounPhrase): boolean {
  if (noun.additional && noun.kind === 'number') return keepsOblique(doc, noun.end - 1);
  if (!isPerson(noun)) return false;
  const gender = noun.features?.gender ?? null;
  if (gender !== null) return gender === 'm';
  return noun.features?.number === 'pl' && field(noun.node, 'gender') === 'm' && field(noun.node, 'unit') !== 'group';
}

/** "two gunmen opened (fire) on the consulate": the target stands behind a preposition, so what stands beside the verb is its subject. */
export const objectPronounless = (h: Happening, first: readonly NounPhrase[]): boolean =>
  (h.outcome === null || h.types[0] === 'release') &&
  h.recipients.length > 0 &&
  (isPeople(first[0]) || first[0].kind === 'actor');

/** "that the army shelled the house of the sheikh, his cousin's": a party that opens its clause right before the verb is its subject, however much follows. */
export function partyLeads(doc: Doc, chunks: readonly Chunk[], k: number, used: Uint8Array): boolean {
  const { noun, kind, bits } = chunks[k - 1] ?? { noun: null, kind: 'mark', bits: 0 };
  if (kind !== 'noun' || noun === null || used[k - 1] || bits & (BI | LI | KA) || !isForce(doc, noun)) return false;
  const opens = chunks[k - 2];
  return opens === undefined || opens.kind === 'that' || opens.kind === 'contrast' || opens.kind === 'continue';
}

/** "that its forces arrested, in the capital, ...": a body is not arrested; it arrests, wherever its object stands. */
export const isBody = (h: Happening, subject: readonly NounPhrase[]): boolean => {
  const [{ kind, count, actor, node, person }] = subject;
  if (h.outcome === null || !takes.has(h.outcome) || count !== null || featuresOf(h.node!)?.voice === 'passive') return false;
  if (kind === 'actor') return field(actor, 'kind') !== 'person';
  return (
    kind === 'person' &&
    field(person ?? node, 'unit') === 'group' &&
    (featuresOf(h.node!)?.gender === 'f' || isOneBody(subject[0]))
  );
};

/** "the army", "the organization": nobody arrests or kills the whole of it. */
const isOneBody = ({ kind, node, person, features, definite, count }: NounPhrase): boolean =>
  kind === 'person' && count === null && definite && features?.number === 'sg' && field(person ?? node, 'unit') === 'group';

/** "(they) held three civilians | hostages", "left six men | wounded": what the bare word behind the object says it became is nobody else. */
export function statedAs(h: Happening, found: { direct: NounPhrase[][] }): void {
  const [first, second] = found.direct;
  if (second === undefined || second.length > 1 || !isBareState(second[0]) || first[0].actor !== null) return;
  if (first[0].kind !== 'person' && (first[0].kind !== 'number' || first[0].count === null)) return;
  const falls = h.sense!.subject === 'recipient' && field(h.node, 'falls') === 'yes';
  if (!falls && isArmed(first[0])) return;
  found.direct.length = 1;
  if (!falls) return;
  // "a child fell | wounded", "a soldier fell | captive"
  h.outcome = stateOf(second[0]);
  if (h.outcome !== null && takes.has(h.outcome)) h.types = ['detention'];
  else if (h.outcome === 'injured') h.types = ['attack', 'killing'];
}

export const isBareState = ({ kind, count, definite, end, head }: NounPhrase): boolean =>
  kind === 'outcome' && count === null && !definite && end === head + 1;

/** "we sniped at | two soldiers", "| a force" is written like "(he) sniped at us": the oblique dual and a feminine noun are no subject of a masculine verb. */
export const cannotActOnUs = (doc: Doc, { features, head, count }: NounPhrase, verb: Features | null): boolean =>
  features?.number === 'du'
    ? count === null && keepsNoon(doc, head)
    : features?.gender === 'f' && features.number === 'sg' && verb?.gender !== 'f';

/** "we attacked | a convoy" is written like "(it) attacked us": a thing that fires at nobody is what was attacked. */
export function isOurDeed(doc: Doc, { start, node }: Chunk, noun: NounPhrase): boolean {
  const we = doc.info[start].pronoun === '1p' || (featuresOf(node!)?.person === 1 && featuresOf(node!)?.number === 'pl');
  const thing = nodeOf(doc, noun.head, 'thing');
  if (!we || noun.actor !== null) return false;
  if (showsObject(doc, noun) || cannotActOnUs(doc, noun, featuresOf(node!))) return true;
  return thing !== null && field(thing, 'means') !== 'yes' && !isArmed(noun);
}

/**
 * "(there) assaulted settlers | farmers": whom they struck stands behind its preposition; and a verb that ends in the short alif, or is of the third form, is no
 * passive, so whoever stands beside it acts, unless he ends like an object.
 */
export const mustAct = (doc: Doc, h: Happening, noun: NounPhrase): boolean =>
  noun.kind === 'person' &&
  (h.rules.includes('event.target-after-preposition') ||
    field(h.node, 'strikes-on') === 'yes' ||
    endsInShortAlif(doc, h.node!) ||
    (isThirdForm(doc, h.node!) && !isDefinite(doc, noun.end - 1) && !showsObject(doc, noun) && !keepsOblique(doc, noun.head)));

/** "attacked the movement | the village": what was struck is a place; "stabbed three | in the middle of Paris" says where. */
export const strikesPlace = ({ places }: Happening, behind: Chunk | undefined): boolean =>
  behind !== undefined &&
  (behind.bits & BI) === 0 &&
  places.some(({ role, place }) => role === 'at' && place.start === behind.start && place.relation === null);

/** "attacked 20 drones the town": aircraft that are counted attack as well, and are shot down by other verbs. */
export const fliesIn = (h: Happening, { kind, node, count }: NounPhrase): boolean =>
  kind === 'thing' && count !== null && field(node, 'category') === 'aircraft' && attackTypes.has(h.types[0]);

/** "that the leader is not in the last pocket", "hundreds left their homes": a stray adjective, or what is theirs, behind a verb with its subject before it. */
export const isNoSubject = (doc: Doc, noun: NounPhrase, subject: NounPhrase): boolean =>
  (noun.kind === 'other' && subject.kind !== 'other') ||
  (noun.kind === 'thing' && noun.count === null && isPeople(subject) && doc.info[noun.head].pronoun?.startsWith('3') === true);

/** A word of which it is not known that it is anybody. */
export const isNothing = ({ kind, actor, count }: NounPhrase): boolean => kind === 'other' && actor === null && count === null;

/** The two phrases behind the verb are both of those it befell. */
export const bothSuffer = (
  doc: Doc,
  chunks: readonly Chunk[],
  h: Happening,
  { direct: [first, second], directAt }: Found,
): boolean => h.outcome !== null && (isHousehold(doc, first[0], second[0]) || isAnotherOne(doc, chunks, directAt[1]));
