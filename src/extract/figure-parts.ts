/** Which people counted are some of others: where a list of parts opens and ends, and whose parts they are. */
import type { Who } from '../claim/reading.ts';
import { BI } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import { countOf, outcomeOfNoun } from './count-of.ts';
import type { Doc } from './doc.ts';
import { besideManner } from './figure-lists.ts';
import { type FigureDraft, takes } from './happening.ts';
import { itemAt } from './item-at.ts';
import type { NounPhrase } from './noun-parts.ts';
import { eventSense } from './senses.ts';
import { field, hasConjunction, nodeOf, senseOf } from './words.ts';

/** "8 of them" after a target: the pronoun points back at people told of, it opens no list. */
export function ofThem(doc: Doc, chunks: readonly Chunk[], k: number, noun: NounPhrase): boolean {
  const after = chunks[k + 1];
  if (after === undefined || after.kind !== 'among' || noun.count === null || noun.kind !== 'number') return false;
  return nodeOf(doc, after.start, 'among')?.end === after.end && !startsPart(doc, chunks, k + 2);
}

/** "16 were killed in raids on villages of the south, nine of them in two raids": the comma brings back those counted last. */
export function partOfTold(doc: Doc, chunks: readonly Chunk[], k: number, all: readonly FigureDraft[]): FigureDraft | null {
  const noun = chunks[k].noun!;
  if (!isComma(itemAt(chunks, k - 1)) || noun.count === null || hasConjunction(doc, noun.start) || !ofThem(doc, chunks, k, noun))
    return null;
  const { low } = noun.count;
  const whole = all.findLast((f) => f.partOf === null && f.mod !== 'zero' && f.low > 1 && low <= (f.high ?? low)) ?? null;
  if (whole === null) return null;
  return chunks.slice(whole.chunk + 1, k).some(({ kind }) => turns.has(kind)) ? null : whole;
}

/** "killed 60 of them": of those of whom the sentence told the same before. */
export function wholeOf(doc: Doc, all: readonly FigureDraft[], { noun, outcome, low }: FigureDraft): FigureDraft | null {
  if (hasConjunction(doc, noun.start)) return null;
  const whole = all.findLast((f) => f.partOf === null && f.mod !== 'zero' && f.outcome === outcome) ?? null;
  return whole !== null && low < (whole.high ?? Number.POSITIVE_INFINITY) && whole.low > 1 ? whole : null;
}

const isComma = (chunk: Chunk | undefined): boolean => chunk?.kind === 'mark' && chunk.mark === 'comma';
const turns: ReadonlySet<string> = new Set(['contrast', 'reset', 'say', 'result']);

/** "20 people, nine of them in two raids": the number is a part of those counted right before. */
export function partBehind(doc: Doc, chunks: readonly Chunk[], k: number, before: FigureDraft | undefined): FigureDraft | null {
  if (before === undefined || (before.chunk !== k - 1 && (before.chunk !== k - 2 || !isComma(chunks[k - 1])))) return null;
  const noun = chunks[k].noun!;
  if (!ofThem(doc, chunks, k, noun) || noun.count === null || hasConjunction(doc, noun.start)) return null;
  return before.high === null || noun.count.low <= before.high ? before : null;
}

/** "(three of them) | in a grave state", "(others of them) | with wounds": how they are counts nobody. */
export const isHowTheyAre = ({ kind, noun, bits }: Chunk): boolean =>
  kind === 'noun' && noun!.count === null && !noun!.definite && (bits & BI) !== 0;

/** "in a critical state" */
export const isState = (doc: Doc, { noun }: Chunk): boolean =>
  noun?.kind === 'outcome' && field(nodeOf(doc, noun.head, 'thing'), 'condition') === 'yes' && noun.features?.number === 'sg';

export const startsPart = (doc: Doc, chunks: readonly Chunk[], k: number): boolean => {
  const noun = chunks[k]?.noun ?? null;
  if (noun !== null && isHowTheyAre(chunks[k])) return false;
  return noun !== null && chunks[k].kind === 'noun' && countOf(doc, noun, true) !== null;
};

/** "(a woman and two children)" behind a count. */
export function opensList(doc: Doc, chunks: readonly Chunk[], k: number, all: readonly FigureDraft[]): boolean {
  const chunk = chunks[k];
  const before = all.at(-1);
  if (chunk.kind !== 'mark' || chunk.mark !== 'open-paren' || before === undefined) return false;
  if (before.chunk !== k - 1 && before.chunk !== besideManner(doc, chunks, k)) return false;
  if (before.low < 2 || !startsPart(doc, chunks, k + 1)) return false;
  // "six ladies (a grown woman)": one behind many, alone in the bracket, says what the word means
  const { count, features } = chunks[k + 1].noun!;
  const alone = chunks[k + 2]?.kind === 'mark' && chunks[k + 2].mark === 'close-paren';
  return count !== null || features?.number !== 'sg' || !alone;
}

/** The figure a subset is part of: the nearest one before it that counts more than one. */
export function parentFor(all: readonly FigureDraft[]): FigureDraft | null {
  for (let n = all.length - 1; n >= 0; n--) {
    const figure = all[n];
    // "eight, among them children and women; six of them": of the eight
    if (figure.mod === 'zero' || (figure.partOf !== null && figure.mod === 'vague')) continue;
    if (figure.low > 1 || figure.high === null) return figure;
  }
  return null;
}

const unarmed: ReadonlySet<Who> = new Set<Who>(['civilian', 'child', 'woman', 'journalist', 'health-worker', 'aid-worker']);

/** "28, among them 17 civilians, of whom one a child, and 11 soldiers": no part of the civilians, but of the 28. */
export function goesOnOuter(figure: FigureDraft): boolean {
  const whole = figure.partOf!;
  return whole.partOf !== null && (tooLarge(figure) || (unarmed.has(whole.who) && figure.who === 'combatant'));
}

/** No fighter is one of the civilians. */
export const isOfOthers = ({ who, partOf }: FigureDraft): boolean => who === 'combatant' && partOf!.who === 'civilian';

export function tooLarge(figure: FigureDraft): boolean {
  const whole = figure.partOf!;
  return whole.high !== null && figure.low > whole.high;
}

/** How far before the pronoun a share in per cent may stand, in chunks. */
const SHARE = 5;

/** "they are two men, two children": a pronoun that lists who the counted are. */
export function isListPronoun(doc: Doc, chunks: readonly Chunk[], k: number): boolean {
  // "they are: 15 men, ..."
  const colon = chunks[k + 1]?.kind === 'mark' && chunks[k + 1].mark === 'colon';
  const after = chunks[colon ? k + 2 : k + 1];
  if (after === undefined || after.noun === null || after.kind !== 'noun' || (colon && after.noun.count === null)) return false;
  // "and he is one of the leaders": one man lists nobody
  if (field(nodeOf(doc, chunks[k].start, 'pronoun'), 'one') === 'yes') return false;
  // "it is the second in two days"
  if (nodeOf(doc, after.start, 'ordinal') !== null) return false;
  // "48 % of the victims are women and children"
  if (chunks.slice(Math.max(0, k - SHARE), k).some(({ kind, mark }) => kind === 'mark' && mark === 'percent')) return false;
  // "in a toll that is the highest": said of the toll
  const before = chunks[k - 1]?.noun ?? null;
  // but in "nine were killed in X, they are five soldiers" it stands behind where that was
  const where = after.noun.count !== null && chunks[k - 2]?.kind === 'case';
  if (before !== null && before.count === null && !before.definite && !people.has(before.kind) && !where) return false;
  return (
    nodeOf(doc, chunks[k].start, 'pronoun') !== null && countOf(doc, after.noun, true) !== null && !isRelativeClause(chunks, k)
  );
}

const people: ReadonlySet<string> = new Set(['person', 'outcome', 'number', 'name', 'title', 'actor']);

const isRelativeClause = (chunks: readonly Chunk[], k: number): boolean =>
  k > 0 && (chunks[k - 1].kind === 'relative' || chunks[k - 1].kind === 'that');

export function endsSubset(doc: Doc, chunks: readonly Chunk[], k: number, all: readonly FigureDraft[]): boolean {
  const chunk = chunks[k];
  if (isWayOfPart(chunks, k, all.at(-1))) return false;
  if (chunk.kind === 'event') return true;
  if (
    chunk.kind === 'contrast' ||
    chunk.kind === 'reset' ||
    chunk.kind === 'result' ||
    chunk.kind === 'say' ||
    chunk.kind === 'additional' ||
    chunk.kind === 'cause' ||
    // "among them 90 children, which means that"
    chunk.kind === 'that' ||
    chunk.kind === 'light'
  )
    return true;
  if (chunk.kind === 'verb' && hasConjunction(doc, chunk.start)) return true;
  if (chunk.kind === 'noun' && chunk.noun?.kind === 'outcome' && hasConjunction(doc, chunk.start) && chunk.noun.count !== null) {
    // "of them 95 dead and 222 wounded": the list goes on by what happened
    const last = all.at(-1);
    if (last?.partOf == null || last.chunk < k - 2) return true;
    // "of them 1,409 civilians and 7 prisoners": what they were before
    const was = outcomeOfNoun(chunk.noun);
    return last.noun.kind !== 'outcome' && !(last.outcome === 'killed' && was !== null && takes.has(was));
  }
  if (fareOtherwise(doc, chunks, k, all.at(-1))) return true;
  // "69 dead, among them 20 children, and the wounded | to | 660"
  const { noun } = chunk;
  const other = chunk.kind === 'noun' && noun?.kind === 'outcome' && noun.definite && noun.count === null;
  return other && hasConjunction(doc, chunk.start) && chunks[k + 1]?.kind === 'case' && chunks[k + 1].mark === 'to';
}

/** "38 were killed, nine of them children, | and 312 | were wounded": counted with a verb of their own, which says another fate. */
function fareOtherwise(doc: Doc, chunks: readonly Chunk[], k: number, last: FigureDraft | undefined): boolean {
  const { kind, noun, start } = chunks[k];
  const verb = chunks[k + 1];
  if (last === undefined || kind !== 'noun' || noun?.count == null || !hasConjunction(doc, start)) return false;
  if (verb?.kind !== 'event' || !verb.finite || hasConjunction(doc, verb.start)) return false;
  const sense = senseOf(verb.node);
  const outcome = sense === null ? null : eventSense(sense).outcome;
  return outcome !== null && outcome !== last.outcome;
}

/** "among them 9 | by shelling | and 6 by snipers": how those counted last died stands inside the list. */
const isWayOfPart = (chunks: readonly Chunk[], k: number, last: FigureDraft | undefined): boolean => {
  if (last === undefined || last.partOf === null || last.noun.kind !== 'number' || last.noun.end !== chunks[last.chunk].end)
    return false;
  const { kind, finite } = chunks[k];
  if (kind === 'cause') return k === last.chunk + 1;
  const tied = k === last.chunk + 2 && (chunks[k - 1].kind === 'cause' || chunks[k - 1].kind === 'case');
  return kind === 'event' && !finite && (tied || k === last.chunk + 1);
};
