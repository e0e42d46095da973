/** Parties: the same actor speaks for one event; two known actors that differ speak mildly against, since outlets blame differently. */
import type { Reason } from '../../claim/judgement.ts';
import type { Subject } from '../subject.ts';

export function compareParties(a: Subject, b: Subject): Reason {
  const left = say(a);
  const right = say(b);
  const actors = shared(a.actors, b.actors);
  const recipients = shared(a.recipients, b.recipients);
  let score = 0;
  if (actors) score = 1;
  else if (recipients) score = 0.7;
  else if (shared(a.actors, b.recipients) && shared(a.recipients, b.actors)) score = 0.6;
  else if (entities(a.actors).length > 0 && entities(b.actors).length > 0) score = -0.4;
  return { feature: 'parties', score, left, right };
}

function say(subject: Subject): string {
  return `${subject.actors.join(' + ')} > ${subject.recipients.join(' + ')}`;
}

function entities(parties: string[]): string[] {
  return parties.filter((party) => !party.startsWith('name:'));
}

function shared(a: string[], b: string[]): boolean {
  return a.some((party) => b.includes(party));
}
