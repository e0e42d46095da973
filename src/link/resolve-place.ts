import type { ResolvedPlace } from '../claim/reading.ts';
export function resolvePlace(_r: unknown, _g: unknown, _c: unknown): ResolvedPlace | null { return null; }
