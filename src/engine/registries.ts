/** Puts the names of actors and outlets into the lexicon, so that a name is found in the same pass as a word. */

import type { Actor } from '../lexicon/actors.ts';
import type { Value } from '../lexicon/blocks.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Outlet } from '../lexicon/outlets.ts';
import { looseKey, wordKeys } from '../text/fold.ts';

const armed = new Set(['state-force', 'armed-group', 'militia', 'alliance', 'police', 'intelligence', 'peacekeepers']);

const fieldsFrom = (record: Record<string, Value>): Map<string, Value> => new Map(Object.entries(record));

export function addActors(lexicon: Lexicon, actors: readonly Actor[]): void {
  for (const actor of actors) {
    const base: Record<string, Value> = {
      id: `actor:${actor.id}`,
      kind: actor.kind,
      country: actor.country,
      armed: armed.has(actor.kind) ? 'yes' : 'no',
      gloss: actor.en,
    };
    const full = lexicon.addSense('actor', actor.ar, fieldsFrom(base), actor.file, actor.line);
    for (const name of [actor.ar, ...actor.aliases]) lexicon.addPhrase(full, name);
    const theatre = actor.theatre.length > 0 ? actor.theatre : [actor.country];
    const open = { ...base, shared: 'yes', theatre };
    addNames(lexicon, 'actor-short', actor.capital, { ...base, short: 'yes', capital: 'yes' }, actor);
    addNames(lexicon, 'actor-short', actor.short, { ...open, short: 'yes' }, actor);
    const loaded = new Set(actor.loaded.map((name) => name.words));
    addNames(
      lexicon,
      'actor',
      actor.shared.filter((name) => !loaded.has(name)),
      open,
      actor,
    );
    for (const name of actor.loaded) {
      const sense = lexicon.addSense(
        'actor',
        name.words,
        fieldsFrom({
          ...(actor.shared.includes(name.words) ? open : base),
          'loaded-label': name.label,
          neutral: actor.ar,
          users: name.users,
        }),
        actor.file,
        actor.line,
      );
      lexicon.addPhrase(sense, name.words);
    }
  }
}

function addNames(lexicon: Lexicon, kind: string, names: readonly string[], record: Record<string, Value>, at: Actor): void {
  if (names.length === 0) return;
  const sense = lexicon.addSense(kind, names[0], fieldsFrom(record), at.file, at.line);
  for (const name of names) lexicon.addPhrase(sense, name);
}

export function addOutlets(lexicon: Lexicon, outlets: readonly Outlet[]): void {
  for (const outlet of outlets) {
    const base: Record<string, Value> = {
      id: `outlet:${outlet.id}`,
      kind: outlet.kind,
      country: outlet.country,
      gloss: outlet.en,
    };
    const full = lexicon.addSense('outlet', outlet.ar, fieldsFrom(base), outlet.file, outlet.line);
    for (const name of [outlet.ar, ...outlet.aliases]) lexicon.addPhrase(full, name);
    if (outlet.short.length === 0) continue;
    const short = lexicon.addSense(
      'outlet-short',
      outlet.short[0],
      fieldsFrom({ ...base, short: 'yes' }),
      outlet.file,
      outlet.line,
    );
    for (const name of outlet.short) lexicon.addPhrase(short, name);
  }
}

/** Names of outlets, folded, to their countries and ids. */
export type OutletNames = { countries: Map<string, string>; ids: Map<string, string> };

export function outletNames(outlets: readonly Outlet[]): OutletNames {
  const countries = new Map<string, string>();
  const ids = new Map<string, string>();
  const add = (name: string, id: string): void => {
    const key = looseName(name);
    if (key !== '' && !ids.has(key)) ids.set(key, id);
  };
  for (const outlet of outlets) {
    const { en, ar, aliases, short, enAliases, country, hosts } = outlet;
    if (country !== '') for (const name of [en, ar, ...aliases, ...short, ...enAliases]) countries.set(keyOf(name), country);
    const id = `outlet:${outlet.id}`;
    for (const name of [outlet.id, en, ar, ...aliases, ...enAliases, ...hosts]) add(name, id);
    const bracket = /^(.*?)\s*\((.*)\)$/.exec(en);
    if (bracket !== null) for (const name of bracket.slice(1)) add(name, id);
  }
  return { countries, ids };
}

/** Country of an outlet by one of its names, in any spelling that folds to the same letters. */
export const countryIn =
  ({ countries }: OutletNames) =>
  (outlet: string): string | null =>
    countries.get(keyOf(outlet)) ?? null;

/** Id of an outlet by any of its names, in either script, or by its host; null when no outlet is called so. */
export const outletIdIn =
  ({ ids }: OutletNames) =>
  (name: string): string | null =>
    ids.get(looseName(name)) ?? null;

const keyOf = (name: string): string => looseKey(name.toLowerCase());

const looseName = (name: string): string => wordKeys(name.toLowerCase().replace(/^@|^www\./, '')).join(' ');
