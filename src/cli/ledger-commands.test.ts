/** The commands over a ledger: what they print where, and their exit codes. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { main } from './main.ts';

const folder = mkdtempSync(join(tmpdir(), 'isnad-cli-'));
const db = join(folder, 'isnad.db');
after(() => rmSync(folder, { recursive: true }));

type Done = { code: number; out: string; err: string };

async function isnad(...args: string[]): Promise<Done> {
  const done = { code: 0, out: '', err: '' };
  const io = {
    stdout: { write: (text: string) => void (done.out += text) },
    stderr: { write: (text: string) => void (done.err += text) },
    stdin: async () => new Uint8Array(),
    env: { ISNAD_DB: db },
  };
  done.code = await main(args, io);
  return done;
}

function spawned(...args: string[]): Done {
  const entry = fileURLToPath(new URL('./main.ts', import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [entry, ...args], {
    encoding: 'utf8',
    env: { ...process.env, ISNAD_DB: db },
  });
  return { code: status ?? 1, out: stdout, err: stderr };
}

async function json(...args: string[]): Promise<any> {
  const { code, out, err } = await isnad(...args, '--format', 'json');
  assert.equal(code, 0, err);
  return JSON.parse(out);
}

test('without a ledger every question says what to do, and makes no file', async () => {
  for (const command of ['cases', 'events', 'claims', 'sources', 'totals', 'contradictions', 'reread']) {
    const { code, out, err } = await isnad(command);
    assert.deepEqual([code, out], [2, ''], command);
    assert.match(err, /there is no ledger at .* yet: "isnad import FOLDER" makes one/u);
  }
  assert.equal(existsSync(db), false);
});

test('an empty ledger says what to do', async () => {
  const empty = join(folder, 'empty.db');
  const { openLedger } = await import('../ledger/index.ts');
  await (await openLedger(empty)).close();
  assert.match((await isnad('cases', '--db', empty)).out, /isnad sample/u);
  assert.match((await isnad('events', '--db', empty)).err, /the ledger is empty/u);
  assert.match((await isnad('claims', '--db', empty)).out, /No claim fits/u);
});

test('the sample is put in by a command of its own', () => {
  const { code, out, err } = spawned('sample');
  assert.deepEqual([code, err], [0, '']);
  assert.match(out, /16 of 16 reports added to the case "sample"/u);
});

let code = '';

test('events, as a table for people and for programs', async () => {
  const rows = await json('events');
  const strike = rows.find((row: { type: string }) => row.type === 'air-strike');
  assert.deepEqual(
    [strike.day, strike.killed_low, strike.killed_high, strike.origins, strike.reports],
    ['2019-02-11', 4, 16, 2, 5],
  );
  code = strike.code;
  const { out, err } = spawned('events', '--contested', '--format', 'csv');
  assert.equal(err, '');
  assert.ok(out.startsWith('code,day,type,place,killed_low,'));
  assert.equal(out.trim().split('\r\n').length, 4);
  const arabic = (await isnad('events', '--lang', 'ar', '--limit', '2')).out;
  assert.ok(
    arabic
      .split('\n')
      .filter((line) => line !== '')
      .every((line) => line.startsWith('\u200f')),
  );
  assert.match((await isnad('events', '--limit', '2')).err, /2 of 7 shown/u);
});

test('an event by its code, in any case of letters, and by a code from before a merge', async () => {
  const page = await json('event', code.toLowerCase());
  assert.equal(page.event.code, code);
  assert.equal((await json('event', page.event.aliases[0])).event.code, code);
  const { out } = await isnad('event', code);
  assert.match(out, /killed · civilians: \u20664–16\u2069/u);
  assert.match(out, /! how many: DIFFERS {2}killed civilian 4/u);
  const acled = await json('event', code, '--policy', 'acled');
  assert.deepEqual([acled.event.counts[0].policy, acled.event.counts[0].high], ['acled', 4]);
  const none = await isnad('event', 'ISN-ZZZZZZ');
  assert.equal(none.code, 2);
  assert.match(none.err, /no event has or had the code/u);
});

test('claims by source, sources, search, totals, changes', async () => {
  const claims = await json('claims', '--source', 'outlet:sana');
  assert.equal(claims.length, 3);
  assert.equal(claims[0].full.attribution.at(-1).entity, 'outlet:sana');
  assert.equal((await json('claims', '--at-least', '37000')).length, 2);
  assert.equal((await json('claims', '--place', 'الصالحية')).length, 2); // Salihiya
  assert.equal((await json('claims', '--place', 'xsy-baghuz', '--type', 'air-strike')).length, 5);
  assert.equal((await json('claims', '--place', '%')).length, 0);
  const sources = await json('sources');
  assert.deepEqual(sources[0], { name: 'Syrian Observatory for Human Rights (SOHR)', id: 'outlet:sohr', claims: 7 });
  assert.equal((await isnad('sources', 'nobody')).code, 2);
  assert.equal((await json('search', 'انتحاريين')).length, 1); // suicide bombers
  assert.match((await isnad('search', 'nothing')).out, /Nothing found/u);
  const [total] = await json('totals');
  assert.equal(total.points.length, 2);
  assert.match((await isnad('totals')).out, /37700 {2}\(rise 600\)/u);
  assert.equal((await json('contradictions')).length, 3);
  const since = (await isnad('contradictions', '--since', '2019-02-13')).out;
  assert.match(since, /Nothing changed since 2019-02-13/u);
  assert.match((await isnad('contradictions', '--since', '2019-02-12')).out, /killed civilian 16/u);
});

test('decisions override rules, are undone, and keep codes valid', async () => {
  const rows = await json('events');
  const [strike, clash] = ['air-strike', 'armed-clash'].map(
    (type) => rows.find((row: { type: string }) => row.type === type).code,
  );
  assert.match((await isnad('decide', 'merge', strike, clash)).err, /say who decides and why/u);
  const merged = await isnad('decide', 'merge', strike, clash, '--who', 'mona', '--why', 'one battle');
  assert.deepEqual([merged.code, merged.err], [0, '']);
  assert.equal((await json('events')).length, rows.length - 1);
  assert.equal((await json('event', clash)).event.code, (await json('event', strike)).event.code);
  assert.equal((await isnad('decide', 'undo', '1', '--who', 'ali', '--why', 'two')).code, 0);
  assert.equal((await json('events')).length, rows.length);
  assert.match((await isnad('decide', 'list')).out, /merge .* mona: one battle {2}\[undone\]/u);
  const claim = (await json('claims', '--limit', '1'))[0].claim;
  assert.equal((await isnad('decide', 'accept', claim, '--who', 'mona', '--why', 'read it')).code, 0);
  assert.equal((await json('claims', '--review', 'accepted')).length, 1);
  assert.match((await isnad('decide', 'accept', 'x/y', '--who', 'mona', '--why', 'z')).err, /there is no claim x\/y/u);
});

test('reread tells that nothing changed while the engine is the same', async () => {
  const { differing, reports } = await json('reread', '--trial');
  assert.deepEqual([differing, reports], [0, 16]);
});

test('verify, backup, restore; an altered row is pointed at', async () => {
  const whole = await isnad('verify');
  assert.equal(whole.code, 0);
  const head = /head (\w{64})/u.exec(whole.out)?.[1] as string;
  assert.equal((await isnad('verify', '--head', head)).code, 0);
  assert.equal((await isnad('verify', '--head', '1'.repeat(64))).code, 1);
  const copy = join(folder, 'copy.db');
  assert.equal((await isnad('backup', copy)).code, 0);
  assert.match((await isnad('backup', copy)).err, /exists already/u);
  const raw = new DatabaseSync(copy);
  raw.exec("drop trigger reports_no_update; update reports set text = text || '.' where id = 3");
  raw.close();
  const altered = await isnad('verify', copy);
  assert.equal(altered.code, 1);
  assert.match(altered.out, /ALTERED. First difference:\n {2}reports 3 was altered/u);
  assert.equal((await isnad('restore', copy)).code, 1);
});

test('verify --events: a published figure that does not follow from the reports is pointed at', async () => {
  assert.equal((await isnad('events')).code, 0);
  assert.equal((await isnad('verify', '--events')).code, 0);
  const copy = join(folder, 'figures.db');
  await isnad('backup', copy);
  const raw = new DatabaseSync(copy);
  raw.exec(`update events set killed_high = 40 where code = '${code}'`);
  raw.close();
  assert.equal((await isnad('verify', copy)).code, 0);
  const { code: exit, out } = await isnad('verify', copy, '--events');
  assert.equal(exit, 1);
  assert.match(out, new RegExp(`events ${code} was altered \\(killed_high\\)`, 'u'));
});

test('a bundle proves itself without the ledger, and shows what was altered', async () => {
  const bundle = join(folder, 'bundle');
  const { code: done, err } = await isnad('export', '--format', 'bagit', '--out', bundle);
  assert.equal(done, 0, err);
  const proof = await json('verify', bundle);
  assert.deepEqual([proof.isWhole, proof.reports], [true, 16]);
  const page = join(bundle, 'data/texts/000002.txt');
  const text = readFileSync(page);
  appendFileSync(page, ' ');
  assert.match((await isnad('verify', bundle)).out, /data\/texts\/000002.txt was altered/u);
  writeFileSync(page, text);
  writeFileSync(join(bundle, 'data/extra'), '');
  assert.match((await isnad('verify', bundle)).out, /data\/extra is in no manifest/u);
  rmSync(join(bundle, 'data/extra'));
  // Whoever rewrites the manifests too is caught by the journal.
  const forged = readFileSync(join(bundle, 'data/rows.jsonl'), 'utf8').replace('2019-02-12', '2019-02-13');
  writeFileSync(join(bundle, 'data/rows.jsonl'), forged);
  const { createHash } = await import('node:crypto');
  const sha = (path: string) =>
    createHash('sha256')
      .update(readFileSync(join(bundle, path)))
      .digest('hex');
  for (const [manifest, path] of [
    ['manifest-sha256.txt', 'data/rows.jsonl'],
    ['tagmanifest-sha256.txt', 'manifest-sha256.txt'],
  ]) {
    const lines = readFileSync(join(bundle, manifest), 'utf8').split('\n');
    writeFileSync(
      join(bundle, manifest),
      lines.map((line) => (line.endsWith(`  ${path}`) ? `${sha(path)}  ${path}` : line)).join('\n'),
    );
  }
  assert.match((await isnad('verify', bundle)).out, /is not what the journal covers/u);
});

test('exports go to a file or to standard output; what is lost is told on standard error', async () => {
  const { out, err } = await isnad('export', '--format', 'csv', '--bom');
  assert.ok(out.startsWith('\ufeffevent,type,'));
  assert.match(err, /^not in csv: /u);
  const file = join(folder, 'events.geojson');
  assert.equal((await isnad('export', '--format', 'geojson', '--out', file)).code, 0);
  assert.equal(JSON.parse(readFileSync(file, 'utf8')).features.length, 7);
  assert.match((await isnad('export', '--format', 'xml')).err, /--format xml: use json, /u);
  assert.match((await isnad('export', '--format', 'json', '--hxl')).err, /--hxl is not for json/u);
});

test('a file that is no ledger gives one line, and stays as it is', async () => {
  const page = join(folder, 'page.db');
  writeFileSync(page, 'not a database, but long enough to look like one '.repeat(100));
  const other = join(folder, 'other.db');
  const foreign = new DatabaseSync(other);
  foreign.exec('create table music (title text)');
  foreign.close();
  const cut = join(folder, 'cut.db');
  writeFileSync(cut, readFileSync(db).subarray(0, 40_000));
  for (const [file, expected] of [
    [page, /is not a ledger/u],
    [other, /is a database of another program/u],
    [cut, /is damaged|cannot be read/u],
  ] as const) {
    for (const args of [['cases'], ['verify'], ['claims'], ['events', '--case', 'sample']]) {
      const { code: exit, err } = await isnad(...args, '--db', file);
      assert.equal(exit, 2, `${args} ${file}`);
      assert.match(err, expected);
      assert.equal(err.trim().split('\n').length, 1);
    }
  }
  const tables = new DatabaseSync(other).prepare('select count(*) as n from sqlite_master').get() as { n: number };
  assert.equal(tables.n, 1);
});

test('wrong use gives one line and exit code 2', async () => {
  for (const args of [
    ['events', '--case', 'x'],
    ['events', '--type', 'x'],
    ['events', '--from', 'x'],
    ['events', '--limit', 'x'],
    ['event'],
    ['claims', '--x'],
    ['search'],
    ['decide'],
    ['backup'],
    ['restore', join(folder, 'none')],
    ['export'],
    ['event', code, '--policy', 'x'],
    ['events', '--lang', 'fr'],
    ['verify', '--head', 'x'],
  ]) {
    const { code: exit, out, err } = await isnad(...args);
    assert.deepEqual([exit, out], [2, ''], args.join(' '));
    assert.match(err, /^isnad \w+: .+ \(ISN-\w+\)\n$/u);
  }
});
