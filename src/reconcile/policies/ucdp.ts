/** `ucdp`: low, best and high side by side, in the manner of the Uppsala Conflict Data Program's event data. */
import { because } from '../../claim/because.ts';
import { heard, highest, literal, lowest, mostGiven, ordered, originsOf, type Policy, type Range } from './policy.ts';

export const ucdp: Policy = {
  name: 'ucdp',
  rule:
    'Low is the lowest and high the highest figure; best is the one most independent origins give, the lower of equals. "At least n" sets the low and the best, an open end does not raise the high.' +
    ' An origin that only names people one by one gives way to origins that count more.',
  wantedOrigins: 1,
  number: (figure) => closed(literal(figure)),
  combine(voices) {
    const { voices: used, leftOut } = heard(voices);
    const low = lowest(used.map((voice) => voice.range.low));
    const best = mostGiven(used)?.value ?? low;
    return {
      ...ordered({ low, best, high: highest(used.map((voice) => voice.range)) }),
      note: because('count.low-best-high', { n: used.length }),
      used: originsOf(used),
      leftOut,
    };
  },
};

function closed(range: Range): Range {
  return range.high === null ? { ...range, high: range.low } : range;
}
