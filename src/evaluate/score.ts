/**
 * Precision, recall and F1 of readings against gold, slot by slot. The rules are those of the annotation guidelines: claims are paired by trigger, figure or
 * place in the text; a slot of an optional claim neither earns nor costs; names are equal when half of the words of the shorter one are shared.
 */
import type { GoldFigure, GoldReport, Side, Span } from './gold.ts';

export type Tally = { tp: number; fp: number; fn: number };
export type Slip = { report: string; dimension: string; kind: 'missed' | 'spurious' | 'wrong'; what: string };
export type Score = { tallies: Map<string, Tally>; slips: Slip[] };

export const DIMENSIONS = [
  'all slots',
  'claim found',
  'claim typed',
  'attribution chain',
  'stance',
  'reality',
  'actor',
  'recipient',
  'place',
  'date',
  'figure found',
  'figure',
  'figure: who',
  'figure: part of',
  'figure: running total',
];

export const newScore = (): Score => ({ tallies: new Map(), slips: [] });

export function add(score: Score, dimension: string, tp: number, fp: number, fn: number): void {
  const tally = score.tallies.get(dimension);
  if (tally === undefined) score.tallies.set(dimension, { tp, fp, fn });
  else {
    tally.tp += tp;
    tally.fp += fp;
    tally.fn += fn;
  }
}

export function f1(tally: Tally | undefined): { p: number; r: number; f: number } {
  if (tally === undefined) return { p: 0, r: 0, f: 0 };
  const p = tally.tp / (tally.tp + tally.fp || 1);
  const r = tally.tp / (tally.tp + tally.fn || 1);
  return { p, r, f: (2 * p * r) / (p + r || 1) };
}

const fold = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[\u064B-\u0652\u0670\u0640\u200B-\u200F\u202A-\u202E\u2066-\u2069]/g, '')
    .replace(/[\u0622\u0623\u0625\u0671]/g, '\u0627')
    .replace(/\u0649/g, '\u064A')
    .replace(/\u0629/g, '\u0647')
    .toLowerCase();
/** Words that say what kind of thing a name is, in folded spelling: agency, site, city, town, village, area, governorate, countryside, in, from, on, about, to, forces, organization. */
const common = new Set([
  '\u0648\u0643\u0627\u0644\u0647',
  '\u0645\u0648\u0642\u0639',
  '\u0645\u062F\u064A\u0646\u0647',
  '\u0628\u0644\u062F\u0647',
  '\u0642\u0631\u064A\u0647',
  '\u0645\u0646\u0637\u0642\u0647',
  '\u0645\u062D\u0627\u0641\u0638\u0647',
  '\u0631\u064A\u0641',
  '\u0641\u064A',
  '\u0645\u0646',
  '\u0639\u0644\u064A',
  '\u0639\u0646',
  '\u0627\u0644\u064A',
  '\u0642\u0648\u0627\u062A',
  '\u062A\u0646\u0638\u064A\u0645',
]);
const clitics = /^(?:[\u0648\u0641])?(?:\u0644?\u0627\u0644|\u0644\u0644|[\u0628\u0644\u0643])?(?=.{3})/u;

function nameWords(name: string): Set<string> {
  const all = fold(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map((w) => w.replace(clitics, ''));
  const telling = all.filter((w) => !common.has(w));
  return new Set(telling.length > 0 ? telling : all);
}

export function sameName(a: string, b: string): boolean {
  const x = nameWords(a);
  const y = nameWords(b);
  let n = 0;
  for (const w of x) if (y.has(w)) n++;
  return n > 0 && 2 * n >= Math.min(x.size, y.size);
}

const shared = (a: Span, b: Span): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
export const sameChain = (a: string[], b: string[]): boolean => a.length === b.length && a.every((x, k) => sameName(x, b[k]));
const typed = (g: Side, p: Side): boolean => g.types.some((t) => p.types.includes(t));
const held = new Set(['detained', 'captured', 'abducted']);
const sameOutcome = (a: string, b: string): boolean => a === b || (held.has(a) && held.has(b));

/** Best pairs first; each side once. */
function pair<A, B>(left: A[], right: B[], weigh: (a: A, b: B) => number): Map<number, number> {
  const pairs: [number, number, number][] = [];
  left.forEach((a, i) => {
    right.forEach((b, j) => {
      const weight = weigh(a, b);
      if (weight > 0) pairs.push([weight, i, j]);
    });
  });
  pairs.sort((x, y) => y[0] - x[0] || x[1] - y[1] || x[2] - y[2]);
  const found = new Map<number, number>();
  const taken = new Set<number>();
  for (const [, i, j] of pairs) {
    if (found.has(i) || taken.has(j)) continue;
    found.set(i, j);
    taken.add(j);
  }
  return found;
}

function claimWeight(g: Side, p: Side): number {
  let weight = 0;
  if (g.trigger && p.trigger && shared(g.trigger, p.trigger) > 0) weight = 4;
  else if (
    g.figures.some((f) => p.figures.some((h) => f.span && h.span && shared(f.span, h.span) > 0 && f.outcome === h.outcome))
  )
    weight = 3;
  else if (typed(g, p) && g.trigger && p.content && shared(g.trigger, p.content) > 0) weight = 1;
  if (weight === 0) return 0;
  return weight + (typed(g, p) ? 1 : 0) + (sameChain(g.chain, p.chain) ? 0.5 : 0);
}

/** Adds one report to the score. */
export function scoreReport(score: Score, gold: GoldReport, read: Side[]): void {
  scoreFigures(score, gold, read);
  const found = pair(gold.claims, read, claimWeight);
  const all = (dimension: string, ok: boolean, inGold: boolean, inRead: boolean): void => {
    const fp = inRead && !ok ? 1 : 0;
    const fn = inGold && !ok ? 1 : 0;
    add(score, dimension, ok ? 1 : 0, fp, fn);
    add(score, 'all slots', ok ? 1 : 0, fp, fn);
  };
  const slip = (dimension: string, kind: Slip['kind'], what: string): void =>
    void score.slips.push({ report: gold.id, dimension, kind, what });
  gold.claims.forEach((g, i) => {
    if (g.optional) return;
    const p = found.has(i) ? read[found.get(i)!] : null;
    const said = quote(gold, g.trigger);
    add(score, 'claim found', p ? 1 : 0, 0, p ? 0 : 1);
    if (p === null) slip('claim', 'missed', `${g.types[0]} ${said} [${g.chain.join(' <- ')}]`);
    const okType = p !== null && typed(g, p);
    all('claim typed', okType, true, p !== null);
    if (p !== null && !okType) slip('type', 'wrong', `${said} ${g.types.join('|')} read as ${p.types[0]}`);
    const okChain = p !== null && sameChain(g.chain, p.chain);
    all('attribution chain', okChain, true, p !== null);
    if (p !== null && !okChain) slip('chain', 'wrong', `${said} [${g.chain.join(' <- ')}] read as [${p.chain.join(' <- ')}]`);
    all('stance', p !== null && g.stance === p.stance, true, p !== null);
    if (p !== null && g.stance !== p.stance) slip('stance', 'wrong', `${said} ${g.stance} read as ${p.stance}`);
    if (p !== null) {
      const ok = g.reality === p.reality;
      add(score, 'reality', ok ? 1 : 0, ok ? 0 : 1, ok ? 0 : 1);
      if (!ok) slip('reality', 'wrong', `${said} ${g.reality} read as ${p.reality}`);
    }
    for (const k of ['actor', 'recipient', 'place'] as const)
      slots(score, k, g[k], p === null ? [] : p[k], (kind, what) => slip(k, kind, `${said}: ${what}`));
    if (g.date !== null || p?.date != null) {
      const ok = p !== null && g.date === p.date;
      all('date', ok, g.date !== null, p?.date != null);
      if (!ok)
        slip(
          'date',
          p?.date == null ? 'missed' : g.date === null ? 'spurious' : 'wrong',
          `${said}: ${g.date} read as ${p?.date ?? null}`,
        );
    }
  });
  const used = new Set(found.values());
  read.forEach((p, j) => {
    if (used.has(j)) return;
    if (gold.claims.some((g) => g.optional && g.trigger && p.trigger && shared(g.trigger, p.trigger) > 0)) return;
    for (const k of ['claim found', 'claim typed', 'attribution chain', 'stance']) add(score, k, 0, 1, 0);
    add(score, 'all slots', 0, 3, 0);
    slip('claim', 'spurious', `${p.types[0]} ${quote(gold, p.trigger)} [${p.chain.join(' <- ')}]`);
  });
}

function slots(
  score: Score,
  dimension: string,
  gold: string[],
  read: string[],
  slip: (kind: Slip['kind'], what: string) => void,
): void {
  const used = new Set<number>();
  let tp = 0;
  for (const g of gold) {
    const j = read.findIndex((r, n) => !used.has(n) && sameName(g, r));
    if (j < 0) slip('missed', g);
    else {
      used.add(j);
      tp++;
    }
  }
  read.forEach((r, n) => void (used.has(n) || slip('spurious', r)));
  add(score, dimension, tp, read.length - tp, gold.length - tp);
  add(score, 'all slots', tp, read.length - tp, gold.length - tp);
}

function scoreFigures(score: Score, gold: GoldReport, read: Side[]): void {
  const G = gold.claims.flatMap((claim) => claim.figures.map((figure) => ({ figure, claim })));
  const P = read.flatMap((claim) => claim.figures.map((figure) => ({ figure, claim })));
  const found = pair(G, P, ({ figure: g }, { figure: p }) => {
    if (!g.span || !p.span) return 0;
    const o = shared(g.span, p.span);
    if (o === 0) return 0;
    return (
      o / Math.max(g.span.end - g.span.start, p.span.end - p.span.start) +
      (sameOutcome(g.outcome, p.outcome) ? 1 : 0) +
      (g.low === p.low && g.high === p.high ? 1 : 0)
    );
  });
  const slip = (kind: Slip['kind'], what: string): void =>
    void score.slips.push({ report: gold.id, dimension: 'figure', kind, what });
  const tell = (f: GoldFigure): string => `${f.outcome} ${f.low}..${f.high ?? ''}`;
  G.forEach(({ figure: g, claim }, i) => {
    if (claim.optional) return;
    const hit = found.has(i) ? P[found.get(i)!] : null;
    const full =
      hit !== null && g.low === hit.figure.low && g.high === hit.figure.high && sameOutcome(g.outcome, hit.figure.outcome);
    add(score, 'figure found', hit ? 1 : 0, 0, hit ? 0 : 1);
    add(score, 'figure', full ? 1 : 0, hit && !full ? 1 : 0, full ? 0 : 1);
    add(score, 'all slots', full ? 1 : 0, hit && !full ? 1 : 0, full ? 0 : 1);
    if (!full) slip(hit ? 'wrong' : 'missed', `${g.text} ${tell(g)}${hit ? ` read as ${tell(hit.figure)}` : ''}`);
    if (!full || hit === null) return;
    const p = hit.figure;
    add(score, 'figure: who', g.who === p.who ? 1 : 0, g.who === p.who ? 0 : 1, g.who === p.who ? 0 : 1);
    if (g.partOf !== null || p.partOf !== null) {
      const a = g.partOf === null ? null : claim.figures[g.partOf].span;
      const b = p.partOf === null ? null : (hit.claim.figures[p.partOf]?.span ?? null);
      const ok = a !== null && b !== null && shared(a, b) > 0;
      add(score, 'figure: part of', ok ? 1 : 0, p.partOf !== null && !ok ? 1 : 0, g.partOf !== null && !ok ? 1 : 0);
    }
    if (g.scope === 'running-total' || p.scope === 'running-total') {
      const ok = g.scope === p.scope;
      add(
        score,
        'figure: running total',
        ok ? 1 : 0,
        !ok && p.scope === 'running-total' ? 1 : 0,
        !ok && g.scope === 'running-total' ? 1 : 0,
      );
    }
  });
  const used = new Set(found.values());
  P.forEach(({ figure: p }, j) => {
    if (used.has(j)) return;
    for (const k of ['figure', 'figure found', 'all slots']) add(score, k, 0, 1, 0);
    slip('spurious', `${p.span ? gold.text.slice(p.span.start, p.span.end) : ''} ${tell(p)}`);
  });
}

const quote = (gold: GoldReport, span: Span | null): string =>
  span === null ? '?' : `\u00AB${gold.text.slice(span.start, span.end)}\u00BB`;
