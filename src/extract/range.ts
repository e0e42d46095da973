/** A count as low and high, in the terms of the reading format. */
import type { Mod } from '../claim/reading.ts';
import type { Count } from './noun-parts.ts';

const known: ReadonlySet<string> = new Set([
  'exact',
  'about',
  'at-least',
  'more-than',
  'at-most',
  'less-than',
  'range',
  'vague',
  'zero',
]);

export function cardinal(count: Count): { low: number; high: number | null; mod: Mod } {
  const mod = (known.has(count.mod) ? count.mod : 'exact') as Mod;
  const low = Math.max(0, Math.round(count.low));
  const high = count.high === null ? null : Math.max(low, Math.round(count.high));
  if (low === 0 && high === 0) return { low, high, mod: 'zero' };
  return { low, high, mod };
}
