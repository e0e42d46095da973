/**
 * A sentence as a row of chunks: noun phrases, places, dates, acting words, and the small words between them. Each token belongs to one chunk, so what
 * a word is in its clause is decided once, from left to right, and every later step reads the same row.
 */
import { AL, BI, WA } from '../lexicon/analyze.ts';
import type { Node } from '../rules/node.ts';
import { Kinds } from '../text/key-mark.ts';
import { actingWord } from './acting-word.ts';
import { lifeYearEnd } from './ages.ts';
import {
  backersEnd,
  hourEnd,
  howEnd,
  isAdverbHere,
  isCountedBy,
  isHedge,
  quotedManner,
  repetitionEnd,
  withManner,
} from './asides.ts';
import { besideEnd } from './beside.ts';
import { betweenTowns } from './between-towns.ts';
import { followsPlaceInBrackets, settleBracket } from './bracket-tolls.ts';
import { circumstanceAt } from './circumstances.ts';
import {
  ACTING,
  AWAY,
  COUNTED,
  EVENT,
  LIVES,
  noteSentence,
  OPENING,
  RANKING,
  REGISTERED,
  SMALL,
  TIMED,
  VERBAL,
} from './class-groups.ts';
import { closedWord } from './closed-word.ts';
import { withoutCompany } from './company.ts';
import { describesIt } from './descriptions.ts';
import type { Doc } from './doc.ts';
import { spentEnd } from './event-words.ts';
import { saysHowOneFell } from './fallen.ts';
import { withGroupsBeforeNumbers } from './group-before-number.ts';
import { withoutHolders } from './held-by.ts';
import { describesForce, isOfPlace, isPrison } from './homographs.ts';
import { isListNumber } from './list-numbers.ts';
import { lostKinAt } from './losses.ts';
import { manages } from './managing.ts';
import { namelessEnd } from './nameless.ts';
import { filled, make, marked } from './new-chunk.ts';
import { isOfDeed } from './noun-closers.ts';
import { isOneOfThem, isSpentCount, oneOf } from './noun-count.ts';
import { quotesHappening } from './noun-marks.ts';
import type { NounPhrase } from './noun-parts.ts';
import { readNoun } from './noun-phrase.ts';
import { objectEnd } from './object-of-saying.ts';
import { isNthOfThem } from './ordinals.ts';
import { townHere } from './place-governed.ts';
import { ledTownEnd, townStruckEnd } from './place-led.ts';
import { type Gazetteer, isTownOfWords, type PlacePhrase } from './place-names.ts';
import { quotedPlace, readPlace, strangerPlace } from './place-phrases.ts';
import { endBeforeTown, isTownBehind, preferPlace, sees, strikes, tiesPlace } from './prefer-place.ts';
import { repelsMove, takeRepelled } from './repelled.ts';
import { allegesThat, saysOn } from './say-or-noun.ts';
import type { Sentence } from './sentences.ts';
import { setsAgainst } from './set-against.ts';
import { withoutSetOff } from './set-off.ts';
import { passedOverEnd } from './shares.ts';
import { rankOfSmall } from './small-words.ts';
import { withoutSoCalled } from './so-called.ts';
import { isSpeaking, nameOfSpeaker, originOfSpeaker } from './speaker-names.ts';
import { withoutBeliefs } from './suspected.ts';
import { takenLives } from './taken-lives.ts';
import { followsSaying, isGovernedVerb } from './verb-or-noun.ts';
import {
  featuresOf,
  field,
  hasConjunction,
  isDefinite,
  isDigits,
  isFiniteVerb,
  isWord,
  markAt,
  nodeAmong,
  nodeOf,
} from './words.ts';

export type ChunkKind =
  | 'mark'
  | 'noun'
  | 'place'
  | 'date'
  | 'event'
  | 'light'
  | 'say'
  | 'verb'
  | 'that'
  | 'relative'
  | 'case'
  | 'result'
  | 'cause'
  | 'agent'
  | 'according'
  | 'hearsay'
  | 'responsibility'
  | 'reset'
  | 'contrast'
  | 'continue'
  | 'negation'
  | 'was'
  | 'modal'
  | 'condition'
  | 'conjunction'
  | 'background'
  | 'unreal'
  | 'among'
  | 'none'
  | 'rank'
  | 'additional'
  | 'pronoun'
  | 'evidence'
  | 'circumstance'
  | 'word';

export type Chunk = {
  kind: ChunkKind;
  start: number;
  end: number;
  /** Proclitics of the first token. */
  bits: number;
  node: Node<any> | null;
  /** For acting words: read as a finite verb. */
  finite: boolean;
  noun: NounPhrase | null;
  place: PlacePhrase | null;
  /** Name of the punctuation for `mark`; role for `case`. */
  mark: string;
  /** Token of the object that makes a verb a happening ("opened fire"), else -1. */
  object: number;
};

export function chunkSentence(doc: Doc, sentence: Sentence, gazetteer: Gazetteer): Chunk[] {
  const chunks: Chunk[] = [];
  noteSentence(doc, sentence.start, sentence.end);
  let i = sentence.start;
  while (i < sentence.end) {
    const chunk = next(doc, i, sentence.end, gazetteer, chunks);
    chunks.push(chunk);
    if (chunk.mark === 'close-paren') settleBracket(chunks);
    i = chunk.end > i ? chunk.end : i + 1;
  }
  const row = withoutHolders(doc, withoutBeliefs(doc, withoutSoCalled(doc, chunks, gazetteer)));
  return withoutSetOff(doc, withGroupsBeforeNumbers(doc, withoutCompany(doc, row)));
}

function next(doc: Doc, i: number, end: number, gazetteer: Gazetteer, before: Chunk[]): Chunk {
  if (isListNumber(doc, i)) return marked(make(doc, 'mark', i, i + 2), 'comma');
  const mark = markAt(doc, i);
  if (mark !== '') return nextMark(doc, i, end, gazetteer, before, mark);
  // "fired (the) rounds coated with rubber": the whole of its name is the object
  const spent = doc.needed.at[i] === 0 ? i : spentEnd(doc, before, i, end);
  if (spent > i) return make(doc, 'word', i, spent);
  const groups = doc.groups[i];
  return (groups & LEADING) === 0 ? nominal(doc, i, end, gazetteer, before) : lead(doc, i, end, gazetteer, before, groups);
}

function nextMark(doc: Doc, i: number, end: number, gazetteer: Gazetteer, before: Chunk[], mark: string): Chunk {
  const noun = mark === 'comma' ? (before.at(-1)?.noun ?? null) : null;
  const aside = noun !== null ? backersEnd(doc, i, end, noun) : i;
  if (aside > i) return make(doc, 'word', i, aside);
  if (mark === 'open-paren' && nodeOf(doc, i, 'quantity') !== null) return nominal(doc, i, end, gazetteer, before);
  // a quotation mark before a comma closes what was quoted
  if ((mark === 'open' || mark === 'quote') && markAt(doc, i + 1) !== 'comma') {
    const manner = quotedManner(doc, i, end);
    if (manner > i) return make(doc, 'word', i, manner);
    const last = before.at(-1);
    const leads =
      last?.kind === 'case' && ['in', 'on', 'from', 'to'].includes(last.mark) && doc.info[last.start].pronoun === null;
    const place = leads ? quotedPlace(doc, i, end, gazetteer) : null;
    if (place !== null) return { ...make(doc, 'place', i, place.end), bits: doc.bits[i + 1], place };
    const noun = readNoun(doc, i, end, gazetteer);
    if (noun !== null && noun.end > i + 2 && !opensSpeech(before) && !quotesHappening(doc, noun))
      return { ...make(doc, 'noun', i, noun.end), bits: doc.bits[i + 1], noun };
  }
  // "at 11:50"
  if (mark === 'colon' && i > 0 && i + 1 < end && isDigits(doc, i - 1) && isDigits(doc, i + 1))
    return make(doc, 'word', i, i + 1);
  return marked(make(doc, 'mark', i, i + 1), mark);
}

/** Every group of which a word may begin something else than a noun or a place. */
const LEADING = ACTING | AWAY | COUNTED | LIVES | OPENING | RANKING | REGISTERED | SMALL | TIMED | VERBAL;

/** The chunk that a word of such groups begins. */
function lead(doc: Doc, i: number, end: number, gazetteer: Gazetteer, before: Chunk[], groups: number): Chunk {
  const lives = (groups & LIVES) === 0 ? null : takenLives(doc, i, end, before);
  if (lives !== null) return make(doc, 'result', i, i + 1, lives.node);
  const opens = (groups & OPENING) !== 0;
  if (opens && nodeOf(doc, i, 'and') !== null && i + 1 < end) {
    // "and" written apart from its number joins it all the same
    doc.bits[i + 1] |= WA;
    return make(doc, 'word', i, i + 1);
  }
  const verbal = (groups & VERBAL) !== 0;
  const speaker = verbal && namelessEnd(doc, i, end) === i ? nameOfSpeaker(doc, i, end, before) : null;
  if (speaker !== null) return filled(make(doc, 'noun', i, speaker.end), speaker);
  const origin = verbal ? originOfSpeaker(doc, i, end, before) : -1;
  if (origin > i) {
    const speaker = before.at(-1)!;
    speaker.end = origin;
    speaker.noun = { ...speaker.noun!, end: origin };
    return next(doc, origin, end, gazetteer, before);
  }
  const timed = (groups & TIMED) !== 0;
  const again = Math.max(
    timed ? repetitionEnd(doc, i, end) : i,
    (groups & EVENT) === 0 ? i : howEnd(doc, i, end, before),
    (groups & SMALL) === 0 ? i : lifeYearEnd(doc, i, end, before.at(-1)?.noun ?? null),
  );
  if (again > i) return make(doc, 'word', i, again);
  // "said an eyewitness | called Ahmad"
  const called = opens ? nodeOf(doc, i, 'called') : null;
  if (called?.word?.exact && called.end < end && isSpeaking(before)) return make(doc, 'word', i, called.end);
  const kept = Math.max(namelessEnd(doc, i, end), opens ? passedOverEnd(doc, i, end, before, gazetteer) : i);
  if (kept > i) return make(doc, 'word', i, kept);
  const date = timed ? nodeOf(doc, i, 'date') : null;
  if (date !== null && date.end <= end) return make(doc, 'date', i, date.end, date);
  const hour = timed ? hourEnd(doc, i, end) : i;
  if (hour > i) return make(doc, 'word', i, hour);
  const manner = opens && nodeOf(doc, i, 'person') === null ? nodeOf(doc, i, 'manner') : null;
  if (manner !== null && manner.end < end && (nodeOf(doc, i, 'adverb')?.end ?? 0) <= manner.end && !isHedge(doc, i, manner.end))
    return make(doc, 'word', i, withManner(doc, manner.end, end), manner);
  if (opens && manages(doc, i, end)) return make(doc, 'verb', i, i + 1, nodeOf(doc, i, 'managing'));
  if (isNthOfThem(doc, i, before)) return make(doc, 'word', i, i + 1, nodeOf(doc, i, 'ordinal'));
  const previous = before.at(-1) ?? null;
  // "three villages | belonging to the clan of X": whose a place is
  if (previous?.kind === 'place' && previous.end === i && !isDefinite(doc, i) && nodeOf(doc, i, 'belong') !== null)
    return make(doc, 'word', i, nodeOf(doc, i, 'belong')!.end);
  const beside = opens ? circumstanceAt(doc, i, end) : null;
  if (beside !== null)
    return make(doc, field(beside, 'gives') === 'casualties' ? 'result' : 'circumstance', i, beside.end, beside);
  const quantity = (groups & COUNTED) === 0 ? null : nodeOf(doc, i, 'quantity');
  if (quantity !== null && isSpentCount(doc, i, quantity, previous)) return make(doc, 'word', i, i + 1);
  if ((quantity !== null && nodeOf(doc, i, 'none') === null) || (opens && (isOneOfThem(doc, i) || oneOf(doc, i) > i)))
    return nominal(doc, i, end, gazetteer, before);
  if ((groups & EVENT) !== 0 && describesForce(doc, i, previous?.noun ?? null)) return make(doc, 'word', i, i + 1);
  if ((groups & AWAY) !== 0 && nodeOf(doc, i, 'away') !== null && readPlace(doc, i, end, gazetteer, true) !== null)
    return nominal(doc, i, end, gazetteer, before);
  const closed = (groups & SMALL) === 0 ? null : closedWord(doc, i, end, previous);
  const small = closed === null ? null : marked(make(doc, closed.kind, i, closed.node.end, closed.node), closed.mark);
  if (small?.kind === 'case' && setsAgainst(doc, small, end, previous, gazetteer)) return make(doc, 'word', i, small.end);
  // "to the south of Kabul" is a direction
  if (small?.kind === 'case' && (nodeOf(doc, i, 'direction')?.end ?? 0) > small.end)
    return nominal(doc, i, end, gazetteer, before);
  // "close to the border", "close to a school": what stands there is nobody's target
  const near = opens && (small?.kind === 'case' || doc.bits[i] & BI) ? nodeOf(doc, i, 'relation') : null;
  if (field(near, 'kind') === 'near' && near!.end > Math.max(i + 1, small?.end ?? 0) && near!.end < end) {
    if (readPlace(doc, i, end, gazetteer, true) !== null) return nominal(doc, i, end, gazetteer, before);
    return marked(make(doc, 'case', i, near!.end), 'beside');
  }
  const stretch = small?.mark === 'between' ? betweenTowns(doc, i, end, gazetteer, before) : null;
  if (stretch !== null) return stretch;
  if (small !== null && small.end > i + 1) return small;
  // "struck the middle of Beirut"; not "amid reports"
  if (small?.kind === 'case' && small.mark === 'amid' && tiesPlace(doc, i, end, gazetteer))
    return nominal(doc, i, end, gazetteer, before);
  const acts = (groups & ACTING) === 0 || (opens && tiesPlace(doc, i, end, gazetteer)) ? null : actingWord(doc, i, end, before);
  if (acts?.kind === 'event') repelsMove(doc, acts, before);
  if (acts?.kind === 'unreal' && takeRepelled(doc, acts, before)) return make(doc, 'word', i, acts.end, acts.node);
  // a registered name of several words is not cut by what its first word may mean
  const name = (groups & REGISTERED) === 0 ? null : nodeAmong(doc, i, registered);
  if (name !== null && name.end > i + 1 && name.end <= end && name.end > (small?.end ?? 0) && name.end >= (acts?.end ?? 0))
    return nominal(doc, i, end, gazetteer, before);
  if (acts !== null && acts.end > i + 1) return acts;
  // "Khan Younis": the first word alone is "betrayed"; "Omdurman": "or"
  const isName =
    (small !== null || acts?.kind === 'verb') &&
    (isTownOfWords(doc, i, end, gazetteer) || (previous?.kind === 'case' && ledTownEnd(doc, before, i, end) > i + 1));
  const isTown =
    acts !== null && (isTownBehind(doc, previous, i, end, gazetteer) || townHere(doc, i, end, gazetteer, before) !== null);
  if (isName || isTown) return nominal(doc, i, end, gazetteer, before);
  // "and it alleged that" after a comma is no allegation
  if (
    small?.kind === 'hearsay' &&
    acts?.kind === 'say' &&
    acts.finite &&
    (before.length === 0 || previous?.kind === 'continue' || saysOn(doc, i, 'say', before) || allegesThat(doc, i, before))
  )
    return acts;
  // "was lost" is written like "then ... has" before a verb; "(he) lost ... his life" is told by the life
  if (small?.kind === 'modal' && acts?.kind === 'event' && (acts.object > i || !(i + 1 < end && mayActHere(doc, i + 1))))
    return acts;
  if (small !== null && (acts === null || rankOfSmall(small.kind) > 0 || isAdverbHere(doc, acts))) return small;
  if (acts !== null) return acts;
  return nominal(doc, i, end, gazetteer, before);
}

const mayActHere = (doc: Doc, i: number): boolean =>
  isWord(doc, i) && (doc.bits[i] & AL) === 0 && doc.at[i].some((n) => featuresOf(n)?.pos === 'verb');

const registered = new Kinds(['actor', 'outlet', 'source']);
/** After a colon a quotation mark opens speech, not a name. */
const opensSpeech = (before: readonly Chunk[]): boolean => before.at(-1)?.mark === 'colon';

function nominal(doc: Doc, i: number, last: number, gazetteer: Gazetteer, before: readonly Chunk[]): Chunk {
  const previous = before.at(-1) ?? null;
  if (isGovernedVerb(doc, i, previous)) return { ...make(doc, 'verb', i, i + 1), finite: true };
  if (saysHowOneFell(doc, i, before)) return make(doc, 'word', i, i + 1);
  // "in the last pocket": what stands behind a place and says which of several is nobody
  if (previous?.kind === 'place' && previous.end === i && doc.bits[i] === AL && nodeOf(doc, i, 'last') !== null)
    return make(doc, 'word', i, i + 1);
  // "in the region itself"
  if (
    previous !== null &&
    previous.end === i &&
    previous.place !== null &&
    nodeOf(doc, i, 'same') !== null &&
    !hasConjunction(doc, i)
  )
    return make(doc, 'word', i, i + 1);
  // "(others,) the state | of two of them (is critical)"
  const condition = nodeOf(doc, i, 'thing');
  if (
    field(condition, 'condition') === 'yes' &&
    condition!.end < last &&
    (nodeOf(doc, i + 1, 'number') !== null || isOneOfThem(doc, i + 1))
  )
    return marked(make(doc, 'mark', i, i + 1, condition), 'comma');
  // "the border guard opened fire": the object that the verb needs is no part of its subject
  let end = endBeforeTown(doc, i, lostKinAt(doc, before, i, objectEnd(doc, before, i, last)), gazetteer, before);
  if (doc.needed.last > i)
    for (const { finite, object, end: word } of before)
      if (object > i && object < end && (finite || object > word) && !isCountedBy(doc, i, object)) end = object;
  const role = previous !== null && previous.kind === 'case' ? previous.mark : '';
  const joined = (doc.bits[i] & WA) !== 0 && followsPlaceInBrackets(before);
  const within = (doc.bits[i] & BI) !== 0 || role === 'in' || role === 'from' || role === 'to' || joined || sees(before);
  const located = within || role === 'on';
  const struck = townHere(doc, i, end, gazetteer, before);
  if (struck !== null) return filled(make(doc, 'place', i, struck.end), null, struck);
  const place =
    readPlace(doc, i, end, gazetteer, !within && !(role === 'on' && strikes(before))) ??
    strangerPlace(doc, i, Math.max(ledTownEnd(doc, before, i, end), townStruckEnd(doc, before, i, end)), end, gazetteer);
  const noun = readNoun(doc, i, end, gazetteer);
  const beside = place === null ? besideEnd(doc, i, end) : i;
  if (beside > i) {
    // "(went off) beside | a patrol": as good as "with a patrol"
    doc.bits[beside] |= BI;
    return make(doc, 'word', i, beside);
  }
  if (noun !== null && doc.detached[i] === 1) headIsParty(noun);
  // "to-" alone before a quotation that is no noun
  if (doc.detached[i] === 1 && (noun === null || noun.end === i + 1) && place === null) return make(doc, 'word', i, i + 1);
  if (
    noun !== null &&
    ((previous?.kind === 'place' && previous.end === i && isOfPlace(doc, noun)) || describesIt(doc, before, noun))
  )
    return make(doc, 'word', i, noun.end);
  if (previous?.kind === 'noun' && previous.end === i && isOfDeed(doc, previous.start, i)) return make(doc, 'word', i, i + 1);
  // "the town of X, (one) of a Kurdish majority"
  if (
    noun?.definite &&
    before.at(-2)?.kind === 'place' &&
    previous!.end === i &&
    nodeOf(doc, previous!.start, 'same-before') !== null
  )
    return make(doc, 'word', i, noun.end);
  if (place !== null && preferPlace(doc, place, noun, located, previous, gazetteer))
    return filled(make(doc, 'place', i, place.end), noun, place);
  if (noun !== null && located && isPrison(doc, noun)) return make(doc, 'word', i, noun.end);
  if (noun !== null && noun.end > i) {
    const evidence = noun.count === null ? nodeOf(doc, noun.head, 'evidence') : null;
    const chunk = filled(make(doc, evidence === null ? 'noun' : 'evidence', i, noun.end, evidence), noun);
    // "to the BBC": the preposition before a name of several words of which the first alone is another word
    if (noun.node?.start === i && noun.node.end > i + 1) chunk.bits |= noun.node.word?.proclitics ?? 0;
    return chunk;
  }
  if (place !== null) return filled(make(doc, 'place', i, place.end), null, place);
  // "near a gathering" has the letters of "he brought near"
  if (nodeOf(doc, i, 'relation') !== null && !isDefinite(doc, i)) return marked(make(doc, 'case', i, i + 1), 'beside');
  if (
    isWord(doc, i) &&
    isFiniteVerb(doc, i) &&
    !(previous !== null && followsSaying(doc, i, previous)) &&
    !(previous !== null && previous.kind === 'case' && doc.info[previous.start].pronoun === null)
  )
    return { ...make(doc, 'verb', i, i + 1), finite: true };
  return make(doc, 'word', i, i + 1);
}

/** "of-«X»": the party is what the phrase is about, and not the particle that stands apart from it. */
function headIsParty(noun: NounPhrase): void {
  const { actor, kind, start } = noun;
  if (kind !== 'other' || actor === null || actor.start > start + 2) return;
  noun.kind = 'actor';
  noun.head = actor.start;
  noun.node = actor;
}
