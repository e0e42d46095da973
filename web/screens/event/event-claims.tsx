/** All claims of an event, each one click from its words; chosen ones can be split off into an event of their own, or another event joined by its code. */
import { useRef, useState } from 'preact/hooks';
import type { ClaimRow, Page } from '../../../src/http/client.ts';
import { ask, inCase } from '../../api.ts';
import { day, inDigits, number, t } from '../../language.ts';
import { ReviewChip } from '../../parts/claim-card.tsx';
import { CsvLink } from '../../parts/csv-link.tsx';
import { bounds } from '../../parts/figure-list.tsx';
import { useKeys } from '../../parts/help-sheet.tsx';
import { Quoted, visible } from '../../parts/quoted.tsx';
import { WhyField } from '../../parts/why-field.tsx';
import { decide } from '../../review.ts';
import { claimAddress } from '../../router.ts';
import { CODE } from '../report/join-form.tsx';

type Props = { code: string; claims: readonly ClaimRow[]; total: number; onDone: () => void };
const SHOWN = 60;

export function EventClaims({ code, claims, total, onDone }: Props) {
  const m = t.value.event;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [why, setWhy] = useState('');
  const [other, setOther] = useState('');
  const [isWhole, setWhole] = useState(false);
  // Those beyond the ones that come with the event, once asked for; they go when the event is loaded anew.
  const [more, setMore] = useState<{ after: readonly ClaimRow[]; rows: readonly ClaimRow[] }>({ after: claims, rows: [] });
  const rest = more.after === claims ? more.rows : [];
  const toggle = (key: string) => {
    const next = new Set(chosen);
    if (!next.delete(key)) next.add(key);
    setChosen(next);
  };
  const done = () => {
    setChosen(new Set());
    setWhy('');
    setOther('');
    onDone();
  };
  const canSplit = chosen.size > 0 && chosen.size < total - claims.filter(({ review }) => review === 'rejected').length;
  const shown = isWhole ? [...claims, ...rest] : claims.slice(0, SHOWN);
  const box = useRef<HTMLElement>(null);
  const split = () => {
    if (canSplit) void decide({ kind: 'split', target: code, why, payload: { claims: [...chosen] } }, done);
    else box.current?.querySelector<HTMLInputElement>('.tick-box')?.focus();
  };
  const canMerge = CODE.test(other.trim().toUpperCase()) && other.trim().toUpperCase() !== code;
  const merge = () => {
    if (canMerge) void decide({ kind: 'merge', target: code, with: other.trim().toUpperCase(), why }, done);
    else box.current?.querySelector<HTMLInputElement>('[data-test=other-code]')?.focus();
  };
  useKeys({ s: split, m: merge });
  const showMore = async () => {
    if (!isWhole) return setWhole(true);
    const start = claims.filter(({ review }) => review !== 'rejected').length + rest.length;
    const page = await ask<Page<ClaimRow>>(inCase(`/api/events/${encodeURIComponent(code)}/claims?limit=200&after=${start}`));
    setMore({ after: claims, rows: [...rest, ...page.items] });
  };
  return (
    <section ref={box} class="card" aria-labelledby="claims-title">
      <div class="head">
        <h2 id="claims-title">
          {m.claims} <span class="soft">({number(total)})</span>
        </h2>
        <CsvLink path={`/api/events/${encodeURIComponent(code)}/claims`} />
      </div>
      <div class="scroll">
        <table data-test="event-claims">
          <thead>
            <tr>
              <th>
                <span class="hidden">{m.split}</span>
              </th>
              <th>{t.value.claim.quote}</th>
              <th>{t.value.explore.facets.source}</th>
              <th>{m.columns['how-many']}</th>
              <th>{t.value.report.outlet}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={row.key} data-review={row.review ?? 'open'}>
                <td>
                  {row.review !== 'rejected' && (
                    <input
                      type="checkbox"
                      class="tick-box"
                      checked={chosen.has(row.key)}
                      aria-label={`${m.split}: ${visible(row.quote).slice(0, 80)}`}
                      onChange={() => toggle(row.key)}
                    />
                  )}
                </td>
                <td class="quote">
                  <a href={claimAddress(row.key)}>
                    <Quoted>{row.quote.length > 220 ? `${row.quote.slice(0, 220)}…` : row.quote}</Quoted>
                  </a>{' '}
                  {row.stance !== 'asserted' && <span class="chip warn">{t.value.stances[row.stance]}</span>}{' '}
                  {row.review && <ReviewChip state={row.review} />}
                </td>
                <td class="name">
                  <Quoted>{row.chain.length > 0 ? row.chain.join(' › ') : t.value.claim.ownVoice}</Quoted>
                </td>
                <td>
                  {row.figures.map((figure, i) => (
                    <a key={`${figure.span.start}-${i}`} class="figure" href={claimAddress(row.key)}>
                      {t.value.outcomes[figure.outcome]} <bdi dir="ltr">{bounds(figure)}</bdi>
                    </a>
                  ))}
                </td>
                <td class="name">
                  {row.outlet && <Quoted>{row.outlet}</Quoted>} {row.published && <span class="soft">{day(row.published)}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown.length < total && (
        <p class="soft">
          {m.shownClaims(number(shown.length), number(total))}{' '}
          <button type="button" data-test="more-claims" onClick={() => void showMore()}>
            {t.value.explore.more}
          </button>
        </p>
      )}
      <div class="row acts">
        <WhyField value={why} onInput={setWhy} />
        <button type="button" data-test="split" disabled={!canSplit} onClick={split}>
          {inDigits(m.splitOff(chosen.size))} <kbd>S</kbd>
        </button>
        <label>
          {m.otherCode}
          <input
            dir="ltr"
            maxLength={40}
            placeholder="ISN-"
            data-test="other-code"
            value={other}
            onInput={(event) => setOther(event.currentTarget.value)}
          />
        </label>
        <button type="button" data-test="merge" disabled={!canMerge} onClick={merge}>
          {m.merge} <kbd>M</kbd>
        </button>
      </div>
    </section>
  );
}
