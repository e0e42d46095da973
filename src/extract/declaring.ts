/** "announced a strike", "announced a truce": what is announced is done by announcing it. Nothing else is told by it, so what stands behind is told by whoever tells the rest. */

import { BI, KA, LI } from '../lexicon/analyze.ts';
import { mayBeAlso } from './also.ts';
import { opensAnew } from './apart.ts';
import type { Chunk } from './chunk.ts';
import { endOfDenial } from './denials.ts';
import type { Doc } from './doc.ts';
import type { Frame } from './frame.ts';
import { isForce } from './parties.ts';
import { eventSense } from './senses.ts';
import { field, hasConjunction, senseOf } from './words.ts';

/** A verb whose subject does something, as against what befalls somebody. */
const acts = ({ kind, node }: Chunk): boolean => {
  const sense = kind === 'event' ? senseOf(node) : null;
  return sense !== null && eventSense(sense).subject === 'actor' && eventSense(sense).outcome === null;
};

/** How many chunks may stand between the verb's content and the word ("the beginning of | the strike"). */
const REACH = 3;

/** Ends the frame where what it declares is over. Changes it. */
export function endDeclared(doc: Doc, chunks: readonly Chunk[], frame: Frame): void {
  if (isDeclared(chunks, frame)) frame.until ??= endOfDeclared(doc, chunks, frame.from);
  else if (frame.rule === 'attribution.verb-source-noun') {
    const next = othersDeed(doc, chunks, frame.from);
    if (next > 0) frame.until ??= next;
  }
}

/** "the ministry announced the death of six, | and the police arrested five": what others did is told beside what was announced, and no longer by who announced it; -1 where nothing is. */
function othersDeed(doc: Doc, chunks: readonly Chunk[], from: number): number {
  for (let k = from + 2; k + 1 < chunks.length; k++) {
    const { kind, finite } = chunks[k];
    if (kind === 'say' || kind === 'that' || chunks[k].mark === 'semicolon') return -1;
    if (!finite || !opensAnew(doc, chunks, k) || (chunks[k - 1].mark !== 'comma' && chunks[k - 2]?.mark !== 'comma')) continue;
    const { noun, bits } = chunks[k + 1];
    if (kind === 'result' || noun === null || bits & (BI | LI | KA) || noun.count !== null || noun.additional) continue;
    if (isForce(doc, noun) || acts(chunks[k])) return k;
  }
  return -1;
}

function endOfDeclared(doc: Doc, chunks: readonly Chunk[], from: number): number {
  const over = endOfDenial(doc, chunks, from);
  // "a strike, as well as an attack": only a verb opens a clause of its own
  for (let k = from + 1; k < over; k++) if (goesOn(chunks[k]) && hasVerb(chunks, k)) return k;
  // ", and a soldier was killed"
  for (let k = from + 2; k < over; k++)
    if (chunks[k - 1].mark === 'comma' && hasConjunction(doc, chunks[k].start) && harms(chunks[k])) return k;
  return over;
}

const goesOn = (chunk: Chunk): boolean => chunk.kind === 'continue' || mayBeAlso(chunk);

const harms = ({ kind, node }: Chunk): boolean => {
  const sense = kind === 'event' ? senseOf(node) : null;
  return sense !== null && eventSense(sense).outcome !== null;
};

const hasVerb = (chunks: readonly Chunk[], k: number): boolean => {
  for (let j = k + 1; j < Math.min(chunks.length, k + REACH); j++) if (chunks[j].finite) return true;
  return false;
};

export function isDeclared(chunks: readonly Chunk[], { verb, from, stance }: Frame): boolean {
  if (verb < 0 || stance !== 'asserted' || !chunks[verb].finite || field(chunks[verb].node, 'act') !== 'announce') return false;
  for (let k = from; k < Math.min(chunks.length, from + REACH); k++) {
    const { kind, finite, node, bits } = chunks[k];
    if (finite) return false;
    if (kind === 'event') return field(node, 'declared') === 'yes';
    if (kind !== 'light' && kind !== 'noun' && kind !== 'word' && bits === 0) return false;
  }
  return false;
}
