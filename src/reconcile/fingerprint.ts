/** Near-duplicate texts: shingles of three folded words, sketched by MinHash. Deterministic; 32 lanes of 32 bits. */
import { fold } from './fold.ts';
import { hash53, mix32 } from './hash.ts';

const LANES = 32;
const ROWS_PER_BAND = 4;

/** What is kept of a text for comparison. `size`: number of different shingles. */
export type Fingerprint = { size: number; lanes: number[] };

export const NO_FINGERPRINT: Fingerprint = { size: 0, lanes: [] };

/** Sketch of a text; texts of fewer than three words have the empty sketch, which resembles nothing. */
export function fingerprint(text: string): Fingerprint {
  const words = fold(text).split(' ');
  if (words.length < 3) return NO_FINGERPRINT;
  const shingles = new Set<number>();
  for (let i = 0; i + 3 <= words.length; i++) shingles.add(hash53(`${words[i]} ${words[i + 1]} ${words[i + 2]}`) | 0);
  const lanes = new Array<number>(LANES).fill(0xffffffff);
  for (const shingle of shingles) {
    for (let lane = 0; lane < LANES; lane++) {
      const mixed = mix32(shingle, lane);
      if (mixed < lanes[lane]) lanes[lane] = mixed;
    }
  }
  return { size: shingles.size, lanes };
}

/** Estimated share of shared shingles (Jaccard), 0..1. */
export function resemblance(a: Fingerprint, b: Fingerprint): number {
  if (a.size === 0 || b.size === 0) return 0;
  let same = 0;
  for (let lane = 0; lane < LANES; lane++) if (a.lanes[lane] === b.lanes[lane]) same++;
  return same / LANES;
}

/** Estimated share of the shorter text that stands in the longer one, 0..1: finds a copy with something added. */
export function containment(a: Fingerprint, b: Fingerprint): number {
  const jaccard = resemblance(a, b);
  if (jaccard === 0) return 0;
  const shared = (jaccard * (a.size + b.size)) / (1 + jaccard);
  const share = shared / (a.size < b.size ? a.size : b.size);
  return share > 1 ? 1 : share;
}

/** Keys under which near-duplicates meet: two texts that resemble each other by 0.6 share one with 67 %, by 0.8 with 98 %. */
export function bandKeys(print: Fingerprint): string[] {
  if (print.size === 0) return [];
  const keys: string[] = [];
  for (let band = 0; band < LANES; band += ROWS_PER_BAND) {
    let key = '';
    for (let row = 0; row < ROWS_PER_BAND; row++) key += `${print.lanes[band + row].toString(36)}.`;
    keys.push(`text:${band}:${hash53(key).toString(36)}`);
  }
  return keys;
}

/** From here on a text counts as a copy of another. */
export const COPY = 0.7;
