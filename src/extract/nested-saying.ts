/** Whether a verb of saying stands inside what another one tells, and so adds a link to the chain, or on its level. */
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Frame } from './frame.ts';
import { field, hasConjunction, isDefinite, nodeOf } from './words.ts';

/** A verb of saying inside what is being said adds a link, unless "and", a contrast or a participle puts it on the level of the verb before it. */
export function isNested(doc: Doc, chunks: readonly Chunk[], k: number, current: Frame | null, before: boolean): boolean {
  if (current === null || k < current.from) return false;
  if (hasConjunction(doc, chunks[k].start)) return false;
  // "denied that its forces had shelled X, after Y had said that": what is denied is over
  if (current.until !== undefined && k >= current.until) return false;
  // "said that ..., after Y had announced the death of"
  if (!before && isAfterwards(chunks, k)) return false;
  // a verb that opens its clause before its subject is on the level of the one before
  if (!before && k > 0 && chunks[k - 1].kind === 'mark' && chunks[k - 1].mark === 'comma') return false;
  // nor one that opens it behind a definite noun, which no clause describes without a relative
  const last = chunks[k - 1];
  if (
    !before &&
    chunks[k].finite &&
    last?.noun != null &&
    (isDefinite(doc, last.end - 1) || doc.info[last.end - 1].pronoun !== null)
  )
    return false;
  if ((!before && isAtTime(doc, chunks, k)) || hadSaid(doc, chunks, k, current.from)) return false;
  for (let j = k - 1; j >= current.from && j >= k - 4; j--) {
    const kind = chunks[j].kind;
    if (kind === 'contrast' || kind === 'reset' || kind === 'continue') return false;
    // ", and that is what X confirmed, who | said that"
    if (
      nodeOf(doc, chunks[j].start, 'what') !== null &&
      chunks[j - 1]?.kind === 'pronoun' &&
      hasConjunction(doc, chunks[j - 1].start)
    )
      return false;
    // ", and that is an accusation (that) X denies, who | accuses"
    if (kind === 'hearsay' && chunks[j - 1]?.kind === 'pronoun' && hasConjunction(doc, chunks[j - 1].start)) return false;
    if (kind === 'noun' && hasConjunction(doc, chunks[j].start) && j > 0 && chunks[j - 1].kind === 'mark') return false;
  }
  return true;
}

/** ", after | said", ", after that | said" */
function isAfterwards(chunks: readonly Chunk[], k: number): boolean {
  const at = chunks[k - 1].kind === 'that' ? k - 2 : k - 1;
  const after = chunks[at];
  if (after === undefined || chunks[at - 1]?.mark !== 'comma') return false;
  return (
    (after.kind === 'case' && after.mark === 'after') || (after.kind === 'conjunction' && field(after.node, 'occasion') === 'yes')
  );
}

/** "..., and the observatory in the north had | announced" */
function hadSaid(doc: Doc, chunks: readonly Chunk[], k: number, from: number): boolean {
  for (let j = k - 1; j >= from && j >= k - 8; j--) {
    if (chunks[j].kind === 'was') return hasConjunction(doc, chunks[j].start);
    if (chunks[j].finite || chunks[j].kind === 'that') return false;
  }
  return false;
}

/** "..., at a time (when) X spoke of", "in a statement (in which) it said": a verb right behind where or when, which no article makes definite. */
function isAtTime(doc: Doc, chunks: readonly Chunk[], k: number): boolean {
  const [tie, when] = [chunks[k - 2], chunks[k - 1]];
  if (tie?.kind !== 'case' || tie.mark !== 'in' || when.noun === null || when.end !== when.start + 1) return false;
  return !isDefinite(doc, when.start) && nodeOf(doc, when.start, 'forum') !== null;
}
