/** Whether the words tie a casualty to the attack named behind it: "killed ... as a result of shelling", "killed in raids", "were killed when they opened fire". */
import { BI, LI } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import { within } from './one-attack.ts';
import { field, hasConjunction } from './words.ts';

/** "and it", with a verb of its own behind it. */
const isSaidOfIt = (doc: Doc, { kind, start }: Chunk, next: Chunk): boolean =>
  kind === 'pronoun' && hasConjunction(doc, start) && next.finite;

const isNextTime = ({ kind, mark }: Chunk): boolean =>
  kind === 'date' || (kind === 'case' && (mark === 'after' || mark === 'before'));

export function linksBack(doc: Doc, chunks: readonly Chunk[], h: Happening, attack: Happening): boolean {
  for (let k = h.chunk + 1; k <= attack.chunk; k++) {
    const chunk = chunks[k];
    if (
      k < attack.chunk &&
      (chunk.kind === 'contrast' ||
        chunk.kind === 'reset' ||
        (chunk.kind === 'say' && (chunk.finite || chunks[k + 1]?.kind === 'that')))
    )
      return false;
    // "led to the death of ten, | and after a day | of its coming under shelling": when it was told of, and no means
    if (k < attack.chunk && chunks[k - 1].mark === 'comma' && isNextTime(chunk) && hasConjunction(doc, chunk.start)) return false;
    // "because of fire | in a region that saw a war": the cause is named before
    if (chunk.kind === 'cause' || chunk.kind === 'agent')
      return !chunks
        .slice(k, attack.chunk)
        .some(
          (c) => c.kind === 'relative' || c.kind === 'contrast' || (c.kind === 'reset' && field(c.node, 'resets') !== 'speaker'),
        );
    // "were killed in a leak, and not in an attack"
    if (chunk.kind === 'negation' && !chunk.finite && k < attack.chunk) return false;
    // "four were killed | when they opened fire"
    if (chunk.kind === 'conjunction' && attack.finite && h.finite && field(chunk.node, 'occasion') === 'yes')
      return !chunks.slice(h.chunk + 1, attack.chunk).some((c) => c.finite || c.kind === 'event' || c.kind === 'contrast');
    // "the death of twenty, | and it bears the marks of X, | after two bombings": what is said of the attack itself stands between
    if (
      chunk.mark === 'after' &&
      chunk.kind === 'case' &&
      chunks.slice(h.chunk, k).some((c, n) => isSaidOfIt(doc, c, chunks[h.chunk + n + 1]))
    )
      return false;
    if (
      chunk.kind === 'case' &&
      (within.has(chunk.mark) || chunk.mark === 'means' || chunk.mark === 'after') &&
      k + 1 === attack.chunk
    )
      return true;
    if (k === attack.chunk) return (chunk.bits & (BI | LI)) !== 0 || (!attack.finite && k === h.chunk + 1 && h.finite);
    if (chunk.finite && (chunk.kind === 'verb' || chunk.kind === 'light') && hasConjunction(doc, chunk.start)) return false;
  }
  return false;
}
