/** One kept report: its words, its claims, what people decided, and its receipt. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Claim, Reading } from '../../../src/claim/reading.ts';
import type { Span } from '../../../src/claim/span.ts';
import type { ReportDetail, Stray } from '../../../src/http/client.ts';
import { inCase } from '../../api.ts';
import { day, inDigits, number, t } from '../../language.ts';
import { useLoaded } from '../../loaded.ts';
import { AsRead } from '../../parts/as-read.tsx';
import { ClaimsBeside } from '../../parts/claims-beside.tsx';
import { CsvLink } from '../../parts/csv-link.tsx';
import { By, DecisionList } from '../../parts/decision-list.tsx';
import { FaultBox } from '../../parts/fault-box.tsx';
import { useKeys } from '../../parts/help-sheet.tsx';
import { loadNames } from '../../parts/names.ts';
import { Quoted, visible } from '../../parts/quoted.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { decide, reasonWith, sayKind } from '../../review.ts';
import { addressOf, place, setQuery } from '../../router.ts';
import { ClaimActs, type Mode, splitOff } from './claim-acts.tsx';
import { Copies, Versions } from './versions.tsx';

export function OneReport({ id }: { id: string }) {
  const path = `/api/reports/${encodeURIComponent(id)}`;
  const { value: report, fault, reload } = useLoaded<ReportDetail>(path);
  const [selected, setSelected] = useState<Span | null>(null);
  const [mode, setMode] = useState<Mode>(null);
  const [why, setWhy] = useState('');
  const chosen = place.value.query.get('claim');
  useEffect(loadNames, []);
  useEffect(() => {
    setMode(null);
    setWhy('');
  }, [chosen]);
  const done = () => {
    setWhy('');
    reload();
  };
  const target = chosen === null ? null : `${id}/${chosen}`;
  const event = chosen === null ? undefined : report?.events[chosen];
  const say = (kind: 'accept' | 'unsure') => () => {
    if (target) void decide({ kind, target, why }, done);
  };
  useKeys({
    a: say('accept'),
    u: say('unsure'),
    e: () => target && setMode('edit'),
    x: () => target && setMode('reject'),
    s: event && target ? () => void splitOff(event, target, why, done) : undefined,
    m: target ? () => setMode('join') : undefined,
    ...Object.fromEntries(
      t.value.review.reasons.map((reason, i) => [
        String(i + 1),
        mode === 'reject' && target
          ? () => {
              setMode(null);
              void decide({ kind: 'reject', target, why: reasonWith(reason, why) }, done);
            }
          : undefined,
      ]),
    ),
    Escape: () => (mode === null ? setQuery({ claim: null }) : setMode(null)),
  });
  const shown = useMemo(() => (report ? withRejected(report) : null), [report]);
  if (fault) return <FaultBox fault={fault} retry={reload} />;
  if (!report || !shown) return <Waiting />;
  const m = t.value.report;
  const { reading, originals } = report;
  const confirmed = Object.values(report.review).filter((state) => state === 'accepted' || state === 'edited').length;
  const isMarked = place.value.query.get('marks') !== '0';
  return (
    <>
      <div class="head">
        <h1 class="report-title">
          <Quoted>{report.headline}</Quoted>
        </h1>
        <div class="row acts">
          <button type="button" aria-pressed={!isMarked} onClick={() => setQuery({ marks: isMarked ? 0 : null })}>
            {isMarked ? m.hide : m.show}
          </button>
          <CsvLink path={path} label={m.csv} test="csv" />
          <a class="button" href={inCase(path)} target="_blank" rel="noreferrer">
            {m.json}
          </a>
        </div>
      </div>
      <p class="soft">
        {report.outlet && <Quoted>{report.outlet}</Quoted>} {report.published && `· ${day(report.published)} `}·{' '}
        {inDigits(t.value.claims(reading.claims.length))}
        {report.rejected.length > 0 && ` · ${inDigits(t.value.event.rejectedOut(report.rejected.length))}`} ·{' '}
        <span data-test="summary">
          {inDigits(m.summary(confirmed, reading.claims.filter(({ id }) => !report.review[id]).length))}
        </span>
      </p>
      <ClaimsBeside
        text={report.text}
        reading={shown}
        events={report.events}
        review={report.review}
        onSelect={setSelected}
        inside={(claim: Claim) => (
          <>
            {originals[claim.id] && <AsRead claim={claim} original={originals[claim.id]} />}
            <ClaimActs
              claim={claim}
              target={`${id}/${claim.id}`}
              event={report.events[claim.id]}
              text={report.text}
              selected={selected}
              mode={mode}
              why={why}
              onWhy={setWhy}
              onMode={setMode}
              onDone={done}
            />
            <DecisionList decisions={report.decisions.filter((decision) => decision.target === `${id}/${claim.id}`)} />
          </>
        )}
      />
      <Strays strays={report.strays} />
      <Versions id={id} />
      <Copies id={id} />
      <Receipt report={report} />
    </>
  );
}

/** Rejected claims keep their place in the list, marked as such. */
function withRejected({ reading, rejected }: ReportDetail): Reading {
  if (rejected.length === 0) return reading;
  const claims = [...reading.claims, ...rejected].sort(
    (a, b) => a.content.start - b.content.start || a.content.end - b.content.end,
  );
  return { ...reading, claims };
}

/** Decisions whose claim is gone, so that none is lost from sight. */
function Strays({ strays }: { strays: readonly Stray[] }) {
  if (strays.length === 0) return null;
  const m = t.value.report;
  return (
    <section class="card" aria-label={m.strays} data-test="strays">
      <h2>{m.strays}</h2>
      <p class="soft">{m.straysHow}</p>
      <ul class="decisions">
        {strays.map(({ id, kind, who, at, why, words }) => (
          <li key={id}>
            <b>{sayKind(kind)}</b> {words !== null && <Quoted>{words}</Quoted>} <By who={who} at={at} />{' '}
            {why && <bdi>{visible(why)}</bdi>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Receipt({ report }: { report: ReportDetail }) {
  const m = t.value.report;
  return (
    <details class="card receipt">
      <summary>{m.receipt}</summary>
      <p>
        <a class="button" href={addressOf('receipt', report.id)} data-test="receipt-link">
          {t.value.custody.whole}
        </a>
      </p>
      <dl class="fields">
        <dt>{m.sha256}</dt>
        <dd>
          <code>{report.reading.report.sha256}</code>
        </dd>
        <dt>{m.engine}</dt>
        <dd>
          <code>{report.reading.engine}</code>
        </dd>
        <dt>{m.received}</dt>
        <dd>
          <time class="code">{report.kept}</time>
        </dd>
        <dt>{m.length}</dt>
        <dd>{number(report.text.length)}</dd>
        <dt>{m.custody}</dt>
        <dd>
          <ol>
            {report.custody.map((step) => (
              <li key={step.step}>
                {m.custodyKinds[step.kind] ?? step.kind}:{' '}
                <code>
                  {step.tool} · {step.at} · {step.output.slice(0, 16)}…
                </code>
              </li>
            ))}
          </ol>
        </dd>
      </dl>
    </details>
  );
}
