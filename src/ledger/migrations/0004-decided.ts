/** What people decided holds everywhere: beside the reading that holds the one of the engine, and the event that a rejected claim was taken out of. */
export const name = '0004-decided';

export function up(): string[] {
  return [
    // The engine's own reading, where decisions made another one of it; null: the reading that holds is the engine's.
    'alter table held add column machine integer',
    'alter table review add column event text',
    'create index review_event on review (event)',
    'create index review_state on review (state, decision)',
  ];
}
