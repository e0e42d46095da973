/** Figures of a special shape: one number for dead and wounded together, which is never split, and the words that say nobody was harmed. */
import { harmful } from '../claim/outcomes.ts';
import type { Outcome } from '../claim/reading.ts';
import { keepsAn } from './case-endings.ts';
import type { Chunk } from './chunk.ts';
import { outcomeOfNoun } from './count-of.ts';
import type { Doc } from './doc.ts';
import { lacksResult } from './figure-clauses.ts';
import { type FigureDraft, newFigure } from './happening.ts';
import { type NounPhrase, newNoun } from './noun-parts.ts';
import { whoOf } from './who-of.ts';
import { field, hasConjunction, isDefinite, nodeOf } from './words.ts';

/** "20 between dead and wounded", "40 dead and wounded": one number for both, never to be split. */
export function jointOutcome(
  doc: Doc,
  chunks: readonly Chunk[],
  k: number,
  outcome: Outcome,
): { outcome: Outcome; last: number } {
  const noun = chunks[k].noun!;
  const behind = fatesBehindPart(chunks, k);
  let j = behind > k ? behind : behindComma(chunks, k);
  let between = false;
  // "14 people fell, dead or wounded": the verb between says no more than that they fell
  if (chunks[j]?.finite && noun.count !== null && chunks[j + 1]?.kind === 'case' && chunks[j + 1].mark === 'between') j++;
  if (j < chunks.length && chunks[j].kind === 'case' && chunks[j].mark === 'between') {
    between = true;
    j++;
  }
  const states = between ? -1 : fatesBeside(doc, chunks, k);
  if (states > k) {
    between = true;
    j = states;
  }
  const outcomes: Outcome[] = between ? [] : noun.kind === 'outcome' ? [outcome] : [];
  let last = k;
  for (; j < chunks.length; j++) {
    if (states > 0 && nodeOf(doc, chunks[j].start, 'or') !== null) continue;
    const next = chunks[j].noun;
    if (
      chunks[j].kind !== 'noun' ||
      next === null ||
      next.kind !== 'outcome' ||
      next.count !== null ||
      (next.definite && !between && !(noun.count !== null && noun.count.high === null))
    )
      break;
    const bothPlural = noun.count !== null && noun.count.high === null && noun.features?.number === 'pl' && mayBeMany(doc, next);
    if (!between && (!hasConjunction(doc, chunks[j].start) || (next.features?.number !== 'sg' && !bothPlural))) break;
    // "five women and one dead" counts on
    if (!between && noun.kind !== 'outcome') break;
    const value = outcomeOfNoun(next);
    if (value === null) break;
    outcomes.push(value);
    last = j;
  }
  // "dead and wounded and disabled": a third fate in the singular that the number takes
  const third = chunks[last + 1]?.noun ?? null;
  if (outcomes.length > 1 && third?.kind === 'person' && third.count === null && hasConjunction(doc, third.start))
    if (third.features?.state === 'accusative' && !third.definite) last++;
  if (last === k || noun.count === null || (!between && noun.count.low < 2)) return { outcome, last: k };
  // the part and the fates behind it are read on their own
  if (behind > k) last = k;
  const distinct = new Set(outcomes);
  // "between the dead": a group told of before
  if (between && distinct.size === 1 && chunks[last].noun!.definite) return { outcome, last: k };
  if (distinct.size === 1) return { outcome: outcomes[0], last };
  // "140 dead and wounded and missing": for all of them together there is no word
  if (distinct.has('missing')) return { outcome: 'other', last };
  if ([...distinct].every((o) => harmful.has(o))) return { outcome: 'killed-or-injured', last };
  // "between dead, wounded and captive": nobody says how many of them died
  return { outcome: between ? 'other' : outcome, last };
}

/** "nine men (of the army) | dead or wounded": the chunk of the first of two states in which those counted at chunk `k` fell, or -1. */
function fatesBeside(doc: Doc, chunks: readonly Chunk[], k: number): number {
  const noun = chunks[k].noun!;
  if (noun.kind !== 'person' || noun.count === null || noun.count.low < 2) return -1;
  const of = chunks[k + 1]?.kind === 'case' && chunks[k + 1].mark === 'from' && chunks[k + 2]?.noun?.count === null;
  const first = of ? k + 3 : k + 1;
  const isFate = (j: number): boolean => {
    const fate = chunks[j]?.kind === 'noun' ? chunks[j].noun! : null;
    return fate?.kind === 'outcome' && fate.count === null && fate.features?.number === 'pl' && fate.end === fate.head + 1;
  };
  if (!isFate(first) || hasConjunction(doc, chunks[first].start) || isDefinite(doc, chunks[first].start)) return -1;
  const or = chunks[first + 1] !== undefined && nodeOf(doc, chunks[first + 1].start, 'or') !== null;
  const second = or ? first + 2 : first + 1;
  return isFate(second) && (or || hasConjunction(doc, chunks[second].start)) ? first : -1;
}

/** "(dozens of the dead) and the wounded" is written like "the two wounded", but where it ends like a subject. */
const mayBeMany = (doc: Doc, noun: NounPhrase): boolean =>
  noun.features?.number === 'pl' ||
  (noun.features?.number === 'du' && noun.definite && !keepsAn(doc, noun.head) && harmful.has(outcomeOfNoun(noun) ?? 'other'));

/** "20 soldiers, among them an officer, | between dead and wounded": the chunk of "between" behind some of those counted at chunk `k`, or -1. */
export function fatesBehindPart(chunks: readonly Chunk[], k: number): number {
  const isComma = (j: number): boolean => chunks[j]?.kind === 'mark' && chunks[j].mark === 'comma';
  let j = isComma(k + 1) ? k + 2 : k + 1;
  if (chunks[j]?.kind !== 'among') return -1;
  for (j++; j < k + PART && (chunks[j]?.kind === 'noun' || isComma(j)); j++);
  return beginsFates(chunks, j) ? j : -1;
}

const isFate = (chunk: Chunk | undefined): boolean => chunk?.noun?.kind === 'outcome' && chunk.noun.count === null;
const beginsFates = (chunks: readonly Chunk[], j: number): boolean =>
  chunks[j]?.kind === 'case' && chunks[j].mark === 'between' && isFate(chunks[j + 1]) && isFate(chunks[j + 2]);

/** "640 people, | between dead and wounded": the next chunk, behind a comma where it leads to the fates of those counted. */
const behindComma = (chunks: readonly Chunk[], k: number): number =>
  chunks[k].noun!.count !== null && chunks[k + 1]?.kind === 'mark' && chunks[k + 1].mark === 'comma' && beginsFates(chunks, k + 2)
    ? k + 2
    : k + 1;

/** How many chunks some of those counted may be told in. */
const PART = 9;

/** "more than 30 between dead and wounded", "left a number of its men between dead and wounded": the count alone tells nothing of what happened to them. */
export function outcomeBetween(chunks: readonly Chunk[], k: number): Outcome | null {
  const { noun } = chunks[k];
  const behind = fatesBehindPart(chunks, k);
  const between = behind > k ? behind : behindComma(chunks, k);
  const next = chunks[between + 1]?.noun ?? null;
  const people = noun?.kind === 'number' || ((noun?.kind === 'person' || noun?.kind === 'actor') && noun.count !== null);
  if (!people || chunks[between]?.kind !== 'case' || chunks[between].mark !== 'between' || next === null) return null;
  return next.count === null ? outcomeOfNoun(next) : null;
}

/** Fates behind "between": those of people whom no count tells, or (`figure` null) of a whole counted before some of it. */
type Fates = { figure: FigureDraft | null; last: number };

/** "left its members between dead and wounded", "left them between dead and wounded": how many is not told, and of whom the noun before says; null elsewhere. */
export function fatesBetween(doc: Doc, chunks: readonly Chunk[], k: number, all: readonly FigureDraft[]): Fates | null {
  if (chunks[k].kind !== 'case' || chunks[k].mark !== 'between') return null;
  const ofWhole = all.some(({ chunk, partOf }) => partOf === null && fatesBehindPart(chunks, chunk) === k);
  return ofWhole ? { figure: null, last: k + 2 } : fatesBehind(doc, chunks, k);
}

function fatesBehind(doc: Doc, chunks: readonly Chunk[], k: number): Fates | null {
  const isFate = (j: number): boolean => {
    const noun = chunks[j]?.kind === 'noun' ? chunks[j].noun : null;
    return noun?.kind === 'outcome' && noun.count === null && noun.features?.number === 'sg' && !noun.definite;
  };
  if (!isFate(k + 1) || !isFate(k + 2) || !hasConjunction(doc, chunks[k + 2].start)) return null;
  const last = k + 2;
  const outcomes = new Set([k + 1, last].map((j) => outcomeOfNoun(chunks[j].noun!)));
  if (outcomes.size < 2 || ![...outcomes].every((o) => o !== null && harmful.has(o))) return null;
  const before = chunks[k - 1]?.kind === 'noun' ? chunks[k - 1].noun : null;
  const group = before !== null && before.count === null && (before.kind === 'person' || before.actor !== null) ? before : null;
  const { start } = group ?? chunks[k];
  const { end } = chunks[last];
  const noun = group ?? unnamed(start, end);
  if (group === null) noun.head = chunks[k + 1].start;
  const figure = newFigure(
    { low: 2, high: null, mod: 'vague', start, end },
    'killed-or-injured',
    noun,
    group === null ? k + 1 : k - 1,
  );
  if (group !== null) figure.who = whoOf(doc, group);
  return { figure, last };
}

/** Stands for the people of a figure whose words name none. */
export const unnamed = (start: number, end: number): NounPhrase => newNoun(start, end, start, 'number');

/** By the word list, or by the rule that put its words together. */
const outcomeOfNone = ({ node }: Chunk): string | undefined =>
  node !== null && node.word === null ? node.value.outcome : field(node, 'outcome');

/** Nobody harmed; null where the words say that how many is not known. */
export function zero(chunk: Chunk, k: number): FigureDraft | null {
  const told = outcomeOfNone(chunk);
  if (told === 'unknown') return null;
  const outcome = (told as Outcome | undefined) ?? 'injured';
  const { start, end } = chunk;
  return newFigure({ low: 0, high: 0, mod: 'zero', start, end }, outcome, unnamed(start, end), k);
}

/** "did not lead to dead or wounded": nobody was, and the chunk the words end with; null where they leave it open how many. */
export function nobodyHarmed(doc: Doc, chunks: readonly Chunk[], k: number): { figure: FigureDraft; last: number } | null {
  const noun = chunks[k].noun!;
  const own = noun.kind === 'outcome' ? outcomeOfNoun(noun) : null;
  if (own === null || !harmful.has(own) || !lacksResult(chunks, k)) return null;
  const other = chunks[k + 1]?.kind === 'word' ? (chunks[k + 2]?.noun ?? null) : (chunks[k + 1]?.noun ?? null);
  const next = other?.kind === 'outcome' && other.count === null && other.features?.number === 'pl' ? outcomeOfNoun(other) : null;
  const joined = next !== null && harmful.has(next) && (chunks[k + 1].noun === null || hasConjunction(doc, other!.start));
  const last = !joined ? k : chunks[k + 1].noun === null ? k + 2 : k + 1;
  const outcome = joined && next !== own ? 'killed-or-injured' : own;
  const { start } = noun;
  const { end } = chunks[last];
  return { figure: newFigure({ low: 0, high: 0, mod: 'zero', start, end }, outcome, unnamed(start, end), k), last };
}

/** "no fewer than 14 dead and 47 wounded": a bound before the first of two joined numbers holds for both. */
export function shareHedge(doc: Doc, chunks: readonly Chunk[], before: FigureDraft | null, now: FigureDraft): void {
  if (before === null || before.mod !== 'at-least' || now.mod !== 'exact' || before.partOf !== now.partOf) return;
  if (before.noun.kind !== 'outcome' || now.noun.kind !== 'outcome' || now.noun.count === null || before.outcome === now.outcome)
    return;
  if (nodeOf(doc, before.noun.start, 'hedge') === null || !hasConjunction(doc, now.start)) return;
  if (!chunks.slice(before.chunk + 1, now.chunk).every(({ kind }) => kind === 'word')) return;
  now.mod = 'at-least';
  now.high = null;
}
