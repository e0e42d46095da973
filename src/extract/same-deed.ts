/** "gunmen attacked a police post ... the gunmen launched an attack with a car bomb on the post in X, which wounded two": one deed told again, by words of its own. */
import { harmed } from '../claim/outcomes.ts';
import type { Doc } from './doc.ts';
import { isAttack } from './families.ts';
import type { Happening } from './happening.ts';
import type { NounPhrase } from './noun-parts.ts';
import { coreKey } from './place-names.ts';
import { wordsOf } from './same-words.ts';
import type { Telling } from './story.ts';
import { isMany } from './totals.ts';

/** Same doer, same target by its head, nothing counted otherwise: the place may be told more closely. */
export function isSameDeed(doc: Doc, a: Telling, b: Telling): boolean {
  if (!isAttack(a.h) || !isAttack(b.h) || isMany(a.h) || isMany(b.h)) return false;
  if (a.judged.reality !== b.judged.reality || a.judged.stance !== b.judged.stance) return false;
  if (b.placeWords.length === 0 && b.h.figures.length === 0) return false;
  if (!sharesHead(doc, a.h.recipients, b.h.recipients)) return false;
  // nobody did it in the first telling: the target is told with the same two words
  const unnamed = a.h.actors.length === 0 && sameWords(doc, a.h.recipients, b.h.recipients) && a.placeWords.length > 0;
  if (!unnamed && !sharesWord(doc, a.h.actors, b.h.actors)) return false;
  return !countsOtherwise(a.h, b.h);
}

/** "fighting broke out between X and Y in Z. The two sides exchanged fire": those who fought, and nothing of its own. */
export const isSameFight = ({ h: a }: Telling, { h: b }: Telling): boolean =>
  a.types[0] === 'armed-clash' &&
  b.types[0] === 'armed-clash' &&
  b.rules.includes('event.both-sides') &&
  b.recipients.length + b.figures.length + b.places.length === 0 &&
  b.actors.every((x) => a.actors.some((y) => x.start === y.start));

const sharesHead = (doc: Doc, a: readonly NounPhrase[], b: readonly NounPhrase[]): boolean =>
  b.length > 0 && b.every((x) => hasHead(x) && a.some((y) => hasHead(y) && coreKey(doc, x.head) === coreKey(doc, y.head)));

/** A number alone has none. */
const hasHead = ({ head, end }: NounPhrase): boolean => head < end;

const sharesWord = (doc: Doc, a: readonly NounPhrase[], b: readonly NounPhrase[]): boolean => {
  const words = wordsOf(doc, a);
  return wordsOf(doc, b).some((w) => words.includes(w));
};

const sameWords = (doc: Doc, a: readonly NounPhrase[], b: readonly NounPhrase[]): boolean => {
  const [x, y] = [wordsOf(doc, a), wordsOf(doc, b)];
  return x.length > 1 && x.length === y.length && x.every((w) => y.includes(w));
};

/** As many dead in one as in the other, where both count them. */
const countsOtherwise = (a: Happening, b: Happening): boolean =>
  b.figures.some(
    (f) =>
      harmed.has(f.outcome) &&
      f.partOf === null &&
      a.figures.some((g) => g.outcome === f.outcome && g.partOf === null && (g.low !== f.low || g.high !== f.high)),
  );
