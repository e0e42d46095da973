/** Lines of a JSONL file of reports: `{id, outlet, published, text}`, or a whole case a line, `{case, texts: [...]}`. */
import type { ReportLine } from '../app/reconcile-lines.ts';
import { pageWords } from '../formats/import/page-words.ts';
import { dayIn } from '../formats/import/published-day.ts';

type Months = ReadonlyMap<string, number>;
/** `notes`: what a person should know of a line that was read all the same. */
type Lines = { group: string | null; reports: ReportLine[]; notes: string[] };
type Parsed = Lines | { fault: string };
type Line = Parsed & { number: number };

/**
 * Every line of a file that is not empty, with its number. No report is lost because another has its id: with another text it gets an id of its own, with the
 * same text it is the same report.
 * @param by name of the field that says which case a report belongs to
 */
export function reportLines(text: string, by: string | null): Line[] {
  const held = new Map<string, { report: ReportLine; number: number }>();
  const { months } = pageWords();
  return text.split('\n').flatMap((line, n): Line[] => {
    if (line.trim() === '') return [];
    const parsed = parseLine(line, n + 1, by, months);
    if ('fault' in parsed) return [{ ...parsed, number: n + 1 }];
    const reports = parsed.reports.filter((report) => isNew(report, parsed, n + 1, held));
    return [{ ...parsed, reports, number: n + 1 }];
  });
}

/** Holds the report under its id in its case, or under another one where that is taken. */
function isNew(
  report: ReportLine,
  { group, notes }: Lines,
  number: number,
  held: Map<string, { report: ReportLine; number: number }>,
): boolean {
  const given = report.id;
  for (let n = 2; ; n++) {
    const key = JSON.stringify([group, report.id]);
    const before = held.get(key);
    if (before === undefined) {
      held.set(key, { report, number });
      return true;
    }
    if (isSame(before.report, report)) {
      notes.push(`is the report "${given}" of line ${before.number} again`);
      return false;
    }
    report.id = `${given}~${n}`;
    notes.push(`has the id "${given}" of line ${before.number} and another text: it is read as "${report.id}"`);
  }
}

const isSame = (a: ReportLine, b: ReportLine): boolean =>
  a.text === b.text && a.outlet === b.outlet && a.published === b.published;

function parseLine(line: string, number: number, by: string | null, months: Months): Parsed {
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
  const notes: string[] = [];
  for (const [n, row] of rows.entries()) {
    const report = reportOf(row, `${number}${rows.length > 1 ? `.${n + 1}` : ''}`, record, months, notes);
    if (report === null) return { fault: rows.length > 1 ? `has no "text" in its report ${n + 1}` : 'has no "text"' };
    reports.push(report);
  }
  return { group, reports, notes };
}

function reportOf(
  row: unknown,
  fallback: string,
  around: Record<string, unknown>,
  months: Months,
  notes: string[],
): ReportLine | null {
  if (row === null || typeof row !== 'object') return null;
  const { id, outlet, text } = row as Record<string, unknown>;
  if (typeof text !== 'string') return null;
  const published =
    dayOf(row as Record<string, unknown>, months, notes) ?? (row === around ? null : dayOf(around, months, notes));
  return { id: wordOf(id) ?? `line ${fallback}`, outlet: wordOf(outlet), published, text };
}

const wordOf = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : null;

/** The day of a report, or of the incident for which it was gathered. */
function dayOf({ published, date }: Record<string, unknown>, months: Months, notes: string[]): string | null {
  for (const value of [published, date]) {
    const written = wordOf(value);
    if (written === null) continue;
    const found = dayIn(written, months);
    if (found !== null) return found.day;
    notes.push(
      `has the day "${written.slice(0, 40)}", which is none or may be two: write it as 2019-02-12; times that hang on it stay open`,
    );
  }
  return null;
}
