/**
 * Names that several wars share: "the resistance", "the government forces", "the rebels". Who is meant is told by the full name elsewhere in the report, or by
 * the country it is about; where neither tells, the party stays as it is written, without an entity.
 */
import type { ResolvedPlace } from '../claim/reading.ts';
import { fieldOf, fieldsOf, type Sense } from '../lexicon/lexicon.ts';
import type { Node } from '../rules/node.ts';
import type { Doc } from './doc.ts';
import { idOf } from './sources.ts';

/** The registered party or outlet of a name in this report, or null. */
export type EntityFor = (node: Node<any>) => string | null;

const named: ReadonlySet<string> = new Set(['actor', 'actor-short']);
const isShared = (node: Node<any>): boolean => fieldOf(node.value as Sense, 'shared') === 'yes';

export function entitiesIn(doc: Doc, places: readonly (ResolvedPlace | null)[]): EntityFor {
  let full: Set<string> | null = null;
  let country: string | null = null;
  return (node) => {
    const id = idOf(node.value as Sense);
    if (id === null || !named.has(node.kind) || !isShared(node)) return id;
    if (full === null) ({ full, country } = survey(doc, places));
    const ids = new Map<string, Sense>();
    for (const other of doc.at[node.start])
      if (named.has(other.kind) && other.end === node.end) ids.set(idOf(other.value as Sense) ?? '', other.value as Sense);
    return (
      only([...ids.keys()].filter((key) => full!.has(key))) ??
      only([...ids].filter(([, sense]) => country !== null && fieldsOf(sense, 'theatre').includes(country)).map(([key]) => key))
    );
  };
}

const only = (ids: readonly string[]): string | null => (ids.length === 1 ? ids[0] : null);

/** Who is named in full, and the country that most names and places of the report belong to. */
function survey(doc: Doc, places: readonly (ResolvedPlace | null)[]): { full: Set<string>; country: string | null } {
  const full = new Set<string>();
  const votes = new Map<string, number>();
  const vote = (country: string | undefined): void => {
    if (country !== undefined && country !== '') votes.set(country, (votes.get(country) ?? 0) + 1);
  };
  for (const nodes of doc.at)
    for (const node of nodes) {
      if (node.kind === 'nationality') vote(fieldOf(node.value as Sense, 'country'));
      if (node.kind !== 'actor' || isShared(node)) continue;
      full.add(idOf(node.value as Sense) ?? '');
      vote(fieldOf(node.value as Sense, 'country'));
    }
  for (const place of places) vote(place?.admin[0]);
  const [first, second] = [...votes].sort((a, b) => b[1] - a[1]);
  return { full, country: first === undefined || first[1] === second?.[1] ? null : first[0] };
}
