/** `isnad decide`: what people decide about claims and events. Decisions override rules, name who and why, and are undone by other decisions. */
import { type Command, type Io, UsageError } from './command.ts';
import { chosenCase, oneOf, parseLedgerArgs, wholeNumber, withLedger } from './ledger-command.ts';
import { ledgerWords } from './ledger-words.ts';
import { isolated } from './table.ts';

export const command: Command = {
  summary: 'accept, reject, doubt or correct a claim; merge or split events; undo; list decisions',
  usage: [
    'isnad decide accept|reject|unsure CLAIM --who NAME --why TEXT',
    'isnad decide edit CLAIM FIELD VALUE --who NAME --why TEXT        correct what was read; the reading itself stays beside it',
    'isnad decide same|different CLAIM CLAIM --who NAME --why TEXT   are the two about one event?',
    'isnad decide merge CODE CODE… --who NAME --why TEXT              make one event of several; all codes stay valid',
    'isnad decide split CODE CLAIM… --who NAME --why TEXT             take claims out of an event',
    'isnad decide undo NUMBER --who NAME --why TEXT                   the decision stays in the ledger, but no longer holds',
    'isnad decide list [CLAIM|CODE]',
    '',
    '  FIELD VALUE      type air-strike · stance denied · reality background · source NAME · actor NAME · recipient NAME',
    '                   place NAME or LAT,LON · time 2019-02-12[/2019-02-13] or hijri:1440-06-07 (tabular calendar)',
    '                   figure N LOW[-HIGH] (N counts from 1)',
    '                   figure N none takes it away; an empty name ("") says that nobody is named',
    '  [--case NAME] [--db FILE] [--lang ar|en]',
  ].join('\n'),
  run,
};

const KINDS = ['accept', 'reject', 'unsure', 'edit', 'same', 'different', 'merge', 'split', 'undo', 'list'] as const;

async function run(args: string[], io: Io): Promise<number> {
  const { values, positionals, lang } = parseLedgerArgs(args, ['who', 'why']);
  if (positionals.length === 0) throw new UsageError('ISN-U01', `say what to decide: ${KINDS.join(', ')}`);
  const kind = oneOf('', positionals[0], KINDS, 'list');
  const targets = positionals.slice(1);
  return await withLedger(io, values.db, async (ledger) => {
    const review = await import('../app/review.ts');
    if (kind === 'list') {
      const { decisionsAbout, listDecisions } = await import('../ledger/index.ts');
      const [about] = targets;
      const found = await (about === undefined
        ? listDecisions(ledger.read, {}, 200, null).then(({ rows }) => rows)
        : decisionsAbout(ledger.read, about));
      for (const { id, kind: what, target, who, why, at, undone } of found)
        io.stdout.write(
          `${id}  ${at.slice(0, 16)}  ${what}  ${isolated(target)}  ${isolated(who)}: ${isolated(why)}${undone ? `  [${ledgerWords[lang].undone}]` : ''}\n`,
        );
      return 0;
    }
    if (!values.who || !values.why) throw new UsageError('ISN-U01', 'say who decides and why: --who NAME --why TEXT');
    const by = { who: values.who, why: values.why };
    try {
      const { id: caseId } = await chosenCase(ledger, values.case);
      const { freshEvents } = await import('./fresh-events.ts');
      await freshEvents(ledger, caseId, io);
      const [first, second] = targets;
      if (first === undefined) throw new UsageError('ISN-U01', 'name what is decided on');
      let id: number;
      if (kind === 'accept' || kind === 'reject' || kind === 'unsure')
        id = await review.judgeClaim(ledger, kind, first, by, caseId);
      else if (kind === 'edit') id = await review.editClaim(ledger, first, editOf(targets.slice(1)), by, await help());
      else if (kind === 'same' || kind === 'different') id = await review.judgePair(ledger, kind, first, needed(second), by);
      else if (kind === 'merge') id = await review.mergeEvents(ledger, targets.map(codeOf), by, caseId);
      else if (kind === 'split') id = await review.splitEvent(ledger, codeOf(first), targets.slice(1), by, caseId);
      else id = await review.undoDecision(ledger, wholeNumber('undo', first, 0), by);
      await freshEvents(ledger, caseId, io);
      io.stdout.write(`decision ${id} recorded; take it back with: isnad decide undo ${id} --who NAME --why TEXT\n`);
      return 0;
    } catch (error) {
      if (error instanceof review.ReviewError) throw new UsageError('ISN-L09', error.message);
      throw error;
    }
  });
}

const codeOf = (code: string): string => code.toUpperCase();

function needed(claim: string | undefined): string {
  if (claim === undefined) throw new UsageError('ISN-U01', 'name two claims');
  return claim;
}

/** `FIELD VALUE…` as the API takes it. */
function editOf([field, ...values]: string[]): Record<string, unknown> {
  const [value, more] = values;
  if (field === undefined || value === undefined) throw new UsageError('ISN-U01', 'name a field and its value: place NAME');
  if (field === 'time') {
    const isHijri = value.startsWith('hijri:');
    const [begin, end] = value.replace('hijri:', '').split('/');
    return { field, begin: begin === '' ? null : begin, end, calendar: isHijri ? 'hijri' : 'gregorian' };
  }
  if (field === 'place') {
    const point = /^(-?\d+(?:\.\d+)?),\s*(-?\d+(?:\.\d+)?)$/u.exec(value);
    return point ? { field, text: '', lat: Number(point[1]), lon: Number(point[2]) } : { field, text: value };
  }
  if (field !== 'figure') return ['source', 'actor', 'recipient'].includes(field) ? { field, text: value } : { field, value };
  const figure = wholeNumber('figure', value, 0) - 1;
  if (more === 'none') return { field, figure, isRemoved: true };
  const range = /^(\d+)(?:(-)(\d+)?)?$/u.exec(more ?? '');
  if (!range) throw new UsageError('ISN-U03', `figure ${value} ${more ?? ''}: write a number, 5-7, 5- for "5 or more", or none`);
  const low = Number(range[1]);
  return { field, figure, low, high: range[2] === undefined ? low : range[3] === undefined ? null : Number(range[3]) };
}

async function help() {
  const [{ editHelp }, { createEngine }, { listNamed }] = await Promise.all([
    import('../app/claim-edit.ts'),
    import('../engine/index.ts'),
    import('../engine/named.ts'),
  ]);
  return editHelp(listNamed, createEngine);
}
