/**
 * Doers whom only a pronoun names: "killed by their fire", "before its killing of three", "witnesses said that they burned", "the residents accused it of".
 * They are those who acted last, where number and gender of the pronoun agree with them.
 */
import type { Attributed } from './attribution.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { OWN_DEED } from './doer-and-object.ts';
import type { Doers } from './elided.ts';
import type { Happening } from './happening.ts';
import { endsLikeFeminine } from './noun-closed.ts';
import type { NounPhrase } from './noun-parts.ts';
import { isArmed, isForce, sameActor } from './parties.ts';
import { isOthers } from './sentence-subject.ts';
import type { Sentence } from './sentences.ts';
import { featuresOf, field, hasPronoun, isDefinite, isWord, looseOfToken, nodeOf } from './words.ts';

export type Referring = 'he' | 'she' | 'they';

/** -hum, -huma, -hunna; -ha */
const THEY = /\u0647(?:\u0645|\u0645\u0627|\u0646)$/u;
const SHE = /\u0647\u0627$/u;
const HE = /\u0647$/u;

/** The pronoun that stands for whoever did it, or null: on the word for the agent, on a verbal noun with its object, on "that", on an accusation. */
export function doerPronoun(doc: Doc, chunks: readonly Chunk[], h: Happening, attributed: Attributed): Referring | null {
  const frame = h.frame >= 0 ? attributed.frames[h.frame] : null;
  if (frame !== null && frame.stance === 'accused' && frame.actor === null && frame.verb >= 0 && h.sense?.subject === 'actor') {
    const { start } = chunks[frame.verb];
    // "X, whom he accused of": described by a clause of its own
    if (chunks[frame.verb - 1]?.kind === 'relative') return null;
    if (doc.info[start].pronoun !== null && frame.verb < h.chunk && h.chunk - frame.verb < NEAR) return pronounOf(doc, start);
  }
  if (h.rules.includes('event.agent-pronoun'))
    for (const k of around(chunks, h))
      if (chunks[k].kind === 'agent' && isAgentPronoun(doc, chunks[k])) return pronounOf(doc, chunks[k].end - 1);
  const { chunk, finite, sense } = h;
  if (finite && sense?.subject === 'actor' && h.recipients.length > 0 && areThese(doc, chunks, chunk + 1)) return 'they';
  const that = finite && sense?.subject === 'actor' && frame?.ofWhom === undefined ? pronounThat(doc, chunks, chunk) : null;
  if (that !== null) {
    const source = frame?.chain.at(-1)?.noun ?? null;
    const pronoun = pronounOf(doc, that.end - 1);
    // "that | (there) were killed five" has the pronoun as well, in the masculine
    const active = pronoun !== 'he' || h.outcome === null;
    return active && featuresOf(h.node!)?.voice !== 'passive' && (source === null || onlyTells(doc, that.start, source))
      ? pronoun
      : null;
  }
  if (!finite && sense?.subject === 'actor' && doc.info[chunks[chunk].start].pronoun !== null) {
    // "its killing of three": its own object stands right behind it
    const behind = chunks[chunk + 1];
    const object = behind !== undefined && h.recipients.some((r) => r.start === behind.start);
    if (object && h.outcome !== null) return pronounOf(doc, chunks[chunk].start);
    // "because of its shelling of the market"
    if (h.outcome === null && h.rules.some((r) => r.endsWith('passive') || r === 'event.same-attack'))
      return pronounOf(doc, chunks[chunk].start);
    // "its shelling | on the town": what it was aimed at stands behind "on"
    if (
      h.outcome === null &&
      sense.of !== 'recipient' &&
      behind?.kind === 'case' &&
      (behind.mark === 'on' || behind.mark === 'against')
    )
      return pronounOf(doc, chunks[chunk].start);
  }
  return null;
}

/** "killed | these | three": a word for people told before, and no adjective of the noun behind it. */
const areThese = (doc: Doc, chunks: readonly Chunk[], k: number): boolean =>
  chunks[k]?.kind === 'pronoun' &&
  field(nodeOf(doc, chunks[k].start, 'demonstrative'), 'people') === 'yes' &&
  chunks[k + 1]?.noun != null &&
  !isDefinite(doc, chunks[k + 1].start);

/** "that they (had)": the particle with its pronoun right before the verb. */
export function pronounThat(doc: Doc, chunks: readonly Chunk[], verb: number): Chunk | null {
  let k = verb - 1;
  while (k > 0 && (chunks[k].kind === 'was' || chunks[k].kind === 'modal')) k--;
  return k >= 0 && chunks[k].kind === 'that' && hasPronoun(doc, chunks[k].start) ? chunks[k] : null;
}

/** How many chunks may lie between an accusation and the deed. */
const NEAR = 8;

const around = (chunks: readonly Chunk[], h: Happening): number[] => {
  const from = Math.min(h.chunk, ...h.parts);
  return chunks.map((_, k) => k).filter((k) => k >= from && k <= Math.max(h.until, ...h.parts) + 1);
};

/** "at their hands", "by its fire": the agent is in the word. */
export const isAgentPronoun = (doc: Doc, { start, end }: Chunk): boolean => {
  const word = nodeOf(doc, start, 'agent');
  // "whose source is X" ends alike
  return field(word, 'whose') !== 'yes' && (field(word, 'pronoun') === 'yes' || doc.info[end - 1].pronoun !== null);
};

export function pronounOf(doc: Doc, i: number): Referring | null {
  const word = looseOfToken(doc, i);
  return THEY.test(word) ? 'they' : SHE.test(word) ? 'she' : HE.test(word) ? 'he' : null;
}

/**
 * The party for which the pronoun stands: those who acted last or somebody armed whom they hit, whichever agrees with it better than the rest. "The army shelled the
 * gunmen. Three were killed by their fire": whose, the words do not tell.
 */
export function referredBack(
  doc: Doc,
  pronoun: Referring,
  h: Happening,
  sentence: Sentence,
  { actors, hit }: Doers,
): NounPhrase[] {
  if (actors.length === 0) return [];
  const struck = [...h.recipients, ...hit.filter((r) => r.start >= sentence.start)];
  const isStruck = (a: NounPhrase): boolean => struck.some((r) => r.start === a.start || sameActor(r, a));
  const near = hit.filter((r) => Math.abs(r.start - actors[0].start) < NEIGHBOURS);
  const fit = Math.min(...actors.map((a) => fitOf(doc, pronoun, a)));
  const rivals = near.filter((r) => fitOf(doc, pronoun, r) > 0 && (isParty(doc, r) || pronoun === 'they'));
  if (fit > 0)
    return actors.some(isStruck) || rivals.some((r) => fitOf(doc, pronoun, r) >= fit && (isParty(doc, r) || fit < PEOPLE))
      ? []
      : [...actors];
  return rivals.length === 1 && isForce(doc, rivals[0]) && !isStruck(rivals[0]) ? rivals : [];
}

/** "the army announced the killing of five during its targeting of a post": the pronoun is that of who tells it, where nobody named between agrees with it as well. */
export function ofTeller(doc: Doc, chunks: readonly Chunk[], h: Happening, teller: NounPhrase): boolean {
  if (h.finite || h.sense?.subject !== 'actor' || doc.info[h.start].pronoun === null || teller.start > h.start) return false;
  const behind = chunks[h.chunk + 1];
  const object = h.rules.includes(OWN_DEED) || h.recipients.some((r) => r.start === behind?.start);
  if (behind === undefined || !object) return false;
  const pronoun = pronounOf(doc, h.start);
  const fit = pronoun === null ? 0 : fitOf(doc, pronoun, teller);
  if (pronoun === null || fit === 0) return false;
  return !chunks.some(
    ({ noun }) =>
      noun !== null &&
      noun.start >= teller.end &&
      noun.end <= h.start &&
      fitOf(doc, pronoun, noun) >= fit &&
      (isParty(doc, noun) || pronoun === 'they'),
  );
}

/** Within how many words of the doer another party may be meant as well. */
const NEIGHBOURS = 40;

const isParty = (doc: Doc, noun: NounPhrase): boolean =>
  isForce(doc, noun) || isArmed(noun) || (noun.actor !== null && noun.kind !== 'thing');

const BODY = 1;
const PEOPLE = 2;

/** How well the pronoun agrees with a party; 0 where it cannot stand for it. */
export function fitOf(doc: Doc, pronoun: Referring, noun: NounPhrase): number {
  const { kind, actor, head, count } = noun;
  const word = nodeOf(doc, head, 'person');
  const features = word === null ? noun.features : featuresOf(word);
  const body =
    field(noun.person ?? noun.node ?? word, 'unit') === 'group' || (kind === 'actor' && field(actor, 'kind') !== 'person');
  const many = count !== null && (count.high === null || count.high > 1);
  const number = many ? 'pl' : (features?.number ?? null);
  // "they" of a body is those who are in it
  if (pronoun === 'they') return body && !many ? BODY : number === 'sg' ? 0 : PEOPLE;
  // forces and militias are "she"
  const feminine = features?.gender === 'f' || (body && number === 'pl') || kind === 'thing' || isFeminine(doc, noun);
  if (many) return 0;
  if (pronoun === 'she') return feminine || (features === null && kind === 'actor' && !isMasculine(doc, noun)) ? PEOPLE : 0;
  return !feminine && (number === 'sg' || number === null) ? PEOPLE : 0;
}

const isFeminine = (doc: Doc, { head }: NounPhrase): boolean => isWord(doc, head) && endsLikeFeminine(doc, head);

/** "the army of X", "the regime": a first word that a list holds as masculine. */
const isMasculine = (doc: Doc, { head }: NounPhrase): boolean =>
  doc.at[head].some(
    (n) => n.word !== null && n.end === head + 1 && featuresOf(n)?.gender === 'm' && featuresOf(n)?.number === 'sg',
  );

/** "witnesses said that they", "the residents said that it": who only tells of a deed is not who did it. */
export function onlyTells(doc: Doc, that: number, source: NounPhrase): boolean {
  if (isOthers(doc, that, source)) return true;
  if (isForce(doc, source) || source.actor !== null || isArmed(source)) return false;
  if (source.kind === 'source') return !offices.has(field(source.node, 'class') ?? '');
  // "the spokesman said that she": the movement he speaks for
  if (source.kind === 'name' || source.kind === 'title') return hasPronoun(doc, that) && pronounOf(doc, that) !== 'he';
  return source.kind !== 'other';
}

const offices: ReadonlySet<string> = new Set(['ministry', 'body']);

/** "the front X, which he accused of killing": the noun that the clause describes. */
export function accusedBefore(doc: Doc, chunks: readonly Chunk[], h: Happening, { frames }: Attributed): NounPhrase | null {
  const frame = h.frame >= 0 ? frames[h.frame] : null;
  if (frame === null || frame.stance !== 'accused' || frame.actor !== null || frame.verb < 2 || h.sense?.subject !== 'actor')
    return null;
  if (chunks[frame.verb - 1].kind !== 'relative' || doc.info[chunks[frame.verb].start].pronoun === null) return null;
  const { noun } = chunks[frame.verb - 2];
  return frame.verb < h.chunk && noun !== null && noun.kind !== 'thing' && noun.kind !== 'place' ? noun : null;
}
