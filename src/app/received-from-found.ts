/** What an importer found, as the ledger receives it: only what is stated or likely becomes a value; every sign goes into the record of custody. */
import type { FoundReport, Step } from '../formats/import/index.ts';
import type { Received } from '../ledger/index.ts';

const VALUES = ['outlet', 'byline', 'published', 'language'] as const;

export function receivedOf(found: FoundReport, source: string | null): Received {
  const steps: Step[] = [...found.steps];
  for (const field of VALUES) {
    const evidence = found[field];
    if (evidence)
      steps.push({ kind: `${field}-found`, tool: `${evidence.from} (${evidence.confidence})`, output: evidence.value });
  }
  const { id, bytes, text, url, item, mediaType } = found;
  return {
    id,
    bytes,
    text,
    outlet: settled(found.outlet),
    published: settled(found.published),
    url,
    source,
    item,
    mediaType,
    tool: toolOf(found),
    steps,
  };
}

const settled = (evidence: FoundReport['outlet']): string | null =>
  evidence === null || evidence.confidence === 'weak' ? null : evidence.value;

/** The way from bytes to text in one line; it is part of the row that the journal covers. */
function toolOf({ steps, published }: FoundReport): string {
  const way = steps.filter((step) => step.kind !== 'day-seen' && step.kind !== 'part-of-file').map((step) => step.tool);
  if (published !== null) way.push(`day by ${published.from} (${published.confidence})`);
  return way.join('; ').slice(0, 1000);
}
