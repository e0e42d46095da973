/** Whom what a noun phrase names belongs to: "aircraft of the coalition", "belonging to X", "five of the men of X", "the forces of X and of Y". */

import { AL, BI, FA, KA, LI, WA } from '../lexicon/analyze.ts';
import type { Node } from '../rules/node.ts';
import { Kinds } from '../text/key-mark.ts';
import type { Doc } from './doc.ts';
import { hasItsObject } from './noun-acting.ts';
import { countOfMembers } from './noun-count.ts';
import { type NounPhrase, names } from './noun-parts.ts';
import { readNoun } from './noun-phrase.ts';
import { isArmed, isBody, isMovement, isNamedGroup, isPower } from './parties.ts';
import { isHit } from './party-words.ts';
import { type Gazetteer, nameAt, topOf } from './place-names.ts';
import { readPlace } from './place-phrases.ts';
import { field, hasConjunction, isDefinite, isFiniteVerb, isWord, looseOfToken, nodeAmong, nodeOf, readings } from './words.ts';

/** "of the militia of X and the forces of Y": a second owner joined to the first belongs to the same phrase. */
export function joinedOwner(doc: Doc, t: number, end: number, gazetteer: Gazetteer): number {
  if (t >= end || !isWord(doc, t) || !hasConjunction(doc, t) || doc.bits[t] & (BI | LI | KA)) return t;
  const head = nodeAmong(doc, t, owners);
  if (head === null) return t;
  const second = readNoun(doc, t, end, gazetteer);
  if (second === null || second.count !== null || (second.actor === null && !(second.kind === 'name' && second.end === t + 1)))
    return t;
  // "(three) soldiers of X | and a soldier of Y": a man is no owner
  if (second.kind === 'person' && !second.definite && second.features?.number !== 'pl' && field(second.node, 'unit') !== 'group')
    return t;
  // the subject of a verb of its own begins a clause
  if (second.end < end && isWord(doc, second.end) && isFiniteVerb(doc, second.end) && !hasConjunction(doc, second.end)) return t;
  return second.end;
}
const owning = new Kinds(['actor', 'actor-short', 'person', 'source', 'outlet']);
const owners = new Kinds(['actor', 'actor-short', 'person', ...names]);

export function absorb(np: NounPhrase, group: NounPhrase): void {
  np.actor ??= group.actor;
  np.outlet ??= group.outlet;
  np.place ??= group.place;
  np.person ??= group.person;
}

/** "of" written as a clitic: "aircraft of the coalition", "positions of the group". */
export function extendOf(doc: Doc, np: NounPhrase, t: number, end: number, gazetteer: Gazetteer): number {
  if (np.kind === 'name' || np.kind === 'number') return -1;
  if (readings(doc, t, 'verb').verb !== null || isFiniteVerb(doc, t)) return -1;
  const purpose = purposeEnd(doc, np, t, end);
  if (purpose > t) return purpose;
  // "the general authority | for-the-rescue": what a body is for is part of its name
  if (isBodyOf(doc, np, t)) return t + 1;
  // "(repelled) the fighters | an attack of the army": a deed is nobody whose they are
  if (np.kind === 'person' && nodeOf(doc, t, 'event') !== null && nodeAmong(doc, t, owning) === null) return -1;
  const owner = readNoun(doc, t, end, gazetteer);
  if (owner === null || owner.count !== null || isPress(owner)) return -1;
  // "the targeting by the forces of X | of the civilians": no party is theirs
  if (np.kind === 'actor' && np.actor?.end === np.end && owner.kind === 'person' && owner.actor === null && !isArmed(owner))
    return -1;
  // "the shelling by the army of X | of the positions of Y": no more are things
  if (owner.kind === 'thing' && (np.kind === 'actor' || (np.kind === 'person' && isDefinite(doc, np.head)))) return -1;
  // "a source told the agency": whom one speaks to is no part of the source
  // "the director of police": an office and what it is over
  const office =
    isDefinite(doc, np.head) &&
    (owner.kind === 'source' || owner.kind === 'person' || owner.kind === 'actor') &&
    ofOffice(doc, np);
  if (office && (owner.definite || owner.place !== null || isDefinite(doc, owner.end - 1))) return owner.end;
  // "soldiers of the enemy" are known by theirs
  const ofKnown = owner.definite || (owner.kind === 'person' && isDefinite(doc, owner.end - 1));
  // "a patrol of the army", "members of the police": armed people and the body they serve in
  // "a gathering of the gunmen", "a convoy of the army": of whom a body is
  const body = np.kind === 'person' && isBody(np) && !isDefinite(doc, np.head);
  // "a patrol of the government", "positions of the groups of X": a party that no list holds
  const party = isPower(doc, owner) || isNamedGroup(doc, owner) || isMovement(doc, owner);
  const served =
    (body && party) ||
    (np.kind === 'person' &&
      owner.kind === 'person' &&
      ofKnown &&
      ((isArmed(np) && isBody(owner)) || (body && (isBody(owner) || owner.features?.number !== 'sg'))));
  // "a patrol of militias X", "a checkpoint of a local faction"
  if (body && isArmed(np) && owner.kind === 'person' && isArmed(owner) && isBody(owner) && owner.end > owner.head + 1) {
    absorb(np, owner);
    return owner.end;
  }
  if (
    !served &&
    (owner.kind === 'outlet' || owner.actor === null) &&
    (np.kind === 'source' || np.kind === 'person' || np.kind === 'title')
  )
    return -1;
  if (isStoreOf(doc, np, owner)) return owner.end;
  if (
    owner.actor === null &&
    owner.outlet === null &&
    !party &&
    !(ofKnown && (owner.kind === 'person' || owner.kind === 'actor' || (owner.kind === 'source' && np.kind === 'thing')))
  )
    return -1;
  absorb(np, owner);
  return owner.actor === null || np.kind !== 'thing' ? owner.end : joinedOwner(doc, owner.end, end, gazetteer);
}

/** "a store of (the) arms", "a factory of (the) medicines", "a seat of the movement" */
const isStoreOf = (doc: Doc, { kind, node, head }: NounPhrase, owner: NounPhrase): boolean =>
  kind === 'thing' &&
  !isDefinite(doc, head) &&
  owner.definite &&
  ((owner.kind === 'thing' && owner.end === owner.head + 1 && sites.has(field(node, 'category') ?? '')) ||
    // "positions of the movement"; a rocket of the movement is what it fires
    (isMovement(doc, owner) && (field(node, 'target') === 'yes' || sites.has(field(node, 'category') ?? ''))));

const sites: ReadonlySet<string> = new Set(['building', 'infrastructure']);

const isBodyOf = (doc: Doc, np: NounPhrase, t: number): boolean =>
  np.kind === 'source' &&
  field(np.node, 'class') !== 'statement' &&
  isDefinite(doc, np.head) &&
  np.features?.number !== 'pl' &&
  isDefinite(doc, t) &&
  nodeOf(doc, t, 'event') !== null;

/** "the agency X | for-the-news", "the general authority | for-the-civil-defence": where what a body is for ends, behind one with its name or its article; else `t`. */
function purposeEnd(doc: Doc, { kind, count, head, end: known }: NounPhrase, t: number, end: number): number {
  const body = nodeOf(doc, head, 'source');
  const short = kind === 'actor' && nodeOf(doc, head, 'actor-short') !== null;
  // "the network", which is one of spies elsewhere
  const network = kind === 'person' && body !== null && field(body, 'class') === 'site';
  if (!(bodyKinds.has(kind) || short || network) || count !== null) return t;
  if (body === null || noBodies.has(field(body, 'class') ?? '') || (known === head + 1 && !isDefinite(doc, head))) return t;
  const purpose = nodeOf(doc, t, 'purpose');
  if (purpose === null || purpose.end !== t + 1 || doc.info[t].pronoun !== null) return t;
  const next = t + 1;
  const bare = next < end && isWord(doc, next) && doc.bits[next] === AL && nodeOf(doc, next, 'date') === null;
  // "for the rights | of man"
  if (!isDefinite(doc, t)) return bare ? next + 1 : t;
  const adjective =
    doc.at[t].some((n) => n.end === next + 1) || doc.at[next]?.some((n) => n.word?.surface.features.pos === 'adjective');
  const last = bare && adjective && nodeOf(doc, next, 'event') === null ? next + 1 : next;
  // "for rights | and freedoms"
  const and = last < end && isWord(doc, last) && hasConjunction(doc, last) && isDefinite(doc, last);
  return and && nodeOf(doc, last, 'purpose') !== null && doc.info[last].pronoun === null ? last + 1 : last;
}
const bodyKinds: ReadonlySet<string> = new Set(['source', 'outlet', 'thing', 'other']);
const noBodies: ReadonlySet<string> = new Set(['person', 'official', 'statement', 'source']);

/** "told the journalists", "to the media": whom one speaks to. */
const isPress = ({ kind, node }: NounPhrase): boolean =>
  (kind === 'person' && field(node, 'who') === 'journalist') || (kind === 'source' && field(node, 'kind') === 'media');

/** Heads of a body, who take it with "of": director, commander, inspector; a spokesman takes "in the name of". */
const ofOffice = (doc: Doc, np: NounPhrase): boolean => nodeOf(doc, np.head, 'leads') !== null;

/** "to-it", "with-them": a preposition and its pronoun. */
const isTiedByPronoun = (doc: Doc, k: number): boolean =>
  isWord(doc, k) &&
  ((doc.info[k].pronoun !== null && nodeOf(doc, k, 'case')?.end === k + 1) ||
    (nodeOf(doc, k, 'pronoun')?.end === k + 1 && !hasConjunction(doc, k)));

export function extendBelong(doc: Doc, np: NounPhrase, t: number, end: number, gazetteer: Gazetteer): number {
  let k = t;
  const preposition = nodeOf(doc, k, 'case');
  // "the militias loyal to-it"
  if (isTiedByPronoun(doc, k)) return k + 1;
  if (preposition !== null) k = preposition.end;
  else if (!(doc.bits[k] & (LI | BI))) return -1;
  if (k >= end) return -1;
  // "(shelled) the forces stationed in X | the villages of Y": what can be struck begins behind the name of where they are
  const inside =
    preposition !== null && field(preposition, 'role') === 'in' && (np.actor !== null || isArmed(np)) && isDefinite(doc, t - 1);
  const limit = inside ? struckFrom(doc, k, end) : end;
  const place = readPlace(doc, k, limit, gazetteer, true);
  const owner = readNoun(doc, k, limit, gazetteer);
  if (owner !== null && (owner.actor !== null || place === null)) {
    absorb(np, owner);
    return owner.actor === null ? owner.end : joinedOwner(doc, owner.end, end, gazetteer);
  }
  if (place !== null) {
    np.place ??= place;
    return place.end;
  }
  return -1;
}

/** The word behind the name of a place at `k` with which something else begins: villages, the surroundings of a town, posts; `end` where nothing does. */
function struckFrom(doc: Doc, k: number, end: number): number {
  // "the base of X | the town of Y": the kind of place comes first
  for (let t = k + (isDefinite(doc, k) || nodeOf(doc, k, 'place-class') === null ? 1 : 2); t < end && t < k + STATIONED; t++) {
    if (!isWord(doc, t)) return end;
    if (isDefinite(doc, t) || doc.bits[t] !== 0) continue;
    // "in X, north of the town of Y"
    if (nodeOf(doc, t, 'direction') !== null) return end;
    if (nodeOf(doc, t, 'relation') !== null) return t;
    const within = nodeOf(doc, t, 'place-class');
    if (within !== null ? !wider.has(field(within, 'kind') ?? '') : nodeOf(doc, t, 'thing') !== null) return t;
  }
  return end;
}
const STATIONED = 5;
/** What holds a town in it. */
const wider: ReadonlySet<string> = new Set([
  'countryside',
  'governorate',
  'district',
  'region',
  'country',
  'admin1',
  'admin2',
  'admin3',
]);

const apart = new Kinds(['one-side', 'among']);

/** "five of the men of the resistance", "gunmen from the group": only when the phrase so far is indefinite. */
export function extendFrom(doc: Doc, np: NounPhrase, preposition: Node<any>, end: number, gazetteer: Gazetteer): number {
  if (field(preposition, 'role') !== 'from' || preposition.end >= end || doc.info[preposition.start].pronoun !== null) return -1;
  if (np.kind !== 'person' && np.kind !== 'outcome' && np.kind !== 'thing' && np.kind !== 'other') return -1;
  if (isDefinite(doc, np.head)) return -1;
  // "the forces of X | on one side", "five | out of twenty"
  if (nodeAmong(doc, preposition.start, apart) !== null) return -1;
  // "civilians (died) | from Sunday to Tuesday"
  if (nodeOf(doc, preposition.start, 'date') !== null) return -1;
  // "from before his house": the letters of "imam"
  if (nodeOf(doc, preposition.end, 'case')?.word?.exact) return -1;
  const group = readNoun(doc, preposition.end, end, gazetteer);
  if (group === null) return -1;
  const people = group.kind === 'person' || group.kind === 'outcome' || group.kind === 'name';
  if (people && isTownAlone(doc, group, gazetteer)) return -1;
  if (countOfMembers(np, group)) return group.end;
  if (group.count !== null) return -1;
  if (group.actor === null && !people && !(np.kind === 'person' && (isNamedGroup(doc, group) || isPower(doc, group)))) return -1;
  if (np.kind === 'thing' && group.actor === null) return -1;
  // "(released) twenty prisoners from the prisons of X": where they were, none of its men
  if (np.kind !== 'thing' && isHit(group)) return -1;
  // "activists (warned) of an attack"
  if (group.kind === 'name' && nodeOf(doc, group.head, 'event') !== null) return -1;
  // an unknown word before "from X" is an adjective: "repeated (shelling) by X"
  if (np.kind === 'other' && (group.actor === null || np.node === null)) return -1;
  absorb(np, group);
  return group.actor === null ? group.end : joinedOwner(doc, group.end, end, gazetteer);
}

/** "a youth from Jenin", which is written like "a foetus", "from Hebron", which is also a man's name: nobody is of one man. */
export function isTownAlone(doc: Doc, { start, end, kind, features }: NounPhrase, gazetteer: Gazetteer): boolean {
  if (end !== start + 1 || (kind !== 'name' && (isDefinite(doc, start) || features?.number !== 'sg'))) return false;
  const match = nameAt(doc, start, end, gazetteer);
  return match?.exact === true && topOf(match.rows, gazetteer) >= TOWN;
}
/** Rank of a town that readers know. */
const TOWN = 4;

/** "the leader in the movement X Samir Y", "a soldier in the army of X", "the colonel in the intelligence service Samir Y": what one man is in, and his name behind it. */
export function extendIn(doc: Doc, np: NounPhrase, preposition: Node<any>, end: number, gazetteer: Gazetteer): number {
  if (field(preposition, 'member') !== 'yes' || preposition.end >= end) return -1;
  if (doc.info[preposition.start].pronoun !== null || (doc.bits[preposition.start] & (WA | FA)) !== 0) return -1;
  if ((np.kind !== 'person' && np.kind !== 'title') || np.count !== null || (np.features?.number ?? 'sg') !== 'sg') return -1;
  if (isBody(np) || !serves(doc, np)) return -1;
  // who speaks is read whole by the steps behind
  if (np.start > 0 && nodeOf(doc, np.start - 1, 'say') !== null) return -1;
  const body = readNoun(doc, preposition.end, end, gazetteer);
  if (body === null || body.count !== null || body.start > preposition.end) return -1;
  // "in Ramallah": where
  if (readPlace(doc, preposition.end, end, gazetteer, true) !== null) return -1;
  const isHis =
    isBody(body) ||
    body.kind === 'outlet' ||
    body.kind === 'source' ||
    nodeOf(doc, body.head, 'party') !== null ||
    nodeOf(doc, body.head, 'branch') !== null;
  if (body.actor === null ? !isHis : field(body.actor, 'kind') === 'state' && body.actor.end === body.end) return -1;
  for (let i = body.head + 1; i < body.end; i++) if (nodeAmong(doc, i, called) !== null) return taken(np, body, body.end);
  const name =
    body.end < end && isWord(doc, body.end) && (doc.bits[body.end] & ~AL) === 0 && nodeAmong(doc, body.end, callings) !== null
      ? readNoun(doc, body.end, end, gazetteer)
      : null;
  const named = name !== null && (name.kind === 'name' || endsInName(doc, name)) && !isPreposition(doc, body.end);
  if (named && !isFiniteVerb(doc, body.end) && !hasItsObject(doc, body.end, end)) return taken(np, body, name.end);
  return body.actor === null ? -1 : taken(np, body, body.end);
}

/** "(the death of) an officer in the army | on (Ali) the hands of": spelled like a preposition, and no other name behind it. */
const isPreposition = (doc: Doc, t: number): boolean =>
  nodeOf(doc, t, 'case')?.word?.exact === true && (t + 1 >= doc.length || nodeAmong(doc, t + 1, names) === null);

const called = new Kinds(['given-name', 'kunya']);
const callings = new Kinds([...called, 'title']);

/** "colonel Ahmad Hasan" */
function endsInName(doc: Doc, { kind, count, head, end }: NounPhrase): boolean {
  if ((kind !== 'person' && kind !== 'title') || count !== null) return false;
  for (let i = head + 1; i < end; i++) if (nodeAmong(doc, i, called) !== null) return true;
  return false;
}

/** Who may be in a body: a soldier, an officer, an official, an activist. */
const serves = (doc: Doc, np: NounPhrase): boolean =>
  isArmed(np) || (field(np.person ?? np.node, 'who') !== 'child' && doc.info[np.head].pronoun === null);

function taken(np: NounPhrase, body: NounPhrase, end: number): number {
  absorb(np, body);
  return end;
}

/** The phrase is the name of a state and nothing else, up to token `t`. */
export const isWholeState = ({ actor, head }: NounPhrase, t: number): boolean =>
  actor !== null && actor.start === head && actor.end === t && field(actor, 'kind') === 'state';

/** "the government | of South Sudan": the registered name, several words long, that begins with a direction and stands right behind a bare noun for an office or a body; null elsewhere. */
export function stateBehind(doc: Doc, np: NounPhrase, t: number): Node<any> | null {
  if (nodeOf(doc, t, 'direction') === null || isDefinite(doc, t - 1) || doc.info[t - 1].pronoun !== null) return null;
  const state = nodeOf(doc, t, 'actor');
  if (state === null || state.end === t + 1 || np.actor !== null || np.count !== null) return null;
  return np.kind === 'source' || np.kind === 'title' || np.kind === 'person' || np.kind === 'other' ? state : null;
}

/** Endings of the plural and the dual, without their vowels. */
const plurals: readonly string[] = ['\u064A\u0646', '\u0648\u0646', '\u0627\u0646'];

/** "seven fighters | Houthi (plural)": the name of a party, in the case and number of the counted people before it, tells of what sort they are. */
export function sortOfCounted(doc: Doc, { count, kind, head, end, definite }: NounPhrase, t: number): Node<any> | null {
  if (count === null || kind !== 'person' || definite || end !== t || t !== head + 1 || !isWord(doc, t) || doc.bits[t] !== 0)
    return null;
  const sort = nodeOf(doc, t, 'actor') ?? nodeOf(doc, t, 'actor-short');
  if (sort === null || sort.end !== t + 1) return null;
  const ending = looseOfToken(doc, t).slice(-2);
  const own = looseOfToken(doc, head).slice(-2);
  // a plural without an ending shows no case, and behind a number is oblique
  const agrees = own === ending || (ending === plurals[0] && !plurals.includes(own));
  return plurals.includes(ending) && agrees ? sort : null;
}
