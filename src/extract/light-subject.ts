/** The subject of a deed that a light verb tells: "carried out | the army | an attack", "the town | saw clashes". */
import { BI, KA, LI } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { endsLikeFeminine } from './noun-closed.ts';
import { type NounPhrase, newNoun } from './noun-parts.ts';
import { coordinated } from './parties.ts';
import { subjectOf } from './subjects.ts';
import { featuresOf, hasConjunction, nodeOf } from './words.ts';

/** "in a new escalation": an adjective behind the noun of the light verb is nobody. */
const describesDeed = (doc: Doc, { kind, head, actor }: NounPhrase): boolean =>
  kind === 'other' && actor === null && nodeOf(doc, head, 'event-adjective') !== null;

/** Who does what a light verb at `light` lends itself to, named between it and the deed at `k`, or before it. */
export function subjectBetween(doc: Doc, chunks: readonly Chunk[], light: number, k: number, used: Uint8Array): NounPhrase[] {
  for (let j = light + 1; j < k; j++) {
    const chunk = chunks[j];
    if (j === k - 1 && !(chunks[k].bits & (BI | LI | KA)) && countsDeeds(doc, chunk)) continue;
    if (
      chunk.kind === 'noun' &&
      chunk.noun !== null &&
      !(chunk.bits & (BI | LI | KA)) &&
      !governs(doc, chunks[j - 1]) &&
      !describesDeed(doc, chunk.noun)
    )
      return coordinated(doc, chunks, j, null).nouns;
    if (chunk.kind === 'place') return chunk.noun !== null ? [{ ...chunk.noun, place: chunk.place }] : [placeNoun(chunk)];
  }
  // "took the school and the works, and managed to kill": what "and" joins has the subject of what was told before
  return subjectOf(doc, chunks, light, used) ?? (hasConjunction(doc, chunks[light].start) ? [] : placeBefore(chunks, light));
}

/** "visited the town, which | came under | shelling": the place that a relative right before the light word describes, if the verb agrees with it. */
export function townDescribed(doc: Doc, chunks: readonly Chunk[], light: number, k: number): NounPhrase[] | null {
  const verb = chunks[light].node === null ? null : featuresOf(chunks[light].node!);
  if (chunks[light - 1]?.kind !== 'relative' || verb?.pos !== 'verb' || verb.number !== 'sg') return null;
  const at = chunks[light - 2]?.mark === 'comma' ? light - 3 : light - 2;
  const town = chunks[at];
  if (town?.kind !== 'place' || chunks.slice(light + 1, k).some(({ noun }) => noun !== null)) return null;
  const word = nodeOf(doc, town.start, 'place-class');
  // a town is "she"
  const feminine = word === null || endsLikeFeminine(doc, town.start);
  return verb.gender === (feminine ? 'f' : 'm') ? [placeNoun(town)] : null;
}

/** "resorted to | the sticks | to drive them off", "took part in | support for | the attacks": the preposition of the light word takes another noun than the deed. */
export function takesAnother(doc: Doc, chunks: readonly Chunk[], light: number, k: number): boolean {
  const { start, end } = chunks[light];
  const next = chunks[light + 1];
  return (
    light + 1 < k && end > start + 1 && next.kind === 'noun' && !countsDeeds(doc, next) && nodeOf(doc, end - 1, 'case') !== null
  );
}

/** "a number of raids", "120 operations of storming": counts what was done, nobody who did it. */
const countsDeeds = (doc: Doc, { noun }: Chunk): boolean =>
  noun !== null &&
  noun.count !== null &&
  noun.actor === null &&
  !noun.definite &&
  (noun.kind === 'number' || (noun.kind === 'other' && nodeOf(doc, noun.head, 'carrier') !== null));

function placeBefore(chunks: readonly Chunk[], light: number): NounPhrase[] {
  const before = chunks[light - 1];
  return before !== undefined && before.kind === 'place' ? [placeNoun(before)] : [];
}

function placeNoun({ start, end, place }: Chunk): NounPhrase {
  const noun = newNoun(start, end, start, 'place');
  noun.definite = true;
  noun.place = place;
  return noun;
}

/** A preposition takes the noun behind it, unless it has its pronoun. */
export const governs = (doc: Doc, { kind, start }: Chunk): boolean => kind === 'case' && doc.info[start].pronoun === null;
