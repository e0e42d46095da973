/** How many people a noun phrase stands for: its number, its dual or plural, one named person; null when it counts nobody. */
import type { Mod, Outcome } from '../claim/reading.ts';
import { rewritten } from '../rules/rewritten.ts';
import { Kinds } from '../text/key-mark.ts';
import { YEH } from '../text/letters.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { itemAt } from './item-at.ts';
import type { NounPhrase } from './noun-parts.ts';
import { isRatio } from './out-of.ts';
import { cardinal } from './range.ts';
import { countsDeed } from './ranked.ts';
import { featuresOf, field, hasConjunction, isDefinite, isDigits, nodeAmong, nodeOf, strictOfToken } from './words.ts';

/** `known`: a definite noun without a name ("the soldier"), which counts only where nobody was counted before. */
export type Counted = { low: number; high: number | null; mod: Mod; start: number; end: number; known?: boolean };
rewritten<Counted>({ low: 0, high: null, mod: 'zero', start: 0, end: 0 }, { low: null, high: 1 });

/** Whatever is said of it, the phrase counts nobody, as most do: a thing, a place, or a party without a number. */
export const countsNobody = ({ kind, count, node }: NounPhrase): boolean =>
  kind === 'thing' || kind === 'place' || (count === null && !persons.has(kind) && node?.kind !== 'nationality');
const persons: ReadonlySet<string> = new Set(['outcome', 'person', 'name', 'title']);

/** "a leader, called X": the one told of right before; "(hit by) two bullets, one in the neck". */
export function tellsNobodyNew(doc: Doc, chunks: readonly Chunk[], k: number): boolean {
  const before = itemAt(chunks, k - 1);
  if (before === undefined) return false;
  const { noun } = chunks[k];
  // "(arrested him), and he was | wounded": how he was who is told of
  const one = noun!.kind === 'outcome' && noun!.count === null && noun!.features?.number === 'sg';
  if (one && before.kind === 'was' && hasConjunction(doc, before.start) && noun!.features?.state === 'accusative') return true;
  // "(taken) to | the detention camp X": where, and no detainee
  const into =
    before.kind === 'case' && (before.mark === 'to' || before.mark === 'in') && nodeOf(doc, noun!.head, 'thing') !== null;
  if (one && into && !noun!.definite) return true;
  // "at the end of": the letters of a name behind "in" are no person
  if (chunks[k].noun!.kind === 'name' && before.kind === 'case' && before.mark === 'in') return true;
  const called = before.kind === 'verb' && nodeOf(doc, before.start, 'called') !== null;
  return called ? chunks[k].noun!.kind === 'name' && chunks[k - 2]?.kind !== 'word' : isOfBullets(chunks, k);
}

/** People in the plural: of an attack they are those who made it. */
export const isMany = ({ kind, count, features }: NounPhrase): boolean =>
  kind === 'person' && count === null && features?.number === 'pl';

/** "six wounded" */
export const isWounded = (noun: NounPhrase | undefined): boolean => noun?.kind === 'outcome' && outcomeOfNoun(noun) === 'injured';

/** "the camp of brigade | 93", "(hit by) two bullets, | one in the neck" */
export const numbersNobody = (doc: Doc, chunks: readonly Chunk[], k: number): boolean =>
  (chunks[k].noun?.kind === 'number' && nodeOf(doc, chunks[k].start - 1, 'numbered') !== null) || isOfBullets(chunks, k);

/** Right behind a munition and a comma, a bare small number is some of what was fired. */
const shots: ReadonlySet<string> = new Set(['munition', 'weapon']);
function isOfBullets(chunks: readonly Chunk[], k: number): boolean {
  const { noun } = chunks[k];
  if (noun?.kind !== 'number' || noun.end !== noun.start + 1 || noun.count === null || noun.count.low > 2) return false;
  const fired = chunks[k - 2]?.noun ?? null;
  return (
    chunks[k - 1]?.kind === 'mark' && chunks[k - 1].mark === 'comma' && shots.has(field(fired?.node ?? null, 'category') ?? '')
  );
}

/** "a major | in the army", "a lieutenant colonel | in the police": a grade that is also an everyday word, with what he serves behind it. */
function isServing(doc: Doc, { node, head, definite }: NounPhrase): boolean {
  if (definite || field(node, 'side') !== 'armed' || node!.end !== head + 1) return false;
  const tie = nodeOf(doc, node!.end, 'case');
  if (field(tie, 'role') !== 'in' || tie!.end >= doc.length) return false;
  return nodeAmong(doc, tie!.end, services) !== null || field(nodeOf(doc, tie!.end, 'person'), 'unit') === 'group';
}
const services = new Kinds(['actor', 'actor-short', 'party']);

/** How many people a phrase stands for, or null when it counts nobody. `named`: a single named or titled person counts as one. */
export function countOf(doc: Doc, noun: NounPhrase, named: boolean): Counted | null {
  if (noun.kind === 'thing' || noun.kind === 'place' || field(noun.node, 'survives') === 'yes') return null;
  if (noun.count !== null) {
    if (
      isRatio(doc, noun) ||
      isForeign(doc, noun) ||
      isBeside(doc, noun) ||
      isAdjective(doc, noun) ||
      countsDeed(doc, noun.start)
    )
      return null;
    // "the number of (those) who were killed": "who" has the letters of "a number of"
    if (noun.count.mod === 'vague' && field(nodeOf(doc, noun.end - 1, 'case'), 'role') === 'from') return null;
    if (noun.kind === 'other' && noun.node === null && !mayBePeople(doc, noun)) return null;
    if (noun.kind === 'other' && noun.node !== null && noun.node.kind === 'vocabulary' && !noun.actor) return null;
    const { low, high, mod } = isTotal(doc, noun)
      ? { low: noun.count.high!, high: noun.count.high, mod: 'exact' as const }
      : cardinal(noun.count);
    return { low, high, mod, start: noun.start, end: Math.max(noun.countedEnd, noun.end) };
  }
  if (noun.kind === 'outcome' || noun.kind === 'person') {
    // forces and families are no count of people, and "a critical case" is one only beside a number
    if (
      field(noun.node, 'unit') === 'group' ||
      (field(noun.node, 'strength') === 'weak' && !isKinOf(doc, noun) && !isServing(doc, noun) && !(named && isNamed(doc, noun)))
    )
      return null;
    const number = numberOf(doc, noun);
    if (
      number === 'pl' &&
      noun.actor !== null &&
      noun.kind === 'person' &&
      doc.info[noun.head].pronoun === null &&
      noun.actor.start > noun.head &&
      !fromGroup(doc, noun)
    )
      return null;
    // "mutilated the two bodies": those told of before
    if (noun.definite && number !== 'sg' && isBodies(doc, noun)) return null;
    if (number === 'du' && isMine(doc, noun)) return { low: 1, high: 1, mod: 'exact', start: noun.start, end: noun.end };
    if (number === 'du' || areTwoOf(doc, noun)) {
      const two = !mayBePlural(doc, noun) || twoShown(doc, noun);
      return {
        low: 2,
        high: two ? 2 : null,
        mod: two ? 'exact' : 'vague',
        start: noun.start,
        end: noun.end,
      };
    }
    // "his body", "their victims": people told of before
    if (noun.kind === 'outcome' && doc.info[noun.head].pronoun !== null) return null;
    if (noun.definite && !(named && number === 'sg')) return null;
    const known = noun.definite && !isNamed(doc, noun);
    if (noun.features?.state === 'construct') return null;
    if (number === 'pl') return { low: 2, high: null, mod: 'vague', start: noun.start, end: noun.end };
    if (number === 'sg' || number === null)
      return { low: 1, high: 1, mod: 'exact', start: noun.start, end: noun.end, ...(known && { known }) };
    return null;
  }
  // "two Palestinians were killed": a nationality stands for people where something is told to have happened to them
  if (named && noun.node?.kind === 'nationality' && !noun.definite && doc.info[noun.head].pronoun === null) {
    const number = noun.features?.number ?? null;
    const several = number === 'pl' || (number === 'du' && mayBePlural(doc, noun) && !twoShown(doc, noun));
    if (several) return { low: 2, high: null, mod: 'vague', start: noun.start, end: noun.end };
    const low = number === 'du' ? 2 : 1;
    return { low, high: low, mod: 'exact', start: noun.start, end: noun.end };
  }
  if (named && (noun.kind === 'name' || noun.kind === 'title')) {
    if (noun.features?.number === 'pl') return null;
    // "and the second fell on a house" is written like a family's name
    if (noun.end === noun.start + 1 && nodeOf(doc, noun.head, 'ordinal') !== null) return null;
    return { low: 1, high: 1, mod: 'exact', start: noun.start, end: noun.end };
  }
  return null;
}

/**
 * "my father" is written like "two fathers of": it is mine where nothing follows that they could belong to, and where a verb right before it, which does not
 * act on it, asks for another case ("was killed | my brother Salim").
 */
function isMine(doc: Doc, { head, end, node, features }: NounPhrase): boolean {
  if (features?.state !== 'construct' || doc.info[head].pronoun !== null || !strictOfToken(doc, head).endsWith(YEH)) return false;
  // "my neighbour and": two need somebody behind them whose they are
  if (field(node, 'kin') !== 'yes') return end === head + 1;
  // hardly anybody tells of two uncles of somebody
  if (end === head + 1 || field(node, 'strength') === 'weak') return true;
  const verb = head > 0 ? nodeOf(doc, head - 1, 'event') : null;
  const named = nodeOf(doc, head + 1, 'given-name') !== null && !isDefinite(doc, head + 1);
  return named && verb !== null && featuresOf(verb)?.pos === 'verb' && featuresOf(verb)?.gender === features.gender;
}

/** "the two brothers of the leader": with a genitive behind it, the ending of "a brother" in the accusative is that of two. */
const areTwoOf = (doc: Doc, { head, end, node, features }: NounPhrase): boolean =>
  field(node, 'kin') === 'yes' &&
  features?.state === 'accusative' &&
  features.number === 'sg' &&
  end > head + 1 &&
  (isDefinite(doc, head + 1) || nodeAmong(doc, head + 1, owners) !== null);

const owners = new Kinds(['person', 'title', 'kunya']);

/** The ending "-ayn/-in" is dual and plural: after the article it is read as plural. */
function numberOf(doc: Doc, noun: NounPhrase): 'sg' | 'du' | 'pl' | null {
  const number = noun.features?.number ?? null;
  if (number !== 'du' || !noun.definite) return number;
  for (const node of doc.at[noun.head]) if (node.kind === noun.node?.kind && featuresOf(node)?.number === 'pl') return 'pl';
  return number;
}

/** Unvowelled "civilians" and "two civilians" are one spelling outside the nominative. */
const mayBePlural = (doc: Doc, noun: NounPhrase): boolean =>
  doc.at[noun.head].some(
    (node) =>
      node.kind === noun.node?.kind &&
      featuresOf(node)?.number === 'pl' &&
      // before a pronoun the two of the nominative are no plural, unless their letters are confused
      (node.word?.exact === true || noun.node?.word?.exact !== true),
  );

/** How far behind a noun a word may stand that shows it to be two, in tokens. */
const TWO_REACH = 10;

const saysTwo = ['another', 'was', 'pronoun'] as const;

/** "..., one of the two a child", "two large ones", "and wounding of a third": what follows speaks of two. */
function twoShown(doc: Doc, noun: NounPhrase): boolean {
  let same = true;
  for (let i = noun.head + 1; i < Math.min(doc.length, noun.head + TWO_REACH) && !doc.isBreak(i); i++) {
    // behind "and" others are told of; only their number can look back
    if (hasConjunction(doc, i)) same = false;
    if (same && (doc.info[i].pronoun === '3d' || saysTwo.some((kind) => field(nodeOf(doc, i, kind), 'two') === 'yes')))
      return true;
    if (same && i < noun.end && isDual(doc, i)) return true;
    if (same && i >= noun.end && isDualVerb(doc, i)) return true;
    if (nodeOf(doc, i, 'another') !== null && nodeOf(doc, i, 'ordinal')?.value?.value === 3) return true;
  }
  return false;
}

/** "the guards | were-both-killed": a verb in the dual that agrees with what stands before it. */
const isDualVerb = (doc: Doc, i: number): boolean =>
  doc.at[i].some((node) => {
    const features = featuresOf(node);
    return features?.pos === 'verb' && features.number === 'du' && node.kind === 'event';
  });

/** Every reading that has a number is a dual. */
function isDual(doc: Doc, i: number): boolean {
  const numbers = doc.at[i].map((node) => (node.word === null ? null : featuresOf(node)?.number)).filter((n) => n != null);
  return numbers.length > 0 && numbers.every((n) => n === 'du');
}

/** "fighters from the group": indefinite, so they are some of it. */
function fromGroup(doc: Doc, noun: NounPhrase): boolean {
  for (let i = noun.head + 1; i < noun.end; i++)
    if (nodeOf(doc, i, 'case') !== null || nodeOf(doc, i, 'belong') !== null || nodeOf(doc, i, 'rank') !== null) return true;
  return false;
}

/** A number before a noun nobody knows: people unless the word is known for something else. */
function mayBePeople(doc: Doc, noun: NounPhrase): boolean {
  return noun.actor !== null || noun.head >= noun.end || doc.info[Math.min(noun.head, doc.length - 1)].unknown;
}

/** "the child Ahmad", "the official of the group": words behind the noun say which one it is; an adjective does not. */
function isNamed(doc: Doc, noun: NounPhrase): boolean {
  if (noun.actor !== null && noun.actor.start > noun.head) return true;
  for (let i = noun.head + 1; i < noun.end; i++) {
    if (doc.info[i].unknown || nodeOf(doc, i, 'given-name') !== null || nodeOf(doc, i, 'family-name') !== null) return true;
    if (nodeOf(doc, i, 'kunya') !== null) return true;
  }
  return false;
}

export function outcomeOfNoun(noun: NounPhrase): Outcome | null {
  if (noun.node === null || noun.node.kind !== 'outcome') return null;
  return (field(noun.node, 'value') as Outcome | undefined) ?? null;
}

/** How far before "reaches" the words of a toll may stand, in tokens. */
const TOLL_REACH = 16;

/** "the number of the dead reaches 55": the toll itself, no upper bound of it. */
function isTotal(doc: Doc, { count, start }: NounPhrase): boolean {
  if (count === null || count.mod !== 'at-most' || count.high === null || field(nodeOf(doc, start, 'hedge'), 'reaches') !== 'yes')
    return false;
  for (let i = start - 1; i >= Math.max(0, start - TOLL_REACH) && !doc.isBreak(i); i--)
    if (nodeOf(doc, i, 'total') !== null) return true;
  return false;
}

/** "in ways several": behind what it counts the word stands alone. */
const isAdjective = (doc: Doc, { kind, start, end, countNode }: NounPhrase): boolean =>
  kind === 'number' && end === start + 1 && countNode !== null && field(nodeOf(doc, start, 'vague'), 'postposed') === 'yes';

/** "Nov 27", "2,024 Views": numbers of a page's own furniture in Latin letters. */
function isForeign(doc: Doc, noun: NounPhrase): boolean {
  const number = noun.countNode;
  if (number === null) return false;
  return isLatin(doc, number.start - 1) || isLatin(doc, number.end);
}

/** "9 The injury": digits before a singular with the article stand beside it; they count nobody. */
const isBeside = (doc: Doc, noun: NounPhrase): boolean =>
  noun.countNode !== null &&
  noun.head >= noun.countNode.end &&
  noun.count!.low > 2 &&
  noun.features?.number === 'sg' &&
  isDefinite(doc, noun.head) &&
  isDigits(doc, noun.head - 1) &&
  !isDefinite(doc, noun.countNode.start);

function isLatin(doc: Doc, i: number): boolean {
  if (i < 0 || i >= doc.length) return false;
  const { start, end } = doc.span(i, i + 1);
  return end > start && /[a-z]/i.test(doc.text[start]);
}

/** "the boy's uncle", "her grandfather": with whose kin he is the word is no "near", "empty" or "earnest". */
const isKinOf = (doc: Doc, noun: NounPhrase): boolean =>
  field(noun.node, 'kin') === 'yes' &&
  (doc.info[noun.head].pronoun !== null || noun.end > noun.head + 1 || isJoinedToKin(doc, noun.end) || joinsKin(doc, noun.start));

/** "an uncle and | his nephew" */
const isJoinedToKin = (doc: Doc, t: number): boolean =>
  t < doc.length && hasConjunction(doc, t) && field(nodeOf(doc, t, 'person'), 'kin') === 'yes';

/** "the grandfather | and the grandmother" */
const joinsKin = (doc: Doc, t: number): boolean =>
  t > 0 && hasConjunction(doc, t) && field(nodeOf(doc, t - 1, 'person'), 'kin') === 'yes';

/** "the body of the woman": of whom was told before. */
export const isBodyOfKnown = (doc: Doc, { head, end }: NounPhrase): boolean =>
  end === head + 2 &&
  isDefinite(doc, head + 1) &&
  field(nodeOf(doc, head, 'person'), 'outcome') === 'killed' &&
  nodeOf(doc, head + 1, 'person') !== null &&
  nodeAmong(doc, head + 1, called) === null;
const called = new Kinds(['family-name', 'nationality', 'actor']);

/** "the bodies of the dead", "of the three dead": of whoever was told to be dead. */
export const isBodyOfDead = (doc: Doc, { head, end, count, countNode }: NounPhrase): boolean =>
  (count === null ? end === head + 2 : countNode !== null && countNode.start === head + 2) &&
  isDefinite(doc, head + 1) &&
  field(nodeOf(doc, head, 'person'), 'outcome') === 'killed' &&
  nodeOf(doc, head + 1, 'outcome') !== null;

const isBodies = (doc: Doc, { head, end }: NounPhrase): boolean =>
  end === head + 1 && field(nodeOf(doc, head, 'person'), 'outcome') === 'killed';
