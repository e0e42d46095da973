/** ", according to witnesses, three houses in X | yesterday", "– according to a local source – yesterday": a day behind an aside that names a source and is closed is no day of saying. */
import type { Attributed } from './attribution.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { field, hasConjunction } from './words.ts';

const opening: Record<string, string> = { comma: 'comma', dash: 'dash', 'close-paren': 'open-paren' };

/** How long such an aside may be, in chunks. */
const ASIDE = 7;

/** The mark at chunk `j` closes an aside that names a source, and the day at `k` stands outside of it. */
export function isClosedBefore(doc: Doc, chunks: readonly Chunk[], { used }: Attributed, j: number, k: number): boolean {
  const { kind, mark } = chunks[j];
  const open = kind === 'mark' ? opening[mark] : undefined;
  if (open === undefined) return false;
  let said = false;
  let from = -1;
  for (let i = j - 1; i >= 0 && i >= j - ASIDE && from < 0; i--) {
    if (chunks[i].kind === 'mark') {
      if (chunks[i].mark !== open) return false;
      from = i;
    } else if (chunks[i].kind === 'according') from = -1;
    said ||= chunks[i].kind === 'say' || chunks[i].kind === 'date' || isBodyOrPaper(chunks[i]);
  }
  if (from < 0 || chunks[from + 1]?.kind !== 'according' || !used[from + 1]) return false;
  // something of the clause goes on between the two
  if (k > j + 1) return !hasConjunction(doc, chunks[j + 1].start);
  // ", according to what the army announced, on Wednesday": as likely the day on which it did; witnesses make no statements
  return mark !== 'comma' || !said;
}

/** An army, an agency or a statement of theirs. */
const isBodyOrPaper = ({ noun }: Chunk): boolean =>
  noun !== null && (noun.actor !== null || noun.outlet !== null || field(noun.node, 'class') === 'statement');
