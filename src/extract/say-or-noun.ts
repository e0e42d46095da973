/** Words of saying that are written like others: "alleged" like "the allegation", "seemed" like "began", "and accused" behind a comma. */
import { AL, BI, LI } from '../lexicon/analyze.ts';
import type { Node } from '../rules/node.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { endsLikeFeminine } from './noun-closed.ts';
import { cueSense } from './senses.ts';
import { canSay } from './sources.ts';
import { attachedPreposition, featuresOf, field, hasConjunction, isDefinite, markAt, nodeOf, senseOf } from './words.ts';

/** "began" is written like "seemed" but for its hamza, "memory" nearly like "telling": the word that is spelled so. */
export const isOtherVerb = (doc: Doc, i: number, { word }: Node<any>): boolean =>
  word?.exact === false &&
  doc.at[i].some(
    (n) =>
      n.kind !== 'say' && n.word?.exact === true && (featuresOf(n)?.pos === 'verb' || word.surface.features.pos === 'masdar'),
  );

/** "(the army) achieved | an advance" is written like "verified (that)". */
export const isRatherLight = (doc: Doc, i: number, node: Node<any>): boolean =>
  field(node, 'strength') === 'weak' && field(nodeOf(doc, i, 'light'), 'subject') === 'actor' && lendsToDeed(doc, i);

/** Behind the verb and its subject stands a deed with nothing before it, where an inquiry would be "into" one. */
function lendsToDeed(doc: Doc, i: number): boolean {
  for (let t = i + 1; t < Math.min(doc.length, i + AHEAD); t++) {
    if (markAt(doc, t) !== '' || nodeOf(doc, t, 'that') !== null || nodeOf(doc, t, 'case') !== null) return false;
    if (nodeOf(doc, t, 'event') !== null) return !isDefinite(doc, t) && attachedPreposition(doc, t) === 0;
  }
  return false;
}

/** "the army | alleged that" is written like "the allegation that", which stands behind a preposition or a verb. */
export const allegesThat = (doc: Doc, i: number, before: readonly Chunk[]): boolean => {
  const last = before.at(-1)!;
  if (openers.has(last.kind)) return true;
  if (last.kind === 'case' || last.kind === 'say' || last.kind === 'event' || last.finite) return false;
  for (let t = i + 1; t < Math.min(doc.length, i + AHEAD); t++) {
    if (nodeOf(doc, t, 'that') !== null) return true;
    if (nodeOf(doc, t, 'event') !== null || hasConjunction(doc, t)) return false;
  }
  return false;
};

const openers: ReadonlySet<string> = new Set(['modal', 'contrast', 'reset', 'relative', 'mark']);
/** How many words may be put in before what is alleged. */
const AHEAD = 10;

/** ", and accused", ", and led to": after a comma a verb of saying or of result joins nothing. */
export const saysOn = (doc: Doc, i: number, kind: string, before: readonly Chunk[]): boolean =>
  (kind === 'say' || (kind === 'result' && !isSpelledAsNoun(doc, i))) &&
  hasConjunction(doc, i) &&
  before.at(-1)?.kind === 'mark' &&
  before.at(-1)?.mark === 'comma';

/** "and the cause" is spelled like "and caused"; "valley" is only written somewhat like "and led". */
const isSpelledAsNoun = (doc: Doc, i: number): boolean =>
  doc.at[i].some((n) => n.word?.exact === true && featuresOf(n)?.pos !== 'verb');

const clausal: ReadonlySet<string> = new Set(['contrast', 'that', 'reset', 'continue', 'was', 'modal']);
/** The role of the preposition that each mark of a frame asks for. */
const asked: Record<string, string> = { about: 'bian', to: 'ila', in: 'fi' };

/** "the doctor in a telephone call | revealed (the revealing) of": behind a subject and what is put in, with the words that only the verb asks for. */
export function saysAcross(doc: Doc, i: number, verb: Node<any>, before: readonly Chunk[]): boolean {
  if (verb.word?.exact !== true || hasConjunction(doc, i) || !asksFor(doc, verb)) return false;
  let governed = false;
  for (let k = before.length - 1; k >= 0; k--) {
    const { kind, finite, noun, bits, mark } = before[k];
    if (finite || kind === 'event' || kind === 'relative' || (kind === 'mark' && mark !== 'comma' && mark !== 'dash'))
      return false;
    governed ||= kind === 'case' || kind === 'word';
    const opens = k === 0 || clausal.has(before[k - 1].kind);
    if (opens)
      return governed && noun !== null && (kind === 'noun' || kind === 'place') && (bits & ~AL) === 0 && canSay(noun, false);
  }
  return false;
}

function asksFor(doc: Doc, verb: Node<any>): boolean {
  let next = verb.end;
  if (next >= doc.length) return false;
  // whom it is told to
  const told = nodeOf(doc, next, 'outlet');
  if (told !== null && told.word !== null && told.word.proclitics & LI) next = told.end;
  if (markAt(doc, next) === 'colon' || nodeOf(doc, next, 'that') !== null) return true;
  const tie = nodeOf(doc, next, 'case');
  const sense = senseOf(verb);
  return tie !== null && sense !== null && cueSense(sense).frame.has(asked[field(tie, 'role') ?? ''] ?? '');
}

/** How many words behind it the responsibility may stand. */
const BLAME = 8;

/** "the government | holds (responsible)", "holds | the government" has the letters of "he bore": whoever stands beside it is feminine, and the blame behind. */
export function holdsResponsible(doc: Doc, i: number, { word }: Node<any>, before: readonly Chunk[]): boolean {
  const verb = word?.surface.features;
  if (verb?.tense !== 'past' || verb.gender !== 'm' || verb.number !== 'sg') return false;
  const blames = doc.at[i].some((n) => n.kind === 'say' && field(n, 'act') === 'accuse' && featuresOf(n)?.gender === 'f');
  if (!blames) return false;
  const subject = before.at(-1)?.noun ?? null;
  const beside = subject !== null && subject.end === i;
  // the name of a party tells no gender
  const she = beside && (subject.features?.gender ?? (subject.kind === 'actor' ? 'f' : null)) === 'f';
  const behind = !she && !(beside && endsLikeFeminine(doc, i - 1));
  if (behind && (beside || i + 1 >= doc.length || !endsLikeFeminine(doc, i + 1))) return false;
  for (let t = i + 1; t < Math.min(doc.length, i + BLAME) && markAt(doc, t) === ''; t++)
    if (nodeOf(doc, t, 'responsibility') !== null) return t > (behind ? i + 2 : i + 1);
  return false;
}

const people: ReadonlySet<string> = new Set(['person', 'outcome', 'number']);

/** "three soldiers, | and a student" is written like "and asking": one more behind others, with nothing behind it that is asked or told. */
export function isOneMore(doc: Doc, i: number, before: readonly Chunk[]): boolean {
  if (before.length === 0 || nodeOf(doc, i, 'person')?.word?.exact !== true) return false;
  const last = before.at(-1)!;
  const noun = (last.kind === 'mark' && last.mark === 'comma' ? before.at(-2) : last)?.noun ?? null;
  if (noun === null || !people.has(noun.kind)) return false;
  const t = i + 1;
  if (t >= doc.length || markAt(doc, t) !== '') return t >= doc.length || markAt(doc, t) !== 'colon';
  if (nodeOf(doc, t, 'that') !== null || isDefinite(doc, t) || doc.bits[t] & (BI | LI)) return false;
  const role = field(nodeOf(doc, t, 'case'), 'role');
  return role === undefined || role === 'in';
}
