/** Marks of what reconciliation found, so that what is as it was is neither unpacked nor written again; null in rows from before: they are written once more. */
export const name = '0007-marks';

export function up(): string[] {
  return [
    'alter table events add column mark text',
    'create index events_mark on events (case_id, code, mark)',
    'alter table reconciled add column totals_mark text',
    'alter table reconciled add column suggestions_mark text',
  ];
}
