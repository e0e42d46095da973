/**
 * The report as a whole: the same source telling a happening again tells no new claim; a later figure joins the first; another source's version inherits what
 * only the first one spelled out.
 */
import { harmed } from '../claim/outcomes.ts';
import type { Span } from '../claim/span.ts';
import type { GoesOn } from './carried-days.ts';
import { conflict, dayIsCarried, NEAR } from './conflicts.ts';
import type { Doc } from './doc.ts';
import { carryDoer } from './doer-carried.ts';
import { takeUpDoer } from './doer-taken-up.ts';
import { isFormer } from './earlier.ts';
import { compatible, countsMany, isAttack, isCasualty, isViolent, namesAnother, otherPlace } from './families.ts';
import { areKnown, wholeOfGroup } from './figure-groups.ts';
import { foundElsewhere } from './found-apart.ts';
import type { Frame } from './frame.ts';
import { absorb, type FigureDraft, type Happening } from './happening.ts';
import { dateBack, inherit } from './inherited.ts';
import { isAnotherKind, isOnlySetting } from './moves-apart.ts';
import { BESIDE_ANOTHER } from './one-attack.ts';
import { isOfOneMan, mayBeOne } from './one-man.ts';
import { ORDEAL } from './own-ordeal.ts';
import { killsItsOwn, killsOtherSide } from './own-side.ts';
import { coreKey, type Gazetteer, type PlacePhrase } from './place-names.ts';
import type { Judged } from './reality.ts';
import { isSameDeed, isSameFight } from './same-deed.ts';
import { areSamePeople, countedBefore } from './same-people.ts';
import { areOtherThings, wordsOf } from './same-words.ts';
import type { Sentence } from './sentences.ts';
import { type SourceRef, sameChain } from './sources.ts';
import { isToldCloser } from './told-closer.ts';
import { countsApart, isOneOfMany, sameToll } from './toll-told.ts';
import { isFirstOf, isMany } from './totals.ts';
import { isUnchecked } from './unchecked.ts';
import { featuresOf, nodeOf } from './words.ts';

/** A claim in the making: the happening with its chain, and where it was said. */
export type Telling = {
  h: Happening;
  chain: SourceRef[];
  frame: Frame | null;
  sentence: Sentence;
  /** Index of the last sentence that told it. */
  last: number;
  judged: Judged;
  /** Words of places, to compare. */
  placeWords: string[];
  content: { start: number; end: number };
  /** Its sentence begins another topic. */
  turns: boolean;
  /** The place at the head of its sentence. */
  topic: PlacePhrase | null;
  /** Its sentence names a place. */
  named: boolean;
  date: { value: string | null; begin: string | null; end: string | null } | null;
  goesOn?: GoesOn;
  /** Who denies in its sentence what was told before. */
  denier: SourceRef | null;
};

/** How many tellings back a repetition is looked for. */
export const MEMORY = 60;

/** Adds a telling to the story, or joins it to an earlier one of the same source. `again` collects what tells nothing new. */
export function tell(doc: Doc, told: Telling[], now: Telling, again: Span[], gazetteer: Gazetteer): void {
  if (describesWhatIsTold(doc, told, now)) {
    again.push(now.content);
    return;
  }
  const same = findSame(doc, told, now, gazetteer);
  if (same !== null) {
    again.push(now.content);
    joinTellings(doc, same, now);
    return;
  }
  inherit(doc, told, now);
  dateBack(doc, told, now);
  carryDoer(doc, told, now);
  takeUpDoer(doc, told, now);
  told.push(now);
}

/** "the shelling" after a shelling was told: nothing new, and nothing left unread. */
export const mentionsAgain = (told: readonly Telling[], now: Telling): boolean =>
  now.h.definite && !now.h.finite && told.slice(-MEMORY).some((t) => compatible(t.h.types[0], now.h.types[0]));

/** "the soldiers whom the attack hit": a relative clause that only says who or what is meant by what was told before. */
function describesWhatIsTold(doc: Doc, told: readonly Telling[], now: Telling): boolean {
  const { h } = now;
  if (onlyNames(now) && mentionsAgain(told, now)) return true;
  if (pointsBack(doc, told, now)) return true;
  if (repeatsUnchecked(doc, told, now)) return true;
  if (!h.rules.includes('event.relative-clause') || h.figures.length > 0 || now.judged.reality !== 'current') return false;
  return told
    .slice(-MEMORY)
    .some(
      (t) =>
        now.sentence.index - t.sentence.index <= NEAR &&
        t.sentence.headline === now.sentence.headline &&
        compatible(t.h.types[0], h.types[0]) &&
        !conflict(doc, t, now),
    );
}

/** "The death of the soldiers could not be verified": they were told to have died. */
const repeatsUnchecked = (doc: Doc, told: readonly Telling[], now: Telling): boolean =>
  now.frame !== null &&
  isUnchecked(now.frame) &&
  told
    .slice(-MEMORY)
    .some(
      (t) =>
        t.sentence.headline === now.sentence.headline &&
        (compatible(t.h.types[0], now.h.types[0]) || (isCasualty(now.h) && isViolent(t.h))) &&
        now.h.figures.every((f) => t.h.figures.some((g) => g.outcome === f.outcome && g.low === f.low)) &&
        !conflict(doc, t, now),
    );

/** "this attack", "these raids": what the same source told before, or a bare word for what another did. */
function pointsBack(doc: Doc, told: readonly Telling[], now: Telling): boolean {
  const { h } = now;
  if (h.finite || !h.definite || h.figures.length > 0 || h.start === 0) return false;
  if (nodeOf(doc, h.start - 1, 'demonstrative') === null) return false;
  const before = told.slice(-MEMORY).filter((t) => compatible(t.h.types[0], h.types[0]));
  return before.some((t) => sameChain(t.chain, now.chain)) || (before.length > 0 && h.actors.length + h.recipients.length === 0);
}

/** "The withdrawal came after ...", in the report's own voice: what was told is only placed in time. */
const onlyNames = ({ h, chain, date }: Telling): boolean =>
  chain.length === 0 &&
  (date === null || dayIsCarried(h)) &&
  h.light >= 0 &&
  h.light === h.chunk - 1 &&
  h.actors.length + h.recipients.length + h.figures.length + h.means.length === 0 &&
  h.places.length === 0;

/** The same place again in the next sentence, by the same hands, at no other target: told once more in other words. */
function sameScene(doc: Doc, a: Telling, b: Telling): boolean {
  if (!isAttack(a.h) || !isAttack(b.h) || b.h.figures.some((f) => f.low > 0)) return false;
  if (b.sentence.index - a.sentence.index > 2 || b.placeWords.length === 0 || a.placeWords.length === 0) return false;
  if (b.h.places.length === 0) return false;
  // "north of Marib ... in Sirwah, west of Marib": a place of its own inside the one told before
  if (!a.placeWords.includes(b.placeWords[0])) return false;
  const x = wordsOf(doc, a.h.recipients);
  const y = wordsOf(doc, b.h.recipients);
  return (y.length === 0 || x.some((w) => y.includes(w))) && !areOtherThings(doc, a.h.recipients, b.h.recipients);
}

function findSame(doc: Doc, told: readonly Telling[], now: Telling, gazetteer: Gazetteer): Telling | null {
  let last: Telling | null = null;
  for (let k = told.length - 1; k >= 0 && k >= told.length - MEMORY; k--) {
    const earlier = told[k];
    if (earlier.sentence.headline !== now.sentence.headline) continue;
    if (!sameChain(earlier.chain, now.chain)) continue;
    // whose deed it was is told for the first time
    if (now.judged.stance === 'accused' && now.frame?.actor != null && earlier.judged.stance !== 'accused') continue;
    if (earlier.judged.reality !== now.judged.reality && now.judged.reality !== 'current' && !recallsIt(earlier, now)) continue;
    // what is denied, planned or threatened takes over nothing that is told as done; only the bare word for it is no new claim
    if ((isUndone(earlier) !== isUndone(now) || isDenied(earlier) !== isDenied(now)) && tellsWho(now.h)) continue;
    // denied, and thought likely: two things said
    if (earlier.h.types[0] === 'situation' && earlier.judged.stance !== now.judged.stance) continue;
    // "closed after its shelling. And 15 were killed": of a shelling that was only named in passing the dead of the next sentence are not said to be
    if (earlier.h.rules.includes(ORDEAL) && !isAttack(now.h)) continue;
    if (!sameHappening(doc, earlier, now, gazetteer)) continue;
    // "the fighting" is rather that of today than what was told to have gone before it
    const before = earlier.judged.reality === 'background' && now.judged.reality === 'current';
    // "the attacks" are rather the attacks told before than one raid told since
    const other = earlier.h.types[0] === 'armed-clash' && now.h.types[0] !== 'armed-clash';
    const fits = !before && !(isMany(now.h) && (earlier.h.finite || other)) && !namesAnother(earlier.h, now.h);
    // "the armed attack" is rather the armed attack than the explosion told beside it
    if (fits && !prefersOther(doc, told, k, now, gazetteer)) return earlier;
    if (before && earlier.h.types[0] !== now.h.types[0]) continue;
    last ??= earlier;
  }
  return last;
}

/** The noun that takes up something told before is the word it was told with. */
const sharesWord = (doc: Doc, earlier: Happening, now: Happening): boolean =>
  now.definite && !now.finite && coreKey(doc, now.start) === coreKey(doc, earlier.start);

/** Of two told in one breath the other one was told with this very word. */
function prefersOther(doc: Doc, told: readonly Telling[], k: number, now: Telling, gazetteer: Gazetteer): boolean {
  if (!now.h.definite || now.h.finite || sharesWord(doc, told[k].h, now.h)) return false;
  for (let j = k - 1; j >= 0 && told[k].sentence === told[j].sentence; j--) {
    const other = told[j];
    if (sharesWord(doc, other.h, now.h) && sameChain(other.chain, now.chain) && sameHappening(doc, other, now, gazetteer))
      return true;
  }
  return false;
}

/** "and twelve people had been killed in the raid", after a raid that killed twelve was told as news. */
const recallsIt = (earlier: Telling, { h, judged }: Telling): boolean =>
  judged.reality === 'background' &&
  earlier.judged.reality === 'current' &&
  h.definite &&
  !h.finite &&
  h.figures.length > 0 &&
  h.figures.every(
    (f) => f.low > 2 && earlier.h.figures.some((g) => g.outcome === f.outcome && g.low === f.low && g.high === f.high),
  );

const tellsWho = (h: Happening): boolean => h.figures.length + h.actors.length + h.recipients.length > 0;
const isUndone = ({ judged }: Telling): boolean => judged.reality === 'unreal';
const isDenied = ({ judged }: Telling): boolean => judged.stance === 'denied';

/** "eleven of X and ten civilians were killed in a wave of violence. X's enemy killed eleven of X in an operation": who did that has not killed the civilians. */
function sumsUpWith(sum: Happening, part: Happening): boolean {
  if (sum.actors.length > 0 || part.actors.length === 0) return false;
  const killed = (h: Happening) => h.figures.filter((f) => f.outcome === 'killed' && f.partOf === null && f.who !== 'unknown');
  const kinds = new Set(killed(part).map((f) => f.who));
  return kinds.size > 0 && killed(sum).some((f) => kinds.has(f.who)) && killed(sum).some((f) => !kinds.has(f.who));
}

function sameHappening(doc: Doc, a: Telling, b: Telling, gazetteer: Gazetteer): boolean {
  if (countsMany(a.h) || countsMany(b.h)) return countsMany(a.h) && countsMany(b.h) && sameToll(doc, a, b);
  if (countsApart(doc, a, b) || sumsUpWith(a.h, b.h)) return false;
  const type = compatible(a.h.types[0], b.h.types[0]);
  const distance = b.sentence.index - a.sentence.index;
  if (tellsOfKnown(doc, a, b)) return true;
  if (distance === 0) return type && a.h.types[0] === b.h.types[0] && (isEmpty(b.h) ? !b.h.finite : strikesItAgain(doc, a, b));
  const casualty = isCasualty(b.h) && (isAttack(a.h) || isCasualty(a.h));
  const exact = b.h.figures.filter((f) => f.mod === 'exact' && f.low > 2);
  if (
    exact.length > 0 &&
    isAttack(a.h) &&
    isAttack(b.h) &&
    exact.every((f) => countedBefore(doc, a, b, f) !== undefined) &&
    !conflict(doc, a, b)
  )
    return true;
  if (!type && !casualty) return false;
  // "seven were wounded in another attack", "the two raids before it killed 52", "shelled the area after the attack"
  if (b.h.rules.includes(BESIDE_ANOTHER) || isAnother(doc, b.h) || isFormer(doc, b.h) || isOneOfThose(doc, b.h)) return false;
  // "holds the town": nobody is killed by that
  if (!isViolent(a.h) && b.h.figures.some((f) => harmed.has(f.outcome))) return false;
  if (type && !b.turns && isToldCloser(doc, a, b, gazetteer)) return true;
  if (conflict(doc, a, b) || killsOtherSide(a.h, b.h) || killsItsOwn(doc, a.h, b.h) || foundElsewhere(doc, b)) return false;
  // "in other news two people were killed": not by what was told before
  if (b.turns) return false;
  if (distance <= NEAR && tellsOfSome(a.h, b.h)) return true;
  if (type && (sameScene(doc, a, b) || (distance <= NEAR && (isSameDeed(doc, a, b) || isSameFight(a, b))))) return true;
  const repeats =
    b.h.figures.length > 0 &&
    b.h.figures.every((f) => a.h.figures.some((g) => areSamePeople(doc, a, b, g, f) && mayBeOne(doc, f, g)));
  if (repeats && b.h.figures.some((f) => f.low > 0)) return true;
  const definite = b.h.definite && !b.h.finite && !isOwnElsewhere(doc, a, b);
  // "the bombings in Baghdad killed 89. ... The bombing of the station killed ten": one of them
  if (definite && type && isMany(a.h) && a.h.figures.length > 0 && !isMany(b.h) && b.h.figures.length > 0) return false;
  if (definite && type && isOneOfMany(a, b)) return false;
  if (definite && type && (isAnotherKind(a.h, b.h) || isOnlySetting(a.h, b.h))) return false;
  if (definite && type) return distance <= NEAR * 2;
  if (
    casualty &&
    !isOfOneMan(a.h, b.h) &&
    distance <= 2 &&
    b.placeWords.every((w) => a.placeWords.includes(w)) &&
    b.h.actors.length === 0
  )
    return !b.h.figures.some((f) => a.h.figures.some((g) => g.outcome === f.outcome && g.partOf === null));
  return type && isEmpty(b.h) && !isCounted(doc, b.h) && distance <= NEAR;
}

/** "X went on with its shelling of the villages", after a shelling of the town: the pronoun makes the noun definite and points back to nothing. */
const isOwnElsewhere = (doc: Doc, a: Telling, { h, placeWords }: Telling): boolean =>
  h.start === h.node!.start &&
  doc.info[h.start].pronoun !== null &&
  h.actors.length > 0 &&
  otherPlace(a.h, h) &&
  !placeWords.some((w) => a.placeWords.includes(w));

/** "the camp came under attack, and they attacked it": the same hands, the same word for it, and a pronoun for what was struck. */
const strikesItAgain = (doc: Doc, a: Telling, b: Telling): boolean =>
  b.h.types[0] === 'attack' &&
  b.h.finite &&
  b.h.figures.length + b.h.recipients.length === 0 &&
  doc.info[b.h.start].pronoun !== null &&
  wordsOf(doc, a.h.actors).some((w) => wordsOf(doc, b.h.actors).includes(w)) &&
  !conflict(doc, a, b);

/** "another raid", "a second one", "a similar attack". */
const isAnother = (doc: Doc, h: Happening): boolean =>
  !h.finite &&
  !h.definite &&
  (nodeOf(doc, h.end, 'additional') !== null ||
    nodeOf(doc, h.end, 'ordinal') !== null ||
    nodeOf(doc, h.end - 1, 'another-one') !== null);

/** "in the last of those raids two were killed": in one of them, and not in those told before. */
function isOneOfThose(doc: Doc, { finite, definite, node, start, figures }: Happening): boolean {
  return !finite && definite && figures.length > 0 && featuresOf(node!)?.number === 'pl' && isFirstOf(doc, start);
}

/** "the three soldiers", "the bodies of the two dead": as many as were counted before, and nobody else. */
const tellsOfKnown = (doc: Doc, a: Telling, b: Telling): boolean =>
  isCasualty(b.h) &&
  b.h.figures.length > 0 &&
  b.h.figures.every(
    (f) =>
      areKnown(doc, f.noun) &&
      a.h.figures.some((g) => g.outcome === f.outcome && g.low === f.low && g.high === f.high && g !== f),
  );

/** "among the dead are 3 children": all that is counted are some of those counted before. */
const tellsOfSome = (before: Happening, now: Happening): boolean =>
  now.figures.length > 0 && now.figures.every((some) => some.among === true && groupOf(before.figures, some) !== null);

/** "83 raids" were counted: that is more than a word for what was told. */
const isCounted = (doc: Doc, h: Happening): boolean => !h.finite && h.start > 0 && nodeOf(doc, h.start - 1, 'number') !== null;

export const isEmpty = (h: Happening): boolean =>
  h.actors.length === 0 && h.recipients.length === 0 && h.figures.length === 0 && h.places.length === 0;

/** The people counted before of whom some are told of now. */
const groupOf = (told: readonly FigureDraft[], some: FigureDraft): FigureDraft | null =>
  wholeOfGroup(told, some.outcome, some.low);

function joinTellings(doc: Doc, into: Telling, from: Telling): void {
  const fresh: FigureDraft[] = [];
  const stands = new Map<FigureDraft, FigureDraft>();
  for (const figure of from.h.figures) {
    const known = countedBefore(doc, into, from, figure);
    if (known !== undefined) stands.set(figure, known);
    else fresh.push(figure);
  }
  for (const figure of fresh) if (figure.partOf !== null) figure.partOf = stands.get(figure.partOf) ?? figure.partOf;
  for (const figure of fresh) {
    const group = figure.among === true ? groupOf(into.h.figures, figure) : null;
    if (group === null || figure.partOf !== null) continue;
    figure.partOf = group;
    figure.outcome = group.outcome;
    figure.scope = group.scope;
    figure.since ??= group.since;
  }
  from.h.figures = fresh;
  if (into.h.actors.length > 0) from.h.actors = [];
  if (into.h.recipients.length > 0)
    from.h.recipients = from.h.recipients.filter((r) => fresh.some((f) => f.noun.start === r.start));
  if (isCasualty(into.h) && isAttack(from.h)) {
    // the attack is named only later: its word and type are the better ones
    into.h.types = from.h.types;
    into.h.outcome = null;
  }
  absorb(into.h, from.h);
  into.last = from.sentence.index;
  into.date ??= from.date;
  if (into.placeWords.length === 0) into.placeWords = from.placeWords;
  into.h.rules.push('claim.told-again');
}
