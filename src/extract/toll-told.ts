/** When a count over many happenings goes on one told before, and when it is another. */
import type { Doc } from './doc.ts';
import type { FigureDraft, Happening } from './happening.ts';
import { sameParty } from './parties.ts';
import type { Telling } from './story.ts';

/** "killed eight since the attack", "450 this year": what runs over a time is no count of what was told once, nor of another time. */
export function countsApart(doc: Doc, a: Telling, b: Telling): boolean {
  const wholes = b.h.figures.filter((f) => f.partOf === null && f.among !== true && f.mod !== 'zero');
  if (wholes.length === 0) return false;
  const runs = (figures: readonly FigureDraft[]): boolean =>
    figures.length > 0 && figures.every((f) => f.partOf !== null || f.scope === 'running-total');
  return runs(wholes) ? !runs(a.h.figures) || !sameToll(doc, a, b) : runs(a.h.figures);
}

/** One count over several sentences: nothing says that another one begins. */
export function sameToll(doc: Doc, a: Telling, b: Telling): boolean {
  if (b.sentence.index - a.last > 2) return false;
  if (isPlaced(a) && isPlaced(b) && !samePlace(a.placeWords, b.placeWords)) return false;
  if (isShareOf(doc, a.h, b.h)) return false;
  const since = a.h.figures[0].since;
  return b.h.figures.every((f) => f.since === null || f.since === since);
}

const isPlaced = ({ h }: Telling): boolean => h.places.some((p) => p.role === 'at');

/** "900 were killed in May. ... The army killed 400, ... and 100 were killed by nobody known": whose share it is was not told of all of them, nor do two share one. */
function isShareOf(doc: Doc, whole: Happening, share: Happening): boolean {
  if (whole.actors.length > 0) {
    if (share.actors.length === 0) return !share.figures.some((f) => f.among);
    return !share.actors.some((x) => whole.actors.some((y) => x.start === y.start || sameParty(doc, x, y)));
  }
  if (share.actors.length === 0) return false;
  return !share.figures.some((f) => whole.figures.some((g) => g.outcome === f.outcome && g.low === f.low && g.high === f.high));
}

/** One of the two names the other's nearest place; the province alone would make one place of two. */
export const samePlace = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === 0 || b.length === 0 || a.includes(b[0]) || b.includes(a[0]);

/** "three were killed in the province. ... X was killed in the town": one of those summed up, at a place of his own. */
export function isOneOfMany(a: Telling, b: Telling): boolean {
  if (!isPlaced(b) || b.placeWords.length === 0 || a.placeWords.length === 0 || a.placeWords.includes(b.placeWords[0]))
    return false;
  const { figures } = b.h;
  return (
    figures.length > 0 &&
    figures.every((f) => f.low === 1 && f.high === 1 && f.partOf === null) &&
    a.h.figures.some((g) => g.partOf === null && g.low > 1 && figures.some((f) => f.outcome === g.outcome))
  );
}

/** "explosions killed 18. Y said that seven were killed in Z": who names a place for other dead, where none or another was told, tells another happening. */
export const tellsItsOwn = ({ h: before, placeWords, last }: Telling, { h, placeWords: [place], sentence }: Telling): boolean =>
  place !== undefined &&
  (!placeWords.includes(place) || sentence.index - last > 2) &&
  h.places.some((p) => p.role === 'at') &&
  h.figures.some((f) => f.low > 0) &&
  !sharesFigure(before, h);

/** As many dead or wounded in both. */
export const sharesCount = (a: Telling, b: Telling): boolean => sharesFigure(a.h, b.h);

const sharesFigure = (a: Happening, b: Happening): boolean =>
  b.figures.some((f) => a.figures.some((g) => g.outcome === f.outcome && g.low === f.low));
