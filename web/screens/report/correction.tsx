/** Correcting a claim: words of the text become a source, a party, a place or what is said; values are typed. What was read stays beside it. */
import { useState } from 'preact/hooks';
import type { Claim, Figure } from '../../../src/claim/reading.ts';
import type { Span } from '../../../src/claim/span.ts';
import { number, t } from '../../language.ts';
import { visible } from '../../parts/quoted.tsx';
import { decide } from '../../review.ts';
import { DaysForm } from './days-form.tsx';
import { Save, type Send, western } from './form-parts.tsx';

type Props = {
  claim: Claim;
  target: string;
  text: string;
  selected: Span | null;
  why: string;
  onMode: (mode: null) => void;
  onDone: () => void;
};

const FROM_WORDS = ['source', 'actor', 'recipient', 'place', 'content'] as const;

export function Correction({ claim, target, text, selected, why, onMode, onDone }: Props) {
  const m = t.value.review;
  const [last, setLast] = useState<Span | null>(selected);
  // The selection goes when a field is focused; what was selected last is kept.
  if (selected !== null && (selected.start !== last?.start || selected.end !== last?.end)) setLast(selected);
  const words = last === null ? null : text.slice(last.start, last.end);
  const send: Send = (payload) => {
    onMode(null);
    void decide({ kind: 'edit', target, why, payload }, onDone);
  };
  return (
    <fieldset class="correction">
      <legend>{m.editHow}</legend>
      <p>
        {m.selected}: {words === null ? <span class="soft">{m.nothing}</span> : <q dir="auto">{visible(words)}</q>}
      </p>
      <p class="acts">
        {FROM_WORDS.map((field) => (
          <button
            key={field}
            type="button"
            disabled={words === null}
            data-field={field}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => send(field === 'content' ? { field, span: last } : { field, span: last, text: words })}
          >
            {m.fields[field]}
          </button>
        ))}
      </p>
      <div class="values">
        <Choice field="type" label={m.fields.type} value={claim.event.type} options={t.value.types} send={send} />
        <Choice field="stance" label={m.fields.stance} value={claim.stance} options={t.value.stances} send={send} />
        <DaysForm claim={claim} send={send} />
        <PlaceName claim={claim} send={send} />
        {claim.event.figures.map((figure, n) => (
          <FigureForm key={`${n} ${figure.low} ${figure.high}`} n={n} figure={figure} send={send} />
        ))}
        <FigureForm n={null} figure={null} send={send} selected={last} words={words} />
      </div>
    </fieldset>
  );
}

type ChoiceProps = { field: string; label: string; value: string; options: Record<string, string>; send: Send };

function Choice({ field, label, value, options, send }: ChoiceProps) {
  const [chosen, setChosen] = useState(value);
  return (
    <p class="value">
      <label>
        {label}
        <select value={chosen} data-test={`edit-${field}`} onChange={(event) => setChosen(event.currentTarget.value)}>
          {Object.entries(options).map(([name, words]) => (
            <option key={name} value={name}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <Save name={label} isOff={chosen === value} onClick={() => send({ field, value: chosen })} />
    </p>
  );
}

/** A name, which is looked up, or a point as "34.45, 40.95". */
function PlaceName({ claim: { event }, send }: { claim: Claim; send: Send }) {
  const m = t.value.review;
  const before = event.places.find(({ role }) => role === 'at')?.name ?? '';
  const [name, setName] = useState(before);
  const point = /^\s*(-?\d+(?:\.\d+)?)\s*[,،]\s*(-?\d+(?:\.\d+)?)\s*$/u.exec(name);
  const payload = point
    ? { field: 'place', text: before, lat: Number(point[1]), lon: Number(point[2]) }
    : { field: 'place', text: name.trim() };
  return (
    <p class="value">
      <label class="wide">
        {m.placeHow}
        <input dir="auto" maxLength={200} value={name} data-test="edit-place" onInput={(e) => setName(e.currentTarget.value)} />
      </label>
      <Save name={m.fields.place} isOff={name.trim() === before} onClick={() => send(payload)} />
    </p>
  );
}

type FigureProps = { n: number | null; figure: Figure | null; send: Send; selected?: Span | null; words?: string | null };

function FigureForm({ n, figure, send, selected = null, words = null }: FigureProps) {
  const m = t.value;
  const [low, setLow] = useState(figure ? String(figure.low) : '');
  const [high, setHigh] = useState(figure ? (figure.high === null ? '' : String(figure.high)) : '');
  const [outcome, setOutcome] = useState<string>(figure?.outcome ?? 'killed');
  const [who, setWho] = useState<string>(figure?.who ?? 'unknown');
  const isOff = !/^\d+$/.test(low) || (high !== '' && !(Number(high) >= Number(low)));
  const name = n === null ? m.review.addFigure : `${m.review.fields.figure} ${number(n + 1)}`;
  const numbers = { low: Number(low), high: high === '' ? (figure === null ? Number(low) : null) : Number(high) };
  const added = selected === null ? {} : { span: selected, text: words ?? '' };
  return (
    <p class="value" role="group" aria-label={name}>
      <span class="value-name">{name}</span>
      <Amount label={m.review.low} value={low} onInput={setLow} test={n === null ? 'add-low' : 'edit-low'} />
      <Amount label={m.review.high} value={high} onInput={setHigh} test={n === null ? 'add-high' : 'edit-high'} />
      <Pick label={m.review.outcome} value={outcome} options={m.outcomes} onPick={setOutcome} />
      <Pick label={m.review.group} value={who} options={m.whos} onPick={setWho} />
      <Save name={name} isOff={isOff} onClick={() => send({ field: 'figure', figure: n, ...numbers, outcome, who, ...added })} />
      {n !== null && (
        <button type="button" onClick={() => send({ field: 'figure', figure: n, isRemoved: true })}>
          {m.review.remove}
          <span class="hidden"> {name}</span>
        </button>
      )}
    </p>
  );
}

function Amount({
  label,
  value,
  onInput,
  test,
}: {
  label: string;
  value: string;
  onInput: (value: string) => void;
  test: string;
}) {
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

type PickProps = { label: string; value: string; options: Record<string, string>; onPick: (value: string) => void };

function Pick({ label, value, options, onPick }: PickProps) {
  return (
    <label>
      {label}
      <select value={value} onChange={(event) => onPick(event.currentTarget.value)}>
        {Object.entries(options).map(([name, words]) => (
          <option key={name} value={name}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
