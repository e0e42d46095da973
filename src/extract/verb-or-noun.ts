/** Whether a word that may be a verb is one here: decided by what stands before it in its clause. */
import { AL, BI, FA, KA, LI, WA } from '../lexicon/analyze.ts';
import { fieldsOf } from '../lexicon/lexicon.ts';
import type { Node } from '../rules/node.ts';
import { ALEF } from '../text/letters.ts';
import { keepsAn } from './case-endings.ts';
import type { Chunk } from './chunk.ts';
import { hasObjectOfItsOwn, isBeforeItsVerb, isDeedNoun, isWhatIsSaid, tellsAnother } from './deed-nouns.ts';
import { describesOne } from './deeds-of-one.ts';
import type { Doc } from './doc.ts';
import { areSeveral, isPairedNoun, laysIt, nationOf, plants } from './homographs.ts';
import { hasItsObject } from './noun-acting.ts';
import { isNominativePlural } from './noun-closed.ts';
import { ranksDeed } from './ranked.ts';
import { saysWhoStruckIt } from './resumed.ts';
import { isOneMore } from './say-or-noun.ts';
import { isBehindClause } from './saying-on.ts';
import { attackTypes, eventSense, lightSense } from './senses.ts';
import { isDocument } from './sources.ts';
import { speaksInName } from './spokesman.ts';
import { tellsOfAttack } from './told-in-it.ts';
import { foiledAndTook } from './tried.ts';
import { wantsNoun } from './wants-noun.ts';
import {
  attachedPreposition,
  featuresOf,
  field,
  hasConjunction,
  hasPronoun,
  isDefinite,
  isFiniteVerb,
  isWord,
  looseOfToken,
  nodeAmong,
  nodeOf,
  readings,
  senseOf,
} from './words.ts';

/** A participle of saying works as a circumstance ("adding that") only when it is indefinite and stands after a comma or the clause. */
export function isCircumstance(doc: Doc, i: number, node: Node<any>, before: Chunk[]): boolean {
  const pos = featuresOf(node)?.pos;
  if (pos !== 'participle') return false;
  if (isDefinite(doc, i) || attachedPreposition(doc, i) !== 0 || isOneMore(doc, i, before)) return false;
  // "Taliban" has the letters of "two who ask": a circumstance is no nominative
  if (featuresOf(node)?.number === 'du' && keepsAn(doc, i)) return false;
  // "(stormed) the seat of the police", "(struck) a seat of the movement" have the letters of "admitting", which goes on with what is admitted
  const isThing = (nodeOf(doc, i, 'thing') ?? nodeOf(doc, i, 'place-class')) !== null;
  if (isThing && !(looseOfToken(doc, i).endsWith(ALEF) && (doc.bits[i + 1] & BI || nodeOf(doc, i + 1, 'that')))) return false;
  const previous = before.at(-1);
  return (
    previous === undefined ||
    hasConjunction(doc, i) ||
    // "abducted | the gunmen | (female) students of X", who ask for nothing
    (isBehindClause(doc, i, previous) && !(namesSomebody(doc, i) && areWomen(node))) ||
    // "they withdrew, | denying", but "was hurt | a student" (one who demands)
    (previous.finite && previous.kind !== 'say' && previous.kind !== 'light' && !namesSomebody(doc, i))
  );
}

const areWomen = (node: Node<any>): boolean => featuresOf(node)?.number === 'pl' && featuresOf(node)?.gender === 'f';
const namesSomebody = (doc: Doc, i: number): boolean =>
  doc.at[i].some(({ kind }) => kind === 'person' || kind === 'outcome' || kind === 'title' || kind === 'source');

const isOne = ({ noun }: Chunk): boolean => noun !== null && noun.count === null && noun.features?.number === 'sg';

/** "a number" in the accusative is written like "they two enumerated": a dual verb needs two before it. */
export function isDualWithoutTwo(doc: Doc, i: number, verb: Node<any>, before: Chunk[]): boolean {
  if (featuresOf(verb)?.number !== 'du' || hasConjunction(doc, i)) return false;
  const last = before.at(-1);
  const kind = last?.kind;
  // "two raids | hit"
  if (kind === 'event' && !last!.finite && last!.node !== null && featuresOf(last!.node)?.number === 'du') return false;
  // "(achieved) the army | an advance"
  const deed = before.at(-2);
  if (kind === 'noun' && deed?.finite === true && deed.end === last!.start && isOne(last!)) return true;
  return (
    kind === 'event' ||
    kind === 'verb' ||
    kind === 'light' ||
    kind === 'say' ||
    kind === 'case' ||
    kind === 'result' ||
    kind === 'continue'
  );
}

/** "a video that X posted", "X posted a statement" are written like "deployed": beside a document or footage it is published. */
export function publishes(doc: Doc, i: number, before: readonly Chunk[]): boolean {
  if (nodeOf(doc, i, 'say') === null) return false;
  const at = before.slice(-5).findLast((c) => c.kind !== 'relative' && c.kind !== 'mark' && c.kind !== 'word');
  if (at !== undefined && (at.kind === 'evidence' || (at.noun !== null && isDocument(at.noun)))) return true;
  for (let t = i + 1; t < doc.length && t <= i + OBJECT_WITHIN && isWord(doc, t); t++) {
    if (isFiniteVerb(doc, t) || nodeOf(doc, t, 'case') !== null) return false;
    if (isDefinite(doc, t)) continue;
    if (
      nodeOf(doc, t, 'evidence') !== null ||
      nodeOf(doc, t, 'roster') !== null ||
      field(nodeOf(doc, t, 'source'), 'class') === 'statement'
    )
      return true;
  }
  return false;
}

/** How many words a subject has at most before the object that settles what its verb means. */
const OBJECT_WITHIN = 5;

/** The word after a verb of saying is who says it, unless it is nothing but a verb of what befell people behind "explained", whose colon was lost. */
export const followsSaying = (doc: Doc, i: number, previous: Chunk): boolean =>
  previous.kind === 'say' && previous.finite && previous.end === i && !hasConjunction(doc, i) && !befalls(doc, i);

const befalls = (doc: Doc, i: number): boolean =>
  !doc.info[i].nominal &&
  i + 1 < doc.length &&
  (nodeOf(doc, i + 1, 'quantity') !== null || nodeOf(doc, i + 1, 'number') !== null) &&
  doc.at[i].some((n) => n.kind === 'event' && featuresOf(n)?.tense === 'past' && eventSense(senseOf(n)!).outcome !== null);

/** Alef with hamza below. */
const BELOW = '\u0625';
const isAfterSay = ({ node }: Chunk): boolean => node?.word?.exact === true && node.word.surface.strict.includes(BELOW);

export function mayBeVerb(doc: Doc, i: number, before: Chunk[]): boolean {
  const previous = before.at(-1);
  if (previous === undefined) return true;
  if (followsSaying(doc, i, previous)) return false;
  // "who speaks in the name of | the gathering": nobody speaks in the name of a verb
  if (previous.noun !== null && previous.end === i && speaksInName(doc, previous.noun)) return false;
  // "said that | the answer of X" has the letters of "answered": behind the "that" of "say" stands a noun
  if (previous.kind === 'that' && isAfterSay(previous) && !hasPronoun(doc, previous.start)) return false;
  if (previous.kind === 'case' && doc.info[previous.start].pronoun === null && !hasConjunction(doc, i) && previous.end === i) {
    // a preposition takes no finite verb: the word is an unknown noun written alike
    return previous.mark === 'other' || previous.mark === 'without' ? true : !doc.info[i].nominal && previous.mark === 'since';
  }
  return true;
}

/** "artillery shelling of the town", "heavy fighting", "a Turkish shelling": an adjective of happenings or of a nation stands behind the noun; nobody is called so. */
function isDescribed(doc: Doc, i: number): boolean {
  if (i + 1 >= doc.length) return false;
  const adjective = areSeveral(doc, i + 1) ? null : (nodeOf(doc, i + 1, 'event-adjective') ?? nationOf(doc, i + 1));
  if (adjective === null || adjective.end !== i + 2 || isDefinite(doc, i + 1) || hasConjunction(doc, i + 1)) return false;
  if (nodeOf(doc, i + 1, 'person') !== null && hasObjectBehind(doc, i + 2)) return false;
  // whoever was killed may well be called so: "killed an artilleryman"
  return doc.at[i].some((node) => {
    const sense = node.kind === 'event' && node.end === i + 1 && featuresOf(node)?.pos !== 'verb' ? senseOf(node) : null;
    return sense !== null && eventSense(sense).outcome === null;
  });
}

/** "shelling | by X": a verb has its doer beside it, and only a noun has him behind "of". */
function isOfParty(doc: Doc, i: number): boolean {
  if (!(doc.bits[i + 1] & LI) || i + 1 >= doc.length || doc.info[i + 1].pronoun !== null || !isAttackNoun(doc, i)) return false;
  const named = doc.detached[i + 1] === 1 ? i + 3 : i + 1;
  if (named >= doc.length || nodeAmong(doc, named, parties) === null) return false;
  const { noun } = readings(doc, i, 'event');
  return eventSense(senseOf(noun)!).outcome === null;
}

const parties: ReadonlySet<string> = new Set(['actor', 'actor-short']);

/** "sniped at | a gunman of X | a child": somebody in the accusative, or counted, stands behind whoever the adjective may be. */
function hasObjectBehind(doc: Doc, from: number): boolean {
  for (let t = from; t < doc.length && t <= from + 2 && isWord(doc, t); t++) {
    if (attachedPreposition(doc, t) !== 0 || nodeOf(doc, t, 'case') !== null || hasConjunction(doc, t)) return false;
    if (nodeOf(doc, t, 'quantity') !== null) return true;
    if (doc.info[t].pronoun !== null && field(nodeOf(doc, t, 'person'), 'kin') === 'yes') return true;
    if (nodeOf(doc, t, 'person') !== null && !isDefinite(doc, t) && looseOfToken(doc, t).endsWith(ALEF)) return true;
  }
  return false;
}

/** "the committees, | (the) foremost of the groups", "the biggest | attack": written like "highlighted", "magnified". */
export const isForemost = (doc: Doc, i: number, before: readonly Chunk[]): boolean =>
  nodeOf(doc, i, 'foremost') !== null &&
  !hasConjunction(doc, i) &&
  ((before.at(-1)?.kind === 'mark' && before.at(-1)?.mark === 'comma' && before.at(-2)?.noun != null) || ranksDeed(doc, i));

export function readsAsVerb(doc: Doc, i: number, before: Chunk[]): boolean {
  if (doc.bits[i] & (AL | BI | KA)) return false;
  if (isDescribed(doc, i) || isPairedNoun(doc, i) || isOfParty(doc, i) || isBeforeItsVerb(doc, i)) return false;
  if (before.length > 0 && followsSaying(doc, i, before[before.length - 1])) return false;
  const previous = before.at(-1) ?? null;
  if (hasObjectOfItsOwn(doc, i) || (previous?.kind === 'additional' && isDeedNoun(doc, i))) return false;
  // "went so far | gunmen as to": the nominative is no genitive of a noun
  if ((doc.bits[i] & ~(WA | FA)) === 0 && previous?.kind !== 'case' && isNominativePlural(doc, i + 1)) return true;
  // "repelled an attempt | to advance"
  if (previous?.kind === 'word' && previous.node?.kind === 'unreal') return false;
  // "before the advance of" is written like "she presents": a preposition takes the noun
  const behind =
    previous?.kind === 'case' && previous.end === i && doc.info[previous.start].pronoun === null && doc.info[i].nominal;
  if (isWhatIsSaid(doc, i, before) || wantsNoun(doc, i, before)) return false;
  for (const node of doc.at[i]) {
    const features = featuresOf(node);
    if (features?.pos === 'verb' && features.tense === 'present' && node.word?.exact && !(doc.bits[i] & LI) && !behind)
      return true;
  }
  if (previous === null) return true;
  // "were able | to kill", whose object is written like the verb
  if (previous.kind === 'verb' && previous.finite && field(previous.node, 'able') === 'yes' && doc.bits[i] === 0) return false;
  if (tellsOfAttack(doc, i, before)) return true;
  // "a member of the group | opened fire": who does it stands before it
  if (previous.noun?.kind === 'person' && previous.end === i && doc.bits[i] === 0 && hasItsObject(doc, i, doc.length))
    return true;
  if (describesOne(doc, i, previous)) return true;
  switch (previous.kind) {
    case 'case':
      return doc.info[previous.start].pronoun !== null && previous.mark !== 'without';
    case 'agent':
      // "by bullets and shelling": what is joined to them is written like a verb
      return hasConjunction(doc, i) && !isAttackNoun(doc, i) ? lastActing(doc, i, before) : false;
    case 'cause':
    case 'unreal':
    case 'rank':
    case 'hearsay':
      return hasConjunction(doc, i) ? lastActing(doc, i, before) : false;
    case 'additional':
      // "besides | its capture of a number of"
      return !doc.info[i].nominal || previous.end !== i;
    case 'result':
    case 'light':
      return hasConjunction(doc, i) ? lastActing(doc, i, before) : false;
    case 'that':
      return hasPronoun(doc, previous.start);
    case 'negation':
      return field(previous.node, 'governs') !== 'noun';
    case 'relative':
    case 'modal':
    case 'was':
      return previous.mark !== 'without';
    case 'say':
      // "in a statement | that its site published (it)": the verbal noun of saying is what was said
      return !previous.finite && doc.info[i].pronoun !== null && !hasConjunction(doc, i);
    case 'event':
      // "shelling launched-it X": after a verbal noun a verb of doing with an object pronoun tells who did it
      return hasConjunction(doc, i)
        ? previous.finite || foiledAndTook(doc, i, before, before.length - 1)
        : !previous.finite &&
            !isSomebody(doc, i, previous) &&
            (doc.info[i].pronoun !== null
              ? nodeOf(doc, i, 'light') !== null || ascribes(doc, i) || plants(doc, i)
              : takesPlace(doc, i));
    case 'reset':
      // "and it confirmed at the same time | the launching of raids": what was confirmed
      return !(before.at(-2)?.kind === 'say' && before.at(-2)?.finite === true && !hasConjunction(doc, i));
    case 'contrast':
    case 'continue':
    case 'conjunction':
    case 'background':
      return true;
    case 'mark':
      if (previous.mark === 'comma' && hasConjunction(doc, i)) return lastActing(doc, i, before) || tellsAnother(doc, i, before);
      if (previous.mark === 'comma' && doc.info[i].nominal && isAnnounced(before)) return false;
      // "said that «the shelling of X goes on»": behind "that" stands a noun, whatever mark opens what is said
      if ((previous.mark === 'open' || previous.mark === 'quote') && before.at(-2)?.kind === 'that')
        return hasPronoun(doc, before.at(-2)!.start);
      return true;
    case 'noun':
    case 'place':
    case 'date':
    case 'word':
    case 'pronoun':
      // "what was said"
      if (nodeOf(doc, previous.start, 'what') !== null) return true;
      if (hasConjunction(doc, i) || nodeOf(doc, previous.start, 'or') !== null) return lastActing(doc, i, before);
      // "43 operations of storming"
      if (
        previous.noun?.count != null &&
        !isDefinite(doc, previous.noun.head) &&
        nodeOf(doc, previous.end - 1, 'carrier') !== null
      )
        return false;
      // "an attack with rockets launched-it X"
      if (doc.info[i].pronoun !== null && (nodeOf(doc, i, 'light') !== null || ascribes(doc, i)) && afterAttack(before))
        return true;
      // "a statement that X read out"
      if (doc.info[i].pronoun !== null && previous.noun !== null && isDocument(previous.noun) && !previous.noun.definite)
        return true;
      if (doc.info[i].pronoun !== null && (saysWhoStruckIt(doc, i, before) || laysIt(doc, i, previous.noun))) return true;
      // subject before verb: the phrase stands at the beginning of its clause and nothing has acted yet
      return opensClause(before) || agreesWithTwo(doc, i, before);
    default:
      return true;
  }
}

/** "the killing of | an uncle" is written like "became general": whom the verbal noun is of. */
const isSomebody = (doc: Doc, i: number, previous: Chunk): boolean =>
  previous.end === i && doc.info[i].nominal && nodeOf(doc, i, 'person')?.word?.exact === true;

const isAttackNoun = (doc: Doc, i: number): boolean => {
  const { noun } = readings(doc, i, 'event');
  const sense = senseOf(noun);
  return sense !== null && attackTypes.has(eventSense(sense).types[0]);
};

/** "the army announced, on Monday, | its shelling of": what a verb of saying and its speaker still lack behind a day between commas. */
function isAnnounced(before: readonly Chunk[]): boolean {
  let k = before.length - 2;
  while (
    k > 0 &&
    k >= before.length - 2 - WITH &&
    (before[k].kind === 'date' || before[k].kind === 'word' || before[k].kind === 'case')
  )
    k--;
  if (k === before.length - 2 || before[k]?.kind !== 'mark' || before[k].mark !== 'comma') return false;
  const [say, speaker] = before.slice(k - 2, k);
  // "the army went on, for the third day, | shelling"
  if (speaker?.kind === 'noun' && say.kind === 'light' && say.finite) return lightSense(senseOf(say.node)!).takes.has('direct');
  return speaker?.kind === 'noun' && say.kind === 'say' && say.finite && fieldsOf(senseOf(say.node)!, 'frame').includes('np');
}

/** Coordination follows the category of the word it continues: "killed 3 and wounded 5", "the killing of 3 and wounding of 5". */
function lastActing(doc: Doc, i: number, before: Chunk[]): boolean {
  for (let k = before.length - 1; k >= 0; k--) {
    const kind = before[k].kind;
    if (kind === 'event') return before[k].finite || foiledAndTook(doc, i, before, k);
    if (kind === 'result' || kind === 'cause') return false;
    if (kind === 'say' || kind === 'verb' || kind === 'light') return true;
  }
  return true;
}

/** "that two guards from the directorate were-both-killed": the same letters are a noun, but the clause began with two. */
function agreesWithTwo(doc: Doc, i: number, before: readonly Chunk[]): boolean {
  const verb = doc.at[i].map((node) => featuresOf(node)).find((f) => f?.pos === 'verb' && f.number === 'du');
  if (verb === undefined) return false;
  for (let k = before.length - 1; k >= 0; k--) {
    const { kind, noun } = before[k];
    if (kind !== 'noun' && kind !== 'place' && kind !== 'case' && kind !== 'rank' && kind !== 'date') return false;
    const opens = k === 0 || before[k - 1].kind === 'that' || before[k - 1].kind === 'contrast';
    if (opens) return kind === 'noun' && noun !== null && (noun.features?.number === 'du' || noun.count?.low === 2);
  }
  return false;
}

function opensClause(before: Chunk[]): boolean {
  for (let k = before.length - 1; k >= 0; k--) {
    const chunk = before[k];
    if (
      chunk.kind === 'event' ||
      chunk.kind === 'verb' ||
      chunk.kind === 'say' ||
      chunk.kind === 'light' ||
      chunk.kind === 'result'
    )
      return false;
    // "in the governorate of X | pointed | the source out that": where it is told of stands before the verb
    if (k === 0 && chunk.kind === 'case' && chunk.mark === 'in' && before[1]?.kind === 'place') return true;
    if (chunk.kind === 'case' || chunk.kind === 'cause' || chunk.kind === 'agent') return false;
    if (chunk.kind === 'mark' && chunk.mark !== 'open' && chunk.mark !== 'quote') return true;
    if (chunk.kind === 'that' || chunk.kind === 'contrast' || chunk.kind === 'reset' || chunk.kind === 'continue') return true;
  }
  return true;
}

/** "an attack happened (fell)": written like "impact". */
const takesPlace = (doc: Doc, i: number): boolean => {
  const { verb } = readings(doc, i, 'light');
  const sense = senseOf(verb);
  if (sense === null || featuresOf(verb!)?.tense !== 'past') return false;
  // "an attack launched on": no noun stands between an attack and its target
  const next = nodeOf(doc, i + 1, 'case') ?? nodeOf(doc, i + 1, 'date');
  return lightSense(sense).subject === 'event' || (lightSense(sense).subject === 'actor' && next !== null);
};

/** How many chunks may stand between the attack and the word. */
const WITH = 5;

/** Nothing but what the attack was made with stands between it and the word. */
function afterAttack(before: readonly Chunk[]): boolean {
  for (let k = before.length - 1; k >= 0 && k >= before.length - WITH; k--) {
    const { kind, node, finite, bits } = before[k];
    const sense = senseOf(node);
    if (kind === 'event') return !finite && sense !== null && attackTypes.has(eventSense(sense).types[0]);
    if (kind !== 'date' && kind !== 'word' && !(kind === 'noun' && (bits & BI || before[k - 1]?.kind !== 'case'))) return false;
  }
  return false;
}

/** "an attack ascribed-it the government to ...": the same letters are "its percentage". */
const ascribes = (doc: Doc, i: number): boolean => {
  const said = nodeOf(doc, i, 'say');
  return said !== null && field(said, 'ascribes') === 'yes';
};

/** "t-w-q-'": "expected" rather than the rarer "she causes": of two readings with the same letters the past tense is the commoner in reports. */
export const isCommoner = (a: Chunk, b: Chunk): boolean => tenseOf(a) === 'past' && tenseOf(b) === 'present';

const tenseOf = ({ finite, node }: Chunk): string | null => (finite && node !== null ? (featuresOf(node)?.tense ?? null) : null);

/** "did not" has a verb behind it, also one that no list holds. */
export const isGovernedVerb = (doc: Doc, i: number, previous: Chunk | null): boolean =>
  previous !== null &&
  previous.end === i &&
  doc.info[i].unknown &&
  isWord(doc, i) &&
  field(previous.node, 'governs') === 'verb' &&
  !isDefinite(doc, i);
