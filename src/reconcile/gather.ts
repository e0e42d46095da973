/**
 * Reports that somebody gathered because they speak of one incident: every violent happening that does not tell of another place or day belongs to it, even
 * where outlets name it so differently that the comparisons alone would keep them apart.
 */
import { byKey } from './cluster.ts';
import { isViolent } from './compare/type.ts';
import type { Decisions } from './decisions.ts';
import { fitOf, focusOf } from './focus.ts';
import type { Happening } from './happening.ts';

/** The groups with the incident's happenings in one; what a person told apart stays apart. */
export function gather(groups: readonly Happening[][], decisions: Decisions): Happening[][] {
  const violent = groups.flat().filter((happening) => happening.subject.types.some(isViolent));
  const focus = focusOf(violent);
  const fits = violent.filter(({ claims }) => claims.some(({ claim }) => fitOf(claim, focus) > 0));
  if (fits.length < 2) return [...groups];
  const taken = new Set<Happening>();
  for (const happening of fits.sort(byKey)) {
    if (![...taken].some((other) => areTold(happening, other, decisions))) taken.add(happening);
  }
  const rest = groups.map((group) => group.filter((happening) => !taken.has(happening))).filter((group) => group.length > 0);
  return [[...taken], ...rest].sort((a, b) => byKey(a[0], b[0]));
}

const keysOf = ({ claims }: Happening): string[] => claims.map((stated) => stated.key);

const areTold = (a: Happening, b: Happening, decisions: Decisions): boolean =>
  decisions.between(keysOf(a), keysOf(b)) === 'different-event';
