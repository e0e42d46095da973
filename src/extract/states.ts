/** "twelve people are still | missing", "dozens are still | trapped", "thirty pupils were | held in a wood": the word behind "still" or "was" and its subject says what has become of it. */
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

/** How somebody is found. */
const harms: ReadonlySet<string> = new Set(['killed', 'injured']);

/** "came upon | the youth X | dead": "on" and a verb of finding stand before them. */
function isFound(doc: Doc, chunks: readonly Chunk[], k: number): boolean {
  if (chunks[k - 1].kind !== 'case' || chunks[k - 1].mark !== 'on') return false;
  for (let j = k - 2; j >= 0 && k - j < FAR; j--) {
    const { kind, finite, start, mark } = chunks[j];
    if (finite) return field(nodeOf(doc, start, 'verb'), 'finds') === 'yes';
    if (kind !== 'noun' && kind !== 'date' && kind !== 'word' && kind !== 'case' && !(kind === 'mark' && mark === 'comma'))
      return false;
  }
  return false;
}
/** How far behind its verb "on" may stand, in chunks. */
const FAR = 8;

export function stateAt(doc: Doc, chunks: readonly Chunk[], k: number): State | null {
  const { noun, kind, bits } = chunks[k];
  if (k === 0 || kind !== 'noun' || noun === null || !(isPeople(noun) || noun.kind === 'number')) return null;
  const found = isFound(doc, chunks, k);
  if (bits & (BI | LI | KA) || !(found || goesOn(doc, chunks[k - 1]))) return null;
  const next = chunks[k + 1];
  if (next?.kind === 'noun' && next.start === noun.end && next.noun?.kind === 'outcome' && next.noun.count === null) {
    const node = stateOf(doc, next.noun.head, found);
    if (node !== null) return { outcome: outcomeOf(node), word: next.noun.head, who: noun, last: k + 1 };
  }
  const word = noun.end - 1;
  const node = word > noun.head && word > noun.start ? stateOf(doc, word, found) : null;
  return node === null || noun.count === null
    ? null
    : { outcome: outcomeOf(node), word, who: { ...noun, end: word, countedEnd: Math.min(noun.countedEnd, word) }, last: k };
}

/** "was", "is still" */
const goesOn = (doc: Doc, { kind, start }: Chunk): boolean => kind === 'was' || nodeOf(doc, start, 'not-negation') !== null;

/** An indefinite word, not a singular of a noun ("a hostage"), that says what befell people. */
function stateOf(doc: Doc, i: number, found: boolean): Node<any> | null {
  if (isDefinite(doc, i) || hasConjunction(doc, i) || doc.info[i].pronoun !== null) return null;
  const node = nodeOf(doc, i, 'outcome');
  const what = field(node, 'value') ?? '';
  if (node === null || !(lasting.has(what) || field(node, 'stuck') === 'yes' || (found && harms.has(what)))) return null;
  const features = featuresOf(node);
  return features?.number === 'sg' && features.state !== 'accusative' && features.gender === 'm' ? null : node;
}

const outcomeOf = (node: Node<any>): Outcome => field(node, 'value') as Outcome;

/** "(wounded) in grave states": how those counted before are, and no others. */
export const isInState = (doc: Doc, chunks: readonly Chunk[], k: number): boolean => {
  const { noun, bits } = chunks[k];
  if (noun?.kind !== 'outcome' || noun.count !== null || noun.definite) return false;
  if (field(nodeOf(doc, noun.head, 'thing'), 'condition') !== 'yes') return false;
  const before = chunks[k - 1];
  return (bits & BI) !== 0 || (before?.kind === 'case' && before.mark === 'in');
};
