/** Verbs of saying: where their content begins, who says it, and which links they add to the chain. */
import type { Stance } from '../claim/reading.ts';
import type { Span } from '../claim/span.ts';
import { BI, KA, LI } from '../lexicon/analyze.ts';
import type { Frame } from './attribution.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { NounPhrase } from './noun-parts.ts';
import { type CueSense, cueSense } from './senses.ts';
import { canSay, type Memory, resolveMention, type SourceRef, sameSource, sourceOf } from './sources.ts';
import { featuresOf, hasConjunction, senseOf } from './words.ts';

type Complement = { at: number; kind: 'that' | 'colon' | 'quote' | 'to' | 'with' | 'about' | 'noun' };

const MAX_TOKENS = 24;

export function readSay(
  doc: Doc,
  chunks: readonly Chunk[],
  k: number,
  frames: Frame[],
  used: Uint8Array,
  memory: Memory,
): Frame | null {
  const chunk = chunks[k];
  const sense = senseOf(chunk.node);
  if (sense === null) return null;
  const cue = cueSense(sense);
  const features = featuresOf(chunk.node!);
  const circumstance = !chunk.finite && features?.pos === 'participle';
  if (carrierOf(doc, chunks, k, used, memory) !== null) return null;
  const complement = findComplement(doc, chunks, k, cue);
  if (complement === null) return null;
  if (
    !chunk.finite &&
    !circumstance &&
    complement.kind !== 'that' &&
    complement.kind !== 'colon' &&
    complement.kind !== 'noun' &&
    complement.kind !== 'with'
  )
    return null;
  const negated = k > 0 && chunks[k - 1].kind === 'negation';
  const current = frames.at(-1) ?? null;
  const sources = circumstance ? null : findSources(doc, chunks, k, complement.at, cue, features?.voice === 'passive', used);
  let chain: SourceRef[];
  let rule: string;
  if (sources !== null && sources.nouns.length > 0) {
    const named = sources.nouns.map((noun) => resolveMention(doc, sourceOf(doc, noun, cueSpan(doc, chunk)), memory));
    const base = isNested(doc, chunks, k, current) ? current!.chain : [];
    chain = [...base, ...named.filter((s) => !base.some((b) => sameSource(b, s)))];
    rule =
      cue.relay && named.length > 1
        ? 'attribution.relay'
        : sources.before
          ? 'attribution.source-verb'
          : 'attribution.verb-source';
  } else if (features?.voice === 'passive' || sources?.passive) {
    if (complement.kind === 'noun') return null;
    chain = current?.chain ?? [];
    rule = 'attribution.passive';
  } else {
    if (cue.weak && complement.kind === 'noun') return null;
    if (circumstance || hasConjunction(doc, chunk.start) || k === 0 || current !== null || chunk.finite) {
      const carried = current?.chain ?? memory.last;
      if (carried === null || carried === undefined) {
        if (complement.kind === 'noun') return null;
        chain = [];
      } else chain = current !== null ? carried : carried.map((s) => ({ ...s, inferred: s.inferred ?? ('elided' as const) }));
      rule = circumstance ? 'attribution.participle' : 'attribution.elided-source';
    } else return null;
  }
  for (let m = k + 1; m < complement.at; m++) {
    const carrier = carrierOf(doc, chunks, m, used, memory);
    if (carrier !== null && !chain.some((s) => sameSource(s, carrier))) chain = [carrier, ...chain];
  }
  for (let m = k; m < complement.at; m++) used[m] = 1;
  return {
    chain,
    stance: stanceOf(cue, negated),
    from: complement.at,
    rule: `${rule}-${complement.kind}`,
    cue: cueSpan(doc, chunk),
    actor: sources?.accused ?? null,
    ownDeed: cue.act === 'claim-responsibility' || claimsDeed(doc, chunks, complement.at),
  };
}

function stanceOf(cue: CueSense, negated: boolean): Stance {
  if (negated) {
    if (cue.stance === 'denied') return 'asserted';
    if (cue.act === 'confirm') return 'unknown';
    return 'asserted';
  }
  return cue.act === 'claim-responsibility' ? 'claimed-responsibility' : cue.stance;
}

/** "announced ... its responsibility for": the content begins with a word of responsibility. */
function claimsDeed(doc: Doc, chunks: readonly Chunk[], at: number): boolean {
  for (let k = at; k < Math.min(chunks.length, at + 3); k++) {
    if (chunks[k].kind === 'responsibility') return true;
    if (chunks[k].kind !== 'that' && chunks[k].kind !== 'case' && chunks[k].kind !== 'mark')
      return doc.info[chunks[k].start].kinds.has('responsibility');
  }
  return false;
}

/** A verb of saying inside what is being said adds a link, unless "and", a contrast or a participle puts it on the level of the verb before it. */
function isNested(doc: Doc, chunks: readonly Chunk[], k: number, current: Frame | null): boolean {
  if (current === null || k < current.from) return false;
  if (hasConjunction(doc, chunks[k].start)) return false;
  for (let j = k - 1; j >= current.from && j >= k - 4; j--) {
    const kind = chunks[j].kind;
    if (kind === 'contrast' || kind === 'reset' || kind === 'continue') return false;
    if (kind === 'noun' && hasConjunction(doc, chunks[j].start) && j > 0 && chunks[j - 1].kind === 'mark') return false;
  }
  return true;
}

/** Where the content begins. */
function findComplement(doc: Doc, chunks: readonly Chunk[], k: number, cue: CueSense): Complement | null {
  const limit = chunks[k].end + MAX_TOKENS;
  let nouns = 0;
  let inRelative = false;
  for (let j = k + 1; j < chunks.length && chunks[j].start < limit; j++) {
    const chunk = chunks[j];
    switch (chunk.kind) {
      case 'that':
        return { at: j + 1, kind: 'that' };
      case 'mark':
        if (chunk.mark === 'colon') return j + 1 < chunks.length ? { at: j + 1, kind: 'colon' } : null;
        if ((chunk.mark === 'open' || chunk.mark === 'quote') && !inRelative) return { at: j, kind: 'quote' };
        if (chunk.mark === 'semicolon') return null;
        break;
      case 'relative':
        inRelative = true;
        break;
      case 'case':
        if (inRelative) break;
        if (
          chunk.mark === 'to' &&
          cue.frame.has('ila') &&
          j + 1 < chunks.length &&
          (nouns > 0 || j === k + 1 || cue.frame.size === 1)
        )
          return chunks[j + 1].kind === 'that' ? { at: j + 2, kind: 'that' } : { at: j + 1, kind: 'to' };
        if (chunk.mark === 'about' && !cue.relay && cue.frame.has('bian') && contentFollows(chunks, j + 1))
          return { at: j + 1, kind: 'about' };
        break;
      case 'responsibility':
        return { at: j, kind: 'noun' };
      case 'event':
      case 'result':
      case 'light':
      case 'unreal':
        if (inRelative) break;
        if (chunk.bits & BI && cue.frame.has('bi')) return { at: j, kind: 'with' };
        if (chunk.finite && chunk.kind !== 'unreal') {
          if (chunk.kind === 'light' || cue.frame.has('inna')) return null;
          return null;
        }
        if (j > 0 && (chunks[j - 1].kind === 'case' || chunks[j - 1].kind === 'cause')) break;
        if (chunk.bits & (LI | KA)) break;
        if (cue.frame.has('np') && !chunk.finite) return { at: j, kind: 'noun' };
        break;
      case 'say':
        if (chunk.finite && !inRelative && !(doc.info[chunk.start].pronoun !== null)) return null;
        if (!chunk.finite && cue.frame.has('np') && !cue.relay && j > k + 1) return { at: j, kind: 'noun' };
        break;
      case 'verb':
        if (!inRelative && hasConjunction(doc, chunk.start)) return null;
        break;
      case 'noun':
      case 'place':
        if (inRelative) break;
        if (chunk.bits & BI && cue.frame.has('bi') && (chunk.noun?.count != null || (chunk.noun !== null && cue.accuses)))
          return { at: j, kind: 'with' };
        if (chunk.bits & BI && cue.frame.has('bi') && nouns > 0 && chunk.kind === 'noun') return { at: j, kind: 'with' };
        if (chunk.noun?.count != null && cue.act === 'document' && cue.frame.has('np')) return { at: j, kind: 'noun' };
        nouns++;
        break;
      default:
        break;
    }
  }
  return null;
}

const contentFollows = (chunks: readonly Chunk[], j: number): boolean =>
  j < chunks.length &&
  (chunks[j].kind === 'event' ||
    chunks[j].kind === 'unreal' ||
    chunks[j].kind === 'light' ||
    chunks[j].kind === 'noun' ||
    chunks[j].kind === 'result');

type Sources = { nouns: NounPhrase[]; before: boolean; accused: NounPhrase | null; passive: boolean };

/** The source between the verb and its content, or before the verb when nothing stands between. */
function findSources(
  doc: Doc,
  chunks: readonly Chunk[],
  k: number,
  content: number,
  cue: CueSense,
  passive: boolean,
  used: Uint8Array,
): Sources {
  const nouns: NounPhrase[] = [];
  let accused: NounPhrase | null = null;
  let relayed = false;
  let about = false;
  for (let j = k + 1; j < content; j++) {
    const chunk = chunks[j];
    if (chunk.kind === 'case') {
      about = chunk.mark === 'about';
      if (about && cue.relay) relayed = true;
      continue;
    }
    if (chunk.kind === 'relative' || chunk.kind === 'verb' || chunk.kind === 'that') break;
    if (used[j] || chunk.noun === null || (chunk.kind === 'place' && chunk.noun.actor === null)) continue;
    const noun = chunk.noun;
    const afterCase = j > 0 && chunks[j - 1].kind === 'case';
    if (afterCase && !(about && relayed)) continue;
    if (chunk.bits & (BI | LI | KA)) continue;
    if (relayed && about) {
      if (canSay(noun, true)) {
        nouns.push(noun);
        about = false;
        relayed = false;
      }
      continue;
    }
    if (nouns.length === 0) {
      if (canSay(noun, !cue.weak)) nouns.push(noun);
      continue;
    }
    if (cue.accuses && accused === null && !hasConjunction(doc, chunk.start)) accused = noun;
  }
  if (passive) return { nouns: [], before: false, accused, passive: true };
  let before = false;
  const needsSubject = nouns.length === 0 || (cue.accuses && accused === null && nouns.length === 1);
  if (needsSubject) {
    const subject = subjectBefore(doc, chunks, k, used);
    if (subject !== null && canSay(subject, false)) {
      if (cue.accuses && nouns.length === 1) accused = nouns.pop()!;
      nouns.unshift(subject);
      before = true;
    }
  } else if (cue.relay && nouns.length === 1 && relaySourceOnly(chunks, k, content)) {
    // "quoted from X that": the relaying source is left out
    const subject = subjectBefore(doc, chunks, k, used);
    if (subject !== null && canSay(subject, true)) nouns.unshift(subject);
  }
  return { nouns, before, accused, passive: false };
}

function relaySourceOnly(chunks: readonly Chunk[], k: number, content: number): boolean {
  const first = chunks.slice(k + 1, content).find((c) => c.kind === 'case' || c.noun !== null);
  return first !== undefined && first.kind === 'case' && first.mark === 'about';
}

/** "The prime minister, Ahmad X, said": the first noun phrase of the clause, when nothing acts between it and the verb. */
function subjectBefore(doc: Doc, chunks: readonly Chunk[], k: number, used: Uint8Array): NounPhrase | null {
  if (hasConjunction(doc, chunks[k].start)) return null;
  let subject: NounPhrase | null = null;
  for (let j = k - 1; j >= 0; j--) {
    const chunk = chunks[j];
    if (
      chunk.kind === 'modal' ||
      chunk.kind === 'was' ||
      chunk.kind === 'negation' ||
      chunk.kind === 'date' ||
      chunk.kind === 'word' ||
      chunk.kind === 'pronoun' ||
      chunk.kind === 'rank'
    )
      continue;
    if (chunk.kind === 'mark') {
      if (
        chunk.mark === 'comma' ||
        chunk.mark === 'open' ||
        chunk.mark === 'close' ||
        chunk.mark === 'quote' ||
        chunk.mark === 'open-paren' ||
        chunk.mark === 'close-paren' ||
        chunk.mark === 'dash'
      )
        continue;
      break;
    }
    if (chunk.kind === 'noun' || chunk.kind === 'place' || chunk.kind === 'evidence') {
      const preceded = j > 0 && chunks[j - 1].kind === 'case';
      if (used[j]) break;
      if (chunk.kind !== 'evidence' && chunk.noun !== null && !(chunk.bits & (BI | LI | KA)) && !preceded) subject = chunk.noun;
      if (hasConjunction(doc, chunk.start) && subject !== null && j > 0 && chunks[j - 1].kind === 'mark') break;
      continue;
    }
    if (chunk.kind === 'case') continue;
    break;
  }
  return subject;
}

/** "a statement that opposition sites carried": the carrier goes outside the chain of the one whose statement it is. */
function carrierOf(doc: Doc, chunks: readonly Chunk[], k: number, used: Uint8Array, memory: Memory): SourceRef | null {
  const chunk = chunks[k];
  const sense = senseOf(chunk.node);
  if (chunk.kind !== 'say' || sense === null || !chunk.finite || doc.info[chunk.start].pronoun === null || k === 0) return null;
  const cue = cueSense(sense);
  if (cue.act === 'say' && !cue.relay) return null;
  const carrier = chunks[k + 1];
  if (carrier === undefined || carrier.noun === null || !canSay(carrier.noun, true)) return null;
  used[k] = used[k + 1] = 1;
  return resolveMention(doc, sourceOf(doc, carrier.noun, cueSpan(doc, chunk)), memory);
}

export const cueSpan = (doc: Doc, chunk: Chunk): Span => doc.span(chunk.start, chunk.end);
