/** Which events of a case are not kept as they should be, given what reconciliation finds in the same reports? */
import { unpackedText } from './body.ts';
import { EVENT_COLUMNS, type EventDraft, eventRow } from './events.ts';
import type { Ledger } from './open.ts';
import type { Fault } from './verify.ts';

const PIECE = 500;

export async function alteredEvents(ledger: Ledger, caseId: number, expected: Iterable<EventDraft>, most = 20): Promise<Fault[]> {
  const faults: Fault[] = [];
  const fault = (row: string, what: string) => faults.push({ table: 'events', row, seq: null, what });
  const codes = await ledger.read.selectFrom('events').select('code').where('case_id', '=', caseId).orderBy('id').execute();
  const left = new Set(codes.map((row) => row.code));
  for (const piece of piecesOf(expected)) {
    const names = piece.map(({ code }) => code);
    const rows = await ledger.read
      .selectFrom('events')
      .selectAll()
      .where('case_id', '=', caseId)
      .where('code', 'in', names)
      .execute();
    const kept = new Map(rows.map((row) => [row.code, row]));
    for (const { code, mark, body: made } of piece) {
      const body = made();
      const row = kept.get(code);
      left.delete(code);
      if (!row) fault(code, 'is missing');
      else if (unpackedText(row.body) !== JSON.stringify(body)) fault(code, 'was altered');
      else {
        const values = eventRow(row.id, caseId, body, mark);
        // Rows from before the columns of changes and marks hold none there; the body has what they say.
        const isOpen = (name: string) => name === 'body' || ((name === 'changes' || name === 'mark') && row[name] === null);
        const column = EVENT_COLUMNS.find((name, i) => !isOpen(name) && row[name] !== values[i]);
        if (column) fault(code, `was altered (${column})`);
      }
      if (faults.length >= most) return faults;
    }
  }
  for (const code of left) fault(code, 'follows from no report');
  return faults.slice(0, most);
}

function* piecesOf(drafts: Iterable<EventDraft>): Generator<EventDraft[]> {
  let piece: EventDraft[] = [];
  for (const draft of drafts) {
    if (piece.push(draft) < PIECE) continue;
    yield piece;
    piece = [];
  }
  if (piece.length > 0) yield piece;
}
