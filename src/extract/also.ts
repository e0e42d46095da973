/** "as X said" tells who says the clause before it; ", as X announced the death of" has its own content: there the word only carries on ("also X announced"). */
import { BI } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { field } from './words.ts';

/** How many chunks after its verb the content may begin. */
const REACH = 8;

/** "as" that may as well mean "also": ", as well, the army shelled". */
export const mayBeAlso = ({ kind, node }: Chunk): boolean => kind === 'according' && field(node, 'also') === 'yes';

/** Turns "as" into "also" where its verb of saying has its own content. Changes the chunks. */
export function settleAlso(doc: Doc, chunks: readonly Chunk[]): void {
  for (let k = 1; k + 2 < chunks.length; k++)
    if (mayBeAlso(chunks[k]) && tellsItsOwn(doc, chunks, k + 1)) chunks[k].kind = 'continue';
}

function tellsItsOwn(doc: Doc, chunks: readonly Chunk[], verb: number): boolean {
  if (chunks[verb].kind !== 'say' || !chunks[verb].finite || doc.info[chunks[verb].start].pronoun !== null) return false;
  let named = false;
  for (let j = verb + 1; j < Math.min(chunks.length, verb + REACH); j++) {
    const { kind, mark, bits, finite, start } = chunks[j];
    if (kind === 'that') return named;
    if (finite) return false;
    if (kind === 'case') {
      if ((mark === 'to' || mark === 'about') && doc.info[start].pronoun === null) return named && j + 1 < chunks.length;
      // "in a statement"
      if (mark !== 'in') return false;
      j++;
      continue;
    }
    if (kind === 'event' || kind === 'light' || kind === 'result' || kind === 'unreal') return named || (bits & BI) !== 0;
    if (kind === 'mark') {
      if (mark === 'colon' || mark === 'open' || mark === 'quote') return named;
      return mark === 'comma' && chunks[j + 1]?.kind === 'that' && named;
    }
    if (kind === 'hearsay' || chunks[j].noun !== null) named = true;
    else if (kind !== 'date' && kind !== 'word' && kind !== 'pronoun') return false;
  }
  return false;
}
