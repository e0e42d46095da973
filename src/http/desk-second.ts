/** Second readings at the desk: what waits for a second reader, and what both found. */
import { blindClaims } from '../app/second-reading.ts';
import { agreementOf, pairsOf } from '../claim/second-reading.ts';
import { secondRows } from '../ledger/index.ts';
import type { BlindClaim, Page, SecondReadings } from './client.ts';
import type { Window } from './desk.ts';
import { wordsOf } from './desk-decisions.ts';
import { caseOf } from './desk-lists.ts';
import type { LedgerDesk } from './ledger-desk.ts';
import { positionOf } from './position.ts';

export async function blindAt(
  desk: LedgerDesk,
  { who, limit, after, case: inCase }: Window & { who: string },
): Promise<Page<BlindClaim>> {
  const caseId = await caseOf(desk, inCase);
  const { items, total, next } = await blindClaims(desk.ledger, caseId, who, limit, positionOf(after));
  return { items, total, isMore: false, next: next === null ? null : String(next) };
}

export async function secondReadingsAt(
  desk: LedgerDesk,
  { who, case: inCase }: { who?: string; case?: string },
): Promise<SecondReadings> {
  const rows = await secondRows(desk.ledger.read, await caseOf(desk, inCase), who ?? null);
  const words = await wordsOf(
    desk.ledger,
    rows.map(({ claim }) => claim),
  );
  return {
    readings: rows.map(({ id, claim, who: by, at, reading }) => {
      return { id, key: claim, who: by, at, quote: words.get(claim) ?? '', firstBy: reading.firstBy, fields: pairsOf(reading) };
    }),
    agreement: agreementOf(rows.map(({ reading }) => reading)),
  };
}
