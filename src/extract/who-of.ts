/** Of what group the people of a noun phrase are: children, women, journalists, fighters ... */
import type { Who } from '../claim/reading.ts';
import type { Node } from '../rules/node.ts';
import { Kinds } from '../text/key-mark.ts';
import type { Doc } from './doc.ts';
import { kindOfBoth, secondKind } from './joined-kinds.ts';
import type { NounPhrase } from './noun-parts.ts';
import { isPowerAt } from './party-words.ts';
import { bareKey } from './place-names.ts';
import { featuresOf, field, hasConjunction, isDefinite, isWord, nodeAmong, nodeOf } from './words.ts';

const specific: Who[] = [
  'child',
  'woman',
  'man',
  'journalist',
  'health-worker',
  'aid-worker',
  'police',
  'official',
  'civilian',
  'combatant',
];

const told = new Kinds(['person', 'outcome', 'title']);

/** The most specific group the words of the phrase give. */
export function whoOf(doc: Doc, noun: NounPhrase): Who {
  const second = secondKind(doc, noun);
  if (second !== null) return kindOfBoth(whoOfWord(noun.node), whoOfWord(second));
  let found: Who = 'unknown';
  let man = -1;
  for (let i = noun.start; i < noun.end; i++) {
    // "citizens of the governorate of X": the word is written like a woman who governs
    if (!isWord(doc, i) || (i > noun.head && nodeOf(doc, i, 'place-class') !== null)) continue;
    // "the prisoner Walid", which is written like "a newborn": without the article of the word before it is his name
    if (i > noun.head && isDefinite(doc, noun.head) && !isDefinite(doc, i) && nodeOf(doc, i, 'given-name')?.word?.exact) continue;
    // "Abu Talib", who need be no student
    if (i > noun.head && nodeOf(doc, i - 1, 'kunya') !== null) continue;
    // "three hostages from the grip of X": whoever held them says nothing of what they are
    if (i > noun.head && found === 'unknown' && noun.kind === 'outcome' && nodeOf(doc, i, 'grip') !== null) return 'unknown';
    for (const kind of ['person', 'outcome', 'title']) {
      const node = nodeOf(doc, i, kind);
      const either = i === noun.head && field(node, 'either') === 'yes';
      const who = either ? agreeingWith(doc, noun) : isWoman(node) ? 'woman' : (field(node, 'who') as Who | undefined);
      if (who === undefined || who === 'unknown' || isTheirOwner(doc, noun, i, node)) continue;
      // "civilians of the sons of X": its people, and not only the men among them
      if (found === 'civilian' && who === 'man' && nodeOf(doc, i - 1, 'rank')?.end === i + 1) continue;
      // "ten of the Taliban", which is written like "two students"; "the crowd" in the name of an army
      if (noun.actor?.start === i && featuresOf(node!)?.number === 'du') continue;
      if (sorts.has(who) && (isInName(doc, noun, i) || isTownOfThem(doc, noun, i, node!))) continue;
      if (
        found === 'unknown' ||
        (found === 'civilian' && specific.indexOf(who) < specific.indexOf('civilian')) ||
        (found === 'man' && (forces.has(who) ? isTheirForce(doc, i, man, node!) : who === 'civilian' && i <= noun.head))
      )
        found = who;
    }
    if (man < 0 && found === 'man') man = i;
    else if (i === man + 1 && field(nodeOf(doc, i, 'case'), 'role') === 'from') continue;
    else if (i >= noun.head && found !== 'unknown' && found !== 'civilian') break;
    // "a freed prisoner" is one word, whatever its second half is elsewhere ("an editor")
    const whole = nodeAmong(doc, i, told);
    if (whole !== null && whole.end > i + 1) i = whole.end - 1;
  }
  if (noun.actor !== null && field(noun.actor, 'armed') === 'yes' && (found === 'unknown' || isOfCause(doc, noun)))
    return 'combatant';
  return found;
}

/** "(was killed) an old (one) | called X": the verb right before or behind it, or the adjective of it, says whether it is a woman; neither where nothing tells. */
function agreeingWith(doc: Doc, { start, end, head, features }: NounPhrase): Who {
  for (const i of [start - 1, end, head + 1]) {
    // "(she) killed an old (one)": the object
    if (i < start && features?.state === 'accusative') continue;
    if (i < 0 || i >= doc.length || !isWord(doc, i)) continue;
    if (i === end && hasConjunction(doc, i)) continue;
    const gender = doc.at[i]
      .map((n) => featuresOf(n))
      .find((f) => f?.pos === 'verb' || (i > head && f?.pos === 'adjective'))?.gender;
    if (gender === 'm' || gender === 'f') return gender === 'f' ? 'woman' : 'man';
  }
  return 'unknown';
}

/** "the movement of the youths", "the opposition", which is written like "the (female) opponent": words of a party's name say nothing of its men. */
const isInName = (doc: Doc, { actor, head }: NounPhrase, i: number): boolean =>
  (actor !== null && i >= actor.start && i < actor.end) ||
  isPowerAt(doc, i) ||
  (i > 0 && i >= head && !isDefinite(doc, i - 1) && nodeOf(doc, i - 1, 'party') !== null);

/** "three of the people of | Jenin", "of | Umm Durman": the town that many are from is written like somebody. */
const isTownOfThem = (doc: Doc, { count, start }: NounPhrase, i: number, node: Node<any>): boolean =>
  count !== null &&
  count.low > 1 &&
  i > start &&
  !isDefinite(doc, i) &&
  featuresOf(node)?.number !== 'pl' &&
  doc.forms.isName(bareKey(doc, i)) &&
  (nodeOf(doc, i - 1, 'place-class') !== null || featuresOf(nodeOf(doc, i - 1, 'person') ?? node)?.number === 'pl');
const sorts: ReadonlySet<Who> = new Set<Who>(['civilian', 'child', 'woman', 'man']);

/** "an activist of the brigades X": a word for whoever is in a cause; in one that bears arms they do. */
const isOfCause = (doc: Doc, { head, actor }: NounPhrase): boolean =>
  field(nodeOf(doc, head, 'person'), 'cause') === 'yes' &&
  (actor!.start === head + 1 ? doc.bits[head + 1] === 0 : inIt.has(field(nodeOf(doc, actor!.start - 1, 'case'), 'role') ?? ''));
const inIt: ReadonlySet<string> = new Set(['from', 'in']);

/** "the men of | the army", "seven men | of | a unit of X" */
const isTheirForce = (doc: Doc, i: number, man: number, node: Node<any>): boolean =>
  i === man + 1
    ? isDefinite(doc, i)
    : i === man + 2 &&
      field(nodeOf(doc, i - 1, 'case'), 'role') === 'from' &&
      (field(node, 'unit') === 'group' || featuresOf(node)?.number === 'pl');
const forces: ReadonlySet<Who> = new Set<Who>(['combatant', 'police']);

/** "ten of the guards of the minister": one man whose people they are says nothing of what they are. */
const isTheirOwner = (doc: Doc, { count, head }: NounPhrase, i: number, node: Node<any> | null): boolean =>
  count !== null &&
  count.low > 1 &&
  i > head &&
  node !== null &&
  isDefinite(doc, i) &&
  featuresOf(node)?.number === 'sg' &&
  field(node, 'unit') !== 'group';

const whoOfWord = (node: Node<any> | null): Who =>
  isWoman(node) ? 'woman' : ((field(node, 'who') as Who | undefined) ?? 'unknown');

/** "a (female) civilian": the feminine of a word for civilians. */
function isWoman(node: Node<any> | null): boolean {
  if (node === null || field(node, 'who') !== 'civilian' || field(node, 'feminine') === undefined) return false;
  return featuresOf(node)?.gender === 'f';
}
