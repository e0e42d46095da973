/**
 * The sample case: short reports written for this product in the manner of opposing outlets, so that a first start shows agreement, contradiction, a reprint
 * chain, a running total and a denial. The outlets are invented; nothing in it was ever published.
 */
import { readFileSync } from 'node:fs';
import type { Engine } from '../engine/index.ts';
import { dataFolder } from '../engine/load.ts';
import type { Ledger, Received } from '../ledger/index.ts';
import { ingest } from './ingest.ts';

/** Name of the case that the sample lies in. */
export const SAMPLE_CASE = 'sample';

export type SampleLoaded = { caseName: string; reports: number; added: number };

/** Puts the sample into a ledger; what is held already stays as it is, so calling it again changes nothing. */
export async function loadSampleCase(
  ledger: Ledger,
  engine: Pick<Engine, 'version' | 'dataHash' | 'read'>,
  caseName: string = SAMPLE_CASE,
): Promise<SampleLoaded> {
  const reports = sampleReports();
  const items = reports.map((report, i) => ({ item: { name: report.id as string, report, fault: null }, size: i + 1 }));
  const result = await ingest({ ledger, engine, items, caseName, source: 'the sample case' });
  return { caseName, reports: reports.length, added: result.new + result.changed };
}

/** The reports of the sample as they would have been received. */
export function sampleReports(): Received[] {
  const file = `${dataFolder()}sample-case/reports.jsonl`;
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map(receivedOf);
}

function receivedOf(line: string, index: number): Received {
  const { id, outlet, published, text } = JSON.parse(line) as Record<string, string>;
  return {
    id,
    bytes: Buffer.from(line, 'utf8'),
    text,
    outlet,
    published,
    url: null,
    source: 'data/sample-case/reports.jsonl',
    item: String(index + 1),
    mediaType: 'application/json',
    tool: 'text of a JSON line',
  };
}
