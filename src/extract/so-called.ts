/** "what is called X", "what is known as X": X, as if the words around the name were not there. */
import { BI, KA, LI } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { readNoun } from './noun-phrase.ts';
import type { Gazetteer } from './place-names.ts';
import { hasConjunction, nodeOf } from './words.ts';

const PREFIXED = BI | LI | KA;

/** The row with each such name as one phrase, under the preposition that stands before "what". */
export function withoutSoCalled(doc: Doc, chunks: Chunk[], gazetteer: Gazetteer): Chunk[] {
  for (let k = 0; k < chunks.length - 2; k++) {
    const name = chunks[k].kind === 'word' ? nameBehind(doc, chunks, k, gazetteer) : null;
    if (name !== null) chunks.splice(k, 3, { ...name, bits: chunks[k].bits & PREFIXED });
  }
  return chunks;
}

function nameBehind(doc: Doc, chunks: readonly Chunk[], k: number, gazetteer: Gazetteer): Chunk | null {
  const [what, verb, named] = [chunks[k], chunks[k + 1], chunks[k + 2]];
  if (nodeOf(doc, what.start, 'what') === null || verb.kind !== 'verb' || !verb.finite) return null;
  const called = nodeOf(doc, verb.start, 'called');
  if (called === null || hasConjunction(doc, verb.start) || named.kind !== 'noun' || named.noun === null) return null;
  // "is known | in the name of | X"
  if (called.end > verb.end) {
    const noun = readNoun(doc, called.end, named.end, gazetteer);
    return noun === null ? null : { ...named, start: called.end, end: noun.end, noun };
  }
  return named.bits & (LI | KA) || named.noun.count !== null ? null : named;
}
