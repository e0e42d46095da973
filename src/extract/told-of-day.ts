/** What is told of another day in the same sentence: "killed a sheikh a week ago, | and killed his son today". */
import type { Chunk } from './chunk.ts';
import { rowHas, TIMED } from './class-groups.ts';
import { daysOf, isDated } from './date-values.ts';
import type { Doc } from './doc.ts';
import { hasConjunction } from './words.ts';

/** Numbers of the stretches that such a clause begins: between those of places and of "the second". */
const ANOTHER_DAY = 160;
/** So near behind the verb its own day stands. */
const NEAR = 5;

/** The stretches of a sentence, with one of its own from a joined deed on that has another day than the deed before it. */
export function apartByDay(doc: Doc, chunks: readonly Chunk[], stretch: Uint8Array): Uint8Array {
  if (!rowHas(doc, chunks, TIMED)) return stretch;
  let made: Uint8Array | null = null;
  let next = ANOTHER_DAY;
  let day: string | null = null;
  let told = false;
  for (let k = 0; k < chunks.length; k++) {
    const { kind, finite, start } = chunks[k];
    if (kind === 'say' || kind === 'reset' || kind === 'that' || kind === 'according') [day, told] = [null, false];
    else if (kind === 'date') day = told || day === null ? (dayOf(chunks[k]) ?? day) : day;
    if (kind !== 'event' || !finite) {
      told ||= kind === 'event';
      continue;
    }
    if (told && day !== null && hasConjunction(doc, start)) {
      const own = ownDay(chunks, k);
      if (own !== null && own !== day) {
        made ??= stretch.slice(0, chunks.length);
        made.fill(next++, k);
        day = own;
      }
    }
    told = true;
  }
  return made ?? stretch;
}

/** The single day that is said, or null. */
function dayOf({ node }: Chunk): string | null {
  const { open, until } = node!.value as { open?: boolean; until?: boolean };
  const days = isDated(node!) && open !== true && until !== true ? daysOf(node!) : null;
  return days !== null && days.begin === days.end ? days.begin : null;
}

/** The day right behind the verb, its subject and object. */
function ownDay(chunks: readonly Chunk[], k: number): string | null {
  for (let j = k + 1; j < chunks.length && j <= k + NEAR; j++) {
    const { kind, finite, mark } = chunks[j];
    if (kind === 'date') return dayOf(chunks[j]);
    if (finite || kind === 'relative' || kind === 'say' || kind === 'that' || (kind === 'mark' && mark !== 'quote')) return null;
    if (kind === 'event' || kind === 'cause' || kind === 'result') return null;
  }
  return null;
}
