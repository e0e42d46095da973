/** "a teacher was killed in a raid on X, in addition to two nurses": people who are added behind where and how it happened met the same fate. */
import { harmed } from '../claim/outcomes.ts';
import { BI, KA, LI } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { type Happening, takes } from './happening.ts';
import { coordinated, isPeople } from './parties.ts';
import { hasConjunction } from './words.ts';

/** How many chunks behind those whom it befell the others may be added. */
const REACH = 16;

export function addPeople(doc: Doc, chunks: readonly Chunk[], happenings: readonly Happening[], used: Uint8Array): void {
  for (let k = 2; k < chunks.length - 1; k++) {
    const { kind, start, end } = chunks[k];
    if (kind !== 'additional' || end === start + 1 || used[k] || hasConjunction(doc, start)) continue;
    const first = chunks[k + 1];
    if (first.kind !== 'noun' || first.noun === null || used[k + 1] || first.bits & (BI | LI | KA) || !isPeople(first.noun))
      continue;
    const { nouns, last } = coordinated(doc, chunks, k + 1, used);
    if (chunks[last + 1]?.finite || happenings.some((h) => h.recipients.some((r) => r.start === first.noun!.start))) continue;
    const before = befell(doc, chunks, happenings, k);
    if (before === null) continue;
    for (const h of happenings) h.actors = h.actors.filter((a) => !nouns.some((n) => n.start === a.start));
    before.recipients.push(...nouns.filter(isPeople));
    before.rules.push('event.people-added');
  }
}

/** The last happening before chunk `k` that befell people, with nothing but where, when and how it happened between them. */
function befell(doc: Doc, chunks: readonly Chunk[], happenings: readonly Happening[], k: number): Happening | null {
  const h = happenings.findLast((e) => e.chunk < k && e.outcome !== null && (harmed.has(e.outcome) || takes.has(e.outcome)));
  const of = h?.recipients.find((r) => isPeople(r) && r.start < chunks[k].start);
  if (h === undefined || of === undefined) return null;
  for (let j = k - 1; j > h.chunk && j > k - REACH; j--) {
    const chunk = chunks[j];
    if (chunk.noun === of) return h;
    if (chunk.kind === 'mark' ? chunk.mark !== 'comma' : stopping.has(chunk.kind)) return null;
    // "a raid that hit them": it tells how
    if (chunk.finite && doc.info[chunk.start].pronoun === null) return null;
  }
  return null;
}

const stopping: ReadonlySet<string> = new Set([
  'that',
  'contrast',
  'reset',
  'result',
  'say',
  'verb',
  'light',
  'relative',
  'conjunction',
]);
