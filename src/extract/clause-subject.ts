/** Who goes on speaking: the subject of the clause before a verb of saying that has none of its own ("X did this and announced that", "X shelled the town, it said"). */
import { BI, KA, LI } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { endsLikeFeminine } from './noun-closed.ts';
import type { NounPhrase } from './noun-parts.ts';
import { isForce } from './parties.ts';
import { canSay } from './sources.ts';
import { wholeSpeaker } from './whole-speaker.ts';
import { featuresOf, field, hasConjunction, nodeOf } from './words.ts';

/** "X did this and announced that": a joined verb without a subject keeps the subject of the clause before, when that can speak. */
export function subjectOfClauseBefore(doc: Doc, chunks: readonly Chunk[], k: number, used: Uint8Array): NounPhrase | null {
  const taken = isButHe(doc, chunks[k - 1]) ? subjectAgainst(doc, chunks, k, used) : null;
  if (taken !== null) return taken;
  // "the organization called on the council to act, pointing out that"
  // "the army carried out strikes, (it) said that"
  const apart = chunks[k].finite && !hasConjunction(doc, chunks[k].start);
  if (apart && chunks[k - 1]?.mark !== 'comma' && chunks[k - 1]?.kind !== 'relative') return null;
  let verb = k - 1;
  // a relative clause set off by a comma tells of something else
  while (verb >= 0 && (!chunks[verb].finite || isSetOff(chunks, verb))) {
    // "the mayor described what happened as a massacre, pointing to": who opened the sentence
    if (chunks[verb].kind === 'that' && !chunks[k].finite) return opener(doc, chunks, k, used);
    if (chunks[verb].kind === 'reset' || chunks[verb].kind === 'that') return null;
    verb--;
  }
  if (verb < 0) return null;
  const at = behindTale(doc, chunks, verb, k);
  const after = chunks[at];
  const follows = after !== undefined && at < k && (after.kind === 'noun' || after.kind === 'place') ? after.noun : null;
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
    return wholeSpeaker(doc, chunks, at, k, used).noun;
  if (verb === 0 || hasConjunction(doc, chunks[verb].start)) return null;
  let j = verb - 1;
  while (j > 0 && (chunks[j].kind === 'mark' || chunks[j].kind === 'date' || chunks[j].kind === 'modal')) j--;
  const { noun, kind, bits } = chunks[j];
  if (noun === null || (kind !== 'noun' && kind !== 'place') || bits & (BI | LI | KA)) return null;
  if (j > 0 && chunks[j - 1].kind === 'case') return null;
  return canSay(noun, false) ? noun : null;
}

/** "confirmed | the news | to the agency | a source, saying": who speaks stands behind what was told before; elsewhere right behind the verb. */
export function behindTale(doc: Doc, chunks: readonly Chunk[], verb: number, k: number): number {
  const first = verb + 1;
  if (chunks[verb].kind !== 'say') return first;
  // "confirmed | that | to the agency | a source"
  const it = chunks[first]?.kind === 'pronoun' && ((chunks[first + 1]?.bits ?? 0) & LI) !== 0;
  let j = chunks[first]?.kind === 'pronoun' && !it ? first + 1 : first;
  const tale = chunks[j];
  if (tale === undefined || tale.finite || tale.bits & (BI | LI | KA)) return first;
  if (nodeOf(doc, tale.noun?.head ?? tale.start, it ? 'demonstrative' : 'tale') === null) return first;
  while (j + 1 < k && chunks[j + 1].bits & LI && chunks[j + 1].noun !== null) j++;
  const next = chunks[j + 1];
  return next?.noun != null && j + 1 < k && next.start === chunks[j].end && !(next.bits & (BI | KA)) ? j + 1 : first;
}

/** "but he", "yet they". */
const isButHe = (doc: Doc, tie: Chunk | undefined): boolean =>
  tie?.kind === 'contrast' && (doc.info[tie.start].pronoun !== null || field(tie.node, 'pronoun') === 'yes');

/** "the ministry did not comment on it, but (she) said that": whoever the clause before the contrast is about. */
function subjectAgainst(doc: Doc, chunks: readonly Chunk[], k: number, used: Uint8Array): NounPhrase | null {
  for (let j = 0; j < k - 1; j++) {
    const { kind, noun, bits } = chunks[j];
    if (kind === 'that' || kind === 'contrast' || kind === 'relative' || kind === 'case') return null;
    if (noun === null || used[j]) continue;
    if (bits & (BI | LI | KA) || !canSay(noun, false)) return null;
    // "the spokesman did not speak | about the losses": what his verb is about is no part of him
    const free = chunks[j + 1]?.kind === 'case' && chunks[j + 1].mark === 'about';
    return free ? noun : wholeSpeaker(doc, chunks, j, k - 1, used).noun;
  }
  return null;
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
