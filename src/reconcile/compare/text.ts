/** Text: a report that copies another speaks of the same things; a text that merely differs says nothing. */
import type { Reason } from '../../claim/judgement.ts';
import { COPY, containment } from '../fingerprint.ts';
import type { Subject } from '../subject.ts';

export function compareText(a: Subject, b: Subject): Reason {
  const share = containment(a.print, b.print);
  const score = share >= COPY ? 1 : share >= 0.35 ? 0.5 : 0;
  const percent = `${Math.round(share * 100)} % of the shorter text`;
  return { feature: 'text', score, left: score > 0 ? percent : '', right: score > 0 ? percent : '' };
}
