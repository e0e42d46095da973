/** `isnad cases`: the cases of a ledger with how much lies in each. */
import type { Command, Io } from './command.ts';
import { oneOf, parseLedgerArgs, withLedger } from './ledger-command.ts';
import { ledgerWords } from './ledger-words.ts';
import { TABLE_FORMATS, type TableColumn, tableText } from './table.ts';

export const command: Command = {
  summary: 'list the cases of the ledger',
  usage: 'isnad cases [--db FILE] [--format text|csv|json|jsonl] [--lang ar|en]',
  run,
};

type Row = { name: string; reports: number; events: number; reconciledAt: string | null };

async function run(args: string[], io: Io): Promise<number> {
  const { values, lang } = parseLedgerArgs(args);
  const format = oneOf('format', values.format, TABLE_FORMATS, 'text');
  const w = ledgerWords[lang];
  return await withLedger(io, values.db, async (ledger) => {
    const { listCases } = await import('../ledger/index.ts');
    const rows: Row[] = await listCases(ledger.read);
    const columns: TableColumn<Row>[] = [
      { name: 'case', title: w.case, value: (row) => row.name },
      { name: 'reports', title: w.reports, value: (row) => row.reports },
      { name: 'events', title: w.events, value: (row) => row.events },
      { name: 'reconciled', title: w.reconciled, value: (row) => row.reconciledAt },
    ];
    if (rows.length === 0 && format === 'text') io.stdout.write(`${w.noCases}\n`);
    else io.stdout.write(tableText(rows, columns, format, lang));
    return 0;
  });
}
