/** "SOURCE: clause": headlines, tickers and posts that put the speaker before a colon; "Reuters from a security source: ...". */
import { type Memory, resolveMention } from './antecedents.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { type Frame, newFrame } from './frame.ts';
import type { NounPhrase } from './noun-parts.ts';
import { cueSpan } from './saying.ts';
import { canSay, isDocument, sourceOf } from './sources.ts';
import { wholeSpeaker } from './whole-speaker.ts';
import { featuresOf, field, isWord, nodeOf } from './words.ts';

/** The colon stands within this many chunks. */
const REACH = 7;
/** Chunks of a time of day and its marks at most. */
const LEAD = 8;
const acting: ReadonlySet<string> = new Set(['say', 'event', 'that', 'verb', 'light', 'result', 'according']);

const officials: ReadonlySet<string> = new Set(['official', 'journalist', 'health-worker', 'aid-worker', 'police']);

const isOfficial = (doc: Doc, noun: NounPhrase): boolean =>
  officials.has(field(noun.node, 'who') ?? '') || nodeOf(doc, noun.head, 'leads') !== null;

/** "14:05 | the ministry: …", "urgent - the ministry: …": chunks that stand before the first entry's source. */
function behindClock(doc: Doc, chunks: readonly Chunk[]): number {
  let k = 0;
  while (k < Math.min(LEAD, chunks.length) && (chunks[k].kind === 'mark' || isClock(doc, chunks[k]))) k++;
  return k < chunks.length ? k : 0;
}

const isClock = (doc: Doc, { kind, start, end }: Chunk): boolean => {
  if (kind !== 'word' && kind !== 'noun' && kind !== 'date') return false;
  for (let i = start; i < end; i++)
    if (isWord(doc, i) && nodeOf(doc, i, 'ticker') === null && nodeOf(doc, i, 'clock-word') === null) return false;
  return true;
};

const speaksItself = (chunks: readonly Chunk[], colon: number): boolean => {
  const [next, then] = [chunks[colon + 1], chunks[colon + 2]];
  if (next.kind === 'mark' && (next.mark === 'open' || next.mark === 'quote')) return true;
  return [next, then].some((c) => c?.finite && c.node !== null && featuresOf(c.node)?.person === 1);
};

/** "the agency, quoting a source: …" */
const isQuoting = (chunks: readonly Chunk[], k: number): boolean =>
  chunks[k].kind === 'according' && field(chunks[k].node, 'relay') === 'yes' && chunks[k - 1].noun !== null;

export function readLabel(doc: Doc, chunks: readonly Chunk[], memory: Memory, used: Uint8Array): Frame | null {
  let colon = -1;
  const lead = behindClock(doc, chunks);
  for (let k = lead + 1; k < Math.min(chunks.length, lead + REACH); k++) {
    if (acting.has(chunks[k].kind) && !isQuoting(chunks, k)) return null;
    if (chunks[k].kind === 'mark' && chunks[k].mark === 'colon') {
      colon = k;
      break;
    }
    if (chunks[k].kind === 'mark' && (chunks[k].mark === 'slash' || chunks[k].mark === 'bar')) return null;
  }
  if (colon < 0 || colon + 1 >= chunks.length) return null;
  // "the province of X - the observatory: …": where it was filed stands before the source
  const filed = chunks[0].place !== null && chunks[1]?.kind === 'mark' && chunks[1].mark === 'dash' && colon > 2;
  const at = filed ? 2 : behindClock(doc, chunks);
  if (chunks[at].kind === 'place') return null;
  const first = chunks[at].noun;
  // a capital before a colon is where the report was filed
  if (first !== null && first.node?.kind === 'actor-short') return null;
  if (first === null || first.count !== null || !canSay(first, false)) return null;
  // "Sudan: three soldiers killed": where it happened, unless the state speaks ("Iran: we have", "Israel: «...»")
  if (field(first.node, 'kind') === 'state' && colon === at + 1 && !speaksItself(chunks, colon)) return null;
  // "a military official: …", "a doctor: …", not "a child: …"
  const called = nodeOf(doc, first.head, 'given-name') !== null && first.end === first.head + 1;
  if (first.kind === 'person' && !first.definite && !called && !isOfficial(doc, first)) return null;
  if (
    isDocument(first) &&
    colon === at + 1 &&
    !first.definite &&
    first.outlet === null &&
    first.actor === null &&
    first.end - first.start === 1
  )
    return null;
  const { noun, next } = wholeSpeaker(doc, chunks, at, colon, used);
  const source = resolveMention(doc, sourceOf(doc, noun, cueSpan(doc, chunks[colon])), memory);
  const chain = [source];
  const about = chunks.findIndex(
    (c, k) => k >= next && k < colon && ((c.kind === 'case' && c.mark === 'about') || c.kind === 'according'),
  );
  const inner = about > 0 ? (chunks[about + 1]?.noun ?? null) : null;
  if (inner !== null && canSay(inner, true)) {
    const whole = wholeSpeaker(doc, chunks, about + 1, colon, used);
    chain.push(resolveMention(doc, sourceOf(doc, whole.noun, cueSpan(doc, chunks[about])), memory));
  }
  for (let m = 0; m <= colon; m++) used[m] = 1;
  return newFrame({
    chain,
    stance: 'asserted',
    from: colon + 1,
    rule: 'attribution.label',
    cue: source.cue,
    actor: null,
    ownDeed: false,
    nested: false,
    verb: colon,
  });
}
