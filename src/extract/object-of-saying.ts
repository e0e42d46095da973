/** Where the phrase of who speaks, denies or accuses ends before whom it is said to or of: the object of the verb is no part of the name of its subject. */

import { BI, LI } from '../lexicon/analyze.ts';
import type { Node } from '../rules/node.ts';
import { agencyToldAt, groupBehindName, partyBehindSpeaker, personBehindBody } from './agency-told.ts';
import { keepsUn } from './case-endings.ts';
import type { Chunk } from './chunk.ts';
import { rowHas, SAY } from './class-groups.ts';
import { isDenial, REACH } from './denials.ts';
import type { Doc } from './doc.ts';
import { disagree } from './noun-ends.ts';
import { names } from './noun-parts.ts';
import { isBareParty } from './party-words.ts';
import { isPortfolio } from './portfolio.ts';
import { cueSense } from './senses.ts';
import {
  attachedPreposition,
  featuresOf,
  field,
  hasConjunction,
  isDefinite,
  isWord,
  looseOfToken,
  markAt,
  nodeAmong,
  nodeOf,
  senseOf,
} from './words.ts';

/** How many chunks the name of who denies may be long. */
const SPEAKER = 8;

/** Words that begin what is denied. */
const objects: ReadonlySet<string> = new Set(['allegation', 'matter', 'what', 'any']);

/** Where the phrase that begins at token `i` must end: the object of a verb of denying or accusing is no part of the name of the one who denies or accuses. */
export function objectEnd(doc: Doc, before: readonly Chunk[], i: number, end: number): number {
  if (!rowHas(doc, before, SAY)) return end;
  let at = before.length - 1;
  const least = Math.max(0, before.length - SPEAKER);
  while (at >= least && !before[at].finite) at--;
  if (at < least || before[at].kind !== 'say') return end;
  return objectOfSaying(doc, before, i, end, at);
}

function objectOfSaying(doc: Doc, before: readonly Chunk[], i: number, end: number, at: number): number {
  const verb = before[at];
  const sense = senseOf(verb.node);
  if (sense === null) return end;
  // "the opposition accuses | the regime of"
  if (cueSense(sense).accuses && before.at(-1) === verb && i + 1 < end && isWord(doc, i + 1) && disagree(doc, i, i + 1))
    return i + 1;
  // "Baku accused | Yerevan of"
  if (cueSense(sense).accuses && before.at(-1) === verb && isParty(doc, i) && i + 1 < end && isParty(doc, i + 1)) return i + 1;
  // "an official in the movement accused | the forces": nothing but the speaker stands behind the verb
  const whom = (cueSense(sense).accuses || cueSense(sense).addresses) && before.slice(at + 1).every(isOfSpeaker);
  const suspect = whom
    ? Math.max(
        before.at(-1) === verb ? Math.max(personBehindBody(doc, i, end), groupBehindName(doc, i, end)) : -1,
        partyBehindSpeaker(doc, i, end),
      )
    : -1;
  if (suspect > 0) return suspect;
  const toldTo =
    (cueSense(sense).addresses || field(verb.node, 'tells') === 'agency') && before.at(-1) === verb
      ? agencyToldAt(doc, i, end)
      : -1;
  if (toldTo > 0) return toldTo;
  // "the judge accused | the officer of", "the hospital informed | the police"
  if (whom)
    for (let t = i, named = i; t + 1 < Math.min(end, i + SPEAKER) && isWord(doc, t); t++) {
      for (const n of doc.at[t]) if (namedBy.has(n.kind)) named = Math.max(named, n.end);
      if (t + 1 >= named && ((areTwoPeople(doc, t) && !isFreeParty(doc, t + 2, end)) || isOneAndMany(doc, t))) return t + 1;
    }
  // "the services accused | «a group» of"
  if (cueSense(sense).accuses && before.at(-1) === verb)
    for (let t = i + 1; t < Math.min(end, i + SPEAKER); t++)
      if (
        (markAt(doc, t) === 'quote' || markAt(doc, t) === 'open') &&
        isDefinite(doc, t - 1) &&
        t + 1 < end &&
        !isDefinite(doc, t + 1)
      )
        return t;
  const accused = (cueSense(sense).accuses || cueSense(sense).addresses) && before.at(-1) === verb ? accusedAt(doc, i, end) : -1;
  if (accused > 0) return accused;
  const cue = cueSense(sense);
  if (!isDenial(cue) && !cue.frame.has('np')) return end;
  const registered = Math.max(i + 1, nodeOf(doc, i, 'actor')?.end ?? 0, nodeOf(doc, i, 'outlet')?.end ?? 0);
  for (let t = registered; t < Math.min(end, i + REACH); t++)
    if (
      isDenial(cue)
        ? doc.at[t].some((node) => objects.has(node.kind)) && !isOfOffice(doc, t)
        : nodeOf(doc, t, 'matter') !== null && isClosed(doc, t - 1)
    )
      return t;
  return end;
}

/** "(accused) the opposition (council) | the forces of": with a party behind it the word before is an adjective of the speaker. */
const isFreeParty = (doc: Doc, i: number, end: number): boolean =>
  i < end &&
  isWord(doc, i) &&
  attachedPreposition(doc, i) === 0 &&
  !hasConjunction(doc, i) &&
  nodeOf(doc, i, 'nationality') === null &&
  doc.at[i].some((n) => n.kind === 'actor' || (n.kind === 'person' && field(n, 'unit') === 'group'));

/** "the ministry of health", which is written like "the truth". */
const isOfOffice = (doc: Doc, t: number): boolean => !isDefinite(doc, t - 1) && nodeOf(doc, t - 1, 'source') !== null;

const isOfSpeaker = ({ kind, mark, noun, bits }: Chunk): boolean =>
  (kind === 'noun' && noun !== null && (bits & (BI | LI)) === 0) || (kind === 'case' && (mark === 'in' || mark === 'from'));

/** The name of a state, or of its capital, in one word. */
const isParty = (doc: Doc, i: number): boolean =>
  isWord(doc, i) &&
  doc.at[i].some((n) => (n.kind === 'actor' || n.kind === 'actor-short') && n.end === i + 1) &&
  // "the Syrian" is written like one way to spell Syria
  !(isDefinite(doc, i) && nodeOf(doc, i, 'nationality') !== null);

/** Two words for people, both with the article, of which the second is no adjective. */
export const areTwoPeople = (doc: Doc, i: number): boolean =>
  isWord(doc, i + 1) &&
  isDefinite(doc, i) &&
  isDefinite(doc, i + 1) &&
  !isTitleOfNamed(doc, i + 1) &&
  nodeOf(doc, i + 1, 'nationality') === null &&
  ['person', 'source', 'outcome', 'title', 'actor', 'actor-short'].some(
    (kind) => featuresOf(nodeOf(doc, i + 1, kind) ?? none)?.pos === 'noun',
  ) &&
  !doc.at[i + 1].some((n) => n.word !== null && featuresOf(n)?.pos === 'adjective');

/** "the army | the gunmen": a singular and people in the plural, both with the article. */
const isOneAndMany = (doc: Doc, i: number): boolean => {
  if (!isWord(doc, i + 1) || !isDefinite(doc, i) || !isDefinite(doc, i + 1) || hasConjunction(doc, i + 1)) return false;
  const many = doc.at[i + 1].some((n) => n.kind === 'person' && featuresOf(n)?.number === 'pl' && featuresOf(n)?.gender !== 'f');
  return many && hasNumber(doc, i, 'sg') && !hasNumber(doc, i, 'pl');
};

const hasNumber = (doc: Doc, i: number, number: string): boolean => doc.at[i].some((n) => featuresOf(n)?.number === number);

const none = { word: null } as Node<any>;

/** "the colonel Ahmad": a name follows the rank. */
const isTitleOfNamed = (doc: Doc, i: number): boolean => {
  const title = nodeOf(doc, i, 'title');
  return title !== null && title.end < doc.length && isWord(doc, title.end) && nodeAmong(doc, title.end, names) !== null;
};

/** "the observatory accused | the army", "activists accused | the factions of X": where a party begins behind a phrase that is closed; -1 elsewhere. */
function accusedAt(doc: Doc, i: number, end: number): number {
  let named = -1;
  let open = -1;
  for (let t = i; t < Math.min(end, i + SPEAKER) && isWord(doc, t); t++) {
    if (attachedPreposition(doc, t) !== 0 && !isDefinite(doc, t) && nodeOf(doc, t, 'event') !== null) return -1;
    const party = isBareParty(doc, t)
      ? (nodeOf(doc, t, 'party') ?? nodeOf(doc, t, 'regime') ?? undefined)
      : doc.at[t].find(
          (n) =>
            (n.kind === 'actor' ||
              (n.kind === 'outlet-short' && n.end > t + 1 && isDefinite(doc, t)) ||
              n.kind === 'actor-short' ||
              n.kind === 'loaded' ||
              (n.kind === 'person' && field(n, 'unit') === 'group')) &&
            n.end <= end,
        );
    // "the spokesman of" in two words has the letters of a name in the second
    const title = nodeOf(doc, t, 'title')?.end ?? 0;
    if (title > t + 1 && nodeOf(doc, title - 1, 'given-name') !== null) {
      open = title;
      t = open - 1;
      continue;
    }
    const describes = nodeOf(doc, t, 'nationality') !== null && isDefinite(doc, t);
    const free = attachedPreposition(doc, t) === 0 && !hasConjunction(doc, t);
    if (
      t > i &&
      t !== open &&
      party !== undefined &&
      free &&
      !describes &&
      !isTitleOfNamed(doc, t) &&
      !isOfState(doc, t, party) &&
      !isPortfolio(doc, t - 1) &&
      (isClosed(doc, t - 1) || named === t || keepsEnding(doc, t - 1))
    )
      return t;
    for (const { kind, end: at } of doc.at[t])
      if (at > named && (namedBy.has(kind) || (kind === 'source' && at > t + 1))) named = at;
  }
  return -1;
}
/** "the army of Myanmar": a state behind a body without the article owns it. */
const isOfState = (doc: Doc, t: number, party: Node<any>): boolean =>
  field(party, 'kind') === 'state' && !isDefinite(doc, t - 1) && field(nodeOf(doc, t - 1, 'person'), 'unit') === 'group';

const namedBy: ReadonlySet<string> = new Set(['actor', 'outlet']);

/** The plural "-un" keeps its noon and "-iyya" is an adjective, so no genitive follows. */
const keepsEnding = (doc: Doc, i: number): boolean => {
  const key = looseOfToken(doc, i);
  return (
    RELATION.some((ending) => key.endsWith(ending)) || (keepsUn(doc, i) && doc.at[i].some((n) => featuresOf(n)?.number === 'pl'))
  );
};
const RELATION = ['\u064a\u0629', '\u064a\u0647'];

/** A word after which a name takes no genitive: definite, an adjective, or a name itself. */
function isClosed(doc: Doc, i: number): boolean {
  if (!isWord(doc, i)) return markAt(doc, i) === 'close' || markAt(doc, i) === 'quote';
  if (isDefinite(doc, i)) return true;
  for (const { kind, word } of doc.at[i]) if (word?.features.pos === 'adjective' || closing.has(kind)) return true;
  return false;
}
const closing: ReadonlySet<string> = new Set(['given-name', 'family-name', 'nationality']);
