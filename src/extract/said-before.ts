/** Speakers whom the clause before names: the one with whom a talk was held ("in a call with his father, he confirmed to us that"), and the one whose verb told nothing. */
import { BI, KA, LI } from '../lexicon/analyze.ts';
import { agreeing, type Memory, resolveMention } from './antecedents.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Frame } from './frame.ts';
import type { NounPhrase } from './noun-parts.ts';
import { isForce } from './parties.ts';
import { canSay, isDocument, isMedium, type SourceRef, sourceOf } from './sources.ts';
import { wholeSpeaker } from './whole-speaker.ts';
import { featuresOf, field, hasConjunction, nodeOf } from './words.ts';

const PREFIXED = BI | LI | KA;
/** How many chunks the talk and the description of the speaker may be long. */
const REACH = 9;
const opens: ReadonlySet<string> = new Set(['mark', 'continue', 'contrast', 'reset']);

/** "in a talk with X, he said that", where nobody else is named as the subject. */
export function talkedWith(doc: Doc, chunks: readonly Chunk[], k: number, content: number, used: Uint8Array): NounPhrase | null {
  if (!chunks[k].finite || hasConjunction(doc, chunks[k].start)) return null;
  for (let j = k + 1; j < content; j++) {
    const { noun, bits } = chunks[j];
    if (noun !== null && !(bits & PREFIXED) && chunks[j - 1].kind !== 'case') return null;
  }
  for (let j = k - 1; j > 0 && j >= k - REACH; j--) {
    const { kind, mark, finite, start } = chunks[j];
    if (finite || kind === 'that' || kind === 'relative') return null;
    if (kind !== 'case' || mark !== 'with' || doc.info[start].pronoun !== null) continue;
    const who = chunks[j + 1]?.noun ?? null;
    if (who === null || j + 1 >= k || !isTalk(doc, chunks, j) || !mayAnswer(doc, who)) return null;
    return wholeSpeaker(doc, chunks, j + 1, k, used).noun;
  }
  return null;
}

/** "in a (special) talk | with": it opens its clause. */
function isTalk(doc: Doc, chunks: readonly Chunk[], tie: number): boolean {
  for (let j = tie - 1; j >= 0 && j >= tie - 3; j--) {
    if (field(nodeOf(doc, chunks[j].start, 'forum'), 'talk') !== 'yes') continue;
    const first = chunks[j].bits & BI ? j : chunks[j - 1]?.kind === 'case' ? j - 1 : -1;
    return first === 0 || (first > 0 && opens.has(chunks[first - 1].kind));
  }
  return false;
}

/** Somebody who answers: not the press that asks, not "his counterpart". */
const mayAnswer = (doc: Doc, noun: NounPhrase): boolean =>
  canSay(noun, true) &&
  noun.count === null &&
  !isMedium(noun) &&
  !isDocument(noun) &&
  field(noun.node, 'who') !== 'journalist' &&
  (doc.info[noun.head].pronoun === null || field(nodeOf(doc, noun.head, 'person'), 'kin') === 'yes');

/** "the opposition said that ..., X denied this, and said that": who spoke last, though his verb told nothing. */
export function spokeBetween(
  doc: Doc,
  chunks: readonly Chunk[],
  k: number,
  current: Frame | null,
  cue: SourceRef['cue'],
  used: Uint8Array,
  memory: Memory,
): SourceRef | null {
  if (current === null || !chunks[k].finite || !hasConjunction(doc, chunks[k].start)) return null;
  for (let j = k - 1; j > current.from; j--) {
    const { kind, finite, start, node } = chunks[j];
    if (used[j] || kind !== 'say' || !finite || doc.info[start].pronoun !== null || node === null) continue;
    if (chunks[j - 1].kind === 'relative' || featuresOf(node)?.voice === 'passive') return null;
    const next = chunks[j + 1];
    if (next === undefined || j + 1 >= k || next.noun === null || next.bits & PREFIXED || !canSay(next.noun, false)) return null;
    // "and the army answered the fire"
    if (field(node, 'answers') === 'yes' && isForce(doc, next.noun)) return null;
    // inside what is said it is only told of ("said that the army answered the fire, and said that")
    if (!hasConjunction(doc, start) && chunks[j - 1].kind !== 'mark') return null;
    const source = resolveMention(doc, sourceOf(doc, wholeSpeaker(doc, chunks, j + 1, k, used).noun, cue), memory);
    return agreeing(doc, featuresOf(chunks[k].node!), [source], memory, true)?.[0] === source ? source : null;
  }
  return null;
}
