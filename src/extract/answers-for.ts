/** "X, accused of standing behind the bombing of", "the policemen involved in the killing of", "the group responsible for the attack": whoever a word of guilt describes did what stands behind it. */
import { AL, BI } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { doersAt } from './doer-clauses.ts';
import type { Happening } from './happening.ts';
import type { NounPhrase } from './noun-parts.ts';
import { isArmed, isForce } from './parties.ts';
import { cueSense } from './senses.ts';
import { featuresOf, field, hasConjunction, nodeOf, senseOf } from './words.ts';

/** The rule of a deed of which somebody is only accused. */
export const OF_ACCUSED = 'event.of-accused';

export function answersFor(doc: Doc, chunks: readonly Chunk[], h: Happening): void {
  if (h.actors.length > 0 || h.finite || h.light >= 0 || h.chunk === 0) return;
  const behind = standsBehind(doc, chunks, h);
  if (behind !== null) {
    h.actors.push(...behind);
    h.rules.push('event.stood-behind');
    return;
  }
  const last = describingEnd(doc, chunks, h.chunk);
  const chunk = chunks[last];
  if (last < 0 || chunk.kind !== 'noun' || chunk.noun === null || !isGuilty(doc, chunk.end - 1)) return;
  const doer = describedBy(doc, chunks, last);
  if (doer === null || [...h.recipients, ...h.figures.map((f) => f.noun)].some((r) => r.start === doer.start)) return;
  h.actors.push(doer);
  h.rules.push(isAccused(doc, chunk.end - 1) ? OF_ACCUSED : 'event.of-guilty');
}

/** The chunk right before "of (killing)", "for (the attack)", "of standing behind (the attack)"; -1 without such a tie. */
function describingEnd(doc: Doc, chunks: readonly Chunk[], deed: number): number {
  if (chunks[deed].bits & BI) return deed - 1;
  const { kind, node, mark, start } = chunks[deed - 1];
  if (kind !== 'case' || doc.info[start].pronoun !== null) return -1;
  if (mark === 'about' || field(node, 'member') === 'yes') return deed - 2;
  const stands = chunks[deed - 2];
  return field(node, 'behind') === 'yes' &&
    stands !== undefined &&
    stands.bits & BI &&
    nodeOf(doc, stands.start, 'standing') !== null
    ? deed - 3
    : -1;
}

/** "(there) stand | behind | the blast | X", "was | behind | the attack | X": the doer behind the deed. */
function standsBehind(doc: Doc, chunks: readonly Chunk[], { chunk, until }: Happening): NounPhrase[] | null {
  const [verb, tie] = [chunks[chunk - 2], chunks[chunk - 1]];
  if (tie.kind !== 'case' || field(tie.node, 'behind') !== 'yes' || doc.info[tie.start].pronoun !== null) return null;
  if (verb === undefined || !(verb.kind === 'was' || (verb.kind === 'verb' && verb.finite))) return null;
  // "X | stands behind": told before
  const before = chunks[chunk - 3];
  if (before !== undefined && before.kind !== 'that' && before.kind !== 'contrast' && before.kind !== 'mark') return null;
  const at = until + 1;
  return chunks[at] === undefined || hasConjunction(doc, chunks[at].start) ? null : (doersAt(doc, chunks, at)?.nouns ?? null);
}

/** "the accused", "the responsible", "the involved", behind the article */
const isGuilty = (doc: Doc, i: number): boolean =>
  doc.bits[i] === AL && (isAccused(doc, i) || doc.at[i].some((n) => n.kind === 'part' && featuresOf(n)?.pos === 'adjective'));

const isAccused = (doc: Doc, i: number): boolean =>
  doc.at[i].some(
    (n) => n.kind === 'say' && featuresOf(n)?.pos === 'participle' && senseOf(n) !== null && cueSense(senseOf(n)!).accuses,
  );

/** Whoever the word stands behind: in one phrase with it, or before its comma. */
function describedBy(doc: Doc, chunks: readonly Chunk[], k: number): NounPhrase | null {
  const { noun, start, end } = chunks[k];
  const own = end - 1 > start;
  const before = chunks[k - 1]?.kind === 'mark' && chunks[k - 1].mark === 'comma' ? chunks[k - 2] : chunks[k - 1];
  const of = own ? noun : (before?.noun ?? null);
  if (of === null || (!own && before.kind !== 'noun') || of.count !== null || !(isForce(doc, of) || isArmed(of))) return null;
  return own ? { ...of, end: end - 1 } : of;
}
