/** Hearsay: "reports of", "news that", "information about": said by nobody named. A short-lived link at the end of the chain. */
import type { Frame } from './attribution.ts';
import type { Chunk } from './chunk.ts';
import { type Doc, mentionStart } from './doc.ts';
import { cueSpan } from './saying.ts';
import type { SourceRef } from './sources.ts';

export function readHearsay(
  doc: Doc,
  chunks: readonly Chunk[],
  k: number,
  frames: readonly Frame[],
  used: Uint8Array,
): Frame | null {
  const after = chunks[k + 1];
  if (after === undefined) return null;
  const about = after.kind === 'case' && after.mark === 'about';
  if (!about && after.kind !== 'that') return null;
  const chunk = chunks[k];
  const span = { start: mentionStart(doc, chunk.start), end: doc.tokens.end[chunk.end - 1] };
  const outer = frames.at(-1) ?? null;
  used[k + 1] = 1;
  const name = doc.text.slice(span.start, span.end);
  const source: SourceRef = {
    span,
    name,
    entity: null,
    cue: cueSpan(doc, after),
    inferred: null,
    words: [name],
    group: 'hearsay',
    noun: null,
  };
  return {
    chain: [...(outer?.chain ?? []), source],
    stance: outer?.stance ?? 'asserted',
    from: k + 2,
    rule: 'attribution.hearsay',
    cue: cueSpan(doc, chunk),
    actor: null,
    ownDeed: false,
    nested: true,
    verb: k,
  };
}
