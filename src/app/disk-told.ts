/** Cumulative figures of a large case on disk: by their kinds, so that the series of one kind is read in one stretch. */
import type { DatabaseSync } from 'node:sqlite';
import type { Told, ToldShelf } from '../reconcile/index.ts';

export const TOLD_TABLES = `
  CREATE TABLE IF NOT EXISTS told (kind TEXT NOT NULL, report TEXT NOT NULL, ord INTEGER NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (kind, report, ord)) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS told_report ON told (report);`;

export function toldOnDisk(db: DatabaseSync): ToldShelf {
  const put = db.prepare('INSERT INTO told VALUES (?, ?, ?, ?)');
  const drop = db.prepare('DELETE FROM told WHERE report = ?');
  return {
    put(report, told) {
      for (const [ord, one] of told.entries()) put.run(one.kind, report, ord, JSON.stringify(one));
    },
    drop: (report) => void drop.run(report),
    *kinds() {
      let own: Told[] = [];
      for (const row of db.prepare('SELECT body FROM told ORDER BY kind, report, ord').iterate()) {
        const told = JSON.parse(row.body as string) as Told;
        if (own.length > 0 && own[0].kind !== told.kind) {
          yield own;
          own = [];
        }
        own.push(told);
      }
      if (own.length > 0) yield own;
    },
  };
}
