/**
 * Happenings: what one report alone says, before it is laid beside others. Claims of the report that speak of one thing (by whatever source) are one
 * happening; a claim without a place or a day stands with the one it fits best.
 */
import { type ClaimKey, claimKey } from '../claim/judgement.ts';
import type { Claim } from '../claim/reading.ts';
import type { Decisions } from './decisions.ts';
import type { ReconcileInput, ReportFacts } from './input.ts';
import { sumOf } from './judge.ts';
import { WITHIN } from './model.ts';
import { mergeSubjects, type Subject, subjectOfClaim, withoutText } from './subject.ts';

export type Stated = { key: ClaimKey; claim: Claim };

export type Happening = {
  /** Sorts by day of publication, report and place in the text: the smallest of an event never changes when later reports come. */
  key: string;
  input: ReportFacts;
  claims: Stated[];
  subject: Subject;
};

/** The happenings of one report, in text order. Plans, threats and what did not happen are no happenings; a denial joins what it denies. */
export function happeningsOf(input: ReconcileInput, decisions: Decisions): Happening[] {
  const happenings: Happening[] = [];
  const later: Stated[] = [];
  // the claims are taken over one by one: what is not needed of a reading is let go
  const { reading, ...facts } = input;
  for (const claim of reading.claims) {
    const stated = { key: claimKey(input.report, claim.id), claim: withoutTrace(claim) };
    if (isDenial(claim) || isLooseBackground(claim)) later.push(stated);
    else if (isHappening(claim)) place(stated, happenings, facts, decisions, true);
  }
  for (const stated of later) place(stated, happenings, facts, decisions, isDenial(stated.claim));
  return happenings;
}

function withoutTrace(claim: Claim): Claim {
  if (claim.trace.children.length === 0) return claim;
  return { ...claim, trace: { rule: claim.trace.rule, span: claim.trace.span, children: [] } };
}

function isDenial(claim: Claim): boolean {
  return claim.stance === 'denied';
}

/** Told as earlier context without a day of its own: it cannot found a happening, but it can stand beside one. */
function isLooseBackground(claim: Claim): boolean {
  return claim.reality === 'background' && !claim.event.time?.begin;
}

function isHappening(claim: Claim): boolean {
  if (claim.stance === 'expected' || claim.reality === 'unreal') return false;
  return !isOnlyTotal(claim);
}

/** A claim all of whose figures are cumulative, of no happening of its own. */
export function isOnlyTotal(claim: Claim): boolean {
  const { figures, type } = claim.event;
  return (
    figures.length > 0 && figures.every((figure) => figure.scope === 'running-total') && (type === 'toll' || type === 'situation')
  );
}

function place(stated: Stated, happenings: Happening[], input: ReportFacts, decisions: Decisions, mayFound: boolean): void {
  const subject = withoutText(subjectOfClaim(stated.claim, input));
  let best: Happening | null = null;
  let bestSum = WITHIN.same;
  for (const happening of happenings) {
    const decided = decisions.between(
      [stated.key],
      happening.claims.map((member) => member.key),
    );
    if (decided === 'different-event') continue;
    const sum = decided === 'same-event' ? Number.POSITIVE_INFINITY : sumOf(subject, withoutText(happening.subject));
    if (sum === null || sum < bestSum || (sum === bestSum && best !== null)) continue;
    best = happening;
    bestSum = sum;
  }
  if (best) {
    best.claims.push(stated);
    best.subject = { ...mergeSubjects(best.subject, subject), print: input.fingerprint };
  } else if (mayFound) {
    const order = String(happenings.length).padStart(4, '0');
    const key = `${input.published ?? '9999'}|${input.report}|${order}`;
    happenings.push({ key, input, claims: [stated], subject: { ...subject, print: input.fingerprint } });
  }
}
