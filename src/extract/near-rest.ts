/** "two soldiers were killed | near the camp of the division | one", "two cars were burned | near | a camp | of X": what names the place beside the deed is no object of it. */
import type { Found } from './argument-nouns.ts';
import { keepsUn } from './case-endings.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { field, isDefinite, nodeOf } from './words.ts';

/** Drops from the nouns behind a verb those that a place, or a word for being near, has begun. */
export function withoutNearRest(doc: Doc, chunks: readonly Chunk[], found: Found): void {
  for (let n = found.direct.length - 1; n > 0; n--) {
    const at = found.directAt[n];
    const { kind, count, actor, head } = found.direct[n][0];
    // "targeted reinforcements of X | coming | from Y": what they were doing is nobody
    const describes = kind === 'other' && !isDefinite(doc, head) && nodeOf(doc, head, 'attends') !== null;
    const rest = isRest(chunks, at) && actor === null && (kind === 'name' || kind === 'other');
    if (
      !describes &&
      !(at > 0 && isOfClause(doc, chunks[at - 1], head)) &&
      (count !== null || !(rest || isNear(doc, chunks, at)))
    )
      continue;
    found.direct.splice(n, 1);
    found.directAt.splice(n, 1);
  }
}

/** "in a minefield | that planted(it) | the gunmen": behind a verb that no list holds, with the pronoun of what stands before it. */
const isOfClause = (doc: Doc, verb: Chunk | undefined, head: number): boolean =>
  verb?.kind === 'word' &&
  doc.info[verb.start].pronoun?.startsWith('3') === true &&
  (keepsUn(doc, head) || (doc.info[verb.start].verbal && !doc.info[verb.start].nominal));

/** Right behind a place that says how near it was; what is taken from before the sentence's first chunk stands behind none. */
const isRest = (chunks: readonly Chunk[], at: number): boolean => {
  const before: Chunk | undefined = chunks[at - 1];
  return before?.kind === 'place' && before.end === chunks[at].start && before.place?.relation != null;
};

function isNear(doc: Doc, chunks: readonly Chunk[], at: number): boolean {
  let k = at;
  while (k > 0 && chunks[k - 1].kind === 'noun' && chunks[k - 1].end === chunks[k].start) k--;
  const word = chunks[k - 1];
  return word?.kind === 'word' && word.end === chunks[k].start && field(nodeOf(doc, word.start, 'relation'), 'kind') === 'near';
}
