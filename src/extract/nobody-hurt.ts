/** Of "any" single one nobody was: "no soldier was hurt", "without any civilian being killed". */
import { harmful } from '../claim/outcomes.ts';
import type { Chunk } from './chunk.ts';
import { outcomeOfNoun } from './count-of.ts';
import type { Doc } from './doc.ts';
import { isAttack } from './families.ts';
import { unnamed } from './figure-joint.ts';
import { type FigureDraft, type Happening, newFigure } from './happening.ts';
import { whoOf } from './who-of.ts';
import { field, nodeOf } from './words.ts';

/** The rule that marks a happening which befell nobody. */
const OF_NOBODY = 'event.of-nobody';

/** How many chunks may stand between the negation and "any". */
const WITHIN = 7;

/** "any" stands right before a noun that is not counted; who denies that any was killed tells of one. */
export function isAnyone(doc: Doc, chunks: readonly Chunk[], k: number): boolean {
  const any = chunks[k - 1];
  const { noun } = chunks[k];
  if (chunks.slice(0, k).some((c) => c.kind === 'say' && field(c.node, 'act') === 'deny')) return false;
  return (
    any?.kind === 'word' &&
    noun !== null &&
    any.end === noun.start &&
    noun.count === null &&
    nodeOf(doc, any.start, 'any') !== null
  );
}

/** "(not) any dead or wounded fell on the side of X": a zero, and the chunk its words end with; null where it is left open whether there was one. */
export function nobodyOfAny(
  doc: Doc,
  chunks: readonly Chunk[],
  k: number,
  owner: Happening | null,
): { figure: FigureDraft; last: number } | null {
  const noun = chunks[k].noun!;
  const own = outcomeOfNoun(noun) ?? owner?.outcome ?? null;
  if (own === null || !harmful.has(own) || !isDenied(chunks, k)) return null;
  const other = chunks[k + 1]?.kind === 'word' ? (chunks[k + 2]?.noun ?? null) : null;
  const next = other?.kind === 'outcome' && other.count === null ? outcomeOfNoun(other) : null;
  const last = next !== null && harmful.has(next) ? k + 2 : k;
  const outcome = last > k && next !== own ? 'killed-or-injured' : own;
  const { start } = noun;
  const { end } = chunks[last];
  const figure = newFigure({ low: 0, high: 0, mod: 'zero', start, end }, outcome, unnamed(start, end), k);
  figure.who = whoOf(doc, noun);
  if (owner?.finite === true) owner.rules.push(OF_NOBODY);
  return { figure, last };
}

/** The one verb of the clause is denied: "did not", "without that". */
function isDenied(chunks: readonly Chunk[], k: number): boolean {
  let verb = false;
  for (let j = k - 2; j >= 0 && j >= k - WITHIN; j--) {
    const { kind, finite } = chunks[j];
    if (kind === 'negation') return verb;
    if (kind === 'that') return verb && chunks[j - 1]?.kind === 'case' && chunks[j - 1].mark === 'without';
    if (kind === 'event' || kind === 'verb' || kind === 'light' || kind === 'result') {
      if (verb || !finite) return false;
      verb = true;
    } else if (kind === 'mark' || kind === 'contrast' || kind === 'reset' || kind === 'say') return false;
  }
  return false;
}

/** Without what befell nobody, where an attack is told of beside it. */
export function withoutNobody(found: readonly Happening[]): Happening[] {
  return found.filter(
    (h) =>
      !h.rules.includes(OF_NOBODY) ||
      h.figures.length > 0 ||
      !found.some((other) => other !== h && other.frame === h.frame && !other.rules.includes(OF_NOBODY) && isAttack(other)),
  );
}
