/** `npm run rules`: every rule that fired on the gold reports, how often, and how often the claim or figure it helped to make was right. */
import type { Trace } from '../claim/trace.ts';
import { createEngine } from '../engine/index.ts';
import { isHeldAside, sets } from './evaluate.ts';
import { sidesOf } from './gold.ts';
import { newScore, scoreReport } from './score.ts';

type Row = { hits: number; right: number };

if (import.meta.main) {
  const engine = createEngine();
  const rows = new Map<string, Row>();
  const all = sets();
  for (const gold of [...all['our corpus'], ...all['ours, hard'], ...all['shared, all'].filter((r) => !isHeldAside(r))]) {
    const reading = engine.read({ text: gold.text, outlet: gold.outlet, published: gold.published });
    const score = newScore();
    scoreReport(score, gold, sidesOf(reading));
    const wrong = new Set(score.slips.filter((s) => s.kind !== 'missed').map((s) => /\u00AB(.*?)\u00BB/s.exec(s.what)?.[1]));
    for (const claim of reading.claims) {
      const right = !wrong.has(gold.text.slice(claim.event.trigger.start, claim.event.trigger.end));
      walk(claim.trace, (rule) => {
        const row = rows.get(rule) ?? { hits: 0, right: 0 };
        row.hits++;
        if (right) row.right++;
        rows.set(rule, row);
      });
    }
  }
  const words = [...rows].filter(([rule]) => rule.includes('.yml:'));
  process.stdout.write(`${'rule'.padEnd(52)}${'hits'.padStart(6)}${'right'.padStart(8)}\n`);
  for (const [rule, row] of [...rows].filter(([r]) => !r.includes('.yml:')).sort((a, b) => b[1].hits - a[1].hits)) {
    process.stdout.write(
      `${rule.padEnd(52)}${String(row.hits).padStart(6)}${`${Math.round((100 * row.right) / row.hits)} %`.padStart(8)}\n`,
    );
  }
  process.stdout.write(`\n${words.length} words of the lexicon took part; the worst of those with 4 hits or more:\n`);
  for (const [rule, row] of words
    .filter(([, r]) => r.hits >= 4)
    .sort((a, b) => a[1].right / a[1].hits - b[1].right / b[1].hits)
    .slice(0, 25)) {
    process.stdout.write(
      `${rule.padEnd(52)}${String(row.hits).padStart(6)}${`${Math.round((100 * row.right) / row.hits)} %`.padStart(8)}\n`,
    );
  }
}

function walk(trace: Trace, visit: (rule: string) => void): void {
  visit(trace.rule);
  for (const child of trace.children) walk(child, visit);
}
