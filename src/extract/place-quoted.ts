/** A level of a place phrase whose name stands in marks: "the camp of «X»", "the village of /X/". */
import type { Doc } from './doc.ts';
import { qualitiesEnd } from './place-adjectives.ts';
import { type Gazetteer, nameAt } from './place-names.ts';
import { isNameOnly } from './place-strangers.ts';
import type { Level } from './place-unnamed.ts';
import { closingOf, isWord, looseOfToken, markAt } from './words.ts';

export function keysOf(doc: Doc, from: number, to: number): string[] {
  const keys: string[] = [];
  for (let k = from; k < to; k++) if (isWord(doc, k)) keys.push(looseOfToken(doc, k));
  return keys;
}

/** A name in quotation marks after a class: the name of a camp, quarter or checkpoint. */
export function quotedName(doc: Doc, k: number, end: number, kind: string | null, gazetteer: Gazetteer): Level | null {
  const mark = markAt(doc, k);
  // "the village of /Mambimbi/": some agencies set names between slashes
  if (mark !== 'open' && mark !== 'quote' && mark !== 'slash' && mark !== 'open-paren') return null;
  if (kind === null) return null;
  const close = closingOf(doc, k, end, 5);
  if (close < 0 || close === k + 1 || (mark === 'open-paren' && !isNameOnly(doc, k + 1, close))) return null;
  const match = nameAt(doc, k + 1, close, gazetteer);
  // "the base «X», the military"
  const after = qualitiesEnd(doc, close + 1, end);
  return {
    level: { start: k + 1, end: close, kind, keys: keysOf(doc, k + 1, close), rows: match?.rows ?? [], bearing: null },
    after,
    anaphor: null,
    sure: kind !== null,
  };
}
