/**
 * Days of a sentence that are not those of a happening in it: of what was said, published or is yet to come, of a relative clause, of another deed, of
 * what went before.
 */
import { SA } from '../lexicon/analyze.ts';
import type { Attributed } from './attribution.ts';
import type { Chunk } from './chunk.ts';
import { daysOf } from './date-values.ts';
import { isDescribed, isNoLink, isOfDescription, isOfMourning } from './described.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import { isRanked, isRankedOver } from './ranked.ts';
import { isClosedBefore } from './said-aside.ts';
import { eventSense } from './senses.ts';
import { featuresOf, field, hasConjunction, nodeOf, senseOf } from './words.ts';

/** The day at chunk `k` says nothing of when the happening was. `clause`: first and last chunk of its clause. */
export function isOfOther(
  doc: Doc,
  chunks: readonly Chunk[],
  attributed: Attributed,
  h: Happening,
  all: readonly Happening[],
  k: number,
  [from, to]: [number, number],
  published: string | null,
): boolean {
  const first = Math.min(...h.parts);
  const last = Math.max(...h.parts);
  if (
    saidThen(doc, chunks, attributed, h, k) ||
    ofAnother(doc, chunks, h, k) ||
    isOfDescription(doc, chunks, h, k) ||
    isComing(chunks, h, k, published)
  )
    return true;
  if (isRankedOver(doc, chunks, k) || isOfWounding(chunks, h, k) || isOfMourning(chunks, h, k)) return true;
  if (k < first && (isIssued(doc, chunks, k) || isOfMainVerb(doc, chunks, h, k) || isOfCause(chunks, h, k, published)))
    return true;
  if (isGuessedAhead(chunks, h, k, published) || isBeforeThat(chunks, h, k)) return true;
  if (k < from && goesOnApart(chunks, h, k)) return true;
  if (k > last && (isOfConvicted(doc, chunks, last, k) || isOfAgreement(chunks, last, k))) return true;
  if (k > last && (isOfNextClause(doc, chunks, last, k) || isOfPluperfect(doc, chunks, last, k))) return true;
  return k > to && isOfEarlier(chunks, h, all, last, k);
}

/** "the council met on Thursday | after | the killing of five": a day of the verb before it; what went before was on that day or on another. */
function isBeforeThat(chunks: readonly Chunk[], h: Happening, k: number): boolean {
  const first = Math.min(...h.parts);
  if (k > first - 2 || h.finite || h.light >= 0 || chunks[first - 1].mark !== 'after' || chunks[first - 1].kind !== 'case')
    return false;
  // "on Thursday, | after the killing of": at the head of the sentence it dates whatever follows
  const verb = chunks.findLastIndex(({ finite }, j) => finite && j < k);
  return (
    verb >= 0 && chunks.slice(verb + 1, first).every(({ kind, finite }) => !finite && kind !== 'that' && kind !== 'relative')
  );
}

/** "died of wounds that he had suffered two weeks before": the day of the wounding. */
function isOfWounding(chunks: readonly Chunk[], h: Happening, k: number): boolean {
  if (h.outcome !== 'killed') return false;
  for (let j = k - 1; j > Math.min(...h.parts); j--) {
    const { kind, node } = chunks[j];
    if (kind !== 'cause' || field(node, 'wounds') !== 'yes') continue;
    const told = chunks.slice(j + 1, k).find((c) => c.kind === 'event');
    const { when } = chunks[k].node!.value as { when?: { is?: string } };
    // "of his wounding yesterday" may as well be the day of the death
    return told !== undefined && (told.finite || when?.is === 'distance');
  }
  return false;
}

export const isOpen = ({ node }: Chunk): boolean => (node?.value as { open?: boolean } | undefined)?.open === true;

export const isPresent = (chunk: Chunk): boolean => chunk.node !== null && featuresOf(chunk.node)?.tense === 'present';

/** "a video | posted | yesterday", "a report issued on Monday": the day on which it came out. */
function isIssued(doc: Doc, chunks: readonly Chunk[], k: number): boolean {
  let j = k - 1;
  // "issued late | on Wednesday evening"
  while (j >= 0 && (chunks[j].kind === 'date' || chunks[j].kind === 'case' || chunks[j].noun?.kind === 'other')) j--;
  if (j < 0) return false;
  const before = chunks[j];
  for (let i = before.start; i < before.end; i++) if (nodeOf(doc, i, 'issued') !== null) return true;
  return false;
}

/** "yesterday the president met people of the town in which five were killed": the day of the meeting. */
function isOfMainVerb(doc: Doc, chunks: readonly Chunk[], h: Happening, k: number): boolean {
  const own = h.light >= 0 ? Math.min(h.light, h.chunk) : h.chunk;
  const verb = chunks[own].finite ? own : Math.min(...h.parts.filter((part) => chunks[part].finite));
  if (!Number.isFinite(verb)) return false;
  let relative = -1;
  for (let j = verb - 1; j > k && j >= verb - 3 && relative < 0; j--) if (chunks[j].kind === 'relative') relative = j;
  // "yesterday the army handed over bodies of fighters | (who) were killed in"
  if (relative < 0 && !isPresent(chunks[verb]) && isDescribed(doc, chunks, verb) && chunks.slice(k + 1, verb).every(isNoLink))
    relative = verb;
  if (relative < 0) return false;
  // "in yesterday's raid on the town, which killed five": the raid did it
  for (let j = relative - 1; j >= 0 && j >= k - 3; j--) {
    if (chunks[j].kind === 'event' && !chunks[j].finite) return false;
    if (chunks[j].kind === 'mark' && j < k) break;
  }
  return chunks.slice(Math.max(0, k - 4), relative).some((c) => c.finite);
}

/** "After an attack on Friday on a post, 70 were arrested": the day of what came before, unless that is today. */
function isOfCause(chunks: readonly Chunk[], h: Happening, k: number, published: string | null): boolean {
  const first = Math.min(...h.parts);
  if (!chunks.slice(k + 1, first).some(({ kind, mark }) => kind === 'mark' && mark === 'comma')) return false;
  for (let e = k - 1; e > 0 && chunks[e].kind !== 'mark'; e--) {
    if (chunks[e].kind !== 'event' || chunks[e].finite || h.parts.includes(e)) continue;
    const { kind, mark } = chunks[e - 1];
    return (kind === 'cause' || (kind === 'case' && mark === 'after')) && daysOf(chunks[k].node!)?.end !== published;
  }
  return false;
}

/** "jailed three men | convicted of killing a policeman yesterday": the day of what they had done. */
function isOfConvicted(doc: Doc, chunks: readonly Chunk[], last: number, k: number): boolean {
  for (let j = last + 2; j < k; j++) {
    const noun = chunks[j - 1].noun;
    if (chunks[j].kind !== 'say' || !chunks[j].finite || noun === null || noun.definite || hasConjunction(doc, chunks[j].start))
      continue;
    return chunks.slice(j + 1, k).some(({ kind }) => kind === 'event');
  }
  return false;
}

/** "clashes, in breach of the agreement | signed in June": the day on which it was signed. */
function isOfAgreement(chunks: readonly Chunk[], last: number, k: number): boolean {
  for (let j = k - 1; j > last; j--) {
    const { kind, finite, node } = chunks[j];
    if (kind === 'event') {
      const sense = finite ? null : senseOf(node);
      return sense !== null && eventSense(sense).types[0] === 'agreement';
    }
    if (kind !== 'noun' && kind !== 'place' && kind !== 'word') return false;
  }
  return false;
}

/** Chunks around a happening in which the length of its time stands. */
const NEAR = 5;

/** "83 raids within a week", "clashes that lasted three days", "some time ago", "now": a single day is not theirs. */
export function takesDays(doc: Doc, chunks: readonly Chunk[], attributed: Attributed, h: Happening): boolean {
  return (
    goesOverDays(doc, chunks, attributed, h) ||
    toldAsEarlier(chunks, h) ||
    isBeside(chunks, attributed, h, (k) => {
      const { kind, start } = chunks[k];
      return kind === 'background' || field(nodeOf(doc, start, 'adverb'), 'now') === 'yes';
    })
  );
}

/** "had earlier claimed | similar attacks": the word stands with the verb of saying. */
function toldAsEarlier(chunks: readonly Chunk[], h: Happening): boolean {
  for (let k = Math.min(...h.parts) - 1; k > 0; k--) {
    const { kind, finite } = chunks[k];
    if (kind === 'say' && finite) return chunks[k - 1].kind === 'background';
    if (kind === 'mark' || kind === 'contrast') return false;
  }
  return false;
}

/** "83 raids within a week", "clashes that lasted three days" */
export function goesOverDays(doc: Doc, chunks: readonly Chunk[], attributed: Attributed, h: Happening): boolean {
  return isBeside(chunks, attributed, h, (k) => {
    const { kind, node, start } = chunks[k];
    if (kind !== 'date' || isRanked(doc, start)) return false;
    const { type, when } = node!.value as { type?: string; when?: { unit?: string; count?: number | null } };
    if (type !== 'DURATION' || when?.unit === 'minute' || when?.unit === 'second') return false;
    // "within 48 hours": days told in hours
    if (when?.unit === 'hour') return (when.count ?? 0) >= 24;
    return when?.unit !== 'day' || when.count !== 1;
  });
}

/** A chunk of the same voice near the happening fulfils it. */
function isBeside(chunks: readonly Chunk[], { frameOf }: Attributed, h: Happening, fulfils: (k: number) => boolean): boolean {
  const first = Math.max(0, Math.min(...h.parts) - NEAR);
  const last = Math.min(chunks.length - 1, h.until + NEAR);
  for (let k = first; k <= last; k++) if (frameOf[k] === frameOf[h.chunk] && fulfils(k)) return true;
  return false;
}

/** "will hold a meeting this evening on the attacks": a day of what is yet to come is none of what has happened. */
function isComing(chunks: readonly Chunk[], h: Happening, k: number, published: string | null): boolean {
  if (k > Math.min(...h.parts)) return false;
  const ahead = published !== null && (daysOf(chunks[k].node!)?.begin ?? '') > published;
  for (let j = k - 1; j >= 0 && j >= k - 5; j--) {
    if (!chunks[j].finite) continue;
    return (ahead || (chunks[j].bits & SA) !== 0) && !h.parts.includes(j) && h.light !== j;
  }
  return false;
}

/** "were killed on the Eid": a day that was reckoned to be the coming one is none of what the past tense tells. */
function isGuessedAhead(chunks: readonly Chunk[], { chunk }: Happening, k: number, published: string | null): boolean {
  const { begin, anchor, when } = chunks[k].node!.value as { begin?: string | null; anchor?: string; when?: { is?: string } };
  if (published === null || begin == null || begin <= published || anchor !== 'publication' || when?.is !== 'feast') return false;
  return chunks[chunk].finite && featuresOf(chunks[chunk].node!)?.tense === 'past';
}

/** "a raid yesterday on the town, which sees clashes": what goes on there is not of the day that stands before. */
function goesOnApart(chunks: readonly Chunk[], h: Happening, k: number): boolean {
  const verb = h.light >= 0 ? h.light : h.chunk;
  if (!chunks[verb].finite || !isPresent(chunks[verb]) || k > verb) return false;
  for (let j = verb - 1; j > k && j >= verb - 3; j--) if (chunks[j].kind === 'relative') return true;
  return false;
}

/** The day belongs to a relative clause about something else, or to what happened before or after ("hours before the truce"). */
function ofAnother(doc: Doc, chunks: readonly Chunk[], h: Happening, k: number): boolean {
  const after = chunks[k + 1];
  const when = chunks[k].node?.value?.when as { is?: string } | undefined;
  const tied = after?.kind === 'case' ? after.mark : '';
  if (
    (when?.is === 'distance' || when?.is === 'previous') &&
    ((tied === 'on' && !isTarget(chunks[k + 2])) || (tied === 'from' && chunks[k + 2]?.kind === 'event'))
  )
    return true;
  let acts = false;
  for (let j = k - 1; j >= 0 && j >= k - 8; j--) {
    const { kind, finite } = chunks[j];
    if (j === h.chunk || kind === 'contrast' || kind === 'reset') return false;
    // "the coalition, which X leads, yesterday ...": the present tense tells of no day, only of one since which it goes on
    if ((kind === 'event' || kind === 'verb' || kind === 'light' || kind === 'say') && finite)
      acts ||= isOpen(chunks[k]) || !isPresent(chunks[j]);
    // "the shelling that took place on Monday" is dated by its own relative clause
    // "the losses that the mission documented in September": a count is of the time for which it was taken
    if (kind === 'relative' && h.figures.some((f) => f.scope === 'running-total')) return false;
    if (kind === 'relative' || kind === 'background')
      // "the attack, which began at dawn,"
      return (
        acts &&
        !h.parts.includes(chunks[j - 1]?.mark === 'comma' ? j - 2 : j - 1) &&
        !h.parts.some((part) => part > j && part < k) &&
        !goesOnTo(doc, chunks, k, h)
      );
  }
  return false;
}

/** "attacked two days ago | a checkpoint", "found two days ago | the bodies": what is attacked or found, and nothing that the days are counted from. */
const isTarget = (behind: Chunk | undefined): boolean =>
  behind?.kind === 'place' ||
  (behind?.noun != null &&
    (behind.noun.actor !== null || targets.has(behind.noun.kind) || field(behind.noun.node, 'target') === 'yes'));
const targets: ReadonlySet<string> = new Set(['person', 'outcome', 'name', 'title', 'place', 'number']);

/** What happens stands behind the day in the same clause: "the city in which yesterday | 300 were arrested". */
function goesOnTo(doc: Doc, chunks: readonly Chunk[], k: number, h: Happening): boolean {
  const first = Math.min(...h.parts);
  // "broke the truce that began on Friday, and | shelled"
  if (first < k || first - k > 4 || hasConjunction(doc, chunks[first].start)) return false;
  return chunks.slice(k + 1, first).every(({ kind }) => kind === 'noun' || kind === 'case' || kind === 'place');
}

/** The day stands with the words of saying, before what was said or after "according to". */
function saidThen(doc: Doc, chunks: readonly Chunk[], attributed: Attributed, h: Happening, k: number): boolean {
  const { frameOf, used } = attributed;
  if (isDocumented(chunks, attributed, h, k)) return false;
  if (frameOf[k] !== frameOf[h.chunk] && frameOf[h.chunk] >= 0 && !isAround(chunks, attributed, h, k)) return true;
  for (let j = k - 1; j > h.chunk && j >= k - 6; j--)
    if (isClosedBefore(doc, chunks, attributed, j, k)) return false;
    else if (chunks[j].kind === 'according' || (used[j] && chunks[j].kind === 'noun') || (j === k - 2 && tells(chunks, j)))
      return true;
  return false;
}

/** "the network documented in May the death of 74": what is counted in a time happened then; what is recorded on a day may be older. */
export function isDocumented(chunks: readonly Chunk[], { frames, frameOf }: Attributed, h: Happening, k: number): boolean {
  if (frameOf[h.chunk] < 0 || k > h.chunk) return false;
  const days = daysOf(chunks[k].node!);
  if (days === null || days.begin === days.end) return false;
  const { verb, from } = frames[frameOf[h.chunk]];
  if (verb < 0 || verb > h.chunk || field(chunks[verb]?.node ?? null, 'act') !== 'document') return false;
  const first = Math.min(...h.parts);
  if (from > h.chunk || chunks.slice(verb + 1, first).some((c) => c.kind === 'event')) return false;
  for (let j = Math.min(k, verb); j < Math.max(k, verb); j++) if (j !== verb && chunks[j].finite) return false;
  return true;
}

/** "whom | it told | yesterday": a verb of saying and its subject right before the day. */
const tells = (chunks: readonly Chunk[], j: number): boolean =>
  chunks[j].kind === 'say' && chunks[j].finite && chunks[j + 1].kind === 'noun';

/** "yesterday five were killed in a raid | ascribed to X", "that X ascribed to Y last night": whoever ascribes it says no more of the clause. */
function isAround(chunks: readonly Chunk[], { frames, frameOf }: Attributed, h: Happening, k: number): boolean {
  const { rule, from, verb } = frames[frameOf[h.chunk]];
  if (rule !== 'attribution.ascribed' && rule !== 'attribution.carrier') return false;
  if (frameOf[k] !== (from > 0 ? frameOf[from - 1] : -1)) return false;
  // "that X ascribed yesterday to Y"
  return k < from || (k > verb && chunks.slice(verb + 1, k).some((c) => c.kind === 'case' && c.mark === 'to'));
}

/** "attacks in X, and launched last month ...": the day stands in the clause of another deed. */
function isOfNextClause(doc: Doc, chunks: readonly Chunk[], last: number, k: number): boolean {
  // "yesterday five were killed, and-today | three were killed"
  if (hasConjunction(doc, chunks[k].start) && opensDeed(chunks, k + 1)) return true;
  for (let j = last + 1; j < k; j++) {
    if (chunks[j].finite && chunks[j].kind !== 'say' && hasConjunction(doc, chunks[j].start)) return true;
    // "a youth was killed, so that the number of the dead this year rises to 120"
    if (chunks[j].kind === 'word' && chunks[j].node?.kind === 'rise') return true;
  }
  return false;
}

/** "released ten whom it had arrested | last month": the day of the verb in the pluperfect. */
function isOfPluperfect(doc: Doc, chunks: readonly Chunk[], last: number, k: number): boolean {
  for (let j = k - 1; j > last + 1; j--) {
    const { kind, finite, start } = chunks[j];
    if (kind === 'mark' || kind === 'contrast') return false;
    if (!finite || doc.info[start].pronoun === null || hasConjunction(doc, start)) continue;
    return chunks.slice(Math.max(last + 1, j - 2), j).some((c) => c.kind === 'was' && !hasConjunction(doc, c.start));
  }
  return false;
}

/** A verb follows, right away or behind where it was. */
function opensDeed(chunks: readonly Chunk[], from: number): boolean {
  for (let k = from; k < chunks.length && k < from + 4; k++) {
    const { kind, finite, mark } = chunks[k];
    if (finite) return kind === 'event' || kind === 'light' || kind === 'verb';
    // "and today in Y | the killing of three", which is written like the verb
    if (kind === 'event') return chunks[k - 1].kind === 'place';
    if (kind !== 'case' && kind !== 'place' && kind !== 'date' && mark !== 'comma') return false;
  }
  return false;
}

/** "spread after the killing of five on Tuesday": the day of what went before. */
function isOfEarlier(chunks: readonly Chunk[], h: Happening, all: readonly Happening[], last: number, k: number): boolean {
  return all.some((other) => {
    const first = Math.min(...other.parts);
    return other !== h && first > last && first < k && chunks[first - 1].kind === 'case' && chunks[first - 1].mark === 'after';
  });
}
