/** Who sent or spread the footage that a verb of saying stands behind. */
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { NounPhrase } from './noun-parts.ts';
import { canSay } from './sources.ts';
import { subjectBefore } from './subject-before.ts';

/** "the activists sent it a clip": the subject of the verb whose object the footage is. */
export function senderOf(doc: Doc, chunks: readonly Chunk[], at: number, used: Uint8Array): NounPhrase | null {
  let j = at - 1;
  while (j >= 0 && (chunks[j].kind === 'pronoun' || chunks[j].kind === 'date' || chunks[j].kind === 'word')) j--;
  if (j < 0 || chunks[j].kind !== 'verb' || !chunks[j].finite) return null;
  const sender = subjectBefore(doc, chunks, j, used);
  return sender !== null && canSay(sender, true) ? sender : null;
}

/** "activists spread on the networks | pictures (of which they) said": the subject of the verb before. */
export function posterBefore(chunks: readonly Chunk[], k: number): NounPhrase | null {
  for (let j = k - 2; j >= 0 && j > k - 8; j--) {
    if (chunks[j].kind === 'mark' || chunks[j].kind === 'that' || chunks[j].kind === 'relative') return null;
    if (chunks[j].finite) {
      const subject = chunks[j + 1].noun;
      return subject !== null && j + 1 < k - 1 && canSay(subject, false) ? subject : null;
    }
  }
  return null;
}
