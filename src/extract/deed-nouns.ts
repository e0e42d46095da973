/** Nouns of deeds that are written like verbs, told by what stands beside them: "their capturing | members", "confirmed the spokesman | the advance of". */

import { fieldsOf } from '../lexicon/lexicon.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { itemAt } from './item-at.ts';
import { featuresOf, field, hasConjunction, nodeOf, readings, senseOf } from './words.ts';

/** "their capturing": the verbal noun of a deed with its pronoun, which is written like "captured them". */
export const isDeedNoun = (doc: Doc, i: number): boolean =>
  doc.info[i].pronoun !== null &&
  doc.at[i].some((n) => n.kind === 'event' && n.word?.exact === true && featuresOf(n)?.pos === 'masdar' && n.end === i + 1);

/** "their capturing | members (accusative)": no subject of a verb stands in that case. */
export const hasObjectOfItsOwn = (doc: Doc, i: number): boolean =>
  i + 1 < doc.length &&
  doc.info[i].pronoun !== null &&
  doc.bits[i + 1] === 0 &&
  doc.at[i + 1].some((n) => n.kind === 'person' && n.word?.exact === true && featuresOf(n)?.state === 'accusative') &&
  isDeedNoun(doc, i);

/** Where what is put behind a speaker begins: "on the other hand", ", in a new development,", "– on Monday –"; the length of the row where nothing is. */
function asideFrom(before: readonly Chunk[]): number {
  let k = before.length;
  const mark = itemAt(before, k - 1)?.kind === 'mark' ? itemAt(before, k - 1).mark : '';
  if (mark === '') while (k > 2 && k > before.length - 2 && adverbial.has(before[k - 1].kind)) k--;
  if (mark !== 'comma' && mark !== 'dash') return k;
  for (let j = k - 2; j > 1 && j >= k - ASIDE; j--) {
    const { kind, noun } = before[j];
    if (kind === 'mark') return before[j].mark === mark && j < k - 2 ? j : k;
    const governed = noun !== null && noun.count === null && before[j - 1].kind === 'case';
    if (kind !== 'case' && kind !== 'date' && !adverbial.has(kind) && !governed) return k;
  }
  return k;
}
const adverbial: ReadonlySet<string> = new Set(['word', 'reset']);
const ASIDE = 6;

/** "confirmed the spokesman | the advance of": right behind who announces or denies it stands what is announced. */
export function isWhatIsSaid(doc: Doc, i: number, before: readonly Chunk[]): boolean {
  const aside = asideFrom(before);
  const [say, speaker] = before.slice(Math.max(0, aside - 2), aside);
  if (
    speaker?.noun == null ||
    (aside === before.length && speaker.end !== i) ||
    say.kind !== 'say' ||
    !say.finite ||
    hasConjunction(doc, i)
  )
    return false;
  return (
    readings(doc, i, 'event').noun !== null &&
    doc.info[i].pronoun === null &&
    fieldsOf(senseOf(say.node)!, 'frame').includes('np') &&
    speaker.start === say.end
  );
}

/** "three were hurt | by the explosion of a mine in X, | and killed (was) a soldier": behind the comma the main verb is taken up, and no deed is added to the one that hurt them. */
export function tellsAnother(doc: Doc, i: number, before: readonly Chunk[]): boolean {
  const noun = before.findLastIndex(({ kind }) => kind === 'event');
  if (noun < 1 || before[noun].finite) return false;
  for (let k = noun - 1; k >= 0; k--) {
    const { kind, finite, mark } = before[k];
    // "launched raids | a day after the killing of three in an ambush, | and killed (was)": deeds behind a preposition, and what was launched
    const hangs = kind === 'event' && !finite && k > 0;
    // "the abduction of three soldiers, and the killing of a fourth"
    if (hangs && nodeOf(doc, i + 1, 'ordinal') !== null) return false;
    if (hangs && (before[k - 1].kind === 'case' || before[k - 1].kind === 'cause')) continue;
    if (hangs && [before[k - 1], before[k - 2]].some((c) => c?.kind === 'light' && c.finite)) return true;
    if (kind === 'event' || kind === 'light') return finite;
    if (kind === 'say' || kind === 'verb' || kind === 'result' || kind === 'that') return false;
    if (kind === 'mark' && mark !== 'comma') return false;
  }
  return false;
}

/** "shelling | targeted the town", "shelling | reached a school": no verb stands beside a verb, so the word before it is its subject. */
export const isBeforeItsVerb = (doc: Doc, i: number): boolean =>
  i + 1 < doc.length &&
  doc.bits[i + 1] === 0 &&
  doc.at[i + 1].some(
    (n) =>
      (n.kind === 'event' || n.kind === 'light') &&
      (field(n, 'aims') === 'yes' || field(n, 'reaches') === 'yes') &&
      featuresOf(n)?.pos === 'verb' &&
      n.word?.exact === true,
  ) &&
  readings(doc, i, 'event').noun !== null;
