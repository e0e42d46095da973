/** What changed in an event beside its body, so that a list of changes unpacks no event; null in rows from before: the body has them. */
export const name = '0005-changes';

export function up(): string[] {
  return ['alter table events add column changes text'];
}
