/** Where on its way an item failed: while it was fetched, opened, made a text, read, or kept; null in rows from before, and where nothing failed. */
export const name = '0009-stages';

export function up(): string[] {
  return ['alter table import_items add column stage text'];
}
