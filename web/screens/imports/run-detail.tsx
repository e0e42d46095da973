/** One import afterwards and while it runs: how far each stage got, how fast it was, by what it was done, what failed and why, what was no report. */
import { useEffect } from 'preact/hooks';
import type { ImportDetail, ImportRow } from '../../../src/http/client.ts';
import { number, t } from '../../language.ts';
import { useLoaded } from '../../loaded.ts';
import { FaultBox } from '../../parts/fault-box.tsx';
import { Folded, useFirst } from '../../parts/folded.tsx';
import { Quoted } from '../../parts/quoted.tsx';
import { sayReason } from './say-reason.ts';

const STAGES = ['fetch', 'open', 'text', 'read', 'store'] as const;

/** `row`: as the list has it; the detail is asked for again when the list knows more. */
export function RunDetail({ id, row }: { id: string; row: ImportRow | undefined }) {
  const m = t.value.imports;
  const { value, fault, reload } = useLoaded<ImportDetail>(`/api/imports/${encodeURIComponent(id)}`);
  const mark = row && `${row.state} ${row.done} ${row.failed}`;
  useEffect(() => {
    if (mark !== undefined) reload();
  }, [mark]);
  useEffect(() => {
    if (value?.state !== 'running') return;
    const timer = setInterval(reload, 2000);
    return () => clearInterval(timer);
  }, [value?.state]);
  if (fault) return <FaultBox fault={fault} retry={reload} />;
  if (!value) return null;
  return (
    <section class="card stack" aria-label={m.details} data-test="run-detail">
      <div class="head">
        <h2>{m.details}</h2>
        <a class="button" href={`/api/imports/${encodeURIComponent(id)}?format=csv`} download>
          {m.failuresCsv}
        </a>
      </div>
      <Facts run={value} />
      <Stages run={value} />
      <Failures run={value} />
      {value.passedOver.length > 0 && (
        <Folded summary={m.passedOver(number(value.passed))}>{() => <Items items={value.passedOver} />}</Folded>
      )}
    </section>
  );
}

function Facts({ run }: { run: ImportDetail }) {
  const m = t.value.imports;
  const { pace, done, tool, kept, changed, held, failed, passed } = run;
  const facts: [string, string][] = [
    [m.done, number(done)],
    [m.kept, number(kept - changed)],
    [m.changed, number(changed)],
    [m.held, number(held)],
    [m.failed, number(failed)],
    [m.noReports, number(passed)],
    [m.took, m.seconds(number(pace.seconds))],
    [m.average, m.rate(number(pace.rate))],
  ];
  if (run.state === 'running') facts.push([m.lately, m.rate(number(pace.recent))]);
  return (
    <dl class="sums">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      <div>
        <dt>{m.by}</dt>
        <dd>
          <code>{tool}</code>
        </dd>
      </div>
    </dl>
  );
}

/** Each stage with the items that came to it and those that failed there. */
function Stages({ run }: { run: ImportDetail }) {
  const m = t.value.imports;
  const { stages, done, passed, held } = run;
  let left = done;
  const rows = STAGES.flatMap((stage) => {
    const came = left;
    left -= stages[stage];
    // what is no report ends when it was opened; what is held already is not read again
    if (stage === 'open') left -= passed;
    if (stage === 'text') left -= held;
    const isShown = stage !== 'fetch' || stages.fetch > 0;
    return isShown ? [{ stage, came: Math.max(0, came), failed: stages[stage] }] : [];
  });
  return (
    <div class="scroll">
      <table class="stages" data-test="stages">
        <thead>
          <tr>
            <th>{m.stage}</th>
            <th class="n">{m.came}</th>
            <th class="n">{m.failed}</th>
            <th>
              <span class="hidden">{m.came}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ stage, came, failed }) => (
            <tr key={stage} data-stage={stage}>
              <td>{m.stages[stage]}</td>
              <td class="n">{number(came)}</td>
              <td class={failed > 0 ? 'n warn' : 'n'}>{number(failed)}</td>
              <td>
                <meter min={0} max={Math.max(1, done)} value={came} aria-label={`${m.stages[stage]}: ${number(came)}`} />
              </td>
            </tr>
          ))}
          {stages.unknown > 0 && (
            <tr data-stage="unknown">
              <td>{m.stages.unknown}</td>
              <td class="n">–</td>
              <td class="n warn">{number(stages.unknown)}</td>
              <td />
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}

function Failures({ run }: { run: ImportDetail }) {
  const m = t.value.imports;
  if (run.failed === 0) return <p class="soft">{m.noFailures}</p>;
  return (
    <div>
      <h3>{m.failures}</h3>
      {run.reasons.length > 1 && (
        <ul data-test="reasons">
          {run.reasons.map(({ reason, n }) => (
            <li key={reason}>
              <b>{number(n)}</b> × {sayReason(reason)}
            </li>
          ))}
        </ul>
      )}
      <Items items={run.failures} />
      {run.failed > run.failures.length && <p class="soft">{m.restInCsv(number(run.failed - run.failures.length))}</p>}
    </div>
  );
}

type Told = { name: string; reason: string; stage?: string | null };

function Items({ items }: { items: readonly Told[] }) {
  const m = t.value.imports;
  const { shown, more } = useFirst(items, 200);
  return (
    <>
      <div class="scroll">
        <table data-test="items">
          <tbody>
            {shown.map(({ name, reason, stage }, n) => (
              <tr key={n}>
                <td>
                  <Quoted>{name}</Quoted>
                </td>
                {stage && (
                  <td>
                    <span class="chip">{m.stages[stage] ?? stage}</span>
                  </td>
                )}
                <td>{sayReason(reason)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more}
    </>
  );
}
