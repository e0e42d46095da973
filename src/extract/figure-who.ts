/**
 * Who the counted people are: by the words of the phrase, by what follows ("in the ranks of the army", "all of them civilians"), by the whole a figure is part
 * of, by the people counted before ("12 others"), or by the target that was hit ("attacked a checkpoint of the group and killed 3").
 */
import type { Who } from '../claim/reading.ts';
import { keepsUn } from './case-endings.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { FigureDraft, Happening } from './happening.ts';
import { kindOfBoth } from './joined-kinds.ts';
import type { NounPhrase } from './noun-parts.ts';
import { isArmed } from './parties.ts';
import { isHit } from './party-words.ts';
import { whoOf } from './who-of.ts';
import { field, hasConjunction, isDefinite, nodeOf } from './words.ts';

export type Told = { all: readonly FigureDraft[]; whole: FigureDraft | null; happenings: readonly Happening[] };

export function whoOfFigure(doc: Doc, chunks: readonly Chunk[], k: number, noun: NounPhrase, told: Told): Who {
  const named = whoOf(doc, noun);
  const beside = named === 'unknown' ? null : joinedKind(doc, chunks, k, noun);
  // "the seven men | of | the battalion"
  const force = named === 'man' && beside === null && chunks[k + 1]?.mark === 'from' ? whoAfter(doc, chunks, k) : null;
  if (force === 'combatant' || force === 'police') return force;
  if (named !== 'unknown') return beside === null ? named : kindOfBoth(named, beside);
  const after = whoAfter(doc, chunks, k);
  if (after !== 'unknown') return after;
  if (told.whole !== null && told.whole.who !== 'unknown' && !isPerson(noun)) return told.whole.who;
  if (field(noun.countNode, 'same') === 'yes') return told.all.at(-1)?.who ?? 'unknown';
  if (accompanies(doc, noun)) return ofTheirKind(doc, chunks, k, told);
  if (saysNoKind(noun)) return whoBefore(told.all) ?? whoOfTarget(doc, chunks, k, told.happenings);
  return 'unknown';
}

/** "ten dead of the men of the police | and the civilians": the kind of the second group under one number, or null. */
function joinedKind(doc: Doc, chunks: readonly Chunk[], k: number, { count, kind, end }: NounPhrase): Who | null {
  const next = chunks[k + 1]?.noun ?? null;
  if (count === null || count.low < 3 || next === null || next.start !== end) return null;
  if (kind !== 'outcome' && kind !== 'number' && kind !== 'person') return null;
  if (!hasConjunction(doc, next.start) || next.count !== null || next.kind !== 'person' || keepsUn(doc, next.head)) return null;
  if (next.features?.number === 'sg' && field(next.node, 'unit') !== 'group') return null;
  return isDefinite(doc, end - 1) && isDefinite(doc, next.head) ? whoOf(doc, next) : null;
}

/** A number alone, "others", "of them": the words name no people of their own. */
const saysNoKind = (noun: NounPhrase): boolean => noun.additional || noun.kind === 'number';
const isPerson = (noun: NounPhrase): boolean => noun.kind === 'person' && !noun.additional;

/** "in the ranks of the army", "among the civilians", "all of them civilians". */
function whoAfter(doc: Doc, chunks: readonly Chunk[], k: number): Who {
  for (let j = k + 1; j < chunks.length && j <= k + 4; j++) {
    const chunk = chunks[j];
    const group = chunks[j + 1]?.noun ?? null;
    // "four dead | fell | in the ranks of X"
    if (j === k + 1 && chunk.kind === 'event' && chunk.finite && chunks[j + 1]?.kind === 'rank' && chunks[j + 2]?.noun != null)
      return whoOfGroup(doc, chunks[j + 2].noun!);
    // "eight from the camp of X": where they are from
    // "two of them | of the men of the police"
    if (j === k + 1 && chunk.kind === 'among' && chunk.end === chunks[j + 1]?.start && isOfGroup(chunks[j + 1])) continue;
    const behind = group !== null && chunks[j + 1].kind === 'noun' && !isHit(group);
    if (isOfGroup(chunk) && (j === k + 1 || chunks[j - 1].kind === 'among') && behind)
      return group.count === null ? whoOfGroup(doc, group) : 'unknown';
    if (nodeOf(doc, chunk.start, 'proportion') !== null) return allOfThem(doc, chunks, j);
    if (chunk.kind !== 'mark' || !asides.has(chunk.mark)) return 'unknown';
  }
  return 'unknown';
}

/** "seven dead in the ranks of the army": the bare word for the dead stands for people of that group; null for any other noun. */
export function groupBehind(chunks: readonly Chunk[], k: number, noun: NounPhrase): NounPhrase | null {
  if (noun.kind !== 'outcome' || noun.actor !== null || chunks[k + 1] === undefined || !isOfGroup(chunks[k + 1])) return null;
  const group = chunks[k + 2]?.noun ?? null;
  const isPeople = group !== null && (group.kind === 'person' || group.kind === 'actor' || group.actor !== null) && !isHit(group);
  return isPeople && group.count === null ? group : null;
}

const isOfGroup = (chunk: Chunk): boolean =>
  chunk.kind === 'rank' || (chunk.kind === 'case' && (chunk.mark === 'between' || chunk.mark === 'from'));

function whoOfGroup(doc: Doc, group: NounPhrase): Who {
  const who = whoOf(doc, group);
  if (who !== 'unknown') return who;
  return group.actor !== null && field(group.actor, 'armed') === 'yes' ? 'combatant' : 'unknown';
}

/** "(all of them children)", "- all of them civilians -" */
const asides: ReadonlySet<string> = new Set(['comma', 'dash', 'open-paren']);

/** "all of them civilians", "all of them | of | the civilians" */
function allOfThem(doc: Doc, chunks: readonly Chunk[], k: number): Who {
  const { start, noun } = chunks[k];
  if (field(nodeOf(doc, start, 'proportion'), 'value') !== '1' || noun === null) return 'unknown';
  const from = chunks[k + 1]?.kind === 'case' && chunks[k + 1].mark === 'from' && chunks[k + 1].start === noun.end;
  const group = from ? (chunks[k + 2]?.noun ?? null) : null;
  return group === null || group.count !== null || isHit(group) ? whoOf(doc, noun) : whoOfGroup(doc, group);
}

/** "11 dead and 35 wounded of the government's forces", "18 dead and 70 wounded, all of them civilians": what stands behind the last says it of both. */
export function shareWho(doc: Doc, chunks: readonly Chunk[], before: FigureDraft | null, now: FigureDraft): void {
  if (before === null || before.who !== 'unknown' || !shared.has(now.who) || before.partOf !== null || now.partOf !== null)
    return;
  // "30 dead and 5,000 displaced": the word itself says what those are, and nothing of the dead
  if (now.outcome === 'displaced') return;
  if (before.outcome === now.outcome || now.chunk - before.chunk > 3 || !countsAlone(before.noun)) return;
  if (!countsAlone(now.noun) && now.noun.kind !== 'person') return;
  // people counted by a word of their own are not those counted before by another
  if (now.noun.kind === 'person' && (before.noun.kind !== 'number' || !isRanked(doc, now.noun))) return;
  for (let k = before.chunk + 1; k < now.chunk; k++) {
    const { kind, mark } = chunks[k];
    if (kind !== 'word' && kind !== 'event' && !(kind === 'mark' && mark === 'comma')) return;
  }
  if (hasConjunction(doc, now.start) || hasConjunction(doc, chunks[now.chunk - 1].start) || isAnd(doc, chunks[now.chunk - 1]))
    before.who = now.who;
}

const shared: ReadonlySet<Who> = new Set<Who>(['civilian', 'combatant', 'police']);
const countsAlone = (noun: NounPhrase): boolean => noun.kind === 'outcome' || noun.kind === 'number';
const isAnd = (doc: Doc, chunk: Chunk): boolean => nodeOf(doc, chunk.start, 'and') !== null || chunk.kind === 'word';
/** "35 of the fighters" */
const isRanked = (doc: Doc, noun: NounPhrase): boolean =>
  noun.countNode !== null && noun.countNode.end < noun.end && nodeOf(doc, noun.countNode.end, 'case') !== null;

const carried: ReadonlySet<Who> = new Set<Who>(['civilian', 'combatant', 'police', 'journalist', 'health-worker', 'aid-worker']);

/** The last people counted as a whole, where the word for them can hold for others too. */
function whoBefore(all: readonly FigureDraft[]): Who | null {
  const before = all.findLast((figure) => figure.partOf === null && figure.mod !== 'zero');
  if (before === undefined) return null;
  return carried.has(before.who) ? before.who : before.who === 'unknown' ? null : 'unknown';
}

/** "his companions", "three of its members": people told by those whom they are with. */
function accompanies(doc: Doc, { person, node }: NounPhrase): boolean {
  const word = person ?? node;
  const how = field(word, 'companion');
  return how === 'yes' || (how === 'owned' && doc.info[word!.end - 1].pronoun !== null);
}

/** "an officer and his companion", "an armoured car and its crew": those who bear arms have others who do with them; of anybody else nothing is said. */
function ofTheirKind(doc: Doc, chunks: readonly Chunk[], k: number, told: Told): Who {
  const before = told.all.findLast((figure) => figure.partOf === null && figure.mod !== 'zero');
  const who = before?.who ?? 'unknown';
  const kind = who === 'unknown' ? whoOfTarget(doc, chunks, k, told.happenings) : who;
  return kind === 'combatant' || kind === 'police' ? kind : 'unknown';
}

/** A party with arms, or people, that was the target of what was told before. */
function whoOfTarget(doc: Doc, chunks: readonly Chunk[], k: number, happenings: readonly Happening[]): Who {
  let who: Who = 'unknown';
  for (const h of happenings) {
    if (h.chunk > k) break;
    // "the army clashed with gunmen and killed three of them": on both sides they bear arms
    const fighters = h.types[0] === 'armed-clash' && h.actors.length > 1 && h.actors.every(bearsArms);
    if (fighters && chunks[k + 1]?.kind === 'among') who = 'combatant';
    for (const target of h.recipients) {
      if (target.start >= chunks[k].start || target.count !== null) continue;
      const own = whoOf(doc, target);
      if (target.actor !== null && field(target.actor, 'armed') === 'yes') who = 'combatant';
      else if (isArmed(target)) who = 'combatant';
      else if (carried.has(own)) who = own;
    }
  }
  return who;
}

const bearsArms = (party: NounPhrase): boolean =>
  isArmed(party) || (party.actor !== null && field(party.actor, 'armed') === 'yes');

/** "four of the dead | children": who those counted are; null where nothing says so. */
export function whoIsBehind(doc: Doc, chunks: readonly Chunk[], k: number): Who | null {
  const next = chunks[k + 1]?.kind === 'noun' ? chunks[k + 1].noun : null;
  const tells = next?.kind === 'person' && next.count === null && !next.definite && !hasConjunction(doc, next.start);
  return tells && whoOf(doc, next) !== 'unknown' ? whoOf(doc, next) : null;
}
