/**
 * `airwars`: the smallest and the largest number of civilians that the sources allow, as Airwars publishes it. Numbers for vague words are measured on its
 * published records: an unspecified plural is coded as 2, dozens as 12 to 24.
 */
import { highest, literal, lowest, mostGiven, ordered, origins, originsOf, type Policy, vagueSize } from './policy.ts';

const WORDS = { several: [2, 2], tens: [12, 24], hundreds: [100, 200], thousands: [1000, 2000] } as const;

export const airwars: Policy = {
  name: 'airwars',
  rule: 'Minimum and maximum over the independent origins. Several or an unspecified plural is 2, dozens 12 to 24; "at least n" is n. Where one origin calls all victims combatants and another does not, the minimum of civilians is 0.',
  wantedOrigins: 2,
  number(figure) {
    if (figure.mod === 'vague') {
      const [low, high] = WORDS[vagueSize(figure.low)];
      return { low, best: null, high };
    }
    const { low, best, high } = literal(figure);
    return { low, best, high: high ?? low };
  },
  combine(voices) {
    const counting = voices.filter((voice) => !voice.isCombatantOnly);
    const precise = counting.filter((voice) => voice.range.best !== null);
    const used = precise.length > 0 ? precise : counting.length > 0 ? counting : voices;
    const isStatusDisputed = counting.length > 0 && counting.length < voices.length;
    const low = isStatusDisputed ? 0 : lowest(used.map((voice) => voice.range.low));
    const result = ordered({ low, best: mostGiven(used)?.value ?? null, high: highest(used.map((voice) => voice.range)) });
    const note = isStatusDisputed ? '; 0 at least, since an origin calls the victims combatants' : '';
    return { ...result, note: `minimum and maximum of ${origins(used)}${note}`, used: originsOf(used) };
  },
};
