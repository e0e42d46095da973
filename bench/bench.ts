/** `npm run bench`: words a second of the whole pipeline, as a ratio to the bare scan, and beside two peers in the same run. */
import { createEngine } from '../src/engine/index.ts';
import { ROOT } from '../src/evaluate/evaluate.ts';
import { corpus, sharedReports } from '../src/evaluate/gold.ts';
import { FormTable, scan } from '../src/text/scan.ts';

const started = performance.now();
const engine = createEngine();
const start = performance.now() - started;
const own = corpus(`${ROOT}corpus`);
const shared = sharedReports(`${ROOT}../shared/eval/dev`);
const reports = [...own, ...shared];
const words = (text: string): number => text.split(/\s+/).length;
const total = reports.reduce((sum, r) => sum + words(r.text), 0);

/** Words a second over rounds; the first round warms up. */
function rate(run: (text: string, published: string | null) => void, rounds: number): number {
  for (const r of reports) run(r.text, r.published);
  const from = performance.now();
  for (let n = 0; n < rounds; n++) for (const r of reports) run(r.text, r.published);
  return (rounds * total * 1000) / (performance.now() - from);
}

const table = new FormTable();
const scanRate = rate((text) => void scan(text, table), 20);
const readRate = rate((text, published) => void engine.read({ text, published }), 5);
const chrono = await import('chrono-node');
const arabic = (chrono as any).ar ?? null;
const chronoRate = arabic === null ? null : rate((text) => void arabic.parse(text), 1);
const times: number[] = [];
const long = reports
  .map((r) => r.text)
  .join('\n')
  .split(/\s+/);
for (let n = 0; n + 1000 < long.length; n += 250) {
  const text = long.slice(n, n + 1000).join(' ');
  const from = performance.now();
  engine.read({ text, published: '2020-01-01' });
  times.push(performance.now() - from);
}
times.sort((a, b) => a - b);
const line = (name: string, value: string): void => void process.stdout.write(`${name.padEnd(44)}${value}\n`);
line('start: lexicon, registries, gazetteer', `${start.toFixed(0)} ms`);
line('bare scan', `${Math.round(scanRate)} words/s`);
line('whole pipeline', `${Math.round(readRate)} words/s (${(readRate / scanRate).toFixed(4)} of the scan)`);
line(
  '1,000-word report, median / p99',
  `${times[times.length >> 1].toFixed(1)} / ${times[Math.min(times.length - 1, Math.floor(times.length * 0.99))].toFixed(1)} ms`,
);
if (chronoRate !== null)
  line('chrono-node ar (dates only)', `${Math.round(chronoRate)} words/s (${(readRate / chronoRate).toFixed(2)} x)`);
line('heap', `${Math.round(process.memoryUsage().heapUsed / 1e6)} MB`);
