import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createEngine } from '../engine/index.ts';

const engine = createEngine();
const triggers = (text: string): string[] =>
  engine
    .read({ text, outlet: '', published: '2020-05-15' })
    .claims.map(({ event }) => text.slice(event.trigger.start, event.trigger.end));

const body = 'قتل تسعة عمال في القصف.\nوقال شاهد إن الجنود اعتقلوا رجلا.';

test('the caption of a picture is no news: it ends in whose picture it is', () => {
  const alone = triggers(body);
  assert.deepEqual(triggers(`دخان بعد غارة على المرفأ - أرشيف\n${body}`), alone);
  assert.deepEqual(triggers(`${body}\nدخان بعد غارة على المرفأ (رويترز)\nوهرب السكان.`), triggers(`${body}\nوهرب السكان.`));
});

test('a line that only begins like one is news', () => {
  assert.ok(triggers(`غارة على المرفأ تقتل حارسا\n${body}\nوأحرقت غارة مدرسة القرية (شمال) أمس.`).length > triggers(body).length);
});
