/**
 * A shelf for large cases: happenings and computed events in a file of their own, so that memory does not grow with the case. Without a name the file is
 * private and the system removes it when it is closed; a named one stays, and what was worked out of a case is there the next time. It holds nothing that the
 * ledger does not say: whoever deletes it loses only time. Keys are kept as hashes: should two ever fall together, a pair too many is compared.
 */
import { DatabaseSync } from 'node:sqlite';
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import {
  type BlockKey,
  type Happening,
  hash53,
  type Keyed,
  type Link,
  type Outline,
  type Own,
  outlineOf,
  type Shelf,
} from '../reconcile/index.ts';
import { type DiskGroups, GROUP_TABLES, groupsOnDisk } from './disk-groups.ts';
import { TOLD_TABLES, toldOnDisk } from './disk-told.ts';

const CACHE_KIB = 32 * 1024;
/** Outlines that were looked at last, unpacked: reports come by day, and neighbours are met again and again. */
const MOST_OPEN = 6000;
const DAYS = 65_536;
const NAMES = 2 ** 37;

export type DiskShelf = Shelf & {
  groups: DiskGroups;
  /** By the id of a report the number of its reading: what stands here is of that one. */
  readings: Keyed<string, number>;
  /** Makes all that was done hold, for the next time; what was done since the last time is undone where a process ends without. */
  commit: () => void;
  close: () => void;
};

/** Throws where another process has the named file open. */
export function diskShelf(file = ''): DiskShelf {
  const db = new DatabaseSync(file);
  try {
    db.exec(`PRAGMA journal_mode = ${file === '' ? 'OFF' : 'DELETE'}; PRAGMA synchronous = ${file === '' ? 'OFF' : 'NORMAL'};
    PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -${CACHE_KIB};
    BEGIN EXCLUSIVE;
    CREATE TABLE IF NOT EXISTS outlines (id INTEGER PRIMARY KEY, key TEXT NOT NULL, links BLOB NOT NULL, body TEXT NOT NULL);
    CREATE INDEX IF NOT EXISTS outlines_key ON outlines (key);
    CREATE TABLE IF NOT EXISTS happenings (id INTEGER PRIMARY KEY, body BLOB NOT NULL);
    CREATE TABLE IF NOT EXISTS keys (key INTEGER NOT NULL, happening INTEGER NOT NULL, PRIMARY KEY (key, happening)) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS repeated (key INTEGER NOT NULL, happening INTEGER NOT NULL, PRIMARY KEY (key, happening)) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS reports (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS readings (key TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS judged (key TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS notes (key TEXT PRIMARY KEY, value BLOB NOT NULL);
    ${TOLD_TABLES}
    ${GROUP_TABLES}`);
  } catch (error) {
    db.close();
    throw error;
  }
  const drops = ['outlines', 'happenings'].map((table) => db.prepare(`DELETE FROM ${table} WHERE id = ?`));
  const putOutline = db.prepare('INSERT INTO outlines VALUES (?, ?, ?, ?)');
  const putBody = db.prepare('INSERT INTO happenings VALUES (?, ?)');
  const [putKey, putRepeated] = ['keys', 'repeated'].map((table) => db.prepare(`INSERT OR IGNORE INTO ${table} VALUES (?, ?)`));
  const [dropKey, dropRepeated] = ['keys', 'repeated'].map((table) => {
    return db.prepare(`DELETE FROM ${table} WHERE key = ? AND happening = ?`);
  });
  const outlineText = db.prepare('SELECT body FROM outlines WHERE id = ?');
  const linksOf = db.prepare('SELECT links FROM outlines WHERE id = ?');
  const bodyOf = db.prepare('SELECT body FROM happenings WHERE id = ?');
  const keyOf = db.prepare('SELECT key FROM outlines WHERE id = ?');
  const under = db.prepare('SELECT happening FROM keys WHERE key = ?');
  const underRepeated = db.prepare('SELECT happening FROM repeated WHERE key BETWEEN ? AND ?');
  /** What was looked at last, and what before: when the first is full it takes the place of the second. */
  let fresh = new Map<number, Outline>();
  let stale = new Map<number, Outline>();

  function remember(id: number, outline: Outline): Outline {
    if (fresh.size >= MOST_OPEN / 2) {
      stale = fresh;
      fresh = new Map();
    }
    fresh.set(id, outline);
    return outline;
  }

  function outline(id: number): Outline {
    const known = fresh.get(id);
    if (known) return known;
    const older = stale.get(id);
    return remember(id, older ?? (JSON.parse(found(outlineText.get(id), id).body as string) as Outline));
  }

  return {
    put(id, happening, keys, links) {
      const outline = outlineOf(id, happening);
      putOutline.run(id, happening.key, packedLinks(links), JSON.stringify(outline));
      putBody.run(id, packed({ input: happening.input, claims: happening.claims }));
      for (const key of keys) (key.isRepeated ? putRepeated : putKey).run(numberOf(key), id);
      remember(id, outline);
    },
    remove(id, keys) {
      for (const drop of drops) drop.run(id);
      for (const key of keys) (key.isRepeated ? dropRepeated : dropKey).run(numberOf(key), id);
      fresh.delete(id);
      stale.delete(id);
    },
    get(id) {
      const { key, subject } = outline(id);
      const { input, claims } = unpacked<Pick<Happening, 'input' | 'claims'>>(found(bodyOf.get(id), id).body as Uint8Array);
      return { key, input, claims, subject };
    },
    outline,
    links: (id) => unpackedLinks(found(linksOf.get(id), id).links as Uint8Array),
    near(keys) {
      const ids = new Set<number>();
      for (const key of keys) {
        const number = numberOf(key);
        const rows = key.isRepeated ? underRepeated.all(number, key.at === null ? number + DAYS - 1 : number) : under.all(number);
        for (const row of rows) ids.add(row.happening as number);
      }
      return [...ids].map(outline);
    },
    *ids() {
      for (const row of db.prepare('SELECT id FROM outlines ORDER BY key').iterate()) yield row.id as number;
    },
    reports: keyed<Own>(db, 'reports', JSON.stringify, (value) => JSON.parse(value as string)),
    readings: keyed<number>(db, 'readings', Number, Number),
    judged: keyed<number>(db, 'judged', Number, Number),
    notes: keyed<Uint8Array>(
      db,
      'notes',
      (value) => value,
      (value) => value as Uint8Array,
    ),
    told: toldOnDisk(db),
    groups: groupsOnDisk(db, (id) => found(keyOf.get(id), id).key as string),
    commit: () => db.exec('COMMIT; BEGIN EXCLUSIVE'),
    close: () => db.close(),
  };
}

type Stored = string | number | Uint8Array;

function keyed<V>(db: DatabaseSync, table: string, write: (value: V) => Stored, read: (value: Stored) => V): Keyed<string, V> {
  const get = db.prepare(`SELECT value FROM ${table} WHERE key = ?`);
  const put = db.prepare(`INSERT OR REPLACE INTO ${table} VALUES (?, ?)`);
  const drop = db.prepare(`DELETE FROM ${table} WHERE key = ?`);
  const map: Keyed<string, V> = {
    get(key) {
      const row = get.get(key);
      return row && read(row.value as Stored);
    },
    has: (key) => get.get(key) !== undefined,
    set(key, value) {
      put.run(key, write(value));
      return map as Map<string, V>;
    },
    delete: (key) => drop.run(key).changes > 0,
  };
  return map;
}

/** Most happenings are packed and unpacked in one piece; a larger one takes longer to set up. */
const SMALL = { chunkSize: 4 * 1024, params: { [constants.ZSTD_c_compressionLevel]: 1 } };
const WHOLE = { chunkSize: 16 * 1024 };

const packed = (value: object): Uint8Array => zstdCompressSync(JSON.stringify(value), SMALL);
const unpacked = <T>(bytes: Uint8Array): T => JSON.parse(zstdDecompressSync(bytes, WHOLE).toString('utf8')) as T;

function found<T>(row: T | undefined, id: number): T {
  if (row === undefined) throw new Error(`there is no happening ${id}`);
  return row;
}

/**
 * Keys of one day lie together: whoever goes through a case by day meets the same few pages. Keys of what is repeated lie together by name, so that all their
 * spells are one stretch. Days that are ages apart may fall together, which is harmless.
 */
function numberOf({ name, at, isRepeated }: BlockKey): number {
  const hash = hash53(name) % NAMES;
  const day = at === null ? 0 : ((at % DAYS) + DAYS) % DAYS;
  return (isRepeated ? hash * DAYS + day : day * NAMES + hash) - 2 ** 52;
}

function packedLinks(links: readonly Link[]): Uint8Array {
  return new Uint8Array(Float64Array.from(links.flatMap(({ id, sum }) => [id, sum])).buffer);
}

function unpackedLinks(bytes: Uint8Array): Link[] {
  const numbers = new Float64Array(bytes.slice().buffer);
  const links: Link[] = [];
  for (let i = 0; i < numbers.length; i += 2) links.push({ id: numbers[i], sum: numbers[i + 1] });
  return links;
}
