/**
 * Groups of classes, one bit each: what a pass looks for. What a spelling may be is worked out once, what rules make of several words ("quantity", "date") is
 * added when they are through; most words begin nothing of a group, and a pass that looks for it goes on at once.
 */
import { fieldOf, type Surface } from '../lexicon/lexicon.ts';
import type { Doc } from './doc.ts';
import { stops } from './noun-parts.ts';
import { perSense } from './senses.ts';
import { smallWords } from './small-words.ts';

/** What a small word may be. */
export const SMALL = 1;
/** A verb, whatever else the word may be. */
export const VERBAL = 2;
/** What ends a noun phrase. */
export const STOP = 4;
/** What a place phrase may begin with, beside a name. */
export const PLACE = 8;
/** Words that begin a chunk of their own, each in its own way. */
export const OPENING = 16;
/** Short names of parties, which may be everyday words. */
export const SHORT = 32;
/** When, how often and for how long. */
export const TIMED = 64;
/** How many. */
export const COUNTED = 128;
/** What may end a noun phrase by its class. */
export const CLOSING = 256;
/** What ties more to a noun phrase, or does not. */
export const TYING = 512;
/** How far away and in which direction. */
export const AWAY = 1024;
/** What is told of a name that is kept back. */
export const WITHHOLDING = 2048;
/** What the name of a unit goes on with. */
export const BRANCH = 4096;
/** Lives, which are taken. */
export const LIVES = 8192;
/** What makes a figure of speech of the word beside it. */
export const FIGURE = 16384;
/** Names that the registers hold. */
export const REGISTERED = 32768;
export const EVENT = 1 << 16;
export const RESULT = 1 << 17;
export const SAY = 1 << 18;
export const LIGHT = 1 << 19;
export const UNREAL = 1 << 20;
export const VERB = 1 << 21;
export const CARRIER = 1 << 22;
/** How many there were, and that the number rose. */
export const TOLL = 1 << 23;
/** Since when, or over which time. */
export const LASTING = 1 << 24;
/** The first, the greatest. */
export const RANKING = 1 << 25;
/** What is called untrue. */
export const FALSE = 1 << 26;
/** Quotation marks. */
export const QUOTING = 1 << 27;
/** What turns to another time. */
export const TURNING = 1 << 28;
/** Words with a mark of their own in the reports, an outlet's name for something. */
export const LOADED = 1 << 29;
/** What makes sure that something is so. */
export const CHECKING = 1 << 30;
/** What acts in a clause, or carries what does. */
export const ACTING = EVENT | RESULT | SAY | LIGHT | UNREAL | VERB | CARRIER;

const groups: readonly (readonly [number, Iterable<string>])[] = [
  [SMALL, smallWords.keys()],
  [EVENT, ['event']],
  [RESULT, ['result']],
  [SAY, ['say']],
  [LIGHT, ['light']],
  [UNREAL, ['unreal']],
  [VERB, ['verb']],
  [CARRIER, ['carrier']],
  [STOP, stops],
  [PLACE, ['relation', 'direction', 'place-class', 'anaphor']],
  [
    OPENING,
    ['and', 'manner', 'circumstance', 'another', 'each', 'relation', 'withhold', 'receives', 'called', 'managing', 'born'],
  ],
  [OPENING, ['excluding', 'proportion']],
  [SHORT, ['actor-short']],
  [TIMED, ['again', 'unit', 'occasion', 'hedge', 'daypart', 'clock-time', 'date', 'named-day']],
  [COUNTED, ['quantity', 'number', 'digits', 'another', 'each', 'vague', 'amount', 'additional']],
  [CLOSING, stops],
  [
    CLOSING,
    [
      'clock-time',
      'clock-word',
      'hedge',
      'born',
      'total',
      'rise',
      'daypart',
      'event-adjective',
      'matter',
      'each',
      'age',
      'proportion',
      'comprising',
      'another',
      'excluding',
    ],
  ],
  [
    CLOSING,
    [
      'date',
      'number',
      'quantity',
      'reflexive',
      'same',
      'evidence',
      'both-sides',
      'hearsay',
      'roster',
      'carrier',
      'relation',
      'standing',
    ],
  ],
  [TYING, ['wish', 'and', 'belong', 'case', 'rank', 'additional', 'vague', 'again', 'manner', 'adverb', 'named-day', 'grade']],
  [AWAY, ['away', 'distance', 'belong', 'direction']],
  [WITHHOLDING, ['withhold']],
  [BRANCH, ['branch', 'duty', 'task']],
  [TOLL, ['total', 'rise']],
  [LASTING, ['period', 'since']],
  [RANKING, ['superlative', 'elative', 'foremost', 'nth', 'ordinal']],
  [FALSE, ['falsity']],
  [CHECKING, ['checking']],
  [TURNING, ['since']],
  [LOADED, ['loaded']],
  [QUOTING, ['open', 'close', 'quote']],
  [REGISTERED, ['actor', 'outlet', 'source']],
];

const byClass = new Map<string, number>();
for (const [bit, classes] of groups) for (const kind of classes) byClass.set(kind, (byClass.get(kind) ?? 0) | bit);

/** Every group of the class. */
export const groupsOf = (kind: string): number => byClass.get(kind) ?? 0;

/** Groups of words that a field tells, or one value of it. */
const byField: readonly (readonly [number, string, string?])[] = [
  [LIVES, 'lives'],
  [FIGURE, 'figurative'],
  [LOADED, 'loaded-label'],
  [TURNING, 'apart'],
  [TURNING, 'role', 'response'],
];

const groupsOfSense = perSense((sense) =>
  byField.reduce((bits, [bit, key, value]) => {
    const told = fieldOf(sense, key);
    return told === undefined || (value !== undefined && told !== value) ? bits : bits | bit;
  }, groupsOf(sense.kind)),
);

/** Every group of the word. */
export const groupsOfWord = ({ sense, features }: Surface): number =>
  groupsOfSense(sense) | (features.pos === 'verb' ? VERBAL : 0);

/** Adds the groups of what the rules made, which stands behind the words; called when they are through. */
export function addMade(doc: Doc): void {
  for (let i = 0; i < doc.length; i++) {
    if (doc.made[i] === 0) continue;
    const here = doc.at[i];
    for (let k = here.length - 1; k >= 0 && here[k].word === null; k--) {
      const { kind, value } = here[k];
      doc.groups[i] |= groupsOf(kind) | (kind === 'date' && isToldByAnother(value) ? TURNING : 0);
    }
  }
}

/** "a day after", "the day before": a day that is told by another. */
export const isToldByAnother = ({ when }: { when?: { is?: string } }): boolean =>
  when?.is === 'distance' || when?.is === 'previous';

/** Something of the groups begins at one of the tokens. */
export function anyAmong({ groups }: Doc, from: number, to: number, wanted: number): boolean {
  for (let i = from; i < to; i++) if ((groups[i] & wanted) !== 0) return true;
  return false;
}

/** Notes at the first token of a sentence what groups its tokens have, all together. */
export function noteSentence({ groups, whole }: Doc, start: number, end: number): void {
  let all = 0;
  for (let i = start; i < end; i++) all |= groups[i];
  whole[start] = all;
}

/** Something of the groups begins somewhere in the row of a sentence. */
export const rowHas = ({ whole }: Doc, chunks: readonly { start: number }[], wanted: number): boolean =>
  chunks.length > 0 && (whole[chunks[0].start] & wanted) !== 0;
