/** Where a report came from, at the desk: its receipt and its bytes, its versions and what moved between them, and its copies. */
import { copiesOf, versionsOf } from '../app/copies.ts';
import { bytesReceived, receiptOf } from '../app/receipt.ts';
import type { CopyRow, Receipt, VersionRow } from './client.ts';
import { caseOf } from './desk-lists.ts';
import type { LedgerDesk } from './ledger-desk.ts';

export async function receiptAt({ ledger }: LedgerDesk, id: string, version?: number): Promise<Receipt | null> {
  return await receiptOf(ledger, id, version ?? null);
}

export async function bytesAt({ ledger }: LedgerDesk, id: string, version?: number): Promise<Uint8Array | null> {
  return await bytesReceived(ledger, id, version ?? null);
}

export async function versionsAt({ ledger }: LedgerDesk, id: string): Promise<VersionRow[] | null> {
  const versions = await versionsOf(ledger, id);
  return versions.length === 0 ? null : versions;
}

/** `other`: the copy, whether it came before or after. */
export async function copiesAt(desk: LedgerDesk, id: string, inCase?: string): Promise<CopyRow[] | null> {
  const copies = await copiesOf(desk.ledger, id, await caseOf(desk, inCase));
  return (
    copies?.map(({ first, second, ...copy }) => ({
      ...copy,
      isFirst: first.report === id,
      other: first.report === id ? second : first,
    })) ?? null
  );
}
