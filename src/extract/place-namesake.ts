/** Places that are called after somebody: "the hospital of the martyr X Y", "Gamal Abdel Nasser Street", "the mosque of Ali ibn Abi Talib". */
import { AL } from '../lexicon/analyze.ts';
import { Kinds } from '../text/key-mark.ts';
import type { Doc } from './doc.ts';
import { featuresOf, field, isDefinite, isFiniteVerb, isWord, nodeAmong, nodeOf } from './words.ts';

/** Places that are called so though no title stands before the name. */
const built: ReadonlySet<string> = new Set(['site', 'street', 'square', 'road', 'bridge', 'market', 'base', 'airport']);

/** A name has no more words. */
const WORDS = 6;

/** Where the name of somebody ends that a place of this kind is called after, from token `k` on; `k` where none stands. */
export function namesakeEnd(doc: Doc, k: number, end: number, kind: string): number {
  let t = k;
  while (t < end && t < k + 3 && isWord(doc, t) && (doc.bits[t] & ~AL) === 0 && isTitle(doc, t)) t++;
  const titled = t > k;
  if (!titled && !built.has(kind)) return k;
  const first = t;
  while (t < end && t < first + WORDS && isWord(doc, t)) {
    const link = nodeOf(doc, t, 'kunya') ?? nodeOf(doc, t, 'name-opener');
    if (link !== null && (doc.bits[t] & ~AL) === 0 && t + 1 < end && isWord(doc, t + 1)) t += 2;
    else if (isNameAt(doc, t, t > first, titled)) t++;
    else break;
  }
  return t > first + (titled ? 0 : 1) ? t : k;
}

/** "the martyr", "the sheikh", "the doctor": one person's calling. */
const isTitle = (doc: Doc, t: number): boolean =>
  doc.at[t].some(
    (n) =>
      n.end === t + 1 &&
      n.word !== null &&
      (n.word.proclitics & AL) !== 0 &&
      (n.kind === 'title' || (n.kind === 'outcome' && field(n, 'value') === 'killed') || n.kind === 'person') &&
      (featuresOf(n)?.number ?? 'sg') === 'sg' &&
      field(n, 'unit') !== 'group',
  );

const names = new Kinds(['given-name', 'family-name']);
const none = new Kinds(['date', 'daypart', 'direction', 'relation', 'case', 'place-class', 'that', 'relative']);

function isNameAt(doc: Doc, t: number, behind: boolean, titled: boolean): boolean {
  const name = nodeAmong(doc, t, names);
  // "Ali" is spelled like "on" to a tolerant eye, "Faisal" like "so he arrives"
  if (name?.kind === 'given-name' && name.word?.exact === true && name.word.proclitics === 0)
    // "without" like "Don"
    return nodeOf(doc, t, 'was') === null && nodeOf(doc, t, 'lack') === null;
  // "the imam al-Sadiq"
  if (name?.kind === 'given-name' && name.word?.exact === true && name.word.proclitics === AL && titled) return true;
  if ((doc.bits[t] & ~AL) !== 0 || nodeAmong(doc, t, none) !== null || isFiniteVerb(doc, t)) return false;
  if (!behind && !titled) return false;
  const title = nodeOf(doc, t, 'title') !== null;
  // "the prince Sultan", "Omar al-Mukhtar": names that are words for somebody
  if (behind ? isDefinite(doc, t) && (title || isTitle(doc, t)) : title) return true;
  if (behind && !titled) return name !== null || (isDefinite(doc, t) && doc.info[t].unknown);
  return (behind || !isDefinite(doc, t)) && (name !== null || doc.info[t].unknown);
}
