/** The days of a claim, corrected in the calendar that a person counts in; what is kept is the Gregorian day, which is shown before it is saved. */
import { useState } from 'preact/hooks';
import { type CivilDate, daysInHijriMonth, gregorianOf, hijriOf, parseDay } from '../../../src/claim/calendar.ts';
import type { Claim } from '../../../src/claim/reading.ts';
import { days, hijriMonths, lang, number, recall, remember, t } from '../../language.ts';
import { Save, type Send, western } from './form-parts.tsx';

type Calendar = 'gregorian' | 'hijri';

export function DaysForm({ claim: { event }, send }: { claim: Claim; send: Send }) {
  const m = t.value.review;
  const before = { begin: event.time?.begin ?? '', end: event.time?.end ?? '', isWhole: true };
  const [days, setDays] = useState<Days>(before);
  const isOff =
    !areDays(days) || (days.begin === before.begin && days.end === before.end) || (days.begin === '' && days.end !== '');
  return (
    <div class="value days-form" role="group" aria-label={m.fields.time}>
      <DaysFields days={days} onDays={setDays} />
      <Save
        name={m.fields.time}
        isOff={isOff}
        onClick={() => send({ field: 'time', begin: days.begin || null, end: days.end || null })}
      />
    </div>
  );
}

/** Gregorian, '' where there is none. `isWhole`: what stands in the fields are days. */
export type Days = { begin: string; end: string; isWhole: boolean };

export const areDays = ({ begin, end, isWhole }: Days): boolean => isWhole && !(begin !== '' && end !== '' && end < begin);

/** From a day to a day, in either calendar. */
export function DaysFields({ days: { begin, end, isWhole }, onDays }: { days: Days; onDays: (days: Days) => void }) {
  const m = t.value.review;
  const [calendar, setCalendar] = useState<Calendar>(recall('calendar') === 'hijri' ? 'hijri' : 'gregorian');
  const [wrong, setWrong] = useState({ begin: false, end: false });
  const choose = (wanted: Calendar) => {
    setCalendar(wanted);
    remember('calendar', wanted);
    setWrong({ begin: false, end: false });
    onDays({ begin, end, isWhole: true });
  };
  /** Null: what stands in the fields is no day. */
  const change = (which: 'begin' | 'end') => (day: string | null) => {
    const next = { ...wrong, [which]: day === null };
    setWrong(next);
    onDays({ begin, end, ...(day === null ? {} : { [which]: day }), isWhole: !next.begin && !next.end });
  };
  return (
    <>
      <label>
        {m.calendar}
        <select value={calendar} data-test="edit-calendar" onChange={(event) => choose(event.currentTarget.value as Calendar)}>
          {(['gregorian', 'hijri'] as const).map((name) => (
            <option key={name} value={name}>
              {m.calendars[name]}
            </option>
          ))}
        </select>
      </label>
      {calendar === 'gregorian' ? (
        <>
          <label>
            {m.fields.time}
            <input
              type="date"
              value={begin}
              data-test="edit-begin"
              onInput={(event) => change('begin')(event.currentTarget.value)}
            />
          </label>
          <label>
            {t.value.explore.to}
            <input type="date" value={end} data-test="edit-end" onInput={(event) => change('end')(event.currentTarget.value)} />
          </label>
        </>
      ) : (
        <>
          <HijriDay label={m.fields.time} test="begin" day={begin} onDay={change('begin')} />
          <HijriDay label={t.value.explore.to} test="end" day={end} onDay={change('end')} />
          <p class="soft" aria-live="polite" data-test="hijri-is">
            {!isWhole ? m.noSuchDay : begin === '' ? '' : `= ${days(begin, end || null)}. `}
            {m.hijriHow}
          </p>
        </>
      )}
      {begin !== '' && end !== '' && end < begin && <p class="warn-text">{m.reversed}</p>}
    </>
  );
}

type DayProps = { label: string; test: string; day: string; onDay: (day: string | null) => void };

/** Tells the Gregorian day; '' when it is left empty, null when there is no such day. */
function HijriDay({ label, test, day, onDay }: DayProps) {
  const m = t.value.review;
  const known = hijriIn(day);
  const [parts, setParts] = useState({ day: text(known?.day), month: text(known?.month ?? 1), year: text(known?.year) });
  const change = (part: Partial<typeof parts>) => {
    const next = { ...parts, ...part };
    setParts(next);
    onDay(next.day === '' && next.year === '' ? '' : gregorianOf(`${next.year}-${next.month}-${next.day}`));
  };
  const most = Number(parts.year) > 0 ? daysInHijriMonth(Number(parts.year), Number(parts.month)) : 30;
  const field = (name: 'day' | 'year', width: number) => (
    <input
      class="amount"
      dir="ltr"
      inputMode="numeric"
      maxLength={width}
      value={parts[name]}
      aria-label={`${label}: ${m[name]}`}
      title={name === 'day' ? `${m.day} (${number(1)}–${number(most)})` : m.year}
      data-test={`hijri-${test}-${name}`}
      onInput={(event) => change({ [name]: western(event.currentTarget.value).trim() })}
    />
  );
  return (
    <span class="hijri" role="group" aria-label={label}>
      <span class="value-name">{label}</span>
      {field('day', 2)}
      <select
        value={parts.month}
        aria-label={`${label}: ${m.month}`}
        data-test={`hijri-${test}-month`}
        onChange={(event) => change({ month: event.currentTarget.value })}
      >
        {hijriMonths(lang.value).map((name, i) => (
          <option key={name} value={String(i + 1)}>
            {name}
          </option>
        ))}
      </select>
      {field('year', 4)}
    </span>
  );
}

const text = (n: number | undefined): string => (n === undefined ? '' : String(n));

function hijriIn(day: string): CivilDate | null {
  const at = day === '' ? null : parseDay(day);
  return at === null ? null : hijriOf(at);
}
