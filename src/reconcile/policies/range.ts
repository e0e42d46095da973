/** `range`: what was reported, from the lowest to the highest, and nothing else. */
import { because } from '../../claim/because.ts';
import { heard, highest, literal, lowest, mostGiven, ordered, originsOf, type Policy } from './policy.ts';

export const range: Policy = {
  name: 'range',
  rule:
    'Lowest and highest figure of all independent origins; best is the figure most of them give, the lower of equals. Vague words keep their floor and stay open above.' +
    ' An origin that only names people one by one gives way to origins that count more.',
  wantedOrigins: 1,
  number: literal,
  combine(voices) {
    const { voices: used, leftOut } = heard(voices);
    const low = lowest(used.map((voice) => voice.range.low));
    const result = ordered({ low, best: mostGiven(used)?.value ?? null, high: highest(used.map((voice) => voice.range)) });
    return { ...result, note: because('count.range', { n: used.length }), used: originsOf(used), leftOut };
  },
};
