/** `isnad import` as people run it: what it says, what it leaves behind, and what happens when it is killed. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const folder = mkdtempSync(join(tmpdir(), 'isnad-import-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const main = fileURLToPath(new URL('./main.ts', import.meta.url));
const places = ['الرقة', 'إدلب', 'دير الزور', 'حلب', 'درعا'];
const sentence = (n: number) => `قتل ${n + 2} مدنيين في قصف على بلدة قرب ${places[n % 5]} أمس، وفق ما أعلن الدفاع المدني.`;

type Ran = { code: number | null; out: string; err: string };
function isnad(args: string[], during?: (kill: () => void) => Promise<void>): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_TEST_CONTEXT: undefined },
    });
    const ran = { code: null, out: '', err: '' } as Ran;
    child.stdout.setEncoding('utf8').on('data', (text) => (ran.out += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (ran.err += text));
    child.on('error', reject).on('close', (code) => resolve({ ...ran, code }));
    void during?.(() => child.kill('SIGKILL'));
  });
}

function ask(db: string, sql: string): number {
  const database = new DatabaseSync(db, { readOnly: true });
  try {
    return Object.values(database.prepare(sql).get() as object)[0] as number;
  } finally {
    database.close();
  }
}

test('a folder of texts and lines: the rest goes on where an item fails, and a second run holds everything already', async () => {
  const reports = join(folder, 'reports');
  mkdirSync(join(reports, 'deep'), { recursive: true });
  writeFileSync(join(reports, 'one.txt'), sentence(1));
  writeFileSync(join(reports, 'deep', 'two.txt'), sentence(2));
  writeFileSync(join(reports, 'empty.txt'), '\n');
  const line = { id: 'mon-1', outlet: 'المرصد', published: '2019-02-12', text: sentence(3), url: 'https://example.org/1' };
  writeFileSync(join(reports, 'many.jsonl'), `${JSON.stringify(line)}\n{"id":"mon-2"}\nnot json\n`);
  const db = join(folder, 'folder.db');

  const first = await isnad(['import', reports, '--db', db, '--case', 'north']);
  assert.equal(first.code, 1, first.err);
  assert.equal(first.out, '3 new, 0 already held, 3 failed (3 taking the text) (import 1)\n');
  assert.match(first.err, /empty\.txt: is empty/u);
  assert.match(first.err, /many\.jsonl:2: has no text/u);
  assert.match(first.err, /many\.jsonl:3: is no JSON/u);

  const again = await isnad(['import', reports, '--db', db, '--case', 'north', '--json']);
  const { new: fresh, held, failed, state } = JSON.parse(again.out);
  assert.deepEqual({ fresh, held, failed, state }, { fresh: 0, held: 3, failed: 3, state: 'finished' });
  assert.equal(ask(db, 'select count(*) from reports'), 3);
  assert.equal(ask(db, "select count(*) from reports where published = '2019-02-12' and url = 'https://example.org/1'"), 1);
});

test('wrong use is told in one line', async () => {
  const nothing = await isnad(['import']);
  assert.deepEqual([nothing.code, nothing.err], [2, 'isnad import: name files or folders to import (ISN-U01)\n']);
  const missing = await isnad(['import', join(folder, 'nowhere')]);
  assert.equal(missing.code, 2);
  assert.match(missing.err, /there is no such file \(ISN-U06\)/u);
});

// four starts of the program: left out where time is short
test('killed in the middle, it goes on where it was: nothing lost, nothing doubled', {
  skip: process.env.ISNAD_LAND !== undefined,
}, async () => {
  const lines = Array.from({ length: 1200 }, (_, n) =>
    JSON.stringify({ id: `k-${n}`, published: '2020-01-05', text: sentence(n) }),
  );
  const file = join(folder, 'killed.jsonl');
  writeFileSync(file, lines.join('\n'));
  const killedIn = async (db: string): Promise<number> => {
    await isnad(['import', file, '--db', db], async (kill) => {
      for (;;) {
        await new Promise((resolve) => setTimeout(resolve, 10));
        try {
          if (ask(db, 'select count(*) from reports') > 0) return kill();
        } catch {}
      }
    });
    return ask(db, 'select count(*) from reports');
  };
  // where this process stood still while the other went on, the end came first: once more
  let db = '';
  let kept = lines.length;
  for (let n = 0; n < 5 && kept === lines.length; n++) {
    db = join(folder, `killed-${n}.db`);
    kept = await killedIn(db);
  }
  assert.ok(kept > 0 && kept < 1200, `killed in the middle, at ${kept}`);

  const again = await isnad(['import', file, '--db', db]);
  assert.equal(again.code, 0, again.err);
  assert.match(again.err, /import 1 was interrupted/u);
  assert.equal(again.out, `${1200 - kept} new, ${kept} already held (import 2)\n`);
  assert.equal(ask(db, 'select count(*) from reports'), 1200);
  assert.equal(ask(db, 'select count(distinct key) from reports'), 1200);
  assert.equal(ask(db, 'select count(*) from case_reports'), 1200);
  assert.equal(ask(db, 'select count(distinct claim) = count(*) from claims'), 1);
  assert.equal(ask(db, "select count(*) from import_marks where import = 1 and state = 'failed'"), 1);
});
