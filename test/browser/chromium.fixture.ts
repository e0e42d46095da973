/** For tests in a browser: Chromium where there is one, the built screens, a server over a fresh ledger file, and a watch on every request. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { startServer } from '../../src/cli/serve.ts';

export type Lang = 'ar' | 'en';
export type Bench = {
  address: string;
  db: string;
  open: (lang: Lang, options?: { width?: number; dark?: boolean }) => Promise<{ page: Page; context: BrowserContext }>;
  /** What went wrong in the pages, and every address asked for that is not this server's. */
  faults: string[];
  strangers: string[];
  close: () => Promise<void>;
};

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const FLAGS =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'.split(
    ' ',
  );
const root = fileURLToPath(new URL('../../', import.meta.url));

/** Where Chromium lies, or null. `ISNAD_CHROMIUM` names another one. */
export function findChromium(env: Record<string, string | undefined> = process.env): string | null {
  const wanted = env.ISNAD_CHROMIUM ? [env.ISNAD_CHROMIUM] : PLACES;
  return wanted.find((path) => existsSync(path)) ?? null;
}

/** Why tests in a browser do not run here, or false. */
export function whyNot(): string | false {
  if (process.env.ISNAD_LAND) return 'ISNAD_LAND is set: tests in a browser are left out';
  return findChromium() === null ? 'no Chromium here (ISNAD_CHROMIUM names one): tests in a browser are skipped' : false;
}

/** Asks a server of this process; once more when a connection that was kept open had been closed while the process was busy with something else. */
export async function ask(address: string | URL, init?: RequestInit): Promise<Response> {
  try {
    return await fetch(address, init);
  } catch {
    return await fetch(address, init);
  }
}

const PATIENCE = 180_000; // a failing test waits as long; a slow machine does not fail

/** Asks again until it is so; fails when it never is. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + PATIENCE;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`not so after ${PATIENCE / 1000} seconds: ${isSo}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

let started: Promise<Browser> | null = null;

/** One for all files that run in this process: starting it takes longer than most tests. */
function theBrowser(): Promise<Browser> {
  started ??= chromium.launch({ executablePath: findChromium() as string, args: FLAGS });
  return started;
}
after(async () => {
  await (await started)?.close();
});

/** To be opened in a `describe`: what is opened outside of one stays open until the tests of all files are over. */
export async function openBench({ withSample = false } = {}): Promise<Bench> {
  buildWhenStale();
  const folder = mkdtempSync(join(tmpdir(), 'isnad-browser-'));
  const db = join(folder, 'cases.db');
  const faults: string[] = [];
  const strangers: string[] = [];
  const contexts: BrowserContext[] = [];
  const report = (error: unknown) => void faults.push(`server: ${error instanceof Error ? error.stack : String(error)}`);
  const server = await startServer({ port: 0, db, caseName: withSample ? null : 'main', withSample, report });
  const browser = await theBrowser();
  return {
    address: server.address,
    db,
    faults,
    strangers,
    async open(lang, { width = 1280, dark = false } = {}) {
      const context = await browser.newContext({
        viewport: { width, height: 900 },
        colorScheme: dark ? 'dark' : 'light',
        locale: lang === 'ar' ? 'ar' : 'en-GB',
        reducedMotion: 'reduce',
        acceptDownloads: true,
      });
      contexts.push(context);
      context.setDefaultTimeout(PATIENCE);
      context.on('request', (request) => {
        const url = request.url();
        if (!url.startsWith(server.address) && !/^(data|blob):/.test(url)) strangers.push(url);
      });
      const page = await context.newPage();
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') faults.push(message.text());
      });
      page.on('dialog', (dialog) => {
        faults.push(`a dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      return { page, context };
    },
    async close() {
      await Promise.all(contexts.map((context) => context.close().catch(() => {})));
      await server.close();
      rmSync(folder, { recursive: true });
    },
  };
}

function buildWhenStale(): void {
  const page = join(root, 'build/web/index.html');
  if (existsSync(page) && statSync(page).mtimeMs > newest(join(root, 'web'))) return;
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const built = spawnSync(process.execPath, [vite, 'build', 'web', '--logLevel', 'warn'], { cwd: root, stdio: 'inherit' });
  if (built.status !== 0) throw new Error('the web app does not build');
}

function newest(folder: string): number {
  let latest = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) latest = Math.max(latest, statSync(join(entry.parentPath, entry.name)).mtimeMs);
  return latest;
}
