/** The language of the screens, remembered; `t` holds its messages. Numbers are written in one place, so that ranges never flip. */
import { computed, effect, signal } from '@preact/signals';
import { ar } from './messages/ar.ts';
import { en, type Messages } from './messages/en.ts';

export type Lang = 'ar' | 'en';

const wanted = new URLSearchParams(location.search).get('lang') ?? recall('lang') ?? navigator.language.slice(0, 2);
export const lang = signal<Lang>(wanted === 'ar' ? 'ar' : 'en');
/** Arabic-Indic digits, on request. */
export const digits = signal<'latn' | 'arab'>(recall('digits') === 'arab' ? 'arab' : 'latn');
export const t = computed<Messages>(() => (lang.value === 'ar' ? ar : en));

effect(() => {
  document.documentElement.lang = lang.value;
  document.documentElement.dir = lang.value === 'ar' ? 'rtl' : 'ltr';
  remember('lang', lang.value);
  remember('digits', digits.value);
});

export function recall(name: string): string | null {
  try {
    return localStorage.getItem(`isnad.${name}`);
  } catch {
    return null;
  }
}

export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(`isnad.${name}`, value);
  } catch {
    // A browser that keeps nothing still works.
  }
}

const locale = () => (lang.value === 'ar' ? `ar-u-nu-${digits.value}` : 'en');

export function number(value: number): string {
  return new Intl.NumberFormat(locale(), { maximumFractionDigits: 1 }).format(value);
}

/** Numbers inside a sentence, with the digits that were asked for. */
export function inDigits(sentence: string): string {
  if (lang.value !== 'ar' || digits.value === 'latn') return sentence;
  return sentence.replace(/[0-9]/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
}

/** "13–18", "13+" or "13": for use inside <bdi>, left to right in both languages. */
export function range(low: number, high: number | null): string {
  if (high === null) return `${number(low)}+`;
  return low === high ? number(low) : `${number(low)}–${number(high)}`;
}

export function day(iso: string | null | undefined): string {
  if (!iso) return t.value.unknown;
  const time = Date.parse(`${iso.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(time)) return iso;
  return new Intl.DateTimeFormat(locale(), {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
    calendar: 'gregory',
  }).format(time);
}

/** Names of the Hijri months, the first first. */
export function hijriMonths(of: Lang): string[] {
  const name = new Intl.DateTimeFormat(`${of}-u-ca-islamic-civil-nu-latn`, { month: 'long', timeZone: 'UTC' });
  // days in the middle of the months of a year
  return Array.from({ length: 12 }, (_, n) => name.format(Date.UTC(2018, 8, 26) + n * 29.53 * 86_400_000));
}

export function days(begin: string | null, end: string | null): string {
  if (begin === null && end === null) return t.value.unknown;
  if (begin === end || end === null || begin === null) return day(begin ?? end);
  return `${day(begin)} – ${day(end)}`;
}
