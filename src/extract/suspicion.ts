/** "gunmen thought to be of X attacked": what is believed of a noun is believed alone; the clause that goes on is as sure as it was. */

import type { Aside } from './carriers.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { type Frame, newFrame } from './frame.ts';
import { itemAt } from './item-at.ts';
import { cueSpan } from './saying.ts';
import { cueSense } from './senses.ts';
import { featuresOf, hasConjunction, hasPronoun, isDefinite, senseOf } from './words.ts';

/** "gunmen - thought to be of X - attacked" */
const setsOff: ReadonlySet<string> = new Set(['comma', 'dash', 'open-paren']);

const acting: ReadonlySet<string> = new Set(['event', 'light', 'verb', 'say', 'result']);

/** No belief is followed further than this many chunks. */
const LONGEST = 40;

export function readSuspicion(
  doc: Doc,
  chunks: readonly Chunk[],
  k: number,
  current: Frame | null,
  used: Uint8Array,
): Aside | null {
  const chunk = chunks[k];
  const sense = senseOf(chunk.node);
  const put = itemAt(chunks, k - 1)?.kind === 'mark' && setsOff.has(itemAt(chunks, k - 1).mark) ? 1 : 0;
  const before = itemAt(chunks, k - 1 - put);
  if (sense === null || before === undefined || !chunk.finite || hasConjunction(doc, chunk.start)) return null;
  if (before.kind !== 'relative' && (before.end !== chunk.start - put || !isNominal(before))) return null;
  // "a raid, it is thought that they": behind a mark only what the pronoun takes up is thought of
  if (put > 0 && (chunks[k + 1]?.kind !== 'that' || !hasPronoun(doc, chunks[k + 1].start) || isDefinite(doc, before.start)))
    return null;
  const that = chunks[k + 1]?.kind === 'that' ? k + 1 : chunks[k + 2]?.kind === 'that' ? k + 2 : -1;
  if (that < 0 || that + 1 >= chunks.length) return null;
  // "gunmen who believe they are" is how some write "gunmen believed to be"
  const themselves =
    featuresOf(chunk.node!)?.number === 'pl' && hasPronoun(doc, chunks[that].start) && !isDefinite(doc, before.start);
  if (cueSense(sense).stance !== 'probable' || !(isImpersonal(chunk) || themselves)) return null;
  for (let m = k; m <= that; m++) used[m] = 1;
  const from = that + 1;
  return {
    frame: newFrame({
      chain: current?.chain ?? [],
      stance: 'probable',
      from,
      rule: 'attribution.suspected',
      cue: cueSpan(doc, chunk),
      actor: null,
      ownDeed: false,
      nested: true,
      verb: k,
    }),
    from,
    to: endOf(doc, chunks, from),
  };
}

/** "an attack thought to be", "gunmen thought to be" */
const isNominal = (chunk: Chunk): boolean => chunk.noun !== null || (chunk.kind === 'event' && !chunk.finite);

/** "is thought": third person singular of the present, which is written like the active. */
function isImpersonal(chunk: Chunk): boolean {
  const features = chunk.node === null ? null : featuresOf(chunk.node);
  return (
    features !== null &&
    (features.voice === 'passive' || (features.tense === 'present' && features.gender === 'm' && features.number === 'sg'))
  );
}

/** The belief ends at a mark, at a date, or where another verb goes on with the clause. */
function endOf(doc: Doc, chunks: readonly Chunk[], from: number): number {
  const last = Math.min(chunks.length, from + LONGEST);
  for (let j = from; j < last; j++) {
    const { kind, mark, finite, start } = chunks[j];
    if (kind === 'date' || kind === 'contrast' || kind === 'reset') return Math.max(j, from + 1);
    if (kind === 'mark' && (mark === 'comma' || mark === 'semicolon' || mark === 'dash')) return Math.max(j, from + 1);
    if (j > from && finite && acting.has(kind) && (chunks[j - 1].kind !== 'relative' || hasConjunction(doc, start))) return j;
  }
  return last;
}
