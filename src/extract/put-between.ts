/**
 * What is put between a verb and its object, or between a subject and its verb: "X killed, according to residents, three civilians", "X killed in an attack on the
 * village three civilians", "the army, on Monday, killed".
 */
import { BI, KA, LI } from '../lexicon/analyze.ts';
import { ALEF } from '../text/letters.ts';
import { keepsUn } from './case-endings.ts';
import type { Chunk } from './chunk.ts';
import { objectBehindDeed, objectBehindDescription, objectBehindShot } from './descriptions.ts';
import type { Doc } from './doc.ts';
import { type Happening, takes } from './happening.ts';
import { disagree } from './noun-ends.ts';
import type { NounPhrase } from './noun-parts.ts';
import { hasOwnObject } from './own-object.ts';
import { isArmed, isCountedPeople, isForce, isPlaceLike } from './parties.ts';
import { attackTypes, eventSense } from './senses.ts';
import { isThing, thingBehind } from './thing-behind.ts';
import { featuresOf, field, hasConjunction, isDefinite, looseOfToken, nodeOf, senseOf } from './words.ts';

/** How many chunks may stand between the marks, and between the verb and its object. */
const ASIDE = 8;
const REACH = 9;

/** The rule of a verb whose object stands behind what was put between them. */
export const OBJECT_BEHIND = 'event.object-behind';

const opening: Record<string, string> = { comma: 'comma', dash: 'dash', 'close-paren': 'open-paren' };
const loose: ReadonlySet<string> = new Set(['date', 'word', 'case']);

/** The mark that opens the aside which the mark before chunk `j` closes; -1 where a comma closes nothing, or more than an aside. */
export function asideBefore(doc: Doc, chunks: readonly Chunk[], j: number, used: Uint8Array): number {
  const close = chunks[j - 1];
  const open = close?.kind === 'mark' ? opening[close.mark] : undefined;
  if (open === undefined) return -1;
  for (let k = j - 2; k > 0 && k >= j - 2 - ASIDE; k--) {
    const { kind, mark, bits, finite } = chunks[k];
    if (kind === 'mark') return mark === open && k < j - 2 ? k : -1;
    if (used[k]) continue;
    // "the council, (the one) close to X, drove out"
    if (isQualityApart(doc, chunks, k)) continue;
    // "gunmen, after a chase, killed"
    if (kind === 'event' && !finite && isGoverned(chunks, k, bits)) continue;
    if (finite || !(loose.has(kind) || ((kind === 'noun' || kind === 'place') && isGoverned(chunks, k, bits)))) return -1;
  }
  return -1;
}

/** ", according to local sources,": the comma that opens it, before the one in chunk `j` that closes it; -1 elsewhere. */
export function saidBetween(chunks: readonly Chunk[], j: number, used: Uint8Array): number {
  let k = j - 1;
  while (k > 0 && used[k] && chunks[k].kind !== 'according' && k > j - 5) k--;
  return k > 0 && used[k] && chunks[k].kind === 'according' && isComma(chunks[k - 1]) ? k - 1 : -1;
}

/** One definite word behind a definite noun and a comma, which agrees with it. */
function isQualityApart(doc: Doc, chunks: readonly Chunk[], k: number): boolean {
  const { noun, bits } = chunks[k];
  const of = chunks[k - 2]?.noun ?? null;
  if (noun === null || of === null || !isComma(chunks[k - 1]) || bits & (BI | LI | KA)) return false;
  if (noun.count !== null || noun.actor !== null || noun.end !== noun.start + 1 || !isDefinite(doc, noun.head)) return false;
  return (of.definite || isDefinite(doc, of.end - 1)) && !disagree(doc, of.head, noun.head);
}

/** Behind a comma that closes nothing: "X killed, at dawn, an officer" goes on with its object, and so do "two gunmen killed, according to Y, five workers". */
export function isAside(doc: Doc, chunks: readonly Chunk[], j: number, used: Uint8Array, first: NounPhrase): boolean {
  if (!isComma(chunks[j - 1]) || isForce(doc, first)) return false;
  const noun = chunks[j].noun!;
  if (isArmed(first) && !isArmed(noun) && isCountedPeople(doc, noun)) return asideBefore(doc, chunks, j, used) < 0;
  // "unknown men abducted, all of a sudden, the doctor": who stands in the plural of doers did it to one who is known
  if (mayDo(doc, first) && noun.kind === 'person' && !keepsUn(doc, noun.head) && (noun.definite || isCountedPeople(doc, noun)))
    return asideBefore(doc, chunks, j, used) < 0;
  // "settlers burned, according to witnesses, a mosque"
  if (isThing(noun) && saidBetween(chunks, j - 1, used) >= 0) return false;
  return !((chunks[j - 2]?.kind === 'date' || chunks[j - 2]?.kind === 'word') && isComma(chunks[j - 3]));
}

/** "unknown men", "groups of the clan": many, or a body, who are no civilians by their word. */
const mayDo = (doc: Doc, { head, count, kind, node, person }: NounPhrase): boolean =>
  count === null &&
  kind === 'person' &&
  (keepsUn(doc, head) || field(person ?? node, 'unit') === 'group') &&
  field(person ?? node, 'who') !== 'civilian';

/** One indefinite word in the accusative, with nothing but a comma between it and the verb at `k`. */
export function saysHow(chunks: readonly Chunk[], j: number, k: number): boolean {
  const { count, features, kind } = chunks[j].noun!;
  if (count !== null || kind !== 'person' || features?.number !== 'sg' || features.state !== 'accusative') return false;
  if (!isComma(chunks[j - 1])) return false;
  return chunks.slice(k + 1, j - 1).every((c) => c.kind === 'mark');
}

const isComma = (chunk: Chunk | undefined): boolean => chunk?.kind === 'mark' && chunk.mark === 'comma';

const isTie = ({ kind }: Chunk): boolean => kind === 'case' || kind === 'cause';

const isGoverned = (chunks: readonly Chunk[], k: number, bits: number): boolean =>
  (bits & (BI | LI | KA)) !== 0 || chunks[k - 1]?.kind === 'case';

const ties: ReadonlySet<string> = new Set(['in', 'during', 'frame', 'after', 'means']);

/** The object of the verb at `k` behind what stands at `j`: a description of its subject, or when, how and why it was done; -1 where there is none. */
export function objectBehind(
  doc: Doc,
  chunks: readonly Chunk[],
  j: number,
  k: number,
  h: Happening,
  direct: readonly NounPhrase[][],
): number {
  // "opened | a militia known as X | the fire": the object that the verb needs
  const needed =
    h.finite && chunks[k].object > chunks[j].start && direct.length === 1 ? neededAt(chunks, j, chunks[k].object) : -1;
  if (needed >= 0) return needed;
  const subject = direct.length === 1 && direct[0].some((noun) => noun === chunks[j - 1].noun);
  const struck = subject ? objectBehindShot(doc, chunks, j, h) : -1;
  if (struck >= 0) return struck;
  const described = subject ? objectBehindDescription(doc, chunks, j, h) : -1;
  if (described >= 0) return described;
  const besides = subject ? objectBehindDeed(doc, chunks, j, k, h) : -1;
  if (besides >= 0) return besides;
  const aimedAt = subject && h.outcome === null ? objectBehindBlow(doc, chunks, j, h, direct[0][0]) : -1;
  if (aimedAt >= 0) return aimedAt;
  if (chunks[j].kind === 'relative') return objectBehindClause(doc, chunks, j, h, direct);
  const behind = objectBehindSetting(doc, chunks, j, k, h, direct);
  return behind >= 0 ? behind : thingBehind(doc, chunks, j, h, direct);
}

/** The chunk of the object that the verb needs, where only a description of the subject stands before it. */
function neededAt(chunks: readonly Chunk[], j: number, object: number): number {
  const at = chunks.findIndex((c, m) => m > j && c.start <= object && object < c.end);
  if (at < 0 || at > j + REACH) return -1;
  const part = chunks.slice(j, at);
  return part.some((c) => c.kind === 'that' || c.kind === 'contrast' || c.kind === 'reset' || c.kind === 'say') ? -1 : at;
}

/** What a deed between a verb and its object may reach: nothing from that object on. */
export function untilTaken(chunks: readonly Chunk[], k: number, before: Happening | undefined): readonly Chunk[] {
  const object = before?.rules.includes(OBJECT_BEHIND) ? before.recipients[0] : undefined;
  if (object === undefined || object.start < chunks[k].start) return chunks;
  if (!chunks[k].finite && chunks[k].object < 0 && chunks[k].end !== object.start) return chunks;
  return chunks.slice(
    0,
    chunks.findIndex(({ end }) => end > object.start),
  );
}

/** "the group, which holds the region, killed | three civilians" with the verb first: the object behind the clause that describes the subject; -1 where there is none. */
function objectBehindClause(
  doc: Doc,
  chunks: readonly Chunk[],
  j: number,
  h: Happening,
  direct: readonly NounPhrase[][],
): number {
  const doer = direct[0]?.[0] ?? null;
  if (direct.length !== 1 || h.recipients.length > 0 || h.sense?.subject !== 'actor' || h.sense.object !== 'recipient') return -1;
  // "dozens of the gunmen, who came from X"
  const many = doer?.count?.mod === 'vague' && isArmed(doer);
  if (doer === null || featuresOf(h.node!)?.voice === 'passive') return -1;
  if (!many && (doer.count !== null || !isForce(doc, doer))) return -1;
  const set = chunks[j - 1].kind === 'mark';
  // the clause describes the subject, and begins right behind it
  if (chunks[set ? j - 2 : j - 1].noun !== doer || !(chunks[j + 1]?.finite || chunks[j + 1]?.kind === 'was')) return -1;
  for (let m = j + 2; m < chunks.length && m <= j + CLAUSE; m++) {
    const chunk = chunks[m];
    if (loose.has(chunk.kind)) continue;
    if (chunk.kind === 'mark') {
      if (!set || !isComma(chunk)) return -1;
      continue;
    }
    if (chunk.kind !== 'noun' && chunk.kind !== 'place') return -1;
    const closed = set ? isComma(chunks[m - 1]) : m > j + 2;
    if (isGoverned(chunks, m, chunk.bits) || (!closed && !hasConjunction(doc, chunk.start))) continue;
    const next = chunks[m + 1];
    if (!closed || hasConjunction(doc, chunk.start) || (next?.finite && !hasConjunction(doc, next.start))) return -1;
    if (chunk.kind === 'place') return h.outcome === null && attackTypes.has(h.types[0]) ? m : -1;
    const thing = h.outcome === null && (chunk.noun!.kind === 'thing' ? set : isPlaceLike(doc, chunk.noun!));
    return thing || isSomebody(chunk.noun!) ? m : -1;
  }
  return -1;
}

/**
 * "X killed in an attack on the village | three civilians", "gunmen abducted because of a quarrel over land | two brothers": the object of the verb at `k` behind the
 * setting at `j` (when, how, why it was done), -1 where there is none.
 */
function objectBehindSetting(
  doc: Doc,
  chunks: readonly Chunk[],
  j: number,
  k: number,
  h: Happening,
  direct: readonly NounPhrase[][],
): number {
  // "fell, during the fighting, | two of our men": who died stands behind the setting
  const dies = h.sense?.subject === 'recipient' && direct.length === 0;
  if (h.outcome === null || direct.length > 1 || !(dies || (h.sense?.subject === 'actor' && h.sense.object === 'recipient')))
    return -1;
  // "were wounded | because of | the shelling | five civilians"
  if (j === k + 1 && chunks[j].kind === 'cause' && chunks[j + 1]?.kind === 'event') j++;
  const chunk = chunks[j];
  // "during | that | attack"
  const link = chunks[j - 1].kind === 'pronoun' && j - 2 > k ? chunks[j - 2] : chunks[j - 1];
  const attack = chunk.kind === 'event' && !chunk.finite && isGovernedAttack(h, chunk, link);
  const doer = direct[0]?.[0] ?? chunks[k - 1]?.noun ?? null;
  // "gunmen" in the oblique case is written like two of them: the plural of the verb tells
  const several = doer !== null && isArmed(doer) && featuresOf(h.node!)?.number === 'pl';
  // "were killed in the first attack | 11 people": nobody stands beside the verb
  const nobody = (attack || dies) && doer === null && (k === 0 || chunks[k - 1].kind !== 'noun') && link === chunks[k + 1];
  if (!attack && !opensSetting(doc, chunks, j) && !describesWhere(doc, chunks, j)) return -1;
  if (!nobody && featuresOf(h.node!)?.voice === 'passive') return -1;
  if (!nobody && (doer === null || doer.count !== null)) return -1;
  const at = somebodyBehind(doc, chunks, attack ? j + 1 : j, nobody, isComma(chunks[j - 2]));
  return nobody || at < 0 || isForce(doc, doer!) || several || isOtherThan(doer!, chunks[at].noun!) ? at : -1;
}

/** "gunmen | three farmers", "youths | a shepherd (accusative)": whoever does it, in a case of his own or unarmed, is another than the doer. */
const isOtherThan = (doer: NounPhrase, noun: NounPhrase): boolean =>
  doer.kind === 'person' &&
  (noun.features?.state === 'accusative' && noun.count === null
    ? doer.features?.state !== 'accusative'
    : isArmed(doer) && !isArmed(noun));

/** "in an attack", "after a raid": an attack, or where somebody is taken a search or an arrest. */
function isGovernedAttack(h: Happening, { node, bits }: Chunk, link: Chunk): boolean {
  if (!(bits & BI) && !(link.kind === 'case' && ties.has(link.mark)) && link.kind !== 'cause') return false;
  const sense = senseOf(node);
  const type = sense === null ? null : eventSense(sense).types[0];
  const raid = takes.has(h.outcome!) && (type === 'force-movement' || type === 'detention');
  return type !== null && (attackTypes.has(type) || raid);
}

const turns: ReadonlySet<string> = new Set(['cause', 'continue', 'reset', 'background']);
const deeds: ReadonlySet<string> = new Set(['event', 'say', 'light', 'hearsay', 'unreal']);

/** "the army targeted with an air raid | farmers", right behind a force that attacks: whom it aimed at stands behind the blow and its adjectives; -1 where nobody does. */
function objectBehindBlow(doc: Doc, chunks: readonly Chunk[], j: number, h: Happening, doer: NounPhrase): number {
  const blow = chunks[j];
  if (blow.kind !== 'event' || blow.finite || (blow.bits & BI) === 0 || !isForce(doc, doer) || doer.kind === 'thing') return -1;
  if (!attackTypes.has(h.types[0]) || h.sense!.subject !== 'actor' || h.sense!.object !== 'recipient') return -1;
  const sense = senseOf(blow.node);
  if (sense === null || !attackTypes.has(eventSense(sense).types[0]) || isDefinite(doc, blow.start)) return -1;
  for (let m = j + 1; m < chunks.length && m <= j + REACH; m++) {
    const { kind, noun, bits, start } = chunks[m];
    if (kind === 'case' || kind === 'date') continue;
    if ((kind !== 'noun' && kind !== 'place') || hasConjunction(doc, start)) return -1;
    // "with the shelling | of artillery": its genitive
    const genitive = m === j + 1 && blow.end === blow.start + 1 && noun?.kind !== 'person';
    if (genitive || isGoverned(chunks, m, bits) || isDescription(chunks[m])) continue;
    const next = chunks[m + 1];
    return next?.finite && !hasConjunction(doc, next.start) ? -1 : m;
  }
  return -1;
}

/** What tells why or when it was done: a cause, a happening behind a preposition, a word that carries on; never a mark. */
function opensSetting(doc: Doc, chunks: readonly Chunk[], j: number): boolean {
  const { kind, finite, bits, mark } = chunks[j];
  if (turns.has(kind) || (kind === 'case' && mark === 'purpose')) return true;
  // "gunmen, in execution (accusative) of the orders, killed three", right behind the subject
  if (kind === 'light' && !finite && bits === 0 && chunks[j - 1].noun !== null)
    return looseOfToken(doc, chunks[j].start).endsWith(ALEF) && j + 1 < chunks.length && (chunks[j + 1].bits & LI) !== 0;
  return (
    (kind === 'event' || kind === 'say' || kind === 'hearsay') &&
    !finite &&
    ((bits & (BI | LI)) !== 0 || chunks[j - 1].kind === 'case' || chunks[j - 1].kind === 'cause')
  );
}

/** A word that counts and names nobody. */
const isDescription = ({ kind, noun }: Chunk): boolean =>
  kind === 'noun' && noun !== null && noun.kind === 'other' && noun.count === null && noun.actor === null;

/** People who are counted or in the accusative, behind at most {@link REACH} chunks that a preposition, a cause or a verbal noun governs. */
function somebodyBehind(doc: Doc, chunks: readonly Chunk[], from: number, nobody: boolean, apart: boolean): number {
  for (let m = from; m < chunks.length && m <= from + REACH; m++) {
    const chunk = chunks[m];
    const tells = chunk.kind === 'light' && (doc.info[chunk.start].pronoun !== null || chunks[m - 1].kind === 'relative');
    const opens = m === from && chunk.kind === 'light' && !chunk.finite;
    if (loose.has(chunk.kind) || tells || opens || chunk.kind === 'relative') continue;
    // "a checkpoint | (that) they put up": the clause of where it was
    if (m === from && chunk.kind === 'verb' && chunk.finite) continue;
    // ", after a chase, | five guards"
    if (apart && isComma(chunk) && chunks[m + 1]?.noun != null) continue;
    if (turns.has(chunk.kind) && (m === from || !hasConjunction(doc, chunk.start))) continue;
    if (deeds.has(chunk.kind) && !chunk.finite && !hasConjunction(doc, chunk.start)) {
      if (isGoverned(chunks, m, chunk.bits) || chunks[m - 1].kind === 'cause') continue;
      return -1;
    }
    // "following that"
    if (chunk.kind === 'pronoun' && isTie(chunks[m - 1])) continue;
    // "for reasons | not | known", "as a result of a bad | understanding": still why
    if (chunk.kind === 'negation' && field(chunk.node, 'governs') === 'noun') continue;
    if (m > from && isDescription(chunk)) continue;
    if ((chunk.kind !== 'noun' && chunk.kind !== 'place') || hasConjunction(doc, chunk.start)) return -1;
    const last = chunks[m - 1];
    // "in the attack | 11 people": a noun with its article takes no genitive
    const genitive =
      deeds.has(last.kind) &&
      last.end === last.start + 1 &&
      !isDefinite(doc, last.start) &&
      doc.info[last.start].pronoun === null &&
      !isNobodysDeed(last, chunk.noun);
    if (
      genitive ||
      hasOwnObject(doc, chunks, m - 1) ||
      last.kind === 'cause' ||
      chunk.kind === 'place' ||
      isGoverned(chunks, m, chunk.bits)
    )
      continue;
    // "the first attack"
    if (deeds.has(last.kind) && chunk.noun!.kind === 'other' && chunk.noun!.count === null) continue;
    const next = chunks[m + 1];
    return (isSomebody(chunk.noun!) || (nobody && (named.has(chunk.noun!.kind) || isCaptive(chunk.noun!)))) &&
      !(next?.finite && !hasConjunction(doc, next.start))
      ? m
      : -1;
  }
  return -1;
}

/** "in an ambush | a farmer (accusative)", "after clashes | three farmers": one in the accusative is no genitive, and neither are people who are counted of a fight. */
function isNobodysDeed({ node }: Chunk, noun: NounPhrase | null): boolean {
  if (noun === null || (noun.kind !== 'person' && !(noun.kind === 'actor' && noun.count !== null))) return false;
  if (noun.count === null) return noun.features?.state === 'accusative' && noun.features.number === 'sg';
  const sense = senseOf(node);
  return sense !== null && noun.count.low > 2 && ofNobody.has(eventSense(sense).types[0]);
}

const ofNobody: ReadonlySet<string> = new Set(['armed-clash', 'air-strike']);

const named: ReadonlySet<string> = new Set(['person', 'title', 'name']);

/** "(was killed) in the shelling | a prisoner": what he was before. */
const isCaptive = ({ kind, features, node }: NounPhrase): boolean =>
  kind === 'outcome' && features?.number === 'sg' && captive.has(field(node, 'value') ?? '');
const captive: ReadonlySet<string> = takes;

/** People who are counted, or in the accusative. */
const isSomebody = ({ kind, count, features }: NounPhrase): boolean =>
  (kind === 'actor' && count !== null) ||
  ((kind === 'person' || kind === 'outcome' || kind === 'number' || kind === 'source') &&
    (count !== null || features?.state === 'accusative' || features?.number === 'du'));

/** "the group, which is based in X, announced": the comma before the relative clause that ends right before the verb; the verb's own chunk elsewhere. */
export function beforeClause(doc: Doc, chunks: readonly Chunk[], k: number): number {
  if (chunks[k - 1]?.mark !== 'comma') return k;
  for (let j = k - 2; j > 0 && j >= k - CLAUSE; j--) {
    // "X, and he has lost his son, | said", "X, one of the witnesses of the massacre, | said"
    const { kind, mark } = chunks[j];
    if (kind === 'mark' && mark === 'comma' && chunks[j - 1].noun !== null && opensAside(doc, chunks[j + 1])) return j;
    if (chunks[j].kind === 'relative') return chunks[j - 1].mark === 'comma' && chunks[j - 2].noun !== null ? j - 1 : k;
    if (chunks[j].kind === 'mark' || chunks[j].kind === 'that') return k;
  }
  return k;
}

const opensAside = (doc: Doc, { kind, start }: Chunk): boolean =>
  kind === 'modal' ? hasConjunction(doc, start) : nodeOf(doc, start, 'each') !== null && !hasConjunction(doc, start);

/** How many chunks such a clause may be long. */
const CLAUSE = 12;

/** A verb with the pronoun of the indefinite noun that a preposition governs before it. */
export const describesWhere = (doc: Doc, chunks: readonly Chunk[], j: number): boolean => {
  const { finite, start } = chunks[j];
  if (!finite || doc.info[start].pronoun === null || hasConjunction(doc, start) || j < 2) return false;
  const { noun, end } = chunks[j - 1];
  return end === start && noun !== null && !isDefinite(doc, noun.head) && chunks[j - 2].kind === 'case';
};
