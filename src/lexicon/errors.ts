/** A fault in a file of `data/`: names the place and the fix, so that a researcher who edits words can mend it. */
export class DataError extends Error {
  readonly code: string;
  constructor(code: string, file: string, line: number, message: string) {
    super(`${code} ${file}:${line} ${message}`);
    this.name = 'DataError';
    this.code = code;
  }
}
