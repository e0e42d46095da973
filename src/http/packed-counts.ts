/** Counts for the way to a page: what many figures share is told once, so that an event of hundreds of claims is a fifth of the size. Pure; {@link unpacked} gives back what went in. */
import type { Because } from '../claim/because.ts';
import type { Count, FigureUse } from '../claim/count.ts';

type Source = Pick<FigureUse, 'report' | 'claim' | 'origin'>;
type Use = Pick<FigureUse, 'mod' | 'aside' | 'why'>;
/** Index in `sources`, `figure`, `low`, `high`, index in `uses`. */
type PackedFigure = [source: number, figure: number, low: number, high: number | null, use: number];

export type PackedCounts = {
  sources: Source[];
  uses: Use[];
  counts: (Omit<Count, 'figures'> & { figures: PackedFigure[] })[];
};

export function packed(counts: readonly Count[]): PackedCounts {
  const sources = new Table<Source>(({ report, claim, origin }) => `${report} ${claim} ${origin}`);
  const uses = new Table<Use>(({ mod, aside, why }) => `${mod} ${aside} ${keyOf(why)}`);
  const small = counts.map((count) => ({
    ...count,
    figures: count.figures.map(
      ({ report, claim, origin, figure, low, high, mod, aside, why }): PackedFigure => [
        sources.at({ report, claim, origin }),
        figure,
        low,
        high,
        uses.at({ mod, aside, why }),
      ],
    ),
  }));
  return { sources: sources.items, uses: uses.items, counts: small };
}

export function unpacked({ sources, uses, counts }: PackedCounts): Count[] {
  return counts.map((count) => ({
    ...count,
    figures: count.figures.map(([source, figure, low, high, use]) => ({ ...sources[source], figure, low, high, ...uses[use] })),
  }));
}

const keyOf = ({ code, values }: Because): string => (values === undefined ? code : `${code} ${JSON.stringify(values)}`);

/** Each item once, in the order of its first coming. */
class Table<T> {
  readonly items: T[] = [];
  private readonly places = new Map<string, number>();
  private readonly keyOf: (item: T) => string;

  constructor(keyOf: (item: T) => string) {
    this.keyOf = keyOf;
  }

  at(item: T): number {
    const key = this.keyOf(item);
    const known = this.places.get(key);
    if (known !== undefined) return known;
    this.places.set(key, this.items.length);
    return this.items.push(item) - 1;
  }
}
