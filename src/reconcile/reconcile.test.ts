/** Reports to events: what is one event, who stands behind it, how many under each policy, and that the order of the reports does not matter. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Count } from '../claim/count.ts';
import { createEngine } from '../engine/index.ts';
import {
  eventsOf,
  openCollection,
  POLICIES,
  type PolicyName,
  type ReconcileInput,
  reconcile,
  reconcileInput,
  recount,
} from './index.ts';

const engine = createEngine();

function input(report: string, outlet: string, published: string, text: string): ReconcileInput {
  return reconcileInput(engine.read({ id: report, outlet, published, text }), text, { report });
}

const strike = [
  input('a', 'موقع الجسر', '2021-03-05', 'قُتل ثلاثة مدنيين وأصيب سبعة آخرون بقصف مدفعي على بلدة سرمين بريف إدلب اليوم.'),
  input('b', 'صحيفة النهر', '2021-03-05', 'مقتل أربعة مدنيين بقصف مدفعي استهدف بلدة سرمين في ريف إدلب، اليوم الجمعة.'),
  input('c', 'وكالة الشرق', '2021-03-06', 'قُتل خمسة مدنيين بينهم طفلان بقصف مدفعي على بلدة سرمين بريف إدلب أمس.'),
];
const others = [
  input('d', 'موقع الجسر', '2021-03-09', 'أصيب طفلان بانفجار لغم أرضي في قرية الخفسة بريف حلب.'),
  input('e', 'صحيفة النهر', '2021-03-09', 'انفجر لغم في قرية الخفسة بريف حلب وأدى إلى إصابة طفلين اليوم.'),
  input('f', 'وكالة الشرق', '2021-03-05', 'اعتقلت قوات الأمن خمسة أشخاص في مدينة درعا اليوم.'),
];

const counted = (counts: readonly Count[], outcome: string, who = 'civilian'): [number, number | null, number | null] | null => {
  const count = counts.find((candidate) => candidate.outcome === outcome && candidate.who === who);
  return count ? [count.low, count.best, count.high] : null;
};

const shape = (reports: readonly ReconcileInput[]): string => JSON.stringify(reconcile(reports));

test('reports of one happening are one event, others stay apart', () => {
  const { events } = reconcile([...strike, ...others]);
  assert.deepEqual(events.map(({ event }) => event.reports.join('')).sort(), ['abc', 'de', 'f']);
});

test('any order of the reports gives the same events, counts and codes', () => {
  const all = [...strike, ...others];
  const wanted = shape(all);
  fc.assert(
    fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (order) => shape(order) === wanted),
    { numRuns: 30 },
  );
});

test('reports added one after the other give what all at once give', () => {
  const collection = openCollection();
  const all = [...strike, ...others];
  for (const [n, report] of all.entries()) {
    collection.add(report);
    assert.equal(JSON.stringify(eventsOf(collection)), shape(all.slice(0, n + 1)));
  }
});

test('a person keeps two reports apart, or brings two together', () => {
  const [a, b] = [strike[0], strike[1]];
  const key = (report: ReconcileInput): string => `${report.report}/${report.reading.claims[0].id}`;
  const judged = (left: ReconcileInput, right: ReconcileInput, verdict: 'same-event' | 'different-event') => [
    { left: key(left), right: key(right), verdict, by: { person: 'sami' }, because: [], at: '2021-04-01T10:00:00Z' },
  ];
  assert.equal(reconcile([a, b], { judgements: judged(a, b, 'different-event') }).events.length, 2);
  assert.equal(reconcile([a, others[2]], { judgements: judged(a, others[2], 'same-event') }).events.length, 1);
});

test('each policy makes its own range of the same figures', () => {
  const ranges: Record<PolicyName, [number, number | null, number | null]> = {
    range: [3, 3, 5],
    acled: [3, 3, 3],
    ucdp: [3, 3, 5],
    airwars: [3, 3, 5],
    ibc: [3, null, 5],
    majority: [3, null, 5],
  };
  const { event } = reconcile(strike).events[0];
  for (const policy of Object.keys(POLICIES) as PolicyName[]) {
    assert.deepEqual(counted(recount(event, strike, policy), 'killed'), ranges[policy], policy);
    assert.ok(POLICIES[policy].rule.length > 20);
  }
});

test('every count names the figures it came from, and why others were not used', () => {
  const { event } = reconcile(strike).events[0];
  const count = event.counts.find((candidate) => candidate.outcome === 'killed' && candidate.who === 'all');
  const uses = (count as Count).figures.map(({ report, low, aside }) => `${report} ${low} ${aside}`);
  assert.deepEqual(uses.sort(), ['a 3 null', 'b 4 null', 'c 2 part-of', 'c 5 null']);
});

const killed = (text: string, ...more: string[]) => {
  const reports = [text, ...more].map((line, n) => input(`r${n}`, `منبر ${n}`, '2021-03-05', line));
  return reconcile(reports, { isGathered: true }).events.sort((x, y) => y.event.reports.length - x.event.reports.length)[0].event;
};

test('later tolls of one source supersede its earlier ones', () => {
  const first = input('r1', 'موقع الجسر', '2021-03-05', 'قُتل ثلاثة مدنيين بقصف مدفعي على بلدة سرمين بريف إدلب اليوم.');
  const later = input('r2', 'موقع الجسر', '2021-03-06', 'ارتفعت حصيلة القصف المدفعي على بلدة سرمين بريف إدلب أمس إلى ستة قتلى.');
  const { event } = reconcile([first, later], { isGathered: true }).events[0];
  assert.deepEqual(counted(event.counts, 'killed', 'all'), [6, 6, 6]);
});

test('a vague word and "nobody" give way to numbers, and stand where there are none', () => {
  const event = killed(
    'قتلى مدنيون بقصف على بلدة سرمين اليوم.',
    'قُتل أربعة مدنيين بقصف على بلدة سرمين اليوم.',
    'قصف على بلدة سرمين اليوم دون وقوع قتلى.',
  );
  assert.deepEqual(counted(event.counts, 'killed'), [4, 4, 4]);
  const vague = killed('سقوط عشرات القتلى بقصف على بلدة سرمين اليوم.');
  assert.deepEqual(counted(vague.counts, 'killed', 'all'), [12, null, 24]);
  const words = killed('سقوط قتلى مدنيين بقصف على بلدة سرمين اليوم.', 'سقوط عشرات القتلى بقصف على بلدة سرمين اليوم.');
  assert.deepEqual(counted(words.counts, 'killed', 'all'), [12, null, 24]);
});

test('joint figures are not split: they bound what nobody counts by itself', () => {
  const event = killed('سقوط 20 شخصا بين قتيل وجريح بقصف على بلدة سرمين اليوم.');
  assert.deepEqual(counted(event.counts, 'killed-or-injured', 'all'), [20, 20, 20]);
  assert.deepEqual(counted(event.counts, 'killed', 'all'), [0, null, 20]);
  const both = killed('سقوط 20 شخصا بين قتيل وجريح بقصف على بلدة سرمين اليوم.', 'مقتل خمسة أشخاص بقصف على بلدة سرمين اليوم.');
  assert.deepEqual(counted(both.counts, 'killed', 'all'), [5, 5, 5]);
});

test('civilians and combatants are kept apart', () => {
  const event = killed('مقتل خمسة جنود وثلاثة مدنيين بقصف على بلدة سرمين اليوم.');
  assert.deepEqual(counted(event.counts, 'killed', 'civilian'), [3, 3, 3]);
  assert.deepEqual(counted(event.counts, 'killed', 'combatant'), [5, 5, 5]);
  assert.deepEqual(counted(event.counts, 'killed', 'all'), [8, 8, 8]);
});

test('what another place or period suffered does not leak in', () => {
  const event = killed(
    'قُتل أربعة مدنيين بقصف على بلدة سرمين بريف إدلب اليوم.\nوفي سياق منفصل قُتل تسعة مدنيين بقصف على مدينة تادف بريف حلب اليوم.\nومنذ مطلع العام قُتل 230 مدنيا في القصف.',
    'مقتل أربعة مدنيين في بلدة سرمين بريف إدلب بقصف مدفعي اليوم.',
  );
  assert.deepEqual(counted(event.counts, 'killed'), [4, 4, 4]);
});

test('who names victims one by one gives way to who counts more, and stands alone otherwise', () => {
  const named = 'استشهد الشاب سامر خالد العمر بقصف مدفعي على بلدة سرمين اليوم.';
  const event = killed('مقتل أربعة مدنيين بقصف على بلدة سرمين اليوم.', named);
  assert.deepEqual(counted(event.counts, 'killed'), [4, 4, 4]);
  assert.deepEqual(counted(killed(named).counts, 'killed', 'all'), [1, 1, 1]);
  const unnamed = killed('مقتل أربعة مدنيين بقصف على بلدة سرمين اليوم.', 'مقتل مدني بقصف على بلدة سرمين اليوم.');
  assert.deepEqual(counted(unnamed.counts, 'killed'), [1, 1, 4]);
});

test('the obituary of one of many is a lower bound under every policy, and has no vote on how many there were', () => {
  const many = [
    input('m1', 'موقع الجسر', '2021-03-05', 'قُتل خمسون مدنيا بغارة جوية على سوق بلدة سرمين اليوم.'),
    input('m2', 'صحيفة النهر', '2021-03-05', 'مقتل خمسين مدنيا بغارة جوية على سوق بلدة سرمين اليوم.'),
  ];
  const obituaries = ['سامر خالد العمر', 'عادل أنور الحسن', 'نادر فؤاد الصالح'].map((name, n) =>
    input(`o${n}`, `صفحة ${n}`, '2021-03-05', `استشهد الشاب ${name} بغارة جوية على بلدة سرمين اليوم.`),
  );
  const reports = [...many.slice(0, 1), ...obituaries];
  const { events } = reconcile(reports);
  assert.equal(events.length, 1);
  for (const policy of Object.keys(POLICIES) as PolicyName[]) {
    const [low, , high] = counted(recount(events[0].event, reports, policy), 'killed', 'all') as number[];
    assert.deepEqual([low, high], [50, 50], policy);
  }
  const alone = reconcile(obituaries, { isGathered: true }).events[0];
  assert.equal(counted(recount(alone.event, obituaries, 'acled'), 'killed', 'all')?.[0], 1);
  assert.equal(reconcile([...many, ...obituaries]).events.length, 1);
});

const groupsOf = (...reports: [day: string, outlet: string, text: string][]): string[] =>
  reconcile(reports.map(([day, outlet, text], n) => input(`t${n}`, outlet, day, text)))
    .events.map(({ event }) => event.reports.join(' '))
    .sort();

test('a toll that rises on a later day is the same attack; what happened later, or falls, is another one', () => {
  const first = ['2021-03-05', 'موقع الجسر', 'قُتل عشرة مدنيين بقصف مدفعي على بلدة سرمين بريف إدلب.'] as [string, string, string];
  const next = (text: string, day = '2021-03-06') => groupsOf(first, [day, 'صحيفة النهر', text]).length;
  assert.equal(next('ارتفعت حصيلة القصف المدفعي على بلدة سرمين بريف إدلب أمس إلى 15 قتيلا.'), 1);
  assert.equal(next('ارتفعت حصيلة القصف المدفعي على بلدة سرمين بريف إدلب إلى 15 قتيلا.'), 1);
  assert.equal(next('مقتل عشرة مدنيين في قصف مدفعي على بلدة سرمين بريف إدلب.'), 1);
  assert.equal(next('قُتل ثلاثة مدنيين بقصف مدفعي على بلدة سرمين بريف إدلب اليوم السبت.'), 2);
  assert.equal(next('قُتل ثلاثة مدنيين بقصف مدفعي على بلدة سرمين بريف إدلب.'), 2);
  assert.equal(next('قُتل ثلاثة مدنيين بقصف مدفعي على بلدة سرمين بريف إدلب.', '2021-03-07'), 2);
});
