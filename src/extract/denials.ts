/**
 * What is denied: the deed after "denied the accusations that X made of", "there is no truth in what was said of", "has nothing to do with", and before "is a
 * lie". Everything that is told inside a denial is denied with it, whoever was first said to have said it.
 */
import { BI, LI } from '../lexicon/analyze.ts';
import type { Node } from '../rules/node.ts';
import { agencyToldAt, groupBehindName, partyBehindSpeaker, personBehindBody } from './agency-told.ts';
import type { Chunk } from './chunk.ts';
import { FALSE, rowHas } from './class-groups.ts';
import type { Complement } from './complements.ts';
import type { Doc } from './doc.ts';
import { type Frame, newFrame } from './frame.ts';
import { disagree } from './noun-ends.ts';
import { names } from './noun-parts.ts';
import { type CueSense, cueSense } from './senses.ts';
import { isDocument } from './sources.ts';
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

/** How many words a denial may stand before what it denies, and how many chunks a word of falsity behind what it calls false. */
const REACH = 30;
const BEHIND = 14;
/** How many chunks the name of who denies may be long, and how many what is denied. */
const SPEAKER = 8;
const LONGEST = 80;

/** Prepositions after which what is denied stands, with the mark of the frame that asks for them. */
const prepositions: Record<string, string> = { from: 'min', in: 'fi', about: 'bian' };

/** "in a statement", "in the course of a press conference": where somebody speaks is no object. */
const isForum = (doc: Doc, chunk: Chunk | undefined): boolean =>
  chunk !== undefined &&
  (chunk.kind === 'date' || nodeOf(doc, chunk.start, 'forum') !== null || (chunk.noun !== null && isDocument(chunk.noun)));

const isDenial = (cue: CueSense): boolean => cue.act === 'deny' || (cue.act === 'doubt' && cue.stance === 'unknown');

/** Words that begin what is denied. */
const objects: ReadonlySet<string> = new Set(['allegation', 'matter', 'what', 'any']);

/** "the accusations", "the truth of", "any", "what was said": an object of denying that is no deed itself. `weak`: of a verb that also refuses. */
function isAlleged(doc: Doc, chunk: Chunk, weak: boolean): boolean {
  if (chunk.kind === 'hearsay' || nodeOf(doc, chunk.start, 'allegation') !== null) return true;
  if (chunk.kind === 'say' && !chunk.finite && field(chunk.node, 'act') === 'accuse') return true;
  if (nodeOf(doc, chunk.start, 'what') !== null || nodeOf(doc, chunk.start, 'any') !== null) return true;
  return !weak && (chunk.kind === 'noun' || chunk.kind === 'word') && nodeOf(doc, chunk.start, 'matter') !== null;
}

/** Where what is denied begins when it is introduced by such an object or by a preposition; null: as after any other verb of saying. */
export function findDenied(doc: Doc, chunks: readonly Chunk[], k: number, cue: CueSense): Complement | null {
  if (!isDenial(cue)) return cue.calls ? calledUntrue(doc, chunks, k) : null;
  const limit = chunks[k].end + REACH;
  for (let j = k + 1; j < chunks.length && chunks[j].start < limit; j++) {
    const chunk = chunks[j];
    if (chunk.kind === 'that' || chunk.kind === 'contrast' || chunk.kind === 'reset' || chunk.kind === 'according') return null;
    if (chunk.finite && nodeOf(doc, chunks[j - 1].start, 'what') === null) return null;
    if (chunk.kind === 'mark' && chunk.mark !== 'comma' && !chunk.mark.endsWith('paren')) return null;
    if (
      chunk.kind === 'case' &&
      cue.frame.has(prepositions[chunk.mark]) &&
      doc.info[chunk.start].pronoun === null &&
      !isForum(doc, chunks[j + 1])
    )
      return j + 1 < chunks.length ? { at: j + 1, kind: 'noun', alleged: true } : null;
    if (chunk.bits & BI && !cue.frame.has('bi')) continue;
    // "a report refuted the account": a document that speaks
    if (j === k + 1 && chunk.noun !== null && isDocument(chunk.noun) && isAlleged(doc, chunks[j + 1] ?? chunk, true)) continue;
    if (chunks[j - 1].kind !== 'case' && isAlleged(doc, chunk, cue.weak)) return { at: j, kind: 'noun', alleged: true };
    if (chunk.kind === 'event' || chunk.kind === 'light' || chunk.kind === 'unreal' || chunk.kind === 'responsibility')
      return null;
  }
  return null;
}

/** "described the reports of the shelling as false": what is called untrue, or null. */
function calledUntrue(doc: Doc, chunks: readonly Chunk[], k: number): Complement | null {
  const limit = chunks[k].end + REACH;
  let at = -1;
  for (let j = k + 1; j < chunks.length && chunks[j].start < limit; j++) {
    const { kind, mark, bits, start, end } = chunks[j];
    if (kind === 'contrast' || kind === 'reset' || (kind === 'mark' && mark !== 'comma' && mark !== 'quote')) return null;
    if (at < 0) {
      if (chunks[j].finite) return null;
      if (!(bits & BI) && isAlleged(doc, chunks[j], true)) at = j;
      continue;
    }
    for (let t = start; t < end; t++) if (nodeOf(doc, t, 'falsity') !== null) return { at, kind: 'noun', alleged: true };
    const after = bits & BI || (chunks[j - 1].kind === 'that' && chunks[j - 1].bits & BI);
    if (after && kind !== 'that' && nodeOf(doc, start, 'allegation') !== null) return { at, kind: 'noun', alleged: true };
  }
  return null;
}

/** Where the phrase that begins at token `i` must end: the object of a verb of denying or accusing is no part of the name of the one who denies or accuses. */
export function objectEnd(doc: Doc, before: readonly Chunk[], i: number, end: number): number {
  let at = before.length - 1;
  const least = Math.max(0, before.length - SPEAKER);
  while (at >= least && !before[at].finite) at--;
  if (at < least || before[at].kind !== 'say') return end;
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
      if (t + 1 >= named && (areTwoPeople(doc, t) || isOneAndMany(doc, t))) return t + 1;
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
        : isClosed(doc, t - 1) && nodeOf(doc, t, 'matter') !== null
    )
      return t;
  return end;
}

/** "the ministry of health", which is written like "the truth". */
const isOfOffice = (doc: Doc, t: number): boolean => !isDefinite(doc, t - 1) && nodeOf(doc, t - 1, 'source') !== null;

const isOfSpeaker = ({ kind, mark, noun, bits }: Chunk): boolean =>
  (kind === 'noun' && noun !== null && (bits & (BI | LI)) === 0) || (kind === 'case' && (mark === 'in' || mark === 'from'));

/** The name of a state, or of its capital, in one word. */
const isParty = (doc: Doc, i: number): boolean =>
  isWord(doc, i) && doc.at[i].some((n) => (n.kind === 'actor' || n.kind === 'actor-short') && n.end === i + 1);

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
    const party = doc.at[t].find(
      (n) =>
        (n.kind === 'actor' ||
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
    RELATION.some((ending) => key.endsWith(ending)) || (key.endsWith(UN) && doc.at[i].some((n) => featuresOf(n)?.number === 'pl'))
  );
};
const UN = '\u0648\u0646';
const RELATION = ['\u064a\u0629', '\u064a\u0647'];

/** A word after which a name takes no genitive: definite, an adjective, or a name itself. */
const isClosed = (doc: Doc, i: number): boolean =>
  markAt(doc, i) === 'close' ||
  markAt(doc, i) === 'quote' ||
  (isWord(doc, i) &&
    (isDefinite(doc, i) || doc.at[i].some((n) => closing.has(n.kind) || n.word?.surface.features.pos === 'adjective')));
const closing: ReadonlySet<string> = new Set(['given-name', 'family-name', 'nationality']);

/** The chunk at which a denial that began at `at` is over: another clause, or a comma before what is told as happening then. */
export function endOfDenial(doc: Doc, chunks: readonly Chunk[], at: number): number {
  let relative = false;
  const last = Math.min(chunks.length, at + LONGEST);
  for (let j = at; j < last; j++) {
    const { kind, mark, finite, start } = chunks[j];
    if (kind === 'contrast' || kind === 'reset' || (kind === 'mark' && mark === 'semicolon')) return j;
    if (kind === 'relative' || nodeOf(doc, start, 'what') !== null) relative = true;
    const comma = j > at && chunks[j - 1].kind === 'mark' && chunks[j - 1].mark === 'comma';
    if (j > at && finite && hasConjunction(doc, start) && (comma || !relative)) return j;
    if (comma && (kind === 'conjunction' || (kind === 'case' && (mark === 'after' || mark === 'amid' || mark === 'since'))))
      return j;
    // ", and while he fled they killed him", "then the army shelled it"
    if (comma && kind === 'case' && hasConjunction(doc, start)) return j;
    if (j > at && finite && nodeOf(doc, chunks[j - 1].start, 'then') !== null) return j;
    // ", then the aircraft shelled"
    if (comma && kind === 'continue' && chunks[j + 1]?.finite) return j;
    // ", and five soldiers were killed": those who are counted were
    if (comma && kind === 'event' && hasConjunction(doc, start) && chunks[j + 1]?.noun?.count != null) return j;
  }
  return last;
}

/** A verb of saying inside a denial ("the accusations that X made", "what was said of") tells what is denied. Changes the frame. */
export function denyWithin(doc: Doc, chunks: readonly Chunk[], k: number, frame: Frame, frames: readonly Frame[]): void {
  const denial = frames.at(-1);
  if (denial === undefined || denial.until === undefined || k < denial.from || k >= denial.until) return;
  const pos = chunks[k].node === null ? null : featuresOf(chunks[k].node!)?.pos;
  if (pos === 'participle' && !isDefinite(doc, chunks[k].start)) return;
  for (let j = denial.from; j < k; j++) if (chunks[j].kind === 'mark' && chunks[j].mark === 'comma') return;
  frame.stance = denial.stance;
  frame.chain = denial.chain;
  frame.actor = null;
  frame.until = denial.until;
}

/** Stretches that deny without a verb of denying: words of falsity, and "has nothing to do with". Adds their frames. */
export function denyInPlace(doc: Doc, chunks: readonly Chunk[], frames: Frame[], frameOf: Int16Array): void {
  const calls = rowHas(doc, chunks, FALSE);
  for (let k = 0; k < chunks.length; k++) {
    for (let t = chunks[k].start; calls && t < chunks[k].end; t++) {
      const falsity = nodeOf(doc, t, 'falsity');
      if (falsity === null) continue;
      const [from, to] = calledFalse(doc, chunks, k, field(falsity, 'place') === 'before' || stands(chunks, k, falsity.end));
      deny(frames, frameOf, from, to, 'attribution.called-false');
    }
    if (chunks[k].kind !== 'negation') continue;
    const from = disowned(doc, chunks, k);
    if (from >= 0) deny(frames, frameOf, from, clauseEnd(doc, chunks, from + 1), 'attribution.disowned');
  }
}

/** "it is not true | that", "it is not right | to say | that". */
function stands(chunks: readonly Chunk[], k: number, end: number): boolean {
  let j = k + 1;
  while (j < k + 3 && chunks[j] !== undefined && chunks[j].start < end) j++;
  const next = chunks[j];
  return next?.kind === 'that' || (next?.kind === 'say' && !next.finite && chunks[j + 1]?.kind === 'that');
}

/** What a word of falsity in chunk `k` calls false: from and to. */
function calledFalse(doc: Doc, chunks: readonly Chunk[], k: number, ahead: boolean): [number, number] {
  if (ahead || (chunks[k].noun !== null && nodeOf(doc, chunks[k].start, 'allegation') !== null && k + 1 < chunks.length))
    return [k, clauseEnd(doc, chunks, k + 1)];
  for (let j = k - 1; j >= 0 && j >= k - BEHIND; j--) {
    const { kind, mark } = chunks[j];
    if (kind === 'contrast' || kind === 'reset' || (kind === 'mark' && mark !== 'comma' && mark !== 'quote')) break;
    if (isAlleged(doc, chunks[j], true)) {
      // "false news of"
      const about = chunks.slice(k + 1, k + 3).some((c) => c.kind === 'case' && (c.mark === 'about' || c.mark === 'regarding'));
      return [j, j === k - 1 && about ? clauseEnd(doc, chunks, k + 1) : k];
    }
    if (kind === 'that') break;
  }
  return [k, k];
}

/** First chunk of the deed that somebody "has nothing to do with" or "is not responsible for", or -1. */
function disowned(doc: Doc, chunks: readonly Chunk[], k: number): number {
  let part = -1;
  for (let j = k; j < Math.min(chunks.length, k + 5); j++) {
    const chunk = chunks[j];
    if (j > k && (chunk.kind === 'mark' || chunk.kind === 'that' || chunk.kind === 'contrast')) return -1;
    if (part >= 0) {
      if (chunk.bits & BI && (chunk.kind === 'event' || chunk.kind === 'noun')) return j;
      if (chunk.kind === 'case' && (chunk.mark === 'about' || chunk.mark === 'in') && j + 1 < chunks.length) return j + 1;
      if (chunk.kind === 'event' && nodeOf(doc, chunks[part].start, 'part')?.end === chunk.start) return j;
      continue;
    }
    for (let t = chunk.start; t < chunk.end && part < 0; t++) {
      const node = nodeOf(doc, t, 'part');
      if (node !== null && !(isDefinite(doc, t) && featuresOf(node)?.pos === 'noun')) part = j;
    }
  }
  return -1;
}

function clauseEnd(doc: Doc, chunks: readonly Chunk[], from: number): number {
  const last = Math.min(chunks.length, from + LONGEST);
  for (let j = from; j < last; j++) {
    const { kind, mark, finite, start } = chunks[j];
    if (kind === 'contrast' || kind === 'reset' || (kind === 'mark' && (mark === 'comma' || mark === 'semicolon'))) return j;
    if ((finite || kind === 'that') && hasConjunction(doc, start)) return j;
  }
  return last;
}

function deny(frames: Frame[], frameOf: Int16Array, from: number, to: number, rule: string): void {
  const made = new Map<number, number>();
  for (let k = from; k < to; k++) {
    const index = frameOf[k];
    const within = index < 0 ? null : frames[index];
    if (within?.stance === 'denied') continue;
    let now = made.get(index);
    if (now === undefined) {
      now = frames.length;
      frames.push(
        newFrame({
          chain: within?.chain ?? [],
          stance: 'denied',
          from,
          rule,
          cue: within?.cue ?? null,
          actor: null,
          ownDeed: false,
          nested: true,
          verb: -1,
        }),
      );
      made.set(index, now);
    }
    frameOf[k] = now;
  }
}
