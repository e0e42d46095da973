/** The receipt of one report: what was received, when, from where, by what its text was made, and where in the journal it is sealed. */
import { bytesOf, headOf, type Ledger, reportByKey, sha256 } from '../ledger/index.ts';

export type Receipt = {
  format: 'isnad.receipt/1';
  report: { id: string; version: number; outlet: string | null; published: string | null; url: string | null };
  received: { at: string; source: string | null; item: string | null; mediaType: string; bytes: number; sha256: string };
  text: { sha256: string; letters: number };
  custody: { step: number; kind: string; tool: string; input: string | null; output: string; at: string }[];
  read: { engine: string; data: string };
  journal: { entry: { seq: number; hash: string; at: string } | null; head: { seq: number; hash: string } };
  /** Both hashes computed again just now from what is kept. */
  intact: boolean;
};

export async function receiptOf(ledger: Ledger, key: string): Promise<Receipt | null> {
  const page = await reportByKey(ledger.read, key);
  if (page === null) return null;
  const bytes = (await bytesOf(ledger.read, page.id)) ?? new Uint8Array();
  const entry = await ledger.read
    .selectFrom('journal')
    .select(['seq', 'hash', 'at'])
    .where('kind', '=', 'reports')
    .where('first', '<=', page.id)
    .where('last', '>=', page.id)
    .executeTakeFirst();
  const { key: id, version, outlet, published, url, retrieved, source, item, mediaType, text, engine, data } = page;
  return {
    format: 'isnad.receipt/1',
    report: { id, version, outlet, published, url },
    received: { at: retrieved, source, item, mediaType, bytes: bytes.length, sha256: page.sha256 },
    text: { sha256: sha256(text), letters: text.length },
    custody: page.custody,
    read: { engine, data },
    journal: { entry: entry ?? null, head: await headOf(ledger.read) },
    intact: sha256(bytes) === page.sha256,
  };
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const safe = (text: string): string => text.replace(/[&<>"]/gu, (letter) => ESCAPES[letter]);
const cell = (value: string | number | null): string =>
  value === null || value === '' ? '<i>unknown</i>' : `<bdi>${safe(String(value))}</bdi>`;

/** The receipt as a page that needs nothing beside it, for printing. */
export function receiptPage(receipt: Receipt): string {
  const { report, received, text, custody, read, journal, intact } = receipt;
  const rows: [string, string | number | null][] = [
    ['Report', report.id],
    ['Version', report.version],
    ['Outlet', report.outlet],
    ['Published', report.published],
    ['Address', report.url],
    ['Received', received.at],
    ['From', received.source],
    ['Part', received.item],
    ['Kind', received.mediaType],
    ['Bytes', received.bytes],
    ['SHA-256 of the bytes', received.sha256],
    ['SHA-256 of the text', text.sha256],
    ['Read by', `${read.engine}, data ${read.data}`],
    ['Journal entry', journal.entry && `${journal.entry.seq} ${journal.entry.hash}`],
    ['Head of the journal', `${journal.head.seq} ${journal.head.hash}`],
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
