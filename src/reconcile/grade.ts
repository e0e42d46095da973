/**
 * A suggested grade of how well civilian harm is established, in the words Airwars made common. A suggestion by a stated rule, for people to accept or not:
 *   discounted  every origin that counts victims calls them combatants
 *   contested   independent origins name different actors
 *   confirmed   the actor itself says that it did it
 *   fair        two or more independent origins
 *   weak        one origin
 */
import type { Count } from '../claim/count.ts';
import type { Grade, SuggestedGrade } from '../claim/event.ts';
import type { Claim } from '../claim/reading.ts';
import type { Happening } from './happening.ts';
import type { Independence } from './independence.ts';

const RULES: Record<Grade, string> = {
  discounted: 'every origin that counts victims calls them combatants',
  contested: 'independent origins name different actors',
  confirmed: 'the actor itself says that it did it',
  fair: 'two or more independent origins',
  weak: 'one origin only',
};

export function gradeOf(happenings: readonly Happening[], independence: Independence, counts: readonly Count[]): SuggestedGrade {
  const named = actorsByOrigin(happenings, independence);
  const rivals = rivalsOf(named);
  const conceding = happenings.flatMap(({ claims }) => claims.filter(({ claim }) => isConceded(claim)).map(({ claim }) => claim));
  if (areAllFighters(counts)) return suggest('discounted', [`${independence.origins.length} origins count combatants only`]);
  if (rivals.length > 1)
    return suggest(
      'contested',
      rivals.map(([origin, actor]) => `${origin} names ${actor}`),
    );
  if (conceding.length > 0)
    return suggest(
      'confirmed',
      conceding.map((claim) => `${speaker(claim)} says that it did it`),
    );
  const origins = independence.origins.map((origin) => origin.label);
  return suggest(origins.length > 1 ? 'fair' : 'weak', origins);
}

function suggest(grade: Grade, because: string[]): SuggestedGrade {
  return { grade, rule: RULES[grade], because: [...new Set(because)] };
}

function areAllFighters(counts: readonly Count[]): boolean {
  const harmed = counts.filter((count) => count.outcome === 'killed' || count.outcome === 'injured');
  return harmed.some((count) => count.who === 'combatant') && !harmed.some((count) => count.who === 'civilian');
}

const speaker = (claim: Claim): string => claim.attribution.at(-1)?.name ?? 'the outlet';

/** A claim of responsibility, or the innermost source is the actor. */
function isConceded({ stance, attribution, event }: Claim): boolean {
  if (stance === 'claimed-responsibility') return true;
  const source = attribution.at(-1)?.entity;
  return stance === 'asserted' && source != null && event.actor.some((mention) => mention.entity === source);
}

/** Registered actors each origin holds responsible; denials name nobody. */
function actorsByOrigin(happenings: readonly Happening[], { originOf }: Independence): [string, string[]][] {
  const named = new Map<string, Set<string>>();
  for (const { claims } of happenings) {
    for (const { key, claim } of claims) {
      if (claim.stance === 'denied') continue;
      const actors = claim.event.actor.flatMap((mention) => (mention.entity?.startsWith('actor:') ? [mention.entity] : []));
      const label = originOf.get(key)?.label;
      if (actors.length === 0 || label === undefined) continue;
      const set = named.get(label) ?? new Set();
      for (const actor of actors) set.add(actor);
      named.set(label, set);
    }
  }
  return [...named].map(([label, actors]) => [label, [...actors].sort()]);
}

/** Origins that share no actor with the first one, and the first one. */
function rivalsOf(named: [string, string[]][]): [string, string][] {
  if (named.length < 2) return [];
  const [first, ...others] = named;
  const apart = others.filter(([, actors]) => !actors.some((actor) => first[1].includes(actor)));
  return apart.length === 0 ? [] : [first, ...apart].map(([label, actors]) => [label, actors.join(' + ')]);
}
