/**
 * A reading for people: one claim a block, in the order of the text. Right-to-left quotes are isolated (U+2068 … U+2069), so that a terminal with
 * bidirectional text shows numbers and names in their order; terminals without it show the marks as nothing.
 */
import type { Claim, Figure, Reading } from '../claim/reading.ts';
import { type Lang, words } from './words.ts';

const isolate = (text: string): string => `\u2068${text.replace(/\s+/g, ' ')}\u2069`;

export function printReading(reading: Reading, text: string, lang: Lang): string {
  const w = words[lang];
  const lines: string[] = [];
  const head = [reading.report.outlet, reading.report.publishedAt].filter((x) => x !== null);
  lines.push(`${head.map((x) => isolate(x!)).join(' · ')}${head.length > 0 ? ' · ' : ''}${w.claims(reading.claims.length)}`);
  if (reading.report.publishedAt === null) lines.push(w.noDay);
  lines.push('');
  for (const [n, claim] of reading.claims.entries()) lines.push(...claimLines(claim, n + 1, text, lang), '');
  if (reading.unread.length > 0) {
    lines.push(w.unread(reading.unread.length));
    for (const span of reading.unread) lines.push(`  ${span.start}–${span.end}  ${isolate(text.slice(span.start, span.end))}`);
    lines.push('');
  }
  return `${lines.join('\n')}`;
}

function claimLines(claim: Claim, n: number, text: string, lang: Lang): string[] {
  const w = words[lang];
  const { event } = claim;
  const lines: string[] = [];
  const row = (name: string, value: string): void => {
    if (value !== '') lines.push(`   ${name.padEnd(11)} ${value}`);
  };
  const chain =
    claim.attribution.length === 0
      ? w.ownVoice
      : claim.attribution
          .map((a) => isolate(a.name) + (a.inferred === null ? '' : ` (${w.inferred[a.inferred]})`))
          .join(lang === 'ar' ? ' ← ' : ' <- ');
  lines.push(
    `${n}. ${w.types[event.type]}  ${isolate(text.slice(event.trigger.start, event.trigger.end))}${claim.stance === 'asserted' ? '' : `  [${w.stances[claim.stance]}]`}${claim.reality === 'current' ? '' : `  [${w.realities[claim.reality]}]`}`,
  );
  row(w.says, chain);
  row(w.actor, event.actor.map((m) => isolate(m.name) + loaded(m.loaded)).join('; '));
  row(w.recipient, event.recipient.map((m) => isolate(m.name) + loaded(m.loaded)).join('; '));
  for (const place of event.places) {
    const at =
      place.resolved === null
        ? ''
        : `  ${place.resolved.lat.toFixed(3)}, ${place.resolved.lon.toFixed(3)} ±${place.resolved.radiusKm} km${place.resolved.candidates > 1 ? ` (${w.candidates(place.resolved.candidates)})` : ''}`;
    row(w.roles[place.role], isolate(place.name) + at);
  }
  if (event.time !== null)
    row(w.when, `${event.time.value ?? w.unknown}  ${isolate(text.slice(event.time.span.start, event.time.span.end))}`);
  row(w.means, event.means.map((m) => isolate(m.name)).join('; '));
  for (const figure of event.figures) lines.push(figureLine(figure, event.figures, lang));
  row(w.words, `${claim.content.start}–${claim.content.end}  ${isolate(text.slice(claim.content.start, claim.content.end))}`);
  return lines;
}

const loaded = (words: { label: string }[] | undefined): string =>
  words === undefined || words.length === 0 ? '' : ` {${words.map((l) => l.label).join(', ')}}`;

/** "2 or more", "6–9", "about 600": never a number without how sure it is. */
export function rangeOf(figure: Pick<Figure, 'low' | 'high' | 'mod'>, lang: Lang): string {
  const w = words[lang];
  const range =
    figure.high === null
      ? w.orMore(figure.low)
      : figure.low === figure.high
        ? String(figure.low)
        : `\u2066${figure.low}–${figure.high}\u2069`;
  return figure.mod === 'about' || figure.mod === 'vague' ? `${w.mods[figure.mod]} ${range}` : range;
}

function figureLine(figure: Figure, all: readonly Figure[], lang: Lang): string {
  const w = words[lang];
  let depth = 0;
  for (let f = figure; f.partOf !== null && depth < 9; f = all[f.partOf]) depth++;
  const since = figure.scope === 'running-total' ? `  [${w.running}${figure.since === null ? '' : ` ${figure.since}`}]` : '';
  return `   ${'  '.repeat(depth)}${depth > 0 ? '└ ' : ''}${w.outcomes[figure.outcome]} ${rangeOf(figure, lang)}${figure.who === 'unknown' ? '' : ` ${w.whos[figure.who]}`}  ${isolate(figure.text)}${since}`;
}
