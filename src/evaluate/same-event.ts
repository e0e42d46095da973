/**
 * `npm run evaluate` part: do two reports speak of one event? Pairs of reports of one incident that casualty recorders coded, against pairs of different
 * incidents within three days and thirty kilometers. The incidents lie outside the repository; where they are missing, nothing is scored.
 */
import { existsSync, readFileSync } from 'node:fs';
import type { Engine } from '../engine/index.ts';
import { NO_DECISIONS } from '../reconcile/decisions.ts';
import { kilometers } from '../reconcile/distance.ts';
import { type Happening, happeningsOf } from '../reconcile/happening.ts';
import { reconcileInput } from '../reconcile/input.ts';
import { sumOf } from '../reconcile/judge.ts';

type Incident = {
  case: string;
  date: string;
  lat: number | null;
  lon: number | null;
  texts: { id: string; outlet: string; text: string }[];
};
export type PairScore = { tp: number; fp: number; fn: number; tn: number };
export type JudgedPair = { left: string; right: string; isSame: boolean; sum: number };

/** From this sum on two reports laid side by side are likelier one event than not; joining them in a large collection asks for more (`ACROSS`). */
const LIKELY = 3;
const DAYS = 3;
const KM = 30;
const DAY = 86_400_000;

/** Every pair with what the comparisons make of it; null when the incidents are not there. */
export function judgePairs(engine: Engine, folder: string): JudgedPair[] | null {
  const file = `${folder}/clusters.jsonl`;
  if (!existsSync(file)) return null;
  const incidents = readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Incident);
  const read = incidents.map((incident) =>
    incident.texts.map(({ id, outlet, text }) => {
      const reading = engine.read({ id, outlet, published: incident.date, text });
      return { id, happenings: happeningsOf(reconcileInput(reading, text, { report: id }), NO_DECISIONS) };
    }),
  );
  const pairs: JudgedPair[] = [];
  for (let i = 0; i < incidents.length; i++) {
    for (let a = 0; a < read[i].length; a++) {
      for (let b = 0; b < a; b++) pairs.push(pairOf(read[i][a], read[i][b], true));
    }
    for (let j = 0; j < i; j++) {
      if (!areNear(incidents[i], incidents[j])) continue;
      for (const left of read[i]) for (const right of read[j]) if (left.id !== right.id) pairs.push(pairOf(left, right, false));
    }
  }
  return pairs;
}

type Read = { id: string; happenings: Happening[] };

function pairOf(left: Read, right: Read, isSame: boolean): JudgedPair {
  let best = Number.NEGATIVE_INFINITY;
  for (const a of left.happenings) {
    for (const b of right.happenings) {
      const sum = sumOf(a.subject, b.subject);
      if (sum !== null && sum > best) best = sum;
    }
  }
  return { left: left.id, right: right.id, isSame, sum: best };
}

function areNear(a: Incident, b: Incident): boolean {
  if (Math.abs(Date.parse(a.date) - Date.parse(b.date)) > DAYS * DAY) return false;
  if (a.lat === null || a.lon === null || b.lat === null || b.lon === null) return false;
  return kilometers({ lat: a.lat, lon: a.lon }, { lat: b.lat, lon: b.lon }) <= KM;
}

export function scorePairs(pairs: readonly JudgedPair[], same = LIKELY): PairScore & { p: number; r: number; f: number } {
  const score = { tp: 0, fp: 0, fn: 0, tn: 0 };
  for (const { isSame, sum } of pairs) {
    if (sum >= same) score[isSame ? 'tp' : 'fp']++;
    else score[isSame ? 'fn' : 'tn']++;
  }
  const p = score.tp / (score.tp + score.fp || 1);
  const r = score.tp / (score.tp + score.fn || 1);
  return { ...score, p, r, f: (2 * p * r) / (p + r || 1) };
}
