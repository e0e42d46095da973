/**
 * One verb told once for several clauses: "3 were killed by A, and 6 by B", "five were killed in X and three in Y", "A killed 9 civilians, and B 5".
 * The clauses behind the first have no verb of their own; each is a happening with its own people, doer and place.
 */
import { BI, FA, WA } from '../lexicon/analyze.ts';
import { isShareOfCounted } from './behind-subset.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { type Happening, newHappening } from './happening.ts';
import type { NounPhrase } from './noun-parts.ts';
import { coordinated, isForce, isPeople, standsAlone } from './parties.ts';
import { eventSense } from './senses.ts';
import { add } from './sites.ts';
import { field, hasConjunction, senseOf } from './words.ts';

/** Chunks of a clause without a verb: where it begins, who suffered, and the word that ties the doer, place or cause to it (-1: the doer stands first). */
export type Gap = { from: number; noun: number; link: number };
const TOLD_ONCE = 'event.verb-told-once';
/** The rule of a clause without a verb in which another source counts the same people. */
export const COUNTED_BY_ANOTHER = 'event.counted-by-another';
type Tie = 'agent' | 'place' | 'cause';

/** The clauses without a verb that go on with the word at `k`, which must count people. */
export function gapsBehind(doc: Doc, chunks: readonly Chunk[], k: number, used: Uint8Array): Gap[] {
  if (eventSense(senseOf(chunks[k].node)!).outcome === null) return [];
  const acting = chunks[k].finite ? doerFirst(doc, chunks, k, used) : null;
  if (acting !== null) return acting;
  const others = otherTellers(doc, chunks, k, used);
  if (others.length > 0) return others;
  const shares = sharesOf(doc, chunks, k, used);
  if (shares.length > 0) return shares;
  const first = firstTie(chunks, k, used);
  const gaps: Gap[] = [];
  if (first < 0) return gaps;
  const ties = new Set<Tie | null>([tieAt(chunks, first)]);
  for (let j = first + 1; j < chunks.length; j++) {
    if (used[j] && chunks[j].kind !== 'mark') break;
    if (chunks[j].kind === 'among' && sharesOut(chunks, j)) break;
    const link = isCounted(doc, chunks, j) ? tieOf(chunks, j, ties) : -1;
    if (link >= 0) {
      gaps.push({ from: opensAt(chunks, j), noun: j, link });
      j = link;
    } else if (!goesOn(chunks[j]) && !(ties.has('cause') && j <= (gaps.at(-1)?.link ?? first) + 1)) break;
    else ties.add(tieAt(chunks, j));
  }
  return gaps;
}

/** "among them | 12 | in X" and 9 in Y, "of them | 31 | at the hands of X" and 9 of Y: parts of those counted. */
const sharesOut = (chunks: readonly Chunk[], among: number): boolean => {
  const tie = chunks[among + 2];
  if (tie?.kind === 'agent') return isShareOfCounted(chunks, among + 1);
  return chunks[among + 1]?.noun?.kind === 'number' && tie?.kind === 'case' && tie.mark === 'in';
};

/** "five were killed according to A | and seven according to B": the count of another who tells of the same. */
function otherTellers(doc: Doc, chunks: readonly Chunk[], k: number, used: Uint8Array): Gap[] {
  const gaps: Gap[] = [];
  for (let j = k + 1; j + 1 < chunks.length; j++) {
    const { kind, noun } = chunks[j];
    let before = opensAt(chunks, j) - 1;
    if (chunks[before].mark === 'comma') before--;
    const told = used[before] === 1;
    const counts =
      kind === 'noun' && !used[j] && told && noun!.count !== null && noun!.kind !== 'outcome' && isCounted(doc, chunks, j);
    if (!counts) {
      // what stands behind the first source begins something else
      if (!used[j] && told && kind !== 'word' && !(kind === 'mark' && chunks[j].mark === 'comma')) break;
      if (!used[j] && !goesOn(chunks[j]) && !(kind === 'event' && !chunks[j].finite && gaps.length === 0)) break;
      continue;
    }
    if (chunks[j + 1].kind !== 'according' || !used[j + 1]) break;
    gaps.push({ from: opensAt(chunks, j), noun: j, link: j + 1 });
  }
  return gaps;
}

/** "24 were killed ..., 18 | by A, and one | by B, and five | in C": numbers behind a comma that add up to those counted, each with a doer or a place of its own. */
function sharesOf(doc: Doc, chunks: readonly Chunk[], k: number, used: Uint8Array): Gap[] {
  const whole = chunks.slice(Math.max(0, k - 2), k + 3).find(({ kind, noun }) => kind === 'noun' && noun?.count != null)
    ?.noun?.count;
  const gaps: Gap[] = [];
  if (whole == null || whole.low < 3 || whole.high !== whole.low) return gaps;
  let sum = 0;
  for (let j = k + 1; j < chunks.length && sum < whole.low; j++) {
    const { kind, noun } = chunks[j];
    if (used[j] && kind !== 'mark') return [];
    const comma = chunks[j - 1].kind === 'mark' && chunks[j - 1].mark === 'comma';
    const share = kind === 'noun' && noun?.count != null && noun.kind === 'number' && noun.end === noun.start + 1;
    if (share && (comma || (gaps.length > 0 && hasConjunction(doc, noun.start)))) {
      if (chunks[j + 1] === undefined || tieAt(chunks, j + 1) === null || noun.count!.high !== noun.count!.low) return [];
      sum += noun.count!.low;
      gaps.push({ from: gaps.length === 0 ? j - 1 : j, noun: j, link: j + 1 });
    } else if (chunks[j].finite || kind === 'among' || kind === 'that' || (gaps.length === 0 && share)) return [];
  }
  // "12 | by live rounds, and 28 | by gas": parts of one deed
  const apart = gaps.some(({ link }) => chunks[link].kind !== 'noun' || chunks[link].noun!.actor !== null);
  return sum === whole.low && gaps.length > 1 && apart ? gaps : [];
}

/** The clause of `gap` as a happening told by the word of `h`. */
export function gapped(doc: Doc, chunks: readonly Chunk[], h: Happening, gap: Gap, end: number, frame: number): Happening {
  const { sense, node, definite, types, outcome, weak } = h;
  const g: Happening = { ...newHappening(gap.noun, h.start, h.end), sense, node, definite, outcome, weak, frame };
  g.types = [...types];
  g.rules.push(TOLD_ONCE);
  if (chunks[gap.link]?.kind === 'according') g.rules.push(COUNTED_BY_ANOTHER);
  if (gap.link < 0) {
    g.actors.push(chunks[gap.noun].noun!);
    g.recipients.push(chunks[gap.noun + 1].noun!);
    g.until = gap.noun + 1;
    return g;
  }
  g.recipients.push(chunks[gap.noun].noun!);
  const day = [gap.noun + 1, gap.noun - 1].find((at) => at >= gap.from && chunks[at]?.kind === 'date');
  if (day !== undefined) g.date = chunks[day].node;
  let j = gap.link;
  const { kind, noun } = chunks[j];
  if (kind === 'noun') g.means.push(noun!);
  if (tieAt(chunks, j) === 'cause') j += kind === 'event' ? 1 : 2;
  else if (kind === 'agent' && chunks[j + 1]?.noun != null && j + 1 < end) {
    const { nouns, last } = coordinated(doc, chunks.slice(0, end), j + 1, null);
    if (nouns[0].kind === 'thing' && nouns[0].actor === null) g.means.push(...nouns);
    else g.actors.push(...nouns);
    g.rules.push('event.agent-marker');
    j = last + 1;
  }
  for (; j < end; j++) {
    const { kind, mark, place, bits } = chunks[j];
    if (kind === 'date') g.date ??= chunks[j].node;
    else if (place !== null && (bits & BI || chunks[j - 1].mark === 'in' || chunks[j - 1].kind === 'place')) add(g, 'at', place);
    else if (!(kind === 'case' && mark === 'in')) break;
  }
  // "arrested ten in X and four in Y": the same hands
  if (tieAt(chunks, gap.link) === 'place' || kind === 'according') g.actors.push(...h.actors);
  // who counted them is no part of what is told
  g.until = kind === 'according' ? gap.noun : Math.max(gap.link, j - 1);
  return g;
}

/** The "and" or "besides" that stands apart belongs to the clause; the day before those counted does too. */
const opensAt = (chunks: readonly Chunk[], j: number): number =>
  chunks[j - 1].kind === 'word' || chunks[j - 1].kind === 'additional' || isDayBefore(chunks, j) ? j - 1 : j;

/** "four yesterday in X, | and today | six in Y" */
const isDayBefore = (chunks: readonly Chunk[], j: number): boolean =>
  chunks[j - 1].kind === 'date' && (chunks[j - 1].bits & (WA | FA)) !== 0;

/** "A killed 9 civilians | and B 5", "A arrested 9 people, | and five | by the hand of B": a doer and those counted, twice. */
function doerFirst(doc: Doc, chunks: readonly Chunk[], k: number, used: Uint8Array): Gap[] | null {
  const subject = chunks[k + 1];
  if (subject?.kind !== 'noun' || subject.noun!.count !== null || !isForce(doc, subject.noun!)) return null;
  const named = isDoer(doc, subject);
  // "arrested the forces of X (Y), | 49 people"
  const at = chunks[k + 2]?.mark === 'comma' ? k + 3 : k + 2;
  if (chunks[at]?.noun?.count == null || chunks[at].kind !== 'noun') return null;
  const gaps: Gap[] = [];
  for (let j = at + 1; j + 1 < chunks.length; j++) {
    if (used[j] && chunks[j].kind !== 'mark') break;
    const behind = chunks[j + 1];
    const joined = named && isDoer(doc, chunks[j]) && isJoined(doc, chunks, j);
    if (joined && behind.kind === 'noun' && isSomebody(behind.noun!) && !behind.noun!.definite) {
      gaps.push({ from: opensAt(chunks, j), noun: j, link: -1 });
      j++;
      continue;
    }
    // "and 46, among them six children, | by the hand of B"
    const link = isCounted(doc, chunks, j) ? tieOf(chunks, j, byHand) : -1;
    if (link > 0 && chunks[link].kind === 'agent' && chunks[link + 1]?.noun != null) {
      gaps.push({ from: opensAt(chunks, j), noun: j, link });
      j = link + 1;
    } else if (!goesOn(chunks[j])) break;
  }
  return gaps.length > 0 ? gaps : null;
}

const byHand: ReadonlySet<Tie | null> = new Set<Tie | null>(['agent']);

const isDoer = (doc: Doc, chunk: Chunk | undefined): boolean =>
  chunk?.kind === 'noun' &&
  chunk.noun !== null &&
  chunk.noun.count === null &&
  chunk.noun.actor !== null &&
  isForce(doc, chunk.noun);

/** The first word behind `k` that ties a doer, a place or a cause to its people; that of a part of them is none. */
function firstTie(chunks: readonly Chunk[], k: number, used: Uint8Array): number {
  for (let j = k + 1; j < chunks.length; j++) {
    if (used[j]) return -1;
    if (tieAt(chunks, j) !== null) {
      const before = chunks[j - 1];
      // "20 were killed, among them 9 | by shelling", "14 of them | by A", "20 were killed, 9 | by shelling"
      const isPart = j > k + 1 && (chunks[j - 2].kind === 'among' || (chunks[j - 2].mark === 'comma' && j - 2 > k + 1));
      const ofPart = before.kind === 'among' || (isPart && before.noun?.kind === 'number');
      return ofPart ? -1 : j;
    }
    if (!goesOn(chunks[j])) return -1;
  }
  return -1;
}

/** What stands between the parts of a clause without a verb. */
function goesOn({ kind, mark, finite }: Chunk): boolean {
  if (finite) return false;
  if (kind === 'mark') return mark === 'comma' || mark === 'open' || mark === 'close' || mark === 'quote';
  return (
    kind === 'noun' ||
    kind === 'place' ||
    kind === 'date' ||
    kind === 'word' ||
    kind === 'additional' ||
    kind === 'among' ||
    kind === 'case' ||
    kind === 'agent'
  );
}

function tieAt(chunks: readonly Chunk[], j: number): Tie | null {
  const { kind, mark, bits, finite, noun } = chunks[j];
  const behind = chunks[j + 1];
  // "one with | grave wounds, and two with light ones": how badly they were hurt is no doer
  const wounds = kind === 'noun' && field(noun!.node, 'category') === 'body-part';
  if (kind === 'agent' || (kind === 'noun' && bits & BI && noun!.kind === 'thing' && !wounds)) return 'agent';
  if (kind === 'event' && !finite && bits & BI) return 'cause';
  if (kind === 'place' && bits & BI) return 'place';
  if (behind === undefined) return null;
  if ((kind === 'cause' || (kind === 'case' && mark === 'in')) && behind.kind === 'event' && !behind.finite) return 'cause';
  return kind === 'case' && mark === 'in' && behind.kind === 'place' ? 'place' : null;
}

/** The word that ties those counted at `j` as the others are tied: right behind them, or behind who some of them are. */
function tieOf(chunks: readonly Chunk[], j: number, ties: ReadonlySet<Tie | null>): number {
  // "and three policemen | on Saturday | in an attack on"
  let m = chunks[j + 1]?.kind === 'date' && ties.has('cause') ? j + 2 : j + 1;
  if (m < chunks.length && chunks[m].kind === 'among' && (ties.has('agent') || ties.has('place'))) {
    const last = Math.min(chunks.length, m + LONGEST_PART);
    while (m < last && !endsPart(chunks, m, ties) && !chunks[m].finite && chunks[m].kind !== 'that') m++;
  }
  if (m >= chunks.length) return -1;
  const own = tieAt(chunks, m);
  const known = own === 'place' ? ties.has(own) : own !== null && (ties.has('agent') || ties.has('cause'));
  return known ? m : -1;
}

const LONGEST_PART = 6;

/** "five, among them a girl | by X", "| in Y": what ties the whole again. */
const endsPart = (chunks: readonly Chunk[], m: number, ties: ReadonlySet<Tie | null>): boolean =>
  chunks[m].kind === 'agent' ? ties.has('agent') : ties.has('place') && tieAt(chunks, m) === 'place';

/** "and six", "and two civilians", "and a child" */
function isCounted(doc: Doc, chunks: readonly Chunk[], j: number): boolean {
  const { kind, noun } = chunks[j];
  if (kind !== 'noun' || noun === null || !isJoined(doc, chunks, j)) return false;
  return isSomebody(noun);
}

const isSomebody = (noun: NounPhrase): boolean =>
  (noun.kind === 'number' || isPeople(noun)) &&
  (noun.count !== null || noun.features?.number === 'sg' || noun.features?.number === 'du');

const isJoined = (doc: Doc, chunks: readonly Chunk[], j: number): boolean =>
  hasConjunction(doc, chunks[j].start) ||
  isDayBefore(chunks, j) ||
  // "besides 23 civilians | by X"
  chunks[j - 1].kind === 'additional' ||
  (chunks[j - 1].kind === 'word' && standsAlone(doc, chunks[j - 1]));

/** Clauses that share a verb are apart from each other, and with each the attack that it names. */
export function partGapped(found: readonly Happening[]): void {
  let n = 0;
  for (const g of found) {
    if (!g.rules.includes(TOLD_ONCE)) continue;
    n += APART;
    for (const h of found) if (h.chunk >= g.chunk && h.chunk <= g.until) h.group += n;
  }
}

/** Those counted at chunk `k` begin a clause without a verb: no part of those counted before. */
export const opensGap = (h: Happening | null, k: number): boolean => h?.chunk === k && h.rules.includes(TOLD_ONCE);

/** "the raids killed six in X | and five in Y": the clause without a verb tells of the same attack at another place. */
export function shareAttack(found: readonly Happening[], attack: Happening, told: Happening): void {
  if (attack.chunk > told.chunk) return;
  for (const g of found) {
    if (g === told || g.start !== told.start || !g.rules.includes(TOLD_ONCE)) continue;
    if (g.rules.includes(COUNTED_BY_ANOTHER)) {
      g.types = [...new Set([...attack.types, ...g.types])];
      g.actors = [...attack.actors];
      continue;
    }
    if (g.places.length === 0 || g.actors.length + g.means.length > 0 || found.some((h) => h !== g && h.group === g.group))
      continue;
    g.types = [...new Set([...attack.types, ...g.types])];
    g.actors = [...attack.actors];
  }
}

/** More than any group of a sentence. */
const APART = 1_000_000;

/** Where a clause without a verb names its own place, no other place of the sentence is its. */
export function ownSpots<S extends { chunk: number }>({ rules, chunk, until }: Happening, spots: readonly S[]): readonly S[] {
  if (!rules.includes(TOLD_ONCE)) return spots;
  const own = spots.filter((spot) => spot.chunk > chunk && spot.chunk <= until);
  return own.length > 0 ? own : spots;
}
