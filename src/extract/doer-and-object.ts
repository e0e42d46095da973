/** "the shelling of X the positions": behind a verbal noun its doer stands first, and the object after it. */
import { BI } from '../lexicon/analyze.ts';
import type { Found } from './arguments.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import { isForce, isOffice } from './parties.ts';
import { hasConjunction } from './words.ts';

export function objectAfterDoer(doc: Doc, chunks: readonly Chunk[], j: number, k: number, h: Happening, found: Found): boolean {
  if (found.direct.length !== 1 || found.directAt[0] !== k + 1 + found.adjectives || hasConjunction(doc, chunks[j].start))
    return false;
  if (h.sense === null || h.sense.object !== 'recipient' || h.sense.subject !== 'actor') return false;
  const [doer] = found.direct[0];
  const noun = chunks[j].noun!;
  if (!isForce(doc, doer) && !isOffice(doc, doer) && !(doer.kind === 'person' && doer.count === null)) return false;
  const counted =
    noun.count !== null &&
    (noun.kind === 'outcome' || (noun.kind === 'other' && (noun.node === null || noun.node.kind === 'nationality')));
  if (noun.kind !== 'thing' && noun.kind !== 'person' && noun.kind !== 'actor' && !counted) return false;
  for (let m = found.until + 1; m < j; m++)
    if (chunks[m].kind !== 'word' && chunks[m].kind !== 'date' && !(chunks[m].bits & BI)) return false;
  return true;
}
