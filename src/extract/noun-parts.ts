import { AL } from '../lexicon/analyze.ts';
import type { Features } from '../lexicon/features.ts';
import type { Node } from '../rules/node.ts';
import { rewritten } from '../rules/rewritten.ts';
import { Kinds } from '../text/key-mark.ts';
import { STOP } from './class-groups.ts';
import type { Doc } from './doc.ts';
import type { PlacePhrase } from './place-names.ts';
import { field, isDefinite } from './words.ts';

export type Count = { low: number; high: number | null; mod: string };
rewritten<Count>({ low: 0, high: null, mod: 'zero' }, { low: null, high: 1 });

export type NounKind =
  | 'actor'
  | 'outlet'
  | 'source'
  | 'person'
  | 'outcome'
  | 'name'
  | 'title'
  | 'thing'
  | 'place'
  | 'number'
  | 'other';

export type NounPhrase = {
  start: number;
  end: number;
  head: number;
  kind: NounKind;
  /** Word of the head, when a list holds it. */
  node: Node<any> | null;
  features: Features | null;
  count: Count | null;
  countNode: Node<any> | null;
  /** End of the counted noun (head and its adjectives), without what follows. */
  countedEnd: number;
  definite: boolean;
  /** Registered actor or outlet that stands in the phrase (head or what it belongs to). */
  actor: Node<any> | null;
  outlet: Node<any> | null;
  place: PlacePhrase | null;
  /** A person noun inside ("gunmen of", "members of"), used for who the counted people are. */
  person: Node<any> | null;
  /** "others": takes its noun from the count before it. */
  additional: boolean;
  /** Its head is also a word for a source ("sites"). */
  mayBeSource: boolean;
  /** "nine of the fighters of X": the token at which the group begins that they are of. */
  group: number | undefined;
};

/** A phrase of a head alone; what makes it fills in the rest. One place makes them all, so that all have one shape. */
export function newNoun(start: number, end: number, head: number, kind: NounKind): NounPhrase {
  return {
    start,
    end,
    head,
    kind,
    node: null,
    features: null,
    count: null,
    countNode: null,
    countedEnd: end,
    definite: false,
    actor: null,
    outlet: null,
    place: null,
    person: null,
    additional: false,
    mayBeSource: false,
    group: undefined,
  };
}
rewritten(newNoun(0, 0, 0, 'other'));

export const heads = new Kinds([
  'actor',
  'outlet',
  'outcome',
  'person',
  'source',
  'title',
  'kunya',
  'given-name',
  'family-name',
  'thing',
  'actor-short',
  'outlet-short',
  'nationality',
  'vocabulary',
]);
export const rank: Record<string, number> = {
  actor: 14,
  outlet: 13,
  outcome: 12,
  person: 11,
  title: 10,
  source: 9,
  thing: 8,
  kunya: 7,
  'actor-short': 6,
  'outlet-short': 5,
  'given-name': 4,
  'family-name': 3,
  nationality: 2,
  vocabulary: 1,
};
export const kinds: Record<string, NounKind> = {
  actor: 'actor',
  'actor-short': 'actor',
  outlet: 'outlet',
  'outlet-short': 'outlet',
  outcome: 'outcome',
  person: 'person',
  source: 'source',
  title: 'title',
  thing: 'thing',
  kunya: 'name',
  'given-name': 'name',
  'family-name': 'name',
  nationality: 'other',
  vocabulary: 'other',
};
export const stops = new Set([
  'case',
  'preposition',
  'that',
  'relative',
  'negation',
  'adverb',
  'what',
  'any',
  'falsity',
  'was',
  'modal',
  'future',
  'condition',
  'conjunction',
  'contrast',
  'reset',
  'cause',
  'result',
  'agent',
  'according',
  'background',
  'among',
  'pronoun',
  'none',
  'furniture',
  'rank',
  'hearsay',
  'responsibility',
  'additional',
  'demonstrative',
  'unreal',
]);
/** The longest small word that begins here and ends a phrase; with the article it is a noun or adjective like any other. */
export function stopAt(doc: Doc, i: number): Node<any> | null {
  if ((doc.groups[i] & STOP) === 0) return null;
  let best: Node<any> | null = null;
  for (const node of doc.at[i])
    if (
      stops.has(node.kind) &&
      !(node.word !== null && node.word.proclitics & AL && node.end === i + 1) &&
      (best === null || node.end > best.end)
    )
      best = node;
  return best;
}
export const names = new Kinds(['given-name', 'family-name', 'kunya']);
/** Common nouns for people and things. */
export const common: ReadonlySet<string> = new Set(['person', 'outcome', 'thing', 'source', 'title']);

export function take(np: NounPhrase, node: Node<any> | null): void {
  if (node === null) return;
  if (node.kind === 'actor' || node.kind === 'actor-short') np.actor ??= node;
  else if (node.kind === 'outlet' || node.kind === 'outlet-short') np.outlet ??= node;
  else if (node.kind === 'person' || node.kind === 'outcome') np.person ??= node;
}

/** A name beside a title or the other way round, or two words of one name. */
/** "Ashraf al-Qudra": behind a given name that stands alone a word with the article is his surname, whatever else it means. */
export const isSurname = (doc: Doc, a: NounPhrase, b: NounPhrase): boolean =>
  a.kind === 'name' &&
  a.end === a.start + 1 &&
  b.start === a.end &&
  b.end === b.start + 1 &&
  b.kind === 'other' &&
  isDefinite(doc, b.start) &&
  !isDefinite(doc, a.start);

export function isApposition(a: NounPhrase, b: NounPhrase): boolean {
  if (b.count !== null || isEverydayWord(a, b)) return false;
  const named = (n: NounPhrase): boolean => n.kind === 'name' || (n.kind === 'other' && n.node === null);
  const titled = (n: NounPhrase): boolean =>
    n.kind === 'title' || n.kind === 'person' || n.kind === 'source' || n.kind === 'outlet';
  return (
    (titled(a) && (named(b) || b.kind === 'title' || (b.kind === 'person' && b.definite))) ||
    (named(a) && (titled(b) || named(b)))
  );
}

/** "the ministry announced | the opening of": a body has no name of one word that is an everyday word too. */
const isEverydayWord = ({ node, kind }: NounPhrase, b: NounPhrase): boolean =>
  b.kind === 'name' &&
  field(b.node, 'ambiguous') === 'yes' &&
  (kind === 'outlet' || field(node, 'class') === 'ministry' || field(node, 'unit') === 'group');
