/** "Two attacks took place, the first in X ..., the second in Y ...": what stands behind each of them is told of that one. */
import type { Chunk } from './chunk.ts';
import { RANKING, rowHas } from './class-groups.ts';
import type { Doc } from './doc.ts';
import { isAttack, isCasualty } from './families.ts';
import type { Happening } from './happening.ts';
import { STRETCH } from './time-apart.ts';
import { featuresOf, isDefinite, nodeOf } from './words.ts';

/** The rule of what is told of the second, the third. */
const NEXT_OF_THEM = 'event.next-of-them';
/** Numbers of the stretches that begin at "the second": more than a sentence turns to other times. */
const SECOND = 100;

/** "the first", "the second", alone at token `i` behind two or more deeds: no party and no place. */
export const isNthOfThem = (doc: Doc, i: number, before: readonly Chunk[]): boolean =>
  (doc.groups[i] & RANKING) !== 0 &&
  // "the second" is in the lists of names with its article
  (isDefinite(doc, i) || nodeOf(doc, i, 'family-name') !== null) &&
  doc.at[i].some(({ kind, end }) => kind === 'ordinal' && end === i + 1) &&
  before.at(-1)?.kind !== 'noun' &&
  before.at(-1)?.kind !== 'case' &&
  before.some(isSeveral);

/** "two attacks", "three raids": a deed in the dual or plural. */
const isSeveral = ({ kind, finite, node }: Chunk): boolean => {
  const number = kind === 'event' && !finite && node !== null ? featuresOf(node)?.number : null;
  return number === 'du' || number === 'pl';
};

/** Which of them the chunk stands for; 0 for any other chunk. */
function nth(doc: Doc, { kind, start, node }: Chunk): number {
  if (kind !== 'word' || node === null || node.kind !== 'ordinal') return 0;
  return (nodeOf(doc, start, 'ordinal')?.value as { value: number } | undefined)?.value ?? 0;
}

/** "the second", "the third": it opens a clause of its own. */
export const isNextOfThem = (doc: Doc, chunk: Chunk): boolean => nth(doc, chunk) > 1;

/** The stretches of a sentence, with one of its own from "the second" on, from "the third" on. */
export function apartByOrder(doc: Doc, chunks: readonly Chunk[], stretch: Uint8Array): Uint8Array {
  if (!rowHas(doc, chunks, RANKING)) return stretch;
  let made: Uint8Array | null = null;
  let first = false;
  for (let k = 0; k < chunks.length; k++) {
    const n = nth(doc, chunks[k]);
    if (n === 1) first = true;
    if (n < 2 || !first) continue;
    made ??= stretch.slice(0, chunks.length);
    // "the second | hit the market", "while | the second hit", "and | killed the second"
    let from = k;
    if (chunks[from - 1].finite) from--;
    made.fill(SECOND + n, from);
  }
  return made ?? stretch;
}

/** What is told of the second is of the kind of those that were named together, and of the same hands. */
export function shareKind(happenings: readonly Happening[]): void {
  for (const h of happenings) {
    if (!isOfNext(h)) continue;
    const of = happenings.find((o) => !isOfNext(o) && !o.finite && isAttack(o));
    const hurt = isCasualty(h);
    if (of === undefined || !(hurt || h.types[0] === 'attack')) continue;
    if (hurt && h.actors.length === 0) h.actors = of.actors;
    h.types = [...of.types];
    h.rules.push(NEXT_OF_THEM);
  }
}

/** Told behind "the second": its stretch is one of those that begin there. */
const isOfNext = ({ group }: Happening): boolean => group >= SECOND * STRETCH && group < 2 * SECOND * STRETCH - 1;
