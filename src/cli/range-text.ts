/** A range of people as people read it: `4`, `4–16`, `16 or more`; nothing where nobody counts. */
import type { LedgerWords } from './ledger-words.ts';

export function rangeText(low: number | null, high: number | null, w: LedgerWords): string {
  if (low === null) return '';
  if (high === null) return `${low} ${w.open}`;
  // A range keeps its order inside right-to-left lines.
  return low === high ? String(low) : `\u2066${low}–${high}\u2069`;
}
