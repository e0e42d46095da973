/** Counts of one event: who says how many, which figures were used and why the others were set aside, and the range under a policy. */
import { type Count, checkedCount, type FigureUse, type Group, type SetAside } from '../claim/count.ts';
import type { Origin } from '../claim/event.ts';
import type { Claim, Outcome } from '../claim/reading.ts';
import { order } from './cluster.ts';
import { type Fit, type Focus, fitOf, focusOf } from './focus.ts';
import type { Stated } from './happening.ts';
import type { Independence } from './independence.ts';
import type { ReconcileInput } from './input.ts';
import type { Policy, Range, Voice } from './policies/index.ts';
import { type Tally, tallyOf } from './tally.ts';

/** What one report says of the event. */
export type Part = { input: ReconcileInput; claims: readonly Stated[] };

/** One claim's count of one outcome, with the reason why it may not be used. */
type Statement = {
  input: ReconcileInput;
  stated: Stated;
  origin: Origin;
  tally: Tally;
  fit: Fit;
  aside: SetAside | null;
  why: string;
};

const OUTCOMES: readonly Outcome[] = [
  'killed',
  'injured',
  'killed-or-injured',
  'missing',
  'detained',
  'abducted',
  'captured',
  'released',
  'displaced',
  'surrendered',
  'other',
];
const GROUPS: readonly Group[] = [
  'all',
  'civilian',
  'combatant',
  'child',
  'woman',
  'man',
  'journalist',
  'health-worker',
  'aid-worker',
  'police',
  'official',
];

/** Counts of every outcome and group that a figure of the event names. */
export function countsOf(parts: readonly Part[], independence: Independence, policy: Policy): Count[] {
  const counts: Count[] = [];
  const focus = focusOf(parts);
  for (const outcome of OUTCOMES) {
    const statements = statementsOf(parts, independence, focus, outcome, policy);
    if (statements.length === 0) continue;
    setAside(statements);
    for (const who of GROUPS) {
      const count = countOf(statements, outcome, who, policy);
      if (count) counts.push(count);
    }
  }
  return counts;
}

function statementsOf(
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
        statements.push({ input, stated, origin, tally, fit: fitOf(stated.claim, focus), aside: null, why: '' });
    }
  }
  return statements;
}

/** Marks what must not be used: denials, doubts and earlier context while there is anything better; what is told twice; tolls that rose since. */
function setAside(statements: Statement[]): void {
  for (const statement of statements) {
    const reason = standing(statement.stated.claim);
    if (reason) put(statement, reason, WHY[reason]);
  }
  keepNearest(statements);
  const isAlone = statements.every((statement) => statement.aside !== null);
  if (isAlone)
    for (const statement of statements)
      if (statement.aside === 'background' || statement.aside === 'doubted') put(statement, null, '');
  for (const own of grouped(statements.filter((statement) => statement.aside === null)).values()) {
    keepLatest(own);
    keepFullest(own.filter((statement) => statement.aside === null));
    dropPartial(own.filter((statement) => statement.aside === null));
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
    put(statement, 'elsewhere', 'told of another place or day');
  }
}

const WHY: Record<'denied' | 'doubted' | 'background' | 'expected', string> = {
  denied: 'the source denies it',
  doubted: 'the source does not know it for certain',
  background: 'told as earlier context',
  expected: 'expected, not happened',
};

function standing({ stance, reality }: Claim): 'denied' | 'doubted' | 'background' | 'expected' | null {
  if (stance === 'denied') return 'denied';
  if (stance === 'expected' || reality === 'unreal') return 'expected';
  if (stance === 'unknown' || stance === 'probable') return 'doubted';
  return reality === 'background' ? 'background' : null;
}

function put(statement: Statement, aside: SetAside | null, why: string): void {
  statement.aside = aside;
  statement.why = why;
}

function grouped(statements: readonly Statement[]): Map<string, Statement[]> {
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
    if (published !== null && published < latest) put(statement, 'superseded', `the same source counted anew on ${latest}`);
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
      put(loser, 'repeated', 'the same report counts more elsewhere');
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
    if (isPartial) put(statement, 'repeated', 'another carrier of the same origin tells this and more');
  }
}

function wholesOf({ stated, tally }: Statement): string[] {
  const wholes = tally.figures
    .filter((figure) => figure.aside === null)
    .map((figure) => stated.claim.event.figures[figure.index]);
  return wholes.map(({ low, high, mod, who }) => `${low} ${high} ${mod} ${who}`);
}

function isFuller(a: Statement, b: Statement): boolean {
  if (a.tally.all.low !== b.tally.all.low) return a.tally.all.low > b.tally.all.low;
  return order(a.stated.key, b.stated.key) < 0;
}

function countOf(statements: readonly Statement[], outcome: Outcome, who: Group, policy: Policy): Count | null {
  const used = statements.filter((statement) => statement.aside === null);
  const voices: Voice[] = [];
  for (const [origin, own] of grouped(used)) {
    const ranges = own.flatMap((statement) => rangeOf(statement.tally, who) ?? []);
    if (ranges.length > 0)
      voices.push({ origin, range: spread(ranges), isCombatantOnly: who === 'civilian' && own.every(isOfFighters) });
  }
  if (voices.length === 0 || (who === 'civilian' && voices.every((voice) => voice.isCombatantOnly))) return null;
  voices.sort((a, b) => order(a.origin, b.origin));
  const { note, used: origins, ...range } = policy.combine(voices);
  const figures = statements.flatMap((statement) => usesOf(statement, outcome, who, origins));
  return checkedCount({
    outcome,
    who,
    ...range,
    policy: policy.name,
    origins: origins.length,
    provisional: origins.length < policy.wantedOrigins,
    note,
    figures,
  });
}

const isOfFighters = ({ tally }: Statement): boolean => tally.civilian === null && tally.combatant !== null;

function rangeOf(tally: Tally, who: Group): Range | null {
  if (who === 'all') return tally.all;
  if (who === 'civilian') return tally.civilian ?? (tally.combatant ? tally.all : null);
  if (who === 'combatant') return tally.combatant;
  return tally.groups.get(who) ?? null;
}

/** One origin that gives several numbers at once stands by all of them. */
function spread(ranges: readonly Range[]): Range {
  const [first] = ranges;
  if (ranges.length === 1) return first;
  const low = Math.min(...ranges.map((range) => range.low));
  const high = ranges.some((range) => range.high === null) ? null : Math.max(...ranges.map((range) => range.high as number));
  return { low, best: ranges.every((range) => range.best === first.best) ? first.best : null, high };
}

function usesOf(statement: Statement, outcome: Outcome, who: Group, used: readonly string[]): FigureUse[] {
  const { stated, input, origin, tally } = statement;
  const uses: FigureUse[] = [];
  for (const { index, aside, groups } of tally.figures) {
    if (who !== 'all' && who !== 'civilian' && !groups.includes(who)) continue;
    const figure = stated.claim.event.figures[index];
    const isLeftOut = statement.aside === null && !used.includes(origin.key);
    // a part counts for its own group
    const inside = aside === 'part-of' && groups.includes(who) ? null : aside;
    const reason = statement.aside ?? (isLeftOut ? 'less-specific' : inside);
    uses.push({
      report: input.report,
      claim: stated.claim.id,
      figure: index,
      origin: origin.key,
      low: figure.low,
      high: figure.high,
      mod: figure.mod,
      aside: reason,
      why: statement.aside
        ? statement.why
        : isLeftOut
          ? 'other origins are more precise'
          : inside
            ? (WHY_FIGURE[inside] ?? inside)
            : `counted as ${outcome}`,
    });
  }
  return uses;
}

const WHY_FIGURE: Partial<Record<SetAside, string>> = {
  'part-of': 'a part of another figure of the same claim',
  cumulative: 'a running total over several happenings',
  'larger-than-whole': 'larger than the whole that it is said to be a part of',
};
