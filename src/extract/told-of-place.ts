/** What is told of a place just named: "Baghdad, where 38 fell, then Anbar, where 33 met their death", "the province in which 94 were killed". */
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import { field, hasConjunction } from './words.ts';

const isWhere = (chunk: Chunk | undefined): boolean => chunk !== undefined && field(chunk.node, 'where') === 'yes';

/** What stands behind the place at `k` is told of it: "where ...", "in which ...". */
export function isToldOf(doc: Doc, chunks: readonly Chunk[], k: number): boolean {
  const where = chunks[k + 1];
  if (where?.kind !== 'relative') return isWhere(where);
  const inIt = chunks[k + 3];
  return inIt?.kind === 'case' && inIt.mark === 'in' && doc.info[inIt.start].pronoun !== null;
}

/** Chunks behind "where" in which what happened there is told. */
const THERE = 9;

/** "attacked the villages, where they killed ten and took others": what "where" leads to happened at the place before it. */
export function happensThere(chunks: readonly Chunk[], k: number, first: number): boolean {
  // "worsened in Sanaa yesterday, where"
  const at = chunks[k + 1]?.kind === 'date' ? k + 2 : k + 1;
  const { kind, mark } = chunks[at] ?? {};
  if (kind !== 'mark' || mark !== 'comma' || !isWhere(chunks[at + 1]) || first <= at + 1 || first > k + THERE) return false;
  return chunks.slice(at + 2, first).every((c) => c.place === null && !apart.has(c.kind));
}

/** ", and in Y | three were killed": a place that opens the clause of what stands right behind it. */
export function opensClause(doc: Doc, chunks: readonly Chunk[], k: number, first: number): boolean {
  const tie = chunks[k - 1];
  if (k < 2 || tie.kind !== 'case' || tie.mark !== 'in' || !hasConjunction(doc, tie.start)) return false;
  if (k >= first || hasConjunction(doc, chunks[first].start)) return false;
  return chunks.slice(k + 1, first).every(({ kind, mark }) => kind === 'date' || mark === 'comma');
}

/** Numbers of the stretches that such a clause begins: beside those of other times and of "the second". */
const ELSEWHERE = 200;

/** The stretches of a sentence, with one of its own from ", and in Y | three were killed" on: nobody in Y was hurt by what struck X. */
export function apartByPlace(doc: Doc, chunks: readonly Chunk[], stretch: Uint8Array): Uint8Array {
  let made: Uint8Array | null = null;
  let next = ELSEWHERE;
  const main = chunks[0]?.kind === 'contrast' ? mainClause(doc, chunks) : -1;
  if (main > 0) (made = stretch.slice(0, chunks.length)).fill(next++, main);
  for (let k = 3; k < chunks.length - 1; k++) {
    const { place, kind } = chunks[k];
    if (place === null || kind !== 'place' || place.anaphor !== null || chunks[k - 1].mark !== 'in') continue;
    let verb = k + 1;
    while (verb < chunks.length && (chunks[verb].kind === 'date' || chunks[verb].mark === 'comma')) verb++;
    const told = chunks[verb];
    if (told === undefined || (told.kind !== 'event' && !(told.kind === 'light' && told.finite))) continue;
    if (!opensClause(doc, chunks, k, verb) || !isElsewhere(doc, chunks, k)) continue;
    made ??= stretch.slice(0, chunks.length);
    made.fill(Math.min(next++, 255), k - 1);
  }
  return made ?? stretch;
}

/** "While four were killed in X, | a car blew up in Y": where the main clause begins with a deed at another place, or -1. */
function mainClause(doc: Doc, chunks: readonly Chunk[]): number {
  const k = chunks.findIndex(
    ({ kind, finite, start }, n) =>
      n > 2 && (kind === 'event' || kind === 'light') && finite && chunks[n - 1].mark === 'comma' && !hasConjunction(doc, start),
  );
  if (k < 0 || !chunks.slice(0, k).some((c) => c.kind === 'event')) return -1;
  const there = chunks.findIndex(({ kind }, n) => n > k && kind === 'place');
  return there > 0 && chunks.slice(0, k).some((c) => c.kind === 'place') && isElsewhere(doc, chunks, there) ? k : -1;
}

/** Another place was named before. */
const isElsewhere = (doc: Doc, chunks: readonly Chunk[], k: number): boolean =>
  chunks.some(
    ({ place, end }, n) =>
      n < k && place !== null && place.anaphor === null && doc.tokens.form[end - 1] !== doc.tokens.form[chunks[k].end - 1],
  );

const apart: ReadonlySet<string> = new Set(['contrast', 'reset', 'say', 'relative', 'conjunction', 'background']);

/** The same fate again, told of another place. */
export function tellsOfPlace(doc: Doc, chunks: readonly Chunk[], first: Happening, h: Happening): boolean {
  const named = chunks[h.chunk - 2];
  if (named === undefined || !isToldOf(doc, chunks, h.chunk - 2)) return false;
  if (named.kind !== 'place' && named.noun?.kind !== 'actor' && named.noun?.kind !== 'place') return false;
  return first.figures.some((f) => f.partOf === null && f.outcome === h.outcome && f.mod !== 'zero');
}
