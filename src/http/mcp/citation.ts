/** What every answer of the MCP server carries: the words, where they stand, who printed them and when, so that nothing can be cited that is not there. */
import type { Claim, Reading } from '../../claim/reading.ts';
import type { ClaimRow } from '../client.ts';

export type Citation = {
  /** Key of the claim: report and claim. */
  claim: string;
  outlet: string | null;
  published: string | null;
  /** The words themselves, and their UTF-16 offsets in the report. */
  quote: string;
  start: number;
  end: number;
  /** Path of the claim at its words in the screens of `isnad serve`. */
  link: string;
};

export function citationOf({ key, report, claim, outlet, published, quote, span }: ClaimRow): Citation {
  return { claim: key, outlet, published, quote, ...span, link: linkOf(report, claim) };
}

/** A claim of a text that is kept nowhere: the hash of the text stands for the report. */
export function readCitation({ report }: Reading, { id, content }: Claim, text: string): Citation {
  const { outlet, publishedAt: published } = report;
  const quote = text.slice(content.start, content.end);
  return { claim: `${report.id}/${id}`, outlet, published, quote, ...content, link: '' };
}

const linkOf = (report: string, claim: string): string => `/#/report/${encodeURIComponent(report)}?claim=${claim}`;

/** What a claim says, in few words, beside its citation. */
export function statementOf(row: ClaimRow) {
  const { type, stance, chain, actor, recipient, place, day, figures, event, review } = row;
  return {
    type,
    stance,
    sources: chain,
    actor,
    recipient,
    place,
    day,
    figures: figures.map(({ outcome, who, low, high, mod, text, scope }) => ({
      outcome,
      who,
      low,
      high,
      mod,
      words: text,
      scope,
    })),
    event,
    review,
    citation: citationOf(row),
  };
}
