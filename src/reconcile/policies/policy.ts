/** What a counting policy is: one small file that says its rule in words, makes numbers of qualified and vague figures, and a range of several voices. */
import { type Because, because } from '../../claim/because.ts';
import type { Mod } from '../../claim/reading.ts';

/** People; `best: null` where no single number is named, `high: null` where it is open. */
export type Range = { low: number; best: number | null; high: number | null };

/** The figure one independent origin stands by. */
export type Voice = {
  origin: string;
  range: Range;
  /** It counts people of the outcome, but says that all were combatants. */
  isCombatantOnly: boolean;
  /** It does not say that they were civilians. */
  isStatusUnknown: boolean;
  /** It uses vague words only ("dozens", a bare plural). */
  isVague: boolean;
  /** It names people one by one and gives no number. */
  isByName: boolean;
};

export type Policy = {
  name: string;
  /** The rule in words, for people. */
  rule: string;
  /** Below this number of independent origins a count is provisional. */
  wantedOrigins: number;
  /** A figure as the report gives it, as numbers. */
  number: (figure: { low: number; high: number | null; mod: Mod }) => Range;
  /** One range of at least one voice, how it came about, and the origins it rests on. */
  combine: (voices: readonly Voice[]) => Combined;
};

/** `leftOut`: by origin, why a voice was not used. */
export type Combined = Range & { note: Because; used: string[]; leftOut?: ReadonlyMap<string, Because> };

/** The words' own bounds: "at least 5" is 5 and open, "5 to 7" is 5 to 7, a vague plural has a floor and no best number. */
export function literal(figure: { low: number; high: number | null; mod: Mod }): Range {
  const { low, high, mod } = figure;
  if (mod === 'vague') return { low, best: null, high };
  if (high !== null && high < low) return { low, best: low, high: low };
  if (mod === 'range') return { low, best: null, high };
  if (mod === 'at-most' || mod === 'less-than') return { low, best: high, high };
  return { low, best: low, high };
}

/** True for figures in tens ("dozens"), true for hundreds: the reading gives a floor of 20 or 200 for them. */
export function vagueSize(low: number): 'several' | 'tens' | 'hundreds' | 'thousands' {
  return low >= 2000 ? 'thousands' : low >= 200 ? 'hundreds' : low >= 10 ? 'tens' : 'several';
}

export function lowest(values: readonly number[]): number {
  return values.reduce((a, b) => (b < a ? b : a));
}

/** The highest bound; an open one stays open only when nobody gives a number above it. */
export function highest(values: readonly Range[]): number | null {
  return values.some((range) => range.high === null)
    ? null
    : values.reduce((top, range) => Math.max(top, range.high as number), 0);
}

/** The single number that most voices give; of several equally often, the lower one. Null when no voice names one. */
export function mostGiven(voices: readonly Voice[]): { value: number; by: number } | null {
  const counts = new Map<number, number>();
  for (const { range } of voices) if (range.best !== null) counts.set(range.best, (counts.get(range.best) ?? 0) + 1);
  let found: { value: number; by: number } | null = null;
  for (const [value, by] of counts)
    if (!found || by > found.by || (by === found.by && value < found.value)) found = { value, by };
  return found;
}

/** `best` brought inside `low..high`. */
export function ordered(range: Range): Range {
  const { low, high } = range;
  if (high !== null && high < low) return { low, best: range.best === null ? null : low, high: low };
  if (range.best === null || (range.best >= low && (high === null || range.best <= high))) return range;
  return { low, high, best: range.best < low ? low : high };
}

export const originsOf = (voices: readonly Voice[]): string[] => voices.map((voice) => voice.origin);

/** Who counts combatants only says nothing of civilians, as long as anybody does. */
export function civilians(voices: readonly Voice[]): readonly Voice[] {
  const counting = voices.filter((voice) => !voice.isCombatantOnly);
  return counting.length > 0 ? counting : voices;
}

/**
 * Who names people one by one may not know of all of them: the obituary of one of fifty dead bounds their number from below, and gives way to whoever counts
 * more.
 */
export const isOfSome = (voice: Voice, voices: readonly Voice[]): boolean =>
  voice.isByName && voices.some((other) => !other.isByName && other.range.low > voice.range.low);

/** Voices that most policies count with, and by origin why the others are left out. */
export function heard(all: readonly Voice[]): { voices: readonly Voice[]; leftOut: Map<string, Because> } {
  const leftOut = new Map<string, Because>();
  const voices = civilians(all);
  const standing = voices.filter((voice) => {
    const isLeft = isOfSome(voice, voices);
    if (isLeft) leftOut.set(voice.origin, because('figure.some-by-name'));
    return !isLeft;
  });
  return { voices: standing, leftOut };
}
