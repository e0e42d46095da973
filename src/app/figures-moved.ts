/** Which figures differ between two readings of what is meant to be one text: an earlier version and a later one, an original and its reprint. */
import type { Figure, Reading } from '../claim/reading.ts';

/** Figures of one kind that stand in one reading and not in the other, as they are written. */
export type FigureMove = { type: string; outcome: string; who: string; before: string[]; after: string[] };

export function figuresMoved(before: Reading, after: Reading): FigureMove[] {
  const kinds = new Map<string, { move: FigureMove; before: Figure[]; after: Figure[] }>();
  const put = (reading: Reading, side: 'before' | 'after') => {
    for (const { event } of reading.claims) {
      for (const figure of event.figures) {
        const key = `${event.type} ${figure.outcome} ${figure.who}`;
        if (!kinds.has(key))
          kinds.set(key, {
            move: { type: event.type, outcome: figure.outcome, who: figure.who, before: [], after: [] },
            before: [],
            after: [],
          });
        kinds.get(key)?.[side].push(figure);
      }
    }
  };
  put(before, 'before');
  put(after, 'after');
  const moves: FigureMove[] = [];
  for (const { move, before: was, after: is } of kinds.values()) {
    move.before = without(was, is);
    move.after = without(is, was);
    if (move.before.length > 0 || move.after.length > 0) moves.push(move);
  }
  return moves;
}

/** Each figure of `figures` that has no equal in `others`; equal is the same number, not the same words. */
function without(figures: readonly Figure[], others: readonly Figure[]): string[] {
  const left = others.map(numberOfPeople);
  const kept: string[] = [];
  for (const figure of figures) {
    const at = left.indexOf(numberOfPeople(figure));
    if (at < 0) kept.push(figure.text);
    else left.splice(at, 1);
  }
  return kept;
}

const numberOfPeople = ({ low, high, mod }: Figure): string => `${low} ${high} ${mod}`;
