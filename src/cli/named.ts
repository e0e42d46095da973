/** Names of ids for people: `outlet:sohr` in the reader's language; what has no id keeps the words of the report. */
import type { Lang } from './words.ts';

export type Namer = (id: string | null) => string;

export async function namerFor(lang: Lang): Promise<Namer> {
  const { listNamed } = await import('../engine/named.ts');
  const names = new Map(listNamed().map((row) => [row.id, lang === 'ar' ? row.ar : row.en]));
  return (id) => (id === null ? '' : (names.get(id) ?? id.replace(/^(?:name|report):/u, '')));
}
