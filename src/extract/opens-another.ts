/** "In another attack, gunmen targeted a patrol": the attack is what the sentence is about, and whoever stands behind the verb made it. */
import { keepsNominative } from './case-endings.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import type { NounPhrase } from './noun-parts.ts';
import { isArmed, isForce } from './parties.ts';
import { field, nodeOf } from './words.ts';

/** How many words behind the attack may say that it is another. */
const REACH = 2;

/** The sentence begins with "in another attack", "in a separate raid": another story. */
export function opensAnother(doc: Doc, chunks: readonly Chunk[]): boolean {
  const [link, attack] = chunks;
  if (link?.kind !== 'case' || link.mark !== 'in' || attack?.kind !== 'event' || attack.finite) return false;
  for (let i = attack.start + 1; i < Math.min(doc.length, attack.end + REACH); i++) {
    if (doc.isBreak(i)) return false;
    if (nodeOf(doc, i, 'another') !== null || field(nodeOf(doc, i, 'event-adjective'), 'apart') === 'yes') return true;
  }
  return false;
}

/** "in an attack, | targeted | gunmen | a car": behind a preposition an attack leaves the verb its own subject, which a nominative or an object behind it shows. */
export function hasOwnSubject(
  doc: Doc,
  chunks: readonly Chunk[],
  k: number,
  attack: Happening,
  h: Happening,
  direct: readonly (readonly NounPhrase[])[],
): boolean {
  if (chunks[attack.chunk - 1]?.kind !== 'case' || direct.length === 0) return false;
  const [[first], second] = direct;
  if (keepsNominative(doc, first.head) && first.kind === 'person') return true;
  if (chunks[k - 1].kind === 'mark') return second !== undefined || h.recipients.length > 0;
  return h.recipients.length > 0 && (isArmed(first) || isForce(doc, first));
}
