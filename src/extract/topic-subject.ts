/** "the movement, in a statement that the agency saw, for its part shelled": a party that opens its clause does what its verb tells, whatever is put in between. */
import { BI, KA, LI } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { NounPhrase } from './noun-parts.ts';
import { coordinated, isArmed, isForce } from './parties.ts';
import { fitOf } from './referred-back.ts';
import { isPutIn, openerOf } from './subject-across.ts';
import { featuresOf } from './words.ts';

/** How many chunks may lie between the party and its verb. */
const REACH = 20;

const putIn: ReadonlySet<string> = new Set(['mark', 'reset', 'date', 'word', 'place', 'noun', 'relative', 'say', 'event']);

export function topicSubject(doc: Doc, chunks: readonly Chunk[], k: number, used: Uint8Array): NounPhrase[] | null {
  const verb = chunks[k].node === null ? null : featuresOf(chunks[k].node!);
  if (k < 2 || verb?.pos !== 'verb' || verb.person === 1 || verb.voice === 'passive' || !putIn.has(chunks[k - 1].kind))
    return null;
  for (let j = k - 2; j >= 0 && j >= k - REACH; j--) {
    const { kind, noun, bits } = chunks[j];
    if (kind === 'that' || kind === 'contrast' || (kind === 'mark' && chunks[j].mark === 'colon')) return null;
    if (kind !== 'noun' || noun === null || used[j] || bits & (BI | LI | KA) || openerOf(doc, chunks, j) === null) continue;
    const { nouns, last } = coordinated(doc, chunks, j, used);
    if (last + 1 >= k || !(isForce(doc, noun) || (isArmed(noun) && noun.kind === 'person'))) return null;
    const pronoun = verb.number === 'pl' ? 'they' : verb.gender === 'f' ? 'she' : 'he';
    const agrees = verb.number === 'du' ? nouns.length === 2 || noun.features?.number === 'du' : fitOf(doc, pronoun, noun) > 0;
    return agrees && isPutIn(doc, chunks, last + 1, k, used) ? nouns : null;
  }
  return null;
}
