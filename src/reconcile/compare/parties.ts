/** Parties: the same actor speaks for one event; two known actors that differ speak mildly against, since outlets blame differently. */
import type { Subject } from '../subject.ts';

export function partiesScore(a: Subject, b: Subject): number {
  if (shared(a.actors, b.actors)) return 1;
  if (shared(a.recipients, b.recipients)) return 0.7;
  if (shared(a.actors, b.recipients) && shared(a.recipients, b.actors)) return 0.6;
  return a.actors.some(isEntity) && b.actors.some(isEntity) ? -0.4 : 0;
}

export function sayParties(subject: Subject): string {
  return `${subject.actors.join(' + ')} > ${subject.recipients.join(' + ')}`;
}

function isEntity(party: string): boolean {
  return !party.startsWith('name:');
}

function shared(a: string[], b: string[]): boolean {
  return a.some((party) => b.includes(party));
}
