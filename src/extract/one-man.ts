/** "the arrest of Zaid. ... arrested a former officer": two men, each with his own word, are not one man told of twice. */
import type { Doc } from './doc.ts';
import { harm } from './families.ts';
import type { FigureDraft } from './happening.ts';
import { bareKey } from './place-names.ts';
import { isDefinite, isWord } from './words.ts';

/** Whether one man counted now may be the man who was named before. */
export function mayBeOne(doc: Doc, now: FigureDraft, before: FigureDraft): boolean {
  // "Zaid was killed. ... a youth was killed" is told so of one man
  if (harm.has(now.outcome)) return true;
  if (now.high !== 1 || now.known === true || isDefinite(doc, now.noun.head) || before.noun.kind !== 'name') return true;
  for (let i = now.noun.start; i < now.noun.end; i++)
    for (let k = before.noun.start; k < before.noun.end; k++)
      if (isWord(doc, i) && isWord(doc, k) && bareKey(doc, i) === bareKey(doc, k)) return true;
  return false;
}
