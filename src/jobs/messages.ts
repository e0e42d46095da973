/** What the importing threads and the one that records say to one another. */

import type { Read } from '../app/ingest.ts';
import type { FileToOpen, Sized } from '../app/items.ts';
import type { Report } from '../claim/reading.ts';
import type { ImportOptions } from '../formats/import/index.ts';

export type ToWorker =
  | { kind: 'open'; task: number; files: FileToOpen[]; options: ImportOptions }
  /** More items may be sent. */
  | { kind: 'more'; task: number }
  | { kind: 'read'; task: number; reports: Report[] };

export type FromWorker =
  | { kind: 'ready' }
  | { kind: 'beat' }
  /** `file`: place of the file in the task that the items are of. */
  | { kind: 'items'; task: number; file: number; items: Sized[] }
  | { kind: 'file-done'; task: number; file: number }
  | { kind: 'opened'; task: number }
  | { kind: 'readings'; task: number; list: Read[] };
