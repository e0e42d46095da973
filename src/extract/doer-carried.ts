/** Doers carried from an earlier telling: "another raid", "they killed seven": whoever did the like just before, unless a new topic begins. */

import type { Doc } from './doc.ts';
import { compatible, otherPlace } from './families.ts';
import type { Happening } from './happening.ts';
import { isForce, sameActor } from './parties.ts';
import { attackTypes } from './senses.ts';
import { sameChain } from './sources.ts';
import type { Telling } from './story.ts';
import { nodeOf } from './words.ts';

/** How many sentences, and how many tellings, a doer may lie back. */
const NEAR = 4;
const MEMORY = 6;

export function carryDoer(doc: Doc, told: readonly Telling[], now: Telling): void {
  const { h } = now;
  if (h.actors.length > 0 || now.sentence.headline || beginsTopic(doc, now)) return;
  const plural = h.rules.includes('event.plural-verb-object');
  if (!plural && !attackTypes.has(h.types[0])) return;
  const again = isAnother(doc, h);
  if (!plural && !again) return;
  const flown = h.types[0] === 'air-strike' || h.types[0] === 'shelling';
  // "in another attack" whoever made it; a raid is rather one of those whose planes fly
  if (!plural && now.turns && !flown) return;
  for (let k = told.length - 1; k >= 0 && k >= told.length - MEMORY; k--) {
    const earlier = told[k];
    const distance = now.sentence.index - earlier.sentence.index;
    if (distance > NEAR) return;
    if (earlier.sentence.headline || earlier.judged.reality === 'unreal') continue;
    const doers = earlier.h.actors.filter((a) => isForce(doc, a) && !h.recipients.some((r) => r.start === a.start));
    const alike = compatible(earlier.h.types[0], h.types[0]);
    if (alike && doers.length === 0) {
      // somebody unknown did the like last
      if (earlier.h.types[0] === h.types[0]) return;
      continue;
    }
    if (doers.length === 0 || doers.length !== earlier.h.actors.length) continue;
    if (hits(doc, h, doers)) continue;
    if (!plural && !flown && otherPlace(earlier.h, h)) continue;
    const voice = sameChain(earlier.chain, now.chain);
    // who did it, as one source says, is not what another says of the next one
    if (again ? earlier.h.types[0] !== h.types[0] || !(voice || earlier.chain.length === 0) : !voice || distance > 2) continue;
    h.actors.push(...doers);
    h.rules.push('event.doer-carried');
    return;
  }
}

/** "another raid", "a second attack". */
function isAnother(doc: Doc, h: Happening): boolean {
  for (let i = h.end - 1; i < Math.min(h.end + 2, doc.length); i++)
    if (nodeOf(doc, i, 'another') !== null || nodeOf(doc, i, 'additional') !== null || nodeOf(doc, i, 'ordinal') !== null)
      return true;
  return false;
}

/** Whoever is hit did not do it. */
const hits = (_doc: Doc, h: Happening, doers: Happening['actors']): boolean =>
  [...h.recipients, ...h.figures.map((f) => f.noun)].some((r) => doers.some((d) => sameActor(d, r)));

const beginsTopic = (doc: Doc, t: Telling): boolean => {
  const node = nodeOf(doc, t.sentence.start, 'reset');
  return node !== null;
};
