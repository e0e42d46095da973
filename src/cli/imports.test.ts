/** The commands around an import: what failed, trying again, steering, receipts. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { main } from './main.ts';

const folder = mkdtempSync(join(tmpdir(), 'isnad-imports-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const db = join(folder, 'l.db');
const text = 'قتل خمسة مدنيين في قصف على بلدة قرب الرقة أمس، وفق ما أعلن الدفاع المدني.';

async function isnad(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const io = {
    stdout: { write: (more: string) => (out += more) },
    stderr: { write: (more: string) => (err += more) },
    stdin: async () => new Uint8Array(),
    env: { ISNAD_DB: db },
  };
  return { code: await main(args, io), out, err };
}

test('an import is looked at afterwards, tried again, and every report has its receipt', async () => {
  const reports = join(folder, 'reports');
  mkdirSync(reports);
  writeFileSync(join(reports, 'a.txt'), text);
  writeFileSync(join(reports, 'b.csv'), `body,date,where\n"${text} ثانية",2019-02-12,x\n`);
  writeFileSync(join(reports, 'c.png'), Buffer.from('89504e470d0a1a0a', 'hex'));
  writeFileSync(join(reports, 'd.csv'), 'one,two\n1,2\n3,4\n');
  const preview = await isnad('import', reports, '--preview');
  assert.match(preview.out, /b\.csv:2\n {2}outlet: unknown {2}published: 2019-02-12/u);
  assert.match(preview.out, /d\.csv: a table\n {2}columns: one \| two\n {2}taken: has no column/u);
  assert.match(preview.out, /taken: text from body, published from date\n/u);
  const imported = await isnad('import', reports);
  assert.deepEqual(
    [imported.code, imported.out],
    [1, '2 new, 0 already held, 1 failed (1 taking the text), 1 without reports (import 1)\n'],
  );
  assert.match(imported.err, /d\.csv: has no column that is known to hold the text; name it with --columns/u);

  assert.match(
    (await isnad('imports')).out,
    /^1 .* finished {2}main {2}2 new, 1 failed \(1 taking the text\), 1 without reports/u,
  );
  assert.match((await isnad('imports', '1')).out, /\n {2}4 items · .*by isnad/u);
  assert.match((await isnad('imports', '1', '--passed')).out, /c\.png: is a picture/u);
  assert.equal((await isnad('imports', '1', '--pause')).code, 2);
  assert.equal((await isnad('imports', '9')).code, 2);
  writeFileSync(join(reports, 'd.csv'), `text,two\n"${text} ثالثة",2\n"${text} رابعة",4\n`);
  assert.equal((await isnad('imports', '1', '--retry')).out, '2 new, 0 already held (import 2)\n');

  const id = `sha256:${createHash('sha256').update(text).digest('hex')}`;
  const kept = join(folder, 'kept');
  const receipt = JSON.parse((await isnad('receipt', id, '--bytes', kept)).out);
  assert.deepEqual([receipt.format, receipt.intact, receipt.received.sha256], ['isnad.receipt/1', true, id.slice(7)]);
  assert.equal(readFileSync(kept, 'utf8'), text);
  assert.ok(receipt.custody.some((step: { tool: string }) => step.tool === 'plain text'));
  assert.ok(receipt.journal.entry.seq > 0 && receipt.journal.head.seq >= receipt.journal.entry.seq);
  const page = (await isnad('receipt', id, '--format', 'html')).out;
  assert.ok(page.startsWith('<!doctype html>') && page.includes(receipt.received.sha256));
});

test('what was told at an import holds when it is tried again', async () => {
  const told = join(folder, 'told');
  mkdirSync(told);
  writeFileSync(join(told, 'b.csv'), `what,when\n"${text} سابعة",2019-02-12\n"${text} ثامنة",?\n`);
  const first = await isnad('import', told, '--outlet', 'صحيفة الوادي', '--columns', 'text=what,published=when');
  const id = /import (\d+)/u.exec(first.out)?.[1] as string;
  assert.match(first.out, /^1 new, 0 already held, 1 failed/u);
  writeFileSync(join(told, 'b.csv'), `what,when\n"${text} سابعة",2019-02-12\n"${text} ثامنة",2019-02-13\n`);
  assert.match((await isnad('imports', id, '--retry')).out, /^1 new, 1 already held/u);
  const again = await isnad('search', 'ثامنة', '--format', 'json');
  assert.ok(again.out.includes('صحيفة الوادي') && again.out.includes('2019-02-13'), again.out + again.err);
});

test('columns are named once and kept', { skip: process.env.ISNAD_LAND !== undefined }, async () => {
  const table = join(folder, 't.csv');
  writeFileSync(table, `when,what\n2019-02-12,"${text} خامسة"\n2019-02-13,"${text} سادسة"\n`);
  const mapping = join(folder, 'mapping.json');
  const wrong = await isnad('import', table, '--columns', 'text=nothing');
  assert.match(wrong.err, /has no column "nothing"; its columns are when, what/u);
  assert.match((await isnad('import', table, '--columns', 'text=what,published=when', '--mapping', mapping)).out, /^2 new/u);
  assert.match((await isnad('import', table, '--mapping', mapping)).out, /^0 new, 2 already held/u);
});
