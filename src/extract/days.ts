/** Whole days between two ISO days. */

/** `to - from` in days; 0 when either is no day. */
export function daysBetween(from: string, to: string): number {
  const a = timeOf(from);
  const b = timeOf(to);
  return Number.isNaN(a) || Number.isNaN(b) ? 0 : Math.round((b - a) / 86_400_000);
}

/** A report names a few days and asks for them again and again. */
const known = new Map<string, number>();
const MOST_KNOWN = 2000;

function timeOf(day: string): number {
  let time = known.get(day);
  if (time === undefined) {
    if (known.size >= MOST_KNOWN) known.clear();
    time = Date.parse(`${day}T00:00:00Z`);
    known.set(day, time);
  }
  return time;
}
