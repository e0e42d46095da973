/** `isnad serve`: the screens and the API over one ledger, on this machine. */
import { randomBytes } from 'node:crypto';
import { hostname, networkInterfaces } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { defaultLedgerFile } from '../app/ledger-file.ts';
import type { Fetching } from '../http/ledger-desk.ts';
import { type Command, type Io, UsageError } from './command.ts';
import { sayOlder } from './older-ledger.ts';

export const command: Command = {
  summary: 'serve the screens and the API over a ledger, on this machine',
  usage: [
    'isnad serve [--port 4747] [--db FILE] [--case NAME] [--sample] [--fetch] [--host ADDRESS] [--token TOKEN]',
    '',
    '  --port N        default 4747; 0 takes any free one',
    '  --db FILE       the ledger; default isnad.db in your data folder, or ISNAD_DB',
    '  --case NAME     the case that is shown first; default "main"',
    '  --sample        put the sample case into a ledger that holds no case yet',
    '  --fetch         let people on the import screen fetch web addresses (goes online); without it nothing leaves this machine',
    '  --host ADDRESS  listen on this address too; everybody then needs the token that is printed',
    '  --token TOKEN   that token, instead of a random one (also ISNAD_TOKEN)',
  ].join('\n'),
  run,
};

async function run(args: string[], io: Io): Promise<number> {
  const values = parse(args);
  const db = values.db ?? defaultLedgerFile(io.env);
  const server = await startServer({
    port: portOf(values.port),
    db,
    onStep: sayOlder(db, io.stderr),
    caseName: values.case ?? null,
    withSample: values.sample,
    fetching: values.fetch ? { permitted: values['test-only-permit'] ?? null } : null,
    host: values.host,
    token: values.token ?? io.env.ISNAD_TOKEN,
    report: (error) => io.stderr.write(`isnad serve: ${error instanceof Error ? error.stack : String(error)}\n`),
  });
  io.stdout.write(`${server.address}\n`);
  if (io.env.ISNAD_START_ONCE) return await answersOnce(server);
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  await server.close();
  return 0;
}

/** For tests of the set-up: whether the first page and the first list come, and then the end. */
async function answersOnce({ address, close }: Server): Promise<number> {
  const statuses = [];
  for (const path of ['', 'api/cases']) statuses.push((await fetch(`${address}${path}`)).status);
  await close();
  return statuses.every((status) => status === 200) ? 0 : 1;
}

function parse(args: string[]) {
  try {
    const text = { type: 'string' } as const;
    return parseArgs({
      args,
      options: {
        port: text,
        db: text,
        case: text,
        host: text,
        token: text,
        sample: { type: 'boolean' },
        fetch: { type: 'boolean' },
        'test-only-permit': text,
      },
    }).values;
  } catch (error) {
    throw new UsageError('ISN-U02', (error as Error).message.split('. ')[0]);
  }
}

function portOf(value = '4747'): number {
  const port = Number(value);
  if (!/^\d+$/.test(value) || port > 65535) throw new UsageError('ISN-U31', `--port ${value}: a number from 0 to 65535`);
  return port;
}

export type Serving = {
  port: number;
  db: string;
  caseName: string | null;
  withSample?: boolean;
  /** Addresses may be fetched; null: they may not. */
  fetching?: Fetching | null;
  host?: string;
  token?: string;
  report: (error: unknown) => void;
  onStep?: (name: string) => void;
};
export type Server = { address: string; port: number; close: () => Promise<void> };

export async function startServer(serving: Serving): Promise<Server> {
  const { port, db, caseName, withSample, fetching, host, token, report, onStep } = serving;
  const [{ serve }, { createApp }, { LOCAL_HOSTS }, { openDesk }] = await Promise.all([
    import('@hono/node-server'),
    import('../http/app.ts'),
    import('../http/safety.ts'),
    import('../http/open-desk.ts'),
  ]);
  const isOpen = host !== undefined && !['127.0.0.1', 'localhost', '::1'].includes(host);
  const secret = isOpen ? (token ?? randomBytes(18).toString('base64url')) : null;
  const opened = await openDesk(db, { caseName, withSample, onStep, fetching });
  const names = isOpen ? namesOf(host) : [];
  const hosts = [...LOCAL_HOSTS, ...names];
  const screens = fileURLToPath(new URL('../../build/web/', import.meta.url));
  const app = createApp({ desk: opened.desk, screens, safety: { hosts, token: secret }, report });
  try {
    return await new Promise<Server>((resolve, reject) => {
      const server = serve({ fetch: app.fetch, port, hostname: host ?? '127.0.0.1' }, (info) => {
        const address = `http://${names[0] ?? host ?? '127.0.0.1'}:${info.port}/${secret === null ? '' : `?token=${secret}`}`;
        const close = async () => {
          if ('closeAllConnections' in server) server.closeAllConnections();
          await new Promise<void>((done) => server.close(() => done()));
          await opened.close();
        };
        resolve({ address, port: info.port, close });
      });
      if ('requestTimeout' in server) server.requestTimeout = SLOWEST_REQUEST;
      server.on('error', (error: NodeJS.ErrnoException) => reject(error.code === 'EADDRINUSE' ? taken(port) : error));
    });
  } catch (error) {
    await opened.close();
    throw error;
  }
}

/** Milliseconds in which a request must have come in whole. */
const SLOWEST_REQUEST = 30_000;

/** Names under which a server that listens on this address may be asked, the best first; on every address of the machine, all of its own. */
function namesOf(host: string): string[] {
  if (host !== '0.0.0.0' && host !== '::') return [host.includes(':') ? `[${host.toLowerCase()}]` : host.toLowerCase()];
  const addresses = Object.values(networkInterfaces()).flatMap((list) => (list ?? []).filter((one) => !one.internal));
  const names = addresses.map(({ address, family }) => (family === 'IPv6' ? `[${address.toLowerCase()}]` : address));
  return [
    ...names.filter((name) => !name.startsWith('[')),
    hostname().toLowerCase(),
    ...names.filter((name) => name.startsWith('[')),
  ];
}

const taken = (port: number): UsageError =>
  new UsageError('ISN-U32', `port ${port} is taken; choose another one with --port, or 0 for any`);
