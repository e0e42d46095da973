/** "fighting between the army and the movement; the latter said": the party named last that agrees with the word. */
import { Kinds } from '../text/key-mark.ts';
import type { Doc } from './doc.ts';
import { endsLikeFeminine } from './noun-closed.ts';
import { type NounPhrase, newNoun } from './noun-parts.ts';
import { isMovementAt } from './party-words.ts';
import { featuresOf, field, isDefinite, isWord, nodeAmong, nodeOf } from './words.ts';

/** How many words before it the party may stand, and how many words its name may be long. */
const REACH = 40;
const LONGEST = 5;

/** Whom "the latter" stands for; the phrase itself where it is no such word or nobody is found. */
export function inPlaceOfLatter(doc: Doc, noun: NounPhrase): NounPhrase {
  if (noun.end !== noun.start + 1 || !isDefinite(doc, noun.head) || nodeOf(doc, noun.head, 'last') === null) return noun;
  const feminine = endsLikeFeminine(doc, noun.head);
  for (let i = noun.start - 1; i >= 0 && i >= noun.start - REACH; i--) {
    if (!isWord(doc, i)) continue;
    const party = partyAt(doc, i);
    if (party !== null && endsFeminine(doc, party) === feminine) return party;
    // somebody else who may be meant
    if (party === null && isDefinite(doc, i) && endsLikeFeminine(doc, i) === feminine && nodeAmong(doc, i, others) !== null)
      return noun;
  }
  return noun;
}

const others = new Kinds(['person', 'source', 'title']);

/** The party whose name ends with token `i` or begins there. */
function partyAt(doc: Doc, i: number): NounPhrase | null {
  for (let t = Math.max(0, i - LONGEST); t <= i; t++) {
    const node = nodeOf(doc, t, 'actor') ?? nodeOf(doc, t, 'actor-short');
    if (node !== null && node.end > i && field(node, 'kind') !== 'person') {
      const party = newNoun(t, node.end, t, 'actor');
      return { ...party, node, actor: node, definite: true };
    }
  }
  const body = nodeOf(doc, i, 'person');
  if (body !== null && isDefinite(doc, i) && field(body, 'unit') === 'group' && field(body, 'side') === 'armed')
    return { ...newNoun(i, i + 1, i, 'person'), node: body, person: body, features: featuresOf(body), definite: true };
  return isMovementAt(doc, i) && isDefinite(doc, i) ? { ...newNoun(i, i + 1, i, 'other'), definite: true } : null;
}

const endsFeminine = (doc: Doc, { head, features }: NounPhrase): boolean =>
  endsLikeFeminine(doc, head) || features?.gender === 'f';
