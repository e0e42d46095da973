/**
 * The rest of a speaker's description between a verb of saying and its "that": the genitive an office needs ("the head of the agency for combating |
 * migration"), what it is for or charged with ("the centre charged | with monitoring abuses"), and where it is when its holder's name closes it.
 */
import { BI, KA, LI } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { NounPhrase } from './noun-parts.ts';
import { canSay, isDocument } from './sources.ts';
import { featuresOf, field, hasConjunction, isDefinite, isWord, nodeOf } from './words.ts';

const PREFIXED = BI | LI | KA;
const nominal: ReadonlySet<string> = new Set(['noun', 'place', 'event', 'say', 'light', 'unreal', 'hearsay']);
/** Prepositions that say of an office where it is, for whom it sits, what it works against. */
const ofOffice: ReadonlySet<string> = new Set(['in', 'from', 'to', 'against']);

export function inFull(
  doc: Doc,
  chunks: readonly Chunk[],
  noun: NounPhrase,
  from: number,
  content: number,
  used: Uint8Array,
): NounPhrase {
  if (isDocument(noun) || (from > 0 && chunks[from - 1].end !== noun.end)) return noun;
  let end = noun.end;
  let j = from;
  for (; j < content && !used[j] && chunks[j].start === end; j++) {
    const chunk = chunks[j];
    if (!isNominal(chunk)) break;
    if (chunk.bits & KA || !belongs(doc, chunks, j, end)) break;
    end = chunk.end;
  }
  const name = nameBefore(doc, chunks, j, content, used, nodeOf(doc, noun.head, 'represents') !== null);
  if (name >= j) end = chunks[name].end;
  return end === noun.end ? noun : { ...noun, end };
}

/** "un(lawful)" too. */
const isNominal = ({ kind, finite, node }: Chunk): boolean =>
  (nominal.has(kind) && !finite) || (kind === 'negation' && field(node, 'governs') === 'noun');

/** Whether the chunk right behind the phrase that ends at `end` is a part of it. */
function belongs(doc: Doc, chunks: readonly Chunk[], j: number, end: number): boolean {
  const { start, bits, noun } = chunks[j];
  // "the committee of security | and defence"
  if (hasConjunction(doc, start)) return !(bits & PREFIXED) && (noun === null || !canSay(noun, false)) && isDefinite(doc, start);
  // "went on | by saying | that": how, and no charge of the speaker's
  if (bits & BI) return chunks[j + 1]?.kind !== 'that' && isCharged(doc, end - 1);
  if (bits & LI) return noun === null || !(canSay(noun, true) || noun.outlet !== null);
  if (chunks[j].kind === 'negation' || chunks[j - 1].kind === 'negation') return true;
  return (
    (needsGenitive(doc, end - 1) || isInTheNameOf(doc, end - 1)) &&
    (isDefinite(doc, start) ||
      chunks[j].kind === 'place' ||
      noun?.kind === 'actor' ||
      noun?.kind === 'outlet' ||
      noun?.kind === 'name' ||
      (noun?.kind === 'other' && doc.info[start].unknown))
  );
}

/** "spokesman (in the name of)": an office of two words. */
const isInTheNameOf = (doc: Doc, i: number): boolean => i > 0 && doc.at[i - 1].some((n) => n.kind === 'title' && n.end === i + 1);

/** "the spokesman of | the movement (accused) the army": with the body for which he speaks, where it is the next phrase. */
export const ofBody = (doc: Doc, chunks: readonly Chunk[], noun: NounPhrase, next: number, content: number): NounPhrase | null =>
  nodeOf(doc, noun.head, 'spokesman') !== null &&
  isInTheNameOf(doc, noun.end - 1) &&
  next < content &&
  chunks[next].start === noun.end
    ? { ...noun, end: chunks[next].end }
    : null;

/** "charged with", "the acting": a participle with its article. */
const isCharged = (doc: Doc, i: number): boolean =>
  isDefinite(doc, i) &&
  doc.at[i].every((n) => n.kind !== 'person' || n.word?.exact !== true || n.word.surface.features.pos !== 'noun');

/** A noun without its article, and no adjective, number or name: in a description somebody's or something's. */
const needsGenitive = (doc: Doc, i: number): boolean =>
  isWord(doc, i) &&
  !isDefinite(doc, i) &&
  doc.info[i].pronoun === null &&
  !doc.info[i].unknown &&
  doc.at[i].some((n) => n.word?.exact === true && nouns.has(featuresOf(n)?.pos ?? '')) &&
  !doc.at[i].some((n) => n.kind === 'given-name' || n.kind === 'nationality') &&
  (nodeOf(doc, i, 'title')?.word?.exact === true || !doc.at[i].some((n) => featuresOf(n)?.pos === 'adjective'));
const nouns: ReadonlySet<string> = new Set(['noun', 'masdar']);

/** The name that closes the description right before "that", or -1 where something put in stands before it. */
function nameBefore(
  doc: Doc,
  chunks: readonly Chunk[],
  from: number,
  content: number,
  used: Uint8Array,
  represents: boolean,
): number {
  for (let j = from; j < content; j++) {
    const chunk = chunks[j];
    const { kind, mark, noun, bits, start } = chunk;
    if (used[j]) return -1;
    const next = chunks[j + 1];
    const closes = next?.kind === 'that' || (next?.kind === 'mark' && next.mark === 'colon');
    if (kind === 'case') {
      // "the deputy for X", not "the agency quoted from X"
      if (
        !(ofOffice.has(mark) || (represents && mark === 'about')) ||
        doc.info[start].pronoun !== null ||
        next?.noun == null ||
        isForum(doc, next)
      )
        return -1;
    } else if (!isNominal(chunk) || hasConjunction(doc, start) || bits & KA) return -1;
    else if (noun !== null && (isDocument(noun) || noun.outlet !== null || noun.count !== null)) return -1;
    else if (bits & LI && noun !== null && canSay(noun, false)) return -1;
    else if (closes) return !(bits & PREFIXED) && isName(doc, chunk, chunks[j - 1].kind === 'case') ? j : -1;
  }
  return -1;
}

const isForum = (doc: Doc, { noun, start }: Chunk): boolean =>
  nodeOf(doc, noun?.head ?? start, 'forum') !== null || nodeOf(doc, start, 'daypart') !== null;

/** A person's name at the end of the chunk; right behind a preposition it is not the speaker's unless something else begins the chunk. */
function isName(doc: Doc, { noun, start, end }: Chunk, governed: boolean): boolean {
  if (noun?.kind === 'name') return !governed;
  for (let i = governed ? start + 1 : start; i < end; i++)
    if (nodeOf(doc, i, 'given-name') !== null && !isDefinite(doc, i)) return true;
  return !governed && noun?.kind === 'other' && noun.node === null && doc.info[noun.head].unknown;
}

/** "the agency, which X runs, reported | from a local source that": where those whom it quotes stand behind a clause that describes it; `content` where nobody is quoted. */
export function quotedBehind(doc: Doc, chunks: readonly Chunk[], from: number, content: number, relays: boolean): number {
  for (let j = content - 2; relays && j > from; j--) {
    const { kind, mark, start } = chunks[j];
    if (kind !== 'case' || mark !== 'about' || doc.info[start].pronoun !== null) continue;
    const { noun, bits } = chunks[j + 1];
    if (noun !== null && !(bits & PREFIXED) && canSay(noun, false) && !isDocument(noun)) return j;
  }
  return content;
}
