/** Day and type of a claim beside each of its terms: a term, a type and days are asked for together, and the claim's own row need not be looked at. */
export const name = '0008-posting-days';

export function up(): string[] {
  return [
    'alter table postings add column day integer',
    'alter table postings add column type integer',
    'update postings set (day, type) = (select day_from, type from claims where claims.id = postings.claim)',
  ];
}
