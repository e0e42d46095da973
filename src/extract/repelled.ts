/** Armed moves by how they end. "repelled an attempt of X to advance": the attempt was made and beaten back; "foiled an attempt to kill him" tells of no attack. */
import { LI } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import { eventSense } from './senses.ts';
import { featuresOf, field, senseOf } from './words.ts';

const moves: ReadonlySet<string> = new Set(['territory', 'force-movement']);
const acts: ReadonlySet<string> = new Set(['light', 'event', 'say', 'that']);

/**
 * Whether the attempt stands behind a verb of beating back and is one of an armed move. Then the deed takes over the preposition of the attempt, and a verb that
 * elsewhere stops arms and plots ("foiled") lends it its subject.
 */
export function takeRepelled(doc: Doc, { node, start, end }: Chunk, before: readonly Chunk[]): boolean {
  if (field(node, 'kind') !== 'attempt' || end >= doc.length) return false;
  const verb = before.findLast(({ kind }) => acts.has(kind));
  if (verb === undefined || field(verb.node, 'repels') !== 'yes') return false;
  const armed = doc.at[end].some((n) => {
    const sense = n.kind === 'event' ? senseOf(n) : null;
    const types = sense === null ? [] : eventSense(sense).types;
    return types.includes('armed-clash') || (types.length > 0 && moves.has(types[0]));
  });
  if (!armed) return false;
  lend(doc, verb);
  doc.bits[end] |= doc.bits[start] & LI;
  return true;
}

/** "foiled | the fighters | the advance of X": the move itself stands behind the verb or its subject. */
export function repelsMove(doc: Doc, { finite, node, bits, start }: Chunk, before: readonly Chunk[]): void {
  const sense = finite || bits !== 0 ? null : senseOf(node);
  const type = sense === null ? undefined : eventSense(sense).types[0];
  // "foiled an attack on the church": that may have been a plot
  if (type === undefined || !(type === 'armed-clash' || moves.has(type))) return;
  const last = before.at(-1);
  const verb = last?.kind === 'noun' && last.end === start ? before.at(-2) : last;
  if (verb?.kind === 'event' && verb.finite && field(verb.node, 'repels') === 'yes') lend(doc, verb);
}

/** The verb lends the deed behind it its subject. */
function lend(doc: Doc, verb: Chunk): void {
  const light = doc.at[verb.start].find((n) => n.kind === 'light' && featuresOf(n)?.pos === featuresOf(verb.node!)?.pos);
  if (verb.kind !== 'event' || light === undefined) return;
  verb.kind = 'light';
  verb.node = light;
}

/** The rule of a move that was beaten back. */
export const BEATEN_OFF = 'event.beaten-off';

/** "repelled an advance of X": no ground was taken; they fought. */
export const isBeatenOff = ({ node }: Chunk, { types }: Happening): boolean =>
  field(node, 'repels') === 'yes' && moves.has(types[0]) && types.includes('force-movement');

/** "a patrol fell | into | an ambush": whoever fell into it. */
export const fallsInto = (chunks: readonly Chunk[], k: number, j: number, { types, definite }: Happening): boolean =>
  types[0] === 'armed-clash' &&
  !definite &&
  field(chunks[j].node, 'falls-into') === 'yes' &&
  chunks[k - 1].kind === 'case' &&
  chunks[k - 1].mark === 'in';
