/** `markdown`: the case as a report for people, in plain text that any editor shows. */
import { sayBecause } from '../../claim/because.ts';
import { type ReportWords, rangeOf, reportWords } from './case-report.ts';
import type { FileFormat } from './format.ts';
import type { ExportedEvent } from './source.ts';

export const markdown: FileFormat = {
  kind: 'file',
  name: 'markdown',
  title: 'Case report (Markdown)',
  mediaType: 'text/markdown; charset=utf-8',
  extension: 'md',
  options: ['lang'],
  loses: [
    'rules and traces behind values',
    'the full texts of reports',
    'figures that were set aside: only the ranges stand here',
  ],
  async *write(source, { lang = 'en' }) {
    const w = reportWords[lang];
    const { at, policy, version, head } = source.made;
    yield `# ${w.title}: ${plain(source.caseName)}\n\n${w.made} ${at} · ${w.policy} ${policy} · ${w.version} ${plain(version)}\n\n${ruleText(source.ruleInWords(lang), w)}## ${w.events}\n\n`;
    for await (const body of source.events()) yield eventText(body, w);
    yield `## ${w.totals}\n\n`;
    for await (const total of source.totals()) {
      yield `- ${plain(source.nameOf(total.origin, lang) ?? total.origin)}: ${total.outcome} ${w.since} ${total.since ?? w.unknown}\n`;
      for (const point of total.points) yield `  - ${w.until} ${point.until ?? w.unknown}: ${rangeOf(point, w)}\n`;
      yield `  - ${w.sum}: ${rangeOf({ low: total.sumLow, high: total.sumHigh }, w)} · ${w.remainder}: ${rangeOf({ low: total.remainderLow, high: total.remainderHigh }, w)}\n`;
    }
    yield `\n## ${w.decisions}\n\n`;
    for await (const { at: day, kind, target, who, why, undone, edit } of source.decisions()) {
      const change = edit === null ? '' : ` (${edit.field}: ${plain(edit.before)} → ${plain(edit.after)})`;
      yield `- ${day.slice(0, 10)} ${kind} ${code(target)}${change}, ${plain(who)}: ${plain(why)}${undone ? ` (${w.undone})` : ''}\n`;
    }
    yield `\n## ${w.reports}\n\n`;
    for await (const { key, outlet, published, sha256 } of source.reports())
      yield `- ${plain(outlet ?? '–')} · ${published?.slice(0, 10) ?? w.unknown} · ${code(key)} · ${code(sha256)}\n`;
    yield `\n## ${w.method}\n\n${w.methodText}\n\n${w.head} ${code(head)}\n`;
  },
};

function ruleText(rule: string | null, w: ReportWords): string {
  return rule === null ? '' : `${w.policy}: ${plain(rule)}\n\n`;
}

function eventText({ event, contradictions, statements }: ExportedEvent, w: ReportWords): string {
  const days =
    event.begin === null
      ? w.unknown
      : event.begin === event.end || event.end === null
        ? event.begin
        : `${event.begin} – ${event.end}`;
  const lines = [
    `### ${event.code} · ${event.type} · ${plain(event.place?.name ?? w.unknown)} · ${days}`,
    '',
    `${w.grade}: ${event.grade.grade} (${plain(sayBecause(event.grade.rule, w === reportWords.ar ? 'ar' : 'en'))})`,
    '',
  ];
  if (event.counts.length > 0) {
    lines.push(`| ${w.count} | ${w.low}–${w.high} | ${w.best} | ${w.origins} |`, '|---|---|---|---|');
    for (const count of event.counts)
      lines.push(`| ${count.outcome} · ${count.who} | ${rangeOf(count, w)} | ${count.best ?? '–'} | ${count.origins} |`);
    lines.push('');
  }
  for (const origin of event.origins)
    lines.push(`- ${w.origin}: ${plain(origin.label)} · ${w.carriers} ${origin.carriers.map(code).join(', ')}`);
  if (contradictions && contradictions.contested.length > 0) {
    lines.push('', `${w.contested}: ${contradictions.contested.join(', ')}`, '');
    for (const row of contradictions.rows) {
      const cells = contradictions.contested.map(
        (column) => `${column} ${row.cells[column].standing} (${row.cells[column].says.map(plain).join(' + ')})`,
      );
      lines.push(`- ${plain(row.label)}: ${cells.join('; ')}`);
    }
  }
  lines.push('');
  for (const { quote, report, claim, original } of statements) {
    const chain = [report.outlet ?? report.key, ...claim.attribution.map((hop) => hop.name)].map(plain).join(' ← ');
    lines.push(
      `> ${plain(quote)}`,
      `> (${chain}, ${code(`${report.key}/${claim.id}`)}${original ? `, ${w.corrected}` : ''})`,
      '',
    );
  }
  return `${lines.join('\n')}\n`;
}

/** Text that Markdown leaves alone, on one line, in its own direction. */
function plain(text: string): string {
  const escaped = text.replace(/\s+/gu, ' ').replace(/([\\`*_{}[\]<>()#+!|~])/gu, '\\$1');
  return /[^\u0020-\u007e]/u.test(escaped) ? `\u2068${escaped}\u2069` : escaped;
}

function code(text: string): string {
  return `\`${text.replace(/[`\s]+/gu, ' ')}\``;
}
