/** Neutral names of registry ids in both languages, asked for once, when first needed. */
import { signal } from '@preact/signals';
import { type Because, sayBecause } from '../../src/claim/because.ts';
import type { NamedRow, Page } from '../../src/http/client.ts';
import { ask } from '../api.ts';
import { day, inDigits, lang } from '../language.ts';
import { visible } from './quoted.tsx';

export const named = signal<Map<string, NamedRow>>(new Map());
let asked = false;

export function loadNames(): void {
  if (asked) return;
  asked = true;
  ask<Page<NamedRow>>('/api/actors').then(
    ({ items }) => {
      named.value = new Map(items.map((row) => [row.id, row]));
    },
    () => {
      asked = false;
    },
  );
}

/** The neutral name in the reader's language, else the words themselves. */
export function nameOf(entity: string | null | undefined, written: string): string {
  const row = entity ? named.value.get(entity) : undefined;
  return row ? (lang.value === 'ar' ? row.ar : row.en) || written : written;
}

/** A reason in the reader's language, with the neutral names of parties. */
export function say(reason: Because): string {
  const plain = (value: string): string => (/^\d{4}-\d\d-\d\d$/.test(value) ? day(value) : visible(value));
  const values = Object.entries(reason.values ?? {}).map(([key, value]) => [
    key,
    typeof value === 'string' ? plain(value) : value,
  ]);
  // The sentence itself holds names apart: only what the names bring along is shown as a mark.
  return inDigits(sayBecause({ ...reason, values: Object.fromEntries(values) }, lang.value, (id) => visible(nameOf(id, id))));
}

/** Words in which registry ids stand for names. */
export function withNames(words: string): string {
  return words.replace(/\b(?:actor|outlet):[a-z0-9-]+/g, (id) => nameOf(id, id)).replace(/\bname:/g, '');
}
