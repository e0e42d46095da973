/** Half-open range of UTF-16 code units into the report's original text (never into normalized text). */
export type Span = { start: number; end: number };

/** Builds a span and asserts that it is not empty or reversed. */
export function span(start: number, end: number): Span {
  if (!(start >= 0 && start < end)) throw new Error(`span ${start}..${end} is empty or reversed`);
  return { start, end };
}

/** True when the two spans share at least one code unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** True when `inner` lies wholly inside `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

/** The smallest span that covers both. */
export function cover(a: Span, b: Span): Span {
  return { start: a.start < b.start ? a.start : b.start, end: a.end > b.end ? a.end : b.end };
}
