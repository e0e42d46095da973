/** Whom and what a deed reached: "a wave of arrests (that) reached 20 activists", "shelling (that) reached a school", "reached | the raids | a depot". */
import { BI, KA, LI } from '../lexicon/analyze.ts';
import { walk } from './arguments.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { type Happening, takes } from './happening.ts';
import type { NounPhrase } from './noun-parts.ts';
import { coordinated, isForce, isPeople, isPlaceLike } from './parties.ts';
import { thingTakenUp } from './resumed.ts';
import { attackTypes } from './senses.ts';
import { facility } from './sites.ts';
import { field, hasConjunction, nodeOf } from './words.ts';

/** How many chunks may stand between a verbal noun and the verb that reaches somebody. */
const REACH = 4;

/** The verb that reaches somebody, behind another deed joined to the first and where it was ("arrests and raids in X that reached 20 people"); -1 without one. */
export function leadsToReach(doc: Doc, chunks: readonly Chunk[], j: number): number {
  for (let m = j; m < chunks.length && m <= j + REACH; m++) {
    const { kind, finite, start, mark } = chunks[m];
    if (reaches(doc, chunks[m])) return m;
    const deed = kind === 'event' && !finite && hasConjunction(doc, start);
    const small = kind === 'case' || kind === 'place' || kind === 'word' || kind === 'date' || kind === 'relative';
    if (!deed && !small && !(kind === 'mark' && mark === 'comma')) return -1;
  }
  return -1;
}

export const reaches = (doc: Doc, chunk: Chunk | undefined): boolean =>
  chunk?.finite === true &&
  field(chunk.node, 'reaches') === 'yes' &&
  !hasConjunction(doc, chunk.start) &&
  doc.info[chunk.start].pronoun === null;

/** "a wave of arrests (that) reached 20 activists": behind the verb stand those it happened to. */
export function reached(doc: Doc, chunks: readonly Chunk[], j: number, h: Happening, used: Uint8Array): boolean {
  const theirs =
    h.outcome !== null && takes.has(h.outcome) && h.actors.length === 0 && h.recipients.every((r) => isForce(doc, r));
  // "an operation | aimed at | a leader"; "raids and arrests | aimed at youths" tells whom the arrests reached
  const raided = field(chunks[j].node, 'raids') === 'yes' && !chunks.slice(h.chunk + 1, j).some(({ kind }) => kind === 'event');
  if ((h.outcome === null && !raided) || !(h.recipients.length === 0 || theirs) || !subjectAt(chunks, j + 1, used)) return false;
  const { nouns, last } = coordinated(doc, chunks, j + 1, used);
  const some = nouns[0].kind === 'title' || (nouns[0].kind === 'person' && !isForce(doc, nouns[0]));
  if ((nouns[0].count === null && !some && !raided) || !(isPeople(nouns[0]) || nouns[0].actor !== null)) return false;
  // "the arrests of X (that) reached reporters": whose arrests they are
  if (h.recipients.length > 0) h.actors.push(...h.recipients.splice(0));
  h.recipients.push(...nouns);
  h.light = j;
  h.rules.push('event.reached');
  h.until = walk(doc, chunks, last, h, used, true).until;
  return true;
}

/** "reached | the arrests | 12 youths": the verb stands before the deed, and those it reached behind both; no doers of it. */
export function reachedBefore(doc: Doc, chunks: readonly Chunk[], k: number, h: Happening, used: Uint8Array): boolean {
  const verb = chunks[k - 1];
  if (h.outcome === null || !verb?.finite || field(verb.node, 'reaches') !== 'yes') return false;
  if (doc.info[verb.start].pronoun !== null) return false;
  const at = h.actors.findIndex(({ start, count }) => start >= h.end && count !== null);
  if (at < 0) return reached(doc, chunks, k, h, used);
  h.recipients.push(...h.actors.splice(at));
  h.rules.push('event.reached');
  return true;
}

export const subjectAt = (chunks: readonly Chunk[], at: number, used: Uint8Array): boolean => {
  const chunk = chunks[at];
  return chunk !== undefined && !used[at] && chunk.kind === 'noun' && chunk.noun !== null && (chunk.bits & (BI | LI | KA)) === 0;
};

/** "shelling (that) reached | a school and a house": behind the verb stands what the attack hit. */
export function hits(doc: Doc, chunks: readonly Chunk[], j: number, h: Happening, used: Uint8Array): boolean {
  if (h.outcome !== null || !attackTypes.has(h.types[0]) || h.recipients.some((r) => r.start > h.end)) return false;
  const found = walk(doc, chunks, j, h, used, false);
  // "reached the villages of A, B and | C": behind a place stands rather the next one
  const placed = found.direct.length > 0 && chunks.slice(j + 1, found.directAt[0]).some((c) => c.kind === 'place');
  const target = (found.direct[0] ?? []).filter((n) => isHit(doc, n) && (!placed || field(n.node, 'target') === 'yes'));
  if (target.length > 0) {
    if (isPlaceLike(doc, target[0])) facility(h, target[0], 'at');
    else h.recipients.push(...target);
  }
  h.light = j;
  h.until = found.until;
  h.rules.push('event.reached');
  return true;
}

/** People, forces, and things that are no places; a word that no list holds is rather the next of the places. */
export const isHit = (doc: Doc, { kind, node, head, actor }: NounPhrase): boolean =>
  actor !== null ||
  kind === 'person' ||
  kind === 'outcome' ||
  kind === 'title' ||
  (kind === 'thing' && (field(node, 'target') === 'yes' || nodeOf(doc, head, 'place-class') === null));

/** "reached | the raids | a depot": the verb stands before the attack, and what it hit behind both. */
export function attackReached(doc: Doc, chunks: readonly Chunk[], k: number, h: Happening): boolean {
  return isBehindReach(chunks, k, h) && doc.info[chunks[k - 1].start].pronoun === null;
}

/** "reached | the raids": an attack without a preposition, right behind the verb. */
const isBehindReach = (chunks: readonly Chunk[], k: number, { outcome, types }: Happening): boolean =>
  outcome === null &&
  attackTypes.has(types[0]) &&
  chunks[k - 1]?.finite === true &&
  field(chunks[k - 1].node, 'reaches') === 'yes' &&
  (chunks[k].bits & (BI | LI | KA)) === 0;

/** "in a school | that | reached(it) | the shelling": the thing that the pronoun on the verb takes up. */
export function reachedThing(doc: Doc, chunks: readonly Chunk[], k: number, h: Happening): NounPhrase | null {
  return isBehindReach(chunks, k, h) && h.recipients.length === 0 ? thingTakenUp(doc, chunks, k - 1) : null;
}
