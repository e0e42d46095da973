/**
 * The day from which a report looks back. A daily tells of today and yesterday; a weekly record or an inquiry into one attack tells of days that lie weeks
 * before its publication, and those are its news all the same.
 */
import { TIMED } from './class-groups.ts';
import { daysOf } from './date-values.ts';
import { daysBetween } from './days.ts';
import type { Doc } from './doc.ts';
import type { Sentence } from './sentences.ts';
import { nodeOf } from './words.ts';

/** A report that names a day so near to its publication tells of days like it. */
const NEAR = 2;
/** What a report of this week begins with is its news, whatever else it tells of today. */
const WEEK = 7;
/** What lies farther back is history, whoever begins with it. */
const FAR = 62;
/** News has a day, a week or a month. */
const LONG = 31;

/** The day of publication, or the first day that the report begins with where it names none that is nearer. */
export function newsDay(doc: Doc, sentences: readonly Sentence[], published: string | null): string | null {
  const lead = sentences.find(({ headline, furniture }) => !headline && !furniture);
  if (published === null || lead === undefined) return published;
  let day: string | null = null;
  for (const { start, end, furniture } of sentences) {
    if (furniture) continue;
    for (let i = start; i < end; i++) {
      if ((doc.groups[i] & TIMED) === 0) continue;
      for (const node of doc.at[i]) {
        // "in a report issued yesterday": the day on which it came out is none that it tells of
        if (node.kind !== 'date' || (i > start && nodeOf(doc, i - 1, 'issued') !== null)) continue;
        const days = daysOf(node);
        if (days?.begin == null || days.end === null) continue;
        const back = daysBetween(days.end, published);
        if (back <= NEAR && back >= -NEAR && (start === lead.start || day === null || daysBetween(day, published) > WEEK))
          return published;
        const isNews = start === lead.start && back > 0 && back <= FAR && daysBetween(days.begin, days.end) <= LONG;
        if (isNews && (node.value as { open?: boolean }).open !== true && (day === null || days.begin < day)) day = days.begin;
      }
    }
  }
  return day ?? published;
}
