/** "cut off the heads of ten people": the object that the deed needs is a part of those whom it was done to. */
import type { Found } from './argument-nouns.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { isPeople } from './parties.ts';
import { featuresOf, field, nodeOf } from './words.ts';

export function ofBodyPart(doc: Doc, chunks: readonly Chunk[], object: number, found: Found): void {
  if (object < 0 || field(nodeOf(doc, object, 'thing'), 'category') !== 'body-part') return;
  const n = found.directAt.findIndex((at) => chunks[at].start === object);
  if (n < 0) return;
  const [noun] = found.direct[n];
  const next = chunks[found.directAt[n] + 1];
  // "the heads of | ten people"
  const whole = next?.kind === 'noun' && next.noun !== null && next.start === noun.end && isPeople(next.noun) ? next.noun : null;
  const owner = noun.end > object + 1 ? nodeOf(doc, object + 1, 'person') : null;
  if (owner !== null)
    found.direct[n] = [
      { ...noun, start: object + 1, head: object + 1, kind: 'person', node: owner, person: owner, features: featuresOf(owner) },
    ];
  else if (whole !== null) {
    found.direct[n] = [whole];
    found.until = Math.max(found.until, found.directAt[n] + 1);
  } else {
    found.direct.splice(n, 1);
    found.directAt.splice(n, 1);
  }
}
