/** The tables of one event as rows: where its chains agree and differ, who carried them, what changed, what may be the same event. Pure. */
import { type Because, sayBecause } from '../claim/because.ts';
import { type Change, COLUMNS } from '../claim/contradiction.ts';
import type { CarrierRow, ChangeRow, ClaimRow, ComparedRow, EventDetail, StandingRow } from './client.ts';

/** One row a chain, a pair of cells a question; the first row is what most chains say. */
export function standingRows({ contradictions, event }: EventDetail): StandingRow[] {
  if (contradictions === null) return [];
  const { consensus, rows } = contradictions;
  const claimOf = new Map(event.origins.map(({ key, claims }) => [key, claims[0]]));
  const most: StandingRow = {
    origin: null,
    label: null,
    carriers: event.reports.length,
    claim: null,
    cells: mapColumns((column) => ({ standing: null, says: consensus[column] })),
  };
  return [
    most,
    ...rows.map(({ origin, label, carriers, cells }) => ({
      origin,
      label,
      carriers,
      claim: claimOf.get(origin) ?? null,
      cells: mapColumns((column) => cells[column]),
    })),
  ];
}

const mapColumns = (cell: (column: (typeof COLUMNS)[number]) => StandingRow['cells']['what']): StandingRow['cells'] =>
  Object.fromEntries(COLUMNS.map((column) => [column, cell(column)])) as StandingRow['cells'];

export const STANDING_COLUMNS = [
  'origin',
  'label',
  'carriers',
  'claim',
  ...COLUMNS.flatMap((column) => [column, `${column} standing`]),
];

export function flatStanding({ cells, ...row }: StandingRow): Record<string, any> {
  const said = COLUMNS.flatMap((column) => [
    [column, cells[column].says],
    [`${column} standing`, cells[column].standing],
  ]);
  return { ...row, ...Object.fromEntries(said) };
}

/** One row a report that carries a chain. `claims`: those of the event, for the names of outlets. */
export function carrierRows({ event }: EventDetail, claims: readonly ClaimRow[]): CarrierRow[] {
  const known = new Map(claims.map(({ report, outlet, published }) => [report, { outlet, published }]));
  return event.origins.flatMap(({ key: origin, label, kind, carriers, claims: keys, because }) =>
    carriers.map((report) => {
      const { outlet = null, published = null } = known.get(report) ?? {};
      const claim = keys.find((one) => one.startsWith(`${report}/`)) ?? null;
      return { origin, label, kind, report, outlet, published, claim, because };
    }),
  );
}

export function changeRows({ event, changes }: EventDetail): ChangeRow[] {
  const labels = new Map(event.origins.map(({ key, label }) => [key, label]));
  return changes.map(({ day, origin, report, column, before, after }: Change) => {
    return { day, origin, label: labels.get(origin) ?? null, report, column, before, after };
  });
}

/** One row a comparison: another event, what was compared, and how alike it is. */
export function comparedRows({ suggestions }: EventDetail): ComparedRow[] {
  return suggestions.flatMap(({ other, left, right, because }) =>
    because.map(({ feature, score, left: here, right: there }) => {
      return { other: other.code, leftClaim: left, rightClaim: right, feature, score, here, there };
    }),
  );
}

/** For CSV, which is read by people as well: sentences instead of codes. */
export const sentences = (because: readonly Because[]): string[] => because.map((one) => plain(sayBecause(one, 'en')));

/** Without the signs that hold names apart on a screen. */
const plain = (sentence: string): string => sentence.replace(/[\u2066-\u2069]/g, '');
