/** An attack named behind some casualties that it did not cause: it was made later, or they were taken in revenge for it. */
import type { Chunk } from './chunk.ts';
import type { Happening } from './happening.ts';
import { field } from './words.ts';

/** "15 were killed by a lorry bomb, before | a bomber blew himself up": the verb has its own doer behind it. */
export const isLaterDeed = (chunks: readonly Chunk[], attack: Happening): boolean => {
  const link = chunks[attack.chunk - 1];
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

/** "after the killing of a soldier on Monday, the forces stormed the camp": he was not killed there. */
export const isAnswerTo = (chunks: readonly Chunk[], a: Happening, h: Happening): boolean =>
  a.chunk > h.chunk &&
  a.finite &&
  chunks[h.chunk - 1]?.kind === 'case' &&
  chunks[h.chunk - 1].mark === 'after' &&
  chunks.slice(h.chunk + 1, a.chunk).some(({ kind, mark }) => kind === 'mark' && mark === 'comma');
