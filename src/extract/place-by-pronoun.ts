/** "took the town of X. Ten were killed in it", "and shelled it", "then withdrew from it": the place of the sentence before that a pronoun takes up. */
import type { EventType } from '../claim/reading.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening, LocatedPlace } from './happening.ts';
import type { PlacePhrase } from './place-names.ts';
import { agreesWithPlace } from './place-taken-up.ts';
import { movement } from './sites.ts';
import { looseOfToken } from './words.ts';

/** What strikes or takes a place that it has for its object. */
const struck: ReadonlySet<EventType> = new Set<EventType>(['territory', 'shelling', 'air-strike']);

/** Role of the place that the pronoun of a happening takes up; null where none does. */
export function roleByPronoun(doc: Doc, chunks: readonly Chunk[], h: Happening, place: PlacePhrase): LocatedPlace['role'] | null {
  if (
    h.recipients.length === 0 &&
    h.finite &&
    h.light < 0 &&
    struck.has(h.types[0]) &&
    doc.info[h.start].pronoun !== null &&
    fits(doc, place, h.start)
  )
    return 'at';
  const next = chunks[h.chunk + 1];
  if (next === undefined || next.end !== next.start + 1 || !fits(doc, place, next.start)) return null;
  if (next.kind === 'case' && next.mark === 'in' && !movement(h)) return 'at';
  // "withdrew | from it" is written like "of them"
  const from = next.kind === 'among' || (next.kind === 'case' && next.mark === 'from');
  return from && movement(h) ? 'from' : null;
}

function fits(doc: Doc, place: PlacePhrase, i: number): boolean {
  // "from it" is one word of the list of "of them"
  const pronoun = doc.info[i].pronoun ?? (looseOfToken(doc, i).endsWith(ITS) ? '3fs' : null);
  return (pronoun === '3fs' || pronoun === '3ms') && agreesWithPlace(doc, place, pronoun === '3fs' ? 'f' : 'm');
}

/** "-ha" */
const ITS = '\u0647\u0627';
