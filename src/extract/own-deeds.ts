/** What a source says of its own deed: "announced its responsibility for", "said that it was responsible", "denied its involvement in". */
import type { Features } from '../lexicon/features.ts';
import type { Chunk } from './chunk.ts';
import type { Complement } from './complements.ts';
import type { Doc } from './doc.ts';
import { canBe } from './forms.ts';
import type { Frame } from './frame.ts';
import type { Happening } from './happening.ts';
import type { NounPhrase } from './noun-parts.ts';
import { isForce, isMovement } from './parties.ts';
import { bareKey } from './place-names.ts';
import type { Speakers } from './speakers.ts';
import { featuresOf, hasPronoun, nodeOf } from './words.ts';

/** "announced ... its responsibility for": the content begins with a word of responsibility. */
export function claimsDeed(doc: Doc, chunks: readonly Chunk[], at: number): boolean {
  for (let k = at; k < Math.min(chunks.length, at + 3); k++) {
    if (chunks[k].kind === 'responsibility') return true;
    if (chunks[k].kind !== 'that' && chunks[k].kind !== 'case' && chunks[k].kind !== 'mark')
      return canBe(doc.info[chunks[k].start], 'responsibility');
  }
  return false;
}

/** "the army said that it was responsible for": an armed party of itself. */
export function answersFor(
  doc: Doc,
  chunks: readonly Chunk[],
  { at, kind }: Complement,
  speakers: Speakers | null,
  verb: Features | null,
): boolean {
  const [speaker] = speakers?.nouns ?? [];
  if (kind !== 'that' || speaker === undefined || !isForce(doc, speaker) || at + 2 >= chunks.length) return false;
  if (!hasPronoun(doc, chunks[at - 1].start) || verb?.gender !== chunks[at].noun?.features?.gender) return false;
  const part = nodeOf(doc, chunks[at].start, 'part');
  const behind = chunks[at + 1];
  return (
    part !== null &&
    featuresOf(part)?.pos === 'adjective' &&
    behind.kind === 'case' &&
    (behind.mark === 'about' || behind.mark === 'in')
  );
}

/** "a leader of the movement X announced the responsibility of the movement for": X. */
export function ownerOfResponsibility(doc: Doc, chunks: readonly Chunk[], k: number, at: number): NounPhrase | null {
  const owner = chunks[at + 1]?.noun ?? null;
  if (chunks[at]?.kind !== 'responsibility' || owner === null || doc.info[chunks[at].start].pronoun !== null) return null;
  const behind = chunks[at + 2];
  if (chunks[at + 1].kind !== 'noun' || behind?.kind !== 'case' || behind.mark !== 'about') return null;
  if (isForce(doc, owner) && !isMovement(doc, owner)) return owner;
  for (let i = chunks[k].start; i < chunks[at].start; i++) {
    const actor = nodeOf(doc, i, 'actor');
    if (actor !== null && bareKey(doc, owner.head).endsWith(bareKey(doc, i)))
      return {
        ...owner,
        start: actor.start,
        end: actor.end,
        head: actor.start,
        kind: 'actor',
        node: actor,
        actor,
        features: null,
      };
  }
  return isMovement(doc, owner) ? owner : null;
}

/** "the army denied its involvement in": the pronoun, which agrees with the verb, is who denies. */
export function ownPart(doc: Doc, chunks: readonly Chunk[], k: number, at: number, verb: Features | null): boolean {
  for (let j = k + 1; j <= Math.min(at, chunks.length - 1); j++) {
    const { start, kind } = chunks[j];
    if (kind === 'event') return false;
    const pronoun = nodeOf(doc, start, 'part') === null ? null : doc.info[start].pronoun;
    if (pronoun !== null) return pronoun.startsWith('3') && verb !== null && (pronoun === '3fs') === (verb.gender === 'f');
  }
  return false;
}

/** "an attack that X adopted killed seven": who counts the dead is whoever tells of the attack, and X is who is said to have made it. */
export function countedByTeller(h: Happening, frames: readonly Frame[]): void {
  const { ownDeed, told, rule } = frames[h.frame];
  if (ownDeed && told !== undefined && rule === 'attribution.carrier' && h.figures.length > 0)
    h.frame = frames.findIndex(({ chain }) => chain === told);
}
