// `npm install` runs this: reads one sentence, so that words, places and code lie compiled in the user's cache folder and the first start is as fast as the
// later ones. Nothing depends on it: where it cannot run or write, the first start does the same.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const own = join(root, 'node_modules/node/bin/node');
const node = Number(process.versions.node.split('.')[0]) >= 24 ? process.execPath : existsSync(own) ? own : null;
if (node !== null)
  spawnSync(node, [join(root, 'src/cli/main.ts'), 'read', '-'], {
    cwd: root,
    input: '\u0642\u0627\u0644',
    stdio: ['pipe', 'ignore', 'ignore'],
    timeout: 60_000,
  });
