/** Which claim of a new reading takes the place of one that it has no longer? The one that rests on the same words and says the same kind of thing. Pure. */
import type { Claim } from './reading.ts';
import type { Span } from './span.ts';

/** By the ids of lost claims. None where no gained claim is like it, where two are alike near, or where another lost claim is nearer. */
export function heirsOf(lost: readonly Claim[], gained: readonly Claim[]): Map<string, Claim> {
  const near = lost.flatMap((from) => gained.flatMap((to) => nearness(from, to)));
  near.sort((a, b) => b.rank - a.rank);
  const heirs = new Map<string, Claim>();
  const settled = new Set<Claim>();
  for (const { from, to, rank } of near) {
    if (settled.has(from) || settled.has(to)) continue;
    const rivals = near.filter((one) => one.rank === rank && (one.from === from || one.to === to));
    settled.add(from);
    if (rivals.length > 1) continue;
    settled.add(to);
    heirs.set(from.id, to);
  }
  return heirs;
}

function nearness(from: Claim, to: Claim): { from: Claim; to: Claim; rank: number }[] {
  if (!isLike(from, to)) return [];
  const shared = overlap(from.content, to.content);
  if (isSame(from.event.trigger, to.event.trigger)) return [{ from, to, rank: 1e9 + shared }];
  const shorter = Math.min(lengthOf(from.content), lengthOf(to.content));
  return shared * 2 >= shorter && shared > 0 ? [{ from, to, rank: shared }] : [];
}

/** What was decided about the one can be said of the other. */
function isLike(a: Claim, b: Claim): boolean {
  return (
    a.event.type === b.event.type &&
    (a.stance === 'denied') === (b.stance === 'denied') &&
    (a.reality === 'unreal') === (b.reality === 'unreal')
  );
}

const lengthOf = ({ start, end }: Span): number => end - start;
const isSame = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;
const overlap = (a: Span, b: Span): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
