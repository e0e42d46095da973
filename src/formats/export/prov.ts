/** `prov`: where everything comes from, in W3C PROV (JSON-LD): reports and claims as entities, readings as activities, sources as agents, each hop quoted from the next. */
import type { Claim } from '../../claim/reading.ts';
import type { FileFormat } from './format.ts';
import type { ExportedDecision, ExportedReport } from './source.ts';

const CONTEXT = {
  prov: 'http://www.w3.org/ns/prov#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  isnad: 'https://isnad.invalid/ns#',
  label: 'http://www.w3.org/2000/01/rdf-schema#label',
};

export const prov: FileFormat = {
  kind: 'file',
  name: 'prov',
  title: 'Provenance of reports, claims and decisions (W3C PROV, JSON-LD)',
  mediaType: 'application/ld+json',
  extension: 'jsonld',
  options: [],
  loses: [
    'counts and contradictions',
    'the words of claims: only where they stand',
    'how sure a source is: PROV knows who said a thing, not how',
  ],
  async *write(source) {
    yield `{"@context":${JSON.stringify(CONTEXT)},"@graph":[\n${JSON.stringify(software(source.made.version))}`;
    for await (const report of source.reports()) for (const node of reportNodes(report)) yield `,\n${JSON.stringify(node)}`;
    for await (const body of source.events()) {
      yield `,\n${JSON.stringify({
        '@id': `isnad:event/${body.event.code}`,
        '@type': ['prov:Entity', 'isnad:Event'],
        'prov:wasDerivedFrom': body.event.claims.map((key) => ({ '@id': claimId(key) })),
      })}`;
    }
    for await (const decision of source.decisions()) yield `,\n${JSON.stringify(decisionNode(decision))}`;
    yield '\n]}\n';
  },
};

const claimId = (key: string): string => `isnad:claim/${encodeURIComponent(key)}`;

function software(version: string): object {
  return { '@id': 'isnad:engine', '@type': ['prov:SoftwareAgent'], label: version };
}

function reportNodes(report: ExportedReport): object[] {
  const id = `isnad:report/${encodeURIComponent(report.key)}`;
  const reading = `isnad:reading/${encodeURIComponent(report.key)}`;
  const outlet = report.outlet === null ? [] : [{ '@id': agentId(report.outlet), '@type': 'prov:Agent', label: report.outlet }];
  return [
    ...outlet,
    {
      '@id': id,
      '@type': ['prov:Entity', 'isnad:Report'],
      'isnad:sha256': report.sha256,
      'isnad:published': report.published,
      ...(report.url === null ? {} : { 'prov:atLocation': report.url }),
      ...(report.outlet === null ? {} : { 'prov:wasAttributedTo': { '@id': agentId(report.outlet) } }),
      'prov:generatedAtTime': { '@type': 'xsd:dateTime', '@value': report.retrieved },
    },
    {
      '@id': reading,
      '@type': ['prov:Activity', 'isnad:Reading'],
      label: report.engine,
      'prov:used': { '@id': id },
      'prov:wasAssociatedWith': { '@id': 'isnad:engine' },
    },
    ...report.reading.claims.flatMap((claim) => claimNodes(claim, report.key, id, reading)),
  ];
}

/** The chain of transmission: the claim is quoted from what each hop said, the innermost one is its primary source. */
function claimNodes(claim: Claim, report: string, id: string, reading: string): object[] {
  const key = claimId(`${report}/${claim.id}`);
  const hops = claim.attribution.map((hop, n) => ({
    id: `${key}/said/${n + 1}`,
    agent: agentId(hop.entity ?? hop.name),
    name: hop.name,
  }));
  const nodes: object[] = hops.flatMap((hop, n) => [
    { '@id': hop.agent, '@type': 'prov:Agent', label: hop.name },
    {
      '@id': hop.id,
      '@type': ['prov:Entity', 'isnad:Statement'],
      'prov:wasAttributedTo': { '@id': hop.agent },
      ...(hops[n + 1] ? { 'prov:wasQuotedFrom': { '@id': hops[n + 1].id } } : {}),
    },
  ]);
  const last = hops.at(-1);
  nodes.push({
    '@id': key,
    '@type': ['prov:Entity', 'isnad:Claim'],
    'isnad:type': claim.event.type,
    'isnad:stance': claim.stance,
    'isnad:start': claim.content.start,
    'isnad:end': claim.content.end,
    'prov:wasGeneratedBy': { '@id': reading },
    'prov:wasDerivedFrom': { '@id': id },
    ...(hops[0] ? { 'prov:wasQuotedFrom': { '@id': hops[0].id } } : {}),
    ...(last ? { 'prov:hadPrimarySource': { '@id': last.id } } : {}),
  });
  return nodes;
}

function decisionNode({ id, kind, target, who, why, at, undoes }: ExportedDecision): object {
  return {
    '@id': `isnad:decision/${id}`,
    '@type': ['prov:Activity', 'isnad:Decision'],
    'isnad:kind': kind,
    'isnad:target': target,
    'isnad:why': why,
    'prov:endedAtTime': { '@type': 'xsd:dateTime', '@value': at },
    'prov:wasAssociatedWith': { '@id': agentId(who), '@type': 'prov:Person', label: who },
    ...(undoes === null ? {} : { 'prov:wasInformedBy': { '@id': `isnad:decision/${undoes}` } }),
  };
}

function agentId(name: string): string {
  return `isnad:agent/${encodeURIComponent(name.toWellFormed())}`;
}
