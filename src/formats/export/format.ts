/** What every export is: one file that declares its name, its media type, its options, what it cannot hold, and how it is written. */
import type { ExportSource } from './source.ts';

export type ExportOptions = {
  /** A mark at the start of CSV, by which spreadsheets know UTF-8. */
  bom?: boolean;
  /** A row of HXL hashtags under the header of CSV. */
  hxl?: boolean;
  /** Language of titles, where a format has any. */
  lang?: 'en' | 'ar';
};

type Declared = {
  name: string;
  title: string;
  mediaType: string;
  /** Of the file; a folder has none. */
  extension: string;
  options: readonly (keyof ExportOptions)[];
  /** What this format cannot hold, one sentence each. */
  loses: readonly string[];
};
export type FileFormat = Declared & {
  kind: 'file';
  write: (source: ExportSource, options: ExportOptions) => AsyncIterable<string>;
};
export type FolderFormat = Declared & {
  kind: 'folder';
  write: (source: ExportSource, options: ExportOptions) => AsyncIterable<{ path: string; bytes: Uint8Array }>;
};
export type ExportFormat = FileFormat | FolderFormat;
