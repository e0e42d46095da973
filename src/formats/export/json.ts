/** `json`: the whole case in one document. */
import type { FileFormat } from './format.ts';
import type { ExportedReport, ExportSource } from './source.ts';

export const CASE_FORMAT = 'isnad.case/1';

export const json: FileFormat = {
  kind: 'file',
  name: 'json',
  title: 'The whole case as one JSON document',
  mediaType: 'application/json',
  extension: 'json',
  options: [],
  loses: ['the bytes of reports as they came, where these are not their text: only their SHA-256 is given'],
  async *write(source) {
    yield `{"format":${JSON.stringify(CASE_FORMAT)},"case":${JSON.stringify(source.caseName)},"made":${JSON.stringify(source.made)}`;
    for (const part of PARTS) {
      yield `,${JSON.stringify(part.name)}:[`;
      let isFirst = true;
      for await (const item of part.items(source)) {
        yield `${isFirst ? '' : ','}\n${JSON.stringify(item)}`;
        isFirst = false;
      }
      yield ']';
    }
    yield '}\n';
  },
};

/** A report without its bytes. */
export function reportRecord({ bytes: _, ...report }: ExportedReport): Omit<ExportedReport, 'bytes'> {
  return report;
}

/** The parts of a case, in their order. */
export const PARTS: readonly { name: string; items: (source: ExportSource) => AsyncIterable<object> }[] = [
  {
    name: 'reports',
    async *items(source) {
      for await (const report of source.reports()) yield reportRecord(report);
    },
  },
  { name: 'events', items: (source) => source.events() },
  { name: 'totals', items: (source) => source.totals() },
  { name: 'decisions', items: (source) => source.decisions() },
];
