/**
 * Do two headlines agree or contradict? Scored on other people's pairs (outside the repository), those with a number of people on both sides. They contradict
 * when one denies, when they tell of different countries or of opposite deeds (held, set free), or count every outcome they share differently.
 */
import { readFileSync } from 'node:fs';
import type { Claim, Figure } from '../claim/reading.ts';
import type { Engine } from '../engine/index.ts';

export type Agreement = { right: number; total: number; misses: string[] };
type Pair = { a: string; b: string; stance: string };

/** Accuracy over `train` or `dev`; pairs without numbers on both sides, or of another stance, are left out. */
export function scoreAgreement(engine: Engine, folder: string, part: 'train' | 'dev'): Agreement {
  const result: Agreement = { right: 0, total: 0, misses: [] };
  for (const { a, b, stance } of pairsOf(`${folder}ans/${part}.csv`)) {
    if (stance !== 'agree' && stance !== 'disagree') continue;
    const verdict = agree(engine.read({ text: a }).claims, engine.read({ text: b }).claims);
    if (verdict === null) continue;
    result.total++;
    if (verdict === (stance === 'agree')) result.right++;
    else result.misses.push(`${stance}: ${a} | ${b}`);
  }
  return result;
}

function pairsOf(file: string): Pair[] {
  const rows = readFileSync(file, 'utf8').split('\n').slice(1).filter(Boolean);
  return rows.flatMap((row) => {
    const cells =
      row
        .match(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)
        ?.map((cell) => cell.replace(/,$/, '').replace(/^"|"$/g, '').replace(/""/g, '"')) ?? [];
    return cells.length >= 3 ? [{ a: cells[0], b: cells[1], stance: cells[2].trim() }] : [];
  });
}

/** Null when either side gives no number of people. */
export function agree(left: readonly Claim[], right: readonly Claim[]): boolean | null {
  const x = numbersOf(left);
  const y = numbersOf(right);
  if (x.length === 0 || y.length === 0) return null;
  if (isDenied(left) !== isDenied(right) || areApart(countriesOf(left), countriesOf(right)) || areOpposed(x, y)) return false;
  let isOpposed = false;
  for (const a of x) {
    for (const b of y.filter((figure) => figure.outcome === a.outcome || isNone(figure) !== isNone(a))) {
      if (meet(a, b)) return true;
      isOpposed = true;
    }
  }
  return !isOpposed;
}

/** Whole figures that are numbers: one person named is none, nor is a bare plural. */
function numbersOf(claims: readonly Claim[]): Figure[] {
  const figures = claims.flatMap((claim) => claim.event.figures);
  return figures.filter(
    (figure) =>
      figure.partOf === null && (figure.low !== 1 || figure.high !== 1) && !(figure.mod === 'vague' && figure.low === 2),
  );
}

const isDenied = (claims: readonly Claim[]): boolean => claims.some((claim) => claim.stance === 'denied');

function countriesOf(claims: readonly Claim[]): Set<string> {
  return new Set(claims.flatMap((claim) => claim.event.places.flatMap((place) => place.resolved?.admin[0] ?? [])));
}

function areApart(left: Set<string>, right: Set<string>): boolean {
  return left.size > 0 && right.size > 0 && ![...left].some((country) => right.has(country));
}

const HELD = new Set(['detained', 'abducted', 'captured']);

/** The same people held by one headline and set free by the other. */
function areOpposed(left: readonly Figure[], right: readonly Figure[]): boolean {
  const isPair = (a: Figure, b: Figure): boolean => HELD.has(a.outcome) && b.outcome === 'released' && meet(a, b);
  return left.some((a) => right.some((b) => isPair(a, b) || isPair(b, a)));
}

const isNone = (figure: Figure): boolean => figure.mod === 'zero';

/** The ranges the words allow have a number in common; "about" allows a tenth either way. */
function meet(x: Figure, y: Figure): boolean {
  const [a, b] = [boundsOf(x), boundsOf(y)];
  return a.low <= b.high && b.low <= a.high;
}

/** Dozens end where hundreds begin; "more than 200" and "200" are told of one number. */
function boundsOf({ low, high, mod }: Figure): { low: number; high: number } {
  if (mod === 'vague') return { low, high: high ?? low * 10 - 1 };
  const slack = mod === 'about' ? low / 10 : mod === 'more-than' ? 1 : 0;
  return { low: low - slack, high: (high ?? Number.POSITIVE_INFINITY) + slack };
}
