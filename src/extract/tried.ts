/** "foiled an attempt to steal in and killed nine": those killed stand beside the foiling, not inside what was only tried. */
import { FA } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import { isArmed } from './parties.ts';
import { eventSense } from './senses.ts';
import { featuresOf, field, hasConjunction, nodeOf, senseOf } from './words.ts';

/** How many chunks may stand between the foiling and what was foiled. */
const REACH = 4;

/** Deeds done to people: "an attempt to abduct and kill three" is of both. */
const toPeople: ReadonlySet<string> = new Set([
  'killing',
  'execution',
  'abduction',
  'detention',
  'release',
  'displacement',
  'sexual-violence',
]);

/** The deed at a chunk is a noun for what was tried or foiled and befalls nobody by itself. */
export function isOnlyTried(doc: Doc, chunks: readonly Chunk[], k: number): boolean {
  const { kind, finite, node } = chunks[k];
  const sense = kind === 'event' && !finite ? senseOf(node) : null;
  if (sense === null) return false;
  const { types, outcome } = eventSense(sense);
  if (outcome !== null || toPeople.has(types[0])) return false;
  return isTry(chunks[k - 1]) || foiling(doc, chunks, k) >= 0;
}

const isTry = (chunk: Chunk | undefined): boolean =>
  chunk?.kind === 'unreal' && !chunk.finite && tries.has(field(chunk.node, 'kind') ?? '');
const tries: ReadonlySet<string> = new Set(['attempt', 'plan']);

/** The chunk of the verb or verbal noun of foiling that has the deed for its object; -1 without one. */
function foiling(doc: Doc, chunks: readonly Chunk[], k: number): number {
  for (let j = k - 1; j >= 0 && j >= k - REACH; j--) {
    const { kind, start, finite } = chunks[j];
    if (doc.at[start].some((n) => n.kind === 'governor' && n.word?.exact === true && field(n, 'kind') === 'prevention')) return j;
    if (finite || (kind !== 'noun' && kind !== 'unreal' && kind !== 'word' && kind !== 'date')) return -1;
  }
  return -1;
}

/** "foiled | an attempt to steal in | and killed nine": a verb of harm or of seizing, joined to the verb of foiling; "so (he) killed", which joins no two nouns. */
export function foiledAndTook(doc: Doc, i: number, before: readonly Chunk[], k: number): boolean {
  if (doc.bits[i] & FA && takesPeople(doc, i)) return true;
  const at = isOnlyTried(doc, before, k) ? foiling(doc, before, k) : beatingOff(before, k);
  return at >= 0 && before[at].finite && takesPeople(doc, i);
}

/** "repelled | the attack of X | and killed nine": the chunk of the verb of beating back right before the attack or its subject; -1 without one. */
function beatingOff(before: readonly Chunk[], k: number): number {
  const sense = before[k].kind === 'event' && !before[k].finite ? senseOf(before[k].node) : null;
  if (sense === null || eventSense(sense).outcome !== null) return -1;
  let at = k - 1;
  while (at > 0 && at > k - REACH && before[at].kind === 'noun') at--;
  return field(before[at]?.node ?? null, 'repels') === 'yes' ? at : -1;
}

const takesPeople = (doc: Doc, i: number): boolean =>
  doc.at[i].some((node) => {
    const sense = node.kind === 'event' && featuresOf(node)?.tense === 'past' ? senseOf(node) : null;
    return sense !== null && eventSense(sense).outcome !== null;
  });

/** What is joined behind something only tried took place: "an attempt to steal in, and killed". */
export const isBesideTry = (doc: Doc, chunks: readonly Chunk[], tried: number, deed: number): boolean =>
  hasConjunction(doc, chunks[deed].start) &&
  befallsPeople(chunks[deed]) &&
  // "an attempt to murder X, and she killed": no verb is tried beside a noun
  (isOnlyTried(doc, chunks, tried) || (tookPlace(doc, chunks[deed]) && !chunks[tried].finite && isTry(chunks[tried - 1])));

/** "and killed": joined to a verb before, in the past. */
export const tookPlace = (doc: Doc, { start, finite, node }: Chunk): boolean =>
  finite && hasConjunction(doc, start) && featuresOf(node!)?.tense === 'past';

/** "the foiling of | an attempt | at smuggling | and the arrest of five": they were seized by those who foiled it. */
export const isSeizedBeside = (doc: Doc, chunks: readonly Chunk[], attempt: number, h: Happening): boolean =>
  isTry(chunks[attempt]) &&
  hasConjunction(doc, chunks[h.chunk].start) &&
  (h.types[0] === 'detention' || h.recipients.some(isArmed)) &&
  foiling(doc, chunks, attempt) >= 0;

const befallsPeople = ({ kind, node }: Chunk): boolean => {
  const sense = kind === 'event' ? senseOf(node) : null;
  return sense !== null && eventSense(sense).outcome !== null;
};

/** "fired on demonstrators | who tried | to storm the consulate, and killed four": those whom the first deed hit did not die in what they tried. */
export function isOthersTry(doc: Doc, chunks: readonly Chunk[], a: Happening, attacks: readonly Happening[]): boolean {
  const verb = chunks[a.chunk - 1];
  if (a.finite || verb?.finite !== true || hasConjunction(doc, verb.start)) return false;
  if (field(nodeOf(doc, verb.start, 'unreal'), 'kind') !== 'attempt') return false;
  let k = a.chunk - 2;
  while (k > 0 && (chunks[k].kind === 'was' || chunks[k].kind === 'relative')) k--;
  const noun = chunks[k]?.noun ?? null;
  return noun !== null && attacks.some((b) => b.chunk < k && b.group === a.group && b.recipients.includes(noun));
}
