/** The ring around a point within which the words place something, as a polygon. */
export type Ringed = { lat: number; lon: number; radiusKm: number | null };

const STEPS = 64;
const KM_A_DEGREE = 111.32;

export function circleAround({ lat, lon, radiusKm }: Ringed): GeoJSON.Feature<GeoJSON.Polygon> {
  const across = (radiusKm ?? 0) / KM_A_DEGREE;
  const along = across / Math.max(Math.cos((lat * Math.PI) / 180), 0.01);
  const ring: GeoJSON.Position[] = [];
  for (let i = 0; i <= STEPS; i++) {
    const angle = (i / STEPS) * 2 * Math.PI;
    ring.push([lon + along * Math.cos(angle), lat + across * Math.sin(angle)]);
  }
  return { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [ring] } };
}
