/** "the demonstrators | the police", "angry youths | the police": a body behind the plural of people neither describes them nor owns them. */
import { BI, FA, KA, LI, WA } from '../lexicon/analyze.ts';
import { keepsNoon } from './case-endings.ts';
import type { Doc } from './doc.ts';
import type { NounPhrase } from './noun-parts.ts';
import { featuresOf, field, isDefinite, nodeOf } from './words.ts';

export function beginsBodyBehindMany(doc: Doc, np: NounPhrase, t: number): boolean {
  if ((np.kind !== 'person' && np.kind !== 'outcome') || np.actor !== null || np.features?.number !== 'pl') return false;
  if (np.count !== null || np.end !== t || doc.bits[t] & (WA | FA | BI | LI | KA)) return false;
  const last = t - 1;
  // with its article or its noon a plural takes no genitive
  return (keepsNoon(doc, last) || (last === np.head && isDefinite(doc, last))) && isBody(doc, t);
}

function isBody(doc: Doc, t: number): boolean {
  // "the fighters | the Houthis": the plural of an origin describes them
  if (keepsNoon(doc, t)) return false;
  const body = nodeOf(doc, t, 'person');
  return body?.word?.exact === true && featuresOf(body)?.pos !== 'adjective' && field(body, 'unit') === 'group';
}
