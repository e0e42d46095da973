/**
 * Makes the base map of the web app from public facts: governorate borders (Who's On First) and rivers and lakes (Natural Earth). Run by hand:
 *   node scripts/basemap.ts FOLDER    where FOLDER holds mena_admin1.topo.json, region_ne_10m_rivers_lake_centerlines.geojson, region_ne_10m_lakes.geojson
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

type Position = [number, number];
type Feature = { properties: Record<string, any>; geometry: { type: string; coordinates: any } };

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('say in which folder the files lie');
const target = fileURLToPath(new URL('../web/map/basemap/', import.meta.url));
const read = (name: string): any => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8'));

const borders = read('mena_admin1.topo.json');
for (const geometry of borders.objects.wof.geometries) {
  const { name, name_ar, lat, lon } = geometry.properties;
  geometry.properties = { en: name, ar: name_ar, lat: rounded(lat), lon: rounded(lon) };
}
writeFileSync(`${target}governorates.topo.json`, JSON.stringify(borders));

const water = [...kept('region_ne_10m_rivers_lake_centerlines.geojson', 8), ...kept('region_ne_10m_lakes.geojson', 8)];
writeFileSync(`${target}water.geo.json`, JSON.stringify({ type: 'FeatureCollection', features: water }));

/** Large enough to be seen on a map of a country, to a hundredth of a degree. */
function kept(name: string, mostRank: number): unknown[] {
  const features: Feature[] = read(name).features;
  return features
    .filter(({ properties, geometry }) => geometry !== null && (properties.scalerank ?? 9) <= mostRank)
    .map(({ geometry }) => ({
      type: 'Feature',
      properties: {},
      geometry: { type: geometry.type, coordinates: thinned(geometry.coordinates) },
    }));
}

function thinned(part: any): any {
  if (typeof part[0]?.[0] === 'number') {
    const line: Position[] = [];
    for (const [lon, lat] of part as Position[]) {
      const point: Position = [rounded(lon), rounded(lat)];
      const last = line.at(-1);
      if (!last || last[0] !== point[0] || last[1] !== point[1]) line.push(point);
    }
    const end = line.at(-1) as Position;
    while (line.length < 4 && part.length >= 4) line.push(end);
    return line;
  }
  return part.map(thinned);
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
