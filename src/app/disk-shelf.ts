/**
 * A shelf for large cases: happenings and computed events in a private file that the system removes when it is closed, so that memory does not grow with the
 * case. Keys are kept as hashes: should two ever fall together, a pair too many is compared. Small cases never reach the disk: pages are written out only when they no longer fit into the cache. Nothing here outlives the process.
 */
import { DatabaseSync } from 'node:sqlite';
import { type Happening, hash53, type Shelf } from '../reconcile/index.ts';

const CACHE_KIB = 32 * 1024;
/** Happenings that were looked at last, unpacked: reports come roughly by day, and neighbours are met again and again. */
const MOST_OPEN = 4000;

export type DiskShelf = Shelf & { close: () => void };

export function diskShelf(): DiskShelf {
  const db = new DatabaseSync('');
  db.exec(`PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -${CACHE_KIB};
    CREATE TABLE happenings (id INTEGER PRIMARY KEY, body TEXT NOT NULL);
    CREATE TABLE keys (key INTEGER NOT NULL, happening INTEGER NOT NULL, PRIMARY KEY (key, happening)) WITHOUT ROWID;
    CREATE TABLE computed (id INTEGER PRIMARY KEY, body TEXT NOT NULL);
    BEGIN`);
  const putBody = db.prepare('INSERT INTO happenings VALUES (?, ?)');
  const putKey = db.prepare('INSERT OR IGNORE INTO keys VALUES (?, ?)');
  const bodyOf = db.prepare('SELECT body FROM happenings WHERE id = ?');
  const under = db.prepare('SELECT happening FROM keys WHERE key = ?');
  const putComputed = db.prepare('INSERT OR REPLACE INTO computed VALUES (?, ?)');
  const computedOf = db.prepare('SELECT body FROM computed WHERE id = ?');
  const dropComputed = db.prepare('DELETE FROM computed WHERE id = ?');
  const idOf = new Map<string, number>();
  const open = new Map<number, Happening>();

  function remember(id: number, happening: Happening): Happening {
    open.set(id, happening);
    if (open.size > MOST_OPEN) for (const oldest of open.keys()) if (open.delete(oldest) && open.size <= MOST_OPEN) break;
    return happening;
  }

  function byId(id: number): Happening {
    const known = open.get(id);
    if (known) {
      open.delete(id);
      return remember(id, known);
    }
    return remember(id, JSON.parse((bodyOf.get(id) as { body: string }).body) as Happening);
  }

  return {
    put(happening, keys) {
      const id = idOf.size + 1;
      idOf.set(happening.key, id);
      putBody.run(id, JSON.stringify(happening));
      for (const key of keys) putKey.run(hash53(key), id);
      remember(id, happening);
    },
    get(key) {
      const id = idOf.get(key);
      if (id === undefined) throw new Error(`there is no happening ${key}`);
      return byId(id);
    },
    near(keys) {
      const ids = new Set<number>();
      for (const key of keys) for (const row of under.all(hash53(key))) ids.add((row as { happening: number }).happening);
      return [...ids].map(byId);
    },
    keep: (group, body) => void putComputed.run(group, JSON.stringify(body)),
    kept(group) {
      const row = computedOf.get(group) as { body: string } | undefined;
      return row && (JSON.parse(row.body) as object);
    },
    drop: (group) => void dropComputed.run(group),
    close: () => db.close(),
  };
}
