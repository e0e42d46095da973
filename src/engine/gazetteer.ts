/** Gives the reader the gazetteer in the terms it asks in, and turns place phrases into points. */
import type { ResolvedPlace } from '../claim/reading.ts';
import type { Doc } from '../extract/doc.ts';
import { bareKey, type Gazetteer as Names, type PlaceLevel, type PlacePhrase } from '../extract/place-names.ts';
import { isWord } from '../extract/words.ts';
import { focusOf } from '../link/focus.ts';
import { placeKey } from '../link/place-key.ts';
import type { Gazetteer, PlaceRow } from '../link/places.ts';
import { type PlaceRequest, resolvePlace } from '../link/resolve-place.ts';

export function gazetteerFor(places: Gazetteer): Names {
  return {
    isName: places.isName,
    longestMatch: (keys, from) => places.longestMatch(keys, from, true),
    rankOf: (row) => places.row(row).rank,
    kindOf: (row) => places.row(row).kind,
    encloses: (outer, inner) => enclosed(places.row(outer), places.row(inner)),
    learned: new Set(),
  };
}

function enclosed(outer: PlaceRow, inner: PlaceRow): boolean {
  if (outer.country !== inner.country) return false;
  if (outer.kind === 'country') return true;
  if (outer.kind === 'admin1') return inner.admin1 === outer.ar;
  return inner.admin2 === outer.ar || inner.admin1 === outer.ar;
}

export type Resolve = (place: PlacePhrase) => ResolvedPlace | null;

/** Reads the focus of a report from all its places, then resolves each of them once. */
export function resolverFor(places: Gazetteer): (doc: Doc, all: readonly PlacePhrase[], home: string | null) => Resolve {
  return (doc, all, home) => {
    const requests: PlaceRequest[] = [];
    const requestFor = new Map<PlacePhrase, PlaceRequest | null>();
    for (const place of all) {
      const request = requestOf(doc, place);
      requestFor.set(place, request);
      if (request !== null) requests.push(request);
    }
    const context = focusOf(requests, places, home);
    const done = new Map<PlacePhrase, ResolvedPlace | null>();
    return (place) => {
      const known = done.get(place);
      if (known !== undefined) return known;
      const request = requestFor.get(place) ?? requestOf(doc, place);
      const resolved = request === null ? null : resolvePlace(request, places, context);
      done.set(place, resolved);
      return resolved;
    };
  };
}

function requestOf(doc: Doc, place: PlacePhrase): PlaceRequest | null {
  const names: PlaceRequest['names'] = [];
  for (const level of place.levels) {
    const keys = keysOf(doc, level);
    if (keys.length > 0) names.push({ keys, class: level.kind });
  }
  const offset = place.offset === null ? null : { km: place.offset.km, bearing: place.offset.bearing };
  const from = place.offset === null ? [] : place.offset.from.map((level) => ({ keys: keysOf(doc, level), class: level.kind }));
  return names.length === 0 && from.length === 0 ? null : { names, relation: place.relation, offset, from };
}

function keysOf(doc: Doc, level: PlaceLevel): string[] {
  const keys: string[] = [];
  for (let i = level.start; i < level.end; i++) if (isWord(doc, i)) keys.push(bareKey(doc, i));
  return keys;
}

/** Finds a place by words that a person gave: every name among them, the one that comes first is meant and the others say where it lies. */
export function placeFinder(places: Gazetteer): (words: readonly string[], country: string | null) => ResolvedPlace | null {
  return (words, country) => {
    const keys = words.map(placeKey).filter((key) => key !== '');
    const names: PlaceRequest['names'] = [];
    for (let i = 0; i < keys.length; ) {
      const length = places.longestMatch(keys, i)?.length ?? 0;
      if (length > 0) names.push({ keys: keys.slice(i, i + length), class: null });
      i += Math.max(1, length);
    }
    return names.length === 0 ? null : resolvePlace({ names, relation: null, offset: null }, places, { country, near: [] });
  };
}
