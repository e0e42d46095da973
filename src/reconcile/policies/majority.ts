/** `majority`: the number that more than half of the independent origins give (one of the four ways Every Casualty Counts names). */
import { highest, literal, lowest, mostGiven, ordered, origins, originsOf, type Policy } from './policy.ts';

export const majority: Policy = {
  name: 'majority',
  rule: 'The figure that more than half of the independent origins give; where no figure has a majority, the whole range and no best number.',
  wantedOrigins: 2,
  number: literal,
  combine(voices) {
    const counting = voices.filter((voice) => !voice.isCombatantOnly);
    const used = counting.length > 0 ? counting : voices;
    const top = mostGiven(used);
    if (top && top.by * 2 > used.length) {
      return {
        low: top.value,
        best: top.value,
        high: top.value,
        note: `given by ${top.by} of ${origins(used)}`,
        used: originsOf(used),
      };
    }
    const low = lowest(used.map((voice) => voice.range.low));
    const result = ordered({ low, best: null, high: highest(used.map((voice) => voice.range)) });
    return { ...result, note: `no figure has a majority among ${origins(used)}`, used: originsOf(used) };
  },
};
