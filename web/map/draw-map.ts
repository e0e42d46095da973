/** Placeholder until the map is drawn. */
import type { MapPlace } from '../parts/lazy-map.tsx';

export async function drawMap(_box: HTMLElement, _places: readonly MapPlace[], _lang: string): Promise<() => void> {
  return () => {};
}
