/** A denial of what was just told: "..., but X denied that", "..., which X denies". The happening is told once more, as X denies it. */
import { type Memory, resolveMention } from './antecedents.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { type Frame, newFrame } from './frame.ts';
import type { NounPhrase } from './noun-parts.ts';
import { cueSpan } from './saying.ts';
import { cueSense } from './senses.ts';
import { canSay, type SourceRef, sameChain, sourceOf } from './sources.ts';
import type { Telling } from './story.ts';
import { subjectBefore } from './subject-before.ts';
import { wholeSpeaker } from './whole-speaker.ts';
import { nodeOf, senseOf } from './words.ts';

export type Rebuttal = { verb: number; source: SourceRef };

/** How many chunks "that" may stand behind the verb, and how far into a sentence a denial of the sentence before begins. */
const REACH = 6;

/** The first denial in the sentence whose object is only "that" or "it". */
export function readRebuttal(
  doc: Doc,
  chunks: readonly Chunk[],
  frames: readonly Frame[],
  used: Uint8Array,
  memory: Memory,
): Rebuttal | null {
  for (let k = 0; k < chunks.length; k++) {
    const { kind, finite, node } = chunks[k];
    const sense = kind === 'say' && finite ? senseOf(node) : null;
    if (sense === null || isVerbOf(frames, k) || chunks[k - 1]?.kind === 'negation') continue;
    const cue = cueSense(sense);
    if (cue.act !== 'deny' || cue.weak) continue;
    const speaker = whoDenies(doc, chunks, k, used);
    if (speaker !== null)
      return { verb: k, source: resolveMention(doc, sourceOf(doc, speaker, cueSpan(doc, chunks[k])), memory) };
  }
  return null;
}

/** "which Y denied, asserting that": the participle is Y's. */
export function speaksOn(chunks: readonly Chunk[], frames: readonly Frame[], { verb, source }: Rebuttal): void {
  const before = frames.findLast((f) => f.verb >= 0 && f.verb < verb);
  for (const f of frames)
    if (
      f.verb > verb &&
      before !== undefined &&
      sameChain(f.chain, before.chain) &&
      chunks[f.verb].kind === 'say' &&
      !chunks[f.verb].finite
    )
      f.chain = [source];
}

const isVerbOf = (frames: readonly Frame[], k: number): boolean => frames.some((f) => f.verb === k);

function whoDenies(doc: Doc, chunks: readonly Chunk[], k: number, used: Uint8Array): NounPhrase | null {
  const it = doc.info[chunks[k].start].pronoun !== null;
  const before = chunks[k - 1];
  // "which X denied"
  if (it && !(before?.kind === 'relative' || (before !== undefined && nodeOf(doc, before.start, 'what') !== null))) return null;
  const limit = it ? k + 2 : thatBehind(doc, chunks, k);
  if (limit < 0) return null;
  const next = chunks[k + 1];
  if (k + 1 < limit && next?.noun != null && canSay(next.noun, true)) return wholeSpeaker(doc, chunks, k + 1, limit, used).noun;
  const subject = it ? null : subjectBefore(doc, chunks, k, used);
  return subject !== null && canSay(subject, true) ? subject : null;
}

/** Chunk of a "that" which stands alone behind the verb, or -1. */
function thatBehind(doc: Doc, chunks: readonly Chunk[], k: number): number {
  for (let j = k + 1; j < Math.min(chunks.length, k + REACH); j++) {
    const { kind, end, start } = chunks[j];
    if (kind === 'pronoun' && nodeOf(doc, start, 'demonstrative') !== null) {
      const after = chunks[j + 1];
      return after !== undefined && after.start === end && after.noun !== null ? -1 : j;
    }
    if (kind !== 'noun' && kind !== 'place' && kind !== 'date' && kind !== 'case' && kind !== 'word') return -1;
  }
  return -1;
}

/** What is denied: the one happening told before it in its sentence, or by the whole sentence before. Null when there are several. */
export function rebutted(told: readonly Telling[], { verb, source }: Rebuttal, sentence: Telling['sentence']): Telling | null {
  const near = told.slice(-REACH).filter((t) => t.judged.reality === 'current' && !t.sentence.headline);
  let denied = near.filter((t) => t.sentence === sentence && t.h.chunk < verb);
  if (denied.length === 0 && verb <= REACH) denied = near.filter((t) => t.sentence.index === sentence.index - 1);
  if (denied.length !== 1) return null;
  const [t] = denied;
  if (t.chain.some((s) => s.span.start === source.span.start)) return null;
  const figures = t.h.figures.map((f) => ({ ...f }));
  // parts stay parts of the copies
  for (const f of figures) if (f.partOf !== null) f.partOf = figures[t.h.figures.indexOf(f.partOf)] ?? null;
  const h = { ...t.h, actors: [...t.h.actors], recipients: [...t.h.recipients], figures };
  const frame: Frame = newFrame({
    chain: [source],
    stance: 'denied',
    from: t.h.chunk,
    rule: 'attribution.rebutted',
    cue: source.cue,
    actor: null,
    ownDeed: false,
    nested: false,
    verb,
  });
  return { ...t, h, chain: [source], frame, judged: { stance: 'denied', reality: 'unreal', rule: t.judged.rule } };
}
