/** `html`: the case as one page for people, to read, print and hand on; no script, nothing from elsewhere. */
import { sayBecause } from '../../claim/because.ts';
import { type ReportWords, rangeOf, reportWords } from './case-report.ts';
import type { FileFormat } from './format.ts';
import { markdown } from './markdown.ts';
import type { ExportedEvent } from './source.ts';

const STYLE = `body{font:1rem/1.6 system-ui,'Noto Naskh Arabic',serif;max-inline-size:60rem;margin-inline:auto;padding:1rem}
table{border-collapse:collapse}th,td{border:1px solid #999;padding:.2rem .6rem;text-align:start}
blockquote{border-inline-start:.25rem solid #888;margin-inline:0;padding-inline-start:1rem}code{overflow-wrap:anywhere}
section{break-inside:avoid}@media print{body{max-inline-size:none}}`;

export const html: FileFormat = {
  kind: 'file',
  name: 'html',
  title: 'Case report (one HTML page)',
  mediaType: 'text/html; charset=utf-8',
  extension: 'html',
  options: ['lang'],
  loses: markdown.loses,
  async *write(source, { lang = 'en' }) {
    const w = reportWords[lang];
    const { at, policy, version, head } = source.made;
    yield `<!doctype html>
<html lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${safe(`${w.title}: ${source.caseName}`)}</title><style>${STYLE}</style></head><body>
<h1>${w.title}: ${own(source.caseName)}</h1>
<p>${w.made} <time>${safe(at)}</time> · ${w.policy} ${safe(policy)} · ${w.version} ${own(version)}</p>${ruleOf(source.ruleInWords(lang), w)}
<h2>${w.events}</h2>
`;
    for await (const body of source.events()) yield eventSection(body, w);
    yield `<h2>${w.totals}</h2><ul>\n`;
    for await (const total of source.totals()) {
      const points = total.points
        .map((point) => `<li>${w.until} ${point.until ?? w.unknown}: ${own(rangeOf(point, w))}</li>`)
        .join('');
      const rest = `<li>${w.sum}: ${own(rangeOf({ low: total.sumLow, high: total.sumHigh }, w))} · ${w.remainder}: ${own(rangeOf({ low: total.remainderLow, high: total.remainderHigh }, w))}</li>`;
      yield `<li>${own(source.nameOf(total.origin, lang) ?? total.origin)}: ${safe(total.outcome)} ${w.since} ${total.since ?? w.unknown}<ul>${points}${rest}</ul></li>\n`;
    }
    yield `</ul><h2>${w.decisions}</h2><ul>\n`;
    for await (const { at: day, kind, target, who, why, undone, edit } of source.decisions()) {
      const change = edit === null ? '' : ` (${safe(edit.field)}: ${own(edit.before)} → ${own(edit.after)})`;
      yield `<li>${safe(day.slice(0, 10))} ${safe(kind)} <code>${safe(target)}</code>${change}, ${own(who)}: ${own(why)}${undone ? ` (${w.undone})` : ''}</li>\n`;
    }
    yield `</ul><h2>${w.reports}</h2><table><tr><th>${w.outlet}</th><th>${w.published}</th><th></th><th>${w.sha256}</th></tr>\n`;
    for await (const { key, outlet, published, sha256 } of source.reports())
      yield `<tr><td>${own(outlet ?? '–')}</td><td>${safe(published?.slice(0, 10) ?? w.unknown)}</td><td><code>${safe(key)}</code></td><td><code>${sha256}</code></td></tr>\n`;
    yield `</table><h2>${w.method}</h2><p>${w.methodText}</p><p>${w.head} <code>${safe(head)}</code></p></body></html>\n`;
  },
};

function eventSection({ event, contradictions, statements }: ExportedEvent, w: ReportWords): string {
  const days =
    event.begin === null
      ? w.unknown
      : event.begin === event.end || event.end === null
        ? event.begin
        : `${event.begin} – ${event.end}`;
  const rows = event.counts.map(
    (count) =>
      `<tr><td>${count.outcome} · ${count.who}</td><td>${own(rangeOf(count, w))}</td><td>${count.best ?? '–'}</td><td>${count.origins}</td></tr>`,
  );
  const counts =
    rows.length === 0
      ? ''
      : `<table><tr><th>${w.count}</th><th>${w.low}–${w.high}</th><th>${w.best}</th><th>${w.origins}</th></tr>${rows.join('')}</table>`;
  const origins = event.origins.map(
    (origin) =>
      `<li>${own(origin.label)} · ${w.carriers} ${origin.carriers.map((key) => `<code>${safe(key)}</code>`).join(' ')}</li>`,
  );
  const contested = contradictions?.contested ?? [];
  const matrix =
    contradictions && contested.length > 0
      ? `<table><tr><th>${w.origin}</th>${contested.map((column) => `<th>${column}</th>`).join('')}</tr>${contradictions.rows
          .map(
            (row) =>
              `<tr><td>${own(row.label)}</td>${contested.map((column) => `<td>${row.cells[column].standing}: ${row.cells[column].says.map(own).join(' + ')}</td>`).join('')}</tr>`,
          )
          .join('')}</table>`
      : '';
  const quotes = statements.map(({ quote, report, claim, original }) => {
    const chain = [report.outlet ?? report.key, ...claim.attribution.map((hop) => hop.name)].map(own).join(' ← ');
    return `<blockquote><p dir="auto">${safe(quote)}</p><p>${chain} <code>${safe(`${report.key}/${claim.id}`)}</code>${original ? ` · ${w.corrected}` : ''}</p></blockquote>`;
  });
  return `<section id="${safe(event.code)}"><h3>${safe(event.code)} · ${event.type} · ${own(event.place?.name ?? w.unknown)} · ${own(days)}</h3>
<p>${w.grade}: ${event.grade.grade} (${own(sayBecause(event.grade.rule, w === reportWords.ar ? 'ar' : 'en'))})</p>
${counts}<ul>${origins.join('')}</ul>${matrix === '' ? '' : `<h4>${w.contested}</h4>${matrix}`}
${quotes.join('\n')}</section>
`;
}

function safe(text: string): string {
  return text.toWellFormed().replace(/[&<>"'\0]/gu, (sign) => (sign === '\0' ? '\ufffd' : `&#${sign.codePointAt(0)};`));
}

/** Words from elsewhere keep their own direction. */
function own(text: string): string {
  return `<bdi>${safe(text)}</bdi>`;
}

function ruleOf(rule: string | null, w: ReportWords): string {
  return rule === null ? '' : `\n<p>${w.policy}: ${safe(rule)}</p>`;
}
