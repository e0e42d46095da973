/** A report as it was received, and the names under which the ledger keeps it. */
import type { Reading } from '../claim/reading.ts';
import type { CustodyStep } from './custody-steps.ts';
import { sha256 } from './journal.ts';

export type Received = {
  /** What the sender calls it; null: it has no name. */
  id: string | null;
  /** The bytes as they came. */
  bytes: Uint8Array;
  text: string;
  outlet: string | null;
  published: string | null;
  url: string | null;
  /** File or address it came from, and the part of it. */
  source: string | null;
  item: string | null;
  mediaType: string;
  /** What made text of bytes, with its version. */
  tool: string;
  /** What was done and seen on the way from the bytes to the text, for the record of custody. */
  steps?: CustodyStep[];
};
/** `reading` may be left out only for a report that is held, and is not there again after another text. */
export type Ready = Received & { key: string; identity: string; reading: Reading };
export type Outcome = { key: string; status: 'new' | 'changed' | 'held'; report: number };

/** By this an import knows that a report is held: same sender's name, outlet, day, address and text. */
export function identityOf(report: Pick<Received, 'id' | 'outlet' | 'published' | 'url' | 'text'>): string {
  return sha256(JSON.stringify([report.id, report.outlet, report.published, report.url, report.text]));
}

/** The name of a report inside the ledger: the sender's, or its address, or a hash. Claims are named by it. */
export function keyOf(report: Pick<Received, 'id' | 'outlet' | 'published' | 'url' | 'text'>): string {
  if (report.id !== null && report.id !== '') return report.id;
  if (report.url !== null && report.url !== '') return report.url;
  if (report.outlet === null && report.published === null) return `sha256:${sha256(report.text)}`;
  return `sha256:${identityOf(report)}`;
}
