/** What every importer is: one file that says what it reads, knows it by its content, and gives the reports in it one after the other. */
import type { Budget } from './budget.ts';
import type { Found, Step } from './found.ts';
import type { Source } from './source.ts';

/** What the caller may set; each format names those it heeds. */
/** Field to the name of the column that holds it. */
export type Columns = Readonly<Record<string, string>>;
export type TableColumns = { header: readonly string[]; columns: Columns };
export type ImportOptions = {
  /** Columns of tables: which one holds what. Of several mappings the first whose columns a table has is taken; where none fits, the names of the columns tell. */
  columns?: Columns | readonly Columns[];
  /** The same for tables of one form, known by the names of their columns as they are shown; these come before `columns`. */
  tables?: readonly TableColumns[];
  /** Name of the publisher, where the source names none. */
  outlet?: string;
};
/** The beginning of a table as it was met. `mapping`: field to the name of its column; `fault`: why nothing can be read from it. */
export type SeenTable = {
  name: string;
  header: readonly string[];
  rows: readonly (readonly string[])[];
  mapping: Columns | null;
  fault: string | null;
};
export type Context = {
  budget: Budget;
  options: ImportOptions;
  pageWords: PageWords;
  /** Told about every table before its rows are read, for a preview. */
  onTable?: (table: SeenTable) => void;
};

/** Words of pages that are no part of the article, and names of months; read from data/. */
export type PageWords = {
  /** "read also": what follows on the line or behind it leads to other articles. */
  leads: readonly string[];
  /** Headings of blocks that are no part of the article: "related", "comments", "most read". */
  sections: readonly string[];
  /** Whole lines that are no part of the article: "share", "print". */
  labels: readonly string[];
  /** Beginnings of lines that are no part of the article: "all rights reserved". */
  notices: readonly string[];
  /** Words before a date of publication and of a change. */
  published: readonly string[];
  updated: readonly string[];
  /** "by", before a name. */
  by: readonly string[];
  /** Folded name of a month to its number. */
  months: ReadonlyMap<string, number>;
  /** Folded names of columns to what they hold. */
  columns: ReadonlyMap<string, string>;
};

/** A part of a source, to be recognized and opened in its turn. */
export type Inner = { source: Source; step: Step };

export type Format = {
  name: string;
  /** For people. */
  title: string;
  mediaTypes: readonly string[];
  /** Options it heeds, each with its meaning. */
  options: Readonly<Partial<Record<keyof ImportOptions, string>>>;
  /** What fails in it could not be opened: it holds sources, and no text of its own. */
  isArchive?: true;
  /** Whether it is of this format, by its first bytes; the name and what a server says are not asked. */
  recognize: (head: Uint8Array, source: Source) => boolean;
  /** Reports of it; throws `Unreadable` with the reason. What was given before that stands. */
  open: (source: Source, context: Context) => AsyncIterable<Found | Inner> | Iterable<Found | Inner>;
};
