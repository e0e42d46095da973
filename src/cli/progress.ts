/** One line that tells how far an import is, how fast, and how long it will take. */
import type { Progress } from '../app/ingest.ts';
import type { Stage, StageCounts } from '../ledger/index.ts';

export function progressLine({ done, counts, stages, rate, share, secondsLeft }: Progress): string {
  const parts = [`${done} items`, `${rate < 10 ? rate.toFixed(1) : Math.round(rate)}/s`];
  if (share !== null) parts.push(`${Math.floor(share * 100)} %`);
  if (secondsLeft !== null) parts.push(`${duration(secondsLeft)} left`);
  parts.push(`${counts.new} new`);
  if (counts.changed > 0) parts.push(`${counts.changed} changed`);
  if (counts.held > 0) parts.push(`${counts.held} held`);
  if (counts.failed > 0) parts.push(`${counts.failed} failed${stagesText(stages)}`);
  return parts.join(' · ');
}

const AT: Record<Stage | 'unknown', string> = {
  fetch: 'fetching',
  open: 'opening',
  text: 'taking the text',
  read: 'reading',
  store: 'keeping',
  unknown: 'stage not noted',
};

/** " (3 opening, 9 taking the text)": at which stage items failed. */
export function stagesText(stages: StageCounts): string {
  const parts = Object.entries(stages).flatMap(([stage, n]) => (n > 0 ? [`${n} ${AT[stage as Stage]}`] : []));
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

export function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}
