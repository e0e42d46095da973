/** What keeps two happenings of one sentence apart: a new topic, an attempt that failed, a verb that begins another story. */
import type { EventType } from '../claim/reading.ts';
import { BI } from '../lexicon/analyze.ts';
import { mayBeAlso } from './also.ts';
import type { Chunk } from './chunk.ts';
import { type DateValue, isOneDay } from './date-values.ts';
import type { Doc } from './doc.ts';
import { otherPlace } from './families.ts';
import type { Happening } from './happening.ts';
import { within } from './one-attack.ts';
import { sameActor } from './parties.ts';
import { eventSense } from './senses.ts';
import { isBesideTry } from './tried.ts';
import { featuresOf, field, hasConjunction, nodeOf, senseOf } from './words.ts';

/** A contrast, a new topic or a full clause of other content stands between. */
export function separated(chunks: readonly Chunk[], from: number, to: number): boolean {
  if (from > 0 && comesAfter(chunks, from - 1)) return true;
  for (let k = from + 1; k < to; k++) {
    const chunk = chunks[k];
    const parts = chunk.kind === 'mark' && chunk.mark === 'semicolon' && chunks[k + 1]?.kind !== 'among';
    if (chunk.kind === 'reset' || parts || comesAfter(chunks, k)) return true;
  }
  return false;
}

/** "this attack comes less than a week after the killing of": two happenings, of which one only places the other in time. */
export function comesAfter(chunks: readonly Chunk[], k: number): boolean {
  const { finite, node } = chunks[k];
  if (!finite || field(node, 'comes') !== 'yes') return false;
  for (let j = k + 1; j < chunks.length && j <= k + REACH; j++) {
    const { kind, mark } = chunks[j];
    if (kind === 'date' || (kind === 'case' && behind.has(mark))) return true;
    if (chunks[j].finite || kind === 'mark' || kind === 'result') return false;
  }
  return false;
}

/** "the raid led to the death of nine in X, while four were killed in Y": what stands behind the contrast, with a place of its own, is no result of the raid. */
export const isTurnedFrom = (attack: Happening, h: Happening, gap: readonly Chunk[]): boolean =>
  h.finite &&
  otherPlace(attack, h) &&
  gap.findLastIndex(({ kind }) => kind === 'contrast') > gap.findLastIndex(({ kind }) => kind === 'result');

/**
 * "four were hurt by a bomb, while gunmen shot a policeman dead", "while a man died of wounds that he had suffered": what stands behind the contrast, by hands
 * that set off nothing or of an earlier day, is another happening.
 */
export function isAsideFrom(doc: Doc, chunks: readonly Chunk[], a: Happening, h: Happening): boolean {
  if (!h.finite || a.chunk > h.chunk || !fromAfar.has(a.types[0])) return false;
  const gap = chunks.slice(a.chunk + 1, h.chunk);
  const turn = gap.findLastIndex(({ kind }) => kind === 'contrast');
  if (turn < 0 || gap.slice(turn).some(({ kind }) => kind === 'result')) return false;
  if (a.actors.length === 0 && h.actors.some((x) => x.kind !== 'thing' && x.kind !== 'other')) return true;
  return isOfOldWounds(doc, chunks, h);
}
const fromAfar: ReadonlySet<EventType> = new Set<EventType>(['bombing', 'suicide-bombing', 'mine', 'shelling', 'air-strike']);

/** "died of wounds | that he had suffered". */
function isOfOldWounds(doc: Doc, chunks: readonly Chunk[], { chunk, outcome }: Happening): boolean {
  if (outcome !== 'killed') return false;
  for (let k = chunk + 1; k < chunks.length && k <= chunk + OLD; k++)
    if (chunks[k].kind === 'cause' && field(chunks[k].node, 'wounds') === 'yes')
      return chunks.slice(k + 1, k + 1 + OLD).some((c) => c.kind === 'event' && c.finite && !hasConjunction(doc, c.start));
  return false;
}
const OLD = 4;

const REACH = 3;
const behind: ReadonlySet<string> = new Set(['after', 'response']);

/** An attempt or a plan, and behind a contrast or joined to it what did happen. */
export const failed = (doc: Doc, chunks: readonly Chunk[], before: Happening, h: Happening): boolean =>
  (chunks[before.chunk - 1]?.kind === 'unreal' && chunks.slice(before.chunk + 1, h.chunk).some((c) => c.kind === 'contrast')) ||
  isBesideTry(doc, chunks, before.chunk, h.chunk) ||
  // "an attempt to kill him, | was killed | in it | one of his guards": that one did die
  (h.finite &&
    chunks[before.chunk - 1]?.kind === 'unreal' &&
    featuresOf(h.node!)?.tense === 'past' &&
    chunks[h.chunk + 1]?.kind === 'case' &&
    doc.info[chunks[h.chunk + 1].start].pronoun !== null);

/** "and 12 were wounded" goes on counting; it begins no other story. */
export const countsPeople = (chunk: Chunk): boolean => {
  const sense = senseOf(chunk.node);
  return sense !== null && eventSense(sense).outcome !== null;
};

/** "two were killed, while | two others were wounded": others than those counted before. */
const goesOnCounting = (chunks: readonly Chunk[], k: number): boolean =>
  k + 1 < chunks.length && countsPeople(chunks[k]) && chunks[k + 1].noun?.additional === true;

/** Between the casualty and a later attack a new main verb with its own subject begins another story. */
export function startsOver(doc: Doc, chunks: readonly Chunk[], from: number, to: number): boolean {
  for (let k = from + 1; k <= to; k++) {
    const chunk = chunks[k];
    if (chunk.kind === 'contrast' && !goesOnCounting(chunks, k + 1)) return true;
    if (
      (chunk.kind === 'light' || (chunk.kind === 'event' && !countsPeople(chunk))) &&
      chunk.finite &&
      hasConjunction(doc, chunk.start)
    )
      return true;
  }
  return false;
}

/** "clashes broke out on the ground of, after the killing of a youth": he was killed before them. Where a verb of its own ends the attack ("and withdrew after"), it killed him. */
export function ledTo(chunks: readonly Chunk[], a: Happening, h: Happening): boolean {
  if (h.finite || a.outcome !== null) return false;
  const link = chunks[h.chunk - 1];
  if (link?.kind !== 'cause' && !(link?.kind === 'case' && (link.mark === 'after' || link.mark === 'charge'))) return false;
  return chunks
    .slice(a.chunk + 1, h.chunk - 1)
    .every(
      ({ finite, kind, noun }, n) =>
        noun?.count == null &&
        (!finite || a.light === a.chunk + 1 + n || kind === 'light') &&
        kind !== 'mark' &&
        kind !== 'result' &&
        kind !== 'that',
    );
}

/** "in the town that X stormed a year ago": at a time of its own, which is no day, it tells what the place once saw. */
export const isOfOldPlace = (chunks: readonly Chunk[], { finite, chunk, date }: Happening): boolean =>
  finite &&
  date !== null &&
  chunks[chunk - 1]?.kind === 'relative' &&
  chunks[chunk - 2]?.kind === 'place' &&
  !isOneDay(date.value as DateValue);

/** "a raid | with the aim of | killing two snipers": whom it was made for, not whom it killed. */
export const isAim = (chunks: readonly Chunk[], h: Happening): boolean =>
  !h.finite && chunks[h.chunk - 1]?.kind === 'case' && chunks[h.chunk - 1].mark === 'purpose';

/** "17 were killed, and the army is combing the area": nobody is killed by a search unless the words say so. */
export const isOnlyNear = (chunks: readonly Chunk[], a: Happening, h: Happening): boolean =>
  field(a.node, 'combs') === 'yes' &&
  !(a.chunk < h.chunk && chunks.slice(a.chunk, h.chunk).some((c) => c.kind === 'result')) &&
  !(a.chunk > h.chunk && (within.has(chunks[a.chunk - 1].mark) || (chunks[a.chunk].bits & BI) !== 0));

/** "after the killing of a soldier on Monday, the forces stormed the camp": he was not killed there. */
export const isAnswerTo = (chunks: readonly Chunk[], a: Happening, h: Happening): boolean =>
  a.chunk > h.chunk &&
  a.finite &&
  chunks[h.chunk - 1]?.kind === 'case' &&
  chunks[h.chunk - 1].mark === 'after' &&
  chunks.slice(h.chunk + 1, a.chunk).some(({ kind, mark }) => kind === 'mark' && mark === 'comma');

/** "the police killed an attacker | after | he had stabbed three": who was killed did that, and not who killed him. */
export const isWhatHeDid = (chunks: readonly Chunk[], a: Happening, h: Happening): boolean =>
  a.chunk > h.chunk && a.finite && h.finite && h.actors.length > 0 && chunks[a.chunk - 1].kind === 'conjunction';

/**
 * "attacked a hotel before the police killed them", "the forces killed the gunmen who had attacked the school": those who made the attack were killed for it, by
 * others, and not in it.
 */
export function isSlainFor(doc: Doc, chunks: readonly Chunk[], a: Happening, h: Happening): boolean {
  if (!h.finite || h.actors.length === 0 || a.actors.some((x) => h.actors.some((y) => x.start === y.start || sameActor(x, y))))
    return false;
  const link = chunks[h.chunk - 1];
  const byAgent = h.rules.includes('event.agent-marker');
  if (a.chunk < h.chunk && link.kind === 'conjunction' && field(link.node, 'before') === 'yes')
    return h.actors.every(({ start }) => start > h.start) && (byAgent || doc.info[h.start].pronoun !== null);
  // "three were killed in an attack on X, and the attackers died by the fire of the army"
  if (h.recipients.length > 0 && h.recipients.every((r) => field(r.node, 'assailant') === 'yes'))
    return a.chunk < h.chunk ? byAgent || h.finite : byAgent && a.actors.length > 0;
  return (
    a.types[0] !== 'armed-clash' && a.actors.length > 0 && a.actors.every((x) => h.recipients.some((y) => y.start === x.start))
  );
}

/** "X killed 12, and this massacre is the second in two days, as seven were killed by Y": what is only counted among others is not how the next were killed. */
export function isOneOfSeveral(doc: Doc, chunks: readonly Chunk[], a: Happening, h: Happening): boolean {
  if (a.finite || !a.definite || h.chunk < a.chunk) return false;
  const tie = chunks[a.chunk + 1];
  if (tie?.kind !== 'pronoun' || tie.end >= doc.length) return false;
  return nodeOf(doc, tie.end, 'ordinal') !== null || nodeOf(doc, tie.end, 'superlative') !== null;
}

/** "four were killed at the hands of X, and five were also hurt in an explosion": who killed is told, and the explosion is of the next verb. */
export const isOfNextVerb = (chunks: readonly Chunk[], a: Happening, h: Happening): boolean => {
  if (a.chunk < h.chunk || a.finite || h.actors.length === 0) return false;
  const between = chunks.slice(h.chunk + 1, a.chunk);
  const next = between.findLastIndex((c) => c.kind === 'event' && c.finite);
  return next > 0 && between.slice(0, next).some((c) => c.kind === 'agent');
};

/** "the killing of ten and the torture of five", "they shot six and slaughtered four": a second deed with those of its own whom it was done to. */
export function isSecondDeed(doc: Doc, chunks: readonly Chunk[], a: Happening, h: Happening): boolean {
  if (a.chunk <= h.chunk || a.finite !== h.finite || !hasConjunction(doc, chunks[a.chunk].start) || a.light >= 0) return false;
  const [own, other] = [chunks[h.chunk + 1], chunks[a.chunk + 1]];
  const hit =
    a.recipients.some((r) => r.start === other?.start) || (!h.finite && a.places.some((p) => p.place.start === other?.start));
  if (other === undefined || !hit) return false;
  // a verb without a doer may as well be passive: the one behind it tells how they died
  if (h.finite && (featuresOf(h.node!)?.number !== 'pl' || featuresOf(a.node!)?.number !== 'pl')) return false;
  // "the killing of two policemen in X and the blowing up of a house": where the first was done may stand between
  return (
    own !== undefined &&
    chunks
      .slice(h.chunk + 1, a.chunk)
      .every(({ kind, noun }) => (kind === 'noun' && noun !== null) || (!h.finite && setting.has(kind)))
  );
}

const setting: ReadonlySet<string> = new Set(['case', 'place', 'date']);

/** ", and killed", ", as well killed": the verb at chunk `k` begins a clause beside the one before. */
export const opensAnew = (doc: Doc, chunks: readonly Chunk[], k: number): boolean =>
  chunks[k].finite &&
  (hasConjunction(doc, chunks[k].start) || (k > 1 && mayBeAlso(chunks[k - 1]) && chunks[k - 2].mark === 'comma'));

/** "a soldier was killed by the bullets of a sniper, | and the army shelled a quarter": who was killed by somebody was not killed by what others did next. */
export const isNextDeed = (doc: Doc, chunks: readonly Chunk[], a: Happening, h: Happening): boolean => {
  const first = a.light >= 0 ? Math.min(a.light, a.chunk) : a.chunk;
  if (isSaidBesides(doc, chunks, a, h) || isPutToDeathFor(chunks, a, h)) return true;
  return (
    first > h.chunk &&
    opensAnew(doc, chunks, first) &&
    // "ten were killed, | as well, the army shelled": beside it, in any case
    (h.actors.length > 0 || mayBeAlso(chunks[first - 1])) &&
    !a.actors.some((x) => h.actors.some((y) => x.start === y.start))
  );
};

/** "announced the death of three, | asserting | that gunmen shelled the market": what else is said is no way in which they died, unless it takes them up ("fired at them"). */
function isSaidBesides(doc: Doc, chunks: readonly Chunk[], a: Happening, h: Happening): boolean {
  if (a.chunk < h.chunk || !a.finite || a.actors.length === 0) return false;
  const between = chunks.slice(h.chunk + 1, a.chunk);
  const that = between.findLastIndex(({ kind }) => kind === 'that');
  if (that < 0 || !between.slice(Math.max(0, that - 2), that).some(addsToIt)) return false;
  for (let k = a.chunk + 1; k < chunks.length && k <= a.chunk + TAKEN_UP && chunks[k].kind !== 'mark'; k++)
    if (doc.info[chunks[k].start].pronoun?.startsWith('3')) return false;
  return doc.info[chunks[a.chunk].start].pronoun === null;
}
const TAKEN_UP = 5;

/** "put to death three men | (who) killed a soldier": whom those had killed was not put to death with them. */
const isPutToDeathFor = (chunks: readonly Chunk[], a: Happening, h: Happening): boolean =>
  a.types[0] === 'execution' &&
  a.recipients.length > 0 &&
  h.chunk > a.chunk &&
  h.recipients.length > 0 &&
  !chunks.slice(a.chunk + 1, h.chunk).some(({ kind }) => kind === 'result' || kind === 'relative');

/** "asserting", "adding", and not "explaining", "pointing out": those tell how it came about. */
const addsToIt = ({ kind, finite, node }: Chunk): boolean =>
  kind === 'say' && !finite && (field(node, 'act') === 'confirm' || field(node, 'continue') === 'yes');

/** "(a raid struck a house) and four were killed, | and three were killed | in shelling": the second verb of the same harm begins with others. */
export const diedAnew = (
  doc: Doc,
  chunks: readonly Chunk[],
  before: Happening | undefined,
  h: Happening,
  after: Happening,
): boolean =>
  before !== undefined &&
  !after.finite &&
  chunks
    .slice(h.chunk + 1, after.chunk)
    .some(
      ({ kind, node, start }) =>
        kind === 'event' && hasConjunction(doc, start) && eventSense(senseOf(node)!).outcome === h.outcome,
    );

/** "the attack killed three, | and managed | the army | to kill ten": who managed it stands behind a verb of its own, and did not attack. */
export function isManagedByOthers(doc: Doc, chunks: readonly Chunk[], a: Happening, h: Happening): boolean {
  if (h.finite || h.chunk < a.chunk || h.actors.length === 0 || a.types[0] === 'armed-clash') return false;
  if (
    !h.rules.includes('event.control-verb') ||
    a.actors.some((x) => h.actors.some((y) => x.start === y.start || sameActor(x, y)))
  )
    return false;
  let k = h.chunk - 1;
  while (k > a.chunk && chunks[k].kind !== 'verb') k--;
  return k > a.chunk && hasConjunction(doc, chunks[k].start) && h.actors.every(({ start }) => start > chunks[k].start);
}
