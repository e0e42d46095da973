/**
 * `node src/evaluate/chains.ts`: the chain of sources that is read at the words of every gold claim, whether or not a claim was made of them. Tells how well
 * attribution reads on its own. With `--errors` each wrong chain, with its sentence; held-aside reports only count.
 */
import { createEngine, type Engine } from '../engine/index.ts';
import { isHeldAside, percent, sets } from './evaluate.ts';
import type { GoldReport, Side } from './gold.ts';
import { sameChain } from './score.ts';

type Reading = { gold: Side; chain: string[]; stance: string; rule: string; sentence: string; matched: boolean };

/** Chain and stance of the frame that holds the first word of each gold trigger. */
function chainsAt(engine: Engine, report: GoldReport): Reading[] {
  const { worked } = engine.explain({ text: report.text, outlet: report.outlet, published: report.published });
  const { doc } = worked;
  const found: Reading[] = [];
  for (const gold of report.claims) {
    if (gold.optional || gold.trigger === null) continue;
    const at = gold.trigger.start;
    for (const { sentence, chunks, attributed } of worked.sentences) {
      const k = chunks.findIndex((c) => doc.tokens.start[c.start] <= at && at < doc.tokens.end[c.end - 1]);
      if (k < 0) continue;
      const telling = worked.tellings.find(
        (t) => t.sentence === sentence && t.h.start >= chunks[k].start && t.h.start < chunks[k].end,
      );
      const frame =
        telling !== undefined ? telling.frame : attributed.frameOf[k] >= 0 ? attributed.frames[attributed.frameOf[k]] : null;
      const span = doc.span(sentence.start, sentence.end);
      found.push({
        gold,
        chain: frame?.chain.map((s) => s.name) ?? [],
        stance: frame?.stance ?? 'asserted',
        rule: frame?.rule ?? 'attribution.own-voice',
        sentence: report.text.slice(span.start, span.end),
        matched: telling !== undefined,
      });
      break;
    }
  }
  return found;
}

if (import.meta.main) {
  process.stdout.on('error', () => process.exit(0));
  const engine = createEngine();
  const all = sets();
  const tell = process.argv.includes('--errors');
  for (const [name, reports] of Object.entries(all)) {
    if (name === 'shared, all') continue;
    let right = 0;
    let total = 0;
    for (const report of reports) {
      for (const { gold, chain, rule, sentence, matched } of chainsAt(engine, report)) {
        total++;
        if (sameChain(gold.chain, chain)) {
          right++;
          continue;
        }
        if (!tell || isHeldAside(report)) continue;
        const words = gold.trigger === null ? '' : report.text.slice(gold.trigger.start, gold.trigger.end);
        process.stdout.write(
          `${report.id} \u2068${words}\u2069${matched ? '' : ' (no claim)'} [${gold.chain.join(' <- ')}] read as [${chain.join(' <- ')}] ${rule}\n    \u2068${sentence.replace(/\s+/g, ' ')}\u2069\n`,
        );
      }
    }
    process.stdout.write(`${name.padEnd(24)} ${right}/${total} ${percent(right / (total || 1))}\n`);
  }
}
