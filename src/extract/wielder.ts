/** Whose weapon it was, where nobody else is named: "struck by a drone belonging to X", "shelled with rockets that X fired". */
import { LI } from '../lexicon/analyze.ts';
import type { Found } from './argument-nouns.ts';
import { carriedAfter } from './carried.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { frontedAgent } from './fronted-agent.ts';
import type { Happening } from './happening.ts';
import { type NounPhrase, newNoun } from './noun-parts.ts';
import { sourceBefore } from './odd-subjects.ts';
import { isArmed, isForce, sameActor } from './parties.ts';
import { attachedPreposition, field, hasConjunction, isDefinite, isWord, looseOfToken, nodeOf } from './words.ts';

/** What nobody else fires than whom it belongs to; a car may be stolen, a rifle may have been lost. */
const fired: ReadonlySet<string> = new Set(['aircraft', 'munition', 'weapon']);

export function wielderOf(doc: Doc, chunks: readonly Chunk[], h: Happening, used: Uint8Array): void {
  if (h.actors.length === 0) frontedAgent(doc, chunks, h, used);
  if (h.actors.length > 0 || h.means.length === 0) return;
  for (const means of h.means) {
    const owner = ownerOf(means) ?? originOf(doc, means);
    if (owner === null || h.recipients.some((r) => sameActor(r, owner))) continue;
    h.actors.push(owner);
    h.rules.push('event.owner-of-weapon');
    return;
  }
  const before = h.actors.length;
  if (h.finite) carriedAfter(doc, chunks, h, used);
  if (h.actors.length > before && !h.actors.every((a) => a.actor !== null || isForce(doc, a) || a.kind === 'person'))
    h.actors = [];
}

/** Whether what stands behind the verb may be told of as fired by somebody: "a rocket fell, fired by X", "came under a shell that X fired". */
export function isFired(doc: Doc, { object, start }: Chunk, { sense, recipients }: Happening): boolean {
  if (sense!.subject === 'means' || recipients.some((r) => field(r.node, 'means') === 'yes')) return true;
  return object > start && field(nodeOf(doc, object, 'thing'), 'category') === 'munition';
}

/** "went off a bomb | planted by X", "a bomb | thrown by X | went off": who left what went off. */
export function planterOf(doc: Doc, chunks: readonly Chunk[], h: Happening, used: Uint8Array): void {
  if (!h.finite || h.types[0] !== 'bombing' || h.sense!.subject !== 'none' || h.outcome !== null) return;
  carriedAfter(doc, chunks, h, used);
  if (h.actors.length === 0) h.actors.push(...sourceBefore(doc, chunks, h.chunk, used));
}

/** "came under fire", "was exposed to a shell": the word that the verb needs is what struck, and what it stands beside was struck. */
export const comesUnder = (h: Happening): boolean =>
  h.outcome === null && h.sense!.subject === 'recipient' && field(h.node, 'needs-behind') === 'to';

/** "came under the fire | of X", "his coming under the bullets | of a sniper": whose fire it was. */
export function fireOf(doc: Doc, chunks: readonly Chunk[], k: number, h: Happening, { direct, directAt }: Found): void {
  if (!comesUnder(h)) return;
  const at = directAt.findIndex((j) => chunks[j].start === chunks[k].object + 1);
  if (at < 0 || !direct[at].every((n) => isForce(doc, n) || (n.kind === 'person' && isArmed(n)))) return;
  h.actors.push(...direct[at]);
  direct.splice(at, 1);
  directAt.splice(at, 1);
  h.rules.push('event.owner-of-weapon');
}

/** "fell the shells | of X", "fell a rocket | of X", "fell an X rocket": what was fired is the object of the verb, and whose it was stands behind it. */
export function ownerBehind(doc: Doc, chunks: readonly Chunk[], k: number, h: Happening, found: Found): void {
  const { object } = chunks[k];
  const owner = found.directAt[0] === undefined || chunks[found.directAt[0]].start !== object + 1 ? null : found.direct[0];
  const known = h.actors.length;
  if (owner?.every((n) => isForce(doc, n) && n.kind !== 'thing')) {
    h.actors.push(...owner);
    found.direct.shift();
    found.directAt.shift();
  }
  const behind = chunks.slice(k + 1, k + 4).find((c) => c.start === object + 1);
  if (behind?.kind === 'noun' && ((behind.bits & LI && isForce(doc, behind.noun!)) || isOrigin(doc, object, behind.noun!))) {
    if (!h.actors.includes(behind.noun!)) h.actors.push(behind.noun!);
    h.recipients = h.recipients.filter((r) => r !== behind.noun);
    if (found.direct[0]?.[0] === behind.noun && found.direct[0].length === 1) {
      found.direct.shift();
      found.directAt.shift();
    }
  }
  if (h.actors.length > known) h.rules.push('event.owner-of-weapon');
}

/** One word of a nation or a party, as definite as the weapon before it, is its adjective. */
function isOrigin(doc: Doc, object: number, noun: NounPhrase): boolean {
  if (noun.end !== noun.start + 1 || noun.count !== null || hasConjunction(doc, noun.start)) return false;
  if (attachedPreposition(doc, noun.start) !== 0 || isDefinite(doc, noun.start) !== isDefinite(doc, object)) return false;
  return (
    endsLikeOrigin(looseOfToken(doc, noun.start)) && (noun.actor !== null || nodeOf(doc, noun.start, 'nationality') !== null)
  );
}

const endsLikeOrigin = (key: string): boolean =>
  key.endsWith('\u064A') || key.endsWith('\u064A\u0629') || key.endsWith('\u064A\u0647');

/** "a shell of an Israeli tank", "a Turkish rocket": whose it was, and not where it was made ("of Russian make"). */
function originOf(doc: Doc, { kind, node, head, end }: NounPhrase): NounPhrase | null {
  const last = end - 1;
  if (kind !== 'thing' || last === head || !isWord(doc, last)) return null;
  if (!flown.has(field(node, 'category') ?? '') || isDefinite(doc, last) !== isDefinite(doc, last - 1)) return null;
  const origin = nodeOf(doc, last, 'nationality');
  if (origin === null || origin.end !== end || !endsLikeOrigin(looseOfToken(doc, last))) return null;
  // "a rocket, Iranian of make"
  if (end < doc.length && isWord(doc, end) && isDefinite(doc, end) && !hasConjunction(doc, end)) return null;
  return { ...newNoun(last, end, last, 'other'), node: origin };
}
const flown: ReadonlySet<string> = new Set(['aircraft', 'munition']);

/** The registered party that a weapon is said to belong to. */
function ownerOf(means: NounPhrase): NounPhrase | null {
  const { actor } = means;
  if (means.kind !== 'thing' || actor === null || actor.start <= means.head) return null;
  if (!fired.has(field(means.node, 'category') ?? '')) return null;
  return { ...means, start: actor.start, head: actor.start, kind: 'actor', node: actor, features: null, count: null };
}

/** "the use of force" */
export const isBareForce = ({ kind, features, actor, head, end, node }: NounPhrase): boolean =>
  kind === 'person' && actor === null && end === head + 1 && features?.number === 'sg' && field(node, 'unit') === 'group';

/** "the blowing up by a bomber of himself": before "himself" the adjective of the deed is a noun, and did it. */
export function ofHimself(doc: Doc, chunks: readonly Chunk[], k: number, h: Happening): void {
  const last = h.end - 1;
  const behind = chunks[k + 1]?.noun ?? null;
  if (last <= h.start || behind === null || behind.start !== h.end || nodeOf(doc, h.end, 'same') === null) return;
  const node = nodeOf(doc, last, 'person');
  if (node === null) return;
  h.actors.push({ ...behind, start: last, end: last + 1, head: last, kind: 'person', node, person: node });
  h.rules.push('event.noun-of-actor');
}

/** "the firing of ten rockets": what is fired is the means, nobody who acts. */
export function firedThings(h: Happening): void {
  const fired = h.actors.filter((a) => a.actor === null && field(a.node, 'category') === 'munition');
  h.actors = h.actors.filter((a) => !fired.includes(a));
  h.means.push(...fired);
}
