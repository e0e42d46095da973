/** "a charge that was laid under the car of an officer went off", "fixed to a bus": what a bomb was hidden in or under is what it struck. */
import { BI } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import type { NounPhrase } from './noun-parts.ts';
import { coordinated, weaponry } from './parties.ts';
import { field } from './words.ts';

/** How far behind the word of the blast it may be told how the bomb was laid, in chunks. */
const REACH = 6;
const passed: ReadonlySet<string> = new Set(['event', 'noun', 'was', 'relative', 'word']);
const within: ReadonlySet<string> = new Set(['in', 'other', 'beside']);

/** Gives a blast the vehicle or the building that its bomb was laid in. */
export function plantedIn(doc: Doc, chunks: readonly Chunk[], h: Happening): void {
  if (!weaponry.has(h.types[0]) || h.recipients.some(({ kind }) => kind === 'thing')) return;
  for (let k = h.chunk + 1; k < chunks.length && k <= h.chunk + REACH; k++) {
    if (isLaid(doc, chunks[k])) {
      strikes(doc, chunks, k, h);
      return;
    }
    const { kind, finite, noun } = chunks[k];
    if (!passed.has(kind) || finite || (kind === 'noun' && field(noun!.node, 'means') !== 'yes')) return;
  }
}

function strikes(doc: Doc, chunks: readonly Chunk[], k: number, h: Happening): void {
  // "that | unknown men | laid"
  const layer = chunks[k + 1]?.kind === 'noun' && !(chunks[k + 1].bits & BI) ? chunks[k + 1].noun! : null;
  const next = layer === null ? k + 1 : k + 2;
  const { kind, mark } = chunks[next] ?? { kind: 'mark', mark: '' };
  const at = kind === 'case' && within.has(mark) ? next + 1 : next;
  const hit = chunks[at];
  if (hit?.noun == null || (at === next && !(hit.bits & BI)) || !isHidingPlace(hit.noun)) return;
  if (layer !== null && layer.kind === 'person' && h.actors.length === 0) h.actors.push(layer);
  h.recipients.push(...coordinated(doc, chunks, at, null).nouns);
  h.rules.push('event.laid-in');
}

const isLaid = (doc: Doc, { start }: Chunk): boolean =>
  doc.at[start].some((n) => (n.kind === 'verb' && field(n, 'lays') === 'yes') || field(n, 'laid') === 'yes');

const isHidingPlace = ({ kind, node }: NounPhrase): boolean =>
  kind === 'thing' && (field(node, 'category') === 'vehicle' || field(node, 'home') === 'yes');
