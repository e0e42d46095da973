/** Words that end a noun phrase by their class, or go on with it although their class ends others. */
import { ALEF, BEH } from '../text/letters.ts';
import { isHour } from './asides.ts';
import { birthEnd } from './births.ts';
import type { Doc } from './doc.ts';
import { isAdverbial, takesNoGenitive } from './noun-closed.ts';
import { isOneOfThem, isSingle, isSingleAmong } from './noun-count.ts';
import { disagree, isName } from './noun-ends.ts';
import { heads, type NounPhrase, stopAt } from './noun-parts.ts';
import { featuresOf, field, isDefinite, isRelationNoun, looseOfToken, markAt, nodeAmong, nodeOf } from './words.ts';

/** What opens something of its own, whatever the phrase before it is. */
export function isNoPart(doc: Doc, np: NounPhrase, t: number): boolean {
  if (nodeOf(doc, t, 'according') !== null && !isDefinite(doc, t)) return true;
  // "the army | the northern part of", "a youth | close to the town of X"
  const where = nodeOf(doc, t, 'relation');
  const tied = where !== null && (where.end > t + 1 || looseOfToken(doc, t).startsWith(BEH));
  if (tied && (isDefinite(doc, t) || field(where, 'kind') === 'near')) return true;
  // "the artillery stationed in X | the surroundings of Y"
  if (where !== null && np.place?.end === t && !isDefinite(doc, t) && nodeOf(doc, t, 'direction') === null) return true;
  // "(estimated) a rights group | the number (at)"
  if ((np.kind === 'source' || np.kind === 'person') && isDefinite(doc, t) && nodeOf(doc, t, 'total') !== null) return true;
  // "(rose to 14, among them) 3 women | the number of the dead"
  const some = np.count !== null || np.features?.number === 'du';
  if (some && np.kind !== 'thing' && nodeOf(doc, t, 'total') !== null) return true;
  // "(blamed) the committee | both sides of the fighting"
  if (np.kind !== 'thing' && isDefinite(doc, np.head) && nodeOf(doc, t, 'both-sides') !== null) return true;
  // "(adopted) the organization X | the operation"
  if (np.actor?.end === t && isDefinite(doc, t) && nodeOf(doc, t, 'carrier') !== null) return true;
  // "(carried out) the forces of X (ISAF) | an operation": behind a bracket or an article no genitive stands
  if (nodeOf(doc, t, 'carrier') !== null && doc.bits[t] === 0 && (markAt(doc, t - 1) === 'close-paren' || isDefinite(doc, t - 1)))
    return true;
  // "(ascribed to) a group of X | standing behind"
  if (isStandingBehind(doc, t)) return true;
  // "a youth | so that (the number) rises to"
  return field(nodeOf(doc, t, 'rise'), 'purpose') === 'yes';
}

const isStandingBehind = (doc: Doc, t: number): boolean =>
  nodeOf(doc, t, 'standing') !== null && field(nodeOf(doc, t + 1, 'case'), 'behind') === 'yes';

/** Where the phrase goes on behind the word of such a class at token `t`; -1 where it ends before it, 0 where the class does not tell. */
export function closedByClass(doc: Doc, np: NounPhrase, t: number, end: number): number {
  // "Israel (struck) | by night": the accusative of a part of the day says when
  if (nodeOf(doc, t, 'daypart') !== null && !isDefinite(doc, t) && looseOfToken(doc, t).endsWith(ALEF)) return -1;
  // "the strikes of the army | from the air": an adjective of the deed, which the doer does not agree with
  if (nodeOf(doc, t, 'event-adjective') !== null && np.end === np.head + 1 && disagree(doc, np.head, t)) return -1;
  if (isHour(doc, t, end) || birthEnd(doc, t, end) > t) return -1;
  // "the youth X | when | (there) exploded" is written like a woman's name
  if (t + 1 < end && field(nodeOf(doc, t, 'conjunction'), 'occasion') === 'yes' && isPastVerb(doc, t + 1)) return -1;
  const that = nodeOf(doc, t, 'that');
  if (that !== null && isName(doc, np, t, end)) return t + 1;
  // "a medical official | the occurrence of"
  if (
    !isDefinite(doc, t) &&
    (np.kind === 'person' || np.kind === 'source') &&
    nodeOf(doc, t, 'matter') !== null &&
    nodeOf(doc, t, 'light') !== null
  )
    return -1;
  const date = nodeOf(doc, t, 'date');
  // "the start of this war"
  if (np.count === null && !isDefinite(doc, np.head) && t + 1 < end && nodeOf(doc, t, 'demonstrative') !== null) {
    const closed = np.end === t && np.end === np.head + 1 && !takesNoGenitive(doc, np);
    if (closed && date === null && isDefinite(doc, t + 1)) return t + 2;
  }
  const stop = stopAt(doc, t);
  if (stop !== null && nodeAmong(doc, t, heads) === null) return -1;
  if (isSingleAmong(doc, np, t)) return t + 1;
  // "with bullets | each of X and Y"
  if ((nodeOf(doc, t, 'each')?.end ?? 0) > t + 1) return -1;
  // "a child | whose age is 5 years"
  if (np.kind === 'person' && nodeOf(doc, t, 'age') !== null && !isDefinite(doc, t) && nodeOf(doc, t, 'given-name') === null)
    return -1;
  // "most of them children", "one of them an officer", "except a policeman": a share of the counted tells of that share
  if (isOneOfThem(doc, t) || shares.some((kind) => nodeOf(doc, t, kind) !== null)) return -1;
  if (that !== null || date !== null || nodeOf(doc, t, 'relative') !== null) return -1;
  if (isSingle(doc, np, t)) return t + 1;
  if (nodeOf(doc, t, 'number') !== null || nodeOf(doc, t, 'quantity') !== null) return -1;
  // "the spokesman | officially"
  if (isAdverbial(doc, t)) return -1;
  return stop !== null && stop.end > t + 1 ? -1 : 0;
}

const shares = ['proportion', 'comprising', 'excluding'] as const;

/** "(hit) a drone | a car": an aircraft is of nothing that is struck. */
export const isStruckFromAir = (doc: Doc, { node, head, end }: NounPhrase, t: number): boolean =>
  field(node, 'category') === 'aircraft' &&
  end === head + 1 &&
  !isDefinite(doc, head) &&
  !isDefinite(doc, t) &&
  field(nodeOf(doc, t, 'thing'), 'target') === 'yes' &&
  !doc.at[t].some((node) => node.kind === 'thing' && field(node, 'means') === 'yes');

/** "a series | of | raids", "a campaign of storming". */
export function carriesEvent(doc: Doc, t: number, end: number): boolean {
  const of = field(nodeOf(doc, t, 'case'), 'role') === 'from' && t + 1 < end ? t + 1 : t;
  return nodeOf(doc, of, 'event') !== null;
}

/** A class of place that is no adjective as well ("popular" is written like a kind of district). */
export const beginsPlace = (doc: Doc, t: number): boolean =>
  nodeOf(doc, t, 'place-class') !== null && !doc.at[t].some((node) => featuresOf(node)?.pos === 'adjective');

/** "the shelling of the army | the violent": an adjective of the deed that stands right before the phrase. */
export const isOfDeed = (doc: Doc, start: number, t: number): boolean =>
  start > 0 &&
  isDefinite(doc, t) &&
  !isDefinite(doc, start - 1) &&
  field(nodeOf(doc, t, 'event-adjective'), 'of-deed') === 'yes' &&
  // "(stormed) the force | the joint"
  doc.at[start - 1].some((n) => n.kind === 'event' && n.end === start && featuresOf(n)?.pos !== 'verb');

/** "(hit with) rockets | the surroundings of the town" */
export const isAroundTarget = (doc: Doc, { kind, node }: NounPhrase, t: number): boolean =>
  kind === 'thing' && field(node, 'means') === 'yes' && isRelationNoun(doc, t);

const isPastVerb = (doc: Doc, t: number): boolean =>
  doc.info[t].pronoun === null &&
  doc.at[t].some((n) => featuresOf(n)?.pos === 'verb' && featuresOf(n)?.tense === 'past' && n.word?.exact === true);
