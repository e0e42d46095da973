/** `geojson`: events as points (RFC 7946: longitude first, WGS 84), each with how exactly its place is known. */
import type { FileFormat } from './format.ts';
import type { ExportedEvent } from './source.ts';

export const geojson: FileFormat = {
  kind: 'file',
  name: 'geojson',
  title: 'Events on a map (GeoJSON)',
  mediaType: 'application/geo+json',
  extension: 'geojson',
  options: [],
  loses: [
    'the area in which an event may lie: a point stands for it, with "precision" and "radiusKm"; draw the circle, not the point',
    'the claims and their words',
  ],
  async *write(source) {
    yield `{"type":"FeatureCollection","features":[`;
    let isFirst = true;
    for await (const body of source.events()) {
      yield `${isFirst ? '' : ','}\n${JSON.stringify(featureOf(body))}`;
      isFirst = false;
    }
    yield `\n],"made":${JSON.stringify({ case: source.caseName, ...source.made })}}\n`;
  },
};

function featureOf({ event, contradictions }: ExportedEvent): object {
  const { place } = event;
  const isPlaced = place !== null && place.lat !== null && place.lon !== null;
  return {
    type: 'Feature',
    id: event.code,
    geometry: isPlaced ? { type: 'Point', coordinates: [degrees(place.lon as number), degrees(place.lat as number)] } : null,
    properties: {
      code: event.code,
      type: event.type,
      begin: event.begin,
      end: event.end,
      place: place?.name ?? null,
      placeId: place?.id ?? null,
      precision: place?.precision ?? 'unknown',
      radiusKm: place?.radiusKm ?? null,
      admin: place?.admin ?? [],
      actors: event.actors,
      reports: event.reports.length,
      origins: event.origins.map((origin) => origin.label),
      counts: event.counts.map(({ outcome, who, low, best, high, policy, provisional }) => ({
        outcome,
        who,
        low,
        best,
        high,
        policy,
        provisional,
      })),
      suggestedGrade: event.grade.grade,
      contested: contradictions?.contested ?? [],
    },
  };
}

/** Six decimals are a tenth of a meter: more than any report knows. */
function degrees(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
