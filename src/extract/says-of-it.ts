/** "killed ten gunmen | (of whom) it said that they": a verb of saying with no subject of its own, behind what it describes; who speaks is the source before. */
import { agreeing, type Memory } from './antecedents.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Frame } from './frame.ts';
import type { NounPhrase } from './noun-parts.ts';
import { canSay } from './sources.ts';
import { featuresOf, hasConjunction, hasPronoun, isDefinite } from './words.ts';

/** How many chunks may stand between what is described and the verb ("in the north of Syria,"). */
const REACH = 5;

/** What the clause describes: a noun phrase, or null within for a deed. Null: the verb has a subject of its own. */
export function saysOfIt(
  doc: Doc,
  chunks: readonly Chunk[],
  k: number,
  current: Frame | null,
  memory: Memory,
): { noun: NounPhrase | null } | null {
  const { finite, start, node } = chunks[k];
  const that = chunks[k + 1];
  const speaker = current?.chain.at(-1);
  if (!finite || node === null || speaker === undefined || current === null || k <= current.from || hasConjunction(doc, start))
    return null;
  if (doc.info[start].pronoun !== null || that?.kind !== 'that' || !hasPronoun(doc, that.start)) return null;
  const verb = featuresOf(node);
  if (agreeing(doc, verb, [speaker], memory, true) === null) return null;
  for (let j = k - 1; j >= current.from && j >= k - REACH; j--) {
    const { kind, noun, mark } = chunks[j];
    if (kind === 'event' && !chunks[j].finite && noun === null) return isDefinite(doc, chunks[j].start) ? null : { noun };
    if (chunks[j].finite || kind === 'that' || kind === 'relative' || (kind === 'mark' && mark !== 'comma')) return null;
    if (noun === null || kind === 'place' || chunks[j - 1]?.kind === 'case') continue;
    return isDescribed(doc, noun, chunks[j - 1], verb?.number === 'pl') ? { noun } : null;
  }
  return null;
}

/** What the clause tells of those it describes is over at a mark, or where it is told how it came about. */
export function endOfIt(doc: Doc, chunks: readonly Chunk[], at: number): number {
  for (let j = at + 1; j < chunks.length; j++) {
    const { kind, finite, start, mark } = chunks[j];
    if (kind === 'mark' && mark !== 'open' && mark !== 'quote' && mark !== 'close') return j;
    if (kind === 'cause' || kind === 'result' || kind === 'contrast' || kind === 'reset') return j;
    if (finite && hasConjunction(doc, start)) return j;
  }
  return chunks.length;
}

export const isSaidOfIt = ({ rule }: Frame): boolean => rule.startsWith('attribution.said-of-it');

/** Things, several people before a verb in the singular, and those to whom something was done. */
function isDescribed(doc: Doc, noun: NounPhrase, before: Chunk | undefined, many: boolean): boolean {
  if (isDefinite(doc, noun.head) || noun.kind === 'name' || noun.kind === 'title') return false;
  if (!canSay(noun, false) || noun.count !== null || before?.kind === 'event') return true;
  return noun.kind === 'person' && noun.features?.number === 'pl' && !many;
}
