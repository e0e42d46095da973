/** "forced the residents to flee", "had to withdraw": who is compelled does what the verbal noun behind "to" tells. */
import { BI, KA, LI } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import { itemAt } from './item-at.ts';
import type { NounPhrase } from './noun-parts.ts';
import { coordinated, isForce, isOffice, isPeople } from './parties.ts';
import { subjectOf } from './subjects.ts';
import { field, nodeOf } from './words.ts';

/** How far before the verbal noun the verb may stand, in chunks. */
const REACH = 9;

const between: ReadonlySet<string> = new Set(['noun', 'place', 'event', 'case', 'word', 'date', 'pronoun', 'mark', 'rank']);

export function compelled(doc: Doc, chunks: readonly Chunk[], k: number, h: Happening, used: Uint8Array): boolean {
  const link = itemAt(chunks, k - 1);
  const attached = (chunks[k].bits & LI) !== 0;
  if (link === undefined || (!attached && !(link.kind === 'case' && (link.mark === 'on' || link.mark === 'to')))) return false;
  for (let j = attached ? k - 1 : k - 2; j >= 0 && k - j <= REACH; j--) {
    const chunk = chunks[j];
    if (chunk.finite) {
      if (field(nodeOf(doc, chunk.start, 'verb'), 'compels') !== 'yes' || chunk.object >= 0) return false;
      const who = compelledBetween(doc, chunks, j, k) ?? subjectOf(doc, chunks, j, used) ?? [];
      (h.sense?.subject === 'recipient' || h.sense?.outcome === 'displaced' ? h.recipients : h.actors).push(...who);
      if (h.sense?.subject === 'recipient' || h.sense?.outcome === 'displaced') compellerOf(doc, chunks, j, h, used);
      h.rules.push('event.compelled');
      return true;
    }
    if (!between.has(chunk.kind) || (chunk.kind === 'mark' && chunk.mark !== 'open' && chunk.mark !== 'close')) return false;
  }
  return false;
}

/** "the forces compelled the residents to leave": who drove them out is named before them. */
function compellerOf(doc: Doc, chunks: readonly Chunk[], verb: number, h: Happening, used: Uint8Array): void {
  const next = chunks[verb + 1];
  const beside = next?.kind === 'noun' && next.noun !== null && !(next.bits & (BI | LI | KA)) ? [next.noun] : [];
  const doers = (subjectOf(doc, chunks, verb, used) ?? beside).filter((n) => !h.recipients.includes(n));
  if (h.actors.length === 0 && h.recipients.length > 0 && doers.every((n) => isForce(doc, n) || isOffice(doc, n)))
    h.actors.push(...doers);
}

/** The last phrase without a preposition: "forced (the clashes) many of the residents". */
function compelledBetween(doc: Doc, chunks: readonly Chunk[], verb: number, k: number): NounPhrase[] | null {
  let found: NounPhrase[] | null = null;
  for (let j = verb + 1; j < k; j++) {
    const { kind, noun, bits } = chunks[j];
    if (kind !== 'noun' || noun === null || bits & (LI | KA) || (bits & BI && !isPeople(noun))) continue;
    if (chunks[j - 1].kind === 'case' && !(chunks[j - 1].mark === 'from' && isMany(chunks[j - 2]))) continue;
    const { nouns, last } = coordinated(doc, chunks, j, null);
    found = nouns;
    j = last;
  }
  return found;
}

/** "a number of", "many of" */
const isMany = (chunk: Chunk | undefined): boolean =>
  chunk?.noun != null && chunk.noun.actor === null && (chunk.noun.kind === 'other' || chunk.noun.kind === 'number');
