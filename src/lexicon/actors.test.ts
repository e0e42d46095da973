import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadActors } from './actors.ts';
import { readDataFiles } from './registry.fixture.ts';
import { nameKey } from './registry.ts';
import { timesCounting } from './timing.fixture.ts';

const files = readDataFiles('actors');
const good = '- actor: a\n  kind: state\n  country: SY\n  en: A\n  ar: سوريا\n';

test('the registry holds the actors of every theatre', () => {
  const actors = loadActors(files);
  assert.ok(actors.length >= 500, `${actors.length} actors`);
  assert.ok(actors.reduce((n, actor) => n + actor.loaded.length, 0) >= 180, 'loaded names');
  for (const theatre of [
    'syria',
    'iraq',
    'yemen',
    'libya',
    'sudan',
    'palestine-israel',
    'lebanon',
    'turkey-kurds',
    'foreign-powers',
    'elsewhere',
    'africa',
    'asia',
    'ukraine-russia',
    'state-forces',
  ]) {
    assert.ok(
      actors.some((actor) => actor.file.endsWith(`/${theatre}.yml`)),
      theatre,
    );
  }
  for (const id of [
    'islamic-state',
    'us-led-coalition',
    'syrian-democratic-forces',
    'houthis',
    'hamas',
    'rapid-support-forces',
    'hezbollah',
  ]) {
    assert.ok(
      actors.some((actor) => actor.id === id),
      id,
    );
  }
});

test('every parent exists, no full name leads to two actors of one time, no name begins with a lone proclitic', () => {
  const actors = loadActors(files);
  const ids = new Set(actors.map((actor) => actor.id));
  const holders = new Map<string, string[]>();
  for (const actor of actors) {
    assert.ok(actor.parent === '' || ids.has(actor.parent), actor.id);
    for (const name of new Set([actor.ar, ...actor.aliases].map(nameKey))) {
      assert.ok(name.length > 1, `${actor.id}: "${name}" is too short for a full name`);
      const others = (holders.get(name) ?? []).map((id) => actors.find((other) => other.id === id));
      for (const other of others) {
        const apart = other && ((other.to !== '' && actor.from >= other.to) || (actor.to !== '' && other.from >= actor.to));
        assert.ok(apart, `${name}: ${other?.id} and ${actor.id}`);
      }
      holders.set(name, [...(holders.get(name) ?? []), actor.id]);
    }
  }
});

test('a loaded name keeps its label and its users', () => {
  const [actor] = loadActors([{ file: 'x.yml', text: `${good}  loaded:\n    - النظام السوري | regime | enab-baladi, orient\n` }]);
  assert.deepEqual(actor.loaded, [{ words: 'النظام السوري', label: 'regime', users: ['enab-baladi', 'orient'] }]);
});

test('capitals and adjectives of nationality are kept apart from names', () => {
  const [actor] = loadActors([{ file: 'x.yml', text: `${good}  capital: [دمشق]\n  nationality: [سوري]\n` }]);
  assert.deepEqual([actor.capital, actor.nationality, actor.aliases], [['دمشق'], ['سوري'], []]);
});

test('a fault names file and line', () => {
  const fails = (text: string, message: RegExp) => assert.throws(() => loadActors([{ file: 'x.yml', text }]), message);
  fails(good.replace('kind: state', 'kind: realm'), /ISN-D24 x\.yml:1 .*realm/);
  fails(`${good}  parent: nobody\n`, /ISN-D28 x\.yml:1 .*nobody/);
  fails(good + good, /ISN-D27 x\.yml:6 .*x\.yml:1/);
  fails(`${good}  from: 2015-13-01\n`, /ISN-D26 x\.yml:1/);
  fails(`${good}  from: 2016-01-01\n  to: 2015-01-01\n`, /ISN-D31 x\.yml:1/);
  fails(`${good}  alias: [x]\n`, /ISN-D21 x\.yml:1 .*alias/);
  fails(`${good}  loaded:\n    - النظام\n`, /ISN-D32 x\.yml:1/);
  fails(`${good}${good.replace('actor: a', 'actor: b')}`, /ISN-D30 x\.yml:6 .*short/);
  fails(`${good}  parent: a\n`, /ISN-D29 x\.yml:1/);
});

test('one name may pass from one actor to the next when their dates do not overlap', () => {
  const text = `${good}  to: 2024-12-08\n${good.replace('actor: a', 'actor: b')}  from: 2024-12-08\n`;
  assert.equal(loadActors([{ file: 'x.yml', text }]).length, 2);
});

test('loading takes one pass', () => {
  const times = timesCounting(() => loadActors(files), files);
  assert.ok(times < 50, `${times} times the counting of their words`);
});
