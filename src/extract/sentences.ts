/** Sentences of a report: where they begin and end, which are headline, and which are page furniture that nobody wrote as news. */
import { fieldOf, type Sense } from '../lexicon/lexicon.ts';
import { BREAK, NUMBER, PUNCTUATION, WORD } from '../text/scan.ts';
import { behindDateline, isByline } from './byline-lines.ts';
import { dropCaptions } from './captions.ts';
import { VERBAL } from './class-groups.ts';
import type { Doc } from './doc.ts';
import { canBe } from './forms.ts';
import { isBehindHandle } from './handles.ts';
import { isHeadedByPlace } from './headed-by-place.ts';
import { isListNumber } from './list-numbers.ts';
import { type NameList, nameListAt } from './name-lists.ts';
import { dropTagsAtFoot } from './tag-lines.ts';
import { field, isFiniteVerb, nodeOf } from './words.ts';

export type Sentence = {
  index: number;
  /** Tokens, half-open, without the closing mark. */
  start: number;
  end: number;
  paragraph: number;
  /** First line, or a crosshead: says in short what the body says again. */
  headline: boolean;
  /** Page furniture: read also, comments, share bars. */
  furniture: boolean;
  /** The names that stand behind it, when it heads a list. */
  list?: NameList;
};

const DOT = 0x2e;
const DOTS = 0x2026;
const SEMICOLON = 0x61b;
const HASH = 0x23;
const COLON = 0x3a;
/** No human sentence is longer, in tokens; a list without a full stop is cut, so that time stays linear. */
const LONGEST = 260;
const ends = new Set([0x21, 0x3f, 0x61f, 0x2026, 0x61b, 0x6d4]);

export function readSentences(doc: Doc): Sentence[] {
  const sentences: Sentence[] = [];
  const { tokens } = doc;
  let paragraph = 0;
  let start = 0;
  let dropRest = false;
  let lineDropped = false;
  const push = (end: number): void => {
    let from = start;
    while (from < end && tokens.kind[from] !== WORD && tokens.kind[from] !== NUMBER && !isOpener(doc, from)) from++;
    if (sentences.at(-1)?.paragraph !== paragraph) from = behindDateline(doc, from, end);
    if (end > from) {
      sentences.push({
        index: sentences.length,
        start: from,
        end,
        paragraph,
        headline: false,
        furniture: dropRest || lineDropped,
      });
    }
    start = end;
  };
  for (let i = 0; i < doc.length; i++) {
    const kind = tokens.kind[i];
    if (kind === BREAK) {
      push(i);
      start = i + 1;
      paragraph++;
      lineDropped = false;
      continue;
    }
    if (i - start >= LONGEST) {
      push(i);
      start = i;
    }
    if (kind === WORD) {
      if (i > start && isBehindHandle(doc, i)) push(i);
      const drops = furnitureAt(doc, i, start);
      if (drops === 'rest' && i > doc.length * 0.3) dropRest = true;
      else if (drops !== null) {
        push(i);
        lineDropped = true;
      }
      continue;
    }
    if (kind !== PUNCTUATION) continue;
    // tags behind a post are no part of its last sentence; those inside one lost their mark
    if (tokens.mark[i] === HASH && i > start && tokens.kind[i - 1] === WORD) {
      push(i);
      continue;
    }
    if (endsSentence(doc, i, start)) {
      let end = i;
      while (
        i + 1 < doc.length &&
        tokens.kind[i + 1] === PUNCTUATION &&
        (ends.has(tokens.mark[i + 1]) || tokens.mark[i + 1] === DOT)
      )
        i++;
      // a closing quotation mark after the full stop still belongs to the sentence
      while (i + 1 < doc.length && isCloser(doc, i + 1) && tokens.spaced[i + 1] === 0) {
        i++;
        end = i + 1;
      }
      push(end);
      start = i + 1;
    }
  }
  push(doc.length);
  takeNameLists(doc, sentences);
  dropRepeated(doc, sentences);
  dropCaptions(doc, sentences);
  markHeadlines(doc, sentences);
  dropFoot(doc, sentences);
  dropTagsAtFoot(doc, sentences);
  return sentences;
}

/** Words such as "read also" at the beginning of a line. Returns what they drop. */
function furnitureAt(doc: Doc, i: number, start: number): string | null {
  if (i > start + 2 || (i > 0 && doc.tokens.kind[i - 1] === WORD)) return null;
  if (isByline(doc, i)) return 'line';
  for (const node of doc.at[i]) {
    // "follow us:", not "and they went on:"
    if (node.kind !== 'furniture' || (node.word !== null && node.word.proclitics !== 0)) continue;
    const single = node.end === i + 1;
    // a single common word is furniture only when the line ends or a colon follows it
    const next = node.end < doc.length ? doc.tokens.mark[node.end] : 10;
    if (single && next !== 10 && next !== 0x3a) continue;
    return fieldOf(node.value as Sense, 'drops') ?? 'line';
  }
  return null;
}

function endsSentence(doc: Doc, i: number, start: number): boolean {
  const { tokens } = doc;
  const mark = tokens.mark[i];
  // "said X in Y; that": some put it where others put a comma
  if (mark === SEMICOLON && i + 1 < doc.length && nodeOf(doc, i + 1, 'that') !== null) return false;
  // "killed eight; among them children"
  if (mark === SEMICOLON && i + 1 < doc.length && nodeOf(doc, i + 1, 'among') !== null) return false;
  if (mark === SEMICOLON && isFronted(doc, start, i)) return false;
  if ((mark === DOTS || mark === DOT) && isTopic(doc, start, i)) return false;
  if (ends.has(mark)) return true;
  if (mark !== DOT || (i > 0 && isListNumber(doc, i - 1))) return false;
  if (i + 1 >= doc.length || tokens.kind[i + 1] === BREAK) return true;
  if (tokens.kind[i + 1] === PUNCTUATION) return tokens.mark[i + 1] === DOT || isCloser(doc, i + 1) || tokens.spaced[i + 1] === 1;
  const before = i > 0 && tokens.kind[i - 1] === WORD ? tokens.end[i - 1] - tokens.start[i - 1] : 9;
  // initials ("a. f. b", "d. Ahmad") end nothing
  if (before <= 2) return false;
  if (tokens.spaced[i + 1] === 1) return true;
  return tokens.kind[i + 1] === WORD && tokens.end[i + 1] - tokens.start[i + 1] > 2 && tokens.kind[i - 1] === WORD;
}

/** Two dots and more, or one mark of three, behind a place. */
function isTopic(doc: Doc, start: number, i: number): boolean {
  let t = i + 1;
  while (t < doc.length && (doc.tokens.mark[t] === DOT || doc.tokens.mark[t] === DOTS)) t++;
  let from = i;
  while (from > start && (doc.tokens.mark[from - 1] === DOT || doc.tokens.mark[from - 1] === DOTS)) from--;
  return (t > i + 1 || from < i || doc.tokens.mark[i] === DOTS) && isHeadedByPlace(doc, start, from, t);
}

/** "In Hebron; the army arrested two": what stands before the mark only says where or when. */
function isFronted(doc: Doc, start: number, i: number): boolean {
  let from = start;
  while (from < i && doc.tokens.kind[from] === PUNCTUATION) from++;
  if (i - from > FRONTED || i - from < 2 || field(nodeOf(doc, from, 'case'), 'role') !== 'in') return false;
  for (let t = from; t < i; t++) if (doc.tokens.kind[t] !== WORD || (t > from && acts(doc, t))) return false;
  return true;
}

const acts = (doc: Doc, t: number): boolean => (doc.groups[t] & VERBAL) !== 0 && isFiniteVerb(doc, t);

/** Words of a place or a time before its mark at most. */
const FRONTED = 6;

const isOpener = (doc: Doc, i: number): boolean => {
  const c = doc.tokens.mark[i];
  return c === 0xab || c === 0x22 || c === 0x201c || c === 0x28;
};

const isCloser = (doc: Doc, i: number): boolean => {
  if (doc.tokens.kind[i] !== PUNCTUATION) return false;
  const c = doc.tokens.mark[i];
  return c === 0xbb || c === 0x22 || c === 0x201d || c === 0x29;
};

/** A sentence of the page that stands there a second time, word for word, tells nothing more. */
function dropRepeated(doc: Doc, sentences: readonly Sentence[]): void {
  const seen = new Set<string>();
  for (const s of sentences) {
    if (s.furniture || s.end - s.start < REPEATED) continue;
    const words = doc.text.slice(doc.tokens.start[s.start], doc.tokens.end[s.end - 1]);
    if (seen.has(words)) s.furniture = true;
    else seen.add(words);
  }
}

/** Shorter sentences may be said twice. */
const REPEATED = 8;

/** Takes the names of a list out of the sentences; the heading keeps them, and what follows them is a sentence of its own. */
function takeNameLists(doc: Doc, sentences: Sentence[]): void {
  const kept: Sentence[] = [];
  let behind = 0;
  for (const s of sentences) {
    if (s.end <= behind) continue;
    if (s.start < behind) s.start = firstWord(doc, behind, s.end);
    if (s.start >= s.end) continue;
    kept.push(s);
    if (s.furniture) continue;
    for (let i = s.start + 1; i <= s.end && i < doc.length; i++) {
      const heads = i === s.end ? doc.tokens.kind[i] === BREAK : doc.tokens.mark[i] === COLON;
      const list = heads ? nameListAt(doc, s.start, i) : null;
      if (list === null) continue;
      const { end } = s;
      s.list = list;
      s.end = i;
      behind = list.end;
      const rest = firstWord(doc, behind, end);
      if (rest < end) kept.push({ ...s, start: rest, end, list: undefined });
      break;
    }
  }
  sentences.length = 0;
  for (const s of kept) sentences.push({ ...s, index: sentences.length });
}

function firstWord(doc: Doc, from: number, end: number): number {
  let i = from;
  while (i < end && doc.tokens.kind[i] !== WORD && doc.tokens.kind[i] !== NUMBER && !isOpener(doc, i)) i++;
  return i;
}

/** The first line without a full stop is the headline when a body follows; later short lines without one are crossheads. */
function markHeadlines(doc: Doc, sentences: Sentence[]): void {
  const last = sentences.at(-1);
  if (last === undefined || last.paragraph === 0) return;
  let first = -1;
  let second = -1;
  const full = closes(doc, sentences, -1);
  for (let i = 0; i < sentences.length; i++) {
    const s = sentences[i];
    const end = endOfParagraph(sentences, i);
    const closed = isClosed(doc, sentences[end].end);
    const words = sentences[end].end - s.start;
    if (first === -1) {
      first = s.paragraph;
      if (!closed && words <= 40 && s.list === undefined && hasBody(sentences, end)) {
        for (let k = i; k <= end; k++) sentences[k].headline = true;
        second = sentences[end].paragraph + 1;
      }
    } else if (!closed && s.paragraph === second && words <= CAPTION && closes(doc, sentences, end) && !startsWithName(doc, s)) {
      // a line under the headline: a subtitle or the caption of a picture
      for (let k = i; k <= end; k++) sentences[k].headline = true;
    } else if (
      !closed &&
      full &&
      words <= 7 &&
      end + 1 < sentences.length &&
      words > 0 &&
      !startsWithName(doc, s) &&
      s.list === undefined &&
      !counts(doc, s)
    ) {
      for (let k = i; k <= end; k++) sentences[k].headline = true;
    }
    i = end;
  }
}

/** Tokens of a subtitle or caption at most. */
const CAPTION = 16;

/** Full sentences follow: the lines of a ticker, where nobody sets a full stop, are news each. */
function closes(doc: Doc, sentences: readonly Sentence[], from: number): boolean {
  let closed = 0;
  for (let k = from + 1; k < sentences.length; k++) if (isClosed(doc, sentences[k].end)) closed++;
  return closed > 1;
}

/** Lines at the foot of a page after full sentences, each without a full stop: headlines of other reports. */
function dropFoot(doc: Doc, sentences: Sentence[]): void {
  let start = sentences.length;
  let lines = 0;
  for (let k = sentences.length - 1; k > 0; k--) {
    const s = sentences[k];
    if (isClosed(doc, s.end) || s.end - s.start > FOOT_WORDS) break;
    if (sentences[k - 1].paragraph === s.paragraph) break;
    start = k;
    lines++;
  }
  if (lines < FOOT_LINES) return;
  let closed = 0;
  for (let k = 0; k < start; k++) if (isClosed(doc, sentences[k].end)) closed++;
  if (closed < 3) return;
  for (let k = start; k < sentences.length; k++) sentences[k].furniture = true;
}

const FOOT_WORDS = 22;
const FOOT_LINES = 3;

function startsWithName(doc: Doc, s: Sentence): boolean {
  return doc.tokens.kind[s.start] === NUMBER || canBe(doc.info[s.start], 'given-name');
}

/** "wounded: 7": a line that tells how many is no title. */
const counts = (doc: Doc, s: Sentence): boolean =>
  s.end - s.start <= 4 &&
  doc.at[s.start].some((node) => node.kind === 'outcome') &&
  doc.at[s.end - 1].some((node) => node.kind === 'number' || node.kind === 'digits');

function endOfParagraph(sentences: Sentence[], i: number): number {
  let end = i;
  while (end + 1 < sentences.length && sentences[end + 1].paragraph === sentences[i].paragraph) end++;
  return end;
}

export const isClosed = (doc: Doc, end: number): boolean =>
  end < doc.length &&
  doc.tokens.kind[end] === PUNCTUATION &&
  // dots that trail off are a full stop when another follows
  (doc.tokens.mark[end] === DOT || (end + 1 < doc.length && doc.tokens.mark[end] === DOTS && doc.tokens.mark[end + 1] === DOT));

function hasBody(sentences: Sentence[], end: number): boolean {
  let words = 0;
  for (let k = end + 1; k < sentences.length && words < 12; k++) words += sentences[k].end - sentences[k].start;
  return words >= 12;
}
