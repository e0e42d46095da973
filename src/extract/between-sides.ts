/** "between local factions from X and the army": where a side is from stands between it and the other side, and tells which people are meant. */
import { BI, KA, LI } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { oneSided, twoSided } from './families.ts';
import { countsVictims } from './figure-lists.ts';
import type { Happening } from './happening.ts';
import type { NounPhrase } from './noun-parts.ts';
import { behindAllies, bothSidesOf, isArmed, isCivilian, oneSideAndOther, secondSide } from './parties.ts';
import { field, hasConjunction, isDefinite, nodeOf } from './words.ts';

/** The other side behind the first, whose last chunk is `last`. Changes `nouns`: an origin is part of the name of its side. */
function otherSide(doc: Doc, chunks: readonly Chunk[], nouns: NounPhrase[], last: number): { nouns: NounPhrase[]; last: number } {
  if (nouns.length > 1) {
    const allies = behindAllies(doc, chunks, last);
    if (allies.nouns.length > 0) return allies;
    return { nouns: [], last: withOrigin(doc, chunks, nouns, last) };
  }
  const first = [nouns[0]];
  const over = behindLeader(doc, chunks, withOrigin(doc, chunks, first, last));
  const others = othersLike(doc, chunks, first[0], over);
  if (others !== null) {
    nouns[0] = first[0];
    return others;
  }
  const second = secondSide(doc, chunks, over);
  if (second.nouns.length === 0) return secondSide(doc, chunks, last);
  nouns[0] = first[0];
  return { nouns: second.nouns, last: withOrigin(doc, chunks, second.nouns, second.last) };
}

/** "between forces of X | and others | of Y", "| and others | belonging | to Y": the other side is the same kind of people, told by whose they are. */
function othersLike(
  doc: Doc,
  chunks: readonly Chunk[],
  first: NounPhrase,
  last: number,
): { nouns: NounPhrase[]; last: number } | null {
  const [word, tie, owner] = chunks.slice(last + 1, last + 4);
  if (word?.kind !== 'word' || tie === undefined || owner === undefined) return null;
  if (!hasConjunction(doc, word.start) || nodeOf(doc, word.start, 'additional') === null || first.actor?.start === first.head)
    return null;
  const from = tie.kind === 'case' && tie.mark === 'from' && tie.end === tie.start + 1 && doc.info[tie.start].pronoun === null;
  const belongs = nodeOf(doc, tie.start, 'belong') !== null && tie.end === tie.start + 1;
  if (!from && !belongs) return null;
  if ((owner.kind !== 'place' && owner.noun === null) || hasConjunction(doc, owner.start)) return null;
  const { start } = word;
  const { end } = owner;
  return { nouns: [{ ...first, start, head: start, end, actor: owner.noun?.actor ?? null, count: null }], last: last + 3 };
}

/** "between the division | that General X leads | and the guard": who leads a side is none. */
function behindLeader(doc: Doc, chunks: readonly Chunk[], last: number): number {
  const at = chunks[last + 1]?.kind === 'relative' ? last + 2 : last + 1;
  const verb = chunks[at];
  const leads = verb?.finite === true && field(verb.node, 'leads') === 'yes' && doc.info[verb.start].pronoun !== null;
  return leads && !hasConjunction(doc, verb.start) && chunks[at + 1]?.kind === 'noun' ? at + 1 : last;
}

/** The chunk where the description of the last noun ends ("| armed | from | X"); takes it into the noun. */
function withOrigin(doc: Doc, chunks: readonly Chunk[], nouns: NounPhrase[], last: number): number {
  const noun = nouns[nouns.length - 1];
  const others = noun.kind === 'number' && nodeOf(doc, noun.head, 'another') !== null;
  if (isDefinite(doc, noun.head) || (noun.count !== null && !others) || noun.kind === 'actor') return last;
  let k = last;
  const armed = chunks[k + 1]?.noun ?? null;
  if (armed !== null && armed.end === armed.start + 1 && isPlain(doc, chunks[k + 1]) && armed.kind === 'person' && isArmed(armed))
    k++;
  const [from, where] = chunks.slice(k + 1, k + 3);
  // "on one side" is no origin
  const side = from !== undefined && nodeOf(doc, from.start, 'one-side') !== null;
  const tied =
    !side &&
    from?.kind === 'case' &&
    from.mark === 'from' &&
    from.end === from.start + 1 &&
    doc.info[from.start].pronoun === null;
  if (tied && where !== undefined && (where.kind === 'place' || where.noun !== null) && isPlain(doc, where)) k += 2;
  if (k > last) nouns[nouns.length - 1] = { ...noun, end: chunks[k].end };
  return k;
}

const isPlain = (doc: Doc, { start, bits }: Chunk): boolean => !hasConjunction(doc, start) && (bits & (BI | LI | KA)) === 0;

/** "clashes between X and Y": the two sides of the happening, both of whom act; returns the last chunk read. */
export function betweenSides(
  doc: Doc,
  chunks: readonly Chunk[],
  j: number,
  h: Happening,
  nouns: NounPhrase[],
  last: number,
  nominal: boolean,
): number {
  const [noun] = nouns;
  // "20 between dead and wounded", "casualties between women and children" are counts
  if (countsVictims(noun, chunks[j - 2]) || h.outcome !== null) return last;
  // "cut the road that joins A and B": where, not who
  if (oneSided.has(h.types[0])) return last;
  const second = otherSide(doc, chunks, nouns, last);
  nouns.push(...second.nouns);
  const sides = oneSideAndOther(doc, chunks, second.last);
  const alone = nouns.length === 1 && sides.nouns.length === 0;
  // "no injuries | between the civilians": among whom nobody was hurt
  if (alone && (chunks[j - 2]?.kind === 'none' || (!twoSided.has(h.types[0]) && isCivilian(noun)))) return last;
  if (alone) nouns.splice(0, 1, ...bothSidesOf(doc, noun));
  // "on a road between A and B": two strangers stand on two sides only of what two sides do
  if (!twoSided.has(h.types[0]) && nouns.every((n) => n.kind === 'other' && n.node === null && n.actor === null))
    return sides.last;
  // "between armed groups", "between two families"
  const many =
    noun.features?.number === 'du' || (nominal && (noun.actor !== null || (noun.features?.number === 'pl' && isArmed(noun))));
  if (nouns.length > 1 || sides.nouns.length > 0 || many) {
    h.actors.push(...nouns, ...sides.nouns);
    h.rules.push('event.between-parties');
  }
  return sides.last;
}
