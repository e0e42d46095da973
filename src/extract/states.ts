/** "twelve people are still | missing", "thirty pupils were | held in a wood": the word behind "still" or "was" and its subject says what has become of it. */
import type { Outcome } from '../claim/reading.ts';
import { BI, KA, LI } from '../lexicon/analyze.ts';
import type { Node } from '../rules/node.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { NounPhrase } from './noun-parts.ts';
import { isPeople } from './parties.ts';
import { featuresOf, field, hasConjunction, isDefinite, nodeOf } from './words.ts';

/** `word`: token of the state; `who`: the people without it; `last`: the last chunk of both. */
export type State = { outcome: Outcome; word: number; who: NounPhrase; last: number };

/** Those who can be in such a state for long; who is dead or hurt is told of otherwise. */
const lasting: ReadonlySet<string> = new Set(['missing', 'detained', 'abducted', 'captured']);

export function stateAt(doc: Doc, chunks: readonly Chunk[], k: number): State | null {
  const { noun, kind, bits } = chunks[k];
  if (k === 0 || kind !== 'noun' || noun === null || !(isPeople(noun) || noun.kind === 'number')) return null;
  if (bits & (BI | LI | KA) || !goesOn(doc, chunks[k - 1])) return null;
  const next = chunks[k + 1];
  if (next?.kind === 'noun' && next.start === noun.end && next.noun?.kind === 'outcome' && next.noun.count === null) {
    const node = stateOf(doc, next.noun.head);
    if (node !== null) return { outcome: outcomeOf(node), word: next.noun.head, who: noun, last: k + 1 };
  }
  const word = noun.end - 1;
  const node = word > noun.head && word > noun.start ? stateOf(doc, word) : null;
  return node === null || noun.count === null
    ? null
    : { outcome: outcomeOf(node), word, who: { ...noun, end: word, countedEnd: Math.min(noun.countedEnd, word) }, last: k };
}

/** "was", "is still" */
const goesOn = (doc: Doc, { kind, start }: Chunk): boolean => kind === 'was' || nodeOf(doc, start, 'not-negation') !== null;

/** An indefinite word, not a singular of a noun ("a hostage"), that says what befell people. */
function stateOf(doc: Doc, i: number): Node<any> | null {
  if (isDefinite(doc, i) || hasConjunction(doc, i) || doc.info[i].pronoun !== null) return null;
  const node = nodeOf(doc, i, 'outcome');
  if (node === null || !lasting.has(field(node, 'value') ?? '')) return null;
  const features = featuresOf(node);
  return features?.number === 'sg' && features.state !== 'accusative' && features.gender === 'm' ? null : node;
}

const outcomeOf = (node: Node<any>): Outcome => field(node, 'value') as Outcome;
