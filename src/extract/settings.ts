/** When, why and in what frame something was done, told by another happening: "launched, in the light of the agreement, an attack". */
import { BI, KA, LI } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { itemAt } from './item-at.ts';
import { field, hasConjunction, isDefinite } from './words.ts';

const settings: ReadonlySet<string> = new Set([
  'frame',
  'amid',
  'charge',
  'response',
  'after',
  'before',
  'since',
  'during',
  'support',
]);

/** The happening at `k` is when, why or in what frame another was. */
export function isSetting(chunks: readonly Chunk[], k: number): boolean {
  const link = itemAt(chunks, k - 1);
  if (link === undefined) return false;
  if (link.kind === 'case' ? settings.has(link.mark) : link.kind === 'cause') return true;
  return (chunks[k].bits & LI) !== 0 && field(link.node, 'meant') === 'yes';
}

/** How many chunks a setting may be long. */
const SETTING = 7;

/** Behind the setting at `k` stands, without a preposition, the deed itself. */
export function deedBehind(doc: Doc, chunks: readonly Chunk[], k: number): boolean {
  for (let m = k + 1; m < chunks.length && m <= k + SETTING; m++) {
    const { kind, finite, bits, start, mark } = chunks[m];
    if (finite || (kind === 'mark' && mark !== 'comma') || kind === 'that') return false;
    if (kind !== 'event' || isSetting(chunks, m)) continue;
    return (
      chunks[m - 1].kind !== 'case' &&
      (chunks[m - 1].kind !== 'event' || isDefinite(doc, chunks[m - 1].start)) &&
      (bits & (BI | LI | KA)) === 0 &&
      !hasConjunction(doc, start)
    );
  }
  return false;
}
