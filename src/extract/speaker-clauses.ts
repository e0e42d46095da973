/** "the driver, who was wounded in the blast, said that": what befell a speaker is told in a clause about him, and told by the report itself. */
import { LI } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { NounPhrase } from './noun-parts.ts';
import { eventSense } from './senses.ts';
import { featuresOf, isDefinite, nodeOf, senseOf } from './words.ts';

/** How many chunks the clause may be long. */
const LONG = 8;

/** Gives back the words of such clauses, which the cue took up with the speaker. `used`: chunks that belong to cues and sources. */
export function freeSpeakerClauses(chunks: readonly Chunk[], used: Uint8Array): void {
  for (let k = 1; k + 1 < chunks.length; k++) {
    if (chunks[k].kind !== 'relative' || used[k] === 0 || used[k + 1] === 0) continue;
    const verb = deedOf(chunks, k + 1);
    const sense = verb === undefined ? null : senseOf(verb.node);
    // something befell him
    const outcome = sense === null ? null : eventSense(sense).outcome;
    if (outcome === null || outcome === 'other') continue;
    for (let j = k + 1; j < chunks.length && j <= k + LONG && used[j] !== 0 && !isOver(chunks, j, k + 1); j++) used[j] = 0;
  }
}

/** What the clause tells: its verb, or what its verb governs ("who managed to | flee"). */
function deedOf(chunks: readonly Chunk[], k: number): Chunk | undefined {
  if (!chunks[k].finite) return undefined;
  if (chunks[k].kind === 'event') return chunks[k];
  const j = chunks[k + 1]?.kind === 'case' ? k + 2 : k + 1;
  return chunks[j]?.kind === 'event' && !chunks[j].finite ? chunks[j] : undefined;
}

/** The speaker of whom the clause tells. "the father of the child who was killed": either may be meant. */
export function speakerTold(doc: Doc, { noun }: Chunk): NounPhrase[] | null {
  if (noun === null) return null;
  const of = noun.head + 1 < noun.end ? nodeOf(doc, noun.head + 1, 'person') : null;
  return of !== null && featuresOf(of)?.pos === 'noun' && isDefinite(doc, of.start) && !isDefinite(doc, noun.head)
    ? null
    : [noun];
}

const others: ReadonlySet<string> = new Set(['say', 'that', 'mark', 'hearsay', 'according', 'contrast', 'relative']);

/** Another clause begins, or whom he spoke to is named. */
const isOver = (chunks: readonly Chunk[], j: number, verb: number): boolean =>
  j > verb && (others.has(chunks[j].kind) || chunks[j].finite || (chunks[j].kind === 'noun' && (chunks[j].bits & LI) !== 0));
