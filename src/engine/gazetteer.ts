/** Gives the reader the gazetteer in the terms it asks in, and turns place phrases into points. */
import type { ResolvedPlace } from '../claim/reading.ts';
import type { Doc } from '../extract/doc.ts';
import { bareKey, type Gazetteer as Names, type PlaceLevel, type PlacePhrase } from '../extract/place-names.ts';
import { isWord } from '../extract/words.ts';
import type { Gazetteer } from '../link/places.ts';
import { resolvePlace } from '../link/resolve-place.ts';

export function gazetteerFor(places: Gazetteer): Names {
  return {
    isName: places.isName,
    longestMatch: (keys, from) => places.longestMatch(keys, from, true),
    rankOf: (row) => places.row(row).rank,
    kindOf: (row) => places.row(row).kind,
    learned: new Set(),
  };
}

export type Resolver = (
  doc: Doc,
  place: PlacePhrase,
  near: Map<PlacePhrase, ResolvedPlace>,
  country: string | null,
) => ResolvedPlace | null;

export function resolverFor(places: Gazetteer): Resolver {
  return (doc, place, near, country) => {
    const known = near.get(place);
    if (known !== undefined) return known;
    const names = place.levels
      .map((level) => ({ keys: keysOf(doc, level), class: level.kind }))
      .filter((level) => level.keys.length > 0);
    const offset = place.offset === null ? null : { km: place.offset.km, bearing: place.offset.bearing };
    const from = place.offset?.from.map((level) => ({ keys: keysOf(doc, level), class: level.kind })) ?? [];
    if (names.length === 0 && from.length === 0) return null;
    const resolved = resolvePlace({ names, relation: place.relation, offset, from }, places, {
      country,
      near: [...near.values()],
    });
    if (resolved !== null) near.set(place, resolved);
    return resolved;
  };
}

function keysOf(doc: Doc, level: PlaceLevel): string[] {
  const keys: string[] = [];
  for (let i = level.start; i < level.end; i++) if (isWord(doc, i)) keys.push(bareKey(doc, i));
  return keys;
}
