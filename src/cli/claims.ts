/** `isnad claims`: what is said, by whom, through whom; filtered by what a claim is about. */
import type { ClaimView } from '../ledger/index.ts';
import type { Command, Io } from './command.ts';
import { caseOrAll, oneOf, parseLedgerArgs, wholeNumber, withLedger } from './ledger-command.ts';
import { ledgerWords } from './ledger-words.ts';
import { noteOfMore } from './more.ts';
import { namerFor } from './named.ts';
import { claimLines } from './print-event.ts';
import { checkDay } from './read.ts';
import { TABLE_FORMATS, type TableColumn, tableText } from './table.ts';

const TERMS = ['type', 'stance', 'reality', 'outlet', 'source', 'actor', 'recipient', 'place', 'admin', 'outcome'] as const;
const STATES = ['accepted', 'rejected', 'edited', 'unsure', 'unreviewed'] as const;

export const command: Command = {
  summary: 'list claims: who says what, through whom, with the words',
  usage: [
    `isnad claims ${TERMS.slice(0, 5)
      .map((term) => `[--${term} X]`)
      .join(' ')}`,
    `             ${TERMS.slice(5)
      .map((term) => `[--${term} X]`)
      .join(' ')}`,
    '             [--from DAY] [--to DAY] [--at-least N] [--review STATE] [--limit 50] [--after CURSOR]',
    '             [--case NAME] [--db FILE] [--format text|csv|json|jsonl] [--lang ar|en]',
    '',
    '  --source, --actor … take names as reports write them, or ids such as outlet:sohr, actor:islamic-state',
    '  --place X        a part of its name in the reports, or an id of the gazetteer',
    '  --at-least N     only claims with a figure of at least N people',
    `  --review STATE   ${STATES.join(', ')}`,
  ].join('\n'),
  run,
};

async function run(args: string[], io: Io): Promise<number> {
  const { values, lang } = parseLedgerArgs(args, [...TERMS, 'from', 'to', 'at-least', 'review', 'limit', 'after']);
  const format = oneOf('format', values.format, TABLE_FORMATS, 'text');
  const limit = wholeNumber('limit', values.limit, 50);
  const terms: Partial<Record<(typeof TERMS)[number], string | string[]>> = Object.fromEntries(
    TERMS.flatMap((term) => (values[term] === undefined ? [] : [[term, values[term]]])),
  );
  const filter = {
    terms,
    from: checkDay(values.from, '--from') ?? undefined,
    to: checkDay(values.to, '--to') ?? undefined,
    atLeast: values['at-least'] === undefined ? undefined : wholeNumber('at-least', values['at-least'], 0),
    review: values.review === undefined ? undefined : oneOf('review', values.review, STATES, 'unreviewed'),
  };
  return await withLedger(io, values.db, async (ledger) => {
    const { listClaims, placeTerms } = await import('../ledger/index.ts');
    if (values.place !== undefined) terms.place = await placeTerms(ledger.read, values.place);
    const caseId = await caseOrAll(ledger, values.case);
    const page = await listClaims(ledger.read, { caseId, ...filter }, limit, values.after ?? null);
    const isJson = format === 'json' || format === 'jsonl';
    if (format !== 'text') io.stdout.write(tableText(page.rows, isJson ? [...COLUMNS, FULL] : COLUMNS, format, lang));
    else if (page.rows.length === 0) io.stdout.write(`${ledgerWords[lang].noClaims}\n`);
    else {
      const name = await namerFor(lang);
      const start = lang === 'ar' ? '\u200f' : '';
      for (const claim of page.rows)
        io.stdout.write(
          `${claimLines(claim, lang, name)
            .map((line) => start + line.slice(2))
            .join('\n')}\n\n`,
        );
    }
    noteOfMore(io, page, ledgerWords[lang]);
    if (page.next !== null && format !== 'text') io.stderr.write(`--after ${page.next}\n`);
    return 0;
  });
}

/** The claim as readings have it, with spans and trace; only where it fits. */
const FULL: TableColumn<ClaimView> = { name: 'full', title: '', value: (row) => row.claim };

const joined = (values: readonly string[]): string => values.join(' | ');

const COLUMNS: TableColumn<ClaimView>[] = [
  { name: 'claim', title: '', value: (row) => row.key },
  { name: 'report', title: '', value: (row) => row.report.key },
  { name: 'outlet', title: '', value: (row) => row.report.outlet },
  { name: 'published', title: '', value: (row) => row.report.published },
  { name: 'event', title: '', value: (row) => row.event },
  { name: 'type', title: '', value: (row) => row.claim.event.type },
  { name: 'stance', title: '', value: (row) => row.claim.stance },
  { name: 'reality', title: '', value: (row) => row.claim.reality },
  { name: 'chain', title: '', value: (row) => joined(row.claim.attribution.map((hop) => hop.entity ?? hop.name)) },
  { name: 'actor', title: '', value: (row) => joined(row.claim.event.actor.map((mention) => mention.entity ?? mention.name)) },
  {
    name: 'recipient',
    title: '',
    value: (row) => joined(row.claim.event.recipient.map((mention) => mention.entity ?? mention.name)),
  },
  { name: 'place', title: '', value: (row) => joined(row.claim.event.places.map((place) => place.name)) },
  { name: 'day', title: '', value: (row) => row.claim.event.time?.begin ?? null },
  {
    name: 'figures',
    title: '',
    value: (row) =>
      joined(
        row.claim.event.figures.map(
          ({ outcome, who, mod, low, high }) => `${outcome} ${who} ${mod} ${low}${high === low ? '' : `-${high ?? ''}`}`,
        ),
      ),
  },
  { name: 'review', title: '', value: (row) => row.review },
  { name: 'words', title: '', value: (row) => row.quote },
];
