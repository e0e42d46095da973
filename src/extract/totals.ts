/**
 * Running totals: counts over a period or over many happenings, which belong to no single happening and are never added to one.
 *   "since the start of the year" · "since the conflict began" · "during the month of May" · a count that goes on with the total told just before
 */
import { tolled } from '../claim/outcomes.ts';
import type { Chunk } from './chunk.ts';
import { LASTING } from './class-groups.ts';
import type { Doc } from './doc.ts';
import { isAttack } from './families.ts';
import type { FigureDraft, Happening } from './happening.ts';
import { tellsPlace } from './homographs.ts';
import { isRankedOver } from './ranked.ts';
import { eventSense } from './senses.ts';
import { sameChain } from './sources.ts';
import type { Telling } from './story.ts';
import { featuresOf, field, hasConjunction, isWord, nodeOf, senseOf } from './words.ts';

/** A period at least this long, in days, holds more than one happening. */
const LONG = 4;
/** A month that is only named, and from so many people on, counts over many happenings too. */
const MONTH = 28;
const MANY = 20;
/** So many are counted over many happenings, wherever. */
const HUGE = 1000;
/** From so many happenings on, what they did together is a total. */
const SEVERAL = 5;
const DAY = 86_400_000;

/** Marks the figures of a happening that run over a period, each with its parts. */
export function markTotals(doc: Doc, chunks: readonly Chunk[], h: Happening, published: string | null): void {
  for (const figure of h.figures) {
    if (figure.partOf !== null || figure.mod === 'zero' || figure.scope === 'running-total') continue;
    const period = periodOf(doc, chunks, h, figure, published);
    if (period === null || (figure.low < 3 && figure.high !== null)) continue;
    figure.scope = 'running-total';
    figure.since ??= period.since;
    h.rules.push('figure.running-total');
  }
  for (const figure of h.figures) {
    if (!goesOnCounting(doc, chunks, h, figure)) continue;
    figure.scope = 'running-total';
    figure.since ??= h.figures.find((other) => other.scope === 'running-total')?.since ?? null;
    h.rules.push('figure.running-total-goes-on');
  }
  for (const figure of h.figures) {
    const { partOf } = figure;
    if (partOf === null || partOf.scope === 'event') continue;
    figure.scope = partOf.scope;
    figure.since ??= partOf.since;
  }
}

/** Beside a total: people of another fate counted behind it, or joined to it right before; and numbers that no single attack makes. */
function goesOnCounting(doc: Doc, chunks: readonly Chunk[], h: Happening, figure: FigureDraft): boolean {
  if (figure.partOf !== null || figure.mod === 'zero' || figure.scope === 'running-total' || !tolled.has(figure.outcome))
    return false;
  if (figure.low >= (isAttack(h) && h.types[0] !== 'armed-clash' && !isMany(h) ? HUGE * 5 : HUGE)) return true;
  return h.figures.some((total) => {
    if (total.scope !== 'running-total' || total.partOf !== null || !tolled.has(total.outcome)) return false;
    if (total.outcome === figure.outcome || figure.low * 50 < total.low) return false;
    if (figure.chunk > total.chunk) return true;
    return total.chunk - figure.chunk <= 3 && hasConjunction(doc, chunks[total.chunk - 1]?.start ?? total.start);
  });
}

/** A telling that goes on counting for the same source, with no deed, place or day of its own, goes on with the total. */
export function carryTotal(told: readonly Telling[], now: Telling): void {
  const before = told.at(-1);
  const { h } = now;
  if (before === undefined || h.figures.length === 0 || isAttack(h) || h.date !== null) return;
  if (h.places.some((p) => p.role === 'at') && h.figures.some((figure) => figure.low < HUGE)) return;
  if (now.sentence.index - before.last > 1 || !sameChain(before.chain, now.chain)) return;
  const total = before.h.figures.find((figure) => figure.scope === 'running-total');
  if (total === undefined || h.figures.some((figure) => figure.low < 20)) return;
  for (const figure of h.figures) {
    figure.scope = 'running-total';
    figure.since ??= total.since;
  }
  if (h.types[0] === 'killing') h.types = ['toll', ...h.types];
  h.rules.push('figure.running-total-goes-on');
}

/** "the raids", "attacks", "violence": several happenings in one word. */
export const isMany = (h: Happening): boolean =>
  !h.finite && h.node !== null && (featuresOf(h.node)?.number === 'pl' || field(h.node, 'mass') === 'yes');

type Period = { since: string | null };

function periodOf(
  doc: Doc,
  chunks: readonly Chunk[],
  h: Happening,
  figure: FigureDraft,
  published: string | null,
): Period | null {
  if (isOfMany(doc, chunks, figure.chunk)) return { since: null };
  const [from, to] = clauseOf(doc, chunks, h, figure);
  // what is said of the place an attack hit ("held since 2015") says nothing of the count; what stands behind the count, or begins its clause, does
  const isOne = isAttack(h) && !isMany(h);
  for (let k = from; k < (isOne ? Math.min(to, figure.chunk + 3) : to); k++) {
    const chunk = chunks[k];
    if (chunk.kind !== 'date' && (doc.groups[chunk.start] & LASTING) === 0) continue;
    if (isOne && k < figure.chunk && !hasConjunction(doc, chunk.start)) continue;
    // "the violence that the country saw during May led to": the period of what is no single deed is that of its count
    const own = isMany(h) && h.chunk < k;
    if (isOfMost(doc, chunks, k) || (k < figure.chunk && !own && isInRelative(doc, chunks, k))) continue;
    if (k < figure.chunk && isAfter(chunks, k, figure.chunk)) continue;
    // "in X, besieged | since May"
    if (k > 0 && chunks[k - 1].kind === 'word' && tellsPlace(doc, chunks[k - 1].start)) continue;
    if (isRankedOver(doc, chunks, k) || isOfOtherVerb(doc, chunks, h, figure, k)) continue;
    if (nodeOf(doc, chunk.start, 'period') !== null) return { since: null };
    if (chunk.kind === 'date') {
      const { open, begin, end } = chunk.node!.value as { open?: boolean; begin?: string | null; end?: string | null };
      if (open === true) {
        if (begin == null || published === null || days(begin, published) >= LONG) return { since: begin ?? null };
      } else if (begin != null && end != null && (isDuring(doc, chunks, k) || isSpan(chunk)) && days(begin, end) + 1 >= LONG)
        return { since: begin };
      else if (isLong(chunk) && isDuring(doc, chunks, k)) return { since: null };
      // "in December violence killed 900"
      else if (begin != null && end != null && !isOne && figure.low >= MANY && days(begin, end) + 1 >= MONTH)
        return { since: begin };
      // "this week they killed 33"
      else if (begin != null && end != null && isThisWeek(chunk) && !isAttack(h) && figure.low >= MANY) return { since: begin };
    } else if (isSince(doc, chunks, k)) return { since: null };
  }
  return null;
}

/** "six soldiers (who) were lost a month ago", "in the town that they hold since May": the time of a verb that says something else of them, or of the place. */
function isOfOtherVerb(doc: Doc, chunks: readonly Chunk[], h: Happening, figure: FigureDraft, k: number): boolean {
  for (let j = k - 1; j > figure.chunk; j--) {
    const { kind, finite, node } = chunks[j];
    if (h.parts.includes(j) || j === h.light) return false;
    if (kind === 'was' && j === figure.chunk + 1) return true;
    if (!finite || (kind !== 'event' && kind !== 'verb' && kind !== 'light')) continue;
    const sense = kind === 'event' ? senseOf(node) : null;
    if (sense !== null && eventSense(sense).outcome === figure.outcome) return false;
    if (isJoinedCount(doc, chunks, h, figure, j)) return false;
    if (j === figure.chunk + 1 || (j === figure.chunk + 2 && chunks[j - 1].kind === 'was')) return true;
    // "released ten of the 50 prisoners | whom it holds since May"
    if (doc.info[chunks[j].start].pronoun === '3mp' && chunks.slice(figure.chunk + 1, j).some((c) => c.noun?.count != null))
      return true;
    // "the violence that the country saw in May": what the verb tells of is what killed
    const violence = chunks.slice(Math.max(figure.chunk, j - 4), j - 1).some((c) => c.kind === 'event' && !c.finite);
    return chunks[j - 1].kind === 'relative' && !violence;
  }
  return false;
}

/** "killed 62 | and arrested 22 others since January": a second verb right behind the count, with a count of its own and the same subject, shares its period. */
function isJoinedCount(doc: Doc, chunks: readonly Chunk[], h: Happening, figure: FigureDraft, j: number): boolean {
  if (
    isAttack(h) ||
    chunks.slice(h.chunk, j).some((c) => c.kind === 'date') ||
    j > figure.chunk + 2 ||
    !hasConjunction(doc, chunks[j].start)
  )
    return false;
  const sense = chunks[j].kind === 'event' ? senseOf(chunks[j].node) : null;
  const outcome = sense === null ? null : eventSense(sense).outcome;
  if (outcome === null || !tolled.has(outcome) || chunks[j + 1]?.noun?.count == null) return false;
  h.rules.push(JOINED);
  return true;
}
const JOINED = 'figure.joined-count';

/** What was counted first ran over the days that are told behind the second. */
export function shareSpans(tellings: readonly Telling[]): void {
  for (let n = tellings.length - 2; n >= 0; n--) {
    const [now, next] = [tellings[n], tellings[n + 1]];
    if (now.date !== null || !now.h.rules.includes(JOINED) || next.h.frame !== now.h.frame) continue;
    now.date = next.date;
    now.h.date = next.h.date;
  }
}

type When = { when?: { is?: string; unit?: string; count?: number; by?: number } };
/** "this week" takes stock; "last week" tells when it was. */
const isThisWeek = ({ node }: Chunk): boolean => {
  const { when } = node!.value as When;
  return when?.is === 'offset' && when.unit === 'week' && when.by === 0;
};
const isSpan = ({ node }: Chunk): boolean => (node!.value as When).when?.is === 'span';

/** "within a month", "over two weeks". */
function isLong({ node }: Chunk): boolean {
  const { when } = node!.value as When;
  return when?.is === 'duration' && (weeks.has(when.unit ?? '') || (when.unit === 'day' && (when.count ?? 0) >= LONG));
}
const weeks: ReadonlySet<string> = new Set(['week', 'month', 'year']);

/** "the last of | those | raids", "the fiercest of the | attacks": one of them. */
export function isFirstOf(doc: Doc, i: number): boolean {
  const t = nodeOf(doc, i - 1, 'demonstrative') === null ? i - 1 : i - 2;
  return t >= 0 && nodeOf(doc, t, 'foremost') !== null;
}

/** "491 attacks ... killed 55", "those raids led to": what is counted before the figure is happenings, many of them. */
function isOfMany(doc: Doc, chunks: readonly Chunk[], k: number): boolean {
  for (let j = k - 1; j >= 0 && k - j < 30 && !breaks(chunks[j]); j--) {
    const chunk = chunks[j];
    if (chunk.kind !== 'event' || chunk.finite) continue;
    const before = chunks[j - 1];
    if (hasConjunction(doc, chunk.start)) continue;
    if (before?.kind === 'noun' && before.noun?.kind === 'number' && (before.noun.count?.low ?? 0) >= SEVERAL) return true;
    if (before?.kind === 'pronoun' && isPlural(chunk) && nodeOf(doc, before.start, 'demonstrative') !== null)
      return !isFirstOf(doc, chunk.start);
  }
  return false;
}

const isPlural = (chunk: Chunk): boolean => chunk.node !== null && featuresOf(chunk.node)?.number === 'pl';

/** From the last break before the happening or the figure to the first one behind the figure. */
function clauseOf(doc: Doc, chunks: readonly Chunk[], h: Happening, figure: FigureDraft): [number, number] {
  const first = h.chunk < figure.chunk ? h.chunk : figure.chunk;
  let from = first;
  while (from > 0 && first - from < 14 && !breaks(chunks[from - 1])) from--;
  let to = figure.chunk + 1;
  while (to < chunks.length && to - figure.chunk < 22 && !breaks(chunks[to]) && !startsAnew(doc, chunks, to)) to++;
  return [from, to];
}

const breaks = (chunk: Chunk): boolean =>
  chunk.kind === 'contrast' || chunk.kind === 'reset' || (chunk.kind === 'mark' && chunk.mark === 'semicolon');

/** Another clause behind the figures: a joined verb, "which ...", "bringing the number to". */
function startsAnew(doc: Doc, chunks: readonly Chunk[], k: number): boolean {
  const chunk = chunks[k];
  if (nodeOf(doc, chunk.start, 'rise') !== null) return true;
  // "it announced five dead on Wednesday, and also told of 23 since Saturday"
  if (chunk.kind === 'continue' && chunks[k + 1]?.kind === 'say') return true;
  // "the soldiers who were killed since" goes on counting
  if (chunk.kind === 'relative') return chunks[k + 1]?.kind !== 'event' && chunks[k + 1]?.kind !== 'light';
  if (!chunk.finite || (chunk.kind !== 'verb' && chunk.kind !== 'say' && chunk.kind !== 'light')) return false;
  return hasConjunction(doc, chunk.start) || chunks[k - 1].kind === 'mark' || chunks[k - 1].kind === 'according';
}

/** "the town that they hold since 2015": said of the town. "The attacks that were made since", "the losses recorded during": said of what is counted. */
function isInRelative(doc: Doc, chunks: readonly Chunk[], k: number): boolean {
  for (let j = k - 1; j >= 0 && k - j < 12; j--) {
    if (chunks[j].kind === 'relative') return j === 0 || !isCounted(doc, chunks, j - 1);
    if (chunks[j].kind === 'mark') return false;
  }
  return false;
}

const isQuote = ({ kind, mark }: Chunk): boolean => kind === 'mark' && (mark === 'quote' || mark === 'open' || mark === 'close');

/** Many deeds, or those they struck. */
function isCounted(doc: Doc, chunks: readonly Chunk[], last: number): boolean {
  // an adjective, quoted or not, may stand between
  let j = last;
  while (j > 0 && last - j < 3 && (isQuote(chunks[j]) || chunks[j].noun?.kind === 'other' || chunks[j].noun?.kind === 'name')) {
    if (nodeOf(doc, chunks[j - 1].start, 'total') !== null) return true;
    j--;
  }
  const chunk = chunks[j];
  if (chunk.kind === 'event' && !chunk.finite) return isPlural(chunk);
  if (j > 0 && nodeOf(doc, chunks[j - 1].start, 'total') !== null) return true;
  return chunk.noun?.kind === 'outcome' && chunk.noun.features?.number === 'pl';
}

/** "the fiercest since the war began": a comparison, no count. */
function isOfMost(doc: Doc, chunks: readonly Chunk[], k: number): boolean {
  const before = chunks[k - 1];
  if (before === undefined) return false;
  for (let i = before.start; i < before.end; i++) if (nodeOf(doc, i, 'superlative') !== null) return true;
  return false;
}

/** "since the 7th, following the arrest of 15 last night": what came last is no total. */
const isAfter = (chunks: readonly Chunk[], k: number, figure: number): boolean =>
  chunks.slice(k + 1, figure).some((c) => c.kind === 'case' && c.mark === 'after');

/** "during May", "in the course of the last weeks". */
function isDuring(doc: Doc, chunks: readonly Chunk[], k: number): boolean {
  // an article that stands apart from its number is a chunk of its own
  const apart = chunks[k - 1] !== undefined && nodeOf(doc, chunks[k - 1].start, 'article') !== null;
  const before = chunks[apart ? k - 2 : k - 1];
  if (before?.kind === 'case' && before.mark === 'during') return true;
  return nodeOf(doc, chunks[k].start, 'during') !== null;
}

/** "since the beginning of the war", "since the rebels began": a beginning that no calendar names. */
function isSince(doc: Doc, chunks: readonly Chunk[], k: number): boolean {
  const chunk = chunks[k];
  if (!isWord(doc, chunk.start) || nodeOf(doc, chunk.start, 'since') === null) return false;
  const next = chunks[k + 1];
  return next !== undefined && next.kind !== 'date' && next.kind !== 'mark';
}

const days = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY);
