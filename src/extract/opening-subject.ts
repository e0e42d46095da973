/** The subject that opens its clause, however it is described before its verb: "that a column, made up of 30 cars, left", "20 workers who came from X were killed". */
import { BI, KA, LI } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { NounPhrase } from './noun-parts.ts';
import { coordinated } from './parties.ts';
import { featuresOf, hasConjunction, hasPronoun } from './words.ts';

/** How far a verb may stand behind "that" and its subject, in chunks. */
export const APART = 12;

/** "it is thought that it": the belief about a noun, of which the particle "that" stands in chunk `k`. */
export const isSuspicion = (doc: Doc, chunks: readonly Chunk[], k: number, used: Uint8Array): boolean => {
  const verb = suspecting(chunks, k);
  return (
    verb > 0 &&
    used[k] === 1 &&
    hasPronoun(doc, chunks[k].start) &&
    chunks[verb].kind === 'say' &&
    used[verb] === 1 &&
    isNominal(chunks, verb - 1)
  );
};

/** "it is suspected | (of) | that it": the verb before "that" and its preposition. */
export const suspecting = (chunks: readonly Chunk[], that: number): number =>
  chunks[that - 1]?.kind === 'case' ? that - 2 : that - 1;

const isNominal = (chunks: readonly Chunk[], j: number): boolean =>
  chunks[j].noun !== null ||
  ((chunks[j].kind === 'mark' || chunks[j].kind === 'relative') && j > 0 && chunks[j - 1].noun !== null);

/** "that a column, made up of 30 cars, left": what stands right after "that" is the subject of the first verb behind it and a comma. */
export function opensClause(doc: Doc, chunks: readonly Chunk[], k: number, used: Uint8Array): NounPhrase[] | null {
  const comma = chunks[k - 1]?.kind === 'mark' && chunks[k - 1].mark === 'comma';
  // "that gunmen riding motorcycles opened(plural) fire": the plural of the verb shows its subject without a comma
  const verb = chunks[k].node === null ? null : featuresOf(chunks[k].node!);
  const many = verb?.number === 'pl' && verb.gender === 'm';
  if (!comma && verb?.number !== 'pl') return null;
  for (let j = k - 1; j >= 0 && j >= k - APART; j--) {
    const { kind, finite, mark, noun } = chunks[j];
    if (kind === 'that' && isSuspicion(doc, chunks, j, used)) {
      j = suspecting(chunks, j);
      continue;
    }
    // "20 workers who came from X were killed" at the head of the sentence
    const heads = j === 0 && !comma && kind === 'noun' && noun!.count !== null && isDescribed(doc, chunks, 1);
    if (kind === 'that' || heads) {
      // "that «three civilians, from X, were killed»"
      const at = heads ? 0 : chunks[j + 1].kind === 'mark' && chunks[j + 1].mark !== 'colon' ? j + 2 : j + 1;
      const first = chunks[at];
      if (at >= k || first.kind !== 'noun' || first.noun === null || used[at] || first.bits & (BI | LI | KA)) return null;
      return coordinated(doc, chunks, at, used).nouns;
    }
    if (finite ? !describesSubject(doc, chunks, j) : stopping.has(kind) && !(kind === 'event' && many)) return null;
    if (kind === 'mark' && mark === 'colon') return null;
  }
  return null;
}

/** "that a column that numbers dozens": a verb in the present right behind an indefinite subject describes it. */
export const describesSubject = (doc: Doc, chunks: readonly Chunk[], j: number): boolean =>
  (chunks[j - 2]?.kind === 'that' || (j === 1 && chunks[0].noun?.count != null)) && isDescribed(doc, chunks, j);

function isDescribed(doc: Doc, chunks: readonly Chunk[], j: number): boolean {
  const noun = chunks[j - 1]?.noun ?? null;
  if (noun === null || noun.definite || hasConjunction(doc, chunks[j].start)) return false;
  const came = chunks[j].kind === 'light' && chunks[j].finite;
  if (chunks[j].kind !== 'verb' && !came) return false;
  const verb = chunks[j].node === null ? null : featuresOf(chunks[j].node!);
  // "that 20 workers who had come(plural) from X were killed(plural)"
  return verb === null || (verb.tense === 'present' && !came) || (verb.number === 'pl' && noun.kind === 'person');
}

export const stopping: ReadonlySet<string> = new Set([
  'event',
  'light',
  'contrast',
  'reset',
  'result',
  'relative',
  'conjunction',
  'condition',
]);
