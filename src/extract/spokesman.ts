/** "the spokesman of the army announced the capture of five": what he tells as done is a deed of those for whom he speaks. */
import type { Doc } from './doc.ts';
import { type NounPhrase, newNoun } from './noun-parts.ts';
import { field, nodeOf } from './words.ts';

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
    const body = nodeOf(doc, i, 'person');
    if (body === null || field(body, 'unit') !== 'group' || field(body, 'side') !== 'armed') continue;
    const party = newNoun(i, body.end, i, 'person');
    return { ...party, node: body, person: body, definite: true };
  }
  return null;
}
