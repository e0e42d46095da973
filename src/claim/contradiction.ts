/** Where the independent chains of one event agree, differ, deny or are silent. */

export type Column = 'what' | 'who' | 'whom' | 'how-many' | 'where' | 'when' | 'stance';
export const COLUMNS: readonly Column[] = ['what', 'who', 'whom', 'how-many', 'where', 'when', 'stance'];

export type Standing = 'agree' | 'differ' | 'deny' | 'silent';

/** What one chain says in one column. `says` is empty when it is silent. */
export type Cell = { standing: Standing; says: string[] };

/** `origin` is the key of an origin of the event. */
export type Row = { origin: string; label: string; carriers: number; cells: Record<Column, Cell> };

export type Contradictions = {
  event: string;
  /** Value most chains give, per column; empty where no chain speaks. */
  consensus: Record<Column, string[]>;
  rows: Row[];
  /** Columns in which at least one chain differs or denies. */
  contested: Column[];
};

/** A figure or fact that a chain changed, or brought in, on or after a day. */
export type Change = {
  event: string;
  origin: string;
  report: string;
  day: string;
  column: Column;
  before: string[];
  after: string[];
};
