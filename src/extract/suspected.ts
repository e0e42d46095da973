/**
 * Who somebody is thought to be, between the subject of a clause and the rest of it: "gunmen | believed to be of X | killed-whom", "unknown men | whose membership
 * of X is likely | an attack". The clause goes on as if it were not there: it tells neither who speaks nor whom it happened to.
 */
import { BI, KA, LI } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import { rowHas, SAY } from './class-groups.ts';
import type { Doc } from './doc.ts';
import { cueSense } from './senses.ts';
import { featuresOf, field, hasConjunction, isDefinite, senseOf } from './words.ts';

/** How far before the belief the verb of its clause may stand, and how far behind it the belief may reach, in chunks. */
const VERB = 3;
const REACH = 9;

const ties: ReadonlySet<string> = new Set(['case', 'that', 'rank', 'pronoun']);
const deeds: ReadonlySet<string> = new Set(['event', 'light', 'verb']);
/** Who may be thought to be somebody. */
const people: ReadonlySet<string> = new Set(['person', 'outcome', 'actor', 'other', 'number']);

/** The row with each such belief as one word. */
export function withoutBeliefs(doc: Doc, chunks: Chunk[]): Chunk[] {
  if (!rowHas(doc, chunks, SAY)) return chunks;
  for (let k = 2; k < chunks.length - 1; k++) {
    const apart = isSetOff(doc, chunks, k);
    if (!apart && !isBelief(doc, chunks, k)) continue;
    const end = apart ? endOfAside(chunks, k) : endOfBelief(doc, chunks, k);
    if (end < 0) continue;
    const whole: Chunk = { ...chunks[k], kind: 'word', end: chunks[end - 1].end, node: null, finite: false };
    chunks.splice(k, end - k, whole);
  }
  return chunks;
}

/** "that a man in his thirties, | is thought to be insane, | stabbed": set off by commas behind an indefinite subject of a clause that goes on. */
function isSetOff(doc: Doc, chunks: readonly Chunk[], k: number): boolean {
  if (!isComma(chunks[k - 1]) || !isThought(doc, chunks[k])) return false;
  const end = endOfAside(chunks, k);
  if (end < 0) return false;
  if (isBeforeObject(doc, chunks, k, end)) return true;
  if (!chunks[end + 1].finite || hasConjunction(doc, chunks[end + 1].start)) return false;
  const that = chunks.findLastIndex((c, n) => n < k && c.kind === 'that');
  const subject = chunks[that + 1]?.noun ?? null;
  return that >= 0 && subject !== null && people.has(subject.kind) && !isDefinite(doc, subject.head);
}

/** "gunmen, thought to be of X, abducted | three": with the verb first, behind its indefinite subject and before its object. */
function isBeforeObject(doc: Doc, chunks: readonly Chunk[], k: number, end: number): boolean {
  const { noun } = chunks[k - 2];
  const verb = chunks[k - 3];
  if (noun === null || noun.count !== null || isDefinite(doc, noun.head)) return false;
  if (!people.has(noun.kind) && field(noun.node, 'means') !== 'yes') return false;
  if (verb === undefined || !verb.finite || !deeds.has(verb.kind)) return false;
  const { kind, bits, start } = chunks[end + 1];
  return (kind === 'noun' || kind === 'place') && bits === 0 && !hasConjunction(doc, start);
}

/** The comma that closes what is set off, or -1. */
function endOfAside(chunks: readonly Chunk[], k: number): number {
  for (let j = k + 1; j < chunks.length - 1 && j <= k + REACH; j++) if (isComma(chunks[j])) return j;
  return -1;
}

const isComma = ({ kind, mark }: Chunk): boolean => kind === 'mark' && mark === 'comma';

/** "is thought", said by nobody. */
function isThought(doc: Doc, { kind, finite, node, start }: Chunk): boolean {
  if (kind !== 'say' || !finite || node === null || hasConjunction(doc, start)) return false;
  const features = featuresOf(node);
  if (features?.tense !== 'present' || features.gender !== 'm' || features.number === 'du') return false;
  const sense = senseOf(node);
  return sense !== null && cueSense(sense).stance === 'probable';
}

/** "is thought" behind an indefinite subject whose verb stands before it. */
function isBelief(doc: Doc, chunks: readonly Chunk[], k: number): boolean {
  if (!isThought(doc, chunks[k])) return false;
  const { noun, end } = chunks[k - 1];
  if (noun === null || end !== chunks[k].start || isDefinite(doc, noun.head)) return false;
  // "aircraft thought to be of X launched | raids"
  const flies = deeds.has(chunks[k - 2].kind) && chunks[k - 2].finite && field(noun.node, 'category') === 'aircraft';
  if (!people.has(noun.kind) && !flies) return false;
  // "that gunmen | whose membership of X is thought | attacked"
  if (chunks[k - 2].kind === 'that' || chunks[k - 2].kind === 'contrast')
    return chunks[k + 1].noun?.kind === 'other' || (chunks[k + 1].kind === 'case' && chunks[k + 2]?.noun?.kind === 'other');
  for (let m = k - 2; m >= 0 && m >= k - 1 - VERB; m--) {
    if (deeds.has(chunks[m].kind)) return chunks[m].finite;
    if (chunks[m].kind === 'mark' || chunks[m].kind === 'that') return false;
  }
  return false;
}

/** Where the belief that begins at chunk `k` ends; -1 where it names nobody or the clause does not go on behind it. */
function endOfBelief(doc: Doc, chunks: readonly Chunk[], k: number): number {
  let tied = false;
  let named = 0;
  for (let j = k + 1; j < chunks.length && j <= k + REACH; j++) {
    const { kind, bits, start, finite } = chunks[j];
    if (ties.has(kind)) {
      tied = kind === 'case' || kind === 'rank';
      continue;
    }
    // "that they belong to"
    if (kind === 'verb' && finite && named === 0 && chunks[j - 1].kind === 'that') continue;
    const own = named === 0 || tied || (bits & (BI | LI | KA)) !== 0 || hasConjunction(doc, start);
    // "whose part in | the attack | is suspected"
    if (kind === 'event' && !finite && tied && !hasConjunction(doc, start)) {
      tied = false;
      continue;
    }
    if ((kind === 'noun' || kind === 'place') && own) {
      named++;
      tied = false;
      continue;
    }
    const goesOn =
      (kind === 'noun' && chunks[j].noun !== null) || ((kind === 'event' || kind === 'light') && !hasConjunction(doc, start));
    return named > 0 && goesOn ? j : -1;
  }
  return -1;
}
