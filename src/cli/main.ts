/** The command line: `isnad <command> …`. Each command is loaded only when it is called, so that `isnad read` starts fast. */
import { readFileSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { defaultLedgerFile } from '../app/ledger-file.ts';
import { cacheFolder } from '../engine/cache-folder.ts';
import { keepShortLived } from '../engine/short-lived.ts';
import { faultOf } from '../ledger/fault.ts';
import { type Command, type Io, UsageError } from './command.ts';

type Load = () => Promise<{ command: Command }>;

const commands: Record<string, Load> = {
  read: () => import('./read.ts'),
  explain: () => import('./explain.ts'),
  import: () => import('./import.ts'),
  imports: () => import('./imports.ts'),
  receipt: () => import('./receipt.ts'),
  copies: () => import('./copies.ts'),
  timestamp: () => import('./timestamp.ts'),
  fetch: () => import('./fetch.ts'),
  watch: () => import('./watch.ts'),
  reconcile: () => import('./reconcile.ts'),
  sample: () => import('./sample.ts'),
  cases: () => import('./cases.ts'),
  events: () => import('./events.ts'),
  event: () => import('./event.ts'),
  claims: () => import('./claims.ts'),
  sources: () => import('./sources.ts'),
  totals: () => import('./totals.ts'),
  contradictions: () => import('./contradictions.ts'),
  search: () => import('./search.ts'),
  decide: () => import('./decide.ts'),
  reread: () => import('./reread.ts'),
  export: () => import('./export.ts'),
  verify: () => import('./verify.ts'),
  backup: () => import('./backup.ts'),
  restore: () => import('./restore.ts'),
  serve: () => import('./serve.ts'),
  mcp: () => import('./mcp.ts'),
};

export async function main(args: string[], io: Io): Promise<number> {
  const [name, ...rest] = args;
  if (name === '--version' || name === '-V') {
    io.stdout.write(`isnad ${JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version}\n`);
    return 0;
  }
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    io.stdout.write(await help());
    return name === undefined ? 2 : 0;
  }
  if (!Object.hasOwn(commands, name)) {
    io.stderr.write(`isnad: there is no command "${name}". Commands: ${Object.keys(commands).join(' ')}\n`);
    return 2;
  }
  try {
    const { command } = await commands[name]();
    if (rest.includes('--help') || rest.includes('-h')) {
      io.stdout.write(`${command.summary}\n\n${command.usage}\n`);
      return 0;
    }
    return await command.run(rest, io);
  } catch (error) {
    if (error instanceof UsageError) {
      io.stderr.write(`isnad ${name}: ${error.message} (${error.code})\n`);
      return 2;
    }
    const fault = faultOf(error, ledgerFileIn(rest) ?? defaultLedgerFile(io.env));
    if (fault === null) throw error;
    io.stderr.write(`isnad ${name}: ${fault} (ISN-L01)\n`);
    return 2;
  }
}

function ledgerFileIn(args: readonly string[]): string | null {
  const at = args.indexOf('--db');
  return at < 0 ? (args.find((arg) => arg.startsWith('--db='))?.slice(5) ?? null) : (args[at + 1] ?? null);
}

async function help(): Promise<string> {
  const lines = [
    'isnad: reads conflict news and turns every report into attributed, checkable claims.',
    '',
    'usage: isnad <command> [options]',
    '',
  ];
  for (const [name, load] of Object.entries(commands)) {
    const { command } = await load();
    lines.push(`  ${name.padEnd(15)} ${command.summary}`);
  }
  lines.push('', 'isnad <command> --help tells the options of one command.', '');
  return lines.join('\n');
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

/** Commands are loaded after this, so that all but the first start find their code compiled; threads inherit the setting. */
function keepCompiledCode(): void {
  const folder = cacheFolder(process.env);
  if (folder === null || process.env.NODE_COMPILE_CACHE !== undefined) return;
  process.env.NODE_COMPILE_CACHE = join(folder, 'code');
  enableCompileCache(process.env.NODE_COMPILE_CACHE);
}

if (import.meta.main) {
  keepShortLived();
  keepCompiledCode();
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  process.exitCode = await main(process.argv.slice(2), {
    stdout: process.stdout,
    stderr: process.stderr,
    stdin: readStdin,
    env: process.env,
  });
}
