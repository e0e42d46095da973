/**
 * Attribution: who says what stands in each stretch of a sentence. Frames carry the chain, outermost first.
 *   verb + source + that · source + verb · relay ("quoted ... from ...") · participle ("adding that") · verbal noun · "according to" in all positions ·
 *   carrier relative ("a statement that sites carried") · passive · elided and definite re-mention · "SOURCE: clause" · hearsay
 */
import type { Stance } from '../claim/reading.ts';
import type { Span } from '../claim/span.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { NounPhrase } from './noun-parts.ts';
import { cueSpan, readSay } from './saying.ts';
import type { Sentence } from './sentences.ts';
import { canSay, type Memory, resolveMention, type SourceRef, sameSource, sourceOf } from './sources.ts';
import { field, hasConjunction, isWord } from './words.ts';

export type Frame = {
  chain: SourceRef[];
  stance: Stance;
  /** First chunk of the content. */
  from: number;
  rule: string;
  cue: Span | null;
  /** The one accused or claiming: actor of what is said. */
  actor: NounPhrase | null;
  /** The source itself did what is said (claim of responsibility). */
  ownDeed: boolean;
};

export type Attributed = { frames: Frame[]; frameOf: Int16Array; used: Uint8Array };

/** Reads the frames of one sentence. `used` marks chunks that belong to cues and sources, so that no event is read from them. */
export function attribute(doc: Doc, chunks: readonly Chunk[], sentence: Sentence, memory: Memory): Attributed {
  const frames: Frame[] = [];
  const frameOf = new Int16Array(chunks.length).fill(-1);
  const used = new Uint8Array(chunks.length);
  const outer = readAccording(doc, chunks, used, memory);
  const title = readTitle(doc, chunks, memory, used);
  if (title !== null) frames.push(title);
  for (let k = 0; k < chunks.length; k++) {
    if (used[k]) continue;
    const chunk = chunks[k];
    const frame =
      chunk.kind === 'say'
        ? readSay(doc, chunks, k, frames, used, memory)
        : chunk.kind === 'hearsay'
          ? readHearsay(doc, chunks, k, frames, used, memory)
          : null;
    if (frame !== null) {
      frames.push(frame);
      used[k] = 1;
    }
  }
  const carried = carryOver(chunks, sentence, memory, frames);
  if (carried !== null) frames.unshift(carried);
  fill(frames, frameOf, chunks);
  addOuter(outer, frames, frameOf, chunks);
  if (frames.length > 0) {
    const last = frames.findLast((f) => f.chain.length > 0);
    if (last !== undefined) {
      memory.last = last.chain;
      memory.lastSentence = sentence.index;
    }
  }
  return { frames, frameOf, used };
}

// ---------- "according to"

type Outer = { at: number; end: number; sources: SourceRef[] };

function readAccording(doc: Doc, chunks: readonly Chunk[], used: Uint8Array, memory: Memory): Outer[] {
  const found: Outer[] = [];
  for (let k = 0; k < chunks.length; k++) {
    if (chunks[k].kind !== 'according') continue;
    let j = k + 1;
    const takesVerb = field(chunks[k].node, 'object') ?? 'yes';
    if (j < chunks.length && chunks[j].kind === 'say') {
      if (
        takesVerb === 'yes' &&
        chunks[j].finite &&
        doc.info[chunks[k].end - 1].kinds.has('according') &&
        !hasConjunction(doc, chunks[j].start)
      ) {
        /* "according to what X said" is written both with and without "what" */
      }
      j++;
    } else if (takesVerb === 'verb') continue;
    while (
      j < chunks.length &&
      (chunks[j].kind === 'word' || chunks[j].kind === 'date' || (chunks[j].kind === 'mark' && chunks[j].mark === 'quote'))
    )
      j++;
    const end = j;
    if (end >= chunks.length) continue;
    const noun = chunks[end].noun;
    if (noun === null || !canSay(noun, true)) continue;
    if (chunks[end].kind === 'evidence' && noun.actor === null) continue;
    const cue = cueSpan(doc, chunks[k]);
    const sources = [resolveMention(doc, sourceOf(doc, noun, cue), memory)];
    let last = end;
    // joint or relayed: "according to AFP, quoting a source", "according to X and Y" stays one element
    while (last + 1 < chunks.length && joins(doc, chunks, last + 1)) last++;
    for (let m = k; m <= last; m++) used[m] = 1;
    found.push({ at: k, end: last, sources });
    k = last;
  }
  // "according to the agency, quoting a source": two in a row are one chain
  for (let a = found.length - 1; a > 0; a--) {
    if (found[a].at - found[a - 1].end <= 2) {
      found[a - 1].sources.push(...found[a].sources);
      found[a - 1].end = found[a].end;
      found.splice(a, 1);
    }
  }
  return found;
}

/** A second source joined by "and". */
function joins(doc: Doc, chunks: readonly Chunk[], k: number): boolean {
  const chunk = chunks[k];
  if (chunk.noun === null || !hasConjunction(doc, chunk.start)) return false;
  if (chunk.noun.kind !== 'outlet' && chunk.noun.kind !== 'source') return false;
  const after = chunks[k + 1];
  return after === undefined || after.kind === 'mark';
}

/** Puts the "according to" sources outside the chains of the stretch they cover. */
function addOuter(outer: readonly Outer[], frames: Frame[], frameOf: Int16Array, chunks: readonly Chunk[]): void {
  let from = 0;
  for (let n = 0; n < outer.length; n++) {
    const { at, sources } = outer[n];
    const initial = at - from <= 2 && !chunks.slice(from, at).some((c) => c.kind === 'event' || c.kind === 'noun');
    const to = initial || n === outer.length - 1 ? (n + 1 < outer.length ? outer[n + 1].at : chunks.length) : outer[n].end;
    const made = new Map<number, number>();
    for (let k = from; k < to; k++) {
      const index = frameOf[k];
      let now = made.get(index);
      if (now === undefined) {
        const inner = index < 0 ? null : frames[index];
        const chain =
          inner === null || isCarried(inner)
            ? sources
            : [...sources.filter((s) => !inner.chain.some((c) => sameSource(c, s))), ...inner.chain];
        now = frames.length;
        frames.push({
          chain,
          stance: inner === null || isCarried(inner) ? 'asserted' : inner.stance,
          from: inner?.from ?? from,
          rule: inner === null ? 'attribution.according-to' : `${inner.rule}+according-to`,
          cue: sources[0].cue,
          actor: inner?.actor ?? null,
          ownDeed: inner?.ownDeed ?? false,
        });
        made.set(index, now);
      }
      frameOf[k] = now;
    }
    from = to;
  }
}

const isCarried = (frame: Frame): boolean => frame.rule === 'attribution.carry-over';

// ---------- "SOURCE: clause"

function readTitle(doc: Doc, chunks: readonly Chunk[], memory: Memory, used: Uint8Array): Frame | null {
  let colon = -1;
  for (let k = 1; k < Math.min(chunks.length, 6); k++) {
    if (chunks[k].kind === 'say' || chunks[k].kind === 'event' || chunks[k].kind === 'that' || chunks[k].kind === 'verb')
      return null;
    if (chunks[k].kind === 'mark' && chunks[k].mark === 'colon') {
      colon = k;
      break;
    }
  }
  if (colon < 0 || colon + 1 >= chunks.length) return null;
  const noun = chunks[0].noun;
  // a capital before a colon is where the report was filed
  if (noun !== null && noun.node?.kind === 'actor-short') return null;
  if (noun === null || noun.count !== null || !canSay(noun, false)) return null;
  if (noun.kind === 'person' && !noun.definite) return null;
  const source = resolveMention(doc, sourceOf(doc, noun, cueSpan(doc, chunks[colon])), memory);
  const chain = [source];
  // "Reuters from a security source: ..."
  const about = chunks.findIndex((c, k) => k > 0 && k < colon && c.kind === 'case' && c.mark === 'about');
  const inner = about > 0 ? (chunks[about + 1]?.noun ?? null) : null;
  if (inner !== null && canSay(inner, true))
    chain.push(resolveMention(doc, sourceOf(doc, inner, cueSpan(doc, chunks[about])), memory));
  for (let m = 0; m <= colon; m++) used[m] = 1;
  return {
    chain,
    stance: 'asserted',
    from: colon + 1,
    rule: 'attribution.source-colon',
    cue: source.cue,
    actor: null,
    ownDeed: false,
  };
}

// ---------- hearsay

function readHearsay(
  doc: Doc,
  chunks: readonly Chunk[],
  k: number,
  frames: Frame[],
  used: Uint8Array,
  memory: Memory,
): Frame | null {
  const after = chunks[k + 1];
  if (after === undefined) return null;
  const about = after.kind === 'case' && after.mark === 'about';
  const that = after.kind === 'that';
  if (!about && !that) return null;
  const chunk = chunks[k];
  const span = { start: doc.tokens.start[chunk.start], end: doc.tokens.end[chunk.end - 1] };
  const base = frames.at(-1)?.chain ?? [];
  used[k + 1] = 1;
  const source: SourceRef = {
    span,
    name: doc.text.slice(span.start, span.end),
    entity: null,
    cue: cueSpan(doc, after),
    inferred: null,
    words: [doc.text.slice(span.start, span.end)],
    group: 'anonymous',
    noun: null,
  };
  memory.sources.push(source);
  return {
    chain: [...base, source],
    stance: frames.at(-1)?.stance ?? 'asserted',
    from: k + 2,
    rule: 'attribution.hearsay',
    cue: cueSpan(doc, chunk),
    actor: null,
    ownDeed: false,
  };
}

// ---------- scope

/** A sentence without a cue is the outlet's own voice, unless a word of continuation ties it to the sentence before. */
function carryOver(chunks: readonly Chunk[], sentence: Sentence, memory: Memory, frames: readonly Frame[]): Frame | null {
  if (memory.last === null || memory.lastSentence !== sentence.index - 1 || chunks.length === 0) return null;
  if (chunks[0].kind !== 'continue') return null;
  if (frames.length > 0 && frames[0].from <= 3) return null;
  return {
    chain: memory.last.map((s) => ({ ...s, inferred: s.inferred ?? ('carry-over' as const) })),
    stance: 'asserted',
    from: 0,
    rule: 'attribution.carry-over',
    cue: null,
    actor: null,
    ownDeed: false,
  };
}

/** Each frame covers what stands from its content to the next frame; what stands before the first verb belongs to it too. */
function fill(frames: readonly Frame[], frameOf: Int16Array, chunks: readonly Chunk[]): void {
  for (let n = 0; n < frames.length; n++) {
    const frame = frames[n];
    const to = n + 1 < frames.length ? frames[n + 1].from : chunks.length;
    for (let k = frame.from; k < to; k++) frameOf[k] = n;
  }
}

/** Tokens of the sentence that stand inside quotation marks opened in it and never closed. */
export function leavesQuoteOpen(chunks: readonly Chunk[]): boolean {
  let depth = 0;
  for (const chunk of chunks) {
    if (chunk.kind !== 'mark') continue;
    if (chunk.mark === 'open') depth++;
    else if (chunk.mark === 'close') depth = Math.max(0, depth - 1);
    else if (chunk.mark === 'quote') depth = depth > 0 ? depth - 1 : depth + 1;
  }
  return depth > 0;
}

export const firstWord = (doc: Doc, sentence: Sentence): number => {
  let i = sentence.start;
  while (i < sentence.end && !isWord(doc, i)) i++;
  return i;
};
