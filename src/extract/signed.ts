/** "two policemen were killed in X (local sources) - 10:15": who tells a short entry stands in brackets at its end. */
import { AL } from '../lexicon/analyze.ts';
import { type Memory, resolveMention } from './antecedents.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { type Frame, newFrame } from './frame.ts';
import type { NounPhrase } from './noun-parts.ts';
import { isArmed } from './parties.ts';
import { cueSpan } from './saying.ts';
import { canSay, isDocument, sourceOf } from './sources.ts';
import { isDigits } from './words.ts';

/** Marks and numbers of a time behind the brackets at most. */
const CLOCK = 6;
/** Agencies and papers that sign with their name in brackets are where the text was taken from. */
const bylines: ReadonlySet<string> = new Set(['agency', 'newspaper', 'site', 'tv', 'channel', 'radio', 'media', 'local-page']);

/** The frame of the whole entry, or null. */
export function readSigned(doc: Doc, chunks: readonly Chunk[], used: Uint8Array, memory: Memory): Frame | null {
  let k = chunks.length - 1;
  for (let n = 0; k > 3 && n < CLOCK && !isMark(chunks[k], 'close-paren'); n++, k--) if (!isClock(doc, chunks[k])) return null;
  if (k < 3 || !isMark(chunks[k], 'close-paren') || !isMark(chunks[k - 2], 'open-paren')) return null;
  const { noun, bits } = chunks[k - 1];
  if (noun === null || (bits & ~AL) !== 0 || !isTeller(noun) || isExplained(chunks, k - 3)) return null;
  const source = resolveMention(doc, sourceOf(doc, noun, cueSpan(doc, chunks[k - 2])), memory);
  if (bylines.has(source.group ?? '')) return null;
  used.fill(1, k - 2, k + 1);
  return newFrame({
    chain: [source],
    stance: 'asserted',
    from: 0,
    rule: 'attribution.according-to',
    cue: source.cue,
    actor: null,
    ownDeed: false,
    nested: false,
    verb: -1,
  });
}

const isMark = (chunk: Chunk, mark: string): boolean => chunk.kind === 'mark' && chunk.mark === mark;

const isClock = (doc: Doc, { kind, start, end, mark }: Chunk): boolean =>
  kind === 'mark' ? mark !== 'open-paren' : end === start + 1 && (kind === 'word' || isDigits(doc, start));

/** "with the help of an international organization (Doctors of X)": the brackets name whom the words before them tell of. */
const isExplained = (chunks: readonly Chunk[], k: number): boolean => {
  const noun = chunks[k].end === chunks[k + 1].start ? chunks[k].noun : null;
  return noun !== null && bodies.has(noun.kind) && !noun.definite;
};
const bodies: ReadonlySet<string> = new Set(['source', 'outlet', 'actor']);

/** Sources without a name, residents and activists, a named body: no short name for a party told right before. */
const isTeller = (noun: NounPhrase): boolean =>
  canSay(noun, false) &&
  noun.count === null &&
  !isDocument(noun) &&
  (noun.kind === 'source'
    ? noun.end > noun.head + 1
    : noun.kind === 'outlet' ||
      (noun.kind === 'person' && noun.features?.number === 'pl' && noun.end === noun.head + 1 && !isArmed(noun)));
