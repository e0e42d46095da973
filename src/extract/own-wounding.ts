/** "a youth reached the hospital because of his wounding by a bullet": whom the pronoun on the word of wounding names was wounded; that he came there is no movement of forces. */
import { harmed } from '../claim/outcomes.ts';
import { BI, KA, LI } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import type { NounPhrase } from './noun-parts.ts';
import { doersByPronoun } from './own-object.ts';
import { ownOrdeals } from './own-ordeal.ts';
import { isForce } from './parties.ts';
import { field, hasConjunction, nodeOf } from './words.ts';

/** How many chunks before the word of wounding he may be named. */
const REACH = 9;

/** The same happenings, with those whom only a pronoun names as what they suffered; without the ways of the wounded to where they are treated. */
export function ownWounding(doc: Doc, chunks: readonly Chunk[], happenings: readonly Happening[]): Happening[] {
  doersByPronoun(doc, chunks, happenings);
  ownOrdeals(doc, chunks, happenings);
  const wounded: NounPhrase[] = [];
  for (const h of happenings) {
    if (h.outcome !== 'injured' || h.finite || h.recipients.length > 0 || h.light >= 0) continue;
    const who = namedBefore(doc, chunks, h);
    if (who === null || happenings.some((e) => e !== h && isHarm(e) && e.recipients.some((r) => r.start === who.start))) continue;
    h.recipients.push(who);
    h.rules.push('event.own-wounding');
    wounded.push(who);
  }
  if (wounded.length === 0) return happenings.filter((h) => !isBroughtIn(doc, chunks, h));
  const isWay = ({ types, actors, recipients }: Happening): boolean =>
    types[0] === 'force-movement' && [...actors, ...recipients].some((n) => wounded.some((w) => w.start === n.start));
  return happenings.filter((h) => !isWay(h) && !isBroughtIn(doc, chunks, h));
}

/** "(30 wounded by the fire of X) reached the hospitals": where those counted before were brought, and nobody's movement. */
function isBroughtIn(doc: Doc, chunks: readonly Chunk[], { types, finite, chunk }: Happening): boolean {
  if (types[0] !== 'force-movement') return false;
  // "the arrival of four dead at the hospital"
  if (!finite && chunks[chunk + 1]?.noun?.kind !== 'outcome') return false;
  const goal = chunks.slice(chunk + 1, chunk + 1 + GOAL).find(({ place }) => place !== null);
  if (goal === undefined || field(nodeOf(doc, goal.start, 'place-class'), 'treats') !== 'yes') return false;
  return !finite || chunks.slice(Math.max(0, chunk - REACH), chunk).some((c) => c.noun?.kind === 'outcome');
}

const GOAL = 3;

const isHarm = ({ outcome }: Happening): boolean => outcome !== null && harmed.has(outcome);

const people: ReadonlySet<string> = new Set(['person', 'outcome', 'title', 'number']);

function namedBefore(doc: Doc, chunks: readonly Chunk[], { chunk }: Happening): NounPhrase | null {
  const { start, bits } = chunks[chunk];
  const link = chunks[chunk - 1];
  const { pronoun } = doc.info[start];
  if (pronoun === null || link === undefined || hasConjunction(doc, start)) return null;
  // "died of his wounds" tells of one happening
  if (field(link.node, 'wounds') === 'yes') return null;
  const tied = link.kind === 'cause' || (link.kind === 'case' && (link.mark === 'after' || link.mark === 'response'));
  if (!tied && !(bits & BI)) return null;
  for (let k = chunk - 1; k >= 0 && k >= chunk - REACH; k--) {
    const { kind, noun, mark } = chunks[k];
    if (kind === 'that' || kind === 'contrast' || kind === 'reset' || (kind === 'mark' && mark !== 'comma')) return null;
    if (kind !== 'noun' || noun === null || !people.has(noun.kind) || chunks[k].bits & (BI | LI | KA)) continue;
    if (chunks[k - 1]?.kind === 'case' || !agrees(pronoun, noun)) continue;
    return isForce(doc, noun) ? null : noun;
  }
  return null;
}

function agrees(pronoun: string, { count, features }: NounPhrase): boolean {
  const number = count === null ? (features?.number ?? null) : count.low === 1 ? 'sg' : count.low === 2 ? 'du' : 'pl';
  if (pronoun === '3ms') return number === 'sg' && features?.gender !== 'f';
  if (pronoun === '3fs') return number === 'sg' && features?.gender === 'f';
  if (pronoun.endsWith('d')) return number === 'du';
  return number === 'pl' || number === 'du';
}
