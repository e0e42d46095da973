/** What was read of a claim before a person corrected it, field by field, apart from what stands now. */
import type { Claim } from '../../src/claim/reading.ts';
import { days, t } from '../language.ts';
import { FigureList } from './figure-list.tsx';
import { visible } from './quoted.tsx';

export function AsRead({ claim, original }: { claim: Claim; original: Claim }) {
  const m = t.value;
  const names = (list: readonly { name: string }[]) => list.map(({ name }) => visible(name)).join(' › ') || m.none;
  const said = (one: Claim): Record<string, string> => ({
    [m.review.fields.type]: m.types[one.event.type],
    [m.review.fields.stance]: m.stances[one.stance],
    [m.review.fields.source]: one.attribution.length > 0 ? names(one.attribution) : m.claim.ownVoice,
    [m.review.fields.actor]: names(one.event.actor),
    [m.review.fields.recipient]: names(one.event.recipient),
    [m.review.fields.place]: names(one.event.places.filter(({ role }) => role === 'at')),
    [m.review.fields.time]: one.event.time ? days(one.event.time.begin, one.event.time.end) : m.unknown,
  });
  const now = said(claim);
  const changed = Object.entries(said(original)).filter(([field, words]) => now[field] !== words);
  const isRecounted = JSON.stringify(claim.event.figures) !== JSON.stringify(original.event.figures);
  return (
    <section class="as-read" data-test="as-read" aria-label={m.review.asRead}>
      <b>{m.review.asRead}</b>
      <dl class="fields">
        {changed.map(([field, words]) => (
          <>
            <dt>{field}</dt>
            <dd>
              <s>
                <bdi>{words}</bdi>
              </s>
            </dd>
          </>
        ))}
        {isRecounted && (
          <>
            <dt>{m.review.fields.figure}</dt>
            <dd>
              <s>{original.event.figures.length > 0 ? <FigureList figures={original.event.figures} /> : m.none}</s>
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}
