/** Counts that stand behind their noun: "his three children", "two gunmen, both", "a family of five". */
import { AL, BI, KA, LI } from '../lexicon/analyze.ts';
import type { Features } from '../lexicon/features.ts';
import type { Node } from '../rules/node.ts';
import { WORD } from '../text/scan.ts';
import { keepsOblique, keepsUn } from './case-endings.ts';
import type { Chunk } from './chunk.ts';
import { COUNTED } from './class-groups.ts';
import type { Doc } from './doc.ts';
import { heads, type NounPhrase } from './noun-parts.ts';
import { featuresOf, field, hasConjunction, isDefinite, isWord, markAt, nodeAmong, nodeOf, strictOfToken } from './words.ts';

/** Takes the number behind the phrase as its count, when it agrees with the noun and counts nothing that follows. */
export function countBehind(doc: Doc, np: NounPhrase, end: number): void {
  if (np.count !== null || (np.kind !== 'person' && np.kind !== 'outcome')) return;
  // "gunmen (two)": the number in brackets
  const bracketed = np.end + 2 < end && markAt(doc, np.end) === 'open-paren' && markAt(doc, np.end + 2) === 'close-paren';
  const bracket = bracketed ? 1 : 0;
  const t = np.end + bracket;
  if (t >= end || (doc.groups[t] & COUNTED) === 0) return;
  // "«gunmen» | two": what stands in quotation marks is counted like any other
  const quoted = np.start === np.head - 1 && np.end === np.head + 2 && !isWord(doc, np.start);
  if (!isWord(doc, t) || hasConjunction(doc, t) || (np.countedEnd < np.head && !quoted)) return;
  const number = nodeOf(doc, t, 'number');
  if (number === null || number.end > end) return;
  const value: number = number.value?.value ?? number.value;
  if (!Number.isInteger(value) || value < 2 || value > 20) return;
  // "angry residents (nominative) | ten": an adjective has closed the noun
  if (np.end > np.head + 1 && !quoted && keepsUn(doc, np.end - 1) && !isDefinite(doc, t)) return;
  // "the security forces | six (people)": no body is counted so
  if (field(np.person ?? np.node, 'unit') === 'group' && !isDefinite(doc, t)) return;
  // "the gunmen (written like "the two gunmen") | three"
  const many = value === 2 || np.features?.number === 'pl' ? null : pluralOf(doc, np);
  const grammatical = many?.number ?? np.features?.number;
  if (value === 2 ? grammatical === 'sg' : grammatical !== 'pl') return;
  // "the soldiers | on Monday" is written like "the soldiers, the two": two of them would be a dual
  if (value === 2 && nodeOf(doc, t, 'date') !== null && !doc.at[np.head].some((n) => featuresOf(n)?.number === 'du')) return;
  // "all the members of the family, six"
  // but not "the guards of the directorate | the other four"
  const owned =
    nodeOf(doc, number.end, 'additional') === null &&
    np.end > np.head + 1 &&
    isDefinite(doc, np.end - 1) &&
    np.features?.state !== 'accusative';
  const definite = isDefinite(doc, np.head) || doc.info[np.head].pronoun !== null;
  // a noun that only its owner makes definite takes the number with its article and without
  if ((definite !== isDefinite(doc, t) && !(owned && !definite)) || countsNext(doc, number.end, end)) return;
  // "gunmen (nominative) | five Chinese"
  if (number.end < end && isOtherCase(doc, np.head, number.end)) return;
  // "(captured) the fighters of the movement | nine of them"
  if (owned && number.end < end && nodeOf(doc, number.end, 'among') !== null) return;
  // "gunmen | five of the ranks of the police": before "of" an indefinite number begins a noun of its own
  if (!definite && number.end < end && isOf(doc, number.end, keepsUn(doc, np.head))) return;
  if (many !== null) np.features = many;
  np.count = { low: value, high: value, mod: 'exact' };
  np.countNode = number;
  np.end = np.countedEnd = number.end + bracket;
}

/** "gunmen | Chinese (oblique)": no adjective of theirs. */
const isOtherCase = (doc: Doc, head: number, t: number): boolean =>
  isWord(doc, t) && keepsUn(doc, head) && keepsOblique(doc, t) && !isDefinite(doc, t) && !hasConjunction(doc, t);

/** The plural that is spelled like the dual which a noun was read as. */
function pluralOf(doc: Doc, { features, head, node }: NounPhrase): Features | null {
  if (features?.number !== 'du') return null;
  for (const other of doc.at[head]) if (other.kind === node?.kind && featuresOf(other)?.number === 'pl') return featuresOf(other);
  return null;
}

function isOf(doc: Doc, t: number, nominative: boolean): boolean {
  if (nodeOf(doc, t, 'rank') !== null) return true;
  if (field(nodeOf(doc, t, 'case'), 'role') !== 'from' || t + 1 >= doc.length) return false;
  if (isDefinite(doc, t + 1)) return nodeOf(doc, t + 1, 'person') !== null;
  // "unknown men | three of the drivers of": who acts is in the nominative
  return (
    nominative &&
    doc.at[t + 1].some((n) => n.kind === 'person' && featuresOf(n)?.number === 'pl' && field(n, 'who') !== 'combatant')
  );
}

/** "the civilians: three children": the number belongs to the noun after it. */
function countsNext(doc: Doc, t: number, end: number): boolean {
  if (t >= end || !isWord(doc, t) || hasConjunction(doc, t) || isDefinite(doc, t)) return false;
  if (nodeOf(doc, t, 'hedge') !== null) return false;
  if (nodeOf(doc, t, 'place-class') !== null) return true;
  // "(carried out) the jets of the alliance | four raids"
  if (doc.at[t].some((n) => (n.kind === 'event' || n.kind === 'carrier') && featuresOf(n)?.number === 'pl')) return true;
  const next = nodeAmong(doc, t, heads);
  return next !== null && featuresOf(next)?.pos === 'noun' && next.kind !== 'thing' && next.kind !== 'vocabulary';
}

/** "of | one family, | among them", "in | one day, | among them": behind a preposition the number one is the adjective of a family or a time, though "one of them" is written so. */
export function isSingleAmong(doc: Doc, np: NounPhrase, t: number): boolean {
  if (t !== np.end || t < 2 || t + 1 >= doc.length || nodeOf(doc, t + 1, 'among') === null) return false;
  const before = t - 1;
  if (Number(field(nodeOf(doc, t, 'digit'), 'value')) !== 1 || hasConjunction(doc, t) || isDefinite(doc, t)) return false;
  if (!(doc.bits[before] & BI) && (doc.bits[before] !== 0 || nodeOf(doc, before - 1, 'case')?.end !== before)) return false;
  const one =
    nodeOf(doc, before, 'unit') !== null ||
    doc.at[before].some((n) => field(n, 'unit') === 'group' && n.word?.exact === true && featuresOf(n)?.number === 'sg');
  return one && spelled(doc, t).endsWith(TA_MARBUTA) === spelled(doc, before).endsWith(TA_MARBUTA);
}

/** "of one family", "a single boy": the number one behind a noun that agrees with it is its adjective. */
export function isSingle(doc: Doc, np: NounPhrase, t: number): boolean {
  const number = nodeOf(doc, t, 'number');
  if (number === null || number.end !== t + 1 || doc.tokens.kind[t] !== WORD || nodeOf(doc, t, 'each') !== null) return false;
  const value: number = number.value?.value ?? number.value;
  const before = np.end - 1;
  if (value !== 1 || t !== np.end || !isWord(doc, before) || isDefinite(doc, before) !== isDefinite(doc, t)) return false;
  const features = doc.at[before].map((word) => (word.word === null ? null : featuresOf(word)));
  if (features.length > 0 && features.every((f) => f?.number === 'pl' || f?.number === 'du')) return false;
  // "(killed) a gunman | one": the accusative counts whom a subject in another case has killed
  if (spelled(doc, t).endsWith(ALIF)) return spelled(doc, before).endsWith(ALIF);
  return spelled(doc, t).endsWith(TA_MARBUTA) === (spelled(doc, before).endsWith(TA_MARBUTA) || np.features?.gender === 'f');
}

const ALIF = '\u0627';
const TA_MARBUTA = '\u0629';
const spelled = (doc: Doc, i: number): string => strictOfToken(doc, i);

/** "one of them", "one of the two"; "the youngest of them" only where it is said who that was. */
export function isOneOfThem(doc: Doc, i: number): boolean {
  const word = nodeOf(doc, i, 'another');
  return field(word, 'of') === 'them' && (field(word, 'told') !== 'yes' || isSomeone(doc, word!.end));
}

/** "the youngest of them | an infant". */
function isSomeone(doc: Doc, i: number): boolean {
  if (i >= doc.length || !isWord(doc, i) || doc.bits[i] !== 0) return false;
  const person = nodeOf(doc, i, 'person');
  return person !== null && featuresOf(person)?.number === 'sg' && doc.info[i].pronoun === null;
}

/** "thirty persons | and some": it belongs to the number. */
export const isAndSome = (doc: Doc, { count }: NounPhrase, t: number): boolean =>
  count !== null && field(nodeOf(doc, t, 'odd'), 'after') === 'yes';

/** "several" behind the plural that it counts ("raids several", "rockets several"): it counts nothing that follows. */
export function isSpentCount(doc: Doc, i: number, quantity: Node<any>, previous: Chunk | null): boolean {
  if (field(nodeOf(doc, i, 'vague'), 'postposed') !== 'yes' || quantity.end !== i + 1 || previous === null) return false;
  if (previous.end !== i || hasConjunction(doc, i) || isDefinite(doc, i - 1) || previous.noun?.count != null) return false;
  if (previous.kind === 'event' && previous.finite) return false;
  if (!doc.at[i - 1].some((n) => n.word !== null && featuresOf(n)?.pos === 'noun' && featuresOf(n)?.number === 'pl'))
    return false;
  if (previous.kind === 'event') return true;
  if (previous.kind !== 'noun' && previous.kind !== 'place') return false;
  const next = i + 1;
  return next >= doc.length || !isWord(doc, next) || isDefinite(doc, next) || nodeAmong(doc, next, heads) === null;
}

/** "one of the civilians", "one of the members of X": where the people begin that one of is counted; -1 elsewhere. */
export function oneOf(doc: Doc, i: number): number {
  const node = nodeOf(doc, i, 'each');
  if (node === null || field(node, 'one') !== 'yes' || doc.info[i].pronoun !== null || node.end >= doc.length) return -1;
  const t = behindGreatest(doc, node.end);
  if (!isWord(doc, t) || hasConjunction(doc, t) || doc.bits[t] & (BI | LI | KA)) return -1;
  const people = doc.at[t].some(
    (word) =>
      (word.kind === 'person' || word.kind === 'outcome') &&
      (featuresOf(word)?.number === 'pl' || featuresOf(word)?.number === 'du' || field(word, 'unit') === 'group'),
  );
  return people ? t : -1;
}

/** "(one of) the foremost | leaders", "(a number of) the great | officials": the word that ranks them says nobody. */
export function behindGreatest(doc: Doc, t: number): number {
  const node = t + 1 < doc.length && doc.bits[t] === 0 ? nodeOf(doc, t, 'foremost') : null;
  if (node === null || doc.info[t].pronoun !== null || !isWord(doc, node.end) || doc.bits[node.end] & ~AL) return t;
  return nodeOf(doc, node.end, 'person') !== null || nodeOf(doc, node.end, 'title') !== null ? node.end : t;
}

/** "a family of five (people)": the family counts as its members. */
export function countOfMembers(np: NounPhrase, members: NounPhrase): boolean {
  if (np.count !== null || members.count === null || field(np.node, 'unit') !== 'group') return false;
  // "a force made up of three groups": how many people, nobody says
  if (field(members.node, 'unit') === 'group') {
    np.end = members.end;
    return true;
  }
  np.count = { ...members.count };
  np.countNode = members.countNode;
  np.countedEnd = np.end = members.end;
  return true;
}

/** "gunmen | several | of": a word for several behind a bare plural of people, and who they belong to behind it. */
export const isSeveral = (doc: Doc, { kind, count, end, head, features }: NounPhrase, t: number): boolean =>
  (kind === 'person' || kind === 'outcome') &&
  count === null &&
  end === head + 1 &&
  features?.number === 'pl' &&
  !isDefinite(doc, head) &&
  field(nodeOf(doc, t, 'vague'), 'postposed') === 'yes' &&
  (kind === 'outcome' || nodeOf(doc, t + 1, 'case') !== null);
