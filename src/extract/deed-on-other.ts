/**
 * "Iran threatened the shelling of Israel", "the group claimed the shelling of the brigade": a verbal noun takes its doer and its target alike, so who is named
 * behind it did not do what somebody else claims, denies or threatens to have done. Whose shelling a party announces without claiming it is not known.
 */

import type { Sense } from '../lexicon/lexicon.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Frame } from './frame.ts';
import type { Happening } from './happening.ts';
import { isForce } from './parties.ts';
import { attackTypes } from './senses.ts';
import { idOf } from './sources.ts';
import { bodyOfSpokesman } from './spokesman.ts';
import { isState } from './subject-pronoun.ts';
import { field } from './words.ts';

/** The rule of a deed of which nobody is known to be the doer. */
export const UNCLAIMED = 'event.deed-unclaimed';

/** What is said of the deeds of others. */
const ofOthers: ReadonlySet<string> = new Set(['condemn', 'accuse', 'demand', 'document']);

export function deedOnOther(doc: Doc, chunks: readonly Chunk[], h: Happening, frame: Frame): void {
  if (h.finite || h.actors.length !== 1 || h.recipients.length > 0 || !h.rules.includes('event.noun-of-actor')) return;
  const [target] = h.actors;
  if (!attackTypes.has(h.types[0]) || target.start !== chunks[h.chunk].end || frame.verb < 0 || frame.verb > h.chunk) return;
  const source = frame.chain.at(-1)?.noun ?? null;
  const act = field(chunks[frame.verb].node, 'act');
  if (source === null || frame.stance === 'accused' || (act !== undefined && ofOthers.has(act))) return;
  const speaker = bodyOfSpokesman(doc, source) ?? source;
  if (!(isForce(doc, speaker) || isState(speaker)) || isSame(speaker.actor?.value, target.actor?.value)) return;
  const claims = frame.ownDeed || frame.stance === 'denied' || field(chunks[frame.verb].node, 'admits') === 'yes';
  // "X announced the shelling by Y of a town"
  const next = chunks.find(({ start }) => start === target.end);
  if (!claims && (h.places.length > 0 || next?.kind === 'place' || next?.noun != null)) return;
  h.actors = claims ? [speaker] : [];
  if (claims && !isState(target)) h.recipients.push(target);
  h.rules.push(claims ? 'event.deed-on-other' : UNCLAIMED);
}

const isSame = (a: unknown, b: unknown): boolean => a != null && b != null && idOf(a as Sense) === idOf(b as Sense);
