/** Blind second reading over a real ledger file and the API: no value of the first reader goes out before the second one has given theirs; then both, and their agreement. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { createApp } from '../src/http/app.ts';
import type { BlindClaim, ClaimPage, Page, SecondReadings } from '../src/http/client.ts';
import { type Opened, openDesk } from '../src/http/open-desk.ts';
import { openLedger, verifyLedger } from '../src/ledger/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'isnad-second-'));
const db = join(folder, 'a.db');
let opened: Opened;
let app: ReturnType<typeof createApp>;

const TEXT = (n: string) =>
  `قال مرصد الفرات إن ${n} مدنيين قتلوا أمس الثلاثاء في غارة جوية على بلدة الباغوز بريف دير الزور الشرقي.`;

before(async () => {
  opened = await openDesk(db, { caseName: 'main' });
  app = createApp({ desk: opened.desk, screens: null });
  await opened.desk.keep({ text: TEXT('ثلاثة'), outlet: 'صحيفة الوادي', published: '2019-02-13' });
  await opened.desk.keep({ text: TEXT('خمسة'), outlet: 'موقع السهل', published: '2019-02-13' });
});
after(async () => {
  await opened.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = async <T>(path: string): Promise<T> => (await (await app.request(path)).json()) as T;
const decide = async (decision: object) =>
  (await (
    await app.request('/api/decisions', {
      method: 'POST',
      body: JSON.stringify(decision),
      headers: { 'content-type': 'application/json' },
    })
  ).json()) as { id: number; code?: string; detail?: string };
const waiting = (who: string, more = '') => get<Page<BlindClaim>>(`/api/second?who=${who}&limit=10${more}`);
const made = (who?: string) => get<SecondReadings>(`/api/second/readings${who === undefined ? '' : `?who=${who}`}`);
const keyWith = async (n: number) =>
  (await get<ClaimPage>('/api/claims')).items.find(({ figures }) => figures[0]?.low === n)?.key as string;
const RIGHT = {
  type: 'air-strike',
  stance: 'asserted',
  source: 'مرصد الفرات',
  actor: '',
  recipient: '',
  place: 'بلدة الباغوز',
  begin: '2019-02-12',
  figures: [{ outcome: 'killed', who: 'civilian', low: 3, high: 3 }],
};

test('what waits for a second reader: claims of others, their words and nothing else', async () => {
  assert.equal((await waiting('Omar')).total, 0, 'nobody has read anything yet');
  const [three, five] = [await keyWith(3), await keyWith(5)];
  await decide({ kind: 'accept', target: three, who: 'Rana', why: 'sure of it' });
  await decide({ kind: 'edit', target: five, who: 'Rana', payload: { field: 'figure', figure: 0, low: 7 } });
  assert.equal((await waiting('Rana')).total, 0, 'her own');
  const page = await waiting('Omar');
  assert.deepEqual(
    page.items.map(({ key }) => key),
    [three, five],
  );
  const [one] = page.items;
  assert.deepEqual(Object.keys(one).sort(), ['content', 'context', 'key', 'outlet', 'published', 'trigger']);
  assert.match(one.context.slice(one.content.start, one.content.end), /ثلاثة مدنيين قتلوا/u);
  assert.ok(one.trigger.end > one.trigger.start && one.context.slice(one.trigger.start, one.trigger.end).trim() !== '');
  assert.doesNotMatch(JSON.stringify(page), /Rana|sure of it|accept|civilian|air-strike|35\.\d/u);
  const next = await get<Page<BlindClaim>>('/api/second?who=Omar&limit=1');
  assert.deepEqual([next.items[0].key, (await waiting('Omar', `&after=${next.next}`)).items[0].key], [three, five]);
  assert.equal((await get<{ code: string }>('/api/second')).code, 'ISN-H22');
  // who may still read a claim blind is not shown what others found in it
  assert.deepEqual((await made('Omar')).readings, []);
});

test('both readings side by side once the second is given; nothing of the case changes', async () => {
  const [three, five] = [await keyWith(3), await keyWith(7)];
  const before = await get<ClaimPage>('/api/claims');
  await decide({ kind: 'second', target: three, who: 'Omar', payload: RIGHT });
  const [reading] = (await made('Omar')).readings;
  assert.deepEqual([reading.key, reading.who, reading.firstBy], [three, 'Omar', ['Rana']]);
  assert.deepEqual(
    reading.fields.map(({ field, agrees }) => [field, agrees]),
    ['claim', 'type', 'stance', 'source', 'actor', 'recipient', 'place', 'time', 'figures'].map((field) => [
      field,
      // the sentence says whom, and the second reader left it out
      field !== 'recipient' || reading.fields[5].first.length === 0,
    ]),
  );
  // the corrected number is the first reading, not the one of the engine
  const other = { ...RIGHT, type: 'shelling', begin: null, figures: [{ outcome: 'killed', who: 'civilian', low: 5, high: 5 }] };
  await decide({ kind: 'second', target: five, who: 'Omar', payload: other });
  const { readings, agreement } = await made('Omar');
  const figures = readings[0].fields.find(({ field }) => field === 'figures');
  assert.deepEqual([figures?.first, figures?.second, figures?.agrees], [['killed civilian 7'], ['killed civilian 5'], false]);
  const of = (wanted: string) => agreement.find(({ field }) => field === wanted);
  assert.deepEqual([of('type')?.readings, of('type')?.agree, of('stance')?.agree, of('time')?.agree], [2, 1, 2, 1]);
  assert.deepEqual(await get<ClaimPage>('/api/claims'), before);
  assert.equal((await waiting('Omar')).total, 0);
  const csv = await (await app.request('/api/second/readings?format=csv')).text();
  assert.match(csv, /killed civilian 7/u);
  assert.match(
    await (await app.request('/api/second/readings?format=csv&table=agreement')).text(),
    /^\ufeff?field,readings,agree,kappa/u,
  );
});

test('who has seen the first reading gives no second one; what cannot be is refused', async () => {
  const three = await keyWith(3);
  for (const who of ['Rana', 'Omar']) {
    const { code, detail } = await decide({ kind: 'second', target: three, who, payload: RIGHT });
    assert.equal(code, 'ISN-H22');
    assert.match(detail ?? '', /another person/u);
  }
  for (const payload of [
    null,
    { ...RIGHT, type: 'party' },
    { ...RIGHT, begin: '2019-02-13', end: '2019-02-12' },
    { ...RIGHT, figures: [{ outcome: 'killed', who: 'civilian', low: 5, high: 2 }] },
    { ...RIGHT, place: 'x'.repeat(501) },
  ])
    assert.equal(
      (await decide({ kind: 'second', target: three, who: 'Huda', payload })).code,
      'ISN-H22',
      JSON.stringify(payload),
    );
  assert.equal((await decide({ kind: 'second', target: 'no/claim', who: 'Huda', payload: RIGHT })).code, 'ISN-H44');
  assert.equal((await waiting('Huda')).total, 2);
});

test('no such claim in the words; a reading that is taken back counts no longer, and its reader has seen the first one all the same', async () => {
  const three = await keyWith(3);
  const { id } = await decide({ kind: 'second', target: three, who: 'Huda', payload: { isNone: true } });
  const [reading] = (await made()).readings;
  assert.deepEqual(reading.fields, [{ field: 'claim', agrees: false, first: ['some'], second: ['none'] }]);
  await decide({ kind: 'undo', target: three, undoes: id, who: 'Huda' });
  assert.equal((await made()).readings.length, 2);
  assert.equal((await decide({ kind: 'second', target: three, who: 'Huda', payload: RIGHT })).code, 'ISN-H22');
  // of a claim that was rejected both may say so
  const five = await keyWith(7);
  await decide({ kind: 'reject', target: five, who: 'Rana' });
  assert.equal((await waiting('Huda')).items[0].key, five);
  await decide({ kind: 'second', target: five, who: 'Huda', payload: { isNone: true } });
  assert.deepEqual((await made('Huda')).readings[0].fields[0].agrees, true);
  const ledger = await openLedger(db);
  assert.deepEqual((await verifyLedger(ledger.read)).faults, []);
  await ledger.close();
});
