/**
 * The speaker who stands behind where, when or to whom it was said, in one phrase with it: "said in press statements | the observatory that", "told by
 * telephone | the spokesman that". A phrase that is closed takes no genitive, so who follows it is the subject of the verb.
 */
import { LI } from '../lexicon/analyze.ts';
import type { Node } from '../rules/node.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { NounPhrase } from './noun-parts.ts';
import { isDocument } from './sources.ts';
import { wholeSpeaker } from './whole-speaker.ts';
import { featuresOf, hasConjunction, isDefinite, isWord, looseOfToken, nodeOf } from './words.ts';

const kindOf: Record<string, NounPhrase['kind']> = {
  actor: 'actor',
  outlet: 'outlet',
  source: 'source',
  person: 'person',
  title: 'title',
  'outlet-short': 'outlet',
  rank: 'person',
  'given-name': 'name',
};

/** Behind one of these a name or an office is who it is. */
const somebody: ReadonlySet<NounPhrase['kind']> = new Set(['title', 'person', 'actor', 'name']);

/** The speaker behind where it was said, with what else of him stands in the next chunks. */
export function speakerBehind(
  doc: Doc,
  chunks: readonly Chunk[],
  k: number,
  content: number,
  owned: boolean,
  used: Uint8Array,
): NounPhrase | null {
  const found = subjectWithin(doc, chunks, k, content, owned);
  if (found === null) return null;
  const { noun, at } = found;
  const apart = chunks.slice();
  apart[at] = { ...chunks[at], start: noun.start, kind: 'noun', noun, place: null, bits: 0 };
  return wholeSpeaker(doc, apart, at, content, used).noun;
}

/** The phrase of the speaker and the chunk it stands in; null where everything before the content is where, when and to whom. */
function subjectWithin(
  doc: Doc,
  chunks: readonly Chunk[],
  k: number,
  content: number,
  owned: boolean,
): { noun: NounPhrase; at: number } | null {
  const verb = chunks[k];
  if (!verb.finite || verb.node === null) return null;
  for (let j = k + 1; j < content; j++) {
    const { noun, bits, kind, end } = chunks[j];
    if (kind === 'mark' || kind === 'that' || kind === 'relative' || chunks[j].finite) return null;
    if (noun === null) continue;
    if (chunks[j - 1].kind !== 'case' && !(bits & LI)) return null;
    if (somebody.has(noun.kind)) continue;
    // "in a statement of | the authorities": whose it is
    const theirs = owned && isDocument(noun) ? noun.head + 1 : -1;
    for (let t = noun.head + 1; t < end; t++) {
      if (!isWord(doc, t) || within(doc, noun.head, t) || isOfPress(doc, noun, t)) continue;
      if (t !== theirs && !isClosed(doc, noun, t - 1)) continue;
      const who = startsHere(doc, t, end);
      if (who !== null) return agrees(verb.node, who) ? { noun: phraseAt(doc, noun, who, t, end), at: j } : null;
      if (!isQuality(doc, t)) break;
    }
  }
  return null;
}

/** Definite, an adjective or a name: no genitive follows. */
const isClosed = (doc: Doc, noun: NounPhrase, i: number): boolean =>
  isWord(doc, i)
    ? isDefinite(doc, i) ||
      isQuality(doc, i) ||
      isOfPress(doc, noun, i) ||
      doc.at[i].some((n) => n.kind === 'outlet' || n.kind === 'outlet-short')
    : doc.at[i].some((n) => n.kind === 'close' || n.kind === 'quote');

/** "press statements" has the letters of "statements of a journalist". */
const isOfPress = (doc: Doc, { head }: NounPhrase, i: number): boolean =>
  i === head + 1 && !isDefinite(doc, i) && !isDefinite(doc, head) && RELATING.test(looseOfToken(doc, i));

/** Endings of adjectives of relation. */
const RELATING = /(?:\u064A|\u064A\u0629|\u064A\u0647)$/;

const isQuality = (doc: Doc, i: number): boolean =>
  doc.at[i].some((n) => n.word?.surface.features.pos === 'adjective' || n.kind === 'nationality');

/** The token lies inside a name of several words that began before it. */
function within(doc: Doc, head: number, t: number): boolean {
  for (let i = head; i < t; i++) if (doc.at[i].some((n) => n.end > t && (n.kind === 'outlet' || n.kind === 'actor'))) return true;
  return false;
}

function startsHere(doc: Doc, t: number, end: number): Node<any> | null {
  if (!isWord(doc, t) || hasConjunction(doc, t) || doc.bits[t] & LI) return null;
  let best: Node<any> | null = null;
  for (const node of doc.at[t]) {
    if (kindOf[node.kind] === undefined || node.end > end || node.word?.exact === false || featuresOf(node)?.pos === 'adjective')
      continue;
    if (best === null || node.end > best.end) best = node;
  }
  // "the Algerian channel | the new (one)": an adjective is nobody
  return best === null || nodeOf(doc, t, 'nationality') !== null ? null : best;
}

function agrees(verb: Node<any>, who: Node<any>): boolean {
  const [of, is] = [featuresOf(verb), featuresOf(who)];
  if (of === null || is === null || of.gender === null || is.gender === null || is.number !== 'sg') return true;
  return of.gender === is.gender;
}

const phraseAt = (doc: Doc, noun: NounPhrase, node: Node<any>, t: number, end: number): NounPhrase => ({
  ...noun,
  start: t,
  head: t,
  end,
  kind: kindOf[node.kind],
  node,
  features: featuresOf(node),
  definite: isDefinite(doc, t),
  count: null,
  countNode: null,
  actor: node.kind === 'actor' ? node : null,
  outlet: node.kind === 'outlet' ? node : null,
});
