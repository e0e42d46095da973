/** "the shelling and storming | of the army | of the town": two verbal nouns with one genitive. What stands behind the second belongs to both. */
import { harmed } from '../claim/outcomes.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import { featuresOf, hasConjunction } from './words.ts';

export function shareGenitive(doc: Doc, chunks: readonly Chunk[], k: number, h: Happening, first: Happening | undefined): void {
  if (first === undefined || first.finite || h.finite || first.chunk !== k - 1 || first.frame !== h.frame) return;
  if (!hasConjunction(doc, chunks[k].start) || !isBare(first) || !isVerbal(first) || !isVerbal(h)) return;
  // "the killing and wounding of ten": one count, which cannot be split
  if (first.outcome !== null && h.outcome !== null && harmed.has(first.outcome) && harmed.has(h.outcome)) return;
  if (h.actors.length === 0 && h.recipients.length === 0) return;
  if (first.sense!.subject === 'actor') first.actors.push(...h.actors);
  // whoever is counted is counted once
  if (first.sense!.object === 'recipient') first.recipients.push(...h.recipients.filter((r) => r.count === null));
  if (first.places.length === 0 && !h.rules.includes('event.takes-place')) first.places.push(...h.places);
  first.rules.push('event.shared-genitive');
}

/** Nothing is said of it yet, and no article has closed it. */
const isBare = ({ actors, recipients, means, definite }: Happening): boolean =>
  actors.length + recipients.length + means.length === 0 && !definite;

const isVerbal = ({ node, definite }: Happening): boolean => !definite && node !== null && featuresOf(node)?.number !== 'pl';
