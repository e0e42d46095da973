/** Tells the governorate and the district of a point from border files (TopoJSON of Who's On First or OCHA COD-AB). */
import { readFileSync } from 'node:fs';
import { feature } from 'topojson-client';

type Ring = [number, number][];
type Area = { country: string; admin1: string; admin2: string; box: [number, number, number, number]; polygons: Ring[][] };
export type Borders = { find: (country: string, lat: number, lon: number) => { admin1: string; admin2: string } | null };

/** Reads the files in order of trust: the first area that holds a point names it. */
export function loadBorders(paths: readonly string[]): Borders {
  const areas = paths.flatMap(areasOf);
  return {
    find: (country, lat, lon) => areas.find((area) => area.country === country && holds(area, lat, lon)) ?? null,
  };
}

function areasOf(path: string): Area[] {
  const topology = JSON.parse(readFileSync(path, 'utf8'));
  const collection = feature(topology, Object.values(topology.objects)[0] as any) as any;
  return collection.features.map(areaOf);
}

function areaOf(found: any): Area {
  const { properties: p, geometry } = found;
  const polygons: Ring[][] = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const box: Area['box'] = [180, 90, -180, -90];
  for (const [outer] of polygons) {
    for (const [x, y] of outer) {
      box[0] = Math.min(box[0], x);
      box[1] = Math.min(box[1], y);
      box[2] = Math.max(box[2], x);
      box[3] = Math.max(box[3], y);
    }
  }
  const country = p.ADM0_PCODE ?? String(p.iso ?? p.hasc ?? '').slice(0, 2);
  return { country, admin1: p.ADM1_AR ?? p.name_ar ?? p.NAME_AR ?? '', admin2: p.ADM1_AR ? p.NAME_AR : '', box, polygons };
}

function holds(area: Area, lat: number, lon: number): boolean {
  const [west, south, east, north] = area.box;
  if (lon < west || lon > east || lat < south || lat > north) return false;
  return area.polygons.some((rings) => rings.filter((ring) => crosses(ring, lat, lon)).length % 2 === 1);
}

function crosses(ring: Ring, lat: number, lon: number): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i];
    const [xj, yj] = ring[j];
    if (yi > lat !== yj > lat && lon < ((xj - xi) * (lat - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}
