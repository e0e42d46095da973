/** "killed a gunman who stabbed four people", where no word stands for "who" and the verb is written like its noun. */
import { ALEF } from '../text/letters.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { looseOfToken, nodeOf } from './words.ts';

/** Right behind somebody the word has an object of its own in the accusative: a noun would have a genitive. */
export const describesOne = (doc: Doc, i: number, { noun, end }: Chunk): boolean =>
  noun?.kind === 'person' &&
  end === i &&
  doc.bits[i] === 0 &&
  !noun.definite &&
  looseOfToken(doc, end - 1).endsWith(ALEF) &&
  i + 1 < doc.length &&
  (nodeOf(doc, i + 1, 'quantity') !== null || (nodeOf(doc, i + 1, 'person') !== null && looseOfToken(doc, i + 1).endsWith(ALEF)));
