/** What the count strip shows of one count: a row for each independent chain with one mark, its parts inside, and what was set aside beside it. Pure. */
import type { Because } from '../../../src/claim/because.ts';
import type { Count, FigureUse, SetAside } from '../../../src/claim/count.ts';
import type { Origin } from '../../../src/claim/event.ts';
import type { Figure, Mod } from '../../../src/claim/reading.ts';

export type Shape = 'exact' | 'at-least' | 'at-most' | 'about' | 'range' | 'denied';
export type Mark = {
  shape: Shape;
  low: number;
  high: number | null;
  mod: Mod;
  aside: SetAside | null;
  why: Because;
  /** Key of the claim whose words give it. */
  claim: string;
  /** Reports that give the same figure. */
  reports: string[];
};
/** A part of the mark: "of them 5 children". `depth` 1 lies in the whole, 2 in a part. */
export type Part = { low: number; high: number | null; who: string; depth: number; claim: string };
export type StripRow = { origin: Origin; mark: Mark; others: Mark[]; parts: Part[] };
export type Strip = { rows: StripRow[]; most: number };

/** Figures of a claim by its key, where they are known. */
export type FiguresOf = (claim: string) => readonly Figure[] | undefined;

/** One row for each chain that gives a figure for this count, in the order of the origins; chains that count are before those set aside. */
export function stripOf(count: Count, origins: readonly Origin[], figuresOf: FiguresOf): Strip {
  const rows: StripRow[] = [];
  const counted = new Set(count.figures.map((use) => `${use.report}/${use.claim} ${use.figure}`));
  const usesOf = Map.groupBy(count.figures, ({ origin }) => origin);
  for (const origin of origins) {
    const marks = marksOf((usesOf.get(origin.key) ?? []).filter((use) => !isPart(use, counted, figuresOf)));
    const [mark, ...others] = marks;
    if (!mark) continue;
    rows.push({ origin, mark, others, parts: partsOf(mark, figuresOf, count.outcome) });
  }
  rows.sort((a, b) => Number(a.mark.aside !== null) - Number(b.mark.aside !== null));
  return { rows, most: mostOf(count, rows) };
}

/** The used figure leads; of several used ones, or of none, the largest. */
function marksOf(uses: readonly FigureUse[]): Mark[] {
  const marks = new Map<string, Mark>();
  for (const { report, claim, low, high, mod, aside, why } of uses) {
    const key = `${low} ${high} ${mod} ${aside}`;
    const known = marks.get(key);
    if (known) {
      if (!known.reports.includes(report)) known.reports.push(report);
    } else
      marks.set(key, {
        shape: shapeOf(mod, low, high, aside),
        low,
        high,
        mod,
        aside,
        why,
        claim: `${report}/${claim}`,
        reports: [report],
      });
  }
  return [...marks.values()].sort(
    (a, b) => Number(a.aside !== null) - Number(b.aside !== null) || (b.high ?? b.low) - (a.high ?? a.low),
  );
}

function shapeOf(mod: Mod, low: number, high: number | null, aside: SetAside | null): Shape {
  if (aside === 'denied') return 'denied';
  if (mod === 'about') return 'about';
  if (mod === 'at-most' || mod === 'less-than') return 'at-most';
  if (mod === 'at-least' || mod === 'more-than' || high === null) return 'at-least';
  return high === low ? 'exact' : 'range';
}

/** Part of another figure that is counted here as well; it is drawn inside that one. */
function isPart({ report, claim, figure, aside }: FigureUse, counted: ReadonlySet<string>, figuresOf: FiguresOf): boolean {
  const key = `${report}/${claim}`;
  const figures = figuresOf(key);
  if (!figures) return aside === 'part-of';
  const whole = figures[figure]?.partOf;
  return whole !== null && whole !== undefined && counted.has(`${key} ${whole}`);
}

function partsOf(mark: Mark, figuresOf: FiguresOf, outcome: string): Part[] {
  const figures = figuresOf(mark.claim) ?? [];
  const whole = figures.findIndex((figure) => figure.outcome === outcome && figure.low === mark.low && figure.partOf === null);
  if (whole < 0) return [];
  const parts: Part[] = [];
  const add = (at: number, depth: number) => {
    for (const [i, { partOf, low, high, who }] of figures.entries()) {
      if (partOf !== at || i === at || depth > 4) continue;
      parts.push({ low, high, who, depth, claim: mark.claim });
      add(i, depth + 1);
    }
  };
  add(whole, 1);
  return parts;
}

function mostOf({ low, high }: Count, rows: readonly StripRow[]): number {
  let most = Math.max(high ?? low, low, 1);
  for (const { mark, others } of rows) for (const { low: a, high: b } of [mark, ...others]) most = Math.max(most, a, b ?? a);
  return most;
}

/** Round numbers from 0 to at least `most`, four to seven of them. */
export function ticksTo(most: number): number[] {
  const wanted = most / 5;
  const power = 10 ** Math.floor(Math.log10(Math.max(wanted, 1)));
  const step = Math.max(1, [1, 2, 5, 10].map((times) => times * power).find((size) => size >= wanted) ?? power * 10);
  const ticks: number[] = [];
  for (let at = 0; ; at += step) {
    ticks.push(at);
    if (at >= most) return ticks;
  }
}
