/** Rows of lists from readings: one claim beside its words, who cites whom, how each outlet names the parties. Pure. */
import type { Claim, Reading } from '../claim/reading.ts';
import type { ClaimRow, Naming, Relation, ReviewState, SourceRow, Sources } from './client.ts';

export type Held = { reading: Reading; text: string };

export function headlineOf({ reading, text }: Held): string {
  const { headline } = reading.report;
  if (headline !== null) return text.slice(headline.start, headline.end).slice(0, 300);
  return (text.trim().split('\n')[0] ?? '').slice(0, 160);
}

export function claimRow(held: Held, claim: Claim, event: string | null, review: ReviewState | null): ClaimRow {
  const { report } = held.reading;
  const { content, event: happening } = claim;
  const at = happening.places.find((place) => place.role === 'at') ?? happening.places[0];
  return {
    key: `${report.id}/${claim.id}`,
    report: report.id,
    claim: claim.id,
    outlet: report.outlet,
    published: report.publishedAt,
    quote: held.text.slice(content.start, content.end),
    span: content,
    type: happening.type,
    stance: claim.stance,
    chain: claim.attribution.map((hop) => hop.name),
    actor: happening.actor.map((mention) => mention.name),
    recipient: happening.recipient.map((mention) => mention.name),
    place: at?.name ?? null,
    day: happening.time?.begin ?? happening.time?.value ?? null,
    figures: happening.figures,
    event,
    review,
    how: claim.trace.rule,
  };
}

type Draft = SourceRow & { inReports: Set<string>; names: Map<string, Naming> };

/** `nameOf` gives the neutral name of a registry id. */
export function sourcesOf(all: readonly Held[], nameOf: (id: string) => string | null): Omit<Sources, 'reports'> {
  const sources = new Map<string, Draft>();
  const relations = new Map<string, Relation>();
  const source = (key: string, label: string): Draft => {
    const known = sources.get(key);
    if (known) return known;
    const made: Draft = {
      key,
      label,
      reports: 0,
      claims: 0,
      cites: 0,
      citedBy: 0,
      denials: 0,
      naming: [],
      inReports: new Set(),
      names: new Map(),
    };
    sources.set(key, made);
    return made;
  };
  for (const { reading } of all) {
    const { report } = reading;
    const outlet = report.outlet === null ? null : source(report.outlet, report.outlet);
    outlet?.inReports.add(report.id);
    for (const claim of reading.claims) {
      let from = outlet;
      for (const hop of claim.attribution) {
        const key = hop.entity ?? hop.name;
        const to = source(key, (hop.entity === null ? null : nameOf(hop.entity)) ?? hop.name);
        to.inReports.add(report.id);
        if (from !== null && from !== to) relate(relations, from, to, report.id, claim.id);
        from = to;
      }
      if (from !== null) {
        from.claims++;
        if (claim.stance === 'denied') from.denials++;
      }
      if (outlet !== null) countNames(outlet, claim, report.id);
    }
  }
  const rows = [...sources.values()].map(({ inReports, names, ...row }) => {
    return { ...row, reports: inReports.size, naming: [...names.values()].sort((a, b) => b.count - a.count) };
  });
  return {
    sources: rows.sort((a, b) => b.claims - a.claims),
    relations: [...relations.values()].sort((a, b) => b.count - a.count),
  };
}

function relate(relations: Map<string, Relation>, from: Draft, to: Draft, report: string, claim: string): void {
  const key = `${from.key}\0${to.key}`;
  const known = relations.get(key);
  if (known) known.count++;
  else {
    relations.set(key, { from: from.key, to: to.key, count: 1, report, claim });
    from.cites++;
    to.citedBy++;
  }
}

function countNames(outlet: Draft, claim: Claim, report: string): void {
  for (const mention of [...claim.event.actor, ...claim.event.recipient]) {
    for (const { label, neutral } of mention.loaded ?? []) {
      const known = outlet.names.get(label);
      if (known) known.count++;
      else outlet.names.set(label, { label, neutral, count: 1, report, claim: claim.id });
    }
  }
}
