/** Whether a telling says enough to be a claim: a word of violence that only gives the time, the place or the aim of something else is none. */
import { BI, LI } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import { isCommentary } from './commentary.ts';
import { contextEnd } from './date-values.ts';
import { daysBetween } from './days.ts';
import { TAKEN_UP } from './deed-taken-up.ts';
import type { Doc } from './doc.ts';
import { isAttack, isCasualty } from './families.ts';
import { GOES_ON } from './ground.ts';
import type { Happening } from './happening.ts';
import { itemAt } from './item-at.ts';
import { isMishap } from './mishaps.ts';
import type { NounPhrase } from './noun-parts.ts';
import { isOfOffice } from './of-office.ts';
import { ORDEAL } from './own-ordeal.ts';
import { isOnlyArms } from './seized-arms.ts';
import { eventSense } from './senses.ts';
import type { Telling } from './story.ts';
import { isSinceThat } from './time-apart.ts';
import { featuresOf, field, hasConjunction, isDefinite, nodeOf, senseOf } from './words.ts';
import { isOfWork } from './works.ts';

/** Places in a clause where a verbal noun does not tell: what something is about, against, for, or part of. */
const aside: ReadonlySet<string> = new Set(['regarding', 'from', 'against', 'charge', 'other', 'support']);
/** Places where it gives the time or the setting: only a fuller phrase tells something there. */
const setting: ReadonlySet<string> = new Set(['after', 'before', 'during', 'in', 'amid', 'since', 'with', 'beside', 'frame']);

export function usable(doc: Doc, chunks: readonly Chunk[], used: Uint8Array, t: Telling, published: string | null): boolean {
  const { h } = t;
  // "entered the house to arrest somebody": nobody was arrested yet
  if (!h.finite && aims.has(h.types[0]) && h.light < 0 && isAim(doc, chunks, used, h)) return false;
  if (isPrevented(chunks, h) || isAsked(chunks, h) || isCommentary(doc, chunks, t) || isOfWork(doc, chunks, h)) return false;
  // "used the name for": nothing is told to have been used against anybody
  if (h.sense?.object === 'means' && h.sense.needs === null && h.means.length === 0 && !isArmed(doc, chunks, h)) return false;
  if (isMishap(doc, chunks, h) || isOfOffice(doc, h) || isLabel(doc, chunks, h)) return false;
  if (h.figures.length > 0) return !isNotice(h);
  if (h.rules.includes(TAKEN_UP)) return h.actors.length > 0;
  if (isOnlyArms(doc, h) || isDeemed(chunks, h)) return false;
  if (isLeftUntold(chunks, h) || isWithout(chunks, h)) return false;
  if (isHistory(t, published) || t.judged.rule === 'reality.habit' || isDescription(chunks, h)) return false;
  const parties = h.actors.length + h.recipients.length;
  // a place that is only lent by what was told before makes no claim of it
  const places = h.rules.includes(GOES_ON) ? 0 : h.places.length;
  if (h.types[0] === 'toll' || isSinceIt(doc, chunks, h)) return false;
  // "the end of the war", "stopping the fighting"
  if (h.types[0] === 'armed-clash' && !h.finite && isOver(doc, h.start)) return false;
  // "a ship that flies the flag of X": people protest
  if (h.types[0] === 'protest' && h.actors.every((a) => a.kind === 'thing' && a.actor === null))
    if (h.actors.length > 0 || (h.finite && h.rules.includes('event.relative-clause'))) return false;
  // "a breach of the agreement of a ceasefire": one thing, told by its first word
  const before = chunks[h.chunk - 1];
  const sense = before?.kind === 'event' && !before.finite && !h.finite ? senseOf(before.node) : null;
  if (h.types[0] === 'agreement' && sense !== null && eventSense(sense).types[0] === 'agreement') return false;
  // "seized a ship, in the first operation of its kind": the same deed
  if (isOfItsKind(doc, chunks, h)) return false;
  // "there is no solution": only somebody who is not somewhere is told of
  if (h.sense?.stance === 'denied' && h.types[0] === 'situation')
    return isSomebody(doc, h) && (places > 0 || isSomewhere(chunks, h));
  // "the identification of his body": only those counted are told of
  if (h.outcome === 'other') return false;
  if (h.types[0] === 'other' || h.types[0] === 'situation')
    return parties > 0 && (h.finite || places > 0 || chunks[h.chunk].object >= 0);
  // "the arrival of 11 dead and 35 wounded" at a hospital: those are counted, nobody moved
  if (h.types[0] === 'force-movement' && parties > 0 && [...h.actors, ...h.recipients].every(isVictim)) return false;
  // "the arrival of two wounded by the bullets of the army"
  if (h.types[0] === 'force-movement' && !h.finite && bringsVictims(chunks, h)) return false;
  const placed = h.places.length > 0 || h.rules.includes('place.left-open');
  // "treated three who were hurt", whom nothing counts here: of nobody
  if (h.finite && isCasualty(h) && parties + places + h.means.length === 0) return false;
  if (h.finite) return parties > 0 || isAttack(h) || placed || chunks[h.chunk].object >= 0;
  if (h.rules.includes('event.compelled')) return parties > 0 || places > 0;
  if (tellsSince(chunks, h)) return false;
  // "the mosque was damaged by the shelling": the verb tells what the shelling did
  if (h.rules.includes('event.attack-with-damage') && parties + places > 0) return true;
  if (h.rules.includes(ORDEAL)) return true;
  const position = h.light >= 0 ? 'told' : positionOf(doc, chunks, used, h);
  if (position === 'aside') return false;
  if (position === 'aim') return h.frame >= 0 && parties > 0 && h.chunk === t.frame?.from;
  // "as a precaution against new attacks": nothing is said of them
  const nobodys = t.judged.stance === 'asserted' || t.judged.rule === 'reality.hoped' || t.judged.rule === 'reality.governed';
  if (t.judged.reality === 'unreal' && nobodys && parties + places === 0) return false;
  // "the spread of hunger": nobody moves
  if (h.types[0] === 'force-movement' && parties > 0 && [...h.actors, ...h.recipients].every(isNobody)) return false;
  // "got out of control": without a word of what is held
  const outOf = chunks[h.chunk - 1]?.kind === 'case' && chunks[h.chunk - 1].mark === 'about';
  if (h.types[0] === 'territory' && outOf && chunks[h.chunk + 1]?.mark !== 'on' && parties === 0) return false;
  // "denied its part in the attack", "accused X of a hand in the attack"
  const stance = t.frame?.stance;
  if (position !== 'told' && (stance === 'denied' || stance === 'accused') && t.frame!.from === h.chunk - 2) return true;
  // "regained a town within a counter-attack": the name of the whole that was told in its part
  if (position === 'setting' && parties === 0 && chunks[h.chunk - 1].mark === 'frame') return false;
  // "arrested ten in a joint operation": the whole of what was told
  if (position === 'setting' && parties === 0 && h.node?.kind === 'carrier') return false;
  if (position === 'setting' && h.definite && (parties === 0 || isDefinite(doc, h.start))) return false;
  if (position === 'part' && h.definite && parties === 0 && h.means.length === 0) return false;
  if (parties > 0 || h.means.length > 0) return true;
  const told = h.light >= 0 || position === 'object' || (position === 'told' && (opens(chunks, t) || isHeading(chunks, h)));
  // "survived an attempt to kill him"
  if (h.rules.includes('event.survived')) return parties > 0;
  // "went down to Tahrir", "the war of liberation": nothing is said to be held or freed
  if (
    h.types[0] === 'territory' &&
    h.light < 0 &&
    places === 0 &&
    isDefinite(doc, h.node!.start) &&
    doc.info[h.node!.start].pronoun === null
  )
    return false;
  // "counted 300 cases of arbitrary arrest"
  if (t.chain.length > 0 && isCountedCarrier(doc, chunks[h.chunk - 1])) return true;
  if (h.definite && h.light < 0) return position === 'told' && (t.chain.length > 0 || places > 0);
  // "the killing of" someone whose name no list holds
  if (h.outcome !== null && (position === 'told' || position === 'object') && isNamed(chunks, h)) return true;
  if (isAttack(h)) return places > 0 || told || (h.date !== null && position !== 'part');
  return told && (places > 0 || h.light >= 0 || t.chain.length > 0);
}

/** "used | live rounds | against": a weapon, or what is used like one, stands in the clause. */
function isArmed(doc: Doc, chunks: readonly Chunk[], { chunk }: Happening): boolean {
  for (let k = chunk + 1; k < Math.min(chunks.length, chunk + USED); k++) {
    const { kind, finite, start, end } = chunks[k];
    if (finite || kind === 'say' || kind === 'that') return false;
    if (kind === 'event') return true;
    for (let t = start; t < end; t++) {
      const thing = nodeOf(doc, t, 'thing');
      if (field(thing, 'means') === 'yes' || arms.has(field(thing, 'category') ?? '')) return true;
    }
  }
  return false;
}
const USED = 6;
const arms: ReadonlySet<string> = new Set(['weapon', 'munition', 'vehicle', 'aircraft']);

/** "The war in Syria: government forces attack ...": the name of a section before a colon. */
function isLabel(doc: Doc, chunks: readonly Chunk[], h: Happening): boolean {
  if (h.chunk > 0 || h.finite || !h.definite || h.figures.length + h.actors.length > 0) return false;
  for (let k = 1; k < Math.min(chunks.length, LABEL); k++) {
    const { kind, mark, start, finite } = chunks[k];
    if (kind === 'mark') return mark === 'colon';
    if (finite || kind === 'say' || nodeOf(doc, start, 'outcome') !== null) return false;
  }
  return false;
}

/** "considering | the attack | a crime against civilians": what it is thought to be, and no news of it. */
const isDeemed = (chunks: readonly Chunk[], h: Happening): boolean =>
  !h.finite && h.definite && h.light < 0 && field(chunks[h.chunk - 1]?.node ?? null, 'deems') === 'yes';

/** "did not comment | on the bombing of X", "did not go | into the shelling" */
const isLeftUntold = (chunks: readonly Chunk[], h: Happening): boolean =>
  !h.finite &&
  chunks[h.chunk - 1]?.kind === 'case' &&
  chunks[h.chunk - 2]?.kind === 'verb' &&
  chunks[h.chunk - 2].finite &&
  chunks[h.chunk - 3]?.kind === 'negation';

/** "entered the town without | a fight": how it was entered. */
const isWithout = (chunks: readonly Chunk[], h: Happening): boolean =>
  !h.finite &&
  h.types[0] === 'armed-clash' &&
  h.actors.length + h.recipients.length === 0 &&
  chunks[h.chunk - 1]?.kind === 'case' &&
  chunks[h.chunk - 1].mark === 'without';

/** "in the first such operation": behind a preposition and its rank nothing is told of it but that. */
const isOfItsKind = (doc: Doc, chunks: readonly Chunk[], h: Happening): boolean =>
  !h.finite &&
  h.actors.length + h.recipients.length === 0 &&
  isSetting(chunks, h.chunk) &&
  field(nodeOf(doc, chunks[h.chunk + 1]?.start ?? h.end, 'adverb'), 'of-its-kind') === 'yes';

/** "since the beginning of the war": a time, and no news of it. */
function tellsSince(chunks: readonly Chunk[], h: Happening): boolean {
  const first = h.light >= 0 && h.light < h.chunk && !chunks[h.light].finite ? h.light : h.chunk;
  const link = chunks[first - 1];
  // "since the end of the war"
  const end = link?.noun != null && link.noun.kind === 'other' && link.noun.count === null ? chunks[first - 2] : link;
  return end?.kind === 'case' && end.mark === 'since';
}

/** "killed since | the army took power", "since the rebels began | their attack": a time, and no news of it. */
function isSinceIt(doc: Doc, chunks: readonly Chunk[], h: Happening): boolean {
  for (let k = h.chunk - 1; k >= 0 && k >= h.chunk - SINCE_WITHIN; k--) {
    if (isSinceThat(doc, chunks[k])) return true;
    if (chunks[k].kind === 'mark' || chunks[k].kind === 'contrast' || chunks[k].kind === 'event') return false;
  }
  return false;
}

const SINCE_WITHIN = 4;

/** "the forces, which wage a war on the army, raided": who they are. */
const isDescription = (chunks: readonly Chunk[], h: Happening): boolean =>
  h.light >= 0 &&
  h.light === h.chunk - 1 &&
  field(chunks[h.light].node, 'wages') === 'yes' &&
  featuresOf(chunks[h.light].node!)?.tense === 'present' &&
  chunks[h.light - 1]?.kind === 'relative';

/** "Deaths in the town of X": the heading of obituaries, which counts nobody and tells no cause. */
const isNotice = (h: Happening): boolean =>
  h.rules.includes('event.outcome-noun') &&
  h.figures.every((f) => f.mod === 'vague' && f.noun.count === null && field(f.noun.node, 'natural') === 'yes');

/** What happened more than a year before, and is told without a figure, is history. */
function isHistory({ h, judged, date }: Telling, published: string | null): boolean {
  // what has gone on since then goes on
  if ((h.date?.value as { open?: boolean } | undefined)?.open === true) return false;
  const end = date?.end ?? contextEnd(h.date);
  return judged.reality === 'background' && published !== null && end !== null && daysBetween(end, published) > HISTORY_DAYS;
}

const HISTORY_DAYS = 366;

/** "to find out whether the car was blown up": nobody says that it was. */
function isAsked(chunks: readonly Chunk[], h: Happening): boolean {
  for (let k = h.chunk - 1; k >= 0 && k >= h.chunk - ASKED; k--) {
    const { kind, node, mark } = chunks[k];
    if (kind === 'that') return field(node, 'whether') === 'yes';
    if (kind === 'contrast' || kind === 'reset' || (kind === 'mark' && mark !== 'quote' && mark !== 'open' && mark !== 'close'))
      return false;
  }
  return false;
}

/** How far behind "whether" its verb may stand, in chunks. */
const ASKED = 6;

/** "kept the tanks from advancing": nobody advanced. */
const isPrevented = (chunks: readonly Chunk[], h: Happening): boolean => {
  const before = itemAt(chunks, h.chunk - 1);
  return before?.kind === 'unreal' && field(before.node, 'kind') === 'prevention';
};

/** One of the two words before it says that it is over. */
function isOver(doc: Doc, start: number): boolean {
  for (let i = start - 1; i >= Math.max(0, start - 3); i--) {
    const node = nodeOf(doc, i, 'war-end');
    if (node !== null) return node.end >= start - 1;
  }
  return false;
}

const isCountedCarrier = (doc: Doc, before: Chunk | undefined): boolean =>
  before?.noun?.count != null && nodeOf(doc, before.noun.head, 'carrier') !== null;

const isSomebody = (doc: Doc, h: Happening): boolean =>
  doc.info[h.end - 1].pronoun !== null || h.recipients.some((r) => (r.kind !== 'thing' && r.kind !== 'other') || isByname(r));

/** "al-Baghdadi": an adjective of origin that stands alone is what somebody is called. */
const isByname = ({ kind, node, definite, count, start, end }: NounPhrase): boolean =>
  kind === 'other' && node?.kind === 'nationality' && definite && count === null && end === start + 1;

/** A word that the lists know, and for nobody who could move. */
const isNobody = (noun: NounPhrase): boolean => noun.actor === null && noun.kind === 'other' && noun.node?.kind === 'vocabulary';

const bringsVictims = (chunks: readonly Chunk[], h: Happening): boolean => {
  const next = chunks[h.chunk + 1];
  return next?.kind === 'noun' && next.noun !== null && isVictim(next.noun) && field(chunks[h.chunk].node, 'arrives') === 'yes';
};

const isVictim = ({ kind, node }: NounPhrase): boolean => kind === 'outcome' || field(node, 'outcome') === 'killed';

const isSomewhere = (chunks: readonly Chunk[], h: Happening): boolean =>
  chunks.slice(h.chunk + 1, h.chunk + 4).some((c) => c.kind === 'case' && c.mark === 'in');

/** "Closing of a crossing", "flight from the villages of": a piece of news in the words of a heading, which names no verb. */
const isHeading = (chunks: readonly Chunk[], h: Happening): boolean =>
  h.chunk === 0 &&
  !h.definite &&
  !h.weak &&
  h.types[0] !== 'agreement' &&
  // "Protests of Basra: the parliament meets"
  !chunks.slice(1, LABEL).some((c) => c.mark === 'colon');
const LABEL = 5;

/** The first thing its source says. */
function opens(chunks: readonly Chunk[], t: Telling): boolean {
  if (t.frame === null) return false;
  return chunks.slice(t.frame.from, t.h.chunk).every((c) => c.kind === 'mark' || c.kind === 'word');
}

const isNamed = (chunks: readonly Chunk[], h: Happening): boolean => {
  const next = chunks[h.chunk + 1];
  return next !== undefined && (next.kind === 'noun' || next.kind === 'word') && (next.bits & (BI | LI)) === 0;
};

const isSetting = (chunks: readonly Chunk[], k: number): boolean =>
  chunks[k - 2]?.kind === 'case' && (setting.has(chunks[k - 2].mark) || chunks[k - 2].mark === 'until');

/** How many chunks who escaped may take up. */
const ESCAPED = 4;

function isEscaped(chunks: readonly Chunk[], k: number): boolean {
  for (let j = k - 2; j >= 0 && j >= k - 2 - ESCAPED; j--) {
    const { kind, node } = chunks[j];
    if (kind === 'event') return field(node, 'survives') === 'yes';
    if (kind !== 'noun' && kind !== 'place' && kind !== 'word' && kind !== 'date') return false;
  }
  return false;
}

type Position = 'told' | 'object' | 'aside' | 'setting' | 'part' | 'aim';

const aims: ReadonlySet<string> = new Set(['detention', 'territory', 'force-movement']);

/** The aim of another deed, told in the report's own words: neither forced, nor asked for. */
const isAim = (doc: Doc, chunks: readonly Chunk[], used: Uint8Array, h: Happening): boolean =>
  h.frame < 0 && !h.rules.includes('event.compelled') && positionOf(doc, chunks, used, h) === 'aim';

/** What a verbal noun is in its clause. */
function positionOf(doc: Doc, chunks: readonly Chunk[], used: Uint8Array, h: Happening): Position {
  const k = h.chunk;
  const before = chunks[k - 1];
  if (before === undefined || used[k - 1]) return 'told';
  const { bits } = chunks[k];
  // "evidence about abuses"
  if (before.kind === 'case' && before.mark === 'regarding') return 'aside';
  if (bits & LI && before.kind !== 'result') return governed(chunks, k) ? 'object' : 'aim';
  if (bits & BI || hasConjunction(doc, chunks[k].start)) return governed(chunks, k) ? 'object' : 'told';
  if (before.kind === 'case') {
    if (h.rules.includes('event.control-verb') || (k > 1 && chunks[k - 2].kind === 'verb' && chunks[k - 2].finite))
      return 'object';
    if (before.mark === 'purpose') return 'aim';
    // "escaped from | an attack that targeted his convoy": it took place
    if (before.mark === 'from' && isEscaped(chunks, k)) return 'object';
    if (before.mark === 'other' && h.types[0] === 'territory') return 'told';
    return aside.has(before.mark) ? 'aside' : setting.has(before.mark) ? 'setting' : 'told';
  }
  // "all through the time of the withdrawal": only when something else took place
  if (
    before.kind === 'noun' &&
    before.noun?.count == null &&
    field(before.noun?.node ?? null, 'category') === 'time' &&
    isSetting(chunks, k)
  )
    return 'aside';
  // "to keep the planes from shelling it": what is prevented did not happen
  if (before.bits & LI && field(nodeOf(doc, before.start, 'unreal'), 'kind') === 'prevention') return 'aside';
  if (before.kind === 'cause') return h.actors.length > 0 ? 'told' : 'setting';
  if (governed(chunks, k)) return 'object';
  if (before.kind === 'noun' && before.noun !== null && before.noun.count === null) return 'part';
  // "still the fighting goes on"
  if (before.kind === 'word' && field(nodeOf(doc, before.start, 'not-negation'), 'still') === 'yes') return 'told';
  if (before.kind === 'word' || before.kind === 'pronoun') return 'part';
  return 'told';
}

/** "a truce holds", "residents heard shelling": subject or object of a plain verb near it. */
function governed(chunks: readonly Chunk[], k: number): boolean {
  for (let j = k - 1; j >= 0 && j >= k - 4; j--) {
    const { kind, finite } = chunks[j];
    if (kind === 'verb' && finite) return true;
    if (kind !== 'noun' && kind !== 'date' && kind !== 'word' && kind !== 'place') return false;
  }
  return false;
}
