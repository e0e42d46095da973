/** The index of counted events gives what looking through all of them gives, and the first series of a place is found as if all were looked through. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ResolvedPlace } from '../claim/reading.ts';
import { type CountedEvent, countedEvents, countKey } from './counted.ts';
import { kilometers } from './distance.ts';

const PRECISIONS = ['exact', 'near', 'admin3', 'admin2', 'admin1', 'country', 'unknown'] as const;
const place = fc.record<ResolvedPlace>({
  id: fc.constant(null),
  lat: fc.double({ min: -85, max: 85, noNaN: true }),
  lon: fc.oneof(fc.double({ min: 35, max: 37, noNaN: true }), fc.double({ min: -180, max: 180, noNaN: true })),
  precision: fc.constantFrom(...PRECISIONS),
  radiusKm: fc.constantFrom(1, 5, 30, 90, 400),
  admin: fc.constantFrom([], ['A'], ['A', 'x'], ['A', 'x', 'one'], ['B', 'x']),
  candidates: fc.constant(1),
} as never) as fc.Arbitrary<ResolvedPlace>;
const day = fc.integer({ min: 1, max: 28 }).map((n) => `2020-02-${String(n).padStart(2, '0')}`);

/** As it is meant, without an index. */
function lies(own: ResolvedPlace | null, wide: ResolvedPlace | null): boolean {
  if (wide === null) return true;
  if (own === null) return false;
  if (wide.admin.length > 0 && wide.precision.startsWith('admin')) return wide.admin.every((name, n) => own.admin[n] === name);
  if (wide.precision === 'country') return own.admin[0] === wide.admin[0];
  return kilometers(own, wide) <= wide.radiusKm + own.radiusKm;
}

test('events inside a place and a period are found as if all were looked through', () => {
  const event = fc.record({ place: fc.option(place), begin: fc.option(day) });
  const near = fc.tuple(fc.array(event, { maxLength: 30 }), fc.option(place), day, day);
  fc.assert(
    fc.property(near, fc.boolean(), ([events, sought, since, until], isAtOne) => {
      const wide =
        isAtOne && events[0]?.place && sought ? { ...sought, lat: events[0].place.lat, lon: events[0].place.lon } : sought;
      const index = countedEvents(new Set([countKey('killed', 'all')]));
      const counts = [{ outcome: 'killed', who: 'all', low: 1, high: 2 } as const];
      for (const [n, { place, begin }] of events.entries())
        index.add({ begin, place: place && { ...place, name: '' }, counts }, String(n));
      const expected = events.flatMap(({ place, begin }, n) =>
        begin !== null && begin >= since && begin <= until && lies(place, wide) ? [String(n)] : [],
      );
      const found = index.within(countKey('killed', 'all'), since, until, wide).map(({ code }: CountedEvent) => code);
      assert.deepEqual(found.sort(), expected.sort());
      assert.deepEqual(index.within(countKey('injured', 'all'), since, until, wide), []);
    }),
    { numRuns: 400 },
  );
});
