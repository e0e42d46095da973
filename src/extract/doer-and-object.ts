/** "the shelling of X the positions": behind a verbal noun its doer stands first, and the object after it. */
import { BI } from '../lexicon/analyze.ts';
import type { Found } from './argument-nouns.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import type { NounPhrase } from './noun-parts.ts';
import { isArmed, isForce, isOffice, isPeople } from './parties.ts';
import { hasConjunction } from './words.ts';

/** The rule of a deed whose own pronoun did it. */
export const OWN_DEED = 'event.noun-of-its-doer';

/** "its shelling", "his targeting": the pronoun did it, so what stands behind without a preposition is whom. */
export const isOwnDeed = (doc: Doc, { start }: Chunk, { outcome, sense }: Happening): boolean =>
  outcome === null &&
  sense?.subject === 'actor' &&
  sense.object === 'recipient' &&
  (doc.info[start].pronoun ?? '').startsWith('3');

/** "its shelling with three rockets | a patrol": between the deed and its object stands only what it was done with, and when. */
function objectOfOwnDeed(doc: Doc, chunks: readonly Chunk[], j: number, k: number, h: Happening): boolean {
  const { noun, start } = chunks[j];
  if (!isOwnDeed(doc, chunks[k], h) || hasConjunction(doc, start) || noun!.kind === 'other' || noun!.kind === 'number')
    return false;
  for (let m = k + 1; m < j; m++) {
    const { kind, bits, mark, noun: means } = chunks[m];
    const used = means !== null && (bits & BI || (chunks[m - 1].kind === 'case' && chunks[m - 1].mark === 'means'));
    if (!used && kind !== 'date' && kind !== 'case' && kind !== 'word' && !(kind === 'mark' && mark === 'comma')) return false;
  }
  return chunks[j - 1].kind !== 'case';
}

export function objectAfterDoer(doc: Doc, chunks: readonly Chunk[], j: number, k: number, h: Happening, found: Found): boolean {
  if (found.direct.length === 0) return objectOfOwnDeed(doc, chunks, j, k, h);
  if (found.direct.length !== 1 || found.directAt[0] !== k + 1 + found.adjectives || hasConjunction(doc, chunks[j].start))
    return false;
  if (h.sense === null || h.sense.object !== 'recipient' || h.sense.subject !== 'actor') return false;
  const [doer] = found.direct[0];
  const noun = chunks[j].noun!;
  if (!isForce(doc, doer) && !isOffice(doc, doer) && !(doer.kind === 'person' && doer.count === null)) return false;
  const counted =
    noun.count !== null &&
    (noun.kind === 'outcome' || (noun.kind === 'other' && (noun.node === null || noun.node.kind === 'nationality')));
  if (noun.kind !== 'thing' && noun.kind !== 'person' && noun.kind !== 'actor' && !counted) return false;
  for (let m = found.until + 1; m < j; m++)
    if (chunks[m].kind !== 'word' && chunks[m].kind !== 'date' && !(chunks[m].bits & BI)) return false;
  return true;
}

/** Somebody unarmed and indefinite arrests nobody: the next noun says whose he is. */
export const isKin = (doc: Doc, noun: NounPhrase, next: NounPhrase): boolean =>
  noun.kind === 'person' &&
  noun.count === null &&
  noun.actor === null &&
  !noun.definite &&
  !isForce(doc, noun) &&
  // "the abduction by gunmen | of three workers"
  !(isPeople(next) && noun.features?.number !== 'sg' && isArmed(noun));
