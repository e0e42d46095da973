/** What happened to the counted: their own word, the toll they update, the whole they are part of, the deed they suffered, the figure they are joined to. */
import { harmful } from '../claim/outcomes.ts';
import type { Outcome } from '../claim/reading.ts';
import { isTollOfPlace } from './bracket-tolls.ts';
import type { Chunk } from './chunk.ts';
import { outcomeOfNoun } from './count-of.ts';
import { diedWith } from './died-with.ts';
import type { Doc } from './doc.ts';
import { isAttack } from './families.ts';
import { fateDescribed } from './figure-asides.ts';
import { bodiesBefore, liesDead, resultOutcome } from './figure-clauses.ts';
import { joinsOthers } from './figure-lists.ts';
import { ownerOutcome } from './figure-owners.ts';
import { isNumberAlone } from './figure-rise.ts';
import { type FigureDraft, type Happening, takes } from './happening.ts';
import { itemAt } from './item-at.ts';
import { areMissing } from './missing.ts';
import { standsAlone } from './parties.ts';
import { hasConjunction, nodeOf } from './words.ts';

export type Ground = {
  owner: Happening | null;
  whole: FigureDraft | null;
  rise: Outcome | null;
  /** A number that something is said to have risen to. */
  rises: boolean;
  all: readonly FigureDraft[];
  /** They are told of as doers: nothing happened to them. */
  acts: boolean;
};

/** What happened to the counted: their own word, the toll they update, the whole they are part of, the deed they suffered, the figure they are joined to. */
export function outcomeOf(
  doc: Doc,
  chunks: readonly Chunk[],
  k: number,
  { owner, whole, rise, rises, all, acts }: Ground,
): Outcome | null {
  const noun = chunks[k].noun!;
  // "handed over the bodies of 15 fighters", "buried 13 dead": they died before it
  if (owner?.outcome === 'other') return 'other';
  // "protesters" says who they are, and nothing of what happened to them
  const loose = owner === null || owner.outcome === null || owner.sense?.weak === true;
  const word = outcomeOfNoun(noun);
  // "opened fire on three displaced people": who they are, and nothing that the shots did
  const status = word !== null && (word === 'displaced' || takes.has(word)) && owner?.outcome === null && isAttack(owner);
  const own = (status ? null : word) ?? (loose ? fateDescribed(doc, chunks, k) : null);
  // "the death of two of the wounded": what happened last
  const some = noun.count !== null || noun.features?.number === 'sg' || noun.features?.number === 'du';
  const dies = owner?.outcome === 'killed' && owner.sense?.weak !== true && own === 'injured' && some;
  // but "the death of five and a number of wounded": others
  // "and" stands in a chunk of its own before digits, and behind a comma
  let joined = k > 1 && chunks[k - 1].kind === 'word' && standsAlone(doc, chunks[k - 1]) ? k - 2 : k - 1;
  if (joined > 0 && chunks[joined].kind === 'mark' && chunks[joined].mark === 'comma') joined--;
  const others = chunks[k - 1]?.kind === 'additional' || (hasConjunction(doc, noun.start) && all.at(-1)?.chunk === joined);
  const died = dies && !others;
  // "the wounding of four displaced": what they were before
  const dead = owner?.finite === true && owner.outcome === 'killed' && owner.sense?.subject === 'recipient';
  const sure = owner?.sense?.weak !== true || owner.outcome === 'missing' || dead;
  const fled = own === 'displaced' && owner?.outcome != null && owner.outcome !== own && sure;
  // "the release of ten detainees", "a detainee was killed": what befell them now
  const held =
    own !== null && takes.has(own) && owner?.outcome != null && owner.outcome !== own && (owner.sense?.weak !== true || dead);
  // "the bodies of six soldiers who were lost in May"
  if (owner?.outcome === 'missing' && bodiesBefore(doc, chunks, k) === 'killed') return 'killed';
  // "claimed the lives of | four migrants", "of | ten prisoners"
  const lost = own !== null && (own === 'displaced' || takes.has(own)) ? resultOutcome(doc, chunks, k) : null;
  let outcome = lost ?? (own === 'other' ? null : died ? 'killed' : fled || held ? owner!.outcome : own) ?? rise;
  // "1,510 were killed, of them 7 prisoners", "arrested 25, among them former captives": what they were before
  const became =
    whole !== null && (harmful.has(whole.outcome) || (takes.has(whole.outcome) && outcome === own && owner === null));
  if (became && outcome !== null && wereBefore.has(outcome)) outcome = whole.outcome;
  if (whole !== null && (outcome === null || (outcome === 'killed-or-injured' && whole.outcome !== outcome)))
    outcome = whole.outcome;
  const before = all.at(-1);
  // "38 wounded fell, in addition to two children": no dead
  const added = chunks[k - 1]?.kind === 'additional' && before?.noun.kind === 'outcome' && before.chunk >= k - 3;
  if (outcome === null && owner !== null && !added) outcome = ownerOutcome(owner, noun);
  if (outcome === null && before !== undefined && isComprised(doc, chunks, k, before)) outcome = before.outcome;
  if (outcome === null && before !== undefined && followsOn(doc, chunks, before.chunk, k)) outcome = before.outcome;
  if (outcome === null && before !== undefined && listsPlaces(chunks, before.chunk, k)) outcome = before.outcome;
  if (outcome === null && before !== undefined && joinsOthers(doc, chunks, before.chunk, k)) outcome = before.outcome;
  if (outcome === null && before !== undefined && isTollOfPlace(chunks, k)) outcome = before.outcome;
  if (outcome === null && areMissing(doc, chunks, k)) return 'missing';
  if (outcome === null && (noun.count !== null || noun.features?.number !== 'pl') && liesDead(chunks, k)) return 'killed';
  // "a youth died, and with this the number rises to 5": of the same fate
  if (outcome === null && rises && before !== undefined && before.mod !== 'zero' && isNumberAlone(doc, chunks, k))
    return before.outcome;
  return (
    outcome ??
    diedWith(doc, chunks, k, owner) ??
    bodiesBefore(doc, chunks, k) ??
    resultOutcome(doc, chunks, k) ??
    (noun.count === null || acts ? null : own)
  );
}

/** "(ten were wounded,) died | of them | two": what befell those few is the verb's to say, not the whole's. */
export function fateOfVerb(chunks: readonly Chunk[], k: number, happenings: readonly Happening[]): Outcome | null {
  if (itemAt(chunks, k - 1)?.kind !== 'among' || itemAt(chunks, k - 2)?.finite !== true) return null;
  const verb = happenings.find(({ chunk }) => chunk === k - 2);
  return verb === undefined || verb.sense?.weak === true ? null : verb.outcome;
}

const wereBefore: ReadonlySet<Outcome> = new Set<Outcome>([...takes, 'displaced', 'other']);

/** "six families, numbering 43 people" */
const isComprised = (doc: Doc, chunks: readonly Chunk[], k: number, before: FigureDraft): boolean =>
  chunks[k - 1] !== undefined && before.chunk >= k - 3 && nodeOf(doc, chunks[k - 1].start, 'comprising') !== null;

/** "the death of the commander | with | two of his men": they died with him. */
const isCompany = (doc: Doc, chunks: readonly Chunk[], from: number, k: number): boolean =>
  from === k - 2 &&
  chunks[k - 1].kind === 'case' &&
  chunks[k - 1].mark === 'with' &&
  doc.info[chunks[k - 1].start].pronoun === null &&
  (chunks[k].noun!.count !== null ||
    chunks[k].noun!.features?.number === 'du' ||
    doc.info[chunks[k].noun!.head].pronoun !== null);

/** Counted nouns joined by "and" share what happened to them, also over "in the ranks of" and the group named there. */
function followsOn(doc: Doc, chunks: readonly Chunk[], from: number, k: number): boolean {
  if (k - from > 5) return false;
  const { kind: before, start } = chunks[k - 1];
  const too = hasConjunction(doc, start) && nodeOf(doc, start, 'adverb') !== null;
  const conj =
    too ||
    hasConjunction(doc, chunks[k].start) ||
    before === 'additional' ||
    before === 'continue' ||
    isCompany(doc, chunks, from, k) ||
    chunks[k].noun?.additional === true;
  if (!conj) return false;
  for (let j = from + 1; j < k; j++) {
    const { kind } = chunks[j];
    if (kind === 'event' || kind === 'verb' || kind === 'light' || kind === 'result' || kind === 'contrast') return false;
    // "the officer of communications in X and his companion": the pronoun ties him to the first
    const tied = doc.info[chunks[k].noun!.head]?.pronoun != null && j === from + 1;
    // "a youth (was wounded) in his foot and a girl", "a man in his house and a woman"
    const own = kind === 'case' && chunks[j].mark === 'in' ? chunks[j + 1].noun : null;
    if (own?.kind === 'thing' && doc.info[own.head].pronoun !== null) continue;
    if (kind === 'case' && chunks[k].noun!.count === null && !tied && chunks[k].noun!.features?.number !== 'du') return false;
    if (j < k - 1 && k - from > 2 && kind !== 'rank' && kind !== 'noun' && kind !== 'case' && kind !== 'mark' && kind !== 'place')
      return false;
  }
  const after = chunks[k + 1];
  return !after?.finite;
}

/** "7 dead in X, 5 in Y, 3 in Z": a bare number behind a comma, with a place of its own, counts the same. */
function listsPlaces(chunks: readonly Chunk[], from: number, k: number): boolean {
  const { noun } = chunks[k];
  const comma = chunks[k - 1]?.kind === 'mark' && chunks[k - 1].mark === 'comma';
  if (!comma || noun?.kind !== 'number' || noun.count === null || noun.count.mod !== 'exact') return false;
  return isWhere(chunks, k + 1, k + 3) && isWhere(chunks, from + 1, k - 1);
}

const isWhere = (chunks: readonly Chunk[], from: number, to: number): boolean =>
  to - from === 2 && chunks[from]?.kind === 'case' && chunks[from].mark === 'in' && chunks[from + 1]?.place != null;
