/** `isnad event CODE`: one event with its counts, independent origins, agreement and contradiction, and every claim with its words. */
import { type Command, type Io, UsageError } from './command.ts';
import { oneOf, parseLedgerArgs, withLedger } from './ledger-command.ts';

export const command: Command = {
  summary: 'show one event: counts under a policy, independent origins, contradictions, claims',
  usage: [
    'isnad event CODE [--policy NAME] [--case NAME] [--db FILE] [--format text|json] [--lang ar|en]',
    '',
    '  --policy NAME  range, acled, ucdp, airwars, ibc or majority; default airwars',
    '',
    'A code that the event had before others were merged into it leads here too.',
  ].join('\n'),
  run,
};

async function run(args: string[], io: Io): Promise<number> {
  const { values, positionals, lang } = parseLedgerArgs(args, ['policy']);
  const format = oneOf('format', values.format, ['text', 'json'], 'text');
  const [code, ...others] = positionals;
  if (code === undefined) throw new UsageError('ISN-U01', 'name an event by its code: "isnad events" lists them');
  if (others.length > 0) throw new UsageError('ISN-U01', `one event at a time: "${others[0]}" is one too many`);
  return await withLedger(io, values.db, async (ledger) => {
    const [
      { eventPage },
      { createReconciler },
      { POLICIES, DEFAULT_POLICY },
      { chosenCase },
      { freshEvents },
      { printEvent },
      { namerFor },
    ] = await Promise.all([
      import('../app/event-page.ts'),
      import('../app/reconciler.ts'),
      import('../reconcile/index.ts'),
      import('./ledger-command.ts'),
      import('./fresh-events.ts'),
      import('./print-event.ts'),
      import('./named.ts'),
    ]);
    const policy = oneOf('policy', values.policy, Object.keys(POLICIES), DEFAULT_POLICY);
    if (values.case !== undefined) await freshEvents(ledger, (await chosenCase(ledger, values.case)).id, io);
    const caseId = values.case === undefined ? null : (await chosenCase(ledger, values.case)).id;
    let page = await eventPage(ledger, code.toUpperCase(), caseId, { policy, reconciler: createReconciler() });
    if (!page && caseId === null) {
      // Nothing may have been reconciled yet, or not since the last import.
      await freshEvents(ledger, (await chosenCase(ledger, undefined)).id, io);
      page = await eventPage(ledger, code.toUpperCase(), null, { policy, reconciler: createReconciler() });
    }
    if (!page) throw new UsageError('ISN-L05', `no event has or had the code ${code}: "isnad events" lists them`);
    io.stdout.write(format === 'json' ? `${JSON.stringify(page, null, 2)}\n` : printEvent(page, lang, await namerFor(lang)));
    return 0;
  });
}
