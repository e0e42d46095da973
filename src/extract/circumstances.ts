/** Participles with an object of their own beside a deed: "aiming at a market", "leaving ten dead". What the object is to the deed is the word's own `gives`. */
import { AL, BI, FA, KA, LI, WA } from '../lexicon/analyze.ts';
import type { Node } from '../rules/node.ts';
import { keepsOblique } from './case-endings.ts';
import type { Doc } from './doc.ts';
import { heads } from './noun-parts.ts';
import { featuresOf, field, isWord, nodeAmong, nodeOf } from './words.ts';

/** The participle at token `i` where it is indefinite, in the accusative as far as letters tell, and has its object right behind it; else null. */
export function circumstanceAt(doc: Doc, i: number, end: number): Node<any> | null {
  const node = nodeOf(doc, i, 'circumstance');
  if (node === null || doc.bits[i] & (AL | BI | LI | KA) || doc.info[i].pronoun !== null) return null;
  // "during | the raiding of": no participle stands behind a preposition
  const link = i > 0 ? nodeOf(doc, i - 1, 'case') : null;
  if (link?.word?.exact === true && doc.info[i - 1].pronoun === null) return null;
  // "Turkish raids" has the letters of "raiding Turkey" of several women
  const { gender, number } = featuresOf(node) ?? {};
  if (gender === 'f' && number === 'pl' && nodeOf(doc, i, 'event') !== null) return null;
  const t = node.end;
  if (!isAccusative(doc, node) || t >= end || !isWord(doc, t) || doc.bits[t] & (BI | LI | KA | WA | FA)) return null;
  const gives = field(node, 'gives');
  if (gives === 'casualties') return countsPeople(doc, t) ? node : null;
  if (gives === 'means') return field(nodeOf(doc, t, 'thing'), 'means') === 'yes' ? node : null;
  return isObject(doc, t) ? node : null;
}

/** The masculine singular shows its case; dual and plural end in "-ayn" or "-in"; the feminine shows nothing. */
function isAccusative(doc: Doc, node: Node<any>): boolean {
  const features = featuresOf(node);
  if (features === null || features.state === 'construct') return false;
  if (features.gender === 'f' && features.number !== 'du') return true;
  if (field(node, 'inflect') === 'none' || features.state === 'accusative') return true;
  return features.number !== 'sg' && keepsOblique(doc, node.start);
}

const isObject = (doc: Doc, t: number): boolean =>
  nodeOf(doc, t, 'date') === null &&
  nodeOf(doc, t, 'case') === null &&
  (nodeAmong(doc, t, heads) !== null ||
    nodeOf(doc, t, 'place-class') !== null ||
    nodeOf(doc, t, 'quantity') !== null ||
    nodeOf(doc, t, 'number') !== null);

const countsPeople = (doc: Doc, t: number): boolean => {
  const quantity = nodeOf(doc, t, 'quantity');
  const at = quantity === null ? t : quantity.end;
  return quantity !== null
    ? nodeOf(doc, at, 'thing') === null
    : // "a military (accusative) | post" has the letters of "causing a soldier"
      nodeOf(doc, at, 'outcome') !== null || (nodeOf(doc, at, 'person') !== null && nodeOf(doc, at, 'event-adjective') === null);
};
