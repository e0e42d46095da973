/** "the army, together with the militia, stormed", "the army, in an alliance with X, launched": who acts jointly with the doer did it as well. */
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { doersAt } from './doer-clauses.ts';
import type { Happening } from './happening.ts';
import { isForce, sameActor } from './parties.ts';
import { field } from './words.ts';

export function addPartner(doc: Doc, chunks: readonly Chunk[], h: Happening): void {
  if (h.actors.length === 0) return;
  const verb = h.light >= 0 ? Math.min(h.light, h.chunk) : h.chunk;
  for (let k = Math.max(1, verb - 2); k <= h.until + 1 && k + 1 < chunks.length; k++) {
    const { kind, node, start } = chunks[k];
    if (kind !== 'case' || field(node, 'jointly') !== 'yes') continue;
    // "the army said that, together with Y, | it stormed": whom it tells of stands before it
    if (k < verb && !h.actors.some((a) => a.start === chunks[k - 1].noun?.start)) continue;
    const partners = doersAt(doc, chunks, k + 1)?.nouns ?? [];
    const fresh = partners.filter(
      (p) => isForce(doc, p) && ![...h.actors, ...h.recipients].some((a) => a.start === p.start || sameActor(a, p)),
    );
    if (fresh.length === 0 || fresh.length < partners.length || start > h.actors[0].start + FAR) return;
    h.actors.push(...fresh);
    h.rules.push('event.done-jointly');
    return;
  }
}

/** How many words the partner may stand behind the doer. */
const FAR = 30;
