/** "the army lost 18 soldiers", "we lost three of our men": they are dead, and nobody says who killed them. */
import type { Node } from '../rules/node.ts';
import { keepsOblique, keepsUn } from './case-endings.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import type { NounPhrase } from './noun-parts.ts';
import { isAccusative, isArmed, isBody, isForce } from './parties.ts';
import { featuresOf, field, hasConjunction, isWord } from './words.ts';

/** Whose men they were did not kill them: they are told apart from those whom he killed. */
export const isLossOf = (h: Happening, other: Happening): boolean =>
  h.rules.includes('event.lost-of-its-own') && other.actors.length > 0 && other.types[0] !== 'armed-clash';

/** "the police killed two gunmen, while a soldier was wounded", "..., while two civilians were": whom a party killed for fighting it shares no hand with others. */
export const isOtherSides = (doc: Doc, chunks: readonly Chunk[], a: Happening, h: Happening): boolean =>
  a.chunk < h.chunk &&
  a.finite &&
  h.finite &&
  a.types[0] === 'killing' &&
  // "that she killed four": who is known later
  (a.actors.length > 0 || a.rules.includes('event.accusative-object')) &&
  a.recipients.length > 0 &&
  h.recipients.length > 0 &&
  h.actors.length === 0 &&
  (a.recipients.every((r) => isArmed(r)) || (a.actors.length > 0 && [...a.actors, ...h.recipients].every(isRegular))) &&
  (chunks[h.chunk - 1]?.kind === 'contrast'
    ? h.recipients.every((r) => r.kind === 'person' && !r.additional)
    : hasConjunction(doc, chunks[h.chunk].start) && h.recipients.every((r) => isArmed(r) && isUnlike(r, a.recipients[0])));

/** "gunmen attacked the post, and (she) killed four of them": a verb in the feminine with its object is not of men who attacked, but of forces that no word names. */
export const isOfForces = (doc: Doc, a: Happening, h: Happening): boolean => {
  const verb = h.finite && a.chunk < h.chunk ? featuresOf(h.node!) : null;
  if (verb?.gender !== 'f' || verb.number !== 'sg' || !h.rules.includes('event.accusative-object')) return false;
  // "a shell fired by gunmen fell and hurt five"
  if (a.means.length > 0) return false;
  return a.actors.length > 0 && a.actors.every((x) => x.kind === 'person' && keepsUnOrIn(doc, x.head) && !isBody(x));
};
const keepsUnOrIn = (doc: Doc, i: number): boolean => keepsUn(doc, i) || keepsOblique(doc, i);

/** Soldiers and policemen, and the forces of a state: no victims of one another. */
const isRegular = ({ actor, person, node, kind }: NounPhrase): boolean =>
  (actor !== null && kind === 'actor' && field(actor, 'kind') === 'state-force') ||
  field(person ?? node, 'regular') === 'yes' ||
  field(person ?? node, 'who') === 'police';

/** "five gunmen | and two soldiers", rather than "five gunmen and two more gunmen". */
const isUnlike = (one: NounPhrase, other: NounPhrase): boolean =>
  !one.additional && one.node !== null && one.node.value !== other.node?.value && one.kind === 'person';

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
  // "the father lost his wife and three of his children"
  if (second !== undefined && isKin(doc, noun)) return killed(h, second, 'event.lost-of-kin');
  // "the army lost a post": nobody is missing
  if (second !== undefined && noun.kind !== 'person' && noun.kind !== 'number') return isForce(doc, first[0]);
  if (noun.kind !== 'person' && noun.kind !== 'number') return false;
  const object = noun.count !== null || noun.features?.state === 'accusative' || isAccusative(doc, noun);
  const own = featuresOf(h.node!)?.person === 1 || (owner !== null && isForce(doc, owner));
  // "(and she) lost a soldier": somebody named before did
  const left = owner === null && noun.count === null && noun.features?.state === 'accusative';
  return object && (own || left) && killed(h, lost, 'event.lost-of-its-own');
}

function killed(h: Happening, lost: readonly NounPhrase[], rule: string): true {
  h.types = ['killing'];
  h.outcome = 'killed';
  h.weak = false;
  h.recipients.push(...lost);
  h.rules.push(rule);
  return true;
}

const isKin = (doc: Doc, { head, node }: NounPhrase): boolean => doc.info[head].pronoun !== null && isOwn(node);

/** "his wife", "her two children" */
const isOwn = (node: Node<any> | null): boolean => field(node, 'kin') === 'yes' || field(node, 'who') === 'child';

/** How many words the name of who lost somebody may have. */
const NAME = 5;

/** "lost Muhammad | his wife": where the kin that somebody lost begins, behind the verb; `end` where no such verb stands right before token `i`. */
export function lostKinAt(doc: Doc, before: readonly Chunk[], i: number, end: number): number {
  const verb = before.at(-1);
  if (verb === undefined || !verb.finite || field(verb.node, 'loses') !== 'yes') return end;
  for (let t = i + 1; t < Math.min(end, i + NAME) && isWord(doc, t); t++) {
    const kin = doc.at[t].some((n) => n.kind === 'person' && n.word?.exact === true && isOwn(n));
    if (kin && doc.info[t].pronoun !== null && doc.bits[t] === 0) return t;
  }
  return end;
}
