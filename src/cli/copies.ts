/** `isnad copies [ID]`: texts of a case that are copies of one another; or the versions of one report, and which figures moved between them. */
import { parseArgs } from 'node:util';
import type { FigureMove } from '../app/figures-moved.ts';
import { defaultLedgerFile } from '../app/ledger-file.ts';
import { type Command, type Io, UsageError } from './command.ts';
import { sayOlder } from './older-ledger.ts';

export const command: Command = {
  summary: 'list reprints and copies, or the versions of one report',
  usage: [
    'isnad copies [ID] [--case NAME] [--db FILE] [--json]',
    '',
    '  ID            the versions of this report: lines added and removed, figures that moved',
    '  --case NAME   only in this case; default all',
    '  --db FILE     the ledger; default isnad.db in your data folder, or ISNAD_DB',
    '  --json        print as JSON',
  ].join('\n'),
  run,
};

async function run(args: string[], io: Io): Promise<number> {
  const { values, positionals } = parse(args);
  const [{ openLedger, findCase }, { copiesIn, versionsOf }] = await Promise.all([
    import('../ledger/index.ts'),
    import('../app/copies.ts'),
  ]);
  const ledger = await openLedger(values.db ?? defaultLedgerFile(io.env), {
    onStep: sayOlder(values.db ?? defaultLedgerFile(io.env), io.stderr),
  });
  try {
    if (positionals.length > 0) {
      const versions = await versionsOf(ledger, positionals[0]);
      if (versions.length === 0) throw new UsageError('ISN-U44', `there is no report ${positionals[0]} in this ledger`);
      const lines = versions.flatMap(({ version, retrieved, added, removed, figures }) => [
        `version ${version}, received ${retrieved}`,
        ...removed.map((line) => `  - ${line}`),
        ...added.map((line) => `  + ${line}`),
        ...movesOf(figures),
      ]);
      io.stdout.write(values.json ? `${JSON.stringify(versions)}\n` : `${lines.join('\n')}\n`);
      return 0;
    }
    const caseId = values.case === undefined ? null : await findCase(ledger, values.case);
    if (values.case !== undefined && caseId === null) throw new UsageError('ISN-U45', `there is no case ${values.case}`);
    const copies = await copiesIn(ledger, caseId);
    const lines = copies.flatMap(({ first, second, kind, shared, figures }) => [
      `${first.report} (${first.outlet ?? 'unknown outlet'})  ${second.report} (${second.outlet ?? 'unknown outlet'})  ${kind}, ${Math.round(shared * 100)} % shared`,
      ...movesOf(figures),
    ]);
    io.stdout.write(values.json ? `${JSON.stringify(copies)}\n` : `${lines.join('\n') || 'no copies'}\n`);
    return 0;
  } finally {
    await ledger.close();
  }
}

const movesOf = (figures: readonly FigureMove[]): string[] =>
  figures.map(
    ({ outcome, who, before, after }) =>
      `  figure, ${outcome}, ${who}: ${before.join(', ') || 'none'} -> ${after.join(', ') || 'none'}`,
  );

function parse(args: string[]) {
  try {
    const text = { type: 'string' } as const;
    return parseArgs({ args, allowPositionals: true, options: { case: text, db: text, json: { type: 'boolean' } } });
  } catch (error) {
    throw new UsageError('ISN-U02', (error as Error).message.split('. ')[0]);
  }
}
