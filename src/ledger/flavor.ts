/** What the two databases write differently in the texts of the schema. */
export type Flavor = {
  name: 'sqlite' | 'postgres';
  blob: string;
  real: string;
  /** Ends a table that is stored in the order of its key. */
  clustered: string;
};

export const SQLITE: Flavor = { name: 'sqlite', blob: 'blob', real: 'real', clustered: ' without rowid' };
export const POSTGRES: Flavor = { name: 'postgres', blob: 'bytea', real: 'double precision', clustered: '' };
