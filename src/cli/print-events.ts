/** Events of a case for people: what, where, when; each count with its range; under it every figure, who gave it, and why it was not used. */
import type { ReconciledCase } from '../app/reconcile-lines.ts';
import { sayBecause } from '../claim/because.ts';
import type { Count, FigureUse } from '../claim/count.ts';
import type { Event } from '../claim/event.ts';
import arabicWords from './events.ar.json' with { type: 'json' };
import { rangeOf } from './print-reading.ts';
import { type Lang, words } from './words.ts';

const english: typeof arabicWords = {
  reports: 'reports',
  events: 'events',
  origins: 'independent origins',
  case: 'case',
  noPlace: 'place not settled',
  noDay: 'day not settled',
  all: 'all',
  provisional: 'provisional: fewer independent origins than the rule wants',
  notCounted: 'not used',
  grade: 'suggested grade',
  says: 'says',
  grades: { confirmed: 'confirmed', fair: 'fair', weak: 'weak', contested: 'contested', discounted: 'discounted' },
};
const labels: Record<Lang, typeof arabicWords> = { en: english, ar: arabicWords };

const isolate = (text: string): string => `\u2068${text.replace(/\s+/g, ' ')}\u2069`;

export function printEvents(one: ReconciledCase, lang: Lang): string {
  const w = labels[lang];
  const title = one.name === null ? '' : `${w.case} ${isolate(one.name)} · `;
  const lines = [`${title}${w.reports}: ${one.reports} · ${w.events}: ${one.found.events.length}`, ''];
  const events = one.found.events.map((body) => body.event).sort((a, b) => b.reports.length - a.reports.length);
  for (const event of events) lines.push(...eventLines(event, one, lang), '');
  return `${lines.join('\n')}\n`;
}

function eventLines(event: Event, one: ReconciledCase, lang: Lang): string[] {
  const w = labels[lang];
  const days = event.begin === null ? w.noDay : event.begin === event.end ? event.begin : `${event.begin}/${event.end}`;
  const lines = [
    `${event.code}  ${words[lang].types[event.type]} · ${event.place ? isolate(event.place.name) : w.noPlace} · ${days}`,
    `  ${w.reports}: ${event.reports.length} · ${w.origins}: ${event.origins.map((origin) => isolate(origin.label)).join(', ')}`,
    `  ${w.grade}: ${w.grades[event.grade.grade]}`,
  ];
  for (const count of event.counts) lines.push(...countLines(count, event, one, lang));
  return lines;
}

function countLines(count: Count, event: Event, one: ReconciledCase, lang: Lang): string[] {
  const w = labels[lang];
  const { low, best, high, outcome, who } = count;
  const range = high === null ? words[lang].orMore(low) : low === high ? `${low}` : `\u2066${low}–${high}\u2069`;
  const middle = best === null || (low === high && best === low) ? '' : ` (${best})`;
  const group = who === 'all' ? w.all : words[lang].whos[who];
  const lines = [
    `  ${words[lang].outcomes[outcome]} · ${group}: ${range}${middle}${count.provisional ? `  [${w.provisional}]` : ''}`,
  ];
  if (who === 'all') for (const use of count.figures) lines.push(`    ${useLine(use, event, one, lang)}`);
  return lines;
}

function useLine(use: FigureUse, event: Event, one: ReconciledCase, lang: Lang): string {
  const origin = event.origins.find((candidate) => candidate.key === use.origin);
  const input = one.inputs.find((candidate) => candidate.report === use.report);
  const figure = input?.reading.claims.find((claim) => claim.id === use.claim)?.event.figures[use.figure];
  const quote = figure ? isolate(figure.text) : '';
  const aside = use.aside === null ? '' : `  [${labels[lang].notCounted}: ${sayBecause(use.why, lang)}]`;
  return `${rangeOf(use, lang)}  ${quote}  ${isolate(origin?.label ?? use.origin)} (${isolate(use.report)})${aside}`;
}
