/** Small words by their place: which of the readings of one spelling is meant, and what it is behind the chunk before it. */
import { AL } from '../lexicon/analyze.ts';
import type { Node } from '../rules/node.ts';
import { Kinds } from '../text/key-mark.ts';
import { ALEF_MADDA } from '../text/letters.ts';
import type { Chunk, ChunkKind } from './chunk.ts';
import type { Doc } from './doc.ts';
import { names } from './noun-parts.ts';
import { eventSense } from './senses.ts';
import { smallWords } from './small-words.ts';
import { isDocument } from './sources.ts';
import {
  featuresOf,
  field,
  hasConjunction,
  isDefinite,
  isDoubled,
  isWord,
  markAt,
  nodeAmong,
  nodeOf,
  readings,
  senseOf,
} from './words.ts';

const isAbout = (doc: Doc, i: number): boolean => field(nodeOf(doc, i, 'case'), 'role') === 'about';

const isMotherOf = (doc: Doc, i: number, end: number): boolean =>
  i + 1 < end && nodeOf(doc, i, 'kunya') !== null && nodeOf(doc, i + 1, 'given-name') !== null && doc.bits[i + 1] === 0;

/** "said | Ali, a resident of", "added | Ali | that": a name with the letters of a preposition, right behind a verb of saying. */
function isCalledSo(doc: Doc, i: number, end: number, { finite, end: before, node }: Chunk): boolean {
  if (!finite || before !== i || i + 1 >= end || doc.info[i].bits !== 0) return false;
  if (!doc.at[i].some((n) => n.kind === 'given-name' && n.word?.exact === true)) return false;
  // not "told | me | that"
  if (!doc.at[i].some((n) => n.kind === 'case' && field(n, 'role') === 'on')) return false;
  // "stressed 'ala that": the preposition, without the dots of its last letter
  if (nodeOf(doc, i + 1, 'that') !== null) return field(node, 'act') !== 'confirm';
  return (
    markAt(doc, i + 1) === 'comma' ||
    markAt(doc, i + 1) === 'open-paren' ||
    nodeAmong(doc, i + 1, names) !== null ||
    (isWord(doc, i + 1) && doc.info[i + 1].unknown)
  );
}

/** The small word that begins at token `i`, which is of that group, what kind of chunk it makes behind `previous`, and the role of a preposition; or null. */
export function closedWord(
  doc: Doc,
  i: number,
  end: number,
  previous: Chunk | null,
): { node: Node<any>; kind: ChunkKind; mark: string } | null {
  if (previous !== null && previous.kind === 'say' && isCalledSo(doc, i, end, previous)) return null;
  let best: Node<any> | null = null;
  let bestKind: ChunkKind = 'word';
  let bestRank = -1;
  for (const node of doc.at[i]) {
    if (node.end > end) continue;
    const small = smallWords.get(node.kind);
    if (small === undefined) continue;
    const { kind, rank } = small;
    if (!isMeant(doc, i, end, previous, node, kind)) continue;
    // the same spelling before one that differs by a hamza ("and was", "as if")
    const weight = rank + (node.word === null || node.word.exact ? 100 : 0);
    if (best === null || node.end > best.end || (node.end === best.end && weight > bestRank)) {
      best = node;
      bestKind = kind;
      bestRank = weight;
    }
  }
  if (best === null) return null;
  // "a report that mentions that" is no "it is worth mentioning that"
  if (bestKind === 'reset' && field(best, 'recalls') === 'yes' && previous?.noun != null && isDocument(previous.noun))
    return null;
  // "an official in the town points out that": behind its subject it is a verb
  const behind = previous !== null && previous.end === i && (previous.noun !== null || previous.place !== null);
  if (bestKind === 'reset' && best.end > i + 1 && behind && !hasConjunction(doc, i) && isFiniteSay(doc, i)) return null;
  if (bestKind === 'cause' && best.end === i + 1 && previous !== null && previous.kind === 'case') return null;
  // "as" before a verb of saying attributes; at the head of a sentence it only carries on
  if (bestKind === 'according' && previous === null && (field(best, 'object') ?? 'yes') !== 'yes' && best.end === i + 1)
    bestKind = 'continue';
  // "also" in the middle of a clause carries nothing on
  if (bestKind === 'continue' && previous !== null && previous.kind !== 'mark' && nodeOf(doc, i, 'adverb') !== null)
    bestKind = 'word';
  // "executed two children in the field", "killed for its part three civilians": in the middle of a clause that goes on it opens nothing
  if (
    (bestKind === 'reset' || bestKind === 'continue') &&
    goesOnWithin(doc, i, previous) &&
    best.end < end &&
    isWord(doc, best.end) &&
    nodeOf(doc, best.end, 'that') === null &&
    !doc.at[best.end].some((n) => featuresOf(n)?.pos === 'verb') &&
    nodeOf(doc, best.end, 'event') === null
  )
    bestKind = 'word';
  // one word of addition ("others") belongs to the noun it follows
  if (bestKind === 'additional' && best.end === i + 1) return null;
  // "the commander was killed, and-with-him three guards": they are told as if "and" stood there
  if (bestKind === 'case' && field(best, 'role') === 'with' && isJoinedBeside(doc, i, best, end)) bestKind = 'additional';
  if (bestKind === 'case' && previous !== null && isWho(doc, i, end, previous, best)) bestKind = 'relative';
  return { node: best, kind: bestKind, mark: bestKind === 'case' ? (field(best, 'role') ?? 'other') : '' };
}

/** "and with him | two soldiers": joined by "and", its pronoun means who stands before, and somebody follows who does nothing of his own. */
const isJoinedBeside = (doc: Doc, i: number, tie: Node<any>, end: number): boolean =>
  i > 0 &&
  hasConjunction(doc, i) &&
  tie.end < end &&
  (doc.info[tie.end - 1].pronoun !== null || field(tie, 'own') === 'yes') &&
  isWord(doc, tie.end) &&
  nodeAmong(doc, tie.end, nominalsOrCounts) !== null &&
  !doc.at[tie.end].some(({ kind }) => deeds.has(kind) || kind === 'conjunction' || kind === 'that');

/** "it was cells | who | plotted the attack": behind a pronoun and before a deed told by a verb, the letters of "from" say who. */
function isWho(doc: Doc, i: number, end: number, previous: Chunk, from: Node<any>): boolean {
  if (previous.kind !== 'pronoun' || previous.end !== i || from.end !== i + 1 || field(from, 'role') !== 'from') return false;
  if (doc.info[i].pronoun !== null || doc.bits[i] !== 0 || i + 1 >= end || doc.bits[i + 1] !== 0) return false;
  const acts = doc.at[i + 1].some((n) => deeds.has(n.kind) && n.word?.exact === true && featuresOf(n)?.tense === 'past');
  return acts && nodeAmong(doc, i + 1, nominals) === null;
}
const deeds: ReadonlySet<string> = new Set(['event', 'light', 'say']);
const nominalsOrCounts = new Kinds(['person', 'outcome', 'title', 'actor', 'quantity', 'number', 'digits', 'vague', 'kin']);
const nominals = new Kinds(['person', 'outcome', 'place-class', 'source', 'title', 'actor', 'outlet']);

/** The small word of that class is the reading that is meant. */
function isMeant(doc: Doc, i: number, end: number, previous: Chunk | null, node: Node<any>, kind: ChunkKind): boolean {
  const isWithin = goesOnWithin(doc, i, previous);
  // "three others than them": they are set apart, and nothing is negated
  if (kind === 'negation' && doc.info[i].pronoun !== null && nodeOf(doc, i, 'additional') !== null) return false;
  // "rose" and "a rise" are verb and noun; "so that it rises to" only leads to the number
  if (node.kind === 'rise' && field(node, 'purpose') !== 'yes') return false;
  // "the same source": elsewhere it is a soul, or part of a time
  if (node.kind === 'same-before' && !(i + 1 < end && isDefinite(doc, i + 1) && nodeOf(doc, i + 1, 'source') !== null))
    return false;
  // "Akbar Ali | that" is not "on condition that"
  if (kind === 'that' && node.end > i + 1 && isNamed(doc, previous) && nodeAmong(doc, i, names) !== null) return false;
  // "made clear" with its doubled letter is not "between"
  if (
    kind === 'case' &&
    nodeOf(doc, i, 'say') !== null &&
    ((isDoubled(doc, i) && field(node, 'role') === 'between') || clarifies(doc, i, end, previous, node))
  )
    return false;
  if (kind === 'contrast' && field(node, 'strength') === 'weak' && node.end > i + 1) return false;
  // "or" and "mother" are one word: after a deed, "among them" and "and" it is the mother
  const people = previous?.kind === 'event' || previous?.kind === 'among' || hasConjunction(doc, i);
  if (node.kind === 'adverb' && people && nodeOf(doc, i, 'person') !== null) return false;
  // "said the mother of Muhammad": a woman is called after her son
  if (node.kind === 'adverb' && isMotherOf(doc, i, end)) return false;
  // "killed a mother | and her two daughters" is written like "as for"
  const like = kind === 'contrast' ? field(node, 'taken-up') === 'yes' : node.kind === 'adverb' && node.word?.exact === false;
  if (like && isWithin && isMother(doc, i, end)) return false;
  // "Ali" of a foreign name, with its long first letter, is not "to"
  if (node.word?.exact === false && doc.text.charAt(doc.tokens.start[i]) === ALEF_MADDA) return false;
  // "an imam" with its own hamza is not "in front of", nor "a unit" with its dots "alone"
  if (
    (kind === 'case' || node.kind === 'adverb') &&
    node.word?.exact === false &&
    doc.at[i].some((n) => n.kind === 'person' && n.word?.exact === true)
  )
    return false;
  if (kind === 'case' && node.word?.exact === false && isManNamedSo(doc, i, end, previous)) return false;
  // "Brigadier Alan A.": behind a rank, with another stranger behind it, what is not spelled like a small word is a name
  if (node.word?.exact === false && isForeign(doc, i, end, previous)) return false;
  // "seven were wounded | in another attack": within a clause it tells where they were
  if (kind === 'reset' && isWithin && nodeOf(doc, node.end - 2, 'event') !== null && node.end > i + 2) return false;
  // "killed in | a confrontation | with": the deed, and nobody is faced
  if (kind === 'case' && node.end === i + 2 && isDeedAlone(doc, i + 1, end)) return false;
  // "said to me" has the letters of a foreign name
  if (node.kind === 'pronoun' && nodeAmong(doc, i, names) !== null && !(previous?.kind === 'say' && previous.finite))
    return false;
  // small words take no article, but "the responsibility for"
  if (node.word !== null && node.word.proclitics & AL && !(kind === 'responsibility' && isAbout(doc, node.end))) return false;
  if (node.word !== null && node.word.pos === 'verb' && kind !== 'was' && kind !== 'modal' && kind !== 'none') return false;
  return true;
}

/** A deed that no noun follows: a preposition, a mark, a day, its adjective or the end does. */
function isDeedAlone(doc: Doc, i: number, end: number): boolean {
  if (field(nodeOf(doc, i, 'event'), 'object') !== 'none') return false;
  const next = i + 1;
  if (next >= end || !isWord(doc, next) || (doc.bits[next] & ~AL) !== 0) return true;
  const closes = isDefinite(doc, next) ? ['relative', 'date'] : ['case', 'relation', 'date', 'cause', 'event-adjective'];
  return closes.some((kind) => nodeOf(doc, next, kind) !== null);
}

/** "(killed) Ali Hasan", "(killed Muhammad) and Ali Hasan": the first name is written like "on"; whom something befell stands there without a preposition. */
function isManNamedSo(doc: Doc, i: number, end: number, previous: Chunk | null): boolean {
  if (nodeOf(doc, i, 'given-name')?.word?.exact !== true || i + 1 >= end || previous === null) return false;
  const next = nodeOf(doc, i + 1, 'given-name') ?? nodeOf(doc, i + 1, 'family-name');
  if (next?.word?.exact !== true || (doc.bits[i + 1] & ~AL) !== 0) return false;
  if (hasConjunction(doc, i)) return previous.noun?.kind === 'name' || previous.noun?.kind === 'person';
  // "three youths: Ali Hasan", "they are Ali Hasan", "each of Ali Hasan and"
  if (previous.mark === 'colon' || nodeOf(doc, i - 1, 'pronoun') !== null || nodeOf(doc, i - 2, 'each')?.end === i) return true;
  // "(arrested) the army | Ali Hasan": behind the subject of such a verb too
  const verb =
    previous.kind === 'event' ? previous.node : previous.noun === null ? null : nodeOf(doc, previous.start - 1, 'event');
  const sense = senseOf(verb);
  return sense !== null && eventSense(sense).outcome !== null && eventSense(sense).needs === null;
}

/** In the middle of a clause. */
const goesOnWithin = (doc: Doc, i: number, previous: Chunk | null): boolean =>
  previous !== null && (previous.noun !== null || previous.finite) && !hasConjunction(doc, i);

/** The mother, in the accusative: what follows is joined to her, or tied by a preposition. */
const isMother = (doc: Doc, i: number, end: number): boolean =>
  nodeOf(doc, i, 'person') !== null &&
  (i + 1 >= end || !isWord(doc, i + 1) || hasConjunction(doc, i + 1) || nodeOf(doc, i + 1, 'case') !== null);

const isFiniteSay = (doc: Doc, i: number): boolean => readings(doc, i, 'say').verb !== null && nodeOf(doc, i, 'that') === null;

function isForeign(doc: Doc, i: number, end: number, previous: Chunk | null): boolean {
  const noun = previous?.noun ?? null;
  if (noun === null || noun.end !== i || i + 1 >= end || !isWord(doc, i + 1) || !doc.info[i + 1].unknown) return false;
  return nodeOf(doc, noun.end - 1, 'title') !== null;
}

/** How many words who says it may be long. */
const SPEAKER = 9;

/** "and the source made clear that" is written like "and between the source and": nothing is joined before "that". */
function clarifies(doc: Doc, i: number, end: number, previous: Chunk | null, node: Node<any>): boolean {
  if (field(node, 'role') !== 'between') return false;
  if (previous !== null && previous.kind !== 'mark' && previous.kind !== 'reset' && previous.kind !== 'continue') return false;
  if (node.word === null || node.word.pronoun !== null) return false;
  for (let t = i + 1; t < Math.min(end, i + SPEAKER) && isWord(doc, t); t++) {
    if (nodeOf(doc, t, 'that') !== null) return true;
    if (hasConjunction(doc, t)) return false;
  }
  return false;
}

/** The phrase before ends in somebody's name. */
const isNamed = (doc: Doc, previous: Chunk | null): boolean =>
  previous?.noun != null && nodeAmong(doc, previous.end - 1, names) !== null;
