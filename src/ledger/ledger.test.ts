/** The ledger keeps what it was given, refuses to change it, and proves it. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import {
  allDecisions,
  backupLedger,
  caseNamed,
  claimIds,
  decisionsAbout,
  facetsOf,
  judgementsOfPeople,
  type Ledger,
  listClaims,
  listDecisions,
  listSources,
  openLedger,
  type Ready,
  recordDecision,
  recordReadings,
  recordReports,
  reportByKey,
  restoreLedger,
  searchReports,
  startRun,
  verifyLedger,
} from './index.ts';
import * as postingDays from './migrations/0008-posting-days.ts';
import { LINE, readLines, ready } from './reading.fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'isnad-ledger-'));
after(() => rmSync(folder, { recursive: true }));
const now = () => '2026-01-02T03:04:05.000Z';

async function filled(file: string, batch: Ready[], caseName = 'a'): Promise<Ledger> {
  const ledger = await openLedger(file, { now });
  const run = await startRun(ledger, { engine: 'lines 1', data: 'none', what: 'import' });
  await recordReports(ledger, run, await caseNamed(ledger, caseName), batch);
  return ledger;
}

test('a report comes back byte for byte, with its claims and its custody', async () => {
  const bytes = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(LINE)]);
  const ledger = await filled(':memory:', [ready(LINE, { id: 'r1', bytes })]);
  const page = await reportByKey(ledger.read, 'r1');
  assert.equal(page?.text, LINE);
  assert.deepEqual(
    page?.custody.map((step) => step.kind),
    ['received', 'text-taken'],
  );
  assert.equal(page?.reading.claims.length, 1);
  const proof = await verifyLedger(ledger.read);
  assert.deepEqual([proof.isWhole, proof.reports, proof.claims, proof.faults], [true, 1, 1, []]);
  await ledger.close();
});

test('awkward texts survive: empty, NUL, half a surrogate pair, directional marks', async () => {
  const texts = ['', 'a\0b', 'x\ud800y', '\u202eabc\u202c', '\ufeff'];
  const ledger = await filled(
    ':memory:',
    texts.map((text, i) => ready(text, { id: `t${i}` })),
  );
  for (const [i, text] of texts.entries()) assert.equal((await reportByKey(ledger.read, `t${i}`))?.text, text.toWellFormed());
  assert.deepEqual((await verifyLedger(ledger.read)).faults, []);
  await ledger.close();
});

test('held by hash, in one batch and across batches; a changed text becomes a version that supersedes', async () => {
  const ledger = await openLedger(':memory:', { now });
  const run = await startRun(ledger, { engine: 'lines 1', data: 'none', what: 'import' });
  const one = await caseNamed(ledger, 'a');
  const first = await recordReports(ledger, run, one, [ready(LINE, { id: 'r1' }), ready(LINE, { id: 'r1' })]);
  assert.deepEqual(
    first.map((outcome) => outcome.status),
    ['new', 'held'],
  );
  const again = await recordReports(ledger, run, one, [ready(LINE, { id: 'r1' }), ready(`${LINE}\n`, { id: 'r1' })]);
  assert.deepEqual(
    again.map((outcome) => outcome.status),
    ['held', 'changed'],
  );
  assert.equal((await listClaims(ledger.read, {})).total.n, 1);
  assert.equal((await listClaims(ledger.read, { caseId: one })).rows.length, 1);
  assert.deepEqual(
    (await reportByKey(ledger.read, 'r1'))?.versions.map((version) => version.isHeld),
    [false, true],
  );
  assert.deepEqual((await verifyLedger(ledger.read)).faults, []);
  await ledger.close();
});

test('the same text in two outlets is two reports; a name used for another address does not overwrite', async () => {
  const ledger = await filled(':memory:', [
    ready(LINE, { outlet: 'a' }),
    ready(LINE, { outlet: 'b' }),
    ready(LINE, { id: '1', url: 'https://a.example/1' }),
    ready(`${LINE} `, { id: '1', url: 'https://b.example/1' }),
  ]);
  assert.equal((await verifyLedger(ledger.read)).reports, 4);
  assert.equal((await ledger.read.selectFrom('held').selectAll().execute()).length, 4);
  await ledger.close();
});

test('journalled tables refuse update and delete', async () => {
  const ledger = await filled(':memory:', [ready(LINE)]);
  await recordDecision(ledger, { kind: 'accept', target: 'x/y', payload: null, who: 'mona', why: 'read it' });
  for (const table of [
    'journal',
    'names',
    'places',
    'runs',
    'reports',
    'custody',
    'readings',
    'claims',
    'figures',
    'cases',
    'decisions',
  ] as const) {
    await assert.rejects(ledger.db.deleteFrom(table).execute(), /append-only/u, table);
  }
  await assert.rejects(ledger.db.updateTable('reports').set({ text: 'other' }).execute(), /append-only/u);
  await ledger.close();
});

test('verify points at the first altered row, whatever the table', async () => {
  const alterations: [string, string, RegExp][] = [
    ['reports', "update reports set text = replace(text, 'killed', 'injured') where id = 2", /reports 2 was altered/u],
    ['claims', 'update claims set day_from = 20190101 where id = 3', /claims 3 was altered \(day_from\)/u],
    ['figures', 'update figures set low = 40 where claim = 2', /figures 2\/0 was altered \(low\)/u],
    ['names', "update names set text = 'outlet:other' where text = 'outlet:sana'", /names .* was altered/u],
    ['journal', "update journal set at = '2000' where seq = 3", /journal 3 its own contents were changed/u],
    ['readings', 'delete from readings where id = 1', /readings 1 1 of 1 rows are missing/u],
    ['case_reports', 'delete from case_reports where report = 2', /case_reports 1\/2 1 of 1 rows are missing/u],
    [
      'claims',
      "insert into claims select 99, report, reading, 9, 'x', 1, 2, type, stance, reality, 1, 1, 1, 1, 1 from claims where id = 1",
      /claims 99 was put in/u,
    ],
    ['custody', "update custody set at = '2000' where report = 2", /custody 2 was altered/u],
    ['custody', 'delete from custody where report = 3', /custody 3 was altered/u],
    [
      'figures',
      'insert into figures select 77, ord, 1, 2, outcome, who, 9, 9, mod, null, 0, null from figures where claim = 1',
      /figures .*put in/u,
    ],
    ['held', 'delete from held where report = 1', /held 1 is missing/u],
    ['held', 'update held set claims_to = claims_to + 1 where report = 2', /held 2 does not hold/u],
    [
      'review',
      "insert into review (claim, state, decision) values ('x/y', 'accepted', 1)",
      /review x\/y is not what was decided/u,
    ],
  ];
  for (const [i, [table, statement, expected]] of alterations.entries()) {
    const file = join(folder, `altered-${i}.db`);
    const ledger = await filled(
      file,
      [1, 2, 3].map((n) => ready(LINE.replace('4', String(n + 3)))),
    );
    await ledger.close();
    const raw = new DatabaseSync(file);
    raw.exec(`drop trigger if exists ${table}_no_update; drop trigger if exists ${table}_no_delete`);
    raw.exec(statement);
    raw.close();
    const opened = await openLedger(file, { now });
    const [fault] = (await verifyLedger(opened.read)).faults;
    assert.match(`${fault?.table} ${fault?.row} ${fault?.what}`, expected);
    await opened.close();
  }
});

test('a head noted earlier proves that nothing was cut off', async () => {
  const file = join(folder, 'cut.db');
  const ledger = await filled(file, [ready(LINE)]);
  const { head } = await verifyLedger(ledger.read);
  await recordDecision(ledger, { kind: 'accept', target: 'x/y', payload: null, who: 'mona', why: '' });
  assert.equal((await verifyLedger(ledger.read, { expectHead: head })).isWhole, true);
  assert.equal((await verifyLedger(ledger.read, { expectHead: 'f'.repeat(64) })).isWhole, false);
  await ledger.close();
});

test('claims are found by term, day and case, page by page, none twice', async () => {
  const batch = Array.from({ length: 30 }, (_, i) => {
    const day = `2019-02-${String((i % 28) + 1).padStart(2, '0')}`;
    return ready(`sana: ${i} civilian killed at Baghouz on ${day} [${i % 3 === 0 ? 'shelling' : 'air-strike'}]`);
  });
  const ledger = await filled(':memory:', batch);
  const seen: string[] = [];
  for (let next: string | null = null, first = true; first || next !== null; first = false) {
    const page = await listClaims(ledger.read, { caseId: 1, terms: { type: 'shelling' } }, 4, next);
    seen.push(...page.rows.map((row) => row.key));
    next = page.next;
  }
  assert.deepEqual([seen.length, new Set(seen).size], [10, 10]);
  const days = await listClaims(ledger.read, { from: '2019-02-03', to: '2019-02-05' }, 2);
  assert.deepEqual([days.rows.length, days.total.n, days.rows[0].claim.event.time?.begin], [2, 3, '2019-02-05']);
  const rest = await listClaims(ledger.read, { from: '2019-02-03', to: '2019-02-05' }, 2, days.next);
  assert.deepEqual(
    rest.rows.map((row) => row.claim.event.time?.begin),
    ['2019-02-03'],
  );
  assert.equal((await listClaims(ledger.read, { atLeast: 28 })).total.n, 2);
  assert.equal((await listClaims(ledger.read, { terms: { source: 'nobody' } })).total.n, 0);
  const facets = await facetsOf(ledger.read, { caseId: 1 });
  assert.deepEqual(facets.facets.type, [
    { value: 'air-strike', n: 20 },
    { value: 'shelling', n: 10 },
  ]);
  assert.deepEqual(await listSources(ledger.read, 1), [{ value: 'outlet:sana', n: 30 }]);
  await ledger.close();
});

test('a report in two cases counts once in each and once in all', async () => {
  const ledger = await filled(':memory:', [ready(LINE)]);
  await recordReports(ledger, 1, await caseNamed(ledger, 'b'), [ready(LINE)]);
  for (const caseId of [null, 1, 2]) assert.equal((await facetsOf(ledger.read, { caseId })).facets.type?.[0].n, 1);
  assert.equal((await listClaims(ledger.read, { caseId: 2 })).rows.length, 1);
  await ledger.close();
});

test('search finds words with article, conjunction and marks, phrases, and parts of words', async () => {
  const text = 'وقَتَلَ القصف أربعة مدنيين في الباغوز'; // "and the shelling killed four civilians in Baghouz"
  const ledger = await filled(':memory:', [ready(text, { id: 'r1' }), ready('إعلان آخر', { id: 'r2' })]); // "another announcement"
  const found = async (query: string) => {
    const answer = await searchReports(ledger.read, query);
    return `${answer.hits.map((hit) => hit.report).join()}${answer.isByParts ? ' by parts' : ''}`;
  };
  assert.equal(await found('قتل'), 'r1'); // killed
  assert.equal(await found('باغوز'), 'r1'); // Baghouz without article
  assert.equal(await found('"أربعة مدنيين"'), 'r1'); // four civilians
  assert.equal(await found('"مدنيين أربعة"'), ''); // the other way round
  assert.equal(await found('اخر'), 'r2'); // other, without madda
  assert.equal(await found('دنيي'), 'r1 by parts');
  assert.equal(await found('" OR *) NEAR('), '');
  const [hit] = (await searchReports(ledger.read, 'الباغوز')).hits;
  assert.equal(text.slice(hit.snippet.marks[0].start, hit.snippet.marks[0].end), 'الباغوز');
  await ledger.close();
});

test('a new reading takes the place of the one before; both stay', async () => {
  const ledger = await filled(':memory:', [ready(LINE, { id: 'r1' })]);
  const run = await startRun(ledger, { engine: 'lines 2', data: 'none', what: 'reread' });
  const reading = readLines('r1', 'paper', null, LINE.replace('air-strike', 'shelling'));
  await recordReadings(ledger, run, [{ report: 1, reading }]);
  assert.deepEqual((await facetsOf(ledger.read, {})).facets.type, [{ value: 'shelling', n: 1 }]);
  assert.equal((await listClaims(ledger.read, { terms: { type: 'air-strike' } })).rows.length, 0);
  assert.equal((await ledger.read.selectFrom('readings').selectAll().execute()).length, 2);
  assert.deepEqual((await verifyLedger(ledger.read)).faults, []);
  await ledger.close();
});

test('decisions are undone by decisions, and an undo can be undone', async () => {
  const ledger = await openLedger(':memory:', { now });
  const pairs = [{ left: 'a/1', right: 'b/1', verdict: 'same-event' as const }];
  const id = await recordDecision(ledger, { kind: 'same', target: 'a/1', payload: null, who: 'mona', why: 'one house', pairs });
  assert.equal((await judgementsOfPeople(ledger.read)).length, 1);
  const undo = await recordDecision(ledger, {
    kind: 'undo',
    target: 'a/1',
    payload: null,
    who: 'ali',
    why: 'two houses',
    undoes: id,
  });
  assert.equal((await judgementsOfPeople(ledger.read)).length, 0);
  await recordDecision(ledger, { kind: 'undo', target: 'a/1', payload: null, who: 'mona', why: 'no, one', undoes: undo });
  assert.equal((await judgementsOfPeople(ledger.read)).length, 1);
  assert.equal((await decisionsAbout(ledger.read, 'a/1')).length, 3);
  assert.equal((await verifyLedger(ledger.read)).isWhole, true);
  await ledger.close();
});

test('claims of a source, a type and days are the same whichever way they are looked for, also in a ledger from before', async () => {
  const types = ['air-strike', 'shelling', 'mine'];
  const lines = Array.from({ length: 40 }, (_, n) => {
    return `s${n % 3}: ${n + 1} civilian killed at Baghouz on 2019-02-${String(1 + (n % 9)).padStart(2, '0')} [${types[n % 4 === 0 ? 0 : n % 3]}]`;
  });
  const ledger = await filled(
    ':memory:',
    lines.map((line, n) => ready(line, { id: `r${n}` })),
  );
  const both = async () => {
    const filter = { terms: { type: ['air-strike', 'mine'], source: 'outlet:s0' }, from: '2019-02-03', to: '2019-02-07' };
    // a cursor says which way is taken
    const ways = await Promise.all(['d:99999999:0', 'i:99999999'].map((way) => listClaims(ledger.read, filter, 50, way)));
    return ways.map(({ rows }) => rows.map(({ key }) => key).sort());
  };
  const [byDay, byTerm] = await both();
  assert.ok(byDay.length > 2 && byDay.length < 14, String(byDay.length));
  assert.deepEqual(byTerm, byDay);
  // as the ledger was before the step that put them there
  await ledger.db.updateTable('postings').set({ day: null, type: null }).execute();
  assert.deepEqual((await both())[1], []);
  for (const statement of postingDays.up().slice(2)) await sql.raw(statement).execute(ledger.db);
  assert.deepEqual((await both())[1], byDay);
  await ledger.close();
});

test('an old decision is found among any number of newer ones about other things', async () => {
  const ledger = await openLedger(':memory:', { now });
  const by = { payload: null, who: 'mona', why: '' };
  const id = await recordDecision(ledger, { kind: 'accept', target: 'old/1', ...by });
  const values = Array.from({ length: 1100 }, (_, n) => {
    return { id: id + 1 + n, kind: 'accept', target: `new/${n}`, payload: 'null', who: 'ali', why: '', at: now(), undoes: null };
  });
  for (let i = 0; i < values.length; i += 100)
    await ledger.db
      .insertInto('decisions')
      .values(values.slice(i, i + 100))
      .execute();
  assert.deepEqual(
    (await decisionsAbout(ledger.read, ['new/0', 'old/1', 'old/1', 'none/1'])).map((decision) => decision.id),
    [id + 1, id],
  );
  const seen: number[] = [];
  let after: number | null = null;
  do {
    const page: Awaited<ReturnType<typeof listDecisions>> = await listDecisions(ledger.read, {}, 400, after);
    seen.push(...page.rows.map((row) => row.id));
    assert.equal(page.total, 1101);
    after = page.next;
  } while (after !== null);
  assert.deepEqual(seen, [...values.map((value) => value.id).reverse(), id]);
  const own = await listDecisions(ledger.read, { who: 'mona', kind: 'accept' }, 5, null);
  assert.deepEqual([own.total, own.rows[0].target, own.next], [1, 'old/1', null]);
  const all: number[] = [];
  for await (const decision of allDecisions(ledger.read)) all.push(decision.id);
  assert.deepEqual(all, [id, ...values.map((value) => value.id)]);
  await ledger.close();
});

test('backup and restore while the ledger is open; a damaged backup is refused', async () => {
  const file = join(folder, 'live.db');
  const copy = join(folder, 'copy.db');
  const ledger = await filled(file, [ready(LINE, { id: 'r1' })]);
  backupLedger(file, copy);
  await recordReports(ledger, 1, 1, [ready(`${LINE}\n`, { id: 'r2' })]);
  const { proof, kept } = await restoreLedger(copy, file, now());
  assert.equal(proof.isWhole, true);
  assert.ok(kept);
  assert.equal(await reportByKey(ledger.read, 'r2'), null);
  await recordReports(ledger, 1, 1, [ready(`${LINE}\n\n`, { id: 'r3', outlet: 'third' })]);
  assert.deepEqual((await verifyLedger(ledger.read)).faults, []);
  assert.equal((await claimIds(ledger.read, [`r3/${readLines('r3', null, null, `${LINE}\n\n`).claims[0].id}`])).size, 1);
  await ledger.close();
  const raw = new DatabaseSync(copy);
  raw.exec("drop trigger reports_no_update; update reports set text = 'other'");
  raw.close();
  assert.equal((await restoreLedger(copy, file, now())).proof.isWhole, false);
});

test('a full disk loses the batch, not the ledger', async () => {
  const file = join(folder, 'full.db');
  await (await filled(file, [ready(LINE, { id: 'r1' })])).close();
  const pages = new DatabaseSync(file).prepare('pragma page_count').get() as { page_count: number };
  const ledger = await openLedger(file, { now, maxPages: pages.page_count + 20 });
  const big = Array.from({ length: 40 }, (_, i) => ready(`${LINE}\n${String(i).repeat(8000)}`, { id: `big${i}` }));
  await assert.rejects(recordReports(ledger, 1, 1, big), /full/u);
  const proof = await verifyLedger(ledger.read);
  assert.deepEqual([proof.isWhole, proof.reports], [true, 1]);
  await recordReports(ledger, 1, 1, [ready(`${LINE} `, { id: 'small' })]);
  assert.equal((await verifyLedger(ledger.read)).reports, 2);
  await ledger.close();
});
