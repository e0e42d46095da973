/** "eight people, among them two women, were killed | by the hands of X | in Y": what stands behind the subset belongs to the deed again. */
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { startsPart } from './figure-parts.ts';
import type { Happening } from './happening.ts';
import type { NounPhrase } from './noun-parts.ts';
import { coordinated, isArmed } from './parties.ts';
import { add } from './sites.ts';
import { featuresOf, field, hasConjunction, nodeOf } from './words.ts';

/** "five civilians (a man, two women and two children)": the bracket behind a count that says who they are. */
export function listsThem(doc: Doc, chunks: readonly Chunk[], j: number): boolean {
  // the verb of the counted may stand between
  const counted = chunks[j - 1]?.finite ? chunks[j - 2] : chunks[j - 1];
  if (chunks[j].mark !== 'open-paren' || (counted?.noun?.count?.low ?? 0) < 2) return false;
  return startsPart(doc, chunks, j + 1);
}

/** "six civilians | were-killed(plural) | among them two children": some of those whom the verb agrees with, not its object. */
export const isAmongSubject = (doc: Doc, { start }: Chunk, { node }: Happening): boolean =>
  node !== null && featuresOf(node)?.number === 'pl' && field(nodeOf(doc, start, 'among'), 'of') !== 'them';

/** "the school | that | kidnapped | the gunmen | from-it | 200 girls": the object stands behind what it was taken from. */
export function takenFromThem(doc: Doc, chunks: readonly Chunk[], j: number, direct: readonly NounPhrase[][]): boolean {
  const object = chunks[j + 1]?.noun ?? null;
  if (direct.length !== 1 || direct[0].length !== 1 || object === null || object.count === null || object.kind !== 'person')
    return false;
  if (field(nodeOf(doc, chunks[j].start, 'among'), 'of') !== 'them') return false;
  const [doer] = direct[0];
  return doer.count === null && doer.definite && isArmed(doer) && !isArmed(object);
}

const passed: ReadonlySet<string> = new Set(['comma', 'open-paren', 'close-paren']);

/** So many chunks may the counted of the subset take up. */
const REACH = 10;

/** Takes the doer behind "at the hands of" and the place behind "in" that follow the subset opened in chunk `j`. */
export function behindSubset(doc: Doc, chunks: readonly Chunk[], j: number, h: Happening, used: Uint8Array): void {
  let counted = false;
  for (let k = j + 1; k < chunks.length && k <= j + REACH; k++) {
    const chunk = chunks[k];
    if (used[k]) return;
    if (chunk.kind === 'noun') {
      if (counted && !hasConjunction(doc, chunk.start)) return;
      counted = true;
    } else if (chunk.kind === 'agent') {
      const next = chunks[k + 1];
      if (next?.kind !== 'noun' || next.noun === null || h.actors.length > 0) return;
      // "by the bullets of a sniper", "by the hands of the army": things are used, people act
      const { nouns, last } = coordinated(doc, chunks, k + 1, null);
      if (next.noun.kind === 'thing' && next.noun.actor === null) h.means.push(...nouns);
      else h.actors.push(...nouns);
      h.rules.push('event.agent-marker');
      k = last;
    } else if (chunk.kind === 'case' && chunk.mark === 'in') {
      const next = chunks[k + 1];
      if (next?.kind !== 'place' || next.place === null) return;
      add(h, 'at', next.place);
      return;
    } else if (chunk.kind === 'mark' ? !passed.has(chunk.mark) : chunk.kind !== 'date' && chunk.kind !== 'word') return;
  }
}
