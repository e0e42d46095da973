/** Whether a telling says enough to be a claim: a bare word of violence in a subordinate phrase is none. */
import { LI } from '../lexicon/analyze.ts';
import { isAttack } from './combine.ts';
import type { Doc } from './doc.ts';
import type { Telling } from './story.ts';

export function usable(doc: Doc, t: Telling): boolean {
  const { h } = t;
  if (h.figures.length > 0) return true;
  const parties = h.actors.length + h.recipients.length;
  const bits = doc.bits[h.start];
  // a purpose ("in order to ...") without parties
  if (!h.finite && bits & LI && parties === 0) return false;
  if (h.types[0] === 'other' || h.types[0] === 'situation') return parties > 0 && (h.finite || h.places.length > 0);
  if (h.types[0] === 'toll') return false;
  if (parties > 0) return true;
  const own = !h.rules.includes('place.carried-over');
  // "the attack" without anything new tells nothing, unless another source speaks of it
  if (h.definite && !h.finite && !own && h.date === null && t.chain.length === 0) return false;
  if (isAttack(h))
    return h.places.length > 0 || h.finite || h.light >= 0 || h.date !== null || (h.definite && t.chain.length > 0);
  return h.places.length > 0 && (h.finite || h.light >= 0);
}
