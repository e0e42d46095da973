/**
 * One number for people of two kinds: "588 officers and soldiers" (in Arabic a singular behind such a number), "nine women and children". The second word
 * counts nobody of its own.
 */
import type { Who } from '../claim/reading.ts';
import { BI, KA, LI } from '../lexicon/analyze.ts';
import type { Node } from '../rules/node.ts';
import type { Doc } from './doc.ts';
import type { NounPhrase } from './noun-parts.ts';
import { featuresOf, field, hasConjunction, isDefinite, isWord, nodeOf, strictOfToken } from './words.ts';

const ALIF = '\u0627';
const TA_MARBUTA = '\u0629';
const NOMINATIVE = '\u0648\u0646';
/** From so many on nobody counts one more beside them. */
const MANY = 100;

/** Takes the words joined to the counted one into its phrase, when the number counts them together. */
export function joinKinds(doc: Doc, np: NounPhrase, end: number): boolean {
  if (np.count === null || np.kind !== 'person' || np.node === null) return false;
  let last = np.node;
  let joined = false;
  while (np.end === last.end && last.end < end) {
    const next = nextKind(doc, last.end, end);
    if (next === null || !areCountedTogether(doc, np, last, next)) break;
    joined = true;
    np.end = np.countedEnd = next.end;
    last = next;
  }
  // "58 of the officers and the leaders | of the army (adjective)"
  if (joined && np.end < end && isDefinite(doc, np.head) && describesBoth(doc, np.end)) np.end++;
  return joined;
}

/** A word with its article, in the plural and of the same letters as one for people: behind two kinds of people it tells of what sort they are. */
const describesBoth = (doc: Doc, t: number): boolean =>
  isWord(doc, t) &&
  isDefinite(doc, t) &&
  !hasConjunction(doc, t) &&
  (doc.bits[t] & (BI | LI | KA)) === 0 &&
  doc.at[t].some(
    (n) =>
      n.end === t + 1 &&
      featuresOf(n)?.number === 'pl' &&
      (n.kind === 'person' || n.kind === 'nationality' || featuresOf(n)?.pos === 'adjective'),
  );

/** The word for people that is joined by "and" at token `t`; null before "one", "another", or a description of its own. */
function nextKind(doc: Doc, t: number, end: number): Node<any> | null {
  if (!isWord(doc, t) || !hasConjunction(doc, t) || (doc.bits[t] & (BI | LI | KA)) !== 0 || doc.info[t].pronoun !== null)
    return null;
  const next = nodeOf(doc, t, 'person');
  if (next === null || next.end > end) return null;
  if (next.end >= end || !isWord(doc, next.end)) return next;
  const one = nodeOf(doc, next.end, 'number');
  return one !== null || nodeOf(doc, next.end, 'another') !== null || nodeOf(doc, next.end, 'additional') !== null ? null : next;
}

function areCountedTogether(doc: Doc, { count, head }: NounPhrase, a: Node<any>, b: Node<any>): boolean {
  const { low } = count!;
  const plural = mayBe(doc, a, 'pl') && mayBe(doc, b, 'pl');
  if (isDefinite(doc, head) !== isDefinite(doc, b.start) || field(b, 'unit') === 'group' || field(a, 'unit') === 'group')
    return false;
  // "dozens of the women and the children", "ten of the soldiers and the officers"
  if (isDefinite(doc, head)) return plural;
  // "nine women and children"; a nominative behind a genitive begins another clause
  if (plural && low > 2) return isNominative(doc, a) || !isNominative(doc, b);
  if (!mayBe(doc, b, 'sg') || low < 11 || isLeader(doc, b)) return false;
  if (low >= MANY) return featuresOf(b)?.gender === featuresOf(a)?.gender || isTwin(a, b);
  if (isTwin(a, b)) return true;
  // "11 women and children", both as the number takes them; one child beside them would end otherwise
  return (
    ((isSort(a) && isSort(b)) || (ofAge.has(field(a, 'who') ?? '') && ofAge.has(field(b, 'who') ?? ''))) &&
    spelled(doc, b).endsWith(ALIF)
  );
}

const ofAge: ReadonlySet<string> = new Set<Who>(['woman', 'man', 'child']);

const isNominative = (doc: Doc, node: Node<any>): boolean => spelled(doc, node).endsWith(NOMINATIVE);

/** Some reading of the same word has that number: unvowelled, the dual and the plural are often one spelling. */
const mayBe = (doc: Doc, { start, end, value }: Node<any>, number: string): boolean =>
  doc.at[start].some((node) => node.end === end && node.value === value && featuresOf(node)?.number === number);

/** "20 gunmen and a leader": who holds an office is counted by himself. */
const isLeader = (doc: Doc, { start }: Node<any>): boolean => field(nodeOf(doc, start, 'title'), 'office') === 'yes';

/** "30 pupils (m) and pupils (f)": one word in both genders. */
const isTwin = (a: Node<any>, b: Node<any>): boolean => a.value === b.value && featuresOf(a)?.gender !== featuresOf(b)?.gender;

/** Men of an armed force, or civilians as against them: sorts that together are those harmed. */
const isSort = (node: Node<any>): boolean => field(node, 'sort') === 'yes' || field(node, 'side') === 'armed';

const spelled = (doc: Doc, { end, start }: Node<any>): string => {
  const word = strictOfToken(doc, start).replace(/\p{M}/gu, '');
  return end > start + 1 && !word.endsWith(TA_MARBUTA) ? ALIF : word;
};

/** The kind of people of two kinds: "women and children" are civilians, "soldiers and policemen" combatants. */
export function kindOfBoth(a: Who, b: Who): Who {
  if (a === b) return a;
  const both = [a, b];
  if (both.every((who) => who === 'combatant' || who === 'police')) return 'combatant';
  return both.every((who) => unarmed.has(who)) && both.some((who) => who !== 'man') ? 'civilian' : 'unknown';
}

const unarmed: ReadonlySet<Who> = new Set<Who>(['civilian', 'child', 'woman', 'man']);

/** The second word of a phrase under one number, where `joinKinds` took it; null elsewhere. */
export function secondKind(doc: Doc, { count, node, end }: NounPhrase): Node<any> | null {
  if (count === null || node === null || node.end >= end || node.kind !== 'person') return null;
  const next = nextKind(doc, node.end, end);
  return next !== null && hasConjunction(doc, next.start) ? next : null;
}
