/** The receipt of one report: what was received, when, from where, by what its text was made, and where in the journal it is sealed. */
import { headOf, type Ledger, sha256 } from '../ledger/index.ts';
import { type Stamped, stampOver } from './timestamp-head.ts';

export type Receipt = {
  format: 'isnad.receipt/1';
  /** `of`: how many versions there are. */
  report: { id: string; version: number; of: number; outlet: string | null; published: string | null; url: string | null };
  /** `by`: what took it in, with its version. */
  received: {
    at: string;
    source: string | null;
    item: string | null;
    mediaType: string;
    bytes: number;
    sha256: string;
    by: string;
  };
  text: { sha256: string; letters: number };
  custody: { step: number; kind: string; tool: string; input: string | null; output: string; at: string }[];
  read: { engine: string; data: string } | null;
  journal: { entry: { seq: number; hash: string; at: string } | null; head: { seq: number; hash: string } };
  /** The first time-stamp of an authority (RFC 3161) on a head of the journal that covers the report; null: none was asked for yet. */
  stamp: Stamped | null;
  /** The hash computed again just now from the bytes that are kept. */
  intact: boolean;
};

/** `version`: one that was received earlier; the one that holds when left out. Null: there is none. */
export async function receiptOf(ledger: Ledger, key: string, version: number | null = null): Promise<Receipt | null> {
  const { read } = ledger;
  const versions = await read.selectFrom('reports').selectAll().where('key', '=', key).orderBy('version').execute();
  const row = version === null ? versions.at(-1) : versions.find((one) => one.version === version);
  if (row === undefined) return null;
  const bytes = row.bytes ?? Buffer.from(row.text, 'utf8');
  const outlet =
    row.outlet === null
      ? null
      : await read.selectFrom('names').select('text').where('id', '=', row.outlet).executeTakeFirstOrThrow();
  const custody = await read
    .selectFrom('custody')
    .select(['step', 'kind', 'tool', 'input', 'output', 'at'])
    .where('report', '=', row.id)
    .orderBy('step')
    .execute();
  const by = await read
    .selectFrom('readings')
    .innerJoin('runs', 'runs.id', 'readings.run')
    .select(['runs.engine', 'runs.data'])
    .where('readings.report', '=', row.id)
    .orderBy('readings.id', 'desc')
    .executeTakeFirst();
  const entry = await read
    .selectFrom('journal')
    .select(['seq', 'hash', 'at'])
    .where('kind', '=', 'reports')
    .where('first', '<=', row.id)
    .where('last', '>=', row.id)
    .executeTakeFirst();
  return {
    format: 'isnad.receipt/1',
    report: {
      id: key,
      version: row.version,
      of: versions.length,
      outlet: outlet?.text ?? null,
      published: row.published,
      url: row.url,
    },
    received: {
      at: row.retrieved,
      source: row.source,
      item: row.item,
      mediaType: row.media_type,
      bytes: bytes.length,
      sha256: row.sha256,
      by: (await read.selectFrom('runs').select('engine').where('id', '=', row.run).executeTakeFirstOrThrow()).engine,
    },
    text: { sha256: sha256(row.text), letters: row.text.length },
    custody,
    read: by ?? null,
    journal: { entry: entry ?? null, head: await headOf(read) },
    stamp: entry === undefined ? null : await stampOver(ledger, entry.seq),
    intact: sha256(bytes) === row.sha256,
  };
}

/** The bytes as they came. */
export async function bytesReceived({ read }: Ledger, key: string, version: number | null = null): Promise<Uint8Array | null> {
  let question = read.selectFrom('reports').select(['bytes', 'text']).where('key', '=', key);
  if (version !== null) question = question.where('version', '=', version);
  const row = await question.orderBy('version', 'desc').limit(1).executeTakeFirst();
  return row === undefined ? null : (row.bytes ?? Buffer.from(row.text, 'utf8'));
}
