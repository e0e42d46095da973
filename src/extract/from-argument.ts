/** What stands behind "from" after the word of a deed: where it came from, who loses ground, who did it ("shelling from the positions of X"). */
import type { Found } from './argument-nouns.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import type { NounPhrase } from './noun-parts.ts';
import { areGunmen, isArmed, isForce, isPlaceLike } from './parties.ts';
import { attackTypes } from './senses.ts';
import { add, facility, movement } from './sites.ts';
import { field, isDefinite, nodeOf } from './words.ts';

export function fromArgument(
  doc: Doc,
  chunks: readonly Chunk[],
  j: number,
  k: number,
  h: Happening,
  nouns: readonly NounPhrase[],
  found: Found,
  nominal: boolean,
): void {
  const [noun] = nouns;
  const first = nominal && h.actors.length === 0 && found.direct.length === 0;
  if (noun.place !== null && noun.actor === null) add(h, 'from', noun.place);
  else if (noun.kind === 'thing' && (movement(h) || h.types[0] === 'release') && field(noun.node, 'target') === 'yes')
    facility(h, noun, 'from');
  else if (h.types[0] === 'territory') {
    // "cleared it of Y": the side that loses
    const before = chunks[j - 2];
    const cleared =
      j - 2 === k ||
      before.kind === 'place' ||
      before.kind === 'word' ||
      before.kind === 'mark' ||
      // "took back areas from Y"
      (before.noun !== null && isPlaceLike(doc, before.noun)) ||
      found.direct[0]?.[0] === (before.noun ?? undefined);
    if (!cleared) return;
    const held = holderOf(doc, noun);
    if (held !== null) h.recipients.push(held, ...nouns.slice(1));
    else if (noun.actor !== null || noun.kind === 'person') h.recipients.push(...nouns);
  } else if (
    first &&
    j === k + 2 + found.adjectives &&
    (isForce(doc, noun) || areGunmen(noun)) &&
    (noun.kind !== 'thing' || noun.actor !== null || field(noun.node, 'category') === 'aircraft')
  ) {
    h.actors.push(...nouns);
    h.rules.push('event.from-party');
  } else if (h.actors.length === 0 && attackTypes.has(h.types[0]) && h.outcome === null) {
    const owner = ownerOf(doc, noun);
    if (owner === null) return;
    h.actors.push(owner);
    h.rules.push('event.from-positions');
  }
}

/** "from the grip of X", "out of the hands of X": whoever held it. */
function holderOf(doc: Doc, noun: NounPhrase): NounPhrase | null {
  const at = noun.head + 1;
  if (noun.end <= at || nodeOf(doc, noun.head, 'grip') === null) return null;
  const person = noun.actor?.start === at ? null : nodeOf(doc, at, 'person');
  const node = noun.actor?.start === at ? noun.actor : person;
  if (node === null) return null;
  return { ...noun, start: at, head: at, node, person, kind: person === null ? 'actor' : 'person' };
}

/** "the positions of X": whose men and guns stand there. */
function ownerOf(doc: Doc, noun: NounPhrase): NounPhrase | null {
  const { kind, node, head, end, actor, person, count } = noun;
  if (kind !== 'thing' || count !== null || field(node, 'category') !== 'military' || isDefinite(doc, head)) return null;
  const armed = person !== null && (isArmed({ person, node: null }) || field(person, 'acts') === 'yes');
  const word = actor ?? (armed ? person : null);
  if (word === null || word.start !== head + 1) return null;
  return { ...noun, start: word.start, head: word.start, end, kind: actor === null ? 'person' : 'actor', node: word };
}
