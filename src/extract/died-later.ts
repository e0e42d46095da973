/** "a youth was wounded by a sniper and died later", "a girl was hit by splinters and departed life in the hospital": the wounded of the clause before is dead, and counted so. */
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { FigureDraft, Happening } from './happening.ts';
import { featuresOf } from './words.ts';

/** How many chunks lie between the wound and the death. */
const REACH = 14;

/** The happenings without those deaths of which no one is told but whoever was wounded before; his figure tells of his death. */
export function diedLater(doc: Doc, chunks: readonly Chunk[], found: Happening[]): Happening[] {
  if (found.length < 2) return found;
  return found.filter((h, n) => {
    if (h.outcome !== 'killed' || h.recipients.length + h.actors.length + h.figures.length > 0 || h.negated) return true;
    const wound = found.findLast((p, m) => m < n && p.figures.length > 0);
    if (wound === undefined || h.chunk - wound.chunk > REACH || chunks[h.chunk - 1].kind === 'negation') return true;
    const wounded = wound.figures.filter((f) => f.outcome === 'injured' && f.partOf === null);
    if (wounded.length !== 1 || wound.figures.some((f) => f.outcome === 'killed') || !isOf(doc, h, wounded[0])) return true;
    // "a youth was wounded; his family said that he died": they tell of his death, and nobody else
    if (wound.group !== h.group) {
      h.recipients.push(wounded[0].noun);
      return true;
    }
    if (chunks.slice(wound.chunk + 1, h.chunk).some((c) => c.kind === 'reset' || c.mark === 'semicolon')) return true;
    wounded[0].outcome = 'killed';
    wound.parts.push(h.chunk);
    wound.rules.push('event.died-later');
    return false;
  });
}

/** The verb or the pronoun agrees with whoever was wounded. */
function isOf(doc: Doc, h: Happening, { low, high, noun }: FigureDraft): boolean {
  if (low !== high) return false;
  const feminine = noun.features?.gender === 'f';
  if (h.finite) {
    if (h.sense?.subject !== 'recipient') return false;
    const { gender, number, person } = featuresOf(h.node!) ?? {};
    if ((person ?? 3) !== 3) return false;
    if (number === 'du') return low === 2;
    if (number === 'pl') return low > 1;
    return low === 1 && (gender ?? null) !== null && (gender === 'f') === feminine;
  }
  const pronoun = doc.info[h.start].pronoun ?? doc.info[h.end - 1].pronoun ?? '';
  return low === 1 && pronoun === (feminine ? '3fs' : '3ms');
}
