/** What is done with the dead, who died before it: handed over, kept back, identified, buried. Nobody is killed by it. */
import type { Chunk } from './chunk.ts';
import type { Happening } from './happening.ts';

/** "handed over the bodies of | 15 fighters": whom the number counts is what was handed over. */
export function handledDead(chunks: readonly Chunk[], object: number, h: Happening): void {
  const at = chunks.findIndex((c) => c.noun !== null && c.start <= object && object < c.end);
  if (at < 0) return;
  const [body, next] = [chunks[at].noun!, chunks[at + 1]?.noun ?? null];
  const counts = body.count === null && next?.count != null && next.start === body.end;
  h.recipients = [counts ? next : body];
}

/** "handed over the bodies of two | after killing them": the death is told, and those counted are its dead. */
export function diedHere(found: Happening[]): Happening[] {
  const handled = found.filter((h) => h.outcome === 'other' && h.figures.length > 0);
  if (handled.length === 0) return found;
  const gone = new Set<Happening>();
  for (const h of handled) {
    const death = found.find((d) => d.outcome === 'killed' && d.figures.length === 0 && d.chunk > h.chunk);
    if (death === undefined) continue;
    for (const figure of h.figures) figure.outcome = 'killed';
    death.figures.push(...h.figures);
    if (death.recipients.length === 0) death.recipients.push(...h.recipients);
    gone.add(h);
  }
  return gone.size === 0 ? found : found.filter((h) => !gone.has(h));
}
