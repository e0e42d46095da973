/**
 * `npm run evaluate`: precision, recall and F1 per dimension, on our own corpus and, where it stands beside the repository, on the shared development reports.
 *   -- --baseline        writes evaluation/baseline.json, the ratchet that the tests hold
 *   -- --json            the scores as JSON
 *   -- --markdown        the table of docs/quality.md
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createEngine, type Engine } from '../engine/index.ts';
import { corpus, type GoldReport, sharedReports, sidesOf } from './gold.ts';
import { DIMENSIONS, f1, newScore, type Score, scoreReport } from './score.ts';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const SHARED = `${ROOT}../shared/eval/dev`;

export function scoreAll(engine: Engine, reports: readonly GoldReport[]): Score {
  const score = newScore();
  for (const gold of reports)
    scoreReport(score, gold, sidesOf(engine.read({ text: gold.text, outlet: gold.outlet, published: gold.published })));
  return score;
}

/** Every third shared report, and every third of `corpus-hard`, is held aside: never read while tuning, so that its score can be trusted. */
export const isHeldAside = (report: GoldReport): boolean => {
  const n = /(\d+)$/.exec(report.id);
  return n !== null && Number(n[1]) % 3 === 0;
};

export function sets(): Record<string, GoldReport[]> {
  const shared = sharedReports(SHARED);
  const hard = corpus(`${ROOT}corpus-hard`);
  return {
    'our corpus': corpus(`${ROOT}corpus`),
    'ours, hard': hard.filter((r) => !isHeldAside(r)),
    'ours, hard, held aside': hard.filter(isHeldAside),
    seed: shared.filter((r) => r.id === 'seed'),
    'shared, tuned on': shared.filter((r) => !isHeldAside(r)),
    'shared, held aside': shared.filter(isHeldAside),
    'shared, all': shared,
  };
}

export const percent = (value: number): string => (100 * value).toFixed(1);

function table(score: Score): string {
  const rows = [`${'dimension'.padEnd(24)}${'P'.padStart(7)}${'R'.padStart(7)}${'F1'.padStart(7)}${'gold'.padStart(7)}`];
  for (const dimension of DIMENSIONS) {
    const tally = score.tallies.get(dimension);
    if (tally === undefined) continue;
    const { p, r, f } = f1(tally);
    rows.push(
      `${dimension.padEnd(24)}${[p, r, f].map((v) => percent(v).padStart(7)).join('')}${String(tally.tp + tally.fn).padStart(7)}`,
    );
  }
  return rows.join('\n');
}

/** A row a dimension, a column a set: F1 (precision / recall). */
function markdown(scores: ReadonlyMap<string, Score>): string {
  const names = [...scores.keys()];
  const cell = (score: Score, dimension: string): string => {
    const tally = score.tallies.get(dimension);
    if (tally === undefined) return '';
    const { p, r, f } = f1(tally);
    return `${percent(f)} (${percent(p)} / ${percent(r)})`;
  };
  return [
    `| dimension | ${names.join(' | ')} |`,
    `|---|${names.map(() => '---|').join('')}`,
    ...DIMENSIONS.map((d) => `| ${d} | ${names.map((n) => cell(scores.get(n)!, d)).join(' | ')} |`),
  ].join('\n');
}

if (import.meta.main) {
  const engine = createEngine();
  const result: Record<string, Record<string, number>> = {};
  const scores = new Map<string, Score>();
  const quiet = process.argv.includes('--json') || process.argv.includes('--markdown');
  for (const [name, reports] of Object.entries(sets())) {
    if (reports.length === 0) {
      process.stdout.write(`\n${name}: not here, skipped\n`);
      continue;
    }
    const score = scoreAll(engine, reports);
    scores.set(`${name} (${reports.length})`, score);
    result[name] = Object.fromEntries(
      DIMENSIONS.filter((d) => score.tallies.has(d)).map((d) => [d, Number(percent(f1(score.tallies.get(d)).f))]),
    );
    if (!quiet) process.stdout.write(`\n${name}: ${reports.length} reports\n${table(score)}\n`);
  }
  if (process.argv.includes('--markdown')) process.stdout.write(`${markdown(scores)}\n`);
  if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  if (process.argv.includes('--baseline')) {
    mkdirSync(`${ROOT}evaluation`, { recursive: true });
    writeFileSync(`${ROOT}evaluation/baseline.json`, `${JSON.stringify({ 'our corpus': result['our corpus'] }, null, 2)}\n`);
    process.stdout.write('evaluation/baseline.json written\n');
  }
}
