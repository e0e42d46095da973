/** Verbs in the present that describe an indefinite noun right before them: "gunmen riding a motorcycle shot (dead) an officer". */
import { BI, KA, LI } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import type { NounPhrase } from './noun-parts.ts';
import { coordinated, isAccusative, isArmed, isPeople } from './parties.ts';
import { eventSense } from './senses.ts';
import { featuresOf, field, hasConjunction, isDefinite, nodeOf, senseOf } from './words.ts';

/** How far behind the describing verb the object of the first one may stand, in chunks. */
const REACH = 7;

const between: ReadonlySet<string> = new Set(['noun', 'place', 'case', 'word', 'date']);

/** The object of the verb before, behind a verb at `j` that only describes its subject and has an object of its own; -1 where there is none. */
export function objectBehindDescription(doc: Doc, chunks: readonly Chunk[], j: number, h: Happening): number {
  const { kind, start, node } = chunks[j];
  const { noun, end } = chunks[j - 1];
  if (
    (kind !== 'verb' && kind !== 'light' && kind !== 'was') ||
    noun === null ||
    end !== start ||
    isDefinite(doc, noun.head) ||
    hasConjunction(doc, start)
  )
    return -1;
  // "two gunmen who were on a motorcycle": the past of "to be" describes as well
  if (kind !== 'was' && node !== null && featuresOf(node)?.tense !== 'present') return -1;
  let reach = j + REACH;
  for (let m = j + 1, own = 0; m < chunks.length && m <= reach; m++) {
    const chunk = chunks[m];
    const comma = chunk.kind === 'mark' && chunk.mark === 'comma';
    // "gunmen who were riding", "who belong to a group that is known as": a second verb describes as well
    if (describesOn(doc, chunks, m)) {
      reach = m + REACH;
      own = 0;
      continue;
    }
    if (!between.has(chunk.kind) && !comma) return -1;
    // "gunmen riding motorcycles attacked | the village of X"
    const free = own > 0 && h.outcome === null && chunks[m - 1].kind !== 'case' && !hasConjunction(doc, chunk.start);
    if (free && chunk.kind === 'place' && h.sense?.object !== 'none' && chunk.bits === 0) return m;
    if (chunk.kind !== 'noun' || chunk.noun === null) continue;
    // "who call themselves | X": the name that they go by
    if (own > 0 && nodeOf(doc, chunks[m - 1].start, 'same') !== null) continue;
    if (hasConjunction(doc, chunk.start) || chunk.bits & (BI | LI | KA) || chunks[m - 1].kind === 'case') {
      own++;
      continue;
    }
    // its own object stands first
    if (own++ > 0 && (isObject(doc, chunk) || (free && isHit(chunk)))) return m;
  }
  return -1;
}

/** A verb in the present behind "were", or right behind an indefinite noun of the description. */
function describesOn(doc: Doc, chunks: readonly Chunk[], m: number): boolean {
  const { kind, finite, node, start } = chunks[m];
  if ((kind !== 'verb' && kind !== 'light') || !finite || hasConjunction(doc, start)) return false;
  if (node !== null && featuresOf(node)?.tense !== 'present') return false;
  const { kind: before, noun, end } = chunks[m - 1];
  return before === 'was' || (before === 'noun' && noun !== null && end === start && !isDefinite(doc, noun.end - 1));
}

/**
 * "gunmen who fled from prison killed | three guards" with the verb first: the object behind a verb in the past that tells what its armed subject did besides,
 * and agrees with it; what that verb itself reaches stands first. -1 where there is none.
 */
export function objectBehindDeed(doc: Doc, chunks: readonly Chunk[], j: number, k: number, h: Happening): number {
  const { kind, start, node, finite, object } = chunks[j];
  const { noun, end } = chunks[j - 1];
  if (h.outcome === null || h.sense?.subject !== 'actor' || h.sense.object !== 'recipient') return -1;
  // "a gunman who opened fire": the object tells that the word is a verb
  if (!(finite || object >= 0) || !deeds.has(kind) || noun === null || end !== start || j - 1 !== k + 1) return -1;
  if (isDefinite(doc, noun.head) || noun.count !== null || !isArmed(noun) || hasConjunction(doc, start)) return -1;
  const verb = node === null ? null : featuresOf(node);
  if (finite && (verb === null || verb.voice === 'passive' || verb.number !== (noun.features?.number ?? 'sg'))) return -1;
  const sense = kind === 'event' ? senseOf(node) : null;
  const reaches = sense === null ? chunks[j + 1]?.kind !== 'case' : eventSense(sense).object !== 'none';
  let own = object >= 0 || !reaches || doc.info[start].pronoun !== null ? 1 : 0;
  for (let m = j + 1; m < chunks.length && m <= j + REACH; m++) {
    const chunk = chunks[m];
    const governed = (chunk.bits & (BI | LI | KA)) !== 0 || chunks[m - 1].kind === 'case';
    if (chunk.kind === 'event' && !chunk.finite && governed) continue;
    if (chunk.finite || !between.has(chunk.kind) || hasConjunction(doc, chunk.start)) return -1;
    if ((chunk.kind !== 'noun' && chunk.kind !== 'place') || governed || chunk.start === object) continue;
    // "from a town | nearby"
    if (chunk.noun?.kind === 'other' && chunk.noun.count === null && chunks[m - 1].kind !== 'word' && m > j + 1) continue;
    if (own > 0 && chunk.noun !== null && isPeople(chunk.noun) && isObject(doc, chunk)) return m;
    if (own++ > 0) return -1;
  }
  return -1;
}

/** "hit | a shell | which gunmen fired(it) | an ambulance": what the munition struck, behind the clause that says whose it was; -1 where there is none. */
export function objectBehindShot(doc: Doc, chunks: readonly Chunk[], j: number, h: Happening): number {
  const { kind, finite, start } = chunks[j];
  const shot = chunks[j - 1].noun;
  if (shot?.kind !== 'thing' || shot.actor !== null || field(shot.node, 'category') !== 'munition') return -1;
  if ((kind !== 'light' && kind !== 'event' && kind !== 'verb') || !finite || hasConjunction(doc, start)) return -1;
  if (doc.info[start].pronoun === null || chunks[j - 1].end !== start) return -1;
  const doer = chunks[j + 1];
  if (doer?.kind !== 'noun' || doer.noun === null || doer.bits & (BI | LI | KA)) return -1;
  let m = j + 2;
  // "which the army and the militias fired"
  while (m < chunks.length && chunks[m].kind === 'noun' && hasConjunction(doc, chunks[m].start)) m++;
  for (; m < chunks.length && m <= j + REACH; m++) {
    const chunk = chunks[m];
    if (!between.has(chunk.kind) || hasConjunction(doc, chunk.start)) return -1;
    const governed = (chunk.bits & (BI | LI | KA)) !== 0 || chunks[m - 1].kind === 'case';
    if ((chunk.kind !== 'noun' && chunk.kind !== 'place') || governed) continue;
    h.actors.push(...coordinated(doc, chunks, j + 1, null).nouns);
    h.rules.push('event.carried-after');
    return m;
  }
  return -1;
}

const deeds: ReadonlySet<string> = new Set(['event', 'light', 'verb']);

/** What can be attacked. */
const isHit = ({ noun }: Chunk): boolean =>
  noun!.kind === 'thing' && noun!.count === null && field(noun!.node, 'target') === 'yes';

/** People in the accusative, counted or with a name. */
function isObject(doc: Doc, { noun }: Chunk): boolean {
  const { kind, features, count, definite, node, head, end } = noun!;
  // "a bomber driving a truck destroyed | a post"
  if (kind === 'thing') return count === null && features?.state === 'accusative' && field(node, 'target') === 'yes';
  if (kind !== 'person' && kind !== 'title' && kind !== 'name') return false;
  // "the deputy of the governor"
  const owned = features?.number === 'sg' && end > head + 1 && isDefinite(doc, end - 1);
  return kind !== 'person' || features?.state === 'accusative' || count !== null || definite || owned || isAccusative(doc, noun!);
}

/** "quarters of | a Kurdish majority": what somewhere or somebody has, with the word for it right between. */
export function describesIt(doc: Doc, before: readonly Chunk[], noun: NounPhrase): boolean {
  const having = before.at(-1);
  const whose = before.at(-2);
  if (whose === undefined || having === undefined || having.kind !== 'pronoun' || having.end !== noun.start) return false;
  if (field(nodeOf(doc, having.start, 'demonstrative'), 'having') !== 'yes' || isDefinite(doc, noun.head)) return false;
  return whose.end === having.start && (whose.kind === 'place' || whose.kind === 'noun') && noun.actor === null;
}
