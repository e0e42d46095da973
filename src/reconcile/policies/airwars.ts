/**
 * `airwars`: the smallest and the largest number of civilians that the sources allow, as Airwars publishes it. Numbers for vague words are measured on its
 * published records: an unspecified plural is coded as 2, dozens as 12 to 24, "more than 11" as 11 to 12.
 */
import { type Because, because } from '../../claim/because.ts';
import {
  civilians,
  highest,
  isOfSome,
  literal,
  lowest,
  mostGiven,
  ordered,
  originsOf,
  type Policy,
  type Voice,
  vagueSize,
} from './policy.ts';

const WORDS = { several: [2, 2], tens: [12, 24], hundreds: [100, 200], thousands: [1000, 2000] } as const;

export const airwars: Policy = {
  name: 'airwars',
  rule:
    'Minimum and maximum over the independent origins. Several or an unspecified plural is 2, dozens 12 to 24; "at least n" is n, "more than n" n to n+1. ' +
    'Vague words and "nobody" give way to origins that give a number; a bare plural gives way to dozens and hundreds. A number more than three times the one that two or more origins agree on is set aside. ' +
    'An origin that only names people one by one gives way to origins that count more. ' +
    'Where one origin calls as many people combatants as others count as victims, and nobody calls them civilians, the minimum of civilians is 0.',
  wantedOrigins: 2,
  number(figure) {
    const { low, best, high } = literal(figure);
    if (figure.mod === 'vague') {
      const [from, to] = WORDS[vagueSize(figure.low)];
      return { low: from, best: null, high: to };
    }
    if (figure.mod === 'more-than') return { low: low - 1, best: low - 1, high: low };
    return { low, best, high: high ?? low };
  },
  combine(voices) {
    const leftOut = new Map<string, Because>();
    const used = standing(civilians(voices), leftOut);
    const isDisputed = isStatusDisputed(used, voices);
    const low = isDisputed ? 0 : lowest(used.map((voice) => voice.range.low));
    const result = ordered({ low, best: mostGiven(used)?.value ?? null, high: highest(used.map((voice) => voice.range)) });
    const note = because(isDisputed ? 'count.min-max-disputed' : 'count.min-max', { n: used.length });
    return { ...result, note, used: originsOf(used), leftOut };
  },
};

/** Voices that stand beside those that give a number. */
function standing(voices: readonly Voice[], leftOut: Map<string, Because>): readonly Voice[] {
  const numbers = voices.filter((voice) => !voice.isVague && top(voice) > 0);
  if (numbers.length === 0) return largerWords(voices, leftOut);
  const limit = farFrom(numbers);
  const near = numbers.filter((voice) => voice.range.low <= limit);
  return voices.filter((voice) => {
    const why = reasonToLeave(voice, limit) ?? (isOfSome(voice, near) ? because('figure.some-by-name') : null);
    if (why !== null) leftOut.set(voice.origin, why);
    return why === null;
  });
}

/** Where words are all there is, a bare plural gives way to dozens and hundreds. */
function largerWords(voices: readonly Voice[], leftOut: Map<string, Because>): readonly Voice[] {
  const [dozens] = WORDS.tens;
  if (!voices.some((voice) => voice.isVague && voice.range.low >= dozens)) return voices;
  return voices.filter((voice) => {
    const isSmall = voice.isVague && voice.range.low < dozens;
    if (isSmall) leftOut.set(voice.origin, because('figure.others-number'));
    return !isSmall;
  });
}

/** Three times what two origins or more agree on. Who names people one by one has no vote on how many there were. */
function farFrom(numbers: readonly Voice[]): number {
  const agreed = mostGiven(numbers.filter((voice) => !voice.isByName));
  return agreed && agreed.by > 1 ? agreed.value * 3 + 1 : Number.POSITIVE_INFINITY;
}

const top = ({ range }: Voice): number => range.high ?? range.low;

function reasonToLeave(voice: Voice, limit: number): Because | null {
  if (voice.isVague) return because('figure.others-number');
  if (top(voice) === 0) return because('figure.others-victims');
  return voice.range.low > limit ? because('figure.far-above') : null;
}

/** An origin that counts combatants only gives the number that others give for victims whose status nobody states: it speaks of the same people. */
function isStatusDisputed(used: readonly Voice[], voices: readonly Voice[]): boolean {
  const fighters = voices.filter((voice) => voice.isCombatantOnly && !voice.isVague);
  if (!used.every((voice) => voice.isStatusUnknown)) return false;
  return fighters.some((fighter) => used.some((voice) => !voice.isCombatantOnly && top(voice) === top(fighter)));
}
