/**
 * `npm run neutral [-- NAME]`: swaps the names of parties in every report (pairs in `evaluation/swaps.txt`) and counts the claims that are read otherwise. Each is a place
 * where the reading hangs on who the parties are, or where the swap made no Arabic of it; with a name of a swap they are printed, but for the reports held aside.
 */
import { readFileSync } from 'node:fs';
import type { Claim } from '../claim/reading.ts';
import { createEngine } from '../engine/index.ts';
import { isHeldAside, ROOT, SHARED } from './evaluate.ts';
import { corpus, type GoldReport, sharedReports } from './gold.ts';

type Swap = { title: string; of: ReadonlyMap<string, string> };

/** Clitics a name may have before it: and, so, with, like, for. */
const CLITICS = '\u0648\u0641\u0628\u0643\u0644';
const WORD = /([\u0621-\u064A\u064B-\u0652]+)/;
const LONG = 3;

const swaps: Swap[] = readFileSync(`${ROOT}evaluation/swaps.txt`, 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [title, pairs] = line.split(': ');
    const of = new Map<string, string>();
    for (const pair of pairs.split(', ')) {
      const [a, b] = pair.split(' = ');
      if (!of.has(a)) of.set(a, b);
      if (!of.has(b)) of.set(b, a);
    }
    return { title, of };
  });

/** The text with each name in the other's place, and its clitic kept. */
function swapped(text: string, { of }: Swap): string {
  return text
    .split(WORD)
    .map((word) => {
      const rest = word.slice(1);
      const clitic = !of.has(word) && CLITICS.includes(word[0] ?? ' ') && rest.length > LONG && of.has(rest);
      return clitic ? word[0] + of.get(rest) : (of.get(word) ?? word);
    })
    .join('');
}

function told({ event, stance, reality, attribution }: Claim): string {
  const list = (mentions: readonly { name: string }[]): string => mentions.map(({ name }) => name).join(' + ');
  const figures = event.figures
    .map((f) => `${f.outcome} ${f.low}..${f.high ?? ''} ${f.who} ${f.partOf ?? ''}${f.scope}`)
    .join(', ');
  const parties = `${list(event.actor)} > ${list(event.recipient)}`;
  return `${event.type} ${stance} ${reality} [${list(attribution)}] ${parties} @ ${list(event.places)} ${event.time?.value ?? ''} # ${figures}`;
}

/** What is in one list and not in the other, as often as it stands there. */
function missing(from: readonly string[], other: readonly string[]): string[] {
  const left = [...other];
  return from.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

const wanted = process.argv[2];
const engine = createEngine();
const texts: GoldReport[] = [...corpus(`${ROOT}corpus`), ...sharedReports(SHARED)];
process.stdout.write(`${texts.length} reports\n`);
for (const swap of swaps) {
  if (wanted !== undefined && !swap.title.includes(wanted)) continue;
  let reports = 0;
  let claims = 0;
  let differ = 0;
  for (const report of texts) {
    const text = swapped(report.text, swap);
    if (text === report.text) continue;
    const before = engine.read(report).claims.map((claim) => swapped(told(claim), swap));
    const after = engine.read({ ...report, text }).claims.map(told);
    const lost = missing(before, after);
    const gained = missing(after, before);
    reports++;
    claims += before.length;
    differ += Math.max(lost.length, gained.length);
    if (wanted === undefined || lost.length + gained.length === 0 || isHeldAside(report)) continue;
    process.stdout.write(`${report.id}\n${[...lost.map((l) => `  - ${l}`), ...gained.map((l) => `  + ${l}`)].join('\n')}\n`);
  }
  if (reports > 0)
    process.stdout.write(
      `${swap.title.padEnd(28)}${differ} of ${claims} claims in ${reports} reports (${((100 * differ) / claims).toFixed(1)} %)\n`,
    );
}
