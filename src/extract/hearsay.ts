/** Hearsay: "reports of", "news that", "information about": said by nobody named. A short-lived link at the end of the chain. */
import { BI, KA, LI } from '../lexicon/analyze.ts';
import { type Memory, resolveMention } from './antecedents.ts';
import type { Chunk } from './chunk.ts';
import { endOfDenial } from './denials.ts';
import { type Doc, mentionStart } from './doc.ts';
import { type Frame, newFrame } from './frame.ts';
import { cueSpan } from './saying.ts';
import { canSay, isDocument, type SourceRef, sameSource, sourceOf } from './sources.ts';
import { wholeSpeaker } from './whole-speaker.ts';
import { field, hasConjunction, isDefinite, isWord, nodeOf } from './words.ts';

/** No chain of hearsay is followed deeper than this. */
const DEEPEST = 4;

export function readHearsay(
  doc: Doc,
  chunks: readonly Chunk[],
  k: number,
  frames: readonly Frame[],
  used: Uint8Array,
  memory: Memory,
): Frame | null {
  const chunk = chunks[k];
  const at = behindQualities(doc, chunks, k);
  const after = chunks[at];
  if (after === undefined) return null;
  if (isMissing(doc, chunks, k)) {
    used.fill(1, k, Math.min(chunks.length, endOfDenial(doc, chunks, at)));
    return null;
  }
  const told = readTold(doc, chunks, k, frames, used, memory);
  if (told !== null) return told;
  // "on the ground of what there was | of | information about": a ground for what was done, told by nobody
  const [ground] = chunks.slice(Math.max(0, k - 1), k);
  if (ground?.kind === 'case' && ground.mark === 'from' && doc.info[ground.start].pronoun === null) return null;
  const spread = readSpread(doc, chunks, k, frames, used, memory) ?? readPassedOn(doc, chunks, k, at, frames, used, memory);
  if (spread !== null) return spread;
  // "after their accusation | of abducting": who accuses is not said
  if (field(chunk.node, 'stance') === 'accused' && after.kind === 'event' && after.bits & BI && !after.finite)
    return accusation(doc, chunk, at, k, frames.at(-1) ?? null);
  const about = after.kind === 'case' && after.mark === 'about';
  // "the allegations of | the fall of civilians": the deed is their genitive
  const deed = at === k + 1 && (after.kind === 'event' || after.kind === 'light') && !after.finite && after.start === chunk.end;
  const of = deed && !(after.bits & (BI | LI | KA)) && !isDefinite(doc, chunk.start);
  // "rumours | of (by) an attack", "fears | of (from) | an attack"
  const by = deed && (after.bits & BI) !== 0;
  const looms = field(chunk.node, 'stance') === 'expected';
  const fear = looms && at === k + 1 && after.kind === 'case' && after.mark === 'from' && doc.info[after.start].pronoun === null;
  if (!about && after.kind !== 'that' && !of && !by && !fear) return null;
  const span = { start: mentionStart(doc, chunk.start), end: doc.tokens.end[chunks[at - 1].end - 1] };
  const outer = frames.at(-1) ?? null;
  const from = of || by ? at : at + 1;
  used.fill(1, k + 1, from);
  const name = doc.text.slice(span.start, span.end);
  const source: SourceRef = {
    span,
    name,
    entity: null,
    cue: cueSpan(doc, after),
    inferred: null,
    words: [name],
    group: 'hearsay',
    noun: null,
  };
  return newFrame({
    // nobody is told to have said what is feared
    chain: looms || (outer?.chain.length ?? 0) >= DEEPEST ? (outer?.chain ?? []) : [...(outer?.chain ?? []), source],
    stance: looms ? 'expected' : field(chunk.node, 'stance') === 'accused' ? 'accused' : (outer?.stance ?? 'asserted'),
    from,
    rule: 'attribution.hearsay',
    cue: cueSpan(doc, chunk),
    actor: null,
    ownDeed: false,
    nested: true,
    verb: k,
    until: looms
      ? endOfFear(doc, chunks, from, after.kind === 'that')
      : about && isBeside(doc, chunks, k)
        ? endOfNews(chunks, at + 1)
        : undefined,
  });
}

/** "amid fears of an attack, | five were killed": a clause of its own, which nobody feared. `that`: what is feared has a verb itself. */
function endOfFear(doc: Doc, chunks: readonly Chunk[], from: number, that: boolean): number | undefined {
  let verb = that;
  for (let j = from; j < chunks.length; j++) {
    const { kind, mark, finite, start } = chunks[j];
    if (kind === 'contrast' || kind === 'reset' || (kind === 'mark' && (mark === 'comma' || mark === 'semicolon'))) return j;
    if (kind === 'relative' || nodeOf(doc, start, 'what') !== null) verb = true;
    if (!finite || kind === 'result') continue;
    if (!verb) return j;
    verb = false;
  }
  return undefined;
}

/** ", and news of", "amid news of": told beside what the sentence is about. */
const isBeside = (doc: Doc, chunks: readonly Chunk[], k: number): boolean =>
  k > 0 && (hasConjunction(doc, chunks[k].start) || (chunks[k - 1].kind === 'case' && chunks[k - 1].mark === 'amid'));

/** "and news of two dead, | while the army shelled": another clause, of which the news say nothing; undefined where there is none. */
function endOfNews(chunks: readonly Chunk[], from: number): number | undefined {
  for (let k = from + 1; k + 1 < chunks.length; k++) {
    const { kind } = chunks[k];
    if (kind !== 'contrast' && kind !== 'reset' && kind !== 'continue' && kind !== 'according') continue;
    if (chunks[k - 1].kind === 'mark' || chunks[k + 1].finite) return k;
  }
  return undefined;
}

const accusation = (doc: Doc, chunk: Chunk, from: number, verb: number, outer: Frame | null): Frame =>
  newFrame({
    chain: outer?.chain ?? [],
    stance: 'accused',
    from,
    rule: 'attribution.hearsay',
    cue: cueSpan(doc, chunk),
    actor: null,
    ownDeed: false,
    nested: true,
    verb,
  });

/** "no news has come in of", "there is no information about": nobody tells anything. */
function isMissing(doc: Doc, chunks: readonly Chunk[], k: number): boolean {
  let j = k - 1;
  while (j >= 0 && (nodeOf(doc, chunks[j].start, 'any') !== null || isUntilNow(doc, chunks[j]))) j--;
  // "without | there coming in", "without that there comes in"
  if (isWithout(chunks, j) || isWithout(chunks, j - 1)) return true;
  // a verb that no list holds behind its negation
  if (j > 0 && chunks[j - 1].kind === 'negation') j--;
  if (j < 0) return false;
  // "there is no": a negation and its verb in one
  if (chunks[j].kind === 'event') return field(chunks[j].node, 'stance') === 'denied';
  return chunks[j].kind === 'negation' && field(chunks[j].node, 'governs') !== 'noun';
}

/** "without", "without that": behind it nothing is told. */
const isWithout = (chunks: readonly Chunk[], j: number): boolean => {
  const at = chunks[j]?.kind === 'that' ? j - 1 : j;
  return chunks[at]?.kind === 'case' && chunks[at].mark === 'without';
};

/** "until now", "to this moment". */
const isUntilNow = (doc: Doc, { kind, start }: Chunk): boolean => kind === 'word' && nodeOf(doc, start, 'date') !== null;

/** "first reports", "unconfirmed news": the chunk behind its adjectives. */
function behindQualities(doc: Doc, chunks: readonly Chunk[], k: number): number {
  let at = k + 1;
  while (at < chunks.length - 1 && at <= k + 3 && isQuality(doc, chunks, at)) at++;
  return at;
}

function isQuality(doc: Doc, chunks: readonly Chunk[], at: number): boolean {
  const { kind, noun, start, end, bits, node } = chunks[at];
  if (hasConjunction(doc, start) || bits & (BI | LI | KA) || isDefinite(doc, start)) return false;
  if (kind === 'negation') return field(node, 'governs') === 'noun';
  if (end !== start + 1) return false;
  return kind === 'word'
    ? isWord(doc, start)
    : kind === 'say'
      ? !chunks[at].finite
      : noun !== null && noun.kind === 'other' && noun.actor === null;
}

/** "reports that sites spread about": who passes it on is named between the word and what it is about. */
function readSpread(
  doc: Doc,
  chunks: readonly Chunk[],
  k: number,
  frames: readonly Frame[],
  used: Uint8Array,
  memory: Memory,
): Frame | null {
  const verb = chunks[k + 1];
  const teller = chunks[k + 2];
  if (verb.kind !== 'say' || !verb.finite || doc.info[verb.start].pronoun === null) return null;
  if (teller === undefined || teller.noun === null || teller.bits & (BI | LI | KA) || !canSay(teller.noun, true)) return null;
  const { noun, next } = wholeSpeaker(doc, chunks, k + 2, chunks.length, used);
  const tie = chunks[next];
  if (tie === undefined || !((tie.kind === 'case' && tie.mark === 'about') || tie.kind === 'that')) return null;
  const base = frames.at(-1)?.chain ?? [];
  const source = resolveMention(doc, sourceOf(doc, noun, cueSpan(doc, verb)), memory);
  for (let m = k; m <= next; m++) used[m] = 1;
  return newFrame({
    chain: base.length >= DEEPEST || base.some((s) => sameSource(s, source)) ? base : [...base, source],
    stance: frames.at(-1)?.stance ?? 'asserted',
    from: next + 1,
    rule: 'attribution.hearsay',
    cue: cueSpan(doc, chunks[k]),
    actor: null,
    ownDeed: false,
    nested: true,
    verb: k,
  });
}

/** "activists passed on | news of": who passes it on stands between the verb and the word. */
function readPassedOn(
  doc: Doc,
  chunks: readonly Chunk[],
  k: number,
  at: number,
  frames: readonly Frame[],
  used: Uint8Array,
  memory: Memory,
): Frame | null {
  // "activists passed on | through | the platform X | news of"
  const apart = chunks[k - 2]?.kind === 'case' && chunks[k - 2].mark !== 'about' ? 2 : 0;
  const verb = chunks[k - 2 - apart];
  const teller = chunks[k - 1 - apart];
  if (verb === undefined || verb.kind !== 'say' || !verb.finite || used[k - 2 - apart] || used[k - 1 - apart]) return null;
  if (teller.noun === null || teller.bits & (BI | LI | KA) || !canSay(teller.noun, false) || isDocument(teller.noun)) return null;
  const tie = chunks[at];
  if (!((tie.kind === 'case' && tie.mark === 'about') || tie.kind === 'that')) return null;
  const base = frames.at(-1)?.chain ?? [];
  const source = resolveMention(
    doc,
    sourceOf(doc, wholeSpeaker(doc, chunks, k - 1 - apart, k - apart, used).noun, cueSpan(doc, verb)),
    memory,
  );
  used.fill(1, k - 2 - apart, at + 1);
  return newFrame({
    chain: base.length >= DEEPEST || base.some((s) => sameSource(s, source)) ? base : [...base, source],
    stance: frames.at(-1)?.stance ?? 'asserted',
    from: at + 1,
    rule: 'attribution.hearsay',
    cue: cueSpan(doc, verb),
    actor: null,
    ownDeed: false,
    nested: true,
    verb: k - 2 - apart,
  });
}

/** "accusations of doctors of killing", "allegations of the group about": who says it is named behind the word, and what is said behind both. */
function readTold(
  doc: Doc,
  chunks: readonly Chunk[],
  k: number,
  frames: readonly Frame[],
  used: Uint8Array,
  memory: Memory,
): Frame | null {
  const teller = chunks[k + 1];
  if (teller.noun === null || teller.kind === 'evidence' || teller.bits & (BI | LI | KA)) return null;
  if (!canSay(teller.noun, false) || isDocument(teller.noun)) return null;
  const { noun, next } = wholeSpeaker(doc, chunks, k + 1, chunks.length, used);
  const tie = chunks[next];
  if (tie === undefined) return null;
  const tied = (tie.kind === 'case' && (tie.mark === 'about' || tie.mark === 'regarding')) || tie.kind === 'that';
  if (!tied && !(tie.bits & BI && (tie.kind === 'event' || tie.kind === 'light' || tie.kind === 'noun'))) return null;
  const outer = frames.at(-1) ?? null;
  const base = outer?.chain ?? [];
  const source = resolveMention(doc, sourceOf(doc, noun, cueSpan(doc, chunks[k])), memory);
  for (let m = k; m < next + (tied ? 1 : 0); m++) used[m] = 1;
  return newFrame({
    chain: base.length >= DEEPEST || base.some((s) => sameSource(s, source)) ? base : [...base, source],
    stance: field(chunks[k].node, 'stance') === 'accused' ? 'accused' : (outer?.stance ?? 'asserted'),
    from: next + (tied ? 1 : 0),
    rule: 'attribution.hearsay',
    cue: cueSpan(doc, chunks[k]),
    actor: null,
    ownDeed: false,
    nested: true,
    verb: k,
  });
}
