/**
 * A suggested grade of how well civilian harm is established, in the words Airwars made common. A suggestion by a stated rule, for people to accept or not:
 *   discounted  every origin that counts victims calls them combatants
 *   contested   independent origins name different actors
 *   confirmed   the actor itself says that it did it
 *   fair        two or more independent origins
 *   weak        one origin
 */
import { addReasons, type Because, because } from '../claim/because.ts';
import type { Count } from '../claim/count.ts';
import type { Grade, SuggestedGrade } from '../claim/event.ts';
import type { Claim } from '../claim/reading.ts';
import type { Happening } from './happening.ts';
import type { Independence } from './independence.ts';

export function gradeOf(happenings: readonly Happening[], independence: Independence, counts: readonly Count[]): SuggestedGrade {
  const named = actorsByOrigin(happenings, independence);
  const rivals = rivalsOf(named);
  const conceding = happenings.flatMap(({ claims }) => claims.filter(({ claim }) => isConceded(claim)).map(({ claim }) => claim));
  if (areAllFighters(counts)) return suggest('discounted', [because('grade.combatants', { n: independence.origins.length })]);
  if (rivals.length > 1)
    return suggest(
      'contested',
      rivals.map(([origin, actor]) => because('grade.names', { origin, actor })),
    );
  if (conceding.length > 0) return suggest('confirmed', conceding.map(concession));
  const origins = independence.origins.map(({ label }) => because('grade.origin', { origin: label }));
  return suggest(origins.length > 1 ? 'fair' : 'weak', origins);
}

function suggest(grade: Grade, reasons: readonly Because[]): SuggestedGrade {
  const told: Because[] = [];
  addReasons(told, reasons);
  return { grade, rule: because(`grade.${grade}`), because: told };
}

function areAllFighters(counts: readonly Count[]): boolean {
  const harmed = counts.filter((count) => count.outcome === 'killed' || count.outcome === 'injured');
  return harmed.some((count) => count.who === 'combatant') && !harmed.some((count) => count.who === 'civilian');
}

function concession({ attribution }: Claim): Because {
  const source = attribution.at(-1)?.name;
  return source === undefined ? because('grade.outlet-concedes') : because('grade.concedes', { source });
}

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
