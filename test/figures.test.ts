/**
 * How many people of what kind, and which is part of which: the whole pipeline over `figures.cases.txt`.
 *   text, ==>, then one line a figure in text order: outcome low..high who, `<n` for part of the nth, `running` for a running total; `none` for no figure.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Figure } from '../src/claim/reading.ts';
import { createEngine } from '../src/engine/index.ts';

const engine = createEngine();
const file = readFileSync(new URL('./figures.cases.txt', import.meta.url), 'utf8');

const say = (figure: Figure, order: number[]): string => {
  const part = figure.partOf === null ? '' : ` <${order.indexOf(figure.partOf)}`;
  const since = figure.since === null ? '' : ` since ${figure.since}`;
  return `${figure.outcome} ${figure.low}..${figure.high ?? '*'} ${figure.who}${part}${figure.scope === 'event' ? '' : ` running${since}`}`;
};

/** Figures of all claims in text order; a part names its whole by its place within its own claim. */
function figuresOf(text: string): string[] {
  const lines: { at: number; line: string }[] = [];
  for (const { event } of engine.read({ text, published: '2021-06-10' }).claims) {
    const order = event.figures.map((_, n) => n);
    for (const figure of event.figures) lines.push({ at: figure.span.start, line: say(figure, order) });
  }
  return lines.sort((a, b) => a.at - b.at).map(({ line }) => line);
}

const cases = file
  .split(/\n\s*\n/)
  .map((block) => block.replace(/^#.*\n?/gm, '').trim())
  .filter((block) => block !== '')
  .map((block) => block.split(/\n==>\n/) as [string, string]);

test('there are cases for and against every construction', () => {
  assert.ok(cases.length >= 35, `${cases.length} cases`);
  assert.ok(cases.filter(([, wanted]) => wanted === 'none').length >= 8);
});

for (const [text, wanted] of cases) {
  test(text.replace(/\s+/g, ' ').slice(0, 70), () => {
    assert.deepEqual(figuresOf(text), wanted === 'none' ? [] : wanted.split('\n'));
  });
}
