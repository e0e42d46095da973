/** The stages of reading one report, in order. Each is a function of the ones before; this list is the table of contents of `extract/`. */
import { harmed } from '../claim/outcomes.ts';
import type { Claim, Report, ResolvedPlace } from '../claim/reading.ts';
import type { Span } from '../claim/span.ts';
import type { RuleSet } from '../rules/match.ts';
import { addPeople } from './added-people.ts';
import { readAllFigures } from './all-figures.ts';
import { newMemory } from './antecedents.ts';
import { claimOf, distinctIds, type MakeId } from './assemble.ts';
import { type Attributed, attribute, withoutOutlet } from './attribution.ts';
import { beatersActOn } from './beaten-back.ts';
import { accusedOf } from './blamed.ts';
import { carryDate, newDays, takeDayOfParagraph } from './carried-days.ts';
import { type Chunk, chunkSentence } from './chunk.ts';
import { addMade } from './class-groups.ts';
import { combine } from './combine.ts';
import { isBodyOfDead, isBodyOfKnown } from './count-of.ts';
import { contextEnd } from './date-values.ts';
import { fillDate } from './dating.ts';
import { readDayNames } from './day-names.ts';
import { deedOnOther } from './deed-on-other.ts';
import { TAKEN_UP, withTakenUp } from './deed-taken-up.ts';
import { type Doc, makeDoc } from './doc.ts';
import { isOnlyAfter } from './earlier.ts';
import { type Doers, fillDoer, newDoers } from './elided.ts';
import { isErrand } from './errands.ts';
import { facilitiesBefore } from './facility-before.ts';
import { ONLY_AFTER } from './families.ts';
import { weDid } from './first-person.ts';
import type { Forms } from './forms.ts';
import { addPlaces, fillPlace, type Ground, leaveOpen, newGround, placeWords, rememberPlaces, sceneOf } from './ground.ts';
import type { FigureDraft, Happening } from './happening.ts';
import { readHappenings } from './happenings.ts';
import { dropHeadline } from './headline-claims.ts';
import { withoutIdleAsides } from './idle-asides.ts';
import { itemAt } from './item-at.ts';
import { dayOfBreath, deedBefore, placeOfBreath } from './joined-deeds.ts';
import { countListed, countNamedBefore } from './listed.ts';
import { newsDay } from './news-day.ts';
import { isNotLimited, isOtherWay } from './not-only.ts';
import { readNumbers } from './numbers.ts';
import { giveScene } from './one-scene.ts';
import { giveOnlyPlace } from './only-place.ts';
import { opensAnother } from './opens-another.ts';
import { countedByTeller } from './own-deeds.ts';
import { ownWounding } from './own-wounding.ts';
import type { Gazetteer, PlacePhrase } from './place-names.ts';
import { readQuantities } from './quantities.ts';
import { continueQuote, type OpenQuote, quoteLeftOpen } from './quotations.ts';
import { type Before, judge } from './reality.ts';
import { type Rebuttal, readRebuttal, rebutted, speaksOn } from './rebuttal.ts';
import { refineStorm, refineType } from './refine.ts';
import { leftBehind } from './remnants.ts';
import { doerOfRow } from './row-of-nouns.ts';
import { readSentences, type Sentence } from './sentences.ts';
import { settleParties } from './settle.ts';
import { settleShortNames } from './short-names.ts';
import { mentionsAgain, type Telling, tell } from './story.ts';
import { carryTally, newTallies } from './tally.ts';
import { entitiesIn } from './theatre.ts';
import { dayOfReport, readTimes, resolveTimes } from './times.ts';
import { tellBefore } from './told-after.ts';
import { carryTotal, markTotals, shareSpans } from './totals.ts';
import { unreadStretches } from './unread.ts';
import { usable } from './usable.ts';
import { groupsOf } from './voices.ts';
import { field } from './words.ts';

/** What a language pack and the registries bring. */
export type Means = {
  forms: Forms;
  gazetteer: Gazetteer;
  quantityRules: RuleSet;
  timeRules: RuleSet;
  /** Reads where the report is about from all its places; what it returns turns one into a point. `home`: country of the outlet. */
  resolver: (doc: Doc, all: readonly PlacePhrase[], home: string | null) => (place: PlacePhrase) => ResolvedPlace | null;
  /** Country of an outlet by its name, or null. */
  countryOf: (outlet: string) => string | null;
  /** Id of the outlet of that name, or null. */
  outletId: (name: string) => string | null;
  makeId: MakeId;
};

export type Read = { claims: Claim[]; unread: Span[]; headline: Span | null };

/** Everything a report was read into, for explanations and tests. */
export type Worked = Read & {
  doc: Doc;
  sentences: { sentence: Sentence; chunks: Chunk[]; attributed: Attributed; happenings: Happening[] }[];
  tellings: Telling[];
};

/**
 * Reads one report and stops after each step, so that it can be taken for many reports before the next one (see `together.ts`). A step leaves nothing behind
 * outside its own report but the spellings it met, whose readings are always the same.
 */
export function* readSteps(report: Report, reportId: string, means: Means): Generator<void, Worked, void> {
  const doc = makeDoc(report.text, means.forms);
  yield;
  readNumbers(doc);
  readTimes(doc, means.timeRules);
  yield;
  readQuantities(doc, means.quantityRules);
  readDayNames(doc);
  settleShortNames(doc);
  addMade(doc);
  yield;
  const published = dayOfReport(doc, report.published ?? null);
  resolveTimes(doc, published, 'past');
  const sentences = readSentences(doc);
  const gazetteer: Gazetteer = { ...means.gazetteer, learned: new Set() };
  yield;
  const worked = sentences
    .filter((sentence) => !sentence.furniture)
    .map((sentence): Row => {
      // field by field: an object that others are spread into is looked up like a map ever after
      const { chunks, aside } = withoutIdleAsides(doc, chunkSentence(doc, sentence, gazetteer));
      return { sentence, chunks, aside, attributed: silent, happenings: [] };
    });
  yield;
  attributeAll(doc, worked, report.outlet == null ? null : means.outletId(report.outlet));
  yield;
  for (const row of worked) {
    const { chunks, attributed } = row;
    const read = readHappenings(doc, chunks, attributed.used, attributed.frameOf);
    row.happenings = ownWounding(doc, chunks, read).filter(
      (h) => !isErrand(doc, chunks, h) && !isNotLimited(chunks, h) && !isOtherWay(doc, chunks, h),
    );
    facilitiesBefore(doc, chunks, row.happenings, attributed.used);
    addPeople(doc, chunks, row.happenings, attributed.used);
    beatersActOn(doc, chunks, row.happenings, attributed.used);
  }
  yield;
  const loose = readAllFigures(doc, worked);
  yield;
  worked.forEach((row, n) => {
    const { chunks, attributed, happenings } = row;
    const combined = combine(doc, chunks, happenings, loose[n], attributed.frameOf, groupsOf(attributed));
    row.happenings = withTakenUp(doc, chunks, combined, attributed);
  });
  yield;
  const { told, again } = tellAll(doc, worked, published, newsDay(doc, sentences, published), gazetteer);
  yield;
  giveOnlyPlace(doc, told, gazetteer);
  const kept = dropHeadline(doc, told);
  for (const t of told) if (!kept.includes(t)) again.push(t.content);
  for (const t of kept) {
    settleParties(doc, t.h);
    refineStorm(t.h);
    takeDayOfParagraph(t);
  }
  giveScene(doc, told, gazetteer);
  yield;
  const places: PlacePhrase[] = [];
  for (const { chunks } of worked) addPlaces(chunks, places);
  const resolve = means.resolver(doc, places, report.outlet == null ? null : means.countryOf(report.outlet));
  const entityFor = entitiesIn(
    doc,
    kept.flatMap((t) => t.h.places.map(({ place }) => resolve(place))),
  );
  const claims = kept.map((t) => claimOf(doc, t, reportId, (_, place) => resolve(place), entityFor, means.makeId));
  claims.sort((a, b) => a.content.start - b.content.start || a.event.trigger.start - b.event.trigger.start);
  return {
    doc,
    sentences: worked,
    tellings: kept,
    claims: distinctIds(claims),
    unread: unreadStretches(
      doc,
      kept,
      claims.map((c) => c.content),
      again,
      worked,
    ),
    headline: headlineSpan(doc, sentences),
  };
}

type Row = { sentence: Sentence; chunks: Chunk[]; aside: readonly Chunk[]; attributed: Said; happenings: Happening[] };
type Said = Attributed & { rebuttal: Rebuttal | null };
const silent: Said = { frames: [], frameOf: new Int16Array(0), used: new Uint8Array(0), rebuttal: null };

/** Who says what in each sentence; who spoke before is remembered from one to the next, except over a headline. */
function attributeAll(doc: Doc, rows: readonly Row[], outlet: string | null): void {
  const memory = newMemory();
  let quote: OpenQuote | null = null;
  for (const [n, row] of rows.entries()) {
    const { sentence, chunks } = row;
    if (sentence.headline) memory.last = memory.teller = null;
    const attributed = attribute(doc, chunks, sentence, memory);
    if (n > 0) tellBefore(doc, chunks, rows[n - 1], memory);
    if (outlet !== null) withoutOutlet(attributed, outlet);
    if (quote !== null) continueQuote(chunks, attributed, quote);
    const rebuttal = readRebuttal(doc, chunks, attributed.frames, attributed.used, memory);
    if (rebuttal !== null) speaksOn(doc, chunks, attributed.frames, rebuttal, memory);
    quote = quoteLeftOpen(doc, sentence, chunks, attributed) ?? (quote !== null && quote.end > sentence.end ? quote : null);
    if (sentence.headline) memory.last = memory.teller = null;
    row.attributed = { ...attributed, rebuttal };
  }
}

/** The happenings of all sentences as one story; `again` are the words that tell nothing new. */
function tellAll(
  doc: Doc,
  rows: readonly Row[],
  published: string | null,
  news: string | null,
  gazetteer: Gazetteer,
): { told: Telling[]; again: Span[] } {
  const ground = newGround();
  const days = newDays();
  const doers = newDoers();
  const tallies = newTallies();
  const told: Telling[] = [];
  const again: Span[] = [];
  for (let from = 0, to = 0; from < rows.length; from = to) {
    // the names of a list are counted for what was told before them
    do to++;
    while (to < rows.length && rows[to].sentence.list === undefined);
    for (let n = from; n < to; n++) fillWho(doc, rows[n], n === 0 ? null : rows[n - 1], published, doers, told, again);
    const tellings = rows.slice(from, to).map((row) => fillWhere(doc, row, published, news, ground, gazetteer));
    for (let n = from; n < to; n++) {
      const { sentence, chunks, attributed } = rows[n];
      for (const telling of tellings[n - from]) {
        carryDate(doc, telling, chunks, attributed, days, gazetteer);
        carryTotal(told, telling);
        carryTally(doc, chunks, tallies, telling);
        // "was adopted by X": what, if no attack was told
        if (telling.h.rules.includes(TAKEN_UP) && !mentionsAgain(told, telling)) continue;
        if (usable(doc, chunks, attributed.used, telling, published)) {
          countNobodyUnharmed(telling);
          if (countsAgain(doc, told, telling)) {
            again.push(telling.content);
            continue;
          }
          tell(doc, told, telling, again, gazetteer);
        } else if (mentionsAgain(told, telling)) again.push(telling.content);
      }
      if (attributed.rebuttal !== null) told.push(...rebutted(told, attributed.rebuttal, sentence));
    }
  }
  return { told, again };
}

/** "an attempt to kill the deputy": he is no count of the dead. */
function countNobodyUnharmed({ h, judged }: Telling): void {
  // "six survived attempts to kill them"
  if (h.rules.includes('event.survived')) h.figures = h.figures.filter((f) => !h.recipients.includes(f.noun));
  if (judged.reality !== 'unreal' || judged.stance === 'denied') return;
  h.figures = h.figures.filter((f) => f.noun.count !== null || f.partOf !== null || !harmed.has(f.outcome));
}

/** "recovered the body of the woman": who was told to be dead is not counted again. */
const countsAgain = (doc: Doc, told: readonly Telling[], { h }: Telling): boolean =>
  h.outcome === 'killed' &&
  h.figures.length > 0 &&
  h.figures.every(
    (f) => f.outcome === 'killed' && told.some((t) => !t.sentence.headline && t.h.figures.some((g) => isDeadOfThose(doc, f, g))),
  );

/** "the body of the woman" after a woman was killed, "the bodies of the dead" whoever they are. */
const isDeadOfThose = (doc: Doc, { noun, who, low }: FigureDraft, known: FigureDraft): boolean =>
  known.outcome === 'killed' &&
  ((isBodyOfDead(doc, noun) && (noun.count === null || low === known.low)) || (isBodyOfKnown(doc, noun) && who === known.who));

/** Who did it, how many it befell, and of what kind it is. */
function fillWho(
  doc: Doc,
  { sentence, chunks, attributed, happenings }: Row,
  above: Row | null,
  published: string | null,
  doers: Doers,
  told: readonly Telling[],
  again: Span[],
): void {
  if (above !== null && above.sentence.end < sentence.start && doc.isBreak(above.sentence.end))
    countNamedBefore(doc, chunks, happenings, above.chunks);
  if (sentence.list !== undefined && countListed(doc, chunks, happenings, sentence.list, told, sentence))
    again.push(doc.span(sentence.start, sentence.list.end));
  for (const [n, h] of happenings.entries()) {
    if (h.frame >= 0) deedOnOther(doc, chunks, h, attributed.frames[h.frame]);
    if (h.frame >= 0) ownDeed(doc, chunks, h, attributed.frames[h.frame]);
    if (h.frame >= 0) countedByTeller(h, attributed.frames);
    fillDoer(doc, chunks, h, attributed, sentence, doers);
    doerOfRow(doc, chunks, h, itemAt(happenings, n - 1));
    markTotals(doc, chunks, h, published);
    refineType(doc, h);
    leftBehind(doc, chunks, h);
  }
}

/** Where and when it took place, and whether it did. */
function fillWhere(
  doc: Doc,
  row: Row,
  published: string | null,
  news: string | null,
  ground: Ground,
  gazetteer: Gazetteer,
): Telling[] {
  const { sentence, chunks, attributed, happenings } = row;
  const scene = sceneOf(doc, chunks, attributed, ground);
  let before: Before | null = null;
  const tellings: Telling[] = [];
  for (const [n, h] of happenings.entries()) {
    const frame = h.frame >= 0 ? attributed.frames[h.frame] : null;
    fillPlace(doc, chunks, h, happenings, scene, attributed, ground, gazetteer);
    const breath = deedBefore(doc, chunks, h, happenings.slice(0, n), attributed.frameOf);
    if (breath !== null) placeOfBreath(h, breath);
    const date =
      fillDate(doc, chunks, h, happenings, attributed, published) ??
      dayOfBreath(
        h,
        tellings.find((t) => t.h === breath),
      );
    const judged = judge(doc, chunks, h, frame, contextEnd(h.date), published, news, before);
    before = { h, judged };
    if (isOnlyAfter(chunks, h)) h.rules.push(ONLY_AFTER);
    leaveOpen(chunks, h, judged, sentence, ground);
    tellings.push({
      h,
      chain: frame?.chain ?? [],
      frame,
      sentence,
      last: sentence.index,
      judged,
      date,
      placeWords: placeWords(doc, h, ground),
      content: contentSpan(doc, chunks, h, attributed),
      turns: turnsTopic(chunks[0]) || opensAnother(doc, chunks),
      topic: scene.topic?.place ?? null,
      named: scene.spots.some(({ named }) => named),
      denier: attributed.rebuttal?.source ?? null,
    });
  }
  shareSpans(tellings);
  rememberPlaces(scene, sentence, ground);
  return tellings;
}

/** A claim of responsibility and an accusation name the doer outside the words of the deed. */
function ownDeed(doc: Doc, chunks: readonly Chunk[], h: Happening, frame: Attributed['frames'][number]): void {
  // who accuses somebody else has not done it
  if (frame.actor !== null && frame.stance === 'accused')
    h.actors = h.actors.filter(({ start }) => !frame.chain.some(({ noun }) => noun?.start === start && noun !== frame.actor));
  if (frame.actor !== null && h.actors.length === 0) h.actors.push(...accusedOf(doc, chunks, h, frame));
  const doer = frame.chain.at(-1)?.noun ?? null;
  // "its responsibility for X, without touching on Y"
  if (chunks.slice(frame.from, h.chunk).some((c, n, all) => c.mark === 'without' && all[n + 1]?.kind === 'that')) return;
  if (frame.ownDeed && frame.stance === 'asserted') frame.stance = 'claimed-responsibility';
  if (frame.ownDeed && h.node?.kind === 'carrier' && h.definite) h.types = ['attack', ...h.types];
  if (doer !== null) weDid(doc, h, doer);
  if (h.actors.length > 0 || doer === null) return;
  // "announced its advance": the pronoun is the speaker
  const advances =
    h.chunk === frame.from && !h.finite && moves.has(h.types[0]) && doc.info[chunks[h.chunk].start].pronoun !== null;
  // "vowed to answer the raid": the raid is not the vow
  const vowed = frame.stance !== 'expected' || chunks.slice(frame.from, h.chunk).every(({ kind }) => kind === 'light');
  if ((frame.ownDeed && vowed) || advances) h.actors.push(doer);
}

/** "in another development", "in a related matter": not "it is worth recalling", which stays with its subject. */
const turnsTopic = ({ kind, node }: Chunk): boolean =>
  kind === 'reset' && field(node, 'resets') === 'topic' && field(node, 'recalls') !== 'yes';

const moves: ReadonlySet<string> = new Set(['territory', 'force-movement']);

function contentSpan(doc: Doc, chunks: readonly Chunk[], h: Happening, attributed: Attributed): Span {
  // "killed ... in a raid": the word for the dead is part of what is said
  const parts = h.parts.filter((k) => k < chunks.length && !attributed.used[k]);
  let from = Math.min(h.chunk, ...parts);
  while (
    from > 0 &&
    attributed.frameOf[from - 1] === attributed.frameOf[from] &&
    !attributed.used[from - 1] &&
    chunks[from - 1].kind !== 'mark'
  )
    from--;
  let to = Math.max(h.chunk, Math.min(h.until, chunks.length - 1), ...parts);
  for (const f of h.figures) if (f.chunk > to && f.chunk < chunks.length) to = f.chunk;
  return doc.span(chunks[from].start, chunks[to].end);
}

function headlineSpan(doc: Doc, sentences: readonly Sentence[]): Span | null {
  const first = sentences[0];
  if (first === undefined || !first.headline) return null;
  let last = first;
  for (const s of sentences) if (s.paragraph === first.paragraph) last = s;
  return doc.span(first.start, last.end);
}
