/**
 * What a spelling may be: proclitics + a form of the lexicon + an attached pronoun. Each distinct spelling is analyzed once and remembered.
 * Readings come best first: the whole word before a word less its clitics, the same spelling before a loosely equal one.
 */
import {
  ALEF,
  ALEF_MAKSURA,
  BEH,
  FEH,
  HAMZA,
  HEH,
  KAF,
  LAM,
  MEEM,
  NOON,
  SEEN,
  TEH,
  TEH_MARBUTA,
  WAW,
  YEH,
} from '../text/letters.ts';
import { fieldOf, hasField, type Lexicon, type Surface } from './lexicon.ts';

/** Proclitic bits. */
export const WA = 1;
export const FA = 2;
export const BI = 4;
export const LI = 8;
export const KA = 16;
export const SA = 32;
export const AL = 64;
export const ASK = 128;

export type Pronoun = '3ms' | '3fs' | '3d' | '3mp' | '3fp' | '1p' | '1s' | '2ms' | '2mp';

/** One way to read a spelling. `exact`: equal letter for letter, not only loosely. */
export type Analysis = {
  surface: Surface;
  /** Sense of the surface, its class, its grammar and what its phrase goes on with, at hand: every word of every text asks for them. */
  sense: Surface['sense'];
  kind: string;
  features: Surface['features'];
  pos: Surface['features']['pos'];
  rest: Surface['rest'];
  proclitics: number;
  pronoun: Pronoun | null;
  exact: boolean;
  cost: number;
};

type Split = { bits: number; at: number; cost: number; al: boolean };

const AL_KEY = ALEF + LAM;
const suffixes: [string, Pronoun][] = [
  [HEH + MEEM + ALEF, '3d'],
  [KAF + MEEM, '2mp'],
  [HEH + ALEF, '3fs'],
  [HEH + MEEM, '3mp'],
  [HEH + NOON, '3fp'],
  [NOON + ALEF, '1p'],
  [NOON + YEH, '1s'],
  [HEH, '3ms'],
  [YEH, '1s'],
  [KAF, '2ms'],
];

/** Classes of small words that no preposition and no article is written onto. */
const unjoined = new Set([
  'case',
  'contrast',
  'that',
  'negation',
  'reset',
  'according',
  'cause',
  'agent',
  'continue',
  'conjunction',
  'condition',
  'was',
  'preposition',
  'toward',
  'in',
  'in-time',
  'from',
  'range-to',
  'range-from',
]);
const names = new Set(['given-name', 'family-name', 'kunya']);

/** Classes of small words that "and" is so often written onto that no whole word of the same letters hides them: "and-in" is seldom "loyal". */
const joinable = new Set(['case', 'according', 'in', 'in-time', 'that', 'toward', 'range-to', 'relation']);

const nominal = new Set(['noun', 'adjective', 'masdar', 'participle', 'passive-participle']);

export const analyze = (lexicon: Lexicon, loose: string, strict: string): Analysis[] =>
  likely(everyReading(lexicon, loose, strict));

/** All readings, before the unlikely ones are dropped. */
export function everyReading(lexicon: Lexicon, loose: string, strict: string): Analysis[] {
  const found: Analysis[] = [];
  const endings = endingsOf(loose, strict);
  for (const split of splitsOf(loose)) {
    if (split.at >= loose.length) continue;
    const whole: Part = { loose, strict, at: split.at, end: loose.length };
    addFrom(lexicon, whole, split, 0, null, found);
    // after lam the alef of the article is gone; a stem that begins with lam shares its lam with the article
    if (split.bits & LI && split.bits & AL) {
      const bare = loose.slice(split.at);
      const bareStrict = strictOf(whole);
      addFrom(lexicon, partOf(LAM + bare, LAM + bareStrict), split, 0, null, found);
      // a name or a word for a force that is listed with its article: "to the army of X", "of the occupation"
      addNamed(lexicon, AL_KEY + bare, AL_KEY + bareStrict, split, found);
    }
    if (split.bits & AL) continue;
    for (const [suffix, pronoun] of endings) {
      const end = loose.length - suffix.length;
      if (end < split.at + 2) continue;
      const part: Part = { loose, strict, at: split.at, end };
      addFrom(lexicon, part, split, 1, suffix === YEH ? 'yeh' : pronoun, found);
      const last = loose[end - 1];
      if (last === TEH) addFrom(lexicon, respelled(part, 1, HEH, TEH_MARBUTA), split, 1, pronoun, found);
      if (last === ALEF) addFrom(lexicon, respelled(part, 1, YEH, ALEF_MAKSURA), split, 1, pronoun, found);
      // a hamza behind a long "a" takes a seat before the pronoun: "his sons" in the nominative and the genitive
      if (loose[end - 2] === ALEF && /[\u0624\u0626]$/u.test(strictOf(part)))
        addFrom(lexicon, respelled(part, 1, HAMZA, HAMZA), split, 1, pronoun, found);
      if (last === WAW) addFrom(lexicon, respelled(part, 0, ALEF, ALEF), split, 1, pronoun, found);
    }
  }
  return found;
}

/** Letters `at..end` of a word in both spellings. The strict one is the longer where they differ in length, by letters before the part. */
type Part = { loose: string; strict: string; at: number; end: number };

const partOf = (loose: string, strict: string): Part => ({ loose, strict, at: 0, end: loose.length });

const strictOf = ({ loose, strict, at, end }: Part): string => {
  const longer = strict.length - loose.length;
  return strict.slice(at + longer, end + longer);
};

/** The part with its last letters, so many of them, written otherwise. */
function respelled(part: Part, drop: number, loose: string, strict: string): Part {
  const own = strictOf(part);
  return partOf(part.loose.slice(part.at, part.end - drop) + loose, own.slice(0, own.length - drop) + strict);
}

/** Pronouns that the word may end in. The teh marbuta and the alef maksura are none, though the loose key cannot tell them from heh and yeh. */
function endingsOf(loose: string, strict: string): readonly [string, Pronoun][] {
  if (isFeminineEnding(strict)) return NO_ENDINGS;
  const last = loose.at(-1) as string;
  return lastOfSuffix.has(last) ? suffixes.filter(([suffix]) => loose.endsWith(suffix)) : NO_ENDINGS;
}

const NO_ENDINGS: readonly [string, Pronoun][] = [];
const lastOfSuffix = new Set(suffixes.map(([suffix]) => suffix.at(-1)));

const isFeminineEnding = (strict: string): boolean => strict.endsWith(TEH_MARBUTA) || strict.endsWith(ALEF_MAKSURA);

function addNamed(lexicon: Lexicon, key: string, strict: string, split: Split, found: Analysis[]): void {
  for (const surface of lexicon.find(key)) {
    if (surface.features.pos !== 'particle' || !(hasField(surface.sense, 'id') || surface.sense.kind === 'person')) continue;
    const exact = surface.rest !== null || surface.strict === strict;
    found.push(analysisOf(surface, split.bits, null, exact, split.cost + (exact ? 0 : 1.5)));
  }
}

function addFrom(
  lexicon: Lexicon,
  part: Part,
  split: Split,
  more: number,
  owner: Pronoun | 'yeh' | null,
  found: Analysis[],
): void {
  const surfaces = lexicon.find(part.loose, part.at, part.end);
  if (surfaces.length === 0) return;
  const strict = strictOf(part);
  const pronoun: Pronoun | null = owner === 'yeh' ? '1s' : owner;
  for (const surface of surfaces) {
    if (!compatible(surface, split, pronoun)) continue;
    // "my" stands on nouns; a verb would need a noon before it
    if (owner === 'yeh' && surface.features.pos === 'verb') continue;
    const exact = surface.rest !== null || surface.strict === strict;
    found.push(analysisOf(surface, split.bits, pronoun, exact, split.cost + more + (exact ? 0 : 1.5)));
  }
}

const analysisOf = (surface: Surface, proclitics: number, pronoun: Pronoun | null, exact: boolean, cost: number): Analysis => {
  const { sense, features, rest } = surface;
  return { surface, sense, kind: sense.kind, features, pos: features.pos, rest, proclitics, pronoun, exact, cost };
};

function compatible(surface: Surface, split: Split, pronoun: Pronoun | null): boolean {
  const { pos, tense, state, number } = surface.features;
  const bits = split.bits;
  if (surface.rest !== null && pronoun !== null) return false;
  // a registered name takes no pronoun
  if (pronoun !== null && (hasField(surface.sense, 'id') || names.has(surface.sense.kind))) return false;
  // "al-Ali" is no "over" with an article
  if (pos === 'particle' && bits & (BI | LI | KA | AL) && unjoined.has(surface.sense.kind)) return false;
  if (pos === 'particle') return !(bits & SA) && !(bits & ASK);
  if (pos === 'verb') {
    if (bits & (AL | BI | KA)) return false;
    if (bits & SA && tense !== 'present') return false;
    if (bits & LI && tense !== 'present') return false;
    return true;
  }
  if (!nominal.has(pos)) return bits === 0;
  if (bits & SA) return false;
  if (bits & AL && (state !== null || pronoun !== null)) return false;
  if (pronoun !== null && state === 'accusative') return false;
  // a dual or sound plural loses its noon before a pronoun
  if (pronoun !== null && state !== 'construct' && (number === 'du' || soundPlural(surface))) return false;
  return true;
}

function soundPlural(surface: Surface): boolean {
  const { number, gender } = surface.features;
  return number === 'pl' && gender === 'm' && (surface.strict.endsWith(WAW + NOON) || surface.strict.endsWith(YEH + NOON));
}

/** Every way the beginning of a word may be proclitics. The first is none at all. */
function splitsOf(key: string): Split[] {
  const splits: Split[] = [{ bits: 0, at: 0, cost: 0, al: false }];
  let conjunction = 0;
  let at = 0;
  prepositions(key, 0, 0, 0, splits);
  const first = key[0];
  if (first === WAW || first === FEH) {
    conjunction = first === WAW ? WA : FA;
    at = 1;
    if (key.length > 2) {
      splits.push({ bits: conjunction, at, cost: first === WAW ? 1 : 1.2, al: false });
      prepositions(key, at, conjunction, 1, splits);
    }
  }
  return splits;
}

function prepositions(key: string, at: number, bits: number, cost: number, splits: Split[]): void {
  if (key.startsWith(AL_KEY, at)) splits.push({ bits: bits | AL, at: at + 2, cost: cost + 0.1, al: true });
  const c = key[at];
  if (c === SEEN) splits.push({ bits: bits | SA, at: at + 1, cost: cost + 1, al: false });
  if (c === LAM && key[at + 1] === LAM) splits.push({ bits: bits | LI | AL, at: at + 2, cost: cost + 0.6, al: true });
  const bit = c === BEH ? BI : c === LAM ? LI : c === KAF ? KA : 0;
  if (bit === 0) return;
  splits.push({ bits: bits | bit, at: at + 1, cost: cost + 1, al: false });
  if (key.startsWith(AL_KEY, at + 1)) splits.push({ bits: bits | bit | AL, at: at + 3, cost: cost + 0.5, al: true });
}

const shadowless: ReadonlySet<string> = new Set(['given-name', 'family-name', 'loaded']);

/** "was faced", written like "and directed"; "two friends", like "and condemned"; "provided", like "and fled". */
const isRare = ({ surface, kind, sense }: Analysis): boolean =>
  fieldOf(sense, 'hides') === 'no' ||
  (surface.features.voice === 'passive'
    ? surface.strict.startsWith(WAW + WAW)
    : kind === 'vocabulary' && surface.features.number === 'du');

const personal: ReadonlySet<string> = new Set(['given-name', 'family-name']);

/**
 * Drops readings that a better one makes unlikely: when the whole word stands in the lexicon (with or without the article), a first letter of it is no
 * proclitic; when it stands there exactly, its ending is no pronoun. Phrases are kept: the words after them decide.
 */
export function likely(found: Analysis[]): Analysis[] {
  if (found.length < 2) return found;
  let whole = false;
  let wholeExact = false;
  let small = false;
  for (const a of found) {
    if (a.surface.rest !== null || a.pronoun !== null) continue;
    if (a.exact && a.surface.features.pos === 'particle' && (a.proclitics & ~(WA | FA)) === 0) small = true;
    // a person's name hides no clitics: context decides later; nor does a label hide whom it is stuck on
    if (shadowless.has(a.surface.sense.kind)) continue;
    if (isRare(a)) continue;
    if ((a.proclitics & ~AL) === 0) {
      whole = true;
      if (a.exact) wholeExact = true;
    }
  }
  const kept = found.filter((a) => {
    if (a.surface.rest !== null) return true;
    // "now" is no "Alan"; but "on" may be "Ali", whose last letter many write without its dots
    if (small && !a.exact && personal.has(a.kind) && !a.surface.strict.endsWith(YEH)) return false;
    const stripped = (a.proclitics & ~AL) !== 0;
    // "and led (to)" spelled with its hamza is no "valley" without one
    const joins = (a.proclitics & ~(WA | FA)) === 0 && a.exact && (!wholeExact || (a.proclitics === WA && joinable.has(a.kind)));
    if (whole && stripped && !joins) return false;
    if (wholeExact && a.pronoun !== null) return false;
    return true;
  });
  kept.sort((a, b) => a.cost - b.cost || a.surface.sense.id - b.surface.sense.id);
  return kept;
}
