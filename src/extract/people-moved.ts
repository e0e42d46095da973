/** People who bear no arms and are made to leave, or go by themselves: they are displaced. */
import { BI, LI } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import type { Happening } from './happening.ts';
import { isArmed } from './parties.ts';
import { field } from './words.ts';

/** "drove the residents out of the village": fighters lose ground by that, others their homes. */
export function peopleDrivenOut(h: Happening): void {
  const [first] = h.recipients;
  if (field(h.node, 'expels') !== 'yes' || first === undefined || first.actor !== null || isArmed(first)) return;
  if (first.kind !== 'person' && first.kind !== 'source' && first.kind !== 'outcome') return;
  h.types = ['displacement', ...h.types];
  h.outcome = 'displaced';
  h.rules.push('event.people-driven-out');
}

/** People who are no fighters and reach, leave or enter a place are displaced. */
export function peopleOnTheMove(h: Happening): void {
  const [first] = h.actors;
  if (h.types[0] !== 'force-movement' || first === undefined || first.kind !== 'person' || first.count === null || isArmed(first))
    return;
  h.types = ['displacement', 'force-movement'];
  h.outcome = 'displaced';
  h.recipients.push(...h.actors.splice(0));
  h.rules.push('event.people-on-the-move');
}

/** "freed ten hostages", "freed 178 people": people who are counted right behind the verb are let go. */
export function peopleLetGo(chunks: readonly Chunk[], k: number, h: Happening): void {
  const noun = chunks[k + 1]?.noun ?? null;
  if (!h.finite || field(h.node, 'frees') !== 'yes' || noun === null || noun.count === null) return;
  if (noun.actor !== null || (noun.kind !== 'person' && noun.kind !== 'outcome') || chunks[k + 1].bits & (BI | LI)) return;
  h.types = ['release', ...h.types];
  h.outcome = 'released';
  h.rules.push('event.people-freed');
}
