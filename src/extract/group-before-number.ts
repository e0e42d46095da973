/** "killed, of the army, five, and of the gunmen nine": the group stands before the number of those who are of it, and the two are one phrase. */
import { harmed } from '../claim/outcomes.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { takes } from './happening.ts';
import { make } from './new-chunk.ts';
import type { NounPhrase } from './noun-parts.ts';
import { eventSense } from './senses.ts';
import { whoOf } from './who-of.ts';
import { hasConjunction, senseOf } from './words.ts';

/** The row with each such group and its number as one noun phrase. */
export function withGroupsBeforeNumbers(doc: Doc, chunks: Chunk[]): Chunk[] {
  // what the last such phrase is: another may be joined to it
  let last: Chunk | null = null;
  for (let k = 1; k + 2 < chunks.length; k++) {
    const tie = chunks[k];
    if (!ties(doc, tie)) continue;
    const before = chunks[k - 1];
    const group = chunks[k + 1];
    const counted = chunks[k + 2];
    const joined = last !== null && hasConjunction(doc, tie.start) && (before === last || chunks[k - 2] === last);
    // "the army killed | of the gunmen | twenty"
    if (!joined && !befalls(before) && !(before.noun?.count === null && k > 1 && befalls(chunks[k - 2]))) continue;
    const noun = isGroup(group) ? together(doc, tie.start, group.noun!, counted) : null;
    if (noun === null) continue;
    last = { ...make(doc, 'noun', tie.start, counted.end), noun };
    chunks.splice(k, 3, last);
  }
  return chunks;
}

/** "of", "in the ranks of" */
const ties = (doc: Doc, { kind, mark, start }: Chunk): boolean =>
  kind === 'rank' || (kind === 'case' && mark === 'from' && doc.info[start].pronoun === null);

/** "were killed": what befalls people, as against "fled from the police". */
function befalls({ kind, finite, node }: Chunk): boolean {
  const sense = kind === 'event' && finite ? senseOf(node) : null;
  const outcome = sense === null ? null : eventSense(sense).outcome;
  return outcome !== null && (harmed.has(outcome) || takes.has(outcome)) && outcome !== 'released';
}

const isGroup = ({ kind, noun }: Chunk): boolean =>
  kind === 'noun' &&
  noun !== null &&
  noun.count === null &&
  (noun.kind === 'actor' || (noun.kind === 'person' && (noun.definite || noun.actor !== null)));

/** The group and its number as one phrase; null where the number counts people of another kind. */
function together(doc: Doc, start: number, group: NounPhrase, counted: Chunk): NounPhrase | null {
  const { noun } = counted;
  if (counted.kind !== 'noun' || noun === null || noun.count === null || noun.start !== group.end) return null;
  if (hasConjunction(doc, noun.start) || noun.actor !== null || noun.additional) return null;
  if (noun.kind === 'number')
    return { ...group, start, end: noun.end, count: noun.count, countNode: noun.countNode, countedEnd: noun.end };
  if (noun.kind !== 'outcome' && !(noun.kind === 'person' && whoOf(doc, noun) === 'unknown')) return null;
  return { ...noun, start, actor: group.actor, person: group.person ?? group.node };
}
