/** `npm run try -- '{say} {outlet} {that}'`: where a pattern of word classes matches in the reports, with context. */
import { createEngine } from '../engine/index.ts';
import { compileRules, tryRule } from '../rules/match.ts';
import { rule } from '../rules/rule.ts';
import { isHeldAside, sets } from './evaluate.ts';

const CONTEXT = 50;

if (import.meta.main) {
  const pattern = process.argv[2];
  if (pattern === undefined) {
    process.stderr.write("give a pattern of word classes, for example '{say} {outlet} {that}'\n");
    process.exit(2);
  }
  const tried = compileRules([rule('try', 'try', pattern as '{x}', () => true)]).rules[0];
  const engine = createEngine();
  const all = sets();
  let hits = 0;
  for (const gold of [...all['our corpus'], ...all['ours, hard'], ...all['shared, all'].filter((r) => !isHeldAside(r))]) {
    const { doc } = engine.explain({ text: gold.text, outlet: gold.outlet, published: gold.published }).worked;
    for (let i = 0; i < doc.length; i++) {
      const node = tryRule(doc, tried, i);
      if (node === null) continue;
      const span = doc.span(node.start, node.end);
      const left = gold.text.slice(Math.max(0, span.start - CONTEXT), span.start);
      const right = gold.text.slice(span.end, span.end + CONTEXT);
      process.stdout.write(
        `${gold.id.padEnd(10)} \u2068${`${left}[${gold.text.slice(span.start, span.end)}]${right}`.replace(/\s+/g, ' ')}\u2069\n`,
      );
      hits++;
      i = node.end - 1;
    }
  }
  process.stdout.write(`${hits} hits\n`);
}
