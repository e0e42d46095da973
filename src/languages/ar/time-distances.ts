/**
 * Arabic distances and lengths of time. They come after single days, so that "a year before 2015" or "a day before Monday" is not read as "a year ago".
 *   "three days ago", "since about a month", "after four days", "for two hours", "every week"
 */
import type { Moment } from '../../claim/when.ts';
import { BI } from '../../lexicon/analyze.ts';
import { type Rule, rule } from '../../rules/rule.ts';
import {
  bitsOf,
  countOf,
  date,
  grainOf,
  isConjoined,
  isDefinite,
  isPlural,
  moment,
  numberIn,
  type Word,
  yearIn,
} from './times-words.ts';

const isBare = (unit: Word): boolean => !isDefinite(unit) && !isConjoined(unit);
/** "Two days" may be followed by its number again. */
const isAgain = (extra: Word | undefined, unit: Word): boolean => extra === undefined || numberIn(extra) === countOf(unit);

function distance(first: Word, unit: Word, count: number | null, sign: 1 | -1): Moment | null {
  if (!isBare(unit) || (count !== null && (count >= 1000 || count < 0))) return null;
  // "after some hours" goes on from what was told before
  if (count === null && sign === 1)
    return moment(
      first,
      grainOf(unit) === 'hour' || grainOf(unit) === 'minute' ? { is: 'previous', unit: 'day', by: 0 } : { is: 'previous' },
    );
  return moment(
    first,
    { is: 'distance', unit: grainOf(unit), by: count === null ? null : sign * count },
    { open: first.kind === 'since' },
  );
}

/** How far from what was told before: "two days after that", "hours before that". */
function fromThat(lead: Word, unit: Word, count: number | null): Moment | null {
  if (isDefinite(unit) || (count !== null && (count >= 1000 || count < 0))) return null;
  const grain = grainOf(unit);
  if (grain === 'hour' || grain === 'minute') return moment(lead, { is: 'previous', unit: 'day', by: 0 });
  if (count === null) return moment(lead, { is: 'previous' });
  return moment(lead, { is: 'previous', unit: grain, by: lead.kind === 'ago' ? -count : count });
}

const isBy = (word: Word): boolean => (bitsOf(word) & BI) !== 0;

export const timeDistances: Rule[] = [
  rule('ar.time.from-that-number', 'date', '{ago|after:lead} {yonder} {hedge}? {number} {unit}', ({ lead, number, unit }) =>
    isBy(number!) ? fromThat(lead!, unit!, numberIn(number!)) : null,
  ),
  rule('ar.time.from-that', 'date', '{ago|after:lead} {yonder} {hedge}? {unit}', ({ lead, unit }) =>
    isBy(unit!) ? fromThat(lead!, unit!, countOf(unit!)) : null,
  ),
  rule('ar.time.beyond-a-moment', 'date', '{ago|after:lead} {hedge}? {moment:of}', ({ lead, of }) =>
    isConjoined(of!) || of!.value.type !== 'DATE' || (of!.value.weak && of!.value.exact === false)
      ? null
      : moment(lead, { is: 'previous' }),
  ),
  rule('ar.time.ago-number-unit', 'date', '{ago|since:lead} {hedge}? {number} {unit}', ({ lead, number, unit }) =>
    distance(lead!, unit!, numberIn(number!), -1),
  ),
  rule('ar.time.ago-vague-unit', 'date', '{ago|since:lead} {hedge}? {vague} {unit}', ({ lead, unit }) =>
    distance(lead!, unit!, null, -1),
  ),
  rule('ar.time.since-year', 'date', '{since} {number:year}', ({ since, year }) =>
    yearIn(year) !== null ? moment(since, date({ year: numberIn(year!) }), { open: true }) : null,
  ),
  rule('ar.time.ago-unit', 'date', '{ago|since:lead} {hedge}? {unit} {number:extra}?', ({ lead, unit, extra }) =>
    isAgain(extra, unit!) ? distance(lead!, unit!, countOf(unit!), -1) : null,
  ),
  rule('ar.time.after-number-unit', 'date', '{after} {hedge}? {number} {unit}', ({ after, number, unit }) =>
    distance(after!, unit!, numberIn(number!), 1),
  ),
  rule('ar.time.after-unit', 'date', '{after} {hedge|vague}? {unit} {number:extra}?', ({ after, unit, extra }) =>
    isAgain(extra, unit!) ? distance(after!, unit!, countOf(unit!), 1) : null,
  ),

  // "during the 48 hours": those before the report, also without "past"
  rule(
    'ar.time.during-the-number-unit',
    'date',
    '{during} {unit}? {article}? {number} {unit:of}?',
    ({ during, unit, article, number, of }) => {
      const measured = of ?? unit;
      if (measured === undefined || (of !== undefined && unit !== undefined)) return null;
      if (article === undefined && !isDefinite(number!)) return null;
      return moment(during, { is: 'stretch', unit: grainOf(measured), count: numberIn(number!), points: 'past' });
    },
  ),
  rule('ar.time.during-the-unit', 'date', '{during} {unit}', ({ during, unit }) =>
    isDefinite(unit!) && !isPlural(unit!) && ['month', 'year', 'week'].includes(grainOf(unit!))
      ? moment(during, { is: 'offset', unit: grainOf(unit!), by: 0 })
      : null,
  ),
  rule('ar.time.for-number-unit', 'date', '{for|during:lead} {hedge}? {number} {unit}', ({ lead, number, unit }) =>
    isBare(unit!) ? moment(lead, { is: 'duration', unit: grainOf(unit!), count: numberIn(number!) }, { type: 'DURATION' }) : null,
  ),
  rule('ar.time.for-unit', 'date', '{for|during:lead} {hedge|vague}? {unit}', ({ lead, unit }) =>
    isBare(unit!) ? moment(lead, { is: 'duration', unit: grainOf(unit!), count: countOf(unit!) }, { type: 'DURATION' }) : null,
  ),
  rule('ar.time.every', 'date', '{every} {unit|weekday|daypart:of}', ({ every, of }) =>
    of!.kind === 'unit' && isPlural(of!) ? null : moment(every, { is: 'set' }, { type: 'SET' }),
  ),
  rule('ar.time.set', 'date', '{set}', ({ set }) => moment(set, { is: 'set' }, { type: 'SET' })),
];
