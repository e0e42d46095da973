/** Who goes on speaking: the subject of the clause before a verb of saying that has none of its own ("X did this and announced that", "X shelled the town, it said"). */
import { BI, KA, LI } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { endsLikeFeminine } from './noun-closed.ts';
import type { NounPhrase } from './noun-parts.ts';
import { isForce } from './parties.ts';
import { canSay } from './sources.ts';
import { wholeSpeaker } from './whole-speaker.ts';
import { featuresOf, hasConjunction } from './words.ts';

/** "X did this and announced that": a joined verb without a subject keeps the subject of the clause before, when that can speak. */
export function subjectOfClauseBefore(doc: Doc, chunks: readonly Chunk[], k: number, used: Uint8Array): NounPhrase | null {
  // "the organization called on the council to act, pointing out that"
  // "the army carried out strikes, (it) said that"
  const apart = chunks[k].finite && !hasConjunction(doc, chunks[k].start);
  if (apart && chunks[k - 1]?.mark !== 'comma') return null;
  let verb = k - 1;
  // a relative clause set off by a comma tells of something else
  while (verb >= 0 && (!chunks[verb].finite || isSetOff(chunks, verb))) {
    // "the mayor described what happened as a massacre, pointing to": who opened the sentence
    if (chunks[verb].kind === 'that' && !chunks[k].finite) return opener(doc, chunks, k, used);
    if (chunks[verb].kind === 'reset' || chunks[verb].kind === 'that') return null;
    verb--;
  }
  if (verb < 0) return null;
  const after = chunks[verb + 1];
  const follows = after !== undefined && verb + 1 < k && (after.kind === 'noun' || after.kind === 'place') ? after.noun : null;
  // the subject after its verb; after a verb of harm it may be whom it harmed, unless it is a body
  const bodily =
    chunks[verb].kind !== 'event' || follows?.kind === 'actor' || follows?.kind === 'outlet' || follows?.kind === 'source';
  // without "and" only a party goes on, where the verb agrees with it
  if (apart && (follows === null || !(isForce(doc, follows) || canSay(follows, false)) || disagrees(doc, chunks[k], follows)))
    return null;
  if (
    follows !== null &&
    bodily &&
    !(after.bits & (BI | LI | KA)) &&
    (canSay(follows, false) || (apart && isForce(doc, follows)))
  )
    return wholeSpeaker(doc, chunks, verb + 1, k, used).noun;
  if (verb === 0 || hasConjunction(doc, chunks[verb].start)) return null;
  let j = verb - 1;
  while (j > 0 && (chunks[j].kind === 'mark' || chunks[j].kind === 'date' || chunks[j].kind === 'modal')) j--;
  const { noun, kind, bits } = chunks[j];
  if (noun === null || (kind !== 'noun' && kind !== 'place') || bits & (BI | LI | KA)) return null;
  if (j > 0 && chunks[j - 1].kind === 'case') return null;
  return canSay(noun, false) ? noun : null;
}

/** The subject right behind the verb that opens the sentence, who can speak; null where another is named before the participle. */
function opener(doc: Doc, chunks: readonly Chunk[], k: number, used: Uint8Array): NounPhrase | null {
  const [verb, subject] = chunks;
  if (!verb.finite || verb.kind === 'event' || subject?.noun == null || subject.bits & (BI | LI | KA)) return null;
  if (chunks.slice(1, k).some((c) => c.kind === 'contrast' || c.kind === 'reset' || (c.kind === 'say' && c.finite))) return null;
  return canSay(subject.noun, false) ? wholeSpeaker(doc, chunks, 1, k, used).noun : null;
}

const disagrees = (doc: Doc, { node }: Chunk, { head, features }: NounPhrase): boolean => {
  const verb = node === null ? null : featuresOf(node);
  const gender = features?.gender ?? (endsLikeFeminine(doc, head) ? 'f' : 'm');
  return verb?.number !== 'sg' || (features?.number !== 'pl' && verb.gender !== null && verb.gender !== gender);
};

const isSetOff = (chunks: readonly Chunk[], verb: number): boolean =>
  chunks[verb - 1]?.kind === 'relative' && chunks[verb - 2]?.kind === 'mark' && chunks[verb - 2].mark === 'comma';
