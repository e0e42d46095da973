/**
 * "According to X": first, in the middle or last in its sentence.
 *   first: the clause up to the next source · between a verb of saying and its content: outside that verb's chain · after a clause: what stands before it
 */
import { BI, FA, KA, LI } from '../lexicon/analyze.ts';
import { type Features, particle } from '../lexicon/features.ts';
import { FEH } from '../text/letters.ts';
import { agreeing, type Memory, resolveMention } from './antecedents.ts';
import { sourceBracket } from './bracket-sources.ts';
import type { Chunk } from './chunk.ts';
import { isBehindDash } from './dash-sources.ts';
import type { Doc } from './doc.ts';
import { type Frame, newFrame } from './frame.ts';
import type { NounPhrase } from './noun-parts.ts';
import { cueSpan } from './saying.ts';
import { canSay, isDocument, isFootage, isPress, isPressKind, type SourceRef, sameSource, sourceOf } from './sources.ts';
import { wholeSpeaker } from './whole-speaker.ts';
import { CONJUNCTION, field, hasConjunction, isDefinite, looseOfToken, nodeOf, senseOf } from './words.ts';

const PREFIXED = BI | LI | KA;

/** Sources from chunk `at` to `end`, outermost first. */
export type Outer = { at: number; end: number; sources: SourceRef[]; relayed: boolean; mouth?: boolean };

/** Finds them all and marks their chunks as used. */
export function readAccording(doc: Doc, chunks: readonly Chunk[], used: Uint8Array, memory: Memory): Outer[] {
  const found: Outer[] = [];
  for (let k = 0; k < chunks.length; k++) {
    if (chunks[k].mark === 'open-paren') {
      const told = inBrackets(doc, chunks, k, memory);
      if (told === null) continue;
      used.fill(1, k);
      found.push(told);
      break;
    }
    if (chunks[k].mark === 'dash' && isBehindDash(doc, chunks, k)) {
      const { noun } = wholeSpeaker(doc, chunks, k + 1, chunks.length, used);
      const sources = [resolveMention(doc, sourceOf(doc, noun, cueSpan(doc, chunks[k])), memory)];
      used.fill(1, k);
      found.push({ at: k, end: chunks.length - 1, sources, relayed: false });
      break;
    }
    const told = found.length > 0 ? null : inIssued(doc, chunks, k, used, memory);
    if (told !== null) {
      used.fill(1, k, told.end + 1);
      found.push(told);
      k = told.end;
      continue;
    }
    if (chunks[k].kind !== 'according') continue;
    const theirs = ofPronoun(doc, chunks, k, memory);
    if (theirs !== null) {
      for (let m = k; m <= theirs.end; m++) used[m] = 1;
      if (theirs.sources.length > 0) found.push({ at: k, end: theirs.end, sources: theirs.sources, relayed: false });
      k = theirs.end;
      continue;
    }
    const at = accountAt(doc, chunks, k + 1) ?? sourceAt(chunks, k);
    if (at < 0) continue;
    const cue = cueSpan(doc, chunks[k]);
    const { noun, next } = wholeSpeaker(doc, chunks, at, chunks.length, used);
    if (isFootage(noun)) {
      used.fill(1, k, next);
      continue;
    }
    const sources = [resolveMention(doc, sourceOf(doc, noun, cue), memory)];
    // "according to a statement | to the press": whom it was addressed to is nobody of the clause
    let last = isOwned(doc, chunks[next], noun.end) ? next : next - 1;
    // "according to what the agency quoted from a source"
    const relayed = chunks[last + 1];
    if (relayed?.kind === 'case' && relayed.mark === 'about' && at > k + 1 && chunks[last + 2]?.noun != null) {
      const inner = chunks[last + 2];
      if (canSay(inner.noun!, true)) {
        const whole = wholeSpeaker(doc, chunks, last + 2, chunks.length, used);
        sources.push(resolveMention(doc, sourceOf(doc, whole.noun, cueSpan(doc, relayed)), memory));
        last = whole.next - 1;
      }
    }
    last = behindDescription(doc, chunks, last);
    for (let m = k; m <= last; m++) used[m] = 1;
    const relay = field(chunks[k].node, 'relay');
    found.push({ at: k, end: last, sources, relayed: relay !== undefined, mouth: relay === 'mouth' });
    k = last;
  }
  // "according to the agency, quoting a source": two in a row are one chain
  for (let a = found.length - 1; a > 0; a--) {
    if (found[a].at - found[a - 1].end <= 2 && !isJoined(doc, chunks[found[a].at]) && !countsAnew(doc, chunks[found[a].at - 1])) {
      // "according to a provisional toll, as X said": nobody's toll is X's
      if (found[a - 1].sources.every(isNobodys)) found[a - 1].sources = found[a].sources;
      else found[a - 1].sources.push(...found[a].sources);
      found[a - 1].end = found[a].end;
      found.splice(a, 1);
    }
  }
  return found;
}

/** How many chunks may say what a source is. */
const DESCRIBED = 10;

/** "according to the group | that has its seat in X, | so three were hurt": what a relative clause says of the source is told of nobody else. */
function behindDescription(doc: Doc, chunks: readonly Chunk[], last: number): number {
  if (chunks[last + 1]?.kind !== 'relative') return last;
  for (let j = last + 2; j < chunks.length && j < last + DESCRIBED; j++) {
    const { kind, start, mark } = chunks[j];
    // "so has" is written like "lost"
    const so = kind === 'modal' ? looseOfToken(doc, start).startsWith(FEH) : kind === 'that' && (doc.bits[start] & FA) !== 0;
    if (so) return j - 1;
    if (kind === 'event' || kind === 'result' || kind === 'light' || kind === 'say' || (kind === 'mark' && mark !== 'comma'))
      return last;
  }
  return last;
}

/** "five, according to the police, | and seven, according to medics": two who count. */
const countsAnew = (doc: Doc, { noun, start }: Chunk): boolean => noun?.count != null && hasConjunction(doc, start);

/** "three were killed in X | (local sources) - 10:15" */
function inBrackets(doc: Doc, chunks: readonly Chunk[], k: number, memory: Memory): Outer | null {
  const noun = chunks[k + 1]?.noun ?? null;
  if (noun === null || sourceBracket(doc, chunks[k].start) < 0 || !canSay(noun, true)) return null;
  const sources = [resolveMention(doc, sourceOf(doc, noun, cueSpan(doc, chunks[k])), memory)];
  return { at: k, end: chunks.length - 1, sources, relayed: false };
}

/** "in a toll that the army gave, so (it is) that 30 fell": what opens its sentence with who issued it. */
function inIssued(doc: Doc, chunks: readonly Chunk[], k: number, used: Uint8Array, memory: Memory): Outer | null {
  const [tie, document] = [chunks[k], chunks[k + 1]];
  if (k > 1 || tie.kind !== 'case' || tie.mark !== 'in' || document?.noun == null || !isDocument(document.noun)) return null;
  const { noun, next } = wholeSpeaker(doc, chunks, k + 1, chunks.length, used);
  if (isDocument(noun)) return null;
  let that = next;
  while (chunks[that]?.kind === 'date' || chunks[that]?.mark === 'comma' || chunks[that + 1]?.kind === 'date') that++;
  const so = chunks[that];
  // "so that" has the letters of a name too
  if (so?.kind !== 'that' || ((doc.bits[so.start] | (so.node?.word?.proclitics ?? 0)) & FA) === 0) return null;
  const sources = [resolveMention(doc, sourceOf(doc, noun, cueSpan(doc, tie)), memory)];
  return { at: k, end: that - 1, sources, relayed: false };
}

const isOwned = (doc: Doc, chunk: Chunk | undefined, end: number): boolean =>
  chunk?.kind === 'noun' && chunk.start === end && (chunk.bits & LI) !== 0 && !hasConjunction(doc, chunk.start);

const HEH = '\u0647';
/** Endings of the pronouns of the third person, the longest first, with what a source must agree with. */
const pronouns: readonly (readonly [string, Features])[] = [
  [`${HEH}\u0645\u0627`, { ...particle, number: 'du' }],
  [`${HEH}\u0645`, { ...particle, number: 'pl', gender: 'm' }],
  [`${HEH}\u0627`, { ...particle, number: 'sg', gender: 'f' }],
  [HEH, { ...particle, number: 'sg', gender: 'm' }],
];

/** "according to him", "in her words", "by their account": who spoke before. With a verb of saying before it the sentence has its speaker already. */
function ofPronoun(doc: Doc, chunks: readonly Chunk[], k: number, memory: Memory): { end: number; sources: SourceRef[] } | null {
  const { node, start, end } = chunks[k];
  const next = chunks[k + 1];
  let at = -1;
  if (field(node, 'object') === 'none') at = end - 1;
  else if (field(node, 'object') !== 'yes') return null;
  else if (doc.info[start].pronoun !== null) at = start;
  else if (next !== undefined && next.end === next.start + 1 && isTheirs(doc, next)) at = next.start;
  if (at < 0) return null;
  const until = at < end ? k : k + 1;
  const agrees = pronouns.find(([ending]) => looseOfToken(doc, at).endsWith(ending))?.[1];
  const has = agrees === undefined || memory.last === null || chunks.slice(0, k).some((c) => c.kind === 'say' && c.finite);
  const chain = has ? null : agreeing(doc, agrees, memory.last!, memory, true);
  const cue = cueSpan(doc, chunks[k]);
  return { end: until, sources: (chain ?? []).map((s) => ({ ...s, cue, inferred: s.inferred ?? ('definite' as const) })) };
}

const isTheirs = (doc: Doc, { kind, node, noun, start }: Chunk): boolean =>
  kind === 'pronoun'
    ? field(node, 'tied') === 'yes'
    : doc.info[start].pronoun !== null &&
      (kind === 'hearsay' || (kind === 'say' && noun === null) || (noun !== null && isDocument(noun)));

/** "according to the official account", "to the account | that the police gave": the chunk of the account itself, or of who gave it. Null elsewhere. */
function accountAt(doc: Doc, chunks: readonly Chunk[], at: number): number | null {
  const account = chunks[at];
  // "by accounts | (that) collected(them) | the committee"
  if (account?.finite && doc.info[account.start].pronoun?.[0] === '3' && !hasConjunction(doc, account.start)) {
    const teller = chunks[at + 1]?.noun ?? null;
    return teller !== null && canSay(teller, false) && !(chunks[at + 1].bits & PREFIXED) ? at + 1 : null;
  }
  const node =
    account?.kind === 'say' && !account.finite && isDefinite(doc, account.start) ? nodeOf(doc, account.start, 'hearsay') : null;
  if (node === null) return null;
  if (chunks[at + 1]?.kind === 'relative') {
    const teller = chunks[at + 2]?.finite ? (chunks[at + 3]?.noun ?? null) : null;
    return teller !== null && canSay(teller, false) && !(chunks[at + 3].bits & PREFIXED) ? at + 3 : null;
  }
  account.kind = 'hearsay';
  account.node = node;
  return at;
}

/** Chunk of the source after the cue, or -1 when nobody is named who could say something ("according to the law"). */
function sourceAt(chunks: readonly Chunk[], k: number): number {
  const object = field(chunks[k].node, 'object') ?? 'yes';
  let j = k + 1;
  const says = j < chunks.length && (chunks[j].kind === 'say' || (object === 'verb' && chunks[j].kind === 'verb'));
  // "as he also addressed | the fighters"
  if (says && field(chunks[j].node, 'addresses') === 'whom') return -1;
  if (says) j++;
  else if (object === 'verb' || object === 'say') return -1;
  while (j < chunks.length) {
    const { kind, mark } = chunks[j];
    if (kind === 'word' || kind === 'date' || kind === 'pronoun' || (kind === 'mark' && mark === 'quote')) j++;
    // "according to what it said in a statement"
    else if (says && kind === 'case' && mark === 'in' && chunks[j + 1]?.noun != null) j += 2;
    // "as X told the agency": whom one speaks to is not the source
    else if (says && isAddressee(chunks, j)) j++;
    // "published by", "it came from"
    else if (says && kind === 'case') j++;
    else break;
  }
  // "according to the account of the residents"
  if (j < chunks.length && chunks[j].kind === 'hearsay') {
    const teller = chunks[j + 1]?.noun ?? null;
    return teller !== null && canSay(teller, false) && !(chunks[j + 1].bits & PREFIXED) ? j + 1 : j;
  }
  const noun = j < chunks.length ? chunks[j].noun : null;
  if (noun === null || !mayAccord(noun, chunks[j])) return -1;
  // "based on the inquiry": only who can speak is a source
  if (field(chunks[k].node, 'basis') === 'yes' && !canSay(noun, false)) return -1;
  return j;
}

const isAddressee = (chunks: readonly Chunk[], j: number): boolean => {
  const next = chunks[j + 1]?.noun ?? null;
  return (
    (chunks[j].bits & LI) !== 0 &&
    chunks[j].noun !== null &&
    next !== null &&
    canSay(next, false) &&
    !(chunks[j + 1].bits & PREFIXED)
  );
};

const mayAccord = (noun: NounPhrase, chunk: Chunk): boolean =>
  canSay(noun, true) && !(chunk.kind === 'evidence' && noun.actor === null && senseOf(noun.node) === null);

/** Puts the sources outside the chains of the stretch they cover. */
export function addOuter(
  doc: Doc,
  outer: readonly Outer[],
  frames: Frame[],
  frameOf: Int16Array,
  chunks: readonly Chunk[],
): void {
  let from = 0;
  for (let n = 0; n < outer.length; n++) {
    const { at, end } = outer[n];
    const joined = opensAnew(doc, chunks, outer, n);
    const initial = joined || isInitial(chunks, from, at);
    // between a verb of saying and its content: only this verb's content
    const inside = frames.findIndex((f) => f.verb >= 0 && f.verb < at && at < f.from);
    const next = n + 1 < outer.length ? outer[n + 1].at : chunks.length;
    const ends = initial ? next : contrastAfter(chunks, end, next);
    // what is quoted of somebody is his to its end, contrasts and all
    const to = inside >= 0 ? next : initial || n === outer.length - 1 ? ends : end;
    const contrast = initial || inside >= 0 ? -1 : contrastBefore(chunks, frames, from, at);
    const start = joined
      ? end + 1
      : inside >= 0
        ? frames[inside].from
        : Math.max(from, relativeBefore(chunks, frames, from, at), turnBefore(doc, chunks, from, at), contrast);
    const made = new Map<number, number>();
    for (let k = start; k < to; k++) {
      const index = frameOf[k];
      const before = index >= 0 && (joined ? frames[index].verb < at : frames[index].verb < contrast);
      const inner = index < 0 || before ? null : frames[index];
      // "according to X ..., while Y reported"
      if (initial && inner !== null && !inner.nested && isOpposed(chunks, end, inner.verb)) continue;
      // a speaker of its own who comes after a closing "according to" is not part of it
      if (!initial && inside < 0 && inner !== null && inner.verb > end && !isCarried(inner)) continue;
      if (inside >= 0 && index !== inside && !(inner?.chain[0] !== undefined && inner.chain[0] === frames[inside].chain[0]))
        continue;
      let now = made.get(index);
      if (now === undefined) {
        now = frames.length;
        frames.push(outside(doc, outer[n], inner, from));
        made.set(index, now);
      }
      frameOf[k] = now;
    }
    from = Math.max(from, to);
  }
}

/** "and according" has the letters of "was granted", which is no conjunction. */
const isJoined = (doc: Doc, { start, node }: Chunk): boolean =>
  hasConjunction(doc, start) || ((node?.word?.proclitics ?? 0) & CONJUNCTION) !== 0;

/** "four were killed, and according to X five were hurt": joined, with a clause behind it, it says nothing of what stands before. */
function opensAnew(doc: Doc, chunks: readonly Chunk[], outer: readonly Outer[], n: number): boolean {
  const { at, end } = outer[n];
  if (!isJoined(doc, chunks[at]) || (n > 0 && outer[n - 1].end >= at - 1)) return false;
  const until = n + 1 < outer.length ? outer[n + 1].at : chunks.length;
  return chunks.slice(end + 1, until).some((c) => c.finite || c.kind === 'event' || c.noun?.count != null);
}

/** ", while the aircraft raided": a contrast behind a closing "according to" begins what nobody is said to have told. */
function contrastAfter(chunks: readonly Chunk[], end: number, next: number): number {
  for (let k = end + 1; k < next; k++) if (chunks[k].kind === 'contrast' || chunks[k].kind === 'reset') return k;
  return next;
}

/** "X counted ten dead in the town, which was shelled, according to Y": Y speaks of the relative clause, since the rest has its speaker. */
function relativeBefore(chunks: readonly Chunk[], frames: readonly Frame[], from: number, at: number): number {
  const speaks = frames.findLast(({ verb, chain }) => verb >= from && verb < at && chain.length > 0);
  if (speaks === undefined) return from;
  for (let k = at - 1; k > speaks.from; k--)
    if (chunks[k].kind === 'relative' && chunks[k - 1].kind === 'mark' && chunks[k - 1].mark === 'comma') return k;
  return from;
}

/** "X said that five were killed, | while three were hurt in Y, according to Z": Z speaks of what stands behind the contrast, since the rest has its speaker. */
function contrastBefore(chunks: readonly Chunk[], frames: readonly Frame[], from: number, at: number): number {
  const k = chunks.findLastIndex(({ kind }, n) => kind === 'contrast' && n > from && n < at);
  if (k < 0 || !frames.some(({ verb, chain }) => verb >= from && verb < k && chain.length > 0)) return -1;
  const tells = (row: readonly Chunk[]): boolean => row.some((c) => c.kind === 'event');
  return tells(chunks.slice(from, k)) && tells(chunks.slice(k, at)) ? k : -1;
}

/** "... On another side, four were hurt, according to Y": Y speaks of what follows the turn. */
function turnBefore(doc: Doc, chunks: readonly Chunk[], from: number, at: number): number {
  for (let k = at - 1; k > from; k--)
    if (turns(doc, chunks, k) && chunks.slice(k, at).some((c) => c.kind === 'event' || c.noun?.count != null)) return k;
  return from;
}

/** "and on another side": it opens a clause, and its topic. */
export const turns = (doc: Doc, chunks: readonly Chunk[], k: number): boolean =>
  chunks[k].kind === 'reset' &&
  field(chunks[k].node, 'resets') === 'topic' &&
  (hasConjunction(doc, chunks[k].start) || chunks[k - 1].kind === 'mark');

function outside(doc: Doc, { sources, relayed, mouth }: Outer, inner: Frame | null, from: number): Frame {
  const own = inner === null || isCarried(inner) ? [] : inner.chain;
  const added = sources.filter(
    (s) => !own.some((c) => sameSource(s, c)) && !(own.length > 0 && (isNobodys(s) || isHearsay(doc, s))),
  );
  // "the correspondent said, quoting residents": what media quote stands inside
  // "the army said, by the mouth of its spokesman": he speaks, for the army
  const speaksFor = mouth === true && own.length === 1 && carries(doc, own[0]) < 2;
  // "the correspondent: five were hurt, according to medics"
  const within =
    (relayed && !speaksFor) ||
    inner?.rule === 'attribution.label' ||
    (own.length > 0 && added.length > 0 && carries(doc, own[own.length - 1]) > carries(doc, added[0]));
  const joined = (chain: readonly SourceRef[]): SourceRef[] => (within ? [...chain, ...added] : [...added, ...chain]);
  return newFrame({
    chain: joined(own),
    stance: inner === null || isCarried(inner) ? 'asserted' : inner.stance,
    from: inner?.from ?? from,
    rule: inner === null ? 'attribution.according-to' : `${inner.rule}+according-to`,
    cue: sources[0].cue,
    actor: inner?.actor ?? null,
    ownDeed: inner?.ownDeed ?? false,
    nested: inner?.nested ?? false,
    verb: inner?.verb ?? -1,
    told: inner?.told && joined(inner.told),
    ofWhom: inner?.ofWhom,
  });
}

/** "according to a provisional toll", inside what somebody says: a document that no one is said to have issued. */
const isNobodys = ({ noun, inferred }: SourceRef): boolean =>
  noun !== null &&
  inferred === null &&
  isDocument(noun) &&
  (!noun.definite || noun.end === noun.head + 1) &&
  noun.outlet === null &&
  noun.actor === null;

/** "according to first indications", inside what somebody says. */
const isHearsay = (doc: Doc, { noun }: SourceRef): boolean => noun !== null && nodeOf(doc, noun.head, 'hearsay') !== null;

/** How far a source passes on what others say: press and correspondents, those who watch and count, everybody else. */
function carries(doc: Doc, { noun }: SourceRef): number {
  if (noun === null) return 0;
  if (isPress(noun) || noun.mayBeSource || field(nodeOf(doc, noun.head, 'source'), 'kind') === 'correspondent') return 2;
  if (noun.outlet !== null) return isPressKind(noun.outlet) ? 2 : 1;
  return field(noun.node, 'class') === 'monitor' ? 1 : 0;
}

const isInitial = (chunks: readonly Chunk[], from: number, at: number): boolean =>
  at - from <= 2 && !chunks.slice(from, at).some((c) => c.kind === 'event' || c.kind === 'noun');

/** A contrast stands between the cue and a later verb of saying. */
const isOpposed = (chunks: readonly Chunk[], end: number, verb: number): boolean =>
  verb > end && chunks.slice(end + 1, verb).some((c) => c.kind === 'contrast' || c.kind === 'reset');

const isCarried = (frame: Frame): boolean => frame.rule === 'attribution.carry-over';
