/**
 * A deed without a doer beside one whose doer is told, where the words tie the two: "X seized the town after battles", "X displaced families by the destruction of
 * their homes", "X shelled the town, besides the targeting of a mosque", "X raided the camp with the arrest of two".
 */
import type { EventType } from '../claim/reading.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { held } from './families.ts';
import type { Happening } from './happening.ts';
import { isForce, standsAlone } from './parties.ts';
import { attackTypes } from './senses.ts';
import { featuresOf, field, hasConjunction, nodeOf } from './words.ts';

/** How many chunks may lie between the end of the first deed and the second. */
const REACH = 3;

export function sameHands(doc: Doc, chunks: readonly Chunk[], k: number, h: Happening, found: readonly Happening[]): void {
  const last = found.at(-1);
  const cause = [last, found.at(-2)].find((f) => f !== undefined && f.actors.length > 0);
  if (
    !h.finite &&
    h.actors.length === 0 &&
    cause?.frame === h.frame &&
    cause.actors.every((a) => isForce(doc, a)) &&
    ledTo(doc, chunks, k, h, cause)
  ) {
    h.actors.push(...cause.actors);
    h.rules.push('event.same-hands');
    return;
  }
  const before = last !== undefined && isObject(last, found.at(-2)) ? found.at(-2) : last;
  if (h.finite || h.actors.length > 0 || before === undefined || before.actors.length === 0 || before.frame !== h.frame) return;
  if (isOneMore(doc, chunks, k, h, before)) {
    h.actors.push(...before.actors);
    h.rules.push('event.same-hands');
    return;
  }
  if (k - Math.max(before.until, last!.until) > REACH || !before.actors.every((a) => isForce(doc, a))) return;
  for (let j = before.chunk + 1; j < k; j++) if (parts.has(chunks[j].kind) || (chunks[j].finite && j !== before.light)) return;
  const link = chunks[k - 1];
  if (link.kind === 'case' && opensWay(link.mark, before, h)) h.actors.push(...before.actors);
  else if (h.types[0] === 'armed-clash') {
    // whoever takes a place after battles fought for it, against those he took it from
    if (!before.finite || !grounds.has(before.types[0]) || h.definite || link.kind !== 'case' || link.mark !== 'after') return;
    h.actors.push(...before.actors, ...before.recipients.filter((r) => isForce(doc, r)));
  } else if (!isDeed(h) && !(isManaged(before) && byHand(h))) return;
  else if (link.kind === 'cause') {
    if (before.types[0] !== 'displacement' || !before.finite || before.recipients.length === 0) return;
    h.actors.push(...before.actors);
  } else if (link.kind === 'additional' || (hasConjunction(doc, chunks[k].start) && before.until === k - 1)) {
    // the doer of both stands before the first: "X rose to the shelling of ..."
    const outside = before.rules.includes('event.control-verb') || before.rules.includes('event.light-verb');
    if (before.finite || !outside || !(isDeed(before) || isRaid(before) || (isManaged(before) && byHand(before)))) return;
    h.actors.push(...before.actors);
  } else return;
  h.rules.push('event.same-hands');
}

/** "X launched two raids on A, | and three raids on B": the next of a list, with nothing but a comma between the two. */
function isOneMore(doc: Doc, chunks: readonly Chunk[], k: number, h: Happening, before: Happening): boolean {
  if (h.types[0] !== before.types[0] || h.outcome !== null || before.finite || h.definite || before.definite) return false;
  if (h.types[0] === 'armed-clash' || !attackTypes.has(h.types[0])) return false;
  const count = chunks[k - 1].noun;
  const head = count !== null && count.kind === 'number' && count.actor === null ? k - 1 : k;
  // "and 3 raids": before a figure the "and" stands alone
  const alone = head < k && standsAlone(doc, chunks[head - 1]);
  const first = alone ? head - 1 : head;
  const gap = first - 1 - before.until;
  const comma = gap === 1 && chunks[first - 1].kind === 'mark' && chunks[first - 1].mark === 'comma';
  return (
    (alone || hasConjunction(doc, chunks[head].start)) && (gap === 0 || comma) && before.actors.every((a) => isForce(doc, a))
  );
}

/** "X besieged the house, which led to the capture of two": whoever acted brought it about. */
function ledTo(doc: Doc, chunks: readonly Chunk[], k: number, h: Happening, before: Happening): boolean {
  // "carried out an operation that led to the death of four and the arrest of seven"
  const operation =
    before.rules.includes('event.light-verb') &&
    before.node?.kind === 'carrier' &&
    (h.outcome === 'killed' || h.outcome === 'injured');
  if (!operation && (!brought.has(h.types[0]) || !causes.has(before.types[0]))) return false;
  if (before.actors.length > 2) return false;
  // "(operations) on the axes | of the movement of X | led to": where, and not what led to it
  if (chunks[before.chunk - 1]?.noun?.end === before.start && chunks[before.chunk - 2]?.kind === 'case') return false;
  let led = false;
  for (let j = Math.min(before.until, k - 1); j < k; j++) {
    const { kind, finite } = chunks[j];
    // "which forced the residents to flee"
    const compels =
      finite && field(nodeOf(doc, chunks[j].start, 'verb'), 'compels') === 'yes' && isWhich(doc, chunks[j].start - 1);
    if (kind === 'result' || compels) {
      led = true;
      continue;
    }
    if (parts.has(kind) || (finite && j > before.chunk && j !== before.light)) return false;
  }
  return led;
}

const isWhich = (doc: Doc, i: number): boolean =>
  i >= 0 && (nodeOf(doc, i, 'what') !== null || nodeOf(doc, i, 'adverb') !== null);

const brought: ReadonlySet<EventType> = new Set<EventType>([
  'detention',
  'abduction',
  'displacement',
  'destruction',
  'service-cut',
]);
const causes: ReadonlySet<EventType> = new Set<EventType>([
  'detention',
  'attack',
  'shelling',
  'air-strike',
  'bombing',
  'territory',
  'force-movement',
  'destruction',
]);

/** "X held the town after driving out Y", "X arrested two during the storming of the town": one deed made way for the other. */
function opensWay(mark: string, before: Happening, h: Happening): boolean {
  if (!before.finite || h.definite || h.sense?.subject !== 'actor') return false;
  if (mark === 'after' && before.types[0] === 'territory' && h.recipients.length > 0) return isDeed(h) || takesFrom(h);
  // a raid on a place in which somebody is taken is told as his arrest (guidelines, 8)
  const told = held.has(before.types[0]) && h.types[0] === 'force-movement' && h.recipients.length === 0;
  if (mark === 'during' && told) return false;
  return (mark === 'after' || mark === 'during') && taken.has(before.types[0]) && isRaid(h);
}

/** "the expulsion of X": from whom a place was taken. */
const takesFrom = ({ types }: Happening): boolean => types[0] === 'territory';
const taken: ReadonlySet<EventType> = new Set<EventType>(['detention', 'abduction', 'killing', 'attack', 'weapons-disrupted']);
/** "the storming of the village", "the raiding of a house" */
const isRaid = ({ types, outcome, node }: Happening): boolean =>
  outcome === null &&
  // "during a campaign of raids": no news beside the arrests
  featuresOf(node!)?.number !== 'pl' &&
  (types[0] === 'force-movement' || field(node, 'storms') === 'yes');

/** "regained control of": the verb and its object. */
const isObject = (noun: Happening, verb: Happening | undefined): boolean =>
  verb?.finite === true && !noun.finite && noun.actors.length === 0 && noun.types[0] === verb.types[0];

const parts: ReadonlySet<string> = new Set(['that', 'contrast', 'reset', 'relative', 'result', 'conjunction']);

const grounds: ReadonlySet<EventType> = new Set<EventType>(['territory', 'force-movement']);

const taking: ReadonlySet<EventType> = new Set<EventType>(['detention', 'abduction', 'destruction']);

/** "managed to kill an officer and to capture two soldiers": both are of whoever managed it. */
const isManaged = (h: Happening): boolean => h.rules.includes('event.control-verb');
const byHand = (h: Happening): boolean => h.sense?.subject === 'actor' && h.types[0] === 'killing';

/** What somebody does: no clash, and no bare death. */
const isDeed = (h: Happening): boolean =>
  (attackTypes.has(h.types[0]) && h.types[0] !== 'armed-clash' && h.outcome === null) || taking.has(h.types[0]);
