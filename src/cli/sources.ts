/** `isnad sources`: who is quoted, how often and by whom. */
import { type Command, type Io, UsageError } from './command.ts';
import { caseOrAll, oneOf, parseLedgerArgs, wholeNumber, withLedger } from './ledger-command.ts';
import { ledgerWords } from './ledger-words.ts';
import { namerFor } from './named.ts';
import { TABLE_FORMATS, type TableColumn, tableText } from './table.ts';

export const command: Command = {
  summary: 'list the sources that claims name, or show one of them',
  usage: [
    'isnad sources [SOURCE] [--case NAME] [--limit 100] [--db FILE] [--format text|csv|json|jsonl] [--lang ar|en]',
    '',
    '  SOURCE   an id such as outlet:sohr, or a name as reports write it: who carries it, with which stance',
  ].join('\n'),
  run,
};

type Row = { id: string; name: string; claims: number };

async function run(args: string[], io: Io): Promise<number> {
  const { values, positionals, lang } = parseLedgerArgs(args, ['limit']);
  const format = oneOf('format', values.format, TABLE_FORMATS, 'text');
  const w = ledgerWords[lang];
  return await withLedger(io, values.db, async (ledger) => {
    const { listSources, sourceProfile } = await import('../ledger/index.ts');
    const caseId = await caseOrAll(ledger, values.case);
    const name = await namerFor(lang);
    const toRows = (facets: readonly { value: string; n: number }[]): Row[] =>
      facets.map(({ value, n }) => ({ id: value, name: name(value), claims: n }));
    if (positionals.length > 0) {
      const profile = await sourceProfile(ledger.read, positionals.join(' '), caseId);
      if (!profile)
        throw new UsageError('ISN-L06', `no claim names the source "${positionals.join(' ')}": "isnad sources" lists them`);
      if (format === 'json') io.stdout.write(`${JSON.stringify(profile, null, 2)}\n`);
      else {
        if (format === 'text') io.stdout.write(`${name(profile.source)}  ${profile.source}  ${w.claims}: ${profile.claims}\n\n`);
        io.stdout.write(tableText(toRows(profile.carriers), columns(w.carriers, w.claims), format, lang));
        if (format === 'text')
          io.stdout.write(`\n${tableText(toRows(profile.stances), columns(w.stance, w.claims).slice(1), format, lang)}`);
      }
      return 0;
    }
    const rows = toRows(await listSources(ledger.read, caseId, wholeNumber('limit', values.limit, 100)));
    if (rows.length === 0 && format === 'text') io.stdout.write(`${w.noSources}\n`);
    else io.stdout.write(tableText(rows, columns(w.source, w.claims), format, lang));
    return 0;
  });
}

function columns(title: string, claims: string): TableColumn<Row>[] {
  return [
    { name: 'name', title, value: (row) => row.name },
    { name: 'id', title: 'id', value: (row) => row.id, isWhole: true },
    { name: 'claims', title: claims, value: (row) => row.claims },
  ];
}
