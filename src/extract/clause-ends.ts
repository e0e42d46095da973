/** Where the arguments of a word end: at the next word that acts, at a mark, at what begins a clause of its own. */
import { BI, LI } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { NounPhrase } from './noun-parts.ts';
import { field, hasConjunction, isDefinite, nodeOf } from './words.ts';

/** ", in X", ", on Monday", ", aiming at Y": what goes on with the arguments of a verbal noun. */
export function continuesAfterComma(chunks: readonly Chunk[], j: number): boolean {
  const next = chunks[j + 1];
  return (
    next !== undefined &&
    (next.kind === 'case' ||
      next.kind === 'circumstance' ||
      next.kind === 'date' ||
      next.kind === 'agent' ||
      next.kind === 'place' ||
      // ", of 3 civilians": the particle that stands apart from its number
      (next.kind === 'word' && (next.bits & LI) !== 0 && chunks[j + 2]?.noun?.count != null) ||
      (next.bits & BI) !== 0)
  );
}

/** Whether the clause of the word at `k` ends before chunk `j`. */
export function stops(doc: Doc, chunks: readonly Chunk[], j: number, k: number, pending: string, nominal: boolean): boolean {
  const chunk = chunks[j];
  switch (chunk.kind) {
    case 'that':
    case 'contrast':
    case 'reset':
    case 'continue':
    case 'relative':
    case 'result':
    case 'say':
    case 'hearsay':
    case 'responsibility':
    case 'according':
    case 'conjunction':
    case 'condition':
      return true;
    case 'cause':
      // "were killed because of it | five civilians"
      if (nominal || pointsAtDeed(doc, chunks, j)) return nominal;
      return chunk.end > chunk.start + 1 || doc.info[chunk.start].pronoun === null;
    case 'background':
      // "clashes, every now and then, between A and B"
      return !(nominal && chunks[j + 1]?.kind === 'case' && chunks[j + 1].mark === 'between');
    case 'event':
      // "targeted with a charge | a patrol": what it was done with
      return nominal || !isInstrument(doc, chunk);
    case 'verb':
    case 'light':
      return true;
    case 'case':
      // "abducted them in order to press on the government": what it was done for is no part of the deed
      return chunk.mark === 'purpose' || frontsNext(doc, chunks, j);
    // "killed, during | an attempt of the police to clear the square": what is tried has its own parties
    case 'unreal':
      return j > k + 1 && chunks[j - 1].kind === 'case';
    case 'negation':
    case 'was':
      return j > k + 1;
    case 'mark':
      // "arrested each of: X and Y"
      if (chunk.mark === 'colon' && chunks[j - 1].kind === 'word' && nodeOf(doc, chunks[j - 1].start, 'each') !== null)
        return false;
      if (chunk.mark === 'colon' || chunk.mark === 'semicolon' || chunk.mark === 'bar') return true;
      if (chunk.mark === 'comma') {
        const next = chunks[j + 1];
        return (
          next === undefined ||
          next.kind === 'event' ||
          next.kind === 'verb' ||
          next.kind === 'light' ||
          frontsNext(doc, chunks, j + 1) ||
          // ", and their number is still unknown"
          nodeOf(doc, next.start, 'not-negation') !== null ||
          (next.kind === 'noun' && hasConjunction(doc, next.start) && nominal)
        );
      }
      return false;
    // "a youth was killed, so that the number of the dead rises to 15"
    case 'word':
      return chunk.node?.kind === 'rise';
    case 'noun':
      return nominal && pending === '' && hasConjunction(doc, chunk.start) && chunk.noun !== null && startsClause(chunks, j);
    default:
      return false;
  }
}

/** "were wounded | during | that | three civilians": it stands for what was told before and governs nobody. */
export function pointsAtDeed(doc: Doc, chunks: readonly Chunk[], j: number): boolean {
  const [that, next] = [chunks[j + 1], chunks[j + 2]];
  if (that?.kind !== 'pronoun' || nodeOf(doc, that.start, 'demonstrative') === null) return false;
  return next?.noun == null || next.noun.count !== null || !isDefinite(doc, next.noun.head);
}

/** ", | and in the village of X | five were killed": a place before the verb of the next clause, or before its number alone. */
function frontsNext(doc: Doc, chunks: readonly Chunk[], j: number): boolean {
  const { kind, mark, start } = chunks[j];
  if (kind !== 'case' || mark !== 'in' || !hasConjunction(doc, start) || doc.info[start].pronoun !== null) return false;
  if (chunks[j + 1]?.kind !== 'place') return false;
  const next = chunks[j + 2]?.kind === 'mark' && chunks[j + 2].mark === 'comma' ? chunks[j + 3] : chunks[j + 2];
  if (next === undefined || hasConjunction(doc, next.start) || next.bits & (BI | LI)) return false;
  return next.finite || next.kind === 'event' || (next.kind === 'noun' && next.noun?.count != null);
}

const startsClause = (chunks: readonly Chunk[], j: number): boolean => {
  const next = chunks[j + 1];
  return next?.finite;
};

/** Joined by "and", or by "and also". */
export const isAlso = (doc: Doc, chunks: readonly Chunk[], j: number): boolean =>
  hasConjunction(doc, chunks[j].start) ||
  (chunks[j - 1].kind === 'word' &&
    hasConjunction(doc, chunks[j - 1].start) &&
    nodeOf(doc, chunks[j - 1].start, 'adverb') !== null);

/** Right behind a comma that stands right behind a verb (and the object it needs: "met | their death") with its subject before it. */
export const isClosed = (doc: Doc, chunks: readonly Chunk[], k: number, j: number): boolean => {
  const { object, start } = chunks[k];
  const behind = chunks[k + 1];
  const last = object >= 0 && behind !== undefined && behind.start <= object && object < behind.end ? k + 1 : k;
  return j === last + 2 && chunks[j - 1].mark === 'comma' && chunks[k - 1]?.noun != null && !hasConjunction(doc, start);
};

/** "the soldiers who were killed are a gendarme and ...": the pronoun closes the relative clause. */
export const isOfRelative = (chunks: readonly Chunk[], k: number, j: number): boolean =>
  chunks[k].finite && chunks[k - 1]?.kind === 'relative' && chunks[j - 1].kind !== 'relative';

/** "killed three people, they are a driver and two passengers": who they are. */
export const saysWho = (chunks: readonly Chunk[], j: number, direct: readonly NounPhrase[][]): boolean => {
  const of = direct.at(-1)?.at(-1);
  if (of === undefined || chunks[j + 1]?.kind !== 'noun') return false;
  // "two persons, they are a man and his wife"
  return of.count !== null || (of.kind === 'person' && !of.definite && of.features !== null && of.features.number !== 'sg');
};

/** A weapon that goes off as well, behind "with". */
const isInstrument = (doc: Doc, { bits, finite, start }: Chunk): boolean =>
  (bits & BI) !== 0 && !finite && field(nodeOf(doc, start, 'thing'), 'means') === 'yes';

/** The first chunk from `from` on at which something is set off by a comma or turns to something else; the length of the row where none does. */
export function nextTurn(chunks: readonly Chunk[], from: number): number {
  const at = chunks.findIndex(
    ({ kind, mark }, j) => j >= from && ((kind === 'mark' && mark === 'comma') || kind === 'contrast' || kind === 'reset'),
  );
  return at < 0 ? chunks.length : at;
}
