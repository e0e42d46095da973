/** What is kept of an event beside its body: the little of it that is asked for again and again. */
import type { Event } from '../claim/event.ts';
import type { Counted } from './counted.ts';

/** `code`: as made of its first claim; should two events fall on one, the later one's is made longer when they are listed. `hash`: of the body. */
export type Brief = Pick<Event, 'code' | 'aliases' | 'begin' | 'place'> & { hash: number; counts: Counted[] };
/** An event as it was computed of a group of happenings, `body` as JSON. */
export type Computed = { brief: Brief; body: string };
