/** What a person can decide about a claim: accept, reject with a reason, unsure, or correct it. */
import type { Claim } from '../../../src/claim/reading.ts';
import type { Span } from '../../../src/claim/span.ts';
import { number, t } from '../../language.ts';
import { WhyField } from '../../parts/why-field.tsx';
import { decide, reasonWith } from '../../review.ts';
import { Correction } from './correction.tsx';
import { JoinForm } from './join-form.tsx';

export type Mode = 'edit' | 'reject' | 'join' | null;
type Props = {
  claim: Claim;
  target: string;
  /** Code of the event that it is in. */
  event: string | undefined;
  text: string;
  selected: Span | null;
  mode: Mode;
  /** Given with whatever is decided. */
  why: string;
  onWhy: (why: string) => void;
  onMode: (mode: Mode) => void;
  onDone: () => void;
};

/** Out of its event, to be one of its own. */
export async function splitOff(event: string, claim: string, why: string, onDone: () => void): Promise<void> {
  await decide({ kind: 'split', target: event, why, payload: { claims: [claim] } }, onDone);
}

export function ClaimActs({ claim, target, event, text, selected, mode, why, onWhy, onMode, onDone }: Props) {
  const m = t.value.review;
  return (
    <div class="decide">
      <WhyField value={why} onInput={onWhy} />
      <div class="acts">
        <button type="button" data-test="accept" onClick={() => void decide({ kind: 'accept', target, why }, onDone)}>
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
        <button type="button" onClick={() => void decide({ kind: 'unsure', target, why }, onDone)}>
          {m.unsure} <kbd>U</kbd>
        </button>
        {event !== undefined && (
          <button type="button" data-test="split-off" onClick={() => void splitOff(event, target, why, onDone)}>
            {m.splitOff} <kbd>S</kbd>
          </button>
        )}
        <button
          type="button"
          data-test="join"
          aria-pressed={mode === 'join'}
          onClick={() => onMode(mode === 'join' ? null : 'join')}
        >
          {m.join} <kbd>M</kbd>
        </button>
      </div>
      {mode === 'join' && <JoinForm target={target} event={event} why={why} onMode={onMode} onDone={onDone} />}
      {mode === 'reject' && (
        <fieldset class="acts">
          <legend>{m.whyReject}</legend>
          {m.reasons.map((reason, i) => (
            <button
              key={reason}
              type="button"
              onClick={() => {
                onMode(null);
                void decide({ kind: 'reject', target, why: reasonWith(reason, why) }, onDone);
              }}
            >
              {reason} <kbd>{number(i + 1)}</kbd>
            </button>
          ))}
        </fieldset>
      )}
      {mode === 'edit' && (
        <Correction claim={claim} target={target} text={text} selected={selected} why={why} onMode={onMode} onDone={onDone} />
      )}
    </div>
  );
}
