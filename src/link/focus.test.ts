import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadData } from '../engine/load.ts';
import { focusOf } from './focus.ts';
import { loadGazetteer } from './places.ts';
import { kilometres, type PlaceRequest, resolvePlace } from './resolve-place.ts';

const gazetteer = loadGazetteer(loadData().places);
const place = (...names: [string, string | null][]): PlaceRequest => ({
  names: names.map(([words, kind]) => ({ keys: words.split(' '), class: kind })),
  relation: null,
  offset: null,
});
const where = (wanted: PlaceRequest, others: PlaceRequest[], home: string | null = null) =>
  resolvePlace(wanted, gazetteer, focusOf([wanted, ...others], gazetteer, home));

test('a name of two countries is read as the one the report is about', () => {
  const tripoli = place(['طرابلس', null]);
  assert.equal(where(tripoli, [place(['مصراتة', null]), place(['بنغازي', null])])?.admin[0], 'LY');
  assert.equal(where(tripoli, [place(['بيروت', null]), place(['صيدا', null])])?.admin[0], 'LB');
});

test('the outlet decides only where the places do not', () => {
  const tripoli = place(['طرابلس', null]);
  assert.equal(where(tripoli, [], 'LB')?.admin[0], 'LB');
  assert.equal(where(tripoli, [place(['مصراتة', null]), place(['بنغازي', null])], 'LB')?.admin[0], 'LY');
});

test('a bare name that a city shares with its governorate is the city', () => {
  const city = where(place(['حلب', null]), []);
  assert.ok(city !== null && kilometres(city.lat, city.lon, 36.206, 37.152) < 5, JSON.stringify(city));
  const governorate = where(place(['حلب', 'admin1']), []);
  assert.equal(governorate?.precision, 'admin1');
  assert.equal(where(place(['حلب', 'countryside']), [])?.precision, 'admin1');
});

test('a square called after a far village stands in its city', () => {
  const square = where(place(['المزرعة', 'square'], ['حلب', 'city']), []);
  assert.ok(square !== null && kilometres(square.lat, square.lon, 36.206, 37.152) < 10, JSON.stringify(square));
});

test('half of a name alone is no place', () => {
  assert.equal(where(place(['عين زقزقوبة', 'village']), []), null);
});
