/** `acled`: the columns of ACLED, one fatalities number by its conservative rule, the dispute in the notes, as ACLED writes them. */
import type { Precision } from '../../claim/reading.ts';
import { ACLED_INTER, ACLED_TYPES } from './acled-types.ts';
import { countryName, countryNumber } from './countries.ts';
import type { ExportedEvent, ExportSource } from './source.ts';
import { type Column, tableFormat } from './table-format.ts';

type Row = { body: ExportedEvent; source: ExportSource; kind: readonly [string, string, string] };

const GEO: Record<Precision, number> = { exact: 1, near: 2, admin3: 2, admin2: 3, admin1: 3, country: 3, unknown: 3 };
const CIVILIANS = 'Civilians';

const empty = (name: string): Column<Row> => ({ name, tag: '', value: () => null });

export const acled = tableFormat<Row>({
  name: 'acled',
  title: 'Events in the columns of ACLED',
  loses: [
    'who gave which number: ACLED has one number, the most conservative; "notes" names the others',
    'injured, detained, displaced and missing people',
    'events ACLED does not know: displacement, cuts of service, tolls',
    'who did it to whom: actor1 and actor2 imply no direction',
    'events without a day',
    'ids of ACLED: event_id_cnty holds our code',
  ],
  columns: [
    { name: 'event_id_cnty', tag: '#event+code', value: ({ body }) => body.event.code },
    { name: 'event_date', tag: '#date+occurred', value: ({ body }) => body.event.begin },
    { name: 'year', tag: '#date+year', value: ({ body }) => body.event.begin?.slice(0, 4) },
    { name: 'time_precision', tag: '#date+precision', value: ({ body }) => timePrecision(body) },
    { name: 'disorder_type', tag: '#event+disorder', value: ({ kind }) => kind[0] },
    { name: 'event_type', tag: '#event+type', value: ({ kind }) => kind[1] },
    { name: 'sub_event_type', tag: '#subevent+type', value: ({ kind }) => kind[2] },
    { name: 'actor1', tag: '#actor+n1', value: (row) => actorOf(row, 0)?.name },
    empty('assoc_actor_1'),
    { name: 'inter1', tag: '#actor+n1+code', value: (row) => actorOf(row, 0)?.inter },
    { name: 'actor2', tag: '#actor+n2', value: (row) => actorOf(row, 1)?.name },
    empty('assoc_actor_2'),
    { name: 'inter2', tag: '#actor+n2+code', value: (row) => actorOf(row, 1)?.inter },
    { name: 'interaction', tag: '#event+interaction', value: interaction },
    {
      name: 'civilian_targeting',
      tag: '#event+targeting',
      value: ({ body }) => (hitsCivilians(body) ? 'Civilian targeting' : null),
    },
    { name: 'iso', tag: '#country+code', value: ({ body }) => countryNumber(body.event.place?.admin[0]) },
    empty('region'),
    { name: 'country', tag: '#country+name', value: ({ body }) => countryName(body.event.place?.admin[0]) },
    { name: 'admin1', tag: '#adm1+name', value: ({ body }) => body.event.place?.admin[1] },
    { name: 'admin2', tag: '#adm2+name', value: ({ body }) => body.event.place?.admin[2] },
    { name: 'admin3', tag: '#adm3+name', value: ({ body }) => body.event.place?.admin[3] },
    { name: 'location', tag: '#loc+name', value: ({ body }) => body.event.place?.name },
    { name: 'latitude', tag: '#geo+lat', value: ({ body }) => body.event.place?.lat },
    { name: 'longitude', tag: '#geo+lon', value: ({ body }) => body.event.place?.lon },
    {
      name: 'geo_precision',
      tag: '#geo+precision',
      value: ({ body }) => (body.event.place ? GEO[body.event.place.precision] : null),
    },
    { name: 'source', tag: '#meta+source', value: ({ body }) => body.event.origins.map((origin) => origin.label).join('; ') },
    empty('source_scale'),
    { name: 'notes', tag: '#description', value: notesOf },
    { name: 'fatalities', tag: '#affected+killed', value: ({ body }) => killed(body) },
    { name: 'tags', tag: '#meta+tags', value: ({ body }) => `suggested grade=${body.event.grade.grade}` },
    { name: 'timestamp', tag: '#date+updated', value: ({ source }) => Math.floor(Date.parse(source.made.at) / 1000) },
  ],
  async *rows(source) {
    for await (const body of source.events('acled')) {
      const kind = ACLED_TYPES[body.event.type];
      if (kind && body.event.begin !== null) yield { body, source, kind };
    }
  },
});

function killed({ event }: ExportedEvent): number {
  return event.counts.find((count) => count.outcome === 'killed' && count.who === 'all')?.low ?? 0;
}

function hitsCivilians({ event }: ExportedEvent): boolean {
  return event.counts.some((count) => count.who === 'civilian' && (count.high === null || count.high > 0));
}

/** Registered actors in order; a one-sided event against civilians has them as its other side. */
function actorOf({ body, source }: Row, n: number): { name: string; inter: number | null } | null {
  const ids = body.event.actors.filter((actor) => actor.startsWith('actor:'));
  const id = ids[n];
  if (id !== undefined) return { name: source.nameOf(id, 'en') ?? id, inter: ACLED_INTER[source.kindOf(id) ?? ''] ?? null };
  return n === 1 && ids.length === 1 && hitsCivilians(body) ? { name: CIVILIANS, inter: 7 } : null;
}

/** The two numbers joined, the lower first. */
function interaction(row: Row): string | null {
  const inters = [actorOf(row, 0)?.inter, actorOf(row, 1)?.inter]
    .filter((inter) => typeof inter === 'number')
    .sort((a, b) => a - b);
  return inters.length === 0 ? null : inters.length === 1 ? `${inters[0]}0` : inters.join('');
}

function timePrecision({ event: { begin, end } }: ExportedEvent): number {
  const days = begin === null || end === null ? 0 : (Date.parse(end) - Date.parse(begin)) / 86_400_000;
  return days === 0 ? 1 : days <= 7 ? 2 : 3;
}

/** What each origin counts, in one sentence each: the dispute that one number hides. */
function notesOf({ body: { event, contradictions } }: Row): string {
  const said = contradictions?.rows.filter((row) => row.cells['how-many'].says.length > 0) ?? [];
  const numbers = said.map((row) => `${row.label}: ${row.cells['how-many'].says.join(' + ')}`);
  const dispute = contradictions?.contested.includes('how-many') ? ' Sources differ on the number.' : '';
  return `${event.type} reported by ${event.origins.length} independent origins in ${event.reports.length} reports.${dispute}${numbers.length > 0 ? ` ${numbers.join('; ')}.` : ''}`;
}
