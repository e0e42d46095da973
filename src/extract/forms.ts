/** What is known of a spelling, whatever text it stands in: computed once and remembered across reports. */
import { AL, type Analysis, analyze, BI, FA, KA, LI, type Pronoun, WA } from '../lexicon/analyze.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { segment } from '../lexicon/segment.ts';
import { FormTable } from '../text/form-table.ts';
import { keyMark } from '../text/key-mark.ts';
import { ALEF, BEH, FEH, KAF, LAM, WAW } from '../text/letters.ts';
import { groupsOfWord } from './class-groups.ts';
import type { NumberWord } from './number-words.ts';

export type FormInfo = {
  analyses: readonly Analysis[];
  /** Readings that do not depend on the word after; the same list where there are no others and no phrases among them. */
  whole: readonly Analysis[];
  /** By the loose key of the word after: those, and the phrases that go on with it. Filled in when first asked ({@link phrasesOf}). */
  phrases: ReadonlyMap<string, readonly Analysis[]> | null;
  /** Marks of the words that its phrases go on with, 0 where it begins none; and of the keys by which a phrase may go on with this word. Without a mark in common no phrase does. */
  awaits: number;
  goesOn: number;
  /** Its loose key without the article it begins with, else null. */
  afterArticle: string | null;
  /** Proclitics of the best reading; for a word nobody knows, what its beginning makes likely. */
  bits: number;
  pronoun: Pronoun | null;
  unknown: boolean;
  /** May be a finite verb / a noun, adjective or verbal noun. */
  verbal: boolean;
  nominal: boolean;
  /** Groups of classes that any of its readings has ({@link groupsOfWord}). */
  groups: number;
  /** None of `whole` is a phrase; `marks`: those of its classes then ({@link keyMark}). */
  simple: boolean;
  marks: number;
  /** Proclitic bits when the whole spelling is nothing but proclitics ("l-tatweel"), else 0. */
  detached: number;
  /** Loose key without its proclitics, the number word it is, and whether a place is called so: filled in when first asked. */
  bare: string | null;
  numeral: NumberWord | null | undefined;
  named: boolean | undefined;
  /** Sets of rules that were asked for, and those of which none of `analyses` begins a rule. */
  asked: number;
  quiet: number;
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
    const analyses = analyze(this.lexicon, loose, strict);
    const detached = detachedBits(loose);
    let best: Analysis | null = null;
    let verbal = false;
    let nominal = false;
    // "led (to)" spelled out is no "Eddie" without his hamza
    const spelled = analyses.some((a) => a.exact && isSingle(a) && a.surface.features.pos === 'verb');
    for (const analysis of analyses) {
      if (!isSingle(analysis)) continue;
      best ??= analysis;
      const { pos } = analysis.surface.features;
      if (pos === 'verb') verbal = true;
      else if (pos !== 'particle' && !(spelled && !analysis.exact && personal.has(analysis.kind))) nominal = true;
    }
    const afterArticle = loose.length > 3 && loose.startsWith(AL_KEY) ? loose.slice(2) : null;
    const whole = wholeOf(analyses);
    return {
      analyses,
      whole,
      phrases: null,
      awaits: awaitedBy(analyses),
      goesOn: afterArticle === null ? markOf(loose) : markOf(loose) | markOf(afterArticle),
      afterArticle,
      bits:
        best !== null ? best.proclitics | articleInside(loose, best) : detached !== 0 ? 0 : this.#guess(loose, strict, analyses),
      pronoun: best === null ? null : best.pronoun,
      unknown: best === null,
      verbal,
      nominal,
      groups: analyses.reduce((bits, { surface }) => bits | groupsOfWord(surface), 0),
      simple: whole.every(({ surface }) => surface.rest === null),
      marks: whole.reduce((all, { kind }) => all | keyMark(kind), 0),
      detached,
      bare: null,
      numeral: undefined,
      named: undefined,
      asked: 0,
      quiet: 0,
    };
  }

  /** Proclitics of a word the lexicon does not hold. */
  #guess(key: string, strict: string, phrases: readonly Analysis[]): number {
    // an initial ("y. p. g.") takes no proclitics; a small word with a preposition before it is another word
    const phrase = phrases.find(
      (p) =>
        p.proclitics === 0 || (key.length - lengthOf(p.proclitics) > 1 && (isNoun(p) || (p.proclitics & (BI | LI | KA)) === 0)),
    );
    if (phrase !== undefined) return phrase.proclitics;
    const cut = segment(this.lexicon, key, strict, this.isName).proclitics;
    const at = cut & (WA | FA) ? 1 : 0;
    let bits = cut & (WA | FA);
    if (key.startsWith(AL_KEY, at) && key.length - at > 4) return bits | AL;
    const preposition = cut & (BI | LI | KA);
    if (preposition === 0 || key.length - at <= 4) return bits;
    if (key.startsWith(AL_KEY, at + 1)) return bits | preposition | AL;
    if (preposition === LI && key[at + 1] === LAM) return bits | LI | AL;
    // without the article a stranger may be a foreign name that begins so: only a known place settles it
    if (this.isName(key.slice(at + 1)) && !this.isName(key.slice(at))) bits |= preposition;
    return bits;
  }
}

const personal: ReadonlySet<string> = new Set(['given-name', 'family-name']);

/** A word by itself: no phrase, and no loaded word, which is a mark on a word. */
const isSingle = ({ surface, kind }: Analysis): boolean => surface.rest === null && kind !== 'loaded';

/** The word by itself can be of this class. */
export function canBe(info: FormInfo, kind: string): boolean {
  for (const analysis of info.analyses) if (analysis.kind === kind && isSingle(analysis)) return true;
  return false;
}

/** A phrase that goes on with a single letter (a preposition written with its noun) stays with the words that need none. */
const goesOn = ({ surface }: Analysis): boolean => surface.rest !== null && surface.rest[0].length > 1;

function wholeOf(analyses: Analysis[]): readonly Analysis[] {
  if (analyses.every(({ surface }) => surface.rest === null)) return analyses;
  return analyses.filter((analysis) => !goesOn(analysis));
}

function awaitedBy(analyses: readonly Analysis[]): number {
  let marks = 0;
  for (const analysis of analyses) if (goesOn(analysis)) marks |= markOf(analysis.surface.rest![0]);
  return marks;
}

/** Some words begin hundreds of names ("agency …", "forces of …"): what can stand is looked up by the word that follows. */
export function phrasesOf(info: FormInfo): ReadonlyMap<string, readonly Analysis[]> {
  if (info.phrases !== null) return info.phrases;
  const phrases = new Map<string, Analysis[]>();
  for (const a of info.analyses) if (goesOn(a)) phrases.set(a.surface.rest![0], []);
  for (const a of info.analyses)
    if (goesOn(a)) phrases.get(a.surface.rest![0])!.push(a);
    else for (const list of phrases.values()) list.push(a);
  info.phrases = phrases;
  return phrases;
}

/** One of 31 bits for each key, by its length and three of its letters. */
function markOf(key: string): number {
  const { length } = key;
  const letters = key.charCodeAt(0) * 31 + key.charCodeAt(length >> 1) * 7 + key.charCodeAt(length - 1);
  return 1 << ((letters + length) % 31);
}

const isNoun = ({ surface }: Analysis): boolean => surface.features.pos !== 'particle' || surface.sense.fields.has('id');

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
    analyses: [],
    whole: [],
    phrases: null,
    awaits: 0,
    goesOn: 0,
    afterArticle: null,
    bits: 0,
    pronoun: null,
    unknown: false,
    verbal: false,
    nominal: false,
    groups: 0,
    simple: true,
    marks: 0,
    detached: 0,
    bare: null,
    numeral: undefined,
    named: undefined,
    asked: 0,
    quiet: 0,
  };
}
