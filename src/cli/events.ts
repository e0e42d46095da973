/** `isnad events`: what happened, as the reports of a case tell it together. */
import type { EventLine } from '../ledger/index.ts';
import { type Command, type Io, UsageError } from './command.ts';
import { chosenCase, oneOf, parseLedgerArgs, wholeNumber, withLedger } from './ledger-command.ts';
import { ledgerWords } from './ledger-words.ts';
import { noteOfMore } from './more.ts';
import { rangeText } from './range-text.ts';
import { checkDay } from './read.ts';
import { TABLE_FORMATS, type TableColumn, tableText } from './table.ts';
import { words } from './words.ts';

const GRADES = ['confirmed', 'fair', 'weak', 'contested', 'discounted'] as const;

export const command: Command = {
  summary: 'list the events that the reports of a case speak of',
  usage: [
    'isnad events [--case NAME] [--type TYPE] [--grade GRADE] [--from DAY] [--to DAY] [--contested] [--limit 50]',
    '             [--db FILE] [--format text|csv|json|jsonl] [--lang ar|en]',
    '',
    '  --type TYPE    air-strike, shelling, killing …',
    `  --grade GRADE  ${GRADES.join(', ')}; suggested from the independent origins, never stored as truth`,
    '  --contested    only events on which independent origins differ',
    '',
    'killed: lowest to highest over the independent origins under the policy "airwars"; "isnad event CODE --policy NAME" counts by another one.',
  ].join('\n'),
  run,
};

async function run(args: string[], io: Io): Promise<number> {
  const { values, flags, lang } = parseLedgerArgs(args, ['type', 'grade', 'from', 'to', 'limit'], ['contested']);
  const format = oneOf('format', values.format, TABLE_FORMATS, 'text');
  const limit = wholeNumber('limit', values.limit, 50);
  const type = values.type;
  if (type !== undefined && !Object.hasOwn(words.en.types, type))
    throw new UsageError('ISN-U03', `--type ${type}: use ${Object.keys(words.en.types).join(', ')}`);
  const filter = {
    type,
    grade: values.grade === undefined ? undefined : oneOf('grade', values.grade, GRADES, 'fair'),
    from: checkDay(values.from, '--from') ?? undefined,
    to: checkDay(values.to, '--to') ?? undefined,
    isContested: flags.has('contested') || undefined,
  };
  return await withLedger(io, values.db, async (ledger) => {
    const { id: caseId } = await chosenCase(ledger, values.case);
    const [{ listEvents }, { freshEvents }] = await Promise.all([import('../ledger/index.ts'), import('./fresh-events.ts')]);
    await freshEvents(ledger, caseId, io);
    const page = await listEvents(ledger.read, { caseId, ...filter }, limit);
    if (page.rows.length === 0 && format === 'text') io.stdout.write(`${ledgerWords[lang].noEvents}\n`);
    else io.stdout.write(tableText(page.rows, columnsOf(lang), format, lang));
    noteOfMore(io, page, ledgerWords[lang]);
    return 0;
  });
}

function columnsOf(lang: 'ar' | 'en'): TableColumn<EventLine>[] {
  const w = ledgerWords[lang];
  return [
    { name: 'code', title: w.code, value: (row) => row.code },
    { name: 'day', title: w.day, value: (row) => row.day_from },
    { name: 'type', title: w.type, value: (row) => row.type, shown: (row) => words[lang].types[row.type as 'other'] ?? row.type },
    { name: 'place', title: w.place, value: (row) => row.place },
    {
      name: 'killed_low',
      title: w.killed,
      value: (row) => row.killed_low,
      shown: (row) => rangeText(row.killed_low, row.killed_high, w),
    },
    { name: 'killed_high', title: '', value: (row) => row.killed_high, shown: () => '' },
    { name: 'origins', title: w.origins, value: (row) => row.origins },
    { name: 'reports', title: w.reports, value: (row) => row.reports },
    { name: 'grade', title: w.grade, value: (row) => row.grade, shown: (row) => w.grades[row.grade as 'fair'] ?? row.grade },
    {
      name: 'contested',
      title: w.contested,
      value: (row) => row.contested,
      shown: (row) => (row.contested > 0 ? String(row.contested) : ''),
    },
    { name: 'lat', title: '', value: (row) => row.lat, shown: () => '' },
    { name: 'lon', title: '', value: (row) => row.lon, shown: () => '' },
  ];
}
