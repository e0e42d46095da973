/** "civilians are still there, and the group takes them as shields": the people told of before whom the pronoun on the verb stands for. */
import { AL, FA } from '../lexicon/analyze.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { held } from './families.ts';
import type { Happening } from './happening.ts';
import type { NounPhrase } from './noun-parts.ts';
import { isArmed, isForce } from './parties.ts';
import { pronounOf } from './referred-back.ts';
import { THING_TAKEN_UP, thingTakenUp } from './resumed.ts';
import { attackTypes, eventSense } from './senses.ts';
import { featuresOf, field, hasConjunction, nodeOf, senseOf } from './words.ts';

const PRONOUN_OBJECT = 'event.pronoun-object';

/** How many chunks back they may stand. */
const REACH = 12;

/** "a tank that destroyed(it) | one of | the raids": the attack is the subject of the verb, and nobody is left out. */
export const ATTACK_DID_IT = 'event.attack-did-it';
function isAttackBehind(chunks: readonly Chunk[], k: number): boolean {
  const behind = chunks[k + 1]?.kind === 'word' ? chunks[k + 2] : chunks[k + 1];
  const sense = behind?.kind === 'event' && !behind.finite && (behind.bits & ~AL) === 0 ? senseOf(behind.node) : null;
  return sense !== null && attackTypes.has(eventSense(sense).types[0]);
}

const them: ReadonlySet<string> = new Set(['3mp', '3fp', '3d']);
const people: ReadonlySet<string> = new Set(['person', 'outcome', 'number']);
const turns: ReadonlySet<string> = new Set(['that', 'contrast', 'reset']);

/** Gives a finite verb that says "them" its object, where several people are told of in its clause or the one before. */
export function pronounObject(
  doc: Doc,
  chunks: readonly Chunk[],
  k: number,
  h: Happening,
  used: Uint8Array,
  before: Happening | undefined,
): void {
  if (h.recipients.length > 0 || h.sense === null) return;
  // "(set free) their way", "(let go) of them": the pronoun stands on what the verb needs
  const takes = h.sense.object === 'recipient';
  const needed = takes && chunks[k].object > chunks[k].start ? onNeeded(doc, chunks[k].object) : null;
  if (needed === null && featuresOf(h.node!)?.voice === 'passive') return;
  const own = needed ?? (takes ? doc.info[chunks[k].start].pronoun : null);
  const whom = own === null || needed !== null ? null : antecedent(doc, chunks, k, own, h);
  if (whom !== null) {
    h.recipients.push(whom);
    h.rules.push(PRONOUN_OBJECT);
    return;
  }
  const pronoun = own ?? pronounOfTarget(doc, chunks, k, h);
  // "arrested three youths and led them away": those of the arrest
  if (own !== null && before !== undefined && held.has(before.types[0]) && field(h.node, 'leads-away') === 'yes') return;
  const thing = own !== null && needed === null && h.outcome === null ? thingTakenUp(doc, chunks, k) : null;
  if (thing !== null && !h.actors.includes(thing)) {
    h.recipients.push(thing);
    h.rules.push(THING_TAKEN_UP);
    // "three were killed on a tank that one of the raids destroyed": who stands before the tank is not who did that
    h.actors = h.actors.filter((a) => a.start > thing.start);
    if (h.actors.length === 0 && isAttackBehind(chunks, k)) h.rules.push(ATTACK_DID_IT);
    return;
  }
  if (pronoun !== null && one.has(pronoun)) onlyOne(doc, chunks, k, h, used, pronoun, before);
  if (pronoun === null || !them.has(pronoun)) return;
  for (let j = k - 1; j >= 0 && j >= k - REACH; j--) {
    if (turns.has(chunks[j].kind)) return;
    const { noun, kind } = chunks[j];
    if (kind !== 'noun' || noun === null || used[j] || !areSeveral(noun, pronoun) || h.actors.includes(noun)) continue;
    if (!people.has(noun.kind) || isForce(doc, noun)) continue;
    // "they killed 18 before the police killed them": nobody is killed twice
    if (h.outcome === 'killed' && before?.outcome === 'killed' && before.recipients.includes(noun)) continue;
    h.recipients.push(noun);
    h.rules.push(PRONOUN_OBJECT);
    return;
  }
}

/** "the commander X | whom | a raid killed(him)": the one right before the relative, with whom the pronoun agrees. */
function antecedent(doc: Doc, chunks: readonly Chunk[], k: number, pronoun: string, h: Happening): NounPhrase | null {
  const before = chunks[k - 1]?.kind === 'relative' ? chunks[k - 2] : undefined;
  const noun = before?.kind === 'noun' ? before.noun : null;
  if (noun === null || h.actors.includes(noun) || !(single.has(noun.kind) || noun.kind === 'name')) return null;
  const { gender, number } = noun.features ?? { gender: null, number: null };
  const several = number !== null && number !== 'sg' && nodeOf(doc, noun.head, 'kunya') === null;
  if (!one.has(pronoun) || noun.count !== null || several) return null;
  return gender === null || gender === (pronoun === '3fs' ? 'f' : 'm') ? noun : null;
}

/** Pronoun of a word that is known only with a verb: "(set free) their way". */
export const onNeeded = (doc: Doc, i: number): string | null =>
  doc.info[i].pronoun ?? (doc.info[i].unknown ? written[pronounOf(doc, i) ?? ''] : null) ?? null;

const written: Readonly<Record<string, string>> = { he: '3ms', she: '3fs', they: '3mp' };

/** "the soldiers shot at a youth in X and wounded him": the one person told of before with whom the pronoun agrees; of two the words do not tell which. */
function onlyOne(
  doc: Doc,
  chunks: readonly Chunk[],
  k: number,
  h: Happening,
  used: Uint8Array,
  pronoun: string,
  before: Happening | undefined,
): void {
  if (h.outcome === null && doc.info[chunks[k].start].pronoun !== null) return;
  const joined = before !== undefined && before.chunk < k && hasConjunction(doc, chunks[k].start);
  // "the soldiers shot at him and killed him": the one pronoun means whom the other means
  const dead = chunks[k + 1]?.noun?.kind === 'outcome';
  if (joined && !dead && before.rules.includes(PRONOUN_OBJECT) && before.recipients.length === 1) {
    h.recipients.push(before.recipients[0]);
    h.rules.push(PRONOUN_OBJECT);
    return;
  }
  const acted = before?.finite ? before.actors : [];
  // "a man stabbed a policeman and (so) killed him": whoever did the first did the second; not "and they killed him"
  const alike = joined && acted.length === 1 && featuresOf(h.node!)?.number === acted[0].features?.number;
  const doers = h.actors.length === 0 && (alike || (doc.bits[chunks[k].start] & FA) !== 0) ? acted : [];
  // "a youth stabbed a soldier, and the police shot at him": forces turn on whoever attacked theirs; of others the words do not tell which
  const hit = before !== undefined && h.actors.length > 0 && before.outcome === null ? before.recipients : [];
  const attacker = hit.length > 0 && before!.actors.length === 1 ? before!.actors[0] : null;
  let found: NounPhrase | null = null;
  for (let j = k - 1; j >= 0 && j >= k - REACH; j--) {
    if (turns.has(chunks[j].kind)) break;
    const { noun, kind } = chunks[j];
    if (kind !== 'noun' || noun === null || used[j] || h.actors.includes(noun) || doers.includes(noun)) continue;
    if (noun === attacker && hit.some(isArmed) && isOne(doc, noun, pronoun)) {
      found = noun;
      break;
    }
    if (!single.has(noun.kind) || !isOne(doc, noun, pronoun)) continue;
    if (hit.length > 0 && j > before!.chunk) {
      if (attacker !== null && isArmed(noun)) continue;
      return;
    }
    if (found !== null) return;
    found = noun;
  }
  if (found === null) return;
  h.recipients.push(found);
  h.rules.push(PRONOUN_OBJECT);
}

/** One man or one woman, as the pronoun says. */
const isOne = (doc: Doc, noun: NounPhrase, pronoun: string): boolean =>
  noun.features?.number === 'sg' &&
  (noun.count === null || noun.count.high === 1) &&
  !isForce(doc, noun) &&
  (noun.features.gender === 'f') === (pronoun === '3fs') &&
  doc.info[noun.head].pronoun === null;

/** "opened fire | on him": the pronoun of the target behind its preposition. */
export function pronounOfTarget(doc: Doc, chunks: readonly Chunk[], k: number, h: Happening): string | null {
  if (!attackTypes.has(h.types[0])) return null;
  for (let j = k + 1; j < chunks.length && j <= k + 4; j++) {
    const { kind, mark, start } = chunks[j];
    if (kind === 'case' && mark === 'on') return doc.info[start].pronoun;
    if (kind !== 'noun' && kind !== 'word') return null;
  }
  return null;
}

const one: ReadonlySet<string> = new Set(['3ms', '3fs']);
const single: ReadonlySet<string> = new Set(['person', 'outcome', 'title']);

const areSeveral = ({ count, features }: NounPhrase, pronoun: string): boolean =>
  count !== null ? count.high === null || count.high > 1 : features?.number === (pronoun === '3d' ? 'du' : 'pl');
