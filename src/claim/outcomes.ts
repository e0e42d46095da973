/** Which outcomes are told together. */
import type { Outcome } from './reading.ts';

/** Done to a body, by one blow: "dead and wounded" is one number. */
export const harmful: ReadonlySet<string> = new Set<Outcome>(['killed', 'injured', 'killed-or-injured']);

/** What an attack leaves: those it hits, and those not found after it. */
export const harmed: ReadonlySet<string> = new Set<Outcome>([...(harmful as ReadonlySet<Outcome>), 'missing']);

/** What a toll counts on from day to day. */
export const tolled: ReadonlySet<string> = new Set<Outcome>([...(harmed as ReadonlySet<Outcome>), 'detained']);
