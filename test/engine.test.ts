/** Properties every reading must have, whatever the text: spans, sameness, bounded time, neutrality. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Reading } from '../src/claim/reading.ts';
import { createEngine } from '../src/engine/index.ts';
import { ROOT } from '../src/evaluate/evaluate.ts';
import { corpus } from '../src/evaluate/gold.ts';
import { processorTime } from '../src/lexicon/timing.fixture.ts';

const engine = createEngine();
const reports = corpus(`${ROOT}corpus`);

function spansHold(reading: Reading, text: string): void {
  const inside = (span: { start: number; end: number }, name: string): void =>
    assert.ok(
      span.start >= 0 && span.start < span.end && span.end <= Math.max(1, text.length),
      `${name} ${span.start}..${span.end} of ${text.length}`,
    );
  for (const claim of reading.claims) {
    inside(claim.content, 'content');
    inside(claim.event.trigger, 'trigger');
    assert.ok(
      claim.event.trigger.start >= claim.content.start && claim.event.trigger.end <= claim.content.end,
      'the trigger stands in the content',
    );
    for (const source of claim.attribution) assert.equal(text.slice(source.span.start, source.span.end), source.name);
    for (const mention of [...claim.event.actor, ...claim.event.recipient, ...claim.event.means, ...claim.event.places]) {
      inside(mention.span, 'mention');
      assert.equal(text.slice(mention.span.start, mention.span.end), mention.name);
    }
    claim.event.figures.forEach((figure, n) => {
      assert.equal(text.slice(figure.span.start, figure.span.end), figure.text);
      assert.ok(figure.low >= 0 && (figure.high === null || figure.low <= figure.high), `${figure.low}..${figure.high}`);
      if (figure.partOf === null) return;
      const whole = claim.event.figures[figure.partOf];
      assert.ok(whole !== undefined && figure.partOf !== n, 'the whole is another figure of the claim');
      if (whole.high !== null) assert.ok(figure.low <= whole.high, 'a part is not larger than its whole');
    });
  }
  for (const span of reading.unread) inside(span, 'unread');
}

test('spans lie in the text and equal what is quoted', () => {
  assert.ok(reports.length >= 20, `${reports.length} reports in corpus/`);
  for (const report of reports) spansHold(engine.read(report), report.text);
});

test('the same text twice gives the same bytes', () => {
  const other = createEngine();
  for (const report of reports) assert.equal(JSON.stringify(engine.read(report)), JSON.stringify(other.read(report)));
});

test('reports that are read together are read as if each were alone, however many and long they are', () => {
  const long = reports.map(({ text }) => text).join('\n');
  const mixed = [
    ...reports,
    { text: '' },
    { text: long.repeat(4), published: '2016-02-03' },
    { text: '\uD800 ( «' },
    ...reports.slice(0, 19),
  ];
  const together = [...engine.readMany(mixed)];
  assert.equal(together.length, mixed.length);
  for (const [n, reading] of together.entries()) assert.equal(JSON.stringify(reading), JSON.stringify(engine.read(mixed[n])));
  assert.deepEqual([...engine.readMany([])], []);
});

test('claim ids of one report differ', () => {
  for (const report of reports) {
    const ids = engine.read(report).claims.map((c) => c.id);
    assert.equal(new Set(ids).size, ids.length);
  }
});

test('any string gives a reading', () => {
  const words = reports.flatMap((r) => r.text.split(/\s+/)).slice(0, 4000);
  const soup = fc
    .array(
      fc.oneof(
        fc.constantFrom(...words, '\n', '.', '«', '»', '(', ')', ':', '،', '"', '\u202E', '\u200F', '١٢', '3,5', '\uD800'),
        fc.string({ unit: 'binary' }),
      ),
      { maxLength: 80 },
    )
    .map((parts) => parts.join(' '));
  fc.assert(
    fc.property(soup, (text) => spansHold(engine.read({ text, published: '2020-05-05' }), text)),
    { numRuns: 150, seed: 7 },
  );
});

/**
 * Four times the text may take at most about four times the time; generous for a busy machine. A collection of garbage or a busy
 * neighbour can fall on one measurement, hence the best of five: what is truly more than linear is so each time.
 */
function isLinear(make: (n: number) => string): void {
  // the processor's time holds what other threads collect and compile meanwhile, the clock's what other programs do: the smaller of both is the reader's
  const time = (text: string): number => {
    const start = performance.now();
    const processor = processorTime(() => engine.read({ text }), 1);
    return Math.min(processor, performance.now() - start);
  };
  time(make(20_000));
  let small = Number.POSITIVE_INFINITY;
  let large = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 5; attempt += 1) {
    small = Math.max(1, Math.min(small, time(make(250_000))));
    large = Math.min(large, time(make(1_000_000)));
    if (large < 10 * small + 400) return;
  }
  assert.fail(`1 MB took ${large.toFixed(0)} ms, a quarter of it ${small.toFixed(0)} ms`);
}

test('a preposition that stands apart before two marks is no letter of a name', () => {
  for (const mark of ['\u00bb\u00bb', '\u00ab\u00bb', '\u0640\u00bb\u00bb', '33', '\u00ab3'])
    assert.deepEqual(engine.read({ text: `\u0628${mark}` }).claims, []);
});

const hostile: Record<string, (n: number) => string> = {
  'one letter': (n) => '\u0627'.repeat(n),
  digits: (n) => '7'.repeat(n),
  'digits apart': (n) => '7 '.repeat(n / 2),
  brackets: (n) => '('.repeat(n),
  guillemets: (n) => '« '.repeat(n / 2),
  'one word of killing': (n) => 'قتل '.repeat(n / 4),
  'and and and': (n) => 'و5 قتلى '.repeat(n / 8),
  'random Unicode': (n) => {
    let state = 1;
    let text = '';
    while (text.length < n) {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0;
      text += String.fromCharCode(32 + ((state >>> 8) % 0xffd0));
    }
    return text;
  },
};

for (const [name, make] of Object.entries(hostile))
  test(`1 MB of ${name} is read in time linear in its length`, () => isLinear(make));
