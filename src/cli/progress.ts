/** One line that tells how far an import is, how fast, and how long it will take. */
import type { Progress } from '../app/ingest.ts';

export function progressLine({ done, counts, rate, share, secondsLeft }: Progress): string {
  const parts = [`${done} items`, `${rate < 10 ? rate.toFixed(1) : Math.round(rate)}/s`];
  if (share !== null) parts.push(`${Math.floor(share * 100)} %`);
  if (secondsLeft !== null) parts.push(`${duration(secondsLeft)} left`);
  parts.push(`${counts.new} new`);
  if (counts.changed > 0) parts.push(`${counts.changed} changed`);
  if (counts.held > 0) parts.push(`${counts.held} held`);
  if (counts.failed > 0) parts.push(`${counts.failed} failed`);
  return parts.join(' · ');
}

export function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}
