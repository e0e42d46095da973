/** The party inside a noun phrase: the army of "two soldiers of the army", the group of "positions of the group". */
import type { Doc } from './doc.ts';
import type { NounPhrase } from './noun-parts.ts';
import { isArmed, isBody, isNamedGroup } from './parties.ts';
import { featuresOf, field, isDefinite, isWord, nodeOf } from './words.ts';

/** The party inside a phrase: without its count ("nine of the militia"), the owner alone when the phrase names a thing of it ("positions of the army"). */
export function partyIn(doc: Doc, noun: NounPhrase): NounPhrase | null {
  if (noun.actor === null) {
    const named = fightersOf(doc, noun) ?? groupWithin(doc, noun);
    if (named !== null) return named;
    if (noun.kind !== 'person' || !(isArmed(noun) || field(noun.person ?? noun.node, 'acts') === 'yes')) return null;
    // a name in quotation marks
    const end = isWord(doc, noun.end - 1) ? noun.end : noun.end - 1;
    // "five soldiers" name no side; "five of the men of the resistance" do
    if (!isDefinite(doc, end - 1) || doc.info[end - 1].pronoun !== null) return null;
    // "twenty soldiers at the least"
    for (let i = noun.head + 1; i < noun.end; i++) if (nodeOf(doc, i, 'hedge')?.end === noun.end) return null;
    // "two members of the army": the army
    const last = noun.end - 1;
    const few = noun.features?.number === 'du' || noun.features?.number === 'sg';
    const body = doc.at[last].find((n) => n.kind === 'person' && n.end === last + 1 && field(n, 'unit') === 'group');
    if (few && last > noun.head && body !== undefined) return { ...noun, start: last, head: last, count: null, node: body };
    const start = Math.max(groupOf(doc, noun) ?? noun.head, noun.start);
    return noun.head < noun.end ? { ...noun, start, end: isOpened(doc, start, end) ? noun.end : end, count: null } : null;
  }
  if (noun.person !== null && !isArmed(noun) && noun.kind !== 'actor') return null;
  const { actor, features } = noun;
  // "a soldier of the army X", "a soldier in it": the army
  if (noun.kind === 'person' && features?.number === 'sg' && noun.count === null && !isBody(noun) && actor.start > noun.head)
    return { ...noun, start: actor.start, end: actor.end, head: actor.start, kind: 'actor', node: actor, person: null };
  const owner = noun.kind === 'thing' || noun.kind === 'other' || noun.kind === 'outcome';
  const start = owner
    ? noun.actor.start
    : noun.count === null
      ? noun.start
      : (noun.group ?? groupOf(doc, noun) ?? Math.max(noun.head, noun.start));
  return start < noun.end ? { ...noun, start, head: Math.max(start, noun.head), count: null } : null;
}

/** "eight of | the fighters of Maute": whose fighters they are, as the word without its ending shows. */
function fightersOf(doc: Doc, noun: NounPhrase): NounPhrase | null {
  const { kind, count, group, end } = noun;
  if (kind !== 'person' || count === null || group === undefined || end < group + 2 || doc.info[end - 1].pronoun !== null)
    return null;
  const fighters = doc.at[group].find((n) => n.kind === 'person' && n.end === group + 1 && featuresOf(n)?.state === 'construct');
  if (fighters === undefined || !isArmed({ person: fighters, node: fighters })) return null;
  return { ...noun, start: group, head: group, count: null, node: fighters, person: fighters };
}

/** "seven men of | the front X", which no list holds; "wounded of | the army". */
function groupWithin(doc: Doc, noun: NounPhrase): NounPhrase | null {
  const { kind, head, end, count, node } = noun;
  const dead = kind === 'outcome' || (kind === 'person' && count !== null && (isArmed(noun) || field(node, 'who') === 'man'));
  if (!dead) return null;
  for (let i = head + 1; i + 1 < end; i++) {
    if (field(nodeOf(doc, i, 'case'), 'role') !== 'from') continue;
    const of = { ...noun, start: i + 1, head: i + 1, features: null, count: null };
    // "dead of | the army"
    const body = end === i + 2 && isDefinite(doc, i + 1) ? nodeOf(doc, i + 1, 'person') : null;
    if (body !== null) return isArmed({ person: body, node: body }) ? { ...of, kind: 'person', node: body, person: body } : null;
    const named: NounPhrase = { ...of, kind: 'other', node: null, person: null };
    return isNamedGroup(doc, named) ? named : null;
  }
  return null;
}

/** "22 men | of | the brigade of X", "47 men at least | of | the factions": where the group begins that they are of. */
function groupOf(doc: Doc, { head, end, count, actor, person, features }: NounPhrase): number | null {
  // "seven men of X" are named as such; "22 man" is no name
  if (count === null || features?.number !== 'sg') return null;
  for (let i = head + 1; i + 1 < end; i++)
    if (field(nodeOf(doc, i, 'case'), 'role') === 'from')
      return person !== null || (actor !== null && actor.start <= i + 1) ? i + 1 : null;
  return null;
}

const isOpened = (doc: Doc, start: number, end: number): boolean => {
  for (let i = start; i < end; i++) if (!isWord(doc, i)) return true;
  return false;
};
