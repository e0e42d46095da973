/** Whose the people killed and hurt are: of an attack told before them, of somebody else's deed, or of none. */
import { FA } from '../lexicon/analyze.ts';
import { isOfOldPlace } from './apart.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import { sameActor } from './parties.ts';
import { featuresOf, hasConjunction } from './words.ts';

/** "confronted a patrol that stole in and (they) killed four": a joined verb that does not agree with the verb of a relative clause is not told of its noun. */
export function isOfOthers(doc: Doc, chunks: readonly Chunk[], attack: Happening, h: Happening): boolean {
  if (!attack.finite || !h.finite || !attack.rules.includes('event.relative-clause')) return false;
  if (!hasConjunction(doc, chunks[h.chunk].start)) return false;
  return featuresOf(h.node!)?.number === 'pl' && featuresOf(attack.node!)?.number === 'sg' && h.rules.includes(ACTIVE_PLURAL);
}

/** "opened fire on a policeman | so (he) felled him": what "so" and the pronoun take up is that deed. */
export const strikesDown = (doc: Doc, chunks: readonly Chunk[], h: Happening, gap: readonly Chunk[]): boolean =>
  h.finite &&
  (chunks[h.chunk].bits & FA) !== 0 &&
  doc.info[chunks[h.chunk].start].pronoun !== null &&
  !gap.some((c) => c.kind === 'that' || c.kind === 'say' || c.kind === 'contrast' || c.kind === 'reset');

const ACTIVE_PLURAL = 'event.plural-verb-object';

/** "that gunmen attacked the village, adding that the army killed two of them": who killed is told, and in a clause of its own. */
export const isAnswered = (attack: Happening, h: Happening, gap: readonly Chunk[]): boolean =>
  h.finite &&
  h.actors.length > 0 &&
  // "condemned the attack, adding that the group killed 52 last month"
  (attack.actors.length > 0 || (h.date !== null && attack.date === null && attack.definite)) &&
  gap.some((c) => c.kind === 'that') &&
  !h.actors.some((a) => attack.actors.some((b) => b.start === a.start || sameActor(a, b)));

/** "in a region that saw a war": what is told of the place is not what killed there. */
export const isSeenThere = (chunks: readonly Chunk[], h: Happening): boolean =>
  isOfOldPlace(chunks, h) ||
  (h.types[0] === 'armed-clash' && h.light > 0 && h.light < h.chunk && chunks[h.light - 1].kind === 'relative');
