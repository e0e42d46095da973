/**
 * Arabic figures: a number and how sure it is, without the noun it counts.
 *   "no fewer than 13", "about 600", "between 5 and 7", "tens of thousands"
 * Makes `quantity` {low, high, mod}; `amount` is a number that counts nobody (a road, an age, a calibre).
 */
import type { Mod } from '../../claim/reading.ts';
import { AL, FA, LI, WA } from '../../lexicon/analyze.ts';
import { fieldOf, type Sense } from '../../lexicon/lexicon.ts';
import type { Node } from '../../rules/node.ts';
import { type Rule, rule } from '../../rules/rule.ts';
import { nobody } from './nobody.ts';

/** `form` tells ranges apart: one from "from A to B" may be a change, not a range. */
type Quantity = { low: number; high: number | null; mod: Mod; form: 'from-to' | null };

const conjoined = (node: Node<any>): boolean => ((node.value.bits as number) & (WA | FA)) !== 0;
const number = (node: Node<any>): number => node.value.value as number;
const counts = (node: Node<any>): boolean => Number.isInteger(number(node)) && number(node) >= 0 && number(node) < 1e11;

/** "up to 17", but "so that it comes up to 17": the number to which it rose. */
const isBefore = (hedge: Node<any>): boolean =>
  fieldOf(hedge.value as Sense, 'position') !== 'after' &&
  !(modOf(hedge) === 'at-most' && ((hedge.word?.proclitics ?? 0) & LI) !== 0);
const isAfter = (hedge: Node<any>): boolean => fieldOf(hedge.value as Sense, 'position') !== 'before';
const modOf = (hedge: Node<any>): string => fieldOf(hedge.value as Sense, 'mod') ?? 'about';
const isExact = (word: Node<any>): boolean => word.word?.exact === true;

function exactly(value: number): Quantity {
  return { low: value, high: value, mod: value === 0 ? 'zero' : 'exact', form: null };
}

function hedged(value: number, mod: string): Quantity | null {
  switch (mod) {
    case 'at-least':
      return { low: value, high: null, mod, form: null };
    case 'more-than':
      return { low: value + 1, high: null, mod, form: null };
    case 'less-than':
      return value < 1 ? null : { low: 0, high: value - 1, mod, form: null };
    case 'at-most':
      return { low: 0, high: value, mod, form: null };
    case 'exact':
      return exactly(value);
    default:
      return { low: value, high: value, mod: 'about', form: null };
  }
}

function range(a: Node<any>, b: Node<any>, form: 'from-to' | null = null): Quantity | null {
  if (!counts(a) || !counts(b) || number(a) >= number(b) || (a.value.plain && isYear(a) && isYear(b))) return null;
  return { low: number(a), high: number(b), mod: 'range', form };
}

const isYear = (node: Node<any>): boolean => number(node) >= 1900 && number(node) < 2100;

/** Lower and upper bound told one after the other: "no fewer than 20 and no more than 30". */
function bounded(low: Quantity | null, high: Quantity | null): Quantity | null {
  if (low === null || high === null) return null;
  if (low.high !== null || high.high === null || high.low !== 0) return null;
  return low.low > high.high ? null : { low: low.low, high: high.high, mod: 'range', form: null };
}

function vague(word: Node<any>): Quantity {
  const high = fieldOf(word.value as Sense, 'high');
  return {
    low: Number(fieldOf(word.value as Sense, 'low')),
    high: high === undefined ? null : Number(high),
    mod: 'vague',
    form: null,
  };
}

/** "thirty and some": one to nine more; above a hundred the words leave open how many. */
function oddAbove(value: number, odd: Node<any>): Quantity {
  const low = value + Number(fieldOf(odd.value as Sense, 'low') ?? 1);
  return value < 100 ? { low, high: value + 9, mod: 'range', form: null } : { low, high: null, mod: 'more-than', form: null };
}

const amount = (): { counts: false } => ({ counts: false });

export const quantities: Rule[] = [
  ...nobody,
  // numbers that name or measure, first: nothing of them may be counted
  rule('ar.quantity.numbered-thing', 'amount', '{numbered} {dash}? {number|share}', ({ numbered }) =>
    isExact(numbered!) ? amount() : null,
  ),
  rule('ar.quantity.aged', 'amount', '{age} {hedge}? {number}', amount),
  rule('ar.quantity.number-of-age', 'amount', '{number} {range-from} {age}', amount),

  // two bounds before one: "more than 10 and fewer than 20"
  rule(
    'ar.quantity.hedge-number-and-hedge-number',
    'quantity',
    '{hedge:a} {number:low} {and}? {hedge:b} {number:high}',
    ({ a, low, b, high }) => {
      if (!isBefore(a!) || !isBefore(b!) || !counts(low!) || !counts(high!) || conjoined(low!)) return null;
      const first = hedged(number(low!), modOf(a!));
      const second = hedged(number(high!), modOf(b!));
      return bounded(first, second) ?? bounded(second, first);
    },
  ),

  // ranges before single numbers; the hedge of a range adds nothing to it
  rule(
    'ar.quantity.between-number-and-number',
    'quantity',
    '{hedge}? {range-between} {number:a} {and|range-to|until:joint}? {number:b}',
    ({ a, joint, b }) => (joint !== undefined || conjoined(b!) ? range(a!, b!) : null),
  ),
  rule(
    'ar.quantity.from-number-to-number',
    'quantity',
    '{hedge}? {range-from} {number:a} {range-to|until} {number:b}',
    ({ a, b }) => (conjoined(b!) ? null : range(a!, b!, 'from-to')),
  ),
  rule('ar.quantity.number-dash-number', 'quantity', '{hedge}? {number:a} {dash} {number:b}', ({ a, b }) =>
    a!.value.digits && b!.value.digits && !conjoined(b!) && number(b!) <= number(a!) * 20 ? range(a!, b!) : null,
  ),
  rule(
    'ar.quantity.number-or-number',
    'quantity',
    '{hedge}? {number:a} {or} {number:b}',
    ({ a, b }) => range(a!, b!) ?? range(b!, a!),
  ),
  rule('ar.quantity.number-to-number', 'quantity', '{hedge}? {number:a} {range-to|until} {number:b}', ({ a, b }) =>
    conjoined(b!) ? null : range(a!, b!, 'from-to'),
  ),

  // "some and thirty": only before a round ten that "and" ties to it
  rule('ar.quantity.odd-number', 'quantity', '{odd} {number}', ({ odd, number: n }) =>
    counts(n!) && conjoined(n!) && !n!.value.digits && number(n!) % 10 === 0 && number(n!) >= 20 && number(n!) < 100
      ? oddAbove(number(n!), odd!)
      : null,
  ),

  // vague words: a scale multiplies them in the word list, not here
  rule('ar.quantity.hedge-vague', 'quantity', '{hedge} {vague}', ({ hedge, vague: word }) =>
    isBefore(hedge!) ? vague(word!) : null,
  ),
  rule('ar.quantity.vague', 'quantity', '{vague}', ({ vague: word }) =>
    fieldOf(word!.value as Sense, 'indefinite') === 'yes' && ((word!.word?.proclitics ?? 0) & AL) !== 0 ? null : vague(word!),
  ),

  // a hedge on both sides: the one behind is the bound ("some 600 at least")
  rule('ar.quantity.hedge-number-hedge', 'quantity', '{hedge:a} {number} {hedge:b}', ({ a, number: n, b }) =>
    isBefore(a!) && isAfter(b!) && counts(n!) && !conjoined(n!) ? hedged(number(n!), modOf(b!)) : null,
  ),
  rule('ar.quantity.hedge-number', 'quantity', '{hedge} {article}? {number}', ({ hedge, number: n }) =>
    isBefore(hedge!) && counts(n!) && !conjoined(n!) ? hedged(number(n!), modOf(hedge!)) : null,
  ),
  rule('ar.quantity.number-hedge', 'quantity', '{number} {hedge}', ({ number: n, hedge }) =>
    isAfter(hedge!) && counts(n!) ? hedged(number(n!), modOf(hedge!)) : null,
  ),
  rule('ar.quantity.number-odd', 'quantity', '{number} {odd}', ({ number: n, odd }) =>
    counts(n!) && number(n!) >= 10 ? oddAbove(number(n!), odd!) : null,
  ),
  rule('ar.quantity.number', 'quantity', '{number}', ({ number: n }) =>
    // "the one" after a noun says "a single", it counts nobody
    counts(n!) && !(number(n!) === 1 && n!.value.bits & AL && !n!.value.digits) ? exactly(number(n!)) : null,
  ),
];
