/** Tolls as claims of their own: "the number of the dead since the war began rose to 261" tells no attack, and is never counted as one. */
import { type FigureDraft, type Happening, newHappening } from './happening.ts';
import { attackTypes } from './senses.ts';

const mayHost = (h: Happening): boolean => attackTypes.has(h.types[0]) || h.outcome !== null;

/** Makes a claim of every toll among the figures that no deed owns; returns the figures that are left. */
export function readTolls(
  happenings: Happening[],
  loose: readonly FigureDraft[],
  frameOf: Int16Array,
  groupOf: (frame: number) => number,
): FigureDraft[] {
  const made: Happening[] = [];
  const rest: FigureDraft[] = [];
  for (const figure of loose) {
    const whole = made.find((h) => figure.partOf !== null && h.figures.includes(figure.partOf));
    if (whole !== undefined) {
      whole.figures.push(figure);
      continue;
    }
    const { toll } = figure;
    // "rose to 19, and an earlier toll had told of the death of 12": another says the second
    const other = (h: Happening): boolean =>
      toll?.grows === true &&
      h.outcome !== null &&
      h.figures.length > 0 &&
      h.chunk > toll.chunk &&
      h.frame !== frameOf[toll.chunk];
    if (toll == null || (!toll.many && happenings.some((h) => mayHost(h) && !other(h)))) {
      rest.push(figure);
      continue;
    }
    if (toll.many) figure.scope = 'running-total';
    const same = made.find((h) => h.start === toll.start);
    if (same !== undefined) {
      same.figures.push(figure);
      if (figure.partOf === null) same.recipients.push(figure.noun);
      continue;
    }
    const h = newHappening(toll.chunk, toll.start, toll.end);
    h.types = [toll.many || toll.grows || figure.outcome !== 'killed' ? 'toll' : 'killing'];
    h.outcome = figure.outcome;
    // "in a new toll, | the ministry said that the number rose to 31"
    h.frame = frameOf[toll.chunk] < 0 && toll.chunk < figure.chunk ? frameOf[figure.chunk] : frameOf[toll.chunk];
    h.group = groupOf(h.frame);
    h.until = figure.chunk;
    h.recipients.push(figure.noun);
    h.figures.push(figure);
    h.rules.push('event.toll');
    made.push(h);
  }
  if (made.length === 0) return rest;
  // "the toll of the aggression since ...": the deed named in it is what is counted, no news
  for (const h of made) {
    if (h.figures[0].scope === 'event') continue;
    const last = h.figures[0].chunk;
    for (let n = happenings.length - 1; n >= 0; n--) {
      const other = happenings[n];
      const inside = other.chunk >= h.chunk && other.chunk <= last;
      const since = other.chunk > last && other.chunk <= last + 3 && !other.finite && other.figures.length === 0;
      if (attackTypes.has(other.types[0]) && (inside || since)) happenings.splice(n, 1);
    }
  }
  happenings.push(...made);
  return rest;
}

/** "the toll rose to 19, and another had told of the death of 12": what a further verb of saying tells is no part of the risen toll. */
export const isToldElsewhere = (toll: Happening, h: Happening): boolean =>
  h.figures.length > 0 &&
  toll.rules.includes('event.toll') &&
  toll.frame !== h.frame &&
  toll.figures.some((f) => f.risen && f.outcome === h.outcome);
