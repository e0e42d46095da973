/**
 * Texts that are one text: the same article under two addresses, a reprint, a copy with something added or left out; and what differs between the versions of one
 * page. Found by words alone; a link says what it rests on.
 */

import type { Reading } from '../claim/reading.ts';
import { type HeldReport, heldReports, heldReportsWith, type Ledger, reportsSharingRuns, unpacked } from '../ledger/index.ts';
import { fingerprint } from '../reconcile/fingerprint.ts';
import { fold } from '../reconcile/fold.ts';
import { type FigureMove, figuresMoved } from './figures-moved.ts';

export type CopyKind = 'same text' | 'nearly the same text' | 'one holds the other';
export type Copy = {
  /** The earlier one by day of publication, as far as that is known. */
  first: Named;
  second: Named;
  kind: CopyKind;
  /** Of all runs of three words in the two, the share that both have; of the shorter, the share that the longer has. */
  shared: number;
  held: number;
  figures: FigureMove[];
};
export type Named = { report: string; outlet: string | null; published: string | null; url: string | null };
export type Version = {
  version: number;
  retrieved: string;
  sha256: string;
  added: string[];
  removed: string[];
  figures: FigureMove[];
};

const NEARLY = 0.8;
const HOLDS = 0.85;
/** Below so many runs of words two texts are alike by chance. */
const SHORTEST = 12;
/** A key that more texts have than this is a formula, and no sign of a copy. */
const COMMON = 200;

type Kept = Named & { runs: Set<number>; folded: string; reading: Reading };

export async function copiesIn(ledger: Ledger, caseId: number | null): Promise<Copy[]> {
  const all: Kept[] = [];
  const meeting = new Map<string, number[]>();
  for await (const report of heldReports(ledger.read, caseId)) {
    const kept = keptOf(report);
    if (kept.runs.size < SHORTEST) continue;
    const index = all.push(kept) - 1;
    for (const band of meetingPlaces(fingerprint(report.text).lanes)) {
      const others = meeting.get(band);
      if (others) others.push(index);
      else meeting.set(band, [index]);
    }
  }
  const tried = new Set<number>();
  const copies: Copy[] = [];
  for (const indices of meeting.values()) {
    if (indices.length > COMMON) continue;
    for (let i = 0; i < indices.length; i++) {
      for (let j = i + 1; j < indices.length; j++) {
        const pair = indices[i] * all.length + indices[j];
        if (indices[i] === indices[j] || tried.has(pair)) continue;
        tried.add(pair);
        const copy = compare(all[indices[i]], all[indices[j]]);
        if (copy !== null) copies.push(copy);
      }
    }
  }
  return copies.sort((a, b) => (a.first.report + a.second.report < b.first.report + b.second.report ? -1 : 1));
}

/** Reports that one is compared with, at most: those that share runs of words with it, the newest. */
const LOOKED_AT = 300;

/** Copies of one report in its case, the likest first; null: there is no such report. */
export async function copiesOf(ledger: Ledger, key: string, caseId: number | null): Promise<Copy[] | null> {
  const [own] = await heldOf(ledger, [key]);
  if (own === undefined) return null;
  const kept = keptOf(own);
  if (kept.runs.size < SHORTEST) return [];
  const others = await reportsSharingRuns(ledger.read, own.text, caseId, LOOKED_AT);
  const copies: Copy[] = [];
  for (const other of await heldOf(
    ledger,
    others.filter((one) => one !== key),
  )) {
    const theirs = keptOf(other);
    const copy = theirs.runs.size < SHORTEST ? null : compare(kept, theirs);
    if (copy !== null) copies.push(copy);
  }
  return copies.sort((a, b) => b.shared - a.shared || b.held - a.held);
}

async function heldOf(ledger: Ledger, keys: readonly string[]): Promise<HeldReport[]> {
  const found: HeldReport[] = [];
  for await (const report of heldReportsWith(ledger.read, keys)) found.push(report);
  return found;
}

function keptOf({ key, outlet, published, url, text, reading }: HeldReport): Kept {
  const folded = fold(text);
  return { report: key, outlet, published, url, runs: runsOf(folded), folded, reading };
}

/** Pairs of lanes: texts that share half of their runs of words meet in one of them nearly always. */
function meetingPlaces(lanes: readonly number[]): string[] {
  const places: string[] = [];
  for (let i = 0; i + 1 < lanes.length; i += 2) places.push(`${i}.${lanes[i]}.${lanes[i + 1]}`);
  return places;
}

function compare(a: Kept, b: Kept): Copy | null {
  let both = 0;
  for (const run of a.runs) if (b.runs.has(run)) both++;
  const shared = both / (a.runs.size + b.runs.size - both);
  const held = both / Math.min(a.runs.size, b.runs.size);
  const kind: CopyKind | null =
    a.folded === b.folded
      ? 'same text'
      : shared >= NEARLY
        ? 'nearly the same text'
        : held >= HOLDS
          ? 'one holds the other'
          : null;
  if (kind === null) return null;
  const isLater = a.published !== null && b.published !== null && a.published > b.published;
  const [first, second] = isLater ? [b, a] : [a, b];
  return { first: named(first), second: named(second), kind, shared, held, figures: figuresMoved(first.reading, second.reading) };
}

const named = ({ report, outlet, published, url }: Kept): Named => ({ report, outlet, published, url });

/** Runs of three words, as numbers. */
function runsOf(folded: string): Set<number> {
  const words = folded.split(' ').map(numberOf);
  const runs = new Set<number>();
  for (let i = 0; i + 3 <= words.length; i++) runs.add(Math.imul(Math.imul(words[i], 31) ^ words[i + 1], 17) ^ words[i + 2]);
  return runs;
}

function numberOf(word: string): number {
  let n = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) n = Math.imul(n ^ word.charCodeAt(i), 0x01000193);
  return n;
}

/** All versions of one report, each with what changed since the one before. */
export async function versionsOf(ledger: Ledger, key: string): Promise<Version[]> {
  const rows = await ledger.read
    .selectFrom('reports')
    .select(['id', 'version', 'retrieved', 'sha256', 'text'])
    .where('key', '=', key)
    .orderBy('version')
    .execute();
  const versions: Version[] = [];
  let before: { text: string; reading: Reading | null } | null = null;
  for (const { id, version, retrieved, sha256, text } of rows) {
    const row = await ledger.read
      .selectFrom('readings')
      .select('body')
      .where('report', '=', id)
      .orderBy('id', 'desc')
      .executeTakeFirst();
    const reading = row ? unpacked<Reading>(row.body) : null;
    const was = before?.text ?? text;
    const figures = before?.reading && reading ? figuresMoved(before.reading, reading) : [];
    versions.push({ version, retrieved, sha256, added: linesOnlyIn(text, was), removed: linesOnlyIn(was, text), figures });
    before = { text, reading };
  }
  return versions;
}

function linesOnlyIn(text: string, other: string): string[] {
  const there = new Set(other.split('\n').map(fold));
  return text.split('\n').filter((line) => line.trim() !== '' && !there.has(fold(line)));
}
