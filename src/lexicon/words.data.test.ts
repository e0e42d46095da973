/** Checks the files of persons, things, names, verbs and outlets: every block is whole, its values are known, nothing stands twice. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { looseKey, wordKeys } from '../text/fold.ts';
import { type Block, listOf, parseBlocks, textOf } from './blocks.ts';

const data = new URL('../../data/', import.meta.url);

const types = new Set(
  `air-strike shelling bombing suicide-bombing mine chemical-attack armed-clash attack killing execution sexual-violence detention abduction release
  surrender displacement force-movement territory destruction service-cut protest riot agreement weapons-disrupted toll situation other`.split(
    /\s+/,
  ),
);

/** Class → field → what it may hold. */
const allowed: Record<string, Record<string, Set<string>>> = {
  '*': {
    pos: words('noun adjective verb particle'),
    gender: words('m f'),
    who: words('civilian combatant child woman man journalist health-worker aid-worker police official unknown'),
    side: words('armed'),
    unit: words('group'),
    strength: words('weak'),
    inflect: words('none each'),
    type: types,
  },
  person: { outcome: words('killed') },
  outcome: {
    value: words('killed injured killed-or-injured missing detained abducted captured released displaced surrendered other'),
  },
  title: { office: words('yes no'), article: words('yes') },
  thing: {
    category: words(
      `vehicle aircraft weapon munition building military infrastructure road-name place distance area weight volume unit-of-measure money percentage age
      time happening document institution animal goods body-part`,
    ),
    target: words('yes'),
    means: words('yes'),
  },
  'given-name': { ambiguous: words('yes') },
  'family-name': { ambiguous: words('yes') },
  outlet: {
    kind: words(
      'newspaper agency tv radio site local-page monitor ngo government-media military-media spokesman-office un social',
    ),
    leaning: words('state opposition party independent unknown'),
  },
};

const needed: Record<string, string[]> = {
  person: ['who', 'pos'],
  outcome: ['value', 'pos'],
  nationality: ['country', 'pos'],
  title: ['office', 'pos'],
  kunya: ['pos'],
  'event-adjective': ['pos'],
  thing: ['category', 'pos'],
  verb: ['present', 'pos'],
  grade: ['pos'],
  'given-name': ['forms'],
  'family-name': ['forms'],
};

/** Fewest blocks (or forms, for names) of each class: a file cut short by an editor fails here. */
const fewest: Record<string, number> = {
  person: 350,
  outcome: 60,
  nationality: 200,
  title: 120,
  kunya: 10,
  'event-adjective': 30,
  thing: 280,
  verb: 550,
  'given-name': 2000,
  'family-name': 400,
};

const wordBlocks = ['people', 'things', 'names', 'verbs'].flatMap((name) => blocksOf(`ar/${name}.yml`));
const outlets = readdirSync(new URL('outlets/', data))
  .filter((name) => name.endsWith('.yml'))
  .flatMap((name) => blocksOf(`outlets/${name}`));

test('every block has a word, a gloss and the fields of its class', () => {
  for (const block of wordBlocks) {
    const word = textOf(block, block.kind);
    assert.ok(word !== undefined && word !== '', at(block, 'has no word'));
    assert.ok((textOf(block, 'gloss') ?? '') !== '', at(block, 'has no gloss'));
    const fields = needed[block.kind];
    assert.ok(fields !== undefined, at(block, `is of an unknown class "${block.kind}"`));
    for (const field of fields) assert.ok(block.fields.has(field), at(block, `lacks "${field}"`));
  }
});

test('fields hold known values only', () => {
  for (const block of [...wordBlocks, ...outlets])
    for (const [field, known] of Object.entries({ ...allowed['*'], ...allowed[block.kind] }))
      for (const value of listOf(block, field)) assert.ok(known.has(value), at(block, `${field}: "${value}" is unknown`));
});

test('no word stands twice in one class of one file, no form of a name in two lists', () => {
  const seen = new Map<string, Block>();
  for (const block of wordBlocks) {
    const names = block.kind.endsWith('-name');
    for (const form of names ? listOf(block, 'forms') : listOf(block, block.kind)) {
      const key = `${block.file} ${block.kind} ${names ? form : looseKey(form)}`;
      assert.equal(seen.get(key), undefined, at(block, `repeats "${form}" of line ${seen.get(key)?.line}`));
      seen.set(key, block);
    }
  }
});

test('countries are ISO codes or left open', () => {
  for (const block of [...wordBlocks.filter((b) => b.kind === 'nationality'), ...outlets]) {
    assert.ok(block.fields.has('country'), at(block, 'lacks "country"'));
    assert.match(textOf(block, 'country') ?? '', /^([A-Z]{2})?$/, at(block, 'has no ISO code'));
  }
});

test('no class was cut short', () => {
  const counts = new Map<string, number>();
  for (const block of wordBlocks)
    counts.set(block.kind, (counts.get(block.kind) ?? 0) + (block.kind.endsWith('-name') ? listOf(block, 'forms').length : 1));
  for (const [kind, least] of Object.entries(fewest))
    assert.ok((counts.get(kind) ?? 0) >= least, `${kind}: ${counts.get(kind)} < ${least}`);
  assert.ok(outlets.length >= 380, `outlets: ${outlets.length}`);
});

test('an outlet has an id of its own, a name in both languages, and clean hosts', () => {
  const ids = new Set<string>();
  for (const block of outlets) {
    const id = textOf(block, 'outlet') ?? '';
    assert.match(id, /^[a-z0-9]+(-[a-z0-9]+)*$/, at(block, `"${id}" is no kebab-case id`));
    assert.ok(!ids.has(id), at(block, `repeats the id "${id}"`));
    ids.add(id);
    for (const field of ['kind', 'en', 'ar', 'leaning'])
      assert.ok((textOf(block, field) ?? '') !== '', at(block, `lacks "${field}"`));
    for (const host of listOf(block, 'hosts'))
      assert.match(host, /^[a-z0-9-]+(\.[a-z0-9-]+)+$/, at(block, `"${host}" is no host`));
  }
  for (const block of outlets) {
    const parent = textOf(block, 'parent') ?? '';
    assert.ok(parent === '' || ids.has(parent), at(block, `has an unknown parent "${parent}"`));
  }
});

test('a full name or alias means one outlet only; what may mean several stands in short', () => {
  const owners = new Map<string, string>();
  for (const block of outlets) {
    const id = textOf(block, 'outlet') ?? '';
    for (const name of [...listOf(block, 'ar'), ...listOf(block, 'aliases')]) {
      const key = wordKeys(name).join(' ');
      assert.ok(key !== '', at(block, `"${name}" has no letters`));
      assert.ok(!owners.has(key) || owners.get(key) === id, at(block, `"${name}" also means ${owners.get(key)}`));
      owners.set(key, id);
    }
  }
});

function blocksOf(name: string): Block[] {
  return parseBlocks(name, readFileSync(new URL(name, data), 'utf8'));
}

function words(text: string): Set<string> {
  return new Set(text.split(/\s+/));
}

function at(block: Block, fault: string): string {
  return `${block.file}:${block.line} ${fault}`;
}
