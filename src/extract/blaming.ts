/**
 * "the police put the blame for the attack on X", "pointed the finger at X for the killing of": a verb that blames only together with its object. Who blames
 * stands beside the verb, the blamed behind "on" or "to", and the deed behind "in", "for" or "of".
 */
import { BI, KA, LI } from '../lexicon/analyze.ts';
import { agreeing, type Memory, resolveMention } from './antecedents.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { type Frame, newFrame } from './frame.ts';
import type { NounPhrase } from './noun-parts.ts';
import { isArmed, isForce } from './parties.ts';
import { cueSpan } from './saying.ts';
import { eventSense } from './senses.ts';
import { canSay, type SourceRef, sourceOf } from './sources.ts';
import { subjectBefore } from './subject-before.ts';
import { wholeSpeaker } from './whole-speaker.ts';
import { featuresOf, field, hasConjunction, nodeOf, senseOf } from './words.ts';

/** How many chunks the whole of it may be long. */
const LONGEST = 18;
const PREFIXED = BI | LI | KA;
const ties: ReadonlySet<string> = new Set(['in', 'about', 'regarding']);

export function readBlame(
  doc: Doc,
  chunks: readonly Chunk[],
  k: number,
  current: Frame | null,
  used: Uint8Array,
  memory: Memory,
): Frame | null {
  const verb = chunks[k];
  const on = field(verb.node, 'blames');
  if (!verb.finite || verb.node === null) return null;
  if (on === undefined)
    return field(verb.node, 'ascribes') === 'yes' ? readAscribed(doc, chunks, k, current, used, memory) : null;
  let blamed: NounPhrase | null = null;
  let deed = -1;
  let at = -1;
  for (let j = k + 1; j < Math.min(chunks.length, k + LONGEST); j++) {
    const { kind, mark, finite, start, bits } = chunks[j];
    if (
      kind === 'that' ||
      kind === 'relative' ||
      kind === 'contrast' ||
      (finite && deed < 0) ||
      (kind === 'mark' && mark === 'colon')
    )
      break;
    if (finite && hasConjunction(doc, start)) break;
    const next = chunks[j + 1];
    const free = doc.info[start].pronoun === null;
    if (kind === 'case' && mark === on && free && blamed === null && next?.noun != null) {
      blamed = next.noun;
      at = j++;
    } else if (deed < 0 && isDeed(next) && ((kind === 'case' && ties.has(mark) && free) || kind === 'responsibility'))
      deed = j + 1;
    else if (deed < 0 && isDeed(chunks[j]) && bits & BI) deed = j;
  }
  if (blamed === null || deed < 0) return null;
  // "the responsibility was put on", written like "I put": by nobody who is named
  const features = featuresOf(verb.node);
  const passive = features?.voice === 'passive' || features?.person === 1;
  const speaker = passive ? null : speakerOf(doc, chunks, k, verb.object, used);
  const chain = passive
    ? (current?.chain ?? [])
    : speaker === null
      ? (carried(doc, verb, current, memory) ?? (isSubjectless(verb) ? [] : null))
      : [resolveMention(doc, sourceOf(doc, speaker, cueSpan(doc, verb)), memory)];
  if (chain === null) return null;
  used[at] = used[at + 1] = 1;
  for (let m = k; m < deed; m++) used[m] = 1;
  return newFrame({
    chain,
    stance: 'accused',
    from: deed,
    rule: `attribution.${passive ? 'passive' : speaker === null ? 'elided-source' : 'verb-source'}-noun`,
    cue: cueSpan(doc, verb),
    actor: blamed,
    ownDeed: false,
    nested: false,
    verb: k,
    until: closeOf(chunks, Math.max(deed + 1, at + 2)),
  });
}

/** "the fingers of blame were pointed at X": the verb agrees with the fingers, and nobody points them. */
const isSubjectless = ({ node, start, end }: Chunk): boolean => end > start + 1 && featuresOf(node!)?.gender === 'f';

/** "the spokesman ascribed | to X | the shelling of", "| standing behind | the abduction of": whoever shells is no source of it. */
function readAscribed(
  doc: Doc,
  chunks: readonly Chunk[],
  k: number,
  current: Frame | null,
  used: Uint8Array,
  memory: Memory,
): Frame | null {
  const verb = chunks[k];
  const at = chunks.findIndex(({ kind, mark }, j) => j > k && kind === 'case' && mark === 'to');
  if (at < 0 || at > k + SPEAKER || doc.info[chunks[at].start].pronoun !== null) return null;
  if (chunks.slice(k + 1, at).some((c) => c.noun === null && c.kind !== 'place' && c.kind !== 'case')) return null;
  const blamed = chunks[at + 1]?.noun ?? null;
  if (blamed === null || !(isForce(doc, blamed) || isArmed(blamed))) return null;
  let deed = at + 2;
  while (
    deed < Math.min(at + 4, chunks.length) &&
    (nodeOf(doc, chunks[deed].start, 'standing') !== null || field(chunks[deed].node, 'behind') === 'yes')
  )
    deed++;
  const sense = senseOf(chunks[deed]?.node ?? null);
  if (!isDeed(chunks[deed]) || chunks[deed].bits & PREFIXED || sense === null || eventSense(sense).subject !== 'actor')
    return null;
  const speaker = speakerOf(doc, chunks, k, chunks[at].start, used);
  // an agency that ascribes passes on what others said
  if (speaker !== null && (speaker.kind === 'outlet' || passesOn.has(field(speaker.node, 'kind') ?? ''))) return null;
  const chain =
    speaker === null
      ? carried(doc, verb, current, memory)
      : [resolveMention(doc, sourceOf(doc, speaker, cueSpan(doc, verb)), memory)];
  if (chain === null) return null;
  used.fill(1, k, deed);
  return newFrame({
    chain,
    stance: 'accused',
    from: deed,
    rule: `attribution.${speaker === null ? 'elided-source' : 'verb-source'}-noun`,
    cue: cueSpan(doc, verb),
    actor: blamed,
    ownDeed: false,
    nested: false,
    verb: k,
    until: closeOf(chunks, deed + 1),
  });
}
const passesOn: ReadonlySet<string> = new Set(['agency', 'media', 'newspaper']);
/** How many chunks whoever ascribes may be long. */
const SPEAKER = 6;

/** What is set off behind the deed and the blamed is blamed on nobody. */
function closeOf(chunks: readonly Chunk[], from: number): number {
  for (let j = from; j < chunks.length; j++)
    if ((chunks[j].kind === 'mark' && chunks[j].mark === 'comma') || chunks[j].kind === 'contrast' || chunks[j].kind === 'reset')
      return j;
  return chunks.length;
}

const isDeed = (chunk: Chunk | undefined): boolean => chunk !== undefined && chunk.kind === 'event' && !chunk.finite;

/** Between the verb and its object, or before the verb. */
function speakerOf(doc: Doc, chunks: readonly Chunk[], k: number, object: number, used: Uint8Array): NounPhrase | null {
  const next = chunks[k + 1];
  const beside =
    next?.noun != null && !(next.bits & PREFIXED) && (object < 0 || next.start < object) && next.start >= chunks[k].end;
  if (beside && canSay(next.noun!, true)) {
    let limit = k + 2;
    while (limit < chunks.length && (object < 0 ? chunks[limit].kind !== 'case' : chunks[limit].start < object)) limit++;
    return wholeSpeaker(doc, chunks, k + 1, limit, used).noun;
  }
  const before = subjectBefore(doc, chunks, k, used);
  return before !== null && canSay(before, true) ? before : null;
}

const carried = (doc: Doc, verb: Chunk, current: Frame | null, memory: Memory): SourceRef[] | null => {
  const chain = current?.chain ?? memory.last;
  if (chain === null) return null;
  return (
    agreeing(doc, featuresOf(verb.node!), chain, memory, true)?.map((s) => ({
      ...s,
      inferred: s.inferred ?? ('elided' as const),
    })) ?? null
  );
};
