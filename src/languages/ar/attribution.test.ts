/**
 * The cases of attribution: `attribution.cases.txt`.
 *
 *     the text
 *     ==>
 *     WORD [outer <- inner] stance attribution.rule      chain at the first place where the word stands; []: the outlet's own voice
 *     not attribution.rule                               must not have read any part of the text
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { createEngine } from '../../engine/index.ts';
import { ATTRIBUTION_RULES } from '../../extract/attribution.ts';

const engine = createEngine();

type Case = { line: number; text: string; wanted: string[]; not: string[] };

function parse(file: string): Case[] {
  const cases: Case[] = [];
  let open: Case | null = null;
  let expecting = false;
  file.split('\n').forEach((raw, n) => {
    const line = raw.trim();
    if (line === '') {
      open = null;
      expecting = false;
    } else if (line[0] === '#') return;
    else if (line === '==>') expecting = true;
    else if (open !== null && expecting) {
      if (line.startsWith('not ')) open.not.push(...line.slice(4).split(' '));
      else open.wanted.push(line);
    } else cases.push((open = { line: n + 1, text: line, wanted: [], not: [] }));
  });
  return cases;
}

/** Rule without the kind of its complement: "verb-source-that" is "verb-source". */
const baseOf = (rule: string): string =>
  rule === 'attribution.according-to' ? rule : rule.split('+')[0].replace(/-(that|colon|quote|clause|to|with|about|noun)$/, '');

function read(text: string): { at: (word: string) => string; rules: string[] } {
  const { worked } = engine.explain({ text, published: '2020-05-05' });
  const { doc, sentences } = worked;
  return {
    at: (word) => {
      const offset = text.indexOf(word);
      for (const { chunks, attributed } of sentences) {
        const k = chunks.findIndex((c) => doc.tokens.start[c.start] <= offset && offset < doc.tokens.end[c.end - 1]);
        if (k < 0) continue;
        const frame = attributed.frameOf[k] < 0 ? null : attributed.frames[attributed.frameOf[k]];
        const chain = frame?.chain.map((s) => s.name).join(' <- ') ?? '';
        return `${word} [${chain}] ${frame?.stance ?? 'asserted'} ${frame?.rule ?? 'attribution.own-voice'}`;
      }
      return `${word} stands in no sentence`;
    },
    rules: sentences.flatMap(({ attributed }) =>
      [...new Set(attributed.frameOf)].filter((n) => n >= 0).map((n) => baseOf(attributed.frames[n].rule)),
    ),
  };
}

const cases = parse(readFileSync(new URL('./attribution.cases.txt', import.meta.url), 'utf8'));

test(`attribution: ${cases.length} cases`, () => {
  const wrong: string[] = [];
  for (const { line, text, wanted, not } of cases) {
    const { at, rules } = read(text);
    for (const want of wanted) {
      const found = at(want.slice(0, want.indexOf(' [')));
      if (found !== want) wrong.push(`line ${line}: ${text}\n  wanted ${want}\n  found  ${found}`);
    }
    for (const rule of not) if (rules.includes(rule)) wrong.push(`line ${line}: ${text}\n  must not fire: ${rule}`);
  }
  assert.equal(wrong.length, 0, `\n${wrong.join('\n')}`);
});

test('attribution: every rule has a case where it reads and one where it must not', () => {
  const positive = new Set(cases.flatMap((c) => c.wanted.map((w) => baseOf(w.slice(w.lastIndexOf(' ') + 1)))));
  for (const c of cases) for (const w of c.wanted) if (w.endsWith('+according-to')) positive.add('attribution.according-to');
  const negative = new Set(cases.flatMap((c) => c.not));
  assert.deepEqual(
    ATTRIBUTION_RULES.filter((rule) => !positive.has(rule)),
    [],
    'rules without a case',
  );
  assert.deepEqual(
    ATTRIBUTION_RULES.filter((rule) => !negative.has(rule)),
    [],
    'rules without a negative case',
  );
  const known: readonly string[] = [...ATTRIBUTION_RULES, 'attribution.own-voice'];
  assert.deepEqual(
    [...positive, ...negative].filter((rule) => !known.includes(rule)),
    [],
    'cases that name no rule',
  );
});
