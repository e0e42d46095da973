/** `ibc`: minimum and maximum with two independent sources wanted, in the manner of Iraq Body Count. */
import { because } from '../../claim/because.ts';
import { heard, highest, literal, lowest, ordered, originsOf, type Policy, vagueSize } from './policy.ts';

const WORDS = { several: 2, tens: 20, hundreds: 200, thousands: 2000 };

export const ibc: Policy = {
  name: 'ibc',
  rule:
    'Minimum and maximum over the independent origins, no single best number; with fewer than two independent origins the entry is provisional. Vague words count with their floor.' +
    ' An origin that only names people one by one gives way to origins that count more.',
  wantedOrigins: 2,
  number(figure) {
    const { low, best, high } = literal(figure);
    const floor = figure.mod === 'vague' ? WORDS[vagueSize(low)] : low;
    return { low: floor, best: figure.mod === 'vague' ? null : best, high: high ?? floor };
  },
  combine(voices) {
    const { voices: used, leftOut } = heard(voices);
    const low = lowest(used.map((voice) => voice.range.low));
    return {
      ...ordered({ low, best: null, high: highest(used.map((voice) => voice.range)) }),
      note: because('count.min-max', { n: used.length }),
      used: originsOf(used),
      leftOut,
    };
  },
};
