/**
 * People counted in a sentence: which noun phrases are figures, what happened to those people, and which figure is part of which.
 *   "13 at least of the group's fighters, among them 5 bombers, of whom 3 ..." · "20 between dead and wounded" · "the toll rose to 12" · "no injuries"
 */
import type { Mod, Outcome, Who } from '../claim/reading.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { FigureDraft, Happening } from './happening.ts';
import type { NounPhrase } from './noun-parts.ts';
import { whoOf } from './parties.ts';
import { cardinal } from './range.ts';
import { eventSense } from './senses.ts';
import { featuresOf, field, hasConjunction, isWord, nodeOf, senseOf } from './words.ts';

type Counted = { low: number; high: number | null; mod: Mod; start: number; end: number };

/** How many people a phrase stands for, or null when it counts nobody. `named`: a single named or titled person counts as one. */
export function countOf(doc: Doc, noun: NounPhrase, named: boolean): Counted | null {
  if (noun.kind === 'thing' || noun.kind === 'place') return null;
  if (noun.count !== null) {
    if (noun.kind === 'other' && noun.node === null && !mayBePeople(doc, noun)) return null;
    if (noun.kind === 'other' && noun.node !== null && noun.node.kind === 'vocabulary' && !noun.actor) return null;
    const { low, high, mod } = cardinal(noun.count);
    return { low, high, mod, start: noun.start, end: Math.max(noun.countedEnd, noun.end) };
  }
  if (noun.kind === 'outcome' || noun.kind === 'person') {
    // forces and families are no count of people, and "a critical case" is one only beside a number
    if (field(noun.node, 'unit') === 'group' || field(noun.node, 'strength') === 'weak') return null;
    const number = numberOf(doc, noun);
    if (
      number === 'pl' &&
      noun.actor !== null &&
      noun.kind === 'person' &&
      doc.info[noun.head].pronoun === null &&
      noun.actor.start > noun.head &&
      !fromGroup(doc, noun)
    )
      return null;
    if (number === 'du') return { low: 2, high: 2, mod: 'exact', start: noun.start, end: noun.end };
    if (noun.definite && !(named && number === 'sg' && noun.end - noun.head > 1)) return null;
    if (noun.features?.state === 'construct') return null;
    if (number === 'pl') return { low: 2, high: null, mod: 'vague', start: noun.start, end: noun.end };
    if (number === 'sg' || number === null) return { low: 1, high: 1, mod: 'exact', start: noun.start, end: noun.end };
    return null;
  }
  if (named && (noun.kind === 'name' || noun.kind === 'title')) {
    if (noun.features?.number === 'pl') return null;
    return { low: 1, high: 1, mod: 'exact', start: noun.start, end: noun.end };
  }
  return null;
}

/** The ending "-ayn/-in" is dual and plural: after the article it is read as plural. */
function numberOf(doc: Doc, noun: NounPhrase): 'sg' | 'du' | 'pl' | null {
  const number = noun.features?.number ?? null;
  if (number !== 'du' || !noun.definite) return number;
  for (const node of doc.at[noun.head]) if (node.kind === noun.node?.kind && featuresOf(node)?.number === 'pl') return 'pl';
  return number;
}

/** "fighters from the group": indefinite, so they are some of it. */
function fromGroup(doc: Doc, noun: NounPhrase): boolean {
  for (let i = noun.head + 1; i < noun.end; i++)
    if (nodeOf(doc, i, 'case') !== null || nodeOf(doc, i, 'belong') !== null || nodeOf(doc, i, 'rank') !== null) return true;
  return false;
}

/** A number before a noun nobody knows: people unless the word is known for something else. */
function mayBePeople(doc: Doc, noun: NounPhrase): boolean {
  return noun.actor !== null || noun.head >= noun.end || doc.info[Math.min(noun.head, doc.length - 1)].unknown;
}

export function outcomeOfNoun(noun: NounPhrase): Outcome | null {
  if (noun.node === null || noun.node.kind !== 'outcome') return null;
  return (field(noun.node, 'value') as Outcome | undefined) ?? null;
}

const harmful: ReadonlySet<string> = new Set(['killed', 'injured', 'killed-or-injured']);

/** Reads the figures of a sentence and hands each to its happening; what belongs to none is returned with its chunk. */
export function readFigures(
  doc: Doc,
  chunks: readonly Chunk[],
  happenings: readonly Happening[],
  used: Uint8Array,
): FigureDraft[] {
  const owners = ownersOf(happenings);
  const loose: FigureDraft[] = [];
  const all: FigureDraft[] = [];
  let subset: FigureDraft | null = null;
  let inSubset = false;
  for (let k = 0; k < chunks.length; k++) {
    const chunk = chunks[k];
    if (chunk.kind === 'none') {
      const figure = zero(chunk, k);
      if (figure !== null) {
        all.push(figure);
        loose.push(figure);
      }
      continue;
    }
    if (chunk.kind === 'among' || (chunk.kind === 'pronoun' && isListPronoun(doc, chunks, k))) {
      subset = parentFor(all);
      inSubset = subset !== null;
      continue;
    }
    if (inSubset && endsSubset(doc, chunks, k)) inSubset = false;
    if (chunk.noun === null || (chunk.kind !== 'noun' && chunk.kind !== 'evidence') || used[k]) continue;
    const noun = chunk.noun;
    const owner = owners.get(noun.start) ?? null;
    const counted = countOf(doc, noun, owner !== null || inSubset);
    if (counted === null) continue;
    if (afterCharge(chunks, k)) continue;
    let outcome = outcomeOfNoun(noun);
    let who: Who = whoOf(doc, noun);
    const rise = riseBefore(doc, chunks, k, noun);
    if (rise !== null) {
      outcome ??= rise.outcome;
      if (who === 'unknown') who = rise.who;
    }
    if (inSubset && subset !== null)
      outcome = outcome === null || (outcome === 'killed-or-injured' && subset.outcome !== outcome) ? subset.outcome : outcome;
    if (outcome === null && owner !== null) outcome = ownerOutcome(owner, noun);
    const before = all.at(-1) ?? null;
    if (outcome === null && before !== null && before.chunk >= k - 2 && followsOn(doc, chunks, before.chunk, k))
      outcome = before.outcome;
    if (outcome === null && noun.count !== null) outcome = resultOutcome(chunks, k);
    if (outcome === null) continue;
    if (
      who === 'unknown' &&
      before !== null &&
      (noun.additional || noun.kind === 'number' || noun.kind === 'outcome') &&
      noun.count !== null &&
      before.who !== 'child' &&
      before.partOf === null
    )
      who = noun.additional || noun.kind === 'number' ? before.who : who;
    const joint = jointOutcome(doc, chunks, k, outcome);
    const figure: FigureDraft = {
      ...counted,
      outcome: joint.outcome,
      who,
      partOf: inSubset ? subset : null,
      scope: 'event',
      since: null,
      noun,
      chunk: k,
    };
    if (joint.last > k) figure.end = Math.max(figure.end, chunks[joint.last].end);
    if (rise?.running) figure.scope = 'running-total';
    if (figure.partOf !== null && tooLarge(figure)) figure.partOf = null;
    all.push(figure);
    if (owner !== null) owner.figures.push(figure);
    else loose.push(figure);
    if (joint.last > k) k = joint.last;
  }
  return loose;
}

function ownersOf(happenings: readonly Happening[]): Map<number, Happening> {
  const owners = new Map<number, Happening>();
  for (const h of happenings) {
    for (const noun of h.recipients) {
      const now = owners.get(noun.start);
      if (now === undefined || (now.outcome === null && h.outcome !== null)) owners.set(noun.start, h);
    }
    // "the shelling of X that wounded": people who flee are both
    if (h.outcome === 'displaced' || h.outcome === 'surrendered' || h.types[0] === 'protest')
      for (const noun of h.actors) if (!owners.has(noun.start)) owners.set(noun.start, h);
  }
  return owners;
}

function ownerOutcome(owner: Happening, noun: NounPhrase): Outcome | null {
  if (owner.outcome !== null) return owner.outcome;
  if (noun.count === null) return null;
  const type = owner.types[0];
  if (type === 'force-movement' || type === 'protest' || type === 'situation') return 'other';
  if (type === 'killing' || type === 'execution') return 'killed';
  if (type === 'detention') return 'detained';
  if (type === 'abduction') return 'abducted';
  if (type === 'displacement') return 'displaced';
  if (type === 'release') return 'released';
  return null;
}

/** The figure a subset is part of: the nearest one before it that counts more than one. */
function parentFor(all: readonly FigureDraft[]): FigureDraft | null {
  for (let n = all.length - 1; n >= 0; n--) {
    const figure = all[n];
    if (figure.mod === 'zero') continue;
    if (figure.low > 1 || figure.high === null) return figure;
  }
  return null;
}

function tooLarge(figure: FigureDraft): boolean {
  const whole = figure.partOf!;
  return whole.high !== null && figure.low > whole.high;
}

/** "they are two men, two children": a pronoun that lists who the counted are. */
function isListPronoun(doc: Doc, chunks: readonly Chunk[], k: number): boolean {
  const after = chunks[k + 1];
  if (after === undefined || after.noun === null || after.kind !== 'noun') return false;
  return (
    nodeOf(doc, chunks[k].start, 'pronoun') !== null && countOf(doc, after.noun, true) !== null && !isRelativeClause(chunks, k)
  );
}

const isRelativeClause = (chunks: readonly Chunk[], k: number): boolean =>
  k > 0 && (chunks[k - 1].kind === 'relative' || chunks[k - 1].kind === 'that');

function endsSubset(doc: Doc, chunks: readonly Chunk[], k: number): boolean {
  const chunk = chunks[k];
  if (chunk.kind === 'event') return chunk.finite || !hasConjunction(doc, chunk.start) || true;
  if (
    chunk.kind === 'contrast' ||
    chunk.kind === 'reset' ||
    chunk.kind === 'result' ||
    chunk.kind === 'say' ||
    chunk.kind === 'additional' ||
    chunk.kind === 'cause' ||
    chunk.kind === 'light'
  )
    return true;
  if (chunk.kind === 'verb' && hasConjunction(doc, chunk.start)) return true;
  if (chunk.kind === 'noun' && chunk.noun?.kind === 'outcome' && hasConjunction(doc, chunk.start) && chunk.noun.count !== null)
    return true;
  return false;
}

/** Counted nouns joined by "and" share what happened to them. */
function followsOn(doc: Doc, chunks: readonly Chunk[], from: number, k: number): boolean {
  const conj = hasConjunction(doc, chunks[k].start) || chunks[k - 1].kind === 'additional' || chunks[k].noun?.additional === true;
  if (!conj) return false;
  for (let j = from + 1; j < k; j++) {
    const kind = chunks[j].kind;
    if (kind === 'event' || kind === 'verb' || kind === 'light' || kind === 'result' || kind === 'contrast' || kind === 'case')
      return false;
  }
  const after = chunks[k + 1];
  return !after?.finite;
}

/** "claimed the lives of 5": the result verb itself says what happened. */
function resultOutcome(chunks: readonly Chunk[], k: number): Outcome | null {
  for (let j = k - 1; j >= 0 && j >= k - 3; j--) {
    if (chunks[j].kind === 'result') return (field(chunks[j].node, 'outcome') as Outcome | undefined) ?? null;
    if (chunks[j].kind === 'event' || chunks[j].kind === 'say') return null;
  }
  return null;
}

function afterCharge(chunks: readonly Chunk[], k: number): boolean {
  const before = chunks[k - 1];
  return before !== undefined && before.kind === 'case' && (before.mark === 'charge' || (before.mark === 'against' && false));
}

/** "20 between dead and wounded", "40 dead and wounded": one number for both, never to be split. */
function jointOutcome(doc: Doc, chunks: readonly Chunk[], k: number, outcome: Outcome): { outcome: Outcome; last: number } {
  const noun = chunks[k].noun!;
  let j = k + 1;
  let between = false;
  if (j < chunks.length && chunks[j].kind === 'case' && chunks[j].mark === 'between') {
    between = true;
    j++;
  }
  const outcomes: Outcome[] = between ? [] : noun.kind === 'outcome' ? [outcome] : [];
  let last = k;
  for (; j < chunks.length; j++) {
    const next = chunks[j].noun;
    if (
      chunks[j].kind !== 'noun' ||
      next === null ||
      next.kind !== 'outcome' ||
      next.count !== null ||
      (next.definite && !(noun.count !== null && noun.count.high === null))
    )
      break;
    const bothPlural =
      noun.count !== null && noun.count.high === null && noun.features?.number === 'pl' && next.features?.number === 'pl';
    if (!between && (!hasConjunction(doc, chunks[j].start) || (next.features?.number !== 'sg' && !bothPlural))) break;
    const value = outcomeOfNoun(next);
    if (value === null) break;
    outcomes.push(value);
    last = j;
  }
  if (last === k || noun.count === null || (!between && noun.count.low < 2)) return { outcome, last: k };
  const distinct = new Set(outcomes);
  if (distinct.size === 1) return { outcome: outcomes[0], last };
  return { outcome: [...distinct].every((o) => harmful.has(o)) ? 'killed-or-injured' : outcome, last };
}

function zero(chunk: Chunk, k: number): FigureDraft | null {
  const outcome = (field(chunk.node, 'outcome') as Outcome | undefined) ?? 'injured';
  const noun: NounPhrase = {
    start: chunk.start,
    end: chunk.end,
    head: chunk.start,
    kind: 'number',
    node: null,
    features: null,
    count: null,
    countNode: null,
    countedEnd: chunk.end,
    definite: false,
    actor: null,
    outlet: null,
    place: null,
    person: null,
    additional: false,
    mayBeSource: false,
  };
  return {
    start: chunk.start,
    end: chunk.end,
    outcome,
    who: 'unknown',
    low: 0,
    high: 0,
    mod: 'zero',
    partOf: null,
    scope: 'event',
    since: null,
    noun,
    chunk: k,
  };
}

type Rise = { outcome: Outcome | null; who: Who; running: boolean };

/** "the toll of the shelling rose to 12", "bringing the number of those who left since December to 37,700". */
function riseBefore(doc: Doc, chunks: readonly Chunk[], k: number, noun: NounPhrase): Rise | null {
  if (noun.count === null) return null;
  let seen = false;
  let outcome: Outcome | null = null;
  let who: Who = 'unknown';
  let running = false;
  for (let j = k - 1; j >= 0 && j >= k - 12; j--) {
    const chunk = chunks[j];
    if (chunk.kind === 'contrast' || chunk.kind === 'reset' || chunk.kind === 'that') break;
    for (let i = chunk.start; i < chunk.end; i++) {
      if (!isWord(doc, i)) continue;
      const total = nodeOf(doc, i, 'total');
      if (total !== null && outcome === null) outcome = (field(total, 'outcome') as Outcome | undefined) ?? null;
      if (nodeOf(doc, i, 'rise') !== null || (nodeOf(doc, i, 'total') !== null && j >= k - 4)) seen = true;
      const word = nodeOf(doc, i, 'outcome');
      if (word !== null && outcome === null) {
        outcome = (field(word, 'value') as Outcome | undefined) ?? null;
        who = (field(word, 'who') as Who | undefined) ?? 'unknown';
      }
      const person = field(nodeOf(doc, i, 'person'), 'who') as Who | undefined;
      if (person !== undefined && who === 'unknown' && outcome === null) who = person;
      if (nodeOf(doc, i, 'since') !== null) running = true;
    }
    if (chunk.kind === 'event' && outcome === null) {
      const sense = senseOf(chunk.node);
      if (sense !== null) outcome = eventSense(sense).outcome;
    }
    if (chunk.kind === 'noun' && chunk.noun?.count != null && seen === false) break;
  }
  if (!seen) return null;
  return { outcome, who, running };
}

export const isPast = (chunk: Chunk): boolean => chunk.node !== null && featuresOf(chunk.node)?.tense === 'past';
