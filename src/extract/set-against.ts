/** "15 of X were killed | against | 4 of Y": what befell the first befell those who are set against them. */
import { WA } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { NounPhrase } from './noun-parts.ts';
import { readNoun } from './noun-phrase.ts';
import type { Gazetteer } from './place-names.ts';
import { field, hasConjunction } from './words.ts';

const people: ReadonlySet<string> = new Set(['person', 'actor', 'outcome', 'number']);

/** The preposition `small` stands between two counts of people; the second is joined to the first as "and" would join it. */
export function setsAgainst(doc: Doc, small: Chunk, end: number, previous: Chunk | null, gazetteer: Gazetteer): boolean {
  if (field(small.node, 'sets-against') !== 'yes' || hasConjunction(doc, small.start) || small.end >= end) return false;
  if (!counts(previous?.noun ?? null) || previous!.end !== small.start) return false;
  if (!counts(readNoun(doc, small.end, end, gazetteer))) return false;
  doc.bits[small.end] |= WA;
  return true;
}

const counts = (noun: NounPhrase | null): boolean => noun !== null && noun.count !== null && people.has(noun.kind);
