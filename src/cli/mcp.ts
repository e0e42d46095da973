/** `isnad mcp`: the tools of the MCP server over standard input and output, for a program that asks. The same tools answer at /mcp of `isnad serve`. */
import { parseArgs } from 'node:util';
import { defaultLedgerFile } from '../app/ledger-file.ts';
import { type Command, type Io, UsageError } from './command.ts';
import { sayOlder } from './older-ledger.ts';

export const command: Command = {
  summary: 'serve read tools to a language model over standard input and output (MCP)',
  usage: [
    'isnad mcp [--db FILE] [--case NAME]',
    '',
    '  --db FILE    the ledger; default isnad.db in your data folder, or ISNAD_DB',
    '  --case NAME  the case that is meant when a question names none; default "main"',
    '',
    '  Tools: read_text search_claims get_claim list_events event_counts compare_sources. All of them only read; every answer carries its citation.',
    '  Over HTTP: POST to /mcp of `isnad serve`.',
  ].join('\n'),
  run,
};

async function run(args: string[], io: Io): Promise<number> {
  const values = parse(args);
  const [{ serveStdio }, { mcpServer }, { openDesk }] = await Promise.all([
    import('@modelcontextprotocol/server/stdio'),
    import('../http/mcp/tools.ts'),
    import('../http/open-desk.ts'),
  ]);
  const db = values.db ?? defaultLedgerFile(io.env);
  const { desk, close } = await openDesk(db, { caseName: values.case, onStep: sayOlder(db, io.stderr) });
  const { engine } = await desk.method();
  const handle = serveStdio(() => mcpServer(desk, engine), {
    onerror: (error) => io.stderr.write(`isnad mcp: ${error.message}\n`),
  });
  await new Promise<void>((resolve) => {
    process.stdin.once('end', resolve);
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  await handle.close();
  await close();
  return 0;
}

function parse(args: string[]) {
  try {
    const text = { type: 'string' } as const;
    return parseArgs({ args, options: { db: text, case: text } }).values;
  } catch (error) {
    throw new UsageError('ISN-U02', (error as Error).message.split('. ')[0]);
  }
}
