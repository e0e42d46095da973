/**
 * Whether a happening is told as earlier context.
 *   "it is worth recalling that" · "had killed" · "some days ago", "recently", "from time to time" · "a day after the shelling of" · "on the ground of" ·
 *   "since months" · "the anniversary of"
 */
import { comesAfter } from './apart.ts';
import type { Chunk } from './chunk.ts';
import { commemorated } from './commemorated.ts';
import { daysBetween } from './days.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import { tellsPlace } from './homographs.ts';
import { itemAt } from './item-at.ts';
import { isRankedOver } from './ranked.ts';
import { tellsHow, tellsOfThem, tellsWhere } from './told-of-them.ts';
import { featuresOf, field, hasConjunction, isDefinite, nodeOf } from './words.ts';

/** What began earlier than this many days before publication and goes on is the setting of the report, not its news. */
const SETTING_DAYS = 10;

/** Name of the rule that makes it earlier context, or null. */
export function earlierRule(doc: Doc, chunks: readonly Chunk[], h: Happening, published: string | null): string | null {
  if (recalled(chunks, h)) return 'reality.recalled';
  const from = clauseStart(chunks, h.chunk);
  const to = clauseEnd(doc, chunks, h);
  for (let k = from; k < to; k++) {
    const chunk = chunks[k];
    if (tellsOfThem(doc, chunks, h, k)) continue;
    if (k < h.chunk && isHabit(doc, chunk)) return 'reality.habit';
    if (
      chunk.kind === 'background' &&
      !(k > h.chunk && (leadsVerb(chunks, k) || isOfParticiple(doc, chunks, k))) &&
      !isToday(chunks, k, published)
    )
      return 'reality.earlier';
    if (chunk.kind === 'date' && isAgo(chunk, h, published) && !isRankedOver(doc, chunks, k) && !isOfDeedBetween(chunks, h, k))
      return 'reality.some-time-ago';
  }
  // "had earlier claimed | similar attacks"
  if (from > 1 && chunks[from - 1].kind === 'say' && chunks[from - 1].finite && chunks[from - 2].kind === 'background')
    return 'reality.earlier';
  if (h.parts.some((k) => k <= h.chunk && pluperfect(doc, chunks, k))) return 'reality.had-done';
  if (isFormer(doc, h)) return 'reality.former';
  if (commemorated(doc, chunks, h) >= 0) return 'reality.commemorated';
  if (reckonedFrom(chunks, h)) return 'reality.reckoned-from';
  return null;
}

/** "..., the day after an attack on X": the deed stands behind a word for what came before. */
export function isOnlyAfter(chunks: readonly Chunk[], h: Happening): boolean {
  const first = Math.min(h.chunk, ...h.parts);
  const link = itemAt(chunks, first - 1);
  return !chunks[first].finite && link?.kind === 'case' && link.mark === 'after';
}

/** "the two raids | before (it)", "the previous attack": its adjective says that it is not the one told of. */
export function isFormer(doc: Doc, h: Happening): boolean {
  if (h.finite || !h.definite) return false;
  for (let i = h.start; i <= h.end && i < doc.length; i++)
    if (isDefinite(doc, i) && field(nodeOf(doc, i, 'event-adjective'), 'former') === 'yes') return true;
  return false;
}

/** "usually", "are used to". */
const isHabit = (doc: Doc, { kind, node, start }: Chunk): boolean =>
  (kind === 'background' && field(node, 'habit') === 'yes') ||
  (kind === 'verb' && field(nodeOf(doc, start, 'verb'), 'habit') === 'yes');

/** "the recently liberated town": the word speaks of how the town came to be, not of when it was shelled. */
function isOfParticiple(doc: Doc, chunks: readonly Chunk[], k: number): boolean {
  const [owner, participle] = [chunks[k - 2], chunks[k - 1]];
  if (owner === undefined || (owner.kind !== 'noun' && owner.kind !== 'place')) return false;
  if (participle.kind === 'word') return owner.kind === 'place' && tellsPlace(doc, participle.start);
  return participle.kind === 'noun' && participle.noun?.node?.kind === 'outcome' && participle.noun.count === null;
}

/** "it is worth recalling that": the sentence looks back. */
function recalled(chunks: readonly Chunk[], h: Happening): boolean {
  for (let k = 0; k < h.chunk && k < 8; k++)
    if (chunks[k].kind === 'reset' && field(chunks[k].node, 'recalls') === 'yes') return true;
  return false;
}

const bounds = (chunk: Chunk): boolean =>
  chunk.kind === 'contrast' ||
  chunk.kind === 'that' ||
  chunk.kind === 'result' ||
  chunk.kind === 'cause' ||
  (chunk.kind === 'mark' && (chunk.mark === 'semicolon' || chunk.mark === 'colon'));

const acts = (chunk: Chunk): boolean =>
  chunk.finite && (chunk.kind === 'event' || chunk.kind === 'light' || chunk.kind === 'say');

function clauseStart(chunks: readonly Chunk[], at: number): number {
  let k = at;
  while (k > 0 && k > at - 9 && !bounds(chunks[k - 1])) {
    if (acts(chunks[k - 1]) && (chunks[k - 1].kind === 'say' || chunks[at].finite)) break;
    k--;
  }
  return k;
}

/** The clause runs to the next thing that happens in it. */
function clauseEnd(doc: Doc, chunks: readonly Chunk[], h: Happening): number {
  let k = Math.max(h.chunk, h.light) + 1;
  while (k < chunks.length && k < h.chunk + 9 && !bounds(chunks[k]) && chunks[k].kind !== 'relative') {
    // "similar attacks that the town underwent before": the verb of the happening itself
    const own = !h.finite && k <= h.chunk + 2 && chunks[k].kind === 'light' && !hasConjunction(doc, chunks[k].start);
    if (!own && (acts(chunks[k]) || (chunks[k].kind === 'event' && hasConjunction(doc, chunks[k].start)))) break;
    k++;
  }
  return k;
}

/** "... who had fled": belongs to the verb it stands before. */
const leadsVerb = (chunks: readonly Chunk[], k: number): boolean => chunks[k + 1]?.finite === true;

/** "earlier today" is news. */
function isToday(chunks: readonly Chunk[], k: number, published: string | null): boolean {
  for (let j = k + 1; j <= k + 2 && j < chunks.length; j++)
    if (chunks[j].kind === 'date')
      return published !== null && (chunks[j].node!.value as { begin?: string | null }).begin === published;
  return false;
}

/** "protested yesterday against the killing of a man | days ago": the time stands with a deed of its own, and what was done has its day. */
const isOfDeedBetween = (chunks: readonly Chunk[], h: Happening, k: number): boolean =>
  h.date !== null &&
  h.date !== chunks[k].node &&
  chunks.slice(h.chunk + 1, k).some(({ kind }, n) => kind === 'event' && !h.parts.includes(h.chunk + 1 + n));

/** "days ago", "since months": some time back, or going on for long. A toll over a long time is news all the same. */
function isAgo(chunk: Chunk, h: Happening, published: string | null): boolean {
  const v = chunk.node!.value as {
    anchor?: string | null;
    open?: boolean;
    begin?: string | null;
    when?: { is?: string; unit?: string; by?: number | null };
  };
  if (v.when?.is === 'distance' && v.anchor === 'publication' && v.begin == null)
    return v.when.unit === 'day' || v.when.unit === 'week' || v.when.unit === 'month' || v.when.unit === 'year';
  if (v.open !== true || v.begin == null || published === null || h.figures.length > 0) return false;
  return daysBetween(v.begin, published) > SETTING_DAYS;
}

/** "had carried out a raid": "was" before a verb of the past, with its subject between. */
function pluperfect(doc: Doc, chunks: readonly Chunk[], at: number): boolean {
  let past = chunks[at].finite && isPast(chunks[at]);
  for (let k = at - 1; k >= 0 && k >= at - 9; k--) {
    const chunk = chunks[k];
    // "among the victims were 14 men who": was, and no more
    // "seven people (who) were | on their way home | were killed"
    if (chunk.kind === 'was')
      return past && chunks[k + 1].kind !== 'among' && !tellsWhere(doc, chunks, k) && !tellsHow(doc, chunks, k);
    if (chunk.kind === 'modal' && past) continue;
    if (bounds(chunk) || chunk.kind === 'relative' || chunk.kind === 'event') return false;
    if (chunk.finite) {
      if (past || !isPast(chunk)) return false;
      past = true;
    }
  }
  return false;
}

const isPast = (chunk: Chunk): boolean => chunk.node !== null && featuresOf(chunk.node)?.tense === 'past';

/** "four days after the attack on", "on the ground of the attack on", "in answer to the killing of": only says when or why something else happened. */
function reckonedFrom(chunks: readonly Chunk[], h: Happening): boolean {
  if (h.finite) return false;
  // "two days after the death of 20 in a raid": the first word of what was joined is the one reckoned from
  const first = Math.min(h.chunk, ...h.parts);
  if (first < h.chunk && !chunks[first].finite && isReckonedFrom(chunks, first)) return true;
  // "hours after the undergoing of raids by the town"
  return isReckonedFrom(chunks, h.light >= 0 && h.light < h.chunk ? h.light : h.chunk);
}

function isReckonedFrom(chunks: readonly Chunk[], at: number): boolean {
  for (let k = at - 2; k >= 0 && k >= at - 5; k--) if (comesAfter(chunks, k)) return true;
  for (let k = at - 1; k >= 0 && k >= at - 5; k--) {
    const chunk = chunks[k];
    if (chunk.kind === 'case' && (chunk.mark === 'charge' || chunk.mark === 'response')) return k === at - 1;
    if (chunk.kind === 'date') {
      const v = chunk.node!.value as { anchor?: string | null };
      const next = chunks[k + 1];
      return v.anchor === 'previous' && next?.kind === 'case' && (next.mark === 'on' || next.mark === 'from');
    }
    if (chunk.finite || bounds(chunk) || chunk.kind === 'mark' || chunk.kind === 'event') return false;
  }
  return false;
}
