/** `isnad decide`: what people decide about claims and events. Decisions override rules, name who and why, and are undone by other decisions. */
import { type Command, type Io, UsageError } from './command.ts';
import { chosenCase, oneOf, parseLedgerArgs, wholeNumber, withLedger } from './ledger-command.ts';
import { ledgerWords } from './ledger-words.ts';
import { isolated } from './table.ts';

export const command: Command = {
  summary: 'accept, reject or doubt a claim; merge or split events; undo; list decisions',
  usage: [
    'isnad decide accept|reject|unsure CLAIM --who NAME --why TEXT',
    'isnad decide same|different CLAIM CLAIM --who NAME --why TEXT   are the two about one event?',
    'isnad decide merge CODE CODE… --who NAME --why TEXT              make one event of several; all codes stay valid',
    'isnad decide split CODE CLAIM… --who NAME --why TEXT             take claims out of an event',
    'isnad decide undo NUMBER --who NAME --why TEXT                   the decision stays in the ledger, but no longer holds',
    'isnad decide list [CLAIM|CODE]',
    '',
    '  [--case NAME] [--db FILE] [--lang ar|en]',
  ].join('\n'),
  run,
};

const KINDS = ['accept', 'reject', 'unsure', 'same', 'different', 'merge', 'split', 'undo', 'list'] as const;

async function run(args: string[], io: Io): Promise<number> {
  const { values, positionals, lang } = parseLedgerArgs(args, ['who', 'why']);
  if (positionals.length === 0) throw new UsageError('ISN-U01', `say what to decide: ${KINDS.join(', ')}`);
  const kind = oneOf('', positionals[0], KINDS, 'list');
  const targets = positionals.slice(1);
  return await withLedger(io, values.db, async (ledger) => {
    const review = await import('../app/review.ts');
    if (kind === 'list') {
      const { decisionsAbout } = await import('../ledger/index.ts');
      for (const { id, kind: what, target, who, why, at, undone } of await decisionsAbout(ledger.read, targets[0] ?? null, 200))
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
      if (kind === 'accept' || kind === 'reject' || kind === 'unsure') id = await review.judgeClaim(ledger, kind, first, by);
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
