/** What a case report for people says, apart from how it is marked up: its words in both languages. */
import type { Count } from '../../claim/count.ts';
import arabic from './case-report.ar.json' with { type: 'json' };

const english = {
  title: 'Case report',
  events: 'Events',
  reports: 'Reports',
  totals: 'Running totals',
  decisions: 'Decisions of people',
  method: 'How this came about',
  methodText:
    'Counts are what sources say, not what is known to have happened. Lowest and highest stand over independent origins: outlets that quote one source are one origin. Running totals are never added to events. Grades are suggested by a stated rule.',
  policy: 'counting policy',
  made: 'made',
  version: 'version',
  head: 'head of the journal',
  unknown: 'not known',
  place: 'where',
  day: 'when',
  grade: 'suggested grade',
  count: 'count',
  low: 'low',
  best: 'best',
  high: 'high',
  origins: 'independent origins',
  origin: 'origin',
  carriers: 'carried by',
  contested: 'contested',
  says: 'says',
  words: 'words',
  outlet: 'outlet',
  published: 'published',
  sha256: 'SHA-256',
  since: 'since',
  until: 'until',
  total: 'total',
  sum: 'sum of events inside',
  remainder: 'unexplained',
  nothing: 'none',
  open: 'or more',
  undone: 'undone',
  corrected: 'corrected',
};

export type ReportWords = typeof english;
export const reportWords: Record<'en' | 'ar', ReportWords> = { en: english, ar: arabic };

export function rangeOf({ low, high }: Pick<Count, 'low' | 'high'>, w: ReportWords): string {
  return high === null ? `${low} ${w.open}` : low === high ? String(low) : `${low}–${high}`;
}
