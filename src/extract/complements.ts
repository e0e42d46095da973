/** Where the content of a verb of saying begins: after "that" or a colon, at a quotation mark, after "to", "with", "about", or at the verbal noun itself. */
import { BI, FA, KA, LI } from '../lexicon/analyze.ts';
import { isBeforeThat, isOne, isReferring, MAX_TOKENS } from './before-that.ts';
import { isBacking } from './blamed.ts';
import type { Chunk } from './chunk.ts';
import { contentFollows, hasContent, isMatter, isObject, onlyWhen, spoken, tellsOfHarm } from './contents.ts';
import { tellsNumber } from './counted-things.ts';
import { isOperation } from './deed-taken-up.ts';
import { findDenied } from './denials.ts';
import type { Doc } from './doc.ts';
import { isAllegedThat } from './inquiries.ts';
import { isManaging } from './managing.ts';
import {
  closesBeforeThat,
  deedAhead,
  endOfAside,
  isHisDenial,
  isHisSaying,
  isSeatOf,
  isSetOff,
  isSome,
  saysItself,
  standsFor,
} from './no-complement.ts';
import { isSurname, type NounPhrase } from './noun-parts.ts';
import { isClaiming } from './own-deeds.ts';
import { isForce } from './parties.ts';
import type { CueSense } from './senses.ts';
import { isDocument } from './sources.ts';
import { speaksInName } from './spokesman.ts';
import { isPutIn } from './subject-across.ts';
import { opensClause } from './without-that.ts';
import { featuresOf, field, hasConjunction, isDefinite, markAt, nodeOf } from './words.ts';

export type Complement = {
  at: number;
  kind: 'that' | 'colon' | 'quote' | 'clause' | 'to' | 'with' | 'about' | 'noun';
  /** Introduced by a word for what is said of somebody ("the accusations"). */
  alleged?: true;
  /** Behind "nothing but": said in spite of the negation. */
  only?: true;
};

/** Prepositions after which "that" opens a clause of time or manner, not what is said ("after that", "without that"). */
const clausal: ReadonlySet<string> = new Set(['after', 'before', 'since', 'without', 'until', 'purpose', 'except', 'amid']);

export function findComplement(
  doc: Doc,
  chunks: readonly Chunk[],
  k: number,
  cue: CueSense,
  used: Uint8Array,
): Complement | null {
  const denied = findDenied(doc, chunks, k, cue);
  if (denied !== null) return denied;
  // "adopted it": the deed is the pronoun on the verb
  if (cue.act === 'claim-responsibility' && chunks[k].finite && doc.info[chunks[k].start].pronoun !== null)
    return chunks[k - 1]?.kind === 'relative' || chunks[k - 1]?.kind === 'negation' ? null : { at: chunks.length, kind: 'noun' };
  const limit = chunks[k].end + MAX_TOKENS;
  let nouns = 0;
  let subject: NounPhrase | null = null;
  // a relative clause on the source hides its own verbs until a mark closes it
  let inRelative = false;
  /** Where a clause of a verb, the pronoun of what it describes and a subject may be over. */
  let over = -1;
  for (let j = k + 1; j < chunks.length && chunks[j].start < limit; j++) {
    const chunk = chunks[j];
    // "an official said - as the agency reported - that"
    const closes = inRelative ? -1 : endOfAside(chunks, k, j);
    if (closes > 0) {
      j = closes;
      continue;
    }
    if (used[j] && chunk.kind !== 'that' && chunk.kind !== 'mark') continue;
    if (
      chunk.finite &&
      !inRelative &&
      !(cue.relay && isHisDenial(doc, chunk)) &&
      (isBareRelative(doc, chunks, j) ||
        tellsOfDocument(doc, chunks, k, j) ||
        (nouns > 0 && isBeforeThat(doc, chunks, k, j, cue)))
    ) {
      inRelative = true;
      // "in a statement | that the agency carried | the death of"
      if (doc.info[chunk.start].pronoun !== null && chunks[j + 1]?.noun != null && !(chunks[j + 1].bits & (BI | LI | KA)))
        over = j + 2;
      continue;
    }
    if (inRelative && over >= 0 && j >= over && (opensMatter(chunk) || chunk.bits & BI)) inRelative = false;
    switch (chunk.kind) {
      case 'that':
        // "confirmed nothing but that": what it did say
        if (chunks[j - 1].kind === 'case' && chunks[j - 1].mark === 'without' && chunks[k - 1]?.kind === 'negation')
          return { at: j + 1, kind: 'that', only: true };
        // "said, without telling of losses, that"
        if (chunks[j - 1].kind === 'case' && chunks[j - 1].mark === 'without' && nouns > 0 && closesBeforeThat(chunks, j)) {
          inRelative = true;
          break;
        }
        // "opened an inquiry into the accusations of X that": who is accused by X says nothing of the kind
        if (isAllegedThat(doc, chunks, k, j)) return null;
        if (chunks[j - 1].kind === 'case' && clausal.has(chunks[j - 1].mark)) return null;
        // "then that ..." answers an "according to", and "and that ..." goes on with another verb: neither is this one's
        // but "as our correspondent said, (then) that" and "our correspondent said (then) that" are
        if (hasConjunction(doc, chunk.start) && j > k + 1 && !opensThen(doc, chunks, k, chunk)) return null;
        return { at: j + 1, kind: 'that' };
      case 'mark':
        if (chunk.mark === 'colon') return j + 1 < chunks.length ? { at: j + 1, kind: 'colon' } : null;
        if (inRelative && j > k + 2 && (chunk.mark === 'comma' || chunk.mark === 'dash' || chunk.mark === 'close-paren'))
          inRelative = false;
        if (chunk.mark === 'open' || chunk.mark === 'quote')
          if (!(inRelative || isGoverned(doc, chunks[j - 1], cue)) || opensSpeech(chunks, j)) return { at: j, kind: 'quote' };
        // "said X in Y; that": some put it where others put a comma
        if (chunk.mark === 'semicolon' && chunks[j + 1]?.kind !== 'that') return null;
        break;
      case 'relative':
        inRelative = true;
        break;
      case 'modal':
        // "said X, who has lost his son, that"
        if (nouns > 0 && chunks[j - 1].mark === 'comma' && hasConjunction(doc, chunk.start)) inRelative = true;
        break;
      case 'contrast':
      case 'reset':
        // "the source added, as for the wounded, they are"
        if (field(chunk.node, 'turn') === 'yes' && nouns > 0 && chunks[k].finite && !cue.weak && chunks[j - 1].mark === 'comma')
          return { at: j, kind: 'clause' };
        // "the ministry denied, on the other hand, | the shelling of", with no mark between
        if (chunk.kind === 'reset' && chunks[k].finite && j === k + 2 && nouns === 1 && isNounOfDeed(doc, chunks[j + 1])) break;
        if (!inRelative && j > k + 1 && hasContent(chunks, j) && field(chunk.node, 'resets') !== 'speaker') return null;
        break;
      case 'case':
        // "the authorities that X supports pointed to the death of": the word for what befell people is not of the relative
        if (inRelative && !(chunk.mark === 'to' && cue.frame.has('ila') && nouns > 0 && tellsOfHarm(chunks[j + 1]))) break;
        if (cue.accuses && isBacking(chunk)) return { at: j, kind: 'with' };
        // "medical sources quoted about the death of two": what is told, and nobody who tells it
        if (chunk.mark === 'about' && cue.relay && nouns > 0 && tellsOfHarm(chunks[j + 1])) return { at: j + 1, kind: 'about' };
        // "ascribed to X his saying that"
        if (chunk.mark === 'to' && cue.relay && saysItself(doc, chunks, j)) break;
        // "the protests | that | X called | for-them": what was called for stands before
        if (chunk.mark === 'to' && chunks[k - 1]?.kind === 'relative' && isReferring(doc, chunk)) return null;
        if (
          chunk.mark === 'to' &&
          cue.frame.has('ila') &&
          j + 1 < chunks.length &&
          (nouns > 0 || j === k + 1 || cue.frame.size === 1 || isPutIn(doc, chunks, k + 1, j, used))
        )
          return chunks[j + 1].kind === 'that' ? { at: j + 2, kind: 'that' } : { at: j + 1, kind: 'to' };
        if (
          chunk.mark === 'about' &&
          !standsFor(doc, chunks, j, subject) &&
          (j === k + 1 || !chunks[j - 1].finite) &&
          chunk.end === chunk.start + 1 &&
          !cue.relay &&
          cue.frame.has('bian') &&
          contentFollows(chunks, j + 1)
        )
          return thatAhead(chunks, j) ?? thatSetOff(chunks, j) ?? { at: j + 1, kind: 'about' };
        break;
      case 'none':
        // "confirmed | no injuries in the shelling"
        if (!inRelative && nouns > 0 && cue.frame.has('np')) return { at: j, kind: 'noun' };
        break;
      case 'responsibility':
        return { at: j, kind: 'noun' };
      case 'event':
      case 'result':
      case 'light':
      case 'unreal':
        // "accused the army, which entered the town, of executing": not "which carried out the shelling"
        if (inRelative && !(cue.accuses && chunks[k].finite && chunk.bits & BI && !chunks[j - 1].finite)) break;
        if (chunk.bits & BI && cue.frame.has('bi')) return { at: j, kind: 'with' };
        if (chunk.finite && chunk.kind !== 'unreal')
          return opensClause(doc, chunks, k, j, nouns, cue)
            ? { at: j, kind: 'clause' }
            : (nouns > 0 || isReferring(doc, chunks[j - 1]) || isToldOnDay(chunks, k, j)) && isDeedSetOff(doc, chunks, j, cue)
              ? { at: j, kind: 'noun' }
              : null;
        if (
          chunks[j - 1].mark === 'from' &&
          cue.frame.has('min') &&
          !chunk.finite &&
          (nouns > 0 || j === k + 2 || isPutIn(doc, chunks, k + 1, j - 1, used))
        )
          return { at: j, kind: 'noun' };
        if ((chunks[j - 1].kind === 'case' && !isReferring(doc, chunks[j - 1])) || chunks[j - 1].kind === 'cause') break;
        // "announced its adoption | of (li-) the attack"
        if (chunk.bits & LI && cue.frame.has('np') && isClaiming(doc, chunks[j - 1])) return { at: j, kind: 'noun' };
        if (chunk.bits & (LI | KA)) break;
        if (cue.frame.has('np') && !chunk.finite) return thatAhead(chunks, j) ?? { at: j, kind: 'noun' };
        if (opensClause(doc, chunks, k, j, nouns, cue)) return { at: j, kind: 'clause' };
        break;
      case 'say':
        // "confirmed X, denying what was rumoured, that": what is set off between the two is no content
        if (isSetOff(doc, chunks, j) && nouns > 0) {
          inRelative = true;
          break;
        }
        // "quoted X from Y his denial of"
        if (cue.relay && nouns > 0 && isHisDenial(doc, chunk)) return { at: j, kind: 'noun' };
        // "quoted X from Y his pointing | to the death of"
        if (cue.relay && nouns > 0 && isHisSaying(doc, chunks, j))
          return { at: j + 2, kind: chunks[j + 1].mark === 'to' ? 'to' : 'about' };
        // "the body suspended its work, making clear that": the clause is of the participle
        if (!chunk.finite && chunks[j + 1]?.kind === 'that' && chunks[j - 1].mark === 'comma' && cue.weak) return null;
        if (chunk.finite && !inRelative && doc.info[chunk.start].pronoun === null) return null;
        // "demanded the disclosure of the fate of"
        if (!chunk.finite && !inRelative && chunk.bits & BI && cue.act === 'demand') return { at: j, kind: 'with' };
        if (!chunk.finite && !inRelative && cue.frame.has('np') && !cue.relay && j > k + 1 && chunks[j - 1].mark !== 'in')
          return { at: j, kind: 'noun' };
        break;
      case 'verb':
        if (!inRelative && hasConjunction(doc, chunk.start)) return null;
        if (inRelative || !isManaging(doc, chunk)) break;
        if (chunk.bits & BI && cue.frame.has('bi')) return { at: j, kind: 'with' };
        if (cue.frame.has('np') && chunks[j - 1].kind !== 'case') return { at: j, kind: 'noun' };
        break;
      case 'pronoun':
        // "accused X | of that"
        if (cue.accuses && !inRelative && nouns > 0 && chunk.bits & BI) return { at: j, kind: 'with' };
        break;
      case 'word':
        // "recounted how"
        if (!inRelative && nodeOf(doc, chunk.start, 'how') !== null && (nouns > 0 || j === k + 1))
          return { at: j + 1, kind: 'that' };
        // "estimated | the number of the dead at"
        if (!inRelative && nouns > 0 && cue.frame.has('np') && (nodeOf(doc, chunk.start, 'matter')?.end ?? 0) > chunk.start + 1)
          return { at: j, kind: 'noun' };
        break;
      case 'negation':
        // "pledged | not to"
        if (!inRelative && cue.frame.has('bi') && field(chunk.node, 'tie') === 'bi') return { at: j, kind: 'with' };
        if (!inRelative && cue.frame.has('np') && nodeOf(doc, chunk.start, 'matter') !== null)
          return thatAhead(chunks, j) ?? { at: j, kind: 'noun' };
        break;
      case 'hearsay':
        if (!inRelative && chunk.bits & BI && cue.frame.has('bi')) return { at: j, kind: 'with' };
        // "activists passed on, on X, | news of": read with the word itself
        if (!inRelative && nouns > 0 && cue.frame.has('np') && chunks[j + 1]?.mark === 'about') return null;
        nouns++;
        break;
      case 'noun':
      case 'place': {
        if (inRelative) break;
        if (cue.act === 'claim-responsibility' && subject !== null && isOperation(doc, chunk)) return { at: j, kind: 'noun' };
        // "estimated | the number | at"
        if (nouns > 0 && cue.act === 'doubt' && tellsNumber(doc, chunks, j)) return { at: j, kind: 'noun' };
        // a surname may be an everyday word that begins what is said
        if (subject !== null && chunk.noun !== null && isSurname(doc, subject, chunk.noun)) break;
        const mark = markAt(doc, chunk.start);
        if (
          nouns > 0 &&
          (mark === 'open' || mark === 'quote') &&
          chunks[j - 1].kind !== 'case' &&
          spoken(doc, chunk) &&
          !(chunks[j - 1].noun !== null && speaksInName(doc, chunks[j - 1].noun!))
        )
          return { at: j, kind: 'quote' };
        if (isSeatOf(doc, chunks, j, subject)) break;
        if (chunk.bits & BI && cue.frame.has('bi') && (chunk.noun?.count != null || (chunk.noun !== null && cue.accuses)))
          return { at: j, kind: 'with' };
        if (chunk.bits & BI && cue.frame.has('bi') && nouns > 0 && chunk.kind === 'noun') return { at: j, kind: 'with' };
        // "a number of residents recorded the death of", "one of the survivors expects the": who speaks is counted too
        if (j === k + 1 && isSome(chunk.noun) && deedAhead(chunks, j)) {
          subject ??= chunk.noun;
          nouns++;
          break;
        }
        if (chunk.noun?.count != null && cue.act === 'document' && cue.frame.has('np')) return { at: j, kind: 'noun' };
        // "four were considered missing": nobody speaks
        if (
          j === k + 1 &&
          cue.frame.has('np') &&
          chunk.noun?.kind === 'outcome' &&
          chunk.noun.count !== null &&
          !isOne(chunk.noun)
        )
          if (thatAhead(chunks, j) === null) return null;
        if (cue.frame.has('np') && isMatter(doc, chunk, chunks[j - 1]) && (nouns > 0 || onlyWhen(chunks, k, j)))
          return thatAhead(chunks, j) ?? { at: j, kind: 'noun' };
        // "X accused | the regime of": whom, not of what
        const accused = cue.accuses && chunk.noun !== null && isForce(doc, chunk.noun);
        if (subject !== null && !cue.weak && !accused && cue.frame.has('np') && isObject(doc, chunk, chunks[j - 1], subject))
          return thatAhead(chunks, j) ?? { at: j, kind: 'noun' };
        subject ??= chunk.noun;
        nouns++;
        break;
      }
      default:
        break;
    }
  }
  return null;
}

const opensMatter = ({ kind, finite, mark }: Chunk): boolean =>
  (kind === 'event' && !finite) || (kind === 'case' && (mark === 'about' || mark === 'to'));

/** "in a report on the dead of the war that ...": the verbal noun belongs to what the preposition governs. */
function thatAhead(chunks: readonly Chunk[], j: number): Complement | null {
  for (let m = j + 1; m < chunks.length && m < j + 7; m++) {
    const { kind, finite, mark, node } = chunks[m];
    // "denied the shelling of X | asserting that": said of its own
    if (kind === 'say' && !finite && node !== null && featuresOf(node)?.pos === 'participle') return null;
    if (kind === 'that') return chunks[m - 1].kind === 'case' ? null : { at: m + 1, kind: 'that' };
    // "announced the opening of an inquiry into | accusations that"
    if (kind === 'hearsay' && chunks[m - 1].kind === 'case') return null;
    if (finite || (kind === 'mark' && mark !== 'close' && mark !== 'close-paren' && mark !== 'quote') || kind === 'relative')
      return null;
  }
  return null;
}

/** "the organization that stands up for human rights, today, that": what its name goes on with is not what it announced. */
function thatSetOff(chunks: readonly Chunk[], j: number): Complement | null {
  let m = j + 1;
  while (m < j + 3 && chunks[m]?.kind === 'noun') m++;
  if (m === j + 1 || chunks[m]?.mark !== 'comma') return null;
  while (chunks[m]?.mark === 'comma' || chunks[m]?.kind === 'date') m++;
  return chunks[m]?.kind === 'that' ? { at: m + 1, kind: 'that' } : null;
}

/** "in an interview held lately": a verb after an indefinite noun that a preposition governs describes that noun. */
function isBareRelative(doc: Doc, chunks: readonly Chunk[], j: number): boolean {
  const before = chunks[j - 1];
  if (hasConjunction(doc, chunks[j].start)) return false;
  // "information that the paper obtained says"
  if (before.kind === 'hearsay') return before.end === chunks[j].start && chunks[j - 2]?.kind === 'say';
  if (before.kind === 'say' && !before.finite && chunks[j - 2]?.kind === 'case')
    return doc.info[chunks[j].start].pronoun !== null;
  if (before.kind !== 'noun' || before.noun === null) return false;
  if (isDefinite(doc, before.noun.head) || doc.info[before.noun.head].pronoun !== null) return false;
  if (before.end !== chunks[j].start || before.noun.kind === 'name') return false;
  // "a statement that X read out"
  return chunks[j - 2]?.kind === 'case' || (isDocument(before.noun) && doc.info[chunks[j].start].pronoun !== null);
}

/** "after a «terrorist attack»": what a preposition governs is named, not said, unless there is a verb in it. */
const isGoverned = (doc: Doc, before: Chunk, { frame }: CueSense): boolean =>
  before.kind === 'case' &&
  doc.info[before.start].pronoun === null &&
  !(before.mark === 'about' && frame.has('bian')) &&
  !(before.mark === 'to' && frame.has('ila'));

/** How many chunks of a quotation are looked at for a verb. */
const SPEECH = 12;

/** A quotation with a verb in it is what is said, wherever it stands. */
function opensSpeech(chunks: readonly Chunk[], j: number): boolean {
  for (let m = j + 1; m < chunks.length && m <= j + SPEECH; m++) {
    if (chunks[m].finite) return true;
    if (chunks[m].kind === 'mark' && chunks[m].mark !== 'comma') return false;
  }
  return false;
}

/** "in a report of his, today, that records violations": a verb of the present after a document describes it. */
function tellsOfDocument(doc: Doc, chunks: readonly Chunk[], k: number, j: number): boolean {
  const { node, start } = chunks[j];
  if (node === null || featuresOf(node)?.tense !== 'present' || hasConjunction(doc, start)) return false;
  let m = j - 1;
  while (
    m > k &&
    (chunks[m].kind === 'date' || (chunks[m].kind === 'mark' && aside.has(chunks[m].mark)) || isOwn(doc, chunks[m]))
  )
    m--;
  const { noun } = chunks[m];
  return m > k + 1 && noun !== null && isDocument(noun) && !isDefinite(doc, noun.head) && chunks[m - 1].kind === 'case';
}
const aside: ReadonlySet<string> = new Set(['comma', 'open-paren', 'close-paren']);
const isOwn = (doc: Doc, chunk: Chunk): boolean =>
  chunk.kind === 'pronoun' || (chunk.kind === 'case' && doc.info[chunk.start].pronoun !== null);

/** "X denied, on Friday, the shelling of": behind a mark or a date the verbal noun is written like the verb. */
function isDeedSetOff(doc: Doc, chunks: readonly Chunk[], j: number, cue: CueSense): boolean {
  const { start } = chunks[j];
  if (cue.weak || !cue.frame.has('np') || hasConjunction(doc, start)) return false;
  const before = chunks[j - 1];
  // "announced | the ministry | the exposure of its base to"
  const lends = chunks[j].kind === 'light' && before.noun !== null && chunks[j - 2]?.kind === 'say';
  if (!lends && before.kind !== 'date' && !(before.kind === 'mark' && aside.has(before.mark)) && !isReferring(doc, before))
    return false;
  return doc.at[start].some((node) => (node.kind === 'event' || node.kind === 'light') && featuresOf(node)?.pos !== 'verb');
}

/** "(the ministry) had announced | on Sunday | the shelling of": who speaks stands before the verb. */
const isToldOnDay = (chunks: readonly Chunk[], k: number, j: number): boolean =>
  j > k + 1 && chunks[j - 1].kind === 'date' && k > 0 && (chunks[k - 1].noun !== null || chunks[k - 1].kind === 'modal');

const isNounOfDeed = (doc: Doc, next: Chunk | undefined): boolean =>
  next?.kind === 'event' && !next.finite && !hasConjunction(doc, next.start);

/** "our correspondent said | (then) that": the verb opens its sentence or its clause, so that nothing else waits for "then". */
const opensThen = (doc: Doc, chunks: readonly Chunk[], k: number, that: Chunk): boolean =>
  (doc.bits[that.start] & FA) !== 0 &&
  chunks[k].finite &&
  (k === 0 || chunks[k - 1].kind === 'mark' || chunks[k - 1].kind === 'continue');
