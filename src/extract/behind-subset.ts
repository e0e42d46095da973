/** "eight people, among them two women, were killed | by the hands of X | in Y": what stands behind the subset belongs to the deed again. */
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { startsPart } from './figure-parts.ts';
import type { Happening } from './happening.ts';
import { isOneOfThem } from './noun-count.ts';
import type { NounPhrase } from './noun-parts.ts';
import { isFewOfThem } from './of-them.ts';
import { coordinated, isArmed, isForce } from './parties.ts';
import { add } from './sites.ts';
import { featuresOf, field, hasConjunction, nodeOf } from './words.ts';

/** "five civilians (a man, two women and two children)": the bracket behind a count that says who they are. */
export function listsThem(doc: Doc, chunks: readonly Chunk[], j: number): boolean {
  // the verb of the counted may stand between
  const counted = chunks[j - 1]?.finite ? chunks[j - 2] : chunks[j - 1];
  if ((counted?.noun?.count?.low ?? 0) < 2) return false;
  if (chunks[j].mark === 'comma') return counted.noun!.kind === 'thing' && isSomeOfThem(doc, chunks, j + 1);
  if (chunks[j].mark !== 'open-paren') return false;
  return startsPart(doc, chunks, j + 1);
}

/** "eight planes, | two | of them": some of the things counted, and no object beside them. */
const isSomeOfThem = (doc: Doc, chunks: readonly Chunk[], k: number): boolean =>
  chunks[k]?.noun?.kind === 'number' && !hasConjunction(doc, chunks[k].start) && chunks[k + 1]?.kind === 'among';

/** "six civilians | were-killed(plural) | among them two children": some of those whom the verb agrees with, not its object. */
export const isAmongSubject = (doc: Doc, { start }: Chunk, { node }: Happening): boolean =>
  node !== null && featuresOf(node)?.number === 'pl' && field(nodeOf(doc, start, 'among'), 'of') !== 'them';

/** "the school | that | kidnapped | the gunmen | from-it | 200 girls": the object stands behind what it was taken from. */
export function takenFromThem(doc: Doc, chunks: readonly Chunk[], j: number, direct: readonly NounPhrase[][]): boolean {
  const object = chunks[j + 1]?.noun ?? null;
  if (direct.length !== 1 || direct[0].length !== 1 || object === null || object.count === null) return false;
  if (field(nodeOf(doc, chunks[j].start, 'among'), 'of') !== 'them') return false;
  const [doer] = direct[0];
  // "(47 were killed,) killed | the army | of them | 31": a body is not some of the people counted before
  if (doer.count === null && isBody(doc, doer) && isCountedBefore(chunks, j - 2)) return true;
  if (object.kind !== 'person') return false;
  return doer.count === null && doer.definite && isArmed(doer) && !isArmed(object);
}

const isBody = (doc: Doc, doer: NounPhrase): boolean =>
  isForce(doc, doer) || doer.actor !== null || (doer.kind === 'other' && doer.definite && doer.features?.number !== 'pl');

const isCountedBefore = (chunks: readonly Chunk[], k: number): boolean =>
  chunks.slice(0, k).some(({ noun }) => noun?.count != null && noun.count.low > 1);

const passed: ReadonlySet<string> = new Set(['comma', 'dash', 'open-paren', 'close-paren']);

/** So many chunks may the counted of the subset take up. */
const REACH = 10;

/** "three of them | children", "one of them | an officer", "most of them | of | the children": the noun says who the share of the counted are. */
const saysWhoTheyAre = (doc: Doc, chunks: readonly Chunk[], k: number): boolean => {
  const tie = chunks[k - 1];
  if (tie.kind === 'noun') return isOneOfThem(doc, tie.start) && tie.end === chunks[k].start;
  const opens = tie.kind === 'among' || (tie.kind === 'case' && tie.mark === 'from');
  return opens && chunks[k]?.kind === 'noun' && chunks[k].noun?.count === null && chunks[k - 2]?.kind === 'noun';
};

/** Takes the doer behind "at the hands of" and the place behind "in" that follow the subset opened in chunk `j`, which it gives back. */
export function behindSubset(doc: Doc, chunks: readonly Chunk[], j: number, h: Happening, used: Uint8Array): number {
  let counted = false;
  for (let k = j + 1; k < chunks.length && k <= j + REACH; k++) {
    const chunk = chunks[k];
    if (used[k]) return j;
    if (chunk.kind === 'noun') {
      if (counted && !hasConjunction(doc, chunk.start) && !saysWhoTheyAre(doc, chunks, k)) return j;
      counted = true;
    } else if (chunk.kind === 'among' || (chunk.kind === 'case' && chunk.mark === 'from')) {
      if (k === j + 1 && chunk.kind === 'among') continue;
      if (!counted || k > j + 3 || !saysWhoTheyAre(doc, chunks, k + 1)) return j;
    } else if (chunk.kind === 'agent') {
      const next = chunks[k + 1];
      if (next?.kind !== 'noun' || next.noun === null || h.actors.length > 0 || isShareOfCounted(chunks, k - 1)) return j;
      // "by the bullets of a sniper", "by the hands of the army": things are used, people act
      const { nouns, last } = coordinated(doc, chunks, k + 1, null);
      if (next.noun.kind === 'thing' && next.noun.actor === null) h.means.push(...nouns);
      else h.actors.push(...nouns);
      h.rules.push('event.agent-marker');
      k = last;
    } else if (chunk.kind === 'case' && chunk.mark === 'in') {
      const next = chunks[k + 1];
      if (next?.kind !== 'place' || next.place === null) return j;
      add(h, 'at', next.place);
      return j;
    } else if (chunk.kind === 'mark' ? !passed.has(chunk.mark) : chunk.kind !== 'date' && chunk.kind !== 'word') return j;
  }
  return j;
}

/** "of them | 31 | at the hands of X": a bare number, or the same kind of people as the whole, is a share that has a doer of its own; "two children" only says who some were. */
export function isShareOfCounted(chunks: readonly Chunk[], k: number): boolean {
  const share = chunks[k]?.noun ?? null;
  if (share === null || share.count === null || share.count.low < 2) return false;
  if (share.kind === 'number') return true;
  const sense = share.node?.word?.sense;
  return chunks.slice(0, k).some(({ noun }) => noun?.count != null && sense !== undefined && noun.node?.word?.sense === sense);
}

/** "the killing of five people, | most of them children, | at the hands of X": a noun's parties end at a comma, but not its doer behind such an aside. */
export function behindComma(doc: Doc, chunks: readonly Chunk[], j: number, h: Happening, used: Uint8Array): number {
  const next = chunks[j + 1];
  const counted = chunks[j - 1]?.noun?.count ?? null;
  if (next === undefined || counted === null || counted.high === 1) return j;
  const share =
    next.kind === 'among' ||
    (next.kind === 'noun' &&
      (nodeOf(doc, next.start, 'proportion') !== null || isOneOfThem(doc, next.start) || isFewOfThem(doc, chunks, j + 1)));
  return share ? behindSubset(doc, chunks, j, h, used) : j;
}
