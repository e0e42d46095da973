/** Claims of one type by day: the commonest question of a screen. */
export const name = '0006-type-days';

export function up(): string[] {
  return ['create index claims_type_day on claims (type, day_from, id)'];
}
