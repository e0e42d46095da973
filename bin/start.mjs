// `npm start`: builds the web app when it is stale, reads two sample reports, then serves the Read screen on this machine and prints its address.
// ISNAD_START_ONCE=1 stops before serving, for tests of the set-up.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const own = `${root}node_modules/node/bin/node`;
const node = Number(process.versions.node.split('.')[0]) >= 24 ? process.execPath : own;
if (!existsSync(node)) {
  process.stderr.write('isnad: run "npm install" first; it brings Node 24 along.\n');
  process.exit(2);
}

/** Newest change below a folder, in milliseconds. */
function newest(folder) {
  let latest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    latest = Math.max(latest, entry.isDirectory() ? newest(path) : statSync(path).mtimeMs);
  }
  return latest;
}

const page = `${root}build/web/index.html`;
if (!existsSync(page) || statSync(page).mtimeMs < newest(`${root}web`)) {
  process.stdout.write('Building the web app …\n');
  const built = spawnSync(node, [`${root}node_modules/vite/bin/vite.js`, 'build', 'web', '--logLevel', 'warn'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (built.status !== 0) process.exit(built.status ?? 1);
}

for (const slug of ['monitor-bulletin-deir-ez-zor', 'agency-market-strike']) {
  const { outlet, published } = JSON.parse(readFileSync(`${root}corpus/${slug}/claims.json`, 'utf8'));
  const report = `${root}corpus/${slug}/report.txt`;
  process.stdout.write(`\n${readFileSync(report, 'utf8')}\n`);
  const read = spawnSync(node, [`${root}src/cli/main.ts`, 'read', report, '--published', published, '--outlet', outlet], {
    stdio: 'inherit',
  });
  if (read.status !== 0) process.exit(read.status ?? 1);
}
if (process.env.ISNAD_START_ONCE) process.exit(0);

process.stdout.write('Read your own reports in the browser (Ctrl-C ends):\n');
const served = spawnSync(node, [`${root}src/cli/main.ts`, 'serve', ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
process.exit(served.status ?? 0);
