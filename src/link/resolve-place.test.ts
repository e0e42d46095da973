/** Places of one name told apart, and places given only by distance. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { wordKeys } from '../text/fold.ts';
import { loadGazetteer } from './places.ts';
import { kilometres, move, resolvePlace } from './resolve-place.ts';

const folder = fileURLToPath(new URL('../../data/places/', import.meta.url));
const gazetteer = loadGazetteer(
  readdirSync(folder)
    .filter((f) => f.endsWith('.tsv'))
    .map((file) => ({ file, text: readFileSync(folder + file, 'utf8') })),
);
const name = (text: string, kind: string | null = null) => ({ keys: wordKeys(text), class: kind });
const nowhere = { country: null, near: [] };

test('a city is found where it is', () => {
  const place = resolvePlace({ names: [name('الرقة', 'city')], relation: null, offset: null }, gazetteer, nowhere);
  assert.ok(place !== null && kilometres(place.lat, place.lon, 35.95, 39.01) < 15, JSON.stringify(place));
});

test('ten kilometres north-west of a city is a point with a radius', () => {
  const place = resolvePlace(
    { names: [], relation: null, offset: { km: 10, bearing: 315 }, from: [name('الرقة', 'city')] },
    gazetteer,
    nowhere,
  );
  assert.ok(place !== null);
  const centre = resolvePlace({ names: [name('الرقة', 'city')], relation: null, offset: null }, gazetteer, nowhere)!;
  const away = kilometres(centre.lat, centre.lon, place.lat, place.lon);
  assert.ok(away > 9 && away < 11, `${away}`);
  assert.ok(place.lat > centre.lat && place.lon < centre.lon);
  assert.equal(place.precision, 'near');
});

test('the container decides between places of one name', () => {
  const east = resolvePlace(
    { names: [name('الصالحية', 'village'), name('دير الزور', 'countryside')], relation: null, offset: null },
    gazetteer,
    nowhere,
  );
  assert.ok(east !== null && kilometres(east.lat, east.lon, 35.33, 40.14) < 130, JSON.stringify(east));
});

test('an unknown name resolves to nothing', () => {
  assert.equal(resolvePlace({ names: [name('زقزقبوط')], relation: null, offset: null }, gazetteer, nowhere), null);
});

test('moving north changes the latitude only', () => {
  assert.deepEqual(move(35, 40, 111.2, 0), { lat: 36, lon: 40 });
});
