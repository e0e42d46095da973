/** All importers in the order in which they are asked; and how a source is opened: recognized by its content, its parts opened in their turn. */
import { Budget, LIMITS, type Limits } from './budget.ts';
import { csv } from './csv.ts';
import { feed } from './feed.ts';
import type { Context, Format, ImportOptions, Inner } from './format.ts';
import type { Evidence, Found, Step } from './found.ts';
import { gzip } from './gzip.ts';
import { html } from './html.ts';
import { jsonLines } from './json-lines.ts';
import { eml, mbox } from './mail.ts';
import { mhtml } from './mhtml.ts';
import { ninjs } from './ninjs.ts';
import { knownWithoutText } from './no-report.ts';
import { docx, odt } from './office.ts';
import { pageWords } from './page-words.ts';
import { pdf } from './pdf.ts';
import { plain } from './plain.ts';
import { type Source, Unreadable } from './source.ts';
import { telegram } from './telegram.ts';
import { wacz } from './wacz.ts';
import { warc } from './warc.ts';
import { xlsx } from './xlsx.ts';
import { zip } from './zip.ts';

export type { Columns, ImportOptions, SeenTable, TableColumns } from './format.ts';
export type { Found, FoundReport, FoundStage, Step } from './found.ts';
export { bytesSource, fileSource, type Source, Unreadable } from './source.ts';
export { bodyOf as answeredBody } from './warc.ts';

/** What is more particular comes first: a DOCX is a ZIP, a table is a text. */
export const formats: readonly Format[] = [
  pdf,
  wacz,
  docx,
  odt,
  xlsx,
  zip,
  warc,
  gzip,
  feed,
  mhtml,
  html,
  mbox,
  eml,
  telegram,
  ninjs,
  jsonLines,
  csv,
  plain,
];

export function formatOf(source: Source): Format | null {
  return formats.find((format) => format.recognize(source.head, source)) ?? null;
}

/** `onTable`: told about every table before its rows are read. */
export async function* openSource(
  source: Source,
  options: ImportOptions = {},
  limits: Limits = LIMITS,
  onTable?: Context['onTable'],
): AsyncGenerator<Found> {
  yield* opened(source, { budget: new Budget(limits), options, pageWords: pageWords(), onTable }, []);
}

async function* opened(source: Source, context: Context, within: readonly Step[]): AsyncGenerator<Found> {
  const { name, head } = source;
  if (head.length === 0) return yield { name, fault: 'is empty', stage: 'open' };
  const known = knownWithoutText(head);
  if (known !== null) return yield { name, passed: known };
  const format = formatOf(source);
  if (format === null) return yield { name, fault: 'is of no format that can be read', stage: 'open' };
  if (within.length > context.budget.limits.depth)
    return yield { name, fault: `lies in more than ${context.budget.limits.depth} archives, one in the other`, stage: 'open' };
  const stage = format.isArchive ? 'open' : 'text';
  try {
    let n = 0;
    for await (const found of format.open(source, context) as AsyncIterable<Found | Inner>) {
      n += 1;
      if ('source' in found) yield* opened(found.source, context, [...within, found.step]);
      else if ('report' in found)
        yield {
          name: found.name,
          report: {
            ...found.report,
            outlet: found.report.outlet ?? outletGiven(context.options),
            steps: [...within, { kind: 'recognized', tool: format.title }, ...found.report.steps],
          },
        };
      else if ('fault' in found) yield { stage, ...found };
      else yield found;
    }
    // nothing is dropped without a word
    if (n === 0) yield { name, passed: `is a ${format.title} that holds nothing to read` };
  } catch (error) {
    yield { name, fault: faultOf(error), stage: (error instanceof Unreadable && error.stage) || stage };
  }
}

/** Who published it as the person says who brings it in, where it does not say itself. */
const outletGiven = ({ outlet }: ImportOptions): Evidence | null =>
  outlet ? { value: outlet, from: 'given at import', confidence: 'certain' } : null;

/** Whatever a parser stumbles over is the fault of one item. */
function faultOf(error: unknown): string {
  if (error instanceof Unreadable) return error.message;
  if (error instanceof RangeError && /call stack/iu.test(error.message)) return 'is nested deeper than any document of news';
  return `cannot be read: ${error instanceof Error ? error.message.slice(0, 200) : String(error)}`;
}
