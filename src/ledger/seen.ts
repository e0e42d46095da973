/** When and where a text was seen: fetched from an address, captured or copied from it. By this an earlier text that is there again is told from one that was only brought along once more. */
import { type CustodyStep, stepsOf } from './custody-steps.ts';

/** `from`: the address that was asked. */
export type Seen = { at: string; from: string };

/** Kind of the step that says when somebody else than this program took a text from its address. */
export const CAPTURED = 'captured';
const FETCHED = 'fetched';
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d/u;

/** Null: nobody says when it was there. The outermost step tells: of a feed that was fetched, the entries were there when it was. */
export function seenOf(report: { steps?: readonly CustodyStep[]; source: string | null; url: string | null }): Seen | null {
  for (const { kind, output } of report.steps ?? []) {
    const from = kind === FETCHED ? report.source : kind === CAPTURED ? report.url : null;
    if (from !== null && output && TIME.test(output)) return { at: output, from };
  }
  return null;
}

/** The same of a row of reports. */
export const seenOfRow = ({ tool, source, url }: { tool: string; source: string | null; url: string | null }): Seen | null =>
  seenOf({ steps: stepsOf(tool).steps, source, url });

/** It was there after the other one, at the same address. */
export const isLater = (seen: Seen | null, than: Seen | null): boolean =>
  seen !== null && than !== null && seen.from === than.from && Date.parse(seen.at) > Date.parse(than.at);
