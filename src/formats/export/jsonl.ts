/** `jsonl`: the case as lines of JSON, each saying in `record` what it is, for programs that read as they go. */
import type { FileFormat } from './format.ts';
import { CASE_FORMAT, json, PARTS } from './json.ts';

export const jsonl: FileFormat = {
  kind: 'file',
  name: 'jsonl',
  title: 'The case as JSON, one record a line',
  mediaType: 'application/jsonl',
  extension: 'jsonl',
  options: [],
  loses: json.loses,
  async *write(source) {
    yield `${JSON.stringify({ record: 'case', format: CASE_FORMAT, case: source.caseName, made: source.made })}\n`;
    for (const { name, items } of PARTS) {
      const record = name.replace(/s$/u, '');
      // Not `kind`: some of the records have a field of that name.
      for await (const item of items(source)) yield `${JSON.stringify({ record, ...item })}\n`;
    }
  },
};
