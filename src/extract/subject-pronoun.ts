/** "that-it shelled Tel Aviv": the pronoun on the particle is the subject of the verb behind it. */
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import type { NounPhrase } from './noun-parts.ts';
import { featuresOf, field, looseOfToken } from './words.ts';

/** -ha, -h */
const HER = '\u0647\u0627';
const HIS = '\u0647';

/** "that-it shelled": the pronoun agrees with the verb. */
export function isPronounSubject(doc: Doc, chunks: readonly Chunk[], k: number, h: Happening): boolean {
  if (chunks[k - 1]?.kind !== 'that') return false;
  const word = looseOfToken(doc, chunks[k - 1].start);
  return word.endsWith(featuresOf(h.node!)?.gender === 'f' ? HER : HIS);
}

export const isState = ({ kind, actor }: NounPhrase): boolean => kind === 'actor' && field(actor, 'kind') === 'state';

/** "that-she targeted a tank of X": what agrees with the pronoun has its subject; "that-he attacked a convoy (feminine)": what disagrees with the verb is no subject. */
export function isObjectOfPronoun(chunks: readonly Chunk[], k: number, h: Happening, noun: NounPhrase): boolean {
  if (h.outcome !== null || h.sense?.object !== 'recipient' || noun.definite || chunks[k + 1]?.noun !== noun) return false;
  const own = featuresOf(h.node!)?.gender;
  // "that-it": in the masculine the pronoun may stand for nothing
  if (own === 'f') return noun.features?.number !== 'pl' || (noun.kind === 'thing' && field(noun.node, 'means') !== 'yes');
  return noun.features?.gender === 'f';
}
