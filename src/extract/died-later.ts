/** "a youth was wounded by a sniper and died later", "a girl was hit by splinters and departed life in the hospital": the wounded of the clause before is dead, and counted so. */
import type { Attributed } from './attribution.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { FigureDraft, Happening } from './happening.ts';
import { featuresOf, hasConjunction } from './words.ts';

/** How many chunks lie between the wound and the death. */
const REACH = 14;

/** The happenings without those deaths of which no one is told but whoever was wounded before; his figure tells of his death. */
export function diedLater(doc: Doc, chunks: readonly Chunk[], found: Happening[]): Happening[] {
  if (found.length < 2) return found;
  return found.filter((h, n) => {
    if (!isOrphan(h)) return true;
    const wound = found.findLast((p, m) => m < n && p.figures.length > 0);
    if (wound === undefined || h.chunk - wound.chunk > REACH || chunks[h.chunk - 1].kind === 'negation') return true;
    const wounded = woundedOf(doc, h, wound);
    if (wounded === null) return true;
    // "a youth was wounded; his family said that he died": they tell of his death, and nobody else
    if (wound.group !== h.group) {
      h.recipients.push(wounded.noun);
      return true;
    }
    if (chunks.slice(wound.chunk + 1, h.chunk).some((c) => c.kind === 'reset' || isOfDead(doc, c) || c.mark === 'semicolon'))
      return true;
    wounded.outcome = 'killed';
    wound.parts.push(h.chunk);
    wound.rules.push('event.died-later');
    return false;
  });
}

/** ", and among the dead are": whoever is told of from there is one of those. */
const isOfDead = (doc: Doc, { kind, start }: Chunk): boolean => kind === 'among' && hasConjunction(doc, start);

type Row = { chunks: readonly Chunk[]; attributed: Attributed; happenings: Happening[] };

/** "a youth was wounded. And he died later": the same over the border of a sentence that begins so, where the same source tells both. */
export function diedNext(doc: Doc, before: Row, { chunks, attributed, happenings }: Row): Happening[] {
  const [h] = happenings;
  if (h === undefined || h.chunk > OPENING || !h.finite || !isOrphan(h) || chunks[h.chunk - 1]?.kind === 'negation')
    return happenings;
  if (!hasConjunction(doc, chunks[h.chunk].start) && chunks[h.chunk - 1]?.kind !== 'continue') return happenings;
  const wound = before.happenings.findLast((p) => p.figures.length > 0);
  if (wound === undefined || tellerOf(before.attributed, wound) !== tellerOf(attributed, h)) return happenings;
  const wounded = woundedOf(doc, h, wound);
  if (wounded === null) return happenings;
  wounded.outcome = 'killed';
  wound.rules.push('event.died-later');
  return happenings.slice(1);
}
/** "a youth was wounded, then (they) announced his death": nobody announces his own; whoever told of the wound tells it. */
export function notByTheDead({ attributed, happenings }: Row): void {
  for (const h of happenings) {
    if (h.frame < 0 || !isOrphan(h)) continue;
    const teller = attributed.frames[h.frame].chain.at(-1)?.noun?.start;
    const wound = happenings.find((p) => p.chunk < h.chunk && p.figures.some((f) => f.noun.start === teller));
    if (wound !== undefined) h.frame = wound.frame;
  }
}

/** How many chunks may stand before the death that opens a sentence. */
const OPENING = 2;

const tellerOf = ({ frames }: Attributed, { frame }: Happening): string => frames[frame]?.chain.at(-1)?.name ?? '';

const isOrphan = (h: Happening): boolean =>
  h.outcome === 'killed' && h.recipients.length + h.actors.length + h.figures.length === 0 && !h.negated;

/** The one figure of the wounded, who is whom the death is told of; null where more were, or somebody died already. */
function woundedOf(doc: Doc, h: Happening, wound: Happening): FigureDraft | null {
  const wounded = wound.figures.filter((f) => f.outcome === 'injured' && f.partOf === null);
  if (wounded.length !== 1 || wound.figures.some((f) => f.outcome === 'killed')) return null;
  return isOf(doc, h, wounded[0]) ? wounded[0] : null;
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
