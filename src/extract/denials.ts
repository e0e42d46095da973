/**
 * What is denied: the deed after "denied the accusations that X made of", "there is no truth in what was said of", "has nothing to do with", and before "is a
 * lie". Everything that is told inside a denial is denied with it, whoever was first said to have said it.
 */
import { BI } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import { FALSE, rowHas } from './class-groups.ts';
import type { Complement } from './complements.ts';
import { isNamedBy } from './contents.ts';
import type { Doc } from './doc.ts';
import { type Frame, layOver } from './frame.ts';
import type { CueSense } from './senses.ts';
import { isDocument } from './sources.ts';
import { featuresOf, field, hasConjunction, isDefinite, nodeOf } from './words.ts';

/** How many words a denial may stand before what it denies, and how many chunks a word of falsity behind what it calls false. */
export const REACH = 30;
const BEHIND = 14;
/** How many chunks what is denied may be long. */
const LONGEST = 80;

/** Prepositions after which what is denied stands, with the mark of the frame that asks for them. */
const prepositions: Record<string, string> = { from: 'min', in: 'fi', about: 'bian' };

/** "in a statement", "in the course of a press conference": where somebody speaks is no object. */
const isForum = (doc: Doc, chunk: Chunk | undefined): boolean =>
  chunk !== undefined &&
  (chunk.kind === 'date' || nodeOf(doc, chunk.start, 'forum') !== null || (chunk.noun !== null && isDocument(chunk.noun)));

export const isDenial = (cue: CueSense): boolean => cue.act === 'deny' || (cue.act === 'doubt' && cue.stance === 'unknown');

/** "the accusations", "the truth of", "any", "what was said": an object of denying that is no deed itself. `weak`: of a verb that also refuses. */
export function isAlleged(doc: Doc, chunk: Chunk, weak: boolean): boolean {
  if (chunk.kind === 'hearsay' || nodeOf(doc, chunk.start, 'allegation') !== null) return true;
  if (chunk.kind === 'say' && !chunk.finite && field(chunk.node, 'act') === 'accuse') return true;
  if (nodeOf(doc, chunk.start, 'what') !== null || nodeOf(doc, chunk.start, 'any') !== null) return true;
  return (
    !weak && (chunk.kind === 'noun' || chunk.kind === 'word') && nodeOf(doc, chunk.start, 'matter') !== null && !isNamedBy(chunk)
  );
}

/** Where what is denied begins when it is introduced by such an object or by a preposition; null: as after any other verb of saying. */
export function findDenied(doc: Doc, chunks: readonly Chunk[], k: number, cue: CueSense): Complement | null {
  if (!isDenial(cue)) return cue.calls ? calledUntrue(doc, chunks, k) : null;
  const limit = chunks[k].end + REACH;
  for (let j = k + 1; j < chunks.length && chunks[j].start < limit; j++) {
    const chunk = chunks[j];
    if (chunk.kind === 'that' || chunk.kind === 'contrast' || chunk.kind === 'reset' || chunk.kind === 'according') return null;
    if (chunk.finite && nodeOf(doc, chunks[j - 1].start, 'what') === null) return null;
    if (chunk.kind === 'mark' && chunk.mark !== 'comma' && !chunk.mark.endsWith('paren')) return null;
    if (
      chunk.kind === 'case' &&
      cue.frame.has(prepositions[chunk.mark]) &&
      doc.info[chunk.start].pronoun === null &&
      !isForum(doc, chunks[j + 1])
    )
      return j + 1 < chunks.length ? { at: j + 1, kind: 'noun', alleged: true } : null;
    if (chunk.bits & BI && !cue.frame.has('bi')) continue;
    // "a report refuted the account": a document that speaks
    if (j === k + 1 && chunk.noun !== null && isDocument(chunk.noun) && isAlleged(doc, chunks[j + 1] ?? chunk, true)) continue;
    if (chunks[j - 1].kind !== 'case' && isAlleged(doc, chunk, cue.weak)) return { at: j, kind: 'noun', alleged: true };
    if (chunk.kind === 'event' || chunk.kind === 'light' || chunk.kind === 'unreal' || chunk.kind === 'responsibility')
      return null;
  }
  return null;
}

/** "described the reports of the shelling as false": what is called untrue, or null. */
function calledUntrue(doc: Doc, chunks: readonly Chunk[], k: number): Complement | null {
  const limit = chunks[k].end + REACH;
  let at = -1;
  for (let j = k + 1; j < chunks.length && chunks[j].start < limit; j++) {
    const { kind, mark, bits, start, end } = chunks[j];
    if (kind === 'contrast' || kind === 'reset' || (kind === 'mark' && mark !== 'comma' && mark !== 'quote')) return null;
    if (at < 0) {
      if (chunks[j].finite) return null;
      if (!(bits & BI) && isAlleged(doc, chunks[j], true)) at = j;
      continue;
    }
    for (let t = start; t < end; t++) if (nodeOf(doc, t, 'falsity') !== null) return { at, kind: 'noun', alleged: true };
    const after = bits & BI || (chunks[j - 1].kind === 'that' && chunks[j - 1].bits & BI);
    if (after && kind !== 'that' && nodeOf(doc, start, 'allegation') !== null) return { at, kind: 'noun', alleged: true };
  }
  return null;
}

/** The chunk at which a denial that began at `at` is over: another clause, or a comma before what is told as happening then. */
export function endOfDenial(doc: Doc, chunks: readonly Chunk[], at: number): number {
  let relative = false;
  const last = Math.min(chunks.length, at + LONGEST);
  for (let j = at; j < last; j++) {
    const { kind, mark, finite, start } = chunks[j];
    if (kind === 'contrast' || kind === 'reset' || (kind === 'mark' && mark === 'semicolon')) return j;
    if (kind === 'relative' || nodeOf(doc, start, 'what') !== null) relative = true;
    const comma = j > at && chunks[j - 1].kind === 'mark' && chunks[j - 1].mark === 'comma';
    if (j > at && finite && hasConjunction(doc, start) && (comma || !relative)) return j;
    if (comma && (kind === 'conjunction' || (kind === 'case' && (mark === 'after' || mark === 'amid' || mark === 'since'))))
      return j;
    // ", and while he fled they killed him", "then the army shelled it"
    if (comma && kind === 'case' && hasConjunction(doc, start)) return j;
    if (j > at && finite && nodeOf(doc, chunks[j - 1].start, 'then') !== null) return j;
    // ", then the aircraft shelled"
    if (comma && kind === 'continue' && chunks[j + 1]?.finite) return j;
    // ", and five soldiers were killed": those who are counted were
    if (comma && kind === 'event' && hasConjunction(doc, start) && chunks[j + 1]?.noun?.count != null) return j;
  }
  return last;
}

/** A verb of saying inside a denial ("the accusations that X made", "what was said of") tells what is denied. Changes the frame. */
export function denyWithin(doc: Doc, chunks: readonly Chunk[], k: number, frame: Frame, frames: readonly Frame[]): void {
  const denial = frames.at(-1);
  if (denial === undefined || denial.until === undefined || k < denial.from || k >= denial.until) return;
  const pos = chunks[k].node === null ? null : featuresOf(chunks[k].node!)?.pos;
  if (pos === 'participle' && !isDefinite(doc, chunks[k].start)) return;
  for (let j = denial.from; j < k; j++) if (chunks[j].kind === 'mark' && chunks[j].mark === 'comma') return;
  frame.stance = denial.stance;
  frame.chain = denial.chain;
  frame.actor = null;
  frame.until = denial.until;
}

/** Stretches that deny without a verb of denying: words of falsity, and "has nothing to do with". Adds their frames. */
export function denyInPlace(doc: Doc, chunks: readonly Chunk[], frames: Frame[], frameOf: Int16Array): void {
  const calls = rowHas(doc, chunks, FALSE);
  for (let k = 0; k < chunks.length; k++) {
    if (calls) callFalse(doc, chunks, k, frames, frameOf);
    if (chunks[k].kind !== 'negation') continue;
    const from = disowned(doc, chunks, k);
    if (from >= 0) deny(frames, frameOf, from, clauseEnd(doc, chunks, from + 1), 'attribution.disowned');
  }
}

/** Adds the frames of what the words of falsity in chunk `k` deny. */
function callFalse(doc: Doc, chunks: readonly Chunk[], k: number, frames: Frame[], frameOf: Int16Array): void {
  for (let t = chunks[k].start; t < chunks[k].end; t++) {
    const falsity = (doc.groups[t] & FALSE) === 0 ? null : nodeOf(doc, t, 'falsity');
    if (falsity === null) continue;
    const [from, to] = calledFalse(doc, chunks, k, field(falsity, 'place') === 'before' || stands(chunks, k, falsity.end));
    deny(frames, frameOf, from, to, 'attribution.called-false');
  }
}

/** "it is not true | that", "it is not right | to say | that". */
function stands(chunks: readonly Chunk[], k: number, end: number): boolean {
  let j = k + 1;
  while (j < k + 3 && chunks[j] !== undefined && chunks[j].start < end) j++;
  const next = chunks[j];
  return next?.kind === 'that' || (next?.kind === 'say' && !next.finite && chunks[j + 1]?.kind === 'that');
}

/** What a word of falsity in chunk `k` calls false: from and to. */
function calledFalse(doc: Doc, chunks: readonly Chunk[], k: number, ahead: boolean): [number, number] {
  if (ahead || (chunks[k].noun !== null && nodeOf(doc, chunks[k].start, 'allegation') !== null && k + 1 < chunks.length))
    return [k, clauseEnd(doc, chunks, k + 1)];
  for (let j = k - 1; j >= 0 && j >= k - BEHIND; j--) {
    const { kind, mark } = chunks[j];
    if (kind === 'contrast' || kind === 'reset' || (kind === 'mark' && mark !== 'comma' && mark !== 'quote')) break;
    if (isAlleged(doc, chunks[j], true)) {
      // "false news of"
      const about = chunks.slice(k + 1, k + 3).some((c) => c.kind === 'case' && (c.mark === 'about' || c.mark === 'regarding'));
      return [j, j === k - 1 && about ? clauseEnd(doc, chunks, k + 1) : k];
    }
    if (kind === 'that') break;
  }
  return [k, k];
}

/** First chunk of the deed that somebody "has nothing to do with" or "is not responsible for", or -1. */
function disowned(doc: Doc, chunks: readonly Chunk[], k: number): number {
  let part = -1;
  for (let j = k; j < Math.min(chunks.length, k + 5); j++) {
    const chunk = chunks[j];
    if (j > k && (chunk.kind === 'mark' || chunk.kind === 'that' || chunk.kind === 'contrast')) return -1;
    if (part >= 0) {
      if (chunk.bits & BI && (chunk.kind === 'event' || chunk.kind === 'noun')) return j;
      if (chunk.kind === 'case' && (chunk.mark === 'about' || chunk.mark === 'in') && j + 1 < chunks.length) return j + 1;
      if (chunk.kind === 'event' && nodeOf(doc, chunks[part].start, 'part')?.end === chunk.start) return j;
      continue;
    }
    for (let t = chunk.start; t < chunk.end && part < 0; t++) {
      const node = nodeOf(doc, t, 'part');
      if (node !== null && !(isDefinite(doc, t) && featuresOf(node)?.pos === 'noun')) part = j;
    }
  }
  return -1;
}

export function clauseEnd(doc: Doc, chunks: readonly Chunk[], from: number): number {
  const last = Math.min(chunks.length, from + LONGEST);
  for (let j = from; j < last; j++) {
    const { kind, mark, finite, start } = chunks[j];
    if (kind === 'contrast' || kind === 'reset' || (kind === 'mark' && (mark === 'comma' || mark === 'semicolon'))) return j;
    if ((finite || kind === 'that') && hasConjunction(doc, start)) return j;
  }
  return last;
}

const deny = (frames: Frame[], frameOf: Int16Array, from: number, to: number, rule: string): void =>
  layOver(frames, frameOf, from, to, { stance: 'denied', rule, cue: (within) => within?.cue ?? null, kept: ['denied'] });
