/**
 * A shelf for large cases: happenings and computed events in a private file that the system removes when it is closed, so that memory does not grow with the
 * case. Keys are kept as hashes: should two ever fall together, a pair too many is compared. Small cases never reach the disk: pages are written out only when they no longer fit into the cache. Nothing here outlives the process.
 */
import { DatabaseSync } from 'node:sqlite';
import { type BlockKey, type Happening, hash53, type Link, type Outline, outlineOf, type Shelf } from '../reconcile/index.ts';

const CACHE_KIB = 32 * 1024;
/** Outlines that were looked at last, unpacked: reports come by day, and neighbours are met again and again. */
const MOST_OPEN = 6000;
const DAYS = 65_536;
const NAMES = 2 ** 37;

export type DiskShelf = Shelf & { close: () => void };

export function diskShelf(): DiskShelf {
  const db = new DatabaseSync('');
  db.exec(`PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -${CACHE_KIB};
    CREATE TABLE outlines (id INTEGER PRIMARY KEY, key TEXT NOT NULL, links BLOB NOT NULL, body TEXT NOT NULL);
    CREATE INDEX outlines_key ON outlines (key);
    CREATE TABLE happenings (id INTEGER PRIMARY KEY, body TEXT NOT NULL);
    CREATE TABLE keys (key INTEGER NOT NULL, happening INTEGER NOT NULL, PRIMARY KEY (key, happening)) WITHOUT ROWID;
    CREATE TABLE repeated (key INTEGER NOT NULL, happening INTEGER NOT NULL, PRIMARY KEY (key, happening)) WITHOUT ROWID;
    CREATE TABLE briefs (id INTEGER PRIMARY KEY, members BLOB NOT NULL, body TEXT NOT NULL);
    CREATE TABLE computed (id INTEGER PRIMARY KEY, body TEXT NOT NULL);
    BEGIN`);
  const tables = ['outlines', 'happenings', 'briefs', 'computed'] as const;
  const drops = tables.map((table) => db.prepare(`DELETE FROM ${table} WHERE id = ?`));
  const putOutline = db.prepare('INSERT INTO outlines VALUES (?, ?, ?, ?)');
  const putBody = db.prepare('INSERT INTO happenings VALUES (?, ?)');
  const [putKey, putRepeated] = ['keys', 'repeated'].map((table) => db.prepare(`INSERT OR IGNORE INTO ${table} VALUES (?, ?)`));
  const [dropKey, dropRepeated] = ['keys', 'repeated'].map((table) => {
    return db.prepare(`DELETE FROM ${table} WHERE key = ? AND happening = ?`);
  });
  const outlineText = db.prepare('SELECT body FROM outlines WHERE id = ?');
  const linksOf = db.prepare('SELECT links FROM outlines WHERE id = ?');
  const bodyOf = db.prepare('SELECT body FROM happenings WHERE id = ?');
  const under = db.prepare('SELECT happening FROM keys WHERE key = ?');
  const underRepeated = db.prepare('SELECT happening FROM repeated WHERE key BETWEEN ? AND ?');
  const putBrief = db.prepare('INSERT OR REPLACE INTO briefs VALUES (?, ?, ?)');
  const briefOf = db.prepare('SELECT members, body FROM briefs WHERE id = ?');
  const putComputed = db.prepare('INSERT OR REPLACE INTO computed VALUES (?, ?)');
  const computedOf = db.prepare('SELECT body FROM computed WHERE id = ?');
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
      putBody.run(id, JSON.stringify({ input: happening.input, claims: happening.claims }));
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
      const { input, claims } = JSON.parse(found(bodyOf.get(id), id).body as string) as Pick<Happening, 'input' | 'claims'>;
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
    keep(id, { members, brief, body }) {
      putBrief.run(id, new Uint8Array(Int32Array.from(members).buffer), JSON.stringify(brief));
      putComputed.run(id, body);
    },
    brief(id) {
      const row = briefOf.get(id);
      if (!row) return undefined;
      return { members: [...new Int32Array((row.members as Uint8Array).slice().buffer)], brief: JSON.parse(row.body as string) };
    },
    body: (id) => computedOf.get(id)?.body as string | undefined,
    close: () => db.close(),
  };
}

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
