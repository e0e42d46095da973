/** Statements, reports and tallies speak for those who issued them: "a statement that X published", "a toll compiled by X", "a report of X". */
import { BI, KA, LI } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { NounPhrase } from './noun-parts.ts';
import { type CueSense, cueSense } from './senses.ts';
import { canSay, isDocument, isPress } from './sources.ts';
import { field, senseOf } from './words.ts';

/** How many chunks after a document its issuer may stand. */
const REACH = 6;

/** What may stand between a document and the clause that tells what is in it. */
const between: ReadonlySet<string> = new Set(['date', 'background', 'word', 'case', 'noun', 'place', 'reset']);

/** The chunk before the verb in chunk `k`, or the one before its comma; further back the document in which something is said ("a statement on its site, on Sunday, in which it said"). */
export function documentBefore(doc: Doc, chunks: readonly Chunk[], k: number): number {
  const next = chunks[k + 1];
  const near = chunks[k - 1]?.kind === 'mark' && chunks[k - 1].mark === 'comma' ? k - 2 : k - 1;
  if (next?.kind !== 'case' || next.mark !== 'in' || doc.info[next.start].pronoun === null) return near;
  for (let j = near; j > 0 && j > k - 2 * REACH; j--) {
    const { kind, mark, noun } = chunks[j];
    if (noun !== null && isDocument(noun) && chunks[j - 1].kind !== 'case') return j;
    if (!between.has(kind) && !(kind === 'mark' && mark === 'comma')) return near;
  }
  return near;
}

/** "the group published | a statement", "was issued by the ministry | a statement": the chunk that names who issued the document of chunk `at`, or null. */
export function issuerBefore(chunks: readonly Chunk[], at: number): number | null {
  let j = at - 1;
  while (j > 0 && (chunks[j].kind === 'date' || (chunks[j].kind === 'mark' && chunks[j].mark === 'comma'))) j--;
  // "the government, recognized by the world, issued a statement": what is set off behind it
  const opens = chunks.findLastIndex(({ kind, mark }, n) => kind === 'mark' && mark === 'comma' && n < j);
  if (j < at - 1 && chunks[at - 1].mark === 'comma' && opens > 0 && opens > at - REACH && chunks[j].noun === null) j = opens - 1;
  // "published | on | its page | in | X | a statement"
  while (j > 2 && chunks[j].noun !== null && chunks[j - 1].kind === 'case' && chunks[j - 1].mark !== 'about') j -= 2;
  const issuer = chunks[j];
  if (issuer === undefined || issuer.noun === null || issuer.noun.count !== null || issuer.bits & (BI | LI | KA)) return null;
  while (j > 0 && chunks[j - 1].noun !== null && chunks[j - 1].end === chunks[j].start && !(chunks[j - 1].bits & (BI | LI | KA)))
    j--;
  const before = chunks[j - 1];
  if (before === undefined) return null;
  if (before.finite) return canSay(chunks[j].noun!, true) || chunks[j].noun!.kind === 'thing' ? j : null;
  return before.kind === 'case' && before.mark === 'about' && chunks[j - 2]?.finite ? j : null;
}

/** Index of the chunk that names who issued the document of chunk `at`, or -1 … null when nobody is named. */
export function issuerAfter(chunks: readonly Chunk[], at: number, limit: number): number | null {
  let issued = false;
  for (let j = at + 1; j < Math.min(limit, chunks.length, at + REACH); j++) {
    const chunk = chunks[j];
    switch (chunk.kind) {
      case 'relative':
      case 'date':
        continue;
      case 'say':
      case 'verb':
      case 'light':
        if (!chunk.finite) return null;
        // "according to the statement | rose the number of": a clause of its own
        if (chunk.kind !== 'say' && chunks[j - 1].kind !== 'relative' && chunk.node?.word?.pronoun == null) return null;
        issued = true;
        continue;
      case 'word':
        continue;
      case 'case':
        // "the report that it made about": nobody is named who made it
        if (issued && chunks[j - 1].finite && chunks[j - 1].node?.word?.pronoun != null) return null;
        // "issued by": the preposition of origin
        if (chunk.mark === 'about') {
          issued = true;
          continue;
        }
        // "a toll that X gave (with it)": the pronoun is the document
        if (issued && chunk.bits & BI && chunks[j - 1].finite) continue;
        return null;
      case 'pronoun':
        if (issued && chunks[j - 1].finite) continue;
        return null;
      case 'noun':
      case 'place':
        if (chunk.noun === null) return null;
        // "which came under the title X", "which came in 26 pages", "which bears the title X"
        if (chunk.bits & (BI | KA) || chunk.noun.count !== null || chunk.noun.node?.kind === 'vocabulary') return null;
        // "the statement, which the agency X carried": it issued nothing
        if (issued && isPress(chunk.noun) && isKnown(chunks[at].noun)) return null;
        if (issued && canSay(chunk.noun, true)) return j;
        if (!issued && j === at + 1 && chunk.bits & LI && canSay(chunk.noun, false)) return j;
        if (!issued && chunk.noun.kind === 'other' && j === at + 1) continue;
        return null;
      default:
        return null;
    }
  }
  return null;
}

/** "that X carried", "that X published": who is named in chunk `at` passed the document on, and it may be another's. */
export const isCarried = (chunks: readonly Chunk[], at: number): boolean => {
  const verb = chunks[at - 1];
  const sense = verb?.kind === 'say' && verb.finite ? senseOf(verb.node) : null;
  return sense !== null && carrying.has(cueSense(sense).act);
};
const carrying: ReadonlySet<string> = new Set(['report', 'quote']);

/** "the statement": of whoever issued one before. */
const isKnown = (noun: NounPhrase | null): boolean =>
  noun?.definite === true && noun.end === noun.head + 1 && noun.outlet === null && field(noun.node, 'carried') === 'yes';

/** "X accused in a statement | the movement Y of": what reads like the statement of Y is a statement, and Y is accused. */
export function behindStatement(chunks: readonly Chunk[], from: number, content: number): NounPhrase | null {
  for (let j = from; j < content; j++) {
    const { noun } = chunks[j];
    if (chunks[j - 1].kind !== 'case' || noun === null || !isDocument(noun) || noun.actor === null) continue;
    const { actor, end } = noun;
    if (actor.start > noun.head)
      return { ...noun, start: actor.start, end, head: actor.start, kind: 'actor', node: actor, features: null };
  }
  return null;
}

/** "the gains that X has made": no document stands before a verb that says such things only now and then. */
export const isMade = (chunks: readonly Chunk[], k: number, { weak, relay }: CueSense): boolean =>
  weak && !relay && chunks[k - 1].kind === 'relative' && chunks[k - 2]?.noun != null && !isDocument(chunks[k - 2].noun!);
