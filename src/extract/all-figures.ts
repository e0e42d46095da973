/** The figures of all sentences, in order: a bare total counts on what was counted before it. */
import { fateBehindSentence, noFate } from './bare-total.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { readFigures } from './figures.ts';
import type { FigureDraft, Happening } from './happening.ts';

type Row = { chunks: readonly Chunk[]; attributed: { used: Uint8Array }; happenings: readonly Happening[] };

/** What belongs to no happening, by sentence; the others are with theirs. */
export function readAllFigures(doc: Doc, rows: readonly Row[]): FigureDraft[][] {
  let last = noFate;
  return rows.map(({ chunks, attributed, happenings }) => {
    const loose = readFigures(doc, chunks, happenings, attributed.used, last);
    last = fateBehindSentence(happenings, loose, last);
    return loose;
  });
}
