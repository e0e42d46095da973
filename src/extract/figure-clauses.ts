/** What the clause says of a counted word: "the bodies of four children", "the dead seven", "wounded: 12", "without injuries". */
import type { Outcome } from '../claim/reading.ts';
import { BI, WA } from '../lexicon/analyze.ts';
import { keepsUn } from './case-endings.ts';
import type { Chunk } from './chunk.ts';
import { outcomeOfNoun } from './count-of.ts';
import type { Doc } from './doc.ts';
import { itemAt } from './item-at.ts';
import type { NounPhrase } from './noun-parts.ts';
import { isArmed } from './parties.ts';
import { featuresOf, field, hasConjunction, nodeOf } from './words.ts';

/** "the bodies of four children", "the number of victims of the crash": the noun itself counts nobody. */
export function countsAnew(doc: Doc, chunks: readonly Chunk[], k: number): boolean {
  const noun = chunks[k].noun!;
  if (isCountedBehind(doc, chunks, k) || isOfSameNumber(doc, chunks, k)) return true;
  const next = chunks[k + 1]?.noun ?? null;
  // "the remains of six persons", but not "two bodies, one of them"
  const counts = next?.count != null && next.countNode !== null && next.countNode.kind !== 'another';
  if (noun.count === null && isBodies(doc, noun) && counts && next.start === noun.end && !hasConjunction(doc, next.start))
    return true;
  if (noun.count !== null || noun.features?.number !== 'pl') return false;
  if (noun.kind === 'outcome' && chunks[k + 1]?.noun?.count != null && chunks[k + 1].start === noun.end) {
    return !hasConjunction(doc, chunks[k + 1].start);
  }
  return noun.start > 0 && chunks[k - 1]?.end === noun.start && nodeOf(doc, noun.start - 1, 'total') !== null;
}

/** "61 of the forces of X | and the gunmen | and foreign fighters": the number is of all of them. */
function isOfSameNumber(doc: Doc, chunks: readonly Chunk[], k: number): boolean {
  const noun = chunks[k].noun!;
  if (noun.count !== null || noun.kind !== 'person' || noun.features === null || noun.features.number === 'sg') return false;
  if (!isArmed(noun) || keepsUn(doc, noun.head)) return false;
  let j = k;
  while (j > 0 && hasConjunction(doc, chunks[j].start) && chunks[j].noun !== null && chunks[j].noun!.count === null) j--;
  const first = chunks[j].noun;
  return j < k && first?.count != null && isShare(doc, first) && (first.actor !== null || isArmed(first));
}

/** "61 of the forces" */
function isShare(doc: Doc, { start, end, group }: NounPhrase): boolean {
  for (let i = start + 1; i < end; i++) if (field(nodeOf(doc, i, 'case'), 'role') === 'from') return true;
  return group !== undefined;
}

const isBodies = (doc: Doc, { head }: NounPhrase): boolean => field(nodeOf(doc, head, 'person'), 'outcome') === 'killed';

/** "bodies of four children": what the first noun says of those counted by the second. */
export function bodiesBefore(doc: Doc, chunks: readonly Chunk[], k: number): Outcome | null {
  const before = chunks[k - 1]?.noun ?? null;
  if (before === null || before.count !== null || before.definite || before.end !== chunks[k].start) return null;
  return chunks[k].noun!.count === null ? null : (outcomeOfNoun(before) ?? (isBodies(doc, before) ? 'killed' : null));
}

/** "the dead seven", "wounded: 12": a number told of those named before it, in a clause without a verb. */
export function countedBy(doc: Doc, chunks: readonly Chunk[], k: number): { outcome: Outcome; start: number } | null {
  const noun = chunks[k].noun!;
  if (noun.count === null || (noun.kind !== 'number' && noun.kind !== 'person') || hasConjunction(doc, noun.start)) return null;
  const j = isColon(chunks[k - 1]) ? k - 2 : k - 1;
  const before = chunks[j]?.noun ?? null;
  // "(that) the wounded are 3 civilians": said of those with the article, at the head of the clause
  if (noun.kind === 'person') {
    const heads =
      j === k - 1 && before?.definite === true && before.end === noun.start && (j === 0 || chunks[j - 1].kind === 'that');
    if (!heads) return null;
  }
  if (before === null || before.kind !== 'outcome' || before.count !== null || !mayBeMany(doc, before)) return null;
  const opens =
    j === 0 ||
    chunks[j - 1].kind === 'mark' ||
    chunks[j - 1].kind === 'that' ||
    chunks[j - 1].noun?.kind === 'number' ||
    hasConjunction(doc, before.start);
  const outcome = outcomeOfNoun(before);
  return opens && outcome !== null ? { outcome, start: before.start } : null;
}

/** "the wounded" of two is written like that of many. */
const mayBeMany = (doc: Doc, { head, features, definite }: NounPhrase): boolean =>
  features?.number === 'pl' ||
  (definite && doc.at[head].some((node) => node.kind === 'outcome' && featuresOf(node)?.number === 'pl'));

const isColon = (chunk: Chunk | undefined): boolean =>
  chunk?.kind === 'mark' && (chunk.mark === 'colon' || chunk.mark === 'dash');

/** The number behind this word for the dead is told of it. */
function isCountedBehind(doc: Doc, chunks: readonly Chunk[], k: number): boolean {
  const n = isColon(chunks[k + 1]) ? k + 2 : k + 1;
  return chunks[n]?.noun != null && chunks[n].noun.kind === 'number' && countedBy(doc, chunks, n) !== null;
}

/** ", speaking of the toll": an accusative behind a comma, or behind a verb with its pronoun ("we deem him a martyr"), says in what state somebody is, and counts nobody. */
export function isCircumstance(doc: Doc, chunks: readonly Chunk[], k: number): boolean {
  const noun = chunks[k].noun!;
  if (noun.count !== null || hasConjunction(doc, noun.start)) return false;
  if (noun.features?.number !== 'sg' || noun.features.state !== 'accusative') return false;
  const before = chunks[k - 1];
  if (before?.kind === 'mark' && before.mark === 'comma') return true;
  // "we deem him | with God | a martyr"
  const j = chunks[k - 2]?.kind === 'case' && before?.noun?.count === null ? k - 3 : k - 1;
  const verb = chunks[j];
  return noun.kind === 'outcome' && verb?.kind === 'verb' && verb.finite && doc.info[verb.start].pronoun !== null;
}

/** "X | in God's keeping": the one person named right before is dead. */
export const liesDead = (chunks: readonly Chunk[], k: number): boolean => {
  const next = chunks[k + 1];
  const opens = k === 0 || chunks[k - 1].kind === 'mark' || chunks[k - 1].kind === 'that';
  return opens && next?.kind === 'result' && !next.finite && field(next.node, 'outcome') === 'killed';
};

/** A bare plural of which it is said that there were none, or that nobody spoke of any. */
export function isNegated(doc: Doc, chunks: readonly Chunk[], k: number): boolean {
  const noun = chunks[k].noun!;
  // "civilians" is written like "two civilians"
  if (noun.count !== null || (noun.features?.number !== 'pl' && noun.features?.number !== 'du')) return false;
  // "whether it led to any dead"
  // "... or wounded"
  const at = chunks[k - 1]?.kind === 'word' && chunks[k - 2]?.noun?.kind === 'outcome' ? k - 2 : k;
  if (at > 0 && nodeOf(doc, chunks[at - 1].start, 'any') !== null && chunks[at - 1].end === chunks[at].start) return true;
  if (isLackOfResult(chunks, k)) return true;
  for (let j = k - 1; j >= 0 && j >= k - 6; j--) {
    const { kind, mark } = chunks[j];
    if (kind === 'negation') return true;
    if (kind === 'case' && mark === 'without') return true;
    // "did not lead to": the attack may stand between
    if (kind === 'result')
      return chunks[j - 1]?.kind === 'negation' || (chunks[j - 1]?.kind === 'that' && chunks[j - 2]?.mark === 'without');
    // "without that news came of injuries"
    if (kind === 'that') return chunks[j - 1]?.kind === 'case' && chunks[j - 1].mark === 'without';
    if (kind === 'mark' || kind === 'contrast' || kind === 'reset') return false;
  }
  return false;
}

/** "the shelling, which hit the edge of the town, did not lead to | casualties": the verb of the result stands before its subject, and "to" behind it. */
function isLackOfResult(chunks: readonly Chunk[], k: number): boolean {
  let about = false;
  for (let j = k - 1; j >= 0 && j >= k - RESULT_WITHIN; j--) {
    const { kind, mark } = chunks[j];
    if (kind === 'case' && (mark === 'about' || mark === 'to')) about = true;
    if (kind === 'that' || kind === 'contrast' || kind === 'reset' || kind === 'say') return false;
    if (kind === 'negation') return about && chunks[j + 1]?.kind === 'result';
  }
  return false;
}

/** "the shelling did not lead to | casualties", "without the shelling leading to | casualties": the words say that nobody was harmed, whatever the shelling hit. */
export function lacksResult(chunks: readonly Chunk[], k: number): boolean {
  if (isLackOfResult(chunks, k)) return true;
  for (let j = k - 1; j > 1 && j >= k - RESULT_WITHIN; j--) {
    const { kind } = chunks[j];
    if (kind === 'result') return isDidNot(chunks[j - 1]) || (chunks[j - 1].kind === 'that' && chunks[j - 2].mark === 'without');
    if (kind === 'mark' || kind === 'contrast' || kind === 'reset' || kind === 'say' || kind === 'that') return false;
  }
  return false;
}

/** "will not lead to", "so that it does not lead to" tell of nothing that was. */
const isDidNot = (chunk: Chunk): boolean => chunk.kind === 'negation' && field(chunk.node, 'time') === 'past';

/** How many chunks its subject may be long. */
const RESULT_WITHIN = 14;

/** "claimed the lives of 5": the result verb itself says what happened. */
export function resultOutcome(doc: Doc, chunks: readonly Chunk[], k: number): Outcome | null {
  const taken = takenWith(doc, chunks, k);
  if (taken !== null) return taken;
  for (let j = k - 1, steps = 3; j >= 0 && steps > 0; j--) {
    // "fell victim to the shelling of the town | 3 people": where the deed was done
    if (chunks[j].kind !== 'place' && chunks[j].kind !== 'case') steps--;
    // "the youth X | son of Y": who he is
    if (j === k - 1 && isKnownPerson(chunks[j]) && (chunks[k].bits & WA) === 0) return null;
    if (chunks[j].kind === 'result') return takesWith(chunks[j]) && !isWith(chunks[k]) ? null : outcomeOfResult(chunks[j]);
    // "fell victim to (these) raids": the deed is named between
    const before = itemAt(chunks, j - 1)?.kind === 'pronoun' ? itemAt(chunks, j - 2) : itemAt(chunks, j - 1);
    if (chunks[j].kind === 'event' && before?.kind === 'result' && field(before.node, 'outcome') !== undefined) continue;
    if (chunks[j].kind === 'event' || chunks[j].kind === 'say') return null;
  }
  return null;
}

/** A verb that has those who died behind "with", and whoever stands between is none of them. */
const takesWith = ({ node }: Chunk): boolean => field(node, 'with') === 'yes';
const isWith = ({ bits }: Chunk): boolean => (bits & BI) !== 0;
const outcomeOfResult = ({ node }: Chunk): Outcome | null => (field(node, 'outcome') as Outcome | undefined) ?? null;

/** "took away a mine that somebody had planted in X | with four guards": the verb stands before all that is told of the deed. */
function takenWith(doc: Doc, chunks: readonly Chunk[], k: number): Outcome | null {
  if (!isWith(chunks[k])) return null;
  for (let j = k - 1; j >= 0 && j >= k - RESULT_WITHIN; j--) {
    const { kind, mark, finite, start } = chunks[j];
    if (kind === 'result') return takesWith(chunks[j]) ? outcomeOfResult(chunks[j]) : null;
    if (kind === 'say' || kind === 'that' || kind === 'contrast' || kind === 'reset' || (kind === 'mark' && mark !== 'comma'))
      return null;
    if (finite && hasConjunction(doc, start)) return null;
  }
  return null;
}

const isKnownPerson = ({ noun }: Chunk): boolean => noun !== null && noun.kind === 'person' && noun.definite;

/** "the martyr X as a result of shelling": an obituary that tells what its one person died of. */
export const diedOf = (chunks: readonly Chunk[], k: number): boolean =>
  (chunks[k + 1]?.kind === 'cause' || chunks[k + 1]?.kind === 'agent') &&
  chunks[k].noun!.kind === 'outcome' &&
  outcomeOfNoun(chunks[k].noun!) === 'killed';

/** "in God's keeping | the youth X": the word before says what happened to its one person. */
export const fellTo = (doc: Doc, chunks: readonly Chunk[], k: number): boolean =>
  itemAt(chunks, k - 1)?.kind === 'result' && (doc.bits[chunks[k].start] & BI) === 0 && resultOutcome(doc, chunks, k) !== null;

/** "on the charge of | killing five" */
export const afterCharge = (chunks: readonly Chunk[], k: number): boolean =>
  chunks[k - 1]?.kind === 'case' && chunks[k - 1].mark === 'charge';
