/** What may stand behind a verb of saying as its content: a matter, an object, a word for what befell people. */
import { BI, KA, LI } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { canBe } from './forms.ts';
import { isApposition, type NounPhrase } from './noun-parts.ts';
import { eventSense } from './senses.ts';
import { hasConjunction, isDefinite, nodeOf, senseOf } from './words.ts';

/** "announced a general mobilization": a second noun that neither names nor describes the speaker is what was announced. */
export function isObject(doc: Doc, chunk: Chunk, before: Chunk, subject: NounPhrase): boolean {
  const { noun } = chunk;
  if (noun === null || chunk.kind !== 'noun' || chunk.bits & (BI | LI | KA) || hasConjunction(doc, chunk.start)) return false;
  if (before.kind === 'case' || before.kind === 'mark' || isApposition(subject, noun)) return false;
  return noun.kind === 'other' || noun.kind === 'thing' || noun.kind === 'outcome';
}

/** "(the ministry) had announced | on Thursday, | a rise in": nothing but a day and a comma stands behind the verb. */
export const onlyWhen = (chunks: readonly Chunk[], k: number, j: number): boolean =>
  chunks.slice(k + 1, j).every(({ kind, mark }) => kind === 'date' || (kind === 'mark' && mark === 'comma'));

/** "the Rapid Support", "the forces of the aid of the people": the word begins the name of a party. */
export const isNamedBy = ({ noun, start }: Chunk): boolean => noun?.actor?.start === start;

/** A noun that opens what is said: "the presence of", "the continuing of", "the readiness to". */
export function isMatter(doc: Doc, chunk: Chunk, before: Chunk): boolean {
  if (chunk.bits & (BI | LI | KA) || hasConjunction(doc, chunk.start) || before.kind === 'case') return false;
  // "the reports confirm": with the article it is who says it
  if (isDefinite(doc, chunk.start) && chunk.noun?.kind === 'source') return false;
  return nodeOf(doc, chunk.start, 'matter') !== null && !isNamedBy(chunk);
}

/** A quoted noun phrase that names something happening ("humanitarian truce") can be what was announced. */
export function spoken(doc: Doc, chunk: Chunk): boolean {
  for (let i = chunk.start + 1; i < chunk.end; i++)
    if (canBe(doc.info[i], 'event') || canBe(doc.info[i], 'light') || canBe(doc.info[i], 'unreal')) return true;
  return false;
}

export const hasContent = (chunks: readonly Chunk[], j: number): boolean =>
  j + 1 < chunks.length && !(chunks[j + 1].kind === 'that' || chunks[j + 1].kind === 'mark');

/** "the death of", "the wounding of". */
export function tellsOfHarm(chunk: Chunk | undefined): boolean {
  const sense = chunk?.kind === 'event' && !chunk.finite ? senseOf(chunk.node) : null;
  if (sense === null) return false;
  const { outcome } = eventSense(sense);
  return outcome === 'killed' || outcome === 'injured';
}

export const contentFollows = (chunks: readonly Chunk[], j: number): boolean =>
  j < chunks.length &&
  (chunks[j].kind === 'event' ||
    chunks[j].kind === 'unreal' ||
    chunks[j].kind === 'light' ||
    (chunks[j].kind === 'verb' && !chunks[j].finite) ||
    chunks[j].kind === 'noun' ||
    chunks[j].kind === 'result');
