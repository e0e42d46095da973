/** Names of ids for people: `outlet:sohr` in the reader's language; what has no id keeps the words of the report. */
import type { Named } from '../engine/named.ts';
import { ledgerWords } from './ledger-words.ts';
import type { Lang } from './words.ts';

export type Namer = (id: string | null) => string;

let rows: readonly Named[] | null = null;

export async function namerFor(lang: Lang): Promise<Namer> {
  rows ??= (await import('../engine/named.ts')).listNamed();
  const names = new Map(rows.map((row) => [row.id, lang === 'ar' ? row.ar : row.en]));
  const nameOf = (id: string): string => {
    if (id.startsWith('anonymous:')) return `${ledgerWords[lang].unnamed} (${nameOf(id.slice('anonymous:'.length))})`;
    return names.get(id) ?? id.replace(/^(?:name|report):/u, '');
  };
  return (id) => (id === null ? '' : nameOf(id));
}
