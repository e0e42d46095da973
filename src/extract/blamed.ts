/** Who is blamed beside the word of the deed: "ascribed the attack to X", "attacks ascribed to X", "responsibility for the attack was laid on X". */
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import { coordinated, isForce } from './parties.ts';
import { featuresOf, field, nodeOf } from './words.ts';

/** How many chunks the word of blame may stand before the deed or after its arguments. */
const BEFORE = 3;
const AFTER = 2;

export function blamedFor(doc: Doc, chunks: readonly Chunk[], h: Happening): void {
  if (h.finite || h.actors.length > 0) return;
  for (let j = Math.max(0, h.chunk - BEFORE); j <= h.until + AFTER && j < chunks.length; j++) {
    const blame = nodeOf(doc, chunks[j].start, 'blame');
    if (blame === null || (chunks[j].kind === 'noun' && featuresOf(blame)?.pos !== 'adjective')) continue;
    const role = field(blame, 'on') ?? 'to';
    if (role === 'on' && !chunks.slice(j, h.chunk).some((c) => c.kind === 'responsibility')) continue;
    for (let m = Math.max(j, h.chunk) + 1; m + 1 < chunks.length && m <= Math.max(j, h.until) + AFTER; m++) {
      const { kind, mark } = chunks[m];
      if (kind === 'that' || kind === 'event' || kind === 'contrast' || kind === 'result') return;
      if (kind !== 'case' || mark !== role) continue;
      const { noun } = chunks[m + 1];
      if (noun === null || (!isForce(doc, noun) && noun.kind !== 'person' && noun.actor === null)) return;
      const { nouns } = coordinated(doc, chunks, m + 1, null);
      h.actors.push(...nouns);
      h.recipients = h.recipients.filter((r) => !nouns.includes(r));
      h.rules.push('event.blamed-on');
      return;
    }
  }
}
