import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadOutlets } from './outlets.ts';
import { readDataFiles } from './registry.fixture.ts';

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

test('the registry loads in less than 40 ms', () => {
  const files = readDataFiles('outlets');
  let outlets = loadOutlets(files);
  // the best of several runs: other work on the machine only ever adds to a run
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 5; run++) {
    const start = performance.now();
    outlets = loadOutlets(files);
    best = Math.min(best, performance.now() - start);
  }
  assert.ok(best < 40, `${best} ms`);
  assert.equal(new Set(outlets.map((outlet) => outlet.id)).size, outlets.length);
});
