/** "said that ..., and that ...": a joined "that" goes on with the content of the verb it was said after, whatever others say in between. */
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { type Frame, newFrame } from './frame.ts';
import { hasConjunction } from './words.ts';

/** The frame that a joined "that" goes back to, opened anew behind it; null where the frame that runs is the one, or none is. */
export function goBack(doc: Doc, chunks: readonly Chunk[], k: number, frames: readonly Frame[]): Frame | null {
  if (chunks[k].kind !== 'that' || !hasConjunction(doc, chunks[k].start)) return null;
  for (let n = frames.length - 1; n >= 0; n--) {
    const frame = frames[n];
    // inside a quotation it belongs to what is quoted
    if (frame.rule.endsWith('-colon') || frame.rule.endsWith('-quote')) return null;
    const opener = chunks[frame.from - 1];
    if (opener?.kind !== 'that' || !areAlike(opener, chunks[k])) continue;
    // what is denied behind the second "that" is denied by the same verb
    if (n === frames.length - 1) return null;
    return newFrame({ ...frame, from: k + 1, actor: null, until: undefined, verb: -1 });
  }
  return null;
}

/** Alef with hamza below: the "that" of verbs like "say"; all others take the one with hamza above. */
const BELOW = '\u0625';

/** The same "that", or one that is spelled without its hamza. */
function areAlike({ node: a }: Chunk, { node: b }: Chunk): boolean {
  if (a?.word?.exact !== true || b?.word?.exact !== true) return true;
  return a.word.surface.strict.includes(BELOW) === b.word.surface.strict.includes(BELOW);
}
