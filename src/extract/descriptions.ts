/** Verbs in the present that describe an indefinite noun right before them: "gunmen riding a motorcycle shot (dead) an officer". */
import { BI, KA, LI } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { featuresOf, field, hasConjunction, isDefinite } from './words.ts';

/** How far behind the describing verb the object of the first one may stand, in chunks. */
const REACH = 7;

const between: ReadonlySet<string> = new Set(['noun', 'place', 'case', 'word', 'date']);

/** The object of the verb before, behind a verb at `j` that only describes its subject and has an object of its own; -1 where there is none. */
export function objectBehindDescription(doc: Doc, chunks: readonly Chunk[], j: number): number {
  const { kind, start, node } = chunks[j];
  const { noun, end } = chunks[j - 1];
  if (
    (kind !== 'verb' && kind !== 'light' && kind !== 'was') ||
    noun === null ||
    end !== start ||
    isDefinite(doc, noun.head) ||
    hasConjunction(doc, start)
  )
    return -1;
  // "two gunmen who were on a motorcycle": the past of "to be" describes as well
  if (kind !== 'was' && node !== null && featuresOf(node)?.tense !== 'present') return -1;
  for (let m = j + 1, own = 0; m < chunks.length && m <= j + REACH; m++) {
    const chunk = chunks[m];
    const comma = chunk.kind === 'mark' && chunk.mark === 'comma';
    if (!between.has(chunk.kind) && !comma) return -1;
    if (chunk.kind !== 'noun' || chunk.noun === null) continue;
    if (hasConjunction(doc, chunk.start) || chunk.bits & (BI | LI | KA) || chunks[m - 1].kind === 'case') {
      own++;
      continue;
    }
    // its own object stands first
    if (own++ > 0 && isObject(doc, chunk)) return m;
  }
  return -1;
}

/** People in the accusative, counted or with a name. */
function isObject(doc: Doc, { noun }: Chunk): boolean {
  const { kind, features, count, definite, node, head, end } = noun!;
  // "a bomber driving a truck destroyed | a post"
  if (kind === 'thing') return count === null && features?.state === 'accusative' && field(node, 'target') === 'yes';
  if (kind !== 'person' && kind !== 'title' && kind !== 'name') return false;
  // "the deputy of the governor"
  const owned = features?.number === 'sg' && end > head + 1 && isDefinite(doc, end - 1);
  return kind !== 'person' || features?.state === 'accusative' || count !== null || definite || owned;
}
