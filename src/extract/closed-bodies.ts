/** Who attacks, where the target stands right behind: "a gunman | the gate", "the militia X | a village", "an unknown group | a convoy". */
import { BI } from '../lexicon/analyze.ts';
import type { Node } from '../rules/node.ts';
import { Kinds } from '../text/key-mark.ts';
import { keepsOblique } from './case-endings.ts';
import { CLOSING } from './class-groups.ts';
import type { Doc } from './doc.ts';
import { endsLikeFeminine, isAdjective } from './noun-closed.ts';
import { type NounPhrase, names } from './noun-parts.ts';
import { isArmed } from './parties.ts';
import { isPlaceAdjective } from './place-adjectives.ts';
import type { Gazetteer } from './place-names.ts';
import { featuresOf, field, isDefinite, looseOfToken, nodeAmong, nodeOf } from './words.ts';

/** Whether what can be hit at `t` is no part of the phrase before it, which an owner, a name, an adjective or the word itself has closed. */
export function closesBeforeTarget(doc: Doc, np: NounPhrase, t: number): boolean {
  // "(accused) the organization X | both sides"
  if ((doc.groups[t] & CLOSING) !== 0 && nodeOf(doc, t, 'both-sides') !== null && isDefinite(doc, t) && np.end > np.head + 1)
    return true;
  const last = np.end - 1;
  const definite = isDefinite(doc, t);
  // "the government (took back) | areas": several places describe nothing that has its article
  const areas = np.end === np.head + 1 && isDefinite(doc, last) && !definite ? nodeOf(doc, t, 'place-class') : null;
  if (areas !== null && featuresOf(areas)?.number === 'pl' && areas.word?.exact === true) return true;
  if (np.count !== null || np.features?.state === 'construct') return false;
  if (np.kind === 'thing' && field(np.node, 'category') === 'aircraft')
    return !definite && (isDefinite(doc, np.head) || np.end > np.head + 1) && isHit(doc, t);
  if (np.kind !== 'person' || isDefinite(doc, np.head)) return false;
  const lone = np.node?.end === np.end && field(np.node, 'of-things') === 'no';
  // "a bomber | a checkpoint"
  if (!isHit(doc, t) && !(lone && isPost(doc, t))) return false;
  // "members of the gang X | the town of Y": a name has no kind of place behind it
  if (np.end > np.head + 1 && !definite && nodeOf(doc, t, 'place-class') !== null && isCalled(doc, np, last)) return true;
  if (lone) return true;
  const body = field(np.node, 'unit') === 'group' || (np.features?.number === 'pl' && isArmed(np));
  if (np.end === np.head + 1 || isDefinite(doc, last) || definite || !body) return false;
  return isCalled(doc, np, last) || isDescribed(doc, last);
}

/** "(and struck) the second | a house": which of two it was takes no genitive. */
export const isWhichOfTwo = (doc: Doc, { head, end }: NounPhrase, t: number): boolean =>
  end === head + 1 && isDefinite(doc, head) && nodeOf(doc, head, 'ordinal') !== null && !isDefinite(doc, t) && isHit(doc, t);

/** "(attacked) the sons of X | a post": an indefinite accusative is no genitive, and describes only another one. */
export function isAccusativeThing(doc: Doc, np: NounPhrase, t: number): boolean {
  if (np.count !== null || np.features?.state === 'accusative' || isDefinite(doc, t)) return false;
  if (nodeOf(doc, t, 'thing') === null && nodeOf(doc, t, 'place-class') === null) return false;
  const things = doc.at[t].filter(
    (n) => n.word?.exact === true && n.end === t + 1 && (n.kind === 'thing' || n.kind === 'place-class'),
  );
  return (
    things.length > 0 &&
    things.every(
      (n) => featuresOf(n)?.pos === 'noun' && (featuresOf(n)?.state === 'accusative' || featuresOf(n)?.number === 'du'),
    ) &&
    things.some((n) => featuresOf(n)?.state === 'accusative') &&
    nodeOf(doc, t, 'person') === null &&
    nodeAmong(doc, t, names) === null &&
    !doc.at[np.end - 1].some((n) => featuresOf(n)?.state === 'accusative')
  );
}

/** "Russian aircraft | the town", "an armed group | the village": behind an adjective that has no article, what has it is no part of the phrase. */
export const isClosedByAdjective = (doc: Doc, { head, end }: NounPhrase, t: number, gazetteer: Gazetteer): boolean =>
  isDefinite(doc, t) &&
  end === t &&
  t > head + 1 &&
  !isDefinite(doc, head) &&
  !isDefinite(doc, t - 1) &&
  isAdjective(doc, t - 1) &&
  // "Iranian | made"
  nodeOf(doc, t, 'trait') === null &&
  doc.info[head].pronoun === null &&
  (nodeAmong(doc, t, others) !== null || gazetteer.isName(looseOfToken(doc, t)));
const others = new Kinds([
  ...['thing', 'person', 'outcome', 'source', 'title', 'actor'],
  ...['relation', 'direction', 'place-class', 'anaphor'],
]);

/** "the brigade of the scorpion | the rebels": whom a body with its name struck; no adjective of it, and no other name of the same party. */
export function closesBeforeParty(doc: Doc, np: NounPhrase, t: number, head: Node<any>): boolean {
  // "(adopted) the operation | the group X"
  if (np.kind === 'other' && np.end === np.head + 1 && head.kind === 'actor' && !isDefinite(doc, t))
    return np.count === null && isDefinite(doc, np.head) && nodeOf(doc, np.head, 'carrier') !== null;
  // "(arrested) the army | the physician"
  if (np.kind === 'person' && np.end === np.head + 1 && field(np.node, 'unit') === 'group' && isTradesman(doc, t))
    return np.count === null && isDefinite(doc, np.head);
  if (np.count !== null || np.end < np.head + 2) return false;
  // "the security forces | the organization": two nouns with the article are two parties
  if (isDefinite(doc, np.head)) return np.kind === 'person' && field(np.node, 'unit') === 'group' && isBodyAt(doc, t);
  // "the movement X | the army"
  if (np.kind === 'actor') return np.actor?.end === np.end && isDefinite(doc, t) && isArmedBody(doc, t);
  if (np.kind !== 'person') return false;
  if (field(np.node, 'unit') !== 'group' && field(nodeOf(doc, np.head, 'place-class'), 'unit') !== 'yes') return false;
  const last = np.end - 1;
  if (!isDefinite(doc, last) && np.actor?.end !== np.end) return false;
  if (head.kind === 'actor')
    return (
      field(head, 'id') !== field(np.actor, 'id') &&
      (head.end > t + 1 || (isDefinite(doc, t) && nodeOf(doc, t, 'nationality') === null && !RELATIVE.test(looseOfToken(doc, t))))
    );
  const party = nodeOf(doc, t, 'nationality') === null ? nodeOf(doc, t, 'person') : null;
  if (party === null || !isDefinite(doc, t) || featuresOf(party)?.pos !== 'noun') return false;
  if (field(party, 'side') !== 'armed' && field(party, 'acts') !== 'yes') return false;
  if (field(party, 'unit') === 'group') return true;
  return isPlural(doc, t) && np.features?.number === 'sg' && !isPlural(doc, last);
}

/** "the physician", "the youth": one man by what he is, in a word that is no adjective. */
const isTradesman = (doc: Doc, t: number): boolean => {
  const man = isDefinite(doc, t) && nodeOf(doc, t, 'title') !== null ? nodeOf(doc, t, 'person') : null;
  return man !== null && man.word?.exact === true && featuresOf(man)?.number === 'sg' && !RELATIVE.test(looseOfToken(doc, t));
};

const isBodyAt = (doc: Doc, t: number): boolean => {
  const body = nodeOf(doc, t, 'nationality') === null ? nodeOf(doc, t, 'person') : null;
  return body !== null && isDefinite(doc, t) && featuresOf(body)?.pos === 'noun' && field(body, 'unit') === 'group';
};

const isArmedBody = (doc: Doc, t: number): boolean => {
  const body = nodeOf(doc, t, 'person');
  return body !== null && featuresOf(body)?.pos === 'noun' && field(body, 'unit') === 'group' && field(body, 'side') === 'armed';
};

/** The ending of an adjective of origin. */
const RELATIVE = /\u064A(?:\u0647|\u0629)?$/u;

const isPlural = (doc: Doc, i: number): boolean =>
  doc.at[i].some((n) => n.word !== null && (featuresOf(n)?.number === 'pl' || field(n, 'number') === 'plural'));

/** A thing or a kind of place that can be attacked, told by a noun. */
const isHit = (doc: Doc, t: number): boolean =>
  (nodeOf(doc, t, 'place-class') !== null && !doc.at[t].some((n) => n.word !== null && featuresOf(n)?.pos === 'adjective')) ||
  (nodeOf(doc, t, 'nationality') === null &&
    doc.at[t].some(
      (n) =>
        n.kind === 'thing' &&
        field(n, 'target') === 'yes' &&
        field(n, 'category') !== 'military' &&
        featuresOf(n)?.pos === 'noun',
    ));

/** "a checkpoint", "a post": where soldiers stand. */
const isPost = (doc: Doc, t: number): boolean => {
  const thing = nodeOf(doc, t, 'thing');
  return thing !== null && field(thing, 'target') === 'yes' && field(thing, 'category') === 'military';
};

/** "the army of Myanmar", "the militia Mai Mai" */
const isCalled = (doc: Doc, { place, actor, end }: NounPhrase, last: number): boolean =>
  place?.end === end || actor?.end === end || doc.info[last].unknown || nodeAmong(doc, last, names) !== null;

/** "an unknown group", "a masked band": an adjective in the feminine; "a squad of commandos". */
const isDescribed = (doc: Doc, last: number): boolean => {
  const person = nodeOf(doc, last, 'person');
  if (person === null) return false;
  return endsLikeFeminine(doc, last) ? field(person, 'unit') !== 'group' : field(person, 'of-things') === 'no';
};

/** What stands behind a thing as its adjective though it may be something else: "the police station | nearby", which is also a name. */
export const isItsAdjective = (doc: Doc, np: NounPhrase, t: number): boolean =>
  np.kind === 'thing' &&
  np.end === t &&
  (isUnmanned(doc, np, t) || (t > np.head + 1 && isDefinite(doc, t - 1) && isPlaceAdjective(doc, t)));

/** "an unknown drone", "American aircraft without pilots": the adjective in the feminine, not "unknown men" whom the drone hit, nor a march. */
const isUnmanned = (doc: Doc, { node, head }: NounPhrase, t: number): boolean =>
  isDefinite(doc, head) === isDefinite(doc, t) &&
  endsLikeFeminine(doc, t) &&
  doc.at[t].some(
    (n) =>
      n.end === t + 1 &&
      n.word?.proclitics === 0 &&
      (n.kind === 'person'
        ? field(n, 'faceless') === 'yes' && !isDefinite(doc, head)
        : n.kind === 'event-adjective' && field(node, 'category') === 'aircraft'),
  );

/** "(hit) with a guided missile | a tank", "with bullets | the former leader X": what it was done with takes in nobody who was hit. */
export function closesInstrument(doc: Doc, np: NounPhrase, t: number): boolean {
  if (np.kind !== 'thing' || np.actor !== null || !(doc.bits[np.start] & BI) || field(np.node, 'means') !== 'yes') return false;
  // a car is no adjective, even where it has the letters of one
  const target = doc.at[t].some((n) => n.kind === 'thing' && field(n, 'target') === 'yes' && n.word?.exact === true);
  if (!target && doc.at[t].some((n) => n.word !== null && featuresOf(n)?.pos === 'adjective')) return false;
  if (nodeOf(doc, t, 'branch') !== null) return false;
  const hit = doc.at[t].some(
    (n) =>
      featuresOf(n)?.pos === 'noun' &&
      (n.kind === 'person' || n.kind === 'title' || (n.kind === 'thing' && field(n, 'target') === 'yes')),
  );
  if (isDefinite(doc, np.head)) return hit && isDefinite(doc, t);
  // "with the shell of a tank", "by the bullet of a sniper": one word alone belongs to who fired it, those that are counted to nobody
  return hit && (np.end > np.head + 1 || np.count !== null || isStruckWith(doc, np, t));
}

/** "with a sword | two policemen", "with a knife | a soldier (accusative)": one blade or gun in a hand, and people who are its object by their ending. */
function isStruckWith(doc: Doc, np: NounPhrase, t: number): boolean {
  if (field(np.node, 'category') !== 'weapon' || np.features?.number !== 'sg' || doc.bits[t] !== 0) return false;
  return doc.at[t].some((n) => {
    const own = n.kind === 'person' && n.word?.exact === true ? featuresOf(n) : null;
    return own !== null && (own.state === 'accusative' || (own.number !== 'sg' && keepsOblique(doc, t)));
  });
}

/** "(extended) the forces of X | their sway": a noun that has its owner describes no party. */
export const isWhatItHas = (doc: Doc, { actor }: NounPhrase, t: number): boolean =>
  actor?.end === t &&
  doc.info[t].pronoun !== null &&
  doc.at[t].length > 0 &&
  doc.at[t].every(({ kind }) => kind === 'vocabulary');
