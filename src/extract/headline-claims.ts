/** What the headline and the titles within a page tell: it counts only for what the body leaves out. */
import type { Doc } from './doc.ts';
import { compatible, isAttack, isCasualty } from './families.ts';
import { wordsOf } from './same-words.ts';
import { isEmpty, MEMORY, type Telling } from './story.ts';

/** Drops headline tellings that the body says again. */
export function dropHeadline(doc: Doc, told: Telling[]): Telling[] {
  const body = told.filter((t) => !t.sentence.headline);
  if (body.length === 0) return dedupe(doc, told);
  return told.filter((t) => {
    if (!t.sentence.headline) return true;
    return !body.slice(0, MEMORY).some((b) => said(doc, t, b));
  });
}

/** The title of a page and what stands under it are its first sentences. */
const TITLE = 2;

function said(doc: Doc, headline: Telling, body: Telling): boolean {
  // another figure at another place is another happening, even in a line without a full stop
  if (
    headline.h.figures.length > 0 &&
    headline.placeWords.length > 0 &&
    body.placeWords.length > 0 &&
    !headline.placeWords.some((w) => body.placeWords.includes(w)) &&
    !body.h.figures.some((g) => headline.h.figures.some((f) => f.low === g.low))
  )
    return false;
  // "two guards killed in Saada" in the middle of a page: said again only with its figure
  if (headline.sentence.index > TITLE && headline.h.figures.some((f) => f.noun.count !== null && f.mod === 'exact'))
    if (!body.h.figures.some((g) => headline.h.figures.some((f) => f.low === g.low && f.outcome === g.outcome))) return false;
  if (compatible(headline.h.types[0], body.h.types[0])) return true;
  if (isCasualty(headline.h) && (isAttack(body.h) || isCasualty(body.h))) return true;
  if (
    headline.h.figures.length > 0 &&
    headline.h.figures.every((f) => body.h.figures.some((g) => g.low === f.low && g.outcome === f.outcome))
  )
    return true;
  const x = wordsOf(doc, headline.h.actors);
  const y = wordsOf(doc, body.h.actors);
  return (
    headline.h.figures.length === 0 && x.some((w) => y.includes(w)) && headline.h.types.some((a) => body.h.types.includes(a))
  );
}

function dedupe(_doc: Doc, told: Telling[]): Telling[] {
  return told.filter(
    (t, n) => !told.slice(Math.max(0, n - MEMORY), n).some((p) => p.h.types[0] === t.h.types[0] && isEmpty(t.h)),
  );
}
