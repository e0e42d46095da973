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

const parties = [
  'الجيش السوري',
  'هيئة تحرير الشام',
  'قوات سوريا الديمقراطية',
  'تنظيم داعش',
  'الجيش التركي',
  'حركة حماس',
  'الجيش الإسرائيلي',
  'حزب الله',
  'جماعة الحوثي',
  'قوات الدعم السريع',
  'الجيش السوداني',
  'القوات الروسية',
  'الجيش الأوكراني',
  'حركة طالبان',
  'الحشد الشعبي',
  'التحالف الدولي',
  'جماعة بوكو حرام',
  'الجيش الليبي',
];
/** Each party in each role: who says, acts, is hit, accused, denies, owns what is hit, loses ground, fights, is counted among the dead. */
const sentences: Record<string, (a: string, b: string) => string> = {
  'shells, and its dead': (a, b) =>
    `قصفت ${a} بلدة الأتارب، ما أدى إلى مقتل ثلاثة مدنيين، وفق ناشطين.\nوقالت ${b} إن خمسة من عناصرها قتلوا في اشتباكات.`,
  'two sides': (a, b) => `اندلعت اشتباكات بين ${a} و${b} في ريف إدلب، وأصيب 12 شخصا.`,
  accuses: (a, b) => `اتهمت ${a} ${b} بقصف مشفى في مدينة الباب.`,
  'at the hands of': (a, b) => `قتل أربعة من عناصر ${b} على يد ${a} قرب القرية.`,
  'by, in the passive': (a, b) => `تعرض حاجز يتبع ${b} لقصف صاروخي من قبل ${a}.`,
  'launched by': (a, b) => `جرح ستة أشخاص في هجوم شنته ${a} على مواقع ${b} أمس.`,
  'verbal noun of': (a) => `أدى قصف ${a} على السوق إلى مقتل امرأة وطفلها.`,
  'positions of': (a, b) => `استهدفت طائرات مسيرة مواقع ${b}، بحسب ${a}.`,
  'takes ground from': (a, b) => `سيطرت ${a} على القرية بعد معارك مع ${b}.`,
  'sets free': (a) => `أفرجت ${a} عن عشرين معتقلا من السجن المركزي.`,
  detains: (a) => `اعتقلت ${a} صحفيا في مدينة الباب أمس.`,
  denies: (a, b) => `نفت ${a} قصف المدينة، وقالت إن ${b} هي المسؤولة.`,
  claims: (a, b) => `أعلنت ${a} مسؤوليتها عن تفجير استهدف دورية تتبع ${b}.`,
  'that he': (a) => `قالت ${a} إنها استهدفت مستودع أسلحة قرب المطار.`,
  'is ascribed to': (a) => `قتل 19 شخصا في هجوم نسب إلى ${a}.`,
  withdraws: (a) => `انسحبت ${a} من البلدة باتجاه المدينة.`,
};

for (const [role, sentence] of Object.entries(sentences)) {
  test(`swapping the parties leaves the structure the same: ${role}`, () => {
    const first = shape(sentence(parties[0], parties[1]));
    for (const [n, a] of parties.entries())
      for (const step of [1, 5, 7]) {
        const b = parties[(n + step) % parties.length];
        assert.deepEqual(shape(sentence(a, b)), first, `${a} / ${b}`);
      }
  });
}

/** Neutral and loaded names of one party stand in the same place. */
const names: [string, string][] = [
  ['الجيش السوري', 'قوات النظام'],
  ['الجيش الإسرائيلي', 'جيش الاحتلال'],
  ['جماعة الحوثي', 'ميليشيات الحوثي'],
  ['قوات سوريا الديمقراطية', 'ميليشيا قسد'],
  ['قوات الدعم السريع', 'ميليشيا الدعم السريع'],
  ['حزب الله', 'ميليشيا حزب الله'],
];

test('a loaded name leaves the structure the same as the neutral one', () => {
  for (const [neutral, loaded] of names)
    for (const [role, sentence] of Object.entries(sentences)) {
      assert.deepEqual(shape(sentence(loaded, 'الجيش التركي')), shape(sentence(neutral, 'الجيش التركي')), `${role}: ${loaded}`);
      assert.deepEqual(
        shape(sentence('الجيش التركي', loaded)),
        shape(sentence('الجيش التركي', neutral)),
        `${role}: by ${loaded}`,
      );
    }
});

test('a loaded verb of dying leaves the structure the same', () => {
  const told = (verb: string): unknown => shape(`${verb} أربعة مقاتلين في قصف مدفعي على قرية السكرية، أمس.`);
  for (const verb of ['استشهد', 'هلك', 'مات']) assert.deepEqual(told(verb), told('قتل'), verb);
});
