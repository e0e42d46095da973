import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadOutlets } from './outlets.ts';
import { readDataFiles } from './registry.fixture.ts';
import { timesCounting } from './timing.fixture.ts';

const good =
  '- outlet: sana\n  kind: agency\n  country: SY\n  en: SANA\n  ar: وكالة سانا\n  aliases: [سانا]\n  hosts: [sana.sy]\n  leaning: state\n  parent: ""\n';

test('an outlet has its names, hosts and leaning', () => {
  const [outlet] = loadOutlets([{ file: 'x.yml', text: good }]);
  assert.deepEqual(
    [outlet.id, outlet.kind, outlet.aliases, outlet.hosts, outlet.leaning, outlet.parent],
    ['sana', 'agency', ['سانا'], ['sana.sy'], 'state', ''],
  );
});

test('a fault names file and line', () => {
  const fails = (text: string, message: RegExp) => assert.throws(() => loadOutlets([{ file: 'x.yml', text }]), message);
  fails(good.replace('kind: agency', 'kind: bureau'), /ISN-D24 x\.yml:1 .*bureau/);
  fails(good.replace('leaning: state', 'leaning: left'), /ISN-D24 x\.yml:1 .*left/);
  fails(good.replace('outlet: sana', 'outlet: Sana News'), /ISN-D22 x\.yml:1/);
  fails(good + good.replace('outlet: sana', 'outlet: other'), /ISN-D30 x\.yml:10/);
  fails(good.replace('country: SY', 'country: Syria'), /ISN-D25 x\.yml:1/);
});

test('the registry loads in one pass', () => {
  const files = readDataFiles('outlets');
  const outlets = loadOutlets(files);
  const times = timesCounting(() => loadOutlets(files), files);
  assert.ok(times < 50, `${times} times the counting of its words`);
  assert.equal(new Set(outlets.map((outlet) => outlet.id)).size, outlets.length);
});
