/** A denial of what was just told is a second claim of the same happening; where it is not clear what is denied there is none. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createEngine } from '../engine/index.ts';

const engine = createEngine();
const claims = (text: string): string[] =>
  engine.read({ text, outlet: null, published: '2020-05-10' }).claims.map(({ event, attribution, stance, reality }) => {
    const trigger = text.slice(event.trigger.start, event.trigger.end);
    return `${trigger} [${attribution.map((s) => s.name).join(' <- ')}] ${stance} ${reality}`;
  });

test('"but X denied that", "which X denies", "and X denied that": the happening once more, denied', () => {
  assert.deepEqual(claims('اتهمت الحركة الجيش بقتل أربعة مدنيين في القرية، لكن الجيش نفى ذلك.'), [
    'بقتل [الحركة] accused current',
    'بقتل [الجيش] denied unreal',
  ]);
  assert.deepEqual(claims('اتهم الجيش الحركة بقتل أربعة مدنيين في القرية، لكن الحركة نفت ذلك.'), [
    'بقتل [الجيش] accused current',
    'بقتل [الحركة] denied unreal',
  ]);
  assert.deepEqual(claims('قال المتحدث إن المسلحين قصفوا المشفى، وهو ما تنفيه الحكومة.'), [
    'قصفوا [المتحدث] asserted current',
    'قصفوا [الحكومة] denied unreal',
  ]);
  assert.deepEqual(claims('قال ناشطون إن الطائرات قصفت السوق. ونفى الجيش ذلك.'), [
    'قصفت [ناشطون] asserted current',
    'قصفت [الجيش] denied unreal',
  ]);
});

test('what is denied keeps its figures, parts as parts', () => {
  const text = 'اتهمت الحركة الجيش بقتل أربعة مدنيين بينهم طفلان في القرية، غير أن وزارة الدفاع نفت ذلك.';
  const [told, denied] = engine.read({ text, outlet: null, published: '2020-05-10' }).claims;
  assert.equal(denied.stance, 'denied');
  assert.deepEqual(denied.event.figures, told.event.figures);
  assert.equal(told.event.figures[1].partOf, 0);
  assert.notEqual(denied.id, told.id);
});

test('"denied these accusations" denies all that one accusation tells, and who denied goes on speaking', () => {
  assert.deepEqual(claims('اتهم سكان الكتيبة بنهب متجرين في المرفأ وقتل حارسين، فيما نفت الكتيبة هذه الاتهامات.'), [
    'بنهب [سكان] accused current',
    'بنهب [الكتيبة] denied unreal',
    'وقتل [سكان] accused current',
    'وقتل [الكتيبة] denied unreal',
  ]);
  assert.deepEqual(claims('تتهم منظمات محلية الشرطة بإحراق منازل في القرية، وهي اتهامات تنفيها الوزارة.'), [
    'بإحراق [منظمات محلية] accused current',
    'بإحراق [الوزارة] denied unreal',
  ]);
  assert.deepEqual(claims('قالت الحركة إن الحرس قصف المرفأ، لكن الحرس نفى ذلك وقال إن ثلاثة من عناصره قتلوا.'), [
    'قصف [الحركة] asserted current',
    'قصف [الحرس] denied unreal',
    'قتلوا [الحرس] asserted current',
  ]);
  assert.deepEqual(claims('ونفت الكتيبة الاتهامات بقتل حارسين في المرفأ.'), ['بقتل [الكتيبة] denied unreal']);
});

test('a charge that somebody rejects or calls false, and the headline that ends in its denial', () => {
  assert.deepEqual(claims('اتهمت الشرطة الحركة بقتل ثلاثة حراس، وهي تهمة ترفضها الحركة.'), [
    'بقتل [الشرطة] accused current',
    'بقتل [الحركة] denied unreal',
  ]);
  assert.deepEqual(claims('قالت الإذاعة إن مسلحين قصفوا المرفأ. ووصف المعارضون الاتهامات بأنها كاذبة.'), [
    'قصفوا [الإذاعة] asserted current',
    'قصفوا [المعارضون] denied unreal',
  ]);
  assert.deepEqual(claims('الجيش يعلن سيطرته على المرفأ والحكومة تنفي'), [
    'سيطرته [الجيش] asserted current',
    'سيطرته [الحكومة] denied unreal',
  ]);
});

test('no denial: "did not deny that", two happenings, nothing told', () => {
  assert.equal(claims('قال ناشطون إن الطائرات قصفت السوق. ولم ينف الجيش ذلك.').length, 1);
  const two = claims('قال ناشطون إن الطائرات قصفت السوق وإن مسلحين خطفوا طبيبا، لكن الجيش نفى ذلك.');
  assert.ok(two.every((c) => !c.includes('denied')));
  assert.deepEqual(claims('ونفى الجيش ذلك.'), []);
});
