/**
 * Deeds that stand behind a word of allowing, urging, ordering, planning, needing, hindering, failing or charging: "agreed to the shelling of", "was trained to
 * storm", "failed to enter", "the charge of killing". They are told as meant, not as done.
 */
import { BI, LI } from '../lexicon/analyze.ts';
import { fieldsOf } from '../lexicon/lexicon.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import { itemAt } from './item-at.ts';
import { isBesideTry } from './tried.ts';
import { featuresOf, field, hasConjunction, nodeOf, senseOf } from './words.ts';

/** How many chunks may stand between the word and what it governs. */
const REACH = 8;

/** The kind of the word that governs the deed, or null. */
export function governorOf(doc: Doc, chunks: readonly Chunk[], h: Happening): string | null {
  let at = h.light >= 0 && h.light < h.chunk ? h.light : h.chunk;
  const undone = h.types[0] === 'agreement' && field(chunks[at].node, 'repels') === 'yes';
  if (at === h.light && (undone || (chunks[at].finite && foiled.has(h.types[0])))) {
    // "foiled | the army | the capture of", "for the foiling of | the truce": the verb that carries it hinders it
    const hinders = governorAt(doc, chunks, h.chunk, 'object');
    if (hinders !== null) return hinders;
  }
  if (chunks[at].finite)
    return itemAt(chunks, at - 1)?.kind === 'that' && isPresent(chunks[at]) ? governorAt(doc, chunks, at - 1, 'that') : null;
  // "to storm the buildings and free the hostages"
  for (let n = 0; n < 2 && hasConjunction(doc, chunks[at].start); n++) {
    const first = joinedTo(doc, chunks, at);
    if (first < 0) return null;
    at = first;
  }
  const before = itemAt(chunks, at - 1);
  if (before?.kind === 'case' && doc.info[before.start].pronoun === null) return governorAt(doc, chunks, at - 1, before.mark);
  if (before?.kind === 'was' || before?.kind === 'pronoun') return isAim(doc, chunks, at - 1) ? 'plan' : null;
  const { bits } = chunks[at];
  return governorAt(doc, chunks, at, bits & BI ? 'bi' : bits & LI ? 'li' : 'object');
}

/** The kind of the word that governs a clause which begins with the "that" at a chunk. */
export const governorOfClause = (doc: Doc, chunks: readonly Chunk[], that: number): string | null =>
  governorAt(doc, chunks, that, 'that');

/** "the army nearly shot": the kind of the verb that takes another one right behind it or behind its subject. */
export const governorOfVerb = (doc: Doc, chunks: readonly Chunk[], verb: number): string | null =>
  governorAt(doc, chunks, verb, 'verb');

/** "the main aim | was | the killing of", "the aim | of the raid | is | the killing of": what was aimed at is told of before "is". */
function isAim(doc: Doc, chunks: readonly Chunk[], is: number): boolean {
  for (let k = is - 1; k >= 0 && k >= is - REACH; k--) {
    const { kind, start, finite } = chunks[k];
    if (finite || kind === 'that' || kind === 'relative' || kind === 'mark') return false;
    const node = kind === 'noun' || kind === 'word' ? nodeOf(doc, start, 'governor') : null;
    if (node !== null)
      return featuresOf(node)?.pos === 'noun' && field(node, 'kind') === 'plan' && chunks[k - 1]?.kind !== 'case';
  }
  return false;
}

/** What is not begun where it is hindered; an attack that is beaten back was one. */
const foiled: ReadonlySet<string> = new Set(['territory', 'killing', 'execution', 'abduction', 'detention', 'displacement']);

/** The verbal noun that the joined one goes on with, or -1. */
export function joinedTo(doc: Doc, chunks: readonly Chunk[], at: number): number {
  let beside = false;
  for (let k = at - 1; k >= 0 && k >= at - REACH; k--) {
    const { kind, finite } = chunks[k];
    // "the foiling of | an attempt to steal in | and the killing of": joined to the foiling
    if (isBesideTry(doc, chunks, k, at)) {
      beside = true;
      continue;
    }
    if (kind === 'unreal' && beside) continue;
    if (kind === 'event' || kind === 'light') return finite ? -1 : k;
    if (
      kind !== 'noun' &&
      kind !== 'place' &&
      kind !== 'word' &&
      kind !== 'case' &&
      kind !== 'date' &&
      chunks[k].mark !== 'comma'
    )
      return -1;
  }
  return -1;
}

/** The governor before chunk `at` that takes its object in this way. */
function governorAt(doc: Doc, chunks: readonly Chunk[], at: number, tie: string): string | null {
  for (let k = at - 1; k >= 0 && k >= at - REACH; k--) {
    const { start, end, kind, finite, mark } = chunks[k];
    for (let i = end - 1; i >= start; i--) {
      for (const node of doc.at[i]) {
        if (node.kind !== 'governor' || node.word === null || !node.word.exact) continue;
        const verbal = featuresOf(node)?.pos === 'verb';
        // a noun stands beside what it governs; a verb may have its subject between
        if (verbal ? kind !== 'verb' && !finite : i !== chunks[at].start - 1) continue;
        const sense = senseOf(node)!;
        if (!fieldsOf(sense, 'takes').includes(tie)) continue;
        // "did not cease from | shelling": it goes on
        if (finite && chunks[k - 1]?.kind === 'negation' && field(node, 'ceases') === 'yes') return null;
        const [of] = fieldsOf(sense, 'of');
        if (of === 'plan' && !isPlan(doc, chunks, k)) continue;
        // "the court ruled the hanging of"; of others the verb means that they died
        if (of === 'court' && !chunks.slice(k + 1, at).some((c) => isCourt(doc, c))) continue;
        const [made] = fieldsOf(sense, 'kind');
        // "did not stop | shelling", "did not fail to enter"
        if (made === 'failure' && chunks[k].finite && chunks[k - 1]?.kind === 'negation') return null;
        return made ?? null;
      }
    }
    if (
      finite ||
      (barriers.has(kind) && !(kind === 'event' && isPlanAt(doc, chunks[k]))) ||
      (kind === 'mark' && mark !== 'comma' && mark !== 'quote' && mark !== 'open' && mark !== 'close')
    )
      return null;
  }
  return null;
}

/** "the proposal includes", "includes the proposal": a plan before or behind its verb. */
function isPlan(doc: Doc, chunks: readonly Chunk[], verb: number): boolean {
  for (const k of [verb - 1, verb + 1, verb - 2]) {
    if (chunks[k] !== undefined && isPlanAt(doc, chunks[k])) return true;
  }
  return false;
}

function isPlanAt(doc: Doc, { start, end }: Chunk): boolean {
  for (let i = start; i < end; i++) if (nodeOf(doc, i, 'plan') !== null) return true;
  return false;
}

const isCourt = (doc: Doc, { start }: Chunk): boolean => field(nodeOf(doc, start, 'source'), 'court') === 'yes';

const barriers: ReadonlySet<string> = new Set([
  'event',
  'light',
  'that',
  'relative',
  'say',
  'result',
  'cause',
  'contrast',
  'reset',
  'agent',
]);

const isPresent = ({ finite, node }: Chunk): boolean => finite && node !== null && featuresOf(node)?.tense === 'present';
