/**
 * Clauses behind a deed that say who did it without a verb of doing: "an attack ascribed to X", "a mine of the planting of X", "behind
 * which X stands", "which X is suspected of having carried out", "which Y accuses X of carrying out".
 */
import { BI, KA, LI } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { isMachine } from './next-object.ts';
import type { NounPhrase } from './noun-parts.ts';
import { coordinated, isForce } from './parties.ts';
import { cueSense, eventSense, lightSense } from './senses.ts';
import { featuresOf, field, hasConjunction, nodeOf, senseOf } from './words.ts';

export type DoerClause = { nouns: NounPhrase[]; last: number };

/** The clause that begins at chunk `j`, right behind a deed; null where it tells of no doer. */
export function doerClause(doc: Doc, chunks: readonly Chunk[], j: number): DoerClause | null {
  return (
    cameUnder(doc, chunks, j) ??
    firedInIt(doc, chunks, j) ??
    ascribed(doc, chunks, j) ??
    standsBehind(doc, chunks, j) ??
    suspected(doc, chunks, j) ??
    accused(doc, chunks, j)
  );
}

/** Somebody who may have done it; aircraft and guns where the words say so. */
export function doersAt(doc: Doc, chunks: readonly Chunk[], at: number, machines = false): DoerClause | null {
  const chunk = chunks[at];
  if (chunk?.kind !== 'noun' || chunk.noun === null || chunk.bits & (BI | KA)) return null;
  if (
    !isForce(doc, chunk.noun) &&
    chunk.noun.kind !== 'person' &&
    chunk.noun.actor === null &&
    !(machines && isMachine(chunk.noun))
  )
    return null;
  return coordinated(doc, chunks, at, null);
}

/** "(the shelling) to which the town came under at the hands of X". */
function cameUnder(doc: Doc, chunks: readonly Chunk[], j: number): DoerClause | null {
  const { kind, finite, node, start } = chunks[j];
  const sense = kind === 'light' && finite && !hasConjunction(doc, start) ? senseOf(node) : null;
  if (sense === null || lightSense(sense).subject !== 'recipient' || chunks[j + 1]?.kind !== 'pronoun') return null;
  for (let m = j + 2; m < chunks.length && m <= j + REACH; m++) {
    if (chunks[m].kind === 'agent') return doersAt(doc, chunks, m + 1);
    if (!told.has(chunks[m].kind)) return null;
  }
  return null;
}

/** "(an attack) in which | X | fired 20 rockets": who stands between the pronoun of the deed and the weapon. */
function firedInIt(doc: Doc, chunks: readonly Chunk[], j: number): DoerClause | null {
  const [verb, link, doer, arms] = chunks.slice(j, j + 4);
  if (arms === undefined || !verb.finite || hasConjunction(doc, verb.start) || doer.bits & (BI | LI | KA)) return null;
  if (
    link.kind !== 'case' ||
    (link.mark !== 'in' && link.mark !== 'during') ||
    doc.info[link.start].pronoun?.startsWith('3') !== true
  )
    return null;
  if (
    doer.noun === null ||
    (doer.kind !== 'noun' && doer.kind !== 'place') ||
    (doer.kind === 'place' && doer.noun.actor === null)
  )
    return null;
  if (doer.noun.kind === 'thing' || (!isForce(doc, doer.noun) && doer.noun.actor === null)) return null;
  const weapon = arms.kind === 'noun' && arms.noun?.kind === 'thing' && field(arms.noun.node, 'means') === 'yes';
  return weapon && arms.noun!.start === doer.end ? { nouns: [doer.noun], last: j + 2 } : null;
}

/** How many chunks may stand before the agent, and what they may be. */
const REACH = 7;
const told: ReadonlySet<string> = new Set(['noun', 'place', 'date', 'word', 'case']);

/** "a mine | of | the planting | of X". */
export function ofMaking(doc: Doc, chunks: readonly Chunk[], j: number): DoerClause | null {
  const { kind, mark, start } = chunks[j];
  if (kind !== 'case' || mark !== 'from' || doc.info[start].pronoun !== null || chunks[j + 1]?.finite !== false) return null;
  const making = chunks[j + 1].start;
  if (doc.bits[making] !== 0 || doc.info[making].pronoun !== null || chunks[j + 1].end !== making + 1) return null;
  const makes = doc.at[making].some((node) => {
    const sense = node.kind === 'event' && featuresOf(node)?.pos === 'masdar' ? senseOf(node) : null;
    return sense !== null && laid.has(eventSense(sense).types[0]);
  });
  return makes ? doersAt(doc, chunks, j + 2) : null;
}
const laid: ReadonlySet<string> = new Set(['mine', 'bombing']);

/** "ascribed to X", as a verb or as an adjective of the deed. */
function ascribed(doc: Doc, chunks: readonly Chunk[], j: number): DoerClause | null {
  const { kind, start, node } = chunks[j];
  const blame = nodeOf(doc, start, 'blame');
  const says = kind === 'say' && field(node, 'ascribes') === 'yes';
  const adjective = blame !== null && featuresOf(blame)?.pos === 'adjective';
  if ((!says && !adjective) || (adjective && field(blame, 'on') !== 'to') || hasConjunction(doc, start)) return null;
  let to = j + 1;
  while (chunks[to]?.kind === 'word' || chunks[to]?.kind === 'date') to++;
  const link = chunks[to];
  if (link === undefined) return null;
  if (link.kind === 'case' && link.mark === 'to') return doersAt(doc, chunks, to + 1);
  return link.bits & LI ? doersAt(doc, chunks, to) : null;
}

/** "behind(it)" */
const isBehindIt = (doc: Doc, chunk: Chunk | undefined): boolean =>
  chunk?.kind === 'case' && field(chunk.node, 'behind') === 'yes' && doc.info[chunk.start].pronoun !== null;

/** "behind which X stands": the verb, the preposition with its pronoun, the doer. */
function standsBehind(doc: Doc, chunks: readonly Chunk[], j: number): DoerClause | null {
  const { kind, start } = chunks[j];
  if ((kind !== 'verb' && kind !== 'was') || hasConjunction(doc, start) || !isBehindIt(doc, chunks[j + 1])) return null;
  return doersAt(doc, chunks, j + 2);
}

/** "which it is thought that X carried out", "... that X stands behind". */
function suspected(doc: Doc, chunks: readonly Chunk[], j: number): DoerClause | null {
  const { kind, node, finite, start } = chunks[j];
  const sense = kind === 'say' && finite && !hasConjunction(doc, start) ? senseOf(node) : null;
  if (sense === null || cueSense(sense).stance !== 'probable') return null;
  const that = chunks[j + 1]?.kind === 'that' ? j + 1 : chunks[j + 2]?.kind === 'that' ? j + 2 : -1;
  // "which it is thought that it was | by X"
  if (that >= 0 && chunks[that + 1]?.kind === 'agent') return doersAt(doc, chunks, that + 2, true);
  const doers = that < 0 ? null : doersAt(doc, chunks, that + 1);
  if (doers === null) return null;
  const verb = chunks[doers.last + 1];
  if (verb === undefined || !verb.finite || hasConjunction(doc, verb.start)) return null;
  if (doesIt(doc, verb)) return { nouns: doers.nouns, last: doers.last + 1 };
  return isBehindIt(doc, chunks[doers.last + 2]) ? { nouns: doers.nouns, last: doers.last + 2 } : null;
}

/** "carried it out", "its carrying out", "fired them". */
export function doesIt(doc: Doc, { kind, node, start }: Chunk): boolean {
  const sense = kind === 'light' && doc.info[start].pronoun !== null ? senseOf(node) : null;
  return sense !== null && lightSense(sense).subject === 'actor';
}

/** "which (Y) accuses X of carrying out": with one party named it is the accused, whatever the verb looks like. */
export function accused(doc: Doc, chunks: readonly Chunk[], j: number): (DoerClause & { accuser: NounPhrase | null }) | null {
  const { kind, node, finite, start } = chunks[j];
  const sense = kind === 'say' && finite && !hasConjunction(doc, start) ? senseOf(node) : null;
  if (sense === null || !cueSense(sense).accuses || doc.info[start].pronoun !== null) return null;
  const first = doersAt(doc, chunks, j + 1) ?? speakerAt(chunks, j + 1);
  if (first === null) return null;
  const at = deedOf(doc, chunks, first.last + 1);
  // "Y laid the responsibility for it | on X"
  const laid = at > 0 && ((chunks[at + 1]?.bits ?? 0) & LI) !== 0 ? doersAt(doc, chunks, at + 1) : null;
  if (laid !== null) return { ...laid, accuser: first.nouns[0] };
  const second = at > 0 ? null : doersAt(doc, chunks, first.last + 1);
  const { nouns, last } = second ?? first;
  const deed = deedOf(doc, chunks, last + 1);
  return deed < 0 ? null : { nouns, last: deed, accuser: second === null ? null : first.nouns[0] };
}

/** Who accuses: an office, a speaker. */
function speakerAt(chunks: readonly Chunk[], at: number): DoerClause | null {
  const { kind, noun, bits } = chunks[at] ?? { kind: 'mark', noun: null, bits: 0 };
  return kind === 'noun' && noun !== null && !(bits & (BI | LI | KA)) && noun.kind === 'source'
    ? { nouns: [noun], last: at }
    : null;
}

/** "of carrying it out", "of standing behind it", "of the responsibility for it": the last chunk of what begins at `at`; -1 elsewhere. */
export function deedOf(doc: Doc, chunks: readonly Chunk[], at: number): number {
  const chunk = chunks[at];
  if (chunk === undefined || chunk.finite) return -1;
  // "held X for responsible of it"
  if (chunk.kind === 'responsibility' && doc.info[chunk.start].pronoun !== null) return at;
  if ((chunk.bits & BI) === 0) return -1;
  if (doesIt(doc, chunk)) return at;
  const link = chunks[at + 1];
  const tied = link?.kind === 'case' && doc.info[link.start].pronoun !== null;
  return tied && (isBehindIt(doc, link) || chunk.kind === 'responsibility' || nodeOf(doc, chunk.start, 'part') !== null)
    ? at + 1
    : -1;
}
