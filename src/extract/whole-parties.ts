/** A whole party beside the word for a seizure or a release is whose deed it is: "a campaign of arrests of (li-) the army", "the release by the forces of five". */
import type { Doc } from './doc.ts';
import { type Happening, takes } from './happening.ts';
import type { NounPhrase } from './noun-parts.ts';
import { isBody, isForce } from './parties.ts';
import { field, nodeOf } from './words.ts';

/** An army, a service, a group under its name: nobody arrests it; "the Houthis" and "members of the group" may be arrested. */
export function isWholeParty(doc: Doc, noun: NounPhrase): boolean {
  if (noun.count !== null || !isForce(doc, noun)) return false;
  if (noun.kind === 'person') return isBody(noun);
  const person = nodeOf(doc, noun.head, 'person');
  return (
    noun.kind === 'actor' && arms.has(field(noun.actor, 'kind') ?? '') && (person === null || field(person, 'unit') === 'group')
  );
}

const arms: ReadonlySet<string> = new Set(['state-force', 'police', 'intelligence', 'militia', 'armed-group']);

/** Whether the genitive of the word did it. `needed`: it stands behind a preposition or an object that the word needs ("the release of (`an) the force"). */
export function isTheirDeed(doc: Doc, h: Happening, noun: NounPhrase, needed: boolean): boolean {
  if (needed || h.sense!.object !== 'recipient') return false;
  return h.outcome !== null && takes.has(h.outcome) && isWholeParty(doc, noun);
}

/** "the loss by the army of the town": whose loss it is. */
export const isTheirLoss = (doc: Doc, { sense }: Happening, noun: NounPhrase): boolean =>
  sense!.subject === 'recipient' && sense!.object === 'place' && isForce(doc, noun);
