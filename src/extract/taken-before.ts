/** "gunmen abducted a doctor. They let him go", "and killed him later": whoever was taken in the sentence before, where the pronoun agrees with him. */
import type { EventType } from '../claim/reading.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import type { NounPhrase } from './noun-parts.ts';

/** The only people taken in a sentence; `noun` is null where two were. */
export type Taken = { noun: NounPhrase | null; sentence: number };

const taking: ReadonlySet<EventType> = new Set<EventType>(['detention', 'abduction']);
const after: ReadonlySet<EventType> = new Set<EventType>(['release', 'killing', 'execution']);
const people: ReadonlySet<string> = new Set(['person', 'title', 'name']);

/** What the sentence says of people taken, remembered for the next one. */
export function rememberTaken({ types, recipients }: Happening, sentence: number, before: Taken | null): Taken | null {
  if (!taking.has(types[0])) return before;
  const [noun] = recipients;
  const one = recipients.length === 1 && people.has(noun.kind) && before?.sentence !== sentence;
  return { noun: one ? noun : null, sentence };
}

export function takenBefore(doc: Doc, chunks: readonly Chunk[], h: Happening, sentence: number, taken: Taken | null): void {
  if (taken?.noun == null || taken.sentence !== sentence - 1 || !after.has(h.types[0]) || !h.finite) return;
  if (h.recipients.length + h.figures.length > 0) return;
  const { object } = chunks[h.chunk];
  const next = chunks[h.chunk + 1];
  const own = doc.info[h.start].pronoun ?? (object >= 0 ? doc.info[object].pronoun : null);
  const pronoun = own ?? (next?.kind === 'case' ? doc.info[next.start].pronoun : null);
  if (pronoun === null || !fits(pronoun, taken.noun)) return;
  h.recipients.push(taken.noun);
  h.rules.push('event.pronoun-object');
}

function fits(pronoun: string, { count, features }: NounPhrase): boolean {
  const many = count !== null ? count.high !== 1 : features?.number !== 'sg';
  if (pronoun === '3ms') return !many && features?.gender !== 'f';
  if (pronoun === '3fs') return !many && features?.gender === 'f';
  return many && (pronoun === '3mp' || pronoun === '3fp' || pronoun === '3d');
}
