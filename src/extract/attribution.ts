/**
 * Attribution: who says what stands in each stretch of a sentence. Frames carry the chain, outermost first.
 *   verb + source + that · source + verb · relay ("quoted ... from ...") · participle ("adding that") · verbal noun · "according to" in all positions ·
 *   carrier relative ("a statement that sites carried") · passive · elided and definite re-mention · "SOURCE: clause" · hearsay
 */

import { harmed } from '../claim/outcomes.ts';
import { BI, KA, LI } from '../lexicon/analyze.ts';
import { addOuter, type Outer, readAccording, turns } from './according.ts';
import { settleAlso } from './also.ts';
import { goBack } from './and-that.ts';
import { type Memory, resolveMention } from './antecedents.ts';
import { readAgainst } from './as-against.ts';
import { readBlame } from './blaming.ts';
import { settleCalled } from './called-so.ts';
import { type Aside, readAside } from './carriers.ts';
import { chargeAt, readCharge } from './charges.ts';
import type { Chunk } from './chunk.ts';
import { readClaimedBehind } from './claimed-behind.ts';
import { endDeclared, isDeclared } from './declaring.ts';
import { denyInPlace, denyWithin } from './denials.ts';
import type { Doc } from './doc.ts';
import { isCarried, issuerAfter, issuerBefore } from './documents.ts';
import { nameAlone, whoSaysWe } from './first-person.ts';
import { type Frame, newFrame } from './frame.ts';
import { endOfFronted } from './fronted-saying.ts';
import { readHearsay } from './hearsay.ts';
import { isLookedInto } from './inquiries.ts';
import { itemAt } from './item-at.ts';
import { readLabel } from './labels.ts';
import { readMourning } from './mourning.ts';
import { readSaidBehind } from './said-behind.ts';
import { cueSpan, readSay } from './saying.ts';
import { isSaidOfIt } from './says-of-it.ts';
import { eventSense } from './senses.ts';
import type { Sentence } from './sentences.ts';
import { isDocument, isPress, type SourceRef, sourceOf } from './sources.ts';
import { freeSpeakerClauses } from './speaker-clauses.ts';
import { readSuspicion } from './suspicion.ts';
import { leaveUnchecked } from './unchecked.ts';
import { wholeSpeaker } from './whole-speaker.ts';
import { featuresOf, field, hasConjunction, isWord, markAt, nodeOf, senseOf } from './words.ts';

/** Every construction, without the kind of its complement ("-that", "-colon" …) and without "+according-to". */
export const ATTRIBUTION_RULES = [
  'attribution.verb-source',
  'attribution.source-verb',
  'attribution.masdar-source',
  'attribution.relay',
  'attribution.relay-elided',
  'attribution.participle',
  'attribution.passive',
  'attribution.elided-source',
  'attribution.same-subject',
  'attribution.said-of-it',
  'attribution.according-to',
  'attribution.label',
  'attribution.hearsay',
  'attribution.carry-over',
  'attribution.open-quotation',
  'attribution.said-behind',
  'attribution.carrier',
  'attribution.ascribed',
  'attribution.suspected',
  'attribution.called-false',
  'attribution.disowned',
  'attribution.unchecked',
] as const;

export type Attributed = { frames: Frame[]; frameOf: Int16Array; used: Uint8Array };

/** Reads the frames of one sentence. `used` marks chunks that belong to cues and sources, so that no event is read from them. */
export function attribute(doc: Doc, chunks: readonly Chunk[], sentence: Sentence, memory: Memory): Attributed {
  const frames: Frame[] = [];
  const frameOf = new Int16Array(chunks.length);
  for (let k = 0; k < frameOf.length; k++) frameOf[k] = -1;
  const used = new Uint8Array(chunks.length);
  settleAlso(doc, chunks);
  settleCalled(chunks);
  const outer = readAccording(doc, chunks, used, memory);
  passQuestions(doc, chunks, used);
  const asides: Aside[] = [];
  /** "«...», said the spokesman." */
  let closer: Frame | undefined;
  const label = readLabel(doc, chunks, memory, used);
  if (label !== null) frames.push(label);
  takeTurn(label, sentence, memory);
  for (let k = 0; k < chunks.length; k++) {
    if (used[k]) continue;
    const { kind } = chunks[k];
    const mourning = kind === 'event' ? readMourning(doc, chunks, k, frames.at(-1) ?? null, used, memory) : null;
    if (mourning !== null) frames.push(mourning);
    if (kind !== 'say' && kind !== 'that' && kind !== 'hearsay') continue;
    const charge = readCharge(doc, chunks, chargeAt(chunks, k), frames, used, memory);
    if (charge !== null) {
      if (charge.verb > k) used.fill(1, k, charge.verb);
      frames.push(charge);
      continue;
    }
    const again = kind === 'that' ? goBack(doc, chunks, k, frames) : null;
    if (again !== null) frames.push(again);
    const current = frames.at(-1) ?? null;
    const aside =
      kind === 'say' ? (readAside(doc, chunks, k, current, used, memory) ?? readSuspicion(doc, chunks, k, current, used)) : null;
    if (aside !== null) {
      asides.push(aside);
      continue;
    }
    const frame =
      kind === 'say'
        ? (readAgainst(doc, chunks, k, used, memory) ??
          readClaimedBehind(doc, chunks, k, used, memory) ??
          readBlame(doc, chunks, k, current, used, memory) ??
          readSay(doc, chunks, k, frames, lastNamed(outer, frames, k), used, memory))
        : kind === 'hearsay'
          ? readHearsay(doc, chunks, k, frames, used, memory)
          : null;
    const behind = kind === 'say' ? readSaidBehind(doc, chunks, k, frame, used, memory) : null;
    if (behind !== null) {
      asides.push(behind);
      closer = behind.frame;
    }
    if (frame !== null) {
      denyWithin(doc, chunks, k, frame, frames);
      endDeclared(doc, chunks, frame);
      frames.push(frame);
      used[k] = 1;
    }
  }
  freeSpeakerClauses(chunks, used);
  const carried = carryOver(doc, chunks, sentence, memory, frames);
  if (carried !== null) frames.unshift(carried);
  fill(doc, frames, frameOf, chunks);
  endHopes(doc, chunks, frames, frameOf);
  denyInPlace(doc, chunks, frames, frameOf);
  leaveUnchecked(doc, chunks, frames, frameOf);
  for (const { frame, from, to } of asides) {
    frameOf.fill(frames.length, from, to);
    frames.push(frame);
  }
  // who is named after "according to" speaks in this sentence only
  const own = outer.some((o) => o.relayed)
    ? undefined
    : mainFrame(frames.filter((f) => f !== carried && !asides.some((a) => a.frame === f)));
  addOuter(doc, outer, frames, frameOf, chunks);
  noteIssuers(doc, chunks, frames, memory);
  const voice = own ?? mainFrame(frames.filter((f) => !asides.some((a) => a.frame === f))) ?? closer;
  memory.acted = voice === undefined ? whoActed(doc, chunks) : null;
  if (voice !== undefined) {
    memory.last = voice.chain;
    if (!voice.ownDeed) memory.teller = voice.chain;
    memory.lastSentence = sentence.index;
    memory.aside = isAsideOnly(chunks, frames, frameOf, voice) || isDeclared(chunks, voice);
  }
  return { frames, frameOf, used };
}

/** "in answer to a question | about the fall of dead, he said": what is asked about is told by nobody. */
function passQuestions(doc: Doc, chunks: readonly Chunk[], used: Uint8Array): void {
  for (let k = 0; k + 2 < chunks.length; k++) {
    if (chunks[k + 1].kind !== 'case' || chunks[k + 1].mark !== 'about' || nodeOf(doc, chunks[k].start, 'question') === null)
      continue;
    for (let j = k + 1; j < chunks.length && !chunks[j].finite && chunks[j].kind !== 'mark' && chunks[j].kind !== 'that'; j++)
      used[j] = 1;
  }
}

/** "according to activists, who confirmed that": the source named last before a verb without a subject, when no verb of saying stands behind it. */
function lastNamed(outer: readonly Outer[], frames: readonly Frame[], k: number): SourceRef[] | null {
  const before = outer.findLast(({ end }) => end < k);
  return before === undefined || frames.some(({ from }) => from > before.end) ? null : before.sources;
}

/** The frame that a later sentence carries on: the last one that is nobody else's content. */
const mainFrame = (frames: readonly Frame[]): Frame | undefined =>
  frames.findLast((f) => f.chain.length > 0 && !f.nested) ??
  frames.find((f) => f.chain.length > 0 && f.rule !== 'attribution.hearsay');

/** "the defence minister X visited the base": a person with a title or a name who is the subject of the first verb. */
function whoActed(doc: Doc, chunks: readonly Chunk[]): SourceRef | null {
  const verb = chunks.findIndex((c) => c.finite);
  if (verb < 0 || verb > 2) return null;
  const before = itemAt(chunks, verb - 1)?.noun ?? null;
  const after = chunks[verb + 1];
  const noun = before ?? (after?.kind === 'noun' && !(after.bits & (BI | LI | KA)) ? after.noun : null);
  if (noun === null || noun.count !== null || (noun.kind !== 'title' && noun.kind !== 'name')) return null;
  const { noun: whole } = wholeSpeaker(
    doc,
    chunks,
    before !== null ? verb - 1 : verb + 1,
    chunks.length,
    new Uint8Array(chunks.length),
  );
  return sourceOf(doc, whole, cueSpan(doc, chunks[verb]));
}

/** "a raid killed four, while the army announced": what goes on from there is told by whoever told of the raid. */
function isAsideOnly(chunks: readonly Chunk[], frames: readonly Frame[], frameOf: Int16Array, voice: Frame): boolean {
  if (voice.verb <= 0 || frames.findIndex((f) => f.chain.length > 0) !== frames.indexOf(voice)) return false;
  let k = voice.verb - 1;
  while (k > 0 && chunks[k].kind !== 'contrast' && chunks[k].kind !== 'event' && !chunks[k].finite) k--;
  if (chunks[k].kind !== 'contrast') return false;
  return chunks.slice(0, k).some((c, n) => c.kind === 'event' && frameOf[n] < 0);
}

/** "a report of the ministry", "a statement published by the army": from here on "the report" is theirs. */
function noteIssuers(doc: Doc, chunks: readonly Chunk[], frames: readonly Frame[], memory: Memory): void {
  const alone = nameAlone(doc, chunks);
  if (alone !== null) memory.issuer = resolveMention(doc, sourceOf(doc, alone, cueSpan(doc, chunks[0])), memory);
  for (let k = 0; k < chunks.length; k++) {
    const { noun } = chunks[k];
    if (noun === null || !isDocument(noun)) continue;
    const issuer = issuerAfter(chunks, k, chunks.length);
    if (issuer === null || isOfAnother(doc, chunks[issuer])) continue; // "a statement that its spokesman published" is not his
    const owner = isCarried(chunks, issuer) ? ownerBefore(doc, chunks, k, frames) : null;
    memory.issuer = owner ?? resolveMention(doc, sourceOf(doc, chunks[issuer].noun!, cueSpan(doc, chunks[k])), memory);
  }
}

/** "said in a statement | that sites carried", "issued a statement | that sites carried": whose it is, when somebody is named before the document in chunk `k`. */
function ownerBefore(doc: Doc, chunks: readonly Chunk[], k: number, frames: readonly Frame[]): SourceRef | null {
  const before = issuerBefore(chunks, k);
  if (before !== null && !(chunks[k].bits & (BI | LI | KA)))
    return sourceOf(doc, wholeSpeaker(doc, chunks, before, k, new Uint8Array(chunks.length)).noun, cueSpan(doc, chunks[k]));
  const speaker = frames.findLast(({ verb, chain }) => verb >= 0 && verb < k && chain.length > 0)?.chain.at(-1);
  return speaker?.noun == null || isPress(speaker.noun) ? null : speaker;
}

/** A person named by what he is to somebody before: "its spokesman", "the speaker in its name". */
const isOfAnother = (doc: Doc, { noun }: Chunk): boolean => {
  if (noun === null) return false;
  return field(noun.node, 'of') === 'another' || (noun.kind === 'title' && doc.info[noun.head].pronoun !== null);
};

/** "the mayor: ...": who is named before a colon as a person speaks to the end of the line. */
function takeTurn(label: Frame | null, { paragraph }: Sentence, memory: Memory): void {
  if (label !== null) {
    const noun = label.chain[0].noun;
    const human = noun !== null && (noun.kind === 'name' || noun.kind === 'title' || noun.kind === 'person');
    const reports = field(noun?.node ?? null, 'kind') === 'correspondent';
    memory.turn = (human || reports) && label.chain.length === 1 ? { chain: label.chain, paragraph } : null;
  } else if (memory.turn?.paragraph !== paragraph) memory.turn = null;
}

/** "as also", ". In addition to the death of two": what is told goes on. */
const more: ReadonlySet<string> = new Set(['continue', 'additional']);

/** A sentence without a cue is the outlet's own voice, unless a word of continuation ties it to the sentence before. */
function carryOver(
  doc: Doc,
  chunks: readonly Chunk[],
  sentence: Sentence,
  memory: Memory,
  frames: readonly Frame[],
): Frame | null {
  if (chunks.length === 0 || frames[0]?.rule === 'attribution.label' || (frames.length > 0 && frames[0].from <= 3)) return null;
  const follows = memory.lastSentence === sentence.index - 1 && !memory.aside;
  const goes = follows && (more.has(chunks[0].kind) || goesOn(doc, chunks[0], sentence) || tellsOfOthers(doc, chunks));
  const ours = goes || frames.length > 0 ? null : whoSaysWe(doc, chunks, memory, follows);
  const chain = goes ? memory.last : (memory.turn?.chain ?? ours);
  if (chain === null) return null;
  return newFrame({
    chain: chain.map((s) => ({ ...s, inferred: s.inferred ?? ('carry-over' as const) })),
    stance: 'asserted',
    from: 0,
    rule: 'attribution.carry-over',
    cue: null,
    actor: null,
    ownDeed: false,
    nested: false,
    verb: -1,
  });
}

/** "(the doctor said that three were killed). And five others were wounded": others than those whom he told of. */
function tellsOfOthers(doc: Doc, [first, second]: readonly Chunk[]): boolean {
  if (first.kind !== 'event' || !first.finite || !hasConjunction(doc, first.start) || second?.noun?.additional !== true)
    return false;
  const sense = senseOf(first.node);
  const outcome = sense === null ? null : eventSense(sense).outcome;
  return outcome !== null && harmed.has(outcome);
}

/** ". So that the number rises to": a verb of purpose opens no sentence of its own; nor does "because of" behind a semicolon. */
function goesOn(doc: Doc, first: Chunk, sentence: Sentence): boolean {
  const outcome = doc.at[first.start].some(
    (node) => featuresOf(node)?.tense === 'present' && node.word !== null && (node.word.proclitics & LI) !== 0,
  );
  if (outcome || field(nodeOf(doc, first.start, 'rise'), 'purpose') === 'yes') return true;
  const tied = first.kind === 'cause' || first.kind === 'result' || (first.kind === 'case' && first.mark !== 'other');
  return tied && sentence.start > 0 && markAt(doc, sentence.start - 1) === 'semicolon';
}

/**
 * "after the police asked the army to send help, | gunmen laid an ambush": a sentence that opens with what had been said goes on, behind it, to what
 * then happened. A verb that no "that" and no relative waits for opens the main clause, and nobody but the outlet tells of that.
 */
function mainClause(doc: Doc, chunks: readonly Chunk[], frame: Frame): number {
  const { verb, from } = frame;
  if (verb < 1 || verb > from || !chunks[verb].finite) return -1;
  const opens = chunks[verb - 1];
  if (verb > 2 || opens.kind !== 'conjunction' || field(opens.node, 'occasion') !== 'yes') return -1;
  let waiting = 0;
  for (let k = verb + 1; k < chunks.length; k++) {
    const { kind, finite, start } = chunks[k];
    if (kind === 'that' || kind === 'relative') waiting++;
    else if (finite && (kind === 'event' || kind === 'light') && !hasConjunction(doc, start)) {
      if (waiting === 0) return featuresOf(chunks[k].node!)?.tense === 'past' ? k : -1;
      waiting--;
    }
  }
  return -1;
}

/** Each frame covers what stands from its content to the next frame; what stands before the first verb belongs to it too. */
function fill(doc: Doc, frames: readonly Frame[], frameOf: Int16Array, chunks: readonly Chunk[]): void {
  for (let n = 0; n < frames.length; n++) {
    const frame = frames[n];
    const next = n + 1 < frames.length ? frames[n + 1].from : chunks.length;
    const main = n === 0 ? mainClause(doc, chunks, frame) : -1;
    const fronted = endOfFronted(doc, chunks, frame);
    if (fronted >= frame.from) frame.until = Math.min(fronted, frame.until ?? fronted);
    const to = Math.min(next, frame.until ?? (main > frame.from ? main : turnIn(doc, chunks, frame.from, next)));
    for (let k = frame.from; k < to; k++) frameOf[k] = n;
    if (to < next && frame.nested && to === frame.until) giveBack(doc, frames, frameOf, chunks, n, next);
  }
}

/** "said that the residents refused to leave, and the shelling killed five": where the denial within is over, who spoke before goes on. */
function giveBack(
  doc: Doc,
  frames: readonly Frame[],
  frameOf: Int16Array,
  chunks: readonly Chunk[],
  n: number,
  next: number,
): void {
  const at = isSaidOfIt(frames[n]) ? n - 1 : frames.findLastIndex((f, m) => m < n && !f.nested && f.chain.length > 0);
  if (at < 0 || frames[at].until !== undefined) return;
  const to = Math.min(next, turnIn(doc, chunks, frames[at].from, next));
  for (let k = frames[n].until!; k < to; k++) frameOf[k] = at;
}

/** "said that ..., and on another side four were hurt": where a new topic opens the frame is over, if something was told in it. */
function turnIn(doc: Doc, chunks: readonly Chunk[], from: number, to: number): number {
  for (let k = from + 1; k < to; k++)
    if (turns(doc, chunks, k) && chunks.slice(from, k).some((c) => c.kind === 'event' || c.noun?.count != null)) return k;
  return chunks.length;
}

/** "threatened to attack after the killing of its leader": what is behind "after" was done, and the same speaker says so. */
function endHopes(doc: Doc, chunks: readonly Chunk[], frames: Frame[], frameOf: Int16Array): void {
  const last = frames.length;
  for (let n = 0; n < last; n++) {
    const frame = frames[n];
    if (frame.stance !== 'expected' && !frame.ownDeed) continue;
    // "claimed the killing of two in revenge for the bombing of X, but did not speak of Y": the last two are not its deeds
    const ends = frame.stance === 'expected' ? isEarlier : isOthersDeed;
    const at = chunks.findIndex((_, k) => k > frame.from && frameOf[k] === n && ends(doc, chunks, k));
    if (at < 0) continue;
    frames.push({ ...frame, stance: 'asserted', from: at, actor: null, ownDeed: false, verb: -1 });
    for (let k = at; k < chunks.length; k++) if (frameOf[k] === n) frameOf[k] = frames.length - 1;
  }
}

function isEarlier(doc: Doc, chunks: readonly Chunk[], k: number): boolean {
  const { kind, mark, start } = chunks[k];
  const behind =
    kind === 'case' && (mark === 'after' || mark === 'since' || mark === 'response') && doc.info[start].pronoun === null;
  return behind || isLookedInto(doc, chunks, k);
}

function isOthersDeed(doc: Doc, chunks: readonly Chunk[], k: number): boolean {
  const { kind, mark, start } = chunks[k];
  return (kind === 'case' && mark === 'response' && doc.info[start].pronoun === null) || kind === 'contrast';
}

/** What the outlet says of itself ("our agency has learned") is its own voice: it is no link of the chain. */
export function withoutOutlet(attributed: Attributed, outlet: string): void {
  for (const frame of attributed.frames) frame.chain = frame.chain.filter((source) => source.entity !== outlet);
}

export const firstWord = (doc: Doc, sentence: Sentence): number => {
  let i = sentence.start;
  while (i < sentence.end && !isWord(doc, i)) i++;
  return i;
};
