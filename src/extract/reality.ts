/** Whether a happening took place, is told as earlier context, or is only denied, planned, feared or attempted; and how sure its source is. */

import type { Reality, Stance } from '../claim/reading.ts';
import { LI, SA } from '../lexicon/analyze.ts';
import type { Frame } from './attribution.ts';
import type { Chunk } from './chunk.ts';
import { daysBetween } from './days.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import { featuresOf, field, hasConjunction } from './words.ts';

export type Judged = { stance: Stance; reality: Reality; rule: string };

/** Earlier than this many days before publication, a dated happening is context. */
const CONTEXT_DAYS = 2;

export function judge(
  doc: Doc,
  chunks: readonly Chunk[],
  h: Happening,
  frame: Frame | null,
  end: string | null,
  published: string | null,
): Judged {
  let stance: Stance = frame?.stance ?? 'asserted';
  let reality: Reality = 'current';
  let rule = '';
  if (isNegated(doc, chunks, h)) {
    reality = 'unreal';
    rule = 'reality.negated';
    if (stance === 'asserted') stance = 'denied';
  } else if (isUnreal(doc, chunks, h)) {
    reality = 'unreal';
    rule = 'reality.not-done';
    if (isFuture(doc, chunks, h) && stance === 'asserted') stance = 'expected';
  } else if (isBackground(chunks, h)) {
    reality = 'background';
    rule = 'reality.earlier';
  }
  if (stance === 'denied' || stance === 'expected') reality = 'unreal';
  if (reality === 'current' && end !== null && published !== null && daysBetween(end, published) > CONTEXT_DAYS) {
    reality = 'background';
    rule = 'reality.old-date';
  }
  return { stance, reality, rule };
}

function isNegated(doc: Doc, chunks: readonly Chunk[], h: Happening): boolean {
  const before = chunks[h.chunk - 1];
  if (before === undefined) return false;
  if (before.kind === 'negation') return !(hasConjunction(doc, chunks[h.chunk].start) && before.kind !== 'negation');
  if (!h.finite && before.kind === 'case' && before.mark === 'without') return true;
  // "did not carry out any raid": the negation stands before the light verb
  if (h.light > 0 && chunks[h.light - 1].kind === 'negation') return true;
  return false;
}

const hopes: ReadonlySet<string> = new Set([
  'attempt',
  'plan',
  'threat',
  'fear',
  'possibility',
  'purpose',
  'prevention',
  'intention',
]);

function isUnreal(doc: Doc, chunks: readonly Chunk[], h: Happening): boolean {
  if (isFuture(doc, chunks, h)) return true;
  for (let k = h.chunk - 1; k >= 0 && k >= h.chunk - 3; k--) {
    const chunk = chunks[k];
    if (chunk.kind === 'unreal') {
      const kind = field(chunk.node, 'kind');
      return kind === undefined || hopes.has(kind);
    }
    if (chunk.kind === 'condition') return true;
    if (chunk.kind === 'case' && chunk.mark === 'purpose') return true;
    if (chunk.kind === 'event' || chunk.kind === 'mark' || chunk.kind === 'say' || chunk.kind === 'that') break;
  }
  if (h.finite && chunks[h.chunk].bits & LI && featuresOf(h.node!)?.tense === 'present') return true;
  return false;
}

function isFuture(doc: Doc, chunks: readonly Chunk[], h: Happening): boolean {
  if (h.finite && chunks[h.chunk].bits & SA) return true;
  const light = h.light >= 0 ? chunks[h.light] : null;
  if (light !== null && light.bits & SA) return true;
  const before = chunks[(h.light >= 0 ? h.light : h.chunk) - 1];
  return before !== undefined && before.kind === 'modal' && doc.info[before.start].kinds.has('future');
}

function isBackground(chunks: readonly Chunk[], h: Happening): boolean {
  let was = false;
  for (let k = h.chunk - 1; k >= 0 && k >= h.chunk - 5; k--) {
    const chunk = chunks[k];
    if (chunk.kind === 'background') return true;
    if (chunk.kind === 'was') was = true;
    if (
      chunk.kind === 'mark' ||
      chunk.kind === 'that' ||
      chunk.kind === 'event' ||
      chunk.kind === 'result' ||
      chunk.kind === 'contrast'
    )
      break;
  }
  // "had carried out": the verb "was" before a past verb
  if (was && h.finite && featuresOf(h.node!)?.tense === 'past') return true;
  for (let k = h.chunk + 1; k <= h.until && k < chunks.length; k++) if (chunks[k].kind === 'background') return true;
  return false;
}
