/** Runs an import in a process of its own, so that the server goes on answering; it is steered by the marks that the ledger keeps. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export type ImportProcess = {
  /** Number of the import, as soon as it has one; null when it ended before. */
  id: Promise<number | null>;
  /** When it has ended: the last lines it wrote to its error output. */
  ended: Promise<{ code: number | null; said: string }>;
  stop: () => void;
};

const LINES_KEPT = 4000;

/** `args`: of the command line, `import …` or `imports 3 --retry`. */
export function startImportProcess(args: readonly string[]): ImportProcess {
  const source = fileURLToPath(new URL('../cli/main.ts', import.meta.url));
  const entry = existsSync(source) ? source : process.argv[1];
  const flags = ['--disable-warning=ExperimentalWarning'];
  const child = spawn(process.execPath, [...flags, entry, ...args], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-LINES_KEPT);
  });
  const ended = new Promise<{ code: number | null; said: string }>((resolve) => {
    child.on('error', (error) => resolve({ code: null, said: error.message }));
    child.on('close', (code) => resolve({ code, said }));
  });
  const id = new Promise<number | null>((resolve) => {
    child.on('message', (message: { importId?: unknown }) => {
      if (typeof message.importId === 'number') resolve(message.importId);
    });
    void ended.then(() => resolve(null));
  });
  return { id, ended, stop: () => void child.kill('SIGTERM') };
}
