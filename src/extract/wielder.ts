/** Whose weapon it was, where nobody else is named: "struck by a drone belonging to X", "shelled with rockets that X fired". */
import { carriedAfter } from './carried.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import type { NounPhrase } from './noun-parts.ts';
import { isForce, sameActor } from './parties.ts';
import { field } from './words.ts';

/** What nobody else fires than whom it belongs to; a car may be stolen, a rifle may have been lost. */
const fired: ReadonlySet<string> = new Set(['aircraft', 'munition', 'weapon']);

export function wielderOf(doc: Doc, chunks: readonly Chunk[], h: Happening, used: Uint8Array): void {
  if (h.actors.length > 0 || h.means.length === 0) return;
  for (const means of h.means) {
    const owner = ownerOf(means);
    if (owner === null || h.recipients.some((r) => sameActor(r, owner))) continue;
    h.actors.push(owner);
    h.rules.push('event.owner-of-weapon');
    return;
  }
  const before = h.actors.length;
  if (h.finite) carriedAfter(doc, chunks, h, used);
  if (h.actors.length > before && !h.actors.every((a) => a.actor !== null || isForce(doc, a) || a.kind === 'person'))
    h.actors = [];
}

/** The registered party that a weapon is said to belong to. */
function ownerOf(means: NounPhrase): NounPhrase | null {
  const { actor } = means;
  if (means.kind !== 'thing' || actor === null || actor.start <= means.head) return null;
  if (!fired.has(field(means.node, 'category') ?? '')) return null;
  return { ...means, start: actor.start, head: actor.start, kind: 'actor', node: actor, features: null, count: null };
}
