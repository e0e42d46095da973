/**
 * People counted in a sentence: which noun phrases are figures, what happened to those people, and which figure is part of which.
 *   "13 at least of the group's fighters, among them 5 bombers, of whom 3 ..." · "20 between dead and wounded" · "the toll rose to 12" · "no injuries"
 */
import type { Outcome, Who } from '../claim/reading.ts';
import { ageEnd } from './ages.ts';
import { opensWithThem } from './among-them.ts';
import { bareListOf, nextByPlace } from './bare-lists.ts';
import { fateOfTotal, type LastFate } from './bare-total.ts';
import type { Chunk, ChunkKind } from './chunk.ts';
import { countOf, countsNobody, outcomeOfNoun, tellsNobodyNew } from './count-of.ts';
import { countsThings } from './counted-things.ts';
import type { Doc } from './doc.ts';
import {
  describesCounted,
  fallsVictim,
  headsNumbers,
  isCompared,
  isKinBeside,
  isNumberOf,
  tellsWhoOneIs,
} from './figure-asides.ts';
import { afterCharge, countedBy, countsAnew, diedOf, fellTo, isCircumstance, isNegated, liesDead } from './figure-clauses.ts';
import {
  alone,
  areKnown,
  fateBehind,
  groupAmong,
  groupBehind,
  headingOf,
  labelOf,
  nextOfList,
  saysWomen,
  someOfGroup,
  spreads,
  wholeOfFate,
  wholeOfGroup,
} from './figure-groups.ts';
import { fatesBetween, jointOutcome, nobodyHarmed, outcomeBetween, shareHedge, zero } from './figure-joint.ts';
import {
  goesOnNaming,
  isBodyOfCounted,
  isKinOf,
  isManner,
  isOneOfThings,
  isRest,
  isSamePerson,
  isStateOfSubject,
  listOfCounted,
  namedTogether,
  oneOfCounted,
  shareOfCounted,
} from './figure-lists.ts';
import { fateOfVerb, outcomeOf } from './figure-outcome.ts';
import { forget, ownersOf, withoutParty } from './figure-owners.ts';
import {
  endsSubset,
  goesOnOuter,
  isHowTheyAre,
  isListPronoun,
  isOfOthers,
  isState,
  ofThem,
  opensList,
  parentFor,
  partBehind,
  partOfTold,
  startsPart,
  tooLarge,
  wholeOf,
} from './figure-parts.ts';
import { goesOnWithToll, isOldCount, joinsRise, riseBefore, type Toll, takesUpDead, tollOf, tollOfLabel } from './figure-rise.ts';
import { groupBehind as groupOfFigure, shareWho, whoIsBehind, whoOfFigure } from './figure-who.ts';
import { opensGap } from './gapped.ts';
import { type FigureDraft, type Happening, newFigure } from './happening.ts';
import { isStateOfMissing } from './missing.ts';
import { areMostOfThem } from './most-of-them.ts';
import { isNeverWithout } from './never-without.ts';
import { isAnyone, nobodyOfAny } from './nobody-hurt.ts';
import { fewOfThem } from './of-them.ts';
import { uncountedEnd } from './shares.ts';
import { isInState, stateAt } from './states.ts';
import { isOvertakenCount } from './superseded.ts';
import { whoOf } from './who-of.ts';
import { field, hasConjunction, nodeOf } from './words.ts';

/** A toll that rose to so many people is counted over many happenings. */
const THOUSAND = 1000;

/** Chunks without a noun that say who is counted next. */
const turning: ReadonlySet<ChunkKind> = new Set<ChunkKind>(['none', 'among', 'case', 'pronoun', 'mark']);

/** Reads the figures of a sentence and hands each to its happening; what belongs to none is returned with its chunk. `last`: what befell those counted before. */
export function readFigures(
  doc: Doc,
  chunks: readonly Chunk[],
  happenings: readonly Happening[],
  used: Uint8Array,
  last: LastFate,
): FigureDraft[] {
  const owners = ownersOf(happenings);
  const loose: FigureDraft[] = [];
  const all: FigureDraft[] = [];
  let subset: FigureDraft | null = null;
  /** Those said to be spread over the list that follows. */
  let spread: FigureDraft | null = null;
  /** The list in which others, all of them women, were listed last: a man goes on with the outer list. */
  let ofWomen: FigureDraft | null = null;
  let inSubset = false;
  let inBrackets = false;
  let listEnd = -1;
  /** What happened to the group that those counted next are some of, where no whole was counted. */
  let among: Outcome | null = null;
  /** "the soldiers who were killed are ...": what befell those listed next. */
  let listed: Happening | null = null;
  /** "the dead: 12 civilians, 3 soldiers": what befell those listed, and the words of the heading. */
  let heading: { outcome: Outcome; toll: Toll; are: boolean } | null = null;
  // those not counted yet were told of last
  let rest = false;
  /** The number to which a toll rose. */
  let risen: FigureDraft | null = null;
  for (let k = 0; k < chunks.length; k++) {
    const chunk = chunks[k];
    // most of what is nobody neither begins a group nor ends one
    if (chunk.noun === null && !turning.has(chunk.kind) && !inSubset && among === null && heading === null && listed === null)
      continue;
    if (chunk.kind === 'none') {
      const figure = zero(chunk, k);
      if (figure !== null) addFigure(figure, all, loose);
      continue;
    }
    if (chunk.kind === 'among' && k > 0 && chunks[k - 1].noun !== null && ofThem(doc, chunks, k - 1, chunks[k - 1].noun!))
      continue;
    const crowd = chunk.kind === 'among' ? uncountedEnd(doc, chunks, k, happenings) : -1;
    if (crowd > k) {
      k = crowd;
      continue;
    }
    const tied = chunk.kind === 'case';
    const fates = tied ? fatesBetween(doc, chunks, k, all) : null;
    if (fates !== null) {
      const { figure, last } = fates;
      const group = figure !== null && all.at(-1)?.chunk === figure.chunk ? all.pop()! : null;
      if (group !== null) forget(group, loose, happenings);
      if (figure === null) inSubset = false;
      else addFigure(figure, all, owners.get(figure.noun.start)?.figures ?? loose);
      withoutParty(happenings, chunks[k].start, chunks[last].end);
      k = last;
      continue;
    }
    // "200 were arrested, among its victims 12 women": victims of that
    const victims = all.length > 0 && field(chunk.node, 'victims') === 'yes';
    const group = !victims && (tied || chunk.kind === 'among') ? groupAmong(doc, chunks, k) : null;
    if (group !== null) {
      const fate = group.outcome === 'killed-or-injured' ? fateBehind(doc, chunks, group.last) : null;
      subset = wholeOfGroup(all, fate ?? group.outcome, 1);
      inSubset = subset !== null;
      among = fate ?? subset?.outcome ?? group.outcome;
      k = group.last;
      continue;
    }
    if (chunk.kind === 'among' || (chunk.kind === 'pronoun' && isListPronoun(doc, chunks, k))) {
      ofWomen = saysWomen(doc, chunk) && subset !== null && inSubset ? subset : null;
      subset = rest ? (all.findLast((figure) => figure.partOf === null) ?? null) : parentFor(all);
      if (subset !== null && spreads(chunk)) subset = spread = subset.partOf ?? subset;
      listed = subset === null && chunk.kind === 'pronoun' ? toldBefore(happenings, k) : null;
      if (all.length === 0 && opensWithThem(doc, chunks, k, used)) among = last.many;
      inSubset = subset !== null;
      rest = false;
      continue;
    }
    if (chunk.kind === 'mark' && opensList(doc, chunks, k, all)) {
      // a bracket says who those right before it are
      subset = all.at(-1) ?? null;
      inSubset = subset !== null;
      inBrackets = true;
      continue;
    }
    if (among !== null && endsSubset(doc, chunks, k, all)) among = null;
    if (heading !== null && endsSubset(doc, chunks, k, all)) heading = null;
    if (listed !== null && endsSubset(doc, chunks, k, all)) listed = null;
    if (inSubset && (endsSubset(doc, chunks, k, all) || (inBrackets && chunk.kind === 'mark' && chunk.mark === 'close-paren'))) {
      inSubset = false;
      inBrackets = false;
    }
    if (chunk.noun === null || (chunk.kind !== 'noun' && chunk.kind !== 'evidence')) continue;
    if (used[k] && !owners.has(chunk.noun.start)) continue;
    const state = owners.get(chunk.noun.start) === undefined ? stateAt(doc, chunks, k) : null;
    const held = state === null ? null : countOf(doc, state.who, true);
    if (state !== null && held !== null) {
      const figure = newFigure(held, state.outcome, state.who, k);
      figure.who = whoOf(doc, state.who);
      figure.state = state.word;
      addFigure(figure, all, loose);
      k = state.last;
      continue;
    }
    const head = headingOf(doc, chunks, k);
    if (head !== null) {
      heading = { outcome: head.outcome, toll: tollOfLabel(chunk, k), are: chunks[head.last].kind === 'pronoun' };
      withoutParty(happenings, chunk.noun.start, chunk.noun.end);
      k = head.last;
      continue;
    }
    const share = shareOfCounted(doc, chunks, k);
    if (share >= 0) {
      // "the rest activists, 18 of them": some of the whole, not of the last part
      if (isRest(doc, chunks[k])) {
        rest = true;
        withoutParty(happenings, chunks[k].start, chunks[share].end);
      }
      k = share;
      continue;
    }
    const noun = chunk.noun;
    if (
      ofWomen !== null &&
      inSubset &&
      noun.features?.gender === 'm' &&
      noun.kind === 'person' &&
      hasConjunction(doc, noun.start)
    ) {
      subset = ofWomen;
      ofWomen = null;
    }
    const owner = owners.get(noun.start) ?? listed;
    if (opensGap(owner, k)) inSubset = false;
    const before = all.at(-1);
    const list = inSubset ? -1 : Math.max(listOfCounted(doc, chunks, k, before), bareListOf(doc, chunks, k, before));
    if (list >= 0) {
      subset = all.at(-1)!;
      listEnd = list;
    }
    if (countsNobody(noun) || tellsNobodyNew(doc, chunks, k)) continue;
    if ((inSubset || chunks[k - 1]?.kind === 'among' || isState(doc, chunk)) && isHowTheyAre(chunk)) continue;
    const few = fewOfThem(doc, chunks, k, all);
    const one = few ?? oneOfCounted(doc, chunks, k, all.at(-1));
    const of = groupBehind(doc, chunks, k);
    const ofGroup = of !== null && !startsPart(doc, chunks, of.last + 1) ? of : null;
    const label = labelOf(doc, chunks, k);
    const next = owner === null || spread !== null ? nextOfList(doc, chunks, k, spread, subset, inSubset) : null;
    const part = inSubset || k <= listEnd ? subset : (partBehind(doc, chunks, k, all.at(-1)) ?? partOfTold(doc, chunks, k, all));
    const fate = among === 'killed' ? among : (fateOfVerb(chunks, k, happenings) ?? outcomeOfNoun(noun));
    let whole = one?.whole ?? (part === null ? null : wholeOfFate(all, part, fate, noun.count?.low ?? 1));
    if (ofGroup !== null) whole = wholeOfGroup(all, ofGroup.outcome, noun.count?.low ?? 1);
    else if (label !== null) whole = all.findLast((f) => f.partOf === null && f.low > 1) ?? null;
    else if (next !== null) whole = next.whole;
    whole ??= nextByPlace(chunks, k, all, hasConjunction(doc, noun.start));
    const named = owner !== null || whole !== null || diedOf(chunks, k) || fellTo(doc, chunks, k) || liesDead(chunks, k);
    const single = countOf(doc, noun, named);
    const together = namedTogether(doc, chunks, k, single);
    const counted = together?.counted ?? single;
    if (counted === null || afterCharge(chunks, k) || countsAnew(doc, chunks, k) || headsNumbers(doc, chunks, k)) continue;
    if (
      describesCounted(doc, chunks, k, before) ||
      isStateOfMissing(doc, chunks, k) ||
      areMostOfThem(doc, chunks, k) ||
      isInState(doc, chunks, k) ||
      isNeverWithout(doc, chunks, k) ||
      tellsWhoOneIs(doc, chunks, k, before) ||
      isCompared(chunks, k) ||
      countsThings(doc, chunks, k) ||
      (all.length > 0 && isOvertakenCount(doc, chunks, k))
    ) {
      withoutParty(happenings, noun.start, noun.end);
      continue;
    }
    const anyone = isAnyone(doc, chunks, k);
    const none = anyone ? nobodyOfAny(doc, chunks, k, owner) : null;
    if (anyone || isNegated(doc, chunks, k)) {
      const nobody = none ?? nobodyHarmed(doc, chunks, k);
      withoutParty(happenings, noun.start, nobody?.figure.end ?? noun.end);
      if (nobody === null) continue;
      addFigure(nobody.figure, all, loose);
      k = nobody.last;
      continue;
    }
    if (isOldCount(chunks, k) && riseBefore(doc, chunks, k, noun) !== null) continue;
    if (
      isOneOfThings(doc, chunks, k) ||
      fallsVictim(doc, chunks, k, before) ||
      isKinOf(doc, chunks, k) ||
      goesOnNaming(doc, chunks, k) ||
      isBodyOfCounted(doc, all, noun) ||
      // "a village of 600 souls": how many live there
      (field(noun.node, 'inhabitants') === 'yes' && owner?.outcome !== 'displaced')
    ) {
      withoutParty(happenings, noun.start, noun.end);
      continue;
    }
    const years = ageEnd(doc, chunks, k);
    if (years >= 0) {
      while (k + 1 < chunks.length && chunks[k + 1].start < years) k++;
      continue;
    }
    if (isManner(chunks, k, all) || isStateOfSubject(chunks, k, happenings)) continue;
    if (
      (owner === null && (chunks[k - 1]?.kind === 'agent' || isCircumstance(doc, chunks, k))) ||
      (noun.count === null && nodeOf(doc, noun.head, 'superlative') !== null)
    )
      continue;
    if (counted.known && all.some((figure) => figure.low > 0) && !isKinBeside(doc, chunks, k, all, owner, listEnd)) continue;
    // "three soldiers were killed ... and the three soldiers were on patrol"
    if (all.some((figure) => figure.partOf === null && figure.high === counted.low) && areKnown(doc, noun)) continue;
    const rise = riseBefore(doc, chunks, k, noun);
    // "among the victims are three dead": their own word says more
    if (among === 'killed-or-injured') among = outcomeOfNoun(noun) ?? among;
    const acts = owner === null && happenings.some((h) => h.actors.some((actor) => actor.start === noun.start));
    // "an officer laid hands on a youth": nobody arrested the officer
    const told = acts ? null : countedBy(doc, chunks, k);
    const said = ofGroup ?? next;
    const labelled = label === null ? null : outcomeOfNoun(label.noun!);
    const grouped = ofGroup === null ? undefined : whole?.outcome;
    const outcome =
      grouped ??
      said?.outcome ??
      labelled ??
      among ??
      (owner === null && whole === null && outcomeOfNoun(noun) === null ? heading?.outcome : null) ??
      told?.outcome ??
      outcomeOf(doc, chunks, k, {
        owner,
        whole,
        rise: rise?.outcome ?? null,
        rises: rise?.rises === true,
        all,
        acts,
      }) ??
      outcomeBetween(chunks, k) ??
      (rise !== null ? fateOfTotal(doc, chunks, k, all, last) : null);
    if (outcome === null) continue;
    const joint = jointOutcome(doc, chunks, k, outcome);
    let who: Who = label === null ? whoOfFigure(doc, chunks, k, noun, { all, whole, happenings }) : whoOf(doc, label.noun!);
    // the total of a war takes no kind from the two of today
    if (rise !== null && (who === 'unknown' || (rise.running && noun.kind === 'number'))) who = rise.who;
    // "dozens of dead and wounded of the civilians"
    if (who === 'unknown' && joint.last > k) who = whoOf(doc, chunks[joint.last].noun!);
    if (one !== null && one.who !== 'unknown') who = one.who;
    const figure = newFigure(counted, joint.outcome, noun, k);
    figure.who = who;
    figure.partOf = whole;
    figure.scope = rise?.running || (rise !== null && counted.low >= THOUSAND) ? 'running-total' : (whole?.scope ?? 'event');
    figure.since = rise?.since ?? null;
    figure.risen = rise?.rises ?? false;
    if (rise?.over === true && figure.mod === 'exact')
      Object.assign(figure, { low: figure.low + 1, high: null, mod: 'more-than' });
    figure.toll =
      rise !== null
        ? tollOf(rise, outcome, counted.low, all)
        : labelled !== null
          ? tollOfLabel(label!, k - 2)
          : (heading?.toll ?? null);
    figure.group = groupOfFigure(chunks, k, noun);
    if (told !== null) {
      figure.start = told.start;
      figure.partOf = null;
    }
    if (joint.last > k) figure.end = Math.max(figure.end, chunks[joint.last].end);
    if (one !== null) figure.end = one.end;
    if (ofThem(doc, chunks, k, noun)) figure.end = Math.max(figure.end, chunks[k + 1].end);
    if (figure.partOf !== null && goesOnOuter(figure)) figure.partOf = figure.partOf.partOf;
    if (figure.partOf !== null && (tooLarge(figure) || isOfOthers(figure))) figure.partOf = null;
    figure.partOf ??= joinsRise(chunks, risen, figure) ? risen : ofThem(doc, chunks, k, noun) ? wholeOf(doc, all, figure) : null;
    if (rise?.rises) {
      risen = figure;
      takesUpDead(all, figure);
    }
    if (among !== null || ofGroup !== null || heading?.are === true) figure.among = true;
    // "four of the dead were children"
    if (rise === null && someOfGroup(doc, noun) && outcomeOfNoun(noun) === figure.outcome) {
      figure.among = true;
      figure.who = whoIsBehind(doc, chunks, k) ?? figure.who;
      figure.partOf ??= wholeOfGroup(all, figure.outcome, figure.low + 1);
    }
    shareHedge(doc, chunks, all.at(-1) ?? null, figure);
    if (rise === null) goesOnWithToll(doc, chunks, all.at(-1) ?? null, figure);
    if (isSamePerson(doc, all.at(-1), figure) || isNumberOf(doc, chunks, all.at(-1), figure))
      forget(all.pop()!, loose, happenings);
    shareWho(doc, chunks, all.at(-1) ?? null, figure);
    all.push(figure);
    if (owner !== null) owner.figures.push(figure);
    else loose.push(figure);
    // "15 of them men, and 5 women and 3 children"
    if (few !== null) {
      subset = few.whole;
      inSubset = true;
    }
    k = Math.max(k, joint.last, one?.last ?? k, together?.last ?? k, alone(chunks, k, ofGroup));
  }
  return loose;
}

/** The relative clause that ends before chunk `k` and says what befell the people it describes. */
const toldBefore = (happenings: readonly Happening[], k: number): Happening | null =>
  happenings.find((h) => h.until === k - 1 && h.outcome !== null && h.rules.includes('event.relative-clause')) ?? null;

function addFigure(figure: FigureDraft, ...lists: FigureDraft[][]): void {
  for (const list of lists) list.push(figure);
}
