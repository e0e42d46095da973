/** What every command of the CLI is: one file `src/cli/<verb>.ts` that exports `command`. */
export type Io = {
  stdout: { write(text: string): unknown; isTTY?: boolean; columns?: number };
  stderr: { write(text: string): unknown; isTTY?: boolean; columns?: number };
  /** All of standard input, as bytes. */
  stdin: () => Promise<Uint8Array>;
  env: Record<string, string | undefined>;
};

export type Command = {
  summary: string;
  usage: string;
  /** Resolves to the exit code. Throws {@link UsageError} for what the caller got wrong. */
  run: (args: string[], io: Io) => Promise<number>;
};

/** Something the caller can mend: printed as one line, exit code 2. */
export class UsageError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = 'UsageError';
    this.code = code;
  }
}
