/**
 * `node bench/queries.ts [CLAIMS [FILE]]`: fills a ledger with so many made claims (a million when left out), then asks it what screens ask: event page, lists,
 * search, facets, totals. Prints the median and the 95th percentile in milliseconds. A process of its own asks, as a server does: it does not carry what was
 * made for filling, whose garbage would be measured with every question. The file is removed unless one is named; a named one that is there is asked as it is.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventPage } from '../src/app/event-page.ts';
import type { Event } from '../src/claim/event.ts';
import type { RunningTotal } from '../src/claim/running-total.ts';
import {
  caseNamed,
  changedSince,
  type EventBody,
  facetsOf,
  type Ledger,
  listClaims,
  listEvents,
  listSources,
  listTotals,
  openLedger,
  type Ready,
  recordReports,
  replaceEvents,
  searchReports,
  sourceProfile,
  startRun,
} from '../src/ledger/index.ts';
import { ready } from '../src/ledger/reading.fixture.ts';
import { randomOf } from './made-reports.ts';

const wanted = Number(process.argv[2] ?? 1_000_000);
const A_REPORT = 20;
const BATCH = 400;
const ROUNDS = 100;
/** Asked before it is measured, as a server that runs was. */
const WARM = 3;
const TYPES = ['air-strike', 'shelling', 'killing', 'armed-clash', 'detention', 'displacement', 'mine', 'bombing'];
const random = randomOf(7);
const below = (n: number): number => Math.floor(random() * n);
/** Few sources and places are named often, most seldom. */
const skewed = (n: number): number => Math.floor(n * random() ** 3);
const dayOf = (n: number): string => new Date(Date.UTC(2012, 0, 1 + n)).toISOString().slice(0, 10);

function madeReport(n: number): Ready {
  const published = below(4000);
  const lines = Array.from({ length: A_REPORT }, () => {
    const day = dayOf(published - below(3));
    return `source${skewed(400)}: ${1 + below(60)} civilian killed at place${skewed(5000)} on ${day} [${TYPES[skewed(TYPES.length)]}]`;
  });
  const text = `${lines.join('\n')}\nword${below(20_000)} word${skewed(2000)}`;
  return ready(text, { id: `r${n}`, outlet: `outlet${skewed(80)}`, published: dayOf(published) });
}

async function fill(ledger: Ledger, claims: string[]): Promise<number> {
  const run = await startRun(ledger, { engine: 'made', data: 'none', what: 'import' });
  const caseId = await caseNamed(ledger, 'bench');
  const count = Math.ceil(wanted / A_REPORT);
  for (let from = 0; from < count; from += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, count - from) }, (_, i) => madeReport(from + i));
    await recordReports(ledger, run, caseId, batch);
    for (const { key, reading } of batch) for (const claim of reading.claims) claims.push(`${key}/${claim.id}`);
    if (process.stderr.isTTY) process.stderr.write(`\r${from + batch.length}/${count}`);
  }
  return caseId;
}

/** Ten claims an event. */
function madeEvents(claims: readonly string[]): EventBody[] {
  const bodies: EventBody[] = [];
  for (let i = 0; i + 10 <= claims.length; i += 10) {
    const own = claims.slice(i, i + 10);
    const day = dayOf(below(4000));
    const event: Event = {
      code: `ISN-${i.toString(32).toUpperCase().padStart(6, '0')}`,
      aliases: [],
      type: TYPES[skewed(TYPES.length)] as Event['type'],
      place: {
        name: `place${skewed(5000)}`,
        id: null,
        lat: 32 + random() * 4,
        lon: 36 + random() * 5,
        precision: 'exact',
        radiusKm: 2,
        admin: ['SY'],
      },
      begin: day,
      end: day,
      claims: own,
      reports: [...new Set(own.map((key) => key.slice(0, key.indexOf('/'))))],
      actors: [],
      origins: [],
      counts: [],
      grade: { grade: 'weak', rule: { code: 'grade.weak' }, because: [] },
    };
    bodies.push({
      event,
      contradictions: null,
      changes: [
        { event: event.code, origin: 'o', report: event.reports[0], day, column: 'how-many', before: [], after: ['killed 1'] },
      ],
    });
  }
  return bodies;
}

const madeTotals = (count: number): RunningTotal[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `TOT-${i}`,
    origin: `outlet:source${i}`,
    outcome: 'killed',
    who: 'civilian',
    group: null,
    since: '2012-01-01',
    place: null,
    points: [],
    parts: [],
    sumLow: 0,
    sumHigh: 0,
    remainderLow: 0,
    remainderHigh: 0,
    overlap: 0,
  }));

/** Median and 95th percentile, by the clock and of this process's processor: other work on the machine does not count there. */
async function measure(name: string, ask: () => Promise<unknown>): Promise<void> {
  const clock: number[] = [];
  const processor: number[] = [];
  for (let n = 0; n < WARM; n++) await ask();
  for (let n = 0; n < ROUNDS; n++) {
    const from = performance.now();
    const before = process.cpuUsage();
    await ask();
    const { user, system } = process.cpuUsage(before);
    clock.push(performance.now() - from);
    processor.push((user + system) / 1000);
  }
  const columns = [clock, processor].flatMap((times) => {
    times.sort((a, b) => a - b);
    return [times[ROUNDS >> 1], times[Math.floor(ROUNDS * 0.95)]];
  });
  process.stdout.write(`${name.padEnd(40)}${columns.map((time) => time.toFixed(1).padStart(8)).join('')} ms\n`);
}

async function filled(file: string): Promise<void> {
  const ledger = await openLedger(file);
  const claims: string[] = [];
  const from = performance.now();
  const caseId = await fill(ledger, claims);
  process.stdout.write(
    `${claims.length} claims recorded, ${(claims.length / ((performance.now() - from) / 1000)).toFixed(0)} a second\n`,
  );
  const events = madeEvents(claims);
  await replaceEvents(
    ledger,
    caseId,
    {
      events: events.map((body) => ({ code: body.event.code, mark: '', body: () => body })),
      totals: madeTotals(500),
      suggestions: [],
    },
    { engine: 'made', reports: 0, decisions: 0, name: null },
  );
  process.stdout.write(`${events.length} events, ${(statSync(file).size / 1e9).toFixed(2)} GB\n`);
  await ledger.close();
}

async function asked(file: string): Promise<void> {
  const ledger = await openLedger(file);
  const { read } = ledger;
  const caseId = await caseNamed(ledger, 'bench');
  const codes = await read.selectFrom('events').select('code').where('case_id', '=', caseId).execute();
  process.stdout.write('median and 95th percentile of the clock, and of the processor\n');
  const term = () => ({ type: TYPES[skewed(TYPES.length)] });
  const days = () => ({ from: dayOf(below(4000)), to: dayOf(4000) });
  await measure('event page', () => eventPage(ledger, codes[below(codes.length)].code, caseId));
  await measure('events, newest', () => listEvents(read, { caseId }, 50));
  await measure('events, type and days', () => listEvents(read, { caseId, ...term(), ...days() }, 50));
  await measure('claims, newest', () => listClaims(read, { caseId }, 50));
  await measure('claims, one term', () => listClaims(read, { caseId, terms: term() }, 50));
  await measure('claims, type, source and days', () =>
    listClaims(read, { caseId, terms: { ...term(), source: `outlet:source${skewed(400)}` }, ...days() }, 50),
  );
  await measure('claims, rare place', () => listClaims(read, { caseId, terms: { place: `place${below(5000)}` } }, 50));
  await measure('claims, at least 50 people', () => listClaims(read, { caseId, terms: term(), atLeast: 50 }, 50));
  await measure('facets of the case', () => facetsOf(read, { caseId }));
  await measure('facets of a type', () => facetsOf(read, { caseId, terms: term() }));
  await measure('sources', () => listSources(read, caseId));
  await measure('one source', () => sourceProfile(read, `outlet:source${skewed(400)}`, caseId));
  await measure('search, rare word', () => searchReports(read, `word${below(20_000)}`, { caseId }));
  await measure('search, word of every report', () => searchReports(read, 'civilian', { caseId }));
  await measure('search, phrase', () => searchReports(read, `"killed at place${skewed(5000)}"`, { caseId }));
  await measure('search, part of a word', () => searchReports(read, `vilia`, { caseId }));
  await measure('totals', () => listTotals(read, caseId));
  await measure('changed since a day', () => changedSince(read, caseId, dayOf(3900)));
  await ledger.close();
}

const [wantedFile, isAsking] = [process.argv[3], process.argv[4] === 'ask'];
if (isAsking) await asked(wantedFile);
else {
  const folder = mkdtempSync(join(tmpdir(), 'isnad-bench-'));
  try {
    const file = wantedFile ?? join(folder, 'queries.db');
    if (!existsSync(file)) await filled(file);
    spawnSync(process.execPath, [import.meta.filename, String(wanted), file, 'ask'], { stdio: 'inherit' });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
