/**
 * Takes a written word apart: proclitics, stem with its article, attached pronoun. Words that the lists hold are cut as they are read; for the rest the shape
 * decides: a first "b", "l" or "w" is a clitic and a last "ha", "hum" or "h" a pronoun, unless the list of words that begin or end so says no.
 */

import { looseKey } from '../text/fold.ts';
import { ALEF, BEH, FEH, HAMZA, HEH, KAF, LAM, MEEM, NOON, SEEN, TEH, TEH_MARBUTA, WAW, YEH } from '../text/letters.ts';
import { AL, type Analysis, BI, everyReading, FA, KA, LI, type Pronoun, SA, WA } from './analyze.ts';
import type { Lexicon } from './lexicon.ts';

/** Bits of the proclitics, and how many letters of an attached pronoun end the word. */
export type Cut = { proclitics: number; ending: number };

const AL_KEY = ALEF + LAM;
const lengths: Record<Pronoun, number> = {
  '3ms': 1,
  '3fs': 2,
  '3d': 3,
  '3mp': 2,
  '3fp': 2,
  '1p': 2,
  '1s': 1,
  '2ms': 1,
  '2mp': 2,
};
const personal = new Set(['given-name', 'family-name', 'kunya', 'byline']);
const CLITICS = WA | FA | BI | LI | KA | SA;
/** Readings below this are no better than the shape of the word. */
const ENOUGH = 5;

/** `readings`: every reading of the word ({@link everyReading}), where the caller has them. */
export function segment(
  lexicon: Lexicon,
  loose: string,
  strict: string,
  isName: (key: string) => boolean,
  readings: readonly Analysis[] = everyReading(lexicon, loose, strict),
): Cut {
  const bare = bareClitics(loose);
  if (bare !== null) return bare;
  let best: Analysis | null = null;
  let most = -99;
  for (const reading of readings) {
    if (reading.surface.rest !== null) continue;
    const score = scoreOf(reading, loose);
    if (score > most) {
      most = score;
      best = reading;
    }
  }
  if (best !== null && most >= ENOUGH)
    return { proclitics: (best.proclitics & CLITICS) | hiddenIn(lexicon, best), ending: endingOf(best, loose) };
  return byShape(lexicon, loose, strict, isName);
}

const pronouns = new Set([HEH, HEH + ALEF, HEH + MEEM, HEH + NOON, HEH + MEEM + ALEF, NOON + ALEF, KAF, KAF + MEEM]);

/** "in-it", "and-to-them": a preposition of one letter and a pronoun, with no stem between. */
function bareClitics(loose: string): Cut | null {
  const at = loose[0] === WAW || loose[0] === FEH ? 1 : 0;
  const preposition = loose[at] === BEH ? BI : loose[at] === LAM ? LI : 0;
  const pronoun = loose.slice(at + 1);
  if (preposition === 0 || !pronouns.has(pronoun) || (at > 0 && pronoun.length < 2)) return null;
  return { proclitics: preposition | (at === 0 ? 0 : loose[0] === WAW ? WA : FA), ending: pronoun.length };
}

function scoreOf({ surface, proclitics, pronoun, exact, cost }: Analysis, loose: string): number {
  const { pos } = surface.features;
  const { kind } = surface.sense;
  let score = (exact ? 10 : 6) - cost;
  const clitics = proclitics & (WA | FA | BI | LI | KA | SA);
  const stem = surface.strict.length;
  if (personal.has(kind)) score -= clitics === 0 && pronoun === null ? 2 : 6;
  // "that-she" is two words although a list holds it as one; a list of function words says which are one
  if (pos === 'particle' && pronoun !== null && stem > 1) score += 3;
  if (pos === 'particle' && clitics === 0 && pronoun === null) {
    if (kind === 'whole') score += 9;
    else if (loose.length > 2 && (loose[0] === BEH || loose[0] === LAM || loose[0] === KAF)) score -= 6;
  }
  if (pos === 'particle' && clitics !== 0 && kind !== 'whole' && stem > 1) score += 1;
  // "my" and "your" are rare in the news; the same letters make adjectives of nouns, and ends of names
  if (pronoun === '2ms' || (pronoun === '1s' && pos !== 'verb' && pos !== 'particle' && !surface.strict.endsWith(TEH_MARBUTA)))
    score -= 5;
  // a stem of one or two letters proves nothing
  if (pos !== 'particle' && stem < 3 && (clitics !== 0 || pronoun !== null)) score -= 4;
  return score;
}

/** "by-that" stands in the lists as one word: its first letter is a clitic all the same. */
function hiddenIn(lexicon: Lexicon, { surface, proclitics }: Analysis): number {
  const { strict, features } = surface;
  if (features.pos !== 'particle' || proclitics & (BI | LI | KA | AL) || strict.length < 3 || strict[0] !== BEH) return 0;
  return lexicon.find(looseKey(strict)).some((s) => s.sense.kind === 'whole') ? 0 : BI;
}

const endingOf = ({ pronoun, surface }: Analysis, loose: string): number =>
  pronoun === null ? 0 : pronoun === '1s' && surface.features.pos === 'verb' && loose.endsWith(NOON + YEH) ? 2 : lengths[pronoun];

function byShape(lexicon: Lexicon, loose: string, strict: string, isName: (key: string) => boolean): Cut {
  let proclitics = 0;
  let at = 0;
  const known = (from: number): boolean =>
    lexicon.find(loose.slice(from)).some((s) => s.rest === null && !personal.has(s.sense.kind));
  const article = (from: number): boolean => loose.startsWith(AL_KEY, from);
  const name = isName(loose);
  if (!name || loose.length > 6) {
    if (loose[0] === WAW && loose.length > 3) proclitics |= WA;
    else if (loose[0] === FEH && loose.length > 3 && (article(1) || known(1))) proclitics |= FA;
    if (proclitics !== 0) at = 1;
    const c = loose[at];
    const rest = loose.length - at - 1;
    if (!(at > 0 && isName(loose.slice(at)) && rest < 6)) {
      if ((c === BEH || c === LAM) && rest > 2) proclitics |= c === BEH ? BI : LI;
      else if (c === KAF && rest > 2 && (article(at + 1) || known(at + 1))) proclitics |= KA;
      else if (c === SEEN && rest > 3 && isPersonPrefix(loose[at + 1])) proclitics |= SA;
      if (proclitics & (BI | LI | KA | SA)) at++;
    }
  }
  const ending = article(at) || (proclitics & LI && loose[at] === LAM) || name ? 0 : pronounShape(loose.slice(at), strict);
  return { proclitics, ending };
}

/** First letters of the present tense, which the future particle stands before. */
const isPersonPrefix = (letter: string): boolean => letter === YEH || letter === TEH || letter === NOON;

/** Letters of what looks like a pronoun at the end of a stem nobody lists. */
function pronounShape(stem: string, strict: string): number {
  if (stem.endsWith(HEH + MEEM + ALEF) && stem.length > 5) return 3;
  if (stem.endsWith(HEH + ALEF) && stem.length > 3) return 2;
  if (stem.endsWith(HEH + MEEM) && stem.length > 4) return 2;
  if (stem.endsWith(HEH + NOON) && stem.length > 5) return 2;
  if (stem.endsWith(TEH + NOON + ALEF) && stem.length > 5) return 2;
  if (strict.endsWith(TEH_MARBUTA) || !stem.endsWith(HEH)) return 0;
  const before = stem.at(-2);
  if (before === TEH) return stem.length > 3 ? 1 : 0;
  return stem.length > 4 || before === HAMZA ? 1 : 0;
}

/** Lengths in letters of the parts of a word of `length` letters. */
export function partsOf(length: number, { proclitics, ending }: Cut): number[] {
  const parts: number[] = [];
  let rest = length - ending;
  for (const step of [WA | FA, BI | LI | KA, SA])
    if (proclitics & step && rest > 0) {
      parts.push(1);
      rest--;
    }
  if (rest > 0) parts.push(rest);
  if (ending > 0) parts.push(ending);
  return parts;
}
