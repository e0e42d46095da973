/** `isnad totals`: running totals as series, beside the events that lie inside them. */
import type { TotalPoint, TotalUnder } from '../claim/running-total.ts';
import type { Command, Io } from './command.ts';
import { chosenCase, oneOf, parseLedgerArgs, wholeNumber, withLedger } from './ledger-command.ts';
import { type LedgerWords, ledgerWords } from './ledger-words.ts';
import { type Namer, namerFor } from './named.ts';
import { rangeText } from './range-text.ts';
import { isolated, TABLE_FORMATS, type TableColumn, tableText } from './table.ts';
import { type Lang, words } from './words.ts';

export const command: Command = {
  summary: 'list running totals ("since a day, so many") with what the events explain of them',
  usage: [
    'isnad totals [--policy NAME] [--case NAME] [--limit 100] [--db FILE] [--format text|csv|json|jsonl] [--lang ar|en]',
    '',
    '  --policy NAME  range, acled, ucdp, airwars, ibc or majority, for the events inside; default airwars',
    '',
    'A running total is never added to events. CSV has one line a point of a series. Events that another policy counts otherwise are told as before > after.',
  ].join('\n'),
  run,
};

type Row = { total: TotalUnder; point: TotalPoint };

async function run(args: string[], io: Io): Promise<number> {
  const { values, lang } = parseLedgerArgs(args, ['limit', 'policy']);
  const format = oneOf('format', values.format, TABLE_FORMATS, 'text');
  const w = ledgerWords[lang];
  return await withLedger(io, values.db, async (ledger) => {
    const { id: caseId } = await chosenCase(ledger, values.case);
    const [{ listTotals }, { freshEvents }] = await Promise.all([import('../ledger/index.ts'), import('./fresh-events.ts')]);
    await freshEvents(ledger, caseId, io);
    const [{ DEFAULT_POLICY, POLICIES }, { totalsUnder }, { createReconciler }] = await Promise.all([
      import('../reconcile/index.ts'),
      import('../app/totals-under.ts'),
      import('../app/reconciler.ts'),
    ]);
    const policy = oneOf('policy', values.policy, Object.keys(POLICIES), DEFAULT_POLICY);
    const listed = await listTotals(ledger.read, caseId, wholeNumber('limit', values.limit, 100));
    const rows = await totalsUnder(ledger, createReconciler(), caseId, listed.rows, policy);
    if (format === 'json') io.stdout.write(`${JSON.stringify(rows, null, 2)}\n`);
    else if (format === 'jsonl') io.stdout.write(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
    else if (format === 'csv')
      io.stdout.write(
        tableText(
          rows.flatMap((total) => total.points.map((point) => ({ total, point }))),
          COLUMNS,
          format,
          lang,
        ),
      );
    else if (rows.length === 0) io.stdout.write(`${w.noTotals}\n`);
    else {
      const name = await namerFor(lang);
      io.stdout.write(
        rows
          .map((row) =>
            totalLines(row, lang, name, w)
              .map((line) => `${lang === 'ar' ? '\u200f' : ''}${line}\n`)
              .join(''),
          )
          .join('\n'),
      );
    }
    return 0;
  });
}

function totalLines(total: TotalUnder, lang: Lang, name: Namer, w: LedgerWords): string[] {
  const { id, origin, outcome, who, since, place, points, parts } = total;
  const group = who === 'unknown' ? '' : ` ${words[lang].whos[who]}`;
  const where = place === null ? '' : ` · ${isolated(place)}`;
  const lines = [
    `${id}  ${isolated(name(origin))} · ${words[lang].outcomes[outcome]}${group}${where} · ${w.since} ${since ?? w.unknown}`,
  ];
  for (const point of points) {
    const rise = point.increment === null ? '' : `  (${w.rise} ${point.increment})`;
    lines.push(
      `  ${w.until} ${point.until ?? w.unknown}  ${rangeText(point.low, point.high, w)}${rise}  ${isolated(point.report)}`,
    );
  }
  lines.push(
    `  ${w.parts}: ${parts.length}  ${w.sum}: ${rangeText(total.sumLow, total.sumHigh, w)}  ${w.remainder}: ${rangeText(total.remainderLow, total.remainderHigh, w)}  ${w.overlap}: ${total.overlap}`,
  );
  const before = new Map(total.moved.map((part) => [part.event, `${rangeText(part.before.low, part.before.high, w)} > `]));
  for (const part of parts) lines.push(`    ${part.event}  ${before.get(part.event) ?? ''}${rangeText(part.low, part.high, w)}`);
  return lines;
}

const COLUMNS: TableColumn<Row>[] = [
  { name: 'total', title: '', value: ({ total }) => total.id },
  { name: 'origin', title: '', value: ({ total }) => total.origin },
  { name: 'outcome', title: '', value: ({ total }) => total.outcome },
  { name: 'who', title: '', value: ({ total }) => total.who },
  { name: 'since', title: '', value: ({ total }) => total.since },
  { name: 'place', title: '', value: ({ total }) => total.place },
  { name: 'until', title: '', value: ({ point }) => point.until },
  { name: 'low', title: '', value: ({ point }) => point.low },
  { name: 'high', title: '', value: ({ point }) => point.high },
  { name: 'mod', title: '', value: ({ point }) => point.mod },
  { name: 'increment', title: '', value: ({ point }) => point.increment },
  { name: 'report', title: '', value: ({ point }) => point.report },
  { name: 'rule', title: '', value: ({ total }) => total.rule },
];
