/** The figures an origin stands by in one event, as numbers that can be laid beside those of others, and as words. */
import type { FigureUse, SetAside } from '../claim/count.ts';
import type { Event } from '../claim/event.ts';
import type { Mod, Outcome, Who } from '../claim/reading.ts';

/** `from` to `to`: what the words leave open. `words`: `killed civilian at-least 16`. */
export type Said = { outcome: Outcome; who: Who; from: number; to: number; report: string; words: string };

export type WhoOf = (use: Pick<FigureUse, 'report' | 'claim' | 'figure'>) => Who;

/** Set aside for what they are, not for whose they are. */
const NOT_SAID = new Set<SetAside>([
  'denied',
  'doubted',
  'background',
  'expected',
  'cumulative',
  'part-of',
  'larger-than-whole',
  'repeated',
  'superseded',
]);
const ABOUT = 0.1;

/** Of one origin; `isHistory`: also what it said before it counted anew. */
export function saidFigures(event: Event, origin: string, whoOf: WhoOf, isHistory = false): Said[] {
  const said: Said[] = [];
  for (const count of event.counts) {
    if (count.who !== 'all') continue;
    for (const use of count.figures) {
      if (use.origin !== origin) continue;
      if (use.aside !== null && NOT_SAID.has(use.aside) && !(isHistory && use.aside === 'superseded')) continue;
      const who = whoOf(use);
      const { low, high, mod, report } = use;
      const words = [count.outcome, who === 'unknown' ? '' : who, figureWords(low, high, mod)]
        .filter((word) => word !== '')
        .join(' ');
      said.push({ outcome: count.outcome, who, ...bounds(low, high, mod), report, words });
    }
  }
  return said;
}

function bounds(low: number, high: number | null, mod: Mod): { from: number; to: number } {
  const to = high ?? Number.POSITIVE_INFINITY;
  if (mod === 'about') return { from: low * (1 - ABOUT), to: to * (1 + ABOUT) };
  return { from: mod === 'at-most' || mod === 'less-than' ? 0 : low, to };
}

export function figureWords(low: number, high: number | null, mod: Mod): string {
  if (high === null) return mod === 'vague' ? `some (${low} or more)` : `at least ${low}`;
  const range = low === high ? String(low) : `${low}–${high}`;
  return mod === 'about' ? `about ${range}` : range;
}
