/** Words for people that stand beside people counted and count nobody anew: what they are, whose kin they are, the heading that their numbers stand behind. */
import { harmed } from '../claim/outcomes.ts';
import type { Outcome } from '../claim/reading.ts';
import { BI, KA, LI } from '../lexicon/analyze.ts';
import type { Features } from '../lexicon/features.ts';
import type { Node } from '../rules/node.ts';
import { HEH } from '../text/letters.ts';
import type { Chunk } from './chunk.ts';
import { countOf, outcomeOfNoun } from './count-of.ts';
import type { Doc } from './doc.ts';
import type { FigureDraft, Happening } from './happening.ts';
import type { NounPhrase } from './noun-parts.ts';
import { isArmed } from './parties.ts';
import { eventSense } from './senses.ts';
import { featuresOf, field, hasConjunction, isDefinite, looseOfToken, nodeOf, senseOf } from './words.ts';

/** "four children | siblings", "five workers | kidnapped", "three persons | of unknown identity": an adjective of those counted right before. */
export function describesCounted(doc: Doc, chunks: readonly Chunk[], k: number, before: FigureDraft | undefined): boolean {
  const noun = chunks[k].noun!;
  if (isWhatRose(doc, chunks, k)) return true;
  // "the commander Salim A., | known as Abu B."
  if (before !== undefined && noun.count === null && nodeOf(doc, noun.start, 'nickname') !== null) return true;
  if (before !== undefined && isStateOfNamed(doc, chunks, k, before)) return true;
  if (before === undefined || before.chunk !== k - 1) return false;
  // "the body of a youth | killed (in the accusative) by bullets"
  const state = noun.kind === 'outcome' && noun.features?.number === 'sg' && noun.features.state === 'accusative';
  if (state && noun.count === null && before.high === 1 && before.noun.end === noun.start && !noun.definite) return true;
  return isAdjectiveOf(doc, before.noun, noun);
}

/** "the youths X and Y fell | dead": the state of those named right before. */
const isStateOfNamed = (doc: Doc, chunks: readonly Chunk[], k: number, before: FigureDraft): boolean => {
  const noun = chunks[k].noun!;
  if (noun.kind !== 'outcome' || noun.count !== null || noun.definite || noun.features?.number !== 'pl' || before.low < 2)
    return false;
  if (doc.bits[noun.start] !== 0 || before.outcome !== outcomeOfNoun(noun) || before.chunk < k - 3) return false;
  return chunks.slice(before.chunk + 1, k).every(({ kind, noun: named }) => kind === 'noun' && named?.kind === 'name');
};

/** The noun right behind those counted only says what they are. */
export function isAdjectiveOf(doc: Doc, counted: NounPhrase, noun: NounPhrase): boolean {
  if (counted.end !== noun.start || noun.count !== null || (noun.kind !== 'person' && noun.kind !== 'outcome')) return false;
  if (doc.bits[noun.start] & (BI | LI | KA) || hasConjunction(doc, noun.start) || isDefinite(doc, noun.head)) return false;
  if (doc.info[noun.head].pronoun !== null || (counted.kind !== 'person' && counted.kind !== 'outcome')) return false;
  // "twelve gunmen killed | civilians"
  if (isArmed(counted) && !isArmed(noun) && noun.kind === 'person') return false;
  // "kidnapped" of two is written like that of many
  const many = doc.at[noun.head].some((node) => node.kind === noun.kind && featuresOf(node)?.number === 'pl');
  if (many && counted.count !== null && counted.count.low > 2) return true;
  const two = counted.features?.number === 'du' || counted.count?.low === 2;
  return noun.features?.number === 'du' && two && endAlike(doc, counted.head, noun.head);
}

const endAlike = (doc: Doc, a: number, b: number): boolean => looseOfToken(doc, a).slice(-2) === looseOfToken(doc, b).slice(-2);

/** "a child | martyred", "three children | (who are) dead", "two wounded youths": what befell them is told by their adjective; null where none is. */
export function fateDescribed(doc: Doc, chunks: readonly Chunk[], k: number): Outcome | null {
  const noun = chunks[k].noun!;
  if (noun.kind !== 'person' || noun.definite) return null;
  const next = chunks[k + 1]?.kind === 'noun' ? chunks[k + 1].noun : null;
  if (next?.kind === 'outcome' && isAdjectiveOf(doc, noun, next)) return harmOf(next.node);
  // "a correspondent (saw) burnt (cars)": an adjective agrees
  for (let i = noun.head + 1; i < noun.end && !hasConjunction(doc, i) && !isDefinite(doc, i); i++) {
    const own = doc.at[i].find((node) => node.kind === 'outcome' && alike(featuresOf(node), noun.features));
    // "a man struck by an illness": nobody wounded him
    if (own !== undefined) return doc.at[i].some((n) => n.kind === 'person' && n.end > own.end) ? null : harmOf(own);
  }
  return null;
}

const alike = (a: Features | null, b: Features | null): boolean =>
  a !== null && b !== null && a.number === b.number && a.gender === b.gender;

function harmOf(node: Node<any> | null): Outcome | null {
  const value = field(node, 'value');
  return value === 'killed' || value === 'injured' ? value : null;
}

const isTheirNumber = (doc: Doc, i: number): boolean =>
  nodeOf(doc, i, 'comprising') !== null || (nodeOf(doc, i, 'total') !== null && doc.info[i].pronoun !== null);

/** "members of the family, and their number is eight": the number is theirs. */
export function isNumberOf(doc: Doc, chunks: readonly Chunk[], before: FigureDraft | undefined, now: FigureDraft): boolean {
  if (before === undefined || before.mod !== 'vague' || before.chunk < now.chunk - 3 || before.outcome !== now.outcome)
    return false;
  const told = chunks[now.chunk - 1];
  return now.noun.kind === 'number' && told !== undefined && isTheirNumber(doc, told.start);
}

/** "losses in lives: 12 dead and 8 wounded": the heading counts nobody beside the numbers behind it. */
export function headsNumbers(doc: Doc, chunks: readonly Chunk[], k: number): boolean {
  const noun = chunks[k].noun!;
  if (noun.kind !== 'outcome' || noun.count !== null || noun.features?.number !== 'pl') return false;
  const [colon, next] = [chunks[k + 1], chunks[k + 2]?.noun ?? null];
  return colon?.kind === 'mark' && colon.mark === 'colon' && next?.count != null && countOf(doc, next, true) !== null;
}

/** "four children and a woman, she is their mother": says who the one counted last is. */
export function tellsWhoOneIs(doc: Doc, chunks: readonly Chunk[], k: number, before: FigureDraft | undefined): boolean {
  const noun = chunks[k].noun!;
  // "two members of the group, and the two members | are"
  if (noun.definite && noun.count === null && noun.features?.number === 'du' && chunks[k + 1]?.kind === 'pronoun')
    return before !== undefined && before.low === 2;
  // "the commander X, and he is | a Frenchman"
  if (before === undefined || before.low !== 1 || before.high !== 1 || noun.count !== null) return false;
  const { kind, start } = chunks[k - 1] ?? chunks[0];
  if (kind !== 'pronoun' || nodeOf(doc, start, 'pronoun') === null || before.chunk < k - 3) return false;
  return noun.features?.number === 'sg' && !hasConjunction(doc, noun.start);
}

/** "the correspondent and | the cameraman (were killed)": a man of another trade beside one man, joined to him by "and"; "the dead man" is himself. */
const isCompanion = (doc: Doc, chunks: readonly Chunk[], k: number, { noun: one, low, high, chunk }: FigureDraft): boolean =>
  low === 1 &&
  high === 1 &&
  one.definite &&
  one.kind === 'person' &&
  chunks[k].noun!.kind === 'person' &&
  chunks[k].noun!.node !== one.node &&
  (chunk === k - 1 ? hasConjunction(doc, chunks[k].noun!.start) : chunk === k - 2 && chunks[k - 1].kind === 'additional');

/** "the father and | the mother": kin with the article, joined to somebody counted right before or in their list, was not told of yet; nor whom something else befell. */
export function isKinBeside(
  doc: Doc,
  chunks: readonly Chunk[],
  k: number,
  all: readonly FigureDraft[],
  owner: Happening | null,
  listEnd: number,
): boolean {
  const noun = chunks[k].noun!;
  const before = all.at(-1);
  if (before === undefined) return false;
  if (field(noun.node, 'kin') !== 'yes') return owner !== null && isCompanion(doc, chunks, k, before);
  if (k <= listEnd) return true;
  // "a man and his daughter were killed, and the mother was wounded"
  if (owner?.finite && owner.outcome !== null && harmed.has(owner.outcome) && all.every((f) => f.outcome !== owner.outcome))
    return true;
  if (before.chunk === k - 1) return hasConjunction(doc, noun.start);
  // "seven of one family, they are | the father"
  return chunks[k - 1]?.kind === 'pronoun' && before.chunk >= k - 3;
}

/**
 * "The wounding of two citizens in shelling of X two citizens were wounded ...", "three dead in Y X and his son were killed": a verb without "and" tells once more
 * what the words before it told. The same number is counted once, and single people are some of those counted.
 */
export function countRetoldOnce(doc: Doc, chunks: readonly Chunk[], h: Happening): void {
  if (h.figures.length < 2) return;
  for (let e = h.figures[0].chunk + 1; e < chunks.length; e++) {
    const outcome = retells(doc, chunks, e);
    if (outcome === null) continue;
    const wholes = h.figures.filter((f) => f.outcome === outcome && f.partOf === null && f.scope === 'event');
    const before = wholes.filter((f) => f.chunk < e);
    const after = wholes.filter((f) => f.chunk > e);
    if (before.length !== 1 || after.length === 0 || before[0].mod !== 'exact') continue;
    const [first] = before;
    const [again] = after;
    // "that 90 civilians | were killed ..., besides the killing of a fighter": the verb is theirs
    if (e === first.chunk + 1 || goesOn(doc, chunks, first.chunk, e)) continue;
    if (after.length === 1 && again.mod === 'exact' && again.low === first.low) {
      h.figures = h.figures.filter((f) => f !== again);
      for (const f of h.figures) if (f.partOf === again) f.partOf = first;
    } else if (after.every((f) => f.low === 1 && f.high === 1) && after.length <= first.low)
      for (const f of after) f.partOf = first;
  }
}

/** "..., and in the town of Y were killed": a mark, or "and" before where and when, begins something else. */
const goesOn = (doc: Doc, chunks: readonly Chunk[], from: number, to: number): boolean =>
  chunks
    .slice(from + 1, to)
    .some(({ kind, start }) =>
      kind === 'mark' || ties.has(kind)
        ? kind !== 'case' || hasConjunction(doc, start)
        : opens.has(kind) && hasConjunction(doc, start),
    );
const opens: ReadonlySet<string> = new Set(['date', 'place', 'light', 'event', 'result']);

/** What a verb that nothing joins to the words before it says happened; null where no such verb stands at `e`. */
function retells(doc: Doc, chunks: readonly Chunk[], e: number): Outcome | null {
  const { kind, finite, start, node } = chunks[e];
  if (kind !== 'event' || !finite || hasConjunction(doc, start) || ties.has(chunks[e - 1].kind)) return null;
  const sense = senseOf(node);
  if (sense === null) return null;
  const { outcome, weak } = eventSense(sense);
  return weak ? null : outcome;
}

/** Words behind which a verb goes on with what they say. */
const ties: ReadonlySet<string> = new Set([
  'relative',
  'that',
  'contrast',
  'negation',
  'modal',
  'was',
  'pronoun',
  'case',
  'word',
  'continue',
  'reset',
]);

/** "482 were killed, compared with | 333 last year": a count of another time, told beside this one. */
export function isCompared(chunks: readonly Chunk[], k: number): boolean {
  const at = chunks[k - 1]?.kind === 'word' ? k - 2 : k - 1;
  const compares = chunks[at]?.kind === 'case' ? field(chunks[at].node, 'compares') : undefined;
  return compares === 'all' || (compares === 'period' && chunks[k + 1]?.kind === 'date');
}

/** "a child who fell | victim": the state of who was counted before the verb. */
export const fallsVictim = (doc: Doc, chunks: readonly Chunk[], k: number, before: FigureDraft | undefined): boolean => {
  const { noun } = chunks[k];
  if (noun?.kind !== 'outcome' || noun.count !== null || isDefinite(doc, noun.head)) return false;
  if (isVictimOf(doc, chunks, k, noun)) return true;
  if (noun.definite || before === undefined || before.chunk !== k - 2) return false;
  return chunks[k - 1].kind === 'event' && chunks[k - 1].finite && before.low === 1 && noun.features?.number === 'sg';
};

/** "the refugees fell | victim of fraud", "the family fell | victim of a shell": the state of the subject of the verb. */
function isVictimOf(doc: Doc, chunks: readonly Chunk[], k: number, { head, end, node, features }: NounPhrase): boolean {
  if (features?.number !== 'sg' || field(node, 'value') !== 'killed-or-injured' || doc.bits[head] !== 0) return false;
  const next = head + 1;
  const of = next < end ? !nodeIsQuality(doc, next) : chunks[k + 1]?.kind === 'event' && chunks[k + 1].start === end;
  return of && chunks.slice(Math.max(0, k - VERB), k).some((c) => c.finite);
}

/** How many chunks before the word its verb may stand. */
const VERB = 4;

/** An adjective of the one victim agrees: it has no article and ends like a feminine. */
const nodeIsQuality = (doc: Doc, i: number): boolean =>
  !isDefinite(doc, i) && nodeOf(doc, i, 'thing') === null && looseOfToken(doc, i).endsWith(HEH);

/** How far behind it the number may stand to which it rose. */
const RISEN = 9;

/** "a rise of | the dead | of the clashes to 41": whoever is counted is counted by the number. */
function isWhatRose(doc: Doc, chunks: readonly Chunk[], k: number): boolean {
  const { noun } = chunks[k];
  const rise = chunks[k - 1];
  if (noun?.kind !== 'outcome' || noun.count !== null || rise === undefined || rise.end !== noun.start) return false;
  if (nodeOf(doc, rise.start, 'rise') === null) return false;
  return chunks
    .slice(k + 1, k + RISEN)
    .some((c, j, rest) => c.kind === 'case' && c.mark === 'to' && rest[j + 1]?.noun?.count != null);
}
