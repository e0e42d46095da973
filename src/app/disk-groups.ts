/** Computed events of a large case on disk, and their counts by place and day, so that a running total meets those it may hold and no others. */
import type { DatabaseSync } from 'node:sqlite';
import {
  type Brief,
  type CountedEvent,
  type GroupShelf,
  isExact,
  lies,
  listsOf,
  soughtBy,
  wantedOf,
} from '../reconcile/index.ts';

/** `counted`: only kinds that some total is laid beside; these stand in `wanted`. Bodies are not kept for the next time: the ledger has them. */
export const GROUP_TABLES = `
  CREATE TABLE IF NOT EXISTS groups (first INTEGER PRIMARY KEY, key TEXT NOT NULL, code TEXT NOT NULL, members BLOB NOT NULL, brief TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS groups_key ON groups (key);
  CREATE INDEX IF NOT EXISTS groups_code ON groups (code);
  CREATE TABLE IF NOT EXISTS aliases (alias TEXT NOT NULL, first INTEGER NOT NULL, PRIMARY KEY (alias, first)) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS aliases_first ON aliases (first);
  CREATE TEMP TABLE computed (first INTEGER PRIMARY KEY, body TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS wanted (kind TEXT PRIMARY KEY) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS counted (kind TEXT NOT NULL, list TEXT NOT NULL, day TEXT NOT NULL, first INTEGER NOT NULL, low REAL NOT NULL, high REAL,
    PRIMARY KEY (kind, list, day, first)) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS counted_first ON counted (first);`;

/** From so many codes on it is no longer said which events are touched. */
const MOST_TOUCHED = 5000;

export type DiskGroups = GroupShelf & {
  /** From now on it is known which events are touched, or no longer. */
  follow: (isFollowed: boolean) => void;
};

export function groupsOnDisk(db: DatabaseSync, keyOf: (id: number) => string): DiskGroups {
  const put = db.prepare('INSERT INTO groups VALUES (?, ?, ?, ?, ?)');
  const putBody = db.prepare('INSERT INTO computed VALUES (?, ?)');
  const drops = ['groups', 'computed', 'counted', 'aliases'].map((table) => db.prepare(`DELETE FROM ${table} WHERE first = ?`));
  const membersOf = db.prepare('SELECT members FROM groups WHERE first = ?');
  const briefOf = db.prepare('SELECT brief FROM groups WHERE first = ?');
  const bodyOf = db.prepare('SELECT body FROM computed WHERE first = ?');
  const withCode = db.prepare('SELECT first, brief FROM groups WHERE code = ? ORDER BY key');
  const codeOf = db.prepare('SELECT code FROM groups WHERE first = ?');
  const putAlias = db.prepare('INSERT OR IGNORE INTO aliases VALUES (?, ?)');
  const withAlias = db.prepare('SELECT code FROM aliases JOIN groups USING (first) WHERE alias = ?');
  const count = db.prepare('INSERT OR REPLACE INTO counted VALUES (?, ?, ?, ?, ?, ?)');
  const wanted = new Set(
    db
      .prepare('SELECT kind FROM wanted')
      .all()
      .map((row) => row.kind as string),
  );

  function* all(): Iterable<{ first: number; brief: Brief }> {
    for (const row of db.prepare('SELECT first, brief FROM groups ORDER BY key').iterate()) yield groupOf(row);
  }

  function putCounts(first: number, { begin, place, counts }: Brief, kinds: ReadonlySet<string>): void {
    if (begin === null || kinds.size === 0) return;
    const lists = listsOf(place);
    for (const [kind, { low, high }] of wantedOf(counts, kinds))
      for (const list of lists) count.run(kind, list, begin, first, low, high);
  }

  /** Lists counts of kinds that nobody looked for until now. */
  function want(kinds: ReadonlySet<string>): void {
    const fresh = new Set([...kinds].filter((kind) => !wanted.has(kind)));
    if (fresh.size === 0) return;
    const some: { first: number; brief: Brief }[] = [];
    const write = () => {
      for (const { first, brief } of some.splice(0)) putCounts(first, brief, fresh);
    };
    // what is gone through does not change meanwhile: counts stand in a table of their own
    for (const group of all()) if (some.push(group) >= PIECE) write();
    write();
    for (const kind of fresh) {
      wanted.add(kind);
      db.prepare('INSERT INTO wanted VALUES (?)').run(kind);
    }
  }

  /** Null: not followed, or too many. */
  let touched: Set<string> | null = null;

  function touch(code: string): void {
    touched?.add(code);
    if (touched && touched.size > MOST_TOUCHED) touched = null;
  }

  function drop(first: number): void {
    const before = touched && codeOf.get(first);
    if (before) touch(before.code as string);
    for (const drop of drops) drop.run(first);
  }

  return {
    keep(members, { brief, body }) {
      const [first] = members;
      drop(first);
      touch(brief.code);
      for (const alias of brief.aliases) putAlias.run(alias, first);
      put.run(first, keyOf(first), brief.code, new Uint8Array(Int32Array.from(members).buffer), JSON.stringify(brief));
      putBody.run(first, body);
      putCounts(first, brief, wanted);
    },
    drop,
    follow(isFollowed) {
      touched = isFollowed ? new Set() : null;
    },
    touched() {
      if (touched === null) return null;
      const all = new Set(touched);
      for (const code of touched) for (const row of withAlias.all(code)) all.add(row.code as string);
      return all;
    },
    withCode: (code) => withCode.all(code).map(groupOf),
    members(first) {
      const row = membersOf.get(first);
      return row && [...new Int32Array((row.members as Uint8Array).slice().buffer)];
    },
    body: (first) => bodyOf.get(first)?.body as string | undefined,
    all,
    isCode: (code) => withCode.get(code) !== undefined,
    *shared() {
      for (const { code } of db.prepare('SELECT code FROM groups GROUP BY code HAVING count(*) > 1').all())
        yield { code: code as string, firsts: withCode.all(code).map((row) => row.first as number) };
    },
    counted(kinds, codeFor) {
      want(kinds);
      const within = db.prepare(`SELECT first, low, high, code FROM counted JOIN groups USING (first)
        WHERE kind = ? AND list = ? AND day BETWEEN ? AND ?`);
      return {
        within(kind, since, until, place) {
          const found: CountedEvent[] = [];
          for (const list of soughtBy(place)) {
            for (const row of within.all(kind, list, since, until)) {
              const first = row.first as number;
              if (!isExact(list, place) && !lies((JSON.parse(briefOf.get(first)?.brief as string) as Brief).place, place))
                continue;
              found.push({ code: codeFor(first, row.code as string), low: row.low as number, high: row.high as number | null });
            }
          }
          return found;
        },
      };
    },
  };
}

const PIECE = 500;

const groupOf = ({ first, brief }: Record<string, unknown>): { first: number; brief: Brief } => {
  return { first: first as number, brief: JSON.parse(brief as string) };
};
