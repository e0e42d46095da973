/** A claim read by a second person who did not see what the first one found: the values of both, field by field. Pure. */
import type { EventType, Outcome, Stance, Who } from './reading.ts';

/** A name as it was given; two are one when their keys are: the id of a registry or a gazetteer, or the folded words. */
export type KeyedName = { text: string; key: string };
export type CountedPeople = { outcome: Outcome; who: Who; low: number; high: number | null };
/** What a claim says, as one person reads it. `isNone`: these words hold no such claim; the rest is then empty. */
export type ReadValues = {
  isNone: boolean;
  type: EventType | null;
  stance: Stance | null;
  source: KeyedName | null;
  actor: readonly KeyedName[];
  recipient: readonly KeyedName[];
  place: KeyedName | null;
  begin: string | null;
  end: string | null;
  figures: readonly CountedPeople[];
};
export const READ_FIELDS = ['claim', 'type', 'stance', 'source', 'actor', 'recipient', 'place', 'time', 'figures'] as const;
export type ReadField = (typeof READ_FIELDS)[number];
/** As it is kept: `first` is what stood when the second reader gave theirs, `firstBy` who had decided on it by then; nobody: the machine alone. */
export type SecondReading = { values: ReadValues; first: ReadValues; firstBy: readonly string[] };
/** Both in few words, to be shown; empty: nothing is given. */
export type FieldPair = { field: ReadField; agrees: boolean; first: readonly string[]; second: readonly string[] };
export type FieldAgreement = { field: ReadField; readings: number; agree: number; kappa: number | null };

/** Where one of the two finds no claim at all only that is compared. */
export function pairsOf({ values, first }: SecondReading): FieldPair[] {
  const fields: readonly ReadField[] = values.isNone || first.isNone ? ['claim'] : READ_FIELDS;
  return fields.map((field) => ({
    field,
    agrees: isSame(field, first, values),
    first: wordsOf(field, first),
    second: wordsOf(field, values),
  }));
}

function isSame(field: ReadField, a: ReadValues, b: ReadValues): boolean {
  switch (field) {
    case 'source':
    case 'place':
      return areNamedAlike(a[field] ? [a[field]] : [], b[field] ? [b[field]] : []);
    // who names one of several means the same ones
    case 'actor':
    case 'recipient':
      return areNamedAlike(a[field], b[field]);
    default:
      return codeOf(field, a) === codeOf(field, b);
  }
}

function areNamedAlike(a: readonly KeyedName[], b: readonly KeyedName[]): boolean {
  if (a.length === 0 || b.length === 0) return a.length === b.length;
  return a.some(({ key }) => b.some((other) => other.key === key));
}

/** One text for one value. */
const codeOf = (field: ReadField, values: ReadValues): string => [...wordsOf(field, values)].sort().join(' + ');

/** Codes of types, stances, outcomes and groups stay as they are: screens have words for them. */
function wordsOf(field: ReadField, values: ReadValues): string[] {
  const { isNone, type, stance, source, place, begin, end, figures } = values;
  switch (field) {
    case 'claim':
      return [isNone ? 'none' : 'some'];
    case 'type':
      return type ? [type] : [];
    case 'stance':
      return stance ? [stance] : [];
    case 'source':
      return source ? [source.text] : [];
    case 'place':
      return place ? [place.text] : [];
    case 'time':
      return begin === null ? [] : [begin === (end ?? begin) ? begin : `${begin}/${end}`];
    case 'figures':
      return figures.map(({ outcome, who, low, high }) => `${outcome} ${who} ${low}${high === low ? '' : `-${high ?? ''}`}`);
    default:
      return values[field].map(({ text }) => text);
  }
}

/** How far first and second readers agree, field by field; `kappa`: beyond what chance would give, where a field has fixed answers and they differ at all. */
export function agreementOf(readings: readonly SecondReading[]): FieldAgreement[] {
  const all = readings.map((reading) => ({ reading, pairs: pairsOf(reading) }));
  return READ_FIELDS.map((field) => {
    const own = all.flatMap(({ reading, pairs }) => {
      const pair = pairs.find((one) => one.field === field);
      return pair ? [{ agrees: pair.agrees, a: codeOf(field, reading.first), b: codeOf(field, reading.values) }] : [];
    });
    const agree = own.filter(({ agrees }) => agrees).length;
    const isFixed = field === 'claim' || field === 'type' || field === 'stance';
    return { field, readings: own.length, agree, kappa: isFixed ? kappaOf(own) : null };
  });
}

/** Cohen's kappa; null where nothing was read, or chance alone would agree always. */
function kappaOf(pairs: readonly { a: string; b: string }[]): number | null {
  const n = pairs.length;
  if (n === 0) return null;
  const share = (side: 'a' | 'b', value: string) => pairs.filter((pair) => pair[side] === value).length / n;
  const observed = pairs.filter(({ a, b }) => a === b).length / n;
  const expected = [...new Set(pairs.map(({ a }) => a))].reduce((sum, value) => sum + share('a', value) * share('b', value), 0);
  return expected === 1 ? null : (observed - expected) / (1 - expected);
}
