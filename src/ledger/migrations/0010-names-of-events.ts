/** A name for the events of a case as they are kept: whoever computed just these knows which ones a change touches. */
export const name = '0010-names-of-events';

export function up(): string[] {
  return ['alter table reconciled add column name text'];
}
