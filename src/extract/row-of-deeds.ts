/** "said that it freed 11 hostages | and killed six": a row of verbs with one subject, which stands as a pronoun before the first. */
import { keepsNominative } from './case-endings.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import type { NounPhrase } from './noun-parts.ts';
import { isArmed, isBody, isForce } from './parties.ts';
import { featuresOf, field, hasConjunction } from './words.ts';

/** How many chunks back the row may begin. */
const REACH = 12;

/** The chunk of the first verb of the row that the deed goes on; its own where it begins it. */
export function firstOfRow(doc: Doc, chunks: readonly Chunk[], h: Happening, verb: number): number {
  if (!h.finite || !hasConjunction(doc, chunks[verb].start) || h.recipients.length === 0) return verb;
  if (h.recipients.some((r) => isNominative(doc, r))) return verb;
  const own = featuresOf(chunks[verb].node!);
  for (let j = verb - 1; j > 0 && j >= verb - REACH; j--) {
    const { kind, finite, node, mark } = chunks[j];
    if (kind === 'that' || kind === 'contrast' || kind === 'reset' || kind === 'relative' || kind === 'cause') return verb;
    if (kind === 'mark' && mark !== 'comma') return verb;
    if (!finite || kind === 'say') continue;
    const first = node === null ? null : featuresOf(node);
    const agrees = first !== null && own !== null && first.gender === own.gender && first.number === own.number;
    return agrees && chunks[j - 1].kind === 'that' ? j : verb;
  }
  return verb;
}

/** The subject of a passive. */
const isNominative = (doc: Doc, { start, head }: NounPhrase): boolean => [start, head].some((i) => keepsNominative(doc, i));

/** "the group", "the cell": people who act together. */
export const isActingBody = ({ kind, node, count }: NounPhrase): boolean =>
  kind === 'person' && count === null && field(node, 'acts') === 'yes';

/** Who may go on acting in the next clauses: a force, or "an Israeli unit", "an armed group", which is new here and acts as one; "the group" of whatever people. */
export const actsOn = (doc: Doc, noun: NounPhrase): boolean =>
  isForce(doc, noun) ||
  (noun.kind === 'person' &&
    noun.count === null &&
    isBody(noun) &&
    (isArmed(noun) || (noun.definite && field(noun.person ?? noun.node, 'who') === 'unknown')));
