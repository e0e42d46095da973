/** "attacked the seat | before | they were killed by the guards": the subject that the passive leaves out is whoever made the attack. */
import type { Chunk } from './chunk.ts';
import type { Happening } from './happening.ts';
import { itemAt } from './item-at.ts';
import { featuresOf, field } from './words.ts';

export function slainBefore(chunks: readonly Chunk[], k: number, h: Happening, found: readonly Happening[]): void {
  const link = itemAt(chunks, k - 1);
  if (link?.kind !== 'conjunction' || h.outcome === null || h.recipients.length > 0) return;
  if (field(link.node, 'before') !== 'yes' || !h.rules.includes('event.agent-marker')) return;
  const number = featuresOf(h.node!)?.number;
  for (let n = found.length - 1; n >= 0; n--) {
    const { actors } = found[n];
    if (actors.length === 0) continue;
    const [attacker] = actors;
    const fits =
      attacker.features?.number === number || (attacker.count !== null && attacker.count.high !== 1 && number === 'pl');
    if (actors.length > 1 || attacker.kind !== 'person' || !fits) return;
    h.recipients.push(attacker);
    h.rules.push('event.slain-before');
    return;
  }
}
