/** Words put into a clause that say how often or about when something happened, or whose side somebody is on: they are no party, place or end of it. */
import { AL, FA, LI, WA } from '../lexicon/analyze.ts';
import { ALEF } from '../text/letters.ts';
import { birthEnd } from './births.ts';
import { keepsUn } from './case-endings.ts';
import type { Chunk } from './chunk.ts';
import { TYING } from './class-groups.ts';
import type { Doc } from './doc.ts';
import type { NounPhrase } from './noun-parts.ts';
import { eventSense } from './senses.ts';
import {
  attachedPreposition,
  closingOf,
  featuresOf,
  field,
  hasConjunction,
  isDefinite,
  isFiniteVerb,
  isWord,
  looseOfToken,
  markAt,
  nodeOf,
  senseOf,
} from './words.ts';

/** How long an aside between two commas may be, in tokens. */
const ASIDE = 9;

/** Where "once more", "for the second day in a row", "for the third time within a week" that begins at token `i` ends; `i` elsewhere. */
export function repetitionEnd(doc: Doc, i: number, end: number): number {
  const again = nodeOf(doc, i, 'again');
  if (again !== null && again.end <= end) return again.end;
  if ((doc.bits[i] & (LI | AL)) !== (LI | AL)) return i;
  if (nodeOf(doc, i, 'unit') === null && nodeOf(doc, i, 'occasion') === null) return i;
  let t = i + 1;
  if (t >= end || nodeOf(doc, t, 'ordinal') === null) return i;
  t++;
  const row = t < end ? nodeOf(doc, t, 'again') : null;
  if (row !== null) return row.end;
  // "for the third time within a week"
  const within = t + 1 < end ? nodeOf(doc, t, 'case') : null;
  if (within === null || within.end >= end) return t;
  const role = field(within, 'role');
  return (role === 'during' || role === 'in' || role === 'since') && nodeOf(doc, within.end, 'unit') !== null
    ? within.end + 1
    : t;
}

/** "gunmen | from the air", "in an arbitrary way", "once more": says how or how often, and ends whoever stands before it. */
export const endsInManner = (doc: Doc, t: number): boolean =>
  (doc.groups[t] & TYING) !== 0 &&
  doc.at[t].some((n) => n.kind === 'again' || n.kind === 'manner' || (n.kind === 'adverb' && n.end > t + 1));

/** "executed him (by) hanging", "killed them (by) shelling": a deed in the accusative behind one that killed or hurt says how; where it ends, `i` elsewhere. */
export function howEnd(doc: Doc, i: number, end: number, before: readonly Chunk[]): number {
  if (doc.bits[i] !== 0 || doc.info[i].pronoun !== null || !looseOfToken(doc, i).endsWith(ALEF)) return i;
  if (!isDeed(doc, i) || nodeOf(doc, i, 'person') !== null || nodeOf(doc, i, 'outcome') !== null) return i;
  for (let k = before.length - 1; k >= 0; k--) {
    const { kind, finite, node } = before[k];
    if (kind === 'mark' || kind === 'that' || kind === 'result' || kind === 'light' || kind === 'say') return i;
    const sense = kind === 'event' ? senseOf(node) : null;
    if (sense === null) continue;
    const { outcome } = eventSense(sense);
    return finite && (outcome === 'killed' || outcome === 'injured') ? Math.min(end, i + 1) : i;
  }
  return i;
}

/** A verbal noun of one word that tells a happening. */
const isDeed = (doc: Doc, i: number): boolean =>
  doc.at[i].some((n) => n.kind === 'event' && n.end === i + 1 && featuresOf(n)?.pos === 'masdar');

/** Where "about nine o'clock in the morning, local time", "about midnight" ends, of which the first word has the letters of "towards"; `i` elsewhere. */
export function hourEnd(doc: Doc, i: number, end: number): number {
  // "at dawn and this morning": the first part of the day has the letters of a verb
  const parts = doc.bits[i] === 0 && i + 1 < end && hasConjunction(doc, i + 1) && nodeOf(doc, i, 'daypart') !== null;
  if (parts && nodeOf(doc, i + 1, 'date') !== null && nodeOf(doc, i + 1, 'daypart') !== null) return i + 1;
  const about = i + 1 < end && nodeOf(doc, i, 'hedge') !== null && (doc.bits[i] & (WA | FA)) === 0 ? i + 1 : i;
  const part = about > i ? nodeOf(doc, about, 'daypart') : null;
  if (part !== null && part.end <= end && isDefinite(doc, part.end - 1) && nodeOf(doc, i, 'date') === null) return part.end;
  // "at four o'clock, in the afternoon | a barracks": a part of the day in the accusative is nobody's
  const day = about === i && doc.bits[i] === 0 ? nodeOf(doc, i, 'daypart') : null;
  if (day !== null && day.end === i + 1 && nodeOf(doc, i, 'date') === null && isAdverbial(doc, i, end)) return i + 1;
  const hour = nodeOf(doc, about, 'clock-time');
  const told = about > i || (nodeOf(doc, i, 'clock-word') !== null && (i === 0 || nodeOf(doc, i - 1, 'case') === null));
  if (!told || hour === null || hour.end > end || nodeOf(doc, about, 'date') !== null) return i;
  // "nine o'clock on yesterday evening": the day is a date of its own
  for (let k = about + 1; k <= hour.end && k < end; k++) if (nodeOf(doc, k, 'date') !== null) return k;
  let t = hour.end;
  if (t < end && nodeOf(doc, t, 'daypart') !== null) t++;
  if (t < end && nodeOf(doc, t, 'zone') !== null) t += t + 1 < end && isDefinite(doc, t + 1) ? 2 : 1;
  return t;
}

/** "(five civilians) | about eight o'clock", "| at the eighth hour": an hour is no part of a name. */
export const isHour = (doc: Doc, t: number, end: number): boolean =>
  (doc.bits[t] & (WA | FA)) === 0 &&
  (nodeOf(doc, t, 'clock-word') !== null
    ? nodeOf(doc, t, 'clock-time') !== null
    : t + 1 < end && field(nodeOf(doc, t, 'hedge'), 'position') === 'before' && nodeOf(doc, t + 1, 'clock-time') !== null);

/** In the accusative, or with nothing behind it that it could belong to ("in the evening, | which led to"). */
function isAdverbial(doc: Doc, i: number, end: number): boolean {
  if (looseOfToken(doc, i).endsWith(ALEF)) return true;
  if (doc.at[i].some(({ kind }) => kind === 'event')) return false;
  return i + 1 >= end || !isWord(doc, i + 1) || nodeOf(doc, i + 1, 'result') !== null || nodeOf(doc, i + 1, 'case') !== null;
}

/** How many words the name of who received something may be long. */
const RECEIVED = 9;

/** Where what is put behind a name or a statement without telling of it ends. */
export const addedEnd = (doc: Doc, i: number, end: number): number => Math.max(copyEnd(doc, i, end), birthEnd(doc, i, end));

/** Where "(of which) the agency received a copy" that begins at token `i` ends, as it is put behind a statement; `i` elsewhere. */
function copyEnd(doc: Doc, i: number, end: number): number {
  const receives = nodeOf(doc, i, 'receives');
  if (receives === null || (doc.bits[i] & (AL | WA | FA)) !== 0) return i;
  // "(which) Reuters saw"
  if (field(receives, 'whole') === 'yes') return readerEnd(doc, receives.end, end);
  for (let t = i + 1; t < Math.min(end, i + RECEIVED); t++) {
    if (nodeOf(doc, t, 'that') !== null || nodeOf(doc, t, 'event') !== null) return i;
    const copy = nodeOf(doc, t, 'copy');
    if (copy !== null) return copy.end;
  }
  return i;
}

/** "which was seen by | Reuters", "by | the agency", "by | the site «X»" */
function readerEnd(doc: Doc, t: number, end: number): number {
  if (t >= end) return t;
  const outlet = nodeOf(doc, t, 'outlet');
  if (outlet !== null) return outlet.end;
  const source = nodeOf(doc, t, 'source');
  const named = source === null || doc.bits[t] & ~AL ? t : source.end;
  const close = named < end && quotes.has(markAt(doc, named)) ? closingOf(doc, named, end, 5) : -1;
  return close > named ? close + 1 : source !== null && isDefinite(doc, t) ? named : t;
}
const quotes: ReadonlySet<string> = new Set(['open', 'quote']);

/** Where ", backed by Russia,", ", making use of the fog," ends, commas and all, behind the noun in `before`; `i` elsewhere. */
export function backersEnd(doc: Doc, i: number, end: number, before: NounPhrase): number {
  if (markAt(doc, i) !== 'comma' || i + 1 >= end) return i;
  const ties = nodeOf(doc, i + 1, 'belong') ?? nodeOf(doc, i + 1, 'attends');
  // without its article the participle tells how somebody known acted
  const apart = !isDefinite(doc, i + 1);
  if (ties === null || doc.bits[i + 1] & ~AL || doc.info[i + 1].pronoun !== null) return i;
  if (apart ? !isKnown(doc, before) : ties.kind !== 'belong') return i;
  // "using missiles": what it was done with is told
  let tells = apart && nodeOf(doc, i + 1, 'circumstance') !== null;
  for (let t = ties.end; t < end && t < i + ASIDE; t++) {
    if (markAt(doc, t) === 'comma') return t === ties.end || tells || (apart && endsClause(doc, t + 1, end)) ? i : t + 1;
    if (tells && nodeOf(doc, t, 'event') !== null) tells = false;
    if (!isWord(doc, t) || nodeOf(doc, t, 'that') !== null) return i;
    if (apart ? isFiniteVerb(doc, t) : nodeOf(doc, t, 'event') !== null) return i;
  }
  return i;
}

/** A party, or people who are many. */
const isKnown = (doc: Doc, { actor, kind, head, end }: NounPhrase): boolean =>
  actor !== null || isDefinite(doc, head) || isDefinite(doc, end - 1) || (kind === 'person' && keepsUn(doc, head));

/** Behind the comma nothing goes on that the clause could still need. */
const endsClause = (doc: Doc, t: number, end: number): boolean => t >= end || !isWord(doc, t) || hasConjunction(doc, t);

/** "directly": a deed only where something stands in its genitive ("the direct taking up of the work"). */
export const isAdverbHere = (doc: Doc, { kind, finite, end }: Chunk): boolean =>
  (kind === 'light' || kind === 'say') && !finite && !(end < doc.length && isDefinite(doc, end));

/** "in a systematic way": the adjective belongs to its manner. */
export function withManner(doc: Doc, t: number, end: number): number {
  // "has the nationality | Egyptian"
  if (t < end && nodeOf(doc, t - 1, 'trait') !== null && nodeOf(doc, t, 'nationality') !== null && isDefinite(doc, t))
    return t + 1;
  // "in the strongest terms | the killing of"
  if (isDefinite(doc, t - 1)) return t;
  if (t >= end || !isWord(doc, t) || isDefinite(doc, t) || hasConjunction(doc, t) || attachedPreposition(doc, t) !== 0) return t;
  return nodeOf(doc, t, 'case') === null && nodeOf(doc, t, 'date') === null && !isFiniteVerb(doc, t) ? t + 1 : t;
}

/** "found 12 bodies", "lost six of its soldiers": the number counts the object. */
export function isCountedBy(doc: Doc, i: number, object: number): boolean {
  const quantity = nodeOf(doc, i, 'quantity');
  return quantity !== null && object <= quantity.end + (nodeOf(doc, quantity.end, 'case') === null ? 0 : 1);
}

/** "(fired) on | about twenty men": before a number the words of a manner are a preposition and a hedge. */
export const isHedge = (doc: Doc, i: number, end: number): boolean =>
  end > i + 1 && (nodeOf(doc, end - 1, 'quantity') ?? nodeOf(doc, end, 'quantity') ?? nodeOf(doc, end, 'number')) !== null;

/** Where "«in the strongest terms»", whose opening mark is token `i`, ends behind its closing mark; `i` elsewhere. */
export function quotedManner(doc: Doc, i: number, end: number): number {
  const manner = i + 1 < end ? nodeOf(doc, i + 1, 'manner') : null;
  return manner !== null && manner.end < end && closingOf(doc, i, end, 5) === manner.end ? manner.end + 1 : i;
}
