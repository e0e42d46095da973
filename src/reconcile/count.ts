/** Counts of one event: who says how many, which figures were used and why the others were set aside, and the range under a policy. */
import { type Because, type BecauseCode, because } from '../claim/because.ts';
import { type Count, checkedCount, type FigureUse, type Group } from '../claim/count.ts';
import type { Outcome } from '../claim/reading.ts';
import { order } from './cluster.ts';
import { focusOf } from './focus.ts';
import { fold } from './fold.ts';
import type { Independence } from './independence.ts';
import { jointBounds } from './joint.ts';
import type { Policy, Range, Voice } from './policies/index.ts';
import { grouped, type Part, type Statement, statementsOf } from './statements.ts';
import type { Tally, TallyAside } from './tally.ts';

export type { Part } from './statements.ts';

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
    if (!statements.some((statement) => statement.aside === null)) {
      const bounds = jointBounds(parts, independence, focus, outcome, policy);
      if (bounds) counts.push(bounds);
    }
    if (statements.length === 0) continue;
    for (const who of GROUPS) {
      const count = countOf(statements, outcome, who, policy);
      if (count) counts.push(count);
    }
  }
  return counts;
}

function countOf(statements: readonly Statement[], outcome: Outcome, who: Group, policy: Policy): Count | null {
  const used = statements.filter((statement) => statement.aside === null);
  const voices: Voice[] = [];
  for (const [origin, own] of grouped(used)) {
    const ranges = own.flatMap((statement) => rangeOf(statement.tally, who) ?? []);
    if (ranges.length === 0) continue;
    voices.push({
      origin,
      range: spread(ranges),
      isCombatantOnly: who === 'civilian' && own.every(isOfFighters),
      isStatusUnknown: own.every(({ tally }) => tally.isStatusUnknown),
      isVague: own.every(({ tally }) => tally.isVague),
      isByName: own.every(isByName),
    });
  }
  if (voices.length === 0 || (who === 'civilian' && voices.every((voice) => voice.isCombatantOnly))) return null;
  voices.sort((a, b) => order(a.origin, b.origin));
  const { note, used: origins, leftOut, ...range } = policy.combine(voices);
  const figures = statements.flatMap((statement) => usesOf(statement, who, origins, leftOut));
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

/** Every person counted is told of with a name: a title or kin word and two names, at least. */
function isByName({ stated, tally }: Statement): boolean {
  const wholes = tally.figures.filter(({ aside }) => aside === null).map(({ index }) => stated.claim.event.figures[index]);
  return wholes.every(({ low, high, text }) => low === 1 && high === 1 && fold(text).split(' ').length >= NAME_WORDS);
}
const NAME_WORDS = 3;

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

function usesOf(
  statement: Statement,
  who: Group,
  used: readonly string[],
  leftOut: ReadonlyMap<string, Because> | undefined,
): FigureUse[] {
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
          ? (leftOut?.get(origin.key) ?? because('figure.less'))
          : because(inside ? WHY_FIGURE[inside] : 'figure.used'),
    });
  }
  return uses;
}

/** Of figures that a claim itself sets aside. */
const WHY_FIGURE: Record<TallyAside, BecauseCode> = {
  'part-of': 'figure.part-of',
  cumulative: 'figure.cumulative',
  'larger-than-whole': 'figure.larger-than-whole',
  'less-specific': 'figure.restated',
};
