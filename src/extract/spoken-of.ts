/** A clause that describes a noun may tell what was said of it by somebody else: "the city in which was recorded", "its troops, of whom he said that they". */
import type { Chunk } from './chunk.ts';
import type { Complement } from './complements.ts';
import type { Doc } from './doc.ts';
import type { NounPhrase } from './noun-parts.ts';
import { featuresOf, hasPronoun, nodeOf } from './words.ts';

/** "the youth whose death was announced" is written like "who announced his death". */
export const isOwnFate = (doc: Doc, chunks: readonly Chunk[], noun: NounPhrase, { at }: Complement): boolean =>
  (noun.kind === 'person' || noun.kind === 'outcome' || noun.kind === 'name') &&
  chunks[at]?.kind === 'event' &&
  !chunks[at].finite &&
  doc.info[chunks[at].start].pronoun !== null;

/** "the city in which was recorded": the clause speaks of the noun, which does not speak. */
const referredTo = (doc: Doc, chunks: readonly Chunk[], k: number): boolean => {
  const next = chunks[k + 1];
  return next !== undefined && nodeOf(doc, next.start, 'case') !== null && doc.info[next.start].pronoun !== null;
};

/** "its reporter | of whom | (she) said that he": the verb does not agree with the noun, which a pronoun takes up. */
function isSaidOf(doc: Doc, chunks: readonly Chunk[], k: number, { features, kind }: NounPhrase): boolean {
  const that = chunks[k + 1];
  const verb = featuresOf(chunks[k].node!);
  if (that?.kind !== 'that' || !hasPronoun(doc, that.start) || features === null || verb?.number !== 'sg') return false;
  if (features.number === 'pl') return verb.gender === 'm';
  return kind === 'person' && features.gender !== null && verb.gender !== null && features.gender !== verb.gender;
}

/** The verb of the clause at `k` says something of the noun, which does not speak. */
export const isSpokenOf = (doc: Doc, chunks: readonly Chunk[], k: number, noun: NounPhrase): boolean =>
  referredTo(doc, chunks, k) || isSaidOf(doc, chunks, k, noun);
