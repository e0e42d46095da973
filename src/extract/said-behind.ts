/** "«They shelled the market», said the spokesman", "three were killed, says a resident.": the verb of saying behind what is said. */
import { BI, KA, LI } from '../lexicon/analyze.ts';
import { agreeing, type Memory, resolveMention } from './antecedents.ts';
import type { Aside } from './carriers.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { type Frame, newFrame } from './frame.ts';
import type { NounPhrase } from './noun-parts.ts';
import { cueSpan } from './saying.ts';
import { cueSense } from './senses.ts';
import { canSay, type SourceRef, sameSource, sourceOf } from './sources.ts';
import { wholeSpeaker } from './whole-speaker.ts';
import { featuresOf, hasConjunction, senseOf } from './words.ts';

/** How many chunks a quotation before its verb may be long. */
const LONGEST = 60;
const closing: ReadonlySet<string> = new Set(['close', 'quote']);
const opening: ReadonlySet<string> = new Set(['open', 'quote']);

/** The stretch before the verb in chunk `k` that its speaker says, or null. `frame`: what the verb says of what stands behind it. */
export function readSaidBehind(
  doc: Doc,
  chunks: readonly Chunk[],
  k: number,
  frame: Frame | null,
  used: Uint8Array,
  memory: Memory,
): Aside | null {
  const verb = chunks[k];
  const sense = senseOf(verb.node);
  if (sense === null || !verb.finite || hasConjunction(doc, verb.start) || doc.info[verb.start].pronoun !== null) return null;
  const cue = cueSense(sense);
  if (cue.relay || !cue.frame.has('colon') || k < 3) return null;
  const so = chunks[k - 1].kind === 'word' ? 1 : 0;
  const comma = so + (chunks[k - 1 - so].kind === 'mark' && chunks[k - 1 - so].mark === 'comma' ? 1 : 0);
  const last = chunks[k - 1 - comma];
  const quoted = last.kind === 'mark' && closing.has(last.mark);
  const from = quoted
    ? openBefore(chunks, k - 2 - comma)
    : comma === 1 + so && comma > 0 && frame === null && (!cue.weak || cue.continues)
      ? plainBefore(chunks, k - 2)
      : -1;
  if (from < 0) return null;
  const speaker = frame !== null ? { chain: frame.chain, next: k + 1 } : speakerOf(doc, chunks, k, quoted, used, memory);
  if (speaker === null || speaker.chain.length === 0) return null;
  // ", adds the same source": an everyday verb, so only behind somebody who spoke
  if (!quoted && cue.weak && !isSpoken(speaker.chain[0], memory)) return null;
  for (let m = k; m < speaker.next; m++) used[m] = 1;
  return {
    frame: newFrame({
      chain: speaker.chain,
      stance: cue.stance,
      from,
      rule: 'attribution.said-behind',
      cue: cueSpan(doc, verb),
      actor: null,
      ownDeed: false,
      nested: false,
      verb: k,
    }),
    from,
    to: k,
  };
}

const isSpoken = (source: SourceRef, { last }: Memory): boolean =>
  source.inferred === 'definite' || last?.some((s) => sameSource(s, source)) === true;

/** First chunk inside the quotation that closes behind chunk `k`, or -1. */
function openBefore(chunks: readonly Chunk[], k: number): number {
  for (let j = k; j >= 0 && j > k - LONGEST; j--) if (chunks[j].kind === 'mark' && opening.has(chunks[j].mark)) return j + 1;
  return -1;
}

/** The head of the sentence, when nothing before the verb says who tells it; -1 elsewhere. */
function plainBefore(chunks: readonly Chunk[], k: number): number {
  for (let j = k; j >= 0; j--) {
    const { kind, mark } = chunks[j];
    if (
      kind === 'say' ||
      kind === 'according' ||
      kind === 'hearsay' ||
      kind === 'contrast' ||
      kind === 'reset' ||
      kind === 'relative'
    )
      return -1;
    if (kind === 'mark' && (mark === 'colon' || mark === 'semicolon')) return -1;
  }
  return chunks.slice(0, k + 1).some((c) => c.kind === 'event') ? 0 : -1;
}

/** Who is named behind the verb; in a quotation, who spoke before when nobody is. */
function speakerOf(
  doc: Doc,
  chunks: readonly Chunk[],
  k: number,
  quoted: boolean,
  used: Uint8Array,
  memory: Memory,
): { chain: SourceRef[]; next: number } | null {
  let j = k + 1;
  while (j < chunks.length && (chunks[j].kind === 'date' || chunks[j].kind === 'word')) j++;
  const chunk = chunks[j];
  // behind a quotation whoever stands beside its verb said it, and be his name an everyday word
  const mayBe = (noun: NounPhrase): boolean => canSay(noun, true) || (quoted && noun.kind === 'other' && noun.count === null);
  if (chunk?.noun != null && !(chunk.bits & (BI | LI | KA)) && mayBe(chunk.noun)) {
    const { noun, next } = wholeSpeaker(doc, chunks, j, chunks.length, used);
    return { chain: [resolveMention(doc, sourceOf(doc, noun, cueSpan(doc, chunks[k])), memory)], next };
  }
  if (!quoted || memory.last === null || (chunk !== undefined && chunk.kind !== 'mark' && chunk.kind !== 'case')) return null;
  const chain = agreeing(doc, featuresOf(chunks[k].node!), memory.last, memory, true);
  return chain === null
    ? null
    : { chain: chain.map((s) => ({ ...s, inferred: s.inferred ?? ('elided' as const) })), next: k + 1 };
}
