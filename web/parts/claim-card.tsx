/** One claim: a line for people, the words unaltered, and, when chosen, its fields, why it was read so, and what to decide. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Claim, Mention, Reading } from '../../src/claim/reading.ts';
import type { ReviewState } from '../../src/http/client.ts';
import { days, inDigits, number, t } from '../language.ts';
import { addressOf } from '../router.ts';
import { Chain } from './chain.tsx';
import { FigureList } from './figure-list.tsx';
import type { FieldName } from './marks.ts';
import { nameOf } from './names.ts';
import { notify } from './notice.tsx';
import { visible } from './quoted.tsx';
import { TraceTree } from './trace-tree.tsx';

type Props = {
  claim: Claim;
  n: number;
  reading: Reading;
  text: string;
  isChosen: boolean;
  review?: ReviewState | null;
  event?: string | null;
  onChoose: (claim: Claim) => void;
  onHover: (claim: Claim | null) => void;
  children?: ComponentChildren;
};

export function ClaimCard({
  claim,
  n,
  reading,
  text,
  isChosen,
  review = null,
  event = null,
  onChoose,
  onHover,
  children,
}: Props) {
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isChosen) item.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  const m = t.value;
  const { content, event: what, stance, reality } = claim;
  return (
    <li
      ref={item}
      class="claim"
      data-chosen={isChosen}
      data-stance={stance}
      data-review={review ?? 'open'}
      data-claim={claim.id}
      onMouseEnter={() => onHover(claim)}
      onMouseLeave={() => onHover(null)}
    >
      <button type="button" class="claim-face" aria-expanded={isChosen} onClick={() => onChoose(claim)}>
        <span class="claim-top">
          <span class="n">{number(n)}</span>
          <span class="type">{m.types[what.type]}</span>
          <span class={stance === 'asserted' ? 'chip' : 'chip warn'}>{m.stances[stance]}</span>
          {reality !== 'current' && <span class="chip">{m.realities[reality]}</span>}
          {review && <ReviewChip state={review} />}
        </span>
        <Chain outlet={reading.report.outlet} hops={claim.attribution} />
        <FigureList figures={what.figures} />
        <q class="claim-quote" dir="auto" lang={reading.report.language}>
          {visible(text.slice(content.start, content.end))}
        </q>
      </button>
      {isChosen && (
        <div class="claim-body">
          <Fields claim={claim} />
          {event && (
            <p class="row">
              <a class="button" href={addressOf('event', event)}>
                {m.claim.event} <code>{event}</code>
              </a>
            </p>
          )}
          {children}
          <div class="acts">
            <button type="button" onClick={() => cite(claim, reading, text)}>
              {m.claim.cite}
            </button>
          </div>
          <details>
            <summary>{m.claim.why}</summary>
            <p class="soft">{m.claim.whyLong}</p>
            <TraceTree trace={claim.trace} text={text} />
          </details>
        </div>
      )}
    </li>
  );
}

/** What people decided, as a state. */
export function ReviewChip({ state }: { state: ReviewState }) {
  const { states } = t.value.review;
  return <span class={state === 'rejected' || state === 'unsure' ? 'chip warn' : 'chip good'}>{states[state]}</span>;
}

function Fields({ claim }: { claim: Claim }) {
  const m = t.value.claim;
  const { event } = claim;
  return (
    <dl class="fields">
      {claim.attribution.length > 0 && (
        <Field name="source" label={m.chain} value={claim.attribution.map((hop) => hop.name).join(' › ')} />
      )}
      <Mentions name="actor" label={m.actor} mentions={event.actor} />
      <Mentions name="recipient" label={m.recipient} mentions={event.recipient} />
      {event.places.map((place) => (
        <Field key={`${place.role}${place.span.start}`} name="place" label={t.value.roles[place.role]} value={place.name}>
          {place.resolved && (
            <span class="soft">
              {' '}
              <bdi dir="ltr" class="code">
                {place.resolved.lat.toFixed(3)}, {place.resolved.lon.toFixed(3)}
              </bdi>{' '}
              {m.within(number(place.resolved.radiusKm))}
              {place.resolved.candidates > 1 && ` (${inDigits(m.candidates(place.resolved.candidates))})`}
            </span>
          )}
        </Field>
      ))}
      {event.time && <Field name="time" label={m.when} value={days(event.time.begin, event.time.end)} />}
      {event.means.length > 0 && (
        <Field name="cue" label={m.means} value={event.means.map((mention) => mention.name).join(`${t.value.comma} `)} isPlain />
      )}
    </dl>
  );
}

function Mentions({ name, label, mentions }: { name: FieldName; label: string; mentions: readonly Mention[] }) {
  return (
    <>
      {mentions.map((mention) => {
        const neutral = nameOf(mention.entity, mention.name);
        return (
          <Field key={mention.span.start} name={name} label={label} value={mention.name}>
            {neutral !== mention.name && (
              <span class="soft">
                {' '}
                = <bdi>{neutral}</bdi>
              </span>
            )}
            {(mention.loaded ?? []).map((loaded) => (
              <span key={loaded.label} class="chip warn">
                {t.value.labels[loaded.label] ?? loaded.label}
              </span>
            ))}
          </Field>
        );
      })}
    </>
  );
}

type FieldProps = { name: FieldName; label: string; value: string; isPlain?: boolean; children?: ComponentChildren };

function Field({ name, label, value, isPlain = false, children }: FieldProps) {
  return (
    <>
      <dt>
        {!isPlain && (
          <span class={`letter ${name}`} aria-hidden="true">
            {t.value.claim.letters[name]}
          </span>
        )}
        {label}
      </dt>
      <dd>
        <bdi>{visible(value)}</bdi>
        {children}
      </dd>
    </>
  );
}

/** Outlet, day, the words with their place in the text, and the address. */
function cite(claim: Claim, reading: Reading, text: string): void {
  const { start, end } = claim.content;
  const { outlet, publishedAt, sha256 } = reading.report;
  const words = text.slice(start, end);
  const line = `“${words}” (${[outlet, publishedAt].filter(Boolean).join(', ')}; ${start}–${end} of sha256:${sha256.slice(0, 16)})`;
  navigator.clipboard?.writeText(line).then(
    () => notify(t.value.claim.cited),
    () => notify(line),
  );
}
