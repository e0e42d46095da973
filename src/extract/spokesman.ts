/** "the spokesman of the army announced the capture of five": what he tells as done is a deed of those for whom he speaks. */
import { BI } from '../lexicon/analyze.ts';
import type { Doc } from './doc.ts';
import { type NounPhrase, names, newNoun } from './noun-parts.ts';
import { isMovementAt } from './party-words.ts';
import { fitOf, pronounOf } from './referred-back.ts';
import { field, isDefinite, nodeAmong, nodeOf } from './words.ts';

/** "who speaks in the name of", "by the tongue of": those for whom he does are named behind it, whatever their first word is. */
export const speaksInName = (doc: Doc, { kind, head, end }: NounPhrase): boolean =>
  kind === 'title' &&
  end === head + 2 &&
  nodeOf(doc, head, 'title')?.end === end &&
  (nodeOf(doc, end - 1, 'identity') !== null || (doc.bits[end - 1] & BI) !== 0);

/** The armed body in whose name somebody speaks; null where he is no spokesman, or speaks for nobody armed. */
export function bodyOfSpokesman(doc: Doc, noun: NounPhrase): NounPhrase | null {
  if (nodeOf(doc, noun.head, 'spokesman') === null) return null;
  for (let i = noun.head + 1; i < noun.end; i++) {
    const actor = nodeOf(doc, i, 'actor');
    if (actor !== null && actor.end <= noun.end) {
      if (field(actor, 'armed') !== 'yes') return null;
      const party = newNoun(i, actor.end, i, 'actor');
      return { ...party, node: actor, actor, definite: true };
    }
    if (isMovementAt(doc, i)) return { ...newNoun(i, i + 1, i, 'other'), definite: true };
    const body = nodeOf(doc, i, 'person');
    if (body === null || field(body, 'unit') !== 'group' || (field(body, 'side') !== 'armed' && field(body, 'who') !== 'police'))
      continue;
    // "the | armed | forces"
    let end = body.end;
    while (end < noun.end && isDefinite(doc, end) && nodeAmong(doc, end, names) === null) end++;
    const party = newNoun(i, end, i, 'person');
    return { ...party, node: body, person: body, definite: true };
  }
  return null;
}

/** "the spokesman of the movement said | that she", "of the army | that he": what is done is done by the body he speaks for; null where the pronoun is another's. */
export function spokenFor(doc: Doc, that: number, speaker: NounPhrase): NounPhrase | null {
  const body = bodyOfSpokesman(doc, speaker);
  const pronoun = body === null ? null : pronounOf(doc, that);
  if (body === null || pronoun === null || pronoun === 'they') return null;
  return fitOf(doc, pronoun, body) > 0 || (pronoun === 'she' && body.kind === 'other') ? body : null;
}
