/** The receipt of a report, for reading and printing: what was received, when and from where, how its text was made, where it is sealed. */
import { type ComponentChildren, Fragment } from 'preact';
import type { Receipt } from '../../../src/http/client.ts';
import { lang, number, t } from '../../language.ts';
import { useLoaded } from '../../loaded.ts';
import { FaultBox } from '../../parts/fault-box.tsx';
import { Quoted } from '../../parts/quoted.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { addressOf, place } from '../../router.ts';

export function ReceiptScreen() {
  const m = t.value.custody;
  const { id, query } = place.value;
  const version = query.get('version');
  const of = version === null ? '' : `version=${encodeURIComponent(version)}`;
  const base = `/api/reports/${encodeURIComponent(id ?? '')}`;
  const { value: receipt, fault, reload } = useLoaded<Receipt>(id === null ? null : `${base}/receipt?${of}`);
  if (id === null) return <p class="empty">{m.whichReport}</p>;
  if (fault) return <FaultBox fault={fault} retry={reload} />;
  if (!receipt) return <Waiting />;
  return (
    <div data-test="receipt" class="stack">
      <div class="head">
        <h1>{m.receiptOf}</h1>
        <div class="row acts">
          <a class="button" href={addressOf('report', id)}>
            {m.toReport}
          </a>
          <button type="button" onClick={() => print()}>
            {m.print}
          </button>
          <a class="button" href={`${base}/receipt?${of}`} target="_blank" rel="noreferrer">
            {t.value.report.json}
          </a>
          <a class="button" href={`${base}/receipt?format=html&lang=${lang.value}&${of}`} download>
            {m.page}
          </a>
          <a class="button" href={`${base}/bytes?${of}`} download data-test="bytes">
            {m.bytes}
          </a>
        </div>
      </div>
      <Facts receipt={receipt} />
      <Steps receipt={receipt} />
      <p class="soft">{m.howToCheck}</p>
    </div>
  );
}

function Facts({ receipt }: { receipt: Receipt }) {
  const m = t.value.custody;
  const { report, received, text, read, journal, stamp, intact } = receipt;
  const said = (value: string | null): ComponentChildren =>
    value === null || value === '' ? <i class="soft">{t.value.unknown}</i> : <Quoted>{value}</Quoted>;
  const code = (value: string | null): ComponentChildren => (value === null ? said(null) : <code>{value}</code>);
  const rows: [string, ComponentChildren][] = [
    [m.report, code(report.id)],
    [m.versionOf, `${number(report.version)} / ${number(report.of)}`],
    [t.value.report.outlet, said(report.outlet)],
    [t.value.report.day, code(report.published)],
    [m.address, code(report.url)],
    [m.received, <time class="code">{received.at}</time>],
    [m.takenInBy, code(received.by)],
    [m.from, code(received.source)],
    [m.part, said(received.item)],
    [m.kind, code(received.mediaType)],
    [m.size, number(received.bytes)],
    [m.bytesHash, code(received.sha256)],
    [m.textHash, code(text.sha256)],
    [t.value.report.engine, code(read && `${read.engine} · ${read.data}`)],
    [m.entry, code(journal.entry && `${journal.entry.seq} · ${journal.entry.hash}`)],
    [m.head, code(`${journal.head.seq} · ${journal.head.hash}`)],
    [m.stamp, stamp === null ? m.noStamp : code(`${stamp.time} · ${stamp.server} · ${stamp.serial}`)],
    [m.intact, <b class={intact ? '' : 'warn'}>{intact ? m.isIntact : m.isAltered}</b>],
  ];
  return (
    <section class="card" aria-label={m.receiptOf}>
      <dl class="fields">
        {rows.map(([name, value]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
      </dl>
    </section>
  );
}

function Steps({ receipt }: { receipt: Receipt }) {
  const m = t.value.custody;
  return (
    <section class="card" aria-label={m.steps}>
      <h2>{m.steps}</h2>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th class="n">{m.step}</th>
              <th>{m.what}</th>
              <th>{m.by}</th>
              <th>{m.result}</th>
              <th>{m.when}</th>
            </tr>
          </thead>
          <tbody>
            {receipt.custody.map(({ step, kind, tool, output, at }) => (
              <tr key={step}>
                <td class="n">{number(step)}</td>
                <td>
                  <span title={kind}>{t.value.report.custodyKinds[kind] ?? <code>{kind}</code>}</span>
                </td>
                <td>
                  <Quoted>{tool}</Quoted>
                </td>
                <td>
                  <code>{output}</code>
                </td>
                <td>
                  <time class="code">{at}</time>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
