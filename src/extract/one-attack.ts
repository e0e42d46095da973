/** Two words for one attack: "targeted ... with a raid", "the explosion of a mine", "the attack, which targeted", "a raid destroyed". */
import type { EventType } from '../claim/reading.ts';
import { BI } from '../lexicon/analyze.ts';
import { goesOnAiming } from './aimed.ts';
import { isAnother } from './another-attack.ts';
import { countsPeople } from './apart.ts';
import { isSetting } from './attack-subject.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { isFormer } from './earlier.ts';
import { compatible, isAttack, otherPlace } from './families.ts';
import { absorb, type Happening } from './happening.ts';
import { isLaterDeed } from './later-deed.ts';
import { newNoun } from './noun-parts.ts';
import { DOER_BY_PRONOUN } from './own-object.ts';
import { isForce, sameActor } from './parties.ts';
import { isSeized } from './seized-arms.ts';
import { CARRIED_OFF } from './sites.ts';
import { setType } from './type-by-means.ts';
import { field, hasConjunction, nodeOf } from './words.ts';

/** The rule of an attack that is told to have come after or before the attack told before. */
export const BESIDE_ANOTHER = 'event.beside-another';

export function joinAttacks(doc: Doc, chunks: readonly Chunk[], found: Happening[]): Happening[] {
  const kept: Happening[] = [];
  for (const h of found) {
    const verb = kept.at(-1);
    if (verb !== undefined && isObjectOf(chunks, verb, h)) {
      // "(laid) the police hands on three men": who stands before the object did it
      if (h.recipients.length > 0 && verb.actors.length === 0) verb.actors = verb.recipients.splice(0);
      absorb(verb, h);
      continue;
    }
    if (
      verb !== undefined &&
      !h.finite &&
      h.definite &&
      verb.types[0] === h.types[0] &&
      verb.group === h.group &&
      h.chunk - verb.chunk <= 2 &&
      h.outcome === null &&
      (verb.finite || h.chunk === verb.chunk + 1)
    ) {
      // "regained control of": the verb and its object are one happening
      absorb(verb, h);
      continue;
    }
    if (verb !== undefined && (isDuringIt(doc, chunks, verb, h) || isInBattle(chunks, verb, h))) {
      absorb(verb, h);
      continue;
    }
    if (verb !== undefined && isLedAway(doc, verb, h)) {
      h.recipients = [];
      absorb(verb, h);
      continue;
    }
    if (verb !== undefined && isSeized(doc, chunks, verb, h)) {
      // what was seized or defused did not go off
      // "the defusing by X (of) an explosive charge"
      if (verb.recipients.length === 1 && isForce(doc, verb.recipients[0]) && verb.rules.includes('event.noun-of-recipient'))
        verb.actors.push(...verb.recipients.splice(0));
      verb.recipients.push(newNoun(h.start, h.end, h.start, 'thing'));
      absorb(verb, h);
      continue;
    }
    if (verb !== undefined && isRidden(doc, chunks, verb, h)) {
      absorb(verb, h);
      continue;
    }
    if (verb !== undefined && wentOff(doc, chunks, verb, h)) {
      if (h.types[0] !== 'bombing') verb.types = [...h.types];
      absorb(verb, h);
      continue;
    }
    const before = kept.findLast((p) => isAttack(p) || p.types[0] === 'other');
    if (
      before !== undefined &&
      (isAttack(h) || (wreaks(h) && !isOthersDeed(before, h))) &&
      before.group === h.group &&
      oneAttack(doc, chunks, before, h)
    ) {
      refine(before, h);
      if (!h.finite && before.finite && before.sense?.weak) {
        before.start = h.start;
        before.end = h.end;
      }
      absorb(before, h);
      before.rules.push('event.same-attack');
      continue;
    }
    kept.push(h);
  }
  return kept;
}

/** "in answer to the attacks of X, | Y destroyed a bulldozer": each has a doer of its own. */
const isOthersDeed = (attack: Happening, h: Happening): boolean =>
  h.finite &&
  attack.actors.length > 0 &&
  h.actors.length > 0 &&
  !h.actors.some((a) => attack.actors.some((b) => a.start === b.start || sameActor(a, b)));

/** "kidnapped four men and led them away": one taking, told by two words. */
const isLedAway = (doc: Doc, verb: Happening, h: Happening): boolean =>
  (verb.types[0] === 'abduction' || verb.types[0] === 'detention') &&
  h.types[0] === 'detention' &&
  verb.group === h.group &&
  field(h.node, 'leads-away') === 'yes' &&
  h.figures.length === 0 &&
  doc.info[h.start].pronoun !== null &&
  (verb.types[0] === 'abduction'
    ? h.recipients.every((r) => r.kind !== 'person' || verb.recipients.some((v) => v.start === r.start))
    : h.recipients.length === 0);

/** "a campaign of arrests | in the course of which (it) arrested 30": one taking. */
const isDuringIt = (doc: Doc, chunks: readonly Chunk[], campaign: Happening, h: Happening): boolean =>
  campaign.types[0] === 'detention' &&
  h.types[0] === 'detention' &&
  !campaign.finite &&
  h.finite &&
  campaign.group === h.group &&
  campaign.recipients.length + campaign.figures.length === 0 &&
  chunks[h.chunk + 1]?.kind === 'case' &&
  doc.info[chunks[h.chunk + 1].start].pronoun !== null;

/** "inflicted losses on the attackers | in | a battle": where they were inflicted, with nobody of its own. */
const isInBattle = (chunks: readonly Chunk[], verb: Happening, h: Happening): boolean => {
  const link = chunks[h.chunk - 1];
  return (
    verb.finite &&
    verb.types[0] === 'armed-clash' &&
    h.types[0] === 'armed-clash' &&
    !h.finite &&
    !h.definite &&
    verb.group === h.group &&
    h.actors.length + h.recipients.length + h.figures.length === 0 &&
    link?.kind === 'case' &&
    within.has(link.mark)
  );
};

/** "a raid destroyed": damage that an attack does is part of the attack. */
const wreaks = (h: Happening): boolean => h.finite && h.types[0] === 'destruction' && !h.rules.includes(CARRIED_OFF);

const generic: ReadonlySet<EventType> = new Set<EventType>(['attack', 'other', 'armed-clash', 'bombing', 'shelling']);

function refine(into: Happening, from: Happening): void {
  const [a] = into.types;
  const [b] = from.types;
  if (a === b) return;
  if (a === 'attack' || a === 'other') setType(into, b);
  else if (generic.has(a) && !generic.has(b) && into.types.length > 1) setType(into, b);
}

export const within: ReadonlySet<string> = new Set(['in', 'during', 'frame']);

/** "After the killing of five in an ambush, | the army shelled the town": the sentence tells another deed. */
function isWhatWentBefore(chunks: readonly Chunk[], a: Happening, b: Happening): boolean {
  const comma = chunks[b.chunk - 1];
  if (comma?.kind !== 'mark' || comma.mark !== 'comma') return false;
  for (let k = a.chunk - 1; k >= 0 && chunks[k].kind !== 'mark'; k--)
    if (chunks[k].kind === 'case' && chunks[k].mark === 'after') return chunks[k + 1].kind === 'event';
  return false;
}

function oneAttack(doc: Doc, chunks: readonly Chunk[], a: Happening, b: Happening): boolean {
  // "carried out, during the fighting, two raids"
  if (b.light >= 0 && b.light < a.chunk && a.light < 0 && !a.finite) return false;
  const gap = chunks.slice(a.chunk + 1, b.chunk);
  const broken = gap.some(
    (c) => c.kind === 'contrast' || c.kind === 'reset' || (c.kind === 'mark' && (c.mark === 'semicolon' || c.mark === 'colon')),
  );
  // "fought X in the village, and also the aircraft shelled the town": a deed of its own
  if (b.finite && chunks[b.chunk - 1].kind === 'according' && !a.definite) return false;
  // "attacked a patrol ..., and four soldiers were also killed by a bomb": another attack
  if (!b.definite && gap.some((c, n) => c.kind === 'according' && isCasualtyVerb(chunks[a.chunk + n + 2]))) return false;
  // "an explosion, followed by an attack of two bombers": who did the second is not told of the first
  if (b.actors.length > 0 && gap.some((c) => field(c.node, 'follows') === 'yes' && doc.info[c.start].pronoun !== null))
    return false;
  // "the shelling came after the killing of three in a raid": the raid is told of the killing
  if (!a.finite && a.definite && !b.finite && gap.some((c, n) => isAfter(c) && gap[n + 1]?.kind === 'event')) return false;
  // "a gunman was killed after his killing of two": he is among the dead of no deed of his own
  if (b.rules.includes(DOER_BY_PRONOUN) || a.rules.includes(DOER_BY_PRONOUN)) return false;
  if (isLaterDeed(chunks, b) || (isAnother(doc, b) && gap.some(countsPeople))) return false;
  // "answered the attack with shelling": two deeds of two sides
  if (broken || b.rules.includes('event.answer')) return false;
  // "attacked the patrol after the explosion": two deeds
  const tie = chunks[b.chunk - 1];
  if (a.finite && !b.finite && tie.kind === 'case' && (tie.mark === 'after' || tie.mark === 'before')) {
    if (b.definite) a.rules.push(BESIDE_ANOTHER);
    return false;
  }
  // "the worst since the end of the war": a time
  if (gap.some((c) => c.kind === 'case' && c.mark === 'since') && !b.finite && b.actors.length > 0) return false;
  if (followsAtOnce(doc, chunks, b)) return compatible(a.types[0], b.types[0]);
  // "raids on A, besides the killing of two by shelling of B"
  if (!b.finite && otherPlace(a, b) && gap.some((c) => c.kind === 'event' && countsPeople(c))) return false;
  if (b.finite) {
    // "a group that records violations, announced that X shelled": what describes the speaker is no deed of what he tells
    if (!a.finite && a.figures.length === 0 && gap.some((c) => c.kind === 'that') && !gap.some((c) => c.kind === 'relative'))
      return false;
    if (goesOnShooting(doc, chunks, a, b) || (a.finite && saysWhatItHit(doc, chunks, a, b))) return true;
    if (a.finite || (b.actors.length > 0 && isWhatWentBefore(chunks, a, b))) return false;
    // "shelling hit the market", "the attack, which targeted": the verb's subject is the attack
    if (hasConjunction(doc, chunks[b.chunk].start)) return goesOnAiming(chunks, a, b);
    if (b.actors.length > 0 && isSetting(doc, chunks, a) && !gap.some((c) => c.kind === 'relative')) return false;
    if (
      b.actors.some((actor) => actor.start < b.start && actor.start > a.end && actor.actor !== null && !a.actors.includes(actor))
    )
      return a.until >= b.chunk - 2 && a.actors.some((x) => x.start === actor0(b));
    return !gap.some(
      (c) =>
        (c.kind === 'event' || c.kind === 'verb' || c.kind === 'say' || c.kind === 'light') && c.finite && c !== chunks[a.light],
    );
  }
  // "this is the third raid, and the two raids before it killed 52"
  if (isFormer(doc, b)) return false;
  if (isMassacreBy(doc, chunks, a, b)) return true;
  const { bits, start } = chunks[b.chunk];
  // "detonated a mine", "detonated a car bomb": the thing set off is in the lists as what it does
  if (a.finite && setOff(a, b) && !b.definite && !hasConjunction(doc, start))
    if (chunks[beforeDay(chunks, b.chunk)].kind === 'noun' || b.chunk === a.chunk + 1) return true;
  // "stepped up the attacks and the firing": two words of one breath, of which one says nothing more
  if (b.chunk === a.chunk + 1 && !a.finite && hasConjunction(doc, start) && isBare(a))
    return (a.types[0] === 'attack' || b.types[0] === 'attack') && compatible(a.types[0], b.types[0]);
  // "the explosion of a mine", "the shelling of a raid": a genitive of the same thing
  if (b.chunk === a.chunk + 1 && !a.finite && !hasConjunction(doc, chunks[b.chunk].start)) return true;
  // "explosions | by car bombs | and an explosive charge": what it was done with
  if (hasConjunction(doc, start) && a.parts.includes(b.chunk - 1) && isMeans(chunks[b.chunk - 1], b)) return true;
  // "targeted ... with a raid", "struck by shelling"
  // "targeted with several | raids"
  const counted =
    chunks[b.chunk - 1]?.noun?.kind === 'number' && chunks[b.chunk - 1].end === b.start ? chunks[b.chunk - 1].bits : 0;
  // but "the attack, which began with the blowing up of": that verb is of the attack
  // and of "an attack men made(it) with a car bomb" the verb takes up the attack
  const verb = b.light > a.chunk && chunks[b.light].finite ? chunks[b.light] : null;
  const ownVerb = verb !== null && chunks[b.light - 1].kind !== 'relative' && doc.info[verb.start].pronoun === null;
  if (
    ((bits | counted) & BI && !ownVerb) ||
    (b.chunk > 0 && (chunks[b.chunk - 1].kind === 'agent' || chunks[b.chunk - 1].mark === 'means'))
  )
    return !hasConjunction(doc, chunks[b.chunk].start);
  // "the mines, and the sniping": two deeds are told
  if (
    b.definite &&
    !(hasConjunction(doc, start) && a.types[0] !== b.types[0]) &&
    b.recipients.length === 0 &&
    b.figures.length === 0 &&
    b.places.length === 0 &&
    compatible(a.types[0], b.types[0])
  )
    return true;
  const link = chunks[b.chunk - 1];
  if (link?.kind === 'cause' && isHeard(a, b)) {
    a.start = b.start;
    a.end = b.end;
    a.sense = b.sense;
    a.node = b.node;
    a.types = [...b.types];
    return true;
  }
  // "during an attack": the first word is part of it
  if (
    link !== undefined &&
    (link.kind === 'cause' || (link.kind === 'case' && within.has(link.mark))) &&
    // "in the clashes, besides the killing of four | by shelling": what the shelling did is told
    !gap.some((c, n) => c.kind === 'event' && countsPeople(c) && isBesides(gap[n - 1])) &&
    a.figures.length === 0 &&
    a.recipients.length === 0 &&
    compatible(a.types[0], b.types[0])
  )
    return true;
  return false;
}

const isAfter = ({ kind, mark }: Chunk): boolean => kind === 'case' && mark === 'after';

/** "a bomber set off, on Wednesday, | a car bomb": the chunk before the day between commas. */
function beforeDay(chunks: readonly Chunk[], at: number): number {
  const aside = chunks[at - 1].mark === 'comma' && chunks[at - 2]?.kind === 'date' && chunks[at - 3]?.mark === 'comma';
  return aside && at > 3 ? at - 4 : at - 1;
}

const isMeans = ({ kind, finite, bits }: Chunk, { types, actors, recipients, definite }: Happening): boolean =>
  kind === 'event' &&
  !finite &&
  (bits & BI) !== 0 &&
  explosions.has(types[0]) &&
  !definite &&
  actors.length + recipients.length === 0;

/** "in addition to", "and". */
const isBesides = (before: Chunk | undefined): boolean => before?.kind === 'additional' || before?.kind === 'continue';

const setOff = (a: Happening, b: Happening): boolean =>
  b.types[0] === 'mine' || (a.types[0] === 'bombing' && b.types[0] === 'bombing' && b.actors.length === 0);

/** "dropped barrels on the quarter, which led to a massacre": what the attack is called for its victims. */
function isMassacreBy(doc: Doc, chunks: readonly Chunk[], a: Happening, b: Happening): boolean {
  if (field(b.node, 'massacre') !== 'yes' || b.definite || b.actors.length > 0) return false;
  const from = b.light >= 0 && b.light < b.chunk ? b.light : b.chunk;
  if (hasConjunction(doc, chunks[from].start)) return false;
  // "a raid on X led to a massacre" begins with its verb
  return chunks[a.chunk - 1]?.kind === 'result' || chunks.slice(a.chunk + 1, from).some(({ kind }) => kind === 'result');
}

const isCasualtyVerb = (chunk: Chunk | undefined): boolean =>
  chunk?.kind === 'event' && chunk.finite && countsPeople(chunk) && (chunk.bits & BI) === 0;

/** "explosions shook the town because of raids": what was heard of an attack that is named. */
const isHeard = (a: Happening, b: Happening): boolean =>
  a.types[0] === 'bombing' &&
  a.sense?.subject === 'none' &&
  a.figures.length + a.recipients.length === 0 &&
  strikes.has(b.types[0]);

const strikes: ReadonlySet<EventType> = new Set<EventType>(['air-strike', 'shelling', 'armed-clash', 'attack', 'mine']);

/** The object without which the verb tells nothing is in the lists a word of the same happening. */
const isObjectOf = (chunks: readonly Chunk[], verb: Happening, h: Happening): boolean => {
  const { object } = chunks[verb.chunk];
  return verb.finite && !h.finite && verb.types[0] === h.types[0] && object >= h.start && object < h.end;
};

/** "exploded a car bomb", "went off yesterday an IED": what exploded stands behind its verb, in the lists a happening of its own. */
function wentOff(doc: Doc, chunks: readonly Chunk[], verb: Happening, h: Happening): boolean {
  if (!verb.finite || h.finite || verb.sense?.subject !== 'none' || verb.group !== h.group || !explosions.has(h.types[0]))
    return false;
  if (!explosions.has(verb.types[0]) || !isBare(verb) || hasConjunction(doc, chunks[h.chunk].start)) return false;
  return chunks.slice(verb.chunk + 1, h.chunk).every((c) => c.kind === 'date' || c.kind === 'word');
}

/** "blew up | a bomber | who drives | a car bomb | himself": what he came in is what he blew up. */
const isRidden = (doc: Doc, chunks: readonly Chunk[], verb: Happening, h: Happening): boolean =>
  verb.finite &&
  !h.finite &&
  verb.group === h.group &&
  explosions.has(verb.types[0]) &&
  h.types[0] === 'bombing' &&
  chunks[h.chunk - 1].finite &&
  !hasConjunction(doc, chunks[h.chunk - 1].start) &&
  field(nodeOf(doc, chunks[h.chunk - 1].start, 'verb'), 'aboard') === 'rides';

const explosions: ReadonlySet<EventType> = new Set<EventType>(['bombing', 'suicide-bombing', 'mine']);

const isBare = (h: Happening): boolean => h.figures.length + h.recipients.length + h.places.length === 0;

/** "an attack with a rocket which an attack with guns followed": two stages of one. */
function followsAtOnce(doc: Doc, chunks: readonly Chunk[], b: Happening): boolean {
  const link = chunks[b.chunk - 1];
  return (
    !b.finite && link?.finite === true && field(nodeOf(doc, link.start, 'verb'), 'follows') === 'yes' && link.end === b.start
  );
}

/** "an attack that two men made on the museum, and they opened fire on visitors": how it was made. */
function goesOnShooting(doc: Doc, chunks: readonly Chunk[], a: Happening, b: Happening): boolean {
  if (a.types[0] !== 'attack' || b.types[0] !== 'attack' || !shoots(chunks[b.chunk])) return false;
  if (!hasConjunction(doc, chunks[b.chunk].start) || a.figures.length > 0) return false;
  return b.places.length === 0 && a.actors.length > 0 && b.actors.every((x) => a.actors.some((y) => y.start === x.start));
}

/** "a bomb went off | targeting (it targeted) a patrol", "a car bomb went off in X, | it targeted": what went off is the subject of the verb behind it. */
function saysWhatItHit(doc: Doc, chunks: readonly Chunk[], a: Happening, b: Happening): boolean {
  if (b.types[0] !== 'attack' || !blasts.has(a.types[0]) || b.light >= 0 || hasConjunction(doc, chunks[b.chunk].start))
    return false;
  const gap = chunks.slice(a.chunk + 1, b.chunk);
  const isPart = (n: number): boolean => a.parts.includes(a.chunk + 1 + n);
  return (
    b.actors.length === 0 &&
    gap.some(({ noun }, n) => noun !== null || isPart(n)) &&
    gap.every(({ kind, mark }, n) => isPart(n) || (kind === 'mark' ? mark === 'comma' : inBlast.has(kind)))
  );
}
const blasts: ReadonlySet<EventType> = new Set<EventType>(['bombing', 'suicide-bombing', 'shelling', 'mine']);
const inBlast: ReadonlySet<string> = new Set(['noun', 'case', 'place', 'date', 'word']);

/** "opened fire": a verb with its object. */
const shoots = (chunk: Chunk): boolean => chunk.object >= 0 || chunk.end - chunk.start > 1;

const actor0 = (h: Happening): number => h.actors[0]?.start ?? -1;
