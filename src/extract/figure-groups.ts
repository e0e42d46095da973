/**
 * Groups of which some are counted: "among the dead 3 children", "three civilians were among the victims of the attack", "288, of them 55 children, were
 * killed in raids, and 76, of them ..."; and what the words around such a list say happened to those in it.
 */
import type { Outcome } from '../claim/reading.ts';
import type { Chunk } from './chunk.ts';
import { countOf, outcomeOfNoun } from './count-of.ts';
import type { Doc } from './doc.ts';
import type { FigureDraft } from './happening.ts';
import { itemAt } from './item-at.ts';
import type { NounPhrase } from './noun-parts.ts';
import { eventSense } from './senses.ts';
import { field, hasConjunction, isDefinite, nodeOf, senseOf, strictOfToken } from './words.ts';

/** "among the dead", "between the wounded": what happened to the group that others are some of, and the chunk the words end with. */
export function groupAmong(doc: Doc, chunks: readonly Chunk[], k: number): { outcome: Outcome; last: number } | null {
  const chunk = chunks[k];
  if (chunk === undefined) return null;
  // "from among the dead"
  if (chunk.kind === 'case' && chunk.mark === 'from' && chunks[k + 1]?.kind === 'case' && chunks[k + 1].mark === 'between')
    return groupAmong(doc, chunks, k + 1);
  if (chunk.kind === 'among') {
    for (let i = chunk.start; i < chunk.end; i++) {
      const outcome = field(nodeOf(doc, i, 'outcome'), 'value') as Outcome | undefined;
      if (outcome !== undefined) return { outcome, last: k };
    }
    return null;
  }
  if (chunk.kind !== 'case' || !(chunk.mark === 'between' || field(chunk.node, 'group') === 'yes')) return null;
  const noun = chunks[k + 1]?.noun ?? null;
  if (noun === null || noun.count !== null || noun.kind !== 'outcome') return null;
  // the plural of "detainee" has the letters of the dual
  if (noun.features?.number !== 'pl' && !(noun.features?.number === 'du' && noun.definite)) return null;
  const owner = ownerOf(chunks, k + 1);
  if (!noun.definite && owner < 0) return null;
  // "between the dead and the wounded" is no group
  const next = chunks[k + 2]?.noun ?? null;
  if (next !== null && next.kind === 'outcome' && next.count === null && hasConjunction(doc, next.start)) return null;
  return { outcome: outcomeOfNoun(noun) ?? 'killed-or-injured', last: Math.max(owner, k + 1) };
}

/** "among the victims 14 men and 4 boys met their death": what the verb behind a list says of those listed; null where none does. */
export function fateBehind(doc: Doc, chunks: readonly Chunk[], k: number): Outcome | null {
  for (let j = k + 1; j < chunks.length; j++) {
    const { kind, finite, node, start } = chunks[j];
    if (kind === 'event') {
      const sense = finite && !hasConjunction(doc, start) ? senseOf(node) : null;
      return sense === null ? null : eventSense(sense).outcome;
    }
    if (kind !== 'noun' && !(kind === 'mark' && chunks[j].mark === 'comma') && kind !== 'word') return null;
  }
  return null;
}

/** The last people counted of an outcome. */
const wholeWith = (all: readonly FigureDraft[], outcome: Outcome): FigureDraft | null =>
  all.findLast(
    (figure) =>
      figure.outcome === outcome && figure.partOf === null && figure.mod !== 'zero' && (figure.low > 1 || figure.high === null),
  ) ?? null;

/** "victims of the attack": the chunk with the owner that makes them known; -1 where none does. */
function ownerOf(chunks: readonly Chunk[], k: number): number {
  const noun = chunks[k].noun!;
  if (noun.end > noun.head + 1) return k;
  const next = chunks[k + 1];
  return next?.kind === 'event' && !next.finite && next.start === noun.end ? k + 1 : -1;
}

/** "three civilians and a policeman | were | among the victims of the attack": the group that those counted at `k` are said to belong to; null elsewhere. */
export function groupBehind(doc: Doc, chunks: readonly Chunk[], k: number): { outcome: Outcome; last: number } | null {
  for (let j = k + 1; j < chunks.length && j <= k + REACH; j++) {
    const { kind, noun, start } = chunks[j];
    const group = kind === 'case' || kind === 'among' ? groupAmong(doc, chunks, j) : null;
    // "50 others, and among the dead are": another clause
    if (group !== null) return hasConjunction(doc, start) ? null : group;
    if (kind === 'was' || kind === 'pronoun' || (kind === 'word' && nodeOf(doc, start, 'and') !== null)) continue;
    if (kind !== 'noun' || noun === null || !hasConjunction(doc, start) || countOf(doc, noun, true) === null) return null;
  }
  return null;
}

const REACH = 6;

/**
 * "288, of them 55 children, were killed in raids, and 76, of them 16, ..., and 7 civilians were killed": another of those that a list spreads over; null where
 * none is. `spread`: those that are said to be spread over a list; `subset`: those of whom some were told of last.
 */
export function nextOfList(
  doc: Doc,
  chunks: readonly Chunk[],
  k: number,
  spread: FigureDraft | null,
  subset: FigureDraft | null,
  inSubset: boolean,
): { outcome: Outcome; whole: FigureDraft | null } | null {
  const noun = chunks[k].noun!;
  if (noun.count === null || !hasConjunction(doc, noun.start)) return null;
  if (spread !== null && subset !== spread && subset?.partOf !== spread) return null;
  const lists = noun.kind === 'number' && chunks[k + 1]?.kind === 'among';
  const list = spread ?? (lists && subset?.noun.kind === 'number' ? subset.partOf : null);
  if (list === null || (!lists && (inSubset || !dies(chunks, k, list.outcome)))) return null;
  return { outcome: list.outcome, whole: list.high === null || noun.count.low <= list.high ? list : null };
}

/** "(7 civilians) were killed": the verb right behind says of those counted what was said of all. */
const dies = (chunks: readonly Chunk[], k: number, outcome: Outcome): boolean => {
  const next = chunks[k + 1];
  const sense = next?.finite === true && next.kind === 'event' ? senseOf(next.node) : null;
  return sense !== null && eventSense(sense).outcome === outcome;
};

/** "the civilians: 858", "the wounded: 12": who is counted stands before a colon. */
export function labelOf(doc: Doc, chunks: readonly Chunk[], k: number): Chunk | null {
  const noun = chunks[k].noun!;
  const colon = itemAt(chunks, k - 1);
  const label = itemAt(chunks, k - 2);
  if (colon?.kind !== 'mark' || colon.mark !== 'colon' || noun.kind !== 'number' || noun.count === null) return null;
  if (label?.noun == null || label.noun.count !== null || !label.noun.definite || label.noun.features?.number !== 'pl')
    return null;
  if (label.noun.kind !== 'person' && label.noun.kind !== 'outcome') return null;
  return nodeOf(doc, label.start, 'total') === null ? label : null;
}

/** How many chunks a heading may be long. */
const HEADING = 8;

/** "the dead: 12 civilians, 3 soldiers", "the wounded of the shelling of X: a woman and 7 children": what befell those counted behind the colon; null elsewhere. */
export function headingOf(doc: Doc, chunks: readonly Chunk[], k: number): { outcome: Outcome; last: number } | null {
  const { noun } = chunks[k];
  if (noun === null || noun.kind !== 'outcome' || noun.count !== null || noun.features?.number !== 'pl') return null;
  // "(said that) the dead are | seven policemen and five guards"
  const are = chunks[k + 1];
  if (are?.kind === 'pronoun' && noun.definite && chunks[k + 2]?.noun?.count != null && isPlainPronoun(doc, are.start)) {
    const opens = k === 0 || chunks[k - 1].kind === 'mark' || chunks[k - 1].kind === 'that';
    const outcome = opens && !isShare(chunks, k + 2) ? outcomeOfNoun(noun) : null;
    return outcome === null ? null : { outcome, last: k + 1 };
  }
  if (k > 0 && chunks[k - 1].kind !== 'mark') return null;
  for (let j = k + 1; j < chunks.length && j <= k + HEADING; j++) {
    const { kind, mark, finite } = chunks[j];
    if (finite || chunks[j].noun?.count != null) return null;
    if (kind !== 'mark') continue;
    const next = mark === 'colon' ? (chunks[j + 1]?.noun ?? null) : null;
    const lists =
      next !== null && next.kind !== 'number' && next.node?.kind !== 'given-name' && countOf(doc, next, true) !== null;
    const outcome = lists && (next.count !== null || hasConjunction(doc, next.end)) ? outcomeOfNoun(noun) : null;
    return outcome === null ? null : { outcome, last: j };
  }
  return null;
}

/** "they", which lists no single man. */
const isPlainPronoun = (doc: Doc, i: number): boolean => {
  const pronoun = nodeOf(doc, i, 'pronoun');
  return pronoun !== null && field(pronoun, 'one') !== 'yes';
};

/** "are 40 % children" */
const isShare = (chunks: readonly Chunk[], k: number): boolean =>
  chunks[k + 1]?.kind === 'mark' && chunks[k + 1].mark === 'percent';

/** Whether what a list is said to be spread over ("they are made up of", "as follows") are those of the whole list, not its last part. */
export const spreads = (chunk: Chunk): boolean => field(chunk.node, 'spreads') === 'yes';

/** "of them 95 dead and 222 wounded": a part that says what happened belongs to those of the same fate. */
export function wholeOfFate(
  all: readonly FigureDraft[],
  whole: FigureDraft,
  own: Outcome | null,
  low: number,
): FigureDraft | null {
  if (own === null || own === whole.outcome || whole.outcome === 'killed-or-injured' || !fates.has(own)) return whole;
  const other = wholeWith(all, own);
  return other !== null && (other.high === null || low <= other.high) ? other : null;
}

/** Those counted before to whom a group belongs: they suffered the same, or "the victims" are the only people harmed. */
export function wholeOfGroup(all: readonly FigureDraft[], outcome: Outcome, low: number): FigureDraft | null {
  const wholes = all.filter((f) => f.partOf === null && f.among !== true && f.mod !== 'zero' && (f.low > 1 || f.high === null));
  const fits = (f: FigureDraft): boolean => f.high === null || low <= f.high;
  const same = wholes.findLast((f) => f.outcome === outcome && fits(f));
  if (same !== undefined || outcome !== 'killed-or-injured') return same ?? null;
  const harmed = wholes.filter((f) => fates.has(f.outcome));
  return harmed.length > 0 && harmed.every((f) => f.outcome === 'killed') ? (harmed.findLast(fits) ?? null) : null;
}

/** "four of | the dead": some of those counted before, where their own word still says what befell them. */
export function someOfGroup(doc: Doc, { kind, count, head }: NounPhrase): boolean {
  if (kind !== 'outcome' || count === null || count.mod !== 'exact' || !isDefinite(doc, head)) return false;
  return head > 0 && field(nodeOf(doc, head - 1, 'case'), 'role') === 'from';
}

/** "the three soldiers", "the two dead": those counted before; a name would tell who they are for the first time. */
export function areKnown(doc: Doc, { kind, count, countNode, head, end, features }: NounPhrase): boolean {
  if ((kind !== 'person' && kind !== 'outcome') || !isDefinite(doc, head)) return false;
  const counted = count !== null && countNode !== null && countNode.start > head;
  if (!counted && features?.number !== 'du') return false;
  for (let i = head + 1; i < end; i++) if (doc.info[i].unknown || nodeOf(doc, i, 'given-name') !== null) return false;
  return true;
}

const fates: ReadonlySet<Outcome> = new Set<Outcome>(['killed', 'injured', 'missing']);

/** "among them" of women. */
export const saysWomen = (doc: Doc, { end }: Chunk): boolean => strictOfToken(doc, end - 1).endsWith(OF_WOMEN);

const OF_WOMEN = '\u0647\u0646';

/** The group stands right behind its one count, and is no party of its own. */
export const alone = (chunks: readonly Chunk[], k: number, group: { last: number } | null): number =>
  group !== null && chunks.slice(k + 1, group.last).every((c) => c.noun === null) ? group.last : k;
