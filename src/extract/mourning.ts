/** "the movement mourned three of its fighters": who announces the deaths of its own is who tells of them, and did not die. */
import { BI, KA, LI } from '../lexicon/analyze.ts';
import { type Memory, resolveMention } from './antecedents.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { type Frame, newFrame } from './frame.ts';
import { cueSpan } from './saying.ts';
import { canSay, isDocument, sourceOf } from './sources.ts';
import { wholeSpeaker } from './whole-speaker.ts';
import { field, hasConjunction } from './words.ts';

/** The frame that the verb of mourning at chunk `k` opens, with the one who stands right behind it or before it; null for any other. */
export function readMourning(
  doc: Doc,
  chunks: readonly Chunk[],
  k: number,
  outer: Frame | null,
  used: Uint8Array,
  memory: Memory,
): Frame | null {
  const verb = chunks[k];
  if (!verb.finite || field(verb.node, 'mourns') !== 'yes' || doc.info[verb.start].pronoun !== null) return null;
  const body = chunks.findIndex(({ start, end }, n) => n > k && start <= verb.object && verb.object < end);
  if (body < 0) return null;
  const at = body > k + 1 ? k + 1 : k - 1;
  const speaker = chunks[at];
  if (speaker === undefined || speaker.noun === null || used[at] || speaker.bits & (BI | LI | KA)) return null;
  if (at < k && (hasConjunction(doc, verb.start) || speaker.end !== verb.start)) return null;
  const spoken = canSay(speaker.noun, true) || (speaker.noun.kind === 'other' && speaker.noun.definite);
  if (!spoken || speaker.noun.count !== null || isDocument(speaker.noun)) return null;
  const { noun, next } = at > k ? wholeSpeaker(doc, chunks, at, body, used) : { noun: speaker.noun, next: k };
  if (at > k) used.fill(1, at, Math.min(next, body));
  const source = resolveMention(doc, sourceOf(doc, noun, cueSpan(doc, verb)), memory);
  return newFrame({
    chain: [...(outer?.chain ?? []), source],
    stance: 'asserted',
    from: k,
    rule: 'attribution.verb-source',
    cue: cueSpan(doc, verb),
    nested: outer !== null,
    verb: k,
    until: endOf(chunks, body),
  });
}

/** "..., while the army shelled": another clause, of which nobody mourned anything. */
function endOf(chunks: readonly Chunk[], from: number): number | undefined {
  for (let j = from + 1; j < chunks.length; j++)
    if (chunks[j].kind === 'contrast' || chunks[j].kind === 'reset' || chunks[j].kind === 'continue') return j;
  return undefined;
}
