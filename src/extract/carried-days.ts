/** Days carried over from one sentence to the next: another source that tells the same story tells of the same day. */
import type { Attributed } from './attribution.ts';
import type { Chunk } from './chunk.ts';
import { type DateValue, isOneDay, isOneTime } from './date-values.ts';
import { saidOn } from './day-reckoning.ts';
import { daysBetween } from './days.ts';
import type { Doc } from './doc.ts';
import { sameStory } from './families.ts';
import type { Frame } from './frame.ts';
import type { Happening } from './happening.ts';
import { opensAnother } from './opens-another.ts';
import { isPresent, takesDays } from './other-days.ts';
import { areApart, areInOtherTowns, isSamePlace, placeOf } from './place-apart.ts';
import { bareKey, type Gazetteer, type PlaceLevel, type PlacePhrase } from './place-names.ts';
import type { Sentence } from './sentences.ts';
import { sameChain } from './sources.ts';
import { isMany } from './totals.ts';
import { featuresOf, field, isDefinite, isWord, nodeOf } from './words.ts';

/** Day of the happening told last. */
export type Days = {
  /** "in the last two days": what one source has counted over a time. */
  period: Dated | null;
  day: Told | null;
  /** The others of its sentence that have a day. */
  beside: Told[];
  /** Told last without a day. */
  open: Open[];
  /** "scattered attacks that the country saw yesterday": what is told of its parts is of that day. */
  round: Told | null;
  /** Found not to be what was told with a day. */
  left: Happening[];
};

type Told = { date: DateValue; sentence: number; paragraph: number; h: Happening; place: PlacePhrase | null };

/** `ends`: the sentence behind which it stays without a day, another happening of its story was told with one there. */
type Open = { told: Dated; ends: number };

/** Told as one more thing of a scene, if its report has one. `said`: the day on which its source told it; `meanwhile`: its sentence turned to it from another story; `beside`: "also". */
export type GoesOn = { said: string | null; meanwhile: boolean; beside: boolean };

/** What is told, with its day. */
type Dated = {
  h: Happening;
  date: DateValue | null;
  /** The day of its paragraph, taken when the story is told. */
  lent?: DateValue;
  goesOn?: GoesOn;
  sentence: Sentence;
  judged: { reality: string };
  frame: Frame | null;
  /** The place at the head of its sentence. */
  topic: PlacePhrase | null;
};

export const newDays = (): Days => ({ day: null, beside: [], period: null, open: [], round: null, left: [] });

/** How many sentences a day goes on being the day of what is told. */
const CARRY_DAY = 4;
/** Sentences that begin so tell of something else. */
const turnsAway = ({ kind, node }: Chunk): boolean =>
  kind === 'contrast' || (kind === 'reset' && field(node, 'resets') !== 'speaker');

/**
 * A current happening told without a day took place on the day of the one before it, while the report stays with the story: always in the words of another
 * source, at the same place in the same words. Only a single day goes over: what happened "in the last two days" tells of no other day.
 */
export function carryDate(
  doc: Doc,
  t: Dated,
  chunks: readonly Chunk[],
  attributed: Attributed,
  days: Days,
  gazetteer: Gazetteer,
): void {
  if ((turnsAway(chunks[0]) || opensAnother(doc, chunks)) && days.day?.sentence !== t.sentence.index) {
    days.day = null;
    days.open = days.open.filter((o) => o.told.sentence.index === t.sentence.index);
  }
  days.open = days.open.filter((o) => o.ends >= t.sentence.index);
  if (t.judged.reality !== 'current') return;
  if (mayGoOn(doc, t, chunks, attributed))
    t.goesOn = {
      said: saidOn(chunks, attributed.frameOf, t.h),
      meanwhile: isMeanwhile(chunks, t.h),
      beside: isBeside(doc, chunks),
    };
  const place = placeOf(t.h);
  if (t.date !== null) {
    days.beside = days.day?.sentence === t.sentence.index ? [days.day, ...days.beside] : [];
    days.day = isOneTime(t.date, t.h.date)
      ? { date: t.date, sentence: t.sentence.index, paragraph: t.sentence.paragraph, h: t.h, place }
      : null;
    days.period = isPeriod(t.date) && t.frame !== null && t.frame.chain.length > 0 ? t : null;
    days.round = days.day !== null && isRound(t.h, gazetteer) ? days.day : isRoundOver(days, t) ? null : days.round;
    if (days.day !== null) takeBack(doc, t, chunks, place, days, gazetteer);
    for (const o of days.open) if (sameStory(t.h, o.told.h)) o.ends = t.sentence.index;
    return;
  }
  openDay(t, days);
  // a sentence may tell of a protest and of shots at it
  const day =
    days.day === null || sameStory(t.h, days.day.h) ? days.day : (days.beside.find((d) => sameStory(t.h, d.h)) ?? days.day);
  if (days.period !== null) carryPeriod(t, chunks, days.period);
  if (t.date !== null) return;
  if (days.round !== null && isPartOf(doc, t, chunks, attributed, days.round, gazetteer)) {
    t.date = days.round.date;
    t.h.rules.push('time.of-round');
    return;
  }
  if (day === null || t.sentence.headline || t.sentence.index - day.sentence > CARRY_DAY) return;
  const left = days.left.some((h) => isToldAgain(doc, h, t.h));
  if (!left && goesOnInParagraph(doc, t, chunks, attributed, day, gazetteer)) {
    t.lent = day.date;
    return;
  }
  if (left || !takesDayOf(doc, t, chunks, attributed, day, gazetteer)) {
    t.h.rules.push(DAY_OPEN);
    days.left = [...days.left.slice(-7), t.h];
    return;
  }
  t.date = day.date;
  t.h.rules.push('time.carried-over');
  // "the attack" keeps the report with its story
  if (isAgain(doc, t.h) && !isOther(t)) day.sentence = t.sentence.index;
}

/** What has no day of its own is of the day of its paragraph; that makes it neither another telling of what has that day nor enough for a claim. */
export function takeDayOfParagraph(t: Pick<Dated, 'h' | 'date' | 'lent'>): void {
  if (t.date !== null || t.lent === undefined) return;
  t.date = t.lent;
  t.h.rules.push('time.of-paragraph');
}

/** How far behind a day its paragraph may go on with it, in sentences. */
const PARAGRAPH = 2;

/** What the same paragraph tells next, without a time of its own, is of the same day. */
const goesOnInParagraph = (
  doc: Doc,
  { h, sentence, topic }: Dated,
  chunks: readonly Chunk[],
  attributed: Attributed,
  day: Told,
  gazetteer: Gazetteer,
): boolean =>
  sentence.paragraph === day.paragraph &&
  sentence.index > day.sentence &&
  sentence.index - day.sentence <= PARAGRAPH &&
  isOneDay(day.date) &&
  !states.has(h.types[0]) &&
  !isBeside(doc, chunks) &&
  !isAgain(doc, h) &&
  !areApart(doc, topic, day.place, gazetteer) &&
  !goesOn(h, chunks) &&
  !takesDays(doc, chunks, attributed, h) &&
  !h.figures.some((f) => f.scope === 'running-total') &&
  (saidOn(chunks, attributed.frameOf, h) ?? day.date.begin) === day.date.begin;

const mayGoOn = (doc: Doc, { h, sentence }: Dated, chunks: readonly Chunk[], attributed: Attributed): boolean =>
  !sentence.headline &&
  !states.has(h.types[0]) &&
  h.types[0] !== 'release' &&
  !opensAfter(chunks) &&
  !isPresent(chunks[h.light >= 0 ? h.light : h.chunk]) &&
  !h.rules.includes('event.relative-clause') &&
  (h.figures.some(({ mod }) => mod !== 'vague') || !isAtLarge(doc, h)) &&
  !(h.types[0] === 'displacement' && h.figures.some(({ noun }) => noun.start <= h.start && noun.end > h.start)) &&
  !h.figures.some((f) => f.scope === 'running-total') &&
  !takesDays(doc, chunks, attributed, h);

/** "After an attack on Friday, 70 were arrested": on that day, or on any since. */
const opensAfter = ([{ kind, mark }]: readonly Chunk[]): boolean => kind === 'cause' || (kind === 'case' && mark === 'after');

/** "raids", "operations of shelling": of a kind of deed, at large. */
const isAtLarge = (doc: Doc, h: Happening): boolean => {
  const carrier = h.finite ? null : nodeOf(doc, h.start, 'carrier');
  return isMany(h) || (carrier !== null && featuresOf(carrier)?.number === 'pl');
};

/** What is so, agreed or told of at length, on no day. */
const states: ReadonlySet<string> = new Set(['situation', 'agreement', 'service-cut', 'other', 'territory', 'surrender']);

/** How many sentences the parts of a round of attacks may take. */
const ROUND = 6;

/** Several attacks with one count, in no town of theirs. */
const isRound = (h: Happening, gazetteer: Gazetteer): boolean => {
  const place = placeOf(h);
  return isMany(h) && h.figures.length > 0 && (place === null || isWide(place.levels[0], gazetteer));
};
const isWide = ({ kind, rows }: PlaceLevel, gazetteer: Gazetteer): boolean =>
  kind === null ? rows.some((row) => wide.has(gazetteer.kindOf(row))) : wide.has(kind);
const wide: ReadonlySet<string> = new Set(['country', 'admin1', 'region']);

const isRoundOver = ({ round }: Days, t: Dated): boolean => round === null || t.sentence.index - round.sentence > ROUND;

/** "In Baghdad, a bomb went off ...": told by the report itself of a place of its own, as one of the attacks told before. */
function isPartOf(
  doc: Doc,
  t: Dated,
  chunks: readonly Chunk[],
  attributed: Attributed,
  round: Told,
  gazetteer: Gazetteer,
): boolean {
  const place = placeOf(t.h);
  return (
    t.frame === null &&
    t.topic !== null &&
    place !== null &&
    !t.sentence.headline &&
    t.sentence.index > round.sentence &&
    t.sentence.index - round.sentence <= ROUND &&
    sameStory(t.h, round.h) &&
    !goesOn(t.h, chunks) &&
    !takesDays(doc, chunks, attributed, t.h) &&
    !t.h.figures.some((f) => f.scope === 'running-total') &&
    !areApart(doc, place, round.place, gazetteer)
  );
}

/** Rule of a happening that has no day because it is not the one that was told with a day. */
export const DAY_OPEN = 'time.left-open';

/** In the same words, by hands of the same name: "launched a counter-attack" of what another source told without a day. */
function isToldAgain(doc: Doc, before: Happening, now: Happening): boolean {
  if (before.finite !== now.finite || isAgain(doc, now)) return false;
  if (wordsIn(doc, before.start, before.end) !== wordsIn(doc, now.start, now.end)) return false;
  const names = now.actors.map(({ start, end }) => wordsIn(doc, start, end));
  return before.actors
    .map(({ start, end }) => wordsIn(doc, start, end))
    .some((a) => names.some((b) => a.includes(b) || b.includes(a)));
}

function wordsIn(doc: Doc, start: number, end: number): string {
  const keys: string[] = [];
  for (let i = start; i < end; i++) if (isWord(doc, i)) keys.push(bareKey(doc, i));
  return keys.join(' ');
}

/** Said by a source that the sentence names. */
const isOther = ({ frame }: Dated): boolean => frame !== null && frame.chain.length > 0 && !frame.rule.includes('elided');

/** "the attack"; not "his shooting", which says whose it was. */
const isAgain = (doc: Doc, h: Happening): boolean => h.definite && !h.finite && isDefinite(doc, h.start);

function takesDayOf(
  doc: Doc,
  t: Dated,
  chunks: readonly Chunk[],
  attributed: Attributed,
  day: Told,
  gazetteer: Gazetteer,
): boolean {
  if (!sameStory(t.h, day.h) || goesOn(t.h, chunks) || t.h.figures.some((f) => f.scope === 'running-total')) return false;
  if (takesDays(doc, chunks, attributed, t.h)) return false;
  // "on Friday the agency reported": what was said on another day happened then or later
  if ((saidOn(chunks, attributed.frameOf, t.h) ?? day.date.begin) !== day.date.begin) return false;
  if (isAgain(doc, t.h) && !isElsewhere(t, day)) return true;
  if (!isOneDay(day.date)) return false;
  if (isBeside(doc, chunks) || areApart(doc, t.topic, day.place, gazetteer)) return false;
  if (day.sentence === t.sentence.index && isOther(t) && isMeanwhile(chunks, t.h)) return false;
  const place = placeOf(t.h);
  // "shelling of one town ..., the source spoke of shelling of another" is one battle; a raid here and a murder there are not
  if (isOther(t)) return t.h.types[0] === day.h.types[0] || !areInOtherTowns(doc, place, day.place, gazetteer);
  // in the report's own voice a place of its own begins another story, though it lies in the land of the one before
  if (t.frame === null && place !== null && !isSamePlace(doc, place, day.place)) return false;
  return !areApart(doc, place, day.place, gazetteer);
}

/** "yesterday warplanes flew over. ... The raid on X killed one": it has a place of its own, and what was told with a day had none. */
const isElsewhere = (t: Dated, day: Told): boolean =>
  t.frame === null && day.place === null && day.sentence !== t.sentence.index && placeOf(t.h) !== null;

/** "Also, ...": what is told beside the story before has no day of it. */
const isBeside = (doc: Doc, [{ kind, start }]: readonly Chunk[]): boolean =>
  kind === 'continue' && field(nodeOf(doc, start, 'continue'), 'adds') === 'yes';

/** "killed yesterday in X, while the army announced", "amid reports of a counter-attack": the sentence turns to another story. */
function isMeanwhile(chunks: readonly Chunk[], { chunk }: Happening): boolean {
  for (let k = chunk - 1; k > 0; k--) {
    if (chunks[k].kind === 'contrast') return true;
    if (chunks[k].kind !== 'say') continue;
    const { kind, mark } = chunks[k - 1];
    if (kind === 'case' && mark === 'amid') return true;
    if (kind !== 'contrast') return false;
  }
  return false;
}

/** How long a time may be in which one source counts what happened. */
const PERIOD = 31;
/** Over so many sentences its source may go on with the parts. */
const PERIOD_REACH = 6;

function isPeriod({ begin, end }: DateValue): boolean {
  return begin !== null && end !== null && begin !== end && daysBetween(begin, end) <= PERIOD;
}

/** "51 were killed in the last two days. ... It pointed to 11 killed in X": the parts of what one source counts fall in its time. */
function carryPeriod(t: Dated, chunks: readonly Chunk[], period: Dated): void {
  if (t.sentence.headline || t.sentence.index - period.sentence.index > PERIOD_REACH) return;
  if (t.frame === null || period.frame === null || !sameChain(t.frame.chain, period.frame.chain)) return;
  if (!sameStory(t.h, period.h) || goesOn(t.h, chunks) || t.h.figures.length === 0) return;
  t.date = period.date;
  t.h.rules.push('time.of-period');
  const total = period.h.figures.find((figure) => figure.scope === 'running-total');
  if (total === undefined) return;
  for (const figure of t.h.figures) {
    figure.scope = 'running-total';
    figure.since ??= total.since;
  }
  t.h.rules.push('figure.running-total-goes-on');
}

/** How many sentences later "the attack", told without a day, may still be given its day. */
const TAKE_BACK = 2;

function openDay(t: Dated, days: Days): void {
  if (t.sentence.headline) return;
  days.open.push({ told: t, ends: t.sentence.index + TAKE_BACK });
  if (days.open.length > 4) days.open.shift();
}

/** "An attack hit X. ... the attack, which took place yesterday": the day that a later sentence gives the same happening is its day from the start. */
function takeBack(
  doc: Doc,
  t: Dated,
  chunks: readonly Chunk[],
  place: PlacePhrase | null,
  days: Days,
  gazetteer: Gazetteer,
): void {
  if (!t.h.parts.some((k) => chunks[k].kind === 'event' && !chunks[k].finite && isDefinite(doc, chunks[k].start))) return;
  const same = days.open
    .map(({ told }) => told)
    .filter((o) => o.date === null && o.sentence.index < t.sentence.index && sameStory(t.h, o.h));
  const places = [place, ...same.map((o) => placeOf(o.h))];
  // of two attacks, nothing says which one "the attack" is
  if (places.some((a) => places.some((b) => areApart(doc, a, b, gazetteer)))) return;
  for (const o of same) {
    o.date = t.date;
    o.h.rules.push('time.taken-back');
  }
}

/** "are combing the area", "is under siege": the present tells of no day; "was carrying out", "before it exploded" have its form only. */
function goesOn(h: Happening, chunks: readonly Chunk[]): boolean {
  const at = h.light >= 0 ? h.light : h.chunk;
  if (!chunks[at].finite || !isPresent(chunks[at])) return false;
  for (let k = at - 1; k >= 0 && k >= at - 3; k--) {
    if (chunks[k].kind === 'was' || chunks[k].kind === 'conjunction') return false;
    if (chunks[k].kind !== 'noun') return true;
  }
  return true;
}
