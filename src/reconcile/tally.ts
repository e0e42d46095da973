/** Tallies: what one claim counts for one outcome, apart by civilians, combatants and people of unknown status, parts inside their wholes. */
import type { Group, SetAside } from '../claim/count.ts';
import type { Claim, Figure, Outcome, Who } from '../claim/reading.ts';
import type { Policy, Range } from './policies/index.ts';

/** Role of a figure in its claim's tally. `aside: null`: it is one of the wholes that are added. */
export type TallyFigure = { index: number; aside: TallyAside | null; groups: Group[] };
export type TallyAside = Extract<SetAside, 'cumulative' | 'larger-than-whole' | 'part-of' | 'less-specific'>;

export type Tally = {
  all: Range;
  /** People said or assumed to be civilians; null when the claim counts none. */
  civilian: Range | null;
  combatant: Range | null;
  /** True when `civilian` rests on people of unknown status only. */
  isStatusUnknown: boolean;
  /** Vague words only ("dozens", a bare plural). */
  isVague: boolean;
  /** Named groups (child, woman …), wholes and parts. */
  groups: Map<Group, Range>;
  figures: TallyFigure[];
};

const COMBATANT = new Set<Who>(['combatant', 'police']);
const NAMED: readonly Who[] = ['child', 'woman', 'man', 'journalist', 'health-worker', 'aid-worker', 'police', 'official'];

/** Null when the claim has no figure of the outcome. Figures of other scope than the event are never counted. */
export function tallyOf(claim: Claim, outcome: Outcome, policy: Policy): Tally | null {
  const { figures } = claim.event;
  const sums: Sums = { all: null, civilian: null, combatant: null, unknown: null };
  const groups = new Map<Group, Range>();
  const used: TallyFigure[] = [];
  for (let index = 0; index < figures.length; index++) {
    const figure = figures[index];
    if (!countsFor(figure, outcome)) continue;
    if (figure.scope !== 'event') {
      used.push({ index, aside: 'cumulative', groups: ['all'] });
      continue;
    }
    const whole = wholeOf(figures, index, outcome);
    const value = policy.number(figure);
    if (whole !== null) {
      const isTooLarge = exceeds(value, policy.number(figures[whole]));
      if (!isTooLarge) addGroup(groups, figure.who, value);
      used.push({ index, aside: isTooLarge ? 'larger-than-whole' : 'part-of', groups: [figure.who] });
      continue;
    }
    if (isRestated(figures, index, outcome)) {
      used.push({ index, aside: 'less-specific', groups: [figure.who] });
      continue;
    }
    addGroup(groups, figure.who, value);
    addWhole(sums, figure, value, partsOf(figures, index, outcome), policy, claim);
    used.push({ index, aside: null, groups: ['all', figure.who] });
  }
  if (!sums.all) return null;
  const civilian = sums.civilian && sums.unknown ? plus(sums.civilian, sums.unknown) : (sums.civilian ?? sums.unknown);
  const wholes = used.filter((figure) => figure.aside === null).map((figure) => figures[figure.index]);
  return {
    all: sums.all,
    civilian,
    combatant: sums.combatant,
    isStatusUnknown: sums.civilian === null,
    isVague: wholes.every((figure) => figure.mod === 'vague'),
    groups,
    figures: used,
  };
}

type Sums = { all: Range | null; civilian: Range | null; combatant: Range | null; unknown: Range | null };

/** "No dead or injured" is a zero for each; any other joint figure is never split. */
function countsFor(figure: Figure, outcome: Outcome): boolean {
  if (figure.outcome === outcome) return true;
  return figure.outcome === 'killed-or-injured' && figure.mod === 'zero' && (outcome === 'killed' || outcome === 'injured');
}

function wholeOf(figures: Figure[], index: number, outcome: Outcome): number | null {
  const { partOf } = figures[index];
  return partOf !== null && partOf !== index && figures[partOf] && countsFor(figures[partOf], outcome) ? partOf : null;
}

function partsOf(figures: Figure[], whole: number, outcome: Outcome): Figure[] {
  return figures.filter(
    (figure, index) => figure.scope === 'event' && countsFor(figure, outcome) && wholeOf(figures, index, outcome) === whole,
  );
}

/** "30 wounded, and serious cases": a bare plural beside a number of the same outcome adds nobody that could be counted. */
function isRestated(figures: Figure[], index: number, outcome: Outcome): boolean {
  if (figures[index].mod !== 'vague') return false;
  return figures.some(
    (other) => other.mod !== 'vague' && other.mod !== 'zero' && other.scope === 'event' && other.outcome === outcome,
  );
}

function exceeds(part: Range, whole: Range): boolean {
  return whole.high !== null && part.low > whole.high;
}

function addWhole(sums: Sums, figure: Figure, value: Range, parts: Figure[], policy: Policy, claim: Claim): void {
  sums.all = plus(sums.all, value);
  if (COMBATANT.has(figure.who) || (figure.who === 'unknown' && isOfForce(figure, claim))) {
    sums.combatant = plus(sums.combatant, value);
    return;
  }
  if (figure.who !== 'unknown') {
    sums.civilian = plus(sums.civilian, value);
    return;
  }
  const fighters = sum(parts.filter((part) => COMBATANT.has(part.who)).map(policy.number));
  const civilians = sum(parts.filter((part) => part.who === 'civilian').map(policy.number));
  if (civilians && !exceeds(civilians, value)) {
    sums.civilian = plus(sums.civilian, civilians);
    if (fighters) sums.combatant = plus(sums.combatant, fighters);
  } else if (fighters && !exceeds(fighters, value)) {
    sums.combatant = plus(sums.combatant, fighters);
    const rest = minus(value, fighters);
    if (rest.low > 0 || rest.high === null || rest.high > 0) sums.unknown = plus(sums.unknown, rest);
  } else sums.unknown = plus(sums.unknown, value);
}

/** People of unknown status whom the words give to an armed actor are counted with the combatants. */
function isOfForce(figure: Figure, claim: Claim): boolean {
  if (figure.group !== null) return figure.group.startsWith('actor:');
  return claim.event.recipient.some(
    (mention) =>
      mention.entity?.startsWith('actor:') === true &&
      mention.span.start < figure.span.end &&
      figure.span.start < mention.span.end,
  );
}

function addGroup(groups: Map<Group, Range>, who: Who, value: Range): void {
  if (NAMED.includes(who)) groups.set(who, plus(groups.get(who) ?? null, value));
}

function sum(ranges: Range[]): Range | null {
  return ranges.reduce<Range | null>((total, range) => plus(total, range), null);
}

/** Sum of two ranges; open or unnamed ends stay so. */
export function plus(a: Range | null, b: Range): Range {
  if (!a) return b;
  return {
    low: a.low + b.low,
    best: a.best === null || b.best === null ? null : a.best + b.best,
    high: a.high === null || b.high === null ? null : a.high + b.high,
  };
}

/** What remains of `a` without `b`, never below 0. */
export function minus(a: Range, b: Range): Range {
  const low = Math.max(0, a.low - (b.high ?? a.low));
  const high = a.high === null ? null : Math.max(low, a.high - b.low);
  const best = a.best === null || b.best === null ? null : Math.max(low, a.best - b.best);
  return { low, best: high !== null && best !== null && best > high ? high : best, high };
}
