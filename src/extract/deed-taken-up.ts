/**
 * A deed that only a pronoun names, of which a source says whose it was: "claimed responsibility for it", "adopted it", "denied its responsibility for it", "accused X of
 * carrying it out", "laid the responsibility for it on X", "adopted the operation". It is the attack told before; what is said of it is a claim of its own.
 */
import type { Attributed } from './attribution.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { deedOf } from './doer-clauses.ts';
import { canBe } from './forms.ts';
import type { Frame } from './frame.ts';
import { type Happening, newHappening } from './happening.ts';
import { field, isDefinite, nodeOf } from './words.ts';

export const TAKEN_UP = 'event.deed-taken-up';

/** The happenings of a sentence, and the deeds that its sources take up. */
export function withTakenUp(doc: Doc, chunks: readonly Chunk[], happenings: Happening[], { frames }: Attributed): Happening[] {
  if (frames.length === 0) return happenings;
  const taken: Happening[] = [];
  frames.forEach((frame, n) => {
    if (!isOfDoer(frame) || happenings.some((h) => h.frame === n)) return;
    const end = frames[n + 1]?.from ?? chunks.length;
    const deed = deedIn(doc, chunks, frame, Math.min(end, frame.until ?? end));
    if (deed !== null) taken.push(takenUp(chunks, frame, n, deed));
  });
  return taken.length === 0 ? happenings : [...happenings, ...taken].sort((a, b) => a.chunk - b.chunk);
}

/** Says who did it, or who did not; the media take up what others did. */
function isOfDoer({ stance, actor, ownDeed, chain }: Frame): boolean {
  if (stance === 'accused') return actor !== null;
  const source = chain.at(-1)?.noun ?? null;
  return (
    ownDeed && stance !== 'expected' && source !== null && source.kind !== 'outlet' && field(source.node, 'kind') !== 'media'
  );
}

type Stretch = { first: number; last: number };

function deedIn(doc: Doc, chunks: readonly Chunk[], frame: Frame, end: number): Stretch | null {
  // "it was adopted by X": the pronoun is on the verb
  if (frame.from >= chunks.length) return frame.verb < 0 ? null : { first: frame.verb, last: frame.verb };
  for (let k = frame.from; k < end; k++) {
    if (chunks[k].kind === 'event' || chunks[k].kind === 'that') return null;
    if (isOperation(doc, chunks[k])) return { first: k, last: k };
    const last = deedOf(doc, chunks, k);
    if (last >= 0) return { first: k, last };
    if (isResponsibility(doc, chunks[k]) && isForIt(doc, chunks[k + 1])) return { first: k, last: k + 1 };
    const that = frame.stance === 'accused' ? ofThat(doc, chunks, k) : -1;
    if (that >= 0) return { first: k, last: that };
  }
  return null;
}

/** "the operation", "the incident": the attack that was told */
export const isOperation = (doc: Doc, { start, end, kind }: Chunk): boolean =>
  kind === 'noun' && end === start + 1 && isDefinite(doc, start) && nodeOf(doc, start, 'carrier') !== null;

const isResponsibility = (doc: Doc, { start, kind }: Chunk): boolean =>
  kind === 'responsibility' || canBe(doc.info[start], 'responsibility');

/** "for-it" */
const isForIt = (doc: Doc, chunk: Chunk | undefined): boolean =>
  chunk?.kind === 'case' && chunk.mark === 'about' && doc.info[chunk.start].pronoun !== null;

/** "laid on X | the responsibility", "the responsibility | for | that", "accused X of | standing | behind | that", "of that": where the words for it end, or -1. */
function ofThat(doc: Doc, chunks: readonly Chunk[], k: number): number {
  if (isThat(doc, chunks, k)) return k;
  const stands = field(nodeOf(doc, chunks[k].start, 'standing'), 'behind') === 'yes';
  if (!stands && !isResponsibility(doc, chunks[k])) return -1;
  const tie = chunks[k + 1];
  if (tie === undefined || (tie.kind === 'mark' && tie.mark !== 'quote')) return stands ? -1 : k;
  if (isThat(doc, chunks, k + 1)) return k + 1;
  if (tie.kind !== 'case' || (stands && field(tie.node, 'behind') !== 'yes')) return -1;
  if (doc.info[tie.start].pronoun !== null) return k + 1;
  return isThat(doc, chunks, k + 2) ? k + 2 : -1;
}

/** "that", with no noun of its own behind it. */
function isThat(doc: Doc, chunks: readonly Chunk[], k: number): boolean {
  const chunk = chunks[k];
  if (chunk?.kind !== 'pronoun' || nodeOf(doc, chunk.start, 'demonstrative') === null) return false;
  const after = chunks[k + 1];
  return after === undefined || after.noun === null || after.start !== chunk.end;
}

function takenUp(chunks: readonly Chunk[], frame: Frame, n: number, { first, last }: Stretch): Happening {
  const h = newHappening(first, chunks[first].start, chunks[last].end);
  h.types = ['attack'];
  h.node = chunks[first].node;
  h.definite = true;
  h.frame = n;
  h.group = n;
  h.until = last;
  h.rules.push(TAKEN_UP);
  if (frame.actor !== null) h.actors.push(frame.actor);
  return h;
}
