/** Every export by its name. */
import { acled } from './acled.ts';
import { annotations } from './annotations.ts';
import { bagit } from './bagit.ts';
import { csv } from './csv.ts';
import { figures } from './figures.ts';
import type { ExportFormat } from './format.ts';
import { geojson } from './geojson.ts';
import { html } from './html.ts';
import { json } from './json.ts';
import { jsonl } from './jsonl.ts';
import { markdown } from './markdown.ts';
import { prov } from './prov.ts';
import { ucdp } from './ucdp.ts';

export type { ExportFormat, ExportOptions, FileFormat, FolderFormat } from './format.ts';
export type * from './source.ts';

export const EXPORTS: readonly ExportFormat[] = [
  json,
  jsonl,
  csv,
  figures,
  ucdp,
  acled,
  geojson,
  annotations,
  prov,
  markdown,
  html,
  bagit,
];

export function exportNamed(name: string): ExportFormat | undefined {
  return EXPORTS.find((format) => format.name === name);
}
