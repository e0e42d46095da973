/** The two sides of a battle: "after clashes with Y", "fighting between the two sides", battles whose sides are named only by their dead. */
import type { Attributed } from './attribution.ts';
import { keepsAn } from './case-endings.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Doers } from './elided.ts';
import type { FigureDraft, Happening } from './happening.ts';
import type { NounPhrase } from './noun-parts.ts';
import { coordinated, isArmed, isForce, sameActor, sameParty } from './parties.ts';
import { partyIn } from './party-within.ts';
import { attackTypes } from './senses.ts';
import { subjectInSentence } from './sentence-subject.ts';
import type { Sentence } from './sentences.ts';
import { field, looseOfToken, nodeOf } from './words.ts';

/** "after clashes with Y": who fought them is the subject of the sentence or whoever acted last. */
export function otherSide(
  doc: Doc,
  chunks: readonly Chunk[],
  h: Happening,
  attributed: Attributed,
  sentence: Sentence,
  doers: Doers,
): void {
  if (!h.rules.includes('event.with-other-side') || h.actors.length !== 1) return;
  const before = sentence.index - doers.sentence <= 1 ? doers.actors : [];
  // two who fought each other before are not both the other side now
  const fought = before.length > 1 && !before.some((a) => sameActor(a, h.actors[0]));
  const found = subjectInSentence(doc, chunks, h, attributed, doers) ?? (fought ? [] : before);
  const speaker = sideOfSpeaker(doc, chunks, h, attributed);
  const dead = speaker !== null ? [speaker] : h.figures.map((f) => sideOfDead(doc, f.noun)).filter((party) => party !== null);
  // "two men of the army were wounded in clashes with X": their side fought, not they
  const sides = found
    .map((a) => (h.figures.some((f) => f.noun.start === a.start) ? sideOfDead(doc, a) : a))
    .filter((a) => a !== null);
  const fresh = (sides.length > 0 ? sides : dead).filter(
    (a) => !sameActor(a, h.actors[0]) && !namesAgain(doc, a, h.actors[0]) && (a.kind !== 'thing' || a.actor !== null),
  );
  if (fresh.length === 0) return;
  h.actors.unshift(...fresh);
  h.rules.push('event.doer-left-out');
}

/** "two soldiers of the army X were killed in clashes with Y": the army fought, and the two were hit. */
function sideOfDead(doc: Doc, noun: NounPhrase): NounPhrase | null {
  const { actor, features, kind, head } = noun;
  if (actor === null || kind !== 'person' || features?.number !== 'du' || actor.start <= head) return partyIn(doc, noun);
  return {
    ...noun,
    start: actor.start,
    end: actor.end,
    head: actor.start,
    kind: 'actor',
    node: actor,
    person: null,
    count: null,
  };
}

/** "X announced the death of six of its members in clashes with Y": the pronoun on the dead is who announced it, and fought, where no other party is named before them. */
export function sideOfSpeaker(doc: Doc, chunks: readonly Chunk[], h: Happening, { frames }: Attributed): NounPhrase | null {
  const frame = h.frame < 0 ? null : frames[h.frame];
  const source = frame?.chain.at(-1)?.noun ?? null;
  if (frame === null || source === null || !isForce(doc, source)) return null;
  const theirs = h.figures.some(({ noun, low }) => {
    const pronoun = doc.info[noun.end - 1].pronoun;
    return low > 0 && noun.person !== null && isArmed(noun) && pronoun?.startsWith('3') === true;
  });
  if (!theirs) return null;
  for (let k = frame.from; k < Math.min(h.chunk, ...h.parts, ...h.figures.map((f) => f.chunk)); k++)
    if (chunks[k].noun !== null && isForce(doc, chunks[k].noun!)) return null;
  return source;
}

/** "the security forces of India", "the security forces": one begins with all the words of the other. */
function namesAgain(doc: Doc, a: NounPhrase, b: NounPhrase): boolean {
  const words = Math.min(a.end - a.start, b.end - b.start);
  if (words < 2) return false;
  for (let i = 0; i < words; i++) if (looseOfToken(doc, a.start + i) !== looseOfToken(doc, b.start + i)) return false;
  return true;
}

/** "fighting between the two sides": the two parties named last, in the sentence or in the fighting told before. */
export function resolveSides(doc: Doc, chunks: readonly Chunk[], h: Happening, doers: Doers): void {
  const fires = attackTypes.has(h.types[0]);
  if (!fires && h.types[0] !== 'agreement') return;
  const bothSides = ({ head }: NounPhrase): boolean => nodeOf(doc, head, 'both-sides') !== null;
  // "shelled | the two sides (nominative) | the quarters": they did
  if (
    fires &&
    h.finite &&
    h.outcome === null &&
    h.actors.length === 0 &&
    h.recipients.some((r) => bothSides(r) && keepsAn(doc, r.head))
  ) {
    h.actors = h.recipients.filter(bothSides);
    h.recipients = h.recipients.filter((r) => !bothSides(r));
  }
  if (!h.actors.some(bothSides)) return;
  let sides = sidesBefore(doc, chunks, h.chunk);
  if (sides.length < 2) sides = doers.sides;
  if (sides.length < 2) return;
  h.actors = sides.filter((s) => !h.actors.some((a) => a.start === s.start));
  h.rules.push('event.both-sides');
}

function sidesBefore(doc: Doc, chunks: readonly Chunk[], from: number): NounPhrase[] {
  const sides: NounPhrase[] = [];
  for (let k = from - 1; k >= 0 && sides.length < 2; k--) {
    const { noun } = chunks[k];
    if (chunks[k].kind !== 'noun' || noun === null) continue;
    const party = partyIn(doc, noun);
    if (party !== null && !sides.some((s) => sameParty(doc, s, party))) sides.unshift(party);
  }
  return sides;
}

/** "nine of the militia and two of the resistance were killed in battles": the sides of the battle are those of its dead. */
export function sidesFromVictims(doc: Doc, chunks: readonly Chunk[] | null, h: Happening): void {
  // who was killed in an attack or an ambush did not make it
  if (h.sense?.object !== 'none') return;
  const sides = [...h.actors];
  for (const figure of h.figures) {
    // one man is no side
    if (figure.low < 2 || figure.partOf !== null) continue;
    for (const party of [sideOfDead(doc, figure.noun), ...(chunks === null ? [] : sidesBehind(doc, chunks, figure))])
      if (party !== null && sides.length < 4 && !sides.some((a) => sameParty(doc, a, party))) sides.push(party);
  }
  if (sides.length === h.actors.length) return;
  h.actors = sides;
  h.rules.push('event.sides-from-victims');
}

/** "dead | of | the army | and X": those who are joined to the party behind the word for them. */
function sidesBehind(doc: Doc, chunks: readonly Chunk[], { noun, chunk }: FigureDraft): NounPhrase[] {
  if (noun.kind !== 'outcome' && noun.kind !== 'number') return [];
  const link = chunks[chunk + 1];
  const apart = link?.kind === 'case' && link.mark === 'from' && doc.info[link.start].pronoun === null;
  if (!apart && noun.end === noun.head + 1) return [];
  const first = apart ? chunk + 2 : chunk;
  if (chunks[first]?.noun == null) return [];
  const { nouns } = coordinated(doc, chunks, first, null);
  return (apart ? nouns : nouns.slice(1)).filter((n) => n.kind === 'actor' && n.count === null && isForce(doc, n));
}

export function rememberSides(doc: Doc, h: Happening, doers: Doers): void {
  // whose man was killed is the other side, whatever was fired at
  const dead = h.actors.length > 0 ? h.figures.map(({ noun }) => noun) : [];
  if (h.actors.length + h.recipients.length + dead.length < 2 || h.rules.includes('event.lost-of-its-own')) return;
  const sides = [...h.actors, ...h.recipients, ...dead].map((noun) => partyIn(doc, noun)).filter((party) => party !== null);
  const distinct = sides.filter((s, n) => sides.findIndex((o) => sameParty(doc, o, s)) === n);
  if (distinct.length >= 2) doers.sides = distinct.slice(0, 2);
}

/** Fighting in which both sides are told alike; not a rising, which is against somebody. */
export const isTwoSided = ({ types, sense, node }: Happening): boolean =>
  types[0] === 'armed-clash' && sense?.object === 'none' && field(node, 'rises') !== 'yes';
