/** The paradigms: what a dictionary form must give, and what it must not. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseBlocks } from '../../lexicon/blocks.ts';
import { inflect } from './inflect.ts';

const formsOf = (text: string): Set<string> => new Set(inflect(parseBlocks('x.yml', text)[0]).map((form) => form.text));
const event = (word: string, present: string, more = ''): string =>
  `- event: ${word}\n  gloss: x\n  pos: verb\n  present: ${present}\n${more}`;

const paradigms: [string, string, string, string][] = [
  [
    'sound',
    event('قصف', 'يقصف', '  masdar: [قصف]\n'),
    'قصفت قصفوا قصفا قصفتا قصفن قصفنا يقصف تقصف يقصفون يقصفوا يقصفان تقصفان نقصف قصفا',
    'أقصف',
  ],
  [
    'hollow',
    event('أصاب', 'يصيب', '  masdar: [إصابة]\n'),
    'أصابت أصابوا أصبنا أصيب أصيبت أصيبوا أصيبا يصيب يصب تصب يصيبون إصابة إصابتان إصابات',
    'أصوب',
  ],
  [
    'hollow, eighth form',
    event('اغتال', 'يغتال', '  masdar: [اغتيال]\n'),
    'اغتالت اغتالوا اغتيل اغتيلت يغتال تغتل يغتالون اغتيالات',
    'اغتول',
  ],
  ['hollow, tenth form', event('استعاد', 'يستعيد'), 'استعادت استعادوا استعيد استعيدت يستعيدون يستعد', 'استعاديت'],
  ['third form', event('حاصر', 'يحاصر'), 'حاصرت حاصروا حوصر حوصرت حوصروا يحاصرون', 'حيصر'],
  ['defective', event('أجلى', 'يجلي', '  masdar: [إجلاء]\n'), 'أجلت أجلوا أجليا أجلينا يجلي يجل تجل يجلون يجلوا إجلاء', 'أجلىت'],
  ['defective in waw', event('غزا', 'يغزو'), 'غزت غزوا غزونا يغزو يغز يغزون', 'غزايت'],
  ['doubled', event('شن', 'يشن'), 'شنت شنوا شنا يشن تشن يشنون يشنوا', 'شانن'],
  ['hamzated', event('لجأ', 'يلجأ'), 'لجأت لجأوا يلجأ يلجأون', 'لجيت'],
];

for (const [name, block, wanted, never] of paradigms) {
  test(`paradigm: ${name}`, () => {
    const forms = formsOf(block);
    assert.deepEqual(
      wanted.split(' ').filter((form) => !forms.has(form)),
      [],
    );
    assert.ok(!forms.has(never), never);
  });
}

test('nouns: broken plural, feminine dual, phrases whose first word is inflected', () => {
  const raid = formsOf('- event: غارة\n  gloss: raid\n  pos: noun\n  plural: [غارات]\n');
  for (const form of ['غارة', 'غارات', 'غارتان', 'غارتين', 'غارتا', 'غارتي']) assert.ok(raid.has(form), form);
  const battle = formsOf('- event: معركة\n  gloss: battle\n  pos: noun\n  plural: [معارك]\n');
  assert.ok(battle.has('معارك') && !battle.has('معركات'));
  const phrase = formsOf(event('أخلى سبيل', 'يخلي', '  masdar: [إخلاء]\n'));
  for (const form of ['أخلت سبيل', 'يخلي سبيل', 'إخلاء سبيل']) assert.ok(phrase.has(form), form);
});
