/** "shot the youth X, which led to his death": the pronoun counts whoever the attack before it struck, where that is one person or a counted few. */
import type { Outcome } from '../claim/reading.ts';
import { peopleAboard } from './aboard.ts';
import { separated } from './apart.ts';
import type { Chunk } from './chunk.ts';
import { countOf, outcomeOfNoun } from './count-of.ts';
import type { Doc } from './doc.ts';
import { isAttack } from './families.ts';
import { type Happening, newFigure } from './happening.ts';
import type { NounPhrase } from './noun-parts.ts';
import { isPeople } from './parties.ts';
import { eventSense } from './senses.ts';
import { whoOf } from './who-of.ts';
import { senseOf } from './words.ts';

const fates: ReadonlySet<Outcome> = new Set<Outcome>(['killed', 'injured']);

/** Adds the figure of those whose fate a word with a pronoun tells. Changes the happenings. */
export function countFates(doc: Doc, chunks: readonly Chunk[], happenings: readonly Happening[]): void {
  for (let k = 1; k < chunks.length; k++) {
    if (isResult(chunks, k)) countFate(doc, chunks, happenings, k);
    else if (chunks[k - 1].kind === 'case' && chunks[k - 1].mark === 'after') countCarried(doc, chunks, happenings, k);
  }
}

/** "the youth X was taken to the hospital after | his wounding": whoever the verb right before is told of. */
function countCarried(doc: Doc, chunks: readonly Chunk[], happenings: readonly Happening[], k: number): void {
  const outcome = fateIn(doc, chunks, k, happenings);
  const h = happenings.find((one) => one.chunk === k);
  if (outcome === null || h === undefined || h.figures.length > 0) return;
  const verb = chunks.findLastIndex((c, j) => j < k && c.finite);
  const noun = verb < 0 || chunks[verb + 1]?.kind !== 'noun' ? null : chunks[verb + 1].noun;
  if (noun === null || noun.start >= chunks[k].start || happenings.some((one) => one.chunk === verb && one.figures.length > 0))
    return;
  for (const person of struck(doc, [noun], pronounIn(doc, chunks[k]))) {
    const figure = newFigure({ ...countOf(doc, person, true)!, known: undefined }, outcome, person, verb + 1);
    figure.who = whoOf(doc, person);
    h.figures.push(figure);
    h.rules.push('figure.fate-of-carried');
  }
}

function countFate(doc: Doc, chunks: readonly Chunk[], happenings: readonly Happening[], k: number): void {
  const outcome = fateIn(doc, chunks, k, happenings);
  if (outcome === null) return;
  const attack = happenings.findLast((h) => h.chunk < k && isAttack(h) && !h.negated);
  if (attack === undefined || separated(chunks, attack.chunk, k)) return;
  const { start } = chunks[k];
  const aboard = struck(doc, peopleAboard(doc, chunks, attack, k), pronounIn(doc, chunks[k]));
  // whoever else died beside them is told behind
  if (attack.figures.some((f) => (f.outcome === outcome || f.partOf === null) && (aboard.length === 0 || f.start < start)))
    return;
  if (aboard.length === 0 && attack.recipients.some((r) => r.start > start)) return;
  // "an explosive at the house, which led to its being hit"
  if (aboard.length > 0 && outcome !== 'killed' && attack.recipients.some((r) => r.kind === 'thing' && isOfThing(doc, r, start)))
    return;
  for (const noun of aboard.length > 0 ? aboard : struck(doc, attack.recipients, pronounIn(doc, chunks[k]))) {
    const counted = countOf(doc, noun, true);
    const chunk = chunks.findIndex((c) => c.start <= noun.start && noun.start < c.end);
    if (counted === null || chunk < 0) continue;
    const figure = newFigure({ ...counted, known: undefined }, outcome, noun, chunk);
    figure.who = whoOf(doc, noun);
    attack.figures.push(figure);
    attack.rules.push('figure.fate-of-struck');
  }
}

/** The pronoun may be that of the thing as well. */
const isOfThing = (doc: Doc, { features }: NounPhrase, i: number): boolean =>
  doc.info[i].pronoun === (features?.gender === 'f' ? '3fs' : '3ms');

/** "which led to", "resulting in", with at most a preposition behind. */
const isResult = (chunks: readonly Chunk[], k: number): boolean =>
  chunks[k - 1].kind === 'result' || (chunks[k - 1].kind === 'case' && chunks[k - 2]?.kind === 'result');

const pronounIn = (doc: Doc, chunk: Chunk): string | null => doc.info[chunk.start]?.pronoun ?? null;

/** "his death", "his wounding": what happened, without saying to whom. */
function fateIn(doc: Doc, chunks: readonly Chunk[], k: number, happenings: readonly Happening[]): Outcome | null {
  const chunk = chunks[k];
  if (pronounIn(doc, chunk) === null || happenings.some((h) => h.chunk === k && h.recipients.length > 0)) return null;
  const sense = chunk.kind === 'event' && !chunk.finite ? senseOf(chunk.node) : null;
  const ofNoun = chunk.kind === 'noun' && chunk.noun !== null && chunk.noun.count === null ? outcomeOfNoun(chunk.noun) : null;
  const outcome = sense === null ? ofNoun : eventSense(sense).outcome;
  return outcome !== null && fates.has(outcome) ? outcome : null;
}

/** Those struck whom the pronoun can mean: all of them, told before it, and as many as it says. */
function struck(doc: Doc, recipients: readonly NounPhrase[], pronoun: string | null): readonly NounPhrase[] {
  if (recipients.length === 0 || !recipients.every((r) => isPeople(r) && r.kind !== 'outcome')) return [];
  const [first] = recipients;
  const number = first.features?.number ?? null;
  const female = first.features?.gender === 'f';
  const counts = recipients.map((r) => countOf(doc, r, true));
  if (counts.some((c) => c === null)) return [];
  if (pronoun === '3ms' || pronoun === '3fs') {
    const one = recipients.length === 1 && counts[0]!.high === 1 && number !== 'pl' && number !== 'du';
    return one && (pronoun === '3fs' ? female : !female) ? recipients : [];
  }
  const many = counts.reduce((sum, c) => sum + c!.low, 0);
  if (pronoun === '3d') return many === 2 ? recipients : [];
  return pronoun === '3mp' && many > 2 ? recipients : [];
}
