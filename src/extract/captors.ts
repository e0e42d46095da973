/** "three captives with X", "hostages in the hands of X", "prisoners of it with X": whoever keeps those who are held took them, where nobody else did. */
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { doersAt } from './doer-clauses.ts';
import type { Happening } from './happening.ts';
import { isForce } from './parties.ts';
import { isAgentPronoun } from './referred-back.ts';
import { field } from './words.ts';

/** How many chunks may stand between the captives and whoever keeps them. */
const REACH = 3;
const between: ReadonlySet<string> = new Set(['among', 'date', 'word']);

export function addCaptor(doc: Doc, chunks: readonly Chunk[], h: Happening): void {
  if (h.actors.length > 0 || (h.outcome !== 'captured' && h.outcome !== 'abducted' && h.outcome !== 'detained')) return;
  const last = Math.max(h.chunk, h.until, ...h.figures.map(({ chunk }) => chunk));
  for (const from of h.until === last ? [h.chunk, last] : [last])
    for (let k = from + 1; k + 1 < chunks.length && k <= from + REACH; k++) {
      const { kind, node, start } = chunks[k];
      const keeps =
        (kind === 'case' && field(node, 'keeps') === 'yes' && doc.info[start].pronoun === null) ||
        (kind === 'agent' && !isAgentPronoun(doc, chunks[k]));
      if (!keeps && between.has(kind)) continue;
      const doers = keeps ? doersAt(doc, chunks, k + 1) : null;
      if (doers?.nouns.every((n) => isForce(doc, n))) {
        h.actors.push(...doers.nouns);
        h.rules.push('event.captor');
        return;
      }
      break;
    }
}
