/** An attack named behind some casualties that it did not cause: it was made later, or they were taken in revenge for it. */
import { BI, LI } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import { field, hasConjunction } from './words.ts';

/** "15 were killed by a lorry bomb, before | a bomber blew himself up": the verb has its own doer behind it. "hurt a soldier before | being fired on". */
export const isLaterDeed = (chunks: readonly Chunk[], attack: Happening): boolean => {
  const link = chunks[attack.chunk - 1];
  if (!attack.finite && link?.kind === 'case' && link.mark === 'before') return true;
  // "was shot dead, on the pretext that | he tried to stab a soldier"
  if (link?.kind === 'unreal' && chunks[attack.chunk - 2]?.kind === 'according') return true;
  return (
    attack.finite &&
    link?.kind === 'conjunction' &&
    field(link.node, 'before') === 'yes' &&
    attack.actors.length > 0 &&
    attack.actors.every(({ start }) => start > attack.start)
  );
};

/** "the killing of two policemen, in revenge for | the victims of the bombing of X" */
export const isAvenged = (chunks: readonly Chunk[], attack: Happening, h: Happening): boolean => {
  if (attack.chunk < h.chunk) return false;
  for (let k = attack.chunk - 1; k > h.chunk && chunks[k].kind !== 'event'; k--)
    if (chunks[k].kind === 'case') return chunks[k].mark === 'response';
  return false;
};

/** "shelled the town in answer to | raids on X, | and killed six": the dead are of the answer, where "and" goes on with its verb. */
export const isOnlyAnswered = (doc: Doc, chunks: readonly Chunk[], attack: Happening, h: Happening): boolean =>
  attack.chunk < h.chunk &&
  !attack.finite &&
  h.finite &&
  hasConjunction(doc, chunks[h.chunk].start) &&
  chunks[attack.chunk - 1]?.kind === 'case' &&
  chunks[attack.chunk - 1].mark === 'response' &&
  chunks.slice(0, attack.chunk - 1).some(({ kind, finite }) => kind === 'event' && finite);

/** "a youth was killed, which led to (the outbreak of) | clashes": what a death led to is not what he died in. */
export function isConsequence(doc: Doc, chunks: readonly Chunk[], attack: Happening, h: Happening): boolean {
  let k = attack.light >= 0 && attack.light < attack.chunk ? attack.light : attack.chunk;
  if (chunks[k].finite) return false;
  // "the flaring up of | the clashes"
  while (k > h.chunk && (isTo(chunks[k - 1]) || (isBareDeed(chunks[k - 1]) && doc.info[chunks[k - 1].start].pronoun === null)))
    k--;
  if (k - 1 <= h.chunk || chunks[k - 1].kind !== 'result') return false;
  const result = chunks[k - 1];
  // "and caused | the raid | the death of": right behind the verb stands its subject
  return isTo(chunks[k]) || (chunks[k].bits & BI) !== 0 || result.end > result.start + 1;
}
const isTo = ({ kind, mark }: Chunk): boolean => kind === 'case' && (mark === 'to' || mark === 'about' || mark === 'in');
const isBareDeed = ({ kind, finite }: Chunk): boolean => (kind === 'event' || kind === 'light') && !finite;

/** "destroyed a column that was preparing for | the storming of the town, which killed ten": they did not die in what was prepared. */
export const isOnlyMeant = (chunks: readonly Chunk[], attack: Happening): boolean => {
  const link = chunks[attack.chunk - 1];
  return !attack.finite && attack.light < 0 && (chunks[attack.chunk].bits & LI) !== 0 && link?.kind === 'verb' && link.finite;
};
