/** "(he) fell dead": the dead in the accusative, beside a verb of falling, say what somebody became and are nobody else. */
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import {
  attachedPreposition,
  featuresOf,
  field,
  hasConjunction,
  isDefinite,
  isFiniteVerb,
  markAt,
  nodeAmong,
  nodeOf,
} from './words.ts';

/** One dead in the accusative, without article or pronoun. */
function isFallen(doc: Doc, t: number): boolean {
  const outcome = t < doc.length && doc.bits[t] === 0 ? nodeOf(doc, t, 'outcome') : null;
  if (outcome === null || outcome.end !== t + 1 || field(outcome, 'value') !== 'killed' || doc.info[t].pronoun !== null)
    return false;
  const features = featuresOf(outcome);
  return features?.state === 'accusative' && features.number === 'sg' && !isDefinite(doc, t);
}

/** "fell": a finite verb by every reading of its letters. */
const isVerbAlone = (doc: Doc, t: number): boolean =>
  isFiniteVerb(doc, t) && doc.at[t].every((n) => n.word === null || featuresOf(n)?.pos === 'verb');

/** "Ahmad Ali | dead", "Ahmad Ali | fell": no part of the name before it. */
export const tellsHowOneFell = (doc: Doc, t: number): boolean => isFallen(doc, t) || isVerbAlone(doc, t);

/** How many chunks behind the verb it may stand. */
const REACH = 5;

/** "fell | dead | by bullets of the army | the youth X", "the youth X fell | dead": behind the verb, in its clause. */
export function saysHowOneFell(doc: Doc, i: number, before: readonly Chunk[]): boolean {
  if (!isFallen(doc, i)) return false;
  for (let k = before.length - 1; k >= 0 && k >= before.length - REACH; k--) {
    const { kind, finite, node } = before[k];
    if (finite)
      return kind === 'event' && field(node, 'as-dead') === 'yes' && (isNamedBefore(before, k) || isNamedBehind(doc, i + 1));
    if (kind === 'mark' || kind === 'that' || kind === 'relative') return false;
  }
  return false;
}

/** Somebody stands right before the verb at chunk `k`, or between it and the word. */
const isNamedBefore = (before: readonly Chunk[], k: number): boolean =>
  before[k - 1]?.noun != null ||
  before.slice(k + 1).some((c, n) => c.kind === 'noun' && (n === 0 || before[k + n].kind !== 'case'));

/** "(fell dead) by bullets of the army | the youth X": somebody whom nothing governs, behind the word and before any mark. */
function isNamedBehind(doc: Doc, from: number): boolean {
  for (let t = from; t < Math.min(doc.length, from + AHEAD); t++) {
    if (markAt(doc, t) !== '') return false;
    const governed =
      t > from && (governs.some((kind) => nodeOf(doc, t - 1, kind) !== null) || attachedPreposition(doc, t - 1) !== 0);
    if (governed || attachedPreposition(doc, t) !== 0 || hasConjunction(doc, t) || nodeAmong(doc, t, people) === null) continue;
    return t + 1 >= doc.length || markAt(doc, t + 1) !== 'slash';
  }
  return false;
}
const AHEAD = 10;
const governs = ['case', 'agent', 'cause', 'event'] as const;
const people: ReadonlySet<string> = new Set(['person', 'title', 'given-name', 'kunya', 'outcome']);
