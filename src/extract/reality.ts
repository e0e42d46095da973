/** Whether a happening took place, is told as earlier context, or is only denied, planned, feared or attempted; and how sure its source is. */

import { harmed } from '../claim/outcomes.ts';
import type { Reality, Stance } from '../claim/reading.ts';
import { LI, SA } from '../lexicon/analyze.ts';
import { OF_ACCUSED } from './answers-for.ts';
import type { Chunk } from './chunk.ts';
import { commemorated } from './commemorated.ts';
import { contextEnd } from './date-values.ts';
import { daysBetween } from './days.ts';
import type { Doc } from './doc.ts';
import { earlierRule } from './earlier.ts';
import { hasFailed } from './failing.ts';
import { countsMany } from './families.ts';
import { canBe } from './forms.ts';
import type { Frame } from './frame.ts';
import { governorOf } from './governed.ts';
import type { Happening } from './happening.ts';
import { itemAt } from './item-at.ts';
import { prospect } from './prospects.ts';
import { standsBehindAim } from './sought.ts';
import { isSuperseded } from './superseded.ts';
import { hopes, isFeared, isPresent, isPresumed, supposed } from './supposed.ts';
import { isSeizedBeside, tookPlace } from './tried.ts';
import { featuresOf, field, hasConjunction, nodeOf } from './words.ts';

/** The happening told before it in the same sentence, and how it was judged. */
export type Before = { h: Happening; judged: Judged };

export type Judged = { stance: Stance; reality: Reality; rule: string };

/** Earlier than this many days before publication, a dated happening is context. */
const CONTEXT_DAYS = 2;

/** The count of a month is news when it comes out, so many days later. */
const REPORTED_DAYS = 40;

export function judge(
  doc: Doc,
  chunks: readonly Chunk[],
  h: Happening,
  frame: Frame | null,
  end: string | null,
  published: string | null,
  news: string | null,
  before: Before | null,
): Judged {
  let stance: Stance = frame?.stance ?? 'asserted';
  if (stance === 'asserted' && h.sense?.stance != null) stance = h.sense.stance;
  let reality: Reality = 'current';
  let rule = '';
  const governed = hasFailed(doc, chunks, h) ? 'fail' : governorOf(doc, chunks, h);
  const hangs = supposed(doc, chunks, h);
  const ahead = prospect(doc, chunks, h);
  const tried = costsLives(chunks, h) && (governed === 'attempt' || governed === null) && !isFuture(doc, chunks, h);
  // "ordered the detention of two accused of killing": what they are accused of is no order
  const charged = governed === 'charge' || h.rules.includes(OF_ACCUSED);
  if (charged && (stance === 'asserted' || stance === 'expected')) stance = 'accused';
  if (isNegated(doc, chunks, h)) {
    reality = 'unreal';
    rule = 'reality.negated';
    if (stance === 'asserted') stance = 'denied';
  } else if (!tried && isUnreal(doc, chunks, h)) {
    reality = 'unreal';
    const hoped = !isFuture(doc, chunks, h);
    rule = hoped && isHoped(chunks, h) ? 'reality.hoped' : 'reality.not-done';
    if ((!hoped || rule === 'reality.hoped') && stance === 'asserted') stance = 'expected';
  } else if (ahead === 'unproved') {
    reality = 'unreal';
    rule = 'reality.unproved';
    if (stance === 'asserted') stance = 'unknown';
  } else if (hangs === 'negated') {
    reality = 'unreal';
    rule = 'reality.negated';
    if (stance === 'asserted') stance = 'denied';
  } else if (
    !tried &&
    (ahead !== null || hangs !== null || isMeant(governed, h) || isSought(chunks, h)) &&
    commemorated(doc, chunks, h) < 0
  ) {
    reality = 'unreal';
    rule = 'reality.governed';
    if (stance === 'asserted') stance = 'expected';
  } else {
    const earlier = earlierRule(doc, chunks, h, published) ?? (goesOn(doc, chunks, h, before) ? 'reality.goes-on' : null);
    // a toll that has grown is news, whenever its count began
    if (earlier !== null && !(h.rules.includes('event.toll') && earlier !== 'reality.recalled')) {
      reality = 'background';
      rule = earlier;
    }
  }
  if (stance === 'asserted' && reality !== 'unreal' && isDoubted(chunks, h)) stance = 'probable';
  if (reality === 'current' && published !== null && frame !== null && saidLongAgo(chunks, h, frame, published)) {
    reality = 'background';
    rule = 'reality.said-long-ago';
  }
  if (reality === 'current' && isSuperseded(doc, chunks, h, frame)) {
    reality = 'background';
    rule = 'reality.superseded';
  }
  // "thinks it likely that he is not there": what is absent is unreal, however sure its source
  if (stance === 'denied' || stance === 'expected' || h.sense?.stance === 'denied' || h.unreal) reality = 'unreal';
  if (
    reality === 'current' &&
    end !== null &&
    !isOfLater(chunks, h) &&
    !h.rules.includes('event.toll') &&
    // "the number of the dead of Sunday's attack rose to 22" is of today
    !(h.figures.some((f) => f.risen) && news !== null && daysBetween(end, news) <= RISEN_DAYS) &&
    news !== null &&
    daysBetween(end, news) > (countsMany(h) && frame !== null ? REPORTED_DAYS : CONTEXT_DAYS)
  ) {
    reality = 'background';
    rule = 'reality.old-date';
  }
  return { stance, reality, rule };
}

/** How long the dead of an attack go on being counted. */
const RISEN_DAYS = 7;

/** "12 attempts to kill, which led to the death of eight", "two were killed | during | an attempt to get in": what cost lives took place. */
function costsLives(chunks: readonly Chunk[], h: Happening): boolean {
  const from = Math.max(0, h.chunk - 2);
  const near = chunks.slice(from, h.chunk).findIndex(({ kind, node }) => kind === 'unreal' && field(node, 'kind') === 'attempt');
  if (near < 0) return false;
  const { kind, mark } = chunks[from + near - 1] ?? chunks[h.chunk];
  const during = kind === 'case' && (mark === 'in' || mark === 'amid' || mark === 'during');
  return h.figures.some(
    ({ outcome, low, chunk }) =>
      harmed.has(outcome) &&
      low > 0 &&
      (chunk < from + near
        ? during
        : chunks.slice(h.chunk + 1, chunk).some(({ kind, bits }) => kind === 'result' && !(bits & LI))),
  );
}

/** "perhaps ten were killed", "that ten were perhaps killed": a word of doubt right before the verb, or before the subject that opens its clause. */
function isDoubted(chunks: readonly Chunk[], h: Happening): boolean {
  if (isDoubtedAt(chunks, h.chunk)) return true;
  for (const at of h.parts) if (isDoubtedAt(chunks, at)) return true;
  return false;
}

function isDoubtedAt(chunks: readonly Chunk[], at: number): boolean {
  let k = at - 1;
  while (k >= 0 && k > at - 4 && (chunks[k].kind === 'noun' || chunks[k].kind === 'that')) k--;
  return k >= 0 && chunks[k]?.kind === 'modal' && field(chunks[k].node, 'doubts') === 'yes' && chunks[at].finite;
}

/** "on 3 May the army announced": what was said weeks ago is context, unless it has a day of its own. */
function saidLongAgo(chunks: readonly Chunk[], h: Happening, frame: Frame, published: string): boolean {
  if (h.date !== null || frame.verb < 0 || frame.verb >= frame.from) return false;
  for (let k = Math.max(0, frame.verb - 3); k < frame.from; k++) {
    const day = chunks[k].kind === 'date' ? contextEnd(chunks[k].node) : null;
    if (day !== null) return daysBetween(day, published) > CONTEXT_DAYS;
  }
  return false;
}

/** "arrested five who had fled four months ago": the day belongs to a verb behind the happening. */
function isOfLater(chunks: readonly Chunk[], h: Happening): boolean {
  const at = chunks.findIndex((c) => c.kind === 'date' && c.node === h.date);
  if (at <= h.chunk) return false;
  return chunks
    .slice(h.chunk + 1, at)
    .some((c) => c.kind === 'background' || (c.finite && (c.kind === 'event' || c.kind === 'verb')));
}

/** "seized the building days ago and later came under fire": joined to what was told as earlier, without a day of its own. */
function goesOn(doc: Doc, chunks: readonly Chunk[], h: Happening, before: Before | null): boolean {
  if (before === null || before.judged.reality !== 'background' || h.date !== null || before.h.frame !== h.frame) return false;
  if (before.judged.rule === 'reality.reckoned-from') return false;
  const verb = h.light >= 0 && h.light < h.chunk ? h.light : h.chunk;
  if (!chunks[verb].finite || before.h.chunk > verb) return false;
  const link = chunks[verb - 1];
  return hasConjunction(doc, chunks[verb].start) || link?.kind === 'continue';
}

function isNegated(doc: Doc, chunks: readonly Chunk[], h: Happening): boolean {
  const before = itemAt(chunks, h.chunk - 1);
  if (before === undefined) return false;
  // "(there) were not recorded | any clashes": nobody says that there were some
  const recorded = before.finite && (before.kind === 'say' || before.kind === 'verb') && !h.definite && !h.finite;
  if (recorded && chunks[h.chunk - 2]?.kind === 'negation' && doc.info[before.start].pronoun === null) return true;
  if (before.kind === 'negation') return !(hasConjunction(doc, chunks[h.chunk].start) && before.kind !== 'negation');
  if (!h.finite && before.kind === 'case' && before.mark === 'without') return !isEveryDay(doc, chunks, h.chunk - 2);
  // "did not carry out any raid": the negation stands before the light verb
  if (h.light > 0 && chunks[h.light - 1].kind === 'negation')
    // "did not stop | the shelling of": it goes on
    return !isPresumed(chunks[h.light]) && field(nodeOf(doc, chunks[h.light].start, 'governor'), 'ceases') !== 'yes';
  return false;
}

/** "(not) | a month | (hardly) passes | without": no day is without it. */
function isEveryDay(doc: Doc, chunks: readonly Chunk[], day: number): boolean {
  if (chunks[day]?.noun == null || nodeOf(doc, chunks[day].noun!.head, 'unit') === null) return false;
  let verb = day - 1;
  while (chunks[verb]?.kind === 'verb' && verb > 0) verb--;
  return verb < day - 1 && chunks[verb].kind === 'negation';
}

/** Deeds that a governor of the kind leaves undone. Who tries to storm a place fights; who tries to kill has killed nobody. People who are let go mostly went. */
function isMeant(governed: string | null, { types }: Happening): boolean {
  if (governed === null || governed === 'charge') return false;
  if (governed === 'attempt') return ended.has(types[0]);
  return governed !== 'leave' || !moved.has(types[0]);
}
const ended: ReadonlySet<string> = new Set([
  'killing',
  'execution',
  'abduction',
  'detention',
  'release',
  'displacement',
  'bombing',
  'suicide-bombing',
  'destruction',
]);
const moved: ReadonlySet<string> = new Set([
  'displacement',
  'release',
  'force-movement',
  'agreement',
  'surrender',
  'other',
  'toll',
]);

/** "an attempt to kill", "plans to storm": said to be hoped or feared, not refused or hypothetical. */
const isHoped = (chunks: readonly Chunk[], h: Happening): boolean =>
  chunks
    .slice(Math.max(0, h.chunk - 6), h.chunk)
    .some(({ kind, node }) => (kind === 'unreal' || kind === 'verb') && hopes.has(field(node, 'kind') ?? ''));

/** Verbs whose object is only meant: "seeks to take", "plans to storm". What is tried is told as done so far. */
const meant: ReadonlySet<string> = new Set(['plan', 'intention', 'fear', 'prevention']);

/** "buses to evacuate", "a search to arrest": what something is sent out for. */
const isSought = (chunks: readonly Chunk[], h: Happening): boolean =>
  !h.finite &&
  h.light < 0 &&
  (chunks[h.chunk].bits & LI) !== 0 &&
  sought.has(h.types[0]) &&
  chunks[h.chunk - 1]?.kind !== 'light' &&
  // "led | to the death of", "led | the shelling | to the wounding of"
  !chunks.slice(Math.max(0, h.chunk - 3), h.chunk).some((c) => c.kind === 'result');

const sought: ReadonlySet<string> = new Set(['displacement', 'release', 'detention', 'killing', 'abduction', 'execution']);

/** What is not done when those who should do it refuse. */
const refusable: ReadonlySet<string> = new Set(['surrender', 'agreement', 'release']);

function isUnreal(doc: Doc, chunks: readonly Chunk[], h: Happening): boolean {
  if (isFuture(doc, chunks, h)) return true;
  for (let k = h.chunk - 1; k >= 0 && k >= h.chunk - 6; k--) {
    const chunk = chunks[k];
    if (chunk.kind === 'unreal') {
      // "foiled an attempt at smuggling and arrested five": a verb joined to a verb
      if (!chunk.finite && (tookPlace(doc, chunks[h.chunk]) || isSeizedBeside(doc, chunks, k, h))) return false;
      const kind = field(chunk.node, 'kind');
      // those who refuse may be named at length
      if (kind === 'refusal' && refusable.has(h.types[0])) return true;
      if (k < h.chunk - 3) break;
      return kind === undefined || hopes.has(kind);
    }
    if (!h.finite && chunk.kind === 'verb' && meant.has(field(chunk.node, 'kind') ?? '')) return true;
    if (k < h.chunk - 3) {
      if (chunk.finite || chunk.kind === 'that' || chunk.kind === 'mark' || chunk.kind === 'say') break;
      continue;
    }
    if (chunk.kind === 'condition') return true;
    if (chunk.kind === 'case' && chunk.mark === 'purpose') return !standsBehindAim(chunks, h, k);
    if (chunk.kind === 'that' && k === h.chunk - 1 && isPresent(chunks[h.chunk]) && isFeared(chunks, k)) return true;
    if (chunk.kind === 'event' || chunk.kind === 'mark' || chunk.kind === 'say' || chunk.kind === 'that') break;
  }
  return h.finite && (chunks[h.chunk].bits & LI) !== 0 && featuresOf(h.node!)?.tense === 'present' && !comesNext(doc, chunks, h);
}

/** "came back and fired": after a verb of coming back Arabic says "to fire" of what was done next. */
function comesNext(doc: Doc, chunks: readonly Chunk[], h: Happening): boolean {
  for (let k = h.chunk - 1; k >= 0 && k >= h.chunk - 6; k--) {
    if (!chunks[k].finite) continue;
    const verb = nodeOf(doc, chunks[k].start, 'verb') ?? chunks[k].node;
    return field(verb, 'returns') === 'yes' && featuresOf(verb!)?.tense === 'past';
  }
  return false;
}

function isFuture(doc: Doc, chunks: readonly Chunk[], h: Happening): boolean {
  if (h.finite && chunks[h.chunk].bits & SA) return true;
  const light = h.light >= 0 ? chunks[h.light] : null;
  if (light !== null && light.bits & SA) return true;
  const verb = h.light >= 0 ? h.light : h.chunk;
  const that = itemAt(chunks, verb - 1)?.kind === 'that' && itemAt(chunks, verb - 2)?.kind === 'modal';
  const before = chunks[that ? verb - 2 : verb - 1];
  if (before === undefined || before.kind !== 'modal') return false;
  return canBe(doc.info[before.start], 'future') || isPresent(chunks[verb]);
}
