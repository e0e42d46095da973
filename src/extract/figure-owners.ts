/** Whose figure a counted noun is: the happening that it is the recipient of, and what that happening does to people. */
import type { Outcome } from '../claim/reading.ts';
import type { FigureDraft, Happening } from './happening.ts';
import type { NounPhrase } from './noun-parts.ts';

export function ownersOf(happenings: readonly Happening[]): Map<number, Happening> {
  const owners = new Map<number, Happening>();
  for (const h of happenings) {
    for (const noun of h.recipients) {
      const now = owners.get(noun.start);
      if (now === undefined || (now.outcome === null && h.outcome !== null)) owners.set(noun.start, h);
    }
    // people who flee are both; whoever drives others out stays
    if ((h.outcome === 'displaced' && h.sense?.object !== 'recipient') || h.outcome === 'surrendered' || h.types[0] === 'protest')
      for (const noun of h.actors) if (!owners.has(noun.start)) owners.set(noun.start, h);
  }
  return owners;
}

export function ownerOutcome(owner: Happening, noun: NounPhrase): Outcome | null {
  if (owner.outcome !== null) return owner.outcome;
  if (noun.count === null) return null;
  const type = owner.types[0];
  // "the fate of five is unknown"
  if (type === 'situation' && owner.sense?.stance === 'unknown') return 'missing';
  if (type === 'force-movement' || type === 'protest' || type === 'situation') return 'other';
  if (type === 'killing' || type === 'execution') return 'killed';
  if (type === 'detention') return 'detained';
  if (type === 'abduction') return 'abducted';
  if (type === 'displacement') return 'displaced';
  if (type === 'release') return 'released';
  return null;
}

/** Words that only describe people told of are no party. */
export function withoutParty(happenings: readonly Happening[], start: number, end: number): void {
  for (const h of happenings) h.recipients = h.recipients.filter((r) => r.start < start || r.start >= end);
}

/** Takes a figure back. */
export function forget(figure: FigureDraft, loose: FigureDraft[], happenings: readonly Happening[]): void {
  for (const list of [loose, ...happenings.map((h) => h.figures)])
    if (list.includes(figure)) list.splice(list.indexOf(figure), 1);
}
