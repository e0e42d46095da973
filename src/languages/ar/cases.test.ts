/**
 * The case files of numbers and of times: `quantities.cases.txt`, `times.cases.txt`.
 *
 *     @ 2015-08-03            day of publication from here on ("@ none": not known)
 *     # a comment
 *     the text
 *     ==>
 *     13..* at-least ar.quantity.number-hedge     what must be found, in order; `none`: nothing
 *     not ar.quantity.number                      rules that must not have had a part in it
 */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { makeDoc } from '../../extract/doc.ts';
import { Forms } from '../../extract/forms.ts';
import { readNumbers } from '../../extract/numbers.ts';
import { readQuantities } from '../../extract/quantities.ts';
import { readTimes, resolveTimes } from '../../extract/times.ts';
import { parseBlocks } from '../../lexicon/blocks.ts';
import { buildLexicon } from '../../lexicon/lexicon.ts';
import { compileRules } from '../../rules/match.ts';
import type { Node } from '../../rules/node.ts';
import { inflect } from './inflect.ts';
import { quantities } from './quantities.ts';
import { times } from './times.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const data = fileURLToPath(new URL('../../../data/ar/', import.meta.url));
const notForReading = new Set(['reconcile.yml']);
const blocks = readdirSync(data)
  .filter((name) => name.endsWith('.yml') && !notForReading.has(name))
  .flatMap((name) => parseBlocks(name, readFileSync(data + name, 'utf8')));
const forms = new Forms(buildLexicon(blocks, inflect));
const quantityRules = compileRules(quantities);
const timeRules = compileRules(times);

type Case = { line: number; published: string | null; text: string; wanted: string[]; not: string[] };

function parseCases(text: string): Case[] {
  const cases: Case[] = [];
  let published: string | null = null;
  let open: Case | null = null;
  let expecting = false;
  text.split('\n').forEach((raw, n) => {
    const line = raw.trim();
    if (line === '') {
      open = null;
      expecting = false;
    } else if (line[0] === '#') return;
    else if (line[0] === '@') published = line.slice(1).trim() === 'none' ? null : line.slice(1).trim();
    else if (line === '==>') expecting = true;
    else if (open !== null && expecting) {
      if (line.startsWith('not ')) open.not.push(...line.slice(4).split(' '));
      else if (line !== 'none') open.wanted.push(line);
    } else {
      open = { line: n + 1, published, text: line, wanted: [], not: [] };
      cases.push(open);
    }
  });
  return cases;
}

function rulesOf(node: Node<any>): string[] {
  const inner = node.children.flatMap(rulesOf);
  return node.rule.startsWith('ar.') ? [node.rule, ...inner] : inner;
}

function read(item: Case): Record<string, { lines: string[]; rules: string[] }> {
  const doc = makeDoc(item.text, forms);
  readNumbers(doc);
  readTimes(doc, timeRules);
  const found = readQuantities(doc, quantityRules);
  const made = doc.at.flat();
  const amounts = made.filter((node) => node.kind === 'amount');
  const nobody = made.filter((node) => node.kind === 'none' && node.word === null);
  const dates = resolveTimes(doc, item.published, 'past');
  return {
    quantities: {
      lines: [
        ...found.map((q) => `${q.value.low}..${q.value.high ?? '*'} ${q.value.mod} ${q.rule}`),
        ...nobody.map((node) => `nobody ${node.value.outcome} ${node.rule}`),
      ],
      rules: [...found, ...amounts, ...nobody].flatMap(rulesOf),
    },
    times: {
      lines: dates.map((d) => {
        const { type, value, end, anchor, open, until } = d.value;
        const days = value ?? (until && end !== null ? `../${end}` : '?');
        return `${type} ${days} ${anchor ?? '-'}${open ? ' open' : ''} ${rulesOf(d).join(' < ')}`;
      }),
      rules: dates.flatMap(rulesOf),
    },
  };
}

for (const [dimension, rules] of [
  ['quantities', quantities],
  ['times', times],
] as const) {
  const path = `${here}${dimension}.cases.txt`;
  if (!existsSync(path)) continue;
  const cases = parseCases(readFileSync(path, 'utf8'));

  test(`${dimension}: ${cases.length} cases`, () => {
    const wrong: string[] = [];
    for (const item of cases) {
      const { lines, rules: used } = read(item)[dimension];
      const fired = item.not.filter((rule) => used.includes(rule));
      if (lines.join('\n') !== item.wanted.join('\n') || fired.length > 0)
        wrong.push(
          `line ${item.line}: ${item.text}\n  wanted ${item.wanted.join(' | ') || 'none'}\n  found  ${lines.join(' | ') || 'none'}${fired.length > 0 ? `\n  must not fire: ${fired.join(' ')}` : ''}`,
        );
    }
    assert.equal(wrong.length, 0, `\n${wrong.join('\n')}`);
  });

  test(`${dimension}: every rule has a case where it reads and one where it must not`, () => {
    const read_ = new Set(cases.flatMap((item) => read(item)[dimension].rules.map((rule) => rule.replace(/\.change$/, ''))));
    const refused = new Set(cases.flatMap((item) => item.not));
    const ids = rules.map((rule) => rule.id);
    assert.deepEqual(
      ids.filter((id) => !read_.has(id)),
      [],
      'rules without a case',
    );
    assert.deepEqual(
      ids.filter((id) => !refused.has(id)),
      [],
      'rules without a negative case',
    );
    assert.deepEqual(
      [...refused].filter((id) => !ids.includes(id)),
      [],
      'negative cases that name no rule',
    );
  });
}
