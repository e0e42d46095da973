/**
 * Arabic times: the parts, then days and stretches, then what is made of them.
 *   "at dawn on Monday", "the night of Sunday to Monday", "since the beginning of last month", "the third Tuesday of September 2014"
 */
import type { Moment, When } from '../../claim/when.ts';
import { BI } from '../../lexicon/analyze.ts';
import { type Rule, rule } from '../../rules/rule.ts';
import { timeDistances } from './time-distances.ts';
import { partOf as shareOf, timeMoments } from './time-moments.ts';
import { type Clock, timeParts } from './time-parts.ts';
import {
  bitsOf,
  date,
  field,
  grainOf,
  holdsDays,
  isConjoined,
  isDay,
  isDayOfMonth,
  isDefinite,
  isOne,
  isPlural,
  led,
  moment,
  numberIn,
  valueIn,
  type Word,
  yearIn,
} from './times-words.ts';

const momentIn = (node: Word): Moment => node.value as Moment;
const isLate = (part: Word): boolean => field(part, 'late') === 'yes';

/** A part of the day that is not also a verb here: "he blew up" after a weekday is no dawn. */
const isAdverb = (part: Word): boolean =>
  !isConjoined(part) &&
  (isDefinite(part) || field(part, 'also-verb') !== 'yes' || part.word?.surface.strict !== field(part, 'daypart'));

const inDay = (first: Word, of: Moment): Moment => ({ ...of, type: 'TIME', weak: false, bits: bitsOf(first) });

/** "After midnight on Sunday night" is Monday. */
function partOf(part: Word, of: Moment): Moment {
  const made = inDay(part, of);
  return Number(field(part, 'from')) < 24 ? made : nextDay(made, of);
}

const nextDay = (made: Moment, of: Moment): Moment =>
  of.when.is === 'weekday' ? { ...made, when: { is: 'beside', by: 1, of: of.when } } : made;

/** Month and day of "day 3 of that month", with the weekday that stands before. */
function nthOf(first: Word, nth: number, unit: Word | undefined, weekday: Word | undefined, of: Moment): Moment | null {
  if (!holdsDays(of)) return null;
  if (weekday === undefined && unit === undefined && of.when.is === 'offset' && of.when.unit !== 'month') return null;
  if (weekday !== undefined && nth > 5) return moment(first, { is: 'nth', nth, unit: 'day', weekday: null, of: of.when });
  return moment(first, {
    is: 'nth',
    nth,
    unit: unit === undefined || weekday !== undefined ? 'day' : grainOf(unit),
    weekday: weekday === undefined ? null : valueIn(weekday),
    of: of.when,
  });
}

const isNextDay = (first: When, second: When): boolean =>
  first.is === 'weekday' && second.is === 'weekday' && second.day === (first.day % 7) + 1;

const place = (n: Word): number => (n.kind === 'ordinal' ? numberIn(n) : -1);

const combinations: Rule[] = [
  // two days with a night between them: both; at dawn the second
  rule(
    'ar.time.night-of-two-days',
    'date',
    '{in-time|during}? {daypart} {unit}? {moment:a} {gap1} {moment:b}',
    ({ daypart, a, b, all }) => {
      const first = momentIn(a!).when;
      const second = momentIn(b!).when;
      if (!isNextDay(first, second) || b!.start - a!.end > 1 || (isConjoined(b!) && field(daypart!, 'night') !== 'yes'))
        return null;
      if (isLate(daypart!)) return inDay(all[0], momentIn(b!));
      const night = { ...momentIn(a!), when: { is: 'span', from: first, to: second } } satisfies Moment;
      return inDay(all[0], field(daypart!, 'night') === 'yes' ? night : momentIn(a!));
    },
  ),

  // the place in a month or week
  rule(
    'ar.time.nth-unit-of',
    'date',
    '{since|during|until:lead}? {ordinal|last:n} {unit}? {weekday}? {range-from|in-time}? {moment:of}',
    ({ lead, n, unit, weekday, of, all }) => {
      if (unit === undefined && weekday === undefined) return null;
      if (unit !== undefined && (isPlural(unit) || (weekday !== undefined && grainOf(unit) !== 'day'))) return null;
      const made = nthOf(all[0], place(n!), unit, weekday, momentIn(of!));
      return made === null ? null : led(lead, made);
    },
  ),
  rule(
    'ar.time.unit-nth-of',
    'date',
    '{since|during|until:lead}? {unit}? {weekday}? {ordinal|last:n} {range-from|in-time}? {moment:of}',
    ({ lead, n, unit, weekday, of, all }) => {
      if (unit === undefined && weekday === undefined) return null;
      const made = nthOf(all[0], place(n!), unit, weekday, momentIn(of!));
      return made === null ? null : led(lead, made);
    },
  ),
  rule(
    'ar.time.weekday-of-week',
    'date',
    '{daypart}? {unit}? {weekday} {range-from|in-time}? {moment:of}',
    ({ unit, weekday, of, all }) => {
      const { when } = momentIn(of!);
      if (when.is !== 'offset' || when.unit !== 'week' || isConjoined(of!) || (unit !== undefined && !isOne(unit, 'day')))
        return null;
      return moment(all[0], { is: 'nth', nth: 1, unit: 'day', weekday: valueIn(weekday!), of: when });
    },
  ),
  rule(
    'ar.time.day-of-this-month',
    'date',
    '{since|until:lead}? {unit}? {weekday}? {number|ordinal:day} {range-from|in-time} {moment:of}',
    ({ lead, unit, day, of, all }) => {
      const { when } = momentIn(of!);
      if (!isDayOfMonth(day!) || (unit !== undefined && !isOne(unit, 'day'))) return null;
      if (!((when.is === 'offset' || when.is === 'following' || when.is === 'previous') && when.unit === 'month')) return null;
      return led(lead, moment(all[0], { is: 'nth', nth: numberIn(day!), unit: 'day', weekday: null, of: when }));
    },
  ),

  // beginnings, middles and ends
  rule(
    'ar.time.edge-of-moment',
    'date',
    '{since|during|until:lead}? {edge} {range-from}? {moment:of}',
    ({ lead, edge, of, all }) =>
      holdsDays(momentIn(of!)) && !isConjoined(of!)
        ? led(lead, moment(all[0], { is: 'edge', edge: field(edge!, 'value') ?? '', of: momentIn(of!).when }))
        : null,
  ),
  rule('ar.time.edge-of-year', 'date', '{since|during|until:lead}? {edge} {number:year}', ({ lead, edge, year, all }) => {
    const value = yearIn(year);
    return value === null
      ? null
      : led(lead, moment(all[0], { is: 'edge', edge: field(edge!, 'value') ?? '', of: date({ year: value }) }));
  }),
  rule('ar.time.edge-of-unit', 'date', '{since|during|until:lead}? {edge} {unit}', ({ lead, edge, unit, all }) => {
    const grain = grainOf(unit!);
    if (!isDefinite(unit!) || isPlural(unit!) || !(grain === 'month' || grain === 'year' || grain === 'week')) return null;
    return led(lead, moment(all[0], { is: 'edge', edge: field(edge!, 'value') ?? '', of: { is: 'offset', unit: grain, by: 0 } }));
  }),

  rule(
    'ar.time.half-of',
    'date',
    '{during|since|until:lead}? {edge|fraction:share} {ordinal|last:ordinal} {range-from|in-time} {moment:of}',
    ({ lead, share, ordinal, of, all }) => {
      const part = shareOf(share!, ordinal!);
      if (part === null || !holdsDays(momentIn(of!))) return null;
      return led(lead, moment(all[0], { is: 'edge', edge: part, of: momentIn(of!).when }));
    },
  ),

  // from one time to another
  rule(
    'ar.time.from-to',
    'date',
    '{range-from|range-between|since:x} {moment:a} {comma}? {range-to|until|and:joint}? {moment:b}',
    ({ x, a, joint, b }) => {
      const between = x!.kind === 'range-between';
      if (between ? joint === undefined && !isConjoined(b!) : joint?.kind !== 'range-to' && joint?.kind !== 'until') return null;
      const from = momentIn(a!);
      const to = momentIn(b!);
      if (from.type === 'DURATION' || to.type === 'DURATION' || from.type === 'SET' || to.type === 'SET' || to.weak !== from.weak)
        return null;
      return moment(x, { is: 'span', from: from.when, to: to.when });
    },
  ),
  // "from yesterday evening until this morning", "between Friday evening and dawn on Saturday"
  rule(
    'ar.time.daypart-to-daypart',
    'date',
    '{range-from|range-between|since|in-time|during:x}? {daypart:p}? {unit}? {moment:a} {range-to|until|and:joint}? {daypart:q} {unit}? {moment:b}',
    ({ joint, p, a, q, b, all }) => {
      if (!isDay(momentIn(a!)) || !isDay(momentIn(b!)) || isConjoined(a!) || isConjoined(b!)) return null;
      // "last night and at dawn today"; "on Friday, and at dawn on Saturday ..." begins a clause
      if (p === undefined && joint === undefined && momentIn(a!).when.is !== 'offset') return null;
      if (joint === undefined && !isConjoined(q!)) return null;
      return moment(all[0], { is: 'span', from: momentIn(a!).when, to: momentIn(b!).when }, { type: 'TIME' });
    },
  ),
  rule('ar.time.day-dash-day', 'date', '{moment:a} {dash|range-to|until:joint} {moment:b}', ({ a, b }) => {
    const from = momentIn(a!);
    const to = momentIn(b!);
    if (!isDay(from) || !isDay(to) || from.when.is !== to.when.is || from.when.is === 'offset') return null;
    return moment(a, { is: 'span', from: from.when, to: to.when });
  }),

  // parts of a day
  rule(
    'ar.time.daypart-of-day',
    'date',
    '{since|until|during:lead}? {daypart} {ordinal|last}? {range-from|in-time}? {moment:w} {comma|corresponding|open-paren|in-time:link}? {moment:d} {close-paren}?',
    ({ lead, daypart, w, d }) => {
      const joined = together(w!, d!);
      return joined === null || isConjoined(d!) ? null : led(lead, partOf(daypart!, joined));
    },
  ),
  rule(
    'ar.time.daypart-day',
    'date',
    '{since|until|during:lead}? {daypart} {ordinal|last}? {range-from|in-time}? {moment:of}',
    ({ lead, daypart, of }) => (isDay(momentIn(of!)) && !isConjoined(of!) ? led(lead, partOf(daypart!, momentIn(of!))) : null),
  ),
  rule(
    'ar.time.clock-day',
    'date',
    '{hedge:about}? {clock-time:clock} {range-from|in-time}? {daypart}? {moment:of}',
    ({ about, clock, daypart, of }) => {
      // "13 at least | at five o'clock"
      if (about !== undefined && field(about, 'position') !== 'before') return null;
      if (!isDay(momentIn(of!)) || isConjoined(of!)) return null;
      if (daypart !== undefined) return { ...partOf(daypart, momentIn(of!)), bits: bitsOf(clock!) };
      const made = inDay(clock!, momentIn(of!));
      return (clock!.value as Clock).late ? nextDay(made, momentIn(of!)) : made;
    },
  ),
  rule('ar.time.day-clock', 'date', '{moment:of} {comma|in-time|dash}? {clock-time}', ({ of }) =>
    isDay(momentIn(of!)) ? inDay(of!, momentIn(of!)) : null,
  ),

  // "yesterday, Thursday, and today", "yesterday and the day before", "on Monday and Tuesday"
  rule(
    'ar.time.day-and-next-day',
    'date',
    '{moment:a} {moment:x}? {and}? {moment:b} {open-paren}? {moment:y}? {close-paren}?',
    ({ a, x, and, b, y }) => {
      const first = momentIn(a!);
      const last = momentIn(b!);
      if ((and === undefined && !isConjoined(b!)) || !isDay(first) || !isDay(last)) return null;
      if (first.when.is === 'weekday' && last.when.is === 'weekday') {
        // "on Friday, Saturday and Sunday"
        const between = x === undefined ? first.when : momentIn(x).when;
        if (x !== undefined && !(isConjoined(x) && isNextDay(first.when, between))) return null;
        if (!isNextDay(between, last.when) || y !== undefined) return null;
        return moment(a, { is: 'span', from: first.when, to: last.when });
      }
      if (first.when.is !== 'offset' || last.when.is !== 'offset') return null;
      if (last.when.by === first.when.by - 1) return moment(a, { is: 'span', from: last.when, to: first.when });
      if (last.when.by !== first.when.by + 1) return null;
      if ((x !== undefined && together(a!, x) === null) || (y !== undefined && together(b!, y) === null)) return null;
      return moment(a, { is: 'span', from: first.when, to: last.when });
    },
  ),

  // a weekday beside its date, "today, Monday"
  rule(
    'ar.time.day-and-date',
    'date',
    '{since|until:lead}? {moment:w} {comma|corresponding|open-paren|dash|in-time:link}? {moment:d} {close-paren}? {daypart}?',
    ({ lead, w, d, daypart }) => {
      const joined = together(w!, d!);
      if (joined === null || isConjoined(d!) || (daypart !== undefined && !isAdverb(daypart))) return null;
      return led(lead, joined);
    },
  ),
  rule('ar.time.day-daypart', 'date', '{since|until:lead}? {moment:of} {daypart}', ({ lead, of, daypart }) =>
    isDay(momentIn(of!)) && isAdverb(daypart!) ? led(lead, inDay(of!, momentIn(of!))) : null,
  ),
  rule('ar.time.this-daypart', 'date', '{this} {daypart}', ({ this: these, daypart }) =>
    isDefinite(daypart!) ? moment(these, { is: 'offset', unit: 'day', by: 0 }, { type: 'TIME' }) : null,
  ),
  rule('ar.time.eve-of', 'date', '{eve} {moment:of}', ({ eve, of }) => {
    const { when } = momentIn(of!);
    if (!isDay(momentIn(of!))) return null;
    // "on the eve of today" is this evening
    const evening = valueIn(eve!) < 0 && when.is === 'offset' && when.by <= 0;
    return evening ? moment(eve, when, { type: 'TIME' }) : moment(eve, { is: 'beside', by: valueIn(eve!), of: when });
  }),
  rule('ar.time.later-in-day', 'date', '{in-time:lead}? {later} {range-from|in-time}? {daypart}? {moment:of}', ({ of, all }) =>
    isDay(momentIn(of!)) && !isConjoined(of!) ? inDay(all[0], momentIn(of!)) : null,
  ),
  rule('ar.time.since-daypart', 'date', '{since} {daypart}', ({ since, daypart }) =>
    (isDefinite(daypart!) || daypart!.end - daypart!.start > 1) &&
    !(Number(field(daypart!, 'from')) >= 17 && Number(field(daypart!, 'from')) < 23)
      ? moment(since, { is: 'offset', unit: 'day', by: 0 }, { type: 'TIME', open: true })
      : null,
  ),
  // "on a day like this last year"
  rule('ar.time.alike', 'date', '{in-time}? {alike} {this} {unit|day:of} {range-from}? {moment}?', ({ all }) =>
    moment(all[0], { is: 'set' }, { type: 'SET' }),
  ),
  rule(
    'ar.time.month-of-past-year',
    'date',
    '{since|during|in-time|until:lead}? {moment:m} {moment:n}? {range-from}? {moment:y}',
    ({ lead, m, n, y }) => {
      const from = inPastYear(momentIn(m!), momentIn(y!));
      const to = n === undefined || !isConjoined(n) ? from : inPastYear(momentIn(n), momentIn(y!));
      if (from === null || to === null || isConjoined(y!) || (n !== undefined && !isConjoined(n))) return null;
      return led(lead, moment(m, from === to ? from : { is: 'span', from, to }));
    },
  ),

  // one moment, with or without what leads it
  rule('ar.time.led-moment', 'date', '{since|during|in-time|until:lead} {moment:of}', ({ lead, of }) => {
    const made = momentIn(of!);
    if (
      made.type === 'DURATION' ||
      made.type === 'SET' ||
      (made.weak && (made.when.is === 'offset' || !made.exact)) ||
      isConjoined(of!)
    )
      return null;
    return led(lead!, { ...made, weak: false });
  }),
  rule('ar.time.last-daypart', 'date', '{during|in-time:lead}? {daypart} {past:p}', ({ daypart, p, all }) =>
    (isDefinite(daypart!) || daypart!.end - daypart!.start > 1) && isDefinite(p!)
      ? moment(all[0], { is: 'offset', unit: 'day', by: -1 }, { type: 'TIME' })
      : null,
  ),
  rule('ar.time.moment', 'date', '{moment}', ({ moment: node }) => {
    const made = momentIn(node!);
    return made.weak && !(made.exact && made.bits & BI) ? null : { ...made, weak: false };
  }),
];

/** "May", "9 May" of a year that is counted from the report. */
function inPastYear({ when }: Moment, { when: year }: Moment): When | null {
  if (when.is !== 'date' || when.month === null || when.year !== null || when.calendar !== 'gregorian' || when.points !== null)
    return null;
  if (year.is !== 'offset' || year.unit !== 'year' || year.by > 0) return null;
  const month = { is: 'nth', nth: when.month, unit: 'month', weekday: null, of: year } satisfies When;
  return when.day === null ? month : { is: 'nth', nth: when.day, unit: 'day', weekday: null, of: month };
}

/** "Monday, 3 August", "yesterday, Sunday": one day told twice. */
function together(w: Word, d: Word): Moment | null {
  const left = momentIn(w);
  const right = momentIn(d);
  if (!isDay(left) || !isDay(right)) return null;
  if (left.when.is === 'weekday' && right.when.is === 'date') {
    return { ...right, bits: left.bits, when: { ...right.when, weekday: left.when.day } };
  }
  if (left.when.is === 'offset' && right.when.is === 'date') return { ...right, bits: left.bits };
  if (left.when.is === 'offset' && right.when.is === 'weekday' && left.when.by > -3)
    return {
      ...right,
      bits: left.bits,
      when: { ...right.when, points: left.when.by > 0 ? 'next' : right.when.points, beside: left.when.by },
    };
  return null;
}

/** Stages follow from what a rule makes: parts, then moments, then dates. */
export const times: Rule[] = [...timeParts, ...timeMoments, ...combinations, ...timeDistances];
