/** The corpus as a ratchet, and neutrality: who the parties are does not change how a report is read. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { createEngine } from '../src/engine/index.ts';
import { ROOT, scoreAll } from '../src/evaluate/evaluate.ts';
import { corpus } from '../src/evaluate/gold.ts';
import { f1 } from '../src/evaluate/score.ts';

const engine = createEngine();
const reports = corpus(`${ROOT}corpus`);

test('no dimension falls below the committed baseline', () => {
  const baseline: Record<string, number> = JSON.parse(readFileSync(`${ROOT}evaluation/baseline.json`, 'utf8'))['our corpus'];
  const score = scoreAll(engine, reports);
  for (const [dimension, floor] of Object.entries(baseline)) {
    const now = 100 * f1(score.tallies.get(dimension)).f;
    assert.ok(
      now >= floor - 0.1,
      `${dimension}: ${now.toFixed(1)} is below ${floor}; if it must fall, say why and run "npm run evaluate -- --baseline"`,
    );
  }
});

/** Structure without names: types, chain lengths, counts, parties per claim. */
const shape = (text: string): unknown =>
  engine
    .read({ text, published: '2020-05-05' })
    .claims.map((c) => [
      c.event.type,
      c.attribution.length,
      c.stance,
      c.reality,
      c.event.actor.length,
      c.event.recipient.length,
      c.event.figures.map((f) => [f.outcome, f.low, f.high]),
    ]);

const parties = ['الجيش السوري', 'هيئة تحرير الشام', 'قوات سوريا الديمقراطية', 'تنظيم داعش', 'الجيش التركي'];
const sentences = [
  (a: string, b: string) =>
    `قصفت ${a} بلدة الأتارب، ما أدى إلى مقتل ثلاثة مدنيين، وفق ناشطين.\nوقالت ${b} إن خمسة من عناصرها قتلوا في اشتباكات.`,
  (a: string, b: string) => `اندلعت اشتباكات بين ${a} و${b} في ريف إدلب، وأصيب 12 شخصا.`,
  (a: string, b: string) => `اتهمت ${a} ${b} بقصف مشفى في مدينة الباب.`,
];

for (const [n, sentence] of sentences.entries()) {
  test(`swapping the parties leaves the structure the same (${n + 1})`, () => {
    const first = shape(sentence(parties[0], parties[1]));
    for (const a of parties) for (const b of parties) if (a !== b) assert.deepEqual(shape(sentence(a, b)), first, `${a} / ${b}`);
  });
}

test('a loaded verb of dying leaves the structure the same', () => {
  const told = (verb: string): unknown => shape(`${verb} أربعة مقاتلين في قصف مدفعي على قرية السكرية، أمس.`);
  for (const verb of ['استشهد', 'هلك', 'مات']) assert.deepEqual(told(verb), told('قتل'), verb);
});
