/** "the hospital closed after its shelling by the aircraft", "he was freed after his arrest": what the pronoun on a deed names suffered it, and stands before it in the sentence. */
import { BI, KA, LI } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { isAttack } from './families.ts';
import { type Happening, takes } from './happening.ts';
import { endsLikeFeminine } from './noun-closed.ts';
import { isForce } from './parties.ts';
import { add } from './sites.ts';
import { field, hasConjunction } from './words.ts';

export const ORDEAL = 'event.own-ordeal';

/** How many chunks before the deed it may be named. */
const REACH = 10;

const ties: ReadonlySet<string> = new Set(['after', 'response', 'before', 'since']);
const people: ReadonlySet<string> = new Set(['person', 'outcome', 'title', 'name', 'source']);
const stops: ReadonlySet<string> = new Set(['that', 'contrast', 'reset', 'relative', 'say']);

export function ownOrdeals(doc: Doc, chunks: readonly Chunk[], happenings: readonly Happening[]): void {
  for (const h of happenings) {
    if (h.finite || h.recipients.length > 0 || h.light >= 0 || h.sense === null || h.sense.of === 'actor') continue;
    if (
      !(h.outcome === null ? isAttack(h) || h.types[0] === 'destruction' : takes.has(h.outcome)) ||
      h.sense.object !== 'recipient'
    )
      continue;
    const pronoun = doc.info[chunks[h.chunk].start].pronoun ?? '';
    const link = chunks[h.chunk - 1];
    if (!pronoun.startsWith('3') || link === undefined || hasConjunction(doc, chunks[h.chunk].start)) continue;
    if (link.kind !== 'cause' && !(link.kind === 'case' && ties.has(link.mark))) continue;
    suffer(doc, chunks, h, pronoun, happenings);
  }
}

/** The only one before it with whom the pronoun agrees; of two the words do not tell which. */
function suffer(doc: Doc, chunks: readonly Chunk[], h: Happening, pronoun: string, happenings: readonly Happening[]): void {
  const ofPeople = h.outcome !== null;
  let at = -1;
  for (let k = h.chunk - 2; k >= 0 && k >= h.chunk - REACH; k--) {
    const chunk = chunks[k];
    if (stops.has(chunk.kind) || (chunk.kind === 'mark' && chunk.mark !== 'comma')) break;
    if (chunk.kind !== 'noun' && chunk.kind !== 'place') continue;
    if (h.actors.some((a) => a.start === chunk.start) || !agrees(doc, pronoun, chunk, ofPeople)) continue;
    if (at >= 0 && isGoverned(chunks, k)) continue;
    if (at >= 0 && !isGoverned(chunks, at)) return;
    at = k;
  }
  if (at < 0) return;
  const { noun, place } = chunks[at];
  // "arrested a youth ... and set him free after his arrest": it is told
  if (happenings.some((e) => e.types[0] === h.types[0] && e.recipients.some((r) => r.start === noun?.start))) return;
  if (place !== null) add(h, 'at', place);
  else if (noun !== null) h.recipients.push(noun);
  h.rules.push(ORDEAL);
}

/** "from the village": behind a preposition it is named beside something else. */
export const isGoverned = (chunks: readonly Chunk[], k: number): boolean =>
  (chunks[k].bits & (BI | LI | KA)) !== 0 || chunks[k - 1]?.kind === 'case';

/** Whether the pronoun can mean what the chunk names. `ofPeople`: one person or several; else also a body, a place or a thing that can be hit. */
export function agrees(doc: Doc, pronoun: string, { noun, place }: Chunk, ofPeople: boolean): boolean {
  if (noun === null) return !ofPeople && place !== null && pronoun === '3fs';
  const { features, count, kind, node } = noun;
  const isBody = kind === 'actor' || field(node, 'unit') === 'group';
  const isPerson = !isBody && (people.has(kind) || node?.kind === 'nationality');
  const isHit = place !== null || (kind === 'thing' && field(node, 'target') === 'yes');
  if (ofPeople ? !isPerson || isForce(doc, noun) : !isPerson && !isBody && !isHit) return false;
  const number = count === null ? (features?.number ?? null) : count.low === 1 ? 'sg' : count.low === 2 ? 'du' : 'pl';
  if (features === null && place !== null) return pronoun === (endsLikeFeminine(doc, noun.head) ? '3fs' : '3ms');
  if (pronoun === '3ms') return number === 'sg' && features?.gender !== 'f';
  if (pronoun === '3fs') return features?.gender === 'f' ? number === 'sg' || !isPerson : number === 'pl' && !isPerson;
  if (pronoun.endsWith('d')) return number === 'du';
  return isPerson && (number === 'pl' || number === 'du');
}
