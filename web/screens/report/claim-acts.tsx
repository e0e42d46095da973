/** What a person can decide about a claim: accept, reject with a reason, unsure, or correct a field by selecting words. */
import { useState } from 'preact/hooks';
import type { Claim } from '../../../src/claim/reading.ts';
import type { Span } from '../../../src/claim/span.ts';
import { t } from '../../language.ts';
import { visible } from '../../parts/quoted.tsx';
import { decide } from '../../review.ts';

type Mode = 'edit' | 'reject' | null;
type Props = {
  claim: Claim;
  target: string;
  text: string;
  selected: Span | null;
  mode: Mode;
  onMode: (mode: Mode) => void;
  onDone: () => void;
};

export function ClaimActs({ target, text, selected, mode, onMode, onDone }: Props) {
  const m = t.value.review;
  return (
    <div class="decide">
      <div class="acts">
        <button type="button" data-test="accept" onClick={() => void decide({ kind: 'accept', target }, onDone)}>
          {m.accept} <kbd>A</kbd>
        </button>
        <button
          type="button"
          data-test="edit"
          aria-pressed={mode === 'edit'}
          onClick={() => onMode(mode === 'edit' ? null : 'edit')}
        >
          {m.edit} <kbd>E</kbd>
        </button>
        <button
          type="button"
          data-test="reject"
          aria-pressed={mode === 'reject'}
          onClick={() => onMode(mode === 'reject' ? null : 'reject')}
        >
          {m.reject} <kbd>X</kbd>
        </button>
        <button type="button" onClick={() => void decide({ kind: 'unsure', target }, onDone)}>
          {m.unsure} <kbd>U</kbd>
        </button>
      </div>
      {mode === 'reject' && (
        <fieldset class="acts">
          <legend>{m.why}</legend>
          {m.reasons.map((why) => (
            <button
              key={why}
              type="button"
              onClick={() => {
                onMode(null);
                void decide({ kind: 'reject', target, why }, onDone);
              }}
            >
              {why}
            </button>
          ))}
        </fieldset>
      )}
      {mode === 'edit' && <Correction target={target} text={text} selected={selected} onMode={onMode} onDone={onDone} />}
    </div>
  );
}

function Correction({ target, text, selected, onMode, onDone }: Omit<Props, 'claim' | 'mode'>) {
  const m = t.value.review;
  const [why, setWhy] = useState('');
  const [last, setLast] = useState<Span | null>(selected);
  // The selection goes when a field is focused; what was selected last is kept.
  if (selected !== null && (selected.start !== last?.start || selected.end !== last?.end)) setLast(selected);
  const words = last === null ? null : text.slice(last.start, last.end);
  const choose = (field: string) => {
    if (last === null || words === null) return;
    onMode(null);
    void decide({ kind: 'edit', target, why, payload: { field, span: last, text: words } }, onDone);
  };
  return (
    <fieldset>
      <legend>{m.editHow}</legend>
      <p>
        {m.selected}: {words === null ? <span class="soft">{m.nothing}</span> : <q dir="auto">{visible(words)}</q>}
      </p>
      <label>
        {m.why}
        <input dir="auto" maxLength={500} value={why} onInput={(event) => setWhy(event.currentTarget.value)} />
      </label>
      <p class="acts">
        {Object.entries(m.fields).map(([field, label]) => (
          <button
            key={field}
            type="button"
            disabled={words === null}
            data-field={field}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(field)}
          >
            {label}
          </button>
        ))}
      </p>
    </fieldset>
  );
}
