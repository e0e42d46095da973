/** "a gunman was killed after his killing (of) two soldiers": whoever the pronoun on a deed means did it to those who stand right behind it. */
import { harmed } from '../claim/outcomes.ts';
import { keepsNominative } from './case-endings.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { OWN_DEED } from './doer-and-object.ts';
import { type Happening, takes } from './happening.ts';
import { agrees, isGoverned } from './own-ordeal.ts';
import { attackTypes, eventSense } from './senses.ts';
import { hasConjunction, senseOf } from './words.ts';

/** The rule of a deed whose doer is whom its pronoun means. */
export const DOER_BY_PRONOUN = 'event.doer-by-pronoun';

/** How many chunks before the deed its doer may be named. */
const REACH = 8;

/** "his killing | two soldiers", "her stabbing | a settler": a deed noun that is done to somebody, with a pronoun, and right behind it people without a preposition. */
export function hasOwnObject(doc: Doc, chunks: readonly Chunk[], k: number): boolean {
  const { kind, finite, node, start, end } = chunks[k];
  if (kind !== 'event' || finite || !(doc.info[start].pronoun ?? '').startsWith('3') || end !== start + 1) return false;
  const next = chunks[k + 1];
  if (next?.kind !== 'noun' || next.start !== end || next.bits !== 0 || hasConjunction(doc, next.start)) return false;
  const noun = next.noun!;
  if (noun.kind !== 'person' && !(noun.kind === 'outcome' && noun.count !== null)) return false;
  // "after his abduction | gunmen (nominative) ...": who did what is told behind it
  if (keepsNominative(doc, noun.head)) return false;
  const sense = senseOf(node);
  const deed = sense === null ? null : eventSense(sense);
  if (deed === null || deed.subject !== 'actor' || deed.object !== 'recipient') return false;
  return deed.outcome === null ? attackTypes.has(deed.types[0]) : takes.has(deed.outcome) || harmed.has(deed.outcome);
}

/** Names the doers of such deeds: the only one before each with whom its pronoun agrees; where two do, nobody. */
export function doersByPronoun(doc: Doc, chunks: readonly Chunk[], happenings: readonly Happening[]): void {
  for (const h of happenings) {
    if (h.finite || h.light >= 0 || h.actors.length > 0 || !h.rules.includes(OWN_DEED) || !hasOwnObject(doc, chunks, h.chunk))
      continue;
    const pronoun = doc.info[chunks[h.chunk].start].pronoun!;
    let at = -1;
    for (let k = h.chunk - 1; k >= 0 && k >= h.chunk - REACH; k--) {
      const { kind, noun, mark } = chunks[k];
      if (kind === 'that' || kind === 'reset' || kind === 'contrast' || (kind === 'mark' && mark !== 'comma')) break;
      if (kind !== 'noun' || noun === null || isGoverned(chunks, k)) continue;
      if (!agrees(doc, pronoun, chunks[k], true) && !agrees(doc, pronoun, chunks[k], false)) continue;
      // "the army killed a gunman after his killing ...": two who agree
      if (at >= 0) {
        at = -1;
        break;
      }
      at = k;
    }
    h.rules.push(DOER_BY_PRONOUN);
    if (at >= 0) h.actors.push(chunks[at].noun!);
  }
}

/** "was killed after his stabbing (of) three": who died in one did the other, so they are two. */
export const harmsDoer = (a: Happening, b: Happening): boolean => didTo(a, b) || didTo(b, a);

const didTo = (a: Happening, b: Happening): boolean =>
  a.rules.includes(DOER_BY_PRONOUN) && a.actors.some(({ start }) => b.recipients.some((r) => r.start === start));
