/** "five dead in X and seven in Y", without a verb: each number behind the first has a place of its own, and nobody of one place died in the other. */
import { BI } from '../lexicon/analyze.ts';
import { type Bracket, ofBracket, TOLL_IN_BRACKETS } from './bracket-tolls.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { FigureDraft, Happening } from './happening.ts';
import { hasConjunction } from './words.ts';

const TOLL_BY_PLACE = 'event.toll-by-place';

/** Gives each number behind the first, where all have a place right behind them, a happening of its own. */
export function splitByPlace(doc: Doc, chunks: readonly Chunk[], happenings: Happening[]): Happening[] {
  const made: Happening[] = [];
  const gone = new Set<Happening>();
  for (const h of happenings) {
    if (h.figures.length < 2 || !eachInItsPlace(doc, chunks, h)) continue;
    const [first, ...later] = h.figures;
    // "... in the shelling": an attack behind them all is told by each
    const behind = h.chunk > later.at(-1)!.chunk;
    const home = placeBehind(chunks, first)!;
    h.places = h.places.filter(({ place }) => !later.some((f) => placeBehind(chunks, f)!.place.start === place.start));
    if (!behind && !h.places.some(({ role }) => role === 'at')) h.places.push({ role: 'at', place: home.place });
    for (const f of behind ? [first, ...later] : later) {
      const own = ofBracket(h, placeBehind(chunks, f)!, [f]);
      own.rules = [TOLL_BY_PLACE];
      made.push(own);
    }
    if (behind) gone.add(h);
  }
  if (made.length === 0) return happenings;
  return [...happenings.filter((h) => !gone.has(h)), ...made].sort((a, b) => a.chunk - b.chunk);
}

/** All that are counted are wholes, each with a place right behind it; a verb told once has its own clauses. */
const eachInItsPlace = (doc: Doc, chunks: readonly Chunk[], h: Happening): boolean =>
  !(h.finite && h.outcome !== null) &&
  !h.rules.includes(TOLL_IN_BRACKETS) &&
  h.figures.every(
    (f, n) =>
      f.partOf === null && f.scope === 'event' && placeBehind(chunks, f) !== null && (n === 0 || isJoined(doc, chunks, f)),
  );

/** The place that stands right behind the counted: "seven | in | Y". */
function placeBehind(chunks: readonly Chunk[], { chunk }: FigureDraft): Bracket | null {
  const [next, behind] = chunks.slice(chunk + 1, chunk + 3);
  if (next?.kind === 'place' && next.place !== null && next.bits & BI)
    return { place: next.place, open: chunk - 1, close: chunk + 2 };
  if (next?.kind !== 'case' || next.mark !== 'in' || behind?.kind !== 'place' || behind.place === null) return null;
  return { place: behind.place, open: chunk - 1, close: chunk + 3 };
}

/** "and seven", ", seven" */
const isJoined = (doc: Doc, chunks: readonly Chunk[], { chunk }: FigureDraft): boolean => {
  const before = chunks[chunk - 1];
  return (
    hasConjunction(doc, chunks[chunk].start) || before?.kind === 'word' || (before?.kind === 'mark' && before.mark === 'comma')
  );
};
