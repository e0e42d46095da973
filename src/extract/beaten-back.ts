/** "the fighters repelled the attack of the army and killed nine soldiers": whoever beat an attack back acts on, and not those who made it. */
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import { subjectBetween } from './light-subject.ts';
import { isManaging } from './managing.ts';
import type { NounPhrase } from './noun-parts.ts';
import { isForce } from './parties.ts';
import { fitOf } from './referred-back.ts';
import { actsOn } from './row-of-deeds.ts';
import { featuresOf, field, hasConjunction, isVowelledPassive, nodeOf } from './words.ts';

export const BEATERS_ACT_ON = 'event.beaters-act-on';

/** How many chunks back the beating off may stand. */
const REACH = 14;

export function beatersActOn(doc: Doc, chunks: readonly Chunk[], found: readonly Happening[], used: Uint8Array): void {
  for (const h of found) {
    if (h.actors.length > 0 || h.sense?.subject !== 'actor' || h.rules.includes('event.lost-of-its-own')) continue;
    const verb = h.light >= 0 && h.light < h.chunk ? h.light : h.chunk;
    const beaters = joins(doc, chunks[verb]) ? beatersBefore(doc, chunks, verb, used) : null;
    if (beaters === null) continue;
    const attackers = found.findLast((o) => o.chunk < verb && o.actors.length > 0)?.actors ?? [];
    if (!didSo(doc, chunks[verb], h, beaters, attackers)) continue;
    h.actors.push(...beaters);
    h.recipients = h.recipients.filter((r) => beaters.every((b) => b.start !== r.start));
    h.rules.push(BEATERS_ACT_ON);
  }
}

/** A verb behind "and" that may be active, or a verbal noun there. */
function joins(doc: Doc, { finite, node, start }: Chunk): boolean {
  if (node === null || !hasConjunction(doc, start)) return false;
  const word = featuresOf(node);
  if (!finite) return word?.pos === 'masdar';
  return word?.pos === 'verb' && word.voice !== 'passive' && word.person !== 1 && !isVowelledPassive(doc, node);
}

/** Who beat an attack back in the verbs of the sentence that the one at chunk `k` is joined to. */
function beatersBefore(doc: Doc, chunks: readonly Chunk[], k: number, used: Uint8Array): NounPhrase[] | null {
  let beating = -1;
  for (let j = k - 1; j >= 0 && j >= k - REACH; j--) {
    const { kind, mark, finite, node, start } = chunks[j];
    if (ends.has(kind) || (kind === 'mark' && mark !== 'comma')) return null;
    if (field(node, 'repels') === 'yes') beating = j;
    if (!(finite || isManaging(doc, chunks[j]))) continue;
    if (beating < 0) {
      // "an attack that the army made": the verb is of what was beaten back
      if (hasConjunction(doc, start) || doc.info[start].pronoun !== null) continue;
      return null;
    }
    // a verbal noun is joined to the verbal noun: "managed to repel the attack and to kill"
    if (beating === j && !chunks[k].finite) return null;
    const deed = beating > j ? beating : chunks.findIndex((c, n) => n > beating && c.kind === 'event');
    const nouns = deed < 0 ? [] : subjectBetween(doc, chunks, j, deed, used);
    return nouns.length > 0 && nouns.every((n) => actsOn(doc, n)) ? nouns : null;
  }
  return null;
}

const ends: ReadonlySet<string> = new Set(['that', 'contrast', 'reset', 'say', 'relative', 'continue', 'background', 'result']);

/** The verb agrees with them, and whom it befell are none of their own. */
function didSo(
  doc: Doc,
  { finite, node }: Chunk,
  h: Happening,
  beaters: readonly NounPhrase[],
  attackers: readonly NounPhrase[],
): boolean {
  const { number, gender } = featuresOf(node!)!;
  if (finite && number === 'pl') return true;
  if (finite && !(beaters.length === 1 && fitOf(doc, gender === 'f' ? 'she' : 'he', beaters[0]) > 0)) return false;
  // "and nine soldiers were killed" is written like "killed nine soldiers"
  if (h.outcome === null) return finite;
  return h.recipients.length > 0 && h.recipients.every((r) => isOfThem(doc, r, attackers) || isSoldierOfOthers(r, beaters));
}

/** "nine of them", "nine gunmen" of the gunmen who attacked. */
const isOfThem = (doc: Doc, { end, count, node }: NounPhrase, attackers: readonly NounPhrase[]): boolean =>
  count !== null &&
  ((end < doc.length && field(nodeOf(doc, end, 'among'), 'of') === 'them') ||
    attackers.some((a) => node !== null && a.kind === 'person' && a.node?.value === node.value));

/** Soldiers, where a party that is no force of a state beat them back. */
const isSoldierOfOthers = ({ count, person, node }: NounPhrase, beaters: readonly NounPhrase[]): boolean =>
  count !== null &&
  field(person ?? node, 'regular') === 'yes' &&
  beaters.every(({ actor }) => irregular.has(field(actor, 'kind') ?? ''));
const irregular: ReadonlySet<string> = new Set(['armed-group', 'militia']);

/** "managed | the fighters | to repel": the subject of the verb before the verbal noun of beating back at chunk `k`. */
export function managersOf(doc: Doc, chunks: readonly Chunk[], k: number, used: Uint8Array): NounPhrase[] {
  let j = k - 1;
  if (chunks[j]?.kind === 'case' && ties.has(chunks[j].mark)) j--;
  while (j >= 0 && j > k - MANAGED && chunks[j].kind === 'noun') j--;
  const verb = chunks[j];
  const able = verb?.kind === 'verb' && (field(verb.node, 'able') === 'yes' || isManaging(doc, verb));
  return able ? subjectBetween(doc, chunks, j, k, used).filter((n) => isForce(doc, n)) : [];
}
/** How far the verb of managing may stand before. */
const MANAGED = 5;
const ties: ReadonlySet<string> = new Set(['from', 'in']);
