/** The subject of a sentence that its later verbs leave out: "the army stormed the town and shelled", "that gunmen laid an ambush and killed". */
import { BI, KA, LI } from '../lexicon/analyze.ts';
import { ALEF, HEH } from '../text/letters.ts';
import type { Attributed } from './attribution.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Doers } from './elided.ts';
import { pronounOfThat } from './frame.ts';
import type { Happening } from './happening.ts';
import { isMachine } from './next-object.ts';
import type { NounPhrase } from './noun-parts.ts';
import { isArmed, isForce } from './parties.ts';
import { actsOn } from './row-of-deeds.ts';
import { featuresOf, field, hasPronoun, looseOfToken, nodeOf } from './words.ts';

export function subjectInSentence(
  doc: Doc,
  chunks: readonly Chunk[],
  h: Happening,
  attributed: Attributed,
  { hit }: Doers,
): NounPhrase[] | null {
  const plural = h.finite ? featuresOf(h.node!)?.number === 'pl' : h.rules.includes('event.plural-verb-object');
  let skipped: NounPhrase | null = null;
  for (let k = h.chunk - 1; k >= 0; k--) {
    const chunk = chunks[k];
    if (chunk.kind === 'that') return subjectOfClause(doc, chunks, k, h, attributed, skipped);
    if (chunk.kind === 'contrast' || chunk.kind === 'reset' || (chunk.kind === 'mark' && chunk.mark === 'colon')) return null;
    if (chunk.kind !== 'noun' || chunk.noun === null || attributed.used[k]) continue;
    if (
      plural &&
      !(chunk.bits & LI) &&
      chunk.noun.kind === 'person' &&
      chunk.noun.features?.number !== 'sg' &&
      isArmed(chunk.noun)
    )
      skipped ??= chunk.noun;
    if (chunk.bits & (BI | LI | KA) || (k > 0 && (chunks[k - 1].kind === 'case' || chunks[k - 1].kind === 'cause'))) continue;
    if (
      !actsOn(doc, chunk.noun) ||
      // "by cutting off the head": what the deed needs
      (chunks[k - 1] ?? chunk).object === chunk.start ||
      (chunk.noun.kind === 'thing' &&
        chunk.noun.actor === null &&
        field(chunk.noun.node, 'category') !== 'aircraft' &&
        !(isMachine(chunk.noun) && chunk.noun.end > chunk.noun.head + 1)) ||
      field(chunk.noun.actor, 'kind') === 'state' ||
      hit.some((r) => r.start === chunk.noun!.start) ||
      h.recipients.some((r) => r.start === chunk.noun!.start)
    )
      continue;
    // "the army hunted gunmen after they killed": the plural of the verb is theirs
    if (skipped !== null && skipped !== chunk.noun && (chunk.noun.features?.number === 'sg' || isOneBody(doc, chunk.noun)))
      return [skipped];
    const nouns = [chunk.noun];
    // "the army and the resistance": the phrases joined before it belong to it
    let j = k - 1;
    for (; j >= 0 && chunks[j].kind === 'noun' && chunks[j].noun !== null && doc.bits[chunks[j + 1].noun!.start] & 3; j--)
      nouns.unshift(chunks[j].noun!);
    // "clashed with the army and the police and attacked ...": joined to what a preposition governs
    if (nouns.length > 1 && (chunks[j]?.kind === 'case' || chunks[j]?.kind === 'cause' || chunks[j + 1].bits & (BI | LI | KA))) {
      k = j;
      continue;
    }
    return nouns;
  }
  return null;
}

/** "the army", "the movement": no name in the masculine plural. */
const isOneBody = (doc: Doc, { kind, actor, head }: NounPhrase): boolean =>
  kind === 'actor' && field(actor, 'kind') !== 'person' && !/\u0648\u0646$|\u064A\u0646$/u.test(looseOfToken(doc, head));

/** "that it repelled an attack and took": the source. "that a bomber got off and blew up": whoever the clause began with, and nobody told of before. */
function subjectOfClause(
  doc: Doc,
  chunks: readonly Chunk[],
  k: number,
  h: Happening,
  attributed: Attributed,
  skipped: NounPhrase | null,
): NounPhrase[] | null {
  if (skipped !== null) return [skipped];
  if (!h.finite) return null;
  const verb = featuresOf(h.node!);
  if (hasPronoun(doc, chunks[k].start)) {
    const source = h.frame < 0 ? null : pronounOfThat(attributed.frames[h.frame]);
    return source === null || !isForce(doc, source) || isOthers(doc, chunks[k].start, source) || verb?.number !== 'sg'
      ? null
      : [source];
  }
  const first = chunks[k + 1];
  if (first === undefined || first.kind !== 'noun' || first.noun === null || first.bits & (BI | LI | KA)) return null;
  const { noun } = first;
  // "that gunmen laid an ambush and (they) killed"
  if (verb?.number === 'pl' && noun.kind === 'person' && noun.count === null && noun.features?.number !== 'sg' && isArmed(noun))
    return h.recipients.some((r) => r.start === noun.start) ? null : [noun];
  if (noun.kind !== 'person' || noun.count !== null || noun.features?.number !== 'sg' || verb?.number !== 'sg') return null;
  if (noun.features.gender !== null && verb.gender !== null && noun.features.gender !== verb.gender) return null;
  return isArmed(noun) && !h.recipients.some((r) => r.start === noun.start) ? [noun] : null;
}

/** "X said that they burned the houses", "the officer said that she killed hostages": one man speaks of others, not of himself. */
export const isOthers = (doc: Doc, that: number, { kind, features, actor, head }: NounPhrase): boolean => {
  if (actor !== null || !(kind === 'name' || kind === 'title' || (kind === 'person' && features?.number === 'sg'))) return false;
  if (field(nodeOf(doc, that, 'that'), 'number') === 'plural') return true;
  const gender = kind === 'name' ? field(nodeOf(doc, head, 'given-name'), 'gender') : features?.gender;
  return gender === 'm' && looseOfToken(doc, that).endsWith(HEH + ALEF);
};
