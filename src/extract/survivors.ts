/** "fell" and "survived": a town that falls is lost to somebody, and who survives an attempt on his life is whom it was aimed at. */
import { BI, LI } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import { isCapital } from './parties.ts';
import { eventSense } from './senses.ts';
import { add, facility } from './sites.ts';
import { field, nodeOf, senseOf } from './words.ts';

/** "the town left | (from) the control of the army": it is theirs no more. */
function leavesHands(chunks: readonly Chunk[], k: number, { finite, types, actors, sense }: Happening): boolean {
  if (finite || types[0] !== 'territory' || sense!.of !== 'actor' || actors.length === 0) return false;
  const { kind, mark } = chunks[k - 1] ?? { kind: 'mark', mark: '' };
  if (kind !== 'case' || (mark !== 'about' && mark !== 'from')) return false;
  for (let j = k - 2; j >= 0 && j >= k - 5; j--) {
    if (chunks[j].kind === 'place' || chunks[j].kind === 'noun' || chunks[j].kind === 'date') continue;
    const left = chunks[j].kind === 'event' ? senseOf(chunks[j].node) : null;
    return left !== null && eventSense(left).types[0] === 'displacement';
  }
  return false;
}

/** "the city fell to the rebels", "the fall of the city at the hands of": right behind its verb the place is what fell; nobody is killed by that. */
export function townFalls(doc: Doc, chunks: readonly Chunk[], k: number, h: Happening): void {
  if (leavesHands(chunks, k, h)) {
    h.recipients.push(...h.actors.splice(0));
    h.rules.push('event.town-falls');
    return;
  }
  const { outcome } = h;
  if (outcome !== 'killed' && !(outcome === 'captured' && h.sense?.needs != null)) return;
  const [first] = h.recipients;
  if (
    outcome === 'killed' &&
    first !== undefined &&
    h.recipients.length === 1 &&
    first.count === null &&
    nodeOf(doc, first.start, 'regime') !== null &&
    nodeOf(doc, first.start, 'person') === null
  ) {
    // "the fall of the regime"
    h.types = ['other'];
    h.outcome = null;
    return;
  }
  // "the town fell into the grip of the rebels", "the fall of the town into": who falls there is taken
  const toWhom = h.rules.includes('event.agent-marker') && field(h.node, 'falls') === 'yes';
  // "Kabul fell into the hands of": the capital, and not the state of that name
  const capital = toWhom && first !== undefined && isCapital(first);
  if ((first !== undefined && !capital) || (outcome === 'killed' && !(h.weak && (h.finite || toWhom)))) return;
  const behind = chunks[k + 1];
  // a headline has the town before its verb
  const before = toWhom && h.finite && behind?.kind === 'agent' && isHead(chunks, k - 1) ? chunks[k - 1] : behind;
  if (capital) facility(h, h.recipients.shift()!, 'at');
  else if (before?.kind !== 'place' || before.bits & (BI | LI)) return;
  else if (before !== behind) add(h, 'at', before.place!);
  h.types = ['territory'];
  h.outcome = null;
  h.rules.push('event.town-falls');
}

const isHead = (chunks: readonly Chunk[], k: number): boolean =>
  chunks[k - 1] === undefined || chunks[k - 1].kind === 'mark' || chunks[k - 1].kind === 'that';

/** "the deputy survived | from | an attempt | to kill" */
export function survivesIt(chunks: readonly Chunk[], k: number, h: Happening, before: readonly Happening[]): void {
  const survived = before.at(-1);
  if (survived === undefined || h.finite || h.recipients.length > 0 || field(survived.node, 'survives') !== 'yes') return;
  const first = chunks[k - 1]?.kind === 'unreal' ? k - 1 : k;
  if (chunks[first - 1]?.mark !== 'from' || first - 1 - survived.chunk > 3) return;
  h.recipients.push(...survived.recipients);
  h.rules.push('event.survived');
}
