/**
 * Deeds whose verb is only supposed: "may lead to fighting", "if the army goes back to shelling", "for fear that X launch an attack", "nearly shot". The verb that
 * carries a deed or brings it about is followed back to the word that says whether it took place.
 */
import { LI, SA } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { isExpectedBeside } from './expected-beside.ts';
import { canBe } from './forms.ts';
import { governorOfClause, governorOfVerb, joinedTo } from './governed.ts';
import type { Happening } from './happening.ts';
import { itemAt } from './item-at.ts';
import { eventSense } from './senses.ts';
import { featuresOf, field, hasConjunction, nodeOf, senseOf } from './words.ts';

/** How many chunks may stand between the verb and the deed that it brings about. */
const REACH = 8;

export type Supposed = 'future' | 'feared' | 'supposed' | 'negated' | null;

export function supposed(doc: Doc, chunks: readonly Chunk[], h: Happening): Supposed {
  if (isNoneAtAll(doc, chunks, h) || isAimDenied(chunks, h)) return 'negated';
  // "it is possible | to shell", "there was no way | to send"
  const first = carrierOf(h);
  const able = itemAt(chunks, first - 1);
  if (able?.kind === 'modal' && field(able.node, 'bare') === 'yes' && !isPresent(chunks[first]))
    return chunks[first - 2]?.kind === 'negation' || chunks[first - 3]?.kind === 'negation' ? 'negated' : 'future';
  // "without | carrying out | a raid"
  if (able?.kind === 'case' && able.mark === 'without' && !isPresent(chunks[first]) && first < h.chunk) return 'negated';
  if (isExpectedBeside(doc, chunks, first)) return 'feared';
  const v = verbOf(doc, chunks, h);
  if (v < 0) return null;
  const verb = chunks[v];
  // "there is no fighting"
  if (v !== h.chunk && verb.kind === 'event' && eventSense(senseOf(verb.node)!).stance === 'denied') return 'negated';
  if (verb.bits & SA) return 'future';
  const before = itemAt(chunks, v - 1);
  if (before === undefined) return null;
  // "the clashes did not stop": they go on, or will
  if (before.kind === 'negation' && v !== h.chunk && field(nodeOf(doc, verb.start, 'governor'), 'ceases') === 'yes')
    return field(before.node, 'time') === 'future' ? 'future' : null;
  // "did not lead | the raid | to": the raid itself took place
  if (before.kind === 'negation')
    return v === h.chunk || isPresumed(verb) || (verb.kind === 'result' && !chunks.slice(v, first).some((c) => c.kind === 'case'))
      ? null
      : 'negated';
  const that = before.kind === 'that';
  const link = chunks[that ? v - 2 : v - 1];
  if (link?.kind === 'modal' && (canBe(doc.info[link.start], 'future') || isPresent(verb))) return 'future';
  if (that && link?.kind === 'case' && link.mark === 'without') return 'negated';
  if (isIf(chunks, v)) return 'supposed';
  if (!isPresent(verb)) return isFearedToBe(chunks, v) ? 'feared' : null;
  if (that) return isFeared(chunks, v - 1) || governorOfClause(doc, chunks, v - 1) !== null ? 'feared' : null;
  if (before.kind === 'case' && before.mark === 'purpose') return 'supposed';
  return governorOfVerb(doc, chunks, v) === null ? null : 'feared';
}

/** "its fear | of that | be | the captives | killed": what may have been done. */
function isFearedToBe(chunks: readonly Chunk[], v: number): boolean {
  let w = v - 1;
  while (w > 1 && w > v - 5 && (chunks[w].kind === 'noun' || chunks[w].kind === 'modal')) w--;
  return chunks[w]?.kind === 'was' && chunks[w - 1]?.kind === 'that' && isFeared(chunks, w - 1);
}

/** "the shelling did not stop", "clashes that did not last long": negated or not, the verb tells of a deed that is there. */
export const isPresumed = ({ node }: Chunk): boolean => field(node, 'presumes') === 'yes';

/** The light word before the deed that carries it, or the deed itself. */
const carrierOf = (h: Happening): number => (h.light >= 0 && h.light < h.chunk ? h.light : h.chunk);

/** "recorded not any raid": a negation before "any". */
function isNoneAtAll(doc: Doc, chunks: readonly Chunk[], h: Happening): boolean {
  const at = carrierOf(h);
  if (chunks[at].finite || at < 2 || nodeOf(doc, chunks[at - 1].start, 'any') === null) return false;
  for (let k = at - 2; k >= 0 && k >= at - 6; k--) {
    const { kind, mark } = chunks[k];
    if (kind === 'negation' || (kind === 'case' && mark === 'without')) return true;
    if (kind === 'that' || kind === 'event' || kind === 'contrast' || kind === 'relative' || kind === 'mark') return false;
  }
  return false;
}

/** "our arms have not been raised | for the targeting of civilians": what a negated verb was not for. */
function isAimDenied(chunks: readonly Chunk[], h: Happening): boolean {
  if (h.finite || h.light >= 0 || !(chunks[h.chunk].bits & LI)) return false;
  for (let k = h.chunk - 1; k > 0 && k >= h.chunk - 3; k--) {
    const { kind, finite, mark } = chunks[k];
    if (finite) return kind === 'verb' && chunks[k - 1].kind === 'negation';
    if (kind !== 'noun' && kind !== 'date' && kind !== 'word' && !(kind === 'case' && mark === 'in')) return false;
  }
  return false;
}

/** The finite verb that the deed hangs on: its own, its light verb, or one that brings about what stands behind it; -1 when none does. */
function verbOf(doc: Doc, chunks: readonly Chunk[], h: Happening): number {
  let at = carrierOf(h);
  for (let n = 0; n < 2 && !chunks[at].finite && hasConjunction(doc, chunks[at].start); n++) {
    const first = joinedTo(doc, chunks, at);
    if (first < 0) return -1;
    at = first;
  }
  if (chunks[at].finite) return at;
  for (let k = at - 1; k >= 0 && k >= at - REACH; k--) {
    const chunk = chunks[k];
    // "there was not | the carrying out | of a raid"
    if (chunk.finite)
      return chunk.kind === 'result' || (chunk.kind === 'light' && k === at - 1 && at !== h.chunk) || realizes(doc, chunk)
        ? k
        : -1;
    if (!between.has(chunk.kind) && !(chunk.kind === 'mark' && aside.has(chunk.mark))) return -1;
  }
  return -1;
}

const between: ReadonlySet<string> = new Set(['noun', 'place', 'case', 'word', 'date', 'pronoun', 'light']);
const aside: ReadonlySet<string> = new Set(['quote', 'open', 'close', 'open-paren', 'close-paren']);

const realizes = (doc: Doc, { start }: Chunk): boolean => doc.at[start].some((node) => field(node, 'realizes') === 'yes');

/** "if", with the subject before its verb or not. */
function isIf(chunks: readonly Chunk[], v: number): boolean {
  for (let k = v - 1; k >= 0 && k >= v - 4; k--) {
    const { kind, finite } = chunks[k];
    if (kind === 'condition') return true;
    if (finite || (kind !== 'noun' && kind !== 'case' && kind !== 'word' && kind !== 'negation')) return false;
  }
  return false;
}

/** "for fear | that they kill them", "for fear | of | that", "was about | the army | to". */
export function isFeared(chunks: readonly Chunk[], that: number): boolean {
  let k = that - 1;
  while (k > 0 && k > that - 4 && (chunks[k]?.kind === 'case' || chunks[k]?.kind === 'noun')) k--;
  const before = chunks[k];
  if (before === undefined || (before.kind !== 'unreal' && before.kind !== 'verb')) return false;
  const kind = field(before.node, 'kind');
  return kind !== undefined && hopes.has(kind);
}

/** What is hoped, feared or meant: said of what has not come. */
export const hopes: ReadonlySet<string> = new Set([
  'attempt',
  'plan',
  'threat',
  'fear',
  'possibility',
  'purpose',
  'prevention',
  'intention',
]);

/** "may shell", "it is likely that they attack": the same small word before the past says that it was done. */
export const isPresent = ({ finite, node }: Chunk): boolean => finite && node !== null && featuresOf(node)?.tense === 'present';
