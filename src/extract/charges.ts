/** "the accusation by X | against (to) Y | of killing five", "the minister repeated his accusation | to Y | of": who accuses, whom, and of what, told as a noun. */
import { BI, KA, LI } from '../lexicon/analyze.ts';
import { type Memory, resolveMention } from './antecedents.ts';
import type { Chunk } from './chunk.ts';
import { nextTurn } from './clause-ends.ts';
import type { Doc } from './doc.ts';
import { type Frame, newFrame } from './frame.ts';
import { type NounPhrase, newNoun } from './noun-parts.ts';
import { isForce } from './parties.ts';
import { cueSpan } from './saying.ts';
import { canSay, isDocument, type SourceRef, sourceOf } from './sources.ts';
import { featuresOf, field, isWord, nodeOf } from './words.ts';

const PREFIXED = BI | LI | KA;

/** "repeated | the minister | (on Saturday,) | his accusations": the chunk of the noun of accusing at `k` or behind its verb, the subject, a day and a comma. */
export function chargeAt(chunks: readonly Chunk[], k: number): number {
  let at = k + 2;
  while (chunks[at]?.kind === 'date' || (at > k + 2 && chunks[at]?.mark === 'comma') || isOpening(chunks, at)) at++;
  return isCharge(chunks[at]) ? at : k;
}

const isOpening = (chunks: readonly Chunk[], j: number): boolean =>
  chunks[j]?.mark === 'comma' && chunks[j + 1]?.kind === 'date' && chunks[j + 2]?.mark === 'comma';

/** A noun of accusing. */
export const isCharge = (chunk: Chunk | undefined): boolean =>
  chunk !== undefined &&
  !chunk.finite &&
  chunk.node !== null &&
  (chunk.kind === 'hearsay'
    ? field(chunk.node, 'stance') === 'accused'
    : chunk.kind === 'say' && field(chunk.node, 'act') === 'accuse' && featuresOf(chunk.node)?.pos === 'masdar');

/** The frame of the accusation in chunk `at`; null where the noun names nobody who is accused. */
export function readCharge(
  doc: Doc,
  chunks: readonly Chunk[],
  at: number,
  frames: readonly Frame[],
  used: Uint8Array,
  memory: Memory,
): Frame | null {
  if (!isCharge(chunks[at])) return null;
  const current = frames.at(-1) ?? null;
  // "denied the accusations of X against it of killing"
  if (current !== null && (current.stance === 'denied' || current.stance === 'unknown')) return null;
  const next = chunks[at + 1];
  if (next?.noun == null || next.kind === 'evidence' || next.bits & (BI | KA)) return null;
  const own = doc.info[chunks[at].start].pronoun !== null;
  let j = at + 2;
  let accuser: NounPhrase | null = null;
  let accused: NounPhrase | null = null;
  if (own) {
    if (!(next.bits & LI)) return null;
    accused = next.noun;
    accuser = subjectOf(chunks, at);
  } else {
    if (next.bits & LI) return null;
    const cut = splitAt(doc, next);
    accuser = cut < 0 ? next.noun : { ...next.noun, end: cut };
    if (cut >= 0) accused = phraseAt(doc, cut, next.end);
    else if (chunks[j]?.noun != null && chunks[j].bits & LI) accused = chunks[j++].noun;
    if (accused === null || !canSay(accuser, true) || isDocument(accuser)) return null;
  }
  const from = deedAt(chunks, j);
  if (from < 0 || !(isForce(doc, accused!) || accused!.kind !== 'thing')) return null;
  const cue = cueSpan(doc, chunks[at]);
  const source = accuser === null ? null : resolveMention(doc, sourceOf(doc, accuser, cue), memory);
  const base: SourceRef[] = current !== null && at >= current.from ? current.chain : [];
  const chain =
    source !== null ? [...base.filter((s) => s.span.start !== source.span.start), source] : (current?.chain ?? memory.last);
  if (chain === null) return null;
  used.fill(1, at, from);
  return newFrame({
    chain,
    stance: 'accused',
    from,
    rule: 'attribution.masdar-source-with',
    cue,
    actor: accused,
    nested: base.length > 0,
    verb: at,
    until: nextTurn(chunks, from + 1),
  });
}

/** "the minister repeated | his accusation": who did so is named between the verb and the noun. */
function subjectOf(chunks: readonly Chunk[], at: number): NounPhrase | null {
  let j = at - 1;
  while (j > 0 && (chunks[j].kind === 'date' || chunks[j].mark === 'comma')) j--;
  const [verb, subject] = [chunks[j - 1], chunks[j]];
  if (verb === undefined || !verb.finite || subject.noun === null || subject.bits & PREFIXED) return null;
  return canSay(subject.noun, true) ? subject.noun : null;
}

/** The token of "to Y" within the phrase of the one who accuses, or -1. */
function splitAt(doc: Doc, { start, end }: Chunk): number {
  for (let t = start + 1; t < end; t++) if (isWord(doc, t) && doc.bits[t] & LI) return t;
  return -1;
}

function phraseAt(doc: Doc, start: number, end: number): NounPhrase {
  const node = nodeOf(doc, start, 'actor') ?? nodeOf(doc, start, 'actor-short') ?? nodeOf(doc, start, 'person');
  const actor = node !== null && node.kind !== 'person' ? node : null;
  const noun = newNoun(start, end, start, actor !== null ? 'actor' : node !== null ? 'person' : 'other');
  return { ...noun, node, actor, person: actor === null ? node : null, definite: true };
}

/** "of | killing", "of | standing | behind | the attack": the chunk at which the deed begins, or -1. */
function deedAt(chunks: readonly Chunk[], j: number): number {
  const chunk = chunks[j];
  if (chunk === undefined || chunk.finite) return -1;
  if (
    chunk.bits & BI &&
    (chunk.kind === 'event' || chunk.kind === 'light' || chunk.kind === 'responsibility' || chunk.kind === 'noun')
  )
    return j;
  return chunk.kind === 'case' && (chunk.mark === 'means' || chunk.mark === 'support') ? j : -1;
}
