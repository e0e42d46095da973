import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Kysely, sql } from 'kysely';
import { openSqlite, sqliteDialect } from './sqlite-dialect.ts';

test('a row id beyond 2^53 is kept as it is, and hinders no statement behind it', async () => {
  const db = new Kysely<any>({ dialect: sqliteDialect(openSqlite({ file: ':memory:' })) });
  await sql`create table packed (id integer primary key)`.execute(db);
  const { insertId } = await db.transaction().execute((tx) => sql`insert into packed (id) values (9007199254740993)`.execute(tx));
  assert.equal(insertId, 9007199254740993n);
  const again = await db.transaction().execute((tx) => sql`update packed set id = 7 where id > 9007199254740992`.execute(tx));
  assert.equal(again.numAffectedRows, 1n);
  const { rows } = await sql<{ id: number }>`select id from packed`.execute(db);
  assert.deepEqual(
    rows.map(({ id }) => id),
    [7],
  );
  await db.destroy();
});
