/** Who says it where two parties stand beside the verb: the one who was heard out, the one by whom another is accused. */
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { itemAt } from './item-at.ts';
import type { NounPhrase } from './noun-parts.ts';
import { canSay, isDocument } from './sources.ts';
import { subjectBefore } from './subject-before.ts';
import { featuresOf, hasConjunction, isDefinite } from './words.ts';

/** How many chunks before the people heard the verb of the clause may stand. */
const REACH = 6;
const between: ReadonlySet<string> = new Set(['noun', 'place', 'case', 'date', 'word']);
const speaks: ReadonlySet<string> = new Set(['person', 'source', 'outcome']);

/** "the organization listened to | witnesses | (who) said that": in a clause that has its verb, a verb right behind somebody who is not known tells of him. */
export function whoWasHeard(doc: Doc, chunks: readonly Chunk[], k: number): NounPhrase | null {
  const { finite, node, start } = chunks[k];
  const whom = itemAt(chunks, k - 1)?.noun ?? null;
  if (!finite || node === null || whom === null || hasConjunction(doc, start) || doc.info[start].pronoun !== null) return null;
  if (!speaks.has(whom.kind) || isDefinite(doc, whom.head) || isDefinite(doc, whom.end - 1) || isDocument(whom)) return null;
  const many = whom.features?.number !== 'sg';
  const said = featuresOf(node)?.number;
  if (said === 'sg' ? many && whom.kind !== 'source' : !many) return null;
  for (let j = k - 2; j >= Math.max(0, k - REACH); j--) {
    // "spoke to | a doctor | (who) confirmed that"
    const open = chunks[j].kind === 'verb' || (chunks[j].kind === 'say' && chunks[k - 2].kind === 'case');
    if (open && chunks[j].finite) return canSay(whom, true) ? whom : null;
    if (!between.has(chunks[j].kind)) return null;
  }
  return null;
}

/** "X was accused | by | the police | of", "X | was accused | by the police of": written like "X accused". */
export function accusedBy(
  doc: Doc,
  chunks: readonly Chunk[],
  k: number,
  until: number,
  used: Uint8Array,
): { nouns: NounPhrase[]; before: boolean; accused: NounPhrase | null } | null {
  const behind = chunks[k + 1]?.noun ?? null;
  const at = behind === null ? k + 1 : k + 2;
  const by = chunks[at + 1]?.noun ?? null;
  if (!chunks[k].finite || chunks[at]?.kind !== 'agent' || by === null || at + 1 >= until || !canSay(by, true)) return null;
  return { nouns: [by], before: false, accused: behind ?? subjectBefore(doc, chunks, k, used) };
}
