/** Behind what a participle of saying goes on with what a sentence tells: "denied that, | asserting", "denied its part in it | asserting that". */
import { ALEF } from '../text/letters.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { looseOfToken, nodeOf } from './words.ts';

export function isBehindClause(doc: Doc, i: number, { kind, finite, start, end }: Chunk): boolean {
  if (ends.has(kind)) return true;
  if (kind === 'pronoun' && nodeOf(doc, start, 'demonstrative') !== null) return true;
  if (!nouns.has(kind) || finite) return false;
  // without a comma "that" shows that the word describes nothing before it, or an accusative behind what is none
  return nodeOf(doc, i + 1, 'that') !== null || (isInAlef(doc, i) && kind !== 'word' && !isInAlef(doc, end - 1));
}

const isInAlef = (doc: Doc, i: number): boolean => looseOfToken(doc, i).endsWith(ALEF);

const ends: ReadonlySet<string> = new Set(['mark', 'noun', 'date', 'place']);
const nouns: ReadonlySet<string> = new Set(['event', 'responsibility', 'pronoun', 'word']);
