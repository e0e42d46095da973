/** A text and its claims side by side, joined: choosing or pointing at either lights the other. */

import { type Signal, useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Claim, Reading } from '../../src/claim/reading.ts';
import type { Span } from '../../src/claim/span.ts';
import type { ReviewState } from '../../src/http/client.ts';
import { number, range, t } from '../language.ts';
import { place, setQuery } from '../router.ts';
import { ClaimCard } from './claim-card.tsx';
import { useKeys } from './help-sheet.tsx';
import { FIELDS } from './marks.ts';
import { WordsPane } from './words-pane.tsx';

/** Claims shown at a time beside a long report. */
const PAGE = 100;

type Props = {
  text: string;
  reading: Reading;
  events?: Record<string, string>;
  review?: Record<string, ReviewState>;
  onSelect?: (span: Span | null) => void;
  /** What stands above the list, and inside the chosen claim. */
  above?: ComponentChildren;
  inside?: (claim: Claim) => ComponentChildren;
};

export function ClaimsBeside({ text, reading, events = {}, review = {}, onSelect, above, inside }: Props) {
  const hovered = useSignal<Claim | null>(null);
  const [page, setPage] = useState(0);
  const { query } = place.value;
  const chosen = reading.claims.find((claim) => claim.id === query.get('claim')) ?? null;
  const isMarked = query.get('marks') !== '0';
  const choose = useCallback((claim: Claim) => setQuery({ claim: claim.id }), []);
  const toggle = (claim: Claim) => setQuery({ claim: claim === chosen ? null : claim.id });
  const hover = useCallback((claim: Claim | null) => void (hovered.value = claim), []);
  const at = chosen ? reading.claims.indexOf(chosen) : -1;
  useEffect(() => setPage(at < 0 ? 0 : Math.floor(at / PAGE)), [at, reading]);
  useEffect(() => lightCards(hovered), [hovered]);
  const first = page * PAGE;
  const shown = reading.claims.length > PAGE ? reading.claims.slice(first, first + PAGE) : reading.claims;
  const step = (by: number) => {
    const next = reading.claims[chosen ? at + by : by > 0 ? 0 : reading.claims.length - 1];
    if (next) choose(next);
  };
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    h: () => setQuery({ marks: isMarked ? 0 : null }),
    Enter: () => hovered.value && choose(hovered.value),
  });
  return (
    <div class="sides">
      <section aria-label={t.value.report.words}>
        <WordsPane
          text={text}
          reading={reading}
          chosen={chosen}
          hovered={hovered}
          isMarked={isMarked}
          onChoose={choose}
          onSelect={onSelect}
        />
        <Legend count={reading.unread.length} />
      </section>
      <section class="side" aria-label={t.value.claim.list}>
        {above}
        {reading.claims.length === 0 && <p class="empty">{t.value.claim.none}</p>}
        <ol class="claims" data-test="claims">
          {shown.map((claim, i) => (
            <ClaimCard
              key={claim.id}
              claim={claim}
              n={first + i + 1}
              reading={reading}
              text={text}
              isChosen={claim === chosen}
              review={review[claim.id]}
              event={events[claim.id]}
              onChoose={toggle}
              onHover={hover}
            >
              {claim === chosen && inside?.(claim)}
            </ClaimCard>
          ))}
        </ol>
        {shown.length < reading.claims.length && (
          <p class="row acts">
            <button type="button" disabled={page === 0} onClick={() => setPage(page - 1)}>
              {t.value.claim.prev}
            </button>
            <bdi dir="ltr" class="soft">
              {range(first + 1, first + shown.length)} / {number(reading.claims.length)}
            </bdi>
            <button type="button" disabled={first + PAGE >= reading.claims.length} onClick={() => setPage(page + 1)}>
              {t.value.claim.next}
            </button>
          </p>
        )}
      </section>
    </div>
  );
}

/** The card of the claim whose words are pointed at, without rendering any. */
function lightCards(hovered: Signal<Claim | null>): () => void {
  let lit: Element | null = null;
  return hovered.subscribe((claim) => {
    lit?.removeAttribute('data-hovered');
    lit = claim && document.querySelector(`.claim[data-claim="${CSS.escape(claim.id)}"]`);
    lit?.setAttribute('data-hovered', 'true');
  });
}

function Legend({ count }: { count: number }) {
  const m = t.value;
  const labels = {
    source: m.review.fields.source,
    cue: m.claim.says,
    actor: m.claim.actor,
    recipient: m.claim.recipient,
    figure: m.review.fields.figure,
    place: m.review.fields.place,
    time: m.claim.when,
  };
  return (
    <p class="legend">
      {FIELDS.map((field) => (
        <span key={field}>
          <span class={`letter ${field}`} aria-hidden="true">
            {m.claim.letters[field]}
          </span>
          {labels[field]}
        </span>
      ))}
      {count > 0 && (
        <span title={m.claim.unreadLong}>
          <span class="wave" aria-hidden="true" />
          {m.claim.unread} ({number(count)})
        </span>
      )}
    </p>
  );
}
