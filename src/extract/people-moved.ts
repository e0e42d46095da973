/** People who bear no arms and are made to leave, or go by themselves: they are displaced. */
import { BI, LI } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import { outcomeOfNoun } from './count-of.ts';
import { type Happening, takes } from './happening.ts';
import type { NounPhrase } from './noun-parts.ts';
import { isArmed } from './parties.ts';
import { add, facility } from './sites.ts';
import { isState } from './subject-pronoun.ts';
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
  stateIsLeft(h);
  const [first] = h.actors;
  if (h.types[0] !== 'force-movement' || first === undefined || first.kind !== 'person' || first.count === null || isArmed(first))
    return;
  h.types = ['displacement', 'force-movement'];
  h.outcome = 'displaced';
  h.recipients.push(...h.actors.splice(0));
  h.rules.push('event.people-on-the-move');
}

/** "freed ten hostages", "the army freed the abducted", "the freeing of 12 civilians": people who are held or counted and stand where what is freed is told are let go. */
export function peopleLetGo(chunks: readonly Chunk[], k: number, h: Happening): void {
  if (field(h.node, 'frees') !== 'yes') return;
  const [first, second] = [nounAt(chunks, k + 1), nounAt(chunks, k + 2)];
  // who frees stands between the verb and whom
  const freed = second !== null && h.finite && first !== null && first.count === null && !isHeld(first) ? second : first;
  if (freed === null || freed.actor !== null || (freed.kind !== 'person' && freed.kind !== 'outcome')) return;
  if (freed.count === null ? !isHeld(freed) : isArmed(freed) || (h.finite && freed === second && !isHeld(freed))) return;
  h.types = ['release', ...h.types];
  h.outcome = 'released';
  h.rules.push('event.people-freed');
}

const nounAt = (chunks: readonly Chunk[], k: number): NounPhrase | null =>
  chunks[k]?.kind === 'noun' && (chunks[k].bits & (BI | LI)) === 0 ? chunks[k].noun : null;

const isHeld = (noun: NounPhrase): boolean => {
  const outcome = outcomeOfNoun(noun);
  return outcome !== null && takes.has(outcome);
};

/** "the leaving of Tunisia", "the diplomats' leaving of Sudan": a state that is left is where they were, and did not move. */
function stateIsLeft(h: Happening): void {
  if (h.types[0] !== 'displacement' || h.finite || h.sense?.object !== 'place') return;
  const at = h.recipients.findIndex((r) => isState(r) && r.count === null);
  if (at < 0) return;
  const [state] = h.recipients.splice(at, 1);
  if (state.place !== null) add(h, 'from', state.place);
  else facility(h, state, 'from');
}
