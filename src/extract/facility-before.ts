/** "the hospital of the city was shelled", "the school | that takes in displaced people | came under fire": the building told of first is what was hit. */
import { BI, KA, LI } from '../lexicon/analyze.ts';
import { aimedAt } from './aimed.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import { featuresOf, field, hasConjunction, nodeOf } from './words.ts';

export function facilitiesBefore(doc: Doc, chunks: readonly Chunk[], found: readonly Happening[], used: Uint8Array): void {
  for (const h of found) {
    if (h.recipients.length > 0 || h.outcome !== null) continue;
    const verb = h.light >= 0 ? h.light : h.finite ? h.chunk : -1;
    if (verb <= 0 || !suffers(doc, chunks, verb, h)) continue;
    const at = subjectAt(chunks, verb);
    if (at < 0 || used[at]) continue;
    const { noun, place, bits, start } = chunks[at];
    if (place === null || bits & (BI | LI | KA) || !opens(doc, chunks, at) || !agree(doc, chunks[verb], start)) continue;
    aimedAt(doc, h, noun, place, true);
  }
}

/** "came under shelling", "was shelled", "the planes shelled it". */
function suffers(doc: Doc, chunks: readonly Chunk[], verb: number, h: Happening): boolean {
  if (h.light >= 0) return chunks[verb].finite && field(chunks[verb].node, 'subject') === 'recipient';
  return h.actors.length === 0 || doc.info[chunks[verb].start].pronoun !== null;
}

/** The place right before the verb, over where it stands, a day, or the clause that describes it; -1 where something else does. */
function subjectAt(chunks: readonly Chunk[], verb: number): number {
  for (let j = verb - 1; j >= Math.max(0, verb - LONGEST); j--) {
    const { kind, mark, finite } = chunks[j];
    const described = chunks[j + 1].kind === 'relative';
    if (kind === 'place' && (j === verb - 1 || described || chunks[j + 1].kind !== 'noun')) {
      const within = chunks[j - 1];
      if (within?.kind !== 'case' || within.mark !== 'in') return j;
    }
    if (kind === 'event' || kind === 'light' || kind === 'that' || (finite && kind !== 'verb')) return -1;
    if (kind === 'mark' && mark !== 'comma') return -1;
  }
  return -1;
}

const LONGEST = 5;

/** It begins its clause. */
function opens(doc: Doc, chunks: readonly Chunk[], at: number): boolean {
  const before = chunks[at - 1];
  return before === undefined || before.kind === 'that' || before.kind === 'mark' || hasConjunction(doc, chunks[at].start);
}

/** The verb is of its gender. */
function agree(doc: Doc, { node }: Chunk, start: number): boolean {
  const thing = nodeOf(doc, start, 'thing');
  const [verb, noun] = [node === null ? null : featuresOf(node), thing === null ? null : featuresOf(thing)];
  if (verb === null || noun === null || verb.gender === null || noun.gender === null) return true;
  return verb.gender === (noun.number === 'pl' ? 'f' : noun.gender);
}
