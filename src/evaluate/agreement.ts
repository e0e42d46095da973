/**
 * Do two headlines agree or contradict? Scored on other people's pairs (outside the repository), those with figures of people on both sides: they agree when
 * a figure of the one outcome can be the same number in both, and contradict when every outcome they share is counted differently.
 */
import { readFileSync } from 'node:fs';
import type { Figure } from '../claim/reading.ts';
import type { Engine } from '../engine/index.ts';

export type Agreement = { right: number; total: number; misses: string[] };
type Pair = { a: string; b: string; stance: string };

/** Accuracy over `train` or `dev`; pairs without figures on both sides, or of another stance, are left out. */
export function scoreAgreement(engine: Engine, folder: string, part: 'train' | 'dev'): Agreement {
  const result: Agreement = { right: 0, total: 0, misses: [] };
  for (const { a, b, stance } of pairsOf(`${folder}ans/${part}.csv`)) {
    if (stance !== 'agree' && stance !== 'disagree') continue;
    const verdict = agree(figuresOf(engine, a), figuresOf(engine, b));
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
    const cells = row.match(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)?.map((cell) => cell.replace(/,$/, '').replace(/^"|"$/g, '').replace(/""/g, '"')) ?? [];
    return cells.length >= 3 ? [{ a: cells[0], b: cells[1], stance: cells[2].trim() }] : [];
  });
}

function figuresOf(engine: Engine, text: string): Figure[] {
  return engine.read({ text }).claims.flatMap((claim) => claim.event.figures);
}

/** Null when either side counts nobody. */
export function agree(left: readonly Figure[], right: readonly Figure[]): boolean | null {
  if (left.length === 0 || right.length === 0) return null;
  let isShared = false;
  let isOpposed = false;
  for (const x of left.filter((figure) => figure.partOf === null)) {
    const same = right.filter((figure) => figure.partOf === null && (figure.outcome === x.outcome || isNone(figure) !== isNone(x)));
    for (const y of same) {
      if (meet(x, y)) isShared = true;
      else isOpposed = true;
    }
  }
  return isShared || !isOpposed;
}

const isNone = (figure: Figure): boolean => figure.mod === 'zero';

/** The ranges the words allow have a number in common; "about" allows a tenth either way. */
function meet(x: Figure, y: Figure): boolean {
  const [a, b] = [boundsOf(x), boundsOf(y)];
  return a.low <= b.high && b.low <= a.high;
}

function boundsOf({ low, high, mod }: Figure): { low: number; high: number } {
  const slack = mod === 'about' ? low / 10 : 0;
  return { low: low - slack, high: (high ?? Number.POSITIVE_INFINITY) + slack };
}
