/** Parties that no list holds, by a word for parties: "the movement", "the front of the dignity". */
import type { Node } from '../rules/node.ts';
import { Kinds } from '../text/key-mark.ts';
import type { Doc } from './doc.ts';
import type { NounPhrase } from './noun-parts.ts';
import { attachedPreposition, field, hasConjunction, isDefinite, isWord, nodeAmong, nodeOf } from './words.ts';

export const isMovementAt = (doc: Doc, i: number): boolean =>
  isDefinite(doc, i) && field(nodeOf(doc, i, 'party'), 'alone') === 'yes';

/** "the regime", "the government", "the opposition". */
export const isPowerAt = (doc: Doc, i: number): boolean =>
  isDefinite(doc, i) && field(nodeOf(doc, i, 'regime'), 'power') === 'yes';

/** A party by its kind alone: nobody's name stands behind it, unless it is what somebody is in ("the leader in the movement Salim"). */
export const isBareParty = (doc: Doc, i: number): boolean =>
  (isMovementAt(doc, i) || isPowerAt(doc, i)) && attachedPreposition(doc, i) === 0;

/** "the residents | the movement"; "(accused) the government | a party of the workers". */
export const beginsMovement = (doc: Doc, { head, end }: NounPhrase, t: number): boolean =>
  isDefinite(doc, t)
    ? end === head + 1 && isDefinite(doc, head) && isMovementAt(doc, t)
    : isDefinite(doc, t - 1) && isPartyNameAt(doc, t);

/** "the front of the dignity", and no front of a battle or of a region: a word for parties without its article, and a name behind it. */
export function isPartyNameAt(doc: Doc, t: number): boolean {
  if (nodeOf(doc, t, 'party') === null || isDefinite(doc, t)) return false;
  const next = t + 1;
  if (!standsFree(doc, next) || (nodeAmong(doc, next, where) !== null && nodeOf(doc, next, 'duty') === null)) return false;
  if (isDefinite(doc, next) || doc.info[next].unknown) return true;
  // "the front of | the martyrs of the land"
  return doc.info[next].nominal && standsFree(doc, next + 1) && (isDefinite(doc, next + 1) || doc.info[next + 1].unknown);
}
/** A word for a party or for an armed body without its article, which has its name behind it. */
export const isBodyWord = (doc: Doc, { head, node, person, count }: NounPhrase): boolean =>
  !isDefinite(doc, head) &&
  (nodeOf(doc, head, 'party') !== null ||
    (count === null && field(person ?? node, 'unit') === 'group' && field(person ?? node, 'side') === 'armed'));

/** "the army of Bandar Zumi | the town of X": its name, which nothing else is known of, is there. */
export const hasName = (doc: Doc, np: NounPhrase): boolean =>
  np.end > np.head + 1 && doc.info[np.end - 1].unknown && isBodyWord(doc, np);

const standsFree = (doc: Doc, i: number): boolean =>
  i < doc.length && isWord(doc, i) && !hasConjunction(doc, i) && attachedPreposition(doc, i) === 0;
const where = new Kinds(['event', 'direction', 'relation', 'place-class', 'carrier', 'light', 'say']);

/** "the forces of | Taliban", "the positions of | Taliban", which is written like "two students": right behind a bare word for armed people stands the party they are of. */
export const isForceOf = (np: NounPhrase, party: Node<any> | null): boolean =>
  party?.kind === 'actor' &&
  np.end === np.head + 1 &&
  !np.definite &&
  (isHit(np) ||
    (np.kind === 'person' &&
      (field(np.node, 'unit') === 'group' || np.features?.number === 'pl') &&
      field(np.node, 'side') === 'armed'));

/** "positions", "prisons", "checkpoints": what a party has and others hit. */
export const isHit = ({ kind, node }: NounPhrase): boolean => kind === 'thing' && field(node, 'target') === 'yes';

/** "the Islamic State" is no country: the word for a place begins the name of a party. */
export function isOfPartyName(doc: Doc, t: number, place: Node<any>): boolean {
  const party = isDefinite(doc, t) ? nodeOf(doc, t, 'actor') : null;
  return party !== null && party.end > place.end && field(party, 'kind') !== 'state';
}
