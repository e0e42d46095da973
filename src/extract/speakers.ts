/** The speakers of a verb of saying: the noun phrase after it or before it, or the noun that its clause describes; and whom an accusation accuses. */
import { BI, KA, LI } from '../lexicon/analyze.ts';
import { closingParty, isOneParty } from './accused-behind.ts';
import type { Chunk } from './chunk.ts';
import { behindTale } from './clause-subject.ts';
import type { Complement } from './complements.ts';
import type { Doc } from './doc.ts';
import { behindStatement, documentBefore, issuerBefore } from './documents.ts';
import { inFull, ofBody, quotedBehind } from './full-speaker.ts';
import { hastener } from './hastened.ts';
import { accusedBy, whoWasHeard } from './heard-from.ts';
import { objectFrom } from './informed.ts';
import { itemAt } from './item-at.ts';
import type { NounPhrase } from './noun-parts.ts';
import { isForce, isMovement } from './parties.ts';
import { describesWhere } from './put-between.ts';
import { informants, isRelayed } from './relayed.ts';
import { posterBefore, senderOf } from './senders.ts';
import type { CueSense } from './senses.ts';
import { canSay, isDocument, withoutNumbers } from './sources.ts';
import { isOwnFate, isSpokenOf } from './spoken-of.ts';
import { passable, subjectBefore, wasBefore } from './subject-before.ts';
import { speakerBehind } from './subject-within.ts';
import { phraseOf, wholeSpeaker } from './whole-speaker.ts';
import { featuresOf, field, hasConjunction, hasPronoun, isDefinite, nodeOf } from './words.ts';

export type Speakers = {
  /** Outermost first: one speaker, or the relaying one and the one relayed. */
  nouns: NounPhrase[];
  before: boolean;
  accused: NounPhrase | null;
};

const PREFIXED = BI | LI | KA;
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

/** "the movement", "the party" */
const maySay = (doc: Doc, subject: NounPhrase, sure: boolean): boolean => canSay(subject, sure) || isMovement(doc, subject);

/** "they denied": a verb in the plural has people for its subject. */
const areMany = (node: Chunk['node']): boolean => node !== null && featuresOf(node)?.number === 'pl';

const opensSaid: ReadonlySet<string> = new Set(['that', 'colon', 'quote']);

/** "disclosed | about", "pointed | to", "reported | with": what is said begins behind a preposition, and whoever stands before that says it. */
const led: ReadonlySet<string> = new Set(['about', 'to', 'with']);

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
  const before = whoEarlier(doc, chunks, k);
  if (before !== null) return { nouns: [before], before: true, accused: null };
  const informed = informants(doc, chunks, k);
  if (informed !== null) return { nouns: informed, before: true, accused: null };
  const hasty = hastener(doc, chunks, k, cue, complement);
  if (hasty !== null) return { nouns: [hasty], before: true, accused: null };
  const heard = whoWasHeard(doc, chunks, k);
  if (heard !== null) return { nouns: [heard], before: true, accused: null };
  const charged = cue.accuses ? accusedBy(doc, chunks, k, complement.at, used) : null;
  if (charged !== null) return charged;
  const found = speakersAfter(doc, chunks, k, complement, cue, used);
  const nouns = withoutNumbers(doc, found);
  // "the organizers | accused(plural) | infiltrators of": a verb in the plural has its subject before it
  if (cue.accuses && chunks[k].finite && areMany(node) && nouns.length === 1) found.accused ??= nouns.pop()!;
  const issuer = nouns.length > 0 || cue.accuses ? null : issuerOfDescribed(doc, chunks, k, used);
  if (issuer !== null) return { nouns: [issuer], before: true, accused: null };
  const described = describedBy(doc, chunks, k, complement, cue, nouns.length, used);
  // "who was accused of" is written like "who accused": with nobody accused it is the noun that is
  if (described !== null && cue.accuses && nouns.length === 0 && found.accused === null) {
    found.accused = described;
    return found;
  }
  if (described !== null) {
    if (nouns.length === 1) found.accused = nouns.pop()!;
    nouns.unshift(described);
    found.before = true;
    return found;
  }
  // "the ministry wrote in | a statement": where, and not who
  if (nouns.length === 1 && chunks[k].end > chunks[k].start + 1 && isDocument(nouns[0])) {
    const writer = subjectBefore(doc, chunks, k, used);
    if (writer !== null && canSay(writer, true)) return { nouns: [writer], before: true, accused: null };
  }
  if (nouns.length === 0 || ((cue.accuses || cue.addresses) && found.accused === null && nouns.length === 1)) {
    // "with the likelihood that": what stands before the preposition does not say it
    const governed = !chunks[k].finite && chunks[k - 1]?.kind === 'case';
    const subject = governed ? null : subjectBefore(doc, chunks, k, used);
    // "the sources informed | the channel that": who stands behind the verb was told
    if (cue.addresses && nouns.length === 1) {
      if (subject === null || !canSay(subject, true) || !standsBefore(doc, chunks, k)) {
        // "and addressed | the fighters: ...": whoever spoke before
        if (field(node, 'addresses') === 'whom' && chunks[k + 1].end === nouns[0].end && chunks[k + 2]?.noun == null) nouns.pop();
        return found;
      }
      nouns.pop();
    }
    // "that the police are accused of": with nobody accused behind the verb it is its subject that is
    const suffers =
      cue.accuses &&
      complement.kind === 'with' &&
      doc.info[chunks[k].start].pronoun === null &&
      chunks.slice(k + 1, complement.at).every((c) => c.noun === null);
    if (suffers && subject !== null && isForce(doc, subject)) found.accused = subject;
    else if (
      subject !== null &&
      (maySay(doc, subject, isSure(cue, complement) || opensSaid.has(complement.kind) || areMany(node)) ||
        (complement.kind === 'that' && !cue.weak && wasBefore(doc, chunks, k, subject)))
    ) {
      // "the government blamed | the movement X | for"
      const next = k + 1 < complement.at && !(chunks[k + 1].bits & PREFIXED) ? chunks[k + 1].noun : null;
      if (cue.accuses && nouns.length === 1) found.accused = nouns.pop()!;
      else if (cue.accuses && next !== null && (next.kind !== 'thing' || isForce(doc, next))) found.accused ??= next;
      nouns.unshift(subject);
      found.before = true;
    }
    // "and accused the factions of": an accusation always names the accused; who speaks goes on from before
    else if (cue.accuses && complement.kind === 'with' && isOneParty(doc, chunks, k, nouns[0])) found.accused = nouns.pop()!;
    else if (nouns.length === 0) {
      // "confirmed in a statement | the ministry of X that": whose statement it is, when nobody else is named
      const behind = speakerBehind(doc, chunks, k, complement.at, !cue.continues, used);
      if (behind !== null) nouns.push(behind);
    }
  } else if (cue.relay && nouns.length === 1 && onlyRelayed(chunks, k, complement.at)) {
    // "quoted from X that": the relaying source stands before the verb or is left out
    const subject = subjectBefore(doc, chunks, k, used);
    if (subject !== null && canSay(subject, true)) nouns.unshift(subject);
  }
  return found;
}

/** "it was before (given) to the group | that | it denied": who did so is named behind the preposition. */
function whoEarlier(doc: Doc, chunks: readonly Chunk[], k: number): NounPhrase | null {
  const [opener, who, that] = [itemAt(chunks, k - 3), itemAt(chunks, k - 2), itemAt(chunks, k - 1)];
  if (opener?.kind !== 'background' || that.kind !== 'that' || !(who.bits & LI) || who.noun === null) return null;
  return canSay(who.noun, true) && !hasPronoun(doc, that.start) ? who.noun : null;
}

/** "the group published a statement in which it announced", "was issued by the centre a statement, that announced": who issued the document speaks. */
function issuerOfDescribed(doc: Doc, chunks: readonly Chunk[], k: number, used: Uint8Array): NounPhrase | null {
  if (!chunks[k].finite || hasConjunction(doc, chunks[k].start) || doc.info[chunks[k].start].pronoun !== null) return null;
  const at = documentBefore(doc, chunks, k);
  const noun = chunks[at]?.noun ?? null;
  if (noun === null || !isDocument(noun) || noun.definite || isDefinite(doc, noun.head) || chunks[at].bits & PREFIXED)
    return null;
  const issuer = issuerBefore(chunks, at);
  return issuer === null ? null : wholeSpeaker(doc, chunks, issuer, at, used).noun;
}

/**
 * Whom a clause that describes a noun makes speak: "reports that speak of", "the front, which accused X of". Null when the clause names its own speaker, or tells
 * what was said of the noun.
 */
function describedBy(
  doc: Doc,
  chunks: readonly Chunk[],
  k: number,
  complement: Complement,
  cue: CueSense,
  named: number,
  used: Uint8Array,
): NounPhrase | null {
  const verb = chunks[k];
  const before = itemAt(chunks, k - 1);
  if (before === undefined || !verb.finite || hasConjunction(doc, verb.start) || doc.info[verb.start].pronoun !== null)
    return null;
  if (named > (cue.accuses ? 1 : 0)) return null;
  if (before.kind === 'relative') {
    let j = k - 2;
    while (j >= 0 && chunks[j].kind === 'mark' && passable.has(chunks[j].mark)) j--;
    const noun = j < 0 ? null : phraseOf(doc, chunks[j]);
    // "there is no truth to the reports that speak of"
    if (
      noun === null ||
      (isDocument(noun) && chunks[j].bits & PREFIXED) ||
      isSpokenOf(doc, chunks, k, noun) ||
      isOwnFate(doc, chunks, noun, complement)
    )
      return null;
    return canSay(noun, false) ||
      (chunks[j].kind !== 'evidence' && (noun.kind === 'other' || noun.kind === 'thing') && noun.definite && noun.count === null)
      ? noun
      : null;
  }
  if (named > 0 || before.end !== verb.start) return null;
  // "a statement in which it said": who issued it speaks
  const next = chunks[k + 1];
  if (next?.kind === 'case' && next.mark === 'in' && doc.info[next.start].pronoun !== null) return null;
  // "a video that shows": footage says nothing, who sent it does
  if (before.kind === 'evidence') return senderOf(doc, chunks, k - 1, used);
  const noun = before.kind === 'hearsay' || before.noun !== null ? phraseOf(doc, before) : null;
  if (noun === null || noun.definite || isDefinite(doc, noun.head)) return null;
  if (before.kind === 'hearsay') return noun;
  if (!isDocument(noun) || (k > 1 && chunks[k - 2].kind === 'say')) return null;
  // "the spokesman in a statement said"
  const subject = chunks[k - 2]?.kind === 'case' && chunks[k - 2].mark === 'in' ? subjectBefore(doc, chunks, k, used) : null;
  if (subject !== null && canSay(subject, true)) return null;
  // "accounts spread a clip, claiming that": the verb is not of the clip
  const of = verb.node === null ? null : featuresOf(verb.node);
  if (of?.number === 'pl' && of.gender === 'm') {
    const poster = posterBefore(chunks, k);
    if (poster !== null) return poster;
  }
  if (
    noun.features?.number === 'sg' &&
    noun.features.gender !== null &&
    of?.number === 'sg' &&
    of.gender !== noun.features.gender
  )
    return null;
  // "the centre published a report that mentions": whose report it is
  const issuer = k > 2 && chunks[k - 3].finite && chunks[k - 2].end === before.start ? chunks[k - 2].noun : null;
  return issuer !== null && canSay(issuer, false) ? issuer : noun;
}

const isDeedNoun = (doc: Doc, { start }: Chunk): boolean =>
  nodeOf(doc, start, 'verb') !== null && featuresOf(nodeOf(doc, start, 'verb')!)?.pos === 'masdar';

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
  const first = behindTale(doc, chunks, k, complement.alleged ? chunks.length : complement.at);
  const content = first > complement.at ? first + 1 : complement.at;
  if (hasItsSubject(doc, chunks, k, cue)) return { nouns, before: false, accused };
  // a verbal noun is followed by its speaker or by what it is about: only a known speaker counts
  const sure =
    isSure(cue, complement) ||
    (chunks[k].finite && (complement.kind === 'that' || (!cue.weak && !cue.accuses)) && isBeside(doc, chunks, k, content));
  let relayed = false;
  // "the governorate announced": a place right behind the verb is who says it
  const beside = (j: number, weak = false): boolean => j === k + 1 && chunks[k].finite && (weak || !cue.weak);
  let j = first;
  while (j < content) {
    const chunk = chunks[j];
    if (used[j]) {
      j++;
      continue;
    }
    if (chunk.kind === 'case') {
      relayed = doc.info[chunk.start].pronoun === null && isRelayed(chunks, j, chunks[k].node, cue, complement, nouns);
      if (relayed || doc.info[chunk.start].pronoun !== null) j++;
      else j = afterPreposition(chunks, j, content);
      continue;
    }
    if (chunk.kind === 'relative') j = quotedBehind(doc, chunks, j, content, cue.relay && nouns.length === 1);
    if (j >= content || chunk.kind === 'that') break;
    if (chunk.kind === 'relative') continue;
    // "in a statement | that the agency followed": who stands there is the subject of what describes the statement
    if (describesWhere(doc, chunks, j)) {
      j += isBare(chunks[j + 1]) && j + 1 < content ? 2 : 1;
      continue;
    }
    // "X, and it is an organization of": what stands before is explained
    if (chunk.kind === 'pronoun' && hasConjunction(doc, chunk.start) && nodeOf(doc, chunk.start, 'pronoun') !== null) {
      j += 2;
      continue;
    }
    // "(pictures) that show | the recovery of | children": what is shown has its genitive
    if (cue.weak && j === k + 1 && chunk.kind === 'word' && isBare(chunks[j + 1]) && isDeedNoun(doc, chunk)) {
      j += 2;
      continue;
    }
    const noun = phraseOf(doc, chunk);
    if (
      noun === null ||
      (chunk.kind === 'evidence' && noun.actor === null && noun.outlet === null) ||
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
        relayed = false;
        j = next;
      } else j++;
      continue;
    }
    if (nouns.length === 0) {
      const loose = chunks[k].finite
        ? !cue.weak ||
          (complement.kind === 'that' && (noun.kind === 'person' || noun.kind === 'number' || noun.kind === 'outcome'))
        : sure;
      // "the party threatened | the state": of two beside such a verb the first is its subject
      const direct =
        (cue.accuses || cue.addresses) && beside(j, true) && isBare(chunks[j + 1]) && chunks[j + 1].start === chunk.end;
      if (
        canSay(noun, loose || direct) ||
        (beside(j, true) && (isOther(noun) || isMovement(doc, noun) || demands(cue, noun))) ||
        ((sure || (direct && noun.kind === 'thing')) && noun.kind !== 'number')
      ) {
        const { noun: whole, next } = wholeSpeaker(
          doc,
          chunks,
          j,
          cue.accuses || cue.addresses ? objectFrom(doc, chunks, j, content) : content,
          used,
        );
        const clause =
          chunks[k].finite && !cue.accuses && !cue.addresses && (opensSaid.has(complement.kind) || led.has(complement.kind));
        const spokesman = cue.accuses ? ofBody(doc, chunks, whole, next, content) : null;
        nouns.push(spokesman ?? (clause ? inFull(doc, chunks, whole, next, content, used) : whole));
        j = spokesman === null ? next : next + 1;
        continue;
      }
    } else if (cue.accuses && accused === null && !hasConjunction(doc, chunk.start)) accused = noun;
    j++;
  }
  const charge = complement.kind === 'with';
  if (cue.accuses && nouns.length === 1) {
    if (charge) accused ??= behindStatement(chunks, k + 2, content);
    if (chunks[k].finite && (charge || chunks[content]?.kind === 'responsibility')) accused ??= closingParty(doc, nouns);
  }
  return { nouns, before: false, accused };
}

/** "the protesters called for", "dozens of demonstrators demanded": people right behind a verb of demanding. */
const demands = (cue: CueSense, { kind, node }: NounPhrase): boolean =>
  cue.act === 'demand' && kind === 'outcome' && field(node, 'value') === 'other';

/** "another said": somebody told apart only by his number, right behind the verb. */
const isOther = ({ kind, countNode }: NounPhrase): boolean => kind === 'number' && countNode?.kind === 'another';

/** "the sources | informed the channel": the noun right before the verb; not "they closed the roads, and the ministry has informed". */
const standsBefore = (doc: Doc, chunks: readonly Chunk[], k: number): boolean => {
  const modal = chunks[k - 1]?.kind === 'modal' && !hasConjunction(doc, chunks[k - 1].start) ? 1 : 0;
  return k > modal && !hasConjunction(doc, chunks[k].start) && chunks[k - 1 - modal].noun !== null;
};

const isBare = (next: Chunk | undefined): boolean => next?.noun != null && !(next.bits & PREFIXED);

/** "that she condemns | the acts": the pronoun before the verb is its subject; and a definite verbal noun ("the statements") has no speaker behind it. */
function hasItsSubject(doc: Doc, chunks: readonly Chunk[], k: number, cue: CueSense): boolean {
  const { finite, node, start } = chunks[k];
  if (cue.relay || cue.accuses) return false;
  if (finite) return k > 0 && chunks[k - 1].kind === 'that' && hasPronoun(doc, chunks[k - 1].start);
  return node !== null && featuresOf(node)?.pos === 'masdar' && isDefinite(doc, start);
}

/** "the analyses reveal that": a definite noun right after the verb, whatever it is, when "that" follows. */
function isBeside(doc: Doc, chunks: readonly Chunk[], k: number, content: number): boolean {
  let n = k + 1;
  while (n < content && (chunks[n].kind === 'date' || (chunks[n].kind === 'case' && doc.info[chunks[n].start].pronoun !== null)))
    n++;
  const next = chunks[n];
  return (
    n < content &&
    (next?.kind === 'noun' || next?.kind === 'place') &&
    next.noun !== null &&
    next.noun.count === null &&
    (isDefinite(doc, next.noun.head) || (next.noun.kind === 'other' && doc.info[next.noun.head].unknown))
  );
}

/** "quoted from X that": nobody is named before the preposition. */
export function onlyRelayed(chunks: readonly Chunk[], k: number, content: number): boolean {
  const first = chunks.slice(k + 1, content).find((c) => c.kind === 'case' || c.noun !== null);
  return first !== undefined && first.kind === 'case' && first.mark === 'about';
}
