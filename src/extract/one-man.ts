/** "the arrest of Zaid. ... arrested a former officer": two men, each with his own word, are not one man told of twice. */
import { harmed } from '../claim/outcomes.ts';
import type { Doc } from './doc.ts';
import type { FigureDraft, Happening } from './happening.ts';
import { bareKey } from './place-names.ts';
import { isDefinite, isWord } from './words.ts';

/** Whether one man counted now may be the man who was named before. */
export function mayBeOne(doc: Doc, now: FigureDraft, before: FigureDraft): boolean {
  // "Zaid was killed. ... a youth was killed" is told so of one man
  if (harmed.has(now.outcome)) return true;
  if (now.high !== 1 || now.known === true || isDefinite(doc, now.noun.head) || before.noun.kind !== 'name') return true;
  for (let i = now.noun.start; i < now.noun.end; i++)
    for (let k = before.noun.start; k < before.noun.end; k++)
      if (isWord(doc, i) && isWord(doc, k) && bareKey(doc, i) === bareKey(doc, k)) return true;
  return false;
}

/**
 * "the youth Zaid was killed east of the camp. And fifty people were hurt": of one who is named and of whose death no deed is told, the many are told apart, unless
 * they are others than he.
 */
export const isOfOneMan = (known: Happening, now: Happening): boolean =>
  known.types[0] === 'killing' &&
  known.means.length === 0 &&
  known.figures.length === 1 &&
  known.figures[0].high === 1 &&
  known.figures[0].noun.count === null &&
  now.figures.some((f) => f.low > 1 && f.partOf === null && f.noun.additional !== true);
