/** The figures of all sentences, in order: a bare total counts on what was counted before it. */
import { fateOfMany } from './among-them.ts';
import type { Attributed } from './attribution.ts';
import { fateBehindSentence, noFate } from './bare-total.ts';
import type { Chunk } from './chunk.ts';
import { diedNext, notByTheDead } from './died-later.ts';
import type { Doc } from './doc.ts';
import { readFigures } from './figures.ts';
import type { FigureDraft, Happening } from './happening.ts';

type Row = { chunks: readonly Chunk[]; attributed: Attributed; happenings: Happening[] };

/** What belongs to no happening, by sentence; the others are with theirs. */
export function readAllFigures(doc: Doc, rows: readonly Row[]): FigureDraft[][] {
  let last = noFate;
  return rows.map((row, n) => {
    const { chunks, attributed, happenings } = row;
    const loose = readFigures(doc, chunks, happenings, attributed.used, last);
    notByTheDead(row);
    if (n > 0 && loose.length === 0) row.happenings = diedNext(doc, rows[n - 1], row);
    last = fateBehindSentence(row.happenings, loose, last, fateOfMany(chunks, row.happenings, loose, attributed.used));
    return loose;
  });
}
