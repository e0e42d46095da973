/**
 * `node bench/mixed.ts [COUNT] [KILLS]`: imports a folder of COUNT files of all kinds, a part of them broken, by the command line as a user would. Every file must
 * end as read or listed with a reason; reports a second by the clock, and the most memory that the process ever held. With KILLS the import is first killed
 * that often in the middle (SIGKILL) and started again; then nothing may be lost or doubled, and the ledger must prove itself. Files are removed.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { gzipSync } from 'node:zlib';
import { createEngine } from '../src/engine/index.ts';
import { zipOf } from '../src/formats/import/zip.fixture.ts';
import { madeReports } from './made-reports.ts';

type Made = { id: string; outlet: string; published: string; text: string };
type Kind = { end: string; isBroken?: boolean; make: (report: Made) => string | Uint8Array };

const paragraphs = ({ text }: Made): string[] => text.split('\n');
const html = (report: Made): string =>
  `<!doctype html><html lang="ar"><head><meta charset="utf-8"><title>${paragraphs(report)[0].slice(0, 60)}</title><meta property="article:published_time" content="${report.published}"><meta property="og:site_name" content="${report.outlet}"></head><body><nav><ul><li><a href="/">A</a></li></ul></nav><article><h1>${paragraphs(report)[0].slice(0, 60)}</h1>${paragraphs(
    report,
  )
    .map((one) => `<p>${one}</p>`)
    .join('')}</article><footer>B</footer></body></html>`;
const line = (report: Made): string => JSON.stringify(report);
const docx = (report: Made): Uint8Array =>
  zipOf([
    { name: '[Content_Types].xml', bytes: '<Types/>' },
    {
      name: 'word/document.xml',
      bytes: `<w:document xmlns:w="w"><w:body>${paragraphs(report)
        .map((one) => `<w:p><w:r><w:t>${one}</w:t></w:r></w:p>`)
        .join('')}</w:body></w:document>`,
    },
  ]);
const eml = (report: Made): string =>
  `From: desk@example.org\r\nSubject: x\r\nDate: ${new Date(`${report.published}T10:00:00Z`).toUTCString()}\r\nMessage-ID: <${report.id}@example.org>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(report.text).toString('base64')}\r\n`;
const rss = (report: Made): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>${report.outlet}</title><link>https://example.org</link><description>x</description><item><title>${paragraphs(report)[0].slice(0, 60)}</title><link>https://example.org/${report.id}</link><pubDate>${new Date(`${report.published}T10:00:00Z`).toUTCString()}</pubDate><description><![CDATA[<p>${report.text}</p>]]></description></item></channel></rss>`;
const csv = (report: Made): string =>
  `id,outlet,published,text\r\n${report.id},"${report.outlet}",${report.published},"${report.text}"\r\n`;

const KINDS: Kind[] = [
  { end: 'txt', make: ({ text }) => text },
  { end: 'html', make: html },
  {
    end: 'html',
    make: (report) =>
      html(report).replace('</article>', `</article>${'<aside><ul><li><a href="/x">C</a></li></ul></aside>'.repeat(200)}`),
  },
  { end: 'jsonl', make: line },
  { end: 'docx', make: docx },
  { end: 'eml', make: eml },
  { end: 'xml', make: rss },
  { end: 'csv', make: csv },
  { end: 'html.gz', make: (report) => gzipSync(html(report)) },
  { end: 'zip', make: (report) => zipOf([{ name: 'a.html', bytes: html(report) }]) },
  { end: 'docx', isBroken: true, make: (report) => docx(report).subarray(0, 300) },
  { end: 'html.gz', isBroken: true, make: (report) => gzipSync(html(report)).subarray(0, 200) },
  { end: 'jsonl', isBroken: true, make: (report) => line(report).slice(0, -20) },
  { end: 'png', isBroken: true, make: () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82]) },
  { end: 'txt', isBroken: true, make: () => '' },
];

const count = Number(process.argv[2] ?? 10_000);
const folder = mkdtempSync(join(tmpdir(), 'isnad-mixed-'));
const print = (name: string, value: string): void => void process.stdout.write(`${name.padEnd(46)}${value}\n`);

function write(): void {
  let n = 0;
  for (const { id, outlet, published, text } of madeReports(createEngine(), count)) {
    const kind = KINDS[n % KINDS.length];
    const part = join(folder, 'files', String(Math.floor(n / 1000)));
    mkdirSync(part, { recursive: true });
    const report = { id: id as string, outlet: outlet as string, published: published as string, text };
    writeFileSync(join(part, `${n}.${kind.end}`), kind.make(report));
    n += 1;
  }
}

/** The most memory a process held until now, MB; on systems without /proc it is unknown. */
function peakOf(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1000;
  } catch {
    return 0;
  }
}

const main = new URL('../src/cli/main.ts', import.meta.url).pathname;
const db = join(folder, 'mixed.db');
let peak = 0;

/** Runs a command; `during` may end it. */
async function run(args: string[], during: (child: ChildProcess) => Promise<void> = async () => {}): Promise<string> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main, ...args], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let out = '';
  child.stdout?.on('data', (piece) => (out += piece));
  const watch = setInterval(() => (peak = Math.max(peak, peakOf(child.pid as number))), 200);
  const ended = new Promise((resolve) => child.on('close', resolve));
  await Promise.all([ended, during(child)]);
  clearInterval(watch);
  return out;
}

const importing = ['import', join(folder, 'files'), '--db', db, '--json'];

function ask(sql: string): number {
  const database = new DatabaseSync(db, { readOnly: true });
  try {
    return Number(Object.values(database.prepare(sql).get() as object)[0]);
  } finally {
    database.close();
  }
}

/** Kills the import as soon as so many reports are in. */
async function killAt(reports: number): Promise<void> {
  await run(importing, async (child) => {
    while (child.exitCode === null && child.signalCode === null) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      try {
        if (ask('select count(*) from reports') >= reports) return void child.kill('SIGKILL');
      } catch {
        // there is no ledger yet, or it is being made
      }
    }
  });
}

async function importAll(kills: number): Promise<void> {
  const started = performance.now();
  const good = Math.floor((count * KINDS.filter((kind) => !kind.isBroken).length) / KINDS.length);
  for (let n = 1; n <= kills; n++) await killAt(Math.floor((good * n) / (kills + 1)));
  const result = JSON.parse(await run(importing));
  const seconds = (performance.now() - started) / 1000;
  const accounted = result.new + result.changed + result.held + result.failed + result.passed;
  print(
    `${count} mixed files`,
    `${result.new} new, ${result.held} held, ${result.failed} failed, ${result.passed} without reports`,
  );
  print('  failed by stage', JSON.stringify(result.stages));
  print('  read or listed with a reason', `${accounted} of ${count}`);
  print('  by the clock', `${seconds.toFixed(0)} s, ${(count / seconds).toFixed(0)} files/s`);
  print('  most memory', peak === 0 ? 'unknown on this system' : `${peak.toFixed(0)} MB`);
  if (kills === 0) return;
  const [reports, keys, held] = ['count(*) from reports', 'count(distinct key) from reports', 'count(*) from held'].map((what) =>
    ask(`select ${what}`),
  );
  print(
    `  killed ${kills} times`,
    `${reports} reports, ${keys} of different names, ${held} that hold; ${result.new + result.held} were read`,
  );
  print('  verify', (await run(['verify', '--db', db])).trim().split('\n')[0]);
}

try {
  write();
  await importAll(Number(process.argv[3] ?? 0));
} finally {
  if (!process.env.KEEP) rmSync(folder, { recursive: true });
  else print('kept', folder);
}
