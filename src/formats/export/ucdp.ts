/** `ucdp`: the 49 columns of the UCDP Georeferenced Event Dataset, for events with at least one death under the policy `ucdp`. */
import type { Count, Group } from '../../claim/count.ts';
import type { Precision } from '../../claim/reading.ts';
import { countryName } from './countries.ts';
import type { CsvCell } from './csv-text.ts';
import type { ExportedEvent, ExportSource } from './source.ts';
import { type Column, tableFormat } from './table-format.ts';

type Row = { body: ExportedEvent; source: ExportSource; id: number };

const WHERE: Record<Precision, number> = { exact: 1, near: 2, admin3: 2, admin2: 3, admin1: 4, country: 6, unknown: 5 };
const STATES = new Set(['state', 'state-force', 'police', 'intelligence']);

/** What we do not know, or what only UCDP can say, stays empty. */
const empty = (name: string): Column<Row> => ({ name, tag: '', value: () => null });

export const ucdp = tableFormat<Row>({
  name: 'ucdp',
  title: 'Events with deaths in the columns of UCDP GED',
  loses: [
    'events without a death: UCDP does not record them',
    'injured, detained, displaced and missing people',
    'ids of conflicts, dyads and sides, and the country numbers of Gleditsch and Ward: only UCDP gives them',
    'deaths_a and deaths_b: reports seldom say which side lost whom, so combatants stand in neither',
    'contradictions: "best", "low" and "high" are what is reported, not a confidence interval',
    'the chain of transmission beyond one original source',
  ],
  columns: [
    { name: 'id', tag: '#meta+id', value: ({ id }) => id },
    { name: 'relid', tag: '#event+code', value: ({ body }) => body.event.code },
    { name: 'year', tag: '#date+year', value: ({ body }) => body.event.begin?.slice(0, 4) },
    empty('active_year'),
    { name: 'code_status', tag: '', value: () => 'Unreviewed' },
    { name: 'type_of_violence', tag: '#event+type', value: violence },
    ...[
      'conflict_dset_id',
      'conflict_new_id',
      'conflict_name',
      'dyad_dset_id',
      'dyad_new_id',
      'dyad_name',
      'side_a_dset_id',
      'side_a_new_id',
    ].map(empty),
    { name: 'side_a', tag: '#actor+a', value: ({ body, source }) => nameAt(body, source, 0) },
    ...['side_b_dset_id', 'side_b_new_id'].map(empty),
    {
      name: 'side_b',
      tag: '#actor+b',
      value: ({ body, source }) => nameAt(body, source, 1) ?? (isOneSided({ body }) ? 'Civilians' : null),
    },
    { name: 'number_of_sources', tag: '#indicator+sources+num', value: ({ body }) => body.event.origins.length },
    { name: 'source_article', tag: '#meta+report', value: ({ body }) => articles(body) },
    {
      name: 'source_office',
      tag: '#meta+outlet',
      value: ({ body }) => distinct(body.statements.map(({ report }) => report.outlet)),
    },
    {
      name: 'source_date',
      tag: '#date+published',
      value: ({ body }) => distinct(body.statements.map(({ report }) => report.published?.slice(0, 10))),
    },
    empty('source_headline'),
    {
      name: 'source_original',
      tag: '#meta+source',
      value: ({ body }) => distinct(body.event.origins.map((origin) => origin.label)),
    },
    {
      name: 'where_prec',
      tag: '#geo+precision',
      value: ({ body }) => (body.event.place ? WHERE[body.event.place.precision] : null),
    },
    { name: 'where_coordinates', tag: '#loc+name', value: ({ body }) => body.event.place?.name },
    { name: 'where_description', tag: '#loc+description', value: ({ body }) => placeSentence(body) },
    { name: 'adm_1', tag: '#adm1+name', value: ({ body }) => body.event.place?.admin[1] },
    { name: 'adm_2', tag: '#adm2+name', value: ({ body }) => body.event.place?.admin[2] },
    { name: 'latitude', tag: '#geo+lat', value: ({ body }) => body.event.place?.lat },
    { name: 'longitude', tag: '#geo+lon', value: ({ body }) => body.event.place?.lon },
    { name: 'geom_wkt', tag: '#geo+wkt', value: ({ body }) => wkt(body) },
    { name: 'priogrid_gid', tag: '#geo+priogrid', value: ({ body }) => priogrid(body) },
    { name: 'country', tag: '#country+name', value: ({ body }) => countryName(body.event.place?.admin[0]) },
    empty('country_id'),
    { name: 'region', tag: '#region+name', value: () => null },
    {
      name: 'event_clarity',
      tag: '#meta+clarity',
      value: ({ body }) => (body.event.begin !== null && body.event.begin === body.event.end ? 1 : 2),
    },
    { name: 'date_prec', tag: '#date+precision', value: ({ body }) => datePrecision(body.event.begin, body.event.end) },
    { name: 'date_start', tag: '#date+start', value: ({ body }) => body.event.begin },
    { name: 'date_end', tag: '#date+end', value: ({ body }) => body.event.end ?? body.event.begin },
    empty('deaths_a'),
    empty('deaths_b'),
    { name: 'deaths_civilians', tag: '#affected+killed+civilians', value: ({ body }) => bestOf(killed(body, 'civilian')) },
    { name: 'deaths_unknown', tag: '#affected+killed+unknown', value: ({ body }) => unknownDeaths(body) },
    { name: 'best', tag: '#affected+killed+best', value: ({ body }) => bestOf(killed(body, 'all')) },
    { name: 'high', tag: '#affected+killed+max', value: ({ body }) => killed(body, 'all')?.high },
    { name: 'low', tag: '#affected+killed+min', value: ({ body }) => killed(body, 'all')?.low },
    empty('gwnoa'),
    empty('gwnob'),
  ],
  async *rows(source) {
    let id = 0;
    for await (const body of source.events('ucdp')) {
      const count = killed(body, 'all');
      if (count && (count.high === null || count.high > 0)) yield { body, source, id: ++id };
    }
  },
});

function killed({ event }: ExportedEvent, who: Group): Count | undefined {
  return event.counts.find((count) => count.outcome === 'killed' && count.who === who);
}

function bestOf(count: Count | undefined): number | null {
  return count ? (count.best ?? count.low) : null;
}

/** Deaths of people who are neither called civilians nor combatants. */
function unknownDeaths(body: ExportedEvent): number | null {
  const [all, civilian, combatant] = (['all', 'civilian', 'combatant'] as const).map((who) => bestOf(killed(body, who)));
  return all === null ? null : Math.max(0, all - (civilian ?? 0) - (combatant ?? 0));
}

function nameAt({ event }: ExportedEvent, source: ExportSource, n: number): string | null {
  const actors = event.actors.filter((actor) => actor.startsWith('actor:'));
  return actors[n] === undefined ? null : (source.nameOf(actors[n], 'en') ?? actors[n]);
}

function isOneSided({ body }: Pick<Row, 'body'>): boolean {
  return killed(body, 'civilian') !== undefined && killed(body, 'combatant') === undefined;
}

/** 1 state-based, 2 non-state, 3 one-sided; empty where no actor is known. */
function violence({ body, source }: Row): CsvCell {
  const actors = body.event.actors.filter((actor) => actor.startsWith('actor:'));
  if (actors.length === 0) return null;
  if (isOneSided({ body })) return 3;
  return actors.some((actor) => STATES.has(source.kindOf(actor) ?? '')) ? 1 : 2;
}

function distinct(values: readonly (string | null | undefined)[]): string {
  return [...new Set(values.filter((value): value is string => typeof value === 'string' && value !== ''))].sort().join(';');
}

function articles({ statements }: ExportedEvent): string {
  return distinct(
    statements.map(({ report }) =>
      [report.outlet, report.published?.slice(0, 10), report.url ?? report.key].filter((one) => one).join(', '),
    ),
  );
}

function placeSentence({ event: { place } }: ExportedEvent): string | null {
  if (!place) return null;
  if (place.lat === null) return `reports mention ${place.name}, which could not be found`;
  return place.precision === 'exact'
    ? place.name
    : `reports mention ${place.name}; the point lies within ${place.radiusKm} km of it (${place.precision})`;
}

function wkt({ event: { place } }: ExportedEvent): string | null {
  return place && place.lat !== null ? `POINT (${place.lon} ${place.lat})` : null;
}

/** Number of the half-degree cell, counted from the south-west. */
function priogrid({ event: { place } }: ExportedEvent): number | null {
  if (!place || place.lat === null || place.lon === null) return null;
  return Math.floor((place.lat + 90) * 2) * 720 + Math.floor((place.lon + 180) * 2) + 1;
}

/** 1 the day, 2 up to six days, 3 the week, 4 the month, 5 longer. */
function datePrecision(begin: string | null, end: string | null): number | null {
  if (begin === null) return null;
  const days = end === null ? 0 : (Date.parse(end) - Date.parse(begin)) / 86_400_000;
  return days === 0 ? 1 : days < 6 ? 2 : days < 8 ? 3 : days < 32 ? 4 : 5;
}
