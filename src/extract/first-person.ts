/** "we shelled": the outlet tells no deeds of its own. Whoever spoke before goes on, or the one whose statement it is. */
import type { Memory } from './antecedents.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import type { NounPhrase } from './noun-parts.ts';
import { isForce } from './parties.ts';
import type { SourceRef } from './sources.ts';
import { bodyOfSpokesman } from './spokesman.ts';
import { featuresOf } from './words.ts';

/** Who says "we" in a sentence that names no speaker; null where nobody does, or nobody is known to. `follows`: the sentence before had a speaker. */
export function whoSaysWe(doc: Doc, chunks: readonly Chunk[], memory: Memory, follows: boolean): SourceRef[] | null {
  if (!chunks.some((c) => c.kind === 'event' && c.finite && isWe(doc, c.start))) return null;
  if (follows && memory.last !== null) return memory.last;
  return memory.issuer === null ? null : [{ ...memory.issuer, inferred: 'definite' }];
}

/** "we shelled", which is also "(he) shelled us". */
const isWe = (doc: Doc, i: number): boolean =>
  doc.at[i].some((node) => node.kind === 'event' && featuresOf(node)?.person === 1 && featuresOf(node)?.number === 'pl');

/** A line that is nothing but the name of an armed party: what follows is its statement. */
export const nameAlone = (doc: Doc, chunks: readonly Chunk[]): NounPhrase | null => {
  const named = chunks.filter(({ kind }) => kind !== 'mark');
  const noun = named.length === 1 ? named[0].noun : null;
  return noun !== null && noun.kind === 'actor' && noun.count === null && isForce(doc, noun) ? noun : null;
};

/** "the brigades in a statement: we shelled the camp": an armed party did what it says "we" did. Whoever is counted behind the verb is whom it struck. */
export function weDid(doc: Doc, h: Happening, teller: NounPhrase): void {
  if (!h.finite || h.sense?.subject !== 'actor' || !isWe(doc, h.start)) return;
  // "we fired at the car that a bomber drove": he did not fire
  if ((h.rules.includes('event.owner-of-weapon') || h.rules.includes('event.carried-after')) && featuresOf(h.node!)?.person === 1)
    h.actors = [];
  const speaker = bodyOfSpokesman(doc, teller) ?? teller;
  if (!isForce(doc, speaker)) return;
  if (h.recipients.length === 0 && h.actors.length > 0 && h.actors.every(({ count }) => count !== null)) {
    h.recipients.push(...h.actors);
    h.actors = [];
  }
  if (h.actors.length > 0 || h.recipients.length + h.places.length + h.means.length === 0) return;
  h.actors.push(speaker);
  h.rules.push('event.first-person');
}
