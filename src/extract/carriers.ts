/**
 * What a relative clause on a happening says of its source: "the strikes that the army announced", "the dead whom the observatory documented", "an attack
 * ascribed to X". The source is given to the happening alone, not to the clause it stands in.
 */
import { LI } from '../lexicon/analyze.ts';
import { type Memory, resolveMention } from './antecedents.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { accused } from './doer-clauses.ts';
import { type Frame, newFrame } from './frame.ts';
import type { NounPhrase } from './noun-parts.ts';
import { cueSpan } from './saying.ts';
import { cueSense } from './senses.ts';
import { canSay, isDocument, sameSource, sourceOf } from './sources.ts';
import { field, hasConjunction, nodeOf, senseOf } from './words.ts';

/** A frame that covers only the chunks from `from` to `to`. */
export type Aside = { frame: Frame; from: number; to: number };

/** How many chunks the happening may be long. */
const REACH = 5;

export function readAside(
  doc: Doc,
  chunks: readonly Chunk[],
  k: number,
  current: Frame | null,
  used: Uint8Array,
  memory: Memory,
): Aside | null {
  const chunk = chunks[k];
  const sense = senseOf(chunk.node);
  if (k === 0 || sense === null) return null;
  const cue = cueSense(sense);
  const ascribes = field(chunk.node, 'ascribes') === 'yes';
  // "an attack | ascribed to": a participle, or a verb that has the letters of a noun
  if (!chunk.finite && !(ascribes && chunks[k + 1]?.kind === 'case' && chunks[k + 1].mark === 'to')) return null;
  // "an attack took place, and X ascribed it to Y"
  const joined = hasConjunction(doc, chunk.start);
  if (joined && !(ascribes && doc.info[chunk.start].pronoun !== null)) return null;
  if (cue.accuses && !joined) return accusedOf(doc, chunks, k, current, used, memory);
  const carries = doc.info[chunk.start].pronoun?.startsWith('3') === true && (cue.act !== 'say' || cue.relay) && !cue.accuses;
  if (!ascribes && !carries) return null;
  // "..., which X denies": what X denies is another's word
  if (cue.act === 'deny' && nodeOf(doc, chunks[k - 1].start, 'what') !== null) return null;
  const from = joined ? deedBefore(chunks, k) : happeningBefore(chunks, k, used);
  if (from < 0) return null;
  const next = chunks[k + 1];
  const speaker = next?.noun != null && next.kind !== 'case' && !(next.bits & LI) && canSay(next.noun, true) ? next.noun : null;
  if (speaker === null && !ascribes) return null;
  const blamed = ascribes ? blamedAfter(chunks, k) : null;
  if (ascribes && blamed === null) return null;
  const base = current?.chain ?? [];
  const source = speaker === null ? null : resolveMention(doc, sourceOf(doc, speaker, cueSpan(doc, chunk)), memory);
  used[k] = 1;
  if (speaker !== null) used[k + 1] = 1;
  const claims = cue.act === 'claim-responsibility';
  return {
    frame: newFrame({
      chain: source === null || base.some((s) => sameSource(s, source)) ? base : [...base, source],
      stance: ascribes ? 'accused' : claims ? 'claimed-responsibility' : cue.stance,
      from,
      rule: ascribes ? 'attribution.ascribed' : 'attribution.carrier',
      cue: cueSpan(doc, chunk),
      actor: blamed,
      ownDeed: claims,
      nested: true,
      verb: k,
      told: ascribes || claims ? base : undefined,
    }),
    from,
    to: k,
  };
}

/** "an attack that (Y) accuses X of carrying out": the accusation is of the attack alone. */
function accusedOf(
  doc: Doc,
  chunks: readonly Chunk[],
  k: number,
  current: Frame | null,
  used: Uint8Array,
  memory: Memory,
): Aside | null {
  const clause = accused(doc, chunks, k);
  // "a raid on the town, of which the police accuses X"
  const apart = chunks[k - 1]?.kind === 'mark' && chunks[k - 1].mark === 'comma' ? k - 1 : k;
  const from = clause === null ? -1 : happeningBefore(chunks, apart, used);
  if (clause === null || from < 0 || chunks[from].kind !== 'event') return null;
  const base = current?.chain ?? [];
  const cue = cueSpan(doc, chunks[k]);
  const source = clause.accuser === null ? null : resolveMention(doc, sourceOf(doc, clause.accuser, cue), memory);
  used.fill(1, k, clause.last + 1);
  return {
    frame: newFrame({
      chain: source === null || base.some((s) => sameSource(s, source)) ? base : [...base, source],
      stance: 'accused',
      from,
      rule: 'attribution.ascribed',
      cue,
      actor: clause.nouns[0],
      ownDeed: false,
      nested: true,
      verb: k,
      told: base,
    }),
    from,
    to: k,
  };
}

/** The deed that the clause before told. */
function deedBefore(chunks: readonly Chunk[], k: number): number {
  for (let j = k - 1; j >= 0 && j >= k - 4 * REACH; j--) {
    const { kind, mark } = chunks[j];
    if (kind === 'event') return j;
    if (kind === 'that' || kind === 'contrast' || kind === 'reset' || (kind === 'mark' && mark === 'semicolon')) return -1;
  }
  return -1;
}

/** First chunk of the happening or the counted people that the clause describes, or -1. */
function happeningBefore(chunks: readonly Chunk[], k: number, used: Uint8Array): number {
  for (let j = k - 1; j >= 0 && j >= k - REACH; j--) {
    const { kind, noun, finite } = chunks[j];
    // "a bloody attack | (that) X ascribed to": a verb with nothing of its own has the letters of an adjective
    if (kind === 'verb' && j === k - 1 && chunks[j - 1]?.kind === 'event' && !chunks[j - 1].finite) continue;
    if (used[j] || finite || kind === 'that' || kind === 'mark' || kind === 'contrast' || kind === 'reset') return -1;
    if (kind === 'event') return j;
    if (noun !== null && noun.count !== null && (noun.kind === 'person' || noun.kind === 'outcome')) return j;
    if (noun !== null && isDocument(noun)) return -1;
  }
  return -1;
}

/** "ascribed to X": X. */
function blamedAfter(chunks: readonly Chunk[], k: number): NounPhrase | null {
  for (let j = k + 1; j < Math.min(chunks.length, k + 4); j++) {
    const { kind, mark, noun, bits } = chunks[j];
    if (kind === 'case' && mark === 'to') return chunks[j + 1]?.noun ?? null;
    if (noun !== null && bits & LI) return noun;
    if (noun === null && kind !== 'word') return null;
  }
  return null;
}
