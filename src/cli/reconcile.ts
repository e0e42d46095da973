/** `isnad reconcile FILE.jsonl`: reads the reports of a file, lines them up into events and prints the counts. Keeps nothing. */
import { parseArgs } from 'node:util';
import { type LineCase, type ReconciledCase, reconcileLines } from '../app/reconcile-lines.ts';
import { createEngine } from '../engine/index.ts';
import { DEFAULT_POLICY, POLICIES, type PolicyName, policyNamed } from '../reconcile/index.ts';
import { type Command, type Io, UsageError } from './command.ts';
import { decodeReport } from './decode.ts';
import { printEvents } from './print-events.ts';
import { readBytes } from './read.ts';
import { reportLines } from './report-lines.ts';

export const command: Command = {
  summary: 'line up the reports of a file into events and count (keeps nothing)',
  usage: [
    'isnad reconcile FILE.jsonl|-  [--by case] [--policy NAME] [--format text|jsonl] [--lang ar|en]',
    '',
    '  FILE.jsonl      lines {"id","outlet","published","text"}, or {"case","date","texts":[...]} for a whole case a line',
    '  --by FIELD      the field that says which case a report belongs to; each case is reconciled by itself, its reports',
    '                  taken as gathered for one incident; without it all reports of the file are one collection',
    `  --policy NAME   how figures are counted: ${Object.keys(POLICIES).join(', ')}; default ${DEFAULT_POLICY}`,
    '  --format        text (for people) or jsonl (one line a case); default text',
    '  --lang          language of the text format; default en',
  ].join('\n'),
  run,
};

async function run(args: string[], io: Io): Promise<number> {
  const { values, positionals } = parse(args);
  const format = values.format ?? 'text';
  if (format !== 'text' && format !== 'jsonl') throw new UsageError('ISN-U03', `--format ${format}: use text or jsonl`);
  const lang = values.lang ?? 'en';
  if (lang !== 'en' && lang !== 'ar') throw new UsageError('ISN-U03', `--lang ${lang}: use ar or en`);
  const policy = values.policy ?? DEFAULT_POLICY;
  if (policyNamed(policy) === undefined)
    throw new UsageError('ISN-U03', `--policy ${policy}: use one of ${Object.keys(POLICIES).join(', ')}`);
  const file = positionals[0];
  if (file === undefined) throw new UsageError('ISN-U01', 'name a file of reports, or - for standard input');
  if (positionals.length > 1) throw new UsageError('ISN-U01', `one file at a time: "${positionals[1]}" is one too many`);
  const name = file === '-' ? 'standard input' : file;
  const text = decodeReport(file === '-' ? await io.stdin() : readBytes(file), name, io);
  const { cases, failed } = casesOf(text, name, values.by ?? null, io);
  if (cases.length === 0) throw new UsageError('ISN-U10', `${name} holds no report`);
  const engine = createEngine();
  for (const [n, one] of cases.entries()) {
    const done = reconcileLines(one, engine, policy as PolicyName);
    io.stdout.write(format === 'jsonl' ? `${JSON.stringify(lineOf(done))}\n` : printEvents(done, lang));
    if (io.stderr.isTTY) io.stderr.write(`\r${n + 1}/${cases.length} `);
  }
  if (io.stderr.isTTY) io.stderr.write('\r');
  return failed > 0 ? 1 : 0;
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        by: { type: 'string' },
        policy: { type: 'string' },
        format: { type: 'string' },
        lang: { type: 'string' },
      },
    });
  } catch (error) {
    throw new UsageError('ISN-U02', (error as Error).message.split('. ')[0]);
  }
}

/** Cases in the order of their first line; a line that holds no report is named and left out. */
function casesOf(text: string, file: string, by: string | null, io: Io): { cases: LineCase[]; failed: number } {
  const cases = new Map<string | null, LineCase>();
  let failed = 0;
  for (const parsed of reportLines(text, by)) {
    if ('fault' in parsed) {
      io.stderr.write(`${file}:${parsed.number} ${parsed.fault}; left out\n`);
      failed++;
      continue;
    }
    for (const note of new Set(parsed.notes)) io.stderr.write(`${file}:${parsed.number} ${note}\n`);
    const known = cases.get(parsed.group);
    if (known) known.reports.push(...parsed.reports);
    else cases.set(parsed.group, { name: parsed.group, reports: parsed.reports });
  }
  return { cases: [...cases.values()], failed };
}

/** One case as a line: events with the most reports first, of equals those with more figures behind their counts. */
function lineOf({ name, reports, found }: ReconciledCase) {
  const events = found.events.map(({ event }) => ({
    code: event.code,
    type: event.type,
    place: event.place,
    begin: event.begin,
    end: event.end,
    reports: event.reports.length,
    chains: event.origins.length,
    grade: event.grade.grade,
    counts: event.counts.map(({ outcome, who, low, best, high, policy, origins, provisional, note, figures }) => {
      return { outcome, who, low, best, high, policy, origins, provisional, note, figures };
    }),
  }));
  const used = ({ counts }: (typeof events)[number]): number =>
    counts.reduce((sum, { figures }) => sum + figures.filter(({ aside }) => aside === null).length, 0);
  events.sort((a, b) => b.reports - a.reports || used(b) - used(a) || (a.code < b.code ? -1 : 1));
  return { case: name, reports, events };
}
