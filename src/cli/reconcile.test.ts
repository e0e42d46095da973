/** `isnad reconcile`: cases apart, one line a case, wrong lines named, text for people. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { main } from './main.ts';

const lines = [
  {
    case: 'a',
    id: 'a1',
    outlet: 'موقع الجسر',
    published: '2021-03-05',
    text: 'قُتل ثلاثة مدنيين وأصيب سبعة آخرون بقصف مدفعي على بلدة سرمين بريف إدلب اليوم.',
  },
  {
    case: 'a',
    id: 'a2',
    outlet: 'صحيفة النهر',
    published: '2021-03-05',
    text: 'مقتل أربعة مدنيين بقصف مدفعي استهدف بلدة سرمين في ريف إدلب، اليوم الجمعة.',
  },
  {
    case: 'b',
    id: 'b1',
    outlet: 'موقع الجسر',
    published: '2021-03-09',
    text: 'أصيب طفلان بانفجار لغم أرضي في قرية الخفسة بريف حلب.',
  },
];

async function call(args: string[], input: string) {
  let out = '';
  let err = '';
  const code = await main(['reconcile', ...args], {
    stdout: { write: (text) => void (out += text) },
    stderr: { write: (text) => void (err += text) },
    stdin: async () => Buffer.from(input),
    env: {},
  });
  return { code, out, err };
}

test('one line a case, with the range over the outlets of each', async () => {
  const { code, out } = await call(
    ['-', '--by', 'case', '--format', 'jsonl'],
    lines.map((line) => JSON.stringify(line)).join('\n'),
  );
  assert.equal(code, 0);
  const [a, b] = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.equal(a.case, 'a');
  assert.equal(a.events[0].reports, 2);
  const count = (one: any, outcome: string) =>
    one.events[0].counts.find((c: any) => c.outcome === outcome && c.who === 'civilian');
  assert.deepEqual([count(a, 'killed').low, count(a, 'killed').high], [3, 4]);
  assert.deepEqual([count(b, 'injured').low, count(b, 'injured').high], [2, 2]);
});

test('a case as one line holding its texts is read the same', async () => {
  const whole = JSON.stringify({
    case: 'a',
    date: '2021-03-05',
    texts: lines.slice(0, 2).map(({ id, outlet, text }) => ({ id, outlet, text })),
  });
  const single = lines
    .slice(0, 2)
    .map((line) => JSON.stringify(line))
    .join('\n');
  const args = ['-', '--by', 'case', '--format', 'jsonl'];
  assert.equal((await call(args, whole)).out, (await call(args, single)).out);
});

test('without a case all reports are one collection of several events', async () => {
  const { out } = await call(['-', '--format', 'jsonl'], lines.map((line) => JSON.stringify(line)).join('\n'));
  const one = JSON.parse(out);
  assert.equal(one.case, null);
  assert.deepEqual(
    one.events.map((event: any) => event.reports),
    [2, 1],
  );
});

test('a line that holds no report is named and left out; the rest goes on', async () => {
  const { code, out, err } = await call(
    ['-', '--by', 'case', '--format', 'jsonl'],
    `{"case":"a"}\nnonsense\n${JSON.stringify(lines[2])}`,
  );
  assert.equal(code, 1);
  assert.match(err, /:1 has no "text"/);
  assert.match(err, /:2 is not JSON/);
  assert.equal(JSON.parse(out).case, 'b');
});

test('two reports that share an id are both counted, and a day that is none is told', async () => {
  const [a1, a2] = lines;
  const input = [a1, { ...a2, id: 'a1' }, a1, { ...lines[2], published: '2021-13-45' }];
  const { code, out, err } = await call(['-', '--format', 'jsonl'], input.map((line) => JSON.stringify(line)).join('\n'));
  assert.equal(code, 0);
  assert.deepEqual(
    JSON.parse(out).events.map((event: any) => event.reports),
    [2, 1],
  );
  assert.match(err, /:2 has the id "a1" of line 1 and another text: it is read as "a1~2"/);
  assert.match(err, /:3 is the report "a1" of line 1 again/);
  assert.match(err, /:4 has the day "2021-13-45"/);
});

test('the text format names events, ranges and the words of every figure, in both languages', async () => {
  const input = lines.map((line) => JSON.stringify(line)).join('\n');
  const english = await call(['-', '--by', 'case'], input);
  assert.match(english.out, /killed · civilian: .*3–4/);
  assert.match(english.out, /ثلاثة مدنيين/);
  const arabic = await call(['-', '--by', 'case', '--lang', 'ar'], input);
  assert.match(arabic.out, /مدني/);
});

test('what the caller gets wrong is one line', async () => {
  assert.equal((await call(['-', '--policy', 'mine'], '{}')).code, 2);
  assert.equal((await call(['-', '--format', 'xml'], '{}')).code, 2);
  assert.equal((await call(['-'], 'nothing')).code, 2);
});
