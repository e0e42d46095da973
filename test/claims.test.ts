/**
 * Which claims a text makes, of what type, and whether they are news: the whole pipeline over `claims.cases.txt`.
 *   text, ==>, then one line a claim in text order: type, reality, words of the happening; `none` for no claim.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { createEngine } from '../src/engine/index.ts';

const engine = createEngine();
const file = readFileSync(new URL('./claims.cases.txt', import.meta.url), 'utf8');

const claimsOf = (text: string): string[] =>
  engine
    .read({ text, published: '2021-06-10' })
    .claims.map(({ event, reality }) => `${event.type} ${reality} ${text.slice(event.trigger.start, event.trigger.end)}`);

const cases = file
  .split(/\n\s*\n/)
  .map((block) => block.replace(/^#.*\n?/gm, '').trim())
  .filter((block) => block !== '')
  .map((block) => block.split(/\n==>\n/) as [string, string]);

test('there are cases for and against', () => {
  assert.ok(cases.length >= 40, `${cases.length} cases`);
  assert.ok(cases.filter(([, wanted]) => wanted === 'none').length >= 8);
});

for (const [text, wanted] of cases) {
  test(text.replace(/\s+/g, ' ').slice(0, 70), () => {
    assert.deepEqual(claimsOf(text), wanted === 'none' ? [] : wanted.split('\n'));
  });
}

test('what only repeats a claim is not left unread, what tells another one is', () => {
  const { unread } = engine.read({
    text: 'قصف على بلدة العين\nقصفت المدفعية بلدة العين أمس وأصيب ثلاثة رجال. وأصاب القصف مدرسة.',
    published: '2021-06-10',
  });
  assert.deepEqual(unread, []);
});

test('nobody knows the fate of somebody, whoever says so; a fate that is told is no such claim', () => {
  const stances = (text: string): string[] => engine.read({ text, published: '2021-06-10' }).claims.map((c) => c.stance);
  assert.deepEqual(stances('قالت مصادر محلية إن مصير ثلاثة صيادين لا يزال مجهولا.'), ['unknown']);
  assert.deepEqual(stances('قالت مصادر محلية إن مصير ثلاثة صيادين بيد المحكمة.'), []);
});

test('the words for the dead and the hurt are part of what a claim says, and not unread beside it', () => {
  const text = 'قتل رجل وأصيب شقيقه، صباح اليوم، بقصف مدفعي للجيش على بلدة العين.';
  const { claims, unread } = engine.read({ text, published: '2021-06-10' });
  assert.deepEqual(
    claims.map(({ content }) => text.slice(content.start, content.end)),
    [text.slice(0, -1)],
  );
  assert.deepEqual(unread, []);
});

test('a count inside a claim that became none of its figures is listed as unread', () => {
  const text = 'قال مصدر إن القصف أوقع خمسة قتلى بعد زيارة وفد من سبعة أطباء للبلدة.';
  const { claims, unread } = engine.read({ text, published: '2021-06-10' });
  const told = new Set(claims.flatMap(({ event }) => event.figures.map(({ text: words }) => words)));
  const listed = unread.map(({ start, end }) => text.slice(start, end));
  assert.ok(told.has('خمسة قتلى'));
  assert.ok(told.has('سبعة أطباء') || listed.some((words) => words.includes('سبعة أطباء')), listed.join(' | '));
});
