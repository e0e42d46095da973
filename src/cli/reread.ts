/** `isnad reread`: reads held reports again after the engine or its data changed, and says what that changes. */
import type { RereadResult } from '../app/reread.ts';
import type { Command, Io } from './command.ts';
import { caseOrAll, oneOf, parseLedgerArgs, withLedger } from './ledger-command.ts';
import { isolated } from './table.ts';

export const command: Command = {
  summary: 'read held reports again with the engine as it is now: claims gained, lost, changed',
  usage: [
    'isnad reread [--trial] [--case NAME] [--db FILE] [--format text|json]',
    '',
    '  --trial   only tell what would change; record nothing',
    '',
    'Readings from before stay in the ledger; decisions of people go over to the claims that rest on the same words',
    'and say the same kind of thing. Those for which there is none are listed, stay in the ledger, and hold again when their claim comes back.',
  ].join('\n'),
  run,
};

const SHOWN = 40;
/** Where the name of a field is not what a reader would call it. */
const NAMES: Record<string, string> = { why: 'only the rules behind it', places: 'place', time: 'day' };

async function run(args: string[], io: Io): Promise<number> {
  const { values, flags } = parseLedgerArgs(args, [], ['trial']);
  const format = oneOf('format', values.format, ['text', 'json'], 'text');
  return await withLedger(io, values.db, async (ledger) => {
    const [{ reread }, { createEngine }] = await Promise.all([import('../app/reread.ts'), import('../engine/index.ts')]);
    const result = await reread(ledger, createEngine(), {
      caseId: await caseOrAll(ledger, values.case),
      isTrial: flags.has('trial'),
    });
    io.stdout.write(format === 'json' ? `${JSON.stringify(result, null, 2)}\n` : textOf(result, flags.has('trial')));
    return 0;
  });
}

function textOf({ reports, differing, gained, lost, changed, changes, carried, strays }: RereadResult, isTrial: boolean): string {
  const lines = [
    `${reports} reports read again${isTrial ? ' (trial: nothing recorded)' : ''}: ${differing} differ; claims gained ${gained}, lost ${lost}, changed ${changed}`,
  ];
  for (const { report, kind, before, after, fields } of changes.slice(0, SHOWN)) {
    lines.push(
      `  ${kind}  ${isolated(report)}${fields.length > 0 ? `  ${fields.map((name) => NAMES[name] ?? name).join(', ')}` : ''}`,
    );
    if (before !== null) lines.push(`    - ${isolated(before)}`);
    if (after !== null && after !== before) lines.push(`    + ${isolated(after)}`);
  }
  if (changes.length > SHOWN) lines.push(`  and ${changes.length - SHOWN} more: --format json lists the first thousand`);
  if (carried > 0) lines.push(`decisions carried over to the claims in the place of theirs: ${carried}`);
  for (const { id, kind, target, who, why, words } of strays) {
    lines.push(
      `  decision without a claim  ${id} ${kind} ${isolated(target)} by ${isolated(who)}${why === '' ? '' : `: ${isolated(why)}`}`,
    );
    if (words !== null) lines.push(`    - ${isolated(words)}`);
  }
  return `${lines.join('\n')}\n`;
}
