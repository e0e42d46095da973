/**
 * A denial of what was just told: "..., but X denied that", "..., which X denies", "X denied these accusations". The happening is told once more, as X denies it;
 * of an accusation everything that it tells.
 */
import { agreeing, type Memory, resolveMention } from './antecedents.ts';
import type { Chunk } from './chunk.ts';
import { isAlleged } from './denials.ts';
import type { Doc } from './doc.ts';
import { type Frame, newFrame } from './frame.ts';
import { itemAt } from './item-at.ts';
import type { NounPhrase } from './noun-parts.ts';
import { cueSpan } from './saying.ts';
import { cueSense } from './senses.ts';
import { canSay, type SourceRef, sameChain, sourceOf } from './sources.ts';
import type { Telling } from './story.ts';
import { subjectBefore } from './subject-before.ts';
import { wholeSpeaker } from './whole-speaker.ts';
import { featuresOf, hasConjunction, isDefinite, nodeOf, senseOf } from './words.ts';

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
    if (sense === null || itemAt(chunks, k - 1)?.kind === 'negation') continue;
    const cue = cueSense(sense);
    const taken = k > 0 && doc.info[chunks[k].start].pronoun !== null && isAccusation(doc, chunks[k - 1], chunks[k - 2]);
    if ((cue.act !== 'deny' || (cue.weak && !taken)) && !cue.calls) continue;
    const frame = frames.find((f) => f.verb === k);
    if (frame !== undefined || cue.calls) {
      const source = frame?.stance === 'denied' ? frame.chain.at(-1) : undefined;
      if (source !== undefined && (deniesOnlyThem(doc, chunks, frame!, cue.calls) || deniesThat(doc, chunks, frame!)))
        return { verb: k, source };
      continue;
    }
    const speaker = whoDenies(doc, chunks, k, used);
    if (speaker !== null)
      return { verb: k, source: resolveMention(doc, sourceOf(doc, speaker, cueSpan(doc, chunks[k])), memory) };
  }
  return null;
}

/** "which Y denied, asserting that", "but Y denied that and said that": who denied says what follows without a speaker of its own, there and in the next sentence. */
export function speaksOn(
  doc: Doc,
  chunks: readonly Chunk[],
  frames: readonly Frame[],
  { verb, source }: Rebuttal,
  memory: Memory,
): void {
  const before = frames.findLast((f) => f.verb >= 0 && f.verb < verb);
  let last = source;
  const gender = featuresOf(chunks[verb].node!)?.gender;
  for (const f of frames) {
    if (f.verb <= verb || chunks[f.verb].kind !== 'say') continue;
    const { finite, node } = chunks[f.verb];
    const left = finite && f.rule.startsWith('attribution.elided-source') && node !== null;
    const goesOn =
      left && (featuresOf(node)?.gender === gender || agreeing(doc, featuresOf(node), [source], memory, true) !== null);
    // "Y denied that and added": where nobody spoke before in this sentence, only what has no speaker of its own is his
    const wasTheirs = before === undefined ? goesOn : sameChain(f.chain, before.chain) && (!finite || goesOn);
    if (wasTheirs) f.chain = [source];
    last = f.chain.at(-1) ?? last;
  }
  memory.last = [last];
}

/** What tells something of its own: "denied the accusations of killing civilians". */
const tells: ReadonlySet<string> = new Set(['event', 'light', 'that', 'unreal', 'relative']);

/** "denied | these accusations", "denies | any tie to the incident", "called the accusations | false": the object says only that something was said, and not what. */
function deniesOnlyThem(doc: Doc, chunks: readonly Chunk[], { from, until }: Frame, calls: boolean): boolean {
  const first = chunks[from];
  if (first === undefined || !(first.kind === 'responsibility' || isAlleged(doc, first, true))) return false;
  for (let j = from; j < Math.min(until ?? chunks.length, chunks.length); j++) {
    const { kind, mark, noun } = chunks[j];
    if ((kind === 'mark' && mark !== 'quote') || (calls && kind === 'that')) return true;
    if (tells.has(kind) || noun?.count != null) return false;
  }
  return true;
}

/** "Y denied that, asserting that its planes struck gunmen": what it asserts is no object of the denial. */
function deniesThat(doc: Doc, chunks: readonly Chunk[], { verb, from }: Frame): boolean {
  const that = chunks[from]?.kind === 'say' && !chunks[from].finite ? thatBehind(doc, chunks, verb) : -1;
  return that > verb && that < from && chunks.slice(that + 1, from).every(({ kind }) => kind === 'mark');
}

function whoDenies(doc: Doc, chunks: readonly Chunk[], k: number, used: Uint8Array): NounPhrase | null {
  const it = doc.info[chunks[k].start].pronoun !== null;
  const before = chunks[k - 1];
  // "the army announces its control of the airport, and the government denies": a headline that ends in its verb
  if (k + 1 === chunks.length && !it && before?.kind === 'noun' && hasConjunction(doc, before.start)) return before.noun;
  // "which X denied", "and these are accusations (that) X denies"
  if (it && (before === undefined || !isTakenUp(doc, before, chunks[k - 2]))) return null;
  const limit = it ? k + 2 : thatBehind(doc, chunks, k);
  if (limit < 0) return null;
  const next = chunks[k + 1];
  if (k + 1 < limit && next?.noun != null && canSay(next.noun, true)) return wholeSpeaker(doc, chunks, k + 1, limit, used).noun;
  const subject = it ? null : subjectBefore(doc, chunks, k, used);
  return subject !== null && canSay(subject, true) ? subject : null;
}

const isTakenUp = (doc: Doc, chunk: Chunk, before: Chunk | undefined): boolean =>
  chunk.kind === 'relative' || nodeOf(doc, chunk.start, 'what') !== null || isAccusation(doc, chunk, before);

/** "accusations (that) X denies", "and it is a charge (that) X rejects" */
const isAccusation = (doc: Doc, { kind, start }: Chunk, before?: Chunk): boolean =>
  (kind === 'hearsay' || (before?.kind === 'pronoun' && nodeOf(doc, start, 'allegation') !== null)) && !isDefinite(doc, start);

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

/** What is denied: the one happening told before it in its sentence, or by the whole sentence before, or all that is told there as one accusation. */
export function rebutted(told: readonly Telling[], { verb, source }: Rebuttal, sentence: Telling['sentence']): Telling[] {
  const near = told
    .slice(-REACH)
    .filter((t) => t.judged.reality === 'current' && (!t.sentence.headline || t.sentence === sentence));
  let denied = near.filter((t) => t.sentence === sentence && t.h.chunk < verb);
  if (denied.length === 0 && verb <= REACH) denied = near.filter((t) => t.sentence.index === sentence.index - 1);
  if (denied.length > 1) denied = denied.filter(({ judged }) => judged.stance === 'accused');
  if (denied.some((t) => !sameChain(t.chain, denied[0].chain) || t.chain.some((s) => s.span.start === source.span.start)))
    return [];
  return denied.map((t) => denial(t, verb, source));
}

/** What `t` tells, as the source denies it. */
function denial(t: Telling, verb: number, source: SourceRef): Telling {
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
