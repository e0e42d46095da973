/** People in a vehicle that was struck, or whose vehicle or house it was: "hit a car that carried four workers, which led to their death". */
import { BI, KA, LI } from '../lexicon/analyze.ts';
import { Kinds } from '../text/key-mark.ts';
import type { Chunk } from './chunk.ts';
import { countOf } from './count-of.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import { type NounPhrase, newNoun } from './noun-parts.ts';
import { isPeople } from './parties.ts';
import { featuresOf, field, hasConjunction, nodeAmong } from './words.ts';

/** How many chunks behind what was struck the verb may stand that tells who was aboard. */
const REACH = 4;

/** Those aboard or the owner; empty where the words between the attack and chunk `to` tell of none. */
export function peopleAboard(doc: Doc, chunks: readonly Chunk[], attack: Happening, to: number): NounPhrase[] {
  const thing = attack.recipients.find(({ kind }) => kind === 'thing');
  if (thing === undefined) return [];
  const at = chunks.findIndex((c) => c.start <= thing.start && thing.start < c.end);
  if (at < 0 || at >= to) return [];
  for (let j = at + 1; j < to && j <= at + REACH; j++) {
    if (!isAboard(doc, chunks[j])) continue;
    const { noun } = chunks[j + 1] ?? {};
    return noun != null && j + 1 < to && isSomebody(doc, chunks[j + 1]) ? joinedTo(doc, chunks, j + 1, to) : [];
  }
  const owner = ownerOf(doc, thing, chunks[at + 1]);
  return owner === null ? [] : [owner];
}

const aboard: ReadonlySet<string> = new Set(['rides', 'carries']);

/** "which (he) drove", "that carried": said of what was struck. */
const isAboard = (doc: Doc, { start, finite, kind }: Chunk): boolean =>
  (finite || kind === 'word') && doc.at[start].some((n) => n.word !== null && aboard.has(field(n, 'aboard') ?? ''));

const isSomebody = (doc: Doc, { kind, noun, bits }: Chunk): boolean =>
  kind === 'noun' && noun !== null && isPeople(noun) && (bits & (BI | LI | KA)) === 0 && countOf(doc, noun, true) !== null;

/** "a leader and his companion" */
function joinedTo(doc: Doc, chunks: readonly Chunk[], at: number, to: number): NounPhrase[] {
  const all = [chunks[at].noun!];
  for (let j = at + 1; j < to && isSomebody(doc, chunks[j]) && hasConjunction(doc, chunks[j].start); j++)
    all.push(chunks[j].noun!);
  return all;
}

/** "the car of | an officer": one person in the genitive of what was struck, with a name that was cut off behind it. */
function ownerOf(doc: Doc, { head, end }: NounPhrase, behind: Chunk | undefined): NounPhrase | null {
  const i = head + 1;
  const node = i < end && (doc.bits[i] & (BI | LI | KA)) === 0 ? nodeAmong(doc, i, people) : null;
  if (node === null || featuresOf(node)?.number !== 'sg' || doc.info[head].pronoun !== null || field(node, 'unit') === 'group')
    return null;
  const named = behind?.noun?.kind === 'name' && behind.start === end && !hasConjunction(doc, end);
  const owner = newNoun(i, named ? behind.end : end, i, 'person');
  return Object.assign(owner, { node, person: node, features: featuresOf(node), definite: false });
}

const people = new Kinds(['person', 'title']);
