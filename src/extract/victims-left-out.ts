/** "the soldiers entered the village and | came under | an attack", "the convoy was on its way when it met an ambush": whom a deed befell is the subject told before, which the verb leaves out. */
import { BI, KA, LI } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import type { NounPhrase } from './noun-parts.ts';
import { isArmed, isForce, isPeople } from './parties.ts';
import { fitOf, type Referring } from './referred-back.ts';
import { featuresOf, field, hasConjunction, nodeOf } from './words.ts';

/** How many chunks back the subject may stand. */
const REACH = 12;

/** The subject of the verb at `verb`, told before it in the same sentence; nobody where two may be meant. */
export function victimsLeftOut(doc: Doc, chunks: readonly Chunk[], verb: number, used: Uint8Array): NounPhrase[] {
  const { finite, node, start } = chunks[verb];
  const features = finite && node !== null ? featuresOf(node) : null;
  if (features === null || features.person === 1 || doc.info[start].pronoun !== null) return [];
  if (!hasConjunction(doc, start) && !joins(doc, chunks[verb - 1])) return [];
  const pronoun: Referring =
    features.number === 'pl' || features.number === 'du' ? 'they' : features.gender === 'f' ? 'she' : 'he';
  for (let j = verb - 1; j >= 0 && j >= verb - REACH; j--) {
    const chunk = chunks[j];
    if (ends(chunk)) return [];
    const { noun } = chunk;
    if (chunk.kind !== 'noun' || noun === null || used[j] || isGoverned(doc, chunks, j)) continue;
    if (!mayBeHit(doc, noun) || fitOf(doc, pronoun, noun) === 0) continue;
    return isSubject(doc, chunks, j) && !hasConjunction(doc, noun.start) ? [noun] : [];
  }
  return [];
}

/** "when", "where"; "then" */
const joins = (doc: Doc, chunk: Chunk | undefined): boolean =>
  chunk !== undefined && (chunk.kind === 'conjunction' || field(nodeOf(doc, chunk.start, 'adverb'), 'joins') === 'yes');

const ends = ({ kind, mark, finite }: Chunk): boolean =>
  kind === 'that' ||
  kind === 'contrast' ||
  kind === 'reset' ||
  kind === 'relative' ||
  (kind === 'say' && finite) ||
  (kind === 'mark' && (mark === 'colon' || mark === 'semicolon'));

const mayBeHit = (doc: Doc, noun: NounPhrase): boolean =>
  isForce(doc, noun) || isPeople(noun) || (noun.kind === 'thing' && field(noun.node, 'target') === 'yes');

/** Behind a preposition or a verbal noun. */
function isGoverned(doc: Doc, chunks: readonly Chunk[], j: number): boolean {
  const before = chunks[j - 1];
  if (chunks[j].bits & (BI | LI | KA)) return true;
  if (before === undefined) return false;
  if (before.kind === 'case' || before.kind === 'cause' || before.kind === 'agent')
    return doc.info[before.start].pronoun === null;
  return (before.kind === 'event' || before.kind === 'light' || before.kind === 'result') && !before.finite;
}

/** Right behind a verb that has no other subject, or first in its clause. */
function isSubject(doc: Doc, chunks: readonly Chunk[], j: number): boolean {
  const before = chunks[j - 1];
  if (before === undefined || clauses.has(before.kind)) return true;
  if (!before.finite && before.kind !== 'was' && before.kind !== 'modal') return false;
  const verb = before.node === null ? null : featuresOf(before.node);
  return doc.info[before.start].pronoun === null && verb?.number !== 'pl' && verb?.person !== 1;
}
const clauses: ReadonlySet<string> = new Set(['that', 'mark', 'continue', 'conjunction', 'date']);

/** "five youths were arrested and then executed(plural)", "the protesters went out and were detained": the plural of a verb that has no object is that of those it befell. */
export function befellLeftOut(
  doc: Doc,
  chunks: readonly Chunk[],
  k: number,
  h: Happening,
  used: Uint8Array,
  before: Happening | undefined,
): void {
  if (h.outcome === null || h.sense?.subject !== 'actor' || h.sense.object !== 'recipient' || h.sense.needs !== null) return;
  if (h.recipients.length + h.actors.length > 0 || h.rules.includes('event.reflexive')) return;
  const verb = featuresOf(h.node!);
  if (verb?.number !== 'pl' || doc.info[chunks[k].start].pronoun !== null) return;
  const befell = victimsLeftOut(doc, chunks, k, used).filter((n) => !isArmed(n) || before?.recipients.includes(n) === true);
  if (befell.length === 0) return;
  h.recipients.push(...befell);
  h.rules.push('event.passive');
}
