/** Whether two claims are about the same event: by a rule or by a person, always with what was compared. */

/** `report id/claim id`: claims of two reports with the same words stay apart. */
export type ClaimKey = string;

/** Builds the key of a claim from its report's id and its own id. */
export function claimKey(report: string, claim: string): ClaimKey {
  return `${report}/${claim}`;
}

/** What one comparison saw, in words. `score` runs from -1 (speaks against) over 0 (silent) to 1 (speaks for). */
export type Reason = { feature: string; score: number; left: string; right: string };

export type Verdict = 'same-event' | 'different-event' | 'unsure';

/** A person's judgement overrides the rule's; of two by persons on one pair the later one holds. */
export type Judgement = {
  left: ClaimKey;
  right: ClaimKey;
  verdict: Verdict;
  by: { rule: string } | { person: string };
  because: Reason[];
  /** ISO time, or empty for a rule: rules have no clock. */
  at: string;
};

/** The person who judged, or null when a rule did. */
export function judgedBy(judgement: Judgement): string | null {
  return 'person' in judgement.by ? judgement.by.person : null;
}
