/** One event: what its sources say together, how many under the chosen policy, where they contradict each other, who stands behind whom. */
import { useEffect, useMemo } from 'preact/hooks';
import type { Change } from '../../../src/claim/contradiction.ts';
import type { EventCountsPacked, EventDetail } from '../../../src/http/client.ts';
import { unpacked } from '../../../src/http/packed-counts.ts';
import { type Fault, inCase } from '../../api.ts';
import { day, days, digits, lang, number, t } from '../../language.ts';
import { useLoaded } from '../../loaded.ts';
import { CsvLink } from '../../parts/csv-link.tsx';
import { DecisionList } from '../../parts/decision-list.tsx';
import { FaultBox } from '../../parts/fault-box.tsx';
import { useFirst } from '../../parts/folded.tsx';
import { LazyMap } from '../../parts/lazy-map.tsx';
import { loadNames, named, nameOf, say } from '../../parts/names.ts';
import { Quoted } from '../../parts/quoted.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { addressOf, place } from '../../router.ts';
import { Align } from './align.tsx';
import { Chains } from './chains.tsx';
import { Counts } from './counts.tsx';
import { EventClaims } from './event-claims.tsx';
import { Matrix, Says } from './matrix.tsx';
import { RangeWords } from './range-words.tsx';
import { TimeBand } from './time-band.tsx';

export function EventScreen() {
  const { id, query } = place.value;
  const policy = query.get('policy');
  const path = id === null ? null : `/api/events/${encodeURIComponent(id)}`;
  const { value, fault, reload } = useLoaded<EventDetail>(path);
  // Only the counts change with the policy: the rest of the event stays as it is drawn.
  const isOther = value !== null && policy !== null && policy !== value.policy;
  const other = useLoaded<EventCountsPacked>(isOther ? `${path}/counts?packed=1&policy=${encodeURIComponent(policy)}` : null);
  useEffect(loadNames, []);
  void named.value;
  const again = () => {
    reload();
    other.reload();
  };
  const detail = useMemo(
    () => value && (isOther && other.value ? under(value, other.value) : value),
    [value, isOther, other.value],
  );
  const inWords = [lang.value, digits.value, named.value];
  const counts = useMemo(() => detail && <Counts detail={detail} />, [detail, ...inWords]);
  const rest = useMemo(() => value && <Rest detail={value} reload={again} />, [value, ...inWords]);
  const m = t.value.event;
  if (id === null)
    return (
      <p class="empty">
        <a href={addressOf('explore')}>{t.value.explore.title}</a>
      </p>
    );
  if (fault ?? other.fault) return <FaultBox fault={(fault ?? other.fault) as Fault} retry={again} />;
  if (!detail) return <Waiting />;
  const { event } = detail;
  return (
    <>
      <Headline detail={detail} />
      <div class="row acts event-acts">
        <CsvLink path={`/api/events/${event.code}?policy=${detail.policy}`} label={m.csv} test="csv" />
        <a class="button" href={inCase(`/api/events/${event.code}?policy=${detail.policy}`)} target="_blank" rel="noreferrer">
          {t.value.report.json}
        </a>
      </div>
      <div class="stack">
        {counts}
        {rest}
      </div>
    </>
  );
}

/** The event, counted under another policy. */
function under(detail: EventDetail, { policy, packed }: EventCountsPacked): EventDetail {
  return { ...detail, policy, event: { ...detail.event, counts: unpacked(packed) } };
}

/** Everything that no policy changes. */
function Rest({ detail, reload }: { detail: EventDetail; reload: () => void }) {
  const m = t.value.event;
  const { event, contradictions, changes, claims, claimCount, rejected, decisions, suggestions } = detail;
  const standing = claims.filter(({ review }) => review !== 'rejected');
  const path = `/api/events/${encodeURIComponent(event.code)}`;
  return (
    <>
      {contradictions && (
        <section class="card" aria-labelledby="matrix-title">
          <Head id="matrix-title" title={m.matrix} csv={`${path}/matrix`} />
          <Matrix contradictions={contradictions} origins={event.origins} />
        </section>
      )}
      <div class="halves">
        <section class="card" aria-labelledby="chains-title">
          <Head id="chains-title" title={m.chains} csv={`${path}/chains`} />
          <Chains event={event} claims={standing} />
        </section>
        <Where detail={detail} />
      </div>
      <TimeBand claims={standing} total={claimCount - rejected} />
      <Align code={event.code} suggestions={suggestions} onDone={reload} />
      <EventClaims code={event.code} claims={claims} total={claimCount} onDone={reload} />
      {changes.length > 0 && <Changes changes={changes} path={path} />}
      <DecisionList decisions={decisions} />
    </>
  );
}

function Headline({ detail: { event, claims } }: { detail: EventDetail }) {
  const m = t.value.event;
  const killed = event.counts.find(({ outcome, who }) => outcome === 'killed' && who === 'all');
  const { grade } = event.grade;
  return (
    <>
      <div class="head">
        <h1 class="event-title" data-test="headline">
          {t.value.types[event.type]}
          {event.place && (
            <>
              {t.value.comma} <Quoted>{event.place.name}</Quoted>
            </>
          )}
          {t.value.comma} {days(event.begin, event.end)}
        </h1>
        <code data-test="code">{event.code}</code>
      </div>
      <p class="lead event-lead">
        {killed && (
          <>
            {t.value.outcomes.killed}{' '}
            <b>
              <RangeWords count={killed} />
            </b>{' '}
            · {t.value.method.names[killed.policy] ?? killed.policy} ·{' '}
          </>
        )}
        {m.behind(number(event.origins.length), number(event.reports.length), number(event.claims.length))} ·{' '}
        <span
          class={grade === 'contested' ? 'chip warn' : 'chip'}
          title={[event.grade.rule, ...event.grade.because].map(say).join(' · ')}
        >
          {m.grade}: {m.grades[grade]}
        </span>{' '}
        {event.actors.length > 0 && (
          <>
            {m.named}{' '}
            {event.actors.map((actor) => (
              <span key={actor} class="chip">
                <bdi>{nameOf(actor, wordsFor(actor, claims) ?? actor)}</bdi>
              </span>
            ))}
          </>
        )}
      </p>
      {event.aliases.length > 0 && (
        <details class="soft">
          <summary>
            {m.formerly} ({number(event.aliases.length)})
          </summary>
          <code>{event.aliases.join(' ')}</code>
        </details>
      )}
    </>
  );
}

function wordsFor(actor: string, claims: EventDetail['claims']): string | null {
  return claims.flatMap((row) => row.actor).find((name) => name === actor) ?? null;
}

function Where({ detail: { event } }: { detail: EventDetail }) {
  const m = t.value.event;
  const { place: where } = event;
  return (
    <section class="card" aria-labelledby="map-title">
      <h2 id="map-title">{m.map}</h2>
      {where === null || where.lat === null || where.lon === null ? (
        <p class="soft">{where === null ? m.noPlace : <Quoted>{where.name}</Quoted>}</p>
      ) : (
        <>
          <LazyMap
            places={[
              {
                code: event.code,
                lat: where.lat,
                lon: where.lon,
                radiusKm: where.radiusKm,
                label: where.name,
                isContested: false,
              },
            ]}
          />
          <p>
            <Quoted>{where.name}</Quoted>{' '}
            <code>
              {where.lat.toFixed(3)}, {where.lon.toFixed(3)}
            </code>{' '}
            {where.radiusKm !== null && <span class="soft">{m.radius(number(where.radiusKm))}</span>}
          </p>
        </>
      )}
    </section>
  );
}

function Head({ id, title, csv }: { id: string; title: string; csv: string }) {
  return (
    <div class="head">
      <h2 id={id}>{title}</h2>
      <CsvLink path={csv} test={id.replace('title', 'csv')} />
    </div>
  );
}

/** How many changes are shown at first. */
const CHANGES = 20;

function Changes({ changes, path }: { changes: readonly Change[]; path: string }) {
  const m = t.value.event;
  const { shown, more } = useFirst([...changes].reverse(), CHANGES);
  return (
    <section class="card" aria-labelledby="history-title">
      <Head id="history-title" title={m.history} csv={`${path}/changes`} />
      <div class="scroll">
        <table data-test="changes">
          <thead>
            <tr>
              <th>{t.value.explore.when}</th>
              <th>{m.origin}</th>
              <th>{m.question}</th>
              <th>{m.was}</th>
              <th>{m.is}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((change) => (
              <tr key={`${change.report} ${change.origin} ${change.column}`}>
                <td class="when">{day(change.day)}</td>
                <td>
                  <a href={addressOf('report', change.report)}>
                    <Quoted>{nameOf(change.origin, change.origin.replace(/^(name|report|anonymous):/, ''))}</Quoted>
                  </a>
                </td>
                <td>{m.columns[change.column]}</td>
                <td>
                  {change.before.length > 0 && (
                    <s>
                      <Says column={change.column} says={change.before} />
                    </s>
                  )}
                </td>
                <td>
                  <Says column={change.column} says={change.after} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more}
    </section>
  );
}
