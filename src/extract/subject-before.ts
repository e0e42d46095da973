/** The subject that stands before a verb of saying: "the prime minister, Ahmad X, said". */
import { BI, KA, LI } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { isApposition, isSurname, type NounPhrase } from './noun-parts.ts';
import { beforeClause } from './put-between.ts';
import { cueSense } from './senses.ts';
import { subjectAcross } from './subject-across.ts';
import { joined } from './whole-speaker.ts';
import { featuresOf, field, hasConjunction, isDefinite, nodeOf, senseOf } from './words.ts';

const PREFIXED = BI | LI | KA;

/** "in a humanitarian development", "by the bullets of a sniper": what a preposition governs, adjectives included. */
function isGoverned(chunks: readonly Chunk[], j: number): boolean {
  let k = j - 1;
  while (k >= 0 && k > j - 4 && chunks[k].kind === 'word') k--;
  return k >= 0 && (chunks[k].kind === 'case' || chunks[k].kind === 'agent');
}

/** What may stand between a subject and its verb without acting itself. */
const between: ReadonlySet<string> = new Set(['modal', 'was', 'negation', 'date', 'word', 'pronoun', 'rank', 'case']);
export const passable: ReadonlySet<string> = new Set(['comma', 'open', 'close', 'quote', 'open-paren', 'close-paren', 'dash']);

/** "The prime minister, Ahmad X, said": the first noun phrase of the clause, when nothing acts between it and the verb. */
export function subjectBefore(doc: Doc, chunks: readonly Chunk[], k: number, used: Uint8Array): NounPhrase | null {
  const across = subjectAcross(doc, chunks, k, used);
  if (across !== null) return across;
  if (hasConjunction(doc, chunks[k].start)) return null;
  if (isSpokenTo(doc, chunks, k)) return subjectBefore(doc, chunks, k - 2, used);
  // "the organizers | of the protest | accused"
  const [whose, deed] = [chunks[k - 2], chunks[k - 1]];
  const many = chunks[k].node !== null && featuresOf(chunks[k].node!)?.number === 'pl';
  const noun = whose?.noun ?? null;
  const people =
    noun !== null &&
    noun.count === null &&
    (noun.kind === 'person' ? noun.features?.number === 'pl' : many && noun.kind === 'other' && noun.node === null);
  if (people && !used[k - 2] && deed.kind === 'event' && !deed.finite && deed.start === whose.end && !(whose.bits & PREFIXED))
    if (isDefinite(doc, deed.start) && !isGoverned(chunks, k - 2)) return { ...whose.noun!, end: deed.end };
  let subject: NounPhrase | null = null;
  for (let j = beforeClause(doc, chunks, k) - 1; j >= 0; j--) {
    const chunk = chunks[j];
    if (between.has(chunk.kind)) continue;
    if (chunk.kind === 'mark') {
      if (passable.has(chunk.mark)) continue;
      break;
    }
    // "and about the targeting of | the civilians, said": whoever stands right behind a verbal noun is its object
    if (chunk.kind === 'event' && !chunk.finite && subject?.start === chunk.end && chunks[j - 1]?.kind === 'case') return null;
    if (chunk.kind !== 'noun' && chunk.kind !== 'place' && chunk.kind !== 'evidence') break;
    if (used[j]) break;
    const preceded = isGoverned(chunks, j);
    if (chunk.kind !== 'evidence' && chunk.noun !== null && !(chunk.bits & PREFIXED) && !preceded)
      subject =
        subject !== null &&
        subject.start === chunk.end &&
        (isApposition(chunk.noun, subject) || isSurname(doc, chunk.noun, subject))
          ? joined(chunk.noun, subject)
          : chunk.noun;
    if (hasConjunction(doc, chunk.start) && subject !== null && j > 0 && chunks[j - 1].kind === 'mark') break;
  }
  return subject === null || isSomebodyElse(doc, chunks, k, subject) ? null : withPlace(doc, chunks, k, subject);
}

/** "and addressed | the fighters | saying": the one noun beside a verb that takes whom it is said to is nobody who says it. */
function isSpokenTo(doc: Doc, chunks: readonly Chunk[], k: number): boolean {
  const [verb, whom] = [chunks[k - 2], chunks[k - 1]];
  if (verb?.kind !== 'say' || !verb.finite || whom.kind !== 'noun' || chunks[k].finite || verb.node === null) return false;
  const { head, end } = whom.noun!;
  // "the president | the fighters"
  if (end > head + 2 || (end === head + 2 && isDefinite(doc, head) && isDefinite(doc, end - 1))) return false;
  const sense = senseOf(verb.node);
  return sense !== null && cueSense(sense).addresses && featuresOf(verb.node)?.voice !== 'passive';
}

/** "arrested a leader called Muhammad, (she) said that": behind a comma the feminine of the verb is not of a man's name. */
const isSomebodyElse = (doc: Doc, chunks: readonly Chunk[], k: number, { kind, head }: NounPhrase): boolean =>
  kind === 'name' &&
  chunks[k - 1].kind === 'mark' &&
  chunks[k].node !== null &&
  featuresOf(chunks[k].node!)?.gender === 'f' &&
  featuresOf(chunks[k].node!)?.number === 'sg' &&
  field(nodeOf(doc, head, 'given-name'), 'gender') === 'm';

/** "a source in the governorate of X | said": where somebody who is not named sits is part of the speaker. */
function withPlace(doc: Doc, chunks: readonly Chunk[], k: number, subject: NounPhrase): NounPhrase {
  const link = chunks[k - 2];
  if (link === undefined || link.kind !== 'case' || (link.mark !== 'in' && link.mark !== 'from') || link.start !== subject.end)
    return subject;
  const unnamed = (subject.kind === 'source' || subject.kind === 'person') && !isDefinite(doc, subject.head);
  const within = chunks[k - 1];
  return unnamed && (within.kind === 'noun' || within.kind === 'place') ? { ...subject, end: within.end } : subject;
}

/** "and | the field hospital | had | announced": what stands between the two is the subject of the verb, whatever it is. */
export const wasBefore = (doc: Doc, chunks: readonly Chunk[], k: number, { start, definite, head }: NounPhrase): boolean => {
  const at = chunks.findIndex((c) => c.start === start);
  return (
    at > 0 && at < k && chunks[at - 1].kind === 'was' && (definite || isDefinite(doc, head)) && chunks[k - 1].kind === 'modal'
  );
};
