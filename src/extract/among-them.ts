/** "nine were killed in X. Among them are three children": a sentence that opens so tells of those counted in the one before. */
import type { Outcome } from '../claim/reading.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { FigureDraft, Happening } from './happening.ts';
import { strictOfToken } from './words.ts';

/** What befell the many whom a sentence counts; null where it counts nobody, two kinds of people, or tells of others too. */
export function fateOfMany(
  chunks: readonly Chunk[],
  happenings: readonly Happening[],
  loose: readonly FigureDraft[],
  used: Uint8Array,
): Outcome | null {
  const wholes = [...happenings.flatMap((h) => h.figures), ...loose].filter((f) => f.partOf === null && f.mod !== 'zero');
  const [many] = wholes;
  if (wholes.length !== 1 || many.high === 1 || many.outcome === 'other') return null;
  // "met the elders of the town in which nine were killed": they are the elders
  if (happenings.some((h) => h.figures.includes(many) && h.rules.includes('event.relative-clause'))) return null;
  const others = chunks.some(
    ({ noun }, k) =>
      noun !== null &&
      !used[k] &&
      noun.kind === 'person' &&
      noun.features?.number === 'pl' &&
      noun.start !== many.noun.start &&
      !happenings.some((h) => h.actors.some((a) => a.start === noun.start) || h.figures.some((f) => f.noun.start === noun.start)),
  );
  return others ? null : many.outcome;
}

/** Whether "among them" at chunk `k` opens its sentence. */
export function opensWithThem(doc: Doc, chunks: readonly Chunk[], k: number, used: Uint8Array): boolean {
  if (!saysThem(doc, chunks[k])) return false;
  for (let j = 0; j < k; j++) if (!used[j] && !opens.has(chunks[j].kind)) return false;
  return true;
}

/** "and there were", "also", "of" */
const opens: ReadonlySet<string> = new Set(['was', 'continue', 'say', 'that', 'case']);

/** "among them", of people. */
function saysThem(doc: Doc, { kind, end }: Chunk): boolean {
  if (kind !== 'among') return false;
  const form = strictOfToken(doc, end - 1);
  return form.endsWith(OF_MEN) || form.endsWith(OF_WOMEN);
}

const OF_MEN = '\u0647\u0645';
const OF_WOMEN = '\u0647\u0646';
