/** Second reading: a claim's words without what the first reader found; then both readings side by side, and how far readers agree. */
import { useState } from 'preact/hooks';
import type { BlindClaim, Page, SecondReadings } from '../../../src/http/client.ts';
import { number, t } from '../../language.ts';
import { useLoaded } from '../../loaded.ts';
import { FaultBox } from '../../parts/fault-box.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { decide, setWho, who } from '../../review.ts';
import { Agreement } from './agreement.tsx';
import { BlindForm } from './blind-form.tsx';
import { BlindWords } from './blind-words.tsx';
import { BothReadings } from './both-readings.tsx';

export function SecondScreen() {
  const m = t.value.second;
  return (
    <>
      <h1>{m.title}</h1>
      <p class="lead">{m.lead}</p>
      {who.value === '' ? <Name /> : <Reading key={who.value} />}
    </>
  );
}

function Name() {
  const m = t.value.second;
  const [name, setName] = useState('');
  return (
    <form
      class="card row"
      onSubmit={(event) => {
        event.preventDefault();
        setWho(name.trim());
      }}
    >
      <label>
        {t.value.review.who}
        <input
          dir="auto"
          maxLength={100}
          required
          value={name}
          data-test="second-who"
          onInput={(e) => setName(e.currentTarget.value)}
        />
      </label>
      <button type="submit" class="main" disabled={name.trim() === ''}>
        {m.start}
      </button>
      <p class="soft">{m.needsName}</p>
    </form>
  );
}

function Reading() {
  const m = t.value.second;
  const name = encodeURIComponent(who.value);
  /** The claim that was read just now: both readings are shown until the next is wanted. */
  const [read, setRead] = useState<string | null>(null);
  const [after, setAfter] = useState<string | null>(null);
  const waiting = useLoaded<Page<BlindClaim>>(`/api/second?who=${name}&limit=1${after === null ? '' : `&after=${after}`}`);
  const made = useLoaded<SecondReadings>(`/api/second/readings?who=${name}`);
  const { value, fault } = waiting;
  const one = value?.items[0];
  const own = made.value?.readings.find((reading) => reading.key === read && reading.who === who.value);
  const reload = () => {
    waiting.reload();
    made.reload();
  };
  return (
    <div class="stack">
      <p class="row middle">
        <span>
          {m.as('')} <bdi>{who.value}</bdi>
        </span>
        <button type="button" class="quiet" onClick={() => setWho('')}>
          {m.change}
        </button>
        {value && <span class="soft">{m.waiting(number(value.total))}</span>}
      </p>
      {(fault ?? made.fault) && <FaultBox fault={(fault ?? made.fault) as NonNullable<typeof fault>} retry={reload} />}
      {!value && !fault && <Waiting />}
      {read !== null ? (
        <section class="card" aria-labelledby="both-title" data-test="both">
          {own ? <BothReadings reading={own} /> : <Waiting />}
          <p class="acts">
            <button type="button" class="main" data-test="second-next" onClick={() => setRead(null)}>
              {m.next}
            </button>
          </p>
        </section>
      ) : one ? (
        <section class="card" data-test="blind" key={one.key}>
          <BlindWords claim={one} />
          <BlindForm
            onReady={(payload) =>
              void decide({ kind: 'second', target: one.key, payload }, () => {
                setRead(one.key);
                setAfter(null);
                reload();
              })
            }
            onSkip={value && (value.next !== null || after !== null) ? () => setAfter(value.next) : null}
          />
        </section>
      ) : (
        value && <p class="empty">{m.empty}</p>
      )}
      {made.value && made.value.readings.length > 0 && <Agreement made={made.value} />}
    </div>
  );
}
