/** The types that scoring needs, in one place. */
export type { Claim, EventType, Outcome, Reading } from '../claim/reading.ts';
export type { Span } from '../claim/span.ts';
