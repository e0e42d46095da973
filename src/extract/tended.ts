/** "the crews treated 85 wounded | because of attacks by X": whom they tended was hurt in those attacks, and tending them is no news of its own. */
import { harmed } from '../claim/outcomes.ts';
import type { Chunk } from './chunk.ts';
import { isAttack } from './families.ts';
import type { Happening } from './happening.ts';
import { field } from './words.ts';

/** The happenings without the tending of people whom an attack named as its cause had hurt; the attack counts them. */
export function hurtBefore(chunks: readonly Chunk[], found: Happening[]): Happening[] {
  const tended = found.filter((h) => field(h.node, 'tends') === 'yes' && h.figures.some((f) => harmed.has(f.outcome)));
  if (tended.length === 0) return found;
  const gone = new Set<Happening>();
  for (const h of tended) {
    const attack = found.find((a) => a.group === h.group && a.chunk > h.chunk && isAttack(a) && isCause(chunks, h, a));
    if (attack === undefined) continue;
    attack.figures.unshift(...h.figures);
    if (attack.recipients.length === 0) attack.recipients.push(...h.recipients);
    gone.add(h);
  }
  return gone.size === 0 ? found : found.filter((h) => !gone.has(h));
}

/** A word of cause leads from those tended to the attack, and no other deed stands between. */
function isCause(chunks: readonly Chunk[], h: Happening, attack: Happening): boolean {
  const between = chunks.slice(h.chunk + 1, attack.chunk);
  return between.some((c) => c.kind === 'cause') && !between.some((c) => c.finite || c.kind === 'that' || c.kind === 'contrast');
}
