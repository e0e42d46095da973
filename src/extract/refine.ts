/** The type of a happening, made more exact by who did it, with what, and to whom. */
import type { EventType, Outcome } from '../claim/reading.ts';
import type { Doc } from './doc.ts';
import { type Happening, takes } from './happening.ts';
import type { NounPhrase } from './noun-parts.ts';
import { isArmed } from './parties.ts';
import { BEATEN_OFF } from './repelled.ts';
import { setType } from './type-by-means.ts';
import { featuresOf, field, hasConjunction, isDefinite, isWord, nodeOf } from './words.ts';

/** "a drone killed two youths": what killed them flies, whatever word tells of their death. */
function killsFromAir(h: Happening): void {
  if (h.types[0] === 'killing' && h.actors.some(({ kind, node }) => kind === 'thing' && field(node, 'category') === 'aircraft'))
    setType(h, 'air-strike');
}

export function refineType(doc: Doc, h: Happening): void {
  fallenThing(h);
  if (h.rules.includes(BEATEN_OFF)) h.types = ['armed-clash', ...h.types];
  ownBody(doc, h);
  peopleBurned(h);
  peopleFreed(h);
  forcesCross(h);
  raidOnGround(h);
  forcesKill(h);
  killsFromAir(h);
  const thrown = h.types[0] === 'bombing' && h.finite && h.sense?.object === 'none';
  if (h.types[0] === 'shelling' || h.types[0] === 'attack' || h.types[0] === 'air-strike' || thrown) {
    for (const noun of [...h.actors, ...h.means]) {
      const type = typeIn(doc, noun);
      if (type === 'air-strike' || type === 'shelling') {
        setType(h, type);
        break;
      }
    }
  }
  if (
    h.types[0] === 'attack' &&
    h.types.includes('armed-clash') &&
    h.actors.some(armedParty) &&
    h.recipients.some(armedParty) &&
    !h.recipients.some((r) => r.count !== null)
  )
    setType(h, 'armed-clash');
  if (h.types[0] === 'killing' && h.figures.length > 0 && h.figures[0].scope === 'running-total') h.types = ['toll', ...h.types];
}

/** "stormed the village": two sides fight where the other one is named. For the whole report it is told together with fights. */
export function refineStorm(h: Happening): void {
  if (field(h.node, 'storms') !== 'yes' || h.types[0] !== 'armed-clash') return;
  if (h.actors.length < 2 && !h.recipients.some(armedParty)) h.types = ['attack', ...h.types];
}

/** "the fighters raided the post", "the tribe raided the camp": men on the ground, with no aircraft told of. */
function raidOnGround(h: Happening): void {
  if (h.types[0] !== 'air-strike' || field(h.node, 'raid') !== 'yes' || h.means.length > 0 || h.actors.length === 0) return;
  if (h.actors.every((a) => walks(a, h.finite))) h.types = ['attack', ...h.types];
}

/** "twelve were killed when the police broke up the march": whom forces kill fell in an attack, whatever the crowd did. */
function forcesKill(h: Happening): void {
  if (h.types[0] !== 'riot' || !h.types.includes('attack') || h.actors.length === 0) return;
  if (h.actors.every((a) => armedParty(a) || isArmed(a)) && h.figures.some((f) => f.outcome === 'killed' && f.low > 0))
    h.types = ['attack', ...h.types];
}

/** Fighters, gunmen, a tribe; an army or a state raids by air. */
function walks({ kind, actor, person, node }: NounPhrase, verb: boolean): boolean {
  const own = person ?? node;
  // "the group X raided the village", "gunmen of X": without aircraft of its own
  if (actor !== null) return rebels.has(field(actor, 'kind') ?? '') && (kind === 'person' || (kind === 'actor' && verb));
  if (kind !== 'person' || field(own, 'regular') === 'yes') return false;
  const who = field(own, 'who');
  return field(own, 'unit') === 'group' ? who === 'civilian' : who === 'combatant' || who === 'civilian';
}

const rebels: ReadonlySet<string> = new Set(['armed-group', 'militia']);

const armedParty = (noun: NounPhrase): boolean => noun.actor !== null && field(noun.actor, 'armed') === 'yes';

/** "the planes of", "the artillery of": a means that stands in the name of the doer. */
function typeIn(doc: Doc, noun: NounPhrase): EventType | null {
  for (let i = noun.start; i < noun.end; i++) {
    if (!isWord(doc, i) || (i > noun.start && saysThatTheyFight(doc, i)) || areWomen(doc, i)) continue;
    const type = field(nodeOf(doc, i, 'thing'), 'type') as EventType | undefined;
    if (type !== undefined) return type;
  }
  return null;
}

/** "the fighting factions": the word for a fighter plane behind a word with its article is an adjective. */
const saysThatTheyFight = (doc: Doc, i: number): boolean =>
  isDefinite(doc, i) && isDefinite(doc, i - 1) && nodeOf(doc, i, 'person') !== null;

/** "fighters (women) of the units of X", "fighters, men and women": they are written like fighter planes. */
function areWomen(doc: Doc, i: number): boolean {
  if (nodeOf(doc, i, 'person') === null) return false;
  const joined = i > 0 && hasConjunction(doc, i) ? nodeOf(doc, i - 1, 'person') : null;
  if (joined !== null && featuresOf(joined)?.number === 'pl') return true;
  return field(nodeOf(doc, i + 1, 'case'), 'role') === 'from' && field(nodeOf(doc, i + 2, 'person'), 'unit') === 'group';
}

/** How far behind its subject "himself" may stand ("a bomber wearing a belt blew himself up"). */
const REFLEXIVE = 4;

/** "a bomber blew himself up": what looks like the object is who did it. A suicide bomber who blows up a car does so as well. */
function ownBody(doc: Doc, h: Happening): void {
  const demolishes = h.types[0] === 'destruction' && h.types.includes('bombing');
  if (h.types[0] !== 'bombing' && !demolishes) return;
  if (!h.finite) {
    // "a car bomb driven by a suicide bomber", "by blowing himself up"
    if (demolishes ? reflexiveIn(doc, h.end, h.end + 1) >= 0 : areBombers(h)) h.types = ['suicide-bombing', ...h.types];
    return;
  }
  const people = [...h.recipients, ...h.actors];
  const self = Math.max(
    reflexiveIn(doc, h.end, h.end + 1),
    ...people.map((r) => reflexiveIn(doc, r.start, Math.min(r.end + REFLEXIVE, doc.length))),
  );
  if (self < 0) {
    if (!demolishes && areBombers(h)) h.types = ['suicide-bombing', ...h.types];
    return;
  }
  // "blew up | the building itself"
  if (demolishes && self !== h.end && !h.actors.some((a) => a.start < self && a.end >= self && a.head !== self)) return;
  if (h.actors.length > 0 && h.recipients.some((r) => r.kind === 'thing' && r.end >= self && r.start < self)) return;
  h.types = ['suicide-bombing', ...h.types];
  const own = h.recipients.filter((r) => r.start <= self && r.count === null);
  h.recipients = h.recipients.filter((r) => !own.includes(r));
  if (h.actors.length === 0) h.actors.push(...own.filter((r) => nodeOf(doc, r.head, 'reflexive') === null));
}

const areBombers = ({ actors }: Happening): boolean =>
  actors.length > 0 && actors.every(({ node }) => field(node, 'bomber') === 'yes');

function reflexiveIn(doc: Doc, from: number, to: number): number {
  for (let i = from; i < to; i++) if (nodeOf(doc, i, 'reflexive') !== null || nodeOf(doc, i, 'same') !== null) return i;
  return -1;
}

/** "burned ten youths": nobody is destroyed as a house is. */
function peopleBurned(h: Happening): void {
  const [first] = h.recipients;
  if (h.types[0] !== 'destruction' || !h.finite || first === undefined || first.kind !== 'person' || first.count === null) return;
  h.types = ['attack', 'killing'];
  h.rules.push('event.people-burned');
}

/** "freed ten hostages", but "freed the quarter from the gunmen": people who are counted are let go. */
function peopleFreed(h: Happening): void {
  if (!h.finite || h.types[0] !== 'territory' || field(h.node, 'frees') !== 'yes' || h.recipients.length === 0) return;
  // "freed three hostages from the grip of X": the party is whose grip it was
  const held = ({ kind, node }: NounPhrase): boolean => kind === 'outcome' && takes.has(field(node, 'value') as Outcome);
  const counted = ({ count, actor, kind }: NounPhrase): boolean => count !== null && actor === null && kind !== 'thing';
  if (!h.recipients.every((noun) => held(noun) || counted(noun))) return;
  h.types = ['release', ...h.types];
  h.outcome = 'released';
  for (const figure of h.figures) figure.outcome = 'released';
  h.rules.push('event.people-freed');
}

/** "tanks crossed the border", "the fighters left the base": forces move, the others flee. */
function forcesCross(h: Happening): void {
  const [first] = h.recipients;
  if (h.types[0] !== 'displacement' || !h.weak || first === undefined || h.figures.length > 0) return;
  if (!(first.kind === 'thing' && forces.has(field(first.node, 'category') ?? ''))) return;
  h.types = ['force-movement', ...h.types.filter((t) => t !== 'force-movement')];
  h.outcome = null;
  h.actors.push(...h.recipients.splice(0));
  h.rules.push('event.forces-cross');
}

const forces: ReadonlySet<string> = new Set(['vehicle', 'weapon', 'aircraft', 'military']);

/** "two rockets fell", "a plane fell": nobody died by the verb alone. */
function fallenThing(h: Happening): void {
  if (!fell(h)) return;
  h.outcome = null;
  // "the aircraft fell to the fire of X"
  const downed = field(h.recipients[0].node, 'category') === 'aircraft' && (h.actors.length > 0 || h.means.length > 0);
  h.types = downed ? ['weapons-disrupted', 'other'] : ['other'];
}

export const fell = ({ weak, outcome, recipients: [first], figures }: Happening): boolean =>
  weak && outcome === 'killed' && first?.kind === 'thing' && !figures.some((f) => f.low > 0);
