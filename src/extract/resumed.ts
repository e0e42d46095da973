/** The object that stands before its verb and that a pronoun on the verb takes up: "the captives whom X executed(them)", "the village, gunmen attacked(it)". */
import { LI } from '../lexicon/analyze.ts';
import type { Features } from '../lexicon/features.ts';
import { Kinds } from '../text/key-mark.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import type { NounPhrase } from './noun-parts.ts';
import { isForce, isPeople } from './parties.ts';
import type { PlacePhrase } from './place-names.ts';
import { onNeeded, pronounOfTarget } from './pronoun-objects.ts';
import { fitOf } from './referred-back.ts';
import { attachedPreposition, featuresOf, field, hasConjunction, isDefinite, isWord, nodeAmong, nodeOf } from './words.ts';

/**
 * "five farmers | released of-them the army", "three youths | opened on-them the soldiers fire": what the verb needs bears the pronoun, and the verb in the
 * singular is none of several who stand before it.
 */
const pronounApart = (doc: Doc, chunks: readonly Chunk[], k: number, h: Happening, verb: Features | null): string | null =>
  verb?.number === 'pl' || h.sense!.object !== 'recipient'
    ? null
    : ((chunks[k].object > chunks[k].start ? (onNeeded(doc, chunks[k].object) ?? pronounBehind(doc, chunks, k)) : null) ??
      pronounOfTarget(doc, chunks, k, h));

/** "neither side has withdrawn | its arms": what the verb needs is its object, and whose it is tells nothing. */
const holds = ({ start, end }: NounPhrase, i: number): boolean => start <= i && i < end;

/** "three wanted men | laid the police hands on-them": the preposition right behind the word that the verb needs. */
const pronounBehind = (doc: Doc, chunks: readonly Chunk[], k: number): string | null => {
  const after = chunks.slice(k + 1, k + 4).find((c) => c.start === chunks[k].object + 1);
  return after !== undefined && (after.kind === 'case' || after.kind === 'word') ? doc.info[after.start].pronoun : null;
};

const small: ReadonlySet<string> = new Set(['was', 'modal', 'word', 'date']);

/** Whether the pronoun on the verb at `k` is the noun before it, so that what stands behind the verb did it. */
export function isTakenUp(
  doc: Doc,
  chunks: readonly Chunk[],
  k: number,
  h: Happening,
  before: readonly NounPhrase[] | null,
  behind: readonly NounPhrase[] | undefined,
): boolean {
  const verb = featuresOf(h.node!);
  const pronoun =
    doc.info[chunks[k].start].pronoun ??
    (behind !== undefined && !holds(behind[0], chunks[k].object) ? pronounApart(doc, chunks, k, h, verb) : null);
  if (pronoun === null || !pronoun.startsWith('3') || before === null || verb?.voice === 'passive') return false;
  const [object] = before;
  if (!standsFor(doc, pronoun, object, before.length > 1)) return false;
  let j = k - 1;
  while (j >= 0 && small.has(chunks[j].kind)) j--;
  const relative = chunks[j]?.kind === 'relative';
  // "the captives whom (they) executed": the verb is no word of the noun before it
  if (behind === undefined) return relative && (isStruck(object) || disagrees(doc, verb, object));
  const [doer] = behind;
  if (isForce(doc, doer) || doer.kind === 'actor') return true;
  return relative ? isPeople(doer) || doer.kind === 'other' : isPeople(doer) && !isForce(doc, object);
}

/** "the prisoners whom the group released(of them) | reached Aden": whoever did what the relative clause tells is not the subject of the verb behind it. */
export function ofAntecedent(
  doc: Doc,
  chunks: readonly Chunk[],
  k: number,
  subject: NounPhrase[] | null,
  before: Happening | undefined,
): NounPhrase[] | null {
  if (subject === null || before === undefined) return subject;
  // "abducted nine workers, killed(plural) | of them | two": some of those in whom the verb before it ended, and nobody who acts
  const some = chunks[k + 1]?.kind === 'among' && field(nodeOf(doc, chunks[k + 1].start, 'among'), 'of') === 'them';
  if (some && subject.every((s) => before.recipients.some((r) => r.start === s.start))) return null;
  if (!before.rules.includes('event.object-taken-up')) return subject;
  const [doer] = subject;
  const [object] = before.recipients;
  const verb = chunks[k].node === null ? null : featuresOf(chunks[k].node!);
  if (object === undefined || !before.actors.includes(doer) || object.start > before.start || verb?.pos !== 'verb')
    return subject;
  if (hasConjunction(doc, chunks[k].start) || chunks[k - 1].kind === 'relative') return subject;
  // "whom gunmen killed who belong to X"
  if (verb.tense !== 'past' && !doer.definite && !isDefinite(doc, doer.end - 1)) return subject;
  return fitOf(doc, verb.number === 'pl' ? 'they' : verb.gender === 'f' ? 'she' : 'he', object) > 0 ? before.recipients : subject;
}

/** "the village that gunmen attacked(it)": the place before the relative pronoun, or null. */
export function siteTakenUp(doc: Doc, chunks: readonly Chunk[], k: number): PlacePhrase | null {
  const [before, relative] = [chunks[k - 2], chunks[k - 1]];
  if (before?.kind !== 'place' || relative.kind !== 'relative' || doc.info[chunks[k].start].pronoun?.[0] !== '3') return null;
  return before.place;
}

/** "a house | of a family | shelled(it) the army": written like "its shelling", but a building has none, and who did it stands behind. */
export function saysWhoStruckIt(doc: Doc, i: number, before: readonly Chunk[]): boolean {
  const { pronoun } = doc.info[i];
  if ((pronoun !== '3ms' && pronoun !== '3fs') || i + 1 >= doc.length) return false;
  const last = before.at(-1)!;
  const site = last.bits & LI ? before.at(-2) : last;
  const noun = site?.kind === 'noun' ? site.noun : null;
  if (noun === null || noun.definite || !isStruck(noun) || !isWord(doc, i + 1) || hasConjunction(doc, i)) return false;
  return attachedPreposition(doc, i + 1) === 0 && (nodeAmong(doc, i + 1, doers) !== null || meansOf(doc, i + 1));
}

const doers = new Kinds(['actor', 'actor-short', 'person']);
const meansOf = (doc: Doc, i: number): boolean => field(nodeOf(doc, i, 'thing'), 'means') === 'yes';

/** "in a car | that a drone targeted(it)": the thing right before the verb, which its pronoun takes up, whatever governs it; null where there is none. */
export function thingTakenUp(doc: Doc, chunks: readonly Chunk[], k: number): NounPhrase | null {
  const { pronoun } = doc.info[chunks[k].start];
  if ((pronoun !== '3ms' && pronoun !== '3fs') || hasConjunction(doc, chunks[k].start)) return null;
  const relative = chunks[k - 1]?.kind === 'relative';
  const noun = chunks[relative ? k - 2 : k - 1]?.noun ?? null;
  // an indefinite noun is described by a bare verb, one with the article by a relative clause
  if (noun === null || relative !== (noun.definite || isDefinite(doc, noun.end - 1))) return null;
  return isStruck(noun) && standsFor(doc, pronoun, noun, false) ? noun : null;
}
export const THING_TAKEN_UP = 'event.thing-taken-up';

/** "it", "her", "them": gender and number of the noun; a plural of things or bodies takes the feminine. */
function standsFor(doc: Doc, pronoun: string, noun: NounPhrase, joined: boolean): boolean {
  const { features, count } = noun;
  // "Abu Talib", which is written like "the fathers of"
  const plural = features?.number === 'pl' && nodeOf(doc, noun.head, 'kunya') === null;
  const many = joined || plural || (count !== null && count.high !== 1);
  const people = isPeople(noun) && field(nodeOf(doc, noun.head, 'person'), 'unit') !== 'group';
  if (pronoun === '3mp' || pronoun === '3fp') return many || features === null;
  if (pronoun === '3d') return features?.number === 'du' || count?.low === 2 || joined || features === null;
  if (many) return pronoun === '3fs' && !people;
  return features?.gender == null || features.gender === (pronoun === '3fs' ? 'f' : 'm');
}

/** "the building that the shelling destroyed(it)": no building acts. */
const isStruck = ({ kind, actor, node }: NounPhrase): boolean =>
  kind === 'thing' && actor === null && field(node, 'means') !== 'yes' && field(node, 'target') === 'yes';

/** Gender or number of the verb tell that the noun before it is not its subject. */
function disagrees(doc: Doc, verb: Features | null, { features, count, head }: NounPhrase): boolean {
  if (verb === null || features === null || features.number !== 'sg' || count !== null) return false;
  if (nodeOf(doc, head, 'actor') !== null || field(nodeOf(doc, head, 'person'), 'unit') === 'group') return false;
  return verb.number === 'pl' || (verb.gender !== null && features.gender !== null && verb.gender !== features.gender);
}
