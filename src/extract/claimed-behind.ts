/** "adopted | the attack | the army of X": the verb of a claim, its object, and behind both who claims it. */
import { BI, KA, LI } from '../lexicon/analyze.ts';
import { type Memory, resolveMention } from './antecedents.ts';
import type { Chunk } from './chunk.ts';
import { isOperation } from './deed-taken-up.ts';
import type { Doc } from './doc.ts';
import { type Frame, newFrame } from './frame.ts';
import { isForce } from './parties.ts';
import { cueSpan } from './saying.ts';
import { cueSense } from './senses.ts';
import { sourceOf } from './sources.ts';
import { hasConjunction, isDefinite, senseOf } from './words.ts';

export function readClaimedBehind(doc: Doc, chunks: readonly Chunk[], k: number, used: Uint8Array, memory: Memory): Frame | null {
  const verb = chunks[k];
  const sense = verb.finite ? senseOf(verb.node) : null;
  if (sense === null || cueSense(sense).act !== 'claim-responsibility' || chunks[k - 1]?.kind === 'negation') return null;
  // "announced its responsibility | for | the attack | the group"
  const from = chunks[k + 1]?.kind === 'case' && chunks[k + 1].mark === 'about' ? k + 2 : k + 1;
  const deed = chunks[from];
  if (deed === undefined || deed.bits & (BI | KA | LI) || hasConjunction(doc, deed.start)) return null;
  if (!isOperation(doc, deed) && !(deed.kind === 'event' && !deed.finite && isDefinite(doc, deed.start))) return null;
  let at = from + 1;
  while (chunks[at]?.kind === 'date' || chunks[at]?.kind === 'word') at++;
  const doer = chunks[at];
  if (doer?.noun == null || doer.kind !== 'noun' || doer.bits & (BI | KA | LI) || hasConjunction(doc, doer.start)) return null;
  if (!isForce(doc, doer.noun)) return null;
  used[at] = 1;
  used.fill(1, k + 1, from);
  return newFrame({
    chain: [resolveMention(doc, sourceOf(doc, doer.noun, cueSpan(doc, verb)), memory)],
    stance: 'claimed-responsibility',
    from,
    rule: 'attribution.verb-source-noun',
    cue: cueSpan(doc, verb),
    ownDeed: true,
    verb: k,
    until: at,
  });
}
