/** Numbers that count deeds and things, told where people are counted too: "two were killed, and the number of raids reached 9". */
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { eventSense } from './senses.ts';
import { featuresOf, field, hasConjunction, isDefinite, isWord, looseOfToken, nodeOf, senseOf } from './words.ts';

/** How far before the number the words that say what is counted may stand, in chunks. */
const REACH = 12;

/** The bare number at chunk `k` is that of the raids, the houses, the villages whose number is named before it. */
export function countsThings(doc: Doc, chunks: readonly Chunk[], k: number): boolean {
  const noun = chunks[k].noun!;
  if (noun.kind !== 'number' || noun.count === null) return false;
  // "in 98 | strikes"
  const next = chunks[k + 1];
  const deed = next?.kind === 'event' && next.bits === 0 && !next.finite && next.start === noun.end;
  if (deed && eventSense(senseOf(next.node)!).outcome === null)
    if (chunks[k - 1]?.kind === 'case' || areSoMany(doc, noun.count.low, next)) return true;
  if (countsSomeOfThings(doc, chunks, k)) return true;
  for (let j = k - 1; j >= 0 && j >= k - REACH; j--) {
    const chunk = chunks[j];
    for (let i = chunk.end - 1; i >= chunk.start; i--)
      if (isWord(doc, i) && field(nodeOf(doc, i, 'total'), 'of') === 'next')
        return isThing(doc, i + 1 < chunk.end ? chunk : chunks[j + 1], i + 1);
    if (ends.has(chunk.kind) || chunk.noun?.count != null || (chunk.finite && hasConjunction(doc, chunk.start))) return false;
  }
  return false;
}

/** "4 massacres", "12 massacre(s)": a plural behind a small number, a singular with the ending of a counted one behind a greater. */
function areSoMany(doc: Doc, low: number, { start, node }: Chunk): boolean {
  if (isDefinite(doc, start) || doc.info[start].pronoun !== null) return false;
  const plural = featuresOf(node!)?.number === 'pl';
  return low < 3 ? false : low <= 10 ? plural : !plural && (/[\u0627\u0647]$/u.test(looseOfToken(doc, start)) || low > 99);
}

/** "three raids, two of which (of them) fell on farmland": some of the things counted last. */
function countsSomeOfThings(doc: Doc, chunks: readonly Chunk[], k: number): boolean {
  if (chunks[k + 1]?.kind !== 'among' || !looseOfToken(doc, chunks[k + 1].start).endsWith(ITS)) return false;
  for (let j = k - 1; j >= 0 && j >= k - REACH; j--) {
    const { noun, kind } = chunks[j];
    if (kind === 'noun' && noun?.kind === 'outcome') return false;
    if (noun?.count == null) continue;
    return noun.kind === 'thing' || (noun.kind === 'number' && chunks[j + 1].kind === 'event' && !chunks[j + 1].finite);
  }
  return false;
}

/** -ha */
const ITS = '\u0647\u0627';

const ends: ReadonlySet<string> = new Set(['contrast', 'reset', 'that', 'say', 'result']);

/** What stands at token `i`, in or at the head of the chunk, is a deed that befalls nobody, or no word for people. */
function isThing(doc: Doc, chunk: Chunk | undefined, i: number): boolean {
  if (chunk === undefined || i >= chunk.end || (i > chunk.start && chunk.kind === 'noun' && chunk.noun?.kind === 'number'))
    return false;
  if (doc.at[i].some(({ kind }) => people.has(kind))) return false;
  if (chunk.kind === 'event' && chunk.start === i) {
    const sense = senseOf(chunk.node);
    return !chunk.finite && sense !== null && eventSense(sense).outcome === null;
  }
  if (chunk.kind !== 'noun' && chunk.kind !== 'place') return false;
  // an adjective of the number itself ("the overall number of") names nothing yet
  const own = nodeOf(doc, i, 'thing') ?? nodeOf(doc, i, 'event');
  if (own === null && i > chunk.start && doc.at[i].some((node) => node.word !== null && featuresOf(node)?.pos === 'adjective'))
    return false;
  const kind = chunk.noun?.kind ?? 'place';
  return kind === 'thing' || kind === 'place' || kind === 'other' || kind === 'source' || chunk.kind === 'place';
}

const people: ReadonlySet<string> = new Set([
  'person',
  'outcome',
  'actor',
  'title',
  'nationality',
  'given-name',
  'total',
  'case',
]);

/** "the number | at 105", "the toll | at more than 50": nothing but the number behind it says of whom. */
export function tellsNumber(doc: Doc, chunks: readonly Chunk[], j: number): boolean {
  const { start, end, noun } = chunks[j];
  const next = chunks[j + 1];
  if (noun === null || noun.count !== null || end !== start + 1 || nodeOf(doc, start, 'total') === null) return false;
  return next?.noun?.count != null && next.noun.countNode !== null && !hasConjunction(doc, next.start) && isDefinite(doc, start);
}
