/** What each report states of an event for one outcome, and why a statement may not be counted. */
import { type Because, because } from '../claim/because.ts';
import type { SetAside } from '../claim/count.ts';
import type { Origin } from '../claim/event.ts';
import type { Claim, Outcome } from '../claim/reading.ts';
import { order } from './cluster.ts';
import { type Fit, type Focus, fitOf } from './focus.ts';
import type { Stated } from './happening.ts';
import type { Independence } from './independence.ts';
import type { ReportFacts } from './input.ts';
import type { Policy } from './policies/index.ts';
import { type Tally, tallyOf } from './tally.ts';

/** What one report says of the event. */
export type Part = { input: ReportFacts; claims: readonly Stated[] };

/** One claim's count of one outcome, with the reason why it may not be used. */
export type Statement = {
  input: ReportFacts;
  stated: Stated;
  origin: Origin;
  tally: Tally;
  fit: Fit;
  aside: SetAside | null;
  why: Because;
};

/** All statements of the outcome, those that must not be used marked. */
export function statementsOf(
  parts: readonly Part[],
  { originOf }: Independence,
  focus: Focus,
  outcome: Outcome,
  policy: Policy,
): Statement[] {
  const statements: Statement[] = [];
  for (const { input, claims } of parts) {
    for (const stated of claims) {
      const tally = tallyOf(stated.claim, outcome, policy);
      const origin = originOf.get(stated.key);
      if (tally && origin)
        statements.push({ input, stated, origin, tally, fit: fitOf(stated.claim, focus), aside: null, why: USED });
    }
  }
  statements.sort(byReport);
  setAside(statements);
  return statements;
}

/** By day of publication, report and place in the text: however the claims were gathered. */
function byReport(a: Statement, b: Statement): number {
  return (
    order(a.input.published ?? '9999', b.input.published ?? '9999') ||
    order(a.input.report, b.input.report) ||
    a.stated.claim.content.start - b.stated.claim.content.start ||
    order(a.stated.key, b.stated.key)
  );
}

/** Marks what must not be used: denials, doubts and earlier context while there is anything better; what is told twice; tolls that rose since. */
function setAside(statements: Statement[]): void {
  for (const statement of statements) {
    const reason = standing(statement.stated.claim);
    if (reason) put(statement, reason, because(`figure.${reason}`));
  }
  keepNearest(statements);
  const isAlone = statements.every((statement) => statement.aside !== null);
  if (isAlone)
    for (const statement of statements)
      if (statement.aside === 'background' || statement.aside === 'doubted') put(statement, null, USED);
  for (const own of grouped(statements.filter((statement) => statement.aside === null)).values()) {
    keepLatest(own);
    keepFullest(own.filter((statement) => statement.aside === null));
    dropPartial(own.filter((statement) => statement.aside === null));
    keepPrecise(own.filter((statement) => statement.aside === null));
  }
}

/** Of what one report says, only the claims that fit the event's place and day best; what another place suffered is never counted here. */
function keepNearest(statements: readonly Statement[]): void {
  const best = new Map<string, Fit>();
  for (const { input, fit, aside } of statements) {
    if (aside === null && fit > (best.get(input.report) ?? 0)) best.set(input.report, fit);
  }
  for (const statement of statements) {
    if (statement.aside !== null || statement.fit === (best.get(statement.input.report) ?? 0)) {
      if (statement.aside !== null || statement.fit > 0) continue;
    }
    put(statement, 'elsewhere', because('figure.elsewhere'));
  }
}

const USED = because('figure.used');

function standing({ stance, reality }: Claim): 'denied' | 'doubted' | 'background' | 'expected' | null {
  if (stance === 'denied') return 'denied';
  if (stance === 'expected' || reality === 'unreal') return 'expected';
  if (stance === 'unknown' || stance === 'probable') return 'doubted';
  return reality === 'background' ? 'background' : null;
}

function put(statement: Statement, aside: SetAside | null, why: Because): void {
  statement.aside = aside;
  statement.why = why;
}

/** By origin. */
export function grouped(statements: readonly Statement[]): Map<string, Statement[]> {
  const groups = new Map<string, Statement[]>();
  for (const statement of statements) {
    const list = groups.get(statement.origin.key) ?? [];
    list.push(statement);
    groups.set(statement.origin.key, list);
  }
  return groups;
}

/** Of one origin the latest day of publication holds; a report without a day is never superseded and supersedes nothing. */
function keepLatest(own: Statement[]): void {
  let latest = '';
  for (const { input } of own) if (input.published !== null && input.published > latest) latest = input.published;
  for (const statement of own) {
    const { published } = statement.input;
    if (published !== null && published < latest) put(statement, 'superseded', because('figure.superseded', { day: latest }));
  }
}

/** Of what one report says twice for one origin the fullest count holds. */
function keepFullest(own: Statement[]): void {
  const best = new Map<string, Statement>();
  for (const statement of own) {
    const { report } = statement.input;
    const known = best.get(report);
    if (!known) best.set(report, statement);
    else {
      const loser = isFuller(statement, known) ? known : statement;
      if (loser === known) best.set(report, statement);
      put(loser, 'repeated', because('figure.fuller'));
    }
  }
}

/** A carrier that tells only a part of what another carrier of the same origin tells adds nothing. */
function dropPartial(own: readonly Statement[]): void {
  const told = own.map((statement) => new Set(wholesOf(statement)));
  for (const [i, statement] of own.entries()) {
    const isPartial = told.some(
      (other, j) => j !== i && other.size > told[i].size && [...told[i]].every((one) => other.has(one)),
    );
    if (isPartial) put(statement, 'repeated', because('figure.told-and-more'));
  }
}

function wholesOf({ stated, tally }: Statement): string[] {
  const wholes = tally.figures
    .filter((figure) => figure.aside === null)
    .map((figure) => stated.claim.event.figures[figure.index]);
  return wholes.map(({ low, high, mod, who }) => `${low} ${high} ${mod} ${who}`);
}

/** Of one origin that says both "dead" and "four dead", the number holds. */
function keepPrecise(own: Statement[]): void {
  const numbers = own.filter(({ tally }) => !tally.isVague && tally.all.high !== 0);
  if (numbers.length === 0) return;
  for (const statement of own) if (!numbers.includes(statement)) put(statement, 'less-specific', because('figure.precise'));
}

function isFuller(a: Statement, b: Statement): boolean {
  if (a.tally.all.low !== b.tally.all.low) return a.tally.all.low > b.tally.all.low;
  return order(a.stated.key, b.stated.key) < 0;
}
