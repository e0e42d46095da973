/** Reads reports one by one after a thread died over them, so that one report alone is to blame. */

import type { Read } from '../app/ingest.ts';
import type { Report } from '../claim/reading.ts';

/** `reason`: why the thread died, if it was over these reports alone. A single report is not tried again then. */
export async function eachReport(
  reports: readonly Report[],
  reason: string | null,
  read: (reports: Report[]) => Promise<Read[]>,
): Promise<Read[]> {
  if (reports.length === 1 && reason !== null) return [{ reading: null, fault: reason }];
  const list: Read[] = [];
  for (const report of reports) list.push(...(await read([report])));
  return list;
}
