/** Quotations that run over several sentences keep their speaker up to the mark that closes them. */
import { BREAK } from '../text/scan.ts';
import type { Attributed } from './attribution.ts';
import type { Chunk } from './chunk.ts';
import { QUOTING, rowHas } from './class-groups.ts';
import type { Doc } from './doc.ts';
import type { Frame } from './frame.ts';
import type { Sentence } from './sentences.ts';
import { markAt } from './words.ts';

/** A quotation left open at the end of a sentence: who speaks, and the token that closes it. */
export type OpenQuote = { frame: Frame; end: number };

/** No quotation is followed further than this many tokens. */
const LONGEST = 160;

/** The quotation that the sentence opens inside what somebody says and does not close, when a later mark of the same paragraph closes it. */
export function quoteLeftOpen(doc: Doc, sentence: Sentence, chunks: readonly Chunk[], attributed: Attributed): OpenQuote | null {
  const opened = rowHas(doc, chunks, QUOTING) ? lastOpen(doc, sentence) : -1;
  if (opened < 0) return null;
  const k = chunks.findIndex((c) => c.start <= opened && opened < c.end);
  const n = k < 0 ? -1 : (attributed.frameOf[k] ?? -1);
  const frame = n >= 0 ? attributed.frames[n] : null;
  if (frame === null || frame.chain.length === 0) return null;
  for (let i = sentence.end; i < Math.min(doc.length, opened + LONGEST); i++) {
    if (doc.tokens.kind[i] === BREAK) return null;
    const mark = markAt(doc, i);
    if (mark === 'open') return null;
    if (mark === 'close' || (mark === 'quote' && doc.tokens.spaced[i] === 0)) return { frame, end: i };
  }
  return null;
}

/** Token of a quotation mark that nothing closes within the sentence, or -1. */
function lastOpen(doc: Doc, sentence: Sentence): number {
  const open: number[] = [];
  for (let i = sentence.start; i < sentence.end; i++) {
    const mark = markAt(doc, i);
    if (mark === 'open') open.push(i);
    else if (mark === 'close') open.pop();
    else if (mark === 'quote' && open.length > 0) open.pop();
    else if (mark === 'quote') open.push(i);
  }
  return open.length === 1 ? open[0] : -1;
}

/** Gives what the sentence holds before the closing mark to the speaker, where nobody else speaks in it. */
export function continueQuote(chunks: readonly Chunk[], to: Attributed, { frame, end }: OpenQuote): void {
  const n = to.frames.length;
  let given = false;
  for (let k = 0; k < chunks.length && chunks[k].start < end; k++) {
    if (to.frameOf[k] >= 0) continue;
    to.frameOf[k] = n;
    given = true;
  }
  if (!given) return;
  to.frames.push({
    ...frame,
    chain: frame.chain.map((s) => ({ ...s, inferred: s.inferred ?? ('carry-over' as const) })),
    from: 0,
    rule: 'attribution.open-quotation',
    verb: -1,
  });
}
