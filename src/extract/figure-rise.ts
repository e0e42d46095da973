/** Updated tolls: what a number after "the toll rose to" counts, and whether it runs over a period. */
import { tolled } from '../claim/outcomes.ts';
import type { Outcome, Who } from '../claim/reading.ts';
import { LI } from '../lexicon/analyze.ts';
import type { Node } from '../rules/node.ts';
import type { Chunk } from './chunk.ts';
import { rowHas, TOLL } from './class-groups.ts';
import type { Doc } from './doc.ts';
import type { FigureDraft } from './happening.ts';
import type { NounPhrase } from './noun-parts.ts';
import { attackTypes, eventSense } from './senses.ts';
import { whoOf } from './who-of.ts';
import { featuresOf, field, hasConjunction, isDefinite, isWord, nodeOf, senseOf } from './words.ts';

/** The words of a toll ("the number of the dead"): its tokens and its chunk. `grows`: it is said to have risen. `many`: it counts over
 * many happenings. */
export type Toll = { start: number; end: number; chunk: number; grows: boolean; many: boolean };
/** `toll`: set where the number counts over many happenings or none is named; `rises`: said to have grown to the number; `over`: to more than it. */
export type Rise = {
  outcome: Outcome | null;
  who: Who;
  running: boolean;
  since: string | null;
  rises: boolean;
  over: boolean;
  toll: Omit<Toll, 'grows' | 'many'> | null;
};

/** How far behind the number "since" may stand, in chunks. */
const SINCE_REACH = 3;
/** The same behind "the number of the dead in the town of X", which itself stands behind its number. */
const TOTAL_REACH = 7;

/** How far before the number its words may stand, in chunks; behind "to" a list of parts may come between. */
const NEAR = 12;
const FAR = 20;

/** "the toll of the shelling rose to 12", "bringing the number of those who left since December to 37,700". */
export function riseBefore(doc: Doc, chunks: readonly Chunk[], k: number, noun: NounPhrase): Rise | null {
  // "the number of the dead reached two persons"
  const two = noun.features?.number === 'du' && !noun.definite && noun.end === noun.head + 1;
  if (!rowHas(doc, chunks, TOLL)) return null;
  if (noun.count === null && (!two || doc.at[noun.head].some((node) => featuresOf(node)?.number === 'pl'))) return null;
  let seen = false;
  let outcome: Outcome | null = null;
  let who: Who = 'unknown';
  let running = false;
  let since: string | null = null;
  let rises = false;
  let over = false;
  let counted = -1;
  let deed = false;
  let apart = 0;
  /** The chunk that a clause passed describes. */
  let described = -1;
  for (let j = k - 1; j >= 0 && j >= k - (isTo(chunks[k - 1]) ? FAR : NEAR); j--) {
    const chunk = chunks[j];
    // ", on the 13th of January," stands between the toll and its number
    if (chunk.kind === 'date' || (chunk.kind === 'mark' && chunk.mark === 'comma')) apart++;
    if (chunk.kind === 'contrast' || chunk.kind === 'reset' || chunk.kind === 'that') break;
    // "those who fell by the fire of the army": whose fire it was is none of them
    if (chunk.kind === 'relative') {
      who = 'unknown';
      described = j - 1;
    }
    for (let i = chunk.start; i < chunk.end; i++) {
      if (!isWord(doc, i)) continue;
      const total = nodeOf(doc, i, 'total');
      if (total !== null) counted = i;
      const rise = arrives(chunks, j, k) ? null : riseAt(doc, i);
      if (rise !== null) rises = true;
      const past = field(rise, 'over');
      if ((past === 'yes' && !isTo(chunks[k - 1])) || (past === 'on' && isOn(chunks[k - 1]))) over = true;
      if (total !== null && outcome === null) outcome = (field(total, 'outcome') as Outcome | undefined) ?? null;
      if (rise !== null || (nodeOf(doc, i, 'total') !== null && j >= k - 4 - apart)) seen = true;
      const word = nodeOf(doc, i, 'outcome');
      if (word !== null && outcome === null) {
        outcome = (field(word, 'value') as Outcome | undefined) ?? null;
        const own = (field(word, 'who') as Who | undefined) ?? 'unknown';
        // "the dead of the army", "the martyrs, journalists"; but the victims of an army are not its men
        const named = own === 'unknown' && fallen.has(outcome) && chunk.noun?.head === i ? whoOf(doc, chunk.noun) : own;
        // "the children, the martyrs"
        if (named !== 'unknown' || chunk.noun === null || chunk.noun.head === i) who = named;
      }
      // "his wounds" is written like "his surgeon", and one youth tells nothing of the 120
      const some = doc.info[i].pronoun === null ? nodeOf(doc, i, 'person') : null;
      const one = some !== null && featuresOf(some)?.number === 'sg';
      // "officials put | the number at": who tells it is none of them
      const tells = chunks[j - 1]?.kind === 'say' && chunks[j - 1].finite;
      const person = one || tells ? undefined : (field(some, 'who') as Who | undefined);
      if (person !== undefined && who === 'unknown' && (outcome === null || described === j)) who = person;
      if (nodeOf(doc, i, 'since') !== null) {
        running = true;
        if (chunk.kind === 'date') since = (chunk.node!.value as { begin?: string | null }).begin ?? null;
      }
    }
    if (chunk.kind === 'event' && outcome === null) {
      const sense = senseOf(chunk.node);
      if (sense !== null) outcome = eventSense(sense).outcome;
    }
    if (outcome === null && isReached(doc, chunks, j)) outcome = 'killed-or-injured';
    if (chunk.kind === 'event' && counted < 0 && isDeed(chunk)) deed = true;
    const other = chunk.kind === 'noun' && chunk.noun?.count != null && seen === false;
    if (other && !isOldCount(chunks, j) && !isToNumber(chunks, j, k) && !isListed(chunks, j, k)) break;
  }
  if (!seen) return null;
  // "rose to 600 the number of those killed since": what is counted stands behind its number, and nothing before the rise tells of it
  const total = counted < 0 && (outcome === null || (rises && isTo(chunks[k - 1]))) ? totalBehind(doc, chunks, k) : -1;
  const inverted = total >= 0;
  if (inverted) {
    counted = chunks[total].start;
    outcome = fateOfCounted(doc, chunks, total);
    who = whoIsCounted(doc, chunks, total);
    running = false;
    deed = namesDeed(chunks, total);
  }
  const behind = running ? null : sinceBehind(doc, chunks, k, inverted ? TOTAL_REACH : SINCE_REACH);
  if (behind !== null) {
    running = true;
    since = behind.since;
  }
  const toll = counted >= 0 && (!deed || (running && !inverted)) ? tollWords(doc, chunks, counted, k) : null;
  return { outcome, who, running, since, rises, over, toll };
}

/** "the number of those whom | the mines | reached": by a weapon, that killed or hurt them. */
const isReached = (doc: Doc, chunks: readonly Chunk[], j: number): boolean =>
  chunks[j].kind === 'light' &&
  field(chunks[j].node, 'reaches') === 'yes' &&
  doc.info[chunks[j].start].pronoun !== null &&
  (isWeapon(chunks[j + 1]) || isWeapon(chunks[j + 2]));
const isWeapon = (chunk: Chunk | undefined): boolean =>
  chunk?.noun?.kind === 'thing'
    ? weapons.has(field(chunk.noun.node, 'category') ?? '')
    : chunk?.kind === 'event' && isDeed(chunk) && attackTypes.has(eventSense(senseOf(chunk.node)!).types[0]);
const weapons: ReadonlySet<string> = new Set(['munition', 'weapon']);

const fallen: ReadonlySet<Outcome | null> = new Set<Outcome | null>(['killed', 'injured']);

/** "rose to 90 the number of the dead of the blast": of which deed. */
function namesDeed(chunks: readonly Chunk[], k: number): boolean {
  for (let j = k; j < chunks.length && j <= k + TOTAL_REACH; j++) {
    if (chunks[j].kind === 'mark' || chunks[j].kind === 'contrast') return false;
    if (chunks[j].kind === 'event' && isDeed(chunks[j])) return true;
  }
  return false;
}

/** "reached | (to) the hospitals | 50 dead": they arrived somewhere. */
const arrives = (chunks: readonly Chunk[], j: number, k: number): boolean => {
  for (let t = j + 1; t < k; t++) if (chunks[t].kind === 'place') return (chunks[t].bits & LI) !== 0 || isTo(chunks[t - 1]);
  return false;
};

/** A word of rising; "exceeded | the number of the wounded 400", but "gunmen passed a checkpoint and killed 4". */
function riseAt(doc: Doc, i: number): Node<any> | null {
  const rise = nodeOf(doc, i, 'rise');
  return field(rise, 'over') === 'yes' && (i + 1 >= doc.length || nodeOf(doc, i + 1, 'total') === null) ? null : rise;
}

const isTotal = (doc: Doc, chunk: Chunk | undefined): boolean =>
  chunk !== undefined && nodeOf(doc, chunk.start, 'total') !== null;

/** "rose to 14 | the number of", "rose to 14, among them 3 women and a child, | the number of": the chunk of what is counted, or -1. */
function totalBehind(doc: Doc, chunks: readonly Chunk[], k: number): number {
  if (isTotal(doc, chunks[k + 1])) return k + 1;
  const parts = chunks[k + 1]?.kind === 'mark' ? k + 2 : k + 1;
  if (chunks[parts]?.kind !== 'among') return -1;
  for (let j = parts + 1; j < chunks.length && j <= k + NEAR; j++) {
    if (isTotal(doc, chunks[j])) return j;
    const { kind, noun, mark } = chunks[j];
    if (noun?.count == null && kind !== 'word' && kind !== 'additional' && mark !== 'comma' && !isPlainNoun(chunks[j])) return -1;
  }
  return -1;
}

const isPlainNoun = ({ kind, noun }: Chunk): boolean => kind === 'noun' && noun !== null;

/** What happened to those whose number is named at `k`: the first word that says so within its phrase. */
function fateOfCounted(doc: Doc, chunks: readonly Chunk[], k: number): Outcome | null {
  for (let j = k; j < chunks.length && j <= k + SINCE_REACH + 1; j++) {
    const { kind, start, end, node } = chunks[j];
    if (kind === 'contrast' || kind === 'reset' || kind === 'say') return null;
    for (let i = start; i < end; i++) {
      const outcome = field(nodeOf(doc, i, 'outcome'), 'value') as Outcome | undefined;
      if (outcome !== undefined) return outcome;
    }
    const sense = kind === 'event' ? senseOf(node) : null;
    if (sense !== null) return eventSense(sense).outcome;
  }
  return null;
}

/** "the number of the civilians who": the first word for people in the phrase or right behind it. */
function whoIsCounted(doc: Doc, chunks: readonly Chunk[], k: number): Who {
  const end = (chunks[k + 1] ?? chunks[k]).end;
  for (let i = chunks[k].start; i < end; i++) {
    const who = field(nodeOf(doc, i, 'person') ?? nodeOf(doc, i, 'outcome'), 'who') as Who | undefined;
    if (who !== undefined) return who;
  }
  return 'unknown';
}

/** "rose to 300, and the civilians to 63": one rise, two numbers. */
const isToNumber = (chunks: readonly Chunk[], j: number, k: number): boolean => isTo(chunks[j - 1]) && isTo(chunks[k - 1]);

/** "rose to 69, among them | 20 children, | and the wounded to 660": a list of parts stands between the two numbers. */
const isListed = (chunks: readonly Chunk[], j: number, k: number): boolean =>
  isTo(chunks[k - 1]) && chunks.slice(Math.max(0, j - LIST), j).some(({ kind }) => kind === 'among');
const LIST = 8;

const isTo = (chunk: Chunk | undefined): boolean => chunk?.kind === 'case' && chunk.mark === 'to';

/** "the toll grew | on 100", "from 100": past it. */
const isOn = (chunk: Chunk | undefined): boolean => chunk?.kind === 'case' && past.has(chunk.mark ?? '');
const past: ReadonlySet<string> = new Set(['on', 'about']);

/** An attack, as against a word that only says what happened to people. */
const isDeed = (chunk: Chunk): boolean => {
  const sense = senseOf(chunk.node);
  return sense !== null && eventSense(sense).outcome === null;
};

/** "261 since the beginning of the war". */
function sinceBehind(doc: Doc, chunks: readonly Chunk[], k: number, reach: number): { since: string | null } | null {
  for (let j = k + 1; j <= k + reach && j < chunks.length; j++) {
    const chunk = chunks[j];
    if (chunk.kind === 'mark' || chunk.kind === 'contrast' || chunk.finite) return null;
    if (chunk.kind === 'date') {
      const { open, begin } = chunk.node!.value as { open?: boolean; begin?: string | null };
      if (open === true) return { since: begin ?? null };
      if (nodeOf(doc, chunk.start, 'since') !== null) return { since: null };
    } else if (isWord(doc, chunk.start) && nodeOf(doc, chunk.start, 'since') !== null) return { since: null };
  }
  return null;
}

/** "the number" and the noun that says of whom. */
function tollWords(doc: Doc, chunks: readonly Chunk[], i: number, k: number): Omit<Toll, 'grows' | 'many'> {
  const at = chunks.findIndex((c) => c.start <= i && i < c.end);
  const end = Math.max(chunks[at].end, nodeOf(doc, i, 'total')?.end ?? i + 1);
  const next = chunks[at + 1];
  const named = chunks[at].end === i + 1 && at + 1 < k && (next.kind === 'noun' || next.kind === 'event');
  if (!named) return { start: i, end: Math.min(end, i + 2), chunk: at };
  return { start: i, end: (next.noun?.head ?? next.start) + 1, chunk: at };
}

/** "the toll rose to 1,916 dead and 4,186 wounded": what is joined to the number of a toll by its own fate belongs to the toll. */
export function goesOnWithToll(doc: Doc, chunks: readonly Chunk[], before: FigureDraft | null, now: FigureDraft): void {
  // "248 dead, among them 71 children, in addition to 616 wounded": beside the whole
  const last = before;
  while (before?.partOf != null) before = before.partOf;
  if (before === null || before.toll == null || now.partOf !== null) return;
  if (now.noun.count === null) return;
  const fates = now.noun.kind === 'outcome' && before.noun.kind === 'outcome' && now.outcome !== before.outcome;
  // "rose to 9 fighters of X and 4 guards and 13 civilians": one toll, told by groups
  const groups = now.noun.kind === 'person' && before.noun.kind === 'person' && now.outcome === before.outcome && last === before;
  if (!fates && !groups) return;
  const between = chunks.slice(last!.chunk + 1, now.chunk);
  const added = between.some(({ kind }) => kind === 'additional');
  if (!added && !hasConjunction(doc, now.start)) return;
  if (
    !between.every(
      ({ kind, mark }) => kind === 'word' || kind === 'additional' || (mark === 'comma' && (added || last !== before)),
    )
  )
    return;
  now.toll = before.toll;
  now.scope = before.scope;
  now.since = before.since;
}

/** "from 12 to 15": the count before the toll rose. */
export function isOldCount(chunks: readonly Chunk[], k: number): boolean {
  const [before, after, now] = [chunks[k - 1], chunks[k + 1], chunks[k + 2]];
  if (before?.kind !== 'case' || before.mark !== 'from' || after?.kind !== 'case' || after.mark !== 'to') return false;
  return now?.noun?.count != null;
}

/** "rose to 14 after four of the wounded died": those who died last are some of the 14. */
export function joinsRise(chunks: readonly Chunk[], risen: FigureDraft | null, now: FigureDraft): boolean {
  if (risen === null || now.outcome !== risen.outcome || now.outcome !== 'killed' || now.low >= risen.low || now.mod === 'zero')
    return false;
  const between = chunks.slice(risen.chunk + 1, now.chunk);
  if (between.some(({ kind }) => kind === 'contrast' || kind === 'reset' || kind === 'say')) return false;
  return between.some(({ kind, mark }) => (kind === 'case' && mark === 'after') || kind === 'conjunction');
}

/** "(with this) the number | to | 5": of whom is told before. */
export function isNumberAlone(doc: Doc, chunks: readonly Chunk[], k: number): boolean {
  const number = isTo(chunks[k - 1]) ? (chunks[k - 2] ?? null) : null;
  return number !== null && number.end === number.start + 1 && isDefinite(doc, number.start) && isTotal(doc, number);
}

/** "three of the wounded died": they were harmed in what was told before. */
export const diedOfWounds = ({ noun, outcome }: FigureDraft): boolean =>
  outcome === 'killed' && noun.kind === 'outcome' && noun.count !== null && field(noun.node, 'value') === 'injured';

/** "three of the wounded died, bringing the number of the dead to 15": the three are some of the 15. */
export function takesUpDead(all: readonly FigureDraft[], risen: FigureDraft): void {
  for (const figure of all)
    if (figure.partOf === null && figure.outcome === risen.outcome && figure.low < risen.low && diedOfWounds(figure))
      figure.partOf = risen;
}

/** A number that counts over many happenings, or grew beyond the people counted just before, is a toll of its own. */
export function tollOf(rise: Rise, outcome: Outcome, low: number, all: readonly FigureDraft[]): Toll | null {
  if (rise.toll === null || !tolled.has(outcome)) return null;
  const fewer = all.some(
    (f) => f.outcome === outcome && f.partOf === null && f.mod !== 'zero' && f.low < low && !diedOfWounds(f),
  );
  return { ...rise.toll, grows: rise.rises, many: rise.running || (rise.rises && fewer) };
}

/** "the wounded: 12" */
export const tollOfLabel = ({ start, end }: Chunk, chunk: number): Toll => ({ start, end, chunk, grows: false, many: false });
