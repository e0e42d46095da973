/** Days as whole numbers since 1970-01-01, so that differences are subtractions. */

/** Number of an ISO day (a longer ISO time is cut); null when it is none. */
export function dayNumber(iso: string | null | undefined): number | null {
  if (!iso || iso.length < 10) return null;
  const ms = Date.parse(`${iso.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(ms) ? null : Math.floor(ms / 86_400_000);
}

const written = new Map<number, string>();

/** ISO day of a number. The same few thousand days are asked for again and again. */
export function isoDay(day: number): string {
  const known = written.get(day);
  if (known !== undefined) return known;
  const iso = new Date(day * 86_400_000).toISOString().slice(0, 10);
  if (written.size < 50_000) written.set(day, iso);
  return iso;
}
