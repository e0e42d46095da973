/** What went off had been lying there: "the explosion of a shell of the remnants of X", "went off a cluster bomb that X had left". */
import { BI, LI } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { doersAt } from './doer-clauses.ts';
import type { Happening } from './happening.ts';
import type { NounPhrase } from './noun-parts.ts';
import { setType } from './type-by-means.ts';
import { field, hasConjunction, nodeOf } from './words.ts';

/** How far behind an explosion the words for what went off may stand, in chunks. */
const REACH = 8;

/** Whoever left it laid it; the word for remnants is nobody's. */
export function leftBehind(doc: Doc, chunks: readonly Chunk[], h: Happening): void {
  h.actors = h.actors.filter(({ node }) => field(node, 'remnant') !== 'yes');
  if (h.types[0] === 'mine') laidBy(doc, chunks, h);
  if (h.types[0] !== 'bombing') return;
  let munition = false;
  for (let k = h.chunk + 1; k < chunks.length && k <= h.chunk + REACH; k++) {
    const { kind, noun, mark, finite, bits } = chunks[k];
    if (kind === 'noun') {
      const owner = ownerOfRemnant(doc, chunks, k, munition);
      if (owner >= 0 || (!h.finite && noun!.kind === 'thing' && field(noun!.node, 'type') === 'mine')) setType(h, 'mine');
      if (owner >= 0) h.actors = h.actors.filter((a) => a.start < owner || a.start >= chunks[k].end);
      if (owner >= 0) leftBy(h, ownerAt(noun!, owner));
      // "went off | with a farmer | a bomb"
      if ((bits & (BI | LI)) === 0) munition ||= explosives.has(field(noun!.node, 'category') ?? '');
    } else if (kind === 'result' && munition && isLeft(doc, chunks[k])) {
      setType(h, 'mine');
      leftBy(h, doersAt(doc, chunks, k + 1)?.nouns[0] ?? null);
      return;
    } else if (kind === 'negation' || (kind === 'verb' && chunks[k - 1].kind === 'negation')) {
      // "that did not go off"
    } else if (finite || !(kind === 'pronoun' || kind === 'relative' || (kind === 'case' && mark === 'from'))) return;
  }
}

/** "a mine | of | remnants of X", "a mine | that X left". */
function laidBy(doc: Doc, chunks: readonly Chunk[], h: Happening): void {
  for (let k = h.chunk + 1; h.actors.length === 0 && k < chunks.length && k <= h.chunk + REACH; k++) {
    const { kind, noun, mark, finite } = chunks[k];
    const owner = kind === 'noun' ? ownerOfRemnant(doc, chunks, k, true) : -1;
    const left = kind === 'result' && isLeft(doc, chunks[k]);
    if (owner >= 0 || left) {
      leftBy(h, left ? (doersAt(doc, chunks, k + 1)?.nouns[0] ?? null) : ownerAt(noun!, owner));
      return;
    }
    const mine = (kind === 'event' && !finite) || kind === 'noun';
    if (!mine && kind !== 'pronoun' && kind !== 'relative' && !(kind === 'case' && mark === 'from')) return;
  }
}

/** Whoever left it laid it, where nobody else is told to have done so. */
function leftBy(h: Happening, doer: NounPhrase | null): void {
  if (doer === null || h.actors.length > 0) return;
  h.actors.push(doer);
  h.rules.push('event.left-by');
}

/** "remnants | of X" */
const ownerAt = (noun: NounPhrase, at: number): NounPhrase | null =>
  noun.actor !== null && noun.actor.start === at
    ? { ...noun, start: at, head: at, kind: 'actor', node: noun.actor, person: null, count: null }
    : null;

const explosives: ReadonlySet<string> = new Set(['munition', 'weapon']);

/** The first token behind "remnants of" within the words, or behind the one word "remains" where it follows a munition "from"; -1 without it. */
function ownerOfRemnant(doc: Doc, chunks: readonly Chunk[], k: number, munition: boolean): number {
  const { start, end } = chunks[k];
  for (let t = start; t < end; t++) if (field(nodeOf(doc, t, 'thing'), 'remnant') === 'yes') return t + 1;
  const from = munition && chunks[k - 1].kind === 'case' && chunks[k - 1].mark === 'from';
  return from && field(nodeOf(doc, start, 'loaded'), 'label') === 'remnants' ? start + 1 : -1;
}

/** "that X left (it)" */
export const isLeft = (doc: Doc, { node, start }: Chunk): boolean =>
  field(node, 'leaves') === 'yes' && doc.info[start].pronoun !== null && !hasConjunction(doc, start);
