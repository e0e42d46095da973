/** Deeds told in one breath: "gunmen attacked the village yesterday, killed five and abducted three" — each of them was there and then. */
import type { Chunk } from './chunk.ts';
import { type DateValue, isOneTime } from './date-values.ts';
import type { Doc } from './doc.ts';
import { COUNTED_BY_ANOTHER } from './gapped.ts';
import type { Happening } from './happening.ts';
import { movement } from './sites.ts';
import type { Telling } from './story.ts';
import { isThen } from './subject-goes-on.ts';
import { hasConjunction } from './words.ts';

/** What ends the breath. */
const ends: ReadonlySet<string> = new Set([
  'contrast',
  'reset',
  'say',
  'that',
  'continue',
  'background',
  'according',
  'hearsay',
  'condition',
  'relative',
  'was',
]);

/** The deed of the same doer that the verb goes on from with "and" or "then", or the one whose dead another source counts too; or null. `told`: the deeds of the sentence told before it. */
export function deedBefore(
  doc: Doc,
  chunks: readonly Chunk[],
  h: Happening,
  told: readonly Happening[],
  frameOf: Int16Array,
): Happening | null {
  if (h.rules.includes(COUNTED_BY_ANOTHER)) return told.at(-1) ?? null;
  const at = verbOf(h);
  const then = at > 0 && isThen(doc, chunks[at - 1]);
  if (!chunks[at].finite || !(then || hasConjunction(doc, chunks[at].start))) return null;
  const before = told.findLast((o) => verbOf(o) < at && chunks[verbOf(o)].finite);
  if (before === undefined || frameOf[verbOf(before)] !== frameOf[at]) return null;
  if (!before.actors.some((a) => h.actors.some((b) => a.start === b.start))) return null;
  for (let k = verbOf(before) + 1; k < (then ? at - 1 : at); k++) if (ends.has(chunks[k].kind)) return null;
  return before;
}

const verbOf = ({ light, chunk }: Happening): number => (light >= 0 ? Math.min(light, chunk) : chunk);

/** Where the deed before took place, for one that names no place; who moves on is somewhere else. */
export function placeOfBreath(h: Happening, before: Happening): void {
  if (h.places.length > 0 || movement(h) || (movement(before) && before.places.some(({ role }) => role !== 'at'))) return;
  const at = before.places.find(({ role }) => role === 'at');
  if (at === undefined) return;
  h.places.push(at);
  h.rules.push('place.of-breath');
}

/** The day of the deed before, for one that has none. */
export function dayOfBreath(h: Happening, before: Telling | undefined): DateValue | null {
  if (before === undefined || before.date === null || h.date !== null || !isOneTime(before.date, before.h.date)) return null;
  h.date = before.h.date;
  h.rules.push('time.of-breath');
  return before.date;
}
