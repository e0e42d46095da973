/**
 * `npm run bench`: words a second of the whole pipeline on text it has not seen, as a ratio to the bare scan, and beside two peers in the same run.
 * The texts are the shared incidents and reports where they stand beside the repository (about 130,000 words), else our own corpus. Times are by the
 * clock, so run it on a quiet machine. What the compiler has not seen yet runs several times slower, so five eighths of the texts
 * warm it up, pass after pass until two bring no more, and the others are measured, every text once: a quarter one by one, an eighth side by side; the first pass is printed too. Every text that was
 * not seen before still takes some ways through the code that nothing took, and at each the compiler gives up what it had made of a function: what is measured
 * is a mixture of reading and compiling. So the same texts are read on until that has settled, as it does in a long run.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine } from '../src/engine/index.ts';
import { keepShortLived } from '../src/engine/short-lived.ts';
import { ROOT } from '../src/evaluate/evaluate.ts';
import { corpus, sharedReports } from '../src/evaluate/gold.ts';
import { FormTable } from '../src/text/form-table.ts';
import { scan } from '../src/text/scan.ts';

type Text = { text: string; published: string | null };

keepShortLived();
const engine = createEngine();
const own: Text[] = corpus(`${ROOT}corpus`);
const incidents = `${ROOT}../shared/eval/dev/clusters.jsonl`;
const shared: Text[] = sharedReports(`${ROOT}../shared/eval/dev`);
if (existsSync(incidents))
  for (const line of readFileSync(incidents, 'utf8').split('\n'))
    if (line !== '') for (const { text } of JSON.parse(line).texts) shared.push({ text, published: '2022-01-01' });
const texts = shared.length > 0 ? shared : own;
/** Of eight texts two are measured, one by one, and one together with others. */
const others = texts.filter((_, n) => n % 4 !== 3 && n % 8 !== 1);
const fresh = texts.filter((_, n) => n % 4 === 3);
const company = texts.filter((_, n) => n % 8 === 1);
/** A pass is faster than those before when it is so by this factor; passes at most. */
const FASTER = 1.02;
const MOST_PASSES = 14;

const wordsOf = (list: readonly Text[]): number => list.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);

/** The clock, in milliseconds: some systems count the processor time of a thread in steps of several milliseconds, too coarse for one report. Run it on a quiet machine. */
const clock = (): number => performance.now();

/** Words a second of one pass over the texts. */
function rate(run: (text: Text) => void, of: readonly Text[] = fresh): number {
  const from = clock();
  for (const text of of) run(text);
  return (wordsOf(of) * 1000) / (clock() - from);
}

const read = (r: Text): void => void engine.read(r);
/** Words a second of texts read side by side, as imports and `read --reports` do. */
function rateTogether(of: readonly Text[]): number {
  const from = clock();
  for (const _ of engine.readMany(of));
  return (wordsOf(of) * 1000) / (clock() - from);
}
for (let n = 0; n < 20; n++) for (const r of own) read(r);
const firstRate = rate(read, others);
const { passes } = settled(read, others);
const readRate = rate(read);
const togetherRate = rateTogether(company);
const settledRate = settled(read, fresh).best;
const settledTogether = Math.max(...Array.from({ length: 6 }, () => rateTogether(fresh)));
const times = longReports();
const table = new FormTable(100_000);
const scanned = (r: Text): void => void scan(r.text, table);
rate(scanned, others);
const scanRate = rate(scanned);
const chrono: any = await import('chrono-node');
const chronoRate = chrono.ar === undefined ? null : rate((r) => void chrono.ar.parse(r.text));
const english = ['README.md', 'CONTRIBUTING.md', 'docs/quality.md', 'docs/map.md'].map((f) => ({
  text: readFileSync(`${ROOT}${f}`, 'utf8'),
  published: null,
}));
const wink: any = (await import('wink-nlp')).default((await import('wink-eng-lite-web-model')).default);
rate((r) => void wink.readDoc(r.text), english);
const winkRate = rate((r) => void wink.readDoc(r.text), english);

const line = (name: string, value: string): void => void process.stdout.write(`${name.padEnd(50)}${value}\n`);
line('texts', `${texts.length}, ${wordsOf(texts)} words; ${fresh.length} of them, ${wordsOf(fresh)} words, measured`);
const starts = startTimes();
line(
  'start: code, words, registries, gazetteer',
  `${starts.first.toFixed(0)} ms the first time, then ${starts.later.toFixed(0)} ms`,
);
line('bare scan', `${Math.round(scanRate)} words/s`);
line('whole pipeline, unseen texts', `${Math.round(readRate)} words/s (${(readRate / scanRate).toFixed(4)} of the scan)`);
line('  the same texts, once the compiler has settled', `${Math.round(settledRate)} words/s`);
line('  unseen texts, many side by side', `${Math.round(togetherRate)} words/s`);
line('  the same, once the compiler has settled', `${Math.round(settledTogether)} words/s`);
line('  other texts, while the compiler warms up', `${Math.round(firstRate)} words/s; warm after ${1 + passes} passes`);
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

/** Passes over the texts until two bring no more: words a second of the best, and how many they were. */
function settled(run: (text: Text) => void, of: readonly Text[]): { best: number; passes: number } {
  let best = 0;
  let passes = 0;
  for (let idle = 0; idle < 2 && passes < MOST_PASSES; passes++) {
    const now = rate(run, of);
    idle = now > best * FASTER ? 0 : idle + 1;
    best = Math.max(best, now);
  }
  return { best, passes };
}

/** Milliseconds of up to 250 reports of 1,000 words each, cut out of the texts; read before the peers run, whose code and memory would be measured with it. */
function longReports(): number[] {
  const times: number[] = [];
  const long = texts
    .map((r) => r.text)
    .join('\n')
    .split(/\s+/);
  for (let n = 0; n + 1000 < long.length && times.length < 250; n += 500) {
    const text = long.slice(n, n + 1000).join(' ');
    const from = clock();
    read({ text, published: '2020-01-01' });
    times.push(clock() - from);
  }
  return times.sort((a, b) => a - b);
}

/** Processor time of loading the code and building an engine in a process of its own: with nothing kept from before, and the best of three later starts. */
function startTimes(): { first: number; later: number } {
  const folder = mkdtempSync(join(tmpdir(), 'isnad-start-'));
  const code = `const { user, system } = process.threadCpuUsage();
    const { createEngine } = await import(${JSON.stringify(new URL('../src/engine/index.ts', import.meta.url).href)});
    createEngine();
    const end = process.threadCpuUsage();
    process.stdout.write(String((end.user - user + end.system - system) / 1000));`;
  const env = { ...process.env, ISNAD_CACHE: folder, NODE_COMPILE_CACHE: join(folder, 'code') };
  const once = (): number =>
    Number(spawnSync(process.execPath, ['--input-type=module', '-e', code], { env, encoding: 'utf8' }).stdout);
  try {
    const first = once();
    return { first, later: Math.min(once(), once(), once()) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
