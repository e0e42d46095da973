/** Events against the chains that speak of them: who says what, who differs, who denies, and who is silent. Pure. */
import type { Column, Contradictions, Standing } from '../claim/contradiction.ts';
import type { Count } from '../claim/count.ts';
import type { Event } from '../claim/event.ts';
import type { EventMatrix, EventRow, MatrixCell } from './client.ts';

type Body = { event: Event; contradictions: Contradictions | null };

/** The chains with most events are columns. */
const MOST_COLUMNS = 12;

export function matrixOf(rows: readonly EventRow[], bodies: readonly Body[]): Pick<EventMatrix, 'columns' | 'items'> {
  const chains = new Map<string, { key: string; label: string; events: number }>();
  for (const { event } of bodies) {
    for (const { key, label } of event.origins) {
      const known = chains.get(key);
      if (known) known.events++;
      else chains.set(key, { key, label, events: 1 });
    }
  }
  const columns = [...chains.values()].sort((a, b) => b.events - a.events || (a.key < b.key ? -1 : 1)).slice(0, MOST_COLUMNS);
  const shown = new Set(columns.map(({ key }) => key));
  const items = bodies.flatMap((body) => {
    const row = rows.find(({ code }) => code === body.event.code);
    return row
      ? [{ ...row, cells: cellsOf(body, shown), others: body.event.origins.filter(({ key }) => !shown.has(key)).length }]
      : [];
  });
  return { columns, items };
}

function cellsOf({ event, contradictions }: Body, shown: ReadonlySet<string>): MatrixCell[] {
  return event.origins
    .filter(({ key }) => shown.has(key))
    .map(({ key, claims, carriers }) => {
      const cells = contradictions?.rows.find(({ origin }) => origin === key)?.cells;
      const at = (standing: Standing): Column[] =>
        cells ? (Object.keys(cells) as Column[]).filter((column) => cells[column].standing === standing) : [];
      const [denies, differs] = [at('deny'), at('differ')];
      const standing: Standing = denies.length > 0 ? 'deny' : differs.length > 0 ? 'differ' : 'agree';
      const columns = [...new Set([...denies, ...differs])];
      return { origin: key, claim: claims[0], carriers: carriers.length, standing, columns, killed: killedBy(event.counts, key) };
    });
}

/** The widest bounds of the killed that the chain itself gives. */
function killedBy(counts: readonly Count[], origin: string): { low: number; high: number | null } | null {
  const all = counts.find(({ outcome, who }) => outcome === 'killed' && who === 'all');
  const own = all?.figures.filter((use) => use.origin === origin && use.aside === null) ?? [];
  if (own.length === 0) return null;
  const high = own.some((use) => use.high === null) ? null : Math.max(...own.map((use) => use.high as number));
  return { low: Math.min(...own.map((use) => use.low)), high };
}
