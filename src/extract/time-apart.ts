/**
 * Where a sentence turns to what happened at another time: "seven were killed in a raid, a day after the killing of five in X", "on the morrow of an attack",
 * "in answer to the death of two", "since the army took power". What stands behind shares neither figures nor place nor day with what stands before.
 */

import { countsPeople } from './apart.ts';
import type { Chunk } from './chunk.ts';
import { isToldByAnother, rowHas, TURNING } from './class-groups.ts';
import { commemorated } from './commemorated.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import { itemAt } from './item-at.ts';
import { isThing } from './thing-behind.ts';
import { field, hasConjunction, nodeOf } from './words.ts';

/** More than there are voices in a sentence: what is told of another time is a group of its own. */
export const STRETCH = 1000;

/** For each chunk the number of its stretch: 0, and from every turn on another. A new clause behind a comma goes back to 0. */
export function stretchesOf(doc: Doc, chunks: readonly Chunk[]): Uint8Array {
  if (!rowHas(doc, chunks, TURNING)) return noTurn(chunks.length);
  let first = 0;
  while (first < chunks.length && !turns(doc, chunks, first)) first++;
  if (first >= chunks.length) return noTurn(chunks.length);
  const stretch = new Uint8Array(chunks.length);
  let now = 0;
  let last = 0;
  let turn = first;
  for (let k = 0; k < chunks.length; k++) {
    if (
      now > 0 &&
      (goesBack(doc, chunks, k) || isJoinedToMain(doc, chunks, turn, k) || (first === 0 && last === 1 && opensMain(chunks, k)))
    )
      now = 0;
    if (turns(doc, chunks, k)) {
      now = ++last;
      turn = k;
    }
    stretch[k] = now;
  }
  return stretch;
}

/** Most sentences turn nowhere, and every happening of each asks: they share one row of zeros, which nobody writes to. */
let zeros = new Uint8Array(256);
const noTurn = (length: number): Uint8Array => (length <= zeros.length ? zeros : (zeros = new Uint8Array(length * 2)));

/** "a day after | the killing", "the morrow of | the attack", "since | the army took power" */
function turns(doc: Doc, chunks: readonly Chunk[], k: number): boolean {
  const { kind, node, mark } = chunks[k];
  if (kind === 'conjunction') return isSinceThat(doc, chunks[k]);
  if (kind === 'date') {
    const tie = chunks[k + 1];
    return (
      node !== null &&
      isToldByAnother(node.value) &&
      tie?.kind === 'case' &&
      (tie.mark === 'from' || tie.mark === 'on') &&
      isDeed(chunks[k + 2])
    );
  }
  return kind === 'case' && isDeed(chunks[k + 1]) && (mark === 'response' || field(node, 'apart') === 'yes');
}

/** "since" before a verb. */
export const isSinceThat = (doc: Doc, { kind, start, end }: Chunk): boolean =>
  kind === 'conjunction' && end > start + 1 && nodeOf(doc, start, 'since') !== null;

const isDeed = (chunk: Chunk | undefined): boolean => chunk?.kind === 'event' && !chunk.finite;

/** ", and twelve were wounded", "while": told again of what stood before. */
const goesBack = (doc: Doc, chunks: readonly Chunk[], k: number): boolean => {
  const { kind, finite, start } = chunks[k];
  if (kind === 'contrast' || kind === 'reset') return true;
  return kind === 'event' && finite && countsPeople(chunks[k]) && hasConjunction(doc, start) && chunks[k - 1].kind === 'mark';
};

/**
 * "shelled the town in answer to an earlier attack | and killed five", "..., in answer to attacks, | in the town of X", "in answer to an attack, | which led to the
 * death of five": behind the bare word of a deed no verb is joined to it, a comma closes what another one opened, and what came of it came of the main deed.
 */
function isJoinedToMain(doc: Doc, chunks: readonly Chunk[], turn: number, k: number): boolean {
  if (turn === 0 || k <= turn + 1 || !chunks.slice(0, turn).some(({ finite }) => finite)) return false;
  for (let j = turn + 1; j < k; j++)
    if (chunks[j].finite || chunks[j].kind === 'relative' || chunks[j].kind === 'that') return false;
  const { kind, finite, start } = chunks[k];
  if (isObjectBehind(chunks[k], chunks[k - 1])) return true;
  if (finite && kind === 'event') return hasConjunction(doc, start);
  const before = chunks[k - 1];
  if (before.kind !== 'mark' || before.mark !== 'comma') return false;
  return kind === 'result' || (chunks[turn - 1].kind === 'mark' && chunks[turn - 1].mark === 'comma');
}

/** "besieged in answer to an earlier attack | the town of X", "shelled ... | a market": behind the adjective of a deed stands no genitive of it. */
const isObjectBehind = ({ kind, noun, bits }: Chunk, before: Chunk): boolean =>
  before.kind === 'event' &&
  !before.finite &&
  before.end > before.start + 1 &&
  bits === 0 &&
  (kind === 'place' || (noun !== null && isThing(noun)));

/** "In answer to the shelling of X on Sunday, | the artillery shelled Y": what the sentence tells. */
const opensMain = (chunks: readonly Chunk[], k: number): boolean =>
  chunks[k - 1]?.kind === 'mark' &&
  chunks[k - 1].mark === 'comma' &&
  (chunks[k].finite || (chunks[k].noun !== null && chunks[k + 1]?.finite === true));

/** How far before the word for the dead the words may stand that tell of another time. */
const EARLIER_WITHIN = 8;

/** "the first attack since the announcement of the death of", "after an earlier toll had spoken of five dead": not what was told first. */
export function isOfAnotherTime(doc: Doc, chunks: readonly Chunk[], h: Happening): boolean {
  const link = itemAt(chunks, h.chunk - 1);
  const told = link?.kind === 'say' && !link.finite ? chunks[h.chunk - 2] : link;
  if (told?.kind === 'case' && told.mark === 'since') return true;
  if (h.finite && isOfItsDay(doc, chunks, h.chunk)) return true;
  // "a bomb went off yesterday, on the third anniversary of | the killing of"
  if (commemorated(doc, chunks, h) >= 0) return true;
  let toll = false;
  for (let k = h.chunk - 1; k > 0 && k >= h.chunk - EARLIER_WITHIN; k--) {
    const { kind, mark, start, end } = chunks[k];
    if (kind === 'mark' && mark !== 'quote' && mark !== 'open' && mark !== 'close') return false;
    for (let t = start; t < end; t++) if (nodeOf(doc, t, 'total') !== null) toll = true;
    if (kind === 'was') return toll && (chunks[k - 1].mark === 'after' || chunks[k - 1].kind === 'conjunction');
  }
  return false;
}

/** "after a bloody day in which 55 fell": told of that day. */
function isOfItsDay(doc: Doc, chunks: readonly Chunk[], k: number): boolean {
  const tie = chunks[k + 1];
  if (tie?.kind !== 'case' || tie.mark !== 'in' || doc.info[tie.start].pronoun === null) return false;
  for (let j = k - 1; j >= 0 && j >= k - DAY_WITHIN; j--) {
    if (chunks[j].kind === 'date') return nodeOf(doc, chunks[j].start, 'case') !== null || chunks[j - 1]?.mark === 'after';
    if (chunks[j].kind === 'event' && !countsPeople(chunks[j])) return false;
    if (chunks[j].kind === 'mark' || chunks[j].kind === 'place') return false;
  }
  return false;
}

const DAY_WITHIN = 6;
