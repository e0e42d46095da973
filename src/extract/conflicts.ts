/** What cannot have been one happening. */
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import { isElsewhere, wordsOf } from './same-words.ts';
import type { Telling } from './story.ts';
import { samePlace } from './toll-told.ts';

/** How many sentences later a happening is still told of. */
export const NEAR = 4;

export const dayIsCarried = (h: Happening): boolean => h.rules.includes('time.carried-over');

/** Different places, different doers or different days are different happenings. */
export function conflict(doc: Doc, a: Telling, b: Telling): boolean {
  if (!samePlace(a.placeWords, b.placeWords) && !isInside(b)) return true;
  if (b.sentence.index > a.sentence.index && isElsewhere(doc, b.topic, a.topic, a.placeWords)) return true;
  if (
    a.date?.begin != null &&
    b.date?.begin != null &&
    !dayIsCarried(a.h) &&
    !dayIsCarried(b.h) &&
    (a.date.begin > (b.date.end ?? b.date.begin) || b.date.begin > (a.date.end ?? a.date.begin))
  )
    return true;
  const actors = (t: Telling): string[] => wordsOf(doc, t.h.actors);
  const x = actors(a);
  const y = actors(b);
  return x.length > 0 && y.length > 0 && !x.some((w) => y.includes(w));
}

/** "the attack ... in their homes", "on the road": where in a place that was named before. */
const isInside = ({ h }: Telling): boolean =>
  h.definite &&
  !h.finite &&
  h.places.length > 0 &&
  h.places.every(({ place }) => place.levels.every((l) => l.keys.length === 0 && l.rows.length === 0));
