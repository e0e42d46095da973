/** The words a claim may use, as lists: whoever takes a claim's field from outside checks it here. A word that is missing does not compile. */
import type { EventType, Mod, Outcome, Reality, Stance, Who } from './reading.ts';

const listed = <T extends string>(words: Record<T, true>): readonly [T, ...T[]] => Object.keys(words) as [T, ...T[]];

export const EVENT_TYPES = listed<EventType>({
  'air-strike': true,
  shelling: true,
  bombing: true,
  'suicide-bombing': true,
  mine: true,
  'chemical-attack': true,
  'armed-clash': true,
  attack: true,
  killing: true,
  execution: true,
  'sexual-violence': true,
  detention: true,
  abduction: true,
  release: true,
  surrender: true,
  displacement: true,
  'force-movement': true,
  territory: true,
  destruction: true,
  'service-cut': true,
  protest: true,
  riot: true,
  agreement: true,
  'weapons-disrupted': true,
  toll: true,
  situation: true,
  other: true,
});
export const STANCES = listed<Stance>({
  asserted: true,
  denied: true,
  probable: true,
  unknown: true,
  accused: true,
  'claimed-responsibility': true,
  expected: true,
});
export const REALITIES = listed<Reality>({ current: true, background: true, unreal: true });
export const OUTCOMES = listed<Outcome>({
  killed: true,
  injured: true,
  'killed-or-injured': true,
  missing: true,
  detained: true,
  abducted: true,
  captured: true,
  released: true,
  displaced: true,
  surrendered: true,
  other: true,
});
export const WHOS = listed<Who>({
  civilian: true,
  combatant: true,
  child: true,
  woman: true,
  man: true,
  journalist: true,
  'health-worker': true,
  'aid-worker': true,
  police: true,
  official: true,
  unknown: true,
});
export const MODS = listed<Mod>({
  exact: true,
  about: true,
  'at-least': true,
  'more-than': true,
  'at-most': true,
  'less-than': true,
  range: true,
  vague: true,
  zero: true,
});
