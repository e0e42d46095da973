// `npm start`: installs what is missing, builds the web app when it is stale, puts the sample case into a ledger that is new, serves it all on this machine and
// prints the address. The ledger lies in the user's data folder (ISNAD_DB names another file) and is never overwritten.
// ISNAD_START_ONCE=1: with a ledger that is thrown away, asks for the first page and ends; for tests of the set-up.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const own = join(root, 'node_modules/node/bin/node');
const vite = join(root, 'node_modules/vite/bin/vite.js');

if (!existsSync(vite) || !existsSync(own)) {
  process.stdout.write('Installing what is missing …\n');
  run(process.platform === 'win32' ? 'npm.cmd' : 'npm', ['install', '--no-audit', '--no-fund']);
}
const node = Number(process.versions.node.split('.')[0]) >= 24 ? process.execPath : own;

const page = join(root, 'build/web/index.html');
if (!existsSync(page) || statSync(page).mtimeMs < Math.max(newest('web'), newest('src/claim'))) {
  process.stdout.write('Building the web app …\n');
  run(node, [vite, 'build', 'web', '--logLevel', 'warn']);
}

const scratch = process.env.ISNAD_START_ONCE && !process.env.ISNAD_DB ? mkdtempSync(join(tmpdir(), 'isnad-')) : null;
const env = { ...process.env, NODE_NO_WARNINGS: '1', ...(scratch ? { ISNAD_DB: join(scratch, 'isnad.db') } : {}) };
process.stdout.write('Isnad reads, compares and keeps on this machine only. Open this address in a browser (Ctrl-C ends):\n');
const port = process.env.ISNAD_START_ONCE && !process.argv.includes('--port') ? ['--port', '0'] : [];
const served = spawnSync(node, [join(root, 'src/cli/main.ts'), 'serve', '--sample', ...port, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  env,
});
if (scratch) rmSync(scratch, { recursive: true, force: true });
process.exit(served.status ?? 0);

function run(command, args) {
  const done = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: command.endsWith('.cmd') });
  if (done.status !== 0) process.exit(done.status ?? 1);
}

/** Newest change below a folder, in milliseconds. */
function newest(folder) {
  let latest = 0;
  for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    if (entry.isFile()) latest = Math.max(latest, statSync(join(entry.parentPath, entry.name)).mtimeMs);
  return latest;
}
