#!/usr/bin/env node
// Starts the CLI on a Node that can run it: this one when it is 24 or newer, else the one installed beside the package.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const built = fileURLToPath(new URL('../build/cli/main.mjs', import.meta.url));
const source = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));
const entry = existsSync(source) ? source : built;

const newEnough = Number(process.versions.node.split('.')[0]) >= 24;
const installed = fileURLToPath(new URL('../node_modules/node/bin/node', import.meta.url));
const runtime = newEnough ? process.execPath : existsSync(installed) ? installed : null;
if (runtime === null) {
  process.stderr.write(
    `isnad needs Node 24 or newer; this is ${process.version}. Run "npm install" in the isnad folder, which brings Node 24 along.\n`,
  );
  process.exit(2);
}
const flags = ['--disable-warning=ExperimentalWarning'];
const child = spawnSync(runtime, [...flags, entry, ...process.argv.slice(2)], { stdio: 'inherit' });
if (child.error) process.stderr.write(`isnad: ${child.error.message}\n`);
process.exit(child.signal ? 1 : (child.status ?? 1));
