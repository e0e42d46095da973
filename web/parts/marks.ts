/** Which stretches of a text are lit, as named highlights: nothing in the text moves, and stretches may overlap. */
import type { Claim, Reading } from '../../src/claim/reading.ts';
import type { Span } from '../../src/claim/span.ts';
import { type Nodes, offsetOf, rangeOf } from './word-blocks.ts';

export type FieldName = 'source' | 'cue' | 'actor' | 'recipient' | 'figure' | 'place' | 'time';
export const FIELDS: readonly FieldName[] = ['source', 'cue', 'actor', 'recipient', 'figure', 'place', 'time'];
export type MarkName = 'claim' | 'unread' | 'hovered' | 'chosen' | `f-${FieldName}`;
export type Marks = Partial<Record<MarkName, readonly Span[]>>;

export const canHighlight = typeof Highlight !== 'undefined' && 'highlights' in CSS;

/** The words that gave each field of a claim. */
export function fieldSpans(claim: Claim): Record<FieldName, Span[]> {
  const { attribution, event } = claim;
  return {
    source: attribution.filter((hop) => hop.inferred !== 'elided').map((hop) => hop.span),
    cue: attribution.map((hop) => hop.cue),
    actor: event.actor.map((mention) => mention.span),
    recipient: event.recipient.map((mention) => mention.span),
    figure: event.figures.map((figure) => figure.span),
    place: event.places.map((place) => place.span),
    time: event.time === null ? [] : [event.time.span],
  };
}

/** What is lit whatever is chosen: many stretches, painted once. */
export function steadyMarks(reading: Reading): Marks {
  return { claim: reading.claims.map((claim) => claim.content), unread: reading.unread };
}

export function chosenMarks(chosen: Claim | null): Marks {
  const marks: Marks = { chosen: chosen ? [chosen.content] : [] };
  const spans = chosen ? fieldSpans(chosen) : null;
  for (const field of FIELDS) marks[`f-${field}`] = spans?.[field] ?? [];
  return marks;
}

const ORDER: readonly MarkName[] = ['claim', 'unread', 'hovered', 'chosen', ...FIELDS.map((field) => `f-${field}` as const)];

/** Paints the marks that are named and leaves the others as they are. */
export function paint(nodes: Nodes, marks: Marks): void {
  for (const [name, spans] of Object.entries(marks) as [MarkName, readonly Span[]][]) {
    const ranges = spans.flatMap((span) => rangeOf(nodes, span) ?? []);
    if (ranges.length === 0) CSS.highlights.delete(name);
    else {
      const highlight = new Highlight(...ranges);
      highlight.priority = ORDER.indexOf(name);
      CSS.highlights.set(name, highlight);
    }
  }
}

export function clearPaint(): void {
  for (const name of ORDER) CSS.highlights.delete(name);
}

/** Offset in the text under a point of the screen. */
export function offsetAt(nodes: Nodes, x: number, y: number): number | null {
  const at = document as Document & {
    caretPositionFromPoint?: (x: number, y: number) => { offsetNode: Node; offset: number } | null;
    caretRangeFromPoint?: (x: number, y: number) => Range | null;
  };
  const position = at.caretPositionFromPoint?.(x, y);
  if (position) return offsetOf(nodes, position.offsetNode, position.offset);
  const range = at.caretRangeFromPoint?.(x, y);
  return range ? offsetOf(nodes, range.startContainer, range.startOffset) : null;
}

/** The narrowest claim at an offset. */
export function claimAt(claims: readonly Claim[], offset: number): Claim | null {
  let found: Claim | null = null;
  for (const claim of claims) {
    const { start, end } = claim.content;
    if (offset < start || offset >= end) continue;
    if (!found || end - start < found.content.end - found.content.start) found = claim;
  }
  return found;
}
