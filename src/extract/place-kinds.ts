/** Kinds of places that are read alike. */

export const hamlets: ReadonlySet<string> = new Set(['village', 'quarter', 'town', 'hill', 'valley', 'site', 'street']);

/** Parts of a country that are called by a direction and the name of the whole. */
export const divisions: ReadonlySet<string> = new Set(['admin1', 'admin2', 'admin3', 'region', 'area']);

/** What is a place with an adjective alone; "a military base" is a thing. */
export const areas: ReadonlySet<string> = new Set(['city', 'town', 'village', 'quarter', 'area', 'region', 'camp']);

/** Places that a report goes on to call by their bare name. */
export const settlements: ReadonlySet<string> = new Set(['city', 'town', 'village', 'admin1', 'admin2', 'admin3']);

/** What goes on around a place, rather than being about it. */
export const around: ReadonlySet<string> = new Set(['force-movement', 'armed-clash', 'shelling', 'air-strike', 'territory']);
