/**
 * Doers that the words of a happening leave out: "and bombed a depot" (whoever bombed before), "established its control" (the subject of the sentence),
 * "said that it had shelled" (the source), battles whose sides are named only by their dead.
 */
import { BI, KA, LI } from '../lexicon/analyze.ts';
import type { Attributed } from './attribution.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import type { NounPhrase } from './noun-parts.ts';
import { isArmed, isForce } from './parties.ts';
import type { Sentence } from './sentences.ts';
import { featuresOf, field, hasPronoun } from './words.ts';

export type Doers = { actors: NounPhrase[]; sentence: number };
export const newDoers = (): Doers => ({ actors: [], sentence: -9 });

/** How many sentences a doer that is left out may lie back. */
const REACH = 2;

const owned: ReadonlySet<string> = new Set([
  'territory',
  'force-movement',
  'armed-clash',
  'attack',
  'air-strike',
  'shelling',
  'bombing',
  'suicide-bombing',
  'detention',
  'execution',
  'destruction',
]);

export function fillDoer(
  doc: Doc,
  chunks: readonly Chunk[],
  h: Happening,
  attributed: Attributed,
  sentence: Sentence,
  doers: Doers,
): void {
  if (h.actors.length === 0 && wantsDoer(doc, h)) {
    const found =
      sourceItself(doc, chunks, h, attributed) ??
      subjectInSentence(doc, chunks, h, attributed) ??
      (sentence.index - doers.sentence <= REACH ? doers.actors : []);
    if (found.length > 0) {
      h.actors.push(...found.filter((a) => !h.recipients.some((r) => r.start === a.start)));
      h.rules.push('event.doer-left-out');
    }
  }
  if (h.types[0] === 'armed-clash' && h.actors.length === 0) sidesFromVictims(h);
  if (h.actors.length > 0 && h.actors.some((a) => isForce(doc, a))) {
    doers.actors = h.actors.slice(0, 3);
    doers.sentence = sentence.index;
  }
}

/** An active verb without its subject, or a verbal noun with "its": somebody did it and is not named here. */
function wantsDoer(doc: Doc, h: Happening): boolean {
  if (h.sense === null || h.sense.subject !== 'actor' || !owned.has(h.types[0])) return false;
  const known = h.rules.some(
    (r) =>
      r === 'event.passive' || r === 'event.subject-passive' || r === 'event.verb-object-passive' || r === 'event.same-attack',
  );
  if (known) return false;
  if (h.light >= 0) return h.rules.includes('event.light-without-subject');
  if (h.finite) {
    const features = featuresOf(h.node!);
    if (features?.voice === 'passive') return false;
    return h.outcome === null || doc.info[h.start].pronoun !== null;
  }
  return (
    doc.info[h.start].pronoun !== null &&
    (h.sense.of === 'actor' ||
      h.types[0] === 'territory' ||
      h.types[0] === 'armed-clash' ||
      h.types[0] === 'attack' ||
      h.types[0] === 'air-strike')
  );
}

/** "announced that it shelled": the pronoun on the particle is the source. */
function sourceItself(doc: Doc, chunks: readonly Chunk[], h: Happening, attributed: Attributed): NounPhrase[] | null {
  if (h.frame < 0) return null;
  for (let k = h.chunk - 1; k >= 0 && k >= h.chunk - 4; k--) {
    if (chunks[k].kind === 'that') {
      if (!hasPronoun(doc, chunks[k].start)) return null;
      const noun = attributed.frames[h.frame]?.chain.at(-1)?.noun ?? null;
      return noun === null ? null : [noun];
    }
    if (chunks[k].kind === 'noun' || chunks[k].kind === 'event' || chunks[k].kind === 'contrast') return null;
  }
  return null;
}

function subjectInSentence(doc: Doc, chunks: readonly Chunk[], h: Happening, attributed: Attributed): NounPhrase[] | null {
  for (let k = h.chunk - 1; k >= 0; k--) {
    const chunk = chunks[k];
    if (
      chunk.kind === 'contrast' ||
      chunk.kind === 'reset' ||
      chunk.kind === 'that' ||
      (chunk.kind === 'mark' && chunk.mark === 'colon')
    )
      return null;
    if (chunk.kind !== 'noun' || chunk.noun === null || attributed.used[k]) continue;
    if (chunk.bits & (BI | LI | KA) || (k > 0 && (chunks[k - 1].kind === 'case' || chunks[k - 1].kind === 'cause'))) continue;
    if (
      !isForce(doc, chunk.noun) ||
      field(chunk.noun.actor, 'kind') === 'state' ||
      h.recipients.some((r) => r.start === chunk.noun!.start)
    )
      continue;
    const nouns = [chunk.noun];
    // "the army and the resistance": the phrases joined before it belong to it
    for (
      let j = k - 1;
      j >= 0 && chunks[j].kind === 'noun' && chunks[j].noun !== null && doc.bits[chunks[j + 1].noun!.start] & 3;
      j--
    )
      nouns.unshift(chunks[j].noun!);
    return nouns;
  }
  return null;
}

/** "nine of the militia and two of the resistance were killed in battles": the sides of the battle. */
function sidesFromVictims(h: Happening): void {
  for (const figure of h.figures) {
    const { noun } = figure;
    if (noun.actor === null || (noun.person !== null && !isArmed(noun) && noun.kind !== 'actor')) continue;
    const start = noun.count === null ? noun.start : Math.max(noun.head, noun.start);
    if (start >= noun.end || h.actors.some((a) => a.actor?.value === noun.actor!.value)) continue;
    h.actors.push({ ...noun, start, count: null });
  }
  if (h.actors.length > 0) h.rules.push('event.sides-from-victims');
}
