/** Strangers that the words around them show to be places: "in X yesterday", "raids on X", "withdrew from X", "the battles of X". No list holds them. */
import { AL, BI, FA, KA, LI, WA } from '../lexicon/analyze.ts';
import { Kinds } from '../text/key-mark.ts';
import {
  ALEF,
  ALEF_HAMZA_ABOVE,
  ALEF_HAMZA_BELOW,
  ALEF_MADDA,
  HAMZA,
  TEH_MARBUTA,
  WAW,
  YEH,
  YEH_HAMZA,
} from '../text/letters.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { isPlaceAdjective } from './place-adjectives.ts';
import { openedName } from './place-strangers.ts';
import { strikes } from './prefer-place.ts';
import { eventSense } from './senses.ts';
import {
  featuresOf,
  hasConjunction,
  isDefinite,
  isFiniteVerb,
  isWord,
  looseOfToken,
  markAt,
  nodeAmong,
  nodeOf,
  readings,
  senseOf,
} from './words.ts';

/** How surely the words before a token say that a place stands there: `in` by itself, `deed` where what happened is told right before it. */
type Lead = 'in' | 'deed';

/** Where the name of a place that no list holds ends, if the words before token `i` lead to one and those behind it may follow one; `i` if not. */
export function ledTownEnd(doc: Doc, before: readonly Chunk[], i: number, end: number): number {
  const lead = leadAt(doc, before, i);
  if (lead === null) return i;
  const after = strangerEnd(doc, i, end);
  return after > i && mayFollow(doc, i, after, end, lead) ? after : i;
}

/** "the army shelled | Korunda": behind who does it, the object of a verb that such deeds take, which no indefinite noun could be without the ending of one. */
export function townStruckEnd(doc: Doc, before: readonly Chunk[], i: number, end: number): number {
  const doer = before.at(-1);
  const verb = before.at(-2);
  if (verb?.kind !== 'event' || !verb.finite || doer?.kind !== 'noun' || doer.end !== i || isDefinite(doc, i)) return i;
  if (!eventSense(senseOf(verb.node)!).types.some((type) => taken.has(type)) || ENDED.test(looseOfToken(doc, i))) return i;
  const after = strangerEnd(doc, i, end);
  return after > i && mayFollow(doc, i, after, end, 'deed') ? after : i;
}
const taken: ReadonlySet<string> = new Set(['shelling', 'air-strike', 'territory']);
/** Endings of an adjective: teh marbuta, yeh, -at. */
export const ADJECTIVE = /(?:[\u0629\u0647\u064A]|\u0627\u062A)$/u;
/** What an object without its article ends in: alef, teh marbuta, -at, -in. */
const ENDED = /(?:[\u0627\u0629\u0647]|\u0627\u062A|\u064A\u0646)$/u;

/** The same right behind "near", "the centre of", "north of". */
export function townBehindRelation(doc: Doc, t: number, end: number): number {
  const leads = t > 0 && !isDefinite(doc, t - 1) && doc.at[t - 1].some((n) => n.end === t && relations.has(n.kind));
  // "a centre | for health" is described by an adjective
  if (!leads || (!isDefinite(doc, t) && ADJECTIVE.test(looseOfToken(doc, t)))) return t;
  const after = strangerEnd(doc, t, end);
  return after > t && mayFollow(doc, t, after, end, 'deed') ? after : t;
}
const relations: ReadonlySet<string> = new Set(['relation', 'direction']);

function leadAt(doc: Doc, before: readonly Chunk[], i: number): Lead | null {
  const last = before.at(-1);
  if (last === undefined || last.end !== i) return null;
  if (last.kind === 'case') {
    if (doc.info[last.start].pronoun !== null) return null;
    if (last.mark === 'in') return 'in';
    if (last.mark === 'on') return strikes(before) || follows(before, held) ? 'deed' : null;
    return (last.mark === 'from' || last.mark === 'to') && follows(before, moving) ? 'deed' : null;
  }
  // "the battles of X"; what stands behind a deed without its article may describe it
  const sense = last.kind === 'event' && !last.finite && !isDefinite(doc, last.start) ? senseOf(last.node) : null;
  const named = isDefinite(doc, i) || isForeign(doc, i);
  if (sense === null || !named) return null;
  const { types } = eventSense(sense);
  // "the use of X" is no attack of a place
  const done = types[0] === 'attack' && featuresOf(last.node!)?.pos === 'masdar';
  return !done && types.some((type) => foughtOver.has(type)) ? 'deed' : null;
}

/** A deed of such a type is told right before the preposition, with nothing but who did it between. */
function follows(before: readonly Chunk[], wanted: ReadonlySet<string>): boolean {
  for (let k = before.length - 2; k >= 0 && k >= before.length - 4; k--) {
    const { kind, node } = before[k];
    const sense = kind === 'event' ? senseOf(node) : null;
    if (sense !== null) return eventSense(sense).types.some((type) => wanted.has(type));
    if (kind !== 'noun' && kind !== 'word' && kind !== 'date') return false;
  }
  return false;
}
const held: ReadonlySet<string> = new Set(['territory']);
const moving: ReadonlySet<string> = new Set(['force-movement', 'displacement', 'territory']);
const foughtOver: ReadonlySet<string> = new Set([
  'armed-clash',
  'attack',
  'air-strike',
  'shelling',
  'bombing',
  'suicide-bombing',
]);

/** The end of the words that nothing is known of, or that open a name ("Ayn X"). */
function strangerEnd(doc: Doc, t: number, end: number): number {
  if (!isWord(doc, t)) return t;
  const opened = openedName(doc, t, end, 0);
  if (opened > t + 1 && doc.info[opened - 1].unknown) return opened;
  if (!isStranger(doc, t) || doc.bits[t] & (WA | FA | BI | LI | KA)) return t;
  let after = t + 1;
  if (isDefinite(doc, t)) return after < end && isPlaceAdjective(doc, after) ? after + 1 : after;
  while (after < end && after < t + 3 && doc.bits[after] === 0 && isStranger(doc, after)) after++;
  // "Barqa al-Samh": a stranger of a stranger
  return after === t + 1 && after < end && doc.bits[after] === AL && isStranger(doc, after) ? after + 1 : after;
}

const isStranger = (doc: Doc, t: number): boolean =>
  isWord(doc, t) &&
  (doc.info[t].unknown || (doc.info[t].bits & ~doc.bits[t]) !== 0) &&
  doc.at[t].length === 0 &&
  !isFiniteVerb(doc, t) &&
  !isTold(doc, t);

/** Spelled with the ending of an indefinite noun, or with its owner: no name. */
function isTold(doc: Doc, t: number): boolean {
  const last = doc.text.charCodeAt(doc.tokens.end[t] - 1);
  if (last >= 0x64b && last <= 0x64d) return true;
  const key = looseOfToken(doc, t);
  return owners.some((owner) => key.length > owner.length + 2 && key.endsWith(owner));
}
/** -ha, -hum, -na, -kum */
const owners = ['\u0647\u0627', '\u0647\u0645', '\u0646\u0627', '\u0643\u0645'];

/** Whether what stands behind the name may follow one: a common noun goes on with what it is of, or with its adjective. */
function mayFollow(doc: Doc, t: number, k: number, end: number, lead: Lead): boolean {
  if (k >= end) return true;
  const mark = markAt(doc, k);
  if (mark !== '') return !opening.has(mark);
  if (!isWord(doc, k)) return false;
  if (hasConjunction(doc, k)) return true;
  if (nodeAmong(doc, k, following) !== null) return nodeOf(doc, k, 'case')?.word?.exact !== true || !isOf(doc, k);
  if (doc.bits[k] & BI) return nodeAmong(doc, k, tools) !== null;
  if (acting.some((kind) => readings(doc, k, kind).verb !== null)) return true;
  if (isDefinite(doc, k)) return nodeOf(doc, k, 'direction') !== null;
  const foreign = isForeign(doc, t);
  if (doc.bits[k] & LI) return foreign;
  return foreign || (isDefinite(doc, t) && lead === 'deed');
}
const opening: ReadonlySet<string> = new Set(['open', 'quote', 'colon', 'dash', 'slash']);
const following = new Kinds([
  'date',
  'relative',
  'case',
  'cause',
  'result',
  'agent',
  'according',
  'circumstance',
  'contrast',
  'hearsay',
  'direction',
  'relation',
]);
const tools = new Kinds(['event', 'thing', 'weapon', 'means', 'place-class', 'direction']);
const acting = ['event', 'light', 'say', 'result'] as const;

/** "of", "from": a share of what a common noun names. */
const isOf = (doc: Doc, k: number): boolean =>
  nodeOf(doc, k, 'case')?.value?.fields?.get('role') === 'from' && nodeOf(doc, k, 'agent') === null;

/** Letters that no Arabic noun behind a preposition ends in, or more of them than a root and its endings have. */
function isForeign(doc: Doc, t: number): boolean {
  if (isDefinite(doc, t)) return false;
  const key = looseOfToken(doc, t);
  const last = key[key.length - 1];
  if (key.length >= 4 && (last === ALEF || last === WAW)) return true;
  let firm = 0;
  // of two halves of a letter the first counts
  for (let i = 0; i < key.length; i++) if (!soft.has(key.charCodeAt(i)) && !isSecondHalf(key, i)) firm++;
  return firm >= 6;
}
const isSecondHalf = (key: string, i: number): boolean => {
  const code = key.charCodeAt(i);
  if (code < 0xdc00 || code > 0xdfff || i === 0) return false;
  const before = key.charCodeAt(i - 1);
  return before >= 0xd800 && before <= 0xdbff;
};
const soft: ReadonlySet<number> = new Set(
  [ALEF, ALEF_HAMZA_ABOVE, ALEF_HAMZA_BELOW, ALEF_MADDA, HAMZA, TEH_MARBUTA, WAW, YEH, YEH_HAMZA].map((letter) =>
    letter.charCodeAt(0),
  ),
);
