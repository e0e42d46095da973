/** Has the head of the journal stamped with the time by a server (RFC 3161), so that nobody can say later that the ledger was written afterwards. Only the hash leaves. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Refused } from '../formats/fetch/address.ts';
import { type AskOptions, ask } from '../formats/fetch/ask.ts';
import { readTimestamp, timestampQuery } from '../formats/fetch/timestamp.ts';
import { headOf, type Ledger } from '../ledger/index.ts';

export type Stamped = { seq: number; hash: string; time: string; serial: string; server: string; token: string };

const folderOf = (ledger: Ledger): string => join(dirname(ledger.file), 'timestamps');

/** `token`: the file with the answer as it came. A head that is stamped already is not sent again. */
export async function timestampHead(ledger: Ledger, server: string, options: AskOptions): Promise<Stamped> {
  const head = await headOf(ledger.read);
  if (head.seq === 0) throw new Refused('the ledger is empty: there is nothing to stamp');
  const folder = folderOf(ledger);
  const name = join(folder, `${head.seq}-${head.hash.slice(0, 12)}`);
  if (existsSync(`${name}.json`)) return JSON.parse(readFileSync(`${name}.json`, 'utf8'));
  const hash = Buffer.from(head.hash, 'hex');
  const nonce = randomBytes(8);
  const headers = { 'Content-Type': 'application/timestamp-query', Accept: 'application/timestamp-reply' };
  const answer = (await ask(server, { ...options, headers, body: timestampQuery(hash, nonce) })).at(-1);
  if (answer === undefined || answer.status !== 200) throw new Refused(`was answered with ${answer?.status}`);
  let read: ReturnType<typeof readTimestamp>;
  try {
    read = readTimestamp(answer.body, hash, nonce);
  } catch (error) {
    throw new Refused((error as Error).message);
  }
  const stamped: Stamped = { seq: head.seq, hash: head.hash, time: read.time, serial: read.serial, server, token: `${name}.tsr` };
  mkdirSync(folder, { recursive: true });
  writeFileSync(stamped.token, answer.body);
  writeFileSync(`${name}.part`, `${JSON.stringify(stamped, null, 2)}\n`);
  renameSync(`${name}.part`, `${name}.json`);
  return stamped;
}

/** The earliest stamp on a head of this ledger's journal at that entry or behind it: what it covers was there at that time. */
export async function stampOver(ledger: Ledger, seq: number): Promise<Stamped | null> {
  const folder = folderOf(ledger);
  if (ledger.file === ':memory:' || !existsSync(folder)) return null;
  const stamps = readdirSync(folder)
    .filter((name) => name.endsWith('.json') && Number(name.split('-')[0]) >= seq)
    .sort((a, b) => Number(a.split('-')[0]) - Number(b.split('-')[0]));
  for (const name of stamps) {
    const stamp = stampIn(join(folder, name));
    if (stamp === null) continue;
    // another ledger may lie in the same folder
    const entry = await ledger.read.selectFrom('journal').select('hash').where('seq', '=', stamp.seq).executeTakeFirst();
    if (entry?.hash === stamp.hash) return stamp;
  }
  return null;
}

function stampIn(file: string): Stamped | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Stamped;
  } catch {
    return null;
  }
}
