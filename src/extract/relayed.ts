/** Which preposition behind a verb of saying names whom its subject passes on. */

import type { Node } from '../rules/node.ts';
import type { Chunk } from './chunk.ts';
import type { Complement } from './complements.ts';
import type { Doc } from './doc.ts';
import { itemAt } from './item-at.ts';
import type { NounPhrase } from './noun-parts.ts';
import type { CueSense } from './senses.ts';
import { canSay, isDocument, isMedium } from './sources.ts';
import { field, hasConjunction } from './words.ts';

/** "quoted | from X", "ascribed | to X his saying that", "the agency reported | from X that": whose words somebody passes on. */
export function isRelayed(
  chunks: readonly Chunk[],
  j: number,
  verb: Node<any> | null,
  cue: CueSense,
  complement: Complement,
  nouns: readonly NounPhrase[],
): boolean {
  const { mark } = chunks[j];
  const clause = complement.kind === 'that' || complement.kind === 'colon';
  if (mark === 'to') return cue.relay && cue.frame.has('ila') && clause;
  const next = chunks[j + 1]?.noun ?? null;
  // "the paper learned from informed sources that"
  if (mark === 'from') return field(verb, 'learns') === 'yes' && next !== null && canSay(next, false);
  if (mark !== 'about') return false;
  if (cue.relay) return true;
  return clause && nouns.length === 1 && isMedium(nouns[0]) && next !== null && canSay(next, false) && !isDocument(next);
}

/** "(the monitor received) information | from | local sources | that says": who gave it, and before him who had it of him, if the clause opens with that. Null elsewhere. */
export function informants(doc: Doc, chunks: readonly Chunk[], k: number): NounPhrase[] | null {
  const [told, from, who] = [itemAt(chunks, k - 3), itemAt(chunks, k - 2), itemAt(chunks, k - 1)];
  if (told?.kind !== 'hearsay' || from.mark !== 'from' || !chunks[k].finite || hasConjunction(doc, chunks[k].start)) return null;
  if (who.noun === null || !canSay(who.noun, false) || doc.info[from.start].pronoun !== null) return null;
  const at = chunks[k - 4]?.kind === 'case' ? k - 5 : k - 4;
  const [verb, owner] = [chunks[at - 1], chunks[at]?.noun ?? null];
  const had = verb?.finite && owner !== null && canSay(owner, false) && !isDocument(owner);
  return had ? [owner, who.noun] : [who.noun];
}
