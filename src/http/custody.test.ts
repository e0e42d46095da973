/** Where a report came from: receipt, bytes, versions with the figures that moved, copies; each as an address of its own. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, test } from 'node:test';
import { createApp } from './app.ts';
import type { CopyRow, Page, Receipt, VersionRow } from './client.ts';
import { type Opened, openDesk } from './open-desk.ts';

const FIRST = 'أعلن الدفاع المدني أن ثلاثة مدنيين قتلوا في غارة جوية على بلدة الباغوز بريف دير الزور أمس.';
const MORE = 'وما زالت فرق الإنقاذ تبحث عن ناجين تحت الأنقاض، فيما نقل المصابون إلى مستشفى ميداني قريب من البلدة.';
const url = `https://valley.example/${encodeURIComponent('خبر-عن-غارة-على-بلدة-في-الريف-الشرقي-'.repeat(4))}`;
let opened: Opened;
let app: ReturnType<typeof createApp>;
const faults: unknown[] = [];
const path = `/api/reports/${encodeURIComponent(url)}`;

before(async () => {
  opened = await openDesk(':memory:', { caseName: 'main' });
  app = createApp({ desk: opened.desk, screens: null, report: (error) => faults.push(error) });
  const kept = (text: string, more: object) =>
    opened.desk.keep({ text, outlet: 'وكالة الوادي', published: '2019-02-13', ...more });
  await kept(`${FIRST}\n${MORE}`, { url });
  await kept(`${FIRST.replace('ثلاثة', 'خمسة')}\n${MORE}`, { url });
  await kept(`${FIRST}\n${MORE}\nحرر الخبر في مكتب الصحيفة.`, { outlet: 'صحيفة الساحل', published: '2019-02-14' });
  await kept('قال مصدر طبي إن طفلاً توفي متأثراً بجراحه في مستشفى المدينة صباح الاثنين بعد يومين من إصابته في القصف.', {});
});
after(() => opened.close());

const get = async <T>(address: string): Promise<T> => (await (await app.request(address)).json()) as T;

test('a receipt as JSON and as a page to keep, of each version; the bytes as they came', async () => {
  const receipt = await get<Receipt>(`${path}/receipt`);
  const bytes = Buffer.from(await (await app.request(`${path}/bytes`)).arrayBuffer());
  assert.equal(createHash('sha256').update(bytes).digest('hex'), receipt.received.sha256);
  assert.deepEqual([receipt.format, receipt.report.version, receipt.report.of, receipt.intact], ['isnad.receipt/1', 2, 2, true]);
  assert.ok((receipt.journal.entry?.seq ?? 0) > 0 && receipt.read?.engine.startsWith('isnad'), JSON.stringify(receipt));
  const first = await get<Receipt>(`${path}/receipt?version=1`);
  assert.notEqual(first.received.sha256, receipt.received.sha256);
  const earlier = await (await app.request(`${path}/bytes?version=1`)).text();
  assert.ok(earlier.startsWith(FIRST));
  const page = await app.request(`${path}/receipt?format=html`);
  assert.match(page.headers.get('content-disposition') ?? '', /^attachment; filename="receipt-[0-9a-f]{12}\.html"$/);
  assert.ok((await page.text()).includes(receipt.received.sha256));
  const arabic = await (await app.request(`${path}/receipt?format=html&lang=ar`)).text();
  assert.match(arabic, /<html lang="ar" dir="rtl">[\s\S]*بصمة البايتات/u);
  assert.equal((await app.request(`${path}/receipt?version=7`)).status, 404);
  assert.equal((await app.request('/api/reports/none/bytes')).status, 404);
});

test('versions tell the lines that changed and the figures that moved', async () => {
  const { items } = await get<Page<VersionRow>>(`${path}/versions`);
  assert.deepEqual(
    items.map(({ version, added, removed }) => [version, added.length, removed.length]),
    [
      [1, 0, 0],
      [2, 1, 1],
    ],
  );
  const [move] = items[1].figures;
  assert.deepEqual([move.outcome, move.before, move.after], ['killed', ['ثلاثة مدنيين'], ['خمسة مدنيين']]);
  assert.match(await (await app.request(`${path}/versions?format=csv`)).text(), /ثلاثة مدنيين -> خمسة مدنيين/u);
});

test('copies of a report are found by their words, with the figures that differ', async () => {
  const { items } = await get<Page<CopyRow>>(`${path}/copies`);
  assert.deepEqual(
    items.map(({ kind, isFirst, other }) => [kind, isFirst, other.outlet]),
    [['one holds the other', true, 'صحيفة الساحل']],
  );
  assert.deepEqual([items[0].figures[0].before, items[0].figures[0].after], [['خمسة مدنيين'], ['ثلاثة مدنيين']]);
  assert.equal((await get<Page<CopyRow>>(`${path}/copies?case=none`)).items.length, 0);
  assert.deepEqual(faults, []);
});
