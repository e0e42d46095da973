/** The object of the verb, where it begins right behind the phrase before it: "settlers | a house", "unknown men | a commander". */
import type { Node } from '../rules/node.ts';
import { TEH_MARBUTA } from '../text/letters.ts';
import { keepsNoon, keepsOblique, keepsUn } from './case-endings.ts';
import type { Doc } from './doc.ts';
import { endsLikeFeminine, takesNoGenitive } from './noun-closed.ts';
import { otherCase } from './noun-ends.ts';
import { common, type NounPhrase, names } from './noun-parts.ts';
import { featuresOf, field, isDefinite, nodeAmong, nodeOf, senseOf } from './words.ts';

/** "bulldozers of the occupation" */
export const isMachine = ({ kind, node }: NounPhrase): boolean => kind === 'thing' && field(node, 'category') === 'vehicle';

export const isWeapon = ({ kind, node }: NounPhrase): boolean => kind === 'thing' && field(node, 'means') === 'yes';

/** "(hit) a rocket | the base of X", but "the aircraft of the state of X". */
export const isWeaponAtPlace = (doc: Doc, np: NounPhrase, t: number): boolean =>
  isWeapon(np) &&
  field(nodeOf(doc, t, 'place-class'), 'kind') !== 'country' &&
  // "a bomb of local make"
  nodeOf(doc, t, 'event-adjective') === null;

const isPeople = ({ kind }: NounPhrase): boolean => kind === 'person' || kind === 'actor';

/** "settlers | a house", "the group | the roads", "two aircraft | the post": after a word that takes no genitive a thing that can be hit begins the object. */
export function beginsObject(doc: Doc, np: NounPhrase, head: Node<any>, definite: boolean): boolean {
  // "(set off) a bomber | the bomb"
  if (definite && !np.definite && np.node?.end === np.end && field(np.node, 'of-things') === 'no') return true;
  if (definite && isOtherThing(doc, np, head)) return true;
  // "(used) the police | the tear gas": who has the article is described by no weapon of two words
  const whole = head.end > head.start + 1 && field(head, 'means') === 'yes';
  if (definite && whole && isPeople(np) && np.end === np.head + 1 && isDefinite(doc, np.head)) return true;
  // "settlers | olive trees": a plural that keeps its noon takes no genitive, of whatever kind
  if (!definite && np.end === np.head + 1 && isPeople(np) && keepsUn(doc, np.head) && isOnlyNoun(doc, head)) return true;
  // "(blamed) a rights group | the air force": who speaks has no arms for a genitive behind an adjective
  const closed = takesNoGenitive(doc, np) || (np.end > np.head + 1 && endsLikeFeminine(doc, np.end - 1));
  if (np.kind === 'source' && !definite && field(head, 'means') === 'yes' && closed) return true;
  if (field(head, 'target') !== 'yes') return false;
  // "a force | the houses of": nor is one body of them
  if (!definite && np.end === np.head + 1 && isArmedBody(np) && field(head, 'category') === 'building') return true;
  // "soldiers | houses": those who fight are of no houses
  if (!definite && np.end === np.head + 1 && isFighters(np) && isPlural(head, 'building')) return true;
  // "the bulldozers of the enemy | a house (accusative)"
  if (isMachine(np) && isDefinite(doc, np.end - 1) && featuresOf(head)?.state === 'accusative') return true;
  if (np.kind === 'actor' || (np.actor !== null && np.end - np.actor.end < 2)) return true;
  // "a shell | an ambulance": what is fired is of no house and of no car
  if (np.kind === 'thing' && !definite && np.end === np.head + 1 && field(np.node, 'category') === 'munition')
    return hit.has(field(head, 'category') ?? '') && nodeOf(doc, head.start, 'thing')?.value !== np.node?.value;
  if (np.kind !== 'person' && np.kind !== 'outcome' && np.kind !== 'thing' && np.kind !== 'name' && np.kind !== 'source')
    return false;
  if (isDefinite(doc, np.head))
    return np.kind === 'source' ? !definite : definite && (np.kind !== 'thing' || field(np.node, 'means') === 'yes');
  return takesNoGenitive(doc, np);
}

/** "the army | the bullets", "the settlers | the crops": a noun that is no adjective describes no party that has the article. */
const isOtherThing = (doc: Doc, np: NounPhrase, head: Node<any>): boolean =>
  (isPeople(np) || (np.kind === 'thing' && field(np.node, 'means') === 'yes')) &&
  np.count === null &&
  np.end === np.head + 1 &&
  (isDefinite(doc, np.head) || np.actor?.end === np.end) &&
  featuresOf(head)?.pos === 'noun' &&
  // "the fighting factions" are no factions and a jet; "the army | the aircraft": no feminine describes one man's body
  (featuresOf(head)?.number === 'pl' || !endsLikeFeminine(doc, head.start) || isMasculine(doc, np)) &&
  !doc.at[head.start].some((n) => (describing.has(n.kind) && n.kind !== 'vocabulary') || featuresOf(n)?.pos === 'adjective');
const isMasculine = (doc: Doc, { features, head }: NounPhrase): boolean =>
  features?.gender === 'm' && features.number === 'sg' && !endsLikeFeminine(doc, head);
const isFighters = ({ kind, node, features }: NounPhrase): boolean =>
  kind === 'person' && features?.number === 'pl' && field(node, 'who') === 'combatant' && field(node, 'unit') !== 'group';
const isArmedBody = ({ kind, node, features }: NounPhrase): boolean =>
  kind === 'person' && field(node, 'unit') === 'group' && field(node, 'side') === 'armed' && features?.number !== 'du';
const isPlural = (head: Node<any>, category: string): boolean =>
  featuresOf(head)?.number === 'pl' && field(head, 'category') === category;
const isOnlyNoun = (doc: Doc, head: Node<any>): boolean =>
  featuresOf(head)?.pos === 'noun' &&
  head.word?.exact === true &&
  !doc.at[head.start].some((n) => (n.kind !== 'vocabulary' && describing.has(n.kind)) || featuresOf(n)?.pos === 'adjective');
const describing: ReadonlySet<string> = new Set([
  'person',
  'vocabulary',
  'given-name',
  'family-name',
  'kunya',
  'actor',
  'actor-short',
  'party',
]);

const hit: ReadonlySet<string> = new Set(['vehicle', 'building', 'infrastructure']);

/** "(gunmen riding) a motor cycle | the commander X": a thing that is called by several words takes nobody into its name. */
export const isClosedThing = (doc: Doc, { kind, node, end }: NounPhrase, head: Node<any>, definite: boolean): boolean =>
  kind === 'thing' &&
  node !== null &&
  node.end === end &&
  node.end > node.start + 1 &&
  common.has(head.kind) &&
  head.kind !== 'thing' &&
  (definite ||
    featuresOf(head)?.state === 'accusative' ||
    (field(node, 'means') === 'yes' && featuresOf(head)?.pos === 'noun' && isHarmless(doc, head.start)) ||
    (field(node, 'category') === 'vehicle' && featuresOf(head)?.pos === 'noun' && featuresOf(head)?.number === 'sg'));

/** "unknown men | a commander", "X's aircraft | a centre": a singular in the accusative, or a new noun after a named owner, is the object. */
export function beginsPeople(doc: Doc, np: NounPhrase, head: Node<any>, definite: boolean): boolean {
  if (definite) return isOtherOne(doc, np, head) || isGunmanBefore(doc, np, head) || isBehindOwnedThing(doc, np, head);
  if (!common.has(head.kind)) return false;
  // "terrorist elements (who are) wanted", "a gunman (who is) wanted": a second adjective that agrees
  if (!definite && field(head, 'describes') === 'yes' && np.end > np.head + 1 && agrees(doc, np, head)) return false;
  // "the commander of | its intelligence": a body with its owner is the genitive of whoever leads it
  if (np.end === np.head + 1 && field(head, 'unit') === 'group' && doc.info[head.start].pronoun !== null && isOneMan(np))
    return false;
  // "(killed) a man | his wife", "a soldier | his comrade"
  if (np.end === np.head + 1 && doc.info[head.start].pronoun !== null && isAnybody(np) && isSomebodys(doc, head)) return true;
  const features = featuresOf(head);
  if (np.kind === 'person' && otherCase(doc, np, head)) return true;
  if (np.count !== null) return false;
  if (features?.pos !== 'noun') return false;
  if (np.actor !== null && np.actor.end === np.end && np.kind !== 'source' && np.kind !== 'title') return true;
  // "an American drone | a commander"
  if (np.kind === 'thing' && field(np.node, 'means') === 'yes' && np.end > np.head + 1)
    return takesNoGenitive(doc, np) && features.state === 'accusative';
  // "a bullet | a woman": what is fired is of nobody who does not fight
  if (isShot(np)) return isHarmless(doc, head.start) && doc.bits[head.start] === 0;
  if (np.kind !== 'person' && np.kind !== 'outcome') return false;
  // "(the bullets of) a sniper | a child"
  if (isOneMan(np) && np.end === np.head + 1 && field(np.node, 'of-things') === 'no' && isHarmless(doc, head.start))
    return field(head, 'unit') !== 'group' && features.number === 'sg';
  if (areOthers(doc, np, head) || areTwoKinds(doc, np, head) || (takesNoGenitive(doc, np) && features.number === 'sg'))
    return true;
  return features.state === 'accusative' && np.features?.state !== 'accusative' && np.features?.number === 'sg';
}

/** "a bullet", "a sniper's bullet", "shells": what is fired, as one name. */
const isShot = ({ kind, node, end }: NounPhrase): boolean =>
  kind === 'thing' && node?.end === end && field(node, 'means') === 'yes' && shots.has(field(node, 'category') ?? '');
const shots: ReadonlySet<string> = new Set(['munition', 'weapon']);
/** Somebody who does not fight, or a family of them. */
function isHarmless(doc: Doc, t: number): boolean {
  const person = nodeOf(doc, t, 'person');
  if (person?.word?.exact !== true || featuresOf(person)?.pos !== 'noun' || field(person, 'side') === 'armed') return false;
  return field(person, 'unit') === 'group' || harmless.has(field(person, 'who') ?? '');
}
const harmless: ReadonlySet<string> = new Set(['civilian', 'child', 'woman', 'man', 'journalist', 'health-worker', 'aid-worker']);

/** In the singular, of the same gender and case as the noun; in the feminine of a plural that is no sound one of men. */
const agrees = (doc: Doc, { kind, features, head: np }: NounPhrase, head: Node<any>): boolean => {
  const own = featuresOf(head);
  if (kind !== 'person' || features === null || own === null || own.number !== 'sg') return false;
  if (features.number === 'pl') return endsLikeFeminine(doc, head.start) && !keepsNoon(doc, np);
  return features.number === 'sg' && features.gender === own.gender && features.state === own.state;
};

/** "youths | soldiers", "pirates | sailors": bare plurals of two kinds of people, of which one fights, are no phrase; "child soldiers" are. */
const areTwoKinds = (doc: Doc, np: NounPhrase, head: Node<any>): boolean => {
  const who = field(head, 'who') ?? '';
  const own = field(np.node, 'who') ?? '';
  return (
    np.end === np.head + 1 &&
    np.kind === 'person' &&
    np.features?.number === 'pl' &&
    who !== own &&
    grown.has(own) &&
    grown.has(who) &&
    (own === 'combatant' || who === 'combatant') &&
    head.kind === 'person' &&
    featuresOf(head)?.number === 'pl' &&
    featuresOf(head)?.pos === 'noun' &&
    field(head, 'unit') !== 'group' &&
    field(head, 'describes') !== 'yes' &&
    !keepsNoon(doc, head.start) &&
    !doc.at[head.start].some((n) => featuresOf(n)?.pos === 'adjective' || n.kind === 'nationality')
  );
};
const grown: ReadonlySet<string> = new Set(['man', 'civilian', 'combatant']);

/** "gunmen | hostages": behind a nominative in "-un" a plural that is no adjective of it is somebody else. */
const areOthers = (doc: Doc, np: NounPhrase, head: Node<any>): boolean =>
  np.end === np.head + 1 &&
  keepsUn(doc, np.head) &&
  (head.kind === 'person' || head.kind === 'outcome') &&
  head.word?.exact === true &&
  doc.at[head.start].some((n) => n.kind === head.kind && featuresOf(n)?.number === 'pl') &&
  field(head, 'describes') !== 'yes' &&
  nodeOf(doc, head.start, 'nationality') === null &&
  !keepsUn(doc, head.start);

/** "the authorities | the president", "the police | the worshippers": men are no adjective of a body whose name is feminine, and one man is none of many. */
function isOtherOne(doc: Doc, { head: np, end, features, node }: NounPhrase, head: Node<any>): boolean {
  if (end !== np + 1 || !isDefinite(doc, np) || features === null) return false;
  // "the president | the wounded(plural)": many are no adjective of one
  const one = features.number === 'sg' && (node?.kind === 'person' || node?.kind === 'title') && field(node, 'unit') !== 'group';
  if (one && keepsOblique(doc, head.start) && featuresOf(head)?.number !== 'sg') return head.end === head.start + 1;
  const feminine = features.gender === 'f' || field(node, 'gender') === 'f' || senseOf(node)?.word.endsWith(TEH_MARBUTA) === true;
  if (feminine && node?.kind !== 'nationality' && keepsNoon(doc, head.start)) return head.end === head.start + 1;
  const other = nodeOf(doc, head.start, 'person')?.end === head.end ? featuresOf(head) : null;
  if (other?.pos !== 'noun' || other.number !== 'sg' || other.gender !== 'm') return false;
  return features.number === 'pl' || (features.number === 'sg' && features.gender === 'f');
}

/** "a gunman | the patrol", "a bomber | the soldiers": one who is of nobody attacks them. */
const isGunmanBefore = (doc: Doc, np: NounPhrase, head: Node<any>): boolean =>
  isOneMan(np) &&
  !np.definite &&
  np.count === null &&
  np.end === np.head + 1 &&
  field(np.node, 'of-things') === 'no' &&
  (head.kind === 'person' || head.kind === 'source' || head.kind === 'title') &&
  isDefinite(doc, head.start);

/** "(abducted from) his car | the activist X": a thing that has its owner is described by nobody who is named. */
const isBehindOwnedThing = (doc: Doc, { kind, head: np, end }: NounPhrase, head: Node<any>): boolean =>
  kind === 'thing' &&
  end === np + 1 &&
  doc.info[np].pronoun !== null &&
  (head.kind === 'title' || (common.has(head.kind) && head.end < doc.length && nodeAmong(doc, head.end, names) !== null));

const isOneMan = ({ kind, features, node }: NounPhrase): boolean =>
  kind === 'person' && features?.number === 'sg' && features.state !== 'accusative' && field(node, 'unit') !== 'group';

const isSomebodys = (doc: Doc, { start }: Node<any>): boolean => {
  const person = nodeOf(doc, start, 'person');
  return field(person, 'kin') === 'yes' || field(person, 'of-somebody') === 'yes';
};

/** "a man", "a gunman", rather than "a friend of", "the driver of". */
const isAnybody = (noun: NounPhrase): boolean =>
  isOneMan(noun) && !noun.definite && field(noun.node, 'kin') !== 'yes' && anybody.has(field(noun.node, 'who') ?? '');
const anybody: ReadonlySet<string> = new Set(['man', 'woman', 'combatant', 'child', 'police']);
