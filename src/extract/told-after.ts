/** "five were killed in X. A security source said that.", "... This came in a statement of the army.": who told the sentence before, where nobody was named in it. */
import { BI, KA, LI } from '../lexicon/analyze.ts';
import { type Memory, resolveMention } from './antecedents.ts';
import type { Attributed } from './attribution.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { newFrame } from './frame.ts';
import type { NounPhrase } from './noun-parts.ts';
import { cueSpan } from './saying.ts';
import { cueSense } from './senses.ts';
import type { Sentence } from './sentences.ts';
import { canSay, isDocument, sourceOf } from './sources.ts';
import { wholeSpeaker } from './whole-speaker.ts';
import { field, hasConjunction, nodeOf, senseOf } from './words.ts';

const PREFIXED = BI | LI | KA;
/** How many chunks such a sentence may be long. */
const LONGEST = 12;
const tells: ReadonlySet<string> = new Set(['event', 'light', 'that', 'unreal', 'relative', 'result']);

/** Gives the sentence before to whoever this one says has told it. */
export function tellBefore(
  doc: Doc,
  chunks: readonly Chunk[],
  before: { sentence: Sentence; chunks: readonly Chunk[]; attributed: Attributed },
  memory: Memory,
): void {
  const teller = whoTold(doc, chunks);
  if (teller === null || before.sentence.headline || before.attributed.frames.some((f) => f.chain.length > 0)) return;
  const { frames, frameOf } = before.attributed;
  memory.last = [resolveMention(doc, sourceOf(doc, teller, cueSpan(doc, chunks[0])), memory)];
  frames.push(
    newFrame({
      chain: memory.last,
      stance: 'asserted',
      from: 0,
      rule: 'attribution.said-behind',
      cue: cueSpan(doc, chunks[0]),
      verb: -1,
    }),
  );
  for (let k = 0; k < before.chunks.length; k++) if (frameOf[k] < 0) frameOf[k] = frames.length - 1;
}

function whoTold(doc: Doc, chunks: readonly Chunk[]): NounPhrase | null {
  const [first, second, third] = chunks;
  // ". According to the spokesman of the army.": a full stop cut it off
  if (first?.kind === 'according' && second?.noun != null && chunks.length <= LONGEST) {
    const { noun, next } = wholeSpeaker(doc, chunks, 1, chunks.length, new Uint8Array(chunks.length));
    const alone = chunks.slice(next).every(({ kind }) => kind === 'date' || kind === 'mark');
    return alone && canSay(noun, true) && !isDocument(noun) ? noun : null;
  }
  if (third === undefined || chunks.length > LONGEST || chunks.some((c) => tells.has(c.kind) || c.noun?.count != null))
    return null;
  const content = chunks.length;
  // "this came | in | a statement of"
  if (first.kind === 'reset' && field(first.node, 'came') === 'yes') {
    const told = second.kind === 'case' && second.mark === 'in' && third.noun !== null && isDocument(third.noun);
    const noun = told ? wholeSpeaker(doc, chunks, 2, content, new Uint8Array(content)).noun : null;
    return noun === null || isDocument(noun) || !canSay(noun, true) ? null : noun;
  }
  // "said | that | a source"
  const sense = first.kind === 'say' && first.finite && !hasConjunction(doc, first.start) ? senseOf(first.node) : null;
  if (sense === null || cueSense(sense).stance !== 'asserted' || doc.info[first.start].pronoun !== null) return null;
  if (second.kind !== 'pronoun' || nodeOf(doc, second.start, 'demonstrative') === null) return null;
  if (third.noun === null || third.bits & PREFIXED || !canSay(third.noun, true)) return null;
  return wholeSpeaker(doc, chunks, 2, content, new Uint8Array(content)).noun;
}
