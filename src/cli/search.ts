/** `isnad search WORDS`: reports in which words stand, whatever their article, marks or spelling of alef. */
import type { SearchHit } from '../ledger/index.ts';
import { type Command, type Io, UsageError } from './command.ts';
import { caseOrAll, oneOf, parseLedgerArgs, wholeNumber, withLedger } from './ledger-command.ts';
import { fill, ledgerWords } from './ledger-words.ts';
import { noteOfMore } from './more.ts';
import { isolated, TABLE_FORMATS, type TableColumn, tableText } from './table.ts';

export const command: Command = {
  summary: 'find words in the reports',
  usage: [
    'isnad search WORDS [--case NAME] [--limit 20] [--db FILE] [--format text|csv|json|jsonl] [--lang ar|en]',
    '',
    'Words in quotation marks stay together. Article, conjunctions, marks and variants of letters do not matter; where no whole word fits, parts of words do.',
  ].join('\n'),
  run,
};

async function run(args: string[], io: Io): Promise<number> {
  const { values, positionals, lang } = parseLedgerArgs(args, ['limit']);
  const format = oneOf('format', values.format, TABLE_FORMATS, 'text');
  if (positionals.length === 0) throw new UsageError('ISN-U01', 'give words to search for');
  const w = ledgerWords[lang];
  // A phrase that the shell took out of its quotation marks stays a phrase.
  const query = positionals
    .map((one) => (one.includes(' ') && !/["«“]/u.test(one) && positionals.length > 1 ? `"${one}"` : one))
    .join(' ');
  return await withLedger(io, values.db, async (ledger) => {
    const { searchReports } = await import('../ledger/index.ts');
    const answer = await searchReports(ledger.read, query, {
      caseId: await caseOrAll(ledger, values.case),
      limit: wholeNumber('limit', values.limit, 20),
    });
    if (format !== 'text') io.stdout.write(tableText(answer.hits, COLUMNS, format, lang));
    else if (answer.hits.length === 0)
      io.stdout.write(`${w.noHits} ${fill(w.forms, { forms: isolated(answer.forms.join(' ')) })}\n`);
    else {
      if (answer.isByParts) io.stdout.write(`${w.byParts}\n`);
      const start = lang === 'ar' ? '\u200f' : '';
      for (const hit of answer.hits) {
        const head = [hit.report, hit.outlet, hit.published?.slice(0, 10)]
          .flatMap((one) => (one ? [isolated(one)] : []))
          .join(' · ');
        io.stdout.write(`${start}${head}\n${start}  ${isolated(marked(hit))}\n`);
      }
    }
    noteOfMore(io, { rows: answer.hits, next: answer.next, total: answer.total }, w);
    return 0;
  });
}

/** The words found stand in square brackets. */
function marked({ snippet }: SearchHit): string {
  let out = '';
  let at = 0;
  for (const { start, end } of snippet.marks) {
    out += `${snippet.text.slice(at, start - snippet.start)}[${snippet.text.slice(start - snippet.start, end - snippet.start)}]`;
    at = end - snippet.start;
  }
  return (out + snippet.text.slice(at)).replace(/\s+/gu, ' ').trim();
}

const COLUMNS: TableColumn<SearchHit>[] = [
  { name: 'report', title: '', value: (row) => row.report },
  { name: 'outlet', title: '', value: (row) => row.outlet },
  { name: 'published', title: '', value: (row) => row.published },
  { name: 'url', title: '', value: (row) => row.url },
  { name: 'words', title: '', value: marked },
];
