/** "the army lost 18 soldiers", "we lost three of our men": they are dead, and nobody says who killed them. */
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import type { NounPhrase } from './noun-parts.ts';
import { isAccusative, isForce } from './parties.ts';
import { featuresOf, field } from './words.ts';

/** Whose men they were did not kill them: they are told apart from those whom he killed. */
export const isLossOf = (h: Happening, other: Happening): boolean =>
  h.rules.includes('event.lost-of-its-own') && other.actors.length > 0 && other.types[0] !== 'armed-clash';

export function losesItsOwn(
  doc: Doc,
  h: Happening,
  subject: readonly NounPhrase[] | null,
  [first, second]: readonly NounPhrase[][],
): boolean {
  if (field(h.node, 'loses') !== 'yes' || first === undefined || featuresOf(h.node!)?.voice === 'passive') return false;
  const owner = second !== undefined ? first[0] : (subject?.[0] ?? null);
  const lost = second ?? first;
  const [noun] = lost;
  // "the army lost a post": nobody is missing
  if (second !== undefined && noun.kind !== 'person' && noun.kind !== 'number') return isForce(doc, first[0]);
  if (noun.kind !== 'person' && noun.kind !== 'number') return false;
  const object = noun.count !== null || noun.features?.state === 'accusative' || isAccusative(doc, noun);
  const own = featuresOf(h.node!)?.person === 1 || (owner !== null && isForce(doc, owner));
  // "(and she) lost a soldier": somebody named before did
  const left = owner === null && noun.count === null && noun.features?.state === 'accusative';
  if (!object || !(own || left)) return false;
  h.types = ['killing'];
  h.outcome = 'killed';
  h.weak = false;
  h.recipients.push(...lost);
  h.rules.push('event.lost-of-its-own');
  return true;
}
