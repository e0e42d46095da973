/** Adjectives of places that are no names: "a residential area", "a remote village". */
import type { Node } from '../rules/node.ts';
import type { Doc } from './doc.ts';
import { type Gazetteer, topOf } from './place-names.ts';
import { featuresOf, isDefinite, isWord, looseOfToken, nodeAmong, nodeOf } from './words.ts';

/** An adjective of relation without its article, in the gender of the class word, which is at most the name of some hamlet. */
export function describes(
  doc: Doc,
  k: number,
  of: Node<any>,
  match: { rows: readonly number[] } | null,
  gazetteer: Gazetteer,
): boolean {
  if (!isWord(doc, k) || doc.bits[k] !== 0 || (match !== null && topOf(match.rows, gazetteer) > 2)) return false;
  if (nodeOf(doc, k, 'place-adjective') !== null && (match === null || topOf(match.rows, gazetteer) < 2)) return true;
  const key = looseOfToken(doc, k);
  // "a Kurdish quarter" is short in Arabic
  if (key.length < (nodeOf(doc, k, 'nationality') === null ? 5 : 4) || doc.info[k].unknown) return false;
  const last = key.charCodeAt(key.length - 1);
  const features = featuresOf(of);
  const feminine = features?.number === 'pl' || features?.gender === 'f';
  if (last === HEH || last === TEH_MARBUTA) return feminine && key.charCodeAt(key.length - 2) === YEH;
  return !feminine && last === YEH && (nodeOf(doc, k, 'vocabulary') ?? nodeOf(doc, k, 'nationality')) !== null;
}

/** An office or a rank with its article; "the media (centre)" has the letters of "the media man". */
export const isSomebody = (doc: Doc, k: number): boolean =>
  isDefinite(doc, k) &&
  nodeAmong(doc, k, somebody)?.word?.exact === true &&
  nodeOf(doc, k, 'nationality') === null &&
  !RELATING.test(looseOfToken(doc, k));
const RELATING = /\u064A[\u0629\u0647]?$/;
const somebody: ReadonlySet<string> = new Set(['title', 'rank', 'source']);

const YEH = 0x064a;
const HEH = 0x0647;
const TEH_MARBUTA = 0x0629;
