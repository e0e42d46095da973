/** What reconciliation is given: one report's reading with what is known of the report. */
import type { Reading } from '../claim/reading.ts';
import { type Fingerprint, fingerprint } from './fingerprint.ts';

/** What is known of a report beside what it says. */
export type ReportFacts = {
  /** Id of the report, unique within the collection. */
  report: string;
  outlet: string | null;
  /** Registry id of the outlet (`outlet:sana`), so that an outlet that quotes itself is seen; null when unknown. */
  outletEntity: string | null;
  /** ISO day or time of publication. */
  published: string | null;
  fingerprint: Fingerprint;
};

export type ReconcileInput = ReportFacts & { reading: Reading };

export type InputOptions = {
  report?: string;
  outlet?: string | null;
  outletEntity?: string | null;
  published?: string | null;
};

/** Makes an input of a reading and the text it was read from. */
export function reconcileInput(reading: Reading, text: string, options: InputOptions = {}): ReconcileInput {
  return {
    report: options.report ?? reading.report.id,
    outlet: options.outlet ?? reading.report.outlet,
    outletEntity: options.outletEntity ?? null,
    published: options.published ?? reading.report.publishedAt,
    fingerprint: fingerprint(text),
    reading,
  };
}
