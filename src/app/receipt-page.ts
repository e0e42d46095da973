/** A receipt as a page that needs nothing beside it, for keeping and printing, in Arabic or English. */
import type { Receipt } from './receipt.ts';
import arabic from './receipt-page.ar.json' with { type: 'json' };

const english: typeof arabic = {
  title: 'Receipt',
  report: 'Report',
  version: 'Version',
  outlet: 'Outlet',
  published: 'Published',
  address: 'Address',
  received: 'Received',
  by: 'Taken in by',
  from: 'From',
  part: 'Part',
  kind: 'Kind',
  bytes: 'Bytes',
  bytesHash: 'SHA-256 of the bytes',
  textHash: 'SHA-256 of the text',
  readBy: 'Read by',
  entry: 'Journal entry',
  head: 'Head of the journal',
  stamp: 'Time-stamp on a head that covers it',
  intact: 'Kept bytes agree with the hash',
  yes: 'yes',
  no: 'NO',
  unknown: 'unknown',
  steps: 'From the bytes to the text',
  step: 'Step',
  what: 'What',
  with: 'By',
  result: 'Result',
  when: 'When',
  check: 'To check it: isnad verify proves the journal; the SHA-256 of the bytes is that of the file that was received.',
};

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const safe = (text: string): string => text.replace(/[&<>"]/gu, (letter) => ESCAPES[letter]);
const STYLE =
  'body{font:14px/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}th,td{border:1px solid #999;padding:.3rem .5rem;text-align:start;vertical-align:top;overflow-wrap:anywhere}';

export function receiptPage(receipt: Receipt, lang: 'ar' | 'en' = 'en'): string {
  const m = lang === 'ar' ? arabic : english;
  const cell = (value: string | number | null): string =>
    value === null || value === '' ? `<i>${m.unknown}</i>` : `<bdi>${safe(String(value))}</bdi>`;
  const { report, received, text, custody, read, journal, stamp, intact } = receipt;
  const rows: [string, string | number | null][] = [
    [m.report, report.id],
    [m.version, `${report.version} / ${report.of}`],
    [m.outlet, report.outlet],
    [m.published, report.published],
    [m.address, report.url],
    [m.received, received.at],
    [m.by, received.by],
    [m.from, received.source],
    [m.part, received.item],
    [m.kind, received.mediaType],
    [m.bytes, received.bytes],
    [m.bytesHash, received.sha256],
    [m.textHash, text.sha256],
    [m.readBy, read && `${read.engine}, ${read.data}`],
    [m.entry, journal.entry && `${journal.entry.seq} ${journal.entry.hash}`],
    [m.head, `${journal.head.seq} ${journal.head.hash}`],
    [m.stamp, stamp && `${stamp.time}, ${stamp.server}, ${stamp.serial}, ${stamp.seq} ${stamp.hash}`],
    [m.intact, intact ? m.yes : m.no],
  ];
  const steps = custody.map(
    (one) =>
      `<tr><td>${one.step}</td><td>${cell(one.kind)}</td><td>${cell(one.tool)}</td><td>${cell(one.output)}</td><td>${cell(one.at)}</td></tr>`,
  );
  const heads = [m.step, m.what, m.with, m.result, m.when].map((name) => `<th>${name}</th>`).join('');
  return `<!doctype html><html lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}"><head><meta charset="utf-8"><title>${m.title} ${safe(report.id)}</title><style>${STYLE}</style></head><body>
<h1>${m.title}</h1><table>${rows.map(([name, value]) => `<tr><th>${name}</th><td>${cell(value)}</td></tr>`).join('')}</table>
<h2>${m.steps}</h2><table><tr>${heads}</tr>${steps.join('')}</table>
<p>${m.check}</p></body></html>\n`;
}
