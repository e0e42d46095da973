/** Draws places on a map that is part of the package: countries, governorates, rivers; nothing is asked of any other machine. */
import 'maplibre-gl/dist/maplibre-gl.css';
import arabic from '@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-400-normal.woff2?url';
import {
  type GeoJSONSource,
  LngLatBounds,
  Map as MapView,
  NavigationControl,
  type StyleSpecification,
  setWorkerUrl,
} from 'maplibre-gl';
import worker from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { t } from '../language.ts';
import type { MapPlace } from '../parts/lazy-map.tsx';
import { addressOf, go } from '../router.ts';
import { baseLayers, loadBasemap } from './basemap.ts';
import { circleAround } from './circle.ts';

setWorkerUrl(worker);

export async function drawMap(box: HTMLElement, places: readonly MapPlace[], lang: 'ar' | 'en'): Promise<() => void> {
  const isDark = matchMedia('(prefers-color-scheme: dark)').matches;
  const base = await loadBasemap();
  const { sources, layers, background } = baseLayers(base, lang, isDark);
  const accent = isDark ? '#6cc5c1' : '#0f5b5c';
  const warn = isDark ? '#f0a27a' : '#9a3412';
  const ink = isDark ? '#e8e6e1' : '#1b1f21';
  const style: StyleSpecification = {
    version: 8,
    'font-faces': { Arabic: [{ url: new URL(arabic, location.href).href }] },
    sources: {
      ...sources,
      radii: { type: 'geojson', data: collection(places.filter(hasRadius).map(circleAround)) },
      places: { type: 'geojson', data: collection(places.map(pointOf)) },
    },
    layers: [
      { id: 'background', type: 'background', paint: { 'background-color': background } },
      ...layers,
      { id: 'radii', type: 'fill', source: 'radii', paint: { 'fill-color': accent, 'fill-opacity': 0.18 } },
      {
        id: 'radii-edge',
        type: 'line',
        source: 'radii',
        paint: { 'line-color': accent, 'line-width': 1.5, 'line-dasharray': [2, 2] },
      },
      {
        id: 'places',
        type: 'circle',
        source: 'places',
        paint: {
          'circle-radius': 6,
          'circle-color': ['case', ['get', 'isContested'], warn, accent],
          'circle-stroke-color': isDark ? '#15181a' : '#ffffff',
          'circle-stroke-width': 1.5,
        },
      },
      {
        id: 'labels',
        type: 'symbol',
        source: 'places',
        layout: {
          'text-field': ['get', 'label'],
          'text-font': ['Arabic'],
          'text-size': 13,
          'text-offset': [0, 1.1],
          'text-anchor': 'top',
          'text-max-width': 14,
        },
        paint: { 'text-color': ink, 'text-halo-color': background, 'text-halo-width': 1.6 },
      },
    ],
  };
  const m = t.value.map;
  const map = new MapView({
    container: box,
    style,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    maxZoom: 13,
    fadeDuration: 0,
    locale: { 'NavigationControl.ZoomIn': m.zoomIn, 'NavigationControl.ZoomOut': m.zoomOut, 'Map.Title': m.title },
    ...viewOf(places),
  });
  map.addControl(new NavigationControl({ showCompass: false }), lang === 'ar' ? 'top-left' : 'top-right');
  map.on('click', 'places', (event) => {
    const code = event.features?.[0]?.properties.code;
    if (typeof code === 'string') go(addressOf('event', code));
  });
  map.on('mouseenter', 'places', () => void (map.getCanvas().style.cursor = 'pointer'));
  map.on('mouseleave', 'places', () => void (map.getCanvas().style.cursor = ''));
  map.once('idle', () => void (box.dataset.drawn = String((map.getSource('places') as GeoJSONSource | undefined) !== undefined)));
  return () => map.remove();
}

const hasRadius = (place: MapPlace): boolean => place.radiusKm !== null && place.radiusKm > 0;

function pointOf({ lon, lat, code, label, isContested }: MapPlace): GeoJSON.Feature {
  return { type: 'Feature', properties: { code, label, isContested }, geometry: { type: 'Point', coordinates: [lon, lat] } };
}

function collection(features: GeoJSON.Feature[]): GeoJSON.FeatureCollection {
  return { type: 'FeatureCollection', features };
}

/** All places with their radii, or one place with its surroundings. */
function viewOf(places: readonly MapPlace[]) {
  const bounds = new LngLatBounds();
  for (const place of places) {
    bounds.extend([place.lon, place.lat]);
    if (!hasRadius(place)) continue;
    for (const point of circleAround(place).geometry.coordinates[0]) bounds.extend(point as [number, number]);
  }
  if (bounds.isEmpty()) return { center: [40, 32] as [number, number], zoom: 4 };
  return { bounds, fitBoundsOptions: { padding: 60, maxZoom: 8 } };
}
