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

function commandOf(args: readonly string[]): string[] {
  const source = fileURLToPath(new URL('../cli/main.ts', import.meta.url));
  return ['--disable-warning=ExperimentalWarning', existsSync(source) ? source : process.argv[1], ...args];
}

/** Letters of an answer that is waited for. */
const LONGEST_ANSWER = 16 * 1024 * 1024;

/** Runs a command to its end and gives what it printed; one that takes longer, or prints too much, is ended, with code null. */
export function runAside(args: readonly string[], ms: number): Promise<{ code: number | null; out: string; said: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, commandOf(args), {
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: ms,
      killSignal: 'SIGKILL',
    });
    let out = '';
    let said = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      if (out.length > LONGEST_ANSWER) child.kill('SIGKILL');
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-LINES_KEPT);
    });
    child.on('error', (error) => resolve({ code: null, out, said: error.message }));
    child.on('close', (code) => resolve({ code, out, said }));
  });
}

/** `args`: of the command line, `import …` or `imports 3 --retry`. */
export function startImportProcess(args: readonly string[]): ImportProcess {
  const child = spawn(process.execPath, commandOf(args), { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
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
