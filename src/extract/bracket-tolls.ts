/** A toll in brackets behind each place: "victims fell in X (12 dead and 20 wounded), Y (four dead) and Z (the killing of one person)". */
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { FigureDraft, Happening } from './happening.ts';
import { newHappening } from './happening.ts';
import { typeOfOutcome } from './loose-figures.ts';
import type { PlacePhrase } from './place-names.ts';
import { whoOf } from './who-of.ts';

/** The rule of what a bracket tells of the place before it. */
export const TOLL_IN_BRACKETS = 'event.toll-in-brackets';

export type Bracket = { place: PlacePhrase; open: number; close: number };

/** Gives what each bracket counts, behind the first, a happening of its own at its place. */
export function splitBrackets(doc: Doc, chunks: readonly Chunk[], happenings: Happening[]): Happening[] {
  const brackets = bracketsOf(chunks);
  if (brackets.length < 2) return happenings;
  const made: Happening[] = [];
  for (const h of happenings) {
    const [, ...later] = brackets.filter(({ open, close }) => h.figures.some((f) => isWithin(f, open, close)));
    // "civilian victims in X (12 dead)": those in the brackets are some of them
    const civilian = chunks
      .slice(h.chunk, brackets[0].open)
      .some(({ noun }) => noun !== null && noun.count === null && whoOf(doc, noun) === 'civilian');
    for (const f of h.figures)
      if (civilian && f.who === 'unknown' && brackets.some(({ open, close }) => isWithin(f, open, close))) f.who = 'civilian';
    for (const bracket of later) {
      const figures = h.figures.filter((f) => isWithin(f, bracket.open, bracket.close));
      // "25 were killed: X (12), Y (eight)": parts of a whole stay with it
      if (figures.some((f) => f.partOf !== null && !figures.includes(f.partOf))) continue;
      made.push(ofBracket(h, bracket, figures));
    }
  }
  return made.length === 0 ? happenings : [...happenings, ...made].sort((a, b) => a.chunk - b.chunk);
}

const isWithin = ({ chunk }: FigureDraft, open: number, close: number): boolean => chunk > open && chunk < close;

/** Brackets that stand right behind a place and count somebody. */
function bracketsOf(chunks: readonly Chunk[]): Bracket[] {
  const found: Bracket[] = [];
  for (let open = 1; open < chunks.length; open++) {
    if (chunks[open].kind !== 'mark' || chunks[open].mark !== 'open-paren') continue;
    const { kind, place } = chunks[open - 1];
    const close = chunks.findIndex((c, k) => k > open && c.kind === 'mark' && c.mark === 'close-paren');
    if (close < 0) break;
    if (kind === 'place' && place !== null) found.push({ place, open, close });
    open = close;
  }
  return found;
}

/** Takes the figures of the bracket out of the happening `h`, whose kind, doer and source they share. */
export function ofBracket(h: Happening, { place, open, close }: Bracket, figures: FigureDraft[]): Happening {
  const [first] = figures;
  const head = first.state >= 0 ? first.state : Math.min(first.noun.head, first.noun.end - 1);
  const made = newHappening(first.chunk, head, head + 1);
  made.types = h.outcome === null ? [...h.types] : [typeOfOutcome[first.outcome]];
  made.outcome = h.outcome === null ? null : first.outcome;
  made.actors = h.actors;
  made.means = h.means;
  made.date = h.date;
  made.frame = h.frame;
  made.group = h.group;
  made.places = [{ role: 'at', place }];
  made.figures = figures;
  made.recipients = h.recipients.filter((r) => figures.some((f) => f.noun.start === r.start));
  made.rules = [TOLL_IN_BRACKETS];
  h.figures = h.figures.filter((f) => !figures.includes(f));
  h.recipients = h.recipients.filter((r) => !made.recipients.includes(r));
  h.parts = h.parts.filter((k) => k < open || k > close || k === h.chunk);
  return made;
}

/** "in X (12) | and Y (8)": what is joined behind a bracket that stands behind a place is a place, as that one is. */
export function followsPlaceInBrackets(before: readonly Chunk[]): boolean {
  const last = before.at(-1);
  if (last?.kind !== 'mark' || last.mark !== 'close-paren') return false;
  const open = before.findLastIndex(({ mark }) => mark === 'open-paren');
  return open > 0 && before[open - 1].kind === 'place';
}

/** "in X (12)": the number alone in brackets behind a place counts some of those told of before, and is no party. */
export function settleBracket(chunks: readonly Chunk[]): void {
  const k = chunks.length - 2;
  const { kind, noun } = chunks[k] ?? {};
  if (kind !== 'noun' || noun?.kind !== 'number' || noun.count === null || chunks[k - 1]?.mark !== 'open-paren') return;
  if (chunks[k - 2]?.kind === 'place') chunks[k].kind = 'evidence';
}

/** "the fall of victims in X (four civilians)", "Y (two children)": people alone in a bracket behind a place are of those told of before. */
export function isTollOfPlace(chunks: readonly Chunk[], k: number): boolean {
  const { noun } = chunks[k];
  const counts = noun !== null && (noun.count !== null || noun.features?.number === 'du');
  return counts && chunks[k - 1]?.mark === 'open-paren' && chunks[k - 2]?.kind === 'place';
}

/** The place before the bracket in which chunk `k` stands. */
export function placeOfBracket(chunks: readonly Chunk[], k: number): number {
  let at = k;
  while (at > 0 && chunks[at].mark !== 'open-paren') at--;
  return at - 1;
}
