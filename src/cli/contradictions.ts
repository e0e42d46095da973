/** `isnad contradictions`: events on which independent origins differ; with `--since`, what an origin changed. */
import type { Change } from '../claim/contradiction.ts';
import type { EventBody } from '../ledger/index.ts';
import type { Command, Io } from './command.ts';
import { chosenCase, oneOf, parseLedgerArgs, wholeNumber, withLedger } from './ledger-command.ts';
import { fill, ledgerWords } from './ledger-words.ts';
import { type Namer, namerFor } from './named.ts';
import { matrixLines } from './print-event.ts';
import { checkDay } from './read.ts';
import { isolated, TABLE_FORMATS, type TableColumn, tableText } from './table.ts';
import { words } from './words.ts';

export const command: Command = {
  summary: 'show where independent origins differ or deny, or what changed since a day',
  usage: [
    'isnad contradictions [--since DAY] [--case NAME] [--limit 50] [--db FILE] [--format text|csv|json|jsonl] [--lang ar|en]',
    '',
    '  --since DAY   what each origin brought in or changed in reports published on that day or later',
  ].join('\n'),
  run,
};

async function run(args: string[], io: Io): Promise<number> {
  const { values, lang } = parseLedgerArgs(args, ['since', 'limit']);
  const format = oneOf('format', values.format, TABLE_FORMATS, 'text');
  const since = checkDay(values.since, '--since');
  const limit = wholeNumber('limit', values.limit, 50);
  const w = ledgerWords[lang];
  return await withLedger(io, values.db, async (ledger) => {
    const { id: caseId } = await chosenCase(ledger, values.case);
    const [{ changedSince, eventBodies }, { freshEvents }] = await Promise.all([
      import('../ledger/index.ts'),
      import('./fresh-events.ts'),
    ]);
    await freshEvents(ledger, caseId, io);
    if (since !== null) {
      const changes = await changedSince(ledger.read, caseId, since, limit);
      if (changes.length === 0 && format === 'text') io.stdout.write(`${fill(w.noChanges, { day: since })}\n`);
      else io.stdout.write(tableText(changes, changeColumns(lang, await namerFor(lang)), format, lang));
      return 0;
    }
    const contested: EventBody[] = [];
    for await (const body of eventBodies(ledger.read, caseId)) {
      if (body.contradictions && body.contradictions.contested.length > 0) contested.push(body);
      if (contested.length === limit) break;
    }
    if (format !== 'text')
      io.stdout.write(
        format === 'json'
          ? `${JSON.stringify(
              contested.map((body) => body.contradictions),
              null,
              2,
            )}\n`
          : tableText(contested.flatMap(cellsOf), CELL_COLUMNS, format, lang),
      );
    else if (contested.length === 0) io.stdout.write(`${w.noContradictions}\n`);
    else {
      const name = await namerFor(lang);
      const start = lang === 'ar' ? '\u200f' : '';
      for (const { event, contradictions } of contested) {
        if (!contradictions) continue;
        const head = `${event.code}  ${words[lang].types[event.type]} · ${event.place ? isolated(event.place.name) : w.unknown} · ${event.begin ?? w.unknown}`;
        io.stdout.write(`${[head, ...matrixLines(contradictions, lang, name)].map((line) => start + line).join('\n')}\n\n`);
      }
    }
    return 0;
  });
}

function changeColumns(lang: 'ar' | 'en', name: Namer): TableColumn<Change>[] {
  const w = ledgerWords[lang];
  return [
    { name: 'day', title: w.day, value: (row) => row.day },
    { name: 'event', title: w.event, value: (row) => row.event },
    { name: 'origin', title: w.origin, value: (row) => row.origin, shown: (row) => name(row.origin) },
    { name: 'column', title: w.column, value: (row) => row.column, shown: (row) => w.columns[row.column] },
    { name: 'before', title: w.before, value: (row) => row.before.join(' | ') },
    { name: 'after', title: w.after, value: (row) => row.after.join(' | ') },
    { name: 'report', title: w.report, value: (row) => row.report },
  ];
}

type CellRow = { event: string; origin: string; carriers: number; column: string; standing: string; says: string };

function cellsOf({ contradictions }: EventBody): CellRow[] {
  if (!contradictions) return [];
  return contradictions.rows.flatMap(({ origin, carriers, cells }) =>
    Object.entries(cells).map(([column, { standing, says }]) => ({
      event: contradictions.event,
      origin,
      carriers,
      column,
      standing,
      says: says.join(' | '),
    })),
  );
}

const CELL_COLUMNS: TableColumn<CellRow>[] = (['event', 'origin', 'carriers', 'column', 'standing', 'says'] as const).map(
  (name) => ({
    name,
    title: name,
    value: (row) => row[name],
  }),
);
