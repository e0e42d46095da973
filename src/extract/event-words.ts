/**
 * Which words belong to the word of a happening.
 *   its carrier ("operation of bombing", "wave of arrests") · its adjectives ("heavy artillery shelling") · the object without which the verb tells no
 *   happening ("opened ... fire")
 */
import { AL, BI, FA, LI, WA } from '../lexicon/analyze.ts';
import type { Sense } from '../lexicon/lexicon.ts';
import type { Node } from '../rules/node.ts';
import type { KeySet } from '../text/key-mark.ts';
import { Kinds } from '../text/key-mark.ts';
import type { Chunk } from './chunk.ts';
import { EVENT, STOP, TIMED } from './class-groups.ts';
import type { Doc } from './doc.ts';
import { figureAt, isFigurative } from './figurative.ts';
import { areThings } from './homographs.ts';
import { bareKey, isAsSpelled } from './place-names.ts';
import { isArtilleryOf } from './rather-weapon.ts';
import { cueSense, eventSense } from './senses.ts';
import { tellsWhen } from './spent-time.ts';
import { isLifeOf } from './taken-lives.ts';
import { isNeeded, mayBeWanted } from './wanted-words.ts';
import {
  attachedPreposition,
  featuresOf,
  field,
  hasConjunction,
  isDefinite,
  isFiniteVerb,
  isWord,
  markAt,
  nodeAmong,
  nodeOf,
  readings,
  senseOf,
} from './words.ts';

/** How far behind its verb the needed object may stand, in tokens. */
const REACH = 9;
/** How far where the pronoun on it ties it to the subject: "lost X, from the town of Y, his life". */
const TIED = 26;
/** How far behind its verb a word may stand that takes its meaning away. */
const BESIDE = 6;

/** Without an object the word tells no happening. */
export const needsObject = (node: Node<any>): boolean => node.word !== null && eventSense(node.value as Sense).needs !== null;

/** Token of the object that the word needs to tell a happening; the word itself when it needs none; -1 when it is not there. */
export function neededObject(doc: Doc, node: Node<any>, end: number): number {
  const sense = senseOf(node);
  if (sense === null) return node.start;
  const { needs, unless, unlessWith, bare, object, subject, of } = eventSense(sense);
  if (unless !== null && standsBeside(doc, node.end, end, unless)) return -1;
  if (unlessWith !== null && standsBeside(doc, node.end, end, unlessWith, BI)) return -1;
  if (bare && isDefinite(doc, node.start)) return -1;
  if (isFigurative(doc, node, end)) return -1;
  if (needs === null) return node.start;
  const compels = field(nodeOf(doc, node.start, 'verb'), 'compels') === 'yes';
  const to = field(node, 'needs-behind') === 'to';
  const tied = (subject === 'recipient' && object === 'none' && of === 'recipient') || field(node, 'needs-reach') === 'far';
  let marksSeen = 0;
  for (let i = node.end; i < Math.min(end, node.end + (tied ? TIED : REACH) + marksSeen); i++) {
    // "found on Wednesday morning (9 June) the bodies": a day put in is no distance
    const groups = doc.groups[i];
    const when = (groups & TIMED) === 0 ? null : nodeOf(doc, i, 'date');
    if (when !== null && when.end > i + 1) {
      for (let t = i; t < when.end; t++) if (markAt(doc, t) !== '') marksSeen++;
      i = when.end - 1;
      continue;
    }
    const mark = markAt(doc, i);
    if (mark !== '' && !inside.has(mark)) return -1;
    // "15 km from the district (spelled like "doing away") of X, on the road"
    if (mark === 'comma' && nodeOf(doc, node.start, 'place-class') !== null) return -1;
    if (mark !== '') {
      // the quotation marks and brackets of a name are no words
      if (mark !== 'comma' && featuresOf(node)?.pos === 'verb') marksSeen++;
      continue;
    }
    // "a bomber wearing a belt": the object of another verb
    if (object === 'means' && i > node.end && isFiniteVerb(doc, i) && nodeOf(doc, i, 'hedge') === null) return -1;
    // "the town fell after the rockets": what falls stands beside its verb, or behind "from it", "on it"
    if (subject === 'means' && isAside(doc, i) && doc.info[i].pronoun === null) break;
    const tells = (groups & EVENT) !== 0;
    if (tells && hasConjunction(doc, i) && i > node.end && nodeOf(doc, i, 'event') !== null) return -1;
    if (compels && isDeed(doc, i)) return -1;
    // "at the hands of", "at least" begin with the preposition and are none
    const small = (groups & STOP) !== 0;
    if (((groups & TIMED) !== 0 && nodeOf(doc, i, 'hedge') !== null) || (small && nodeOf(doc, i, 'agent') !== null)) continue;
    // "died in the shelling | of (on) the town": the preposition belongs to the attack right before it
    if (
      small &&
      i > node.end &&
      nodeOf(doc, i, 'case')?.end === i + 1 &&
      nodeOf(doc, i - 1, 'event') !== null &&
      !isFiniteVerb(doc, i - 1)
    )
      continue;
    // "confronted | the army | to-a-force": what is confronted stands behind "to"
    if (to && !(attachedPreposition(doc, i) & LI)) continue;
    // "X and Y exchanged | accusations | of a breach of the ceasefire"
    if (unless !== null && isOneOf(doc, i, unless)) return -1;
    const near = i < node.end + REACH + marksSeen || doc.info[i].pronoun !== null || (doc.bits[i] & BI) !== 0;
    if (near && isOneOf(doc, i, needs)) return compels && urges(doc, i, end) ? -1 : i;
    // "gunmen suspected to be of X opened | fire"
    if (small && nodeOf(doc, i, 'that') !== null && isBelieved(doc, i)) continue;
    if (small && (nodeOf(doc, i, 'that') !== null || nodeOf(doc, i, 'relative') !== null || nodeOf(doc, i, 'result') !== null))
      return -1;
    if (tells && isActing(doc, i)) break;
  }
  return subject === 'means' ? neededBefore(doc, node, needs) : -1;
}

/** "that four shells, whose source is X, fell on the quarter": what fell stands before its verb, which agrees with it. */
function neededBefore(doc: Doc, node: Node<any>, needs: KeySet): number {
  const verb = featuresOf(node);
  if (verb?.tense !== 'past' || hasConjunction(doc, node.start)) return -1;
  if (!isWord(doc, node.end) || !isAside(doc, node.end)) return -1;
  for (let i = node.start - 1; i >= 0 && i >= node.start - REACH && (markAt(doc, i) === '' || quoting.has(markAt(doc, i))); i--) {
    if (nodeOf(doc, i, 'that') !== null || nodeOf(doc, i, 'cause') !== null) return -1;
    if (nodeOf(doc, i, 'case') !== null && field(nodeOf(doc, i, 'case'), 'role') !== 'in') return -1;
    // "shells (that) launched(them) X fell": the verb between has what fell for its object
    if (
      nodeOf(doc, i, 'event') !== null &&
      isActing(doc, i) &&
      (nodeOf(doc, i, 'light') === null || doc.info[i].pronoun === null)
    )
      return -1;
    if (isOneOf(doc, i, needs)) return !isDefinite(doc, i) && attachedPreposition(doc, i) === 0 && opensClause(doc, i) ? i : -1;
  }
  return -1;
}

/** At the head of its sentence or right behind "that", with at most a number between: the subject of its clause, and no shell of an attack told before. */
function opensClause(doc: Doc, i: number): boolean {
  if (i === 0 || markAt(doc, i - 1) === 'dot') return true;
  for (let t = i - 1; t >= 0 && t >= i - 3; t--) {
    if (nodeOf(doc, t, 'that') !== null) return true;
    if (markAt(doc, t) === '' && nodeOf(doc, t, 'number') === null && nodeOf(doc, t, 'quantity') === null) return false;
  }
  return false;
}

const quoting: ReadonlySet<string> = new Set(['open', 'close', 'quote']);
const inside: ReadonlySet<string> = new Set(['comma', 'open', 'close', 'quote', 'open-paren', 'close-paren']);

/** "that" behind "is believed": what follows describes somebody. */
function isBelieved(doc: Doc, i: number): boolean {
  for (let t = i - 1; t >= i - 2 && t >= 0; t--) {
    const sense = senseOf(nodeOf(doc, t, 'say'));
    if (sense !== null) return cueSense(sense).stance === 'probable' && !hasConjunction(doc, t);
  }
  return false;
}

/** "Samir" has the letters of "(I) will order", "al-Ali" those of "over". */
const isPersonal = (node: Node<any>): boolean => node.kind === 'given-name' || node.kind === 'family-name';

const ALEF = '\u0627';

/** A reading of the word at the token is one of them. A function of its own: one written inside a loop is made anew at every word. */
function isOneOf(doc: Doc, i: number, keys: KeySet): boolean {
  const key = bareKey(doc, i);
  if (isAsSpelled(doc, i) && !mayBeWanted(doc.info[i], key, keys)) return false;
  if (isCalled(doc, i)) return false;
  // "(landed) soldiers" in the accusative
  if (
    (keys.has(key) || (key.endsWith(ALEF) && keys.has(key.slice(0, -1)))) &&
    !(doc.at[i].length > 0 && doc.at[i].every(isPersonal))
  )
    return true;
  for (const node of doc.at[i])
    if (node.word !== null && featuresOf(node)?.pos !== 'verb' && !isPersonal(node) && isNeeded(node.word.surface, keys))
      return true;
  return false;
}

/** "colonel Ali H.", whose name is written like "over": a given name between a rank or an office and a second name. */
const isCalled = (doc: Doc, i: number): boolean =>
  i > 0 &&
  i + 1 < doc.length &&
  nodeOf(doc, i, 'given-name') !== null &&
  nodeAmong(doc, i - 1, ranks) !== null &&
  isDefinite(doc, i - 1) &&
  nodeAmong(doc, i + 1, personal) !== null;
const ranks = new Kinds(['title', 'person']);
const personal = new Kinds(['given-name', 'family-name', 'kunya']);

/** One of the words follows in the same breath. */
function standsBeside(doc: Doc, from: number, end: number, keys: KeySet, behind = 0): boolean {
  for (let i = from; i < Math.min(end, from + BESIDE); i++) {
    if (markAt(doc, i) !== '' || hasConjunction(doc, i)) return false;
    // "withdrew from the government", but "forces loyal to the government withdrew"
    if (doc.bits[i] & LI || tellsWhen(doc, from, i, end)) continue;
    if (isOneOf(doc, i, keys) && (doc.bits[i] & behind) === behind) return true;
    if (nodeOf(doc, i, 'event') !== null) return false;
  }
  return false;
}

const isDeed = (doc: Doc, i: number): boolean => nodeOf(doc, i, 'event') !== null && !isFiniteVerb(doc, i);

/** "pushed a number of fighters to surrender": a deed behind "to", so nobody was sent. */
function urges(doc: Doc, i: number, end: number): boolean {
  for (let j = i + 1; j < Math.min(end, i + 5); j++) {
    if (markAt(doc, j) !== '') return false;
    if (field(nodeOf(doc, j, 'case'), 'role') === 'to') return j + 1 < end && isDeed(doc, j + 1);
  }
  return false;
}

const isAside = (doc: Doc, i: number): boolean =>
  attachedPreposition(doc, i) !== 0 ||
  nodeOf(doc, i, 'case') !== null ||
  nodeOf(doc, i, 'cause') !== null ||
  nodeOf(doc, i, 'outcome') !== null;

const isActing = (doc: Doc, i: number): boolean =>
  doc.at[i].some(
    (n) => n.kind === 'event' && featuresOf(n)?.pos === 'verb' && !(featuresOf(n)!.number === 'du' && isHour(doc, i)),
  ) && !doc.info[i].nominal;
/** "at dawn" is spelled like a dual. */
const isHour = (doc: Doc, i: number): boolean => nodeOf(doc, i, 'daypart') !== null;

/** A short form of the present ("did not take") stands behind a negation or "let": elsewhere the letters are another verb ("prepares"). */
function jussiveIsShown(doc: Doc, node: Node<any>, before: readonly Chunk[]): boolean {
  if (featuresOf(node)?.state !== 'jussive' || (doc.bits[node.start] & LI) !== 0) return true;
  const last = before.at(-1);
  return last !== undefined && (last.kind === 'negation' || last.kind === 'condition');
}

/** The past dual is spelled like the accusative of a noun ("at dawn"): read as a verb only beside two who act. */
function dualIsShown(doc: Doc, node: Node<any>, before: readonly Chunk[]): boolean {
  const features = featuresOf(node);
  if (features?.pos !== 'verb' || features.tense !== 'past' || features.number !== 'du' || features.gender !== 'm') return true;
  const alone = (other: Node<any>): boolean => other.kind === node.kind && featuresOf(other)?.pos === 'verb';
  if (doc.at[node.start].every((other) => alone(other) || other.end > node.end)) return true;
  for (let k = before.length - 1; k >= 0 && k >= before.length - 5; k--) {
    const chunk = before[k];
    if (
      chunk.noun !== null &&
      ((chunk.noun.features?.number === 'du' && chunk.noun.features.state !== 'construct') ||
        (chunk.bits & (WA | FA)) !== 0 ||
        chunk.noun.count?.low === 2)
    )
      return true;
    if (chunk.kind === 'pronoun' || chunk.kind === 'relative' || chunk.kind === 'that') return true;
  }
  return false;
}

/** The reading has what it needs around it. */
export const holdsHere = (doc: Doc, node: Node<any>, end: number, before: readonly Chunk[]): boolean =>
  dualIsShown(doc, node, before) && jussiveIsShown(doc, node, before) && neededObject(doc, node, end) >= 0;

/** True when one of the last words needed this token as its object, and it is no party of the happening ("fire", but not "forces"). */
function isSpent(doc: Doc, before: readonly Chunk[], i: number): boolean {
  for (let k = before.length - 1; k >= 0 && k >= before.length - REACH; k--) {
    if (before[k].object !== i) continue;
    const { object, types, outcome } = eventSense(senseOf(before[k].node)!);
    if (object === 'none' || nodeOf(doc, i, 'case') !== null || (outcome === 'killed' && isLifeOf(doc, i))) return true;
    // "undid | the captivity | of three"
    if (types[0] === 'release' && nodeOf(doc, i, 'event') !== null && nodeOf(doc, i, 'outcome') === null) return true;
    // "put X | under house arrest": the words of the one deed
    const { noun } = readings(doc, i, 'event');
    if (noun !== null && noun.end > i + 1 && eventSense(senseOf(noun)!).types[0] === types[0]) return true;
    const thing = nodeOf(doc, i, 'thing');
    // "found | arms": they are what was taken
    if (types[0] === 'weapons-disrupted') return false;
    return types[0] !== 'force-movement' && (thing === null ? doc.info[i].unknown : field(thing, 'means') === 'yes');
  }
  return false;
}

/** Where the words of a spent object end: "exchanged | the opening of fire", "agreed on | a stop of fire". */
export function spentEnd(doc: Doc, before: readonly Chunk[], i: number, end: number): number {
  if (!isSpent(doc, before, i)) return i;
  const { noun } = readings(doc, i, 'event');
  const fire =
    i + 1 < end &&
    doc.at[i].some((n) => n.kind === 'event' && featuresOf(n)?.pos !== 'verb' && neededObject(doc, n, end) === i + 1);
  return Math.min(
    end,
    Math.max(i + 1, nodeOf(doc, i, 'thing')?.end ?? 0, noun === null ? 0 : withAdjectives(doc, noun.end, end), fire ? i + 2 : 0),
  );
}

/** "heavy artillery shelling": adjectives that say what kind of event it is belong to its words. */
function withAdjectives(doc: Doc, t: number, end: number): number {
  let k = t;
  while (k < end && k < t + 3 && isWord(doc, k)) {
    // "by artillery and rockets": a second adjective may be joined to the first
    const adjective = nodeOf(doc, k, 'event-adjective');
    if (adjective === null || (hasConjunction(doc, k) && k === t) || attachedPreposition(doc, k) !== 0) break;
    // "the raid hit armed men": an adjective of a definite noun is definite; "twelve" is written like "ethnic"
    // "the attack (of) wide scale" needs no article of its own
    const phrase = adjective.end > k + 1;
    if ((isDefinite(doc, t - 1) && !isDefinite(doc, k) && !phrase) || (nodeOf(doc, k, 'quantity')?.end ?? 0) > k + 1) break;
    if (isPlainlyPeople(doc, t, k) || (k === t && (isArtilleryOf(doc, t, end) || areThings(doc, t)))) break;
    k = Math.min(end, adjective.end);
  }
  return k;
}

/** The word of a happening with its adjectives and its number. */
export const withAttributes = (doc: Doc, t: number, end: number): number => withNumber(doc, withAdjectives(doc, t, end), end);

/** "the raids | three": how many they were, behind their definite noun. */
function withNumber(doc: Doc, t: number, end: number): number {
  const number = t < end && isDefinite(doc, t) && !hasConjunction(doc, t) ? nodeOf(doc, t, 'number') : null;
  if (number === null || number.end !== t + 1 || !isDefinite(doc, t - 1)) return t;
  const value: number = number.value?.value ?? number.value;
  return value > 2 && value <= 20 && nodeOf(doc, t, 'date') === null ? t + 1 : t;
}

/** "the killing of gunmen": the adjective of a happening is a dual only behind a dual, and never a plural for people. */
function isPlainlyPeople(doc: Doc, t: number, k: number): boolean {
  const person = nodeOf(doc, k, 'person');
  const number = person === null ? null : featuresOf(person)?.number;
  // "the death of a gunman", "the arrest of a gunman": whom it befell
  if (number === 'sg' && !isDefinite(doc, k) && k === t && doc.at[t - 1].some(befallsSomebody)) return true;
  if (number !== 'pl' && number !== 'du') return false;
  return !doc.at[t - 1].some((node) => node.kind === 'event' && node.word !== null && featuresOf(node)?.number === 'du');
}

const befallsSomebody = (node: Node<any>): boolean => {
  const sense = node.kind === 'event' ? senseOf(node) : null;
  return sense !== null && eventSense(sense).outcome !== null;
};

/** "an operation of", "a campaign of", "the crime of" before the happening it carries: the node of that happening, or null. */
export function carriedBy(doc: Doc, i: number, end: number): Node<any> | null {
  const carrier = nodeOf(doc, i, 'carrier');
  if (carrier === null || carrier.end >= end) return null;
  // "a campaign | of | the arrests"
  const of = field(carrier, 'type') !== undefined && field(nodeOf(doc, carrier.end, 'case'), 'role') === 'from';
  const t = of && carrier.end + 1 < end && isDefinite(doc, carrier.end + 1) ? carrier.end + 1 : carrier.end;
  if (!isWord(doc, t) || hasConjunction(doc, t) || attachedPreposition(doc, t) !== 0 || isDefinite(doc, i)) return null;
  // "war crimes" is a word of its own
  if (nodeOf(doc, i, 'event') !== null && nodeOf(doc, i, 'event')!.end > t) return null;
  // "the rebel movement": a group whose second word is in the lists a deed
  if (doc.at[i].some((node) => node.kind === 'person' && node.end > t)) return null;
  let best: Node<any> | null = null;
  const again = nodeOf(doc, t, 'carrier');
  if (again !== null && again.end < end && field(again, 'type') !== undefined && withAdjectives(doc, again.end, end) > again.end)
    return again;
  for (const node of doc.at[t]) {
    if (node.kind !== 'event' || node.word === null || featuresOf(node)?.pos === 'verb' || node.end > end) continue;
    if (neededObject(doc, node, end) < 0) continue;
    // "the movement of the liberation of X": a party, and no wave of liberations
    if (field(node, 'frees') === 'yes' && nodeOf(doc, i, 'party') !== null) return null;
    if (best === null || node.end > best.end) best = node;
  }
  return best !== null && t > carrier.end ? { ...best, start: i } : best;
}

/** A carrier that stands for a happening by itself: with an adjective that tells its kind, or as the object of a verb of doing. */
export function carrierAlone(doc: Doc, i: number, end: number, before: readonly Chunk[]): Node<any> | null {
  const carrier = nodeOf(doc, i, 'carrier');
  if (carrier === null || field(carrier, 'type') === undefined || figureAt(doc, carrier.end) === 'aim') return null;
  if (withAdjectives(doc, carrier.end, end) > carrier.end) {
    const definite = (doc.bits[i] & AL) !== 0;
    return ((doc.bits[carrier.end] & AL) !== 0) === definite ? carrier : null;
  }
  for (let k = before.length - 1; k >= 0 && k >= before.length - 4; k--) {
    if (before[k].kind === 'light' || isClaimed(doc, i, before[k])) return standsAlone(doc, carrier.end, end) ? carrier : null;
    const { kind, mark } = before[k];
    const quotes = kind === 'mark' && (mark === 'close' || mark === 'open' || mark === 'quote');
    if (kind !== 'noun' && kind !== 'date' && kind !== 'word' && kind !== 'case' && !quotes) break;
  }
  return null;
}

/** "announced its responsibility for | the operation", "claimed | the two operations" */
const isClaimed = (doc: Doc, i: number, { kind, node }: Chunk): boolean =>
  isDefinite(doc, i) && (kind === 'responsibility' || (kind === 'say' && field(node, 'act') === 'claim-responsibility'));

/** Nothing follows that would say what kind of operation or campaign it is. */
const standsAlone = (doc: Doc, t: number, end: number): boolean =>
  t >= end ||
  !isWord(doc, t) ||
  hasConjunction(doc, t) ||
  attachedPreposition(doc, t) !== 0 ||
  nodeOf(doc, t, 'case') !== null ||
  nodeOf(doc, t, 'relative') !== null ||
  nodeOf(doc, t, 'event') !== null ||
  nodeOf(doc, t, 'event-adjective') !== null;

/** "two adoptings of it" has the letters of "claimed it": nobody counts such deeds. */
export const isTwoOfIt = (verb: Node<any> | null, noun: Node<any> | null): boolean =>
  verb?.word?.exact === true &&
  verb.word.pronoun !== null &&
  noun !== null &&
  featuresOf(noun)?.pos === 'masdar' &&
  featuresOf(noun)?.number === 'du';
