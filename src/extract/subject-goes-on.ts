/** The subject of one verb that goes on to the next: "X closed the road and arrested five", "the forces came and shelled the rebels". */
import { BI, KA, LI } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import type { NounPhrase } from './noun-parts.ts';
import { isAccusative, isForce } from './parties.ts';
import { actsOn } from './row-of-deeds.ts';
import { subjectOf } from './subjects.ts';
import { featuresOf, field, hasConjunction, nodeOf } from './words.ts';

const GOES_ON_RULE = 'event.subject-goes-on';

/** "X closed the road and arrested five": the second verb agrees with the subject of the first, which did that too. */
export function goesOn(
  doc: Doc,
  chunks: readonly Chunk[],
  k: number,
  h: Happening,
  before: readonly Happening[],
  used: Uint8Array,
  object: NounPhrase,
): void {
  if (!isJoined(doc, chunks, k)) return;
  const gender = featuresOf(h.node!)?.gender ?? null;
  // "and a woman was killed" is written like "and (she) killed a woman"
  const takes =
    gender === 'm' && (h.outcome === 'detained' || h.outcome === 'abducted') && doc.info[chunks[k].start].pronoun === null;
  if (takes && (object.count !== null || isAccusative(doc, object))) {
    // "raided houses and arrested 20 people": who raids arrests
    // "killed four and arrested 20": who killed, too
    const raiders = before.findLast(
      (b) =>
        b.chunk < k &&
        b.group === h.group &&
        (b.finite || (b.light >= 0 && b.light < b.chunk && chunks[b.light].finite && !makesRaid(chunks, b))
          ? b.types[0] === 'force-movement' || (hitsSomething(b) && !befell(b) && featuresOf(b.node!)?.gender === 'm')
          : makesRaid(chunks, b)),
    );
    const told =
      raiders !== undefined &&
      !chunks.slice(raiders.chunk + 1, k).some(({ kind, finite }) => finite || kind === 'contrast' || kind === 'that');
    if (told && raiders.actors.length > 0 && raiders.actors.every((a) => actsOn(doc, a))) {
      h.actors.push(...raiders.actors);
      h.rules.push(GOES_ON_RULE);
      return;
    }
  }
  if (gender !== 'f' || (object.features?.gender === 'f' && object.features.number === 'sg')) return;
  const doers = subjectOfLast(doc, chunks, k, before, used);
  if (doers === null || !doers.every((a) => actsOn(doc, a))) return;
  h.actors.push(...doers);
  h.rules.push(GOES_ON_RULE);
}

/** "took the house", "stormed the town" */
const hitsSomething = ({ recipients, places }: Happening): boolean =>
  recipients.length > 0 || places.some(({ role }) => role === 'at');

/** "made | a campaign of searches": a raid, with a light verb in the masculine. */
const makesRaid = (chunks: readonly Chunk[], { light, chunk, types, figures }: Happening): boolean =>
  light >= 0 &&
  light < chunk &&
  chunks[light].finite &&
  featuresOf(chunks[light].node!)?.gender === 'm' &&
  figures.length === 0 &&
  types.some((type) => type === 'force-movement' || type === 'detention');

/** "the forces of the alliance came and shelled the rebels": the second verb is feminine as they are, and the noun behind it is not. */
export function doersBefore(
  doc: Doc,
  chunks: readonly Chunk[],
  k: number,
  h: Happening,
  before: readonly Happening[],
  used: Uint8Array,
  object: NounPhrase,
): NounPhrase[] | null {
  const verb = featuresOf(h.node!);
  if (!isJoined(doc, chunks, k) || verb?.gender !== 'f' || verb.number !== 'sg') return null;
  const people = nodeOf(doc, object.head, 'person');
  const own = people === null || object.features?.number === 'pl' ? object.features : featuresOf(people);
  if (
    own?.number === 'sg' ||
    own?.number == null ||
    own.gender === 'f' ||
    field(people, 'unit') === 'group' ||
    object.kind === 'thing'
  )
    return null;
  const doers = subjectOfLast(doc, chunks, k, before, used);
  return doers?.every((a) => actsOn(doc, a) && a.start !== object.start) === true ? doers : null;
}

/** "the forces took the town and advanced to X": a verb that asks for no object, feminine as they are, with nobody beside it. */
export function movesOn(
  doc: Doc,
  chunks: readonly Chunk[],
  k: number,
  h: Happening,
  before: readonly Happening[],
  used: Uint8Array,
): NounPhrase[] | undefined {
  const verb = featuresOf(h.node!);
  if (h.sense!.subject !== 'actor' || verb?.gender !== 'f' || verb.number !== 'sg' || !isJoined(doc, chunks, k)) return undefined;
  const doers = subjectOfLast(doc, chunks, k, before, used);
  if (doers?.every((a) => actsOn(doc, a)) !== true) return undefined;
  h.rules.push(GOES_ON_RULE);
  return doers;
}

/** "and arrested", "then arrested", "before they arrested", "a campaign during which (it) arrested". */
const isJoined = (doc: Doc, chunks: readonly Chunk[], k: number): boolean =>
  hasConjunction(doc, chunks[k].start) ||
  (chunks[k + 1]?.kind === 'case' && doc.info[chunks[k + 1].start].pronoun !== null) ||
  chunks[k - 1]?.kind === 'conjunction' ||
  (k > 0 && (chunks[k - 1].kind === 'continue' || isThen(doc, chunks[k - 1])));

/** "then", which joins a deed to the one before. */
export const isThen = (doc: Doc, { start }: Chunk): boolean => field(nodeOf(doc, start, 'continue'), 'joins') === 'yes';

/** The verb may be a passive; not where it was seen that its object stands behind it ("killed one, wounded ten and arrested five"). */
const befell = ({ rules }: Happening): boolean =>
  !rules.includes(GOES_ON_RULE) && !rules.includes('event.accusative-object') && rules.some((r) => r.endsWith('passive'));

const GOES_ON = 12;

/** The subject of the last verb in the feminine before chunk `k`, of whatever class. */
function subjectOfLast(
  doc: Doc,
  chunks: readonly Chunk[],
  k: number,
  before: readonly Happening[],
  used: Uint8Array,
): NounPhrase[] | null {
  let limit = k - GOES_ON;
  let went = false;
  for (let j = k - 1; j >= 0 && j >= limit; j--) {
    const { kind, finite, node, mark } = chunks[j];
    if (kind === 'that' || kind === 'contrast' || kind === 'reset' || (kind === 'mark' && mark === 'colon')) return null;
    // "clashes with the forces that (they) raided the camp, fired at the people and arrested 20"
    if (kind === 'relative' && went) return antecedent(doc, chunks[j - 1]);
    if (!finite) continue;
    if (node !== null && featuresOf(node)?.gender !== 'f') return null;
    const told = before.findLast((b) => b.chunk === j);
    // "and raided the village and arrested": nor does the verb between name its subject
    // "killed one and wounded ten and arrested five": the verb between went on from the first
    if (told !== undefined && told.actors.length === 0 && told.finite && !befell(told)) {
      went = true;
      limit = j - GOES_ON;
      continue;
    }
    if (told !== undefined) return told.actors.length > 0 && !befell(told) ? told.actors : null;
    // "the forces answered and killed four"
    const answers = kind === 'say' && field(node, 'answers') === 'yes';
    if (kind !== 'verb' && kind !== 'light' && !answers) return null;
    const after = chunks[j + 1];
    // "raided houses and searched them, then arrested": its object is a pronoun, and nobody stands behind it
    if (told === undefined && after?.kind !== 'noun' && doc.info[chunks[j].start].pronoun !== null && isJoined(doc, chunks, j)) {
      limit = j - GOES_ON;
      continue;
    }
    if (after?.kind === 'noun' && after.noun !== null && !(after.bits & (BI | LI | KA)) && actsOn(doc, after.noun))
      return [after.noun];
    return subjectOf(doc, chunks, j, used);
  }
  return null;
}

/** The force that "which" stands for. */
const antecedent = (doc: Doc, before: Chunk | undefined): NounPhrase[] | null =>
  before?.noun != null && before.place === null && isForce(doc, before.noun) ? [before.noun] : null;
