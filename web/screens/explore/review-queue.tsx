/** Claims of a query, one decision at a time: keys move through the rows and decide on the one that is marked; what is in view can be accepted together. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ClaimRow } from '../../../src/http/client.ts';
import { number, t } from '../../language.ts';
import { useKeys } from '../../parts/help-sheet.tsx';
import { WhyField } from '../../parts/why-field.tsx';
import { decide, decideTogether, reasonWith } from '../../review.ts';
import { addressOf } from '../../router.ts';
import { ClaimTable } from './claim-table.tsx';

/** `isOpenOnly`: a claim that is decided leaves the list. */
type Props = { claims: readonly ClaimRow[]; isOpenOnly: boolean; onDone: () => void };

export function ReviewQueue({ claims, isOpenOnly, onDone }: Props) {
  const m = t.value.review;
  const [at, setAt] = useState(0);
  const [isRejecting, setRejecting] = useState(false);
  const [isSure, setSure] = useState(false);
  const [why, setWhy] = useState('');
  const box = useRef<HTMLDivElement>(null);
  const place = Math.min(at, claims.length - 1);
  const row = claims[place];
  useEffect(() => {
    setRejecting(false);
    box.current?.querySelector('[data-current=true]')?.scrollIntoView({ block: 'nearest' });
  }, [place, claims]);
  useEffect(() => setSure(false), [claims]);
  const say = (kind: 'accept' | 'unsure' | 'reject', because = why) => {
    if (!row) return;
    setRejecting(false);
    setWhy('');
    void decide({ kind, target: row.key, why: because }, onDone);
    if (!isOpenOnly) setAt(place + 1);
  };
  const reasons = Object.fromEntries(
    m.reasons.map((reason, i) => [String(i + 1), isRejecting ? () => say('reject', reasonWith(reason, why)) : undefined]),
  );
  useKeys({
    j: () => setAt(Math.min(place + 1, claims.length - 1)),
    k: () => setAt(Math.max(place - 1, 0)),
    a: () => say('accept'),
    u: () => say('unsure'),
    x: () => setRejecting(!isRejecting),
    Escape: () => setRejecting(false),
    ...reasons,
  });
  const open = claims.filter(({ review }) => review === null);
  const acceptAll = () => {
    setSure(false);
    setWhy('');
    const acts = open.map(({ key }) => ({ kind: 'accept', target: key, why: reasonWith(m.acceptedTogether, why) }) as const);
    void decideTogether(acts, onDone);
  };
  if (!row) return null;
  return (
    <div ref={box}>
      <div class="row acts" role="group" aria-label={m.queue}>
        <button type="button" onClick={() => say('accept')} data-test="queue-accept">
          {m.accept} <kbd>A</kbd>
        </button>
        <button type="button" aria-pressed={isRejecting} onClick={() => setRejecting(!isRejecting)}>
          {m.reject} <kbd>X</kbd>
        </button>
        <button type="button" onClick={() => say('unsure')}>
          {m.unsure} <kbd>U</kbd>
        </button>
        {open.length > 1 && (
          <button
            type="button"
            class={isSure ? 'main' : undefined}
            data-test="accept-shown"
            onClick={() => (isSure ? acceptAll() : setSure(true))}
          >
            {isSure ? m.sure(number(open.length)) : m.acceptShown(number(open.length))}
          </button>
        )}
        <a class="button" href={addressOf('second')} data-test="to-second">
          {t.value.second.open}
        </a>
        <WhyField value={why} onInput={setWhy} />
      </div>
      {isRejecting && (
        <fieldset class="acts">
          <legend>{m.whyReject}</legend>
          {m.reasons.map((reason, i) => (
            <button key={reason} type="button" onClick={() => say('reject', reasonWith(reason, why))}>
              {reason} <kbd>{number(i + 1)}</kbd>
            </button>
          ))}
        </fieldset>
      )}
      <ClaimTable claims={claims} current={row.key} />
    </div>
  );
}
