/** What a deed was meant for, and who was sought in it: "in search of the gunmen", "with the aim of frightening the people", "on the charge of working with X". */
import { WA } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import type { Happening } from './happening.ts';
import type { NounPhrase } from './noun-parts.ts';
import { isPeople } from './parties.ts';
import { featuresOf } from './words.ts';

/** "shelled a school in search of (any) wanted people": nobody is named or counted, and nobody was hit; only a raid is on them. */
export const isSought = ({ types }: Happening, noun: NounPhrase): boolean =>
  noun.actor !== null || (isPeople(noun) && (noun.definite || noun.count !== null || types[0] === 'force-movement'));

/** "killed five, to frighten the people, in a raid", "took the town to frighten the people after battles": the deed behind the aim at chunk `k` is not what was aimed at. */
export function standsBehindAim(chunks: readonly Chunk[], h: Happening, k: number): boolean {
  const { bits } = chunks[h.chunk];
  if (h.finite)
    return featuresOf(h.node!)?.tense === 'past' && !(bits & WA) && !chunks.slice(k, h.chunk).some(({ kind }) => kind === 'that');
  if (k === h.chunk - 1) return false;
  if (h.parts.some((part) => part < k && chunks[part].finite)) return true;
  const tie = chunks[h.chunk - 1];
  return tie.kind === 'cause' || (tie.kind === 'case' && (tie.mark === 'after' || tie.mark === 'response'));
}

/** "clashes with X", but not "arrested, on the charge of working with X": whom the deed was done together with or against. */
export const isDoneWith = (chunks: readonly Chunk[], { types }: Happening, k: number, j: number): boolean =>
  (types[0] === 'armed-clash' || types[0] === 'agreement') &&
  !chunks.slice(k, j).some(({ kind, mark }) => kind === 'case' && mark === 'charge');
