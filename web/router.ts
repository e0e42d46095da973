/** The address is the state: `#/report/ID?claim=…`. Reads it, follows it, changes it. */
import { computed, signal } from '@preact/signals';
import { recall, remember } from './language.ts';

const hash = signal(location.hash);
/** The case that is shown; null: the one that the server takes. Part of every address, and remembered. */
export const caseName = signal<string | null>(caseIn(location.hash) ?? recall('case'));
addEventListener('hashchange', () => {
  hash.value = location.hash;
  caseName.value = caseIn(location.hash) ?? caseName.value;
});

function caseIn(address: string): string | null {
  return new URLSearchParams(address.split('?')[1] ?? '').get('case');
}

export function openCase(name: string): void {
  caseName.value = name;
  remember('case', name);
}

export type Place = { screen: string; id: string | null; query: URLSearchParams };

export const place = computed<Place>(() => {
  const [path, query = ''] = hash.value.replace(/^#\/?/, '').split('?');
  const [screen, id] = path.split('/');
  return { screen: screen || 'read', id: id ? decode(id) : null, query: new URLSearchParams(query) };
});

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

type Query = Record<string, string | number | null | undefined>;

export function addressOf(screen: string, id: string | null = null, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...query, case: caseName.value }))
    if (value !== null && value !== undefined && value !== '') search.set(name, String(value));
  const text = search.toString();
  return `#/${screen}${id === null ? '' : `/${encodeURIComponent(id)}`}${text === '' ? '' : `?${text}`}`;
}

/** Link to a claim: its report, opened at its words. */
export function claimAddress(key: string): string {
  const cut = key.lastIndexOf('/');
  return addressOf('report', key.slice(0, cut), { claim: key.slice(cut + 1) });
}

export function go(address: string): void {
  location.hash = address;
}

/** Changes parts of the query and stays where it is; does not fill the history. */
export function setQuery(change: Query): void {
  const { screen, id, query } = place.value;
  const next: Query = { ...Object.fromEntries(query), ...change };
  history.replaceState(null, '', addressOf(screen, id, next));
  hash.value = location.hash;
}
