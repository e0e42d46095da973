/** Lines of a JSONL file of reports: `{id, outlet, published, text}`, or a whole case a line, `{case, texts: [...]}`. */
import type { ReportLine } from '../app/reconcile-lines.ts';

type Parsed = { group: string | null; reports: ReportLine[] } | { fault: string };

/** Every line of a file that is not empty, with its number. `by`: name of the field that says which case a report belongs to. */
export function reportLines(text: string, by: string | null): (Parsed & { number: number })[] {
  return text.split('\n').flatMap((line, n) => (line.trim() === '' ? [] : [{ ...parseLine(line, n + 1, by), number: n + 1 }]));
}

function parseLine(line: string, number: number, by: string | null): Parsed {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { fault: 'is not JSON' };
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return { fault: 'is not an object' };
  const record = value as Record<string, unknown>;
  const group = by === null ? null : wordOf(record[by]);
  if (by !== null && group === null) return { fault: `has no "${by}"` };
  const rows = Array.isArray(record.texts) ? (record.texts as unknown[]) : [record];
  const reports: ReportLine[] = [];
  for (const [n, row] of rows.entries()) {
    const report = reportOf(row, `${number}${rows.length > 1 ? `.${n + 1}` : ''}`, dayOf(record));
    if (report === null) return { fault: rows.length > 1 ? `has no "text" in its report ${n + 1}` : 'has no "text"' };
    reports.push(report);
  }
  return { group, reports };
}

function reportOf(row: unknown, fallback: string, day: string | null): ReportLine | null {
  if (row === null || typeof row !== 'object') return null;
  const { id, outlet, text, published, date } = row as Record<string, unknown>;
  if (typeof text !== 'string') return null;
  return { id: wordOf(id) ?? `line ${fallback}`, outlet: wordOf(outlet), published: dayOf({ published, date }) ?? day, text };
}

const wordOf = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : null;

/** The day of a report, or of the incident for which it was gathered. */
function dayOf({ published, date }: Record<string, unknown>): string | null {
  for (const value of [published, date])
    if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value)) return value.slice(0, 10);
  return null;
}
