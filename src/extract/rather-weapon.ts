/** Words for marches and ambushes that are a weapon or a post here: "a hostile drone fired", "an attack on an ambush of the police". */
import { AL, BI } from '../lexicon/analyze.ts';
import type { Node } from '../rules/node.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { endsLikeFeminine } from './noun-closed.ts';
import { attackTypes, eventSense, lightSense } from './senses.ts';
import { featuresOf, field, hasConjunction, isDefinite, isDoubled, isWord, nodeOf, senseOf } from './words.ts';

/** How many chunks may stand between the attack and the weapon it was made with. */
const WITH = 5;

/**
 * "launched a drone" is written like "launched a march": after a verb of attack, in "an attack of drones", and in "killed by a drone" a word that is
 * also a weapon is the weapon.
 */
export function isRatherWeapon(doc: Doc, i: number, event: Node<any>, before: Chunk[]): boolean {
  const meaning = senseOf(event);
  if (meaning === null || eventSense(meaning).types[0] !== 'protest') return false;
  if (field(nodeOf(doc, i, 'thing'), 'means') !== 'yes') return false;
  // with its doubled letter it is no march
  if (opensFire(doc, i) || isDoubled(doc, i)) return true;
  const previous = before.at(-1);
  if (previous === undefined || hasConjunction(doc, i)) return false;
  const from = previous.kind === 'case' && previous.mark === 'from';
  if (from || (doc.bits[i] & BI) !== 0) return hurts(doc, before, from);
  if (isBroughtDown(before)) return true;
  const sense = senseOf(previous.node);
  if (sense === null) return false;
  if (!previous.finite)
    return (
      previous.kind === 'event' &&
      previous.end === i &&
      (featuresOf(previous.node!)?.pos === 'noun' || nodeOf(doc, i + 1, 'nationality') !== null) &&
      attackTypes.has(eventSense(sense).types[0])
    );
  if (previous.kind === 'light') return lightSense(sense).subject === 'actor';
  if (previous.kind !== 'event') return false;
  const { types, outcome } = eventSense(sense);
  // "killed | a drone | two youths", "destroyed | a drone | a vehicle": no march kills, and no march is killed
  const harms = outcome === 'killed' || outcome === 'injured' || types[0] === 'destruction';
  return attackTypes.has(types[0]) || (harms && previous.end === i && featuresOf(previous.node!)?.gender === 'f');
}

/** How many chunks of whoever did it may stand between "shot down" and what came down. */
const DOWNED = 2;

/** "the air defences | shot down | a drone", "a drone fell": no march is brought down. */
function isBroughtDown(before: readonly Chunk[]): boolean {
  let k = before.length - 1;
  // "the downing of | an American aircraft | unmanned": its adjective
  if (field(before[k].noun?.node ?? null, 'category') === 'aircraft') return false;
  while (k > 0 && k >= before.length - DOWNED && before[k].kind === 'noun') k--;
  const sense = before[k].kind === 'event' ? senseOf(before[k].node) : null;
  if (sense === null) return false;
  return (
    eventSense(sense).types[0] === 'weapons-disrupted' || (k === before.length - 1 && field(before[k].node, 'falls') === 'yes')
  );
}

/** How many words may describe a drone before its verb. */
const DESCRIBED = 5;

/** "a hostile drone fired", "a drone belonging to the army struck": no march does. */
function opensFire(doc: Doc, i: number): boolean {
  for (let t = i + 1; t < doc.length && t <= i + DESCRIBED && isWord(doc, t); t++) {
    if (hasConjunction(doc, t) || nodeOf(doc, t, 'case') !== null || nodeOf(doc, t, 'relative') !== null) return false;
    const acts = doc.at[t].find((n) => n.kind === 'event' && featuresOf(n)?.pos === 'verb');
    if (acts === undefined || doc.bits[t] !== 0) continue;
    const { gender, number, voice } = featuresOf(acts)!;
    const sense = senseOf(acts);
    return (
      sense !== null &&
      gender === 'f' &&
      number === 'sg' &&
      voice !== 'passive' &&
      doc.info[t].pronoun === null &&
      (fires.has(eventSense(sense).types[0]) || field(acts, 'aims') === 'yes')
    );
  }
  return false;
}
const fires: ReadonlySet<string> = new Set(['shelling', 'air-strike']);

/** "gunmen attacked the ambush of the police", "an attack on an ambush": what is attacked is a post, which Egyptians call so; nobody lies in wait there. */
export function isRatherPost(doc: Doc, i: number, before: Chunk[]): boolean {
  const thing = nodeOf(doc, i, 'thing');
  const post = field(thing, 'post') === 'yes' ? thing : null;
  if ((post ?? nodeOf(doc, i, 'event')) === null || (doc.bits[i] & BI) !== 0 || hasConjunction(doc, i)) return false;
  if (post === null && field(nodeOf(doc, i, 'event'), 'post') !== 'yes') return false;
  // "a security control": of two words, and no control
  if (post !== null && post.end > i + 1) return true;
  if (isBesidePost(doc, i, before)) return true;
  for (let k = before.length - 1; k >= 0 && k >= before.length - 4; k--) {
    const { kind, mark, node, finite } = before[k];
    const sense = kind === 'event' ? senseOf(node) : null;
    if (sense !== null)
      return attackTypes.has(eventSense(sense).types[0]) && (finite || before.at(-1)?.mark === 'on' || k === before.length - 1);
    if (kind === 'case' ? mark !== 'on' : kind !== 'noun' && kind !== 'word') return false;
  }
  return false;
}

/** "inside | a control", "near the control of X": Iraqis call a post so; nobody is in control of anything there. */
function isBesidePost(doc: Doc, i: number, before: readonly Chunk[]): boolean {
  if (before.length === 0 || isDefinite(doc, i)) return false;
  if (field(nodeOf(doc, i - 1, 'case'), 'beside') !== 'yes' && nodeOf(doc, i - 1, 'relation') === null) return false;
  for (let t = i + 1; t < doc.length && t <= i + 3 && isWord(doc, t); t++)
    if (field(nodeOf(doc, t, 'case'), 'role') === 'on') return false;
  return true;
}

/** The last acting word is an attack, or tells who was killed or hurt. */
function hurts(doc: Doc, before: readonly Chunk[], from: boolean): boolean {
  for (let k = before.length - 1; k >= 0 && k >= before.length - WITH; k--) {
    const { kind, node, finite, start } = before[k];
    if (kind === 'event') {
      const sense = senseOf(node);
      if (sense === null) return false;
      const { types, outcome } = eventSense(sense);
      return attackTypes.has(types[0]) || (!from && (outcome === 'killed' || outcome === 'injured'));
    }
    // "an attack that X carried out | with its drones"
    if (kind === 'light' && finite && doc.info[start].pronoun !== null) continue;
    if (kind !== 'noun' && kind !== 'place' && kind !== 'date' && kind !== 'word' && kind !== 'case') return false;
  }
  return false;
}

/** "the shelling of the artillery of X", "the targeting by a drone": written like a feminine adjective, which a masculine verbal noun does not take. */
export function isArtilleryOf(doc: Doc, t: number, end: number): boolean {
  if (isDefinite(doc, t) || field(nodeOf(doc, t, 'thing'), 'means') !== 'yes' || !endsLikeFeminine(doc, t)) return false;
  // "the raid of a drone, Iranian": the nation is the drone's
  if (field(nodeOf(doc, t, 'thing'), 'unmanned') === 'yes' && t + 1 < end && doc.bits[t + 1] === 0)
    if (nodeOf(doc, t + 1, 'nationality') !== null && endsLikeFeminine(doc, t + 1)) return true;
  const masculine = doc.at[t - 1].some(
    (n) => n.kind === 'event' && featuresOf(n)?.pos === 'masdar' && featuresOf(n)?.number === 'sg',
  );
  return (
    masculine &&
    !endsLikeFeminine(doc, t - 1) &&
    t + 1 < end &&
    isWord(doc, t + 1) &&
    !hasConjunction(doc, t + 1) &&
    (doc.bits[t + 1] <= AL || field(nodeOf(doc, t, 'thing'), 'unmanned') === 'yes')
  );
}
