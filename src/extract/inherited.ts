/** What one source's version of a happening takes over from another's, which spelled it out. */
import { harmed } from '../claim/outcomes.ts';
import type { Who } from '../claim/reading.ts';
import { DAY_OPEN } from './carried-days.ts';
import { conflict, dayIsCarried, NEAR } from './conflicts.ts';
import { isOneDay } from './date-values.ts';
import type { Doc } from './doc.ts';
import { compatible, countsMany, isAttack, isCasualty, isViolent } from './families.ts';
import type { FigureDraft, Happening } from './happening.ts';
import { sameActor } from './parties.ts';
import { wordsOf } from './same-words.ts';
import { sameChain } from './sources.ts';
import type { Telling } from './story.ts';
import { sharesCount, tellsItsOwn } from './toll-told.ts';

/** Another source's short version of what was just told: type and day come from the first telling where this one is silent. */
export function inherit(doc: Doc, told: readonly Telling[], now: Telling): void {
  const { h } = now;
  // "in a separate incident": another story, of which nothing was told before
  if (countsMany(h) || h.rules.includes('event.answered') || now.turns) return;
  const lean = isCasualty(h) || (h.definite && !h.finite) || h.types[0] === 'attack';
  if (!lean) return;
  // "the attack" is the attack told before, rather than the raid that answered it
  const attacked =
    h.types[0] === 'attack' &&
    h.definite &&
    told.slice(-6).some(({ h: t, sentence }) => t.types[0] === 'attack' && !sentence.headline);
  for (let k = told.length - 1; k >= 0 && k >= told.length - 6; k--) {
    const earlier = told[k];
    if (earlier.judged.reality === 'unreal' || earlier.sentence.headline) continue;
    if (now.sentence.index - earlier.sentence.index > NEAR) break;
    if (earlier.h.types[0] === 'armed-clash' && isCasualty(h)) continue;
    // "four prisoners were put to death. Y confirmed the death of two policemen": other dead were not put to death
    if (earlier.h.types[0] === 'execution' && isCasualty(h) && !sharesCount(earlier, now)) continue;
    // "a soldier died of a fall. Y explained that he fell": told of the death right before, and not of the attack before that
    if (isCasualty(h) && isCasualty(earlier.h) && !isAttack(earlier.h) && !countsMany(earlier.h) && sharesCount(earlier, now))
      return;
    if (!isAttack(earlier.h) || !(compatible(earlier.h.types[0], h.types[0]) || isCasualty(h))) continue;
    if (conflict(doc, earlier, now) || (isCasualty(h) && tellsItsOwn(earlier, now))) continue;
    const another = isCasualty(h) && (tellsItsWay(earlier.h, h) || hasDenied(told, now));
    if (
      !another &&
      isCasualty(h) &&
      (h.types[0] !== 'toll' || h.rules.includes('event.toll')) &&
      !sameChain(earlier.chain, now.chain)
    )
      h.types = [earlier.h.types[0], ...h.types];
    else if (h.types[0] === 'attack' && h.definite && !attacked && earlier.h.types[0] !== 'armed-clash')
      h.types = [earlier.h.types[0], ...h.types];
    if (now.placeWords.length === 0) now.placeWords = earlier.placeWords;
    if (now.judged.reality === 'current' && earlier.judged.reality === 'current' && !sameChain(earlier.chain, now.chain))
      inheritDay(now, earlier);
    h.rules.push('claim.inherits');
    return;
  }
}

/** "died by the fire of X", "X killed nine", "20 gunmen were killed" where civilians had been: its own account of how, or of whom. */
function tellsItsWay(before: Happening, h: Happening): boolean {
  const acts = h.finite && h.light < 0 && h.actors.length > 0;
  const byHand = acts || h.rules.includes('event.agent-marker') || h.means.length > 0 || h.rules.includes('event.in-operation');
  if (byHand && !h.actors.some((a) => before.actors.some((b) => a.start === b.start || sameActor(a, b)))) return true;
  const of = (figures: readonly FigureDraft[], armed: boolean): boolean =>
    figures.length > 0 && figures.every(({ who }) => (armed ? who === 'combatant' : unarmed.has(who)));
  return of(h.figures, true) && of(before.figures, false);
}
const unarmed: ReadonlySet<Who> = new Set<Who>(['civilian', 'child', 'woman']);

/** Who has just denied the attack does not tell its dead. */
const hasDenied = (told: readonly Telling[], { chain, sentence, denier }: Telling): boolean =>
  (denier !== null && sameChain(chain, [denier])) ||
  told
    .slice(-NEAR)
    .some(
      (t) => t.judged.stance === 'denied' && isAttack(t.h) && sentence.index - t.sentence.index <= 1 && sameChain(t.chain, chain),
    );

/** Only a single day goes over: of what was counted over a time, another source may tell a part. */
function inheritDay(now: Telling, earlier: Telling): void {
  if (earlier.date !== null && isOneDay(earlier.date) && !now.h.rules.includes(DAY_OPEN)) now.date ??= earlier.date;
}

/** "Five were killed in a raid on X. ... The hospital said that the five were killed on Friday": as many dead at the same place are those of the same day. */
export function dateBack(doc: Doc, told: readonly Telling[], now: Telling): void {
  const { h, date, sentence } = now;
  if (date === null || !isOneDay(date) || dayIsCarried(h) || now.judged.reality !== 'current' || sentence.headline) return;
  if (!isViolent(h) || now.turns) return;
  for (let k = told.length - 1; k >= 0 && sentence.index - told[k].sentence.index <= NEAR; k--) {
    const earlier = told[k];
    if (earlier.date !== null || earlier.sentence.headline || earlier.judged.reality !== 'current' || countsMany(earlier.h))
      continue;
    if (!isViolent(earlier.h) || conflict(doc, earlier, now)) continue;
    if (!h.figures.some((f) => earlier.h.figures.some((g) => areSamePeople(doc, f, g)))) continue;
    earlier.date = date;
    earlier.h.rules.push('time.taken-back');
  }
}

/** As many dead or wounded; two may by chance be as many as two others, unless the same words tell who they are. */
function areSamePeople(doc: Doc, a: FigureDraft, b: FigureDraft): boolean {
  if (!harmed.has(a.outcome) || a.outcome !== b.outcome || a.low !== b.low || a.high !== b.high || a.low === 0) return false;
  if (a.partOf !== null || b.partOf !== null) return false;
  if (a.low > 2) return true;
  const words = wordsOf(doc, [b.noun]);
  return wordsOf(doc, [a.noun]).filter((w) => words.includes(w)).length > 1;
}
