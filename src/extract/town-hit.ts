/** "(struck) a Russian aircraft | Aleppo": the bare name of a place behind those who strike is what they struck, where it cannot be their owner. */
import { AL } from '../lexicon/analyze.ts';
import type { Doc } from './doc.ts';
import { endsLikeFeminine, isAdjective } from './noun-closed.ts';
import type { NounPhrase } from './noun-parts.ts';
import { isArmed } from './parties.ts';
import { type Gazetteer, type NameMatch, nameAt, topOf } from './place-names.ts';
import { isPerson } from './place-strangers.ts';
import { field, isDefinite, nodeOf } from './words.ts';

/** A town that is known beyond its district; a village is found by what leads to it. */
const KNOWN = 3;
/** What a word that also means something else is called by. */
const WELL_KNOWN = 5;

export function isTownHit(doc: Doc, np: NounPhrase, t: number, end: number, gazetteer: Gazetteer): boolean {
  if (np.end !== t || isDefinite(doc, np.head) || doc.bits[t] & ~AL) return false;
  const things = np.kind === 'thing' && isStriking(np);
  if (!things && !(np.kind === 'person' && np.actor === null && isArmed(np) && isMany(np))) return false;
  const match = nameAt(doc, t, end, gazetteer);
  if (match?.exact !== true || !isKnown(doc, t, match, gazetteer) || isOfNation(doc, np, t)) return false;
  // "the artillery of the army | Aleppo"
  if (isDefinite(doc, t - 1)) return things && (!isDefinite(doc, t) || doc.info[t].unknown);
  if (np.actor === null && t > np.head + 1 && isQuality(doc, t - 1)) return true;
  // "aircraft | of Russia" belong to it, "an aircraft | of Aleppo" to nobody
  return things && t === np.node?.end && match.rows.every((row) => gazetteer.kindOf(row) !== 'country');
}

const isQuality = (doc: Doc, i: number): boolean =>
  isAdjective(doc, i) || doc.at[i].some((n) => n.word?.surface.features.pos === 'adjective');

function isKnown(doc: Doc, t: number, match: NameMatch, gazetteer: Gazetteer): boolean {
  if (match.length > 1) return !isPerson(doc, t, match, gazetteer);
  return topOf(match.rows, gazetteer) >= (doc.info[t].unknown ? KNOWN : WELL_KNOWN);
}

/** "Ukrainian" is written like "Ukraine", but what describes an aircraft or many of them is feminine. */
const isOfNation = (doc: Doc, { head, features }: NounPhrase, t: number): boolean =>
  nodeOf(doc, t, 'nationality') !== null &&
  (isDefinite(doc, t) || endsLikeFeminine(doc, t) || !(endsLikeFeminine(doc, head) || features?.number === 'pl'));

const isStriking = ({ node }: NounPhrase): boolean =>
  field(node, 'means') === 'yes' || field(node, 'category') === 'vehicle' || field(node, 'category') === 'aircraft';

const isMany = ({ features, person, node }: NounPhrase): boolean =>
  features?.number === 'pl' || features?.number === 'du' || field(person ?? node, 'unit') === 'group';
