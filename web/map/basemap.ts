/** What lies below the places: countries, governorates with their names, rivers and lakes. Read once, from this package's own files. */
import type { LayerSpecification, SourceSpecification } from 'maplibre-gl';
import { feature } from 'topojson-client';
import countries from 'world-atlas/countries-50m.json?url';
import governorates from './basemap/governorates.topo.json?url';
import water from './basemap/water.geo.json?url';

export type Basemap = {
  countries: GeoJSON.FeatureCollection;
  governorates: GeoJSON.FeatureCollection;
  names: GeoJSON.FeatureCollection;
  water: GeoJSON.FeatureCollection;
};

let loaded: Promise<Basemap> | null = null;

export function loadBasemap(): Promise<Basemap> {
  loaded ??= load().catch((error) => {
    loaded = null;
    throw error;
  });
  return loaded;
}

async function load(): Promise<Basemap> {
  const [world, admin, rivers] = await Promise.all(
    [countries, governorates, water].map(async (url) => (await fetch(url)).json()),
  );
  const provinces = feature(admin, admin.objects.wof) as unknown as GeoJSON.FeatureCollection;
  const names = provinces.features.map(({ properties }): GeoJSON.Feature => {
    return { type: 'Feature', properties, geometry: { type: 'Point', coordinates: [properties?.lon, properties?.lat] } };
  });
  return {
    countries: feature(world, world.objects.countries) as unknown as GeoJSON.FeatureCollection,
    governorates: provinces,
    names: { type: 'FeatureCollection', features: names },
    water: rivers,
  };
}

export function baseLayers(base: Basemap, lang: 'ar' | 'en', isDark: boolean) {
  const [land, border, line, blue, soft, background] = isDark
    ? ['#1d2123', '#6b7377', '#363c3f', '#2b4a5a', '#a9b0b3', '#121a1f']
    : ['#faf9f6', '#8d9499', '#d3cfc4', '#a9cbdc', '#565e62', '#dfeaf0'];
  const data = (of: GeoJSON.FeatureCollection): SourceSpecification => ({ type: 'geojson', data: of });
  const layers: LayerSpecification[] = [
    { id: 'land', type: 'fill', source: 'countries', paint: { 'fill-color': land } },
    { id: 'governorates', type: 'line', source: 'governorates', minzoom: 4, paint: { 'line-color': line, 'line-width': 1 } },
    { id: 'lakes', type: 'fill', source: 'water', filter: ['==', ['geometry-type'], 'Polygon'], paint: { 'fill-color': blue } },
    {
      id: 'rivers',
      type: 'line',
      source: 'water',
      filter: ['==', ['geometry-type'], 'LineString'],
      paint: { 'line-color': blue, 'line-width': 1.4 },
    },
    { id: 'borders', type: 'line', source: 'countries', paint: { 'line-color': border, 'line-width': 1.2 } },
    {
      id: 'names',
      type: 'symbol',
      source: 'names',
      minzoom: 4.6,
      layout: { 'text-field': ['get', lang], 'text-font': ['Arabic'], 'text-size': 11 },
      paint: { 'text-color': soft, 'text-halo-color': land, 'text-halo-width': 1.2 },
    },
  ];
  const sources = {
    countries: data(base.countries),
    governorates: data(base.governorates),
    names: data(base.names),
    water: data(base.water),
  };
  return { sources, layers, background };
}
