/** `csv`: one line a count, so that each event has a line for everybody, for civilians, for children … */
import type { Count } from '../../claim/count.ts';
import type { ExportedEvent } from './source.ts';
import { tableFormat } from './table-format.ts';

type Row = { body: ExportedEvent; count: Count | null };

export const csv = tableFormat<Row>({
  name: 'csv',
  title: 'Events with their counts, one line a count',
  loses: [
    'the words behind a figure, and figures that were set aside: "figures" has them',
    'who says what: only how many independent origins stand behind a count',
  ],
  columns: [
    { name: 'event', tag: '#event+code', value: ({ body }) => body.event.code },
    { name: 'type', tag: '#event+type', value: ({ body }) => body.event.type },
    { name: 'begin', tag: '#date+start', value: ({ body }) => body.event.begin },
    { name: 'end', tag: '#date+end', value: ({ body }) => body.event.end },
    { name: 'place', tag: '#loc+name', value: ({ body }) => body.event.place?.name },
    { name: 'lat', tag: '#geo+lat', value: ({ body }) => body.event.place?.lat },
    { name: 'lon', tag: '#geo+lon', value: ({ body }) => body.event.place?.lon },
    { name: 'precision', tag: '#geo+precision', value: ({ body }) => body.event.place?.precision },
    { name: 'radius_km', tag: '#geo+radius', value: ({ body }) => body.event.place?.radiusKm },
    { name: 'outcome', tag: '#affected+outcome', value: ({ count }) => count?.outcome },
    { name: 'who', tag: '#affected+group', value: ({ count }) => count?.who },
    { name: 'low', tag: '#affected+num+min', value: ({ count }) => count?.low },
    { name: 'best', tag: '#affected+num+best', value: ({ count }) => count?.best },
    { name: 'high', tag: '#affected+num+max', value: ({ count }) => count?.high },
    { name: 'policy', tag: '#meta+policy', value: ({ count }) => count?.policy },
    { name: 'provisional', tag: '#meta+provisional', value: ({ count }) => count?.provisional },
    { name: 'count_origins', tag: '#indicator+origins+num', value: ({ count }) => count?.origins },
    { name: 'actors', tag: '#actor', value: ({ body }) => body.event.actors.join(' | ') },
    { name: 'origins', tag: '#meta+source', value: ({ body }) => body.event.origins.map((origin) => origin.label).join(' | ') },
    { name: 'reports', tag: '#indicator+reports+num', value: ({ body }) => body.event.reports.length },
    { name: 'suggested_grade', tag: '#meta+grade', value: ({ body }) => body.event.grade.grade },
    { name: 'contested', tag: '#meta+contested', value: ({ body }) => body.contradictions?.contested.join(' | ') },
  ],
  async *rows(source) {
    for await (const body of source.events()) {
      if (body.event.counts.length === 0) yield { body, count: null };
      for (const count of body.event.counts) yield { body, count };
    }
  },
});
