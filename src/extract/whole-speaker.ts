/** A speaker in full: title and name, "a source in the police", joint speakers, "one of the residents"; without whom one speaks to. A document stands for who issued it. */
import { BI, KA, LI, WA } from '../lexicon/analyze.ts';
import type { Node } from '../rules/node.ts';
import { ALEF } from '../text/letters.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { issuerAfter } from './documents.ts';
import { disagree } from './noun-ends.ts';
import { isApposition, isSurname, type NounPhrase, newNoun } from './noun-parts.ts';
import { isForce } from './parties.ts';
import { isIndefinite, isOrganOf, isPostOf, isSeat, isSeatOfSpokesman, isWithinName, takesSeat } from './posts.ts';
import { canSay, isDocument } from './sources.ts';
import { isCalledAfterChild } from './speaker-names.ts';
import { speaksInName } from './spokesman.ts';
import { featuresOf, field, hasConjunction, isDefinite, isWord, looseOfToken, markAt, nodeOf, readings } from './words.ts';

/** Ending of adjectives of relation in the feminine. */
const RELATING = '\u064A\u0629';
const PREFIXED = BI | LI | KA;
const bodies: ReadonlySet<string> = new Set(['outlet', 'actor', 'source']);

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
  const source = newNoun(chunk.start, end, chunk.start, 'source');
  source.node = chunk.node;
  source.features = chunk.node === null ? null : featuresOf(chunk.node);
  source.definite = isDefinite(doc, chunk.start);
  source.mayBeSource = true;
  return source;
}

const isAdjective = (doc: Doc, i: number, definite: boolean): boolean =>
  isDefinite(doc, i) === definite &&
  !hasConjunction(doc, i) &&
  (doc.at[i].some((n) => n.word !== null && n.word.surface.features.pos === 'adjective') ||
    (doc.forms.table.strict[doc.tokens.form[i]] ?? '').endsWith(RELATING));

const isParty = (doc: Doc, noun: NounPhrase): boolean => isForce(doc, noun) || nodeOf(doc, noun.head, 'loaded') !== null;

/** The verb of the speaker in chunk `at` accuses somebody. */
const accuses = (chunks: readonly Chunk[], at: number): boolean =>
  chunks.slice(Math.max(0, at - 2), at).some((c) => c.kind === 'say' && c.finite && field(c.node, 'act') === 'accuse');

/** Title and name, name and title, "a source in the police", "the police and a resident": one speaker. A document stands for the one who issued it. */
export function wholeSpeaker(
  doc: Doc,
  chunks: readonly Chunk[],
  at: number,
  content: number,
  used: Uint8Array,
): { noun: NounPhrase; next: number } {
  const phrase = phraseOf(doc, chunks[at])!;
  let noun = oneOf(doc, chunks, at, (isDocument(phrase) ? ownerWithin(doc, phrase) : null) ?? withoutAddressee(doc, phrase));
  let j = at + 1;
  if (isDocument(noun)) {
    const issuer = issuerAfter(chunks, at, content);
    if (issuer !== null) {
      const whole = wholeSpeaker(doc, chunks, issuer, content, used);
      return whole;
    }
  }
  // "statements of | an eyewitness"
  const teller = chunks[j];
  if (
    isDocument(noun) &&
    noun.end === noun.head + 1 &&
    !noun.definite &&
    j < content &&
    teller?.noun != null &&
    teller.start === noun.end &&
    !(teller.bits & PREFIXED) &&
    !hasConjunction(doc, teller.start) &&
    !isDocument(teller.noun) &&
    teller.noun.kind !== 'other' &&
    canSay(teller.noun, false)
  )
    return wholeSpeaker(doc, chunks, j, content, used);
  if (noun.end < chunks[at].end) return { noun, next: j };
  while (j < content && !used[j]) {
    const chunk = chunks[j];
    const next = phraseOf(doc, chunk);
    if (chunk.start === noun.end && isSecondAdjective(doc, noun, chunk)) {
      noun = { ...noun, end: chunk.start + 1 };
      if (chunk.end > noun.end) return { noun, next: j };
      j++;
      continue;
    }
    if (chunk.kind === 'place' && chunk.start === noun.end && isOfficeIn(doc, noun, chunk)) {
      noun = { ...noun, end: chunk.end };
      j++;
      continue;
    }
    if (chunk.start === noun.end && next !== null && !(chunk.bits & PREFIXED)) {
      const joint = hasConjunction(doc, chunk.start);
      // "deputy | governor of", "the spokesman of | the ministry of health"
      const office =
        nodeOf(doc, noun.head, 'title') !== null &&
        (nodeOf(doc, next.head, 'title') !== null ||
          (bodies.has(next.kind) && !isDefinite(doc, noun.end - 1)) ||
          speaksInName(doc, noun));
      // "the organization X accused | the armed forces"
      if (!joint && noun.kind === 'outlet' && next.kind === 'person' && field(next.node, 'unit') === 'group') break;
      // "activists accused | the factions of X of": who is accused stands last, and nobody is accused by a mere name
      if (
        !joint &&
        accuses(chunks, at) &&
        isParty(doc, next) &&
        !chunks.slice(j + 1, content).some((c) => c.noun !== null && !hasConjunction(doc, c.start) && isParty(doc, c.noun))
      )
        break;
      if (
        joint
          ? !(isJoint(noun, next) || isSecondOfTwo(doc, noun, next))
          : !(isApposition(noun, next) || isSurname(doc, noun, next) || office || isCalledAfterChild(doc, next)) ||
            disagree(doc, noun.head, next.head)
      )
        break;
      noun = joined(noun, withoutAddressee(doc, next));
      j++;
      continue;
    }
    // "the spokesman of | the province of K."
    if (
      chunk.kind === 'place' &&
      chunk.start === noun.end &&
      noun.kind === 'title' &&
      !(chunk.bits & PREFIXED) &&
      !isDefinite(doc, noun.end - 1)
    ) {
      if (hasConjunction(doc, chunk.start)) break;
      noun = { ...noun, end: chunk.end };
      j++;
      continue;
    }
    if (
      chunk.kind === 'case' &&
      (chunk.mark === 'in' || chunk.mark === 'from') &&
      chunk.start === noun.end &&
      (takesSeat(doc, noun, chunk) || isOfficeOfNamed(doc, chunks, j, noun) || isOfficeWithName(doc, chunks[j + 1], noun))
    ) {
      const within = chunks[j + 1];
      if (within === undefined || j + 1 >= content || doc.info[chunk.start].pronoun !== null) break;
      if (within.kind !== 'noun' && within.kind !== 'place' && !(within.kind === 'event' && noun.kind === 'outcome')) break;
      // "a source in a telephone call" sits nowhere, and nobody comes "from informed sources"
      if (chunk.mark === 'from' && !isDocument(noun) && field(within.noun?.node ?? null, 'class') === 'source') break;
      if (within.noun !== null && (isDocument(within.noun) || nodeOf(doc, within.noun.head, 'forum') !== null)) break;
      const place = within.noun === null ? null : withoutAddressee(doc, within.noun);
      if (place !== null && within.kind === 'noun' && place.end < within.noun!.end)
        return { noun: { ...noun, end: place.end }, next: j + 2 };
      noun = { ...noun, end: within.end };
      j += 2;
      continue;
    }
    // "a driver | called | Ahmad"
    if (chunk.kind === 'word' && nodeOf(doc, chunk.start, 'called') !== null && isNamedAfter(chunks[j + 1]) && j + 1 < content) {
      noun = { ...noun, end: chunks[j + 1].end };
      j += 2;
      continue;
    }
    // "an officer | in-the-police"
    if (chunk.start === noun.end && chunk.bits & BI && isIndefinite(doc, noun) && next !== null && isSeat(doc, chunk, next)) {
      noun = { ...noun, end: chunk.end };
      j++;
      continue;
    }
    // "the officer | in-the-army | major Y"
    const posted = chunk.start === noun.end && chunk.bits & BI && next !== null;
    if (posted && (isPostOf(doc, chunk, next, noun) || (isDefinite(doc, noun.head) && isOfficeWithName(doc, chunk, noun)))) {
      noun = { ...noun, end: chunk.end };
      j++;
      continue;
    }
    // "the spokesman | of the police of X | colonel Y", "the spokesman | in the ministry | general Y"
    if (
      chunk.start === noun.end &&
      next !== null &&
      (isSeatOfSpokesman(doc, chunk, next, noun) || isOrganOf(doc, chunk, next, noun))
    ) {
      noun = { ...noun, end: chunk.end };
      j++;
      continue;
    }
    // "the deputy for | the province K. A."
    if (
      chunk.kind === 'case' &&
      chunk.mark === 'about' &&
      chunk.start === noun.end &&
      nodeOf(doc, noun.head, 'represents') !== null &&
      j + 1 < content &&
      (chunks[j + 1].kind === 'noun' || chunks[j + 1].kind === 'place')
    ) {
      noun = { ...noun, end: chunks[j + 1].end };
      j += 2;
      continue;
    }
    // "rights groups that stand up | for | human rights"
    if (
      chunk.kind === 'case' &&
      chunk.mark === 'about' &&
      chunk.start === noun.end &&
      noun.kind === 'source' &&
      noun.end > noun.head + 1 &&
      nodeOf(doc, noun.end - 1, 'stands-up') !== null &&
      j + 1 < content &&
      chunks[j + 1].noun !== null
    ) {
      noun = { ...noun, end: chunks[j + 1].end };
      j += 2;
      continue;
    }
    // "director of the office | for the affairs of the wounded Malik M."
    if (chunk.start === noun.end && chunk.bits & LI && isOfficeWithName(doc, chunk, noun)) {
      noun = { ...noun, end: chunk.end };
      j++;
      continue;
    }
    if (chunk.kind === 'mark' && chunk.mark === 'comma') {
      const apposed = chunks[j + 1];
      if (apposed === undefined || j + 1 >= content) break;
      const other = phraseOf(doc, apposed);
      if (
        other === null ||
        apposed.bits & PREFIXED ||
        doc.detached[apposed.start] === 1 ||
        hasConjunction(doc, apposed.start) ||
        // "was, according to the statement, | crowded"
        (other.kind === 'other' && other.node === null && looseOfToken(doc, other.head).endsWith(ALEF)) ||
        !isApposition(noun, other)
      )
        break;
      // "activists from X accused, | the factions of Y of"
      if (accuses(chunks, at) && isParty(doc, other) && !isParty(doc, noun)) break;
      // "struck, according to the agency, | residential quarters"
      if (apposed.kind === 'place' && other.kind !== 'name') break;
      noun = joined(noun, withoutAddressee(doc, other));
      j += 2;
      continue;
    }
    break;
  }
  return { noun, next: j };
}

/** "the commander of police | of the governorate of X": an office that ends in a noun without its article lacks its genitive. */
const isOfficeIn = (doc: Doc, { kind, head, end }: NounPhrase, place: Chunk): boolean =>
  (kind === 'person' || kind === 'source') && end > head + 1 && !isDefinite(doc, end - 1) && !(place.bits & (PREFIXED | WA));

const owners: ReadonlySet<string> = new Set(['actor', 'outlet', 'source', 'person', 'title']);
const kindsOfOwner: Record<string, NounPhrase['kind']> = {
  actor: 'actor',
  outlet: 'outlet',
  source: 'source',
  person: 'person',
  title: 'title',
};

/** "a statement of the ministry of X", "the report of the organization X": whose document it is, named in the same phrase. */
export function ownerWithin(doc: Doc, noun: NounPhrase): NounPhrase | null {
  for (let i = noun.head + 1; i < noun.end; i++) {
    if (!isWord(doc, i)) return null;
    const tied = (doc.bits[i] & LI) !== 0;
    if (!tied && i > noun.head + 1) continue;
    if (!tied && isDefinite(doc, noun.head)) return null;
    let owner: Node<any> | null = null;
    for (const node of doc.at[i])
      if (owners.has(node.kind) && featuresOf(node)?.pos !== 'adjective' && (owner === null || node.end > owner.end))
        owner = node;
    if (owner === null || (owner.kind === 'source' && field(owner, 'class') === 'statement')) continue;
    if (!tied && owner.kind === 'source' && field(owner, 'kind') !== 'official') continue;
    if (owner.end === i + 1 && !isDefinite(doc, i) && noun.end <= i + 1) continue;
    return {
      ...noun,
      start: i,
      head: i,
      kind: kindsOfOwner[owner.kind],
      node: owner,
      features: featuresOf(owner),
      definite: true,
    };
  }
  return null;
}

/** "security and local sources", "Pakistani and Indian officials": a second adjective of the same speaker. */
function isSecondAdjective(doc: Doc, noun: NounPhrase, chunk: Chunk): boolean {
  if (!hasConjunction(doc, chunk.start) || chunk.bits & PREFIXED || noun.end < noun.head + 2) return false;
  const definite = isDefinite(doc, noun.end - 1);
  return isQuality(doc, noun.end - 1, definite) && isQuality(doc, chunk.start, definite) && !isWordOf(doc, chunk.start, 'source');
}

const isQuality = (doc: Doc, i: number, definite: boolean): boolean =>
  isWord(doc, i) &&
  isDefinite(doc, i) === definite &&
  (doc.at[i].some((n) => n.kind === 'nationality' || n.word?.surface.features.pos === 'adjective') ||
    (doc.forms.table.strict[doc.tokens.form[i]] ?? '').endsWith(RELATING));

const isWordOf = (doc: Doc, i: number, kind: string): boolean => nodeOf(doc, i, kind) !== null;

/** "the minister in the government, Ahmad X": the office takes in where it is when its holder's name follows. */
function isOfficeOfNamed(doc: Doc, chunks: readonly Chunk[], j: number, noun: NounPhrase): boolean {
  if (chunks[j].mark !== 'in' || (noun.kind !== 'title' && noun.kind !== 'source' && noun.kind !== 'person')) return false;
  const comma = chunks[j + 2]?.kind === 'mark' && chunks[j + 2].mark === 'comma' ? 1 : 0;
  const holder = chunks[j + 2 + comma];
  return (
    holder?.noun != null &&
    (holder.noun.kind === 'name' || (holder.noun.kind === 'other' && holder.noun.node === null)) &&
    !hasConjunction(doc, holder.start) &&
    (holder.bits & PREFIXED) === 0 &&
    doc.info[chunks[j].start].pronoun === null
  );
}

/** "the leader in the movement Usama H.": where the office is and who holds it are one phrase; the name closes it. */
function isOfficeWithName(doc: Doc, within: Chunk | undefined, noun: NounPhrase): boolean {
  if (noun.kind !== 'title' && noun.kind !== 'source' && noun.kind !== 'person') return false;
  if (within?.noun == null || within.noun.kind === 'outlet' || within.noun.outlet !== null || within.noun.count !== null)
    return false;
  for (let i = within.start + 1; i < within.end; i++)
    if (nodeOf(doc, i, 'given-name') !== null && !isDefinite(doc, i)) return true;
  return false;
}

/** "one of the residents": the word of number belongs to the speaker and makes it a single person. */
function oneOf(doc: Doc, chunks: readonly Chunk[], at: number, noun: NounPhrase): NounPhrase {
  const before = at > 0 ? chunks[at - 1] : null;
  if (before === null || before.end !== chunks[at].start || nodeOf(doc, before.start, 'each') === null) return noun;
  if (before.kind !== 'word' && before.kind !== 'noun') return noun;
  return { ...noun, start: before.start, features: null, definite: false };
}

export const joined = (a: NounPhrase, b: NounPhrase): NounPhrase => ({
  ...a,
  end: Math.max(a.end, b.end),
  actor: a.actor ?? b.actor,
  outlet: a.outlet ?? b.outlet,
});

const isJoint = (a: NounPhrase, b: NounPhrase): boolean =>
  b.count === null &&
  (canSay(b, false) || (a.kind === 'person' && b.kind === 'outcome' && field(b.node, 'value') === 'other')) &&
  (b.kind !== 'person' ||
    b.definite ||
    a.kind === 'source' ||
    field(b.node, 'witness') === 'yes' ||
    field(a.node, 'unit') === 'group' ||
    ((a.kind === 'person' || a.kind === 'title') && !a.definite));

/** "the two ministries of defence | and the interior", "the agencies of X | and Y": the head counts them together. */
const isSecondOfTwo = (doc: Doc, { features, head, end, kind }: NounPhrase, next: NounPhrase): boolean =>
  (features?.number === 'du' || (features?.number === 'pl' && (kind === 'source' || kind === 'title'))) &&
  end > head + 1 &&
  !isDefinite(doc, head) &&
  isDefinite(doc, end - 1) &&
  next.kind === 'other' &&
  next.count === null &&
  isDefinite(doc, next.head);

const isNamedAfter = (chunk: Chunk | undefined): boolean =>
  chunk?.noun != null && (chunk.noun.kind === 'name' || (chunk.noun.kind === 'other' && chunk.noun.node === null));

/** "a source told the agency": whom one speaks to is no part of the speaker, unless the speaker works there. */
function withoutAddressee(doc: Doc, noun: NounPhrase): NounPhrase {
  for (let i = noun.head + 1; i < noun.end; i++) {
    // "a commander in the field | his saying that"
    if (isWord(doc, i) && doc.info[i].pronoun?.startsWith('3') && readings(doc, i, 'say').noun !== null)
      return { ...noun, end: i };
    const prefixed = doc.detached[i] === 1 ? doc.info[i].detached & LI : isWord(doc, i) ? doc.info[i].bits & LI : 0;
    if (prefixed === 0 || nodeOf(doc, i - 1, 'belong') !== null) continue;
    // "told «the paper»": the preposition stands inside the quotation marks
    if (isWord(doc, i) && (markAt(doc, i - 1) === 'quote' || markAt(doc, i - 1) === 'open')) return { ...noun, end: i - 1 };
    let t = i + (doc.detached[i] === 1 ? 1 : 0);
    while (t < noun.end && !isWord(doc, t)) t++;
    if (t >= noun.end) return { ...noun, end: i };
    if (nodeOf(doc, t, 'outlet') === null && nodeOf(doc, t, 'outlet-short') === null) continue;
    // "the international committee of the red cross": part of a name that the lists hold
    if (isWithinName(doc, noun.head, i)) continue;
    // "the general authority for civil defence": what it is for
    if (noun.kind === 'source' && nodeOf(doc, t, 'outlet') === null && nodeOf(doc, t, 'purpose') !== null) continue;
    if (noun.kind !== 'outlet' && field(noun.node, 'kind') === 'correspondent') return noun;
    // "the secretary-general | of the United Nations", who publish too
    if (noun.kind === 'title' && nodeOf(doc, t, 'actor') !== null && nodeOf(doc, noun.head, 'spokesman') === null) continue;
    // "the spokesman | of the ministry of X", which the lists hold as one that publishes: he speaks for it
    if (field(nodeOf(doc, t, 'outlet'), 'kind') === 'government-media' && nodeOf(doc, noun.head, 'spokesman') !== null) continue;
    return { ...noun, end: i };
  }
  return noun;
}
