/**
 * Arabic units of time that point from the report or from what was told before.
 *   "the past three weeks", "the last 24 hours", "last month", "this week", "the same day"
 */
import { type Rule, rule } from '../../rules/rule.ts';
import { countOf, field, grainOf, isConjoined, isDefinite, isOne, isPlural, moment, numberIn, pointing } from './times-words.ts';

export const timeUnits: Rule[] = [
  // stretches: "the past three weeks", "the last 24 hours"
  rule('ar.time.unit-number-pointing', 'moment', '{unit} {article}? {number} {past|next|last:p}', ({ unit, number, p }) =>
    isDefinite(unit!) && isDefinite(p!)
      ? moment(unit, {
          is: 'stretch',
          unit: grainOf(unit!),
          count: numberIn(number!),
          points: p!.kind === 'next' ? 'next' : 'past',
        })
      : null,
  ),
  rule('ar.time.number-unit-pointing', 'moment', '{article}? {number} {unit} {past|next|last:p}', ({ number, unit, p }) =>
    isDefinite(p!) && !isDefinite(unit!)
      ? moment(number, {
          is: 'stretch',
          unit: grainOf(unit!),
          count: numberIn(number!),
          points: p!.kind === 'next' ? 'next' : 'past',
        })
      : null,
  ),
  rule('ar.time.units-pointing', 'moment', '{this}? {unit} {past|next|last:p}', ({ unit, p }) => {
    if (!isDefinite(unit!) || !isDefinite(p!)) return null;
    // "the last week" reaches into today; "the last day" is that of something
    if (countOf(unit!) === 1 && (p!.kind !== 'last' || !['hour', 'week', 'month', 'year'].includes(grainOf(unit!)))) return null;
    return moment(unit, {
      is: 'stretch',
      unit: grainOf(unit!),
      count: countOf(unit!),
      points: p!.kind === 'next' ? 'next' : 'past',
    });
  }),
  // "the last few hours" are today's; "the last few days" tell of no day
  rule('ar.time.few-units-pointing', 'moment', '{unit} {few} {past|last:p}', ({ unit, few, p }) =>
    isPlural(unit!) && isDefinite(unit!) && isDefinite(few!) && isDefinite(p!) && ['hour', 'minute'].includes(grainOf(unit!))
      ? moment(unit, { is: 'stretch', unit: grainOf(unit!), count: null, points: 'past' })
      : null,
  ),
  // "the last 24 hours" with "last" before the number
  rule('ar.time.last-number-units', 'moment', '{last} {number}? {unit}', ({ last, number, unit }) => {
    const count = number === undefined ? countOf(unit!) : numberIn(number);
    return isDefinite(last!) || isDefinite(unit!) || count === null || count < 2 || isConjoined(unit!)
      ? null
      : moment(last, { is: 'stretch', unit: grainOf(unit!), count, points: 'past' });
  }),
  rule('ar.time.unit-pointing', 'moment', '{unit} {past|next|current:p}', ({ unit, p }) => {
    if (countOf(unit!) !== 1 || !isDefinite(unit!) || !(isDefinite(p!) || field(p!, 'value') === '-2')) return null;
    const { by, told } = pointing(p);
    if (told && by < 0) return moment(unit, { is: 'previous', unit: grainOf(unit!), by });
    return moment(unit, told ? { is: 'following', unit: grainOf(unit!) } : { is: 'offset', unit: grainOf(unit!), by });
  }),
  rule('ar.time.this-unit', 'moment', '{this} {unit}', ({ this: these, unit }) =>
    isDefinite(unit!) && countOf(unit!) === 1 && !['hour', 'minute', 'second'].includes(grainOf(unit!))
      ? moment(these, { is: 'offset', unit: grainOf(unit!), by: 0 })
      : null,
  ),
  rule('ar.time.same-unit', 'moment', '{unit} {same}', ({ unit }) =>
    isOne(unit, grainOf(unit!)) ? moment(unit, { is: 'previous', unit: grainOf(unit!), by: 0 }) : null,
  ),
  rule('ar.time.that-unit', 'moment', '{same-before|yonder} {unit}', ({ all, unit }) =>
    isDefinite(unit!) && countOf(unit!) === 1 ? moment(all[0], { is: 'previous', unit: grainOf(unit!), by: 0 }) : null,
  ),
];
