/** What stands behind a verb of saying like its complement and is none: where the speaker works or whom he stands for, people counted who speak, a clause put in. */
import { BI, LI } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { NounPhrase } from './noun-parts.ts';
import { isMovement } from './parties.ts';
import { isPostOf, isSeat } from './posts.ts';
import { canSay } from './sources.ts';
import { featuresOf, field, isDefinite, nodeOf } from './words.ts';

/** How many chunks ahead are looked at. */
const ASIDE = 14;

/** A comma and another "that" stand behind the clause that begins at chunk `j`. */
export function closesBeforeThat(chunks: readonly Chunk[], j: number): boolean {
  let comma = false;
  for (let m = j + 1; m < Math.min(chunks.length, j + ASIDE); m++) {
    if (comma && chunks[m].kind === 'that') return true;
    if (chunks[m].kind === 'mark') {
      if (chunks[m].mark !== 'comma') return false;
      comma = true;
    } else if (comma) return false;
  }
  return false;
}

/** "one of", "a number of" people. */
export const isSome = (noun: NounPhrase | null): boolean =>
  noun?.count != null && (noun.count.mod === 'vague' || (noun.count.low === 1 && noun.count.high === 1)) && canSay(noun, true);

/** A deed that is told as a noun stands behind the speaker. */
export function deedAhead(chunks: readonly Chunk[], j: number): boolean {
  for (let m = j + 1; m < Math.min(chunks.length, j + ASIDE); m++) {
    const { kind, finite } = chunks[m];
    if (finite || kind === 'that') return false;
    if (kind === 'event') return chunks[m - 1].kind !== 'case' || chunks[m - 1].mark !== 'after';
  }
  return false;
}

/** "the deputy | for the province": no object of the verb. */
export const standsFor = (doc: Doc, chunks: readonly Chunk[], j: number, subject: NounPhrase | null): boolean =>
  subject !== null &&
  subject.end === chunks[j].start &&
  nodeOf(doc, subject.head, 'represents') !== null &&
  (chunks[j + 1]?.kind === 'noun' || chunks[j + 1]?.kind === 'place') &&
  chunks[j + 1].noun?.count == null;

/** "a source | in-the-police | of-the-death of": where the speaker works, if what he tells follows. */
export function isSeatOf(doc: Doc, chunks: readonly Chunk[], j: number, subject: NounPhrase | null): boolean {
  const { bits, noun, start } = chunks[j];
  if (subject === null || noun === null || !(bits & BI) || subject.end !== start) return false;
  // "the official | in-the-ministry | general X"
  if (isPostOf(doc, chunks[j], noun, subject)) return true;
  if (subject.definite || isDefinite(doc, subject.head)) return false;
  if ((subject.kind !== 'source' && subject.kind !== 'person') || !(isSeat(doc, chunks[j], noun) || isMovement(doc, noun)))
    return false;
  const next = chunks[j + 1];
  if (next === undefined) return false;
  // "accused | an official | in-the-movement | the army | of-the-killing"
  const whom = next.kind === 'noun' && !(next.bits & (BI | LI)) && ((chunks[j + 2]?.bits ?? 0) & BI) !== 0;
  return whom || next.kind === 'that' || (next.bits & BI) !== 0 || next.kind === 'mark';
}

/** "from X | his pointing | to | the death of" */
export function isHisSaying(doc: Doc, chunks: readonly Chunk[], j: number): boolean {
  const [{ finite, start }, tie, told] = [chunks[j], chunks[j + 1], chunks[j + 2]];
  if (finite || doc.info[start].pronoun === null || tie?.kind !== 'case' || told === undefined) return false;
  return (tie.mark === 'to' || tie.mark === 'about') && (told.kind === 'event' || told.noun?.count != null);
}

/** "to X his saying that": a verbal noun of saying behind somebody. */
export function saysItself(doc: Doc, chunks: readonly Chunk[], j: number): boolean {
  for (let m = j + 2; m < Math.min(chunks.length, j + 8); m++) {
    if (chunks[m].finite || chunks[m].kind === 'that') return false;
    // "ascribed to X the saying that"
    if (chunks[m].kind === 'say')
      return doc.info[chunks[m].start].pronoun !== null || (chunks[m + 1]?.kind === 'that' && isDefinite(doc, chunks[m].start));
  }
  return false;
}

/** How many chunks an aside may be long. */
const PUT_IN = 14;
/** The chunk that closes what brackets or a pair of dashes set off behind the speaker, or -1. */
export function endOfAside(chunks: readonly Chunk[], k: number, j: number): number {
  const { kind, mark } = chunks[j];
  if (kind === 'continue' && chunks[j - 1].mark === 'comma' && chunks[j - 2].noun !== null) return beforeSpeech(chunks, j);
  if (kind !== 'mark' || j === k + 1 || (mark !== 'open-paren' && mark !== 'dash')) return -1;
  const close = mark === 'dash' ? 'dash' : 'close-paren';
  for (let m = j + 1; m < Math.min(chunks.length - 1, j + PUT_IN); m++) {
    if (chunks[m].kind !== 'mark') continue;
    if (chunks[m].mark === close) return m;
    if (chunks[m].mark === 'colon' || chunks[m].mark === 'semicolon') return -1;
  }
  return -1;
}

/** "said X, the head of the school of Y, | where the attack took place on Monday: «»": the chunk before the colon and the quotation behind it, or -1. */
function beforeSpeech(chunks: readonly Chunk[], j: number): number {
  for (let m = j + 1; m < Math.min(chunks.length - 1, j + PUT_IN); m++) {
    const { kind, mark } = chunks[m];
    if (kind === 'mark' && mark === 'colon') return m > j + 1 && quoted.has(chunks[m + 1].mark) ? m - 1 : -1;
    if (kind === 'say' || kind === 'that' || (kind === 'mark' && mark !== 'comma')) return -1;
  }
  return -1;
}
const quoted: ReadonlySet<string> = new Set(['open', 'quote']);

/** ", denying that there was a truce, that": a participle behind a comma whose clause another comma closes before "that". */
export const isSetOff = (doc: Doc, chunks: readonly Chunk[], j: number): boolean => {
  const { finite, node, start } = chunks[j];
  if (finite || node === null || chunks[j - 1].mark !== 'comma' || isDefinite(doc, start)) return false;
  return featuresOf(node)?.pos === 'participle' && closesBeforeThat(chunks, j);
};

/** "his denial of", which is also a form of the verb. */
export const isHisDenial = (doc: Doc, { start }: Chunk): boolean =>
  doc.info[start].pronoun?.startsWith('3') === true &&
  doc.at[start].some((n) => n.kind === 'say' && featuresOf(n)?.pos === 'masdar' && field(n, 'act') === 'deny');
