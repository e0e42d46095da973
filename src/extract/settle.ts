/** Last word on the parties of a claim: a named target stands for whom it was aimed at, its victims are figures; where no target is named, the victims are the target. */
import { harmed } from '../claim/outcomes.ts';
import { BI, KA, LI } from '../lexicon/analyze.ts';
import { sidesFromVictims } from './battle-sides.ts';
import type { Doc } from './doc.ts';
import type { FigureDraft, Happening } from './happening.ts';
import type { NounPhrase } from './noun-parts.ts';
import { isArmed } from './parties.ts';
import { featuresOf, field, hasConjunction, isDefinite, looseOfToken, markAt, nodeOf } from './words.ts';

export function settleParties(doc: Doc, h: Happening): void {
  givesItselfUp(doc, h);
  withinRisen(doc, h);
  if (
    h.types[0] === 'armed-clash' &&
    h.actors.every((a) => h.figures.some((f) => f.noun.start <= a.start && f.noun.end >= a.end))
  )
    sidesFromVictims(doc, null, h);
  h.actors = distinct(h.actors).filter((a) => isParty(doc, a) && !isVictim(doc, a));
  // "left their homes": what they left did not move
  const movers = h.types[0] === 'displacement' && h.recipients.some((r) => r.kind === 'person');
  const recipients = distinct(h.recipients).filter(
    (r) =>
      !isWithinFigure(h, r) &&
      !h.actors.some((a) => a.start === r.start) &&
      !(movers && r.kind === 'thing') &&
      !isTheOther(doc, r),
  );
  const counted = new Set(h.figures.map((f) => f.noun.start));
  withoutTolls(doc, recipients, counted);
  const named = recipients.filter((r) => !counted.has(r.start) && isTarget(doc, r));
  const victims = recipients.filter((r) => counted.has(r.start) && isWhole(h, r));
  const others = recipients.filter((r) => !counted.has(r.start) && mayBeTarget(doc, r));
  const suffered = victims.length > 0 ? distinct(withoutRest(victims).map((v) => groupOf(h, v) ?? v)) : others;
  // "the arrest of X and of Y": one list, whether or not each of them is a figure
  const listed = named.length > 0 && victims.some((v) => named.some((n) => isListed(doc, v, n) || isListed(doc, n, v)));
  if (listed) h.recipients = recipients.filter((r) => named.includes(r) || victims.includes(r));
  else h.recipients = named.length > 0 ? asOneTarget(doc, named) : suffered;
  // "30 were killed in the blasts of X": with no target named it befell those who are counted
  if (h.recipients.length === 0 && befalls.has(h.types[0])) h.recipients = victimsOf(h);
}

/** "the toll of the dead": a number suffers nothing. */
function withoutTolls(doc: Doc, recipients: NounPhrase[], counted: ReadonlySet<number>): void {
  for (let n = recipients.length - 1; n >= 0; n--) {
    const { start, end, count } = recipients[n];
    if (count !== null || counted.has(start) || nodeOf(doc, start, 'total') === null) continue;
    // but "the number of the soldiers | and the civilians" names whom it befell
    if (recipients[n + 1]?.start !== end || !hasConjunction(doc, end)) recipients.splice(n, 1);
  }
}

const befalls: ReadonlySet<string> = new Set([
  'attack',
  'air-strike',
  'shelling',
  'bombing',
  'suicide-bombing',
  'mine',
  'killing',
]);

const victimsOf = (h: Happening): NounPhrase[] =>
  h.figures
    .filter((f) => f.partOf === null && f.scope === 'event' && f.low > 0 && f.noun.count !== null && harmed.has(f.outcome))
    .map((f) => f.noun)
    .filter((noun) => !h.actors.some((a) => a.start === noun.start));

/** "dozens of dead | and wounded": the second word of a count is nobody beside it. */
const isWithinFigure = ({ figures }: Happening, { start, end }: NounPhrase): boolean =>
  end === start + 1 && figures.some((f) => f.start < start && start < f.end && f.noun.start !== start);

/** "ten were killed. Then the toll of the blast rose to 12": the ten are among the twelve, and nobody is counted twice. */
function withinRisen(doc: Doc, { figures }: Happening): void {
  for (const risen of figures) {
    if (!risen.risen || risen.partOf !== null || risen.scope !== 'event') continue;
    for (const f of figures)
      if (f.partOf === null && f.outcome === risen.outcome && f.high !== null && f.high < risen.low && f.start < risen.start)
        if (!areLossesOf(doc, risen)) f.partOf = risen;
  }
}

/** "(five soldiers were killed, while) the losses of the gunmen reached 20": of a side of their own. */
function areLossesOf(doc: Doc, { start }: FigureDraft): boolean {
  for (let i = start - 1; i >= 0 && i >= start - LOSSES; i--)
    if (field(nodeOf(doc, i, 'vocabulary'), 'losses') === 'yes') return true;
  return false;
}
/** How many words may name the side, and that its losses grew. */
const LOSSES = 6;

/** "dozens of fighters surrendered", "the gunmen fled": armed people do that themselves; others are driven out. */
function givesItselfUp(doc: Doc, h: Happening): void {
  if (h.actors.length > 0 || h.sense?.subject !== 'recipient') return;
  const { recipients } = h;
  if (h.types[0] === 'surrender' && recipients.every((r) => doc.bits[r.start] & LI)) {
    h.actors = h.figures.filter((f) => f.partOf === null && f.outcome === 'surrendered').map((f) => f.noun);
    return;
  }
  // "surrendered to the coalition": to whom
  if (recipients.length === 0 || recipients.some((r) => doc.bits[r.start] & LI)) return;
  const flees = h.types[0] === 'displacement' && recipients.every((r) => isArmed(r) || (r.kind === 'actor' && r.count === null));
  if (h.types[0] !== 'surrender' && !flees) return;
  h.actors = recipients;
  h.recipients = [];
}

/** Two people of whom the second is joined to the first. */
const isListed = (doc: Doc, first: NounPhrase, second: NounPhrase): boolean =>
  (first.end === second.start || (first.end + 1 === second.start && markAt(doc, first.end) === 'comma')) &&
  hasConjunction(doc, second.start) &&
  // "61 of the forces of X and the gunmen"
  ((first.count !== null && first.kind === 'actor' && second.kind === 'person' && isArmed(second)) ||
    ([first, second].every((n) => single.has(n.kind) && n.actor === null) &&
      // "a number of citizens and the soldiers", but not "ten of them, and a house of X"
      (first.kind === second.kind || first.count === null)));

const single: ReadonlySet<string> = new Set(['person', 'name', 'title']);

/** "dead in the ranks of X": X suffered, unless it is who did it or is named already. */
const groupOf = (h: Happening, victim: NounPhrase): NounPhrase | null => {
  const group = h.figures.find((f) => f.noun.start === victim.start)?.group ?? null;
  return group !== null && !h.actors.some((a) => a.start === group.start) ? group : null;
};

/** "positions and gatherings of X": bare things joined by "and" share what is said behind the last, and are one target. */
function asOneTarget(doc: Doc, named: readonly NounPhrase[]): NounPhrase[] {
  const targets: NounPhrase[] = [];
  for (const noun of named) {
    const before = targets.at(-1);
    const joined =
      before?.kind === 'thing' &&
      (noun.kind === 'thing' || noun.kind === 'other' || field(noun.person, 'unit') === 'group') &&
      before.end === noun.start &&
      hasConjunction(doc, noun.start) &&
      noun.count === null &&
      before.count === null &&
      before.features?.number !== 'du' &&
      isBare(doc, before);
    if (joined) targets[targets.length - 1] = { ...noun, start: before.start };
    else targets.push(noun);
  }
  return targets;
}

/** One word, or such words joined by "and". */
function isBare(doc: Doc, { start, end, actor }: NounPhrase): boolean {
  if (actor !== null) return false;
  for (let i = start + 1; i < end; i++) if (!hasConjunction(doc, i)) return false;
  return true;
}

/** "and dozens" beside victims who are told: the rest of the count, nobody who was aimed at. */
function withoutRest(victims: NounPhrase[]): NounPhrase[] {
  const told = victims.filter((v) => !(v.count?.mod === 'vague' && (v.additional || v.kind === 'number')));
  return told.length > 0 ? told : victims;
}

/** "the second (struck a house)": which of the attacks it was. */
const isTheOther = (doc: Doc, { start, end, actor, count }: NounPhrase): boolean =>
  actor === null &&
  count === null &&
  end === start + 1 &&
  (isDefinite(doc, start) || looseOfToken(doc, start).startsWith(ARTICLE)) &&
  (nodeOf(doc, start, 'ordinal') ?? nodeOf(doc, start, 'another')) !== null;

/** "one of the two", "the second": nobody who acts. */
const isWhichOne = (doc: Doc, noun: NounPhrase): boolean =>
  isTheOther(doc, noun) ||
  isOneOfTwo(doc, noun) ||
  // "(did not say) the side (that is behind the attack)", "the identity of the side": nobody is named
  (noun.actor === null &&
    noun.end <= noun.head + 2 &&
    isDefinite(doc, noun.end - 1) &&
    field(nodeOf(doc, noun.end - 1, 'source'), 'whichever') === 'yes');

const isOneOfTwo = (doc: Doc, { start, end, kind, countNode, actor }: NounPhrase): boolean =>
  actor === null &&
  end === start + 1 &&
  ((kind === 'number' && field(countNode, 'of') === 'them' && BOTH.test(looseOfToken(doc, start))) ||
    // "130 of them", written as of things: of the cases counted before
    (kind === 'number' && OF_THINGS.test(looseOfToken(doc, end))));

/** "161 cases of arrest": what is counted there are deeds. */
const isOfCases = (doc: Doc, { head, countNode, actor }: NounPhrase): boolean =>
  actor === null && countNode !== null && nodeOf(doc, head, 'carrier') !== null;

/** al- */
const ARTICLE = '\u0627\u0644';
/** -huma; minha */
const BOTH = /\u0647\u0645\u0627$/u;
const OF_THINGS = /^\u0645\u0646\u0647\u0627$/u;

/** Somebody who can act: not a manner ("in a way"), a time or a bare adjective that stood where a party would. */
function isParty(doc: Doc, noun: NounPhrase): boolean {
  const { kind, node, actor } = noun;
  // "in the vicinity of": where, or how
  if (doc.bits[noun.start] & (BI | KA) && kind === 'other' && actor === null) return false;
  if (isWhichOne(doc, noun) || isOfCases(doc, noun)) return false;
  // "16 times", "operations of search"
  if (actor === null && nodeOf(doc, noun.end - 1, 'occasion') !== null) return false;
  const carries =
    noun.end > noun.head + 1 && nodeOf(doc, noun.head, 'carrier') !== null && nodeOf(doc, noun.head, 'party') === null;
  if (kind === 'other' && actor === null && carries) return false;
  // a road and a shell do nothing by themselves
  if (kind === 'thing' && actor === null && inert.has(field(node, 'category') ?? '')) return false;
  // "the operation «X»": its name
  const called = kind === 'name' && actor === null && noun.start > 0 && nodeOf(doc, noun.start - 1, 'carrier') !== null;
  if (called && nodeOf(doc, noun.head, 'nationality') === null) return false;
  if (noun.actor !== null || noun.kind !== 'other') return noun.kind !== 'number' || noun.count !== null;
  // "the clashes of the south", "two belonging to"
  if (nodeOf(doc, noun.head, 'direction') !== null || nodeOf(doc, noun.head, 'belong') !== null) return false;
  return (
    nodeOf(doc, noun.head, 'nationality') !== null || (noun.node === null && !isDeed(doc, noun.head) && !isEveryday(doc, noun))
  );
}

/** "more of the violations", "16 times": a word that lists hold as nobody. */
const isEveryday = (doc: Doc, { head, end }: NounPhrase): boolean =>
  !doc.info[head].unknown && end === head + 1 && doc.at[head].length > 0 && doc.at[head].every((n) => idle.has(n.kind));
const idle: ReadonlySet<string> = new Set(['vocabulary', 'occasion', 'vague', 'carrier', 'unit']);

/** "(carried out) the treatment of": a verbal noun that no list holds as a thing. */
const isDeed = (doc: Doc, i: number): boolean =>
  !isDefinite(doc, i) && doc.at[i].some((n) => n.word?.exact === true && featuresOf(n)?.pos === 'masdar');

const inert: ReadonlySet<string> = new Set(['building', 'infrastructure', 'road-name', 'place', 'munition']);

/** "the dead", "wounded of the forces": whom something happened to. */
const isVictim = (doc: Doc, noun: NounPhrase): boolean =>
  noun.kind === 'outcome' && harmed.has(field(nodeOf(doc, noun.head, 'outcome'), 'value') ?? '');

/** Somebody or something that can be aimed at. */
function isTarget(doc: Doc, noun: NounPhrase): boolean {
  if (noun.kind === 'number' || isMeasure(noun)) return false;
  if (noun.kind === 'place' || noun.kind === 'outlet') return false;
  if (noun.kind === 'thing') return noun.actor !== null || field(noun.node, 'target') === 'yes';
  if (noun.kind === 'other')
    return noun.actor !== null || isNational(doc, noun) || (noun.node === null && noun.end - noun.head > 1);
  return noun.kind === 'name' || isParty(doc, noun);
}

/** "77 dunams (of farmland)" may be razed; "1,100 kilograms", "82 mm", "three hours": how much, nobody and nothing that was hit. */
const isMeasure = ({ kind, node }: NounPhrase): boolean =>
  kind === 'thing' && measures.has(field(node, 'category') ?? '') && field(node, 'land') !== 'yes';
const measures: ReadonlySet<string> = new Set([
  'distance',
  'area',
  'weight',
  'volume',
  'unit-of-measure',
  'money',
  'percentage',
  'age',
  'time',
]);

/** "a Palestinian": a nationality as a noun. */
const isNational = (doc: Doc, noun: NounPhrase): boolean => !noun.definite && nodeOf(doc, noun.head, 'nationality') !== null;

/** A word that no list holds may name a target, where nothing else does. */
const mayBeTarget = (doc: Doc, noun: NounPhrase): boolean =>
  noun.kind !== 'number' &&
  noun.kind !== 'place' &&
  !isMeasure(noun) &&
  (noun.kind !== 'other' || noun.node === null || nodeOf(doc, noun.head, 'nationality') !== null);

/** A part of a count is no party of its own. */
const isWhole = (h: Happening, noun: NounPhrase): boolean =>
  !h.figures.some((f) => f.noun.start === noun.start && f.partOf !== null && f.partOf.scope === f.scope);

function distinct(nouns: NounPhrase[]): NounPhrase[] {
  if (nouns.length < 2) return nouns;
  return nouns.filter((noun, n) => nouns.findIndex((other) => other.start === noun.start) === n);
}
