/**
 * "The agency could not verify | reports of the killing of", "there is no independent confirmation | of the death of": what stands behind is vouched for by
 * nobody. Whoever told it first stays in the chain; the stance is that it is not known.
 */
import type { Chunk } from './chunk.ts';
import { CHECKING, rowHas } from './class-groups.ts';
import { clauseEnd, isAlleged } from './denials.ts';
import type { Doc } from './doc.ts';
import { type Frame, layOver } from './frame.ts';
import { field, hasConjunction, nodeOf } from './words.ts';

const RULE = 'attribution.unchecked';

export const isUnchecked = ({ rule }: Frame): boolean => rule.startsWith(RULE);

/** How many chunks the negation may stand before the word of checking: whoever could not check, and how, is named between them. */
const REACH = 9;

/** Adds the frames of what nobody could make sure of. */
export function leaveUnchecked(doc: Doc, chunks: readonly Chunk[], frames: Frame[], frameOf: Int16Array): void {
  if (!rowHas(doc, chunks, CHECKING)) return;
  for (let k = 0; k < chunks.length; k++) {
    const at = checkingIn(doc, chunks[k]);
    if (at < 0 || !isUndone(doc, chunks, k) || isOfAnother(doc, chunks, k)) continue;
    const cue = doc.span(at, at + 1);
    const to = clauseEnd(doc, chunks, k + 1);
    layOver(frames, frameOf, k + 1, to, { stance: 'unknown', rule: RULE, cue: () => cue, kept: ['unknown', 'denied'] });
  }
}

/** Token of the word of checking in a chunk, or -1. A speaker's name may have swallowed it: "was possible | for Reuters the verification". */
function checkingIn(doc: Doc, { start, end }: Chunk): number {
  for (let t = start; t < end; t++) if ((doc.groups[t] & CHECKING) !== 0 && nodeOf(doc, t, 'checking') !== null) return t;
  return -1;
}

/** "could not verify | the identity of the dead": that they died is no question. */
function isOfAnother(doc: Doc, chunks: readonly Chunk[], k: number): boolean {
  for (let j = k + 1; j < chunks.length && j < k + REACH; j++) {
    const { kind, mark, noun } = chunks[j];
    if (kind === 'mark' || kind === 'event' || kind === 'light' || kind === 'hearsay') return false;
    if (kind !== 'case' || mark !== 'from' || doc.info[chunks[j].start].pronoun !== null) continue;
    const next = chunks[j + 1];
    if (next === undefined || next.kind !== 'noun' || next.noun === null || noun !== null) continue;
    return next.noun.kind === 'other' && next.noun.count === null && !isAlleged(doc, next, false);
  }
  return false;
}

/** It was not done, or could not be. */
function isUndone(doc: Doc, chunks: readonly Chunk[], k: number): boolean {
  for (let j = k; j >= 0 && j > k - REACH; j--) {
    const { kind, mark, node, start, end } = chunks[j];
    if (j < k && (kind === 'contrast' || kind === 'reset' || kind === 'event' || kind === 'relative'))
      return kind === 'event' && field(node, 'stance') === 'denied';
    if (kind === 'negation' || (kind === 'case' && mark === 'without')) return true;
    for (let t = start; t < end; t++) if (nodeOf(doc, t, 'unable') !== null) return true;
    // "said that it | could not": the clause of the checking begins here
    if (j < k && kind === 'that' && hasConjunction(doc, start)) return false;
    if (kind === 'mark' && (mark === 'semicolon' || mark === 'colon')) return false;
  }
  return false;
}
