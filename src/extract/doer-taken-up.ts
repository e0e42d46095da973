/**
 * "X shelled the town. The hospital said that the shelling killed three": who did what the article takes up is whoever was told to have done it, as long as nobody
 * else was told to have done the like.
 */
import type { EventType } from '../claim/reading.ts';
import { conflict } from './conflicts.ts';
import type { Doc } from './doc.ts';
import { compatible, isAttack, isViolent } from './families.ts';
import type { Happening } from './happening.ts';
import { sameActor, sameParty } from './parties.ts';
import { wordsOf } from './same-words.ts';
import { sameChain } from './sources.ts';
import type { Telling } from './story.ts';
import { hasConjunction } from './words.ts';

/** How many sentences, and how many tellings, the deed may lie back. */
const NEAR = 3;
const MEMORY = 8;

export function takeUpDoer(doc: Doc, told: readonly Telling[], now: Telling): void {
  const { h, sentence, judged } = now;
  if (!isTakenUp(doc, h) || sentence.headline || now.turns || judged.reality === 'unreal' || judged.stance === 'denied') return;
  let earlier: Telling | null = null;
  let goesOn = false;
  for (let k = told.length - 1; k >= 0 && k >= told.length - MEMORY; k--) {
    const t = told[k];
    if (sentence.index - t.sentence.index > NEAR) break;
    if (t.sentence.headline || !isViolent(t.h) || isFight(t.h) !== isFight(h)) continue;
    if (earlier === null) {
      if (!isAttack(t.h) || !compatible(t.h.types[0], h.types[0])) continue;
      if (!isOfThatKind(t.h, h) || t.h.actors.length === 0 || !tellsWhose(t) || conflict(doc, t, now)) return;
      earlier = t;
      // "and the shelling killed", in the next breath of who told it
      goesOn = sentence.index - t.sentence.index <= 1 && sameChain(t.chain, now.chain);
    } else if (t.sentence !== earlier.sentence && goesOn) break;
    else if (t.h.actors.length > 0 && !sharesDoer(doc, t.h, earlier.h)) return;
  }
  // of fighting both sides must be known
  if (earlier === null || (isFight(h) && earlier.h.actors.length < 2)) return;
  const doers = earlier.h.actors;
  if (struck(h).some((r) => doers.some((d) => d.start === r.start || sameActor(d, r)))) return;
  h.actors = [...doers];
  h.rules.push('event.doer-taken-up');
}

/** "the shelling", with the article and nobody of its own. */
const isTakenUp = (doc: Doc, h: Happening): boolean =>
  h.actors.length === 0 &&
  h.definite &&
  !h.finite &&
  h.outcome === null &&
  isAttack(h) &&
  doc.info[h.start].pronoun === null &&
  // "we answer with rockets | and raids"
  !hasConjunction(doc, h.start);

/** Told as done, and by nobody who only accuses. */
const tellsWhose = ({ judged }: Telling): boolean =>
  judged.reality !== 'unreal' && (judged.stance === 'asserted' || judged.stance === 'claimed-responsibility');

/** One of them did both; "the militia of X" and "the militia of Y" share a word and are not the same. */
const sharesDoer = (doc: Doc, a: Happening, b: Happening): boolean =>
  a.actors.some((x) => b.actors.some((y) => sameParty(doc, x, y) || isPartOf(wordsOf(doc, [x]), wordsOf(doc, [y]))));

const isPartOf = (a: readonly string[], b: readonly string[]): boolean =>
  a.every((w) => b.includes(w)) || b.every((w) => a.includes(w));

/** "the attack" may be any; a raid and shelling are alike, and so is whatever goes off. */
const isOfThatKind = (earlier: Happening, { types: [now] }: Happening): boolean => {
  const [before] = earlier.types;
  return now === 'attack' || now === before || (fired.has(now) && fired.has(before)) || (blown.has(now) && blown.has(before));
};
const fired: ReadonlySet<EventType> = new Set<EventType>(['air-strike', 'shelling']);
const blown: ReadonlySet<EventType> = new Set<EventType>(['bombing', 'suicide-bombing']);

const isFight = ({ types }: Happening): boolean => types[0] === 'armed-clash';

const struck = (h: Happening): Happening['recipients'] => [...h.recipients, ...h.figures.map((f) => f.noun)];
