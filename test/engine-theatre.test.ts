/** Names that several wars share lead to a party only where the report says which war it is about. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createEngine } from '../src/engine/index.ts';

const engine = createEngine();
const actorsOf = (text: string): (string | null)[] =>
  engine.read({ text, published: '2022-03-04' }).claims.flatMap((c) => c.event.actor.map((a) => a.entity));

const cases: [string, string, (string | null)[]][] = [
  ['the army of nobody in particular', 'قتلت قوات الجيش مسلحين اثنين قرب المدينة.', [null]],
  ['the national army of Libya', 'شن الجيش الوطني هجوما على مواقع المسلحين في بنغازي شرق ليبيا.', ['actor:lna']],
  ['the national army of Yemen', 'شن الجيش الوطني هجوما على مواقع المسلحين في تعز جنوب غرب اليمن.', ['actor:yemeni-army']],
  ['rebels who are not those of Yemen', 'قصف المتمردون قاعدة للجيش في الكونغو الديمقراطية.', [null]],
  ['the coalition over Syria', 'قصفت طائرات التحالف موقعا في الرقة شمال سوريا.', ['actor:us-led-coalition']],
  ['the coalition over Yemen', 'قصفت طائرات التحالف موقعا في صنعاء باليمن.', ['actor:saudi-led-coalition']],
];
for (const [title, text, wanted] of cases) test(title, () => assert.deepEqual(actorsOf(text), wanted));
