/**
 * Words of violence, movement and control as figures of speech: "the storm struck", "regained its health", "a war of words", "an electoral battle". The words
 * beside which they are such say so in the lists.
 */
import type { EventType } from '../claim/reading.ts';
import type { Node } from '../rules/node.ts';
import { anyAmong, FIGURE } from './class-groups.ts';
import type { Doc } from './doc.ts';
import { attackTypes, eventSense } from './senses.ts';
import { attachedPreposition, featuresOf, field, hasConjunction, isDefinite, isWord, nodeOf, senseOf } from './words.ts';

/** How many words behind it are asked. */
const REACH = 4;
/** Prepositions that lead on to what is held, hit, entered or left. */
const leading: ReadonlySet<string> = new Set(['on', 'to', 'from', 'in', 'about', 'against']);
const moving: ReadonlySet<EventType> = new Set<EventType>([
  'force-movement',
  'displacement',
  'territory',
  'surrender',
  'agreement',
  'abduction',
]);

export function isFigurative(doc: Doc, node: Node<any>, end: number): boolean {
  const sense = senseOf(node);
  if (sense === null || node.kind !== 'event') return false;
  const { types, outcome, needs } = eventSense(sense);
  // who died of hunger or cold in a siege did die
  if (outcome === 'killed' || outcome === 'injured' || needs !== null) return false;
  if (types[0] === 'agreement' && isOfTrade(doc, node, end)) return true;
  const acts = featuresOf(node)?.pos === 'verb';
  if (
    acts &&
    (types[0] === 'bombing' ? sparks(doc, node.end, end) : field(node, 'aims') === 'yes' && isAimedAt(doc, node.end, end))
  )
    return true;
  if (!anyAmong(doc, node.end, Math.min(end, node.end + REACH), FIGURE)) return false;
  const verb = featuresOf(node)?.pos === 'verb';
  const pair = types[0] === 'agreement';
  if (!verb && (attackTypes.has(types[0]) || pair) && isDescribed(doc, node.end, end, pair)) return true;
  let definite = verb || isDefinite(doc, node.start);
  for (let i = node.end; i < Math.min(end, node.end + REACH); i++) {
    if (!isWord(doc, i) || hasConjunction(doc, i)) return false;
    const link = nodeOf(doc, i, 'case');
    if (link !== null && !leading.has(field(link, 'role') ?? '')) return false;
    // "the shelling caused a state of panic": behind a noun only its genitive, and what a preposition leads to at once
    if (!verb && (i > node.end + 1 || (link !== null && i > node.end))) return false;
    if (pair || link !== null || attachedPreposition(doc, i) !== 0 || i === node.end || definite) {
      const kind = isManner(doc, i, node.end) ? null : figureAt(doc, i);
      if (kind === 'thing' || (kind === 'person' && moving.has(types[0])) || (kind === 'trade' && pair)) return true;
    }
    // behind an indefinite word stands its owner, behind a preposition what it leads to
    definite = link !== null || isDefinite(doc, i);
  }
  return false;
}

/** "blew up | protests", "| clashes": what it set off is no explosion. */
function sparks(doc: Doc, i: number, end: number): boolean {
  if (i >= end || !isWord(doc, i) || isDefinite(doc, i) || attachedPreposition(doc, i) !== 0) return false;
  return doc.at[i].some(
    (n) => n.kind === 'event' && featuresOf(n)?.pos !== 'verb' && unrest.has(eventSense(senseOf(n)!).types[0]),
  );
}

/** "(the campaign) targets | the stirring up of", "targets | by (from) the march": what it is for. */
const isAimedAt = (doc: Doc, i: number, end: number): boolean =>
  i < end &&
  doc.bits[i] === 0 &&
  doc.info[i].pronoun === null &&
  (nodeOf(doc, i, 'from') !== null || nodeOf(doc, i, 'aim')?.word?.exact === true);
const unrest: ReadonlySet<string> = new Set(['protest', 'riot', 'armed-clash']);

/** How far behind an agreement its matter may stand. */
const MATTER = 10;

/** "an agreement between X and Y to lay a pipeline", "signed an agreement with the World Bank": no conflict is settled by it; a truce is one whatever it is for. */
function isOfTrade(doc: Doc, node: Node<any>, end: number): boolean {
  const to = Math.min(end, node.end + MATTER);
  if (field(node, 'declared') === 'yes' || !anyAmong(doc, node.end, to, FIGURE)) return false;
  for (let i = node.end; i < to && isWord(doc, i); i++) {
    if (figureAt(doc, i) === 'matter') return true;
    const told = nodeOf(doc, i, 'event');
    if (told !== null && eventSense(senseOf(told)!).types[0] !== 'agreement') return false;
  }
  return false;
}

/** "fled the town | in fear": a bare accusative behind other words says why or how. */
const isManner = (doc: Doc, i: number, from: number): boolean =>
  i > from &&
  !isDefinite(doc, i) &&
  attachedPreposition(doc, i) === 0 &&
  doc.at[i].some((n) => n.kind === 'unreal' && featuresOf(n)?.state === 'accusative');

/** "a war of words", "a trade agreement", "the trade war of China": an adjective that agrees in the article. */
function isDescribed(doc: Doc, from: number, end: number, pair: boolean): boolean {
  const owned = doc.info[from - 1].pronoun !== null;
  for (let i = from; i < Math.min(end, from + 3); i++) {
    if (!isWord(doc, i) || attachedPreposition(doc, i) !== 0 || hasConjunction(doc, i) || nodeOf(doc, i, 'case') !== null)
      return false;
    const kind = figureAt(doc, i);
    const agrees = i === from ? (owned || isDefinite(doc, i - 1)) === isDefinite(doc, i) : isDefinite(doc, i);
    if (agrees && (kind === 'trade' || (kind === 'kind' && !pair))) return true;
    if (isDefinite(doc, from - 1) || owned) return false;
  }
  return false;
}

/** "the crisis strikes", "fear took hold": who acts before its verb is no one. */
export const isFigureOf = (doc: Doc, subject: number, node: Node<any>): boolean =>
  node.kind === 'event' && eventSense(senseOf(node)!).outcome === null && figureAt(doc, subject) === 'thing';

export function figureAt(doc: Doc, i: number): string | null {
  if (i >= doc.length) return null;
  for (const node of doc.at[i]) {
    // "my thought" and "two thoughts of" are written like "intellectual"
    if (node.kind !== 'vocabulary' || node.word?.pronoun === '1s' || featuresOf(node)?.number === 'du') continue;
    const kind = field(node, 'figurative');
    if (kind !== undefined) return kind;
  }
  return null;
}
