/** A ledger of an older isnad is brought to the newest form, and people are told that it is. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import test from 'node:test';
import { openLedger } from '../ledger/index.ts';
import { sayOlder } from './older-ledger.ts';
import { startServer } from './serve.ts';

test('the step is told once, by the server too, and never of a new file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'isnad-older-'));
  const db = join(folder, 'a.db');
  const said: string[] = [];
  const onStep = () => sayOlder(db, { write: (text: string) => said.push(text) });
  await (await openLedger(db, { onStep: onStep() })).close();
  assert.deepEqual(said, []);
  older(db);
  await (await openLedger(db, { onStep: onStep() })).close();
  assert.equal(said.length, 1);
  assert.match(said[0], /older isnad .*newest form \(\d+ MB/);
  older(db);
  const report = (error: unknown) => assert.fail(String(error));
  await (await startServer({ port: 0, db, caseName: null, report, onStep: onStep() })).close();
  assert.equal(said.length, 2);
  rmSync(folder, { recursive: true });
});

/** As it was before the last step. */
function older(db: string): void {
  const file = new DatabaseSync(db);
  file.exec(
    "alter table postings drop column day; alter table postings drop column type; delete from schema_steps where name = '0008-posting-days'",
  );
  file.close();
}
