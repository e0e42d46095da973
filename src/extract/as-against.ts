/** "..., unlike what the media mentioned about the death of two": another's account of it, which is no part of what is said before. */
import { BI, KA, LI } from '../lexicon/analyze.ts';
import { type Memory, resolveMention } from './antecedents.ts';
import type { Chunk } from './chunk.ts';
import { nextTurn } from './clause-ends.ts';
import type { Doc } from './doc.ts';
import { type Frame, newFrame } from './frame.ts';
import { itemAt } from './item-at.ts';
import { cueSpan } from './saying.ts';
import { canSay, sourceOf } from './sources.ts';
import { wholeSpeaker } from './whole-speaker.ts';
import { field } from './words.ts';

/** What ties the content to the verb: "about", "of", "from". */
const ties: ReadonlySet<string> = new Set(['about', 'from', 'regarding', 'with', 'other']);

/** The frame of the verb of saying in chunk `k`, right behind "unlike what"; null where it tells nothing or is no such verb. */
export function readAgainst(doc: Doc, chunks: readonly Chunk[], k: number, used: Uint8Array, memory: Memory): Frame | null {
  const before = itemAt(chunks, k - 1);
  if (before === undefined || before.kind !== 'contrast' || field(before.node, 'against') !== 'yes') return null;
  let at = k + 1;
  while (chunks[at]?.kind === 'date' || (chunks[at]?.kind === 'case' && doc.info[chunks[at].start].pronoun !== null)) at++;
  const teller = chunks[at];
  if (teller?.noun == null || teller.bits & (BI | LI | KA) || !canSay(teller.noun, true)) return null;
  const { noun, next } = wholeSpeaker(doc, chunks, at, chunks.length, used);
  const source = resolveMention(doc, sourceOf(doc, noun, cueSpan(doc, chunks[k])), memory);
  used.fill(1, k - 1, next);
  let from = next;
  while (
    chunks[from] !== undefined &&
    (chunks[from].kind === 'that' ||
      chunks[from].kind === 'date' ||
      (chunks[from].kind === 'case' && ties.has(chunks[from].mark)))
  )
    used[from++] = 1;
  if (from >= chunks.length) return null;
  return newFrame({
    chain: [source],
    stance: 'asserted',
    from,
    rule: 'attribution.verb-source-noun',
    cue: cueSpan(doc, chunks[k]),
    nested: true,
    verb: k,
    until: nextTurn(chunks, from),
  });
}
