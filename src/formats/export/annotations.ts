/** `annotations`: every claim as a W3C Web Annotation on the text of its report, found again by its words, by code points and by UTF-16 units. */
import type { FileFormat } from './format.ts';
import { codePointCounter } from './offsets.ts';
import type { ExportedReport } from './source.ts';

const AROUND = 32;

export const annotations: FileFormat = {
  kind: 'file',
  name: 'annotations',
  title: 'Claims as Web Annotations on their texts (JSON-LD)',
  mediaType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
  extension: 'jsonld',
  options: [],
  loses: [
    'events, origins and counts: an annotation stands on one text',
    'the text itself: without the report the annotations point at nothing, so each gives the SHA-256 of its text and the words around',
  ],
  async *write(source) {
    yield `{"@context":["http://www.w3.org/ns/anno.jsonld",{"isnad":"https://isnad.invalid/ns#"}],"type":"AnnotationPage","items":[`;
    let isFirst = true;
    for await (const report of source.reports()) {
      for (const annotation of annotationsOf(report)) {
        yield `${isFirst ? '' : ','}\n${JSON.stringify(annotation)}`;
        isFirst = false;
      }
    }
    yield '\n]}\n';
  },
};

function annotationsOf(report: ExportedReport): object[] {
  const { text, reading, url, retrieved, engine } = report;
  return reading.claims.map((claim) => {
    const { start, end } = claim.content;
    const points = codePointCounter(text);
    const selector = [
      {
        type: 'TextQuoteSelector',
        exact: text.slice(start, end),
        prefix: whole(text, start - AROUND, start),
        suffix: whole(text, end, end + AROUND),
      },
      { type: 'TextPositionSelector', start: points(start), end: points(end) },
      { type: 'isnad:Utf16PositionSelector', start, end },
    ];
    return {
      id: `urn:isnad:claim:${encodeURIComponent(report.key)}/${claim.id}`,
      type: 'Annotation',
      motivation: 'describing',
      created: retrieved,
      generator: { type: 'Software', name: engine },
      body: {
        type: 'Dataset',
        format: 'application/json',
        'isnad:claim': {
          type: claim.event.type,
          stance: claim.stance,
          reality: claim.reality,
          attribution: claim.attribution,
          event: claim.event,
        },
      },
      target: {
        source: url ?? `urn:isnad:report:${encodeURIComponent(report.key)}`,
        'isnad:textSha256': reading.report.sha256,
        selector,
      },
    };
  });
}

/** No half of a surrogate pair at either edge. */
function whole(text: string, from: number, to: number): string {
  return text
    .slice(Math.max(0, from), to)
    .replace(/^[\udc00-\udfff]/u, '')
    .replace(/[\ud800-\udbff]$/u, '');
}
