/** Which stretches of a text are lit, as named highlights: nothing in the text moves, and stretches may overlap. */
import type { Claim, Reading } from '../../src/claim/reading.ts';
import type { Span } from '../../src/claim/span.ts';

export type FieldName = 'source' | 'cue' | 'actor' | 'recipient' | 'figure' | 'place' | 'time';
export const FIELDS: readonly FieldName[] = ['source', 'cue', 'actor', 'recipient', 'figure', 'place', 'time'];
export type MarkName = 'claim' | 'unread' | 'hovered' | 'chosen' | `f-${FieldName}`;
export type Marks = Partial<Record<MarkName, Span[]>>;

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

export function marksOf(reading: Reading, chosen: Claim | null, hovered: Claim | null): Marks {
  const marks: Marks = { claim: reading.claims.map((claim) => claim.content), unread: reading.unread };
  if (hovered) marks.hovered = [hovered.content];
  if (chosen) {
    marks.chosen = [chosen.content];
    for (const [field, spans] of Object.entries(fieldSpans(chosen))) marks[`f-${field as FieldName}`] = spans;
  }
  return marks;
}

const ORDER: readonly MarkName[] = ['claim', 'unread', 'hovered', 'chosen', ...FIELDS.map((field) => `f-${field}` as const)];

export function paint(node: Text, marks: Marks): void {
  for (const [priority, name] of ORDER.entries()) {
    const ranges = (marks[name] ?? []).flatMap((span) => rangeOf(node, span) ?? []);
    if (ranges.length === 0) CSS.highlights.delete(name);
    else {
      const highlight = new Highlight(...ranges);
      highlight.priority = priority;
      CSS.highlights.set(name, highlight);
    }
  }
}

export function clearPaint(): void {
  for (const name of ORDER) CSS.highlights.delete(name);
}

export function rangeOf(node: Text, { start, end }: Span): Range | null {
  if (!(start >= 0 && start < end && end <= node.length)) return null;
  const range = document.createRange();
  range.setStart(node, start);
  range.setEnd(node, end);
  return range;
}

/** Offset in the text under a point of the screen. */
export function offsetAt(node: Text, x: number, y: number): number | null {
  const at = document as Document & {
    caretPositionFromPoint?: (x: number, y: number) => { offsetNode: Node; offset: number } | null;
    caretRangeFromPoint?: (x: number, y: number) => Range | null;
  };
  const position = at.caretPositionFromPoint?.(x, y);
  if (position) return position.offsetNode === node ? position.offset : null;
  const range = at.caretRangeFromPoint?.(x, y);
  return range && range.startContainer === node ? range.startOffset : null;
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
