/** Places that a clause tells of in other words than "in X": "the town in which five were killed", "blasts struck the capital". */
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { isAttack } from './families.ts';
import type { Happening } from './happening.ts';
import { type Gazetteer, isTownOfWords, nameAt, type PlacePhrase } from './place-names.ts';
import { readPlace } from './place-phrases.ts';
import { isNamed } from './placing.ts';
import { featuresOf, field, nodeOf } from './words.ts';

const ties: ReadonlySet<string> = new Set(['in', 'on', 'from', 'to']);
/** Chunks behind the happening in which the pronoun may still stand. */
const BEHIND = 8;

/** The place before a relative clause that takes it up with a pronoun: "X, where (in it) Y was killed". */
export function resumed(doc: Doc, chunks: readonly Chunk[], h: Happening): { chunk: number; place: PlacePhrase } | null {
  const first = Math.min(...h.parts);
  let r = first - 1;
  while (r >= 0 && chunks[r].kind !== 'relative') {
    const { kind, mark, finite } = chunks[r];
    if (kind === 'contrast' || kind === 'reset' || kind === 'result' || (kind === 'mark' && mark !== 'comma')) return null;
    // the clause tells of something else first
    if ((kind === 'event' || kind === 'light' || kind === 'verb') && finite && !h.parts.includes(r) && r !== h.light) return null;
    r--;
  }
  if (r < 1) return null;
  const { place } = chunks[r - 1];
  if (place === null || !isNamed(place)) return null;
  for (let k = r + 1; k < chunks.length && k <= Math.max(...h.parts) + BEHIND; k++) {
    const { kind, start } = chunks[k];
    if (kind === 'relative' || kind === 'contrast' || kind === 'result') return null;
    if (doc.info[start].pronoun === null) continue;
    // "in it" in one word or two
    if (ties.has(field(nodeOf(doc, start, 'case'), 'role') ?? '') || kind === 'pronoun') return { chunk: r - 1, place };
  }
  return null;
}

/** Chunks behind the happening in which "it" stands. */
const NEAR = 4;

/** "entered the town of X, before the army regained control | of it": the place named last that the pronoun agrees with. */
export function meantByPronoun(
  doc: Doc,
  chunks: readonly Chunk[],
  h: Happening,
  named: readonly PlacePhrase[],
): PlacePhrase | null {
  if (h.types[0] !== 'territory') return null;
  const last = Math.max(...h.parts);
  for (let k = last + 1; k < chunks.length && k <= last + NEAR; k++) {
    const { kind, mark, start, finite } = chunks[k];
    if (finite || kind === 'mark' || kind === 'place') return null;
    if (kind !== 'case' || mark !== 'on') continue;
    const { pronoun } = doc.info[start];
    if (pronoun !== '3fs' && pronoun !== '3ms') return null;
    return named.findLast((place) => agreesWithPlace(doc, place, pronoun === '3fs' ? 'f' : 'm')) ?? null;
  }
  return null;
}

/** Towns are feminine; a quarter, a camp or a base is what its class word is. */
export function agreesWithPlace(doc: Doc, { start, levels, anaphor }: PlacePhrase, gender: 'm' | 'f'): boolean {
  if (anaphor !== null || levels[0].end === levels[0].start) return false;
  const node = nodeOf(doc, start, 'place-class');
  const features = node === null ? null : featuresOf(node);
  return (features === null || features.gender === null ? 'f' : features.number === 'pl' ? 'f' : features.gender) === gender;
}

const nameEnd = (doc: Doc, { start, end }: { start: number; end: number }, gazetteer: Gazetteer): boolean =>
  start + (nameAt(doc, start, end, gazetteer)?.length ?? 0) === end;

const cities: ReadonlySet<string> = new Set(['city', 'town']);

/** A city that is hit is where it was hit, though its name may stand for its government, or be like that of a man ("Umm Durman"): takes it from those hit. */
export function struckCity(doc: Doc, h: Happening, gazetteer: Gazetteer): PlacePhrase | null {
  if (!isAttack(h)) return null;
  for (const noun of h.recipients) {
    // "Umm Durman | underwent | shelling": nobody of that name is counted, and the name ends with the town
    const town = h.light >= 0 && h.figures.every((f) => f.noun !== noun) && isTownOfWords(doc, noun.start, noun.end, gazetteer);
    const named = noun.kind === 'actor' ? field(noun.node, 'kind') === 'state' : town && nameEnd(doc, noun, gazetteer);
    if (!named || noun.count !== null) continue;
    const place = readPlace(doc, noun.start, noun.end, gazetteer, false);
    if (place === null || place.end < noun.end) continue;
    if (!place.levels[0].rows.some((row) => cities.has(gazetteer.kindOf(row)))) continue;
    h.recipients = h.recipients.filter((r) => r !== noun);
    return place;
  }
  return null;
}
