/**
 * "in spite of the army's denial of X, | five were killed", "after the ministry's announcement of Y, | the artillery shelled": a sentence that opens with what had
 * been said goes on, behind the comma, to what then happened. Nobody but the outlet, or whoever speaks around both, tells of that.
 */
import { FA } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Frame } from './frame.ts';
import { hasConjunction } from './words.ts';

const fronting: ReadonlySet<string> = new Set(['after', 'amid', 'frame', 'before', 'since', 'response', 'with', 'in', 'during']);
const small: ReadonlySet<string> = new Set(['noun', 'date', 'word']);
const opening: ReadonlySet<string> = new Set(['that', 'contrast', 'reset', 'mark', 'continue', 'conjunction']);
/** How many chunks may stand between the preposition and the noun of saying: "after | hours | of | the announcement". */
const REACH = 4;

/** The comma behind what was said in an opening phrase, or -1. */
export function endOfFronted(doc: Doc, chunks: readonly Chunk[], { verb, from }: Frame): number {
  if (
    verb < 1 ||
    verb > from ||
    chunks[verb].kind !== 'say' ||
    !(chunks[verb].finite ? isWhile(chunks, verb, from) : isIn(doc, chunks, verb))
  )
    return -1;
  // "in spite of the denial of the ministry, | three were killed": nothing is said
  if (isMain(doc, chunks, from) && !chunks[verb].finite) return from;
  const concedes = chunks[verb - 1].mark === 'frame';
  for (let j = from + 1; j < chunks.length; j++) {
    const { kind, mark, start } = chunks[j];
    // "in spite of the army's announcement of X, | yet the gunmen"
    if (kind === 'contrast' && concedes && j > from + 1 && !hasConjunction(doc, start)) return j;
    if (kind === 'contrast' || kind === 'reset' || (kind === 'mark' && mark === 'semicolon')) return -1;
    if (kind === 'that' && concedes && chunks[j - 1].mark === 'comma' && doc.bits[start] & FA) return j - 1;
    if (isMain(doc, chunks, j)) return j - 1;
  }
  return -1;
}

/** ", | killed three": a verb that opens the main clause. */
function isMain(doc: Doc, chunks: readonly Chunk[], k: number): boolean {
  if (k >= chunks.length || chunks[k - 1].mark !== 'comma' || chunks[k - 1].kind !== 'mark') return false;
  // "| (then) has been killed"
  const { kind, finite, start } = chunks[chunks[k].kind === 'modal' ? k + 1 : k] ?? chunks[k];
  return finite && kind !== 'result' && !hasConjunction(doc, start) && doc.info[start].pronoun === null;
}

/** "while | the army denied | the targeting of": a sentence that opens with what was said meanwhile. What stands behind "that" may be long. */
const isWhile = (chunks: readonly Chunk[], verb: number, from: number): boolean =>
  verb === 1 && chunks[0].kind === 'contrast' && chunks[from - 1].kind !== 'that';

/** "after | hours | of | the announcement": the phrase opens its clause. */
function isIn(doc: Doc, chunks: readonly Chunk[], verb: number): boolean {
  let k = verb - 1;
  while (k > 0 && k > verb - REACH && (small.has(chunks[k].kind) || chunks[k].mark === 'from')) k--;
  const link = chunks[k];
  const leads = link.kind === 'case' ? fronting.has(link.mark) : link.kind === 'date' && chunks[k + 1].mark === 'from';
  if (!leads || doc.info[link.start].pronoun !== null) return false;
  return k === 0 || opening.has(chunks[k - 1].kind);
}
