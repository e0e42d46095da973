/** One event for people: head, counts with every figure behind them, origins, the matrix, claims with their words, decisions. */
import type { EventScreen } from '../app/event-page.ts';
import { sayBecause } from '../claim/because.ts';
import type { Contradictions } from '../claim/contradiction.ts';
import { COLUMNS } from '../claim/contradiction.ts';
import type { Count } from '../claim/count.ts';
import type { ClaimView } from '../ledger/index.ts';
import { fill, ledgerWords } from './ledger-words.ts';
import type { Namer } from './named.ts';
import { rangeOf } from './print-reading.ts';
import { rangeText } from './range-text.ts';
import { isolated } from './table.ts';
import { type Lang, words } from './words.ts';

export function printEvent(page: EventScreen, lang: Lang, name: Namer): string {
  const { event, contradictions, claims, claimCount, rejected, decisions } = page;
  const w = ledgerWords[lang];
  const start = lang === 'ar' ? '\u200f' : '';
  const lines: string[] = [];
  const days =
    event.begin === event.end || event.end === null ? (event.begin ?? w.unknown) : `\u2066${event.begin} – ${event.end}\u2069`;
  lines.push(
    `${event.code}  ${words[lang].types[event.type]} · ${event.place ? isolated(event.place.name) : w.unknown} · ${days}`,
  );
  if (event.place?.lat != null)
    lines.push(`  ${event.place.lat.toFixed(3)}, ${event.place.lon?.toFixed(3)} ±${event.place.radiusKm} km`);
  if (event.aliases.length > 0) lines.push(`  ${fill(w.alsoCalled, { codes: event.aliases.join(' ') })}`);
  lines.push(`  ${w.suggestedGrade}: ${w.grades[event.grade.grade]} (${sayBecause(event.grade.rule, lang, name)})`, '');
  if (event.counts.length > 0) {
    lines.push(fill(w.countsUnder, { policy: event.counts[0].policy }));
    for (const count of event.counts) lines.push(...countLines(count, page, lang));
    lines.push('');
  }
  lines.push(w.originsTitle);
  for (const origin of event.origins) {
    const carriers = `${w.carriers}: ${origin.carriers.map(isolated).join(', ')}`;
    lines.push(`  ${isolated(origin.label)}  ×${origin.carriers.length}  ${carriers}`);
    for (const because of origin.because) lines.push(`    ${sayBecause(because, lang, name)}`);
  }
  if (contradictions) lines.push('', w.matrixTitle, ...matrixLines(contradictions, lang, name));
  lines.push('', `${w.claimsTitle} (${claims.length}${claims.length < claimCount ? ` / ${claimCount}` : ''})`);
  for (const claim of claims) lines.push(...claimLines(claim, lang, name));
  if (rejected.length > 0) {
    lines.push('', `${w.rejectedTitle} (${rejected.length})`);
    for (const claim of rejected) lines.push(...claimLines(claim, lang, name));
  }
  if (decisions.length > 0) {
    lines.push('', w.decisionsTitle);
    for (const { id, kind, who, why, at, undone } of decisions)
      lines.push(`  ${id}  ${at.slice(0, 16)}  ${kind}  ${isolated(who)}: ${isolated(why)}${undone ? `  [${w.undone}]` : ''}`);
  }
  return lines.map((line) => `${start}${line}\n`).join('');
}

function countLines(count: Count, { event }: EventScreen, lang: Lang): string[] {
  const w = ledgerWords[lang];
  const { outcome, who, low, best, high, provisional, note, origins } = count;
  const middle = best !== null && (low !== high || high === null) ? `  (${w.best} ${best})` : '';
  const lines = [
    `  ${words[lang].outcomes[outcome]} · ${w.groups[who]}: ${rangeText(low, high, w)}${middle}  ${w.origins}: ${origins}${provisional ? `  [${w.provisional}]` : ''}`,
  ];
  if (who !== 'all') return lines;
  lines.push(`    ${sayBecause(note, lang)}`);
  for (const use of count.figures) {
    const origin = event.origins.find((one) => one.key === use.origin);
    const aside = use.aside === null ? '' : `  [${w.setAside}: ${sayBecause(use.why, lang)}]`;
    lines.push(`    ${rangeOf(use, lang)}  ${isolated(origin?.label ?? use.origin)} · ${isolated(use.report)}${aside}`);
  }
  return lines;
}

export function matrixLines({ rows, contested }: Contradictions, lang: Lang, name: Namer): string[] {
  const w = ledgerWords[lang];
  const lines: string[] = [];
  for (const row of rows) {
    lines.push(`  ${isolated(row.label)}  ×${row.carriers}`);
    for (const column of COLUMNS) {
      const { standing, says } = row.cells[column];
      if (standing === 'silent') continue;
      const shown = says.map((one) => isolated(saidText(one, column, lang, name))).join(' + ');
      lines.push(`    ${contested.includes(column) ? '!' : ' '} ${w.columns[column]}: ${w.standings[standing]}  ${shown}`);
    }
  }
  return lines;
}

function saidText(says: string, column: string, lang: Lang, name: Namer): string {
  if (column === 'what') return words[lang].types[says as 'other'] ?? says;
  if (column === 'stance') return words[lang].stances[says as 'asserted'] ?? says;
  return column === 'who' || column === 'whom' ? name(says) : says;
}

export function claimLines({ claim, quote, report, review }: ClaimView, lang: Lang, name: Namer): string[] {
  const arrow = lang === 'ar' ? ' ← ' : ' <- ';
  const chain = claim.attribution.map((hop) => isolated(hop.entity ? name(hop.entity) : hop.name));
  const voices = [isolated(report.outlet ?? report.key), ...chain].join(arrow);
  const figures = claim.event.figures
    .map((figure) => `${words[lang].outcomes[figure.outcome]} ${rangeOf(figure, lang)}`)
    .join(' · ');
  const stance = claim.stance === 'asserted' ? '' : `  [${words[lang].stances[claim.stance]}]`;
  const head = `  ${words[lang].types[claim.event.type]}${stance}  ${voices}${report.published ? `  ${report.published.slice(0, 10)}` : ''}`;
  const lines = [head, `    ${isolated(quote.replace(/\s+/gu, ' '))}`];
  if (figures !== '') lines.push(`    ${figures}`);
  lines.push(`    ${isolated(`${report.key}/${claim.id}`)}${review ? `  (${ledgerWords[lang].review}: ${review})` : ''}`);
  return lines;
}
