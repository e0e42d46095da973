/** "SOURCE: clause": headlines, tickers and posts that put the speaker before a colon; "Reuters from a security source: ...". */
import { AL, LI } from '../lexicon/analyze.ts';
import { type Memory, resolveMention } from './antecedents.ts';
import { isWriter } from './byline-lines.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { type Frame, newFrame } from './frame.ts';
import type { NounPhrase } from './noun-parts.ts';
import { isForce } from './parties.ts';
import { cueSpan } from './saying.ts';
import { canSay, isDocument, isPress, sourceOf } from './sources.ts';
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

/** "eyewitnesses: the killing of", "a survivor | to Reuters: …"; not "children: 5". */
const areTold = (doc: Doc, chunks: readonly Chunk[], at: number, colon: number, { features, head, end }: NounPhrase): boolean =>
  (end > head + 1 && (doc.bits[end - 1] & LI) !== 0) ||
  (colon > at + 1
    ? (chunks[colon - 1].bits & LI) !== 0 && chunks[colon - 1].noun !== null
    : features?.number === 'pl' && (tellsFirst.has(chunks[colon + 1].kind) || isClause(chunks, colon + 1)));
/** "the army | shelled" */
const isClause = (chunks: readonly Chunk[], k: number): boolean =>
  chunks[k].kind === 'noun' && chunks[k].noun?.count === null && chunks[k + 1]?.finite === true;
const tellsFirst: ReadonlySet<string> = new Set(['event', 'that', 'light', 'say', 'verb']);

/** "Reuters: | a security source: …": the colon behind whom the first speaker quotes, or -1. */
function nextLabel(doc: Doc, chunks: readonly Chunk[], colon: number): number {
  const { noun, kind, bits } = chunks[colon + 1];
  if (kind !== 'noun' || noun === null || noun.count !== null || bits & ~AL || !canSay(noun, false)) return -1;
  const isMany = noun.features?.number === 'pl';
  if (field(noun.node, 'kind') === 'state' || (noun.kind === 'person' && !noun.definite && !isMany && !isOfficial(doc, noun)))
    return -1;
  for (let k = colon + 2; k < Math.min(chunks.length - 1, colon + REACH); k++) {
    if (chunks[k].kind === 'mark') return chunks[k].mark === 'colon' ? k : -1;
    if (acting.has(chunks[k].kind)) return -1;
  }
  return -1;
}

/** "Baghdad: | a security source: …" */
const isFiledAt = (doc: Doc, chunks: readonly Chunk[], colon: number): boolean =>
  colon === 1 &&
  (chunks[0].kind === 'place' || chunks[0].noun?.node?.kind === 'actor-short') &&
  nextLabel(doc, chunks, colon) > 0;

/** "a medical source – seven killed in": a dash for the colon, where nothing but a voice stands before it and what is told begins right behind. */
function isDashed(doc: Doc, chunks: readonly Chunk[], at: number, dash: number): boolean {
  if (chunks[dash].mark !== 'dash' || chunks[at].kind === 'place' || chunks.some((c, k) => k > dash && c.mark === 'dash'))
    return false;
  const { noun } = chunks[at];
  const next = chunks[dash + 1];
  if (noun === null || noun.count !== null || next === undefined || isPress(noun) || isForce(doc, noun) || isDocument(noun))
    return false;
  if (next.kind !== 'event' && next.kind !== 'light' && next.noun?.count == null) return false;
  if (noun.kind === 'source') return field(noun.node, 'class') !== 'monitor' || dash === at + 1;
  return noun.kind === 'title' || (noun.kind === 'person' && isOfficial(doc, noun));
}

export function readLabel(doc: Doc, chunks: readonly Chunk[], memory: Memory, used: Uint8Array): Frame | null {
  let colon = -1;
  const lead = behindClock(doc, chunks);
  for (let k = lead + 1; k < Math.min(chunks.length, lead + REACH); k++) {
    if (acting.has(chunks[k].kind) && !isQuoting(chunks, k)) return null;
    if (chunks[k].kind === 'mark' && (chunks[k].mark === 'colon' || isDashed(doc, chunks, lead, k))) {
      colon = k;
      break;
    }
    if (chunks[k].kind === 'mark' && (chunks[k].mark === 'slash' || chunks[k].mark === 'bar')) return null;
  }
  if (colon < 0 || colon + 1 >= chunks.length) return null;
  // "the province of X - the observatory: …": where it was filed stands before the source
  const filed =
    (chunks[0].place !== null && chunks[1]?.kind === 'mark' && chunks[1].mark === 'dash' && colon > 2) ||
    isFiledAt(doc, chunks, colon);
  if (filed && colon === 1) colon = nextLabel(doc, chunks, 1);
  const at = filed ? 2 : behindClock(doc, chunks);
  if (chunks[at].kind === 'place') return null;
  const first = chunks[at].noun;
  // a capital before a colon is where the report was filed
  if (first !== null && first.node?.kind === 'actor-short') return null;
  if (first === null || first.count !== null || !canSay(first, false) || isWriter(doc, chunks, at, colon)) return null;
  // "Sudan: three soldiers killed": where it happened, unless the state speaks ("Iran: we have", "Israel: «...»")
  if (field(first.node, 'kind') === 'state' && colon === at + 1 && !speaksItself(chunks, colon)) return null;
  // "a military official: …", "a doctor: …", not "a child: …"
  const called = nodeOf(doc, first.head, 'given-name') !== null && first.end === first.head + 1;
  if (first.kind === 'person' && !first.definite && !called && !isOfficial(doc, first) && !areTold(doc, chunks, at, colon, first))
    return null;
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
  const quoted = nextLabel(doc, chunks, colon);
  if (quoted > 0) {
    const whole = wholeSpeaker(doc, chunks, colon + 1, quoted, used);
    chain.push(resolveMention(doc, sourceOf(doc, whole.noun, cueSpan(doc, chunks[quoted])), memory));
    colon = quoted;
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
