/** What every importer is: one file that says what it reads, knows it by its content, and gives the reports in it one after the other. */
import type { Budget } from './budget.ts';
import type { Found, Step } from './found.ts';
import type { Source } from './source.ts';

/** What the caller may set; each format names those it heeds. */
export type ImportOptions = {
  /** Columns of a table: which one holds what. */
  columns?: Record<string, string>;
  /** Name of the publisher, where the source names none. */
  outlet?: string;
};
export type Context = { budget: Budget; options: ImportOptions; pageWords: PageWords };

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
  /** Whether it is of this format, by its first bytes; the name and what a server says are not asked. */
  recognize: (head: Uint8Array, source: Source) => boolean;
  /** Reports of it; throws `Unreadable` with the reason. What was given before that stands. */
  open: (source: Source, context: Context) => AsyncIterable<Found | Inner> | Iterable<Found | Inner>;
};
