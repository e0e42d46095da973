/** Content of a verb of saying that no "that" and no colon opens: "X said, today, four were killed". */
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { CueSense } from './senses.ts';
import { featuresOf, hasConjunction, isDefinite } from './words.ts';

/** Behind a mark or a date, or where the colon was lost, a verb begins what is said. */
export function opensClause(doc: Doc, chunks: readonly Chunk[], k: number, j: number, nouns: number, cue: CueSense): boolean {
  if (!cue.frame.has('inna') || !chunks[k].finite) return false;
  if (opensBare(doc, chunks, k, j, cue)) return true;
  if (cue.weak || nouns === 0 || !chunks[j].finite) return false;
  const { kind, mark } = chunks[j - 1];
  return kind === 'date' || (kind === 'mark' && mark === 'comma');
}

/** How many chunks ahead another "that" may wait for the content. */
const AHEAD = 12;

/** "said the spokesman X | were killed twelve": a verb in the past right behind "said", or behind a speaker who is known, describes nobody. */
function opensBare(doc: Doc, chunks: readonly Chunk[], k: number, j: number, cue: CueSense): boolean {
  const { kind, start, bits } = chunks[j];
  if ((cue.weak && !cue.continues) || kind !== 'event' || bits !== 0 || doc.info[start].pronoun !== null) return false;
  if (hasConjunction(doc, start) || !doc.at[start].some((n) => n.kind === 'event' && featuresOf(n)?.tense === 'past'))
    return false;
  const { noun, end } = chunks[j - 1];
  const known = noun !== null && end === start && (noun.definite || isDefinite(doc, noun.end - 1) || named.has(noun.kind));
  if (j !== k + 1 && !known) return false;
  for (let m = j + 1; m < chunks.length && m < j + AHEAD; m++) {
    if (chunks[m].kind === 'that') return false;
    if (chunks[m].kind === 'say' || chunks[m].kind === 'mark') break;
  }
  return true;
}

const named: ReadonlySet<string> = new Set(['name', 'title', 'actor', 'outlet']);
