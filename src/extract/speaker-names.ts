/**
 * Names of speakers that are written like verbs: "the spokesman Ashraf al-Q." is also "the spokesman oversaw …". Between somebody's title and the words that open
 * what is said stands a name.
 */
import { Kinds } from '../text/key-mark.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { hasItsObject } from './noun-acting.ts';
import { type NounPhrase, names, newNoun, stopAt } from './noun-parts.ts';
import {
  attachedPreposition,
  featuresOf,
  hasConjunction,
  isDefinite,
  isWord,
  markAt,
  nodeAmong,
  nodeOf,
  readings,
} from './words.ts';

/** A name is at most this many words long. */
const LONGEST = 4;
const opening: ReadonlySet<string> = new Set(['comma', 'colon', 'quote', 'open', 'dash', 'open-paren']);
const called = new Kinds(['nationality']);

/** The name that begins at token `i`, or null. */
export function nameOfSpeaker(doc: Doc, i: number, end: number, before: readonly Chunk[]): NounPhrase | null {
  if (!isPlain(doc, i) || !doc.at[i].some((node) => featuresOf(node)?.pos === 'verb')) return null;
  // "said activists | at dawn on Tuesday": what tells a day in several words is nobody's name
  if ((nodeOf(doc, i, 'date')?.end ?? 0) > i + 1) return null;
  const last = before.at(-1);
  const sure = nodeOf(doc, i, 'given-name') !== null && (isSubjectTitle(doc, i, before) || isBeforeTitle(doc, i, end, last));
  if (!sure && (before.length < 2 || !isTitled(doc, before))) return null;
  if (nodeAmong(doc, i, names) === null && !isNameable(doc, i)) return null;
  let t = i + 1;
  while (t < Math.min(end, i + LONGEST) && isPlain(doc, t) && !closes(doc, t, i, sure) && isNameable(doc, t)) t++;
  if (t >= end || !closes(doc, t, i, sure)) return null;
  // one word alone is a name only when it is known for one
  if (t === i + 1 && nodeAmong(doc, i, names) === null) return null;
  if (hasItsObject(doc, i, end)) return null;
  const name = newNoun(i, t, i, 'name');
  name.node = nodeAmong(doc, i, names);
  name.definite = true;
  return name;
}

/** The name that begins at `from` ends before this token. */
const closes = (doc: Doc, at: number, from: number, sure: boolean): boolean =>
  opensContent(doc, at) || (sure && says(doc, at)) || (at > from + 1 && isWord(doc, at) && hasConjunction(doc, at));

/** "official | Yemeni": the end of adjectives of origin that are written like verbs, behind an indefinite speaker; -1 when there is none. */
export function originOfSpeaker(doc: Doc, i: number, end: number, before: readonly Chunk[]): number {
  const noun = before.at(-1)?.noun ?? null;
  if (noun === null || noun.end !== i || noun.definite) return -1;
  if (!doc.at[i].some((node) => featuresOf(node)?.pos === 'verb')) return -1;
  if (noun.kind !== 'person' && noun.kind !== 'title' && noun.kind !== 'source') return -1;
  const origin = isPlain(doc, i) ? nodeAmong(doc, i, called) : null;
  return origin !== null && origin.end <= end ? origin.end : -1;
}

/** "the spokesman of the ministry | Ashraf al-Q. alleged": behind a title that opens its clause. */
function isSubjectTitle(doc: Doc, i: number, before: readonly Chunk[]): boolean {
  const noun = before.at(-1)?.noun ?? null;
  if (noun === null || noun.end !== i || noun.count !== null) return false;
  if (nodeOf(doc, noun.head, 'title') === null && noun.kind !== 'title') return false;
  // it has its name already
  if (nodeAmong(doc, i - 1, names) !== null) return false;
  const opener = before.at(-2);
  return opener === undefined || !(opener.finite || opener.kind === 'mark');
}

/** "| Ashraf al-Q., the spokesman of": a name in two words at the head of its clause or behind a preposition, with a title behind the comma. */
function isBeforeTitle(doc: Doc, i: number, end: number, last: Chunk | undefined): boolean {
  if (last !== undefined && !heading.has(last.kind)) return false;
  return (
    i + 3 < end &&
    isPlain(doc, i + 1) &&
    (isDefinite(doc, i + 1) || nodeAmong(doc, i + 1, names) !== null) &&
    markAt(doc, i + 2) === 'comma' &&
    (nodeOf(doc, i + 3, 'title') ?? nodeOf(doc, i + 3, 'leads')) !== null
  );
}
const heading: ReadonlySet<string> = new Set(['contrast', 'that', 'according', 'case', 'reset']);

const says = (doc: Doc, t: number): boolean =>
  readings(doc, t, 'say').verb !== null || nodeOf(doc, t, 'modal') !== null || nodeOf(doc, t, 'case') !== null;

const isPlain = (doc: Doc, t: number): boolean =>
  isWord(doc, t) && !hasConjunction(doc, t) && attachedPreposition(doc, t) === 0 && nodeOf(doc, t, 'that') === null;

const opensContent = (doc: Doc, t: number): boolean => opening.has(markAt(doc, t)) || nodeOf(doc, t, 'that') !== null;

/** A word that may be part of a name: no small word, no number and no happening. */
const isNameable = (doc: Doc, t: number): boolean =>
  nodeAmong(doc, t, names) !== null ||
  (stopAt(doc, t) === null && nodeOf(doc, t, 'event') === null && nodeOf(doc, t, 'quantity') === null);

/** "said | the spokesman of the ministry": a person in office right behind a verb of saying, named by what he is. */
function isTitled(doc: Doc, before: readonly Chunk[]): boolean {
  // "the spokesman of | the ministry"
  const of = before.length > 2 && before.at(-2)!.noun?.kind === 'title' && before.at(-2)!.end === before.at(-1)!.start ? 1 : 0;
  const noun = before.at(-1 - of)?.noun ?? null;
  const verb = before.at(-2 - of)!;
  if (noun === null || noun.count !== null || !verb.finite || verb.kind !== 'say') return false;
  return nodeOf(doc, noun.head, 'title') !== null || (noun.kind === 'person' && noun.definite && noun.features?.number === 'sg');
}

/** A verb of saying and its subject stand right before. */
export const isSpeaking = (before: readonly Chunk[]): boolean => {
  const last = before.at(-1)?.kind === 'mark' && before.at(-1)!.mark !== 'colon' ? before.length - 1 : before.length;
  return (
    before[last - 1]?.noun != null && before.slice(Math.max(0, last - 3), last - 1).some((c) => c.kind === 'say' && c.finite)
  );
};

/** "her neighbour | the mother of Khalid": a name of its kind. */
export const isCalledAfterChild = (doc: Doc, { head, end, count }: NounPhrase): boolean =>
  count === null && end > head + 1 && nodeOf(doc, head, 'kunya') !== null && nodeOf(doc, head + 1, 'given-name') !== null;

/** "and «Amal Mustafa»": a name whose letters are a verb of saying ("hoped"), right behind the quotation mark. */
export const isQuotedName = (doc: Doc, i: number): boolean =>
  i > 0 &&
  i + 1 < doc.length &&
  quotes.has(markAt(doc, i - 1)) &&
  nodeOf(doc, i, 'given-name') !== null &&
  nodeAmong(doc, i + 1, names) !== null;
const quotes: ReadonlySet<string> = new Set(['open', 'close', 'quote']);
