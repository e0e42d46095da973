/** Which event a claim belongs to, said by a person: an event of the case by its code, with those of its days to choose from. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { EventRow, Page } from '../../../src/http/client.ts';
import { days, t } from '../../language.ts';
import { useLoaded } from '../../loaded.ts';
import { visible } from '../../parts/quoted.tsx';
import { decide } from '../../review.ts';

type Props = {
  target: string;
  event: string | undefined;
  why: string;
  onMode: (mode: null) => void;
  onDone: () => void;
};

export const CODE = /^ISN-\w{4,}/;

export function JoinForm({ target, event, why, onMode, onDone }: Props) {
  const m = t.value;
  const field = useRef<HTMLInputElement>(null);
  const [code, setCode] = useState('');
  const { value } = useLoaded<Page<EventRow>>('/api/events?limit=100');
  useEffect(() => field.current?.focus(), []);
  const wanted = code.trim().toUpperCase();
  const isOff = !CODE.test(wanted) || wanted === event;
  const join = () => {
    if (isOff) return;
    onMode(null);
    void decide({ kind: 'same', target, with: wanted, why }, onDone);
  };
  return (
    <form
      class="row acts"
      onSubmit={(submitted) => {
        submitted.preventDefault();
        join();
      }}
    >
      <label>
        {m.review.joinHow}
        <input
          ref={field}
          dir="ltr"
          list="events-near"
          maxLength={40}
          placeholder="ISN-"
          value={code}
          data-test="join-code"
          onInput={(typed) => setCode(typed.currentTarget.value)}
          onKeyDown={(pressed) => pressed.key === 'Escape' && onMode(null)}
        />
      </label>
      <datalist id="events-near">
        {value?.items
          .filter((one) => one.code !== event)
          .map(({ code: of, type, place, begin, end }) => (
            <option key={of} value={of}>
              {`${m.types[type]}${place ? `${m.comma} ${visible(place)}` : ''}${m.comma} ${days(begin, end)}`}
            </option>
          ))}
      </datalist>
      <button type="submit" disabled={isOff} data-test="join-now">
        {m.review.join}
      </button>
    </form>
  );
}
