/** `majority`: the number that more than half of the independent origins give (one of the four ways Every Casualty Counts names). */
import { because } from '../../claim/because.ts';
import { heard, highest, literal, lowest, mostGiven, ordered, originsOf, type Policy } from './policy.ts';

export const majority: Policy = {
  name: 'majority',
  rule:
    'The figure that more than half of the independent origins give; where no figure has a majority, the whole range and no best number.' +
    ' An origin that only names people one by one gives way to origins that count more.',
  wantedOrigins: 2,
  number: literal,
  combine(voices) {
    const { voices: used, leftOut } = heard(voices);
    const top = mostGiven(used);
    if (top && top.by * 2 > used.length) {
      return {
        low: top.value,
        best: top.value,
        high: top.value,
        note: because('count.majority', { by: top.by, n: used.length }),
        used: originsOf(used),
        leftOut,
      };
    }
    const low = lowest(used.map((voice) => voice.range.low));
    const result = ordered({ low, best: null, high: highest(used.map((voice) => voice.range)) });
    return { ...result, note: because('count.no-majority', { n: used.length }), used: originsOf(used), leftOut };
  },
};
