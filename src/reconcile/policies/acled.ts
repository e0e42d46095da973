/** `acled`: the most conservative number, as the Armed Conflict Location & Event Data project states it (FAQ on fatalities, 2024). */
import { because } from '../../claim/because.ts';
import { heard, literal, lowest, originsOf, type Policy, vagueSize } from './policy.ts';

const WORDS = { several: 2, tens: 10, hundreds: 100, thousands: 1000 };

export const acled: Policy = {
  name: 'acled',
  rule:
    'The most conservative figure when origins differ; "tens" counts as 10, "hundreds" as 100, an unspecified plural as 2; the dispute belongs in the notes.' +
    ' An origin that only names people one by one gives way to origins that count more.',
  wantedOrigins: 1,
  number(figure) {
    const value = figure.mod === 'vague' ? WORDS[vagueSize(figure.low)] : (literal(figure).best ?? figure.low);
    return { low: value, best: value, high: value };
  },
  combine(voices) {
    const { voices: used, leftOut } = heard(voices);
    const value = lowest(used.map((voice) => voice.range.low));
    return {
      low: value,
      best: value,
      high: value,
      note: because('count.lowest', { n: used.length }),
      used: originsOf(used),
      leftOut,
    };
  },
};
