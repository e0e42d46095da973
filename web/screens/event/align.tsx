/** Same event or not? Another event beside this one with what was compared; a verdict is kept with a name and can be undone. */
import { useState } from 'preact/hooks';
import type { EventDetail } from '../../../src/http/client.ts';
import { day, days, inDigits, number, range, t } from '../../language.ts';
import { CsvLink } from '../../parts/csv-link.tsx';
import { useKeys } from '../../parts/help-sheet.tsx';
import { withNames } from '../../parts/names.ts';
import { Quoted } from '../../parts/quoted.tsx';
import { WhyField } from '../../parts/why-field.tsx';
import { decide } from '../../review.ts';
import { addressOf, place, setQuery } from '../../router.ts';

type Suggestion = EventDetail['suggestions'][number];
type Props = { code: string; suggestions: readonly Suggestion[]; onDone: () => void };

export function Align({ code, suggestions, onDone }: Props) {
  const m = t.value.event;
  const at = Math.max(0, (Number(place.value.query.get('pair')) || 1) - 1);
  const setAt = (next: number) => setQuery({ pair: next === 0 ? null : next + 1 });
  const [why, setWhy] = useState('');
  const one = suggestions[Math.min(at, suggestions.length - 1)];
  const say = (kind: 'same' | 'different') => {
    if (!one) return;
    void decide({ kind, target: code, with: one.other.code, why }, () => {
      setWhy('');
      onDone();
    });
  };
  useKeys({
    y: () => say('same'),
    n: () => say('different'),
    j: () => setAt(Math.min(at + 1, suggestions.length - 1)),
    k: () => setAt(Math.max(at - 1, 0)),
  });
  if (!one) return null;
  const { other } = one;
  return (
    <section class="card" aria-labelledby="align-title" data-test="align">
      <div class="head">
        <h2 id="align-title">{m.maybe}</h2>
        <span class="row">
          {suggestions.length > 1 && (
            <>
              <button type="button" class="quiet" disabled={at === 0} onClick={() => setAt(at - 1)}>
                {t.value.claim.prev} <kbd>K</kbd>
              </button>
              <bdi dir="ltr" class="soft count">
                {number(at + 1)} / {number(suggestions.length)}
              </bdi>
              <button type="button" class="quiet" disabled={at >= suggestions.length - 1} onClick={() => setAt(at + 1)}>
                {t.value.claim.next} <kbd>J</kbd>
              </button>
            </>
          )}
          <CsvLink path={`/api/events/${encodeURIComponent(code)}/suggestions`} test="align-csv" />
        </span>
      </div>
      <p>
        <a href={addressOf('event', other.code)}>
          {t.value.types[other.type]}
          {other.place && (
            <>
              {t.value.comma} <Quoted>{other.place}</Quoted>
            </>
          )}
          {t.value.comma} {days(other.begin, other.end)}
        </a>{' '}
        {other.killedLow !== null && (
          <>
            {t.value.outcomes.killed} <bdi dir="ltr">{range(other.killedLow, other.killedHigh)}</bdi>
          </>
        )}{' '}
        <code>{other.code}</code>
      </p>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th>{m.compared}</th>
              <th>{m.thisOne}</th>
              <th>{m.otherOne}</th>
              <th class="n">{m.score}</th>
            </tr>
          </thead>
          <tbody>
            {one.because.map((reason) => (
              <tr key={reason.feature}>
                <td>{m.features[reason.feature] ?? reason.feature}</td>
                <td>
                  <Quoted>{compared(reason.feature, reason.left)}</Quoted>
                </td>
                <td>
                  <Quoted>{compared(reason.feature, reason.right)}</Quoted>
                </td>
                <td class="n">
                  <bdi dir="ltr">{inDigits(reason.score.toFixed(2))}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div class="row acts">
        <WhyField value={why} onInput={setWhy} />
        <button type="button" data-test="same" onClick={() => say('same')}>
          {m.same} <kbd>Y</kbd>
        </button>
        <button type="button" data-test="different" onClick={() => say('different')}>
          {m.different} <kbd>N</kbd>
        </button>
      </div>
    </section>
  );
}

/** What was compared, in the reader's words: types, outcomes and days are ours, everything else is the sources'. */
function compared(feature: string, value: string): string {
  const m = t.value;
  if (feature === 'type')
    return value
      .split(' ')
      .map((type) => m.types[type] ?? type)
      .join(m.comma + ' ');
  if (feature === 'time')
    return value
      .split('/')
      .map((one) => (/^\d{4}-\d\d-\d\d$/.test(one) ? day(one) : one))
      .join(' – ');
  const list = value.replaceAll(' + ', `${m.comma} `);
  if (feature === 'figures')
    return inDigits(list.replace(/[a-z][a-z-]*(?= )/g, (word) => m.outcomes[word] ?? m.mods[word] ?? word));
  return withNames(feature === 'parties' ? list.replace(' > ', ' › ') : value);
}
