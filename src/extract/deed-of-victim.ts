/** What he did whom others killed: "the police killed the attacker after he had run over five", "a bomber was killed before he blew himself up". */
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import { itemAt } from './item-at.ts';
import type { NounPhrase } from './noun-parts.ts';
import { fitOf } from './referred-back.ts';
import { featuresOf, field } from './words.ts';

/** The rule of a deed that was that of the one who was killed for it, or before it. */
export const OF_VICTIM = 'event.deed-of-victim';

/** Gives the deed behind "after that" or "before that" to whoever was killed or hurt before it, where the words leave its doer out and agree with him alone. */
export function deedsOfVictims(doc: Doc, chunks: readonly Chunk[], happenings: readonly Happening[]): void {
  for (const [n, deed] of happenings.entries()) {
    const link = itemAt(chunks, deed.chunk - 1);
    if (link?.kind !== 'conjunction' || !deed.finite || deed.sense?.subject !== 'actor' || deed.actors.length > 0) continue;
    // "after he had stabbed a soldier, the youth was killed by the police"
    const harm = happenings[n === 0 ? 1 : n - 1];
    if (harm === undefined) continue;
    if (harm.outcome !== 'killed' && harm.outcome !== 'injured' && harm.outcome !== 'detained') continue;
    const victim = harm.recipients.length === 1 ? harm.recipients[0] : null;
    // "a youth was killed after he had stabbed a soldier (accusative)", but "after his house was shelled"
    const known = harm.actors.length > 0 || (harm.finite && deed.rules.includes('event.accusative-object'));
    if (victim === null || !known || !isAttacker(doc, victim, deed, harm)) continue;
    const before = field(link.node, 'before') === 'yes';
    // "was killed before he was": the letters of a passive
    if (before && deed.recipients.length + deed.places.length === 0 && !deed.rules.includes('event.reflexive')) continue;
    deed.actors.push(victim);
    deed.rules.push(OF_VICTIM);
    // what he was kept from did not take place
    if (before) deed.unreal = true;
  }
}

/** Somebody with whom the verb agrees, and not with whoever killed him; the subject that a passive leaves to the next verb is its own. */
function isAttacker(doc: Doc, victim: NounPhrase, deed: Happening, harm: Happening): boolean {
  const verb = featuresOf(deed.node!);
  if (verb === null || verb.gender !== 'm' || verb.voice === 'passive' || verb.person === 1 || victim.kind !== 'person')
    return false;
  const many = victim.count !== null ? victim.count.high !== 1 : victim.features?.number === 'pl';
  const pronoun = verb.number === 'pl' ? 'they' : 'he';
  if (many !== (pronoun === 'they') || (!many && fitOf(doc, 'he', victim) === 0)) return false;
  // forces are no "they" where people are
  return harm.rules.includes('event.agent-marker') || harm.actors.every((a) => fitOf(doc, pronoun, a) < (many ? 2 : 1));
}
