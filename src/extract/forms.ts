/** What is known of a spelling, whatever text it stands in: computed once and remembered across reports. */
import { AL, type Analysis, BI, everyReading, FA, KA, LI, likely, type Pronoun, WA } from '../lexicon/analyze.ts';
import { hasField, type Lexicon } from '../lexicon/lexicon.ts';
import { segment } from '../lexicon/segment.ts';
import { FormTable } from '../text/form-table.ts';
import { keyMark } from '../text/key-mark.ts';
import { ALEF, BEH, FEH, KAF, LAM, WAW } from '../text/letters.ts';
import { groupsOfWord } from './class-groups.ts';
import type { NumberWord } from './number-words.ts';

/** What is asked of every word of every text stands first: those fields lie side by side in memory. */
export type FormInfo = {
  /** Readings that do not depend on the word after; the same list as `analyses` where no phrase goes on with one. */
  whole: readonly Analysis[];
  /** The first three of them, null behind the last: a word has seldom more, and a list of them lies two steps further in memory. */
  first: Analysis | null;
  second: Analysis | null;
  third: Analysis | null;
  /** Marks of the words that its phrases go on with, 0 where it begins none. */
  awaits: number;
  /** Proclitics of the best reading; for a word nobody knows, what its beginning makes likely. */
  bits: number;
  /** Marks of the classes of `whole` ({@link keyMark}). */
  marks: number;
  /** Groups of classes that any of its readings has ({@link groupsOfWord}). */
  groups: number;
  /** Proclitic bits when the whole spelling is nothing but proclitics ("l-tatweel"), else 0. */
  detached: number;
  /** Sets of rules that were asked for, and those of which none of `analyses` begins a rule. */
  asked: number;
  quiet: number;
  /** None of `whole` is a phrase. */
  simple: boolean;
  /** The word it stood before when last asked, and what it was there. */
  before: FormInfo | null;
  standing: readonly Analysis[];
  unknown: boolean;
  /** May be a finite verb / a noun, adjective or verbal noun. */
  verbal: boolean;
  nominal: boolean;
  /** Marks of the keys by which a phrase may go on with this word: without a mark in common with what awaits it no phrase does. */
  goesOn: number;
  /** The same by other letters: what has both in common mostly is one. */
  awaitsToo: number;
  goesOnToo: number;
  pronoun: Pronoun | null;
  analyses: readonly Analysis[];
  /** By the loose key of the word after: those of `whole`, and the phrases that go on with it. Filled in when first asked ({@link phrasesWith}). */
  phrases: Map<string, readonly Analysis[] | null> | null;
  /** One of {@link PHRASE_MARKS} bits for each of their keys, where they are too many for `awaits`; and which of those bits is this word's, with its article and without, -1 where it has none. */
  phraseMarks: Int32Array | null;
  phraseMark: number;
  bareMark: number;
  /** Its loose key without the article it begins with, else null. */
  afterArticle: string | null;
  /** Loose key without its proclitics, the number word it is, and whether a place is called so: filled in when first asked. */
  bare: string | null;
  numeral: NumberWord | null | undefined;
  named: boolean | undefined;
  /** Bits of the sets of needed words that one of its readings stands in (wanted-words.ts), as of so many sets. */
  wanted: number;
  wantedAt: number;
};

/** Knows whether a name stands in the gazetteer or another big register that is not part of the lexicon. */
export type IsName = (looseKey: string) => boolean;

const AL_KEY = ALEF + LAM;

/** Spellings that are remembered: those of a few hundred reports of any kind, in some thirty megabytes. */
const REMEMBERED = 100_000;

export class Forms {
  table: FormTable;
  readonly lexicon: Lexicon;
  readonly none: FormInfo = empty();
  readonly isName: IsName;
  #infos: (FormInfo | undefined)[] = [];

  constructor(lexicon: Lexicon, isName: IsName = () => false, remembered = REMEMBERED) {
    this.lexicon = lexicon;
    this.isName = isName;
    this.table = new FormTable(remembered);
  }

  /** Forgets everything when the table has grown past its bound; called between reports. */
  trim(): void {
    if (!this.table.full) return;
    this.table = new FormTable(this.table.limit);
    this.#infos = [];
  }

  infoOf(form: number): FormInfo {
    return (this.#infos[form] ??= this.#describe(this.table.loose[form], this.table.strict[form]));
  }

  #describe(loose: string, strict: string): FormInfo {
    const readings = everyReading(this.lexicon, loose, strict);
    // "in Aden" has the letters of "they (women) were far": a verb of women is rarer than any town
    const inTown = loose.startsWith(BEH) && this.isName(loose.slice(1)) && readings.some(isOfWomen);
    const analyses = likely(inTown ? readings.filter((analysis) => !isOfWomen(analysis)) : readings);
    let best: Analysis | null = null;
    let verbal = false;
    let nominal = false;
    let spelled = false;
    let personal = false;
    let other = false;
    let joined = false;
    let simple = true;
    let awaits = 0;
    let awaitsToo = 0;
    let marks = 0;
    let groups = 0;
    for (const analysis of analyses) {
      const { surface, kind, exact } = analysis;
      groups |= groupsOfWord(surface);
      if (goesOn(analysis)) {
        awaits |= markOf(surface.rest![0]);
        awaitsToo |= otherMarkOf(surface.rest![0]);
        continue;
      }
      marks |= keyMark(kind);
      if (surface.rest !== null) simple = false;
      if (!isSingle(analysis)) continue;
      best ??= analysis;
      const { pos } = surface.features;
      if (pos === 'verb') {
        verbal = true;
        spelled ||= exact;
        joined ||= exact && (analysis.proclitics & (WA | FA)) !== 0;
      } else if (pos !== 'particle') {
        if (!exact && personalNames.has(kind)) personal = true;
        else if (!exact && analysis.proclitics === 0) other = true;
        else nominal = true;
      }
    }
    const detached = detachedBits(loose);
    const afterArticle = loose.length > 3 && loose.startsWith(AL_KEY) ? loose.slice(2) : null;
    const whole = awaits === 0 ? analyses : analyses.filter((analysis) => !goesOn(analysis));
    return {
      whole,
      first: whole.length > 0 ? whole[0] : null,
      second: whole.length > 1 ? whole[1] : null,
      third: whole.length > 2 ? whole[2] : null,
      awaits,
      bits:
        best !== null
          ? best.proclitics | articleInside(loose, best)
          : detached !== 0
            ? 0
            : inTown
              ? BI
              : this.#guess(loose, strict, readings, analyses),
      marks,
      groups,
      detached,
      asked: 0,
      quiet: 0,
      simple,
      unknown: best === null,
      verbal,
      // "led (to)" spelled out is no "Eddie" without his hamza, nor "and led (to)" a "valley"
      nominal: nominal || (personal && !spelled) || (other && !joined),
      pronoun: best === null ? null : best.pronoun,
      named: undefined,
      bare: null,
      numeral: undefined,
      wanted: 0,
      wantedAt: 0,
      before: null,
      standing: whole,
      goesOn: afterArticle === null ? markOf(loose) : markOf(loose) | markOf(afterArticle),
      awaitsToo,
      goesOnToo: afterArticle === null ? otherMarkOf(loose) : otherMarkOf(loose) | otherMarkOf(afterArticle),
      analyses,
      phrases: null,
      phraseMarks: awaits === 0 ? null : phraseMarksOf(analyses),
      phraseMark: phraseMarkOf(loose),
      bareMark: afterArticle === null ? -1 : phraseMarkOf(afterArticle),
      afterArticle,
    };
  }

  /** Proclitics of a word the lexicon does not hold. */
  #guess(key: string, strict: string, readings: readonly Analysis[], phrases: readonly Analysis[]): number {
    // an initial ("y. p. g.") takes no proclitics; a small word with a preposition before it is another word
    const phrase = phrases.find(
      (p) =>
        p.proclitics === 0 || (key.length - lengthOf(p.proclitics) > 1 && (isNoun(p) || (p.proclitics & (BI | LI | KA)) === 0)),
    );
    if (phrase !== undefined) return phrase.proclitics;
    const cut = segment(this.lexicon, key, strict, this.isName, readings).proclitics;
    const at = cut & (WA | FA) ? 1 : 0;
    let bits = cut & (WA | FA);
    if (key.startsWith(AL_KEY, at) && key.length - at > 4) return bits | AL;
    const preposition = cut & (BI | LI | KA);
    // "in Taiz", "in Gaza": of three letters only a known place
    if (preposition === BI && key.length - at === 4 && this.isName(key.slice(at + 1)) && !this.isName(key.slice(at)))
      return bits | preposition;
    if (preposition === 0 || key.length - at <= 4) return bits;
    if (key.startsWith(AL_KEY, at + 1)) return bits | preposition | AL;
    if (preposition === LI && key[at + 1] === LAM) return bits | LI | AL;
    // without the article a stranger may be a foreign name that begins so: only a known place settles it
    if (this.isName(key.slice(at + 1)) && !this.isName(key.slice(at))) bits |= preposition;
    // "(carry out) an-assessment": or the shape of a verbal noun, which no name has
    else if (preposition === BI && VERBAL_SHAPE.test(key.slice(at + 1)) && !this.isName(key.slice(at))) bits |= preposition;
    return bits;
  }
}

/** "taqyiim", "istikmaal", "infitaah", "iftitaah" and the feminine "mufaa3ala": loose keys of verbal nouns of the derived forms. */
const VERBAL_SHAPE =
  /^(?:\u062A..\u064A.|\u0627\u0633\u062A..\u0627.|\u0627\u0646..\u0627.|\u0627.\u062A.\u0627.|\u0645.\u0627..\u0647)$/u;

const isOfWomen = ({ proclitics, surface: { features } }: Analysis): boolean =>
  proclitics === 0 && features.pos === 'verb' && features.gender === 'f' && features.number === 'pl';

const personalNames: ReadonlySet<string> = new Set(['given-name', 'family-name']);

/** A word by itself: no phrase, and no loaded word, which is a mark on a word. */
const isSingle = ({ surface, kind }: Analysis): boolean => surface.rest === null && kind !== 'loaded';

/** The word by itself can be of this class. */
export function canBe(info: FormInfo, kind: string): boolean {
  if ((info.marks & keyMark(kind)) === 0) return false;
  for (const analysis of info.analyses) if (analysis.kind === kind && isSingle(analysis)) return true;
  return false;
}

/** A phrase that goes on with a single letter (a preposition written with its noun) stays with the words that need none. */
const goesOn = ({ surface }: Analysis): boolean => surface.rest !== null && surface.rest[0].length > 1;

/**
 * What can stand before the word `next`, where a phrase goes on with it. Some words begin hundreds of names ("agency …", "forces of …"): their readings are
 * looked up by the word that follows, and picked out when that word stands there for the first time.
 */
export function phrasesWith(info: FormInfo, next: string): readonly Analysis[] | undefined {
  info.phrases ??= phrasesOf(info.analyses);
  const known = info.phrases.get(next);
  if (known !== null) return known;
  const picked = info.analyses.filter((analysis) => !goesOn(analysis) || analysis.surface.rest![0] === next);
  info.phrases.set(next, picked);
  return picked;
}

function phrasesOf(analyses: readonly Analysis[]): Map<string, null> {
  const phrases = new Map<string, null>();
  for (const analysis of analyses) if (goesOn(analysis)) phrases.set(analysis.surface.rest![0], null);
  return phrases;
}

/** Bits that tell what a word with many phrases may go on with: some have hundreds. */
const PHRASE_MARKS = 1024;
/** From so many phrases on. */
const MANY = 8;

function phraseMarksOf(analyses: readonly Analysis[]): Int32Array | null {
  const phrases = analyses.filter(goesOn);
  if (phrases.length < MANY) return null;
  const marks = new Int32Array(PHRASE_MARKS / 32);
  for (const { surface } of phrases) {
    const mark = phraseMarkOf(surface.rest![0]);
    marks[mark >> 5] |= 1 << (mark & 31);
  }
  return marks;
}

function phraseMarkOf(key: string): number {
  let hash = key.length;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 15)) & (PHRASE_MARKS - 1);
}

/** A phrase of the word may go on with the key of that mark. */
export const mayBePhrase = ({ phraseMarks }: FormInfo, mark: number): boolean =>
  phraseMarks === null || (phraseMarks[mark >> 5] & (1 << (mark & 31))) !== 0;

/** One of 31 bits for each key, by its length and three of its letters. */
function markOf(key: string): number {
  const { length } = key;
  const letters = key.charCodeAt(0) * 31 + key.charCodeAt(length >> 1) * 7 + key.charCodeAt(length - 1);
  return 1 << ((letters + length) % 31);
}

function otherMarkOf(key: string): number {
  const { length } = key;
  const letters = key.charCodeAt(length > 1 ? 1 : 0) * 5 + key.charCodeAt(length > 2 ? length - 2 : 0) * 11;
  return 1 << ((letters + length * 3) % 31);
}

const isNoun = ({ surface }: Analysis): boolean => surface.features.pos !== 'particle' || hasField(surface.sense, 'id');

/** How many letters the proclitics take. */
const lengthOf = (bits: number): number => (bits & (WA | FA) ? 1 : 0) + (bits & (BI | LI | KA) ? 1 : 0) + (bits & AL ? 2 : 0);

/** A registered name or small word that is listed with its article is definite like any other word with one. */
function articleInside(key: string, best: Analysis): number {
  if (best.surface.features.pos !== 'particle' || best.proclitics & AL) return 0;
  let at = 0;
  if (best.proclitics & (WA | FA)) at++;
  if (best.proclitics & (BI | LI | KA)) at++;
  return key.startsWith(AL_KEY, at) && key.length - at > 4 ? AL : 0;
}

function detachedBits(key: string): number {
  if (key.length > 4 || key.length === 0) return 0;
  let bits = 0;
  let i = 0;
  if (key[i] === WAW || key[i] === FEH) bits |= key[i++] === WAW ? WA : FA;
  if (key[i] === BEH || key[i] === LAM || key[i] === KAF) {
    bits |= key[i] === BEH ? BI : key[i] === LAM ? LI : KA;
    i++;
  }
  if (key.startsWith(AL_KEY, i)) {
    bits |= AL;
    i += 2;
  } else if (bits & LI && key[i] === LAM) {
    bits |= AL;
    i++;
  }
  return i === key.length ? bits : 0;
}

function empty(): FormInfo {
  return {
    whole: [],
    first: null,
    second: null,
    third: null,
    awaits: 0,
    bits: 0,
    marks: 0,
    groups: 0,
    detached: 0,
    asked: 0,
    quiet: 0,
    simple: true,
    unknown: false,
    verbal: false,
    nominal: false,
    pronoun: null,
    named: undefined,
    bare: null,
    numeral: undefined,
    wanted: 0,
    wantedAt: 0,
    before: null,
    standing: [],
    goesOn: 0,
    awaitsToo: 0,
    goesOnToo: 0,
    analyses: [],
    phrases: null,
    phraseMarks: null,
    phraseMark: -1,
    bareMark: -1,
    afterArticle: null,
  };
}
