/**
 * Who the counted people are, told behind the count: "three civilians, two children and a woman", "policemen, one of them an officer", "the two brothers X and Y".
 */
import { harmed } from '../claim/outcomes.ts';
import { BI, LI, WA } from '../lexicon/analyze.ts';
import { Kinds } from '../text/key-mark.ts';
import type { Chunk } from './chunk.ts';
import { type Counted, countOf, outcomeOfNoun } from './count-of.ts';
import type { Doc } from './doc.ts';
import { isAdjectiveOf } from './figure-asides.ts';
import type { FigureDraft, Happening } from './happening.ts';
import { isOneOfThem } from './noun-count.ts';
import type { NounPhrase } from './noun-parts.ts';
import { isFewOfThem } from './of-them.ts';
import { areOthers, isArmed, isCountedPeople } from './parties.ts';
import { asideBefore } from './put-between.ts';
import { isStranger } from './strangers.ts';
import { whoOf } from './who-of.ts';
import { isBareState } from './who-suffers.ts';
import { featuresOf, field, hasConjunction, isDefinite, looseOfToken, nodeAmong, nodeOf } from './words.ts';

/** The chunk before `k`, over one comma. */
const beside = (chunks: readonly Chunk[], k: number): number =>
  chunks[k - 1]?.kind === 'mark' && chunks[k - 1].mark === 'comma' ? k - 2 : k - 1;

const opening: ReadonlySet<string> = new Set(['comma', 'colon', 'dash']);

/** How many chunks may tell where and when, before the colon. */
const WHERE = 4;
const when: ReadonlySet<string> = new Set(['date', 'case', 'place']);

/** The chunk that the list at `k` stands behind, over one mark and over what only says how: "29 people were wounded | by bullets | : 20 men and 9 women". */
export function besideManner(doc: Doc, chunks: readonly Chunk[], k: number): number {
  let j = k - 1;
  if (chunks[j]?.kind === 'mark' && opening.has(chunks[j].mark)) j--;
  // "26 people were killed in X yesterday: 12 civilians ..."
  if (j < k - 1 && chunks[k - 1].mark === 'colon') for (let n = 0; n < WHERE && j > 0 && when.has(chunks[j].kind); n++) j--;
  const { kind, finite, noun, bits, start } = chunks[j] ?? chunks[0];
  const manner = kind === 'word' || (kind === 'noun' && noun!.count === null && (bits & BI) !== 0 && noun!.kind === 'thing');
  return manner || (kind === 'event' && finite && !hasConjunction(doc, start)) ? j - 1 : j;
}

/** The last chunk of a list that begins at `k` and says who the people counted right before are; -1 where none does. */
export function listOfCounted(doc: Doc, chunks: readonly Chunk[], k: number, before: FigureDraft | undefined): number {
  if (before === undefined || before.low < 2 || before.partOf !== null) return -1;
  const near = before.chunk === beside(chunks, k);
  if (!near && before.chunk !== besideManner(doc, chunks, k)) return -1;
  let sum = 0;
  let last = -1;
  let groups = false;
  let inside = false;
  for (let j = k; j < chunks.length; j++) {
    const noun = chunks[j].noun;
    const comma = chunks[j].kind === 'mark' && chunks[j].mark === 'comma' && last >= 0;
    if (comma) inside = false;
    if (comma || isAndApart(doc, chunks[j])) continue;
    // "12 civilians, among them 3 children, and 8 soldiers"
    inside ||= chunks[j].kind === 'among' && last === j - 1;
    if (inside) continue;
    if (chunks[j].kind !== 'noun' || noun === null || noun.additional || (j === k) === hasConjunction(doc, noun.start)) break;
    const group = noun.kind === 'actor' && noun.count !== null;
    // "42 victims, 12 dead and 30 wounded"
    const fate = noun.kind === 'outcome' && noun.count !== null && before.outcome === 'killed-or-injured';
    // "four of one family, the father, the mother and their two children"
    const known = noun.definite && !group && field(noun.node, 'kin') !== 'yes';
    if ((noun.kind !== 'person' && !group && !fate) || known || startsClause(doc, chunks, j)) break;
    // "12 civilians, 3 soldiers": no civilians
    if (before.who === 'civilian' && isArmed(noun)) break;
    groups ||= group || fate;
    const own = outcomeOfNoun(noun);
    const counted = countOf(doc, noun, true);
    if (counted === null || (own !== null && own !== before.outcome && !fate)) break;
    sum += counted.low;
    last = j;
  }
  // fighters of a party, and people listed at some distance, are parts where all parts make up the whole
  if ((groups || !near) && sum !== (before.high ?? before.low)) return -1;
  return last >= 0 && sum >= (last === k ? 2 : 0) && (before.high === null || sum <= before.high) ? last : -1;
}

/** The "and" that stands apart before a number in digits. */
const isAndApart = (doc: Doc, { kind, start }: Chunk): boolean => kind === 'word' && doc.detached[start] === 1;

const startsClause = (doc: Doc, chunks: readonly Chunk[], j: number): boolean => {
  const next = chunks[j + 1];
  return next?.finite === true && !hasConjunction(doc, next.start);
};

/** "one of them (an officer)" behind the people counted: the figure, and the chunk it ends with; null elsewhere. */
export function oneOfCounted(
  doc: Doc,
  chunks: readonly Chunk[],
  k: number,
  before: FigureDraft | undefined,
): { whole: FigureDraft; end: number; last: number; who: FigureDraft['who'] } | null {
  if (before === undefined || before.low < 2 || !isOneOfThem(doc, chunks[k].start)) return null;
  const near = before.chunk === beside(chunks, k) || before.chunk === besideManner(doc, chunks, k);
  if (!near && !placedBefore(chunks, before.chunk, k)) return null;
  const next = chunks[k + 1]?.noun ?? null;
  const named = next !== null && next.kind === 'person' && !next.definite && !hasConjunction(doc, next.start);
  return {
    whole: before,
    end: named ? next.end : chunks[k].end,
    last: named ? k + 1 : k,
    who: named ? whoOf(doc, next) : 'unknown',
  };
}

/** "four were held in the district of X, one of them": only where, when and to what end stands between, and a comma. */
const placedBefore = (chunks: readonly Chunk[], from: number, k: number): boolean =>
  chunks[k - 1]?.kind === 'mark' &&
  chunks[k - 1].mark === 'comma' &&
  k - from <= PLACED &&
  chunks.slice(from + 1, k - 1).every(({ kind }) => when.has(kind));
const PLACED = 6;

/** "with three rockets, one of which (of them) fell on a house": one of the things counted last. */
export function isOneOfThings(doc: Doc, chunks: readonly Chunk[], k: number): boolean {
  if (!isOneOfThem(doc, chunks[k].start)) return false;
  const counted = chunks.findLast((c, j) => j < k && c.noun !== null && c.noun.count !== null);
  return counted?.noun?.kind === 'thing' && counted.noun.actor === null;
}

/** The last chunk of "most of them women and children", which counts nobody; -1 where no share begins. */
export function shareOfCounted(doc: Doc, chunks: readonly Chunk[], k: number): number {
  if (nodeOf(doc, chunks[k].start, 'proportion') === null) return -1;
  let last = k;
  for (let j = k + 1; j < chunks.length; j++) {
    const { kind, noun, start } = chunks[j];
    if (kind === 'case' && j === k + 1) continue;
    if (kind !== 'noun' || noun === null || noun.count !== null || startsClause(doc, chunks, j)) break;
    if (!hasConjunction(doc, start) && chunks[j - 1].kind !== 'case' && chunks[j - 1].end !== start) break;
    if (!hasConjunction(doc, start) && j > k + 2) break;
    last = j;
  }
  return last;
}

/** "the rest of them". */
export const isRest = (doc: Doc, chunk: Chunk): boolean => field(nodeOf(doc, chunk.start, 'proportion'), 'value') === 'rest';

/** "a relative of one of the victims": said of the relative. */
export function isKinOf(doc: Doc, chunks: readonly Chunk[], k: number): boolean {
  const before = chunks[k - 1]?.noun ?? null;
  const { count, countNode } = chunks[k].noun!;
  if (before !== null && isStranger(before, chunks[k].noun!)) return false;
  if ((chunks[k].bits & LI) === 0 || before === null || before.end !== chunks[k].start) return false;
  // "two bodies of two persons"
  const counted = before.count !== null || before.features?.number === 'du' || before.features?.number === 'sg';
  if (before.kind === 'outcome' && counted && isBody(doc, before)) return true;
  // "the arrest by the army of a leader": no kin of his
  if ((before.definite && isArmed(before)) || field(before.node, 'faceless') === 'yes') return false;
  // "(the number of) dead to 12" counts on
  if (count !== null && countNode !== null) return false;
  return before.kind === 'person' || before.kind === 'source' || before.kind === 'title';
}

/** "ten Somali soldiers and Ethiopian", "nine people of the two families of X and Y": a second nationality or family of the people counted right before. */
export function goesOnNaming(doc: Doc, chunks: readonly Chunk[], k: number): boolean {
  const noun = chunks[k].noun!;
  const before = chunks[k - 1]?.noun ?? null;
  if (before !== null && noun.kind === 'name' && before.end === noun.start && hasConjunction(doc, noun.start))
    for (let i = before.head; i < before.end - 1; i++) if (isFamilies(doc, i)) return true;
  if (noun.count !== null || noun.node?.kind !== 'nationality' || noun.definite || !hasConjunction(doc, noun.start)) return false;
  if (before === null || before.end !== noun.start || before.head >= before.end - 1) return false;
  return nodeOf(doc, before.end - 1, 'nationality') !== null;
}

const isFamilies = (doc: Doc, i: number): boolean =>
  doc.at[i].some((n) => n.kind === 'person' && field(n, 'unit') === 'group' && featuresOf(n)?.number !== 'sg');

const givenNames = new Kinds(['given-name', 'family-name', 'kunya']);

/** "the citizens X, Y and Z": as many as are named. "the two brothers X and Y": the names count nobody anew. */
export function namedTogether(
  doc: Doc,
  chunks: readonly Chunk[],
  k: number,
  counted: Counted | null,
): { counted: Counted; last: number } | null {
  const noun = chunks[k].noun!;
  const number = noun.features?.number ?? null;
  const bodies = noun.kind === 'outcome' && number === 'du';
  if (
    (noun.kind !== 'person' && !bodies) ||
    noun.count !== null ||
    (number !== 'pl' && number !== 'du') ||
    !endsInName(doc, noun)
  )
    return null;
  const most = number === 'du' ? 2 : 20;
  let names = 1;
  let last = k;
  for (let j = k + 1; j < chunks.length && names < most; j++) {
    const next = chunks[j].noun;
    // "the two youths X, 20 years, and Y"
    const goesOn = names > 1 || (j + 1 < chunks.length && hasConjunction(doc, chunks[j + 1].start));
    if (chunks[j].kind === 'mark' && chunks[j].mark === 'comma' && goesOn) continue;
    if (chunks[j].kind === 'word' && nodeOf(doc, chunks[j].start, 'and') !== null) continue;
    if (chunks[j].kind !== 'noun' || next === null || startsClause(doc, chunks, j)) break;
    const person = bodies && next.kind === 'person' && next.features?.number === 'sg';
    if ((next.kind !== 'name' && !person) || !(hasConjunction(doc, next.start) || chunks[j - 1].kind === 'mark')) break;
    names++;
    last = j;
  }
  if (last === k) return null;
  if (number === 'du') return { counted: counted ?? { low: 2, high: 2, mod: 'exact', start: noun.start, end: noun.end }, last };
  return { counted: { low: names, high: names, mod: 'exact', start: noun.start, end: chunks[last].end }, last };
}

function endsInName(doc: Doc, noun: NounPhrase): boolean {
  for (let i = noun.head + 1; i < noun.end; i++) if (nodeAmong(doc, i, givenNames) !== null) return true;
  return false;
}

/** "20 between dead and wounded", "(five) dead between (the) civilians" */
export const countsVictims = (noun: NounPhrase, before: Chunk | undefined): boolean =>
  (noun.kind === 'outcome' && harmed.has(outcomeOfNoun(noun)!)) ||
  (before?.noun?.kind === 'outcome' &&
    harmed.has(outcomeOfNoun(before.noun) ?? 'other') &&
    noun.actor === null &&
    noun.kind === 'person' &&
    !isArmed(noun));

/** Behind the people counted, a phrase that only says who they are: no party of its own. `harms`: the word itself says what happened to them. */
export function tellsOfCounted(
  doc: Doc,
  chunks: readonly Chunk[],
  k: number,
  counted: NounPhrase,
  harms: boolean,
  used: Uint8Array,
): boolean {
  if (nodeOf(doc, chunks[k].start, 'proportion') !== null) return true;
  const many =
    counted.count !== null ? counted.count.high !== 1 : counted.features?.number === 'du' || counted.features?.number === 'pl';
  if (!many || (counted.kind !== 'person' && counted.kind !== 'outcome' && counted.kind !== 'number')) return false;
  if (isOneOfThem(doc, chunks[k].start) || (chunks[k - 1].noun === counted && isFewOfThem(doc, chunks, k))) return true;
  const noun = chunks[k].noun!;
  // "4 civilians - two men and two women -"
  if (chunks[k - 1].kind === 'mark' && (chunks[k - 1].mark === 'dash' || chunks[k - 1].mark === 'colon'))
    return chunks[k - 2]?.noun === counted && isIndefinitePerson(noun);
  // "12 people, (8 men and 4 women),"
  if (chunks[k - 1].mark === 'open-paren' && isComma(chunks[k - 2]) && chunks[k - 3]?.noun === counted)
    return isIndefinitePerson(noun);
  if (isComma(chunks[k - 1])) {
    // "two gunmen killed, at dawn, an officer": the object behind what was put in between
    const inserted = asideBefore(doc, chunks, k, used) >= 0 && (chunks[k - 2].kind === 'date' || isArmed(counted));
    if (inserted && noun.features?.state === 'accusative') return false;
    // "gunmen killed, according to residents, five workers": no workers are gunmen
    if (counted.count === null && isArmed(counted) && !isArmed(noun) && isCountedPeople(doc, noun)) return false;
    // "three were wounded, the state of two is critical"
    if (harms && counted.count !== null && chunks[k - 2].noun === counted && !hasConjunction(doc, noun.start)) return true;
    return noun.kind === 'number' || isIndefinitePerson(noun);
  }
  // "five farmers fell | dead | by the bullets of": what became of them is no end of it
  if (chunks[k - 1].noun === counted && isBareState(noun)) return false;
  if (chunks[k - 1].noun === counted && isAdjectiveOf(doc, counted, noun)) return true;
  return (
    counted.count !== null &&
    chunks[k - 1].noun === counted &&
    isIndefinitePerson(noun) &&
    (noun.count === null || (!isArmed(counted) && counted.count.low > noun.count.low)) &&
    listsPeople(doc, chunks, k)
  );
}

const isComma = (chunk: Chunk | undefined): boolean => chunk?.kind === 'mark' && chunk.mark === 'comma';

const isIndefinitePerson = (noun: NounPhrase): boolean => noun.kind === 'person' && !noun.definite;

/** "(three civilians) two children and a woman": a joined person follows, or the noun is a dual. */
const listsPeople = (doc: Doc, chunks: readonly Chunk[], k: number): boolean => {
  const j = chunks[k + 1] !== undefined && isAndApart(doc, chunks[k + 1]) ? k + 2 : k + 1;
  const next = chunks[j];
  return next?.kind === 'noun' && next.noun?.kind === 'person' && (j > k + 1 || hasConjunction(doc, next.start));
};

/** "dozens were injured with cases of suffocation": how those counted were hurt, no others. */
export function isManner(chunks: readonly Chunk[], k: number, all: readonly FigureDraft[]): boolean {
  const noun = chunks[k].noun!;
  const before = all.at(-1);
  // "wounded 22 | (with) slight injuries"
  const cognate = (chunks[k].bits & (BI | WA | LI)) === 0 && noun.features?.number === 'pl' && !noun.definite;
  if (noun.count !== null || noun.kind !== 'outcome' || ((chunks[k].bits & BI) === 0 && !cognate)) return false;
  return before !== undefined && before.chunk === k - 1 && before.outcome === outcomeOfNoun(noun);
}

/** "twelve gunmen fell dead": the word behind the verb says what happened to its subject. */
export function isStateOfSubject(chunks: readonly Chunk[], k: number, happenings: readonly Happening[]): boolean {
  const noun = chunks[k].noun!;
  if (noun.kind !== 'outcome' || noun.count !== null || noun.definite) return false;
  const verb = happenings.find((h) => h.chunk === k - 1 && h.finite);
  return verb?.recipients.some((r) => r.start < chunks[k - 1].start) === true && !verb.recipients.includes(noun);
}

/** "the martyr journalist and free reporter X": two descriptions of one person, the name behind the second. */
export function isSamePerson(doc: Doc, before: FigureDraft | undefined, now: FigureDraft): boolean {
  if (before?.known !== true || now.known === true || before.chunk !== now.chunk - 1 || before.outcome !== now.outcome)
    return false;
  const { noun } = now;
  if (noun.kind !== 'person' || noun.count !== null || noun.features?.number !== 'sg' || doc.info[noun.head].pronoun !== null)
    return false;
  return hasConjunction(doc, noun.start) && isDefinite(doc, noun.head) && before.noun.features?.gender === noun.features.gender;
}

/** "the youth X was killed ... and the body of X": a name that was counted before. */
export function isBodyOfCounted(doc: Doc, all: readonly FigureDraft[], noun: NounPhrase): boolean {
  if (noun.kind !== 'outcome' && noun.kind !== 'person') return false;
  if (noun.count !== null || noun.features?.number !== 'sg' || !isBody(doc, noun)) return false;
  // "the body of the dead man"
  const dead = nodeOf(doc, noun.head + 1, 'outcome');
  if (dead !== null && isDefinite(doc, noun.head + 1) && noun.end === noun.head + 2)
    return all.some((figure) => figure.outcome === 'killed' && figure.low === 1);
  // "a civilian was killed, and the body of the martyr X was taken to his kin": the only one killed here, who had no name
  const told = all.filter((figure) => figure.outcome === 'killed');
  if (
    told.length === 1 &&
    told[0].low === 1 &&
    told[0].high === 1 &&
    isDefinite(doc, noun.head + 1) &&
    !isCalled(doc, told[0].noun)
  )
    return true;
  let name = noun.head + 1;
  while (name < noun.end && nodeAmong(doc, name, givenNames) === null && !doc.info[name].unknown) name++;
  if (name >= noun.end) return false;
  const key = looseOfToken(doc, name);
  return all.some((figure) => {
    for (let i = figure.noun.head; i < figure.noun.end; i++) if (looseOfToken(doc, i) === key) return figure.low === 1;
    return false;
  });
}

const isBody = (doc: Doc, { head }: NounPhrase): boolean => field(nodeOf(doc, head, 'person'), 'outcome') === 'killed';

const isCalled = (doc: Doc, { head, end }: NounPhrase): boolean => {
  for (let i = head; i < end; i++) if (nodeAmong(doc, i, givenNames) !== null || doc.info[i].unknown) return true;
  return false;
};

/** "two were killed in a blast and four others in the collapse of a house": no verb stands between them. */
export function joinsOthers(doc: Doc, chunks: readonly Chunk[], from: number, k: number): boolean {
  const noun = chunks[k].noun!;
  if (noun.kind !== 'number' || !areOthers(doc, noun) || !hasConjunction(doc, noun.start)) return false;
  for (let j = from + 1; j < k; j++) {
    const { kind, finite } = chunks[j];
    // the verb of those before it stands right behind them
    if ((finite && j > from + 1) || kind === 'mark' || kind === 'result' || kind === 'that' || kind === 'among') return false;
  }
  return true;
}
