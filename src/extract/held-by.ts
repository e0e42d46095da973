/** By whom a place, a thing or people are held, besieged or backed: "the base | used by | the army", which tells nothing of who did what is told. */
import { AL } from '../lexicon/analyze.ts';
import { Kinds } from '../text/key-mark.ts';
import { MEEM } from '../text/letters.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { make } from './new-chunk.ts';
import { featuresOf, field, isWord, looseOfToken, nodeAmong } from './words.ts';

/** The row with such a "by" and whom it names as one word. */
export function withoutHolders(doc: Doc, chunks: Chunk[]): Chunk[] {
  for (let k = 1; k + 1 < chunks.length; k++) {
    const { kind, node, start } = chunks[k];
    if (kind !== 'agent' || field(node, 'holds') !== 'yes' || !isHeld(doc, chunks[k - 1])) continue;
    if (chunks[k + 1].kind !== 'noun' && chunks[k + 1].kind !== 'place') continue;
    chunks.splice(k, 2, make(doc, 'word', start, chunks[k + 1].end));
  }
  return chunks;
}

/** The phrase ends in a participle that says what is done to it, behind the word that it describes. */
function isHeld(doc: Doc, { kind, start, end, noun, place }: Chunk): boolean {
  const last = end - 1;
  if ((kind !== 'noun' && kind !== 'place' && kind !== 'word') || !isWord(doc, last) || doc.bits[last] !== AL) return false;
  // "the use of excessive force | by | the police": the object that the deed needs
  for (let i = start; i < end; i++) if (doc.needed.at[i] === 1) return false;
  const head = kind === 'word' ? -1 : place !== null && place.start === start ? start : (noun?.head ?? start);
  return last !== head && isParticiple(doc, last);
}

/** "the besieged", "the backed": no name, no nation and no adjective of relation. */
function isParticiple(doc: Doc, i: number): boolean {
  const key = looseOfToken(doc, i);
  if (key.length < 6 || key[2] !== MEEM || RELATING.test(key)) return false;
  if (nodeAmong(doc, i, others) !== null) return false;
  return doc.info[i].unknown || doc.at[i].some((n) => featuresOf(n)?.pos !== 'verb');
}
const RELATING = /\u064A[\u0629\u0647]?$/;
const others = new Kinds(['given-name', 'family-name', 'nationality', 'actor', 'event-adjective', 'direction']);
