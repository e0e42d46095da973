/** The speaker of a verb of saying: the noun phrase after it or before it, with what belongs to it (title and name, "a source in ...", joint speakers). */
import { BI, KA, LI } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import type { Complement } from './complements.ts';
import type { Doc } from './doc.ts';
import { issuerAfter } from './documents.ts';
import { disagree } from './noun-ends.ts';
import { isApposition, type NounPhrase } from './noun-parts.ts';
import type { CueSense } from './senses.ts';
import { canSay, isDocument } from './sources.ts';
import { featuresOf, field, hasConjunction, isDefinite, isWord, nodeOf } from './words.ts';

export type Speakers = {
  /** Outermost first: one speaker, or the relaying one and the one relayed. */
  nouns: NounPhrase[];
  before: boolean;
  accused: NounPhrase | null;
};

/** Ending of adjectives of relation in the feminine. */
const RELATING = '\u064A\u0629';
const PREFIXED = BI | LI | KA;

/** The phrase of a chunk taken as a speaker. "Information" and "reports" speak too, and "one of them". */
export function phraseOf(doc: Doc, chunk: Chunk): NounPhrase | null {
  const someone = chunk.kind === 'word' && doc.info[chunk.start].pronoun !== null && nodeOf(doc, chunk.start, 'each') !== null;
  // "the governorate of X": a place that speaks is named in full
  if (chunk.kind === 'place' && chunk.noun !== null && chunk.noun.start === chunk.start && chunk.noun.end < chunk.end)
    return { ...chunk.noun, end: chunk.end };
  if (chunk.noun !== null || !(chunk.kind === 'hearsay' || someone)) return chunk.noun;
  let end = chunk.end;
  // its adjectives: "the first information", "media reports"
  while (end < chunk.end + 2 && end < doc.length && isWord(doc, end) && isAdjective(doc, end, isDefinite(doc, chunk.start)))
    end++;
  return {
    start: chunk.start,
    end,
    head: chunk.start,
    kind: 'source',
    node: chunk.node,
    features: chunk.node === null ? null : featuresOf(chunk.node),
    count: null,
    countNode: null,
    countedEnd: end,
    definite: isDefinite(doc, chunk.start),
    actor: null,
    outlet: null,
    place: null,
    person: null,
    additional: false,
    mayBeSource: true,
  };
}

const isAdjective = (doc: Doc, i: number, definite: boolean): boolean =>
  isDefinite(doc, i) === definite &&
  !hasConjunction(doc, i) &&
  (doc.at[i].some((n) => n.word !== null && n.word.surface.features.pos === 'adjective') ||
    (doc.forms.table.strict[doc.tokens.form[i]] ?? '').endsWith(RELATING));

/** What a preposition governs says nothing: "in a statement", "during this press conference". */
function afterPreposition(chunks: readonly Chunk[], j: number, content: number): number {
  let k = j + 1;
  while (k < content && (chunks[k].kind === 'pronoun' || chunks[k].kind === 'word' || chunks[k].kind === 'case')) k++;
  return Math.min(k + 1, content);
}

/** A verb that can only be one of saying, with a content that only such a verb takes: whatever stands between them is the speaker. */
export const isSure = (cue: CueSense, complement: Complement): boolean =>
  !cue.weak &&
  (complement.kind === 'that' || complement.kind === 'colon' || complement.kind === 'quote' || complement.kind === 'clause');

export function findSpeakers(
  doc: Doc,
  chunks: readonly Chunk[],
  k: number,
  complement: Complement,
  cue: CueSense,
  used: Uint8Array,
): Speakers {
  const node = chunks[k].node;
  // "we believe": who says it is never named beside the verb
  if (chunks[k].finite && node !== null && featuresOf(node)?.person === 1) return { nouns: [], before: false, accused: null };
  const found = speakersAfter(doc, chunks, k, complement, cue, used);
  const { nouns } = found;
  if (nouns.length === 0 || (cue.accuses && found.accused === null && nouns.length === 1)) {
    const subject = subjectBefore(doc, chunks, k, used);
    if (subject !== null && canSay(subject, isSure(cue, complement))) {
      if (cue.accuses && nouns.length === 1) found.accused = nouns.pop()!;
      nouns.unshift(subject);
      found.before = true;
    }
    // "and accused the factions of": an accusation always names the accused; who speaks goes on from before
    else if (
      cue.accuses &&
      complement.kind === 'with' &&
      hasConjunction(doc, chunks[k].start) &&
      isOneParty(doc, chunks, k, nouns[0])
    )
      found.accused = nouns.pop()!;
  } else if (cue.relay && nouns.length === 1 && onlyRelayed(chunks, k, complement.at)) {
    // "quoted from X that": the relaying source stands before the verb or is left out
    const subject = subjectBefore(doc, chunks, k, used);
    if (subject !== null && canSay(subject, true)) nouns.unshift(subject);
  }
  return found;
}

const isOneParty = (doc: Doc, chunks: readonly Chunk[], k: number, noun: NounPhrase | undefined): boolean =>
  noun !== undefined &&
  chunks[k].finite &&
  doc.info[chunks[k].start].pronoun === null &&
  featuresOf(chunks[k].node!)?.voice !== 'passive' &&
  (noun.end === noun.head + 1 || (noun.actor?.start === noun.head && noun.actor.end === noun.end));

function speakersAfter(
  doc: Doc,
  chunks: readonly Chunk[],
  k: number,
  complement: Complement,
  cue: CueSense,
  used: Uint8Array,
): Speakers {
  const nouns: NounPhrase[] = [];
  let accused: NounPhrase | null = null;
  const content = complement.at;
  // a verbal noun is followed by its speaker or by what it is about: only a known speaker counts
  const denies = cue.act === 'deny' && !cue.weak && complement.kind === 'noun';
  const sure =
    isSure(cue, complement) || ((complement.kind === 'that' || denies) && chunks[k].finite && isBeside(doc, chunks, k, content));
  let relayed = false;
  // "the governorate announced": a place right behind the verb is who says it
  const beside = (j: number): boolean => j === k + 1 && chunks[k].finite && !cue.weak;
  let j = k + 1;
  while (j < content) {
    const chunk = chunks[j];
    if (used[j]) {
      j++;
      continue;
    }
    if (chunk.kind === 'case') {
      relayed = chunk.mark === 'about' && cue.relay && doc.info[chunk.start].pronoun === null;
      if (relayed || doc.info[chunk.start].pronoun !== null) j++;
      else j = afterPreposition(chunks, j, content);
      continue;
    }
    if (chunk.kind === 'relative' || chunk.kind === 'that') break;
    const noun = phraseOf(doc, chunk);
    if (
      noun === null ||
      (isDocument(noun) && doc.info[noun.head].pronoun !== null) ||
      chunk.bits & PREFIXED ||
      (chunk.kind === 'place' && noun.actor === null && noun.outlet === null && !((sure || beside(j)) && nouns.length === 0))
    ) {
      j++;
      continue;
    }
    if (relayed) {
      if (canSay(noun, true)) {
        const { noun: whole, next } = wholeSpeaker(doc, chunks, j, content, used);
        nouns.push(whole);
        j = next;
        relayed = false;
        continue;
      }
      j++;
      continue;
    }
    if (nouns.length === 0) {
      if (canSay(noun, !cue.weak && (chunks[k].finite || sure)) || (sure && noun.kind !== 'number')) {
        const { noun: whole, next } = wholeSpeaker(doc, chunks, j, content, used);
        nouns.push(whole);
        j = next;
        continue;
      }
    } else if (cue.accuses && accused === null && !hasConjunction(doc, chunk.start)) accused = noun;
    j++;
  }
  return { nouns, before: false, accused };
}

/** "the analyses reveal that": a definite noun right after the verb, whatever it is, when "that" follows. */
function isBeside(doc: Doc, chunks: readonly Chunk[], k: number, content: number): boolean {
  const next = chunks[k + 1];
  return (
    k + 1 < content && next?.kind === 'noun' && next.noun !== null && next.noun.count === null && isDefinite(doc, next.noun.head)
  );
}

/** Title and name, name and title, "a source in the police", "the police and a resident": one speaker. A document stands for the one who issued it. */
export function wholeSpeaker(
  doc: Doc,
  chunks: readonly Chunk[],
  at: number,
  content: number,
  used: Uint8Array,
): { noun: NounPhrase; next: number } {
  let noun = oneOf(doc, chunks, at, withoutAddressee(doc, phraseOf(doc, chunks[at])!));
  let j = at + 1;
  if (isDocument(noun)) {
    const issuer = issuerAfter(chunks, at, content);
    if (issuer !== null) {
      const whole = wholeSpeaker(doc, chunks, issuer, content, used);
      return whole;
    }
  }
  if (noun.end < chunks[at].end) return { noun, next: j };
  while (j < content && !used[j]) {
    const chunk = chunks[j];
    const next = phraseOf(doc, chunk);
    if (chunk.start === noun.end && next !== null && !(chunk.bits & PREFIXED)) {
      const joint = hasConjunction(doc, chunk.start);
      if (joint ? !isJoint(noun, next) : !isApposition(noun, next) || disagree(doc, noun.head, next.head)) break;
      noun = joined(noun, withoutAddressee(doc, next));
      j++;
      continue;
    }
    if (
      chunk.kind === 'case' &&
      (chunk.mark === 'in' || chunk.mark === 'from') &&
      chunk.start === noun.end &&
      (isIndefinite(doc, noun) || isOfficeOfNamed(doc, chunks, j, noun))
    ) {
      const within = chunks[j + 1];
      if (within === undefined || j + 1 >= content || doc.info[chunk.start].pronoun !== null) break;
      if (within.kind !== 'noun' && within.kind !== 'place') break;
      noun = { ...noun, end: within.end };
      j += 2;
      continue;
    }
    if (chunk.kind === 'mark' && chunk.mark === 'comma') {
      const apposed = chunks[j + 1];
      if (apposed === undefined || j + 1 >= content) break;
      const other = phraseOf(doc, apposed);
      if (other === null || apposed.bits & PREFIXED || hasConjunction(doc, apposed.start) || !isApposition(noun, other)) break;
      noun = joined(noun, other);
      j += 2;
      continue;
    }
    break;
  }
  return { noun, next: j };
}

/** "the minister in the government, Ahmad X": the office takes in where it is when its holder's name follows. */
function isOfficeOfNamed(doc: Doc, chunks: readonly Chunk[], j: number, noun: NounPhrase): boolean {
  if (chunks[j].mark !== 'in' || (noun.kind !== 'title' && noun.kind !== 'source' && noun.kind !== 'person')) return false;
  const comma = chunks[j + 2]?.kind === 'mark' && chunks[j + 2].mark === 'comma' ? 1 : 0;
  const holder = chunks[j + 2 + comma];
  return (
    holder?.noun != null &&
    holder.noun.kind === 'name' &&
    !hasConjunction(doc, holder.start) &&
    (holder.bits & PREFIXED) === 0 &&
    doc.info[chunks[j].start].pronoun === null
  );
}

/** "one of the residents": the word of number belongs to the speaker and makes it a single person. */
function oneOf(doc: Doc, chunks: readonly Chunk[], at: number, noun: NounPhrase): NounPhrase {
  const before = at > 0 ? chunks[at - 1] : null;
  if (before === null || before.end !== chunks[at].start || nodeOf(doc, before.start, 'each') === null) return noun;
  if (before.kind !== 'word' && before.kind !== 'noun') return noun;
  return { ...noun, start: before.start, features: null, definite: false };
}

const joined = (a: NounPhrase, b: NounPhrase): NounPhrase => ({
  ...a,
  end: Math.max(a.end, b.end),
  actor: a.actor ?? b.actor,
  outlet: a.outlet ?? b.outlet,
});

const isJoint = (a: NounPhrase, b: NounPhrase): boolean =>
  b.count === null &&
  canSay(b, false) &&
  (b.kind !== 'person' || b.definite || a.kind === 'source' || (a.kind === 'person' && !a.definite));

const isIndefinite = (doc: Doc, noun: NounPhrase): boolean =>
  (noun.kind === 'source' || noun.kind === 'person') && !noun.definite && !isDefinite(doc, noun.head);

/** "a source told the agency": whom one speaks to is no part of the speaker, unless the speaker works there. */
function withoutAddressee(doc: Doc, noun: NounPhrase): NounPhrase {
  for (let i = noun.head + 1; i < noun.end; i++) {
    const prefixed = doc.detached[i] === 1 ? doc.info[i].detached & LI : isWord(doc, i) ? doc.info[i].bits & LI : 0;
    if (prefixed === 0) continue;
    let t = i + (doc.detached[i] === 1 ? 1 : 0);
    while (t < noun.end && !isWord(doc, t)) t++;
    if (t >= noun.end) return { ...noun, end: i };
    if (nodeOf(doc, t, 'outlet') === null && nodeOf(doc, t, 'outlet-short') === null) continue;
    if (noun.kind !== 'outlet' && field(noun.node, 'kind') === 'correspondent') return noun;
    return { ...noun, end: i };
  }
  return noun;
}

/** "quoted from X that": nobody is named before the preposition. */
export function onlyRelayed(chunks: readonly Chunk[], k: number, content: number): boolean {
  const first = chunks.slice(k + 1, content).find((c) => c.kind === 'case' || c.noun !== null);
  return first !== undefined && first.kind === 'case' && first.mark === 'about';
}

/** "in a humanitarian development": what a preposition governs, adjectives included. */
function isGoverned(chunks: readonly Chunk[], j: number): boolean {
  let k = j - 1;
  while (k >= 0 && chunks[k].kind === 'word') k--;
  return k >= 0 && chunks[k].kind === 'case';
}

/** What may stand between a subject and its verb without acting itself. */
const between: ReadonlySet<string> = new Set(['modal', 'was', 'negation', 'date', 'word', 'pronoun', 'rank', 'case']);
const passable: ReadonlySet<string> = new Set(['comma', 'open', 'close', 'quote', 'open-paren', 'close-paren', 'dash']);

/** "The prime minister, Ahmad X, said": the first noun phrase of the clause, when nothing acts between it and the verb. */
export function subjectBefore(doc: Doc, chunks: readonly Chunk[], k: number, used: Uint8Array): NounPhrase | null {
  if (hasConjunction(doc, chunks[k].start)) return null;
  let subject: NounPhrase | null = null;
  for (let j = k - 1; j >= 0; j--) {
    const chunk = chunks[j];
    if (between.has(chunk.kind)) continue;
    if (chunk.kind === 'mark') {
      if (passable.has(chunk.mark)) continue;
      break;
    }
    if (chunk.kind !== 'noun' && chunk.kind !== 'place' && chunk.kind !== 'evidence') break;
    if (used[j]) break;
    const preceded = isGoverned(chunks, j);
    if (chunk.kind !== 'evidence' && chunk.noun !== null && !(chunk.bits & PREFIXED) && !preceded)
      subject =
        subject !== null && subject.start === chunk.end && isApposition(chunk.noun, subject)
          ? joined(chunk.noun, subject)
          : chunk.noun;
    if (hasConjunction(doc, chunk.start) && subject !== null && j > 0 && chunks[j - 1].kind === 'mark') break;
  }
  return subject;
}
