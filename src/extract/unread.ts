/** What was seen and not read: stretches that hold a number of people or a word of violence and gave no claim. */
import type { Span } from '../claim/span.ts';
import type { Chunk } from './chunk.ts';
import { countOf } from './count-of.ts';
import type { Doc } from './doc.ts';
import { eventSense } from './senses.ts';
import type { Telling } from './story.ts';
import { senseOf } from './words.ts';

type Row = { chunks: readonly Chunk[]; aside: readonly Chunk[]; attributed: { used: Uint8Array } };

/** `told`: what the claims say. `again`: what only repeats a claim (a headline, "the attack"). Spans in text order, merged where they touch; one per stretch. */
export function unreadStretches(
  doc: Doc,
  kept: readonly Telling[],
  told: readonly Span[],
  again: readonly Span[],
  rows: readonly Row[],
): Span[] {
  const read: Span[] = [];
  for (const t of kept) {
    read.push(t.content, doc.span(t.h.start, t.h.end));
    for (const f of t.h.figures) read.push(doc.span(f.start, f.end));
  }
  const parties = partiesOf(doc, kept);
  for (const { start, end } of told) read.push({ start, end });
  for (const span of again) {
    read.push(span);
    parties.push({ start: span.start, end: span.end });
  }
  const merged = merge(read);
  const counted = merge(parties);
  const spans: Span[] = [];
  for (const { chunks, attributed } of rows) {
    for (let k = 0; k < chunks.length; k++) {
      if (attributed.used[k] || !isTelling(doc, chunks[k])) continue;
      const span = doc.span(chunks[k].start, chunks[k].end);
      // a count that stands in a claim and gave it no figure was seen and not read
      if (!touches(chunks[k].kind === 'event' ? merged : counted, span)) push(spans, span);
    }
  }
  return withAsides(doc, spans, rows);
}

/** Deeds that were taken out with what is put between commas: they stand within a claim, and are no part of it. */
function withAsides(doc: Doc, spans: Span[], rows: readonly Row[]): Span[] {
  const deeds = rows.flatMap(({ aside }) => aside.filter((chunk) => isTelling(doc, chunk)));
  return deeds.length === 0 ? spans : merge([...spans, ...deeds.map(({ start, end }) => doc.span(start, end))]);
}

/** Who was counted and who is named as doer, victim or source. */
function partiesOf(doc: Doc, kept: readonly Telling[]): Span[] {
  const spans: Span[] = [];
  for (const { h, chain } of kept) {
    for (const { start, end } of h.figures) spans.push(doc.span(start, end));
    for (const { start, end } of h.actors) spans.push(doc.span(start, end));
    for (const { start, end } of h.recipients) spans.push(doc.span(start, end));
    for (const { start, end } of h.means) spans.push(doc.span(start, end));
    for (const { span } of chain) spans.push({ start: span.start, end: span.end });
  }
  return spans;
}

/** Sorted, without overlaps. */
function merge(spans: Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of spans.sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last !== undefined && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else merged.push({ start: span.start, end: span.end });
  }
  return merged;
}

function touches(merged: readonly Span[], s: Span): boolean {
  let low = 0;
  let high = merged.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (merged[middle].end <= s.start) low = middle + 1;
    else high = middle;
  }
  return low < merged.length && merged[low].start < s.end;
}

function isTelling(doc: Doc, chunk: Chunk): boolean {
  if (chunk.kind === 'event') {
    const sense = senseOf(chunk.node);
    return sense !== null && !eventSense(sense).weak;
  }
  if (chunk.noun === null) return false;
  if (chunk.noun.kind === 'outcome') return true;
  return (
    chunk.noun.count !== null &&
    (chunk.noun.kind === 'person' || chunk.noun.kind === 'actor') &&
    countOf(doc, chunk.noun, false) !== null
  );
}

function push(spans: Span[], span: Span): void {
  const last = spans.at(-1);
  if (last !== undefined && span.start - last.end < 3) last.end = Math.max(last.end, span.end);
  else spans.push({ ...span });
}
