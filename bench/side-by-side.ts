/**
 * `node bench/side-by-side.ts OTHER [PASSES]`: this version of the engine and the one in the checkout OTHER, in one process: every text is read by both, one right
 * after the other and in turns first, so that what else the machine does meets both alike. Prints words a second on texts read once after others have warmed the
 * compiler, and of the fastest reading of each text in some passes. Which code the compiler makes differs from one process to the next by some per cent: take
 * the mean of a few runs, with the two checkouts exchanged.
 */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../src/evaluate/evaluate.ts';
import { corpus, sharedReports } from '../src/evaluate/gold.ts';

type Text = { text: string; published: string | null };
type Engine = { read: (report: Text) => unknown };

const [other, passes = '8'] = process.argv.slice(2);
if (other === undefined || !existsSync(resolve(other, 'src/engine/index.ts'))) {
  process.stderr.write('give the folder of another checkout of this repository\n');
  process.exit(2);
}
const folders = [resolve(ROOT), resolve(other)];
const engines: Engine[] = [];
for (const folder of folders)
  engines.push((await import(pathToFileURL(resolve(folder, 'src/engine/index.ts')).href)).createEngine());

const incidents = `${ROOT}../shared/eval/dev/clusters.jsonl`;
const texts: Text[] = [...corpus(`${ROOT}corpus`), ...sharedReports(`${ROOT}../shared/eval/dev`)];
if (existsSync(incidents))
  for (const line of readFileSync(incidents, 'utf8').split('\n'))
    if (line !== '') for (const { text } of JSON.parse(line).texts) texts.push({ text, published: '2022-01-01' });
const others = texts.filter((_, n) => n % 4 !== 3);
const fresh = texts.filter((_, n) => n % 4 === 3);
const words = fresh.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
/** Passes over the other texts before anything is measured. */
const WARM = 7;

/** Milliseconds of each engine; `best` keeps the fastest reading of each text. */
function pass(list: readonly Text[], turn: number, best: number[][] = [[], []]): number[] {
  const took = [0, 0];
  list.forEach((text, n) => {
    const first = (n + turn) % 2;
    for (const e of [first, 1 - first]) {
      const from = performance.now();
      engines[e].read(text);
      const time = performance.now() - from;
      took[e] += time;
      best[e][n] = Math.min(best[e][n] ?? time, time);
    }
  });
  return took;
}

const line = (name: string, [mine, theirs]: readonly number[]): void => {
  const rate = (time: number): string => `${Math.round((words * 1000) / time)}`.padStart(9);
  process.stdout.write(`${name.padEnd(32)}${rate(mine)}${rate(theirs)}   ${(theirs / mine).toFixed(3)} x\n`);
};

for (let n = 0; n < WARM; n++) pass(others, n);
process.stdout.write(`${'words a second'.padEnd(32)}${'here'.padStart(9)}${'there'.padStart(9)}\n`);
line('texts read once', pass(fresh, 0));
const best: number[][] = [[], []];
for (let n = 0; n < Number(passes); n++) pass(fresh, n, best);
line(
  '  the fastest reading of each',
  best.map((times) => times.reduce((sum, time) => sum + time, 0)),
);
