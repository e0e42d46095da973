/** The receipt of one report: what was received, when, from where, by what its text was made, and where in the journal it is sealed. */
import { headOf, type Ledger, sha256 } from '../ledger/index.ts';
import { type Stamped, stampOver } from './timestamp-head.ts';

export type Receipt = {
  format: 'isnad.receipt/1';
  /** `of`: how many versions there are. */
  report: { id: string; version: number; of: number; outlet: string | null; published: string | null; url: string | null };
  /** `by`: what took it in, with its version. */
  received: {
    at: string;
    source: string | null;
    item: string | null;
    mediaType: string;
    bytes: number;
    sha256: string;
    by: string;
  };
  text: { sha256: string; letters: number };
  custody: { step: number; kind: string; tool: string; input: string | null; output: string; at: string }[];
  read: { engine: string; data: string } | null;
  journal: { entry: { seq: number; hash: string; at: string } | null; head: { seq: number; hash: string } };
  /** The first time-stamp of an authority (RFC 3161) on a head of the journal that covers the report; null: none was asked for yet. */
  stamp: Stamped | null;
  /** The hash computed again just now from the bytes that are kept. */
  intact: boolean;
};

/** `version`: one that was received earlier; the one that holds when left out. Null: there is none. */
export async function receiptOf(ledger: Ledger, key: string, version: number | null = null): Promise<Receipt | null> {
  const { read } = ledger;
  const versions = await read.selectFrom('reports').selectAll().where('key', '=', key).orderBy('version').execute();
  const row = version === null ? versions.at(-1) : versions.find((one) => one.version === version);
  if (row === undefined) return null;
  const bytes = row.bytes ?? Buffer.from(row.text, 'utf8');
  const outlet =
    row.outlet === null
      ? null
      : await read.selectFrom('names').select('text').where('id', '=', row.outlet).executeTakeFirstOrThrow();
  const custody = await read
    .selectFrom('custody')
    .select(['step', 'kind', 'tool', 'input', 'output', 'at'])
    .where('report', '=', row.id)
    .orderBy('step')
    .execute();
  const by = await read
    .selectFrom('readings')
    .innerJoin('runs', 'runs.id', 'readings.run')
    .select(['runs.engine', 'runs.data'])
    .where('readings.report', '=', row.id)
    .orderBy('readings.id', 'desc')
    .executeTakeFirst();
  const entry = await read
    .selectFrom('journal')
    .select(['seq', 'hash', 'at'])
    .where('kind', '=', 'reports')
    .where('first', '<=', row.id)
    .where('last', '>=', row.id)
    .executeTakeFirst();
  return {
    format: 'isnad.receipt/1',
    report: {
      id: key,
      version: row.version,
      of: versions.length,
      outlet: outlet?.text ?? null,
      published: row.published,
      url: row.url,
    },
    received: {
      at: row.retrieved,
      source: row.source,
      item: row.item,
      mediaType: row.media_type,
      bytes: bytes.length,
      sha256: row.sha256,
      by: (await read.selectFrom('runs').select('engine').where('id', '=', row.run).executeTakeFirstOrThrow()).engine,
    },
    text: { sha256: sha256(row.text), letters: row.text.length },
    custody,
    read: by ?? null,
    journal: { entry: entry ?? null, head: await headOf(read) },
    stamp: entry === undefined ? null : await stampOver(ledger, entry.seq),
    intact: sha256(bytes) === row.sha256,
  };
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const safe = (text: string): string => text.replace(/[&<>"]/gu, (letter) => ESCAPES[letter]);
const cell = (value: string | number | null): string =>
  value === null || value === '' ? '<i>unknown</i>' : `<bdi>${safe(String(value))}</bdi>`;

/** The receipt as a page that needs nothing beside it, for printing. */
export function receiptPage(receipt: Receipt): string {
  const { report, received, text, custody, read, journal, stamp, intact } = receipt;
  const rows: [string, string | number | null][] = [
    ['Report', report.id],
    ['Version', `${report.version} of ${report.of}`],
    ['Outlet', report.outlet],
    ['Published', report.published],
    ['Address', report.url],
    ['Received', received.at],
    ['Taken in by', received.by],
    ['From', received.source],
    ['Part', received.item],
    ['Kind', received.mediaType],
    ['Bytes', received.bytes],
    ['SHA-256 of the bytes', received.sha256],
    ['SHA-256 of the text', text.sha256],
    ['Read by', read && `${read.engine}, data ${read.data}`],
    ['Journal entry', journal.entry && `${journal.entry.seq} ${journal.entry.hash}`],
    ['Head of the journal', `${journal.head.seq} ${journal.head.hash}`],
    [
      'Time-stamp on a head that covers it',
      stamp && `${stamp.time} by ${stamp.server}, serial ${stamp.serial}, head ${stamp.seq}`,
    ],
    ['Kept bytes agree with the hash', intact ? 'yes' : 'NO'],
  ];
  const steps = custody.map(
    (one) =>
      `<tr><td>${one.step}</td><td>${cell(one.kind)}</td><td>${cell(one.tool)}</td><td>${cell(one.output)}</td><td>${cell(one.at)}</td></tr>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Receipt ${safe(report.id)}</title><style>body{font:14px/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}th,td{border:1px solid #999;padding:.3rem .5rem;text-align:start;vertical-align:top;overflow-wrap:anywhere}</style></head><body>
<h1>Receipt</h1><table>${rows.map(([name, value]) => `<tr><th>${name}</th><td>${cell(value)}</td></tr>`).join('')}</table>
<h2>From the bytes to the text</h2><table><tr><th>Step</th><th>What</th><th>By</th><th>Result</th><th>When</th></tr>${steps.join('')}</table>
<p>To check it: <code>isnad verify</code> proves the journal; the SHA-256 of the bytes is that of the file that was received.</p></body></html>\n`;
}
