/** Sources: which noun phrases can say something, what they are called, and when two of them are the same. */

import type { Span } from '../claim/span.ts';
import { fieldOf, type Sense } from '../lexicon/lexicon.ts';
import type { Node } from '../rules/node.ts';
import { type Doc, mentionStart } from './doc.ts';
import type { NounPhrase } from './noun-parts.ts';
import { coreKey } from './place-names.ts';
import { field, isWord, markAt, nodeOf } from './words.ts';

/** A source in a chain. `inferred` as in the reading format. */
export type SourceRef = {
  span: Span;
  name: string;
  entity: string | null;
  cue: Span;
  inferred: 'carry-over' | 'elided' | 'definite' | 'byline' | null;
  /** Folded words of the name, to compare sources. */
  words: string[];
  /** Class for definite re-mention: agency, site, person, statement … */
  group: string | null;
  noun: NounPhrase | null;
  /** The short mention by which it is named here ("the statement"): verbs and participles agree with it. */
  mention?: NounPhrase;
};

/** Text span of a noun phrase: without the proclitics of its first word, without a dangling quotation mark. */
export function spanOfNoun(doc: Doc, start: number, end: number): Span {
  let from = start;
  let to = end;
  // a lone quotation mark on one side belongs to nobody
  const opens = markAt(doc, from);
  if ((opens === 'open' || opens === 'quote') && to - from > 1) {
    const closes = markAt(doc, to - 1);
    if (closes === 'close' || closes === 'quote') {
      from++;
      to--;
    }
  }
  while (to - 1 > from && markAt(doc, to - 1) === 'comma') to--;
  // "b-" and "l-" that stand apart before a quoted name
  while (to - 1 > from && doc.detached[from] === 1) from++;
  const begin = isWord(doc, from) && !doc.detached[from] ? mentionStart(doc, from) : doc.tokens.start[from];
  return { start: begin, end: doc.tokens.end[to - 1] };
}

export function sourceOf(doc: Doc, noun: NounPhrase, cue: Span): SourceRef {
  const span = spanOfNoun(doc, noun.start, noun.end);
  return {
    span,
    name: doc.text.slice(span.start, span.end),
    entity: entityOf(noun),
    cue,
    inferred: null,
    words: wordsOf(doc, noun.start, noun.end),
    group: groupOf(noun),
    noun,
  };
}

/** Registry id of what the phrase names as a whole: its head, not a group it merely belongs to. */
export function entityOf(noun: NounPhrase): string | null {
  const node = noun.kind === 'outlet' ? noun.outlet : noun.kind === 'actor' ? noun.actor : null;
  if (node === null) return null;
  return idOf(node.value as Sense);
}

export const idOf = (sense: Sense): string | null => fieldOf(sense, 'id') ?? null;

function wordsOf(doc: Doc, start: number, end: number): string[] {
  const words: string[] = [];
  for (let i = start; i < end; i++) {
    if (isWord(doc, i) && doc.detached[i] === 0) words.push(coreKey(doc, i));
  }
  return words;
}

function groupOf(noun: NounPhrase): string | null {
  if (noun.node === null) return noun.kind === 'name' || noun.kind === 'title' ? 'person' : null;
  if (noun.kind === 'outlet') return field(noun.node, 'kind') ?? 'outlet';
  if (noun.kind === 'source') return field(noun.node, 'class') ?? field(noun.node, 'kind') ?? 'source';
  if (noun.kind === 'name' || noun.kind === 'title' || noun.kind === 'person') return 'person';
  return noun.kind === 'actor' ? 'actor' : null;
}

/** Counted people who speak ("three officials said"); counted civilians are what is spoken of. */
const spokesmen: ReadonlySet<string> = new Set(['official', 'journalist', 'health-worker', 'aid-worker', 'police']);

/** "one of them". */
const isOfThem = ({ kind, countNode }: NounPhrase): boolean => kind === 'number' && field(countNode, 'of') === 'them';

/** Whether a noun phrase can say something after a cue. `loose`: the cue is strong, so an unknown noun is accepted. */
export function canSay(noun: NounPhrase, loose: boolean): boolean {
  // "one of the residents", "one of the survivors"
  const one = noun.count?.low === 1 && noun.count.high === 1 && (noun.kind === 'person' || noun.kind === 'outcome');
  if (
    noun.count !== null &&
    !one &&
    !(loose && (noun.kind === 'person' || isOfThem(noun))) &&
    noun.kind !== 'source' &&
    !(noun.kind === 'person' && spokesmen.has(field(noun.node, 'who') ?? ''))
  )
    return false;
  switch (noun.kind) {
    case 'actor':
    case 'outlet':
    case 'source':
    case 'title':
    case 'name':
    case 'person':
      return true;
    case 'outcome':
      // the survivors and the wounded may speak
      return (one || (loose && noun.count?.mod !== 'exact')) && field(noun.node, 'value') !== 'killed';
    case 'other':
      // an everyday word says nothing; a word no list holds may be a name
      return loose && (noun.node === null || noun.actor !== null);
    default:
      return noun.outlet !== null || noun.mayBeSource || (loose && isOfThem(noun));
  }
}

/** Statements, reports, tallies, footage: written or shown things that speak for those who issued them. */
export const isDocument = (noun: NounPhrase): boolean => noun.kind === 'source' && field(noun.node, 'class') === 'statement';

/** Videos and pictures say nothing: who sent them does, or the outlet that tells what they show. */
export const isFootage = ({ kind, node, outlet, actor }: NounPhrase): boolean =>
  kind === 'source' && field(node, 'kind') === 'evidence' && outlet === null && actor === null;

const media: ReadonlySet<string> = new Set([
  'agency',
  'newspaper',
  'site',
  'tv',
  'channel',
  'radio',
  'media',
  'local-page',
  'correspondent',
]);

/** Who passes on what others say: agencies, papers, stations, correspondents. */
export const isMedium = (noun: NounPhrase): boolean =>
  noun.kind === 'outlet' || noun.mayBeSource || (noun.kind === 'source' && media.has(field(noun.node, 'kind') ?? ''));

/** Agencies, papers, stations: they carry what others issue. */
export const isPress = ({ kind, node }: NounPhrase): boolean => (kind === 'outlet' || kind === 'source') && isPressKind(node);
export const isPressKind = (node: Node<any> | null): boolean => media.has(field(node, 'kind') ?? '');

/** True when both name the same source. */
export function sameSource(a: SourceRef, b: SourceRef): boolean {
  if (a.entity !== null && a.entity === b.entity) return true;
  if (a.span.start === b.span.start) return true;
  const [few, many] = a.words.length <= b.words.length ? [a.words, b.words] : [b.words, a.words];
  // "news" is not "the news coming from X"
  if ((isHearsay(a) || isHearsay(b)) && many.length > few.length + 1) return false;
  return few.length > 0 && few.every((word) => many.includes(word));
}

const isHearsay = ({ group, noun }: SourceRef): boolean => group === 'hearsay' || noun?.node?.kind === 'hearsay';

export function sameChain(a: readonly SourceRef[], b: readonly SourceRef[]): boolean {
  return a.length === b.length && a.every((source, k) => sameSource(source, b[k]));
}

/** "estimated (is) | their number | at": that is what is estimated, and nobody who estimates. */
export function withoutNumbers(doc: Doc, found: { nouns: NounPhrase[] }): NounPhrase[] {
  found.nouns = found.nouns.filter(({ head }) => nodeOf(doc, head, 'each') === null || doc.info[head].pronoun === null);
  return found.nouns;
}
