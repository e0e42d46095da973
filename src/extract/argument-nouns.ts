/** What a noun beside an acting word is: a border, something ridden, the operation that the word belongs to, somebody joined to whom the word's own pronoun names. */
import { BI, FA, KA, LI, WA } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import type { NounPhrase } from './noun-parts.ts';
import { isPeople } from './parties.ts';
import { featuresOf, field, hasConjunction, isDefinite, nodeOf } from './words.ts';

/** What a walk to the right of an acting word finds. */
export type Found = {
  /** Phrases without a preposition after the word, group by group. */
  direct: NounPhrase[][];
  directAt: number[];
  /** "in addition to X" where nothing stands before it behind the word. */
  added: NounPhrase[];
  until: number;
  /** Chunks after the word that are its adjectives: "repeated shelling". */
  adjectives: number;
  /** 1 where "those" stands between the word and its genitive. */
  pointed: number;
};

/** "the border", "the border region": a word of borders ends the phrase. */
export const isBorder = (doc: Doc, { end }: Chunk): boolean =>
  nodeOf(doc, end - 1, 'border') !== null || field(nodeOf(doc, end - 1, 'place-class'), 'kind') === 'border';

/** Vehicles and animals that nobody knows of yet. */
const isRidden = ({ kind, node, definite, actor, count }: NounPhrase): boolean =>
  kind === 'thing' && actor === null && !definite && count === null && ridden.has(field(node, 'category') ?? '');

const ridden: ReadonlySet<string> = new Set(['vehicle', 'animal']);

/** "(attacked) gunmen | on motorcycles | the village": between who did it and what the verb takes without a preposition. */
function isBehindDoer(chunks: readonly Chunk[], k: number, j: number, { sense, node }: Happening): boolean {
  const doer = chunks[j - 2];
  if (sense?.object !== 'recipient' || sense.needs !== null || field(node, 'strikes-on') === 'yes') return false;
  if (j - 2 !== k + 1 || doer.kind !== 'noun' || doer.noun === null || !isPeople(doer.noun)) return false;
  const next = chunks[j + 1];
  return (next?.kind === 'noun' || next?.kind === 'place') && next.start === chunks[j].end && (next.bits & TIED) === 0;
}
const TIED = WA | FA | BI | LI | KA;

/** "attacked the village on motorcycles": what the doers came on. */
export const cameOn = (chunks: readonly Chunk[], k: number, j: number, h: Happening, noun: NounPhrase): boolean =>
  isRidden(noun) && (h.places.length > 0 || isBehindDoer(chunks, k, j, h));

/** "within a campaign | against": right behind a word for an operation that a preposition governs. */
export const isOfCarrier = (doc: Doc, chunks: readonly Chunk[], link: number): boolean =>
  chunks[link - 1]?.kind === 'noun' &&
  chunks[link - 1].end === chunks[link].start &&
  chunks[link - 2]?.kind === 'case' &&
  nodeOf(doc, chunks[link - 1].start, 'carrier') !== null;

/** "his killing and | his wife": suffered the same as he. */
export const joinsPronoun = (doc: Doc, chunks: readonly Chunk[], k: number, j: number, h: Happening): boolean =>
  j === k + 1 &&
  (h.outcome === 'killed' || h.outcome === 'injured') &&
  doc.info[chunks[k].start].pronoun !== null &&
  hasConjunction(doc, chunks[j].start) &&
  isPeople(chunks[j].noun!);

/** "the last", "the past", right behind a time. */
export const isLastOf = (doc: Doc, { kind, head, start, end, actor }: NounPhrase): boolean =>
  kind === 'other' &&
  actor === null &&
  end === start + 1 &&
  isDefinite(doc, head) &&
  doc.at[head].every((n) => n.word === null || featuresOf(n)?.pos !== 'noun');

/** "(80) were wounded | and many of them": no argument is joined to a bare verb. */
export const isNextClause = (doc: Doc, chunks: readonly Chunk[], k: number): boolean =>
  chunks[k].finite &&
  chunks[k].kind === 'event' &&
  doc.info[chunks[k].start].pronoun === null &&
  chunks[k + 1].kind === 'noun' &&
  hasConjunction(doc, chunks[k + 1].start);
