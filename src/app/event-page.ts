/** Everything that the page of one event shows: counts, chains, contradictions, claims, and what people decided about it. */
import { type Decision, decisionsAbout, type EventPage, eventByCode, type Ledger } from '../ledger/index.ts';

export type EventScreen = EventPage & { decisions: Decision[] };

export async function eventPage(ledger: Ledger, code: string, caseId: number | null = null): Promise<EventScreen | null> {
  const event = await eventByCode(ledger.read, code, caseId);
  if (!event) return null;
  const targets = [event.event.code, ...event.event.aliases];
  const decisions = (await Promise.all(targets.map((target) => decisionsAbout(ledger.read, target)))).flat();
  return { ...event, decisions: decisions.sort((a, b) => b.id - a.id) };
}
