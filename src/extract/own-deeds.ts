/** Whose the deed is that a source tells: "announced its responsibility for", "said that X was responsible", "denied its involvement in", "ascribed it to X". */
import { LI } from '../lexicon/analyze.ts';
import type { Features } from '../lexicon/features.ts';
import type { Chunk } from './chunk.ts';
import type { Complement } from './complements.ts';
import type { Doc } from './doc.ts';
import { canBe } from './forms.ts';
import type { Frame } from './frame.ts';
import type { Happening } from './happening.ts';
import type { NounPhrase } from './noun-parts.ts';
import { isArmed, isBody, isForce, isMovement } from './parties.ts';
import { bareKey } from './place-names.ts';
import { pronounOf } from './referred-back.ts';
import type { Speakers } from './speakers.ts';
import { featuresOf, field, hasPronoun, isDefinite, nodeOf } from './words.ts';

/** "announced ... its responsibility for", "announced | its adoption of | the attack": the content begins with a word of responsibility or of claiming. */
export function claimsDeed(doc: Doc, chunks: readonly Chunk[], at: number): boolean {
  if (isClaiming(doc, chunks[at]) || isClaiming(doc, chunks[at - 1])) return true;
  for (let k = at; k < Math.min(chunks.length, at + 3); k++) {
    if (chunks[k].kind === 'responsibility') return true;
    if (chunks[k].kind !== 'that' && chunks[k].kind !== 'case' && chunks[k].kind !== 'mark')
      return canBe(doc.info[chunks[k].start], 'responsibility') && !namesOwner(doc, chunks[k]);
  }
  return false;
}

/** "the direct responsibility of (li-) the forces of X": somebody's, in the same phrase. */
function namesOwner(doc: Doc, { start, end }: Chunk): boolean {
  for (let i = start + 1; i < end; i++) if (doc.bits[i] & LI || nodeOf(doc, i, 'actor') !== null) return true;
  return false;
}

/** "took upon itself the responsibility | for | the attack"; who bears "the responsibility of the attack" may only answer for not having stopped it. */
export const bearsFor = (doc: Doc, chunks: readonly Chunk[], at: number): boolean =>
  claimsDeed(doc, chunks, at) && chunks.slice(at, at + 3).some(({ kind, mark }) => kind === 'case' && mark === 'about');

/** "the organization pointed to the responsibility of the army for": whom another than himself or his own spokesman holds responsible; null where it is one's own. */
function heldResponsible(
  doc: Doc,
  chunks: readonly Chunk[],
  k: number,
  at: number,
  speakers: Speakers | null,
): NounPhrase | null {
  const owner = ownerOfResponsibility(doc, chunks, k, at);
  const [speaker] = speakers?.nouns ?? [];
  return owner === null || speaker === undefined || isOfSpeaker(doc, owner, speaker) ? null : owner;
}

/** "its adoption of", which is also a form of the verb. */
export const isClaiming = (doc: Doc, chunk: Chunk | undefined): boolean =>
  chunk?.kind === 'say' &&
  field(chunk.node, 'act') === 'claim-responsibility' &&
  doc.info[chunk.start].pronoun?.startsWith('3') === true;

/** "the army said that it was responsible for": an armed party of itself. */
export function answersFor(
  doc: Doc,
  chunks: readonly Chunk[],
  { at, kind }: Complement,
  speakers: Speakers | null,
  verb: Features | null,
): boolean {
  const [speaker] = speakers?.nouns ?? [];
  if (kind !== 'that' || speaker === undefined || !isForce(doc, speaker) || at + 2 >= chunks.length) return false;
  if (!hasPronoun(doc, chunks[at - 1].start) || verb?.gender !== chunks[at].noun?.features?.gender) return false;
  const part = nodeOf(doc, chunks[at].start, 'part');
  const behind = chunks[at + 1];
  return (
    part !== null &&
    featuresOf(part)?.pos === 'adjective' &&
    behind.kind === 'case' &&
    (behind.mark === 'about' || behind.mark === 'in')
  );
}

type Answerable = { party: NounPhrase | null; own: boolean };

/**
 * Who answers for the deed that is told: "that | the movement | (is) responsible | for | the attack", "that its fighters (are) responsible for", "that it | stands |
 * behind". `own`: it is the speaker's own, or that of the party he speaks for; otherwise somebody is blamed.
 */
export function whoAnswers(
  doc: Doc,
  chunks: readonly Chunk[],
  { at, kind }: Complement,
  speakers: Speakers | null,
): Answerable | null {
  const [speaker] = speakers?.nouns ?? [];
  if (kind !== 'that' || speaker === undefined || at + 1 >= chunks.length) return null;
  const itself = hasPronoun(doc, chunks[at - 1].start);
  const party = itself || chunks[at].kind !== 'noun' ? null : chunks[at].noun;
  if (party === null ? !itself || !isParty(doc, speaker) : !isParty(doc, party) && !isArmed(party)) return null;
  let j = party === null ? at : at + 1;
  const pointed = chunks[j]?.kind === 'pronoun' ? 1 : 0;
  j += pointed;
  if (!standsBehind(doc, chunks, j) && (party === null || !isResponsible(doc, chunks, j, pointed > 0))) return null;
  const deed = chunks[j + 2];
  if (deed?.kind !== 'event' || deed.finite) return null;
  const own = party === null || isOfSpeaker(doc, party, speaker);
  return own || isParty(doc, party) ? { party, own } : null;
}

/** "stands | behind" */
const standsBehind = (doc: Doc, chunks: readonly Chunk[], j: number): boolean =>
  chunks[j]?.kind === 'verb' &&
  chunks[j].finite &&
  chunks[j].node !== null &&
  field(nodeOf(doc, chunks[j].start, 'verb'), 'stands') === 'yes' &&
  chunks[j + 1]?.kind === 'case' &&
  field(chunks[j + 1].node, 'behind') === 'yes';

/** "(is) responsible | for"; with an article only behind "he is": "the group responsible for it" is described. */
function isResponsible(doc: Doc, chunks: readonly Chunk[], j: number, pointed: boolean): boolean {
  if (chunks[j] === undefined || chunks[j + 1]?.kind !== 'case') return false;
  const part = nodeOf(doc, chunks[j].start, 'part');
  const tie = chunks[j + 1].mark;
  return (
    part !== null &&
    featuresOf(part)?.pos === 'adjective' &&
    (tie === 'about' || tie === 'in') &&
    (pointed || !isDefinite(doc, chunks[j].start))
  );
}

const isParty = (doc: Doc, noun: NounPhrase): boolean =>
  isMovement(doc, noun) || isBody(noun) || (isForce(doc, noun) && !(noun.kind === 'person' && noun.features?.number === 'sg'));

/** "its fighters", said by its spokesman; "the movement", said by the spokesman of the movement X. */
function isOfSpeaker(doc: Doc, party: NounPhrase, speaker: NounPhrase): boolean {
  const speaksFor = isForce(doc, speaker) || speaker.actor !== null || nodeOf(doc, speaker.head, 'spokesman') !== null;
  const { pronoun } = doc.info[party.head];
  if (pronoun !== null && (pronoun.startsWith('1') || (speaksFor && pronoun.startsWith('3')))) return true;
  if (isMovement(doc, party) && speaksFor && !isParty(doc, speaker)) return true;
  const named = bareKey(doc, party.head);
  for (let i = speaker.start; i < speaker.end; i++) {
    const word = bareKey(doc, i);
    if (word === named || (word.length > 2 && isDefinite(doc, party.head) && named.endsWith(word))) return true;
  }
  return party.actor !== null && speaker.actor?.value === party.actor.value;
}

/** "a leader of the movement X announced the responsibility of the movement for": X. */
export function ownerOfResponsibility(doc: Doc, chunks: readonly Chunk[], k: number, at: number): NounPhrase | null {
  const owner = chunks[at + 1]?.noun ?? null;
  if (chunks[at]?.kind !== 'responsibility' || owner === null || doc.info[chunks[at].start].pronoun !== null) return null;
  const behind = chunks[at + 2];
  if (chunks[at + 1].kind !== 'noun' || behind?.kind !== 'case' || behind.mark !== 'about') return null;
  if (isForce(doc, owner) && !isMovement(doc, owner)) return owner;
  for (let i = chunks[k].start; i < chunks[at].start; i++) {
    const actor = nodeOf(doc, i, 'actor');
    if (actor !== null && bareKey(doc, owner.head).endsWith(bareKey(doc, i)))
      return {
        ...owner,
        start: actor.start,
        end: actor.end,
        head: actor.start,
        kind: 'actor',
        node: actor,
        actor,
        features: null,
      };
  }
  return isMovement(doc, owner) ? owner : null;
}

/** "the army denied its involvement in": the pronoun, which agrees with the verb, is who denies. */
export function ownPart(doc: Doc, chunks: readonly Chunk[], k: number, at: number, verb: Features | null): boolean {
  // "any | part of its"
  const last = nodeOf(doc, chunks[at]?.start ?? 0, 'any') === null ? at : at + 2;
  for (let j = k + 1; j <= Math.min(last, chunks.length - 1); j++) {
    const { start, kind } = chunks[j];
    if (kind === 'event') return false;
    const part = nodeOf(doc, start, 'part') !== null;
    const pronoun = part ? (doc.info[start].pronoun ?? toWhom(doc, chunks[j + 1])) : null;
    if (pronoun !== null) return pronoun.startsWith('3') && verb !== null && (pronoun === '3fs') === (verb.gender === 'f');
  }
  return false;
}

/** "of his", "of hers", as a word of its own. */
const toWhom = (doc: Doc, chunk: Chunk | undefined): string | null =>
  chunk?.kind === 'pronoun' ? (written[pronounOf(doc, chunk.start) ?? ''] ?? null) : null;
const written: Readonly<Record<string, string>> = { he: '3ms', she: '3fs', they: '3mp' };

/** "an attack that X adopted killed seven": who counts the dead is whoever tells of the attack, and X is who is said to have made it. */
export function countedByTeller(h: Happening, frames: readonly Frame[]): void {
  const { ownDeed, told, rule } = frames[h.frame];
  if (ownDeed && told !== undefined && rule === 'attribution.carrier' && h.figures.length > 0)
    h.frame = frames.findIndex(({ chain }) => chain === told);
}

/** Whom the source names as who did it, and not himself: "that X is responsible for", "ascribed the attack to X", "pointed to the responsibility of X for"; null elsewhere. */
export function whoIsBlamed(
  doc: Doc,
  chunks: readonly Chunk[],
  k: number,
  complement: Complement,
  speakers: Speakers | null,
  answers: Answerable | null,
  asserted: boolean,
): NounPhrase | null {
  if (answers !== null && !answers.own) return answers.party;
  if (field(chunks[k].node, 'ascribes') === 'yes') return ascribedTo(doc, chunks, complement);
  return asserted ? heldResponsible(doc, chunks, k, complement.at, speakers) : null;
}

/** "ascribed the attack | to X": X. */
function ascribedTo(doc: Doc, chunks: readonly Chunk[], { kind, at }: Complement): NounPhrase | null {
  if (kind !== 'noun' || chunks[at].kind !== 'event' || chunks[at].finite) return null;
  for (let j = at + 1; j < Math.min(chunks.length, at + 6); j++) {
    const { kind: next, mark, start, bits } = chunks[j];
    if (next === 'case' && mark === 'to' && doc.info[start].pronoun === null) return chunks[j + 1]?.noun ?? null;
    if (chunks[j].finite || next === 'that' || next === 'mark' || bits & LI) return null;
  }
  return null;
}
