/** What the commands over a ledger have in common: their options, opening the file, and the case that is meant. */
import { existsSync } from 'node:fs';
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { defaultLedgerFile } from '../app/ledger-file.ts';
import type { Ledger } from '../ledger/index.ts';
import { type Io, UsageError } from './command.ts';
import { sayOlder } from './older-ledger.ts';
import type { Lang } from './words.ts';

const text = { type: 'string' } as const;
/** Every command over a ledger takes these. */
const COMMON = { db: text, case: text, format: text, lang: text } satisfies ParseArgsOptionsConfig;

export type Parsed = {
  values: Record<string, string | undefined>;
  flags: ReadonlySet<string>;
  positionals: string[];
  lang: Lang;
};

/** Options named in `more` take a value, those in `flags` none. */
export function parseLedgerArgs(args: string[], more: readonly string[] = [], flags: readonly string[] = []): Parsed {
  const options: ParseArgsOptionsConfig = { ...COMMON };
  for (const name of more) options[name] = text;
  for (const name of flags) options[name] = { type: 'boolean' };
  let found: { values: Record<string, unknown>; positionals: string[] };
  try {
    found = parseArgs({ args, allowPositionals: true, options });
  } catch (error) {
    throw new UsageError('ISN-U02', (error as Error).message.split('. ')[0]);
  }
  const values: Parsed['values'] = {};
  for (const [name, value] of Object.entries(found.values)) if (typeof value === 'string') values[name] = value;
  const set = new Set(Object.keys(found.values).filter((name) => found.values[name] === true));
  return { values, flags: set, positionals: found.positionals, lang: langOf(values.lang) };
}

function langOf(value = 'en'): Lang {
  if (value !== 'en' && value !== 'ar') throw new UsageError('ISN-U03', `--lang ${value}: use ar or en`);
  return value;
}

export function oneOf<T extends string>(option: string, value: string | undefined, allowed: readonly T[], standard: T): T {
  if (value === undefined) return standard;
  if (!allowed.includes(value as T)) throw new UsageError('ISN-U03', `--${option} ${value}: use ${allowed.join(', ')}`);
  return value as T;
}

export function wholeNumber(option: string, value: string | undefined, standard: number): number {
  if (value === undefined) return standard;
  if (!/^\d{1,9}$/u.test(value)) throw new UsageError('ISN-U03', `--${option} ${value}: write a whole number`);
  return Number(value);
}

/** Opens a ledger that is there already; what is asked for never makes one. */
export async function withLedger(io: Io, db: string | undefined, use: (ledger: Ledger) => Promise<number>): Promise<number> {
  const file = ledgerFile(io, db);
  if (!existsSync(file)) {
    const fix = db === undefined ? '' : ` --db ${file}`;
    throw new UsageError(
      'ISN-L02',
      `there is no ledger at ${file} yet: "isnad import FOLDER${fix}" makes one, "isnad sample${fix}" fills one to try`,
    );
  }
  const { openLedger } = await import('../ledger/index.ts');
  const ledger = await openLedger(file, { onStep: sayOlder(file, io.stderr) });
  try {
    return await use(ledger);
  } finally {
    await ledger.close();
  }
}

export function ledgerFile(io: Io, db: string | undefined): string {
  return db ?? defaultLedgerFile(io.env);
}

export type Chosen = { id: number; name: string };

/** The case that is meant: the one named, the only one there is, or the one into which imports go unless told otherwise. */
export async function chosenCase(ledger: Ledger, name: string | undefined): Promise<Chosen> {
  const { DEFAULT_CASE, listCases } = await import('../ledger/index.ts');
  const cases = await listCases(ledger.read);
  const names = cases.map((one) => one.name).join(', ');
  if (cases.length === 0)
    throw new UsageError('ISN-L03', 'the ledger is empty: bring reports in with "isnad import FOLDER", or try "isnad sample"');
  if (name !== undefined) {
    const found = cases.find((one) => one.name === name);
    if (!found) throw new UsageError('ISN-L04', `there is no case "${name}"; there are: ${names}`);
    return found;
  }
  const found = cases.length === 1 ? cases[0] : cases.find((one) => one.name === DEFAULT_CASE);
  if (!found) throw new UsageError('ISN-L04', `say which case with --case: ${names}`);
  return found;
}

/** The case named, or null for all of them. */
export async function caseOrAll(ledger: Ledger, name: string | undefined): Promise<number | null> {
  return name === undefined ? null : (await chosenCase(ledger, name)).id;
}
