/** What people of office do without arms: "the minister arrived in the capital", "the deputy attacked the government over the budget". No conflict is told by that. */
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import type { NounPhrase } from './noun-parts.ts';
import { isForce } from './parties.ts';
import { field } from './words.ts';

export function isOfOffice(doc: Doc, h: Happening): boolean {
  if (h.figures.length + h.means.length > 0) return false;
  const moves = h.types[0] === 'force-movement' || h.types[0] === 'displacement';
  if (moves && h.sense?.weak === true) {
    const movers = [...h.actors, ...h.recipients];
    return movers.length > 0 && movers.every((m) => isOfficial(doc, m));
  }
  // who strikes somewhere strikes with arms; who attacks somebody in a speech has no place but the speech
  const struck = h.recipients.length > 0 && h.places.length === 0 && (h.types[0] === 'attack' || h.types[0] === 'shelling');
  return struck && h.actors.length === 1 && isOfficial(doc, h.actors[0]) && !h.recipients.some((r) => isForce(doc, r));
}

/** One person, named by an office without arms. */
function isOfficial(doc: Doc, { kind, count, actor, head, features, node }: NounPhrase): boolean {
  if (count !== null || features?.number === 'pl' || features?.number === 'du') return false;
  if (kind === 'actor') return field(actor, 'kind') === 'person';
  if (kind !== 'title' && kind !== 'person' && kind !== 'source') return false;
  return node !== null && doc.at[head].some((n) => field(n, 'office') === 'yes');
}
