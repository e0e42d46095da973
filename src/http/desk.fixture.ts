/** For tests: an engine that makes one claim of the first word, and a reconciliation that puts everything into one event. */
import { createHash } from 'node:crypto';
import type { CaseReport } from '../app/reconcile-case.ts';
import type { Count } from '../claim/count.ts';
import type { Event } from '../claim/event.ts';
import type { Judgement } from '../claim/judgement.ts';
import type { Reading, Report } from '../claim/reading.ts';
import type { ReaderOfReports } from './ledger-desk.ts';
import { POLICY, type Reconciler } from './reconciler.ts';

export const wordReader: ReaderOfReports = {
  version: 'words 1',
  dataHash: 'none',
  read({ text, id, outlet = null, published = null }: Report): Reading {
    const end = text.indexOf(' ') > 0 ? text.indexOf(' ') : text.length;
    const sha256 = createHash('sha256').update(text).digest('hex');
    const key = id ?? `sha256:${sha256}`;
    const span = { start: 0, end };
    return {
      format: 'isnad.reading/1',
      engine: 'words 1',
      report: { id: key, outlet, publishedAt: published, language: 'ar', headline: null, sha256, length: text.length },
      claims: [
        {
          id: sha256.slice(0, 16),
          content: span,
          attribution: [],
          stance: 'asserted',
          reality: 'current',
          event: { type: 'attack', trigger: span, actor: [], recipient: [], places: [], time: null, means: [], figures: [] },
          trace: { rule: 'first-word', span, children: [] },
        },
      ],
      unread: [],
    };
  },
};

export function oneEventReconciler(): Reconciler & { runs: number; verdicts: Judgement[] } {
  const count = (policy: string): Count => {
    return {
      outcome: 'killed',
      who: 'all',
      low: 1,
      best: 2,
      high: 3,
      policy,
      origins: 2,
      provisional: false,
      note: { code: 'count.range', values: { n: 2 } },
      figures: [],
    };
  };
  return {
    version: 'one event',
    runs: 0,
    verdicts: [],
    async reconcile(reports, judgements, use) {
      const all: CaseReport[] = [];
      for await (const report of reports) all.push(report);
      this.runs++;
      this.verdicts = [...judgements];
      const event = eventOf(all, count(POLICY));
      return await use({
        events: [{ code: event.code, mark: `run ${this.runs}`, body: () => ({ event, contradictions: null, changes: [] }) }],
        totals: [],
        suggestions: [],
      });
    },
    recount: (_event, _reports, policy) => [count(policy)],
  };
}

function eventOf(reports: readonly CaseReport[], count: Count): Event {
  const claims = reports.flatMap(({ report, reading }) => reading.claims.map((claim) => `${report}/${claim.id}`));
  const grade = { grade: 'weak' as const, rule: { code: 'grade.weak' as const }, because: [] };
  const place = null;
  return {
    code: 'ISN-000001',
    aliases: [],
    type: 'attack',
    place,
    begin: null,
    end: null,
    claims,
    reports: reports.map(({ report }) => report),
    actors: [],
    origins: [],
    counts: [count],
    grade,
  };
}
