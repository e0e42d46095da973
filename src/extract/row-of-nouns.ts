/** "X's killing of a boy and arrest of his brother", "X went on storming the towns, arresting people and pulling down houses": a row of verbal nouns has one doer. */
import type { EventType } from '../claim/reading.ts';
import { BI, KA, LI } from '../lexicon/analyze.ts';
import { MEEM } from '../text/letters.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { type Happening, takes } from './happening.ts';
import { isForce } from './parties.ts';
import { fitOf, pronounOf } from './referred-back.ts';
import { attackTypes } from './senses.ts';
import { featuresOf, field, hasConjunction, looseOfToken } from './words.ts';

/** How many chunks may lie between two deeds of a row. */
const REACH = 10;

const ROW = 'event.row-of-nouns';

/** Rules that tell the doer of a whole row: whoever stands before it, or right behind its first word. */
const ofRow: ReadonlySet<string> = new Set([
  'event.noun-of-actor-and-object',
  'event.own-announcement',
  'event.control-verb',
  'event.light-verb',
  'event.same-hands',
  ROW,
]);
const parts: ReadonlySet<string> = new Set(['that', 'contrast', 'reset', 'relative', 'result', 'conjunction', 'say', 'cause']);

export function doerOfRow(doc: Doc, chunks: readonly Chunk[], h: Happening, before: Happening | undefined): void {
  if (before === undefined || h.finite || before.finite || h.actors.length > 0 || before.actors.length === 0) return;
  if (before.frame !== h.frame || h.sense?.subject !== 'actor' || h.chunk - before.chunk > REACH || h.light >= 0) return;
  const { start, bits, end } = chunks[h.chunk];
  if (!hasConjunction(doc, start) || bits & (BI | LI | KA)) return;
  if (
    !isDeed(doc, h) ||
    !(isDeed(doc, before) || isRepelling(before) || before.rules.includes('event.same-hands')) ||
    !before.rules.some((r) => ofRow.has(r))
  )
    return;
  if (doc.info[h.start].pronoun !== null) {
    // "the repelling of X and the targeting of it"
    if (h.outcome !== null || !theirs(doc, chunks, h, before)) return;
    h.actors.push(...before.actors);
    h.recipients.push(...before.recipients);
    h.rules.push(ROW);
    return;
  }
  // its object stands right behind it
  if (chunks[h.chunk + 1]?.start !== end || !befalls(h, chunks[h.chunk + 1])) return;
  const doers = before.actors.filter((a) => isForce(doc, a) || a.kind === 'person');
  if (doers.length === 0 || h.recipients.some((r) => doers.some((d) => d.start === r.start))) return;
  for (let k = before.chunk + 1; k < h.chunk; k++) if (parts.has(chunks[k].kind) || chunks[k].finite) return;
  h.actors.push(...doers);
  h.rules.push(ROW);
}

/** "announced the confronting of X and the targeting of it": a fight of whoever tells it, and of nobody else. */
const isRepelling = ({ types: [type], rules, recipients }: Happening): boolean =>
  type === 'armed-clash' && recipients.length > 0 && rules.includes('event.own-announcement');

/** The pronoun on the deed means whom the deed before it was done to, for nobody else stands behind it. */
function theirs(doc: Doc, chunks: readonly Chunk[], h: Happening, before: Happening): boolean {
  const [noun, ...more] = before.recipients;
  const next = chunks[h.chunk + 1];
  if (noun === undefined || more.length > 0 || h.recipients.length > 0 || (next?.kind === 'noun' && !(next.bits & BI)))
    return false;
  const pronoun = pronounOf(doc, h.start);
  return pronoun !== null && fitOf(doc, pronoun, noun) > 0;
}

const befalls = (h: Happening, next: Chunk): boolean =>
  h.recipients.some((r) => r.start === next.start) || h.places.some(({ place }) => place.start === next.start);

const taken: ReadonlySet<EventType> = new Set<EventType>(['destruction', 'territory', 'weapons-disrupted', 'service-cut']);

/** What somebody does to others, told by one verbal noun: no battle, no bare death. */
function isDeed(doc: Doc, { types: [type], outcome, node }: Happening): boolean {
  const features = node === null ? null : featuresOf(node);
  if (features?.pos !== 'masdar' || features.number === 'pl' || (type === 'armed-clash' && field(node, 'storms') !== 'yes'))
    return false;
  if (type === 'killing' || type === 'execution')
    return !looseOfToken(doc, node!.start).startsWith(MEEM, hasConjunction(doc, node!.start) ? 1 : 0);
  return outcome === null ? attackTypes.has(type) || taken.has(type) : takes.has(outcome);
}
