/** What a second reader finds in the words: every field is empty until they fill it, and an empty one says that nothing is told. */
import { useState } from 'preact/hooks';
import { number, t } from '../../language.ts';
import { areDays, type Days, DaysFields } from '../report/days-form.tsx';
import { western } from '../report/form-parts.tsx';

type People = { outcome: string; who: string; low: string; high: string };
type Props = { onReady: (values: object) => void; onSkip: (() => void) | null };

const NAMES = ['source', 'actor', 'recipient', 'place'] as const;
const NOBODY: People = { outcome: 'killed', who: 'unknown', low: '', high: '' };
const isNumber = (text: string): boolean => /^\d{1,9}$/.test(text);

export function BlindForm({ onReady, onSkip }: Props) {
  const m = t.value;
  const [isNone, setNone] = useState(false);
  const [type, setType] = useState('');
  const [stance, setStance] = useState('');
  const [names, setNames] = useState({ source: '', actor: '', recipient: '', place: '' });
  const [days, setDays] = useState<Days>({ begin: '', end: '', isWhole: true });
  const [people, setPeople] = useState<People[]>([NOBODY]);
  const told = people.filter(({ low, high }) => low !== '' || high !== '');
  const areNumbers = told.every(
    ({ low, high }) => isNumber(low) && (high === '' || (isNumber(high) && Number(high) >= Number(low))),
  );
  const isReady =
    isNone || (type !== '' && stance !== '' && areDays(days) && areNumbers && !(days.begin === '' && days.end !== ''));
  const change = (n: number, part: Partial<People>) => setPeople(people.map((one, i) => (i === n ? { ...one, ...part } : one)));
  const ready = () => {
    if (!isReady) return;
    const figures = told.map(({ outcome, who, low, high }) => {
      return { outcome, who, low: Number(low), high: high === '' ? Number(low) : Number(high) };
    });
    onReady(isNone ? { isNone } : { type, stance, ...names, begin: days.begin || null, end: days.end || null, figures });
  };
  return (
    <form
      class="correction"
      onSubmit={(event) => {
        event.preventDefault();
        ready();
      }}
    >
      <p>
        <label class="check">
          <input
            type="checkbox"
            checked={isNone}
            data-test="blind-none"
            onChange={(event) => setNone(event.currentTarget.checked)}
          />
          {m.second.isNone}
        </label>
      </p>
      {!isNone && (
        <div class="values">
          <p class="value">
            <Pick label={m.second.fields.type} value={type} options={m.types} onPick={setType} test="blind-type" />
            <Pick label={m.second.fields.stance} value={stance} options={m.stances} onPick={setStance} test="blind-stance" />
          </p>
          <p class="value">
            {NAMES.map((field) => (
              <label key={field} class="wide">
                {field === 'source' ? m.second.source : m.second.fields[field]}
                <input
                  dir="auto"
                  maxLength={300}
                  value={names[field]}
                  data-test={`blind-${field}`}
                  onInput={(event) => setNames({ ...names, [field]: event.currentTarget.value })}
                />
              </label>
            ))}
          </p>
          <div class="value" role="group" aria-label={m.second.fields.time}>
            <DaysFields days={days} onDays={setDays} />
          </div>
          {people.map(({ outcome, who, low, high }, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are only added
            <p key={n} class="value" role="group" aria-label={`${m.review.fields.figure} ${number(n + 1)}`}>
              <Amount label={m.review.low} value={low} onInput={(value) => change(n, { low: value })} test={`blind-low-${n}`} />
              <Amount label={m.review.high} value={high} onInput={(value) => change(n, { high: value })} />
              <Pick
                label={m.review.outcome}
                value={outcome}
                options={m.outcomes}
                onPick={(value) => change(n, { outcome: value })}
              />
              <Pick label={m.review.group} value={who} options={m.whos} onPick={(value) => change(n, { who: value })} />
            </p>
          ))}
          <p>
            <button type="button" class="quiet" data-test="blind-more" onClick={() => setPeople([...people, NOBODY])}>
              {m.review.addFigure}
            </button>
          </p>
        </div>
      )}
      <p class="acts">
        <button type="submit" class="main" disabled={!isReady} data-test="blind-ready">
          {m.second.ready}
        </button>
        {onSkip && (
          <button type="button" onClick={onSkip} data-test="blind-skip">
            {m.second.skip}
          </button>
        )}
      </p>
    </form>
  );
}

type PickProps = {
  label: string;
  value: string;
  options: Record<string, string>;
  onPick: (value: string) => void;
  test?: string;
};

function Pick({ label, value, options, onPick, test }: PickProps) {
  return (
    <label>
      {label}
      <select value={value} data-test={test} onChange={(event) => onPick(event.currentTarget.value)}>
        {value === '' && <option value="">…</option>}
        {Object.entries(options).map(([name, words]) => (
          <option key={name} value={name}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

type AmountProps = { label: string; value: string; onInput: (value: string) => void; test?: string };

function Amount({ label, value, onInput, test }: AmountProps) {
  return (
    <label>
      {label}
      <input
        class="amount"
        dir="ltr"
        inputMode="numeric"
        maxLength={9}
        value={value}
        data-test={test}
        onInput={(event) => onInput(western(event.currentTarget.value))}
      />
    </label>
  );
}
