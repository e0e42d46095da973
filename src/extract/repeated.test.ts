import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createEngine } from '../engine/index.ts';

const engine = createEngine();
const count = (text: string): number => engine.read({ text, outlet: '', published: '2020-05-15' }).claims.length;

const told = 'قتل ثلاثة عمال في غارة على حي الزهور صباح اليوم بحسب الشرطة.';
const other = 'وقال شاهد إن الجنود اعتقلوا رجلا في السوق.';

test('a sentence that a page repeats word for word tells no second claim', () => {
  assert.equal(count(`${told}\n${other}\n${told}`), count(`${told}\n${other}`));
});

test('another figure is another sentence', () => {
  assert.ok(
    count(`${told}\n${other}\n${told.replace('ثلاثة', 'تسعة').replace('الزهور', 'النخيل')}`) > count(`${told}\n${other}`),
  );
});

test('a short line in the middle of a page is news when nothing else says its figure', () => {
  const page = (line: string): string => `عنوان الصفحة\n${told}\n${other}\nوأغلق التجار محالهم.\n${line}\nوهرب السكان.`;
  assert.ok(count(page('مقتل 7 جنود في هجوم بالميناء')) > count(page('شوارع المدينة خالية')));
});
