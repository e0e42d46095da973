/** What a light verb does not carry: what it is tied to by another word, and what is only told as going on meanwhile. */
import { BI, KA, LI } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import { itemAt } from './item-at.ts';
import { lightSense } from './senses.ts';
import { field, hasConjunction, isDefinite, nodeOf, senseOf } from './words.ts';

/** "the holding of a meeting | for the discussion of | the attack", "while | the undertaking by X of the prayer, an explosion": the light word takes something else. */
export function isTiedElsewhere(
  doc: Doc,
  chunks: readonly Chunk[],
  k: number,
  light: number,
  ties: ReadonlySet<string>,
): boolean {
  if (chunks[k].bits & (BI | LI | KA) || hasConjunction(doc, chunks[k].start)) return false;
  const { noun, bits, end, kind, mark } = chunks[k - 1];
  // "brought against X the charge of | killing": who charges has not killed
  if (end === chunks[k].start && nodeOf(doc, end - 1, 'allegation') !== null) return true;
  // "the council held a session | on (regarding) | the attacks": what it was about
  if (kind === 'case' && mark === 'regarding' && k - 1 > light && ties.has('direct')) return true;
  const genitive = kind === 'noun' && end === chunks[k].start && (bits & (BI | LI)) !== 0 && noun !== null;
  if (genitive && k - 1 > light && noun.kind === 'other' && noun.count === null && !isDefinite(doc, noun.end - 1)) return true;
  // "carry out | an assessment (with "with") | of the losses of | the attack"
  const other = ties.size === 1 && ties.has('bi') && chunks[light].finite && chunks[k - 1].kind === 'case';
  if (other && chunks.slice(light + 1, k).some((c) => c.kind === 'noun' && (c.bits & BI) !== 0 && c.noun?.count == null))
    return true;
  return !chunks[light].finite && ties.size === 1 && ties.has('bi') && chunks[light - 1]?.kind === 'case';
}

/** "the police followed | the attack", "cases of shooting", "the shelling by the army": what was done by others is watched; "went on with | shelling" is the subject's own. */
export function isFollowed(doc: Doc, chunks: readonly Chunk[], light: number, h: Happening): boolean {
  if (field(chunks[light].node, 'follows') !== 'yes') return false;
  if (h.actors.length > 0 || nodeOf(doc, h.start, 'carrier') !== null) return true;
  return h.definite && (h.node === null || doc.info[h.node.start].pronoun === null);
}

export const isMeanwhile = (chunks: readonly Chunk[], k: number): boolean =>
  chunks[k].kind === 'event' && !chunks[k].finite && chunks[k - 1]?.kind === 'case' && chunks[k - 1].mark === 'during';

/** "..., (it) followed(it) | the launching of shelling": a verbal noun right behind a verb with its object is what came, and nobody is left out. */
export function comesItself(doc: Doc, chunks: readonly Chunk[], light: number): boolean {
  const before = chunks[light - 1];
  if (chunks[light].finite || (chunks[light].bits & (BI | LI | KA)) !== 0 || before === undefined) return false;
  return before.finite && doc.info[before.start].pronoun !== null;
}

/** "(there) was done, after that, | the carrying out of | operations": the verb of happening names nobody, and nobody is left out who acted before. */
export function wasCarriedOut(chunks: readonly Chunk[], light: number): boolean {
  if (chunks[light].finite) return false;
  for (let k = light - 1; k >= 0 && k >= light - DONE; k--) {
    const { kind, finite, node } = chunks[k];
    if (kind === 'light' && finite) {
      const sense = senseOf(node);
      return sense !== null && lightSense(sense).subject !== 'actor';
    }
    if (finite || kind === 'that') return false;
  }
  return false;
}
const DONE = 4;

/** What "during" governs is not what was done: that stands right behind it, or asks for a "with" of its own. */
export function givesAnother(chunks: readonly Chunk[], k: number, light: Chunk): boolean {
  if (chunks[k + 1]?.kind === 'event' && !chunks[k + 1].finite) return true;
  const sense = senseOf(light.node);
  const ties = sense === null ? null : lightSense(sense).takes;
  return ties !== null && ties.size === 1 && ties.has('bi');
}

/**
 * "came, the town that X holds, | under (li-) | shelling": how far back what describes the subject begins, where the verb before the subject asks for "to"; -1
 * elsewhere.
 */
export function describedBefore(doc: Doc, chunks: readonly Chunk[], k: number): number {
  if (!(chunks[k].bits & LI) || hasConjunction(doc, chunks[k].start)) return -1;
  const last = isComma(chunks[k - 1]) ? k - 2 : k - 1;
  let from = -1;
  for (let m = last; m > 1 && m >= last - CLAUSE; m--) {
    const { kind } = chunks[m];
    if (kind === 'relative') from = m;
    else if (isComma(chunks[m]) && m < last && isDescription(doc, chunks[m + 1])) from = m + 1;
    else if (clause.has(kind) || (kind === 'event' && chunks[m].finite)) continue;
    break;
  }
  const subject = isComma(itemAt(chunks, from - 1)) ? from - 2 : from - 1;
  if (from < 0 || (chunks[subject]?.kind !== 'place' && chunks[subject]?.kind !== 'noun')) return -1;
  const light = chunks[subject - 1];
  const sense = light?.kind === 'light' && light.finite ? senseOf(light.node) : null;
  return sense !== null && lightSense(sense).takes.has('li') ? subject + 1 : -1;
}

const CLAUSE = 8;
const clause: ReadonlySet<string> = new Set(['noun', 'place', 'case', 'date', 'word', 'verb', 'modal']);

const isComma = (chunk: Chunk | undefined): boolean => chunk?.kind === 'mark' && chunk.mark === 'comma';

/** ", (the one) subject to X," */
const isDescription = (doc: Doc, { noun, kind, start }: Chunk): boolean =>
  kind === 'noun' && noun?.kind === 'other' && noun.count === null && isDefinite(doc, start) && !hasConjunction(doc, start);

/** "stopped its work after the killing of five": when it was done, not what was done. */
export const elsewhere: ReadonlySet<string> = new Set(
  'after before since during until amid response despite charge regarding frame'.split(' '),
);
