/**
 * `npm run bench`: words a second of the whole pipeline on text it has not seen, as a ratio to the bare scan, and beside two peers in the same run.
 * The texts are the shared incidents and reports where they stand beside the repository (about 130,000 words), else our own corpus.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createEngine } from '../src/engine/index.ts';
import { ROOT } from '../src/evaluate/evaluate.ts';
import { corpus, sharedReports } from '../src/evaluate/gold.ts';
import { FormTable } from '../src/text/form-table.ts';
import { scan } from '../src/text/scan.ts';

type Text = { text: string; published: string | null };

const started = performance.now();
const engine = createEngine();
const start = performance.now() - started;
const warm: Text[] = corpus(`${ROOT}corpus`);
const incidents = `${ROOT}../shared/eval/dev/clusters.jsonl`;
const fresh: Text[] = sharedReports(`${ROOT}../shared/eval/dev`);
if (existsSync(incidents))
  for (const line of readFileSync(incidents, 'utf8').split('\n'))
    if (line !== '') for (const { text } of JSON.parse(line).texts) fresh.push({ text, published: '2022-01-01' });
const texts = fresh.length > 0 ? fresh : warm;
const words = (text: string): number => text.split(/\s+/).length;
const total = texts.reduce((sum, r) => sum + words(r.text), 0);

/** Words a second of one pass over the texts. */
function rate(run: (text: Text) => void, of: readonly Text[] = texts): number {
  const count = of === texts ? total : of.reduce((sum, r) => sum + words(r.text), 0);
  const from = performance.now();
  for (const text of of) run(text);
  return (count * 1000) / (performance.now() - from);
}

// the compiler needs some rounds of other text before its code is at full speed
for (let n = 0; n < 20; n++) for (const r of warm) engine.read(r);
const readRate = rate((r) => void engine.read(r));
const table = new FormTable();
const scanned = (r: Text): void => void scan(r.text, table);
rate(scanned);
const scanRate = rate(scanned);
const chrono: any = await import('chrono-node');
const chronoRate = chrono.ar === undefined ? null : rate((r) => void chrono.ar.parse(r.text), texts.slice(0, 200));
const english = ['README.md', 'CONTRIBUTING.md', 'docs/quality.md', 'docs/map.md'].map((f) => ({
  text: readFileSync(`${ROOT}${f}`, 'utf8'),
  published: null,
}));
const wink: any = (await import('wink-nlp')).default((await import('wink-eng-lite-web-model')).default);
rate((r) => void wink.readDoc(r.text), english);
const winkRate = rate((r) => void wink.readDoc(r.text), english);

const times: number[] = [];
const long = texts
  .map((r) => r.text)
  .join('\n')
  .split(/\s+/);
for (let n = 0; n + 1000 < long.length && times.length < 250; n += 500) {
  const text = long.slice(n, n + 1000).join(' ');
  const from = performance.now();
  engine.read({ text, published: '2020-01-01' });
  times.push(performance.now() - from);
}
times.sort((a, b) => a - b);
const line = (name: string, value: string): void => void process.stdout.write(`${name.padEnd(44)}${value}\n`);
line('texts', `${texts.length}, ${total} words, each read once`);
line('start: lexicon, registries, gazetteer', `${start.toFixed(0)} ms`);
line('bare scan', `${Math.round(scanRate)} words/s`);
line('whole pipeline', `${Math.round(readRate)} words/s (${(readRate / scanRate).toFixed(4)} of the scan)`);
if (times.length > 0)
  line(
    '1,000-word report, median / p99',
    `${times[times.length >> 1].toFixed(1)} / ${times[Math.min(times.length - 1, Math.floor(times.length * 0.99))].toFixed(1)} ms`,
  );
if (chronoRate !== null)
  line('chrono-node ar (dates only)', `${Math.round(chronoRate)} words/s (pipeline ${(readRate / chronoRate).toFixed(2)} x)`);
line(
  'wink-nlp (English, tokens to entities)',
  `${Math.round(winkRate)} words/s (pipeline ${(readRate / winkRate).toFixed(2)} x)`,
);
line('heap', `${Math.round(process.memoryUsage().heapUsed / 1e6)} MB`);
