/** Says that a list goes on, on standard error, so that tables stay tables. */
import type { Io } from './command.ts';
import { fill, type LedgerWords } from './ledger-words.ts';

type Listed = { rows: readonly unknown[]; next: unknown; total: { n: number; isMore: boolean } };

export function noteOfMore(io: Io, { rows, next, total }: Listed, w: LedgerWords): void {
  if (next === null) return;
  io.stderr.write(`${fill(total.isMore ? w.moreThan : w.more, { shown: rows.length, n: total.n })}\n`);
}
