/** "by the bullets of the soldiers.. a youth killed", "at the hands of X | five farmers were killed": who did it stands before the word. */
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import { coordinated, isForce } from './parties.ts';
import { isAgentPronoun } from './referred-back.ts';

/** How many chunks back the clause may open. */
const REACH = 5;

const opens: ReadonlySet<string> = new Set(['mark', 'that', 'continue', 'contrast', 'reset']);

export function frontedAgent(doc: Doc, chunks: readonly Chunk[], h: Happening, used: Uint8Array): void {
  if (h.outcome === null) return;
  for (let j = h.chunk - 2; j >= 0 && j >= h.chunk - REACH; j--) {
    const { kind } = chunks[j];
    if (kind === 'noun' || kind === 'mark' || kind === 'date') continue;
    if (kind !== 'agent' || isAgentPronoun(doc, chunks[j])) return;
    // it opens its clause, so that it is of no word before it
    const first = chunks[j + 1];
    if ((j > 0 && !opens.has(chunks[j - 1].kind)) || first.kind !== 'noun' || used[j + 1] || !isForce(doc, first.noun!)) return;
    const { nouns, last } = coordinated(doc, chunks, j + 1, used);
    if (!chunks.slice(last + 1, h.chunk).every((c) => c.kind === 'mark' || c.kind === 'date')) return;
    h.actors.push(...nouns);
    h.rules.push('event.agent-marker');
    return;
  }
}
