/** What those say who only comment: analysts, experts, observers. They weigh what others reported; a count that they give is kept. */
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { SourceRef } from './sources.ts';
import type { Telling } from './story.ts';
import { field, nodeOf } from './words.ts';

export function isCommentary(doc: Doc, chunks: readonly Chunk[], { h, chain, frame }: Telling): boolean {
  if (chain.length === 0 || h.figures.some((f) => f.noun.count !== null)) return false;
  const verb = frame === null ? -1 : frame.verb;
  return comments(doc, chain[chain.length - 1], verb >= 0 && field(chunks[verb].node, 'opines') === 'yes');
}

/**
 * Not those whom a body has sent to find out ("experts of the United Nations"). Observers may have been sent as well: only what they think is commentary.
 */
function comments(doc: Doc, { noun }: SourceRef, opines: boolean): boolean {
  if (noun === null || noun.actor !== null || noun.outlet !== null) return false;
  const says = field(nodeOf(doc, noun.head, 'source'), 'comments');
  if (says !== 'yes' && !(says === 'opining' && opines)) return false;
  for (let i = noun.head + 1; i < noun.end; i++)
    if (doc.at[i].some((n) => n.kind === 'outlet' || n.kind === 'actor')) return false;
  return true;
}
