/** "the joint operations room reported the death of": who stands right behind the verb speaks, though no list knows that such a body speaks; not who spoke before. */
import { BI, KA, LI } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import type { Complement } from './complements.ts';
import type { Doc } from './doc.ts';
import { endsLikeFeminine } from './noun-closed.ts';
import { type NounPhrase, newNoun } from './noun-parts.ts';
import { canSay } from './sources.ts';
import { featuresOf, hasConjunction, isWord, nodeOf } from './words.ts';

export function strangerSpeaker(
  doc: Doc,
  chunks: readonly Chunk[],
  k: number,
  { kind, at }: Complement,
  used: Uint8Array,
): NounPhrase | null {
  const verb = featuresOf(chunks[k].node!);
  if (!chunks[k].finite || (kind !== 'that' && kind !== 'with') || verb?.number !== 'sg' || verb.person === 1) return null;
  const end = kind === 'that' ? at - 1 : at;
  const first = chunks[k + 1];
  if (end !== k + 2 || first.start !== chunks[k].end || (first.kind !== 'noun' && first.kind !== 'place') || used[k + 1])
    return null;
  if (first.bits & (BI | LI | KA) || hasConjunction(doc, first.start) || !isWord(doc, first.start) || first.noun?.count != null)
    return null;
  // who could be heard of as a speaker and is none was told of it: "the family was informed of"
  if (first.noun !== null && canSay(first.noun, true)) return null;
  const head = first.noun?.head ?? first.start;
  // "said again that", "confirmed first that"
  if (head !== first.start || nodeOf(doc, head, 'again') !== null || nodeOf(doc, head, 'unit') !== null) return null;
  const many = doc.at[head].some((n) => featuresOf(n)?.number === 'pl');
  if (endsLikeFeminine(doc, head) !== (verb.gender === 'f') && !(many && verb.gender === 'f')) return null;
  if (doc.at[head].some((n) => featuresOf(n)?.state === 'accusative' || featuresOf(n)?.pos === 'masdar')) return null;
  return first.noun ?? newNoun(first.start, first.end, head, 'other');
}
